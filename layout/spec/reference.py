"""The manual of the spec language, written from the model: every key, what it takes, its default.

`python -m layout.spec.reference > docs/spec.md` writes it; a test holds the two together.
"""

import sys
from collections.abc import Iterator
from typing import Any, Final

from layout.spec.markdown.markpieces import MOST_SCRIPT
from layout.spec.markdown.story import MAX_PARAGRAPHS, FrontMatter
from layout.spec.model import blockkinds
from layout.spec.model.block import Block
from layout.spec.model.page import Edition, Format, PageSpec
from layout.spec.model.style import Style, StyleSheet
from layout.spec.reader import nodes
from layout.spec.reader.fields import Kind, ListKind, MapKind, RecordKind, keys_of
from layout.spec.reader.kinds import ChoiceKind, Name, PageNameKind, TextKind
from layout.spec.reader.lengths import Length, LengthKind
from layout.spec.resolve.defaults import (
    COLORS,
    RULE_NAMES,
    RULE_STYLES,
    STYLE_COLORS,
    STYLES,
    RuleStyle,
    TextStyle,
)
from layout.spec.resolve.sheet import BLEED_MM, BODY_PT, GUTTER_ZI, PRESETS
from layout.units import HAO_PT

EXAMPLE_PAGE: Final = """\
page: B1
date: 2019-09-20
format: broadsheet          # 390 × 550 mm, 8 columns of 13字, 120 lines; each can be set here
header:
  lines: 3
  left: ["{year}年{month}月{day}日 {weekday}"]
blocks:
  - id: main
    text: [{text: "凝心聚力谋发展 | 继往开来谱新篇", style: main}]
    at: {cols: 1-8, lines: 5-12}    # columns × lines of the grid, both counted from 1
  - id: market
    story: stories/market.md
    at: {cols: 1-3, lines: 14-23}
    columns: 2
    headline: {lines: 6, size: 24pt}
    rules: thin
"""
EXAMPLE_STORY: Final = """\
---
kicker: 城市记忆——
title: 河边的早市
---

河边的早市有四十年了。卖菜的老周说：“从前只有三五个摊，如今一百八十个。”

他每天四点起床，先到批发市场，再赶回来占位置，2024年也不例外。
"""

_INTRO: Final = f"""\
# The spec language

A page is a YAML file, its articles are Markdown files beside it. Here is a page that builds,
`B1.yaml`:

```yaml
{EXAMPLE_PAGE}```

and its article, `stories/market.md`:

```markdown
{EXAMPLE_STORY}```

`banxin build B1.yaml` makes `out/B1.pdf`. Save the file with a mistake in it and the command names
file, line and column, what stands there and what was expected.

This page is written from the program's own tables by `python -m layout.spec.reference`; `banxin
schema` gives the same as JSON Schema, for editors.

## What holds everywhere

- **Text is text.** `NO`, `on`, `1.10`, `010` and `390:30` are words where a text is expected;
  nothing is guessed. A number is written `13` or `0.5`: no exponent, no `_`, no full-width digits.
- **A key that is left out has its default.** A key with nothing behind it is a mistake and is told
  (`picture:` alone may be empty, for a picture that is still to come).
- **A short form** stands for a mapping: `format: tabloid`, `columns: 2`, `rules: thin`, a line of
  text by its words alone.
- **Paths** are relative to the file that names them or else to the project's root, the nearest
  folder upward with `banxin.yaml`, and stay inside that root. They are written with `/`.
- **Lengths** have a unit: `pt` `mm` `cm` `in` `q` (级, a quarter of a millimetre), and `em` of the
  type at hand, `zi` (字 of the body), `lines` (行 of the grid); 字 行 级 毫米 点 磅 are taken too.
  Sizes of type may be named: {{hao}}.
- **Colours** are inks in per cent, `M100 Y100` or `K30`, or a name: {{colors}}, and your own.
- **Anchors** (`&a`, `*a`) may save typing; merge keys (`<<`) and tags (`!x`) are refused.
- **Quotes** hold a text that begins with `@ & * ! | > % [` or a brace or backquote, or that has a
  colon before a space or a # after one: YAML takes these for its own. A comment is a # and a space;
  words right behind a # are told.
- **Encoding** is UTF-8, with or without a byte order mark; any line ends.
- **Limits**: {{limits}}.
- `--set key.path=value` changes one value for one build: `--set format.columns=7`,
  `--set blocks.market.at.lines=30-42` (a block by its id, or by its number from 1).
"""
_UNSET: Final[dict[type[Any], str]] = {Format: "the preset's", Style: "that of `like`"}
"""Where the value of a key that is left out comes from, when it is no constant."""
_STORY_TEXT: Final = f"""\
The head stands between two lines of `---`. Below it: paragraphs with an empty line between, in
which these are marks:

| written | set |
|---|---|
| `### 小标题` | a small heading on a line of its own, in the style `subhead` |
| `#### 一、统筹推进` | a heading in the first line of the paragraph below it |
| `**bold**` `*emphasis*` `***both***` | in 黑, in 楷, in 黑 |
| `10^3^` `m^2^` `甲^[1]^` | high: smaller and raised; no line ends before it |
| `H~2~O` `PM~2.5~` | low, after a letter, a bracket or another mark |
| `[words](https://…)` | the words; http, https and mailto alone are links |
| `<https://…>` `<mailto:…>` | the address |
| `\\` at the end of a row | the line ends there; what follows has no indent |
| `\\*` `\\^` `\\~` `\\[` … | the mark as itself |

Marks stand close to their words, have their other end in the same paragraph and may stand inside
one another. Headings in the line have face, size and digits of the style `runin`. What is high or
low is up to {MOST_SCRIPT} letters, figures and signs, or up to four Han, with no space. All else is
text: `3*5`, `60*80*100`, `3~5天，10~20人`, `甲*、乙*`, `2^3+2^4`, `_`. What looks like a mark
without its other end, or one of another dialect (a table, HTML, `~~`, a footnote, TeX, `------`),
is set as it stands and told, once a kind; a backslash before it says that it is meant.

In the head, and in every text of a spec that is set as type (headlines, captions, headers, credits,
导读), `10^3^`, `H~2~O`, `**bold**` and the backslash are marks too; `*` and `[ ]` are themselves.

Rows without an empty one between them are one paragraph, joined without a space, unless both sides
are Latin, and that is told; `paragraphs: rows` in the head or the edition makes each a paragraph of
its own, `paragraphs: joined` says that they are meant to be one. White at the head of a row is left
out, for the indent is the style's; a tab is set as a space. Both are told. U+3000 inside a text is
an em. A space typed between Han and a letter or figure (第 2187 期) is no character of Chinese: in
running text it gives way to the style's `latin_gap`. In small headings, in the head and in texts of
a spec it parts two things (`全长42.6公里 12个站点`) and is as wide as between two Han. Both are
remarked on, once a story or spec.
"""


