"""The text of pages as it stands: for each story its characters in order, each with its place.

What a line's end does to a text is undone here, since texts are compared and not lines: blanks are
left out of the characters and remembered, and a hyphen at the end of a line counts as no character
where a word goes on behind it. A dump does not say whether a blank stood there, nor whether the
hyphen is the word's own; neither do these.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from layout.compare.blocks import BlockKey, Blocks
from layout.display.items import Frame, GlyphRun, Page, part_of
from layout.geometry import Rect, hull
from layout.record import record
from layout.units import EM_ASCENT

PARAGRAPH: Final = "\n"
"""Between the characters of two paragraphs, or of two texts of one block."""
HYPHENS: Final = "-\u2010\u00ad"

Style = tuple[object, ...]
"""All that a run says of how its glyphs are drawn, but where."""


@record
class LineAt:
    """A line as it is set: its runs from left to right, or down a column."""

    page: int
    block: BlockKey
    part: str  # `title`, `p3`: what of its story it is
    frame: int  # index of the column in which it stands among the frames of its page; -1 for none
    runs: tuple[GlyphRun, ...]

    @property
    def origin(self) -> tuple[float, float]:
        """Where its first run begins."""
        return self.runs[0].x, self.runs[0].y

    @property
    def text(self) -> str:
        """Its words."""
        return "".join([run.text for run in self.runs])

    def rect(self) -> Rect:
        """A rectangle about its em boxes."""
        return hull([_box(run) for run in self.runs])


def _box(run: GlyphRun) -> Rect:
    if run.vertical:
        return Rect(run.x - run.size / 2, run.y, run.size, run.width)
    return Rect(run.x, run.y - EM_ASCENT * run.size, run.width, run.size)


class Characters:
    """The characters of one text in order, in parallel lists.

    `text` are the characters without blanks, `PARAGRAPH` between two paragraphs. `line` gives for
    each the index of its line in `lines`, -1 for a `PARAGRAPH`; `run` and `glyph` its run there and
    its glyph in that. `blank` is 1 where a blank stands before it, 0 where none does, -1 where that
    is not known. `soft` are hyphens that a line's end may have made.
    """

    def __init__(self, lines: Sequence[LineAt]) -> None:
        self.lines = tuple(lines)
        self.line: list[int] = []
        self.run: list[int] = []
        self.glyph: list[int] = []
        self.blank: list[int] = []
        self.soft: set[int] = set()
        letters: list[str] = []
        part: tuple[str, BlockKey] | None = None
        for number, line in enumerate(self.lines):
            own = (line.part, line.block if not line.part.startswith("p") else (-1, ""))
            begins = part is not None and own != part
            if begins:
                letters.append(PARAGRAPH)
                self._add((-1, -1, -1), 0)
            blank = 0 if begins or part is None else -1
            part = own
            for at, run in enumerate(line.runs):
                for letter, glyph in _letters(run):
                    if letter.isspace():
                        blank = 1
                        continue
                    letters.append(letter)
                    self._add((number, at, glyph), blank)
                    blank = 0
            if letters and letters[-1] in HYPHENS and len(letters) > 1 and letters[-2].isalpha():
                self.soft.add(len(letters) - 1)
        self.text = "".join(letters)

    def _add(self, place: tuple[int, int, int], blank: int) -> None:
        line, run, glyph = place
        self.line.append(line)
        self.run.append(run)
        self.glyph.append(glyph)
        self.blank.append(blank)

    def run_of(self, at: int) -> GlyphRun:
        """The run of a character."""
        return self.lines[self.line[at]].runs[self.run[at]]

    def place(self, at: int) -> tuple[float, float]:
        """Where the origin of a character's glyph stands on its page."""
        run, glyph = self.run_of(at), self.glyph[at]
        if run.vertical:
            return run.x + run.ys[glyph], run.y + run.xs[glyph]
        return run.x + run.xs[glyph], run.y

    def rect(self, low: int, high: int) -> tuple[int, Rect] | None:
        """The page of the first of some characters, and a rectangle about those that stand on it;
        None where there are no characters."""
        ats = [at for at in range(low, high) if self.line[at] >= 0]
        if not ats:
            return None
        page = self.lines[self.line[ats[0]]].page
        return page, hull([self.box(at) for at in ats if self.lines[self.line[at]].page == page])

    def box(self, at: int) -> Rect:
        """The em box of a character."""
        run, glyph = self.run_of(at), self.glyph[at]
        x, y = self.place(at)
        after = run.xs[glyph + 1] if glyph + 1 < len(run.xs) else run.width
        along = max(after - run.xs[glyph], 0.0)
        if run.vertical:
            return Rect(run.x - run.size / 2, y, run.size, along)
        return Rect(x, y - EM_ASCENT * run.size, along, run.size)

    def style(self, at: int) -> Style:
        """How a character is drawn."""
        return style_of(self.run_of(at))


