"""FOLD: what stands in the fold of two facing pages and must not."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import Subject
from layout.diagnostics import beginning
from layout.display.items import Picture
from layout.geometry import Rect
from layout.units import EPS_PT, to_mm
from layout.words.said import said

SHOWN: Final = 12  # characters of a line that a message quotes

CHECK: Final[Check[Subject]] = Check(
    id="FOLD",
    title="压中缝",
    reason="The sheet is creased there, a millimetre off at times: a line of text is read over the "
    "crease, small type breaks, a face is folded. Pictures and large headlines carry it.",
    source="trade rule for pages made up as one (通版); the white and the size are the project's "
    "proposal",
    severity="error",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Text and small type over the fold or nearer to it than it may be, block by block, and
    pictures whose main point lies there. What stands in the strip (中缝) is meant for it."""
    fold = subject.page.fold
    if not fold:
        return
    clear = subject.points(subject.rules.fold.clear)
    zone = (fold - clear, fold + clear)
    large = subject.points(subject.rules.fold.size)
    over: dict[str, list[tuple[DrawnLine, Rect]]] = {}
    for line in subject.lines:
        if line.facts is None and line.size >= large - EPS_PT:
            continue
        rect = _inked(subject, line)
        if rect is None or not (rect.x < zone[1] - EPS_PT and rect.right > zone[0] + EPS_PT):
            continue
        block = subject.block_of(line.owner, line.rect)
        if block not in subject.in_strip:
            over.setdefault(block, []).append((line, rect))
    for block, lines in over.items():
        yield _told(subject, block, lines, (fold, clear, large))
    yield from _pictures(subject, zone)
    for code in subject.codes:
        r = code.rect
        near = r.x < zone[1] - EPS_PT and r.right > zone[0] + EPS_PT
        if near and code.block not in subject.in_strip:
            yield Finding(
                said=said(
                    "FOLD.code", block=code.block, left_mm=to_mm(fold - r.x),
                    right_mm=to_mm(r.right - fold), least_mm=to_mm(clear),
                ),
                where=code.place or subject.places.get(code.block, subject.place),
                spot=subject.spot(r),
                about=(code.block,),
            )  # fmt: skip


def _told(
    subject: Subject,
    block: str,
    lines: Sequence[tuple[DrawnLine, Rect]],
    limits: tuple[float, float, float],
) -> Finding:
    fold, clear, large = limits
    first, rect = max(lines, key=lambda pair: min(pair[1].right - fold, fold - pair[1].x))
    by = min(rect.right - fold, fold - rect.x)  # below 0: so far from it
    words = beginning(first.text, SHOWN)
    if by > EPS_PT:
        key = "FOLD.text-across" if first.facts is not None else "FOLD.small-across"
        told = said(
            key, block=block, lines=len(lines), text=words, left_mm=to_mm(fold - rect.x),
            right_mm=to_mm(rect.right - fold), size_pt=first.size, size_least_pt=large,
        )  # fmt: skip
    else:
        told = said(
            "FOLD.near", block=block, lines=len(lines), text=words, white_mm=to_mm(-by),
            least_mm=to_mm(clear),
        )  # fmt: skip
    return Finding(
        said=told,
        where=subject.places.get(block, subject.place),
        spot=subject.spot(rect),
        about=(block,),
        severity="warning" if by <= EPS_PT else None,
    )


def _inked(subject: Subject, line: DrawnLine) -> Rect | None:
    """What a line inks, from its first character to its last: blanks at its ends are none."""
    boxes = [subject.inks.hull(run) for run in line.runs] if subject.inks.outlined else []
    found = [box for box in boxes if box is not None]
    if not subject.inks.outlined:
        return line.rect
    if not found:
        return None
    left, right = min(b[0] for b in found), max(b[2] for b in found)
    return Rect(left, line.rect.y, right - left, line.rect.height)


def _pictures(subject: Subject, zone: tuple[float, float]) -> Iterator[Finding]:
    """Pictures over the fold whose main point is folded with it."""
    fold = subject.page.fold
    for item in subject.page.items:
        if not isinstance(item, Picture) or not item.rect.x < fold < item.rect.right:
            continue
        focus = subject.focuses.get((item.node, item.source))
        if focus is None:
            continue
        block, at, stated = focus
        left, _, right, _ = item.crop
        x = item.rect.x + item.rect.width * (at - left) / (right - left)
        if zone[0] - EPS_PT < x < zone[1] + EPS_PT:
            key = "FOLD.focus" if stated else "FOLD.middle"
            yield Finding(
                said=said(
                    key, file=item.source, off_mm=abs(to_mm(x - fold)),
                    least_mm=to_mm(zone[1] - fold),
                ),
                where=subject.places.get(block, subject.place),
                spot=subject.spot(item.rect),
                about=(block, item.source),
                severity="warning",
            )  # fmt: skip