def reference() -> str:
    """The manual as Markdown."""
    hao = " ".join(f"{name} {size:g}" for name, size in HAO_PT.items())
    limits = (
        f"a file of {nodes.MAX_BYTES // 1024:,} KiB, {nodes.MAX_DEPTH} levels, "
        f"{nodes.MAX_NODES:,} values with aliases followed, {nodes.MAX_SCALAR:,} characters a "
        f"value, {MAX_PARAGRAPHS:,} paragraphs a story"
    )
    intro = _INTRO.replace("{hao}", hao).replace("{limits}", limits)
    parts = [intro.replace("{colors}", ", ".join(f"`{n}` {c}" for n, c in COLORS.items()))]
    told: list[type[Any]] = []
    parts += _document("A page", PageSpec, told)
    parts += _document("An edition", Edition, told)
    parts += _document("A style sheet", StyleSheet, told)
    parts += _document("A story", FrontMatter, told)
    parts += [_STORY_TEXT, *_tables()]
    return "\n".join(parts)


def _document(title: str, cls: type[Any], told: list[type[Any]]) -> Iterator[str]:
    """A kind of file: its own keys, then every mapping inside it that was not `told`, each once."""
    yield f"## {title}\n"
    yield _purpose(cls)
    yield _table(cls)
    for inner in records(cls):
        if inner in told:
            continue
        told.append(inner)
        if inner is Block:
            yield "### Blocks\n"
            yield (
                "A block is known by the one key that names its kind: "
                + ", ".join(f"`{name}`" for name in blockkinds.BLOCKS)
                + ". Their order is the reading order. Every block may have these keys:\n"
            )
        elif issubclass(inner, Block):
            key = next(name for name, kind in blockkinds.BLOCKS.items() if kind is inner)
            yield f"### A block `{key}`\n"
            yield _purpose(inner)
        else:
            yield f"### {_heading(inner)}\n"
            yield _purpose(inner)
        yield _table(inner)


def records(cls: type[Any]) -> list[type[Any]]:
    """The model classes inside one, in the order they are met, each once."""
    found: list[type[Any]] = []

    def visit(kind: Kind) -> None:
        if isinstance(kind, ListKind | MapKind):
            visit(kind.of)
        elif isinstance(kind, blockkinds.BlockKind):
            follow(Block)
            for block in blockkinds.BLOCKS.values():
                follow(block)
        elif isinstance(kind, RecordKind):
            follow(kind.cls)

    def follow(inner: type[Any]) -> None:
        if inner not in found:
            found.append(inner)
            for spec in keys_of(inner).values():
                visit(spec.metadata["kind"])

    for spec in keys_of(cls).values():
        visit(spec.metadata["kind"])
    return found


def _purpose(cls: type[Any]) -> str:
    return " ".join((cls.__doc__ or "").split()) + "\n"


