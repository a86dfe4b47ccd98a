"""Pictures of a project by name, read once and kept ready for a press or a screen.

A file is read again when its size or times have changed; what was made of it is kept as long as
its bytes are the same. Decoders are loaded with the first
picture that needs one.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.display.items import Picture
from layout.display.press import PRESS, PressFacts
from layout.environment import Environment, PathError
from layout.pictures.artwork import Artwork, artwork_of, info_of, is_artwork, parted, read_artwork
from layout.pictures.facts import (
    MAX_BYTES,
    MAX_PIXELS,
    Mode,
    PictureError,
    PictureInfo,
    PressPicture,
    ScreenPicture,
    too_many,
)
from layout.pictures.fineness import wanted
from layout.pictures.profile import PressProfile, find_profile
from layout.words.said import said

if TYPE_CHECKING:
    from layout.pdf.art import PlacedForm

LARGE: Final = 48 * 1024 * 1024
"""Bytes of one picture of which no second form is kept."""
MOST_KEPT: Final = 96 * 1024 * 1024
"""Bytes of pictures kept for a proof: a few photographs as they are and in inks."""
JUDGED: Final = 64
"""Pixels across and down of a picture that is only judged."""
Wanted = tuple[PressFacts, tuple[int, int], float]
"""How a picture is made for a press: for which, of how many pixels, how fine in print."""
Polygon = tuple[tuple[float, float], ...]
_COMPONENTS: Final[dict[int, Mode]] = {1: "gray", 3: "rgb", 4: "cmyk"}


class _Entry:
    """One file: its bytes, its facts, and what was made of it."""

    __slots__ = (
        "art", "art_of", "data", "digest", "info", "outlines", "press", "press_of", "read",
        "screen", "stamp",
    )  # fmt: skip

    def __init__(self, data: bytes, digest: str, info: PictureInfo) -> None:
        self.data: bytes | None = data  # None of a large one: it is read again where it is wanted
        self.digest = digest
        self.stamp: tuple[int, ...] = ()
        self.info = info
        self.read: Artwork | None = None  # of vector artwork
        self.art: PlacedForm | None = None  # of vector artwork, which has neither of these two
        self.art_of: PressFacts | None = None  # for which press
        self.press: PressPicture | None = None
        self.press_of: Wanted | None = None  # how
        self.screen: ScreenPicture | None = None
        self.outlines: dict[tuple[float, float], Polygon] = {}

    @property
    def size(self) -> int:
        """Bytes that it keeps."""
        made = {id(m.data): len(m.data) for m in (self.press, self.screen) if m is not None}
        if self.data is not None:
            made[id(self.data)] = len(self.data)
        if self.art is not None:
            made[id(self.art)] = len(self.art)
        if self.press is not None and self.press.mask is not None:
            made[id(self.press.mask)] = len(self.press.mask)
        return sum(made.values())


class PictureStore:
    """Gives pictures by the path a display list names, relative to the project's root.

    At most `limit` pictures are kept, and of them no more than `most` bytes after `tidy`. `fonts`
    are the folders with the faces of drawings.
    """

    __slots__ = ("_entries", "_environment", "_fonts", "_limit", "_most", "_profiles")

    def __init__(
        self,
        environment: Environment,
        limit: int = 32,
        most: int = MOST_KEPT,
        fonts: Sequence[Path] = (),
    ) -> None:
        self._environment = environment
        self._fonts = fonts
        self._limit = limit
        self._most = most
        self._entries: dict[str, _Entry] = {}
        self._profiles: dict[str, PressProfile | None] = {}

    def info(self, source: str) -> PictureInfo:
        """The facts of a picture's header. Raises `PictureError`."""
        return self._entry(source).info

    def digest(self, source: str) -> str:
        """What tells the bytes of a picture's file from any others. Raises `PictureError`."""
        return self._entry(source).digest

    def profile(self, facts: PressFacts = PRESS) -> PressProfile | None:
        """The profile of a press: the one that is stated; else the first CMYK one under the
        project's assets/profiles, by name; else the shipped one of newsprint. None where that is
        missing too. Raises `ProfileError`."""
        if facts.profile not in self._profiles:
            path = self._environment.root / facts.profile if facts.profile else None
            self._profiles[facts.profile] = find_profile(self._environment, path)
        return self._profiles[facts.profile]

    def art(self, source: str, facts: PressFacts = PRESS) -> "PlacedForm":
        """The page of a PDF, or the drawing, that `info` calls vector, in the inks of a press.
        Raises `PictureError`, `ProfileError`."""
        entry = self._entry(source)
        if not entry.info.vector:
            raise PictureError(said("part.art-none", file=source))
        if entry.art is None or entry.art_of != facts:

            def inks(rgb: bytes, profile: bytes | None) -> bytes:
                from layout.pictures.separation import inks_of

                return inks_of(rgb, self.profile(facts), profile, facts)

            name, page = parted(source)
            with _named(source):
                read = entry.read or artwork_of(self._data(name, entry), name, self._fonts)
                entry.art, entry.art_of = read_artwork(read, name, page, inks), facts
        return entry.art

    def press(
        self, source: str, facts: PressFacts = PRESS, pictures: Sequence[Picture] = ()
    ) -> PressPicture:
        """The picture in the inks of a press, of as many pixels as the press takes where `pictures`
        show it. Raises `PictureError`, `ProfileError`."""
        entry = self._entry(source)
        size, ppi = wanted(pictures, (entry.info.width, entry.info.height), facts.resolution)
        return self._pressed(source, entry, facts, size, ppi)

    def judged(self, source: str, facts: PressFacts = PRESS) -> PressPicture:
        """What `press` gives, save for its pixels: of a picture whose place, and so whose size, is
        not known yet. It is read whole, so its faults are found."""
        entry = self._entry(source)
        own = (entry.info.width, entry.info.height)
        if (facts.sharpen == "none" and not facts.resolution) or entry.info.mode == "bilevel":
            return self._pressed(source, entry, facts, own, 0.0)
        small = (min(JUDGED, own[0]), min(JUDGED, own[1]))
        return self._pressed(source, entry, facts, own if entry.info.plain else small, 0.0)

    def _pressed(
        self, source: str, entry: _Entry, facts: PressFacts, size: tuple[int, int], ppi: float
    ) -> PressPicture:
        asked = (facts, size, ppi if facts.sharpen != "none" else 0.0)
        if entry.press is None or entry.press_of != asked:
            from layout.pictures.inked import for_press

            def profile() -> PressProfile | None:
                return self.profile(facts)

            data = self._data(source, entry)
            with _named(source):
                entry.press = for_press(
                    data, source, entry.info, facts, profile, digest=entry.digest, size=size,
                    ppi=ppi,
                )  # fmt: skip
            entry.press_of = asked
            if len(entry.data or b"") > LARGE and entry.press.data is not entry.data:
                entry.data = None
        return entry.press

    def screen(self, source: str) -> ScreenPicture:
        """The picture as a browser can show it. Raises `PictureError`."""
        entry = self._entry(source)
        if entry.screen is not None:
            return entry.screen
        if entry.size > LARGE:
            entry.press = None
        with _named(source):
            made = self._for_screen(source, entry)
        if len(made.data) > LARGE:
            entry.data = None  # both forms of a large one, and its file, would be too much
        else:
            entry.screen = made
        return made

    def outline(self, source: str, width: float, height: float) -> Polygon:
        """The outline of a cut-out printed `width` × `height` points, from its top left corner.

        At most 200 points, clockwise. Raises `PictureError`, also where it has no transparency.
        """
        entry = self._entry(source)
        known = entry.outlines.get((width, height))
        if known is None:
            from layout.pictures.outline import outline

            known = outline(self._data(source, entry), source, width, height)
            entry.outlines[(width, height)] = known
        return known

    def _entry(self, source: str) -> _Entry:
        name, page = parted(source)
        try:
            path = self._environment.find(name, self._environment.root)
            stamp = self._environment.stamp(path)
            entry = self._entries.get(source)
            if entry is not None and stamp and entry.stamp == stamp:
                return entry
            data = self._environment.read(path, MAX_BYTES)
        except PathError as exc:
            raise PictureError(said("part.picture-path", file=source, why=exc.args[0])) from exc
        digest = hashlib.sha256(data).hexdigest()
        if entry is None or entry.digest != digest:
            if entry is None and len(self._entries) >= self._limit:
                del self._entries[next(iter(self._entries))]
            with _named(source):
                art = artwork_of(data, name, self._fonts) if is_artwork(data) else None
                info = probe(data, source) if art is None else info_of(art, name, page)
            entry = self._entries[source] = _Entry(data, digest, info)
            entry.read = art
        entry.stamp = stamp
        return entry

    def _data(self, source: str, entry: _Entry) -> bytes:
        """The bytes of its file."""
        if entry.data is None:
            try:
                path = self._environment.find(source, self._environment.root)
                entry.data = self._environment.read(path, MAX_BYTES)
            except PathError as exc:
                raise PictureError(said("part.picture-path", file=source, why=exc.args[0])) from exc
        return entry.data

    def lighten(self) -> None:
        """Let go of large pictures, of which one alone is felt: of their files, and of what was
        made of them."""
        for name in [name for name, entry in self._entries.items() if entry.size > LARGE]:
            del self._entries[name]

    def tidy(self) -> None:
        """Let go of the pictures met first, down to the bytes that may be kept from page to page.

        Not while a page is being made: what it shows would be read, or separated, a second time.
        """
        held = {name: entry.size for name, entry in self._entries.items()}
        total = sum(held.values())
        for name, size in held.items():
            if total <= self._most:
                return
            total -= size
            del self._entries[name]

    def _for_screen(self, source: str, entry: _Entry) -> ScreenPicture:
        info = entry.info
        as_is = info.mode in ("rgb", "gray", "bilevel") and (
            info.format == "JPEG" or (info.format == "PNG" and info.frames == 1 and not info.turned)
        )
        data, media_type = self._data(source, entry), f"image/{info.format.lower()}"
        if not as_is:
            from layout.pictures import pillow

            with pillow.guarded(source):
                opened = pillow.open_image(self._data(source, entry), source)
                image = pillow.for_screen(pillow.decoded(opened, source))
                photo = info.format == "JPEG"
                data = pillow.encode(image, "JPEG", quality=90) if photo else b""
                data = data or pillow.encode(image, "PNG")
                media_type = "image/jpeg" if photo else "image/png"
        return ScreenPicture(media_type=media_type, data=data, width=info.width, height=info.height)


