"""FINE-TYPE: small type that several plates must print, or leave bare, to a hair."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.ink import drawn
from layout.check.makeup.subject import Subject
from layout.color import WHITE
from layout.diagnostics import beginning
from layout.display.extent import Ltrb, inside_of
from layout.display.items import Box, GlyphRun, Path, Picture, fill_of, owner_of
from layout.display.overprint import type_box
from layout.geometry import Rect
from layout.record import record
from layout.words.said import Said, said

SHOWN: Final = 16  # characters that a message quotes
Ground = Box | Path | Picture

CHECK: Final[Check[Subject]] = Check(
    id="FINE-TYPE",
    title="小字套印",
    reason="Plates meet to half a millimetre: small type in several inks shows coloured edges, and "
    "white type on them fills up.",
    source="GWG 2015, newspaper: type in several inks from 10 pt, black below 12 pt in K alone; "
    "house rules: white type from 9 pt on one ink, from 12 pt on several; register as in CY/T",
    severity="warning",
    run=lambda subject: run(subject),
)


@record
class _Fine:
    """A run that is too small for its inks, or for those it leaves bare: what is told of it."""

    run: GlyphRun
    key: str
    inks: Said | str
    least: float


def run(subject: Subject) -> Iterator[Finding]:
    """Each run by its inks, white type by those of what it stands on; told once for all type of a
    page that is alike."""
    told: dict[tuple[str, str], list[_Fine]] = {}
    for fine in _fine(subject):
        told.setdefault((fine.key, str(fine.inks)), []).append(fine)
    for (key, _), several in told.items():
        smallest = min(several, key=lambda fine: fine.run.size)
        blocks = dict.fromkeys(subject.block_of(owner_of(f.run.node), _rect(f)) for f in several)
        block = subject.block_of(owner_of(smallest.run.node), _rect(smallest))
        more = said("part.more-like-it", count=len(several) - 1) if len(several) > 1 else ""
        yield Finding(
            said=said(
                key,
                text=beginning(smallest.run.text.strip(), SHOWN),
                block=block,
                size_pt=smallest.run.size,
                inks=smallest.inks,
                least_pt=smallest.least,
                more=more,
            ),
            where=subject.places.get(block) or subject.block_place(block),
            spot=subject.spot(_rect(smallest)),
            about=tuple(blocks),
        )


def _rect(fine: _Fine) -> Rect:
    left, top, right, foot = type_box(fine.run)
    return Rect(left, top, right - left, foot - top)


def _fine(subject: Subject) -> Iterator[_Fine]:
    rules = subject.rules.fine_type
    several, rich = subject.points(rules.several), subject.points(rules.rich)
    one, more = subject.points(rules.reversed), subject.points(rules.reversed_several)
    most = max(several, rich, one, more)
    grounds: list[Ground] = []
    for item in subject.page.items:
        if not isinstance(item, GlyphRun):
            if isinstance(item, Box | Picture) or (isinstance(item, Path) and item.role):
                grounds.append(item)
            continue
        if item.size >= most or not item.text.strip():
            continue
        color = item.color
        if color == WHITE:
            under = _under(type_box(item), grounds)
            if under is None:
                continue
            inks = 4 if isinstance(under, Picture) else len(fill_of(under).inks)
            least = more if inks > 1 else one
            if inks and item.size < least:
                name = under.source if isinstance(under, Picture) else str(fill_of(under))
                yield _Fine(run=item, key="FINE-TYPE.reversed", inks=name, least=least)
        elif color.is_rich and item.size < rich:
            yield _Fine(run=item, key="FINE-TYPE.rich", inks=str(color), least=rich)
        elif len(color.inks) > 1 and item.size < several:
            yield _Fine(run=item, key="FINE-TYPE.inks", inks=str(color), least=several)


def _under(box: Ltrb, grounds: list[Ground]) -> Ground | None:
    """What the middle of some type stands on, the uppermost of all; None for paper."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for ground in reversed(grounds):
        seen = drawn(ground)
        left, top, right, foot = seen.pieces[0]
        if left <= x <= right and top <= y <= foot and (
            not seen.clip or inside_of(seen.clip, x, y)
        ):  # fmt: skip
            return ground
    return None
