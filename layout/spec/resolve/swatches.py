"""The colours of a page by name: built in, and those of the sheets with their spots and tints."""

from collections.abc import Iterator, Mapping
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, did_you_mean, error, shown, warning
from layout.record import replace
from layout.spec.model.style import StyleSheet
from layout.spec.model.swatch import Swatch, alike, spot_fault
from layout.spec.reader.kinds import LEAST_TINT, Name, is_color_name, tint_of
from layout.spec.resolve.defaults import COLORS
from layout.words.said import said

WHOLE: Final = 100.0


def named_colors(sheets: tuple[StyleSheet, ...], faults: list[Diagnostic]) -> dict[str, Color]:
    """Colours by name: the built-in ones and the sheets', a later sheet's before an earlier one's,
    in whatever order. Faults are added to `faults`."""
    colors: dict[str, Color] = dict(COLORS)
    written: dict[str, Color | Name | Swatch] = {}
    for sheet in sheets:
        written |= sheet.colors or {}
        for name in sheet.colors or {}:
            if not is_color_name(name):
                told = said("COLOR-NAME.ink", path="colors", name=shown(name))
                faults.append(error(told, sheet.place_of("colors")))
    colors |= _spots(written, faults)
    known = [*COLORS, *written]
    for name, first in written.items():
        trail, value, percent = [name], first, WHOLE
        while isinstance(value, Name):
            of, part = tint_of(value.text)
            percent *= part / WHOLE
            if of not in written or of in trail:
                break
            trail.append(of)
            value = written[of]
        if percent < LEAST_TINT and isinstance(first, Name):
            faults.append(error(said("TINT.least", percent=percent), first.place))
        elif isinstance(value, Color):
            colors[name] = value.tinted(percent)
        elif isinstance(value, Swatch):
            if trail[-1] in colors:  # else it is refused, and that is told
                colors[name] = colors[trail[-1]].tinted(percent)
        elif of in trail:
            chain = " → ".join((*trail, of))
            faults.append(error("COLOR-CYCLE.names", value.place, colors=chain))
        elif of in COLORS:
            colors[name] = COLORS[of].tinted(percent)
        else:
            faults.append(no_color(value, of, known))
    return colors


def color_of(
    value: Color | Name, colors: Mapping[str, Color], faults: list[Diagnostic]
) -> Color | None:
    """A colour as written: inks, a name or a tint of one. None, with a fault, for a name there is
    not."""
    if isinstance(value, Color):
        return value
    of, percent = tint_of(value.text)
    found = colors.get(of)
    if found is None:
        faults.append(no_color(value, of, list(colors)))
        return None
    return found.tinted(percent) if percent != WHOLE else found


def no_color(name: Name, of: str, known: list[str]) -> Diagnostic:
    """What is told of a name that no colour has."""
    hint = did_you_mean(of, known) or said("part.known-colors", names=tuple(known))
    return error("UNKNOWN-COLOR.name", name.place, name=shown(of), hint=hint)


def _spots(
    written: Mapping[str, Color | Name | Swatch], faults: list[Diagnostic]
) -> Iterator[tuple[str, Color]]:
    """The spots of the sheets, by the names of their colours. One ink has one name and looks one
    way: a second look of a spot is refused, a name almost the same is told."""
    first: dict[str, tuple[str, Color]] = {}
    for name, swatch in written.items():
        if not isinstance(swatch, Swatch):
            continue
        spot = swatch.spot or name
        if not swatch.spot:
            fault = spot_fault(spot)
            if fault is not None:
                faults.append(error(fault.having(path=f"colors.{shown(name)}"), swatch.place))
                continue
        color = replace(swatch.alternate, spot=spot)
        yield name, color
        other = first.setdefault(alike(spot), (name, color))
        if other[1] == color:
            continue
        path, where = f"colors.{shown(name)}", swatch.place
        if other[1].spot != spot:
            told = said("SPOT.alike", path=path, name=shown(spot), other=shown(other[1].spot))
            faults.append(warning(told, where))
            continue
        told = said(
            "SPOT.alternates",
            path=path,
            name=shown(spot),
            inks=str(swatch.alternate),
            other=str(replace(other[1], spot="")),
            color=shown(other[0]),
        )
        faults.append(error(told, where))
