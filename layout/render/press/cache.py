"""What the press backend keeps between renderings, so that a changed word costs little.

A `PressCache` is passed in; there is no other memory. Each part forgets its oldest entries beyond
a limit, so a proof that runs for days stays small. Nothing here changes what is written: a
rendering with a full cache and one with an empty cache give the same bytes.
"""

from collections.abc import Hashable
from typing import Final, Generic, TypeVar

from layout.display.items import Page
from layout.faces.face import Face
from layout.render.press.codes import RunTexts
from layout.render.press.flate import Compressor, best_compressor
from layout.render.press.fonts import FontParts

V = TypeVar("V")

RUNS: Final = 3_000  # about ten pages of runs
FONTS: Final = 24  # about 0.2 MB each
PAGES: Final = 16
IMAGES: Final = 32


class Kept(Generic[V]):
    """A dictionary that drops what was put in first when it grows over `limit`."""

    __slots__ = ("_limit", "_store")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._store: dict[Hashable, V] = {}

    def get(self, key: Hashable) -> V | None:
        """The value, or None."""
        return self._store.get(key)

    def put(self, key: Hashable, value: V) -> V:
        """Keep a value and return it."""
        if key not in self._store and len(self._store) >= self._limit:
            del self._store[next(iter(self._store))]
        self._store[key] = value
        return value

    def __len__(self) -> int:
        return len(self._store)


class Widths(dict[int, int]):
    """Advances of a face's glyphs in 1/1000 em, rounded as its W array states them.

    Whole numbers, because some readers read them so; `content.show` makes up the difference.
    """

    __slots__ = ("_advance", "_scale")

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._advance = face.advance
        self._scale = 1000.0 / face.upem

    def __missing__(self, gid: int) -> int:
        width = self[gid] = round(self._advance(gid) * self._scale)
        return width


class PressCache:
    """Runs, font objects, page streams and widths of earlier renderings, and the compressor."""

    __slots__ = ("compressor", "fonts", "images", "pages", "shown", "texts", "widths")

    def __init__(self, compressor: Compressor | None = None) -> None:
        self.compressor = compressor or best_compressor()
        self.texts: Kept[tuple[tuple[str, ...], RunTexts]] = Kept(RUNS)
        self.shown: Kept[str] = Kept(RUNS)
        self.widths: Kept[Widths] = Kept(FONTS)
        self.fonts: Kept[FontParts] = Kept(FONTS)
        self.images: Kept[bytes] = Kept(IMAGES)
        self.pages: Kept[tuple[Page, Hashable, bytes, bool]] = Kept(PAGES)

    def widths_of(self, face: Face) -> Widths:
        """The advances of a face."""
        found = self.widths.get(face.key)
        return found if found is not None else self.widths.put(face.key, Widths(face))
