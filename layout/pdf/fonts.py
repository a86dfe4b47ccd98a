"""Fonts as content uses them: how bytes part into codes, how wide each is, what is embedded.

Widths are in 1/1000 of the size, as /Widths and /W have them (of a Type 3 font in its own units).
Only what a bounding box and a preflight need is read; a font's program stays packed until asked
for.
"""

import re
from collections.abc import Sequence
from struct import unpack
from typing import Any, Final

from layout.pdf.limits import PdfError
from layout.pdf.objects import (
    Obj,
    array,
    get,
    integer,
    is_array,
    is_dict,
    is_stream,
    items,
    name,
    number,
    numbers,
    reference,
)
from layout.pdf.streams import UnreadStreamError, decoded
from layout.record import field, record

SIMPLE: Final = frozenset({"Type1", "MMType1", "TrueType", "Type3"})
PROGRAMS: Final = ("FontFile", "FontFile2", "FontFile3")
UNKNOWN_WIDTH: Final = 500.0
"""Of a standard font without /Widths: near the mean of Helvetica's lower case."""
MOST_CMAP: Final = 1 << 22
MOST_RANGE: Final = 65_536
_MIXED: Final = re.compile(r"^(GBK|GB-EUC|GBpc|GBK2K|GBKp|B5|ETen|ETenms|HKscs|CNS-EUC|83pv|90ms|"
                           r"90msp|90pv|Add-RKSJ|EUC|Ext-RKSJ|KSC|KSCms|KSCpc)")  # fmt: skip
"""Predefined CMaps whose codes have one byte below 0x80 and two from there on, nearly always."""
_RANGES: Final = re.compile(
    rb"begin(codespacerange|cidrange|cidchar)\b(.*?)\bend\1", re.DOTALL
)  # bounded by MOST_CMAP
_HEX_PAIR: Final = re.compile(rb"<\s*([0-9A-Fa-f\s]{1,16})>\s*<\s*([0-9A-Fa-f\s]{1,16})>\s*(\d*)")
_HEX_ONE: Final = re.compile(rb"<\s*([0-9A-Fa-f\s]{1,16})>\s*(\d+)")


@record
class Font:
    """A font as a page names it.

    `program` is the key of its file (`FontFile`, `FontFile2`, `FontFile3`), empty where none is
    embedded; `program_kind` the Subtype of a FontFile3. `cid_type` is CIDFontType0 or 2 of a Type0
    font. `identity` says that codes are CIDs of two bytes. `fault` is a word for what is wrong with
    it, or empty.
    """

    reference: int
    subtype: str
    base_name: str
    cid_type: str = ""
    program: str = ""
    program_kind: str = ""
    encoding: str = ""
    vertical: bool = False
    identity: bool = False
    symbolic: bool = False
    to_unicode: bool = False
    fault: str = ""
    ascent: float = 880.0
    descent: float = -120.0
    matrix: tuple[float, ...] = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
    default_width: float = 0.0
    widths: dict[int, float] = field(default_factory=dict)
    code_bytes: tuple[tuple[int, int, int], ...] = ()  # (bytes, first, last) of a codespace
    cids: tuple[tuple[int, int, int, int], ...] = ()  # (bytes, first, last, CID) of a CMap
    raw: Any = field(default=None)
    descriptor: Any = field(default=None)
    descendant: Any = field(default=None)

    @property
    def composite(self) -> bool:
        """Whether it is a Type0 font."""
        return self.subtype == "Type0"

    @property
    def embedded(self) -> bool:
        """Whether its glyphs are in the file; those of a Type 3 font are content."""
        return bool(self.program) or self.subtype == "Type3"

    @property
    def subset(self) -> bool:
        """Whether its name says that it is a subset: `ABCDEF+Name`."""
        return bool(re.match(r"[A-Z]{6}\+", self.base_name))

    def codes(self, shown: bytes) -> Sequence[int]:
        """The character codes of a string, in order."""
        if not self.composite:
            return shown
        if self.identity or not self.code_bytes:
            half = len(shown) // 2
            return unpack(f">{half}H", shown[: 2 * half])
        return self._by_space(shown)

    def _by_space(self, shown: bytes) -> list[int]:
        out: list[int] = []
        at = 0
        least = min(size for size, _, _ in self.code_bytes)
        while at < len(shown):
            for size, first, last in self.code_bytes:
                code = int.from_bytes(shown[at : at + size], "big")
                if at + size <= len(shown) and _in_space(code, first, last, size):
                    break
            else:
                size = least
                code = int.from_bytes(shown[at : at + size], "big")
            out.append(code)
            at += size
        return out

    def cid(self, code: int) -> int:
        """The CID of a code of a Type0 font, as far as its CMap is in the file; else the code."""
        if self.identity or not self.cids:
            return code
        for _, first, last, cid in self.cids:
            if first <= code <= last:
                return cid + code - first
        return 0

    def width(self, code: int) -> float:
        """How far a code moves on, in 1/1000 of the size (Type 3: in its own units)."""
        key = self.cid(code) if self.cids else code
        return self.widths.get(key, self.default_width)

    def length(self, codes: Sequence[int]) -> float:
        """How far several codes move on, in the same unit."""
        default, find = self.default_width, self.widths.get
        if self.cids:
            return sum([find(self.cid(code), default) for code in codes])
        return sum([find(code, default) for code in codes])


