"""WIDOW: a line of a paragraph stands alone at a column's head or foot."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine, in_frames, threads
from layout.check.makeup.subject import Subject
from layout.geometry import hull
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="WIDOW",
    title="孤行",
    reason="A line cut off from its paragraph is read as a heading or a slip.",
    source="trade rule (孤行)",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each paragraph that is parted between two columns with too little on one side."""
    inside = in_frames(subject.page, subject.lines)
    rule = subject.rules.widow
    for _, frames in threads(subject.page):
        before: list[DrawnLine] = []
        for index in frames:
            here = inside[index]
            if before and here and _parted(before[-1], here[0]):
                foot = _run_of(before[::-1])[::-1]
                head = _run_of(here)
                begins = len(foot) < len(before) or foot[0].offset == 0
                if len(foot) < rule.foot and begins:
                    yield _finding(subject, foot, "WIDOW.begins", rule.foot)
                ends = head[-1].facts is not None and head[-1].facts.last
                if len(head) < rule.head and ends:
                    yield _finding(subject, head, "WIDOW.ends", rule.head)
            before = here or before


def _parted(above: DrawnLine, below: DrawnLine) -> bool:
    """Whether two lines are of one paragraph."""
    ended = above.facts is not None and above.facts.last
    return above.node == below.node and below.paragraph > 0 and not ended


def _run_of(lines: list[DrawnLine]) -> list[DrawnLine]:
    """The lines from the first on that are of one paragraph."""
    count = next((k for k, line in enumerate(lines) if line.node != lines[0].node), len(lines))
    return lines[:count]


def _finding(subject: Subject, lines: list[DrawnLine], key: str, least: int) -> Finding:
    line = lines[0]
    return Finding(
        said=said(key, text=line.text, lines=len(lines), least_lines=least),
        where=subject.line_place(line),
        spot=subject.spot(hull(one.rect for one in lines)),
        about=subject.about(line),
    )
