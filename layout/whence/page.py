"""All that a page knows of where it comes from, in one object for who shows it."""

from functools import cached_property

from layout.diagnostics import Place
from layout.display.items import owner_of
from layout.geometry import Rect
from layout.pipeline import Composed
from layout.render.svg.text import WordLine
from layout.whence.blocks import BlockPlaces, BlockSource
from layout.whence.measures import Measures, measures
from layout.whence.sourcetext import SourceFile, SourceFiles
from layout.whence.words import Places, WordPlaces


class Whence:
    """Where one page comes from. Made at once; what is asked is worked out when it is asked for,
    from the files as they are then: make it anew with each page."""

    def __init__(self, composed: Composed) -> None:
        self._composed = composed
        self._files = SourceFiles(composed.environment)

    def words(self, line: WordLine) -> Places:
        """The place of each character of a line; None for what nobody typed."""
        return self._words.of(line)

    def word(self, line: WordLine, index: int) -> Place | None:
        """Where the character of a line stands that has the number `index`, from 0, or what is
        nearest to it, at last the part of the spec that its block is; None for what is no block's.
        """
        found = self._words.near(line, index)
        if found is not None:
            return found
        source = self.block(owner_of(line.node))
        return source.place if source is not None else None

    def block(self, block: str) -> BlockSource | None:
        """The part of the spec that a block is, by its id."""
        return self._blocks.of(block)

    def measures(self, rect: Rect) -> Measures:
        """A rectangle of the page in the measures of the trade."""
        return measures(rect, self._composed.page.grid)

    def file(self, label: str) -> SourceFile | None:
        """A file by what messages call it: its text, offsets and rows."""
        return self._files.get(label)

    @cached_property
    def _words(self) -> WordPlaces:
        return WordPlaces(self._composed, self._files)

    @cached_property
    def _blocks(self) -> BlockPlaces:
        return BlockPlaces(self._composed, self._files)
