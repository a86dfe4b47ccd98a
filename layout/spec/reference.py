"""The manual of the spec language, written from the model: every key, what it takes, its default.

`python -m layout.spec.reference > docs/spec.md` writes it, with `--lang zh` in Chinese
(docs/zh/spec.md); a test holds the files and the model together.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import Any, Final

from layout.spec.documents import DOCUMENTS, every_record, records
from layout.spec.markdown.markpieces import MOST_SCRIPT
from layout.spec.markdown.story import MAX_PARAGRAPHS
from layout.spec.model import blockkinds
from layout.spec.model.block import Block
from layout.spec.model.checks import Limits
from layout.spec.model.page import Format
from layout.spec.model.style import Style
from layout.spec.model.swatch import SwatchKind
from layout.spec.purposes import class_purpose, heading, purpose, style_purpose
from layout.spec.reader import nodes
from layout.spec.reader.fields import Kind, ListKind, MapKind, RecordKind, keys_of
from layout.spec.reader.kinds import ChoiceKind, ColorKind, Name, PageNameKind, TextKind
from layout.spec.reader.lengths import Length, LengthKind
from layout.spec.reader.tradewords import KEY_WORDS, VALUE_WORDS
from layout.spec.resolve.defaults import (
    COLORS,
    IN_THE_LINE,
    PARAGRAPHS,
    RULE_NAMES,
    RULE_STYLES,
    STYLE_COLORS,
    STYLES,
    RuleStyle,
    TextStyle,
)
from layout.spec.resolve.houses import HOUSES, HousePreset
from layout.spec.resolve.sheet import BLEED_MM, BODY_PT, GUTTER_ZI, PRESETS
from layout.units import HAO_PT
from layout.words.manual import written
from layout.words.said import LANGUAGES, Language

_UNSET: Final[dict[type[Any], str]] = {Format: "default-format", Style: "default-style"}
"""Where the value of a key that is left out comes from, when it is no constant."""


def reference(lang: Language = "en") -> str:
    """The manual as Markdown."""
    return "\n".join(_Manual(lang).parts())


class _Manual:
    """The manual in one language, part by part."""

    def __init__(self, lang: Language) -> None:
        self.lang: Language = lang
        self._told: list[type[Any]] = []

    def parts(self) -> Iterator[str]:
        """All of it, from the first line to the last."""
        say = self._say
        yield say(
            "intro",
            example_page=say("example-page"),
            example_story=say("example-story"),
            hao=" ".join(f"{name} {size:g}" for name, size in HAO_PT.items()),
            colors=say("list-between").join(f"`{name}` {c}" for name, c in COLORS.items()),
            limits=say(
                "limits",
                kib=f"{nodes.MAX_BYTES // 1024:,}",
                depth=nodes.MAX_DEPTH,
                nodes=f"{nodes.MAX_NODES:,}",
                scalar=f"{nodes.MAX_SCALAR:,}",
                paragraphs=f"{MAX_PARAGRAPHS:,}",
            ),
        )
        for cls in DOCUMENTS.values():
            yield from self._document(cls)
        yield say("story-text", most_script=MOST_SCRIPT)
        yield from self._built_in()
        yield from self._words_of_the_trade()

    def _say(self, name: str, /, **values: object) -> str:
        return written(self.lang, name, **values)

    def _document(self, cls: type[Any]) -> Iterator[str]:
        """A kind of file: its own keys, then every mapping inside it, each told once."""
        yield f"## {self._heading(cls)}\n"
        yield class_purpose(cls, self.lang) + "\n"
        yield self._table(cls)
        for inner in records(cls):
            if inner in self._told:
                continue
            self._told.append(inner)
            yield f"### {self._heading(inner)}\n"
            if inner is Block:
                kinds = self._say("list-between").join(f"`{k}`" for k in blockkinds.BLOCKS)
                yield self._say("blocks", kinds=kinds) + "\n"
            else:
                yield class_purpose(inner, self.lang) + "\n"
            yield self._table(inner)

    def _heading(self, cls: type[Any]) -> str:
        """What a mapping is called where its keys stand."""
        for name, document in DOCUMENTS.items():
            if cls is document:
                return self._say(f"title-{name}")
        if cls is Block:
            return self._say("heading-blocks")
        for key, kind in blockkinds.BLOCKS.items():
            if cls is kind:
                return self._say("heading-block", key=key, name=heading(cls, self.lang))
        return heading(cls, self.lang)

    def _table(self, cls: type[Any]) -> str:
        """The keys of a model class; of a kind of block those that other blocks have not."""
        rows = [self._say("head-keys"), "|---|---|---|---|"]
        for name in _shown(cls):
            spec = keys_of(cls)[name]
            takes = self._takes(spec.metadata["kind"])
            if spec.metadata["null"]:
                takes = self._say("or-nothing", takes=takes)
            cells = (f"`{name}`", takes, self._given(cls, spec), purpose(cls, name, self.lang))
            rows.append("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |")
        return "\n".join(rows) + "\n"

    def _given(self, cls: type[Any], spec: Any) -> str:
        """What a key is when it is left out."""
        if spec.metadata["required"]:
            return self._say("required")
        return _default(spec.default) or (self._say(_UNSET[cls]) if cls in _UNSET else "")

    def _takes(self, kind: Kind) -> str:
        """What a kind takes, with links to the mappings."""
        if isinstance(kind, RecordKind):
            link = _link(heading(kind.cls, self.lang))
            if isinstance(kind, SwatchKind):
                return self._say("or-record", lone=self._takes_one(ColorKind()), record=link)
            if not kind.short:
                return link
            lone = self._takes(keys_of(kind.cls)[kind.short[0]].metadata["kind"])
            return self._say("or-record", lone=lone, record=link)
        if isinstance(kind, blockkinds.BlockKind):
            return _link(self._say("a-block"), self._say("heading-blocks"))
        if isinstance(kind, ListKind):
            number = self._say("number-most", most=kind.most)
            if kind.least:
                number = self._say("number-between", least=kind.least, most=kind.most)
            if kind.least == kind.most:
                number = self._say("number-fixed", most=kind.most)
            name = "list-or-one" if kind.lone else "list"
            return self._say(name, number=number, of=self._takes(kind.of))
        if isinstance(kind, MapKind):
            return self._say("map", of=self._takes(kind.of))
        return self._takes_one(kind)

    def _takes_one(self, kind: Kind) -> str:
        if isinstance(kind, ChoiceKind):
            return " ".join(f"`{choice}`" for choice in kind.choices)
        if isinstance(kind, LengthKind):
            units = " ".join(f"`{unit}`" for unit in kind.units) + (" 号" if kind.hao else "")
            return self._say("length-signed" if kind.signed else "length", units=units)
        text = kind.words().words(self.lang)
        if isinstance(kind, TextKind | PageNameKind):
            return self._say("text-most", text=text, most=f"{kind.limit:,}")
        return text

    def _built_in(self) -> Iterator[str]:
        """What a page has without saying so: formats, styles, rules."""
        say = self._say
        yield f"## {say('built-in')}\n"
        yield f"### {say('formats')}\n"
        yield "| | " + " | ".join(f"`{name}`" for name in PRESETS) + " |\n|---|---|---|"
        for key in ("width", "height", "columns", "column", "lines", "area", "top"):
            values = " | ".join(f"{norm[key]:g}" for norm in PRESETS.values())
            yield f"| {say(f'format-{key}')} | {values} |"
        sizes = {"body": f"{BODY_PT:g}", "gutter": f"{GUTTER_ZI:g}", "bleed": f"{BLEED_MM:g}"}
        yield f"\n{say('formats-both', **sizes)}\n"
        yield f"### {say('styles')}\n"
        yield say("styles-text") + "\n"
        yield say("head-styles")
        yield "|---" * say("head-styles").count(" | ") + "|---|"
        for name, style in STYLES.items():
            if name not in PARAGRAPHS:
                yield self._style_row(name, style)
        yield f"\n### {say('paragraph-styles')}\n"
        yield say("paragraph-styles-text") + "\n"
        yield say("head-paragraph-styles") + "\n|---|---|"
        for name in PARAGRAPHS:
            yield f"| `{name}` | {_paragraph_keys(name)} |"
        yield f"\n### {say('houses')}\n"
        yield say("houses-text") + "\n"
        yield say("head-houses") + "\n|---|---|---|"
        for name, house in HOUSES.items():
            keys = _house_keys(house) or say("house-no-keys")
            yield f"| `{name}` | {say(f'house-{name}')} | {keys} |"
        yield f"\n### {say('rules')}\n"
        yield say("rules-text") + "\n"
        yield say("head-rules") + "\n|---|---|---|"
        for name, rule in RULE_STYLES.items():
            yield f"| `{name}` | {RULE_NAMES[name]} | {self._rule(rule)} |"
        yield ""

    def _words_of_the_trade(self) -> Iterator[str]:
        """The keys and values by what newspapers call them, and where a key stands."""
        say = self._say
        yield f"## {say('trade')}\n"
        yield say("trade-text") + "\n"
        yield say("head-trade-keys") + "\n|---|---|---|"
        told = [cls for cls in every_record() if not issubclass(cls, Limits)]
        for key, words in KEY_WORDS.items():
            heads = [self._heading(cls) for cls in told if key in _shown(cls)]
            links = say("list-between").join(_link(head) for head in heads)
            yield f"| {'、'.join(words)} | `{key}` | {links} |"
        yield "\n" + say("head-trade-values") + "\n|---|---|"
        for value, words in VALUE_WORDS.items():
            yield f"| {'、'.join(words)} | `{value}` |"
        yield ""

    def _style_row(self, name: str, style: TextStyle) -> str:
        leading = self._say("leading-grid")
        if style.leading:
            leading = self._say("leading", leading=f"{style.leading:g}")
        digits = self._say("digits-half" if style.half_digits else "digits-proportional")
        color = STYLE_COLORS.get(name) or str(style.color)
        sets = f"| {style_purpose(name)} " if self.lang == "zh" else ""
        cells = {
            "face": style.face, "size": f"{style.size:g}", "leading": leading, "color": color,
            "align": style.align, "indent": f"{style.indent_em:g}",
            "latin_gap": f"{style.latin_gap_em:g}", "digits": digits,
        }  # fmt: skip
        own = IN_THE_LINE.get(name, cells.keys())
        row = " | ".join(cell if key in own else "—" for key, cell in cells.items())
        return f"| `{name}` {sets}| {row} |"

    def _rule(self, rule: RuleStyle) -> str:
        """How a rule is drawn, in words."""
        widths = self._say("and").join(f"{width:g}" for _, width in rule.lines)
        if rule.pattern:
            return self._say("rule-pattern", size=f"{rule.size:g}")
        if rule.wave[0]:
            long, high = (f"{length:g}" for length in rule.wave)
            return self._say("rule-wave", long=long, high=high, widths=widths)
        if rule.dash:
            name = "rule-dashes" if rule.dash[0] else "rule-dots"
            dash, apart = f"{rule.dash[0]:g}", f"{sum(rule.dash):g}"
            return self._say(name, dash=dash, apart=apart, widths=widths)
        return self._say("rule-lines", widths=widths)


def _default(value: Any) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return "`[" + ", ".join(f"{v:g}" for v in value) + "]`"
    if isinstance(value, Format):
        return f"`{value.preset}`"
    if isinstance(value, Name):
        return f"`{value.text}`"
    return f"`{value}`" if isinstance(value, str | int | float | Length) else ""


def _paragraph_keys(name: str) -> str:
    """What a paragraph's style changes of the text around it, as one would write it in a style."""
    keys = []
    for field, value in PARAGRAPHS[name].items():
        key = field.removesuffix("_em")
        text = f"{value:g}zi" if key != field and value else str(value).lower()
        keys.append(f"`{key}: {text.removesuffix('.0')}`")
    return ", ".join(keys)


def _house_keys(house: HousePreset) -> str:
    """What a house changes, as one would write it in a style."""
    return ", ".join(
        [f"`{field.removesuffix('_em')}: {str(value).lower()}`"
         for field, value in house.changes.items()]
    )  # fmt: skip


def _shown(cls: type[Any]) -> list[str]:
    """The keys that stand in a mapping's table: of a kind of block those that others have not."""
    general = keys_of(Block) if issubclass(cls, Block) and cls is not Block else {}
    return [name for name in keys_of(cls) if name not in general]


def _link(text: str, head: str = "") -> str:
    """A link to a heading, by default the one that is called as the text."""
    anchor = (head or text).lower().replace("`", "").replace(" ", "-")
    return f"[{text}](#{anchor})"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    sys.stdout.write(reference(parser.parse_args().lang))
