"""TIGHT: a headline, a banner or a caption that all but stands on text, or on another of these."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeGuard

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import HEADLINE, DrawnLine, Title, extent, is_ground, shared
from layout.check.makeup.ink import Inks
from layout.check.makeup.stacked import DISPLAY, StackedLines, stacks
from layout.check.makeup.subject import Subject
from layout.diagnostics import beginning
from layout.display.items import BlockPlace, Box, GlyphRun, Item, Path, Picture, owner_of
from layout.geometry import Rect, hull
from layout.record import record
from layout.spec.model.headline import WHITE_EM
from layout.units import EPS_PT, unlike
from layout.words.said import said

CAPTION: Final = ("caption", "credit")
RUBY: Final = "ruby"  # letters over text: they come nearer than it does
SHOWN: Final = 16  # characters of a line that a message quotes

CHECK: Final[Check[Subject]] = Check(
    id="TIGHT",
    title="题文过密",
    reason="A headline or a caption that all but stands on text, or on another headline, is read "
    "into it, 提要题 above all.",
    source="the textbook's white round headlines (占行: one to two lines above and below "
    "together); half a line, and one under a 提要题, are the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


@record
class _Large:
    """Display type: its em boxes with what stands behind them, the least white under and over it
    in points, and by what it is told."""

    owner: str
    block: str
    rect: Rect
    under: float
    over: float
    text: str


def run(subject: Subject) -> Iterator[Finding]:
    """White between headlines and the text under them, and text of whatever block that comes as
    near to them, to a banner, a caption or a table; from em box to em box, or from ink to ink where
    that is more. Then display type of one block against that of another, from ink to ink."""
    inks = subject.inks
    lines: dict[str, list[DrawnLine]] = defaultdict(list)
    for line in subject.lines:
        lines[line.owner].append(line)
    kinds = (_headlines, _banners, _captions, _tables)
    for large in chain.from_iterable([kind(subject, lines) for kind in kinds]):
        for below in (True, False):
            met = _nearest(subject, large, inks, below=below)
            if met is not None and not subject.in_fault(large.block):
                yield _finding(subject, large, *met, below=below)
    for stack in stacks(subject, inks):
        if not any(subject.in_fault(s.block) for s in (stack.upper, stack.lower)):
            yield _stacked(subject, stack)


_ByOwner = Mapping[str, Sequence[DrawnLine]]


def _headlines(subject: Subject, lines: _ByOwner) -> Iterator[_Large]:
    drawn = [item for item in subject.page.items if not isinstance(item, GlyphRun)]
    behind = [item for item in drawn if _stands_behind(item)]
    for title in subject.titles:
        if title.vertical:  # it stands at a side of its text
            continue
        own = [
            line
            for line in lines[title.owner]
            if line.part in HEADLINE and title.whole.holds(line.rect)
        ]
        last = max(own, key=lambda line: line.rect.bottom, default=None)
        first = min(own, key=lambda line: line.rect.y, default=None)
        if last is None or first is None:
            continue
        facts = subject.story(title.owner, title.block)
        rect, grounded = _backed(title, behind)
        over = _least(subject, first)
        under = subject.points(subject.rules.tight.summary)
        if facts is not None and facts.white is not None:
            under = facts.white
        elif last.part != "summary" or grounded:
            under = _least(subject, last)
        yield _Large(
            owner=title.owner, block=title.block, rect=rect, under=under, over=over,
            text=title.text,
        )  # fmt: skip


def _least(subject: Subject, line: DrawnLine) -> float:
    """The least white beside a line of display type."""
    return min(subject.points(subject.rules.tight.white), WHITE_EM * line.size)


def _stands_behind(item: Item) -> TypeGuard[Box | Path | Picture]:
    """Whether a thing may belong to a headline: a panel, a picture, or rules drawn as boxes."""
    return isinstance(item, Box | Picture) or is_ground(item)


def _backed(title: Title, behind: Sequence[Box | Path | Picture]) -> tuple[Rect, bool]:
    """A headline with the panel, picture or rules that belong to it, and whether it stands on one
    of these as a whole."""
    top, foot = title.whole.y, title.whole.bottom
    grounded = False
    for item in behind:
        rect = extent(item)
        ground = item.node == title.owner and getattr(item, "role", "panel") == "panel"
        if ground and rect.meets(title.whole):
            grounded = True
            top = min(top, rect.y)
        elif item.node != f"{title.owner}#summary":
            continue
        foot = max(foot, rect.bottom)
    return Rect(title.whole.x, top, title.whole.width, foot - top), grounded


def _captions(subject: Subject, lines: _ByOwner) -> Iterator[_Large]:
    """Captions, which text right under or over them would take for its own."""
    for block in subject.page.blocks:
        if block.kind not in ("picture", "pictures"):
            continue
        own = [line for line in lines[block.node] if line.part in CAPTION]
        if own:
            least = min(_least(subject, line) for line in own)
            yield _Large(
                owner=block.node, block=block.id, rect=hull(line.rect for line in own),
                text=own[0].text, under=least, over=least,
            )  # fmt: skip


def _tables(subject: Subject, lines: _ByOwner) -> Iterator[_Large]:
    """Tables on bare paper, whose first and last words text would go on; a rule there parts them
    from it."""
    for block in subject.page.blocks:
        if block.kind != "table" or block.boxed:
            continue
        own = lines[block.node]
        if not own:
            continue
        first = min(own, key=lambda line: line.rect.y)
        last = max(own, key=lambda line: line.rect.bottom)
        rules = [extent(item) for item in subject.page.items if _ruled(item, block)]
        over = any(r.bottom <= first.rect.y + EPS_PT for r in rules)
        under = any(r.y >= last.rect.bottom - EPS_PT for r in rules)
        yield _Large(
            owner=block.node, block=block.id, rect=hull(line.rect for line in own),
            text=last.text, under=0.0 if under else _least(subject, last),
            over=0.0 if over else _least(subject, first),
        )  # fmt: skip


def _ruled(item: Item, block: BlockPlace) -> bool:
    """Whether a thing is a rule of a block."""
    return owner_of(item.node) == block.node and not isinstance(item, GlyphRun | Picture)


def _banners(subject: Subject, lines: _ByOwner) -> Iterator[_Large]:
    """Blocks of display type that stand on no ground of their own."""
    for block in subject.page.blocks:
        if block.kind != "text" or block.boxed:
            continue
        own = lines[block.node]
        if not own or any(line.vertical for line in own):
            continue
        first = min(own, key=lambda line: line.rect.y)
        last = max(own, key=lambda line: line.rect.bottom)
        for line in {id(first): first, id(last): last}.values():
            if line.size > DISPLAY * subject.zi:
                least = _least(subject, line)
                yield _Large(
                    owner=block.node, block=block.id, rect=line.rect, text=line.text,
                    under=least if line is last else 0.0, over=least if line is first else 0.0,
                )  # fmt: skip


def _nearest(
    subject: Subject, large: _Large, inks: Inks, *, below: bool
) -> tuple[DrawnLine, float] | None:
    """The line of text that comes nearest, and the white to it, where that is too little."""
    most = (large.under if below else large.over) - EPS_PT
    top, foot = large.rect.y, large.rect.bottom
    found: list[tuple[float, DrawnLine]] = []
    middle = large.rect.y + large.rect.height / 2
    for line in subject.lines:
        rect = line.rect
        white = rect.y - foot if below else top - rect.bottom
        if white >= most:  # as of most lines, and ink is no nearer than its em boxes
            continue
        text = line.facts is not None or line.part.startswith(RUBY)
        if not text or (line.owner == large.owner and line.part in HEADLINE):
            continue
        if shared(rect.x, rect.right, large.rect.x, large.rect.right) <= EPS_PT:
            continue
        if (rect.y + rect.height / 2 > middle) != below:
            continue
        if inks.outlined:
            white = max(white, _inked(inks, line.runs, large.rect, below=below))
        if 0.0 <= white < most:  # type on type is for COLLIDE
            found.append((white, line))
    if not found:
        return None
    white, line = min(found, key=lambda pair: pair[0])
    return line, white


def _inked(inks: Inks, runs: Sequence[GlyphRun], rect: Rect, *, below: bool) -> float:
    """The white from a headline's em boxes to the ink of a line: a mark at the head of a column
    has its ink half an em down."""
    hull = inks.hull_of(runs)
    if hull is None:
        return float("inf")
    return hull[1] - rect.bottom if below else rect.y - hull[3]


def _finding(
    subject: Subject, large: _Large, line: DrawnLine, white: float, *, below: bool
) -> Finding:
    least = large.under if below else large.over
    pitch = subject.page.grid.pitch
    white_pt, least_pt = unlike(white, least)
    top = large.rect.bottom if below else line.rect.bottom
    x = max(large.rect.x, line.rect.x)
    right = min(large.rect.right, line.rect.right)
    place = subject.places.get(large.block) or subject.block_place(large.owner)
    title = next((t for t in subject.titles if t.block == large.block), None)
    if title is not None:
        place = subject.title_place(title) or place
    return Finding(
        said=said(
            "TIGHT.over" if below else "TIGHT.under",
            text=large.text,
            other=_short(line.text),
            white_pt=white_pt,
            white_lines=white / pitch,
            least_pt=least_pt,
        ),
        where=place,
        spot=subject.spot(Rect(x, top, max(0.0, right - x), max(0.0, white))),
        about=tuple(dict.fromkeys((large.block, large.owner, line.owner))),
    )


def _stacked(subject: Subject, stack: StackedLines) -> Finding:
    upper, lower = stack.upper, stack.lower
    white_pt, least_pt = unlike(stack.white, stack.least)
    title = next((t for t in subject.titles if t.block == lower.block), None)
    place = subject.title_place(title) if title is not None else None
    return Finding(
        said=said(
            "TIGHT.stacked",
            text=_short(upper.line.text),
            block=upper.block,
            other=_short(lower.line.text),
            other_block=lower.block,
            white_pt=white_pt,
            white_lines=stack.white / subject.page.grid.pitch,
            least_pt=least_pt,
        ),
        where=place or subject.places.get(lower.block) or subject.block_place(lower.block),
        spot=subject.spot(stack.between),
        about=tuple(dict.fromkeys((upper.block, lower.block, upper.line.owner, lower.line.owner))),
    )


def _short(text: str) -> str:
    return beginning(text.strip(), SHOWN)
