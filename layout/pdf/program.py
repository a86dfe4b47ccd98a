"""Which glyphs an embedded font has: what of the codes that a page shows would print as .notdef.

A code goes to a glyph by the rules of ISO 32000-1, 9.6.6 (simple fonts) and 9.7.4 (composite
ones). Where readers know several ways (a TrueType face without the right cmap), a code is defined
if one of them leads to a glyph: what is told missing is missing everywhere.
"""

import io
import re
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

from layout.pdf.fonts import Font, differing
from layout.pdf.limits import PdfError
from layout.pdf.objects import get, integer, is_stream
from layout.pdf.streams import UnreadStreamError, decoded
from layout.words.said import Said, said

MOST_PROGRAM: Final = 64 << 20
"""Bytes of one font; Noto CJK's largest face has 25 million."""
NOTDEF: Final = ".notdef"
_CHARSTRING: Final = re.compile(rb"/([^\s/\[\]{}()<>%]{1,127})\s+\d+\s+(?:RD|-\||\S{1,8})\s")
_BUILT_IN: Final = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/\[\]{}()<>%]{1,127})\s+put")
_STANDARD: Final = re.compile(rb"/Encoding\s+StandardEncoding\s+def")


class UnreadFontError(Exception):
    """A font's glyphs can't be known: `broken` where its program is damaged; `why` says what is
    wrong."""

    def __init__(self, why: Said, *, broken: bool) -> None:
        self.why = why
        self.broken = broken
        super().__init__(why)


def undefined(font: Font, codes: Iterable[int]) -> frozenset[int]:
    """Those of the codes for which the embedded font has no glyph but .notdef.

    Raises `UnreadFontError` where that can't be known.
    """
    if font.subtype == "Type3" or not font.program:
        return frozenset()
    stream = get(font.descriptor, f"/{font.program}")
    try:
        data = decoded(stream, MOST_PROGRAM)
    except PdfError as exc:  # more than is read is no damage
        raise UnreadFontError(exc.why, broken=False) from exc
    except UnreadStreamError as exc:
        raise UnreadFontError(said("part.pdfread-font-unread"), broken=True) from exc
    try:
        has = _composite(font, data) if font.composite else _simple(font, data)
        return frozenset(code for code in codes if not has(code))
    except UnreadFontError:
        raise
    except Exception as exc:  # what a damaged font makes of fontTools is not foreseen
        raise UnreadFontError(said("part.pdfread-font-unread"), broken=True) from exc


Has = Callable[[int], bool]


def _composite(font: Font, data: bytes) -> Has:
    if not font.identity and not font.cids:
        raise UnreadFontError(said("part.pdfread-cmap-named", name=font.encoding), broken=False)
    glyphs = _cid_glyphs(font, data)
    return lambda code: glyphs(font.cid(code))


def _cid_glyphs(font: Font, data: bytes) -> Has:
    """Whether a CID has a glyph."""
    if font.cid_type == "CIDFontType0" or data[:4] == b"OTTO" or font.program == "FontFile3":
        cff = _cff(data)
        if cff is not None:
            top, names = cff
            if hasattr(top, "ROS"):
                known = {int(n[3:]) for n in names if n.startswith("cid")}
                return lambda cid: cid in known
            count = len(names)
            return lambda cid: 0 < cid < count
    count = _glyph_count(data)
    given = get(font.descendant, "/CIDToGIDMap")
    if is_stream(given):
        table = decoded(given, 1 << 18)

        def mapped(cid: int) -> bool:
            return 0 < int.from_bytes(table[2 * cid : 2 * cid + 2], "big") < count

        return mapped
    return lambda cid: 0 < cid < count


def _simple(font: Font, data: bytes) -> Has:
    names = code_names(font)
    if font.program == "FontFile":
        return _type1(names, data)
    cff = _cff(data) if font.program == "FontFile3" else None
    if cff is not None:
        top, glyphs = cff
        built_in = getattr(top, "Encoding", None)
        return _by_name(names, frozenset(glyphs), _cff_encoding(built_in))
    flags = integer(get(font.descriptor, "/Flags")) or 0
    # ISO 32000-1, 9.6.6.4: in a face that is not symbolic a name leads to the glyph, never the code
    return _truetype(names, data, differing(font) if flags & 36 == 32 else {})


def _by_name(names: dict[int, str], glyphs: frozenset[str], built_in: dict[int, str]) -> Has:
    def has(code: int) -> bool:
        word = names.get(code) or built_in.get(code, NOTDEF)
        return word != NOTDEF and word in glyphs

    return has


