"""An SVG drawing looked through before anything draws it: what it asks for, and whether it may.

It is hostile until it has been read: expat reads it, which opens no file and no address; entities
are refused, and so are scripts, other files, and uses of uses that would unfold to millions.
"""

import binascii
import re
from base64 import b64decode
from typing import Final
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from layout.pictures.facts import PictureError
from layout.record import record, replace
from layout.words.said import said

MOST_BYTES: Final = 32 << 20
MOST_ELEMENTS: Final = 200_000
"""Of a drawing, and of what its uses unfold to."""
MOST_DEEP: Final = 100
SVG: Final = "http://www.w3.org/2000/svg"
_HREFS: Final = ("href", "http://www.w3.org/1999/xlink href")
_REFUSED: Final = {
    "script": "part.svg-script", "foreignObject": "part.svg-foreign", "handler": "part.svg-script",
}  # fmt: skip
_COLOURS: Final = frozenset(
    ("fill", "stroke", "color", "stop-color", "flood-color", "lighting-color")
)
_MOVING: Final = ("animate", "animateMotion", "animateTransform", "animateColor", "set")
_URL: Final = re.compile(r"url\(\s*[\"']?\s*([^\"')\s]*)", re.IGNORECASE)
_IMPORT: Final = re.compile(r"@import\b", re.IGNORECASE)
_FAMILY: Final = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?")
_LENGTH: Final = re.compile(r"\s*((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?)([a-z]*)\s*")
_UNITS: Final = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "pc": 12.0, "em": 12.0}
MOST_SIDE: Final = 14400.0
_INKS: Final = re.compile(
    r"(#[0-9a-fA-F]{3,8}|rgba?\([^()]{1,60}\)|[a-zA-Z]{3,24})\s+"
    r"(?:icc-color|device-cmyk)\([^()]{1,90}\)"
)
"""A colour of RGB with the inks behind it that are meant, as SVG 1.1 (11.2.1) writes it."""
_UNREAD: Final = re.compile(
    r"\b(icc-color|device-cmyk|lab|lch|oklab|oklch|hwb|color|color-mix|light-dark|var)\(",
    re.IGNORECASE,
)
"""Colours of which a reader of SVG 1.1 makes black, and says nothing."""
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
"""Bytes that say at once how the rest is coded."""
_GENERIC: Final = frozenset(
    ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial")
)


@record
class SvgFacts:
    """What a drawing asks for: the `families` of its type, the `letters` of its text; whether it
    has `filters`, which become pixels, and moves (`moving`), of which the beginning is drawn; and
    whether it gives inks beside RGB, of which the RGB is taken (`fallbacks`). Its `area` is in
    square points; `pictures` are the files of pixels inside of it."""

    families: tuple[str, ...]
    letters: frozenset[str]
    filters: bool
    area: float
    fallbacks: bool
    moving: bool
    pictures: tuple[bytes, ...] = ()


def svg_text(data: bytes, name: str) -> str:
    """A drawing as text, by its mark or what it says of its coding. Raises `PictureError`."""
    coding = next((coding for mark, coding in _MARKS if data.startswith(mark)), "")
    if not coding:
        said_so = _ENCODING.match(data[:200].lstrip())
        coding = said_so[1].decode("ascii") if said_so else "utf-8"
    try:
        return data.decode(coding)
    except (UnicodeDecodeError, LookupError) as exc:
        raise PictureError(said("part.svg-encoding", file=name, coding=coding)) from exc


def in_rgb(text: str) -> str:
    """A drawing whose colours are the RGB that stands before inks, which no reader knows."""
    return _INKS.sub(r"\1", text) if "icc-color(" in text or "device-cmyk(" in text else text


def read_svg(text: str, name: str) -> SvgFacts:
    """Look through a drawing. Raises `PictureError`, naming it."""
    if len(text) > MOST_BYTES:
        raise PictureError(said("part.svg-large", file=name, most_mb=MOST_BYTES >> 20))
    reader = _SvgReader(name)
    plain = in_rgb(text)
    try:
        reader.read(plain.encode("utf-8", "replace"))
    except expat.ExpatError as exc:
        reason = expat.ErrorString(exc.code)
        told = said("part.svg-broken", file=name, line=exc.lineno, reason=reason)
        raise PictureError(told) from exc
    return replace(reader.facts(), fallbacks=plain is not text)


def _area(attributes: dict[str, str]) -> float:
    """Square points of a drawing that is so large, or shows so much of its own space."""
    view = [float(v) for v in _NUMBER.findall(attributes.get("viewBox", ""))]
    sides = []
    for at, key in enumerate(("width", "height")):
        found = _LENGTH.fullmatch(attributes.get(key, ""))
        if found is not None:
            sides.append(float(found[1]) * _UNITS.get(found[2], 0.75))
        else:
            sides.append(view[2 + at] * 0.75 if len(view) == 4 else MOST_SIDE)
    return sides[0] * sides[1]


class _Node:
    """An element: how many it holds, itself included, and what it uses."""

    __slots__ = ("count", "ident", "uses")

    def __init__(self, ident: str) -> None:
        self.ident = ident
        self.count = 1
        self.uses: list[tuple[str, int]] = []  # by id, and how often


