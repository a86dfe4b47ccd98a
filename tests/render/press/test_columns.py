"""Columns in the press PDF: every glyph in its place, and the text read back in its order."""

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from bench.reading.tools import READERS
from layout.display.items import GlyphRun
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.record import replace
from layout.render.base import glyph_texts
from layout.render.press.columns import SLACK_PT, column_parts
from layout.render.press.cuts import ABOVE
from tests import pdfread
from tests.columns import HARD, column, columns
from tests.render.press.conftest import Draw
from tests.toypage import run
from tests.typed import near

WIDTHS = {1: 1000, 2: 500, 3: 327, 4: 0}


@pytest.fixture(scope="module")
def chain() -> tuple[Face, ...]:
    return Catalog().chain("报宋")


def pens(operand: str) -> list[tuple[int, float]]:
    """The codes of a TJ and, in 1/1000 em, how far down a font in writing mode 1 has its pen."""
    found, pen = [], 0.0
    for glyphs, number in re.findall(r"<([0-9A-F]+)>|(-?[\d.]+)", operand):
        for at in range(0, len(glyphs), 4):
            found.append((int(glyphs[at : at + 4], 16), pen))
            pen += 1000
        if number:
            pen += float(number)
    return found


def upright(codes: list[int], xs: list[float], ys: list[float], size: float) -> GlyphRun:
    return GlyphRun(
        face="f", size=size, x=0, y=0, glyphs=tuple(codes), xs=tuple(xs), ys=tuple(ys),
        clusters=tuple(range(len(codes))), text="字" * len(codes), width=0, vertical=True,
    )  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(WIDTHS)), st.floats(0, 100), st.booleans()),
        min_size=1, max_size=40,
    ),
    st.floats(4, 300),
    st.booleans(),
)  # fmt: skip
def test_every_glyph_stands_where_the_list_has_it(
    glyphs: list[tuple[int, float, bool]], size: float, down: bool
) -> None:
    unit = size / 1000
    codes = [code for code, _, _ in glyphs]
    ys = [-WIDTHS[c] / 2 * unit + (0 if middle else 3.0) for c, _, middle in glyphs]
    xs, x = [], 0.0
    for _, gap, _ in glyphs:
        xs.append(x)
        x += size + gap
    found = []
    for part in column_parts(upright(codes, xs, ys, size), codes, WIDTHS, down=down):
        for code, pen in pens(part.shown):
            if part.column:  # ISO 32000-1, 9.7.4.3: half its width to the right, 0.88 em above it
                origin = (part.x - WIDTHS[code] / 2 * unit, part.y + (pen + ABOVE) * unit)
            else:
                origin = (part.x, part.y)
            found.append((code, *origin))
        assert part.column <= down
    assert [code for code, _, _ in found] == codes
    for (_, across, along), y, x in zip(found, ys, xs, strict=True):
        assert across == pytest.approx(y, abs=2 * SLACK_PT)
        assert along == pytest.approx(x, abs=2 * SLACK_PT)


def test_figures_abreast_are_one_piece(chain: tuple[Face, ...], draw: Draw) -> None:
    (narrow,) = column(chain, "100", 100, 50)
    (part,) = column_parts(narrow, narrow.glyphs, dict.fromkeys(narrow.glyphs, 500), down=True)
    assert not part.column
    assert len(re.findall("[0-9A-F]{4}", part.shown)) == 3


def drawn(draw: Draw, *items: GlyphRun) -> bytes:
    """With lines of horizontal text round about, which pdfium judges a page by."""
    song = Catalog().face("报宋")
    around = [run(song, "横排的正文一行又一行", 50, 640 + 12 * k) for k in range(8)]
    return draw(*items, *around, own=Catalog().chain("报宋"))


