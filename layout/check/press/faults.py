"""What a check finds of a page, gathered: a fault that repeats is told once for each place.

A page in RGB has thousands of marks in RGB. They are one finding for each object and each part of
the page where they stand close together, with their number and the worst of them.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.seen import seen_as
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
MOST_MARKS: Final = 60
"""Marks of one place that are kept to tell it by."""
TOGETHER: Final = frozenset({"part.press-type", "part.press-path", "part.press-shading"})
"""Objects of which a page has many: they are told as one, by the worst of them."""


@record
class PressFault:
    """One mark with a fault: the key of its words, its box in page space, the object, what was
    measured and the limit; `mark` is the object itself, by which it is told to a person. Of several
    at one place the one with the most `badness` is told; type in several fonts, and paths, are told
    together unless they stand `apart`."""

    key: str
    box: Box
    object: Said | str
    value: Value = ""
    limit: Value = ""
    badness: float = 0.0
    severity: Severity | None = None
    more: dict[str, Value] = field(default_factory=dict)
    apart: bool = False
    mark: Painted | None = None

    @property
    def kind(self) -> tuple[Hashable, ...]:
        """What is the same of faults that are told together."""
        of = self.object
        if isinstance(of, Said) and of.key in TOGETHER and not self.apart:
            return (self.key, of.key, self.severity)
        return (self.key, of, self.severity)


class _Heap:
    """Faults of one kind that stand together."""

    def __init__(self, fault: PressFault) -> None:
        self.box = fault.box
        self.worst = fault
        self.count = 1
        self.marks = [fault.mark]

    def take(self, fault: PressFault) -> None:
        """Let another one join."""
        self.box = around(self.box, fault.box)
        self.count += 1
        if len(self.marks) < MOST_MARKS:
            self.marks.append(fault.mark)
        if fault.badness > self.worst.badness:
            self.worst = fault

    def join(self, other: "_Heap") -> None:
        """Take all of another heap, which comes before this one."""
        self.box = around(self.box, other.box)
        self.count += other.count
        self.marks = [*other.marks, *self.marks][:MOST_MARKS]
        if other.worst.badness >= self.worst.badness:
            self.worst = other.worst


def gathered_faults(
    page: PressPage, faults: Iterable[PressFault], *, whole: bool = False
) -> Iterator[Finding]:
    """The findings of a page's faults, in the order of their first marks; with `whole` the page is
    one place."""
    near = 1e9 if whole else mm(NEAR_MM) / page.unit
    heaps: dict[tuple[Hashable, ...], list[_Heap]] = {}
    for fault in faults:
        known = heaps.setdefault(fault.kind, [])
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
        for heap in _joined(known, near):
            yield _finding(page, heap)


def _joined(heaps: list[_Heap], near: float) -> list[_Heap]:
    """Heaps that have grown into one another, as one."""
    left = list(heaps)
    done: list[_Heap] = []
    while left:
        heap = left.pop(0)
        reach = grown(heap.box, near)
        other = next((o for o in left if meets(o.box, reach)), None)
        if other is None:
            done.append(heap)
        else:
            other.join(heap)
    return done


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
        thing=seen_as(page, worst.mark, heap.marks) or worst.object,
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
