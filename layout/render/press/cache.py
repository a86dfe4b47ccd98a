"""What the press backend keeps between renderings, so that a changed word costs little.

A `PressCache` is passed in; there is no other memory. Each part forgets its oldest entries beyond
a limit, so a proof that runs for days stays small. Nothing here changes what is written: a
rendering with a full cache and one with an empty cache give the same bytes.
"""

from collections.abc import Hashable, Mapping
from typing import Final, Generic, TypeVar

from layout.color import Color
from layout.display.items import Page
from layout.environment import cores
from layout.faces.face import Face
from layout.lastmade import NEVER, LastMade
from layout.render.press.flate import Compressor, best_compressor
from layout.render.press.fonts import FontParts

V = TypeVar("V")

RUNS: Final = 3_000  # about ten pages of runs
FONTS: Final = 24  # about 0.2 MB each
PAGES: Final = 16
FONTS_ONCE: Final = 16
"""Of pages that are made once: all the faces of a book, which its spreads need again."""


class Kept(Generic[V]):
    """A dictionary that drops what was put in first when it grows over `limit`."""

    __slots__ = ("_limit", "_store")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._store: dict[Hashable, V] = {}

    def get(self, key: Hashable) -> V | None:
        """The value, or None."""
        return self._store.get(key) if self._store else None  # keys are dear to hash

    def put(self, key: Hashable, value: V) -> V:
        """Keep a value, unless the limit is none, and return it."""
        if not self._limit:
            return value
        store = self._store
        store[key] = value
        if len(store) > self._limit:
            del store[next(iter(store))]
        return value

    def __len__(self) -> int:
        return len(self._store)


class Widths(dict[int, int]):
    """Advances of a face's glyphs in 1/1000 em, rounded as its W array states them.

    Whole numbers, because some readers read them so; `content.show` makes up the difference.
    """

    __slots__ = ("_advance", "_glyph", "_ink", "_scale", "_white")

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._advance = face.advance
        self._glyph = face.glyph
        self._ink = face.ink
        self._scale = 1000.0 / face.upem
        self._white: dict[int, tuple[int, int]] = {}

    def __missing__(self, gid: int) -> int:
        width = self[gid] = round(self._advance(gid) * self._scale)
        return width

    def space(self, char: str) -> int | None:
        """The glyph of a full-width space; None where the face has no blank of that width."""
        gid = self._glyph(char)
        return gid if gid and self[gid] == 1000 and self._ink(gid) == (0, 0, 0, 0) else None

    def white_down(self, gid: int) -> tuple[int, int]:
        """How far a glyph's ink stands from the head and the foot of its em."""
        _, low, _, high = self._ink(gid)
        if high <= low:
            return 0, 0
        return 880 - round(high * self._scale), 120 + round(low * self._scale)

    def white(self, gid: int) -> tuple[int, int]:
        """How far a glyph's ink stands from the two sides of its box; nothing for a blank."""
        found = self._white.get(gid)
        if found is None:
            left, _, right, _ = self._ink(gid)
            found = (0, 0)
            if right > left:
                found = (round(left * self._scale), self[gid] - round(right * self._scale))
            self._white[gid] = found
        return found


class CodeWidths(dict[int, int]):
    """Advances by code: those of further codes, and of any other the glyph's own."""

    __slots__ = ("_by_glyph",)

    def __init__(self, further: Mapping[int, int], by_glyph: Widths) -> None:
        super().__init__(by_glyph)  # what is known so far: to ask for one later takes a call
        self.update(further)
        self._by_glyph = by_glyph

    def __missing__(self, code: int) -> int:
        width = self[code] = self._by_glyph[code]
        return width


class PressCache:
    """Runs, font objects, page streams and widths of earlier renderings, and the compressor.

    With `lasting` false it serves pages that are made once: of them only what the next page, or the
    book of an edition after its pages, may need is kept. `beside` says that a core is free for a
    thread.
    """

    __slots__ = (
        "_last", "_lasting", "beside", "compressor", "fonts", "pages", "shown", "widths",
    )  # fmt: skip

    def __init__(self, compressor: Compressor | None = None, *, lasting: bool = True) -> None:
        self.beside = cores() > 1
        self._lasting = lasting
        self._last: Kept[LastMade] = Kept(PAGES)
        self.compressor = compressor or best_compressor()
        self.shown: Kept[str] = Kept(RUNS * lasting)
        self.widths: Kept[Widths] = Kept(FONTS)
        self.fonts: Kept[FontParts] = Kept(FONTS if lasting else FONTS_ONCE)
        self.pages: Kept[tuple[Page, Hashable, bytes, bool, tuple[Color, ...]]] = Kept(
            PAGES * lasting
        )

    def last_on(self, page: str) -> LastMade:
        """What was made of the parts of a page when one of that name was last made."""
        if not self._lasting:
            return NEVER
        found = self._last.get(page)
        return found if found is not None else self._last.put(page, LastMade())

    def widths_of(self, face: Face) -> Widths:
        """The advances of a face."""
        found = self.widths.get(face.key)
        return found if found is not None else self.widths.put(face.key, Widths(face))
