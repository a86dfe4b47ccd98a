"""What a page is given for programs that read it back, and that no one sees in print.

They know a page by the boxes of its glyphs: where boxes overlap, where lines begin and end, how far
apart columns are. Marks get boxes of their own (`cuts`); the indent of a paragraph is written as
the spaces it stands for, since pdfminer takes lines with one left edge for one column of text, and
a line that begins elsewhere for another one; and a line ends a hair before its edge, since poppler
takes two columns apart whose gutter is an em, and their lines must not come nearer by a rounding.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Final, NamedTuple

from layout.display.items import Frame, GlyphRun, Item, Page, owner_of
from layout.lastmade import LastMade
from layout.render.press.cache import Widths
from layout.render.press.cuts import NONE, Cuts, marks_of, run_cuts

SPACE: Final = "\u3000"
"""What an indent is written with: one an em."""
MOST_INDENT: Final = 8
SLACK_EM: Final = 0.1


class PagePart(NamedTuple):
    """Items that stand one after another and belong to one story or block, with what their runs are
    given, each named by its identity.

    `name` is no other part's of the page. `cuts` are those of its glyphs' boxes, `indents` how many
    spaces stand before a run, `ends` the runs with which a line of a story ends; `node` is that of
    the last such line on the page so far.
    """

    name: tuple[str, int]
    items: tuple[Item, ...]
    cuts: Mapping[int, Cuts]
    indents: Mapping[int, int]
    ends: frozenset[int]
    node: str


def aids_of(page: Page, widths: Callable[[str], Widths], last: LastMade) -> list[PagePart]:
    """A page in parts, with what is done for the readers of each.

    `widths` gives the measures of a face by its key; `last` has the parts of the page as they were.
    """
    frames: dict[str, list[Frame]] = {}
    for frame in page.frames:
        frames.setdefault(frame.node, []).append(frame)
    owned = [(owner, tuple(items)) for owner, items in groupby(page.items, _owner)]
    runs = [[i for i in items if isinstance(i, GlyphRun) and i.glyphs] for _, items in owned]
    afters: list[GlyphRun | None] = [None]
    for later in reversed(runs[1:]):
        afters.append(later[0] if later else afters[-1])
    before: GlyphRun | None = None
    times = Counter[str]()
    node = ""
    out: list[PagePart] = []
    for (owner, items), own, after in zip(owned, runs, reversed(afters), strict=False):
        times[owner] += 1
        name = (owner, times[owner])
        room = frames.get(owner, [])
        part = last.of(
            ("part", name),
            (items, before, after, node, room),
            partial(
                _part,
                name,
                items,
                own,
                before=before,
                last=after,
                node=node,
                frames=room,
                widths=widths,
            ),
        )
        out.append(part)
        before = own[-1] if own else before
        node = part.node
    return out


def _owner(item: Item) -> str:
    return owner_of(item.node)


def _part(
    name: tuple[str, int],
    items: tuple[Item, ...],
    runs: Sequence[GlyphRun],
    *,
    before: GlyphRun | None,
    last: GlyphRun | None,
    node: str,
    frames: Sequence[Frame],
    widths: Callable[[str], Widths],
) -> PagePart:
    """A part whose `runs` stand between two others, in its `frames`."""
    cuts: dict[int, Cuts] = {}
    indents: dict[int, int] = {}
    ends: list[int] = []
    for run, after in zip(runs, (*runs[1:], last), strict=False):
        this = id(run)
        marks = () if run.turned else marks_of(run)
        if marks:
            found = run_cuts(run, marks, widths(run.face), before, after)
            if found is not NONE:
                cuts[this] = found
        if run.line is not None and not run.vertical:
            if after is None or after.line is not run.line:
                ends.append(this)
            if run.node != node:
                # Behind the mark of a list's item, or an initial, there are none: spaces that
                # overlap it would be read before it.
                node = run.node
                begun = before is not None and before.node == node
                spaces = 0 if begun else _indent(run, frames)
                if spaces and widths(run.face).space(SPACE) is not None:
                    indents[this] = spaces
        before = run
    return PagePart(name, items, cuts, indents, frozenset(ends), node)


def _indent(run: GlyphRun, frames: Sequence[Frame]) -> int:
    """How many full-width spaces stand before the first line of a paragraph, in its column."""
    em = run.size * run.h_scale
    for frame in frames:
        rect = frame.rect
        if rect.x - em < run.x < rect.right and rect.y < run.y < rect.bottom + em:
            spaces = round((run.x - rect.x) / em)
            near = abs(run.x - rect.x - spaces * em) < SLACK_EM * em
            return spaces if near and 0 < spaces <= MOST_INDENT else 0
    return 0