@pytest.mark.parametrize("size", [9.0, 20.0, 36.0])
def test_origins_equal_the_display_list(chain: tuple[Face, ...], draw: Draw, size: float) -> None:
    found = [c for text in HARD for c in column(chain, text, 300, 40, size)]
    for item in found:  # one at a time, so that the order of columns does not matter
        pdf = draw(item, own=chain)
        wanted = [
            (text[0], *origin)
            for text, origin in zip(glyph_texts(item), item.origins(), strict=True)
        ]
        read = [c for c in pdfread.chars(pdf) if not c.char.isspace()]
        read = [
            c for k, c in enumerate(read) if not (c.char == "—" and k and read[k - 1].char == "—")
        ]
        wanted = [w for w in wanted if not w[0].isspace()]
        assert [c.char for c in read] == [text for text, _, _ in wanted]
        for char, (_, x, y) in zip(read, wanted, strict=True):
            assert char.x == pytest.approx(x, abs=0.01)
            assert char.y == pytest.approx(y, abs=0.01)


def test_text_comes_back_whole_and_in_order(chain: tuple[Face, ...], draw: Draw) -> None:
    runs: list[GlyphRun] = []
    for k, text in enumerate(HARD):  # all from one height: the case in which pdfium turns them
        runs += column(chain, text, 500 - 30 * k, 60)
    back = pdfread.text(drawn(draw, *runs))
    assert back.startswith("".join(HARD).replace(" ", ""))


@pytest.mark.parametrize("indent", [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0])
@pytest.mark.parametrize("length", [2, 3, 4, 12])
def test_columns_stay_in_order_whatever_begins_the_next(
    chain: tuple[Face, ...], draw: Draw, indent: float, length: int
) -> None:
    first, second = "一二三四五六七八九十甲乙"[:length], "“丙”丁戊"
    runs = column(chain, first, 300, 60) + column(chain, second, 270, 60 + 20 * indent)
    assert pdfread.text(drawn(draw, *runs)).startswith(first + second)


def test_a_column_is_read_as_one_line(chain: tuple[Face, ...], draw: Draw) -> None:
    texts = ["“凝心聚力”谋发展，继往开来……", "《株洲日报》——高新区·篇"]
    runs = [r for k, text in enumerate(texts) for r in column(chain, text, 300 - 30 * k, 60)]
    document = pdfium.PdfDocument(drawn(draw, *runs))
    try:
        lines = document[0].get_textpage().get_text_range().splitlines()
    finally:
        document.close()
    assert [line.replace(" ", "") for line in lines[:2]] == texts


SQUEEZED = "一二》《三四，“五六”（七），"
PLACES = [0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 9, 10, 10.5]


def squeezed(song: Face) -> GlyphRun:
    """A column in which marks have half an em each, and the last one is trimmed."""
    (plain,) = column([song], SQUEEZED, 300, 60, 10.0)
    assert len(plain.xs) == len(SQUEEZED)
    return replace(plain, xs=tuple(10.0 * x for x in PLACES), width=10 * 11 - 8.8)


def test_marks_of_half_an_em_have_boxes_of_their_own(song: Face, draw: Draw) -> None:
    it = squeezed(song)
    pdf = draw(it)
    with pikepdf.open(io.BytesIO(pdf)) as read:
        inner = read.pages[0].Resources.Font.F1V.DescendantFonts[0]
        table = inner.CIDToGIDMap.read_bytes()
        small = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()), checkChecksums=2)
        row = list(inner.W2)
        boxes = {int(c): [int(v) for v in box] for c, box in zip(row[::2], row[1::2], strict=True)}
        shown = pikepdf.parse_content_stream(read.pages[0])
    heights = small["vmtx"].metrics
    for code, (advance, across, above) in boxes.items():
        name = small.getGlyphName(int.from_bytes(table[2 * code : 2 * code + 2], "big"))
        assert heights[name][0] == -advance
        assert across == 500
        assert (advance, above) in {(-500, 880), (-500, 380)}
    assert len(boxes) == len("》《，“”（）")
    operands = [op.operands[0] for op in shown if str(op.operator) == "TJ"]
    parts = [part for operand in operands for part in operand]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    written = [int.from_bytes(codes[k : k + 2], "big") for k in range(0, len(codes), 2)]
    cut = [char for char, code in zip(SQUEEZED, written, strict=True) if code in boxes]
    assert "".join(cut) == "》《，“”（），"
    read_back = pdfread.chars(pdf)
    for char, (x, y) in zip(read_back, it.origins(), strict=True):
        assert (char.x, char.y) == (near(x, abs=0.01), near(y, abs=0.01))