def _in_space(code: int, first: int, last: int, size: int) -> bool:
    """Whether each byte of a code lies between those of a codespace's ends."""
    for shift in range(0, 8 * size, 8):
        if not (first >> shift) & 255 <= (code >> shift) & 255 <= (last >> shift) & 255:
            return False
    return True


def read_font(obj: Obj) -> Font:
    """A font from its dictionary; one that is none has a fault and no widths."""
    subtype = name(get(obj, "/Subtype")) or ""
    base = name(get(obj, "/BaseFont")) or ""
    at = reference(obj)
    if not is_dict(obj) or (subtype not in SIMPLE and subtype != "Type0"):
        return Font(
            reference=at, subtype=subtype, base_name=base, fault="no-font",
            default_width=UNKNOWN_WIDTH, raw=obj,
        )  # fmt: skip
    return _composite(obj, base, at) if subtype == "Type0" else _simple(obj, subtype, base, at)


def _simple(obj: Obj, subtype: str, base: str, at: int) -> Font:
    descriptor = get(obj, "/FontDescriptor")
    program, kind = _program(descriptor)
    given = get(obj, "/Widths")
    first = integer(get(obj, "/FirstChar")) or 0
    widths = {
        first + i: w
        for i, w in enumerate(number(one) for one in array(given)[:256])
        if w is not None
    }
    missing = number(get(descriptor, "/MissingWidth"))
    matrix = numbers(get(obj, "/FontMatrix")) if subtype == "Type3" else ()
    ascent, descent = _heights(descriptor)
    if subtype == "Type3":
        box = numbers(get(obj, "/FontBBox"))
        ascent, descent = (box[3], box[1]) if len(box) == 4 and any(box) else (750.0, -250.0)
    encoding = get(obj, "/Encoding")
    flags = integer(get(descriptor, "/Flags")) or 0
    return Font(
        reference=at,
        subtype=subtype,
        base_name=base or name(get(obj, "/Name")) or "",
        program=program,
        program_kind=kind,
        encoding=name(encoding) or name(get(encoding, "/BaseEncoding")) or "",
        symbolic=bool(flags & 4),
        to_unicode=is_stream(get(obj, "/ToUnicode")),
        ascent=ascent,
        descent=descent,
        matrix=matrix if len(matrix) == 6 else (0.001, 0.0, 0.0, 0.001, 0.0, 0.0),
        default_width=(missing or 0.0) if widths else UNKNOWN_WIDTH,
        widths=widths,
        fault="" if subtype != "Type3" or is_dict(get(obj, "/CharProcs")) else "no-glyphs",
        raw=obj,
        descriptor=descriptor,
    )