class _SvgReader:
    """The handlers of expat, and what they gather."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[_Node] = []
        self._by_id: dict[str, _Node] = {}
        self._elements = 0
        self._whole: _Node | None = None
        self._text: list[str] = []  # the elements that are open and hold text
        self._style: list[str] | None = None
        self._families: dict[str, None] = {}
        self._letters: set[str] = set()
        self._filters = self._moving = False
        self._area = 0.0
        self._pictures: dict[bytes, None] = {}
        parser = expat.ParserCreate("utf-8", " ")  # whatever it says of itself
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.buffer_text = True
        self._parser = parser

    def read(self, data: bytes) -> None:
        self._parser.Parse(data, True)

    def facts(self) -> SvgFacts:
        """What was gathered, when all was read."""
        assert self._whole is not None
        if self._unfolded(self._whole, {}, ()) > MOST_ELEMENTS:
            raise self._refused("part.svg-unfolds", most=MOST_ELEMENTS)
        return SvgFacts(
            families=tuple(self._families),
            letters=frozenset(c for c in self._letters if not c.isspace()),
            filters=self._filters,
            area=self._area,
            fallbacks=False,
            moving=self._moving,
            pictures=tuple(self._pictures),
        )

    def _refused(self, key: str, **values: str | int) -> PictureError:
        return PictureError(said(key, file=self._name, **values))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self._elements += 1
        if not self._open and (local != "svg" or space != SVG):
            raise self._refused("part.svg-none")
        if self._elements > MOST_ELEMENTS:
            raise self._refused("part.svg-elements", most=MOST_ELEMENTS)
        if len(self._open) >= MOST_DEEP:
            raise self._refused("part.svg-deep", most=MOST_DEEP)
        node = _Node(attributes.get("id", ""))
        if node.ident:
            self._by_id.setdefault(node.ident, node)
        self._open.append(node)
        if self._whole is None:
            self._whole = node
            self._area = _area(attributes)
        if space != SVG:  # what programs note for themselves is not drawn
            return
        if local in _REFUSED:
            raise self._refused(_REFUSED[local])
        self._moving = self._moving or local in _MOVING
        self._filters = self._filters or local == "filter"
        if local == "style":
            self._style = []
        if local in ("text", "tspan", "textPath", "tref"):
            self._text.append(local)
        self._attributes(local, attributes, node)

    def _attributes(self, local: str, attributes: dict[str, str], node: _Node) -> None:
        for key, value in attributes.items():
            if key in _COLOURS:
                self._colour(value)
            if key in _HREFS:
                if local != "a":
                    self._reference(local, value, node)
            elif key == "font-family":
                self._family(value)
            elif key == "style" or "url" in value.lower():
                times = 1
                if "marker" in key or "marker" in value:
                    times += len(attributes.get("d", attributes.get("points", ""))) // 4
                self._css(value, node, times)

    def _reference(self, local: str, value: str, node: _Node) -> None:
        value = value.strip()
        if value.startswith("#"):
            node.uses.append((value[1:], 1))
        elif value[:5].lower() == "data:":
            if local not in ("image", "feImage") or "svg" in value[:40].lower():
                raise self._refused("part.svg-data", element=local)
            self._pictures[self._data(value)] = None
        elif value:
            raise self._refused("part.svg-other-file", other=value[:60])

    def _data(self, address: str) -> bytes:
        """The file that stands in a `data:` address (RFC 2397)."""
        head, _, body = address.partition(",")
        held = unquote_to_bytes(body)
        try:
            return b64decode(held) if head.rstrip().lower().endswith(";base64") else held
        except (binascii.Error, ValueError) as exc:
            raise self._refused("part.svg-picture") from exc

    def _css(self, text: str, node: _Node | None, times: int = 1) -> None:
        """Declarations: nothing in them may lead out of the drawing."""
        if _IMPORT.search(text):
            raise self._refused("part.svg-other-file", other="@import")
        self._colour(text)
        for found in _URL.finditer(text):
            target = found[1]
            if target.startswith("#"):
                if node is not None:
                    node.uses.append((target[1:], times))
            elif target:
                raise self._refused("part.svg-other-file", other=target[:60])
        for found in _FAMILY.finditer(text):
            self._family(found[1])

    def _colour(self, text: str) -> None:
        found = _UNREAD.search(text)
        if found is not None:
            raise self._refused("part.svg-colour", colour=found[1])

    def _family(self, text: str) -> None:
        first = text.split(",", maxsplit=1)[0].strip().strip("\"'").strip()
        if first and first.lower() not in _GENERIC:
            self._families[first] = None

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        node = self._open.pop()
        if self._open:
            self._open[-1].count += node.count
            self._open[-1].uses += node.uses
        if local == "style" and self._style is not None:
            self._css("".join(self._style), None)
            self._style = None
        if self._text and local == self._text[-1]:
            self._text.pop()

    def _characters(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)
        elif self._text:
            self._letters.update(text)

    def _entity(self, *_: object) -> None:
        raise self._refused("part.svg-entity")

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise self._refused("part.svg-other-file", other="xml-stylesheet")

    def _unfolded(self, node: _Node, known: dict[int, int], over: tuple[int, ...]) -> int:
        """Elements that are drawn for one, its uses unfolded. A use inside of what it uses is
        refused."""
        if id(node) in known:
            return known[id(node)]
        if id(node) in over or len(over) > MOST_DEEP:
            raise self._refused("part.svg-circle")
        total = node.count
        for ident, times in node.uses:
            target = self._by_id.get(ident)
            if target is not None and target is not node:
                total += times * self._unfolded(target, known, (*over, id(node)))
                if total > MOST_ELEMENTS:
                    break
        known[id(node)] = total
        return total
