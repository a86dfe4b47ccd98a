"""Which two-byte code stands for which glyph on the page.

The code of a glyph is its original id in the face: page streams then never depend on what else is
in the subset and stay as they are when a word brings a new glyph. A further code is needed where
one glyph must mean two texts (a shared outline, a glyph with and without a swallowed space), and
where a mark has a box of its own. Those of the second kind follow from the mark and its box, so
that two pages made apart agree; the others are taken from the top of the code space downwards.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from layout.record import record
from layout.render.base import RenderError
from layout.words.said import said

TOP_CODE: Final = 0xFFFF

MARKS: Final = (
    "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕〖〗［］｛｝．·・…—／"
    "﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞〘〙〚〛｟｠〝〞〟‧･‼⁇⁈⁉︙～–"
)
"""Marks that may have boxes of their own, in the order in which their codes are numbered."""
_NUMBER: Final = {mark: at for at, mark in enumerate(MARKS)}
_SIDE: Final = {0: 0, 100: 1, 300: 2, 500: 3}
_BOXES: Final = len(_SIDE) ** 2

Pair = tuple[int, str]
Cut = tuple[int, int]
"""What is cut off a glyph's box before and after its ink, in 1/1000 em."""
WHOLE: Final[Cut] = (0, 0)


class Boxed(NamedTuple):
    """A glyph that is shown with a box of its own, and what it means. The box is cut at the left
    and the right, or, where the glyph stands in a column (`down`), at its head and foot."""

    glyph: int
    text: str
    cut: Cut
    down: bool


@record
class Meanings:
    """What the glyphs of a face mean on a page: the first meaning of each, the others, and what is
    shown with a box of its own."""

    glyphs: Mapping[int, str]
    others: tuple[Pair, ...] = ()
    boxed: tuple[Boxed, ...] = ()


def meanings(glyphs: Sequence[int], texts: Sequence[str], boxed: Iterable[Boxed] = ()) -> Meanings:
    """Sort the meanings of glyphs, which stand in reading order; `boxed` are those beside them."""
    first = dict(zip(glyphs, texts, strict=True))
    others: tuple[Pair, ...] = ()
    if list(map(first.__getitem__, glyphs)) != list(texts):  # the rare case: a glyph has several
        first |= zip(reversed(glyphs), reversed(texts), strict=True)  # the first one comes last
        pairs = dict.fromkeys(zip(glyphs, texts, strict=True))
        others = tuple([pair for pair in pairs if first[pair[0]] != pair[1]])
    return Meanings(glyphs=first, others=others, boxed=tuple(boxed))


class CodeTable:
    """The codes of one face in one document, from its meanings on the pages in reading order.

    `texts` are the first meanings by glyph id, `more` the further codes by glyph and text, `boxed`
    those of glyphs with boxes of their own. No glyph of the face has the id `free` or a higher one.
    """

    __slots__ = ("_key", "boxed", "more", "texts")

    def __init__(self, pages: Sequence[Meanings], free: int) -> None:
        self.texts: dict[int, str] = {}
        self.more: dict[Pair, int] = {}
        self.boxed: dict[Boxed, int] = {}
        for page in pages:
            self.texts.update(page.glyphs)
        known = self.texts.items()
        if any(page.others or not page.glyphs.items() <= known for page in pages):
            self._sort_out(pages)
        for page in pages:
            for it in page.boxed:
                self.boxed[it] = 0
        if self.boxed:
            self._number(free)
        self._key: tuple[object, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """All that it says, as a key."""
        if not self._key:
            gids = tuple(sorted(self.texts))
            texts = tuple(map(self.texts.get, gids))
            self._key = (texts, gids, *self.more.items(), *self.boxed.items())
        return self._key

    @property
    def plain(self) -> bool:
        """Whether every glyph has one code, its id."""
        return not (self.more or self.boxed)

    def _sort_out(self, pages: Sequence[Meanings]) -> None:
        """The rare case: glyphs with several meanings. The first one keeps the glyph's own id."""
        first: dict[int, str] = {}
        for page in pages:
            for gid, text in (*page.glyphs.items(), *page.others):
                if first.setdefault(gid, text) != text:
                    self.more[gid, text] = 0
        self.texts = first
        code = TOP_CODE
        for pair in self.more:
            code = self._below(code, first)
            self.more[pair] = code
            code -= 1

    def _number(self, free: int) -> None:
        """Codes for what has a box of its own: by the mark and the box, else from the top down."""
        taken = {*self.texts, *self.more.values()}
        later = []
        for it in self.boxed:
            code = TOP_CODE + 1
            number = _NUMBER.get(it.text)
            if number is not None and free:
                before, after = it.cut
                number += len(MARKS) * it.down
                code = free + number * _BOXES + _SIDE[before] * len(_SIDE) + _SIDE[after]
            if code > TOP_CODE or code in taken:
                later.append(it)
            else:
                self.boxed[it] = code
                taken.add(code)
        code = TOP_CODE
        for it in later:
            code = self._below(code, taken)
            self.boxed[it] = code
            taken.add(code)

    @staticmethod
    def _below(code: int, taken: Iterable[int]) -> int:
        while code in taken:
            code -= 1
        if code <= 0:
            raise RenderError(said("part.press-codes"))
        return code

    @property
    def meaning(self) -> Mapping[int, str]:
        """The text of every code in use."""
        if self.plain:
            return self.texts
        more = {code: text for (_, text), code in self.more.items()}
        return self.texts | more | {code: it.text for it, code in self.boxed.items()}

    def codes(
        self,
        glyphs: tuple[int, ...],
        texts: Sequence[str],
        cuts: Mapping[int, Cut] | None = None,
        *,
        down: bool = False,
    ) -> tuple[int, ...]:
        """The codes to write for a run, in a line or a column that runs `down`."""
        more = self.more
        found = glyphs
        if more:
            found = tuple(more.get(pair, pair[0]) for pair in zip(glyphs, texts, strict=True))
        if not cuts:
            return found
        written = list(found)
        for at, cut in cuts.items():
            written[at] = self.boxed[Boxed(glyphs[at], texts[at], cut, down)]
        return tuple(written)

    def widths(self, by_glyph: Mapping[int, int]) -> dict[int, int]:
        """The advance of every code in use, from the advances of the glyphs."""
        return {gid: by_glyph[gid] for gid in self.texts} | self.further_widths(by_glyph)

    def further_widths(self, by_glyph: Mapping[int, int]) -> dict[int, int]:
        """The advances of the further codes."""
        by_code = {code: by_glyph[gid] for (gid, _), code in self.more.items()}
        for it, code in self.boxed.items():
            by_code[code] = by_glyph[it.glyph] - (0 if it.down else sum(it.cut))
        return by_code

    def heights(self) -> dict[int, Cut]:
        """What is cut off the boxes of codes for columns, at the head and the foot."""
        return {code: it.cut for it, code in self.boxed.items() if it.down}