def _composite(obj: Obj, base: str, at: int) -> Font:
    below = array(get(obj, "/DescendantFonts"))
    descendant = below[0] if below else None
    descriptor = get(descendant, "/FontDescriptor")
    program, kind = _program(descriptor)
    encoding = get(obj, "/Encoding")
    word = name(encoding) or ""
    spaces: tuple[tuple[int, int, int], ...] = ()
    cids: tuple[tuple[int, int, int, int], ...] = ()
    vertical = word.endswith("-V") or word == "V"
    fault = "" if is_dict(descendant) else "no-descendant"
    if is_stream(encoding):
        word = name(get(encoding, "/CMapName")) or "?"
        vertical = integer(get(encoding, "/WMode")) == 1
        try:
            spaces, cids = _cmap(decoded(encoding, MOST_CMAP))
        except (UnreadStreamError, PdfError):
            fault = "no-cmap"
    elif _MIXED.match(word):
        spaces = ((1, 0x00, 0x80), (2, 0x8100, 0xFEFF))
    elif not word:
        fault = "no-encoding"
    ascent, descent = _heights(descriptor)
    default = number(get(descendant, "/DW"))
    return Font(
        reference=at,
        subtype="Type0",
        base_name=base or name(get(descendant, "/BaseFont")) or "",
        cid_type=name(get(descendant, "/Subtype")) or "",
        program=program,
        program_kind=kind,
        encoding=word,
        vertical=vertical,
        identity=word in ("Identity-H", "Identity-V"),
        symbolic=True,
        to_unicode=is_stream(get(obj, "/ToUnicode")),
        ascent=ascent,
        descent=descent,
        default_width=1000.0 if default is None else default,
        widths=_cid_widths(array(get(descendant, "/W"))),
        code_bytes=spaces,
        cids=cids,
        fault=fault,
        raw=obj,
        descriptor=descriptor,
        descendant=descendant,
    )


def _program(descriptor: Obj) -> tuple[str, str]:
    for key in PROGRAMS:
        found = get(descriptor, f"/{key}")
        if is_stream(found):
            return key, name(get(found, "/Subtype")) or ""
    return "", ""


def _heights(descriptor: Obj) -> tuple[float, float]:
    """Ascent and descent; those of an ideograph's em where they are missing or nonsense."""
    up, down = number(get(descriptor, "/Ascent")), number(get(descriptor, "/Descent"))
    ascent = up if up is not None and 0 < up <= 3000 else 880.0
    descent = down if down is not None and -3000 <= down < 0 else -120.0
    return ascent, descent


def _cid_widths(given: list[Obj]) -> dict[int, float]:
    """The array /W: `first [w …]` and `first last w`. ISO 32000-1, 9.7.4.3."""
    out: dict[int, float] = {}
    at = 0
    while at + 1 < len(given):
        first = integer(given[at])
        if first is None:
            break
        if is_array(given[at + 1]):
            for i, one in enumerate(array(given[at + 1])):
                width = number(one)
                if width is not None:
                    out[first + i] = width
            at += 2
            continue
        last = integer(given[at + 1])
        width = number(given[at + 2]) if at + 2 < len(given) else None
        if last is None or width is None or not 0 <= last - first < MOST_RANGE:
            break
        out.update(dict.fromkeys(range(first, last + 1), width))
        at += 3
    return out


def _cmap(
    data: bytes,
) -> tuple[tuple[tuple[int, int, int], ...], tuple[tuple[int, int, int, int], ...]]:
    """The codespaces of an embedded CMap and its ranges of CIDs. Adobe TN 5014."""
    spaces: list[tuple[int, int, int]] = []
    cids: list[tuple[int, int, int, int]] = []
    for kind, body in _RANGES.findall(data):
        if kind == b"cidchar":
            for code, cid in _HEX_ONE.findall(body):
                value = _hex(code)
                cids.append((value[0], value[1], value[1], int(cid[:9])))
            continue
        for low, high, cid in _HEX_PAIR.findall(body):
            first, last = _hex(low), _hex(high)
            if kind == b"codespacerange":
                spaces.append((first[0], first[1], last[1]))
            elif cid:
                cids.append((first[0], first[1], last[1], int(cid[:9])))
    return tuple(sorted(spaces)), tuple(cids)


def _hex(digits: bytes) -> tuple[int, int]:
    """How many bytes and which number hexadecimal digits are."""
    bare = b"".join(digits.split())
    return (len(bare) + 1) // 2, int(bare or b"0", 16)


def type3_procs(font: Font) -> dict[str, Obj]:
    """The glyph procedures of a Type 3 font by name."""
    return dict(items(get(font.raw, "/CharProcs")))


def differing(font: Font) -> dict[int, str]:
    """The glyph names that the Differences of a font's encoding give, by code; of a Type 3 font
    these are all that it has."""
    out: dict[int, str] = {}
    code = 0
    for one in array(get(get(font.raw, "/Encoding"), "/Differences"))[:1024]:
        word = name(one)
        if word is None:
            code = integer(one) or 0
        else:
            out[code] = word
            code += 1
    return out
