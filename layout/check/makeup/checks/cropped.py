"""CROPPED: a picture of which more is cut off than may be."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import Subject

CHECK: Final[Check[Subject]] = Check(
    id="CROPPED",
    title="裁切",
    reason="What is cut off is lost to the reader: the words of an advert, a head, the white "
    "that a QR code needs round it.",
    source="ISO/IEC 18004 for the white round a QR code; the share is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each picture of the page, by the part of its area that is not seen. That of one which stands
    in for the true one is a remark. Of an advert nothing is cut without a word."""
    for cut in subject.cuts:
        most = cut.most(subject.rules.cropped.area)
        if cut.share > most:
            yield Finding(
                said=cut.told(most),
                where=cut.place,
                spot=subject.spot(cut.picture.rect),
                about=(cut.block, cut.picture.source),
                severity="info" if cut.picture.stands_in else None,
            )
