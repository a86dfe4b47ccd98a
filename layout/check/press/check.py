"""How a check of preflight is written: its number, its words, its limits, and how it looks.

    LIMITS = ...                      # a class of keys that a profile may set, or PlainLimits

    CHECK: Final = PressCheck(
        id="PF15", title="图像分辨率", reason="…", source="…", severity="warning",
        limits=ResolutionLimits, run=lambda subject, limits: run(subject, limits),
    )

    def run(subject: PressSubject, limits: ResolutionLimits) -> Iterator[Finding]:
        for page, contents in subject.contents():
            for item in contents.painted:
                …
                yield page.finding("PF15.low", item.seen, value=…, limit=…, object=…)

`value`, `limit` and `object` are what JSON has as `measured`, `limit` and `object`: each is a
number in the unit that the message tells, a text, or something said. What is wrong in one way at
many places of a page is one finding with how many there are (`gathered`).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from layout.check.engine import Check, Finding
from layout.check.press.subject import PressSubject
from layout.diagnostics import Severity
from layout.pdf.matrix import Box, around
from layout.record import record
from layout.spec.model.checks import Limits

L = TypeVar("L", bound=Limits)
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


@record
class PressCheck(Generic[L]):
    """One thing that can be wrong with a file for a press. The `id` never changes; `title` is the
    field's own term; `severity` holds where neither a finding nor the profile says another."""

    id: str
    title: str
    reason: str
    source: str
    severity: Severity
    limits: type[L]
    run: Callable[[PressSubject, L], Iterable[Finding]]

    def bound(self, limits: Any) -> Check[PressSubject]:
        """The check with limits, as the engine runs it."""
        return Check(
            id=self.id,
            title=self.title,
            reason=self.reason,
            source=self.source,
            severity=self.severity,
            run=lambda subject: self.run(subject, limits),
        )


@record
class Gathered(Generic[T]):
    """What is alike among things found on a page: the first, how many, and the box of them all."""

    first: T
    number: int
    box: Box


def gathered(found: Iterable[tuple[K, Box, T]]) -> Iterator[tuple[K, Gathered[T]]]:
    """Things found, by a key of what is wrong with them, in the order in which keys were met."""
    out: dict[K, Gathered[T]] = {}
    for key, box, thing in found:
        known = out.get(key)
        if known is None:
            out[key] = Gathered(first=thing, number=1, box=box)
        else:
            out[key] = Gathered(
                first=known.first, number=known.number + 1, box=around(known.box, box)
            )
    yield from out.items()
