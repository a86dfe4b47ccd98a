"""Rules, tints, borders and pictures: which is which, and what has become of each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import Final

from layout.compare.blocks import BlockKey
from layout.compare.changes import Kind, PageChange, at, by, called, size
from layout.compare.frame import Held
from layout.compare.keys import COMPARE, PART
from layout.compare.typeset import color_words, near
from layout.display.cut import cut_sides
from layout.display.items import Box, GlyphRun, Path, Picture, Stroke, color_of, part_of
from layout.geometry import Rect, hull
from layout.record import record
from layout.words.said import Said, said

NEAR_CROP: Final = 0.0002
"""Parts of a picture by which its crop may be off."""
FAR_PT: Final = 1e5
"""Farther than any page reaches: what is on another page comes last."""
MOST_APART: Final = 400
"""Things of one sort that are paired by what is nearest: of more, in the order they are painted."""


@record(kw_only=False)
class ShapeAt:
    """A thing that is no text, on a page of a number, in a block."""

    page: int
    block: BlockKey
    item: Box | Stroke | Path | Picture

    @property
    def rect(self) -> Rect:
        return rect_of(self.item)


def rect_of(item: Box | Stroke | Path | Picture) -> Rect:
    """A rectangle about a thing."""
    if isinstance(item, Box | Picture):
        return item.rect
    if isinstance(item, Path):
        return item.bounds()
    half = item.width / 2
    left, top = min(item.x1, item.x2) - half, min(item.y1, item.y2) - half
    return Rect(left, top, abs(item.x1 - item.x2) + item.width, abs(item.y1 - item.y2) + item.width)


def shapes_of(held: Held, side: str) -> Iterator[ShapeAt]:
    """The things of all pages of a side that are no text."""
    pages, blocks = (held.a, held.blocks_a) if side == "a" else (held.b, held.blocks_b)
    for number, page in enumerate(pages):
        own = blocks[number]
        if page is None or own is None:
            continue
        for item in page.items:
            if not isinstance(item, GlyphRun):
                rect = rect_of(item)
                yield ShapeAt(number, own.of(item.node, rect.x, rect.y), item)


def shape_changes(
    held: Held, contents: Callable[[Picture, Picture, int], bool | None]
) -> Iterator[tuple[int, PageChange]]:
    """What has become of them, each change with the number of its page.

    `contents` says whether two pictures on a page of a number show the same, or that it is not
    known.
    """
    groups: dict[object, tuple[list[ShapeAt], list[ShapeAt]]] = defaultdict(lambda: ([], []))
    for shape in shapes_of(held, "a"):
        groups[_home(held.number_a, shape)][0].append(shape)
    for shape in shapes_of(held, "b"):
        groups[_home(held.number_b, shape)][1].append(shape)
    for before, after in groups.values():
        if [s.item for s in before] == [s.item for s in after] and not any(
            isinstance(s.item, Picture) for s in before
        ) and _steady(held, before, after):  # fmt: skip
            continue
        yield from _group(held, before, after, contents)


def _steady(held: Held, before: list[ShapeAt], after: list[ShapeAt]) -> bool:
    return all(a.page == b.page for a, b in zip(before, after, strict=True))


def _home(numbers: dict[BlockKey, int], shape: ShapeAt) -> object:
    return numbers.get(shape.block, shape.block if not shape.block[1] else ("alone", shape.block))


def _group(
    held: Held, before: list[ShapeAt], after: list[ShapeAt],
    contents: Callable[[Picture, Picture, int], bool | None],
) -> Iterator[tuple[int, PageChange]]:  # fmt: skip
    pairs, gone, new = paired(held, before, after)
    for a, b in pairs:
        if isinstance(a.item, Picture) and isinstance(b.item, Picture):
            yield from _picture(held, a, b, contents)
        else:
            yield from _shape(held, a, b)
    yield from _lost(held, gone, "gone")
    yield from _lost(held, new, "new")


def paired(
    held: Held, before: Sequence[ShapeAt], after: Sequence[ShapeAt]
) -> tuple[list[tuple[ShapeAt, ShapeAt]], list[ShapeAt], list[ShapeAt]]:
    """Which thing of a block is which: what is the same in its place first, then what is nearest
    of the same sort, then what stands in one place and has another name: that of its story's file,
    which is nothing that is printed. What is left over is gone, or new."""
    pairs: list[tuple[ShapeAt, ShapeAt]] = []
    left, right = list(before), list(after)
    waiting: dict[object, list[ShapeAt]] = defaultdict(list)
    for shape in right:
        waiting[shape.page, shape.item].append(shape)
    rest: list[ShapeAt] = []
    taken: set[int] = set()
    for shape in left:
        found = waiting.get((shape.page, shape.item))
        if found:
            other = found.pop(0)
            taken.add(id(other))
            pairs.append((shape, other))
        else:
            rest.append(shape)
    left, right = rest, [s for s in right if id(s) not in taken]
    for sort, reach in ((_strict, inf), (_sort, inf), (_seen, 4 * held.tolerance)):
        left, right = _nearest(held, (left, right), sort, pairs, reach)
    return pairs, left, right


def _sort(shape: ShapeAt) -> tuple[str, str, str, str]:
    """What sort of thing it is: only such of one sort can be one."""
    item = shape.item
    role = item.role if isinstance(item, Box | Path) else ""
    flat = ""
    if isinstance(item, Box):
        flat = "across" if item.rect.width >= item.rect.height else "along"
    return (type(item).__name__, role, item.node, flat)


def _strict(shape: ShapeAt) -> object:
    item = shape.item
    extra: object = item.source if isinstance(item, Picture) else color_of(item)
    return (_sort(shape), extra)


def _seen(shape: ShapeAt) -> object:
    """What sort of thing it is to who looks at it, whatever it is called."""
    name, role, node, flat = _sort(shape)
    return (name, role, part_of(node), flat)


def _nearest(
    held: Held, alone: tuple[list[ShapeAt], list[ShapeAt]], sort: Callable[[ShapeAt], object],
    pairs: list[tuple[ShapeAt, ShapeAt]], reach: float,
) -> tuple[list[ShapeAt], list[ShapeAt]]:  # fmt: skip
    """Pair things of one sort that lie no farther apart than `reach`, nearest first; those left
    over of both."""
    left, right = alone
    sorts: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for k, shape in enumerate(left):
        sorts[sort(shape)][0].append(k)
    for k, shape in enumerate(right):
        sorts[sort(shape)][1].append(k)
    done_left: set[int] = set()
    done_right: set[int] = set()
    for ones, others in sorts.values():
        if len(ones) * len(others) > MOST_APART * MOST_APART:
            close: Iterable[tuple[float, int, int]] = (
                (_apart(held, left[i], right[j]), i, j) for i, j in zip(ones, others, strict=False)
            )
        else:
            close = sorted((_apart(held, left[i], right[j]), i, j) for i in ones for j in others)
        for away, i, j in close:
            if away <= reach and i not in done_left and j not in done_right:
                done_left.add(i)
                done_right.add(j)
                pairs.append((left[i], right[j]))
    return (
        [s for k, s in enumerate(left) if k not in done_left],
        [s for k, s in enumerate(right) if k not in done_right],
    )


def _apart(held: Held, a: ShapeAt, b: ShapeAt) -> float:
    """How far two things lie from one another: on the page, or in their block where that has
    moved."""
    one, other = a.rect, b.rect
    ways = [(0.0, 0.0)]
    pair = held.pair_of(a.block, b.block)
    if pair is not None and pair.a is not None and pair.b is not None:
        was, now = pair.a.place.rect, pair.b.place.rect
        ways.append((now.x - was.x, now.y - was.y))
    away = min(
        abs(other.x - one.x - dx) + abs(other.y - one.y - dy)
        + abs(other.right - one.right - dx) + abs(other.bottom - one.bottom - dy)
        for dx, dy in ways
    )  # fmt: skip
    return away + (0.0 if a.page == b.page or len(ways) > 1 else FAR_PT)


def _followed(held: Held, a: ShapeAt, b: ShapeAt) -> bool:
    """Whether a thing stands as it did: on the page, or against the edges of its block."""
    one, other = a.rect, b.rect
    near_enough = held.tolerance
    if a.page == b.page and all(
        abs(x - y) <= near_enough
        for x, y in ((one.x, other.x), (one.y, other.y), (one.right, other.right),
                     (one.bottom, other.bottom))
    ):  # fmt: skip
        return True
    pair = held.pair_of(a.block, b.block)
    if pair is None or pair.a is None or pair.b is None:
        return False
    was, now = pair.a.place.rect, pair.b.place.rect

    def goes(low: float, high: float, edges: tuple[float, float, float, float]) -> bool:
        (a_low, a_high, b_low, b_high) = edges
        ways = ((b_low - a_low,) * 2, (b_high - a_high,) * 2, (b_low - a_low, b_high - a_high))
        return any(abs(low - x) <= near_enough and abs(high - y) <= near_enough for x, y in ways)

    return goes(
        other.x - one.x, other.right - one.right, (was.x, was.right, now.x, now.right)
    ) and goes(other.y - one.y, other.bottom - one.bottom, (was.y, was.bottom, now.y, now.bottom))


def _place_parts(held: Held, a: ShapeAt, b: ShapeAt) -> list[Said]:
    """How the place of a thing has changed by itself: moved, resized, both."""
    if _followed(held, a, b):
        return []
    one, other = a.rect, b.rect
    dx, dy = other.x - one.x, other.y - one.y
    parts: list[Said] = []
    if a.page != b.page:
        parts.append(said("part.compare-page", page=called(held.name_b(b.page))))
    elif abs(dx) > held.tolerance or abs(dy) > held.tolerance:
        parts.append(said("part.compare-moved", way=by(dx, dy, held.tolerance, held.pitch(b.page))))
    if (
        abs(other.width - one.width) > held.tolerance
        or abs(other.height - one.height) > held.tolerance
    ):
        parts.append(said("part.compare-resized", size=size(one), other=size(other)))
    return parts


def _told(held: Held, a: ShapeAt, b: ShapeAt, what: str, told: Said) -> tuple[int, PageChange]:
    return b.page, PageChange(
        kind="picture" if isinstance(b.item, Picture) else "shape", what=what, said=told,
        block=b.block[1],
        before=held.where_a(a.page, a.rect), after=held.where_b(b.page, b.rect),
    )  # fmt: skip


def _name(shape: ShapeAt) -> Said:
    item = shape.item
    role = item.role if isinstance(item, Box | Path) else ""
    known = role if role in ROLES else {Stroke: "rule", Path: "path"}.get(type(item), "box")
    return said(PART[f"a-{known}"])


ROLES: Final = frozenset({"rule", "tint", "panel", "quiet", "keyline", "overlay", "code"})


def _shape(held: Held, a: ShapeAt, b: ShapeAt) -> Iterator[tuple[int, PageChange]]:
    parts = _place_parts(held, a, b)
    if parts:
        told = said("COMPARE.shape-placed", thing=_name(b), parts=tuple(parts), at=at(b.rect))
        yield _told(held, a, b, "placed", told)
    one, other = color_of(a.item), color_of(b.item)
    if not near(one, other):
        told = said(
            "COMPARE.shape-color", thing=_name(b), old=color_words(one), new=color_words(other),
            at=at(b.rect),
        )  # fmt: skip
        yield _told(held, a, b, "color", told)
    if not parts and _drawn(held, a, b):
        told = said("COMPARE.shape-drawn", thing=_name(b), at=at(b.rect))
        yield _told(held, a, b, "drawn", told)


def _drawn(held: Held, a: ShapeAt, b: ShapeAt) -> bool:
    """Whether a thing within the same edges is drawn otherwise: its line, its dashes, its shape."""
    one, other = a.item, b.item
    if isinstance(one, Stroke) and isinstance(other, Stroke):
        dashes = len(one.dash) != len(other.dash) or any(
            abs(x - y) > held.tolerance for x, y in zip(one.dash, other.dash, strict=False)
        )
        return (
            dashes
            or one.round_caps != other.round_caps
            or (abs(one.width - other.width) > held.tolerance)
        )
    if isinstance(one, Path) and isinstance(other, Path):
        if (one.filled, one.round) != (other.filled, other.round):
            return True
        if abs(one.width - other.width) > held.tolerance:
            return True
        if [letter for letter, _ in one.steps] != [letter for letter, _ in other.steps]:
            return True
        dx, dy = other.bounds().x - one.bounds().x, other.bounds().y - one.bounds().y
        scale_x = other.bounds().width / one.bounds().width if one.bounds().width else 1.0
        scale_y = other.bounds().height / one.bounds().height if one.bounds().height else 1.0
        plain = abs(scale_x - 1) < 0.01 and abs(scale_y - 1) < 0.01
        return plain and any(
            abs(x + (dy if k % 2 else dx) - y) > 2 * held.tolerance
            for (_, p), (_, q) in zip(one.steps, other.steps, strict=True)
            for k, (x, y) in enumerate(zip(p, q, strict=True))
        )
    return False


def _picture(
    held: Held, a: ShapeAt, b: ShapeAt, contents: Callable[[Picture, Picture, int], bool | None]
) -> Iterator[tuple[int, PageChange]]:
    one, other = a.item, b.item
    assert isinstance(one, Picture)
    assert isinstance(other, Picture)
    name = other.source
    parts = _place_parts(held, a, b)
    if parts:
        told = said("COMPARE.picture-placed", file=name, parts=tuple(parts), at=at(b.rect))
        yield _told(held, a, b, "placed", told)
    alike = contents(one, other, b.page)
    if one.source != other.source and not alike:  # the same under another name looks the same
        told = said("COMPARE.picture-file", file=one.source, other=other.source)
        yield _told(held, a, b, "file", told)
    if max(abs(x - y) for x, y in zip(one.crop, other.crop, strict=True)) > NEAR_CROP:
        told = said("COMPARE.picture-crop", file=name, old=_crop(one), new=_crop(other))
        yield _told(held, a, b, "crop", told)
    if _outline(one, a, held.tolerance) != _outline(other, b, held.tolerance):
        told = said("COMPARE.picture-outline", file=name)
        yield _told(held, a, b, "outline", told)
    if alike is False:
        told = said("COMPARE.picture-content", file=name)
        yield _told(held, a, b, "content", told)


def _crop(picture: Picture) -> Said:
    """What is cut off, of each side in mm as it would be printed."""
    sides = cut_sides(picture)
    return said("part.compare-crop", sides=sides) if sides else said("part.compare-uncropped")


def _outline(picture: Picture, shape: ShapeAt, tolerance: float) -> object:
    """Its corners and its outline, in parts of its rectangle."""
    r = shape.rect
    step = max(tolerance, 0.01) / max(r.width, r.height, 0.01)
    digits = 2 if step > 0.001 else 3
    clip = [
        (round((x - r.x) / (r.width or 1), digits), round((y - r.y) / (r.height or 1), digits))
        for x, y in picture.clip
    ]
    return [round(v, 1) for v in picture.corners], clip


def _lost(held: Held, shapes: Iterable[ShapeAt], what: str) -> Iterator[tuple[int, PageChange]]:
    """Things that are gone or new; those of one sort in one block are told together."""
    groups: dict[object, list[ShapeAt]] = defaultdict(list)
    for shape in shapes:
        key = shape.item.source if isinstance(shape.item, Picture) else _sort(shape)
        groups[shape.page, shape.block, key].append(shape)
    for own in groups.values():
        first = own[0]
        rect = hull([shape.rect for shape in own])
        where = (held.where_a if what == "gone" else held.where_b)(first.page, rect)
        kind: Kind = "shape"
        if isinstance(first.item, Picture):
            kind = "picture"
            told = said(COMPARE[f"picture-{what}"], file=first.item.source, at=at(rect))
        else:
            told = said(
                COMPARE[f"shape-{what}"], thing=_name(first), count=len(own), at=at(rect),
                color=color_words(color_of(first.item)),
            )  # fmt: skip
        yield first.page, PageChange(
            kind=kind, what=what, said=told, block=first.block[1], count=len(own),
            before=where if what == "gone" else None, after=where if what == "new" else None,
        )  # fmt: skip
