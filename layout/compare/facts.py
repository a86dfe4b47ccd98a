"""What pages say of themselves: size, grid, press; columns of blocks; how stories fit."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from layout.compare.blocks import BlockPair
from layout.compare.changes import PageChange, Where, called, size
from layout.compare.frame import Held
from layout.compare.keys import COMPARE
from layout.display.items import Frame, Grid, Page, StoryFit
from layout.display.press import PressFacts
from layout.geometry import Rect, hull
from layout.record import fields
from layout.units import to_mm
from layout.words.said import Said, Value, said

NEAR_PT: Final = 0.002
"""What a dump may be off, which has three decimals."""


def page_changes(held: Held) -> Iterator[tuple[int, PageChange]]:
    """What pages say of themselves, each change with the number of its page."""
    for number, (a, b) in enumerate(zip(held.a, held.b, strict=True)):
        if a is None or b is None:
            continue
        for what, told in _page(a, b):
            whole = Rect(0.0, 0.0, a.width, a.height), Rect(0.0, 0.0, b.width, b.height)
            yield number, PageChange(
                kind="page", what=what, said=told, before=Where(a.name, whole[0]),
                after=Where(b.name, whole[1]),
            )  # fmt: skip


def _page(a: Page, b: Page) -> Iterator[tuple[str, Said]]:
    if abs(a.width - b.width) > NEAR_PT or abs(a.height - b.height) > NEAR_PT:
        one, other = Rect(0, 0, a.width, a.height), Rect(0, 0, b.width, b.height)
        yield "size", said("COMPARE.page-size", size=size(one), other=size(other))
    for name in ("bleed", "fold"):
        was, now = getattr(a, name), getattr(b, name)
        if abs(was - now) > NEAR_PT:
            yield name, said(COMPARE[f"page-{name}"], old=to_mm(was), new=to_mm(now))
    for name in ("title", "date"):
        one_text, other_text = getattr(a, name), getattr(b, name)
        if one_text != other_text:
            yield name, said(COMPARE[f"page-{name}"], old=one_text, new=other_text)
    yield from _grid(a.grid, b.grid)
    for field in fields(PressFacts):
        was, now = getattr(a.press, field.name), getattr(b.press, field.name)
        if isinstance(was, float) and abs(was - now) <= NEAR_PT:
            continue
        if was != now:
            key = field.name.replace("_", "-")
            yield key, said("COMPARE.page-press", key=key, old=_plain(was), new=_plain(now))


def _plain(value: object) -> Value:
    if isinstance(value, bool):
        return said("part.compare-yes" if value else "part.compare-no")
    if value == "":
        return said("part.compare-none")
    return value if isinstance(value, str | int | float) else str(value)


def _grid(a: Grid, b: Grid) -> Iterator[tuple[str, Said]]:
    one, other = a.type_area, b.type_area
    sides = zip(
        (one.x, one.y, one.width, one.height), (other.x, other.y, other.width, other.height),
        strict=True,
    )  # fmt: skip
    if any(abs(x - y) > NEAR_PT for x, y in sides):
        yield "area", said("COMPARE.page-area", size=size(one), other=size(other))
    if (
        abs(a.pitch - b.pitch) > NEAR_PT
        or a.lines != b.lines
        or (abs(a.baseline - b.baseline) > NEAR_PT)
    ):
        yield "grid", said(
            "COMPARE.page-grid", lines=a.lines, pitch=round(a.pitch, 3), other_lines=b.lines,
            other_pitch=round(b.pitch, 3),
        )  # fmt: skip
    if len(a.columns) != len(b.columns) or any(
        abs(x - y) > NEAR_PT
        for one_, other_ in zip(a.columns, b.columns, strict=True)
        for x, y in zip(one_, other_, strict=True)
    ):
        yield "columns", said("COMPARE.page-columns", old=len(a.columns), new=len(b.columns))


def column_changes(held: Held) -> Iterator[tuple[int, PageChange]]:
    """Columns of blocks that are more, fewer, wider or narrower than they were."""
    before, after = _frames(held, "a"), _frames(held, "b")
    for pair in held.pairs:
        if pair.a is None or pair.b is None:
            continue
        old, new = before.get(pair.a.key, []), after.get(pair.b.key, [])
        if not old or not new:
            continue
        was = held.where_a(pair.a.page, hull([f.rect for f in old]))
        now = held.where_b(pair.b.page, hull([f.rect for f in new]))
        block = pair.b.place.id
        if len(old) != len(new):
            told = said("COMPARE.columns-count", block=block, old=len(old), new=len(new))
            yield (
                pair.b.page,
                PageChange(
                    kind="columns", what="count", said=told, block=block, before=was, after=now
                ),
            )
        elif any(
            abs(f.rect.width - g.rect.width) > held.tolerance for f, g in zip(old, new, strict=True)
        ):
            told = said("COMPARE.columns-width", block=block, old=_widths(old), new=_widths(new))
            yield (
                pair.b.page,
                PageChange(
                    kind="columns", what="width", said=told, block=block, before=was, after=now
                ),
            )


def _widths(frames: list[Frame]) -> str:
    found = [f"{to_mm(frame.rect.width):.2f}" for frame in frames]
    return found[0] if len(set(found)) == 1 else "+".join(found)


def _frames(held: Held, side: str) -> dict[tuple[int, str], list[Frame]]:
    out: dict[tuple[int, str], list[Frame]] = defaultdict(list)
    for number, page in enumerate(held.a if side == "a" else held.b):
        for frame in page.frames if page is not None else ():
            out[number, frame.block].append(frame)
    return out


def fit_changes(held: Held) -> Iterator[tuple[int, PageChange]]:
    """Stories that fit otherwise: lines over, lines short."""
    before = {(n, f.block): f for n, page in enumerate(held.a) if page for f in page.fits}
    after = {(n, f.block): f for n, page in enumerate(held.b) if page for f in page.fits}
    for pair in held.pairs:
        if pair.a is None or pair.b is None:
            continue
        old, new = before.get(pair.a.key), after.get(pair.b.key)
        if old is None or new is None:
            continue
        was, now = _state(old), _state(new)
        if was != now:
            yield _fit(held, pair, was, now)


def _fit(held: Held, pair: BlockPair, was: Said, now: Said) -> tuple[int, PageChange]:
    assert pair.a is not None
    assert pair.b is not None
    block = pair.b.place.id
    told = said("COMPARE.fit-story", block=block, old=was, new=now)
    return pair.b.page, PageChange(
        kind="fit", what="story", said=told, block=block,
        before=held.where_a(pair.a.page, pair.a.place.rect),
        after=held.where_b(pair.b.page, pair.b.place.rect),
    )  # fmt: skip


def _state(fit: StoryFit) -> Said:
    if fit.jumps:
        return said(
            "part.compare-jumps", page=called(fit.jumps), count=fit.over_characters,
            lines=fit.over_lines,
        )  # fmt: skip
    if fit.over_characters or fit.over_lines:
        return said("part.compare-over", count=fit.over_characters, lines=fit.over_lines)
    if fit.room > fit.lines:
        lines = fit.room - fit.lines
        return said("part.compare-short", count=round(lines * fit.per_line), lines=lines)
    return said("part.compare-fits")
