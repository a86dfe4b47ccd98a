"""A face: one font file opened once, with what layout and renderers ask of it.

The owner of HarfBuzz's font handles. A face is opened by mapping its file into memory, so a 4 MB
font costs a tenth of a millisecond until its glyphs are looked at. Nothing here depends on a size:
units are the face's own (`_fu`, thousandths or 2048ths of an em).
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import uharfbuzz as hb

from layout.errors import BanxinError
from layout.faces.tables import DamagedError, Directory, read_directory

LANGUAGE: Final = "zh-hans"
"""Every text is shaped as Simplified Chinese: `locl` then gives — its full em and the mainland
forms of marks, and —— becomes one unbroken rule."""

_SFNT: Final = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
MAX_FONT_BYTES: Final = 128 * 1024 * 1024


class FaceError(BanxinError):
    """A font file that cannot be used, with the reason."""


class Face:
    """An opened face. Compare by `key`, which changes whenever the outlines do."""

    __slots__ = (
        "_extents",
        "_gids",
        "axes",
        "digest",
        "font",
        "glyph_count",
        "handle",
        "index",
        "is_cff",
        "key",
        "name",
        "path",
        "upem",
    )

    def __init__(
        self,
        path: Path,
        *,
        index: int = 0,
        instance: str | None = None,
        axes: Mapping[str, float] | None = None,
    ) -> None:
        """Open the face at `path`; `index` chooses within a collection.

        A variable font must be pinned: by the name of one of its instances or by `axes`; its
        silent default is often a hairline. Raises `FaceError`.
        """
        directory = _directory(path, index)
        handle = hb.Face(hb.Blob.from_file_path(str(path)), index)
        if handle.glyph_count == 0 or index >= handle.count:
            raise FaceError(f"{path.name} has no face number {index}")
        self.path = path
        self.index = index
        self.handle: Any = handle
        self.font: Any = hb.Font(handle)
        self.upem: int = handle.upem
        self.glyph_count: int = handle.glyph_count
        self.is_cff = "CFF " in directory.tables or "CFF2" in directory.tables
        if not self.is_cff and "glyf" not in directory.tables:
            raise FaceError(f"{path.name} has no outlines (neither glyf nor CFF)")
        self.name = _postscript_name(handle, path)
        self.axes: dict[str, float] = _pin(handle, path, instance, axes)
        if self.axes:
            self.font.set_variations(self.axes)
            joined = "-".join(f"{tag}{value:g}" for tag, value in sorted(self.axes.items()))
            self.name = f"{self.name}-{joined}"
        self.digest = _digest(directory, self.axes)
        self.key = f"{self.name}@{self.digest[:8]}"
        self._gids: dict[str, int] = {}
        self._extents: dict[int, tuple[int, int, int, int]] = {}

    def __repr__(self) -> str:
        return f"Face({self.key})"

    def glyph(self, char: str) -> int:
        """The glyph of a character by plain character map; 0 when the face lacks it."""
        gid = self._gids.get(char)
        if gid is None:
            gid = self.font.get_nominal_glyph(ord(char)) or 0
            self._gids[char] = gid
        return gid

    def has(self, char: str) -> bool:
        """Whether the face has a glyph of its own for the character."""
        return self.glyph(char) != 0

    def advance(self, gid: int) -> int:
        """Horizontal advance in font units."""
        return int(self.font.get_glyph_h_advance(gid))

    def ink(self, gid: int) -> tuple[int, int, int, int]:
        """Left, bottom, right and top of a glyph's ink in font units; zeros for a blank."""
        box = self._extents.get(gid)
        if box is None:
            e = self.font.get_glyph_extents(gid)
            box = (
                (0, 0, 0, 0)
                if e is None
                else (e.x_bearing, e.y_bearing + e.height, e.x_bearing + e.width, e.y_bearing)
            )
            self._extents[gid] = box
        return box


def _directory(path: Path, index: int) -> Directory:
    """The table directory of a file that looks like a font, whole and not too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as exc:
        raise FaceError(f"{path.name}: {exc.strerror or exc}") from exc
    if magic not in _SFNT:
        raise FaceError(f"{path.name} is not a TrueType or OpenType font")
    if size > MAX_FONT_BYTES:
        raise FaceError(f"{path.name} is larger than {MAX_FONT_BYTES:,} bytes")
    try:
        return read_directory(path, index)
    except DamagedError as exc:
        raise FaceError(f"{path.name} {exc}") from exc
    except OSError as exc:
        raise FaceError(f"{path.name}: {exc.strerror or exc}") from exc


def _pin(
    handle: Any, path: Path, instance: str | None, axes: Mapping[str, float] | None
) -> dict[str, float]:
    """The axis values of a variable font; empty for a static one."""
    if not handle.has_var_data:
        if instance or axes:
            raise FaceError(f"{path.name} is not a variable font; it has no instance to choose")
        return {}
    known = {a.tag: a for a in handle.axis_infos}
    if axes:
        for tag, value in axes.items():
            if tag not in known:
                raise FaceError(f"{path.name} has no axis {tag!r}; it has {', '.join(known)}")
            low, high = known[tag].min_value, known[tag].max_value
            if not low <= value <= high:
                raise FaceError(f"{path.name}: axis {tag} goes from {low:g} to {high:g}")
        return {tag: float(axes.get(tag, a.default_value)) for tag, a in known.items()}
    names = {handle.get_name(i.subfamily_name_id) or "": i for i in handle.named_instances}
    if instance in names and instance is not None:
        coords = names[instance].design_coords
        return {tag: float(v) for tag, v in zip(known, coords, strict=True)}
    offered = ", ".join(sorted(n for n in names if n)) or "no named instance; give axes"
    raise FaceError(f"{path.name} is a variable font: choose an instance ({offered})")


def _postscript_name(handle: Any, path: Path) -> str:
    name = handle.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or path.stem
    kept = "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-+_"))
    return kept[:60] or "Face"


def _digest(directory: Directory, axes: Mapping[str, float]) -> str:
    """A face's identity: the hash of its table directory, which holds a checksum of every table.

    Hashing nine whole faces of 4 MB would take a third of a cold build.
    """
    state = hashlib.sha256(directory.raw)
    state.update(str(directory.size).encode("ascii"))
    for tag, value in sorted(axes.items()):
        state.update(f"{tag}={value:g}".encode("ascii"))
    return state.hexdigest()
