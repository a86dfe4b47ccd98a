"""Boxes in the text of a story (编者按 链接 延伸阅读): built-in ones, the edition's and the page's
laid over one another."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from layout.color import Color
from layout.diagnostics import Diagnostic, did_you_mean, error, shown
from layout.record import record, replace
from layout.spec.model.style import StyleSheet, TextBox
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import Length
from layout.spec.resolve.defaults import Rule
from layout.spec.resolve.resolved import RBox
from layout.spec.resolve.reversal import on_ground
from layout.spec.resolve.style import Styles
from layout.words.said import said

LIKE_MOST: Final = 8
"""How many boxes may build on one another."""
SIDE_ZI: Final = 1.0
"""White beside a rule or on a ground: a whole character, so that the measure is whole ones too."""
WHOLE: Final = 12
"""Lines of a box that stays whole: five centimetres of a column, which a reader takes in at a
glance. Of more, the hole that it leaves in the column before is worse than two halves."""


@record
class BoxLook:
    """What a built-in box looks like: names of rules (top, right, bottom, left) and of a colour,
    which a sheet may change."""

    rules: tuple[str, str, str, str] = ("none", "none", "none", "none")
    fill: str = ""


BOXES: Final[dict[str, BoxLook]] = {
    "编者按": BoxLook(rules=("none", "none", "thin", "none")),
    "链接": BoxLook(fill="tint"),
    "延伸阅读": BoxLook(rules=("thin", "thin", "thin", "thin")),
}
"""What dailies have: the editor's note with a thin rule under it, what is linked on a tint, further
reading in a frame. No standard says so; these are customs."""


@record
class _Sketch:
    """A box as it is being laid together."""

    rules: tuple[Rule, Rule, Rule, Rule] = ("none", "none", "none", "none")
    fill: Color | None = None
    style: Name | None = None
    heading: Name | None = None
    inset: Length | None = None
    whole: int = WHOLE
    corners: TextBox | None = None  # that which says them


class TextBoxes:
    """Looks up boxes by name; faults are gathered, never raised."""

    def __init__(
        self,
        sheets: Iterable[StyleSheet],
        styles: Styles,
        points: Callable[[Length], float],
        faults: list[Diagnostic],
    ) -> None:
        """`points` tells the points of a length that may be counted in 字."""
        self._styles = styles
        self._points = points
        self._faults = faults
        self._written = [s.boxes or {} for s in sheets]
        self.names = frozenset({*BOXES, *(n for s in self._written for n in s)})
        self._looks: dict[str, _Sketch] = {}
        self._made: dict[str, RBox] = {}
        for name in sorted({n for s in self._written for n in s}):
            self.get(name)

    def get(self, name: str) -> RBox | None:
        """The box of a name; None where there is none."""
        if name not in self.names:
            return None
        known = self._made.get(name)
        if known is None:
            known = self._made[name] = self._box(name, self._look(name, ()))
        return known

    def _box(self, name: str, look: _Sketch) -> RBox:
        _, right, _, left = look.rules
        closed = look.fill is not None or right != "none" or left != "none"
        side = Length(SIDE_ZI if closed else 0.0, "zi") if look.inset is None else look.inset
        heading = self._styles.named(look.heading, "box-heading")
        corners = self._corners(name, look) if look.corners is not None else ()
        return RBox(
            name=name, fill=look.fill, rules=look.rules, side=self._points(side), whole=look.whole,
            heading=on_ground(heading, look.fill, self._styles.colored, None), style=look.style,
            corners=corners,
        )  # fmt: skip

    def _corners(self, name: str, look: _Sketch) -> tuple[float, ...]:
        """The radii of a box's corners: a box of one line has room for them."""
        from layout.spec.resolve.corners import Cornered, radii  # few boxes have any

        assert look.corners is not None
        names = [rule if isinstance(rule, str) else name for rule in look.rules]
        what = Cornered(fill=look.fill is not None, rules=look.rules, names=names)
        path = f"boxes.{shown(name)}.corners"
        made = radii(look.corners, self._points, self._faults, what, path=path)
        if max(made, default=0.0) > self._styles.pitch:
            told = said("CORNERS.box", path=path, radius_pt=max(made), least_pt=self._styles.pitch)
            self._faults.append(error(told, look.corners.places["corners"]))
        return made

    def _look(self, name: str, trail: tuple[str, ...]) -> _Sketch:
        known = self._looks.get(name)
        if known is not None:
            return known
        look = self._built_in(name)
        for sheet in self._written:
            written = sheet.get(name)
            if written is not None:
                look = self._overlay(name, look, written, trail)
        self._looks[name] = look
        return look

    def _built_in(self, name: str) -> _Sketch:
        look = BOXES.get(name)
        if look is None:
            return _Sketch()
        top, right, bottom, left = look.rules
        fill = self._styles.colors[look.fill] if look.fill else None
        return _Sketch(rules=(top, right, bottom, left), fill=fill)

    def _overlay(
        self, name: str, base: _Sketch, written: TextBox, trail: tuple[str, ...]
    ) -> _Sketch:
        """`base`, or what the box is like, with the keys that are written."""
        if written.like is not None:
            base = self._like(name, written.like, trail) or base
        changes: dict[str, Any] = {
            key: getattr(written, key)
            for key in ("style", "heading", "inset", "whole")
            if getattr(written, key) is not None
        }
        if written.rules is not None:
            changes["rules"] = tuple([self._styles.rule(rule) for rule in written.rules.sides])
        if written.fill is not None:
            changes["fill"] = self._styles.color(written.fill)
        if written.corners:
            changes["corners"] = written
        if written.style is not None:
            self._styles.named(written.style, "body")  # it may be mistyped
        return replace(base, **changes)

    def _like(self, name: str, like: Name, trail: tuple[str, ...]) -> _Sketch | None:
        """The box that one starts from; None, with a fault, when it cannot be had."""
        chain = (*trail, name)
        if like.text in chain:
            told = " → ".join((*chain, like.text))
            self._faults.append(error("BOX-CYCLE.like", like.place, boxes=shown(told, 120)))
            return None
        if like.text not in self.names:
            hint = did_you_mean(like.text, self.names)
            hint = hint or said("part.known-boxes", names=tuple(sorted(self.names)))
            unknown = error("UNKNOWN-BOX.name", like.place, name=shown(like.text), hint=hint)
            self._faults.append(unknown)
            return None
        if len(chain) > LIKE_MOST:
            self._faults.append(error("BOX-CYCLE.deep", like.place, most=LIKE_MOST))
            return None
        return self._look(like.text, chain)