@pytest.mark.parametrize("name", ["pdfium", "mutool", "PDF.js"])
def test_squeezed_marks_are_not_parted_in_a_column(
    name: str, song: Face, draw: Draw, tmp_path: Path
) -> None:
    (reader,) = [r for r in READERS if r.name == name]
    if not reader.version():
        pytest.skip(f"{name} is missing and has read nothing ({reader.brings})")
    pdf = tmp_path / "column.pdf"
    pdf.write_bytes(draw(squeezed(song)))
    assert [line for line in reader.read(pdf).splitlines() if line.strip()] == [SQUEEZED]


def test_columns_of_one_glyph_stay_in_order(chain: tuple[Face, ...], draw: Draw) -> None:
    text = "一二三四五六"
    runs = [r for k, char in enumerate(text) for r in column(chain, char, 300 - 30 * k, 60)]
    runs += column(chain, "长的一栏", 100, 60)
    assert pdfread.text(drawn(draw, *runs)).startswith(text + "长的一栏")


def test_two_fonts_share_a_program_and_only_where_columns_are(
    chain: tuple[Face, ...], draw: Draw
) -> None:
    with pikepdf.open(io.BytesIO(drawn(draw, *columns(chain)))) as read:
        assert read.check_pdf_syntax() == []
        fonts = read.pages[0].Resources.Font
        across, down = fonts["/F1"], fonts["/F1V"]
        assert (str(across.Encoding), str(down.Encoding)) == ("/Identity-H", "/Identity-V")
        assert across.DescendantFonts[0].objgen == down.DescendantFonts[0].objgen
        assert across.ToUnicode.objgen == down.ToUnicode.objgen
        assert "/DW2" not in across.DescendantFonts[0]  # the standard's own: 880 and -1000
    with pikepdf.open(io.BytesIO(drawn(draw))) as read:
        assert list(read.pages[0].Resources.Font.keys()) == ["/F1"]


def test_flat_and_thickened_columns(chain: tuple[Face, ...], draw: Draw) -> None:
    runs = column(chain, "平体一百，“好”100%Word", 300, 60, h_scale=1.1, stroke_em=0.02)
    pdf = drawn(draw, *runs)
    places = [o for r in runs for o in r.origins()]
    read = [c for c in pdfread.chars(pdf) if not c.char.isspace()]
    for char, (x, y) in zip(read, places, strict=False):
        assert (char.x, char.y) == (near(x, abs=0.01), near(y, abs=0.01))


def test_a_face_without_forms_for_columns(
    tmp_path_factory: pytest.TempPathFactory, draw: Draw
) -> None:
    from tests.toyfont import toy_face

    toy = Face(toy_face(tmp_path_factory.mktemp("toy") / "toy.ttf"))
    runs = column([toy], "“中，文”——100", 300, 60)
    pdf = draw(*runs, own=(toy,))
    assert pdfread.text(pdf) == "“中，文”——100"


def test_quotes_keep_their_text_beside_brackets_with_the_same_glyph(
    chain: tuple[Face, ...], draw: Draw
) -> None:
    runs = column(chain, "『甲』“乙”「丙」‘丁’", 300, 60)
    assert pdfread.text(drawn(draw, *runs)).startswith("『甲』“乙”「丙」‘丁’")


def test_a_warm_cache_writes_the_same_bytes(chain: tuple[Face, ...], draw: Draw) -> None:
    runs = columns(chain)
    assert drawn(draw, *runs) == drawn(draw, *(replace(r) for r in runs))


def test_other_readers_agree(chain: tuple[Face, ...], draw: Draw) -> None:
    """poppler's pdftotext, where it is installed, gives the same characters."""
    import shutil

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed: only pdfium has read the columns")
    pdf = drawn(draw, *columns(chain))
    made = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    back = re.sub(r"\s", "", made.stdout.decode("utf-8"))
    assert back.startswith("".join(HARD).replace(" ", ""))
