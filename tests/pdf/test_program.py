"""Which codes of an embedded font have a glyph: each kind of font, made and held against itself."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.eexec import encrypt
from fontTools.pens.t2CharStringPen import T2CharStringPen
from pikepdf import Array, Dictionary, Name, Stream, String

from layout.pdf.fonts import Font, read_font
from layout.pdf.program import UnreadFontError, undefined
from layout.pdf.unicodes import blanks, characters
from tests.toyfont import toy_face

PDF = pikepdf.Pdf.new()


def font(subtype: str, key: str, data: bytes, **entries: Any) -> Font:
    """A simple font with its program."""
    kind = entries.pop("kind", None)
    descriptor = Dictionary(Type=Name.FontDescriptor, Flags=entries.pop("flags", 32))
    descriptor[f"/{key}"] = Stream(PDF, data, **({"Subtype": kind} if kind else {}))
    return read_font(
        Dictionary(
            Type=Name.Font, Subtype=Name(f"/{subtype}"), BaseFont=Name("/ABCDEF+A"),
            FontDescriptor=descriptor, **entries,
        )
    )  # fmt: skip


def composite(cid_type: str, key: str, data: bytes, **entries: Any) -> Font:
    """A Type0 font with its program."""
    kind = entries.pop("kind", None)
    descriptor = Dictionary(Type=Name.FontDescriptor, Flags=4)
    descriptor[f"/{key}"] = Stream(PDF, data, **({"Subtype": kind} if kind else {}))
    encoding = entries.pop("encoding", Name("/Identity-H"))
    below = Dictionary(
        Type=Name.Font, Subtype=Name(f"/{cid_type}"), BaseFont=Name("/ABCDEF+A"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=descriptor, **entries,
    )  # fmt: skip
    return read_font(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+A"), Encoding=encoding,
            DescendantFonts=Array([below]),
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def truetype(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The toy face of 12 glyphs with the characters 版, A and a comma."""
    path: Path = tmp_path_factory.mktemp("face") / "toy.ttf"
    return toy_face(path, only="版A,").read_bytes()


