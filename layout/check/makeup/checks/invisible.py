"""INVISIBLE: words hardly lighter or darker than what is under them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.ink import Inks, drawn, joined, shape_of
from layout.check.makeup.subject import Subject
from layout.color import WHITE, Color, lightness
from layout.diagnostics import beginning
from layout.display.extent import Ltrb, Polygon, inside_of
from layout.display.items import Box, GlyphRun, Path, Picture, fill_of, owner_of, part_of, polygon
from layout.geometry import Rect
from layout.record import record
from layout.words.said import Said, said

SHARE: Final = 0.25
"""Of the characters of a run that must be lost: one pale spot of a photograph is no ground."""
SHOWN: Final = 16  # characters that a message quotes
Ground = Box | Path | Picture
_Placed = tuple[Ground, Ltrb, Polygon]
"""A ground, the box round it, and its shape where that is no rectangle."""

CHECK: Final[Check[Subject]] = Check(
    id="INVISIBLE",
    title="看不清",
    reason="Words that are hardly lighter or darker than their ground are lost in print.",
    source="lightness as CIE 1976 L* of the inks on paper, from 100 to 14. Newsprint has 82 to 36 "
    "(ISO 12647-3), about half of that, and a screen of 40 lines a centimetre breaks the edges of "
    "small type: 25 keeps black on solid cyan or red, white on either, and K40 as type or under "
    "white type; that it is 25 is the project's proposal. Screens are taken as they print, 26 % "
    "fuller at half cover",
    severity="warning",
    run=lambda subject: run(subject),
)


@record
class _Lost:
    """Characters of a run that cannot be told from their ground: how many of how many, where, and
    how light the ground is in the mean."""

    run: GlyphRun
    block: str
    ground: Ground | None  # the uppermost
    count: int
    whole: int
    where: Ltrb
    light: float


def run(subject: Subject) -> Iterator[Finding]:
    """Type against what is painted under it: paper, tints and panels by their inks, a picture by
    the mean of its part under each character. Told once for all words of a block
    that are lost alike."""
    told: dict[tuple[object, ...], list[_Lost]] = {}
    for lost in _lost(subject):
        on = lost.ground and _of_ground(lost.ground)
        told.setdefault((lost.block, lost.run.color, on), []).append(lost)
    for several in told.values():
        yield _finding(subject, several)


def _lost(subject: Subject) -> Iterator[_Lost]:
    inks = subject.inks
    least = subject.rules.invisible.least
    grounds: list[_Placed] = []
    for item in subject.page.items:
        if isinstance(item, GlyphRun):
            if not item.text.strip():
                continue
            lost = _of_run(subject, item, _under(inks.rough(item), grounds), inks, least)
            if lost is not None and not (lost.ground is None and subject.in_fault(lost.block)):
                yield lost  # what stands out of its place, and so off its ground, is told as that
        elif isinstance(item, Box | Picture):
            r = item.rect
            shape = shape_of(item) if isinstance(item, Picture) and item.corners else ()
            grounds.append((item, (r.x, r.y, r.right, r.bottom), shape))
        elif isinstance(item, Path) and item.role:
            grounds.append((item, drawn(item).pieces[0], polygon(item.steps)))


def _under(rough: Ltrb, grounds: Sequence[_Placed]) -> list[_Placed]:
    """What may lie under a run, in the order in which it is painted."""
    left, top, right, foot = rough
    return [
        one
        for one in grounds
        if one[1][0] < right and one[1][2] > left and one[1][1] < foot and one[1][3] > top
    ]


def _of_run(
    subject: Subject,
    item: GlyphRun,
    grounds: Sequence[_Placed],
    inks: Inks,
    least: float,
) -> _Lost | None:
    own = _of_type(item.color)
    if not grounds and 100.0 - own >= least:
        return None  # as nearly all type of a page
    lost: list[tuple[Ltrb, float, Ground | None]] = []
    boxes = inks.boxes(item)
    for box in boxes:
        light, ground = _behind(subject, box, grounds)
        if abs(lightness(light) - own) < least:
            lost.append((box, lightness(light), ground))
    if not lost or len(lost) < SHARE * len(boxes):
        return None
    where = joined(box for box, _, _ in lost)
    assert where is not None
    return _Lost(
        run=item, block=_block(subject, item, where), ground=lost[0][2], count=len(lost),
        whole=len(boxes), where=where, light=sum(light for _, light, _ in lost) / len(lost),
    )  # fmt: skip


@lru_cache(maxsize=64)
def _of_type(color: Color) -> float:
    """The lightness of type in a colour; a page has few."""
    return lightness(color.printed)


def _behind(subject: Subject, box: Ltrb, grounds: Sequence[_Placed]) -> tuple[float, Ground | None]:
    """The luminance of what is under a character, and the uppermost thing of it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    light = 1.0
    upper: Ground | None = None
    for ground, (left, top, right, foot), shape in grounds:
        if not (left <= x <= right and top <= y <= foot):
            continue
        if shape and not inside_of(shape, x, y):
            continue
        if not isinstance(ground, Picture):
            light, upper = fill_of(ground).printed, ground
            continue
        shade = subject.light(ground.source) if subject.light is not None else None
        if shade is None:
            continue
        c0, c1, c2, c3 = ground.crop
        across, down = (c2 - c0) / (right - left), (c3 - c1) / (foot - top)
        mean, cover = shade.under(
            c0 + (box[0] - left) * across,
            c1 + (box[1] - top) * down,
            c0 + (box[2] - left) * across,
            c1 + (box[3] - top) * down,
        )
        light = light * (1 - cover) + mean * cover
        if cover > 0.5:
            upper = ground
    return light, upper


