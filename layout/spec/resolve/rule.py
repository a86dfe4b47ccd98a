"""Rules resolved: built-in ones, the edition's and the page's laid over one another."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, did_you_mean, error, shown, warning
from layout.record import replace
from layout.spec.model.rule import Ruling
from layout.spec.model.style import StyleSheet
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import Length
from layout.spec.resolve.defaults import RULE_STYLES, Rule, RuleStyle
from layout.units import ABSOLUTE_PT
from layout.words.said import Said, said

LIKE_MOST: Final = 8
"""How many rules may build on one another."""
GAP_PT: Final = 0.992  # 0.35 mm
WAVE_RATIO: Final = 0.318
"""Height of a wave in parts of its length, where none is said: 1/π, which meets at 45°."""
TWO_INKS_PT: Final = 1.0
"""Lines of more than one ink that are thinner than this show one ink beside the other."""


class RuleStyles:
    """Looks up rules by name; faults are gathered, never raised."""

    def __init__(
        self,
        sheets: tuple[StyleSheet, ...],
        color: Callable[[Color | Name], Color | None],
        faults: list[Diagnostic],
    ) -> None:
        self._color = color
        self._faults = faults
        self._written: list[Mapping[str, Ruling]] = [s.rules or {} for s in sheets]
        self._names = {*RULE_STYLES, *(n for s in self._written for n in s)}
        self._done: dict[str, RuleStyle] = {}
        for name in sorted({n for s in self._written for n in s}):
            self._build(name, ())
        for sheet in sheets:
            for name in sheet.rules or {}:
                if name == "none":
                    place = sheet.place_of("rules")
                    self._faults.append(error("RULE-NAME.none", place, path="rules"))

    def named(self, name: Name) -> Rule:
        """A rule as it is passed on: `none`, a built-in one's name, or a style of the sheets'."""
        text = name.text
        if text == "none" or (text in RULE_STYLES and text not in self._done):
            return text
        found = self._done.get(text)
        if found is None:
            names = ("none", *sorted(self._names))
            hint = _near(text, names) or said("part.known-rules", names=names)
            told = error("UNKNOWN-RULE.name", name.place, name=shown(text), hint=hint)
            self._faults.append(told)
            return "none"
        return found

    def _build(self, name: str, trail: tuple[str, ...]) -> RuleStyle | None:
        if name in self._done:
            return self._done[name]
        style = RULE_STYLES.get(name)
        for sheet in self._written:
            written = sheet.get(name)
            if written is not None:
                style = self._overlay(name, style, written, trail)
        if style is not None:
            self._done[name] = style
        return style

    def _overlay(
        self, name: str, base: RuleStyle | None, written: Ruling, trail: tuple[str, ...]
    ) -> RuleStyle:
        """`base`, or what the rule is like, with the keys that are written."""
        where = f"rules.{shown(name)}"
        if written.like is not None:
            base = self._like(name, written.like, trail) or base
        drawn = written.lines or written.pattern or written.like  # a `like` at fault is told
        if base is None and not drawn:
            self._faults.append(error("RULE-EMPTY.keys", written.place, path=where))
        base = base or RuleStyle(lines=((0.0, 0.283),))
        lines = _spread(
            [_pt(w) for w in written.lines] or [w for _, w in base.lines],
            _pt(written.gap) if written.gap is not None else _gap(base),
        )
        if not written.lines and written.gap is None:
            lines = base.lines
        wave = base.wave
        if written.wave is not None:
            wave = (_pt(written.wave), _pt(written.wave) * WAVE_RATIO)
        if written.height is not None:
            wave = (wave[0], _pt(written.height))
        dash = tuple(_pt(d) for d in written.dash) or base.dash
        if len(dash) % 2:
            told = said("RULE-DASH.odd", path=f"{where}.dash", lengths=len(dash))
            self._faults.append(error(told, written.places["dash"]))
        if dash and sum(dash) < TWO_INKS_PT / 2:
            path, least = f"{where}.dash", TWO_INKS_PT / 2
            told = said("RULE-DASH.short", path=path, width_pt=sum(dash), least_pt=least)
            self._faults.append(error(told, written.places["dash"]))
        color = self._color(written.color) if written.color is not None else None
        made = replace(
            base,
            lines=lines,
            dash=dash,
            wave=wave,
            pattern=written.pattern or base.pattern,
            size=_pt(written.size) if written.size is not None else base.size,
            color=color or base.color,
        )
        if made.pattern and not made.size:
            made = replace(made, size=RULE_STYLES[made.pattern].size)
            if not written.lines:
                made = replace(made, lines=RULE_STYLES[made.pattern].lines)
        self._check(where, made, written)
        return made

    def _check(self, where: str, made: RuleStyle, written: Ruling) -> None:
        """What a rule cannot have together, and inks that will not meet."""
        ways = [n for n in ("dash", "wave", "pattern") if getattr(written, n)]
        if len(ways) > 1:
            told = said("RULE-WAYS.two", path=where, keys=tuple(ways))
            self._faults.append(error(told, written.places[ways[1]]))
        if "height" in written.places and not made.wave[0]:
            told = said("RULE-WAYS.height", path=f"{where}.height")
            self._faults.append(error(told, written.places["height"]))
        if "size" in written.places and not made.pattern:
            told = said("RULE-WAYS.size", path=f"{where}.size")
            self._faults.append(error(told, written.places["size"]))
        inks = inks_of(made)
        thin = min(w for _, w in made.lines)
        solid = made.pattern in ("rope", "beads", "lozenge")
        if inks > 1 and thin < TWO_INKS_PT and not solid:
            told = said(
                "RULE-INKS.thin", path=where, inks=inks, width_pt=thin, least_pt=TWO_INKS_PT
            )
            self._faults.append(warning(told, written.place_of("color")))

    def _like(self, name: str, like: Name, trail: tuple[str, ...]) -> RuleStyle | None:
        """The rule that one starts from; None, with a fault, when it cannot be had."""
        if like.text == name or like.text in trail:
            chain = " → ".join((*trail, name, like.text))
            self._faults.append(error("RULE-CYCLE.like", like.place, rules=shown(chain, 120)))
            return None
        if like.text not in self._names:
            hint = _near(like.text, self._names)
            told = error("UNKNOWN-RULE.name", like.place, name=shown(like.text), hint=hint)
            self._faults.append(told)
            return None
        if len(trail) >= LIKE_MOST:
            self._faults.append(error("RULE-DEPTH.like", like.place, most=LIKE_MOST))
            return None
        return self._build(like.text, (*trail, name))


def inks_of(style: RuleStyle) -> int:
    """How many inks a rule is printed in."""
    return len(style.color.inks)


def _pt(length: Length) -> float:
    return length.value * ABSOLUTE_PT[length.unit]


def _gap(style: RuleStyle) -> float:
    """The white between the first two lines of a rule."""
    if len(style.lines) < 2:
        return GAP_PT
    (a, wide), (b, other) = style.lines[:2]
    return abs(b - a) - (wide + other) / 2


def _spread(widths: list[float], gap: float) -> tuple[tuple[float, float], ...]:
    """Lines of these widths side by side, the middle of them all at 0."""
    at = -(sum(widths) + gap * (len(widths) - 1)) / 2
    out = []
    for width in widths:
        out.append((at + width / 2, width))
        at += width + gap
    return tuple(out)


def _near(name: str, known: Iterable[str]) -> Said | str:
    """The hint for a name of no rule: the nearest one, or the one that a word of the trade is."""
    names = tuple(known)
    hint: Said | str = ""
    if not name.isascii():
        from layout.spec.reader.tradewords import meant_value

        hint = meant_value(name, names)
    return hint or did_you_mean(name, names)
