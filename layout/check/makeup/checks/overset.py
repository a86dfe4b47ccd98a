"""OVERSET: text that is not on the page."""

from collections.abc import Iterator

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import StoryFacts, Subject
from layout.diagnostics import Spot
from layout.display.items import StoryFit
from layout.flow.copyfit import over_hint, over_words


def run(subject: Subject) -> Iterator[Finding]:
    """Each story with lines over; and each with characters that are nowhere drawn, whatever is
    said of it."""
    told = set()
    for fit in subject.page.fits:
        if not fit.over_lines or fit.jumps:
            continue
        told.add(fit.node)
        yield Finding(
            message=over_words(
                fit.node,
                characters=fit.over_characters,
                over=fit.over_lines,
                lines=fit.lines + fit.over_lines,
                room=fit.room,
            ),
            where=subject.places.get(fit.block),
            spot=_spot(subject, fit),
            hint=over_hint(fit.over_lines, fit.columns),
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
    for line in subject.lines:
        if line.owner == facts.node and line.paragraph:
            drawn[line.paragraph] = drawn.get(line.paragraph, "") + line.text
    first = min(drawn, default=1)  # a story that comes from another page begins in its middle
    for number, paragraph in enumerate(facts.story.paragraphs, 1):
        if number < first:
            continue
        lost = missing(paragraph.text, drawn.get(number, ""), begun=number > first)
        if lost:
            yield Finding(
                message=(
                    f"{facts.node}: {lost} characters of paragraph {number} are not on the page, "
                    "and no line is told to be over"
                ),
                where=paragraph.place_at(0),
                about=(facts.block, facts.node),
            )


def missing(text: str, drawn: str, *, begun: bool = True) -> int:
    """How many characters of a text were not drawn, spaces aside. Where it is not `begun` here,
    what stands before its first drawn line is on another page."""
    source = "".join(text.split())
    shown = "".join(drawn.split())
    if not begun and shown:
        # The rest of a paragraph is its end: its beginning may stand in it a second time.
        at = len(source) - len(shown) if source.endswith(shown) else source.find(shown[:4])
        source = source[at:] if at > 0 else source
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


CHECK = Check(
    id="OVERSET",
    title="溢文",
    reason="Text that has no room is left off the page.",
    source="copyfitting (字数、行数), by what is drawn",
    severity="error",
    run=run,
)