@contextmanager
def _named(source: str) -> Iterator[None]:
    """A fault met inside says which picture of the page it is of."""
    try:
        yield
    except PictureError as exc:
        exc.source = source
        raise


def probe(data: bytes, name: str) -> PictureInfo:
    """The facts of a picture, from its header alone; a JPEG needs no library for it."""
    from layout.pictures.jpeg import read_header

    header = read_header(data)
    if header is not None and not header.exif:
        if header.width * header.height > MAX_PIXELS:
            raise PictureError(too_many(name, header.width * header.height))
        if header.width == 0 or header.height == 0 or header.components not in _COMPONENTS:
            raise PictureError(said("part.picture-header", file=name))
        if not header.complete:
            raise PictureError(said("part.picture-no-end", file=name))
        mode = _COMPONENTS[header.components]
        return PictureInfo(
            format="JPEG",
            mode=mode,
            width=header.width,
            height=header.height,
            dpi=header.dpi,
            plain=header.plain and mode != "rgb",
            inverted=header.adobe and mode == "cmyk",
        )
    from layout.pictures import pillow, png

    with pillow.guarded(name):
        image = pillow.open_image(data, name)
        fault = png.damage(data)
        if fault:
            raise PictureError(said("part.picture-damaged", file=name, fault=fault))
        width, height = image.size
        turn = image.getexif().get(pillow.TURNED, 1)  # 5-8 lie on their side
        if header is not None and not header.complete:
            raise PictureError(said("part.picture-no-end", file=name))
        if turn in (5, 6, 7, 8):
            width, height = height, width
        dpi = image.info.get("dpi", (None,))[0]
        mode = pillow.mode_of(image)
        return PictureInfo(
            format="JPEG" if image.format == "MPO" else image.format or "",
            mode=mode,
            width=width,
            height=height,
            dpi=float(dpi) if dpi else None,
            alpha=pillow.has_alpha(image),
            plain=bool(header and header.plain and turn == 1 and mode in ("cmyk", "gray")),
            inverted=bool(header and header.adobe and mode == "cmyk"),
            turned=turn != 1,
            frames=pillow.frames_of(image),
        )
