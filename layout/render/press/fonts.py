"""The font objects of one face: Type0, its CIDFont, the subset program and the ToUnicode map.

Everything that costs time is made as finished bytes that hold no object numbers, so that it can be
kept from one rendering to the next; only three small dictionaries are written anew. ISO 32000-1,
9.7 (composite fonts) and 9.10 (text extraction).
"""

import hashlib
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from layout.faces.face import Face
from layout.faces.subset import SubsetProgram
from layout.record import record
from layout.render.press.flate import Compressor, packed_stream, stream
from layout.render.press.metrics import descriptor_entries

DEFAULT_WIDTH: Final = 1000
"""Of a full-width glyph; only the others are listed."""

WORD_JOINER: Final = "\u2060"

FORMAT_MARKS: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that are not seen and part or join what stands round them (category Cf)."""

BLOCK: Final = 100  # entries one bfchar block may hold (Adobe technical note 5014)


@record
class FontParts:
    """The bytes of one font. Bodies of stream objects, entries of dictionaries."""

    base: bytes  # the subset name, tag and all
    cff: bool
    program: bytes
    to_unicode: bytes
    to_gid: bytes  # CIDToGIDMap; empty for CFF
    widths: bytes
    heights: bytes  # W2; empty where no glyph has a box of its own in columns
    descriptor: bytes
    digest: str


def make_parts(
    face: Face,
    *,
    program: SubsetProgram,
    meaning: Mapping[int, str],
    widths: Mapping[int, int],
    heights: Mapping[int, tuple[int, int]],
    compressor: Compressor,
) -> FontParts:
    """Finish a font that holds a `program`.

    `meaning` is the text of each code in use, `widths` its advance in 1/1000 em. In columns a box
    is an em high, less what `heights` cut off its head and its foot.
    """
    cff = program.kind == "cff"
    codes = sorted(meaning)
    base = f"{subset_tag(face, codes)}+{face.name}".encode("ascii")
    raw = program.program
    if cff:
        entries = b"/Subtype/CIDFontType0C"
        to_gid = b""
    else:
        entries = b"/Length1 %d" % len(raw)
        to_gid = stream(b"", _gid_map(codes, program.new_ids), compressor)
    to_unicode = _to_unicode(codes, meaning)
    state = hashlib.sha256(program.digest.encode("ascii"))
    state.update(to_unicode)
    return FontParts(
        base=base,
        cff=cff,
        program=packed_stream(entries, compressor.programs(raw)),
        to_unicode=stream(b"", to_unicode, compressor),
        to_gid=to_gid,
        widths=_width_array(codes, widths),
        heights=_height_array(heights, widths),
        descriptor=descriptor_entries(face, program.bbox),
        digest=state.hexdigest(),
    )


def write_font(
    parts: FontParts, add: Callable[[bytes], int], *, down: bool
) -> tuple[int, int | None]:
    """Add the objects of a font to a document; the numbers of its Type0 dictionaries.

    The second one writes down, where that is asked for. `add` takes the body of an object and gives
    its number.
    """
    kind = 0 if parts.cff else 2
    program = add(parts.program)
    descriptor = add(
        b"<</Type/FontDescriptor/FontName/%s%s/FontFile%d %d 0 R>>"
        % (parts.base, parts.descriptor, 3 if parts.cff else 2, program)
    )
    to_gid = b"/CIDToGIDMap %d 0 R" % add(parts.to_gid) if parts.to_gid else b""
    descendant = add(
        b"<</Type/Font/Subtype/CIDFontType%d/BaseFont/%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/DW %d/W %s%s%s>>"
        % (kind, parts.base, descriptor, DEFAULT_WIDTH, parts.widths, parts.heights, to_gid)
    )
    to_unicode = add(parts.to_unicode)

    def composite(way: bytes) -> int:
        name = parts.base + b"-Identity-" + way if parts.cff else parts.base
        return add(
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-%s/DescendantFonts[%d 0 R]"
            b"/ToUnicode %d 0 R>>" % (name, way, descendant, to_unicode)
        )

    return composite(b"H"), composite(b"V") if down else None


def subset_tag(face: Face, glyph_ids: Iterable[int]) -> str:
    """Six capitals that follow from the face and the glyphs, so that builds are repeatable."""
    state = hashlib.sha256(face.digest.encode("ascii"))
    state.update(",".join(map(str, glyph_ids)).encode("ascii"))
    value = int.from_bytes(state.digest()[:8], "big")
    letters = []
    for _ in range(6):
        value, letter = divmod(value, 26)
        letters.append(chr(65 + letter))
    return "".join(letters)


def _gid_map(codes: Sequence[int], new_ids: Mapping[int, int]) -> bytes:
    """CIDToGIDMap: two bytes a code, big-endian, zero for codes that are not used."""
    table = array("H", bytes(2 * (codes[-1] + 1 if codes else 1)))
    for code in codes:
        table[code] = new_ids[code]
    return _big_endian(table)


def _big_endian(words: "array[int]") -> bytes:
    """Numbers of two bytes each, as a PDF has them; `words` are used up."""
    if sys.byteorder == "little":
        words.byteswap()
    return words.tobytes()


def _words(data: bytes) -> list[str]:
    """Every two bytes in hexadecimal."""
    return data.hex(" ", 2).upper().split()


def _width_array(codes: Iterable[int], widths: Mapping[int, int]) -> bytes:
    """W: `code [w w w]` for each row of neighbouring codes, which rise, that are not full-width."""
    out: list[str] = []
    row: list[str] = []
    start, after = 0, -1
    for code, width in [(code, widths[code]) for code in codes if widths[code] != DEFAULT_WIDTH]:
        if code != after and row:
            out.append(f"{start}[{' '.join(row)}]")
            row = []
        if not row:
            start = code
        row.append(str(width))
        after = code + 1
    if row:
        out.append(f"{start}[{' '.join(row)}]")
    return f"[{''.join(out)}]".encode("ascii")


def _height_array(heights: Mapping[int, tuple[int, int]], widths: Mapping[int, int]) -> bytes:
    """W2: for each code the advance and the two parts of its position vector (ISO 32000-1,
    9.7.4.3). Its default (DW2) is an em, from 880 above the origin, in the middle of the width."""
    if not heights:
        return b""
    rows = [
        f"{code}[{head + foot - 1000} {widths[code] // 2} {880 - head}]"
        for code, (head, foot) in sorted(heights.items())
    ]
    return f"/W2[{''.join(rows)}]".encode("ascii")


def _to_unicode(codes: Sequence[int], meaning: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap; a code may stand for several characters."""
    texts = [meaning[code] for code in codes]
    others = [at for at, text in enumerate(texts) if len(text) != 1 or text > "\uffff"]
    shown = texts.copy()
    for at in others:
        shown[at] = WORD_JOINER  # until all are written at once
    words = _words("".join(shown).encode("utf-16-be", "surrogatepass"))
    for at in others:
        words[at] = _utf16(texts[at])
    entries = [
        f"<{code}><{word}>"
        for code, word in zip(_words(_big_endian(array("H", codes))), words, strict=True)
    ]
    return _cmap("Adobe-Identity-UCS", "UCS", 2, _blocks(entries, "bfchar"))


def _utf16(text: str) -> str:
    """UTF-16 in hexadecimal; for the second glyph of a character something without ink or width.

    A code without a meaning would be read as its own number: "F" for glyph 70. What is not seen
    after a letter (a soft hyphen that does not part its word) is left out: PDF.js drops a glyph
    whose text ends with such a character.
    """
    text = text.rstrip(FORMAT_MARKS) or text or WORD_JOINER
    return text.encode("utf-16-be").hex().upper()


def _blocks(entries: list[str], operator: str) -> str:
    return "".join(
        f"{len(part)} begin{operator}\n" + "\n".join(part) + f"\nend{operator}\n"
        for part in (entries[i : i + BLOCK] for i in range(0, len(entries), BLOCK))
    )


def _cmap(name: str, ordering: str, kind: int, body: str) -> bytes:
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def\n"
        f"/CMapName /{name} def\n/CMapType {kind} def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
