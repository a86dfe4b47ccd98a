"""COLBAL: the columns of an article do not end level."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.checks.underset import underset
from layout.check.makeup.drawn import em_box, shared
from layout.check.makeup.subject import Subject
from layout.display.items import Frame, GlyphRun, owner_of
from layout.geometry import hull
from layout.units import EPS_PT
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="COLBAL",
    title="栏不齐",
    reason="Columns of one article that end at different heights leave a ragged foot.",
    source="trade rule (栏不齐); one line is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each article of several columns whose ends differ by more than the lines allowed."""
    page = subject.page
    most = subject.rules.colbal.lines
    blocks: dict[str, list[Frame]] = {}
    empty = {row.block for row in underset(subject)}
    for frame in page.frames:
        blocks.setdefault(frame.block or frame.node, []).append(frame)
    for block, frames in blocks.items():
        if any(
            line.vertical
            for line in subject.lines
            if line.frame >= 0 and page.frames[line.frame] in frames
        ):
            continue  # tiers stand one above the other: the last one may be short
        rows = _rows(frames)
        for row in rows:
            short = [_short(subject, frame) for frame in row]
            if len(row) < 2 or all(s is None for s in short):
                continue
            ends = [s if s is not None else f.room for s, f in zip(short, row, strict=True)]
            differ = max(ends) - min(ends)
            if block in empty and all(b > a - 0.25 for a, b in pairwise(ends)):
                continue  # the text has come to its end: one empty foot, told by UNDERSET
            if differ > most + 0.25:  # a quarter of a line: not a line's difference, but its parts
                facts = subject.story(row[0].node, block)
                level = facts is not None and facts.end_level
                way = said("part.mend-text") if level else said("part.mend-level")
                yield Finding(
                    said=said(
                        "COLBAL.apart",
                        node=row[0].node,
                        lines=differ,
                        most_lines=most,
                        short_lines=tuple(round(end) for end in ends),
                        hint=way,
                    ),
                    where=subject.places.get(block),
                    spot=subject.spot(hull(frame.rect for frame in row)),
                    about=(block, row[0].node),
                )


def _rows(frames: list[Frame]) -> list[list[Frame]]:
    """Columns that stand side by side."""
    rows: list[list[Frame]] = []
    for frame in frames:
        beside = next(
            (
                row
                for row in rows
                if shared(row[-1].rect.y, row[-1].rect.bottom, frame.rect.y, frame.rect.bottom)
                > EPS_PT
                and frame.rect.x > row[-1].rect.x + EPS_PT
            ),
            None,
        )
        if beside is None:
            rows.append([frame])
        else:
            beside.append(frame)
    return rows


def _short(subject: Subject, frame: Frame) -> float | None:
    """Lines between the last type in a column and its foot, in the body's own leading; None where
    there is none in it."""
    rect = frame.rect
    pitch = frame.leading or subject.page.grid.pitch
    lowest = max(
        (
            box.bottom
            for item in subject.page.items
            if isinstance(item, GlyphRun) and _owner(item, frame)
            for box in (em_box(item),)
            if shared(box.x, box.right, rect.x, rect.right) > EPS_PT
            and rect.y - EPS_PT < box.y + box.height / 2 < rect.bottom + EPS_PT
        ),
        default=None,
    )
    if lowest is None:
        return None
    for block in subject.page.blocks:  # a picture at the foot of a column fills it as text does
        r = block.rect
        if (
            block.id != frame.block
            and shared(r.x, r.right, rect.x, rect.right) > rect.width / 2
            and r.y >= rect.y - EPS_PT
            and r.bottom <= rect.bottom + pitch
        ):
            lowest = max(lowest, r.bottom)
    return max(0.0, round((rect.bottom - lowest) / pitch, 2))


def _owner(run: GlyphRun, frame: Frame) -> bool:
    return owner_of(run.node) in (frame.node, frame.block)
