"""COARSE: a picture with too few pixels for the size at which it is printed."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import Subject

CHECK: Final[Check[Subject]] = Check(
    id="COARSE",
    title="像素不足",
    reason="A picture enlarged beyond its pixels is soft or shows steps; one of two levels, which "
    "no screen smooths, shows them much sooner.",
    source="the trade's rule of two pixels for each line of the screen, and newsprint's screen of "
    "100 lines an inch (40 a centimetre); for pictures of two levels the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each picture of the page, by its pixels an inch as printed. That of one which stands in for
    the true one is a remark."""
    rules = subject.rules.coarse
    for shown in subject.shown:
        least = rules.line_art if shown.line_art else rules.least
        if shown.grain.ppi < least:
            picture = shown.grain.picture
            yield Finding(
                said=shown.grain.told(least),
                where=shown.place,
                spot=subject.spot(picture.rect),
                about=(shown.block, picture.source),
                severity="info" if picture.stands_in else None,
            )
