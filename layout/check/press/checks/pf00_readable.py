"""PF00: the file can be read, whole, and without mending."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.separated import plates_of
from layout.check.press.subject import PressSubject
from layout.spec.model.checks import PlainLimits
from layout.words.said import said

MOST_TOLD: Final = 12
"""Remarks of one page or of the file: more of them say nothing new."""

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF00",
    title="文件可读",
    reason="What had to be mended, passed over or guessed, another reader takes otherwise: only a "
    "file that was read whole can be judged.",
    source="ISO 32000-1, 7.5 (file structure) and annex A (operators)",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Damage to the file, to the page tree, and to the content of each page."""
    for page in subject.pages:
        plates_of(subject, page)  # decodes what is painted: a picture that is cut is damage too
    for told in subject.document.warnings[:MOST_TOLD]:
        yield subject.finding("PF00.mended", why=said("part.program-says", text=told))
    if not subject.data.startswith(b"%PDF-"):  # offsets count from here or from there
        yield subject.finding("PF00.mended", why=said("part.pdfread-late-header"))
    for fault in subject.document.faults[:MOST_TOLD]:
        yield subject.finding("PF00.tree", why=fault)
    for page in subject.pages:
        if page.contents is None:
            yield page.finding("PF00.page", why=page.fault or said("part.pdfread-page-unread"))
            continue
        for one in page.contents.unread[:MOST_TOLD]:
            yield page.finding(
                "PF00.content", why=one.said, object=one.source, operator=one.operator
            )
