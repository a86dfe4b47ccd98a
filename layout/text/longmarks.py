"""—— and …… on two em, whatever a face makes of them.

GB/T 15834-2011 5.1.7: the dash takes the place of two characters, in the middle of their height,
and does not part in its own middle; of the dots, six in a row, CLREQ says the same. Faces made for
the mainland have it so. Others draw an — with white at its sides, or narrower than an em, or low as
beside Latin; then one — is drawn as long as both, which changes nothing of how thick it is. Dots
cannot be drawn wider: where two … of a face are two groups, the next face that has them even lends
its own.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from layout.faces.face import Face
from layout.text.scripts import EM, EM_MIDDLE

SIDE: Final = 71
"""White that stays at either end of a dash drawn longer: that of the shipped faces' own ——."""
MOST_SIDE: Final = 160
"""White at the ends of two em from which on a dash is too short to be seen as one of two em."""
OFF_MIDDLE: Final = 60
"""The middle of a mark may be so far from that of its em; designs differ by 30."""
_FLAT: Final = 3
"""A dash is at least so many times as long as it is thick; else it is no rule that may be drawn
longer."""
_UNEVEN: Final = 120
"""The white between two … may differ so much from that between the dots of one."""
_MOST: Final = 6 * EM
"""Longer than this no glyph is drawn: a dash of a third of an em is something else."""


class InkBox(NamedTuple):
    """The ink of a glyph in 1/1000 em: left, bottom, right, top."""

    left: int
    low: int
    right: int
    high: int


def ink_of(face: Face, glyph: int) -> InkBox:
    """The ink of a glyph; zeros for a blank."""
    return InkBox(*(round(v * EM / face.upem) for v in face.ink(glyph)))


def to_centre(spans: Sequence[tuple[int, int]], body: int) -> int:
    """How far ink at `spans` along a body is moved so that as much white is before it as after it;
    0 where that nearly is so."""
    ends = [edge for span in spans for edge in span]
    off = body // 2 - (min(ends, default=body) + max(ends, default=0)) // 2
    return off if abs(off) > OFF_MIDDLE else 0


def to_middle(low: int, high: int) -> int:
    """How far a mark is raised so that its ink is in the middle of the em; 0 where it nearly is."""
    off = EM_MIDDLE - (low + high) // 2
    return off if abs(off) > OFF_MIDDLE else 0


def whole(spans: Sequence[tuple[int, int]], body: int) -> bool:
    """Whether ink that stands at `spans` along a body is one rule, and nearly as long."""
    ordered = sorted(spans)
    joined = all(after[0] <= before[1] for before, after in pairwise(ordered))
    return joined and ordered[0][0] <= MOST_SIDE and ordered[-1][1] >= body - MOST_SIDE


def longer(start: int, end: int, thick: int, body: int) -> int | None:
    """How much longer ink is drawn to be a rule over a body, in thousandths; None where it may not
    be."""
    long = end - start
    if long <= 0 or long < _FLAT * thick:
        return None
    wide = (body - 2 * SIDE) * EM // long
    return wide if wide <= _MOST * body // (2 * EM) else None


def even(face: Face) -> bool:
    """Whether two … of a face are six dots at one distance."""
    glyph = face.glyph("…")
    if not glyph:
        return False
    ink = ink_of(face, glyph)
    dot = ink.high - ink.low
    width = ink.right - ink.left
    if not 0 < 3 * dot < width:
        return True  # three dots are not what it is
    return abs((EM - width) - (width - 3 * dot) / 2) <= _UNEVEN


def lender(chain: Sequence[Face]) -> Face:
    """The first face of a chain whose …… is even; its first one where none is."""
    having = [face for face in chain if face.has("…")]
    return next((face for face in having if even(face)), (having or [chain[0]])[0])
