"""PF33: tones that the press can hold: no dots too small, no shadows that close."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding, NotCheckedError
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, gathered_faults, object_of
from layout.check.press.ink import SOLID, inks, percent
from layout.check.press.marks import Marks, marks_of
from layout.check.press.separated import plates_of
from layout.check.press.subject import PressSubject
from layout.pdf.matrix import meets
from layout.pdf.painted import Painted
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind
from layout.words.said import Said


@record
class ToneLimits(Limits):
    """PF33: the lightest and darkest tones."""

    least: float = option(NumberKind(0, 100), "per cent of the lightest tint", default=3)
    most: float = option(
        NumberKind(0, 100), "per cent of the darkest black that is not solid", default=85
    )
    area: float = option(
        NumberKind(0, 100), "per cent of a picture that may lie beyond them", default=5
    )


CHECK: Final[PressCheck[ToneLimits]] = PressCheck(
    id="PF33",
    title="阶调范围",
    reason="On newsprint dots below 3 % are lost, and shadows above 85 % of black close.",
    source="house rules of newspaper prepress: 3 % to 85 %",
    severity="warning",
    limits=ToneLimits,
    run=lambda subject, limits: run(subject, limits),
)
SMALL: Final = 6.0
"""Points that a picture must be wide and high: smaller ones are eight pixels of a plate."""
EXACT: Final = 0.6
"""Per cent by which a tone of a picture may be beyond: plates have 255 steps, and are drawn."""


def run(subject: PressSubject, limits: ToneLimits) -> Iterator[Finding]:
    """Flat tints, and pictures with more than a little of their area, beyond what is held."""
    missed: Said | None = None
    for marks in marks_of(subject):
        yield from gathered_faults(marks.page, _tints(marks, limits))
        if any(_is_photo(one) for one in marks.printed):
            plates = plates_of(subject, marks.page)
            if isinstance(plates, Said):
                missed = plates
            else:
                yield from gathered_faults(marks.page, _photos(marks, limits))
    if missed is not None:
        raise NotCheckedError(missed)


def _tints(marks: Marks, limits: ToneLimits) -> Iterator[PressFault]:
    for one in marks.printed:
        if one.path is None or one.inside("glyph"):
            continue
        for paint in one.paints:
            laid = inks(paint) or {}
            faint = {k: v for k, v in laid.items() if percent(v) < limits.least}
            dark = laid.get("Black", 0.0)
            if faint:
                ink = min(faint, key=faint.__getitem__)
                yield _fault("PF33.faint", one, percent(faint[ink]), limits.least, ink)
            elif percent(dark) > limits.most and dark < SOLID and one.look.opaque:
                yield _fault("PF33.dark", one, percent(dark), limits.most, "Black")


def _fault(key: str, one: Painted, value: float, limit: float, ink: str) -> PressFault:
    bad = -value if key.endswith("faint") else value
    return PressFault(
        key=key,
        box=one.seen,
        object=object_of(one),
        mark=one,
        value=value,
        limit=limit,
        badness=bad,
        more={"ink": ink},
    )


def _is_photo(one: Painted) -> bool:
    """A picture with tones, large enough that these can be measured."""
    image = one.image
    if image is None or image.mask or image.bits == 1 or one.inside("glyph"):
        return False
    return min(one.seen[2] - one.seen[0], one.seen[3] - one.seen[1]) >= SMALL


def _photos(marks: Marks, limits: ToneLimits) -> Iterator[PressFault]:
    from layout.check.press.tones import shares  # NumPy is loaded for this alone

    plates = plates_of(marks.subject, marks.page)
    assert not isinstance(plates, Said)
    for one in marks.printed:
        if not _is_photo(one):
            continue
        over = [
            later.seen
            for later in marks.printed
            if later.order > one.order and meets(later.seen, one.seen)
        ]
        found = shares(
            plates,
            marks.page.rect(one.seen),
            [marks.page.rect(box) for box in over],
            least=limits.least - EXACT,
            most=limits.most + EXACT,
        )
        for key, share, limit in (
            ("PF33.photo-faint", found.faint, limits.least),
            ("PF33.photo-dark", found.dark, limits.most),
        ):
            if share > limits.area:
                yield PressFault(
                    key=key,
                    box=one.seen,
                    object=object_of(one),
                    mark=one,
                    value=round(share, 1),
                    limit=limit,
                    badness=share,
                    more={"area": limits.area},
                )
