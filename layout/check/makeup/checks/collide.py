"""COLLIDE: what covers something, stands on it, or goes through it (see `collisions`)."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.collisions import TOUCHES, Met, Thing, collisions
from layout.check.makeup.subject import Subject
from layout.geometry import Rect
from layout.units import unlike
from layout.words.said import Value, said

BODY: Final = ("p", "ruby", "note", "byline", "foot", "end", "jump-to", "jump-from")

CHECK: Final[Check[Subject]] = Check(
    id="COLLIDE",
    title="压字",
    reason="What is covered, struck through or printed over cannot be read; a picture that another "
    "thing covers is cropped without a word.",
    source="trade rule; what is drawn decides, not what the spec intends: every item of the page "
    "is held against every other, type by the outlines of its glyphs",
    severity="error",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each two things of which one covers, crosses or overprints the other; told once for all that
    two parts of blocks have of it, with the first and how many more there are."""
    told: dict[tuple[str, ...], list[Met]] = {}
    for met in collisions(subject):
        if not _outgrown(subject, met.one, met.other):
            told.setdefault(_key(met), []).append(met)
    worse = {_pair(m[0]) for m in told.values() if m[0].severity == "error"}
    for meetings in told.values():
        if meetings[0].what != TOUCHES or _pair(meetings[0]) not in worse:
            yield _finding(subject, meetings)


def _outgrown(subject: Subject, one: Thing, other: Thing) -> bool:
    """Whether two things meet for what is told already: one is of a headline or another display
    text of which composing has told that it does not fit its place, and the other is of its own
    block. What it covers of another block, and the frame that it runs over, are told besides."""
    if one.owner != other.owner or not subject.in_fault(one.owner):
        return False
    if any(thing.kind == "rule" and not thing.part for thing in (one, other)):
        return False
    return any(
        thing.part not in BODY and (thing.kind == "type" or thing.part != "")
        for thing in (one, other)
    )


def _pair(met: Met) -> frozenset[str]:
    """The two parts of blocks that meet, whatever they do to one another."""
    return frozenset(f"{t.kind} {t.owner}#{t.part}" for t in (met.one, met.other))


def _key(met: Met) -> tuple[str, ...]:
    parts = [f"{t.owner}#{t.part}" for t in (met.one, met.other)]
    return (met.what, met.one.kind, met.other.kind, *parts, str(met.one is met.other))


def _finding(subject: Subject, meetings: list[Met]) -> Finding:
    met = meetings[0]
    left, top, right, foot = met.where
    more = (
        max(len({id(m.one.item) for m in meetings}), len({id(m.other.item) for m in meetings})) - 1
    )
    also = said("part.more-like-it", count=more) if more else ""
    first, second = met.one, met.other
    owners = [first.owner, second.owner]
    owners += [b.id for b in subject.page.blocks if b.node in owners]
    owners += [b.node for b in subject.page.blocks if b.id in owners]
    size: dict[str, Value] = {"width_pt": right - left, "height_pt": foot - top}
    if met.white is not None:
        white, wanted = unlike(max(0.0, met.white), met.least, 2)
        size = {"white_pt": white, "least_pt": wanted}
    if first is second:
        told = said("COLLIDE.run", one=first.name, more=also, **size)
    else:
        told = said(met.what, one=first.name, other=second.name, more=also, **size)
    return Finding(
        said=told,
        where=subject.block_place(second.owner) or subject.block_place(first.owner),
        spot=subject.spot(Rect(left, top, right - left, foot - top)),
        about=tuple(dict.fromkeys(owners)),
        severity="warning" if met.severity == "warning" else None,
    )
