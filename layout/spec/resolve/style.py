"""Style sheets resolved: built-in styles, the edition's and the page's laid over one another."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any, Final

from layout.color import Color
from layout.diagnostics import Diagnostic, did_you_mean, error, shown, warning
from layout.record import fields, replace, values
from layout.spec.model.style import Style, StyleSheet
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import Length
from layout.spec.resolve.defaults import (
    BODY_PARTS,
    BODY_SIZED,
    IN_THE_LINE,
    PARAGRAPHS,
    STYLE_COLORS,
    STYLES,
    Rule,
    Scales,
    TextStyle,
    natural_scale,
)
from layout.spec.resolve.rule import RuleStyles
from layout.spec.resolve.swatches import color_of, named_colors
from layout.units import ABSOLUTE_PT
from layout.words.said import Said, said

PLAIN_HOUSE: Final = "clreq"
"""The house of a spec that names none: the styles as they are built in."""
LIKE_MOST: Final = 16
"""How many styles may build on one another."""
LEAST_LEADING: Final = 0.5
"""Of the size: below it lines lie over each other, and a page would hold them without end."""
HOLLOW_EM: Final = 0.02
"""How thick the outline of hollow type is, where its style does not say."""
LIMITS_PT: Final[dict[str, tuple[float, float]]] = {"size": (1.0, 600.0)}
LIMITS_EM: Final[dict[str, tuple[float, float]]] = {
    "tracking": (-0.5, 10.0),  # closer than half an em, characters stand on one another
    "stroke": (0.0, 0.5),
    "indent": (0.0, 50.0),
    "hang": (0.0, 50.0),
    "left": (0.0, 50.0),
    "right": (0.0, 50.0),
}
# Key of a style as written, field of a style in points, and what is done on the way.
_CONVERTED: Final[tuple[tuple[str, str, Callable[[Any], Any]], ...]] = (
    ("face", "face", lambda name: name.text),
    ("latin_gap", "latin_gap_em", float),
    ("digits", "half_digits", lambda word: word == "half"),
    ("hollow", "hollow", bool),
    ("percent", "half_percent", lambda word: word == "half"),
    ("align", "align", str),
    ("before", "before", int),
    ("after", "after", int),
    ("with_next", "with_next", bool),
    ("lead_in", "lead_in", lambda name: name.text),
    ("level", "level", str),
    ("latin_gap_least", "latin_gap_least_em", float),
    ("latin_gap_most", "latin_gap_most_em", float),
    ("fit", "fit", str),
    ("punctuation", "punctuation", str),
    ("first_mark", "first_mark", str),
    ("line_start", "line_start", str),
    ("line_end", "line_end", str),
    ("hanging", "hanging", bool),
    ("loose", "loose", str),
    ("hyphenate", "hyphenate", bool),
    ("mark_blank", "mark_blank_em", float),
    ("optical", "optical", bool),
    ("squeeze", "squeeze", str),
    ("squeeze_stops", "squeeze_stops", bool),
    ("bonds", "bonds", str),
    ("tighten", "tighten_em", float),
    ("script", "script", str),
    ("column_numbers", "column_numbers", str),
)


def _in_house(style: TextStyle, house: str) -> TextStyle:
    from layout.spec.resolve.houses import in_house  # most papers name none

    return in_house(style, house)


class Styles:
    """Looks up styles and colours by name; faults are gathered, never raised."""

    def __init__(
        self,
        sheets: tuple[StyleSheet, ...],
        *,
        body_size: float,
        pitch: float,
        faults: list[Diagnostic],
        house: str = PLAIN_HOUSE,
    ) -> None:
        self._house = house
        self._body_size = body_size
        self.pitch = pitch
        self._faults = faults
        self.colors = named_colors(sheets, faults)
        found = partial(color_of, colors=self.colors, faults=faults)
        self._rules = RuleStyles(sheets, found, faults)
        self._written: list[Mapping[str, Style]] = [s.styles or {} for s in sheets]
        self._done: dict[str, TextStyle] = {}
        self.colored: set[str] = set()
        """Styles that a sheet gives a colour, themselves or through `like`."""
        self._bases: dict[str, TextStyle] = {}  # built-in styles before the sheets
        self._changes: dict[str, dict[str, Any]] = {}
        self._depth: dict[str, int] = {}
        self._names = {*STYLES, *(n for s in self._written for n in s)}
        # The others may start from the body's. What no sheet changes is built when asked for.
        for name in ("body", *sorted({n for sheet in self._written for n in sheet})):
            self._build(name, ())

    def get(self, name: str) -> TextStyle:
        """A built-in style that is always there, as the sheets have changed it."""
        return self._build(name, ())

    def known(self, name: str) -> TextStyle | None:
        """The style of a name; None where there is none."""
        return self._build(name, ()) if name in self._names else None

    def named(self, name: Name | None, default: str) -> TextStyle:
        """The style a spec names, or the default."""
        if name is None:
            return self.get(default)
        found = self.known(name.text)
        if found is None:
            self._no_style(name, self._hint(name.text))
            return self.get(default)
        return found

    @property
    def names(self) -> AbstractSet[str]:
        """What words may be in: the names of all styles and colours."""
        return self._names | self.colors.keys()

    def look(self, name: str) -> TextStyle | Color:
        """The style, or else the colour, of a name that there is."""
        style = self.known(name)
        return self.colors[name] if style is None else style

    def has(self, name: str) -> bool:
        """Whether there is a style of a name."""
        return name in self._names

    def changes(
        self, name: Name, others: Iterable[str] = (), *, behind: str = ""
    ) -> dict[str, Any] | None:
        """What the style that a paragraph names changes of the text it stands in, by the fields of
        `TextStyle`: what it and those it is like say, whatever the body's is. None, with a fault,
        for a style there is not; it may have been meant as one of `others`, which are boxes, or as
        the heading of the box that it stands `behind`."""
        if name.text not in self._names:
            hint = did_you_mean(name.text, others) or self._hint(name.text)
            if behind:
                hint = said("part.way-box-heading", box=behind, words=shown(name.text))
            self._no_style(name, hint)
            return None
        self._build(name.text, ())
        return self._own(name.text)

    def color(self, value: Color | Name) -> Color | None:
        """A colour as written: inks, a name or a tint of one. None, with a fault, for a name there
        is not."""
        return color_of(value, self.colors, self._faults)

    def rule(self, name: Name) -> Rule:
        """The rule a spec names; `none`, with a fault, for one there is not."""
        return self._rules.named(name)

    def size(self, length: Length | None, default: float) -> float:
        """A size of type in points."""
        if length is None:
            return default
        if length.unit == "zi":
            return length.value * self._body_size
        return length.value * ABSOLUTE_PT[length.unit]

    def _hint(self, name: str) -> Said | str:
        hint = did_you_mean(name, self._names)
        return hint or said("part.known-styles", names=tuple(sorted(self._names)))

    def _no_style(self, name: Name, hint: Said | str) -> None:
        told = error("UNKNOWN-STYLE.name", name.place, name=shown(name.text), hint=hint)
        self._faults.append(told)

    def _build(self, name: str, trail: tuple[str, ...]) -> TextStyle:
        if name in self._done:
            return self._done[name]
        style = STYLES.get(name)
        if style is not None and self._house != PLAIN_HOUSE:
            style = _in_house(style, self._house)
        if style is not None:
            style = self._bases[name] = self._of_page(name, style)
        for sheet in self._written:
            written = sheet.get(name)
            if written is not None:
                style = self._overlay(name, style, written, trail)
                self._idle(name, written)
        made = style or STYLES["body"]
        if made.name != name:
            made = replace(made, name=name)
        self._done[name] = made
        return made

    def _of_page(self, name: str, style: TextStyle) -> TextStyle:
        """A built-in style at the sizes and in the colours of the page."""
        changes: dict[str, Any] = {}
        if name in BODY_SIZED:
            changes["size"] = self._body_size
        if name in BODY_PARTS:
            size = BODY_PARTS[name] * self._body_size
            before = changes.get("size", style.size)
            changes |= {"size": size, "leading": style.leading * size / before}
        if name in STYLE_COLORS:
            changes["color"] = self.colors[STYLE_COLORS[name]]
        return replace(style, **changes) if changes else style

    def _overlay(
        self, name: str, base: TextStyle | None, written: Style, trail: tuple[str, ...]
    ) -> TextStyle:
        """`base`, or what the style is like, with the keys that are written."""
        own = self._own(name)
        sized = written.size is not None or "size" in own
        if written.like is not None:
            base = self._like(name, written.like, trail) or base
            own.update(self._own(written.like.text))
            sized = sized or "size" in own
        if base is None:
            base = self._done.get("body") or replace(STYLES["body"], size=self._body_size)
        if written.house is not None:
            base = _in_house(base, written.house)
        size = self.size(written.size, base.written)
        size = self._within(name, "size", size, LIMITS_PT["size"], written) or base.written
        changes = self._scaled(name, base, written, size)
        high = changes["size"]
        for key, field, convert in _CONVERTED:
            value = getattr(written, key)
            if value is not None:
                changes[field] = convert(value)
        if written.leading is not None:
            leading = self._leading(written.leading, high)
            if leading:  # 0 is the grid's
                least = (LEAST_LEADING * high, LIMITS_PT["size"][1])
                self._within(name, "leading", leading, least, written)
            changes["leading"] = leading
        if written.color is not None:
            changes["color"] = self.color(written.color) or base.color
        if written.color is not None or (
            written.like is not None and written.like.text in self.colored
        ):
            self.colored.add(name)
        for key, limits in LIMITS_EM.items():
            length: Length | None = getattr(written, key)
            if length is not None:
                em = self._em(length, high if key == "stroke" else size)
                changes[f"{key}_em"] = (
                    self._within(name, key, em, limits, written, unit="em") or 0.0
                )
        if written.hollow and not base.stroke_em and written.stroke is None:
            changes["stroke_em"] = HOLLOW_EM
        own.update(changes)
        if not sized:
            del own["size"]
        return replace(base, **changes)

    def _scaled(self, name: str, base: TextStyle, written: Style, size: float) -> dict[str, Any]:
        """What `h_scale` and `v_scale` make of type whose size is written as `size`."""
        if written.h_scale is None and written.v_scale is None:
            return {"size": size * base.v_scale}
        open_before = base.scales or Scales((base.h_scale * base.v_scale,) * 2, (base.v_scale,) * 2)
        scales = Scales(
            self._between(name, "h_scale", written, open_before.width),
            self._between(name, "v_scale", written, open_before.height),
        )
        wide, high = natural_scale(scales.width), natural_scale(scales.height)
        fixed = all(least == most for least, most in (scales.width, scales.height))
        return {
            "size": size * high,
            "h_scale": wide / high,
            "v_scale": high,
            "scales": None if fixed else scales,
        }

    def _between(
        self, name: str, key: str, written: Style, before: tuple[float, float]
    ) -> tuple[float, float]:
        """The least and the most of a scale in parts; what it was `before` where it is not said."""
        given: tuple[float, ...] | None = getattr(written, key)
        if not given:
            return before
        least, most = given[0] / 100, given[-1] / 100
        if least > most:
            told = said("STYLE-LIMIT.order", path=f"styles.{shown(name)}.{key}", least=given[0],
                    most=given[-1])  # fmt: skip
            self._faults.append(error(told, written.places[key]))
            return most, least
        return least, most

    def _own(self, name: str) -> dict[str, Any]:
        """What a style that is built, or being built, changes of the body's, by field."""
        if name not in self._changes:
            base = self._bases.get(name)
            self._changes[name] = _changed(name, base) if base is not None else {}
        return self._changes[name]

    def _idle(self, name: str, written: Style) -> None:
        """A warning for each key that does nothing in a style of a part of a line."""
        can = IN_THE_LINE.get(name)
        if can is not None:
            for key in (k for k in written.places if k not in can):
                told = said("STYLE-IDLE.key", path=f"styles.{name}.{key}", keys=tuple(sorted(can)))
                self._faults.append(warning(told, written.places[key]))

    def _like(self, name: str, like: Name, trail: tuple[str, ...]) -> TextStyle | None:
        """The style that one starts from; None, with a fault, when it cannot be had."""
        if like.text == name or like.text in trail:
            chain = " → ".join((*trail, name, like.text))
            self._faults.append(error("STYLE-CYCLE.like", like.place, styles=shown(chain, 120)))
            return None
        if like.text not in self._names:
            self._no_style(like, did_you_mean(like.text, self._names))
            return None
        made = self._build(like.text, (*trail, name)) if len(trail) < LIKE_MOST else None
        self._depth[name] = self._depth.get(like.text, 0) + 1
        if made is None or self._depth[name] > LIKE_MOST:
            self._faults.append(error("STYLE-DEPTH.like", like.place, most=LIKE_MOST))
        return made

    def _within(
        self,
        name: str,
        key: str,
        value: float,
        limits: tuple[float, float],
        written: Style,
        *,
        unit: str = "pt",
    ) -> float | None:
        """The value; None, with a fault, when it lies outside what can be set."""
        least, most = limits
        if least <= value <= most:
            return value
        told = said(
            "STYLE-LIMIT.value", path=f"styles.{shown(name)}.{key}", value=value, unit=unit,
            least=least, most=most,
        )  # fmt: skip
        self._faults.append(error(told, written.places[key]))
        return None

    def leading(self, length: Length | None, size: float) -> float:
        """The distance of baselines that a spec gives type of a size, in points; 0 for that of the
        grid, and where it gives none."""
        return self._leading(length, size) if length is not None else 0.0

    def _leading(self, length: Length, size: float) -> float:
        if length.unit == "em":
            return length.value * size
        if length.unit == "lines":
            return 0.0 if length.value == 1 else length.value * self.pitch
        return length.value * ABSOLUTE_PT[length.unit]

    def _em(self, length: Length, size: float) -> float:
        """Em of a length, at `size` points."""
        if length.unit in ("em", "zi"):
            return length.value
        if length.unit == "lines":
            return length.value * self.pitch / size
        return length.value * ABSOLUTE_PT[length.unit] / size


def _changed(name: str, style: TextStyle) -> dict[str, Any]:
    """What a built-in style changes of the body's, by field."""
    if name in PARAGRAPHS:
        return dict(PARAGRAPHS[name])
    body = STYLES["body"]
    kept = {"name", "size"} if name in BODY_SIZED else {"name"}
    each = zip(fields(TextStyle), values(style), values(body), strict=True)
    return {f.name: own for f, own, other in each if own != other and f.name not in kept}
