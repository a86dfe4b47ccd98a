"""COLLIDE: type that something else is printed over, or that is printed over other type."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from layout.check.drawn import em_box, shared
from layout.check.engine import Check, Finding
from layout.check.subject import Subject
from layout.color import WHITE
from layout.display.items import Box, GlyphRun, Picture, owner_of
from layout.geometry import Rect

EASE: Final = 0.15
"""Of an em on each side that boxes may share: no glyph fills its em to the edge."""
PAINTED: Final = ("tint", "panel")
SHOWN: Final = 24  # characters of a run that a message quotes


def run(subject: Subject) -> Iterator[Finding]:
    """Each run of type of which the middle of a character lies under a picture or a panel painted
    after it, or whose characters stand on those of another block."""
    runs: list[GlyphRun] = []
    told: set[tuple[str, str]] = set()
    for item in subject.page.items:
        if isinstance(item, GlyphRun):
            if item.text.strip():
                runs.append(item)
        elif isinstance(item, Picture) or (isinstance(item, Box) and item.role in PAINTED):
            for hidden in runs:
                pair = (owner_of(hidden.node), owner_of(item.node))
                if pair not in told and pair[0] != pair[1] and _covers(item, hidden):
                    told.add(pair)
                    yield _finding(subject, hidden, pair, f'lies under "{pair[1]}"')
    for one, other in _overlaps(runs):
        pair = (owner_of(one.node), owner_of(other.node))
        if pair not in told:
            told.add(pair)
            yield _finding(subject, one, pair, f"stands on “{_words(other)}” of {pair[1]}")


def _finding(subject: Subject, run: GlyphRun, pair: tuple[str, str], what: str) -> Finding:
    return Finding(
        message=f"“{_words(run)}” of {pair[0]} {what}",
        where=subject.places.get(pair[1]) or subject.places.get(pair[0], subject.place),
        spot=subject.spot(em_box(run)),
        hint="give it a place of its own, or let the text run round it (wrap)",
        about=pair,
    )


def _covers(item: Picture | Box, run: GlyphRun) -> bool:
    """Whether the middle of one of a run's characters lies in what is painted after it."""
    rect = item.rect
    box = em_box(run)
    if not _near(rect, box):
        return False
    rise = 0.35 * run.size  # from the baseline to the middle of a character
    for x, y in run.origins():
        at = (x + run.size / 2, y - rise)
        inside = rect.x < at[0] < rect.right and rect.y < at[1] < rect.bottom
        if inside and (not isinstance(item, Picture) or not item.clip or _in(item.clip, *at)):
            return True
    return False


def _in(polygon: Sequence[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a point lies inside a polygon, by the even-odd rule."""
    inside = False
    for k, (x1, y1) in enumerate(polygon):
        x0, y0 = polygon[k - 1]
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def _near(a: Rect, b: Rect) -> bool:
    return shared(a.x, a.right, b.x, b.right) > 0 and shared(a.y, a.bottom, b.y, b.bottom) > 0


def _overlaps(runs: Sequence[GlyphRun]) -> Iterator[tuple[GlyphRun, GlyphRun]]:
    """Runs of different blocks whose em boxes, a little drawn in, have ground in common."""
    boxes = sorted(
        ((_eased(run), at, run) for at, run in enumerate(runs) if run.color != WHITE),
        key=lambda entry: (entry[0].y, entry[1]),
    )
    tops = [entry[0].y for entry in boxes]
    for k, (box, _, one) in enumerate(boxes):
        end = bisect_left(tops, box.bottom, k + 1)
        for other_box, _, other in boxes[k + 1 : end]:
            if (
                shared(box.x, box.right, other_box.x, other_box.right) > 0
                and other_box.y < box.bottom
                and owner_of(one.node) != owner_of(other.node)
            ):
                yield one, other


def _eased(run: GlyphRun) -> Rect:
    by = EASE * run.size
    return em_box(run).inset(by, by, by, by)


def _words(run: GlyphRun) -> str:
    text = run.text.strip()
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


CHECK = Check(
    id="COLLIDE",
    title="压字",
    reason="Type under a picture or on other type cannot be read.",
    source="trade rule; what is drawn decides, not what the spec intends",
    severity="error",
    run=run,
)
