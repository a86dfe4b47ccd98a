"""What making up a page leaves behind: set lines and furniture, each in its place.

Boxes, strokes and pictures are already what the display list holds; a set line still knows its
items and is turned into glyph runs by `layout.flow.lower`.
"""

from collections.abc import Sequence

from layout.diagnostics import Diagnostic
from layout.display.items import Box, Frame, Passage, Path, Picture, StoryFit, Stroke
from layout.geometry import Rect
from layout.inline.items import Items
from layout.inline.line import SetLine
from layout.record import record
from layout.spec.markdown.paragraph import Run
from layout.spec.resolve.defaults import TextStyle
from layout.text.scripts import EM
from layout.units import EM_ASCENT


@record
class Carry:
    """Where a story goes on when a frame or a page is full.

    That is a paragraph, counted from 1, and a character in it. A story that is `signed` has its
    by-line there already, and none at its end.
    """

    paragraph: int = 1
    offset: int = 0
    signed: bool = False


def tall_of(items: Items, *, vertical: bool = False) -> float:
    """How far the largest words of a line go across it, beside its own type, and no less."""
    manners = {token.manner for token in items.tokens}
    sizes = [m.size * (m.wide / EM if vertical else 1) / EM for m in manners]
    return max(1.0, *sizes)


@record
class PlacedLine:
    """A line in its place, in points.

    One that runs to the right has the left edge of its measure at `x` and stands on `baseline`. One
    that is `vertical` runs down a column whose middle is `x`, and `baseline` is the column's top.
    """

    items: Items
    line: SetLine
    style: TextStyle
    x: float
    baseline: float
    measure: float
    node: str
    body: bool = False  # belongs to running text: its facts go into the display list
    vertical: bool = False
    passage: Passage | None = None  # of a story's text
    block: str = ""  # in which it stands in a column
    column: int = 0  # of its block, from 1
    marks: tuple[Run, ...] = ()  # of its paragraph: what is drawn at words

    @property
    def top(self) -> float:
        """Of its largest em box, where it runs to the right."""
        return self.baseline - EM_ASCENT * self.style.size * tall_of(self.items)

    @property
    def foot(self) -> float:
        """Of its largest em box, where it runs to the right."""
        return self.baseline + (1 - EM_ASCENT) * self.style.size * tall_of(self.items)


PlacedItem = PlacedLine | Box | Stroke | Path | Picture


@record
class Made:
    """What stands inside a block, in reading order, and its diagnostics."""

    items: Sequence[PlacedItem]
    frames: Sequence[Frame] = ()
    fits: Sequence[StoryFit] = ()
    diagnostics: Sequence[Diagnostic] = ()
    rest: Carry | None = None


@record
class PlacedBlock:
    """Everything of one block, in reading order, and its diagnostics."""

    id: str
    rect: Rect
    items: tuple[PlacedItem, ...]
    frames: tuple[Frame, ...] = ()
    fits: tuple[StoryFit, ...] = ()
    rest: Carry | None = None
    kind: str = ""
    node: str = ""
    boxed: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


@record
class PlacedPage:
    """A made-up page, block by block, with the `rules` between them that no block has."""

    blocks: tuple[PlacedBlock, ...]
    diagnostics: tuple[Diagnostic, ...]
    rules: tuple[Box | Stroke | Path, ...] = ()