def cff_face() -> bytes:
    """An OpenType face of CFF outlines with the glyphs .notdef, A and B."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A", "B"])
    builder.setupCharacterMap({65: "A", 66: "B"})
    drawn = {}
    for name in (".notdef", "A", "B"):
        pen = T2CharStringPen(500, None)
        pen.moveTo((0, 0))
        pen.lineTo((100, 0))
        pen.lineTo((100, 100))
        pen.closePath()
        drawn[name] = pen.getCharString()
    builder.setupCFF("Own", {}, drawn, {})
    builder.setupHorizontalMetrics(dict.fromkeys(drawn, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def bare_cff() -> bytes:
    """The same, without what is round the outlines."""
    from fontTools.ttLib import TTFont

    return bytes(TTFont(io.BytesIO(cff_face())).getTableData("CFF "))


def type1() -> bytes:
    """A Type 1 program with the glyphs .notdef and A, by its own encoding on code 65."""
    clear = b"%!PS-AdobeFont-1.0: Own\n/Encoding 256 array\ndup 65 /A put\nreadonly def\n"
    private = (
        b"dup /Private 8 dict dup begin /CharStrings 2 dict dup begin\n"
        b"/.notdef 4 RD abcd ND\n/A 4 RD efgh ND\nend end"
    )
    packed, _ = encrypt(b"0000" + private, 55665)
    return clear + b"currentfile eexec\n" + bytes(packed)


def test_glyph_numbers_of_a_composite_truetype(truetype: bytes) -> None:
    given = composite("CIDFontType2", "FontFile2", truetype, CIDToGIDMap=Name.Identity)
    assert undefined(given, [0, 1, 11, 12, 65535]) == {0, 12, 65535}


def test_a_map_from_cids_to_glyphs(truetype: bytes) -> None:
    table = Stream(PDF, b"".join(n.to_bytes(2, "big") for n in (0, 3, 0, 99)))
    given = composite("CIDFontType2", "FontFile2", truetype, CIDToGIDMap=table)
    assert undefined(given, [1, 2, 3, 4]) == {2, 3, 4}


def test_cids_of_a_cff_without_names_are_glyph_numbers() -> None:
    given = composite("CIDFontType0", "FontFile3", bare_cff(), kind=Name.CIDFontType0C)
    assert undefined(given, [0, 1, 2, 3]) == {0, 3}
    given = composite("CIDFontType0", "FontFile3", cff_face(), kind=Name.OpenType)
    assert undefined(given, [0, 1, 2, 3]) == {0, 3}


def test_a_named_cmap_that_is_not_in_the_file_is_not_judged(truetype: bytes) -> None:
    given = composite("CIDFontType2", "FontFile2", truetype, encoding=Name("/GBK-EUC-H"))
    with pytest.raises(UnreadFontError) as told:
        undefined(given, [0x8140])
    assert not told.value.broken


def test_a_simple_truetype_by_its_encoding(truetype: bytes) -> None:
    given = font("TrueType", "FontFile2", truetype, Encoding=Name.WinAnsiEncoding)
    assert undefined(given, [65, 66, 44]) == {66}


def test_a_simple_truetype_by_differences(truetype: bytes) -> None:
    encoding = Dictionary(Differences=Array([1, Name.A, Name.B, Name.uni7248]))
    given = font("TrueType", "FontFile2", truetype, Encoding=encoding)
    assert undefined(given, [1, 2, 3]) == {2}


@pytest.mark.parametrize(("flags", "missing"), [(32, {65}), (4, set()), (36, set())])
def test_a_name_leads_past_the_code_unless_a_face_is_symbolic(
    truetype: bytes, flags: int, missing: set[int]
) -> None:
    encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([65, Name.B]))
    given = font("TrueType", "FontFile2", truetype, Encoding=encoding)
    given.descriptor.Flags = flags
    assert undefined(given, [65]) == missing


def test_names_of_a_type_1_program() -> None:
    given = font("Type1", "FontFile", type1())
    assert undefined(given, [65, 66]) == {66}
    encoding = Dictionary(Differences=Array([1, Name.A, Name.B]))
    assert undefined(font("Type1", "FontFile", type1(), Encoding=encoding), [1, 2]) == {2}


def test_names_of_a_cff() -> None:
    encoding = Dictionary(Differences=Array([1, Name.A, Name.C]))
    given = font("Type1", "FontFile3", bare_cff(), kind=Name.Type1C, Encoding=encoding)
    assert undefined(given, [1, 2]) == {2}


@pytest.mark.parametrize("data", [b"", b"nonsense", b"OTTO\0\0\0\0", b"\0\1\0\0" + bytes(20)])
def test_a_damaged_program_is_told(data: bytes) -> None:
    given = composite("CIDFontType2", "FontFile2", data)
    with pytest.raises(UnreadFontError) as told:
        undefined(given, [1])
    assert told.value.broken


def test_characters_by_tounicode_and_which_are_blank() -> None:
    cmap = (
        b"2 beginbfchar <0001> <0041> <0002> <00A0> endbfchar\n"
        b"2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<3000> <7248>] endbfrange"
    )
    given = read_font(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([Dictionary()]), ToUnicode=Stream(PDF, cmap),
        )
    )  # fmt: skip
    assert characters(given) == {
        1: "A", 2: "\u00a0", 16: "一", 17: "丁", 18: "丂", 32: "\u3000", 33: "版"
    }  # fmt: skip
    assert blanks(given, [1, 2, 16, 32, 33, 99]) == {2, 32}


def test_a_simple_font_has_its_space_by_name() -> None:
    encoding = Dictionary(Differences=Array([1, Name.space, Name.A]))
    given = read_font(Dictionary(Type=Name.Font, Subtype=Name.Type1, Encoding=encoding))
    assert blanks(given, [1, 2, 32]) == {1, 32}