def _block(subject: Subject, item: GlyphRun, where: Ltrb) -> str:
    """The id of the block that a run stands in."""
    box = Rect(where[0], where[1], where[2] - where[0], where[3] - where[1])
    return subject.block_of(owner_of(item.node), box)


def _finding(subject: Subject, several: Sequence[_Lost]) -> Finding:
    first = several[0]
    words = beginning(first.run.text.strip(), SHOWN)
    count, whole = sum(n.count for n in several), sum(n.whole for n in several)
    lost = "" if count == whole else said("part.lost-of", count=count, characters=whole)
    more = said("part.more-like-it", count=len(several) - 1) if len(several) > 1 else ""
    own = lightness(first.run.color.printed)
    least = subject.rules.invisible.least
    digits = 1 if abs(round(own) - round(first.light)) >= least else 0
    left, top, right, foot = first.where
    return Finding(
        said=said(
            "INVISIBLE.words",
            text=words,
            block=first.block,
            ink=_ink(first.run.color),
            ground=_name(first.ground),
            lightness=f"{own:.{digits}f}",
            ground_lightness=f"{first.light:.{digits}f}",
            least_apart=least,
            lost=lost,
            more=more,
            hint=_way_out(first, own),
        ),
        where=subject.places.get(first.block) or subject.block_place(first.block),
        spot=subject.spot(Rect(left, top, right - left, foot - top)),
        about=tuple(dict.fromkeys((first.block, owner_of(first.run.node)))),
    )


def _way_out(lost: _Lost, own: float) -> Said:
    if lost.ground is None:
        return said("part.see-on-paper")
    if own <= lost.light:
        return said("part.see-dark")
    if part_of(lost.run.node) in ("caption", "credit"):
        return said("part.see-caption")
    return said("part.see-on-picture" if isinstance(lost.ground, Picture) else "part.see-light")


def _ink(color: Color) -> Said | str:
    return said("part.no-ink") if color == WHITE else str(color)


def _of_ground(ground: Ground) -> Color | str:
    """What one ground has in common with others that words are lost on alike."""
    return ground.source if isinstance(ground, Picture) else fill_of(ground)


def _name(ground: Ground | None) -> Said | str:
    if ground is None:
        return said("part.bare-paper")
    if isinstance(ground, Picture):
        return ground.source
    fill = fill_of(ground)
    if fill == WHITE:
        return said("part.ground-no-ink")
    return said("part.ground-of", color=str(fill))
