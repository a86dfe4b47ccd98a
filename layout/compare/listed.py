"""Pages held against each other by their display lists: the changes of each, in order."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from layout.compare.blocks import block_changes
from layout.compare.called import named
from layout.compare.called import names as called_names
from layout.compare.changes import KINDS, PageChange, located
from layout.compare.facts import column_changes, fit_changes, page_changes
from layout.compare.frame import Held
from layout.compare.lettering import Characters, LineAt, lines_of
from layout.compare.lines import line_changes
from layout.compare.shapes import shape_changes
from layout.compare.textdiff import edits, matches
from layout.compare.typeset import type_changes
from layout.compare.wording import Wording, blank_change, blanks, word_changes, wordings
from layout.display.items import GlyphRun, Item, Page, Picture, color_of, owner_of
from layout.words.said import said

Contents = Callable[[Picture, Picture, int], bool | None]
"""Whether two pictures of a page of a number show the same; None where it is not known."""


def changes(
    a: Sequence[Page | None], b: Sequence[Page | None], tolerance: float, contents: Contents
) -> list[list[PageChange]]:
    """What has changed from A to B, for each page by its number, in the order of `KINDS` and then
    down the page. `tolerance` is how far a thing may have moved, in points."""
    held = Held(a, b, tolerance)
    found: list[list[PageChange]] = [[] for _ in a]
    names = ([held.name_a(n) for n in range(len(a))], [held.name_b(n) for n in range(len(b))])
    pitches = [held.pitch(n) for n in range(len(a))]
    for number, change in (
        *page_changes(held),
        *block_changes(held.pairs, names, pitches, tolerance),
        *column_changes(held),
        *fit_changes(held),
        *_texts(held),
        *shape_changes(held, contents),
    ):
        found[number].append(change)
    for number, own in enumerate(found):
        if not own and _repainted(held.a[number], held.b[number]):
            own.append(PageChange(kind="order", what="painted", said=said("COMPARE.order-painted")))
        own.sort(key=_order)
    return [_named(held, n, own) for n, own in enumerate(found)]


def _named(held: Held, number: int, own: Sequence[PageChange]) -> list[PageChange]:
    """The changes of a page with the names of its blocks, and their columns and lines."""
    if not own:
        return []
    a = called_names(held.a[number], held.blocks_a[number])
    b = called_names(held.b[number], held.blocks_b[number])
    return [named(_located(held, number, change), a, b) for change in own]


def _located(held: Held, number: int, change: PageChange) -> PageChange:
    """A change with its columns and lines, by the grid of the side on which it is told."""
    page = held.b[number] if change.after is not None else held.a[number]
    return located(change, None if page is None else page.grid)


def _order(change: PageChange) -> tuple[int, float, float]:
    where = change.after or change.before
    place = (where.rect.y, where.rect.x) if where is not None else (0.0, 0.0)
    return (KINDS.index(change.kind), *place)


def _texts(held: Held) -> Iterator[tuple[int, PageChange]]:
    """What has changed of all texts: words, type, lines."""
    before, after = _by_text(held, "a"), _by_text(held, "b")
    found: list[Wording] = []
    over = _over(held, "a"), _over(held, "b")
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key, []), after.get(key, [])
        if one == other:
            continue
        a, b = Characters(one), Characters(other)
        common = matches(a.text, b.text)
        room = (over[0].get(key, 0), over[1].get(key, 0))
        words = wordings(a, b, edits(common, len(a.text), len(b.text)), room)
        found += words
        edges = {w.edit.b_to for w in words}
        for blank in blanks(a, b, common):
            if blank[1] not in edges:
                yield blank_change(held, a, b, blank)
        yield from type_changes(held, a, b, common)
        yield from line_changes(held, a, b, common)
    yield from word_changes(held, found)


def _by_text(held: Held, side: str) -> dict[object, list[LineAt]]:
    """The lines of each text: of a story's paragraphs on all its pages, of its headline and what
    else stands over them where each block has it, of any other block by itself."""
    pages, blocks, numbers = (
        (held.a, held.blocks_a, held.number_a)
        if side == "a"
        else (held.b, held.blocks_b, held.number_b)
    )
    stories = _stories(held)
    out: dict[object, list[LineAt]] = defaultdict(list)
    for number, page in enumerate(pages):
        own = blocks[number]
        if page is None or own is None:
            continue
        for line in lines_of(page, number, own):
            owner = owner_of(line.runs[0].node)
            pair = numbers.get(line.block)
            story = stories.get((side, owner))
            key: object = ("page", number, owner)
            if story and _runs_on(line.part):
                key = ("story", story)
            elif story:
                key = ("story", story, line.part, pair if pair is not None else line.block)
            elif pair is not None:
                key = ("block", pair)
            out[key].append(line)
    return out


def _over(held: Held, side: str) -> dict[object, int]:
    """Of each story how many characters have no room on a side, and go on on no other page."""
    stories = _stories(held)
    pages = held.a if side == "a" else held.b
    out: dict[object, int] = defaultdict(int)
    for page in pages:
        nodes = {block.id: block.node for block in page.blocks} if page is not None else {}
        for fit in page.fits if page is not None else ():
            story = stories.get((side, nodes.get(fit.block, "")))
            if story is not None and not fit.jumps:
                out["story", story] += fit.over_characters
    return out


def _runs_on(part: str) -> bool:
    """Whether a part of a story runs from column to column and page to page: a paragraph, a row."""
    return part.lstrip("p")[:1].isdecimal() or not part


def _stories(held: Held) -> dict[tuple[str, str], str]:
    """By what name a story goes on both sides: that of A, of one whose file has another now."""
    ones = {pair.a.story for pair in held.pairs if pair.a and pair.a.story}
    others = {pair.b.story for pair in held.pairs if pair.b and pair.b.story}
    out = {("a", story): story for story in ones}
    out |= {("b", story): story for story in others}
    for pair in held.pairs:
        if pair.a is None or pair.b is None:
            continue
        one, other = pair.a.story, pair.b.story
        if one and other and one not in others and other not in ones:
            out["b", other] = one
    return out


def _repainted(a: Page | None, b: Page | None) -> bool:
    """Whether the same things are painted in another order, and some of them over one another."""
    if a is None or b is None:
        return False
    one, other = _sorts(a.items), _sorts(b.items)
    return one != other and sorted(one) == sorted(other)


def _sorts(items: Sequence[Item]) -> list[tuple[str, str, str]]:
    return [
        (
            type(item).__name__,
            str(color_of(item)),
            item.text if isinstance(item, GlyphRun) else "",
        )
        for item in items
    ]
