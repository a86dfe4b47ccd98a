"""Outlines of glyphs by their names."""

from layout.faces.catalog import Catalog
from layout.render.svg.outlines import Outlines


def test_a_name_says_the_face_the_glyph_and_its_scale() -> None:
    catalog = Catalog()
    one, other = catalog.face("细黑"), catalog.face("报宋")
    outlines = Outlines()
    names = {
        outlines.of(face, scale)[face.glyph(char)]
        for face in (one, other)
        for scale in ((1.0, 1.0), (0.9, 1.0), (1.0, 0.9))
        for char in "版心"
    }
    assert len(names) == 12
    assert len(outlines) == 12
    assert Outlines().of(one)[one.glyph("版")] in names  # the same in another session
    assert outlines.of(one)[one.glyph("\u3000")] == ""


def test_what_is_forgotten_is_drawn_again() -> None:
    face = Catalog().face("细黑")
    outlines = Outlines()
    names = [outlines.of(face, scale)[face.glyph("版")] for scale in ((1.0, 1.0), (0.875, 1.0))]
    before = outlines.drawn(names)
    assert before[names[0]] != before[names[1]]
    outlines.forget()
    assert len(outlines) == 0
    assert outlines.drawn(names) == before
