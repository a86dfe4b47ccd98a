"""Style sheets resolved: built-in styles, the edition's and the page's laid over one another."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from layout.color import Color
from layout.diagnostics import Diagnostic, Place, did_you_mean, error, shown
from layout.spec.defaults import COLORS, STYLES, TextStyle
from layout.spec.fields import Length, Name
from layout.spec.model import Style, StyleSheet
from layout.units import ABSOLUTE_PT


class Styles:
    """Looks up styles and colours by name; faults are gathered, never raised."""

    def __init__(
        self,
        sheets: tuple[StyleSheet, ...],
        *,
        body_size: float,
        pitch: float,
        faults: list[Diagnostic],
    ) -> None:
        self._body_size = body_size
        self._pitch = pitch
        self._faults = faults
        self.colors: dict[str, Color] = dict(COLORS)
        for sheet in sheets:
            self._add_colors(sheet)
        self._written: list[Mapping[str, Style]] = [s.styles or {} for s in sheets]
        self._done: dict[str, TextStyle] = {}
        self._names = {*STYLES, *(n for s in self._written for n in s)}
        for name in sorted(self._names):
            self._build(name, ())

    def get(self, name: str) -> TextStyle:
        """A built-in style that is always there, as the sheets have changed it."""
        return self._done[name]

    def named(self, name: Name | None, default: str) -> TextStyle:
        """The style a spec names, or the default."""
        if name is None:
            return self._done[default]
        found = self._done.get(name.text)
        if found is None:
            hint = did_you_mean(name.text, self._names) or "styles: " + ", ".join(
                sorted(self._names)
            )
            self._faults.append(
                error("UNKNOWN-STYLE", f'no style "{shown(name.text)}"', name.place, hint)
            )
            return self._done[default]
        return found

    def color(self, value: Color | str | None, place: Place) -> Color | None:
        """A colour as written: inks, or a name."""
        if value is None or isinstance(value, Color):
            return value
        found = self.colors.get(value)
        if found is None:
            hint = did_you_mean(value, self.colors) or "colours: " + ", ".join(self.colors)
            self._faults.append(error("UNKNOWN-COLOR", f'no colour "{value}"', place, hint))
        return found

    def size(self, length: Length | None, default: float) -> float:
        """A size of type in points."""
        if length is None:
            return default
        if length.unit == "zi":
            return length.value * self._body_size
        return length.value * ABSOLUTE_PT[length.unit]

    def _add_colors(self, sheet: StyleSheet) -> None:
        for name, value in (sheet.colors or {}).items():
            color = self.color(value, sheet.places.get("colors", sheet.place))
            if color is not None:
                self.colors[name] = color

    def _build(self, name: str, trail: tuple[str, ...]) -> TextStyle:
        if name in self._done:
            return self._done[name]
        style = STYLES.get(name)
        if name == "body" and style is not None:
            style = replace(style, size=self._body_size)
        for sheet in self._written:
            written = sheet.get(name)
            if written is not None:
                style = self._overlay(name, style, written, trail)
        made = self._done[name] = replace(style or STYLES["body"], name=name)
        return made

    def _overlay(
        self, name: str, base: TextStyle | None, written: Style, trail: tuple[str, ...]
    ) -> TextStyle:
        if written.like is not None:
            like = written.like
            if like.text == name or like.text in trail:
                chain = " → ".join((*trail, name, like.text))
                self._faults.append(
                    error("STYLE-CYCLE", f"styles in a circle: {chain}", like.place)
                )
            elif like.text not in self._names:
                hint = did_you_mean(like.text, self._names)
                self._faults.append(
                    error("UNKNOWN-STYLE", f'no style "{shown(like.text)}"', like.place, hint)
                )
            else:
                base = self._build(like.text, (*trail, name))
        if base is None:
            base = self._done.get("body") or replace(STYLES["body"], size=self._body_size)
        size = self.size(written.size, base.size)
        changes: dict[str, Any] = {"size": size}
        if written.face is not None:
            changes["face"] = written.face.text
        if written.leading is not None:
            changes["leading"] = self._leading(written.leading, size)
        if written.color is not None:
            color = self.color(written.color, written.places["color"])
            changes["color"] = color or base.color
        for key, field in (("tracking", "tracking_em"), ("stroke", "stroke_em")):
            value: Length | None = getattr(written, key)
            if value is not None:
                changes[field] = _em(value, size)
        if written.indent is not None:
            changes["indent_em"] = self._indent(written.indent, size)
        if written.h_scale is not None:
            changes["h_scale"] = written.h_scale / 100
        if written.latin_gap is not None:
            changes["latin_gap_em"] = written.latin_gap
        if written.digits is not None:
            changes["half_digits"] = written.digits == "half"
        for key in ("align", "level", "fit"):
            if getattr(written, key) is not None:
                changes[key] = getattr(written, key)
        return replace(base, **changes)

    def _leading(self, length: Length, size: float) -> float:
        if length.unit == "em":
            return length.value * size
        if length.unit == "lines":
            return 0.0 if length.value == 1 else length.value * self._pitch
        return length.value * ABSOLUTE_PT[length.unit]

    def _indent(self, length: Length, size: float) -> float:
        if length.unit in ("em", "zi"):
            return length.value
        if length.unit == "lines":
            return length.value * self._pitch / size
        return _em(length, size)


def _em(length: Length, size: float) -> float:
    return length.value if length.unit == "em" else length.value * ABSOLUTE_PT[length.unit] / size
