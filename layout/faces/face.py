"""A face: one font file opened once, with what layout and renderers ask of it.

The owner of HarfBuzz's font handles. A shipped face is opened by mapping its file into memory, so a
4 MB font costs a tenth of a millisecond until its glyphs are looked at. One of the user's own is
read, some 2 ms for 3 MB: its file may be cut while it is open, and what is mapped of it would end
the process. Nothing here depends on a size: units are the face's own (`_fu`, thousandths or 2048ths
of an em).
"""

import hashlib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import uharfbuzz as hb

from layout.diagnostics import shown
from layout.errors import BanxinError
from layout.faces.names import Names, safe, spelt
from layout.faces.soundness import fault, no_outlines
from layout.faces.tables import DamagedError, Directory, read_directory
from layout.words.said import Said, said

LANGUAGE: Final = "zh-hans"
"""Every text is shaped as Simplified Chinese: `locl` then gives — its full em and the mainland
forms of marks, and —— becomes one unbroken rule."""

_SFNT: Final = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
_OTHERS: Final[dict[bytes, str]] = {
    b"wOFF": "part.font-woff",
    b"wOF2": "part.font-woff2",
    b"%!PS": "part.font-type-1",
    b"\x80\x01": "part.font-type-1",
    b"typ1": "part.font-type-1",
    b"PK": "part.font-archive",
    b"%PDF": "part.file-pdf",
    b"<": "part.font-page",
}
FARTHEST_EM: Final = 8
"""A glyph of a damaged font may reach across a page; the longest that is meant, ⸻, has three em."""
MAX_FONT_BYTES: Final = 128 * 1024 * 1024


_BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that have no ink: Hangul fillers, an empty cell of Braille."""


def is_selector(char: str) -> bool:
    """Whether a character asks for a form of the one before it (UTS #37 and Unicode 23.4)."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


class FaceError(BanxinError):
    """A font file that cannot be used, with the reason."""


class Face:
    """An opened face. Compare by `key`, which changes whenever the outlines do.

    `name` is what a PDF calls it, in ASCII; `title` what its maker does, in Chinese where it can.
    """

    __slots__ = (
        "_doubted",
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
        "tables",
        "title",
        "upem",
    )

    def __init__(
        self,
        path: Path,
        *,
        index: int = 0,
        instance: str | None = None,
        axes: Mapping[str, float] | None = None,
        doubted: bool = False,
    ) -> None:
        """Open the face at `path`; `index` chooses within a collection.

        A variable font must be pinned: by the name of one of its instances or by `axes`; its
        silent default is often a hairline. Of a `doubted` face, one that is not shipped and tested,
        it is asked whether it can be set with at all, and a glyph without ink or width counts as
        none; its bytes are read. Raises `FaceError`.
        """
        directory = _directory(path, index)
        handle = hb.Face(_read(path) if doubted else hb.Blob.from_file_path(str(path)), index)
        if handle.glyph_count == 0 or index >= handle.count:
            raise _fault(path, said("part.font-no-face", number=index))
        self.path = path
        self.index = index
        self.handle: Any = handle
        self.font: Any = hb.Font(handle)
        self.upem: int = handle.upem
        self.glyph_count: int = handle.glyph_count
        self.tables = directory.tables  # offset and length of each
        self.is_cff = "CFF " in directory.tables or "CFF2" in directory.tables
        if why := no_outlines(directory.tables):
            raise _fault(path, why)
        names = Names(handle.reference_table("name").data)
        self.axes: dict[str, float] = _pin(handle, path, instance, axes)
        self.title: str = names.title or path.stem
        self.name = names.postscript or spelt(names.title) or safe(path.stem) or "Face"
        if self.axes:
            self.font.set_variations(self.axes)
            self.name, self.title = _instance_names(handle, names, self)
        if doubted and (why := fault(handle, self.font, directory.tables)):
            raise _fault(path, why)
        self._doubted = doubted
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
            if gid and self._doubted and self._lost(char, gid):
                gid = 0
            self._gids[char] = gid
        return gid

    def has(self, char: str) -> bool:
        """Whether the face has a glyph of its own for the character."""
        return self.glyph(char) != 0

    def unvaried(self, text: str) -> str:
        """The variation selectors in a text that ask for a form of a character which the face has
        not: its usual form is drawn instead."""
        if len(text) < 2 or text.isascii():
            return ""
        return "".join(
            [
                char
                for before, char in pairwise(text)
                if is_selector(char)
                and self.font.get_variation_glyph(ord(before), ord(char)) is None
            ]
        )

    def _lost(self, char: str, gid: int) -> bool:
        """Whether a character that is read would vanish in its glyph, lie under the next one, or
        be drawn across the page."""
        from unicodedata import category  # of own faces only

        if max(map(abs, (*self.ink(gid), self.advance(gid)))) > FARTHEST_EM * self.upem:
            return True
        kind = category(char)[0]
        if kind not in "LNPS" or char in _BLANKS:
            return False
        left, bottom, right, top = self.ink(gid)
        return left == right or bottom == top or (kind != "S" and self.advance(gid) <= 0)

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


def _file(path: Path) -> str:
    """A file's name as a message may show it."""
    return shown(path.name)


def _fault(path: Path, why: Said | str) -> FaceError:
    """The error for a file, by what is said behind its name."""
    return FaceError(said("part.font-file", file=_file(path), why=why))


def _unread(path: Path, exc: OSError) -> FaceError:
    """The error for a file that the system does not let be read."""
    from layout.words.system import reason  # loaded where something fails

    return FaceError(said("part.font-unread", file=_file(path), reason=reason(exc)))


def _read(path: Path) -> Any:
    """The bytes of a file, which stay what they are whatever becomes of it."""
    try:
        return hb.Blob(path.read_bytes())
    except OSError as exc:
        raise _unread(path, exc) from exc


def titles(path: Path, most: int) -> list[str]:
    """What the first faces of a collection are called; empty for one without a name."""
    blob = hb.Blob.from_file_path(str(path))
    handles = [hb.Face(blob, index) for index in range(min(most, hb.Face(blob, 0).count))]
    return [Names(h.reference_table("name").data).title or "" for h in handles]


def _directory(path: Path, index: int) -> Directory:
    """The table directory of a file that looks like a font, whole and not too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as exc:
        raise _unread(path, exc) from exc
    if magic not in _SFNT:
        what = next((words for head, words in _OTHERS.items() if magic.startswith(head)), "")
        raise _fault(
            path, said("part.font-other", what=said(what)) if what else said("part.font-none")
        )
    if size > MAX_FONT_BYTES:
        raise _fault(path, said("part.path-large", most=MAX_FONT_BYTES))
    try:
        return read_directory(path, index)
    except DamagedError as exc:
        raise _fault(path, exc.args[0]) from exc
    except OSError as exc:
        raise _unread(path, exc) from exc


def _pin(
    handle: Any, path: Path, instance: str | None, axes: Mapping[str, float] | None
) -> dict[str, float]:
    """The axis values of a variable font; empty for a static one."""
    if not handle.has_var_data:
        if instance or axes:
            raise _fault(path, said("part.font-not-variable"))
        return {}
    known = {a.tag: a for a in handle.axis_infos}
    if axes:
        for tag, value in axes.items():
            if tag not in known:
                told = said("part.font-no-axis", axis=repr(tag), axes=tuple(known))
                raise _fault(path, told)
            low, high = known[tag].min_value, known[tag].max_value
            if not low <= value <= high:
                told = said("part.font-axis", file=_file(path), axis=tag, low=low, high=high)
                raise FaceError(told)
        return {tag: float(axes.get(tag, a.default_value)) for tag, a in known.items()}
    names = {handle.get_name(i.subfamily_name_id) or "": i for i in handle.named_instances}
    if instance in names and instance is not None:
        coords = names[instance].design_coords
        return {tag: float(v) for tag, v in zip(known, coords, strict=True)}
    offered = tuple(sorted(n for n in names if n))
    if not offered:
        raise _fault(path, said("part.font-give-axes"))
    raise _fault(path, said("part.font-choose", instances=offered))


def _instance_names(handle: Any, names: Names, face: Face) -> tuple[str, str]:
    """PostScript name and title of a variable face at its axis values.

    A variable font's own name is that of its default, often a hairline: NotoSansSC-Thin at 900 is
    NotoSansSC-Black (Adobe technical note 5902), or NotoSansSC-wght850 where no instance is there.
    """
    family = names.prefix or face.name
    values = "-".join(f"{tag}{value:g}" for tag, value in sorted(face.axes.items()))
    at = tuple(face.axes.values())
    for instance in handle.named_instances:
        if tuple(map(float, instance.design_coords)) == at:
            number = instance.subfamily_name_id
            style = safe(names.of(number).replace(" ", ""))
            title = names.said(number)
            break
    else:
        style, title = "", ""
    return f"{family}-{style or values}", f"{names.family or face.title} {title or values}"


def _digest(directory: Directory, axes: Mapping[str, float]) -> str:
    """A face's identity: the hash of its table directory, which holds a checksum of every table.

    Hashing nine whole faces of 4 MB would take a third of a cold build.
    """
    state = hashlib.sha256(directory.raw)
    state.update(str(directory.size).encode("ascii"))
    for tag, value in sorted(axes.items()):
        state.update(f"{tag}={value:g}".encode("ascii"))
    return state.hexdigest()
