"""The characters of a set line, each in its place: what a glyph stands for and where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from layout.display.items import GlyphRun, Page
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.marks import CAPS
from layout.proof.setlines import runs_by_line
from layout.record import record
from layout.render.base import glyph_texts
from layout.text.charclass import CharClass
from layout.text.scripts import HANS

DEEP: Final = 1.0 - CAPS
"""em under the baseline that an em box reaches."""


BLANK_EM: Final = 0.5
"""What a mark has to give (CLREQ "Punctuation adjustment space")."""


@record
class SetCharacter:
    """A character, or the few that one glyph stands for, where it is set: from `start` to where
    the next one starts, in points along its line, and `own` how wide the glyph is in its face.
    A mark that opens starts behind the blank it gave up. `rect` is as high as its em."""

    text: str
    start: float
    end: float
    own: float
    em: float
    rect: Rect
    vertical: bool

    @property
    def part(self) -> float:
        """How much of an em it takes."""
        return (self.end - self.start) / self.em


def cells(
    runs: Sequence[GlyphRun], catalog: Catalog, head: float | None = None
) -> list[SetCharacter]:
    """The characters of the runs of one line, in their order. `head` is where the line's column
    begins, which a mark that opens is set out of by its blank."""
    glyphs = list(_glyphs(runs))
    sizes = [_sizes(run, index, catalog) for run, index, _ in glyphs]
    starts: list[float] = []
    reached = head
    for (run, index, text), (own, em) in zip(glyphs, sizes, strict=True):
        pen = _pen(run, index)
        opens = HANS.classes.get(text[0]) == CharClass.OPEN
        shift = min(max(reached - pen, 0.0), BLANK_EM * em) if opens and reached is not None else 0
        starts.append(pen + shift)
        reached = pen + own
    ends = [*starts[1:], *(run_end(run) for run, _, _ in glyphs[-1:])]
    return [
        SetCharacter(
            text=text, start=start, end=end, own=own, em=em,
            rect=_rect(run, start, end), vertical=run.vertical,
        )
        for (run, _, text), (own, em), start, end in zip(glyphs, sizes, starts, ends, strict=True)
    ]  # fmt: skip


def cells_of_page(page: Page, catalog: Catalog) -> Iterator[list[SetCharacter]]:
    """The characters of every line of running text, in reading order."""
    heads = {
        key: (page.frames[k].rect.x, page.frames[k].rect.y)
        for key, k in page.frame_indices().items()
    }
    for runs in runs_by_line(page):
        first = runs[0]
        assert first.line is not None
        corner = heads.get((first.line.block, first.line.column))
        head = None if corner is None else corner[1] if first.vertical else corner[0]
        yield cells(runs, catalog, head)


def _sizes(run: GlyphRun, index: int, catalog: Catalog) -> tuple[float, float]:
    """How long a glyph is along its line in its face, and its em."""
    em = run.size * (1.0 if run.vertical else run.h_scale)
    if run.vertical and not run.turned:
        return em, em
    face = catalog.by_key(run.face)
    return face.advance(run.glyphs[index]) / face.upem * em, em


def _glyphs(runs: Iterable[GlyphRun]) -> Iterable[tuple[GlyphRun, int, str]]:
    for run in runs:
        texts = glyph_texts(run)
        for index, text in enumerate(texts):
            if text:
                yield run, index, text


def _pen(run: GlyphRun, index: int) -> float:
    """Where a glyph begins along its line; an upright one in a column at the head of its em."""
    if not run.vertical:
        return run.x + run.xs[index]
    lift = 0.0 if run.turned else CAPS * run.size
    return run.y + run.xs[index] - lift


def run_end(run: GlyphRun) -> float:
    """Where a run ends along its line."""
    return (run.y if run.vertical else run.x) + run.width


def _rect(run: GlyphRun, start: float, end: float) -> Rect:
    length = max(end - start, 0.0)
    if run.vertical:
        broad = run.size * run.h_scale
        return Rect(run.x - broad / 2, start, broad, length)
    return Rect(start, run.y - CAPS * run.size, length, (CAPS + DEEP) * run.size)