def _table(cls: type[Any]) -> str:
    """The keys of a model class; of a kind of block those that other blocks have not."""
    general = keys_of(Block) if issubclass(cls, Block) else {}
    rows = ["| key | takes | default | what it is for |", "|---|---|---|---|"]
    for name, spec in keys_of(cls).items():
        if name in general and cls is not Block:
            continue
        takes = _takes(spec.metadata["kind"]) + (", or nothing" if spec.metadata["null"] else "")
        default = _default(spec.default) or _UNSET.get(cls, "")
        default = "**required**" if spec.metadata["required"] else default
        cells = (f"`{name}`", takes, default, spec.metadata["doc"])
        rows.append("| " + " | ".join(c.replace(" | ", " \\| ") for c in cells) + " |")
    return "\n".join(rows) + "\n"


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


def _heading(cls: type[Any]) -> str:
    """What the manual calls a mapping."""
    return cls.__name__.removesuffix("Limits")


def _takes(kind: Kind) -> str:
    """What a kind takes, with links to the mappings."""
    if isinstance(kind, RecordKind):
        heading = _heading(kind.cls)
        link = f"[{heading}](#{heading.lower()})"
        if not kind.short:
            return link
        return f"{_takes(keys_of(kind.cls)[kind.short[0]].metadata['kind'])}; or {link}"
    if isinstance(kind, blockkinds.BlockKind):
        return "[a block](#blocks)"
    if isinstance(kind, ListKind):
        of = _takes(kind.of)
        number = f"{kind.least} to {kind.most}" if kind.least else f"up to {kind.most}"
        number = str(kind.most) if kind.least == kind.most else number
        return f"a list of {number}: {of}" + ("; or one alone" if kind.lone else "")
    if isinstance(kind, MapKind):
        return f"names, each with {_takes(kind.of)}"
    return _takes_one(kind)


def _takes_one(kind: Kind) -> str:
    if isinstance(kind, ChoiceKind):
        return " ".join(f"`{choice}`" for choice in kind.choices)
    if isinstance(kind, LengthKind):
        units = " ".join(f"`{unit}`" for unit in kind.units) + (" 号" if kind.hao else "")
        sign = ", may be negative" if kind.signed else ""
        return f"a length in {units}{sign}"
    if isinstance(kind, TextKind | PageNameKind):
        return f"{kind.words()}, up to {kind.limit:,} characters"
    return str(kind.words())


def _tables() -> Iterator[str]:
    yield "## What is built in\n"
    yield "### Formats\n"
    yield "| | " + " | ".join(f"`{name}`" for name in PRESETS) + " |\n|---|---|---|"
    for key, noun in (
        ("width", "width, mm"), ("height", "height, mm"), ("columns", "columns"),
        ("column", "measure of a column, 字"), ("lines", "lines"),
        ("area", "height of the type area, mm"), ("top", "from the trim to the type area, mm"),
    ):  # fmt: skip
        yield f"| {noun} | " + " | ".join(f"{norm[key]:g}" for norm in PRESETS.values()) + " |"
    yield (
        f"\nIn both: body {BODY_PT:g} pt (小五), gutter {GUTTER_ZI:g}字, bleed {BLEED_MM:g} mm; "
        "the pitch is the height of the type area by its lines.\n"
    )
    yield "### Styles\n"
    yield (
        "A style sheet changes any of them by name and adds its own. `body`, `subhead` and "
        "`byline` have the size of `format.body`.\n"
    )
    yield "| style | face | size, pt | leading | colour | align | indent, em | gap, em | digits |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, style in STYLES.items():
        yield _style_row(name, style)
    yield "\n### Rules\n"
    yield (
        "`none` is no rule. A style sheet's `rules:` changes any of them by name and adds its own. "
        "As a frame of four each turns its corners; dots, waves and the units of a border are "
        "drawn a little wider or closer, so that a whole number of them fits.\n"
    )
    yield "| rule | | drawn as, pt |\n|---|---|---|"
    for name, rule in RULE_STYLES.items():
        yield f"| `{name}` | {RULE_NAMES[name]} | {_rule_row(rule)} |"
    yield ""


def _rule_row(rule: RuleStyle) -> str:
    """How a rule is drawn, in words."""
    widths = " and ".join(f"{width:g}" for _, width in rule.lines)
    if rule.pattern:
        return f"units {rule.size:g} broad"
    if rule.wave[0]:
        return f"waves {rule.wave[0]:g} long and {rule.wave[1]:g} high, of lines of {widths}"
    if rule.dash:
        what = "dots" if rule.dash[0] == 0 else f"dashes of {rule.dash[0]:g}"
        return f"{what}, {sum(rule.dash):g} apart, of {widths}"
    return f"lines of {widths}"


def _style_row(name: str, style: TextStyle) -> str:
    leading = f"{style.leading:g} pt" if style.leading else "the grid's"
    color = STYLE_COLORS.get(name) or str(style.color)
    return (
        f"| `{name}` | {style.face} | {style.size:g} | {leading} | {color} "
        f"| {style.align} | {style.indent_em:g} | {style.latin_gap_em:g} "
        f"| {'half' if style.half_digits else 'proportional'} |"
    )


if __name__ == "__main__":
    sys.stdout.write(reference())
