"""OVERSET: text that is not on the page."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import StoryFacts, Subject
from layout.diagnostics import Spot
from layout.display.items import StoryFit
from layout.flow import copyfit
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="OVERSET",
    title="溢文",
    reason="Text that has no room is left off the page.",
    source="copyfitting (字数、行数), by what is drawn",
    severity="error",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each story with lines over; and each with characters that are nowhere drawn, whatever is
    said of it."""
    told = set()
    for fit in subject.page.fits:
        if not fit.over_lines or fit.jumps:
            continue
        told.add(fit.node)
        yield Finding(
            said=copyfit.over(
                fit.node,
                characters=fit.over_characters,
                lines=fit.over_lines,
                of=fit.lines + fit.over_lines,
                columns=fit.columns,
                down=any(one.down for one in subject.stories if one.block == fit.block),
            ),
            where=subject.places.get(fit.block),
            spot=_spot(subject, fit),
            about=(fit.block, fit.node),
        )
    going_on = {fit.node for fit in subject.page.fits if fit.jumps or not fit.characters}
    for facts in subject.stories:
        if facts.node in told or facts.node in going_on or facts.story is None:
            continue
        told.add(facts.node)
        yield from _lost(subject, facts)


def _lost(subject: Subject, facts: StoryFacts) -> Iterator[Finding]:
    """The paragraphs of a story of which characters are not drawn."""
    assert facts.story is not None
    drawn: dict[int, str] = {}
    begins: list[tuple[int, int]] = []
    for line in subject.lines:
        if line.owner == facts.node and line.passage is not None:
            begins.append((line.passage.paragraph, line.passage.offset))
            drawn[line.paragraph] = drawn.get(line.paragraph, "") + line.text
    # A story that comes from another page begins in its middle.
    first, begin = min(begins, default=(1, 0))
    for number, paragraph in enumerate(facts.story.paragraphs, 1):
        if number < first:
            continue
        text = paragraph.text[begin:] if number == first else paragraph.text
        lost = missing(text, drawn.get(number, ""))
        if lost:
            yield Finding(
                said=said("OVERSET.lost", node=facts.node, characters=lost, paragraph=number),
                where=paragraph.place_at(0),
                about=(facts.block, facts.node),
            )


def missing(text: str, drawn: str) -> int:
    """How many characters of a text were not drawn, spaces aside."""
    source = "".join(text.split())
    shown = "".join(drawn.split())
    at = 0
    lost = 0
    for char in source:
        found = shown.find(char, at, at + 2)  # a hyphen at a line's end stands between
        if found < 0:
            lost += 1
        else:
            at = found + 1
    return lost


def _spot(subject: Subject, fit: StoryFit) -> Spot | None:
    """The last column of the story's block, where the text breaks off."""
    own = [frame for frame in subject.page.frames if frame.block == fit.block]
    return subject.spot(own[-1].rect) if own else None
