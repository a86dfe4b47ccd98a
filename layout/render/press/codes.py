"""Which two-byte code stands for which glyph on the page.

The code of a glyph is its original id in the face: page streams then never depend on what else is
in the subset and stay as they are when a word brings a new glyph. Only where one glyph must mean
two texts (a shared outline, a glyph with and without a swallowed space) does the second meaning
get a further code, taken from the top of the code space downwards.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from layout.record import record
from layout.render.base import RenderError

TOP_CODE: Final = 0xFFFF

Pair = tuple[int, str]


@record
class RunTexts:
    """What the glyphs of one run mean: the first meaning of each, and the others."""

    glyphs: Mapping[int, str]
    others: tuple[Pair, ...]


def run_texts(glyphs: Iterable[int], texts: Iterable[str]) -> RunTexts:
    """Sort the meanings of a run's glyphs."""
    first: dict[int, str] = {}
    others: dict[Pair, None] = {}
    for gid, text in zip(glyphs, texts, strict=True):
        if first.setdefault(gid, text) != text:
            others[gid, text] = None
    return RunTexts(glyphs=first, others=tuple(others))


class CodeTable:
    """The codes of one face in one document, from the meanings of its runs in reading order.

    `texts` are the first meanings by glyph id, `more` the further codes by glyph and text.
    """

    __slots__ = ("more", "texts")

    def __init__(self, runs: Sequence[RunTexts]) -> None:
        self.texts: dict[int, str] = {}
        self.more: dict[Pair, int] = {}
        for run in runs:
            self.texts.update(run.glyphs)
        known = self.texts.items()
        if any(run.others or not run.glyphs.items() <= known for run in runs):
            self._sort_out(runs)

    def _sort_out(self, runs: Sequence[RunTexts]) -> None:
        """The rare case: glyphs with several meanings. The first one keeps the glyph's own id."""
        first: dict[int, str] = {}
        for run in runs:
            for gid, text in (*run.glyphs.items(), *run.others):
                if first.setdefault(gid, text) != text:
                    self.more[gid, text] = 0
        self.texts = first
        code = TOP_CODE
        for pair in self.more:
            while code in first:
                code -= 1
            if code <= 0:
                raise RenderError("one face has more than 65,535 different glyphs and meanings")
            self.more[pair] = code
            code -= 1

    def codes(self, glyphs: tuple[int, ...], texts: tuple[str, ...]) -> tuple[int, ...]:
        """The codes to write for a run."""
        if not self.more:
            return glyphs
        more = self.more
        return tuple(more.get(pair, pair[0]) for pair in zip(glyphs, texts, strict=True))

    def widths(self, by_glyph: Mapping[int, int]) -> dict[int, int]:
        """The advance of every code in use, from the advances of the glyphs."""
        by_code = {gid: by_glyph[gid] for gid in self.texts}
        return by_code | {code: by_glyph[gid] for (gid, _), code in self.more.items()}