def _cff(data: bytes) -> tuple[Any, list[str]] | None:
    """The top dictionary of a CFF, bare or in an OpenType font, and its glyphs in order."""
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    if data[:4] in (b"OTTO", b"\0\1\0\0", b"true"):
        font = TTFont(io.BytesIO(data), lazy=True)
        if "CFF " not in font:
            return None
        top = font["CFF "].cff.topDictIndex[0]
    else:
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
        top = fonts.topDictIndex[0]
    return top, list(top.charset)


def _cff_encoding(given: Any) -> dict[int, str]:
    from fontTools.encodings.StandardEncoding import StandardEncoding

    table = given if isinstance(given, list) else StandardEncoding
    return {code: word for code, word in enumerate(table) if word and word != NOTDEF}


def _type1(names: dict[int, str], data: bytes) -> Has:
    """A Type 1 program: its glyphs stand in the part that is enciphered."""
    from fontTools.encodings.StandardEncoding import StandardEncoding
    from fontTools.misc.eexec import decrypt

    if data[:1] == b"\x80":  # PFB: segments with a head of six bytes
        data = _unsegmented(data)
    clear, mark, rest = data.partition(b"eexec")
    if not mark:
        raise UnreadFontError(said("part.pdfread-font-unread"), broken=True)
    body = rest.lstrip(b" \t\r\n")
    if re.match(rb"[0-9A-Fa-f\s]{8}", body[:8]):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", body)
        body = bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
    private, _ = decrypt(body, 55665)
    glyphs = {m.decode("latin-1") for m in _CHARSTRING.findall(private)}
    if NOTDEF not in glyphs and not glyphs:
        raise UnreadFontError(said("part.pdfread-font-unread"), broken=True)
    built_in = {int(c): n.decode("latin-1") for c, n in _BUILT_IN.findall(clear)}
    if _STANDARD.search(clear):
        built_in = {c: n for c, n in enumerate(StandardEncoding) if n != NOTDEF}
    return _by_name(names, frozenset(glyphs), built_in)


def _unsegmented(data: bytes) -> bytes:
    parts = []
    at = 0
    while at + 6 <= len(data) and data[at] == 0x80 and data[at + 1] in (1, 2):
        size = int.from_bytes(data[at + 2 : at + 6], "little")
        parts.append(data[at + 6 : at + 6 + size])
        at += 6 + size
    return b"".join(parts)


def _glyph_count(data: bytes) -> int:
    from fontTools.ttLib import TTFont

    return int(TTFont(io.BytesIO(data), lazy=True)["maxp"].numGlyphs)


def _truetype(names: dict[int, str], data: bytes, by_name: Collection[int]) -> Has:
    from fontTools.agl import toUnicode
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=True)
    count = int(font["maxp"].numGlyphs)
    tables = [t.cmap for t in font["cmap"].tables] if "cmap" in font else []
    order = frozenset(font.getGlyphOrder()) if "post" in font else frozenset()
    if not tables and not order:  # codes are glyphs, as some programs write symbol faces
        return lambda code: 0 < code < count

    def has(code: int) -> bool:
        word = names.get(code, "")
        wanted = {code, 0xF000 + code, 0xF100 + code, 0xF200 + code}
        if code in by_name:
            wanted = set()
        if word:
            text = toUnicode(word)
            wanted |= {ord(text)} if len(text) == 1 else set()
            wanted |= _mac_code(word)
        if any(table.get(c, NOTDEF) != NOTDEF for table in tables for c in wanted):
            return True
        return bool(word) and word != NOTDEF and word in order

    return has


def _mac_code(word: str) -> set[int]:
    from fontTools.agl import toUnicode

    try:
        return set(toUnicode(word).encode("mac_roman")[:1])
    except UnicodeEncodeError:
        return set()


def code_names(font: Font) -> dict[int, str]:
    """The names of a simple font's codes as its Encoding has them: what the Differences say, over
    the base encoding where one is named. Codes it says nothing of are missing."""
    named: dict[int, str] = {}
    if font.encoding in ("WinAnsiEncoding", "MacRomanEncoding"):
        from fontTools.agl import UV2AGL

        codec = "cp1252" if font.encoding == "WinAnsiEncoding" else "mac_roman"
        for code in range(32, 256):
            text = bytes([code]).decode(codec, "ignore")
            if text and ord(text) in UV2AGL:
                named[code] = UV2AGL[ord(text)]
        if codec == "cp1252":  # ISO 32000-1, annex D.2, note 3 and 5
            named |= {0xA0: "space", 0xAD: "hyphen"}
    elif font.encoding == "StandardEncoding":
        from fontTools.encodings.StandardEncoding import StandardEncoding

        named = {c: n for c, n in enumerate(StandardEncoding) if n != NOTDEF}
    return named | differing(font)
