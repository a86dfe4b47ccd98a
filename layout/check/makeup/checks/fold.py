"""FOLD: what stands in the fold of two facing pages and must not."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import Subject
from layout.diagnostics import beginning
from layout.display.items import Picture
from layout.geometry import Rect
from layout.record import record
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


@record
class _Fold:
    """Where the fold is, and how far what must not be folded keeps off it, in points."""

    at: float
    clear: float

    def near(self, rect: Rect) -> bool:
        """Whether something reaches over it, or nearer to it than it may."""
        by = self.clear - EPS_PT
        return rect.x < self.at + by and rect.right > self.at - by


def run(subject: Subject) -> Iterator[Finding]:
    """Text and small type over the fold or nearer to it than it may be, block by block, pictures
    whose main point lies there, and codes. What stands in the strip (中缝) is meant for it."""
    if not subject.page.fold:
        return
    fold = _Fold(at=subject.page.fold, clear=subject.points(subject.rules.fold.clear))
    yield from _texts(subject, fold)
    yield from _pictures(subject, fold)
    yield from _codes(subject, fold)


def _texts(subject: Subject, fold: _Fold) -> Iterator[Finding]:
    large = subject.points(subject.rules.fold.size)
    over: dict[str, list[tuple[DrawnLine, Rect]]] = {}
    for line in subject.lines:
        if line.facts is None and line.size >= large - EPS_PT:
            continue
        rect = _inked(subject, line)
        if rect is None or not fold.near(rect):
            continue
        block = subject.block_of(line.owner, line.rect)
        if block not in subject.in_strip:
            over.setdefault(block, []).append((line, rect))
    for block, lines in over.items():
        yield _told(subject, fold, block, lines)


def _told(
    subject: Subject, fold: _Fold, block: str, lines: Sequence[tuple[DrawnLine, Rect]]
) -> Finding:
    """The worst line of a block, and how many there are."""

    def by(rect: Rect) -> float:
        """How far it reaches over the fold; below 0: so far from it."""
        return min(rect.right - fold.at, fold.at - rect.x)

    first, rect = max(lines, key=lambda pair: by(pair[1]))
    words = beginning(first.text, SHOWN)
    across = by(rect) > EPS_PT
    if across:
        key = "FOLD.text-across" if first.facts is not None else "FOLD.small-across"
        told = said(
            key, block=block, lines=len(lines), text=words, left_mm=to_mm(fold.at - rect.x),
            right_mm=to_mm(rect.right - fold.at), size_pt=first.size,
            size_least_pt=subject.points(subject.rules.fold.size),
        )  # fmt: skip
    else:
        told = said(
            "FOLD.near", block=block, lines=len(lines), text=words, white_mm=to_mm(-by(rect)),
            least_mm=to_mm(fold.clear),
        )  # fmt: skip
    return Finding(
        said=told,
        where=subject.places.get(block, subject.place),
        spot=subject.spot(rect),
        about=(block,),
        severity=None if across else "warning",
    )


def _inked(subject: Subject, line: DrawnLine) -> Rect | None:
    """What a line inks, from its first character to its last: blanks at its ends are none."""
    if not subject.inks.outlined:
        return line.rect
    hull = subject.inks.hull_of(line.runs)
    if hull is None:
        return None
    return Rect(hull[0], line.rect.y, hull[2] - hull[0], line.rect.height)


def _pictures(subject: Subject, fold: _Fold) -> Iterator[Finding]:
    """Pictures over the fold whose main point is folded with it."""
    by = fold.clear + EPS_PT
    for item in subject.page.items:
        if not isinstance(item, Picture) or not item.rect.x < fold.at < item.rect.right:
            continue
        focus = subject.focuses.get((item.node, item.source))
        if focus is None:
            continue
        block, at, stated = focus
        left, _, right, _ = item.crop
        x = item.rect.x + item.rect.width * (at - left) / (right - left)
        if fold.at - by < x < fold.at + by:
            key = "FOLD.focus" if stated else "FOLD.middle"
            yield Finding(
                said=said(
                    key, file=item.source, off_mm=abs(to_mm(x - fold.at)),
                    least_mm=to_mm(fold.clear),
                ),
                where=subject.places.get(block, subject.place),
                spot=subject.spot(item.rect),
                about=(block, item.source),
                severity="warning",
            )  # fmt: skip


def _codes(subject: Subject, fold: _Fold) -> Iterator[Finding]:
    for code in subject.codes:
        r = code.rect
        if fold.near(r) and code.block not in subject.in_strip:
            yield Finding(
                said=said(
                    "FOLD.code", block=code.block, left_mm=to_mm(fold.at - r.x),
                    right_mm=to_mm(r.right - fold.at), least_mm=to_mm(fold.clear),
                ),
                where=code.place or subject.places.get(code.block, subject.place),
                spot=subject.spot(r),
                about=(code.block,),
            )  # fmt: skip