def style_of(run: GlyphRun) -> Style:
    """How the glyphs of a run are drawn."""
    return (
        run.face, run.size, run.color, run.h_scale, run.stroke_em, run.hollow, run.vertical,
        run.turned,
    )  # fmt: skip


def _letters(run: GlyphRun) -> Iterator[tuple[str, int]]:
    """Each character of a run with the glyph that stands for it."""
    count = len(run.clusters)
    for glyph, begin in enumerate(run.clusters):
        end = run.clusters[glyph + 1] if glyph + 1 < count else len(run.text)
        for letter in run.text[begin:end]:
            yield letter, glyph


def lines_of(page: Page, number: int, blocks: Blocks) -> Iterator[LineAt]:
    """The lines of a page in reading order. `number` is the page's in its edition."""
    held: list[GlyphRun] = []
    key: tuple[object, ...] = ()
    frames = [(at, frame) for at, frame in enumerate(page.frames)]
    for item in page.items:
        if not isinstance(item, GlyphRun):
            continue
        across = item.x if item.vertical else item.y
        frame = _frame(item, frames)
        own = (item.node, frame, item.vertical, round(across, 2))
        if held and own == key and _goes_on(held[-1], item):
            held.append(item)
            continue
        if held:
            yield _line(held, key, number, page, blocks)
        held, key = [item], own
    if held:
        yield _line(held, key, number, page, blocks)


def _goes_on(last: GlyphRun, run: GlyphRun) -> bool:
    """Whether a run may belong to the line of the one before: it does not begin before that."""
    if run.vertical:
        return run.y >= last.y
    return run.x >= last.x


def _line(
    runs: list[GlyphRun], key: tuple[object, ...], number: int, page: Page, blocks: Blocks
) -> LineAt:
    frame = key[1]
    assert isinstance(frame, int)
    first = runs[0]
    block = (
        blocks.of_frame(page.frames[frame])
        if frame >= 0 and page.frames[frame].block
        else blocks.of(first.node, first.x, first.y)
    )
    return LineAt(page=number, block=block, part=part_of(first.node), frame=frame, runs=tuple(runs))


def _frame(run: GlyphRun, frames: Iterable[tuple[int, Frame]]) -> int:
    """The column in which a run stands: of those of its own story the one in which, or nearest to
    which, its middle lies; marks hang out of a column into the white between two."""
    half = run.width / 2
    x, y = (run.x, run.y + half) if run.vertical else (run.x + half, run.y)
    best, least = -1, run.size
    for at, frame in frames:
        rect = frame.rect
        across = max(rect.x - x, x - rect.right, 0.0)
        along = max(rect.y - y, y - rect.bottom, 0.0)
        away = max(across, along)
        if (away < least or (best < 0 and away == least)) and run.node.startswith(frame.node):
            best, least = at, away
    return best


def words_of_run(side: Characters, places: Sequence[int], most: int = 10) -> str:
    """The first of some characters, as they are quoted."""
    text = "".join([side.text[at] for at in places[: most + 1]])
    return text if len(places) <= most else f"{text[:most]}…"
