"""MARKS: punctuation that is not the one meant, in stories and in every other text of the page."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import StoryFacts, Subject
from layout.correction.markfaults import MarkFault, find_faults
from layout.diagnostics import Place
from layout.record import record
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.resolve.texts import couplet
from layout.words.said import Said, said

CONTEXT: Final = 6
"""Characters that are shown on either side of a mark."""
MOST_LINES: Final = 6
"""Further places that are named."""
_HEAD: Final = ("label", "kicker", "title", "subtitle", "summary", "byline")

CHECK: Final[Check[Subject]] = Check(
    id="MARKS",
    title="标点",
    reason="Half-width, doubled and unpaired marks are slips of typing, or change the sense.",
    source="GB/T 15834-2011 4 and 5.1",
    severity="warning",
    run=lambda subject: run(subject),
)


@record
class _Fault:
    """A mark, what is wrong with it, its place and the words around it."""

    of: MarkFault
    place: Place | None
    around: str

    @property
    def kind(self) -> tuple[str, str, str]:
        """What makes two of them one to a reader: the mark and what is wrong with it."""
        return self.of.mark, self.of.what, self.of.other


def run(subject: Subject) -> Iterator[Finding]:
    """Each kind of fault once a story or text, at its first place, with the places of the rest."""
    told: set[str] = set()
    for facts in subject.stories:
        if facts.story is None or facts.node in told or facts.script == "ja":
            continue
        told.add(facts.node)
        yield from _findings([*_of_head(facts), *_of_body(facts)], (facts.block, facts.node))
    for words in subject.words:
        faults = [_fault(fault, words.text, words.place) for fault in find_faults([words.text])]
        yield from _findings(faults, (words.block,))


def _of_head(facts: StoryFacts) -> Iterator[_Fault]:
    assert facts.story is not None
    front = facts.story.front
    for key in _HEAD:
        text = "\u3000".join(couplet(unmarked(getattr(front, key) or "")[0]))
        for fault in find_faults([text]):
            yield _fault(fault, text, front.place_of(key))


def _of_body(facts: StoryFacts) -> Iterator[_Fault]:
    assert facts.story is not None
    paragraphs = facts.story.paragraphs
    for fault in find_faults([paragraph.text for paragraph in paragraphs]):
        paragraph = paragraphs[fault.paragraph]
        yield _fault(fault, paragraph.text, paragraph.place_at(fault.start))


def _fault(fault: MarkFault, text: str, place: Place | None) -> _Fault:
    around = text[max(0, fault.start - CONTEXT) : fault.end + CONTEXT]
    return _Fault(of=fault, place=place, around=around.strip())


def _findings(faults: Sequence[_Fault], about: tuple[str, ...]) -> Iterator[Finding]:
    kinds: dict[tuple[str, str, str], list[_Fault]] = {}
    for fault in faults:
        kinds.setdefault(fault.kind, []).append(fault)
    for (mark, what, other), group in kinds.items():
        first = group[0]
        meant = tuple(dict.fromkeys(fault.of.meant for fault in group if fault.of.meant))
        yield Finding(
            said=said(
                what,
                around=first.around,
                mark=mark,
                other=other,
                times=said("part.times", count=len(group)) if len(group) > 1 else "",
                meant=said("part.meant", marks=meant, count=len(meant)) if meant else "",
                hint=_others(first, group[1:]),
            ),
            where=first.place,
            about=about,
        )


def _others(first: _Fault, rest: Sequence[_Fault]) -> Said | str:
    """Where else it stands."""
    lines = list(dict.fromkeys(f.place.line for f in rest if f.place is not None))
    if first.place is not None and first.place.line in lines:
        lines.remove(first.place.line)
    if not lines:
        return ""
    if len(lines) > MOST_LINES:
        return said("part.also-in-more", lines=tuple(lines[:MOST_LINES]), count=len(lines))
    return said("part.also-in", lines=tuple(lines), count=len(lines))
