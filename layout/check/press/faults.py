"""What a check finds of a page, gathered: a fault that repeats is told once for each place.

A page in RGB has thousands of marks in RGB. They are one finding for each object and each part of
the page where they stand close together, with their number and the worst of them.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.subject import PressPage
from layout.diagnostics import Severity
from layout.pdf.matrix import Box, around, grown, meets
from layout.pdf.painted import Painted
from layout.record import field, record
from layout.units import mm
from layout.words.said import Said, Value, said

NEAR_MM: Final = 10.0
"""Marks as near as this to one another are at one place."""
MOST_PLACES: Final = 6
"""Places of one fault on a page that are told one by one; what comes after joins the last."""


@record
class PressFault:
    """One mark with a fault: the key of its words, its box in page space, the object, what was
    measured and the limit. Of several at one place the one with the most `badness` is told."""

    key: str
    box: Box
    object: Said | str
    value: Value = ""
    limit: Value = ""
    badness: float = 0.0
    severity: Severity | None = None
    more: dict[str, Value] = field(default_factory=dict)


class _Heap:
    """Faults of one kind that stand together."""

    def __init__(self, fault: PressFault) -> None:
        self.box = fault.box
        self.worst = fault
        self.count = 1

    def take(self, fault: PressFault) -> None:
        """Let another one join."""
        self.box = around(self.box, fault.box)
        self.count += 1
        if fault.badness > self.worst.badness:
            self.worst = fault


def gathered_faults(page: PressPage, faults: Iterable[PressFault]) -> Iterator[Finding]:
    """The findings of a page's faults, in the order of their first marks."""
    near = mm(NEAR_MM) / page.unit
    heaps: dict[tuple[str, Said | str, Severity | None], list[_Heap]] = {}
    for fault in faults:
        known = heaps.setdefault((fault.key, fault.object, fault.severity), [])
        reach = grown(fault.box, near)
        for heap in reversed(known):
            if meets(heap.box, reach):
                heap.take(fault)
                break
        else:
            if len(known) < MOST_PLACES:
                known.append(_Heap(fault))
            else:
                known[-1].take(fault)
    for known in heaps.values():
        for heap in known:
            yield _finding(page, heap)


def _finding(page: PressPage, heap: _Heap) -> Finding:
    worst = heap.worst
    return page.finding(
        worst.key,
        heap.box,
        severity=worst.severity,
        about=(str(worst.object),),
        value=worst.value,
        limit=worst.limit,
        object=worst.object,
        count=heap.count,
        times=said("part.press-times", count=heap.count) if heap.count > 1 else "",
        **worst.more,
    )


def object_of(painted: Painted) -> Said:
    """What a mark is, as a finding names it: type in a font, a picture by its object, a path."""
    if painted.text is not None:
        return font_of(painted.text.font.base_name, painted.text.font.reference)
    if painted.image is not None:
        if painted.image.inline:
            return said("part.press-inline")
        return said("part.press-picture", number=painted.image.reference)
    return said("part.press-shading" if painted.shading is not None else "part.press-path")


def font_of(name: str, number: int) -> Said:
    """A font, as a finding names it."""
    return said("part.press-type", font=name or "?", number=number)
