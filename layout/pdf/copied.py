"""Objects of a PDF as finished bytes, with references by index instead of by number.

Streams are taken as they are coded, but for what may not stand in PDF/X: LZW is coded anew. What
is no part of the picture is left out: metadata, structure, layers, private data of programs.
"""

import hashlib
import zlib
from decimal import Decimal
from typing import Any, Final

import pikepdf

from layout.errors import BanxinError
from layout.words.said import said

LEFT_OUT: Final = frozenset((
    "/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/OC", "/OPI",
    "/Thumb", "/AF", "/Alternates",
))  # fmt: skip
"""Entries that lead out of the picture, or are for other programs."""
MOST_OBJECTS: Final = 200_000
MOST_BYTES: Final = 256 << 20
MOST_DEEP: Final = 60

Pieces = tuple[bytes | int, ...]


class Copier:
    """Copies objects with all they lead to. Those to which others refer come before them, but in a
    circle."""

    def __init__(self) -> None:
        self.objects: list[tuple[Pieces, bytes]] = []
        self._known: dict[tuple[int, int], int] = {}
        self._bytes = 0

    def copy(self, stream: Any) -> int:
        """An indirect object with all that it leads to; the index of it, which is the last. The
        walk is its own stack: a chain of objects may be long."""
        order: list[Any] = []
        seen: set[tuple[int, int]] = set()
        waiting: list[tuple[Any, bool]] = [(stream, False)]
        while waiting:
            one, done = waiting.pop()
            if done:
                order.append(one)
                continue
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
            if len(seen) > MOST_OBJECTS:
                raise BanxinError(said("part.art-objects", most=MOST_OBJECTS))
            waiting.append((one, True))
            waiting += [(child, False) for child in _children(one)]
        self._known = {one.objgen: at for at, one in enumerate(order)}
        for one in order:
            pieces = self._written(one)
            known = hashlib.sha256()
            for piece in pieces:
                if isinstance(piece, bytes):
                    known.update(b"%d " % len(piece) + piece)
                elif piece < len(self.objects):
                    known.update(self.objects[piece][1])
                else:  # in a circle: of this file alone
                    known.update(b"%d R" % piece)
            self.objects.append((pieces, known.digest()))
        return len(self.objects) - 1

    def _written(self, one: Any) -> Pieces:
        out = _Writer(self._known)
        if isinstance(one, pikepdf.Stream):
            data = self._stream(one, out)
            out.add(b"\nstream\n" + data + b"\nendstream\n")
        else:
            out.value(one, 0, top=True)
        self._bytes += sum(len(p) for p in out.pieces if isinstance(p, bytes))
        if self._bytes > MOST_BYTES:
            raise BanxinError(said("part.art-bytes", most_mb=MOST_BYTES >> 20))
        return tuple(out.pieces)

    def _stream(self, one: Any, out: "_Writer") -> bytes:
        filters = _filters(one)
        entries = {k: v for k, v in one.stream_dict.items() if k not in LEFT_OUT}
        for key in ("/Length", "/DL", "/F", "/FFilter", "/FDecodeParms"):
            entries.pop(key, None)
        if not filters or "/LZWDecode" in filters or "/Crypt" in filters:
            data = zlib.compress(one.read_bytes(), 6)
            entries.pop("/DecodeParms", None)
            entries["/Filter"] = pikepdf.Name.FlateDecode
        else:
            data = one.read_raw_bytes()
        entries["/Length"] = len(data)
        out.entries(entries, 0)
        return bytes(data)


def _filters(stream: Any) -> list[str]:
    given = stream.get("/Filter")
    if given is None:
        return []
    return [str(f) for f in given] if isinstance(given, pikepdf.Array) else [str(given)]


def _children(one: Any) -> list[Any]:
    """The indirect objects to which one refers, from the last to the first."""
    found: list[Any] = []
    waiting: list[tuple[Any, int]] = [(one, 0)]
    while waiting:
        value, deep = waiting.pop()
        if deep > MOST_DEEP:
            raise BanxinError(said("part.art-nested", most=MOST_DEEP))
        if deep and value.is_indirect:
            found.append(value)
            continue
        if isinstance(value, pikepdf.Stream):
            inside = [v for k, v in value.stream_dict.items() if k not in LEFT_OUT]
        elif isinstance(value, pikepdf.Dictionary):
            if _is_layer(value):
                continue
            inside = [v for k, v in value.items() if k not in LEFT_OUT]
        elif isinstance(value, pikepdf.Array):
            inside = list(value)
        else:
            continue
        waiting += [(v, deep + 1) for v in inside if isinstance(v, pikepdf.Object)]
    return found


def _is_layer(value: Any) -> bool:
    """Whether a dictionary is an optional content group, which is nothing without the catalogue of
    its file: an empty one stands in its place."""
    return str(value.get("/Type", "")) in ("/OCG", "/OCMD", "/Page", "/Pages", "/Catalog")


class _Writer:
    """Writes values as bytes, with indices between them."""

    def __init__(self, known: dict[tuple[int, int], int]) -> None:
        self.pieces: list[bytes | int] = []
        self._known = known

    def add(self, data: bytes) -> None:
        if self.pieces and isinstance(self.pieces[-1], bytes):
            self.pieces[-1] += data
        else:
            self.pieces.append(data)

    def value(self, value: Any, deep: int, *, top: bool = False) -> None:
        """A value; an indirect one as the index of its object."""
        if deep > MOST_DEEP:
            raise BanxinError(said("part.art-nested", most=MOST_DEEP))
        if value is None:
            self.add(b"null")
        elif isinstance(value, bool):
            self.add(b"true" if value else b"false")
        elif isinstance(value, int):
            self.add(b"%d" % value)
        elif isinstance(value, Decimal | float):
            self.add(_real(value))
        elif not top and isinstance(value, pikepdf.Object) and value.is_indirect:
            at = self._known.get(value.objgen)
            self.pieces += [at] if at is not None else [b"null"]
        elif isinstance(value, pikepdf.Dictionary):
            self.entries({} if _is_layer(value) else value, deep)
        elif isinstance(value, pikepdf.Array):
            self.add(b"[")
            for one in value:
                self.value(one, deep + 1)
                self.add(b" ")
            self.add(b"]")
        else:  # a name or a string
            self.add(value.unparse())

    def entries(self, entries: Any, deep: int) -> None:
        """A dictionary, without what is left out."""
        self.add(b"<<")
        for key, value in entries.items():
            if key in LEFT_OUT:
                continue
            self.add(pikepdf.Name(key).unparse() + b" ")
            self.value(value, deep + 1)
        self.add(b">>")


def _real(value: Decimal | float) -> bytes:
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return (text if text not in ("", "-0", "-") else "0").encode("ascii")
