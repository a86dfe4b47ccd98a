"""Users' own faces in a PDF: CFF, a collection, a variable instance, and shared glyphs."""

import io
import random
import re
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image

from layout.display.items import GlyphRun
from layout.faces.face import Face
from layout.record import replace
from layout.render.png import page_png
from layout.render.press.fonts import _to_unicode
from tests import pdfread
from tests.render.press.conftest import Draw
from tests.toypage import SQUARES, run, toy_font


def test_every_code_is_told_its_text() -> None:
    """One by one, of the basic plane and beyond it, none and several characters."""
    chance = random.Random(1)
    kinds = ("中", "\uffff", "A", "𠀀", "——", "", "字\u00ad", "\u200b")
    meaning = {chance.randrange(0x10000): chance.choice(kinds) for _ in range(500)}
    cmap = _to_unicode(sorted(meaning), meaning).decode("ascii")
    told = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<(\w{4})><(\w+)>\n", cmap)
    }
    seen = {"": "\u2060", "字\u00ad": "字"}
    assert told == {code: seen.get(text, text) for code, text in meaning.items()}


def ink(pdf: bytes) -> tuple[float, ...]:
    """Left, top, right and bottom of what is dark on the page, in points from the trim."""
    with Image.open(io.BytesIO(page_png(pdf, dpi=144))) as image:
        box = image.convert("L").point(lambda v: 255 if v < 128 else 0).getbbox()
    assert box is not None
    return tuple(v / 2 for v in box)


def near(*wanted: float) -> object:
    """Within pdfium's rounding to whole pixels."""
    return pytest.approx(wanted, abs=0.51)


def descendant(pdf: bytes) -> tuple[str, str, bool]:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        (font,) = read.pages[0].Resources.Font.values()
        (inner,) = font.DescendantFonts
        return str(inner.Subtype), str(font.Encoding), "/FontFile3" in inner.FontDescriptor


@pytest.mark.parametrize("cff", [False, True])
def test_the_right_glyphs_are_drawn(draw: Draw, tmp_path: Path, cff: bool) -> None:
    face = Face(toy_font(tmp_path / "toy", cff=cff))
    pdf = draw(run(face, "C", 100, 200, 100), own=(face,))
    assert ink(pdf) == near(100, 130, 100 + SQUARES["C"] / 10, 200)
    assert pdfread.text(pdf) == "C"
    kind, encoding, three = descendant(pdf)
    assert (kind, three) == (("/CIDFontType0", True) if cff else ("/CIDFontType2", False))
    assert encoding == "/Identity-H"


@pytest.mark.parametrize("cff", [False, True])
def test_one_glyph_with_two_texts(draw: Draw, tmp_path: Path, cff: bool) -> None:
    face = Face(toy_font(tmp_path / "toy", cff=cff))
    plain = run(face, "ABC", 100, 200, 50)
    other = replace(plain, y=300.0, text="AxxC", clusters=(0, 1, 3))
    third = replace(plain, y=400.0, text="丙x𠀀")
    pdf = draw(plain, other, third, own=(face,))
    assert pdfread.text(pdf) == "ABCAxxC丙x𠀀"
    places = {(c.char, c.y): c.x for c in pdfread.chars(pdf)}
    assert places["x", 400.0] == pytest.approx(150, abs=0.01)
    assert ink(pdf) == near(100, 165, 200 + SQUARES["C"] / 20, 400)
    assert descendant(pdf)[1] == "/Identity-H"


def test_further_codes_draw_the_same_glyph(draw: Draw, tmp_path: Path) -> None:
    for cff in (False, True):
        face = Face(toy_font(tmp_path / f"toy{cff}", cff=cff))
        plain = run(face, "B", 100, 200, 100)
        drawn = ink(draw(plain, own=(face,)))
        twice = ink(draw(replace(plain, x=300.0, text="A"), plain, own=(face,)))
        assert (twice[0], twice[2]) == near(drawn[0], drawn[2] + 200)


def test_several_glyphs_of_one_character(draw: Draw, song: Face) -> None:
    base, mark = run(song, "e"), run(song, "´", x=60)
    both = GlyphRun(
        face=song.key, size=9, x=50, y=100, text="é国", width=20,
        glyphs=(*base.glyphs, *mark.glyphs, *run(song, "国").glyphs),
        xs=(0, 1, 9), clusters=(0, 0, 1),
    )  # fmt: skip
    assert pdfread.text(draw(both)) == "\u2060é国"


def test_a_variable_face_is_drawn_at_its_instance(draw: Draw, tmp_path: Path) -> None:
    path = toy_font(tmp_path / "toy.ttf", variable=True)
    wide = {}
    for name in ("Thin", "Heavy"):
        face = Face(path, instance=name)
        left, _, right, _ = ink(draw(run(face, "B", 100, 200, 100), own=(face,)))
        wide[name] = right - left
    assert (wide["Thin"], wide["Heavy"]) == near(50, 60)


def test_the_second_face_of_a_collection_is_drawn(draw: Draw, tmp_path: Path) -> None:
    toy_font(tmp_path / "one.ttf")
    other = TTFont(tmp_path / "one.ttf")
    glyphs = other["glyf"].glyphs
    glyphs["A"], glyphs["C"] = glyphs["C"], glyphs["A"]
    both = TTCollection()
    both.fonts = [TTFont(tmp_path / "one.ttf"), other]
    both.save(tmp_path / "both.ttc")
    for index, letter in ((0, "A"), (1, "C")):
        face = Face(tmp_path / "both.ttc", index=index)
        left, _, right, _ = ink(draw(run(face, "A", 100, 200, 100), own=(face,)))
        assert [right - left] == near(SQUARES[letter] / 10)
