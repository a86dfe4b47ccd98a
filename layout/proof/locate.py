"""Where on a page a finding lies that is told of a place in a file."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from layout.api import ComposedPage
from layout.diagnostics import Diagnostic, Place, Spot
from layout.display.items import owner_of
from layout.geometry import Rect
from layout.proof.layers.layer import NumberedFinding
from layout.proof.setlines import page_lines
from layout.spec.resolve.resolved import RStory, pictures_of

WHOLE: Final = 0.95
"""Of a page: a finding of so much of it is one of the page as a whole."""
_Spots = list[tuple[tuple[int, int], Rect]]


class Locator:
    """Finds the lines of a story and the blocks of a spec on a page, by their places in files."""

    def __init__(self, page: ComposedPage) -> None:
        self._names = {page.name, *page.composed.resolved.names}
        self._lines: dict[str, _Spots] = defaultdict(list)
        self._blocks: dict[str, _Spots] = defaultdict(list)
        rects = {placed.id: placed.rect for placed in page.display.blocks}
        heads: dict[str, Rect] = {}
        stories = {}
        for block in page.composed.resolved.blocks:
            rect = rects.get(block.id, block.rect)
            self._put(self._blocks, block.place, rect)
            for picture in pictures_of(block.content):
                if picture.place is not None:
                    self._put(self._blocks, picture.place, rect)
            if isinstance(block.content, RStory):
                stories[block.content.story.name] = block.content.story
                heads.setdefault(block.content.story.name, rect)
        for whole in page.composed.resolved.groups:
            for group in whole.nested:
                self._put(self._blocks, group.place, group.rect)
        for line in page_lines(page.display):
            story = stories.get(owner_of(line.node))
            passage = line.passage
            if story is None or passage is None:
                continue
            if 0 < passage.paragraph <= len(story.paragraphs):
                place = story.paragraphs[passage.paragraph - 1].place_at(passage.offset)
                self._put(self._lines, place, line.rect)
        for name, story in stories.items():
            if story.paragraphs:
                file = story.paragraphs[0].lines[0][1].file
                self._lines[file].append(((0, 0), heads[name]))
        for table in (self._lines, self._blocks):
            for spots in table.values():
                spots.sort(key=lambda spot: spot[0])

    @staticmethod
    def _put(table: dict[str, _Spots], place: Place, rect: Rect) -> None:
        table[place.file].append(((place.line, place.column), rect))

    def rect(self, found: Diagnostic) -> Rect | None:
        """Where a finding lies, in points from the trim's top left: its own spot, else the line of
        the story or the block of the spec that it is told of; None where it is of neither."""
        for spot in (found.spot, found.where):
            if isinstance(spot, Spot) and spot.page in self._names:
                return spot.rect
        where = found.where
        return self.at(where) if isinstance(where, Place) else None

    def at(self, where: Place) -> Rect | None:
        """The line of a story or the block of a spec that a place in a file is in."""
        for table in (self._lines, self._blocks):
            spots = table.get(where.file, [])
            k = bisect_right([at for at, _ in spots], (where.line, where.column))
            if k and where.line:
                return spots[k - 1][1]
        return None


def numbered(
    page: ComposedPage, found: Iterable[Diagnostic], first: int = 1
) -> tuple[NumberedFinding, ...]:
    """Findings of a page with their numbers, from the `first` on, and their places."""
    locator = Locator(page)
    return tuple(
        NumberedFinding(number=number, found=one, rect=kept(page, locator.rect(one)))
        for number, one in enumerate(found, first)
    )


def kept(page: ComposedPage, rect: Rect | None) -> Rect | None:
    """A place cut to the page; None where it lies off it, and where it is the page itself."""
    if rect is None:
        return None
    whole = page.display
    left, top = max(rect.x, 0.0), max(rect.y, 0.0)
    right, bottom = min(rect.right, whole.width), min(rect.bottom, whole.height)
    if right < left or bottom < top:
        return None
    if (right - left) * (bottom - top) >= WHOLE * whole.width * whole.height:
        return None
    return Rect(left, top, right - left, bottom - top)
