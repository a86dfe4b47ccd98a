"""Lines that have moved, broken anew or been spaced otherwise: each way told once for a story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from layout.compare.changes import PageChange, by, called, mm
from layout.compare.frame import Held, Residue
from layout.compare.keys import COMPARE
from layout.compare.lettering import Characters, LineAt, style_of
from layout.compare.textdiff import Match
from layout.geometry import hull
from layout.record import record
from layout.words.said import Said, Value, said

Column = tuple[int, int]
"""A column of a block: the number of the block's pair, and its order there."""
BEGINNING = 10
"""Characters of a line by which it is known to a reader."""


@record
class KeptLine:
    """A line that is the same line before and after, wherever it stands. `spread` is how far the
    glyph stands that has moved most against the line's beginning, in points; `whole` says that its
    words and their type are as they were."""

    a: LineAt
    b: LineAt
    way: Residue
    spread: float
    whole: bool


def line_changes(
    held: Held, a: Characters, b: Characters, common: Sequence[Match]
) -> Iterator[tuple[int, PageChange]]:
    """What has become of the lines of a text, each change with the number of its page."""
    met = _met(a, b, common)
    kept, broken = _sorted(held, a, b, met)
    yield from _moved(held, kept)
    yield from _spaced(held, kept)
    for group in _runs(broken):
        lines = [b.lines[number] for number in group]
        own = [line for line in lines if line.page == lines[0].page]
        rect = hull([line.rect() for line in own])
        first, last = _begin(lines[0]), _begin(lines[-1])
        told = said("COMPARE.lines-broken", lines=len(lines), first=first, last=last)
        if len(lines) == 1:
            told = said("COMPARE.lines-one-broken", first=first)
        yield lines[0].page, PageChange(
            kind="lines", what="broken", said=told, block=lines[0].block[1], count=len(lines),
            after=held.where_b(lines[0].page, rect),
        )  # fmt: skip


