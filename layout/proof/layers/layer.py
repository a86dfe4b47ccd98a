"""What an overlay is, and what it is made of.

A layer is items of the display list, so any renderer draws it. It does not depend on which other
layers are shown: each can be switched by itself.
"""

from collections.abc import Mapping
from typing import Literal

from layout.diagnostics import Diagnostic
from layout.display.items import Item, Page
from layout.geometry import Rect
from layout.proof.marks import Letters
from layout.record import field, record
from layout.words.said import Language

ReadingMark = Literal["delete", "replace", "insert", "transpose", "query", "join", "break", "face"]
"""What a proofreader asks for at some words (GB/T 14706)."""


@record
class LayerLabel:
    """Words or figures of an overlay, of so many points. Who shows the page at any size may draw
    them larger about the place `at`, so that they can be read; `fine` ones stand beside lines of
    type, and are better left out where they would have to be much larger."""

    at: tuple[float, float]
    size: float
    items: tuple[Item, ...]
    fine: bool = False


@record
class Layer:
    """An overlay. `ground` lies under the tints of the page, `under` over these and under its type
    and pictures, `marks` on top, and `labels` over these. One who has no room between the tints and
    the type draws `beneath` under the page, or multiplies it over it."""

    name: str
    ground: tuple[Item, ...] = ()
    under: tuple[Item, ...] = ()
    marks: tuple[Item, ...] = ()
    labels: tuple[LayerLabel, ...] = ()

    @property
    def over(self) -> tuple[Item, ...]:
        """All that lies over the page."""
        return (*self.marks, *(item for label in self.labels for item in label.items))

    @property
    def beneath(self) -> tuple[Item, ...]:
        """All that lies under the type."""
        return (*self.ground, *self.under)

    @property
    def items(self) -> tuple[Item, ...]:
        """All of it, in the order of painting."""
        return (*self.ground, *self.under, *self.over)


@record
class NumberedFinding:
    """A finding with its number in the list of its page, and where on the page it lies, in points
    from the trim's top left; None of one that is of the whole page."""

    number: int
    found: Diagnostic
    rect: Rect | None


@record
class CorrectionMark:
    """A correction where its words stand: `spots` are the parts of lines that they take, in reading
    order; of an `insert` it is an edge between two characters, without width, or without height
    where the line runs down. `words` are what is to stand there, or what is asked;
    `told` the correction in a sentence. Of a `break` the spot is the edge before which a paragraph
    is to begin; of a `join` there are two, the end of a paragraph and the beginning of the next.
    `parts` of a transposition are the spots of the part that
    comes first, of what stays between the two, and of the other part. Of one that is `done` the
    spots are the words that have come, and nothing more is asked."""

    number: int
    mark: ReadingMark
    spots: tuple[Rect, ...]
    words: str
    vertical: bool = False
    told: str = ""
    parts: tuple[tuple[Rect, ...], ...] = ()
    done: bool = False


@record
class Unfit:
    """Something without room: where it has its place, what of it lies outside of that, and what is
    wrong in a few words. Points from the trim's top left, cut to the page."""

    told: str
    rect: Rect
    outside: tuple[Rect, ...] = ()


@record
class ProofFacts:
    """What the layers of a page are made of.

    `oversets` are words for each node whose text does not fit, `unfit` all else that has no room;
    `comes_from` is the page from which the text of a block comes, by the block's id; `foot` is what
    stands under the page already.
    """

    page: Page
    letters: Letters
    lang: Language
    oversets: Mapping[str, str] = field(default_factory=dict)
    unfit: tuple[Unfit, ...] = ()
    comes_from: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[NumberedFinding, ...] = ()
    corrections: tuple[CorrectionMark, ...] = ()
    foot: tuple[Item, ...] = ()
