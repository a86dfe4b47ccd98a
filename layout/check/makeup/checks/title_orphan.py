"""TITLE-ORPHAN: a headline or 小标题 at the foot of a column, its text elsewhere."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine, Title, in_frames, shared, threads
from layout.check.makeup.subject import Subject
from layout.units import EPS_PT
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="TITLE-ORPHAN",
    title="背题",
    reason="A headline at the foot of a column turns its back on the text it belongs to.",
    source="trade rule: no title without text under it in its column",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Headlines, then 小标题, with too few lines of text under them."""
    inside = in_frames(subject.page, subject.lines)
    for title in subject.titles:
        yield from _headline(subject, title, inside)
    for _, frames in threads(subject.page):
        for frame in frames:
            yield from _subheads(subject, inside[frame])


def _headline(
    subject: Subject, title: Title, inside: dict[int, list[DrawnLine]]
) -> Iterator[Finding]:
    least = subject.rules.title_orphan.lines
    frames = subject.page.frames
    own = [
        k
        for k, frame in enumerate(frames)
        if frame.node == title.owner and frame.block in (title.block, "")
    ]
    fits = [fit for fit in subject.page.fits if fit.block == title.block]
    if title.vertical or not own or (fits and all(fit.nothing for fit in fits)):
        return  # told of its jump; text stands beside it; or it is alone, as over a picture
    whole = title.whole
    first = frames[own[0]].rect
    level = shared(first.y, first.bottom, whole.y, whole.bottom) > whole.height / 2
    if level and len(inside[own[0]]) >= least:
        return  # its text begins beside it
    under = [
        k
        for k in own
        if frames[k].rect.bottom > whole.bottom + EPS_PT
        and shared(frames[k].rect.x, frames[k].rect.right, whole.x, whole.right) > EPS_PT
    ]
    text = inside[under[0]] if under else []
    count = len(text)
    if count < least and not (text and _ends(subject, text[-1])):
        yield Finding(
            said=said("TITLE-ORPHAN.headline", text=title.text, lines=count, least_lines=least),
            where=subject.title_place(title),
            spot=subject.spot(whole),
            about=(title.block, title.owner),
        )


def _subheads(subject: Subject, lines: list[DrawnLine]) -> Iterator[Finding]:
    """小标题 of one column that have too few lines of their text in it."""
    least = subject.rules.title_orphan.lines
    for at, line in enumerate(lines):
        last = at + 1 == len(lines) or lines[at + 1].node != line.node
        if not last or not line.is_subhead:
            continue
        count = sum(1 for below in lines[at + 1 :] if not below.is_subhead)
        if count < least and not _ends(subject, lines[-1]):
            yield Finding(
                said=said("TITLE-ORPHAN.subhead", text=line.text, lines=count, least_lines=least),
                where=subject.line_place(line),
                spot=subject.spot(line.rect),
                about=subject.about(line),
            )


def _ends(subject: Subject, line: DrawnLine) -> bool:
    """Whether the story ends with a line, and not with a 小标题."""
    facts = subject.story(line.owner)
    if facts is None or facts.story is None or line.facts is None:
        return False
    paragraphs = facts.story.paragraphs
    last = line.paragraph == len(paragraphs) and line.facts.last
    return last and paragraphs[-1].kind != "subhead"