def _met(
    a: Characters, b: Characters, common: Sequence[Match]
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each line before and each after that have characters in common, these characters."""
    out: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for match in common:
        for k in range(match.size):
            i, j = match.a + k, match.b + k
            if a.line[i] >= 0 and b.line[j] >= 0:
                out[a.line[i], b.line[j]].append((i, j))
    return out


def _sorted(
    held: Held, a: Characters, b: Characters, met: dict[tuple[int, int], list[tuple[int, int]]]
) -> tuple[list[KeptLine], list[int]]:
    """The lines that are kept, and the numbers of those of B that are broken anew."""
    goes: dict[int, set[int]] = defaultdict(set)
    comes: dict[int, set[int]] = defaultdict(set)
    for one, other in met:
        goes[one].add(other)
        comes[other].add(one)
    sizes_a, sizes_b = _sizes(a), _sizes(b)
    kept: list[KeptLine] = []
    broken: set[int] = set()
    for (one, other), letters in met.items():
        if len(goes[one]) > 1 or len(comes[other]) > 1:
            broken.add(other)
            continue
        before, after = a.lines[one], b.lines[other]
        way = held.residue(before.block, after.block, before.origin, after.origin)
        whole = len(letters) == sizes_a[one] == sizes_b[other]
        if whole and [style_of(r)[1:] for r in before.runs] != [
            style_of(r)[1:] for r in after.runs
        ]:
            whole = _same_type(a, b, letters)
        spread = 0.0
        if whole and before.runs != after.runs:
            for i, j in letters:
                (ax, ay), (bx, by_) = a.place(i), b.place(j)
                spread = max(spread, abs(bx - ax - way.dx), abs(by_ - ay - way.dy))
        kept.append(KeptLine(a=before, b=after, way=way, spread=spread, whole=whole))
    return kept, sorted(broken)


def _same_type(a: Characters, b: Characters, letters: Iterable[tuple[int, int]]) -> bool:
    """Whether each character has the size it had, and the place of its glyph can be held."""
    return all(a.style(i)[1:2] + a.style(i)[3:4] == b.style(j)[1:2] + b.style(j)[3:4]
               for i, j in letters)  # fmt: skip


def _sizes(side: Characters) -> list[int]:
    counts = [0] * len(side.lines)
    for line in side.line:
        if line >= 0:
            counts[line] += 1
    return counts


def _moved(held: Held, kept: Iterable[KeptLine]) -> Iterator[tuple[int, PageChange]]:
    """Lines that stand elsewhere, told together where they went the same way."""
    groups: dict[tuple[object, ...], list[KeptLine]] = {}
    for one in kept:
        how = _how(held, one)
        if how is not None:
            _join(groups, how, one, held.tolerance)
    for how, lines in groups.items():
        what = str(how[0])
        first, last = lines[0], lines[-1]
        values: dict[str, Value] = {
            "lines": len(lines), "first": _begin(first.b), "last": _begin(last.b),
        }  # fmt: skip
        if what == "moved":
            values["way"] = by(
                first.way.dx if first.whole or first.b.runs[0].vertical else 0.0,
                first.way.dy if first.whole or not first.b.runs[0].vertical else 0.0,
                held.tolerance, held.pitch(first.b.page),
            )  # fmt: skip
        elif what == "column":
            values |= {"column": _order(held, first, "a"), "other": _order(held, first, "b")}
        elif what == "block":
            values |= {"block": first.a.block[1], "other": first.b.block[1]}
        else:
            values |= {
                "page": called(held.name_a(first.a.page)),
                "other": called(held.name_b(first.b.page)),
            }
        old = hull([line.a.rect() for line in lines if line.a.page == first.a.page])
        new = hull([line.b.rect() for line in lines if line.b.page == first.b.page])
        yield first.b.page, PageChange(
            kind="lines", what=what, said=_told(what, values),
            block=first.b.block[1], before=held.where_a(first.a.page, old),
            after=held.where_b(first.b.page, new), count=len(lines),
        )  # fmt: skip


def _told(what: str, values: dict[str, Value]) -> Said:
    """What is said of lines that went the same way; of a lone one its words once."""
    if what == "moved" and values["lines"] == 1:
        return said("COMPARE.lines-one-moved", first=values["first"], way=values["way"])
    return said(COMPARE[f"lines-{what}"], **values)


def _join(
    groups: dict[tuple[object, ...], list[KeptLine]],
    how: tuple[object, ...],
    one: KeptLine,
    near: float,
) -> None:
    """Put a line to those that went the same way, or begin with it."""
    for key, lines in groups.items():
        if key[:-2] != how[:-2]:
            continue
        away = [abs(x - y) for x, y in zip(key[-2:], how[-2:], strict=True)]  # type: ignore[operator]
        if max(away) <= near:
            lines.append(one)
            return
    groups[how] = [one]


def _how(held: Held, one: KeptLine) -> tuple[object, ...] | None:
    """In which way a line has moved; None where it has not."""
    a, b = one.a, one.b
    if not held.together(a.block, b.block):
        if a.page != b.page:
            return ("page", a.page, b.page, 0.0, 0.0)
        return ("block", a.block, b.block, 0.0, 0.0)
    old, new = _order(held, one, "a"), _order(held, one, "b")
    if old != new and old and new:
        return ("column", b.block, old, new, 0.0, 0.0)
    way = one.way
    if not one.whole:
        # Other words end elsewhere; only that the line stands higher or lower is its own.
        way = (
            Residue(way.dx, 0.0, way.in_block_x, 0.0, way.same_page)
            if b.runs[0].vertical
            else Residue(0.0, way.dy, 0.0, way.in_block_y, way.same_page)
        )
    if not way.told(held.tolerance):
        return None
    return ("moved", b.block, way.dx, way.dy)


def _order(held: Held, one: KeptLine, side: str) -> int:
    """Which column of its block a line stands in, from 1; 0 for none."""
    line = one.a if side == "a" else one.b
    page = (held.a if side == "a" else held.b)[line.page]
    if line.frame < 0 or page is None:
        return 0
    return page.frames[line.frame].order


def _spaced(held: Held, kept: Iterable[KeptLine]) -> Iterator[tuple[int, PageChange]]:
    """Lines whose glyphs stand otherwise along the line, told together for each paragraph."""
    groups: dict[tuple[object, ...], list[KeptLine]] = defaultdict(list)
    for one in kept:
        if one.spread > held.tolerance:
            groups[one.b.page, one.b.block, one.b.part].append(one)
    for lines in groups.values():
        first = lines[0].b
        most = max(one.spread for one in lines)
        told = said("COMPARE.spacing-glyphs", lines=len(lines), first=_begin(first), mm=mm(most))
        yield first.page, PageChange(
            kind="spacing", what="glyphs", said=told, block=first.block[1], count=len(lines),
            before=held.where_a(lines[0].a.page, hull([one.a.rect() for one in lines
                                                       if one.a.page == lines[0].a.page])),
            after=held.where_b(first.page, hull([one.b.rect() for one in lines])),
        )  # fmt: skip


def _begin(line: LineAt) -> str:
    text = line.text.strip()
    return text if len(text) <= BEGINNING else f"{text[:BEGINNING]}…"


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Numbers that follow one another, together."""
    group: list[int] = []
    for number in numbers:
        if group and number != group[-1] + 1:
            yield group
            group = []
        group.append(number)
    if group:
        yield group
