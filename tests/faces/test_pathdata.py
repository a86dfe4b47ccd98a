"""Outlines as the path data of SVG: with the ink that the face says."""

import re

import pytest

from layout.faces.catalog import Catalog
from layout.faces.pathdata import path_data

NUMBERS = re.compile(r"-?[\d.]+(?:e-?\d+)?")


@pytest.mark.parametrize("role", ["细黑", "报宋"])
@pytest.mark.parametrize("char", ["版", "A", "8", "｜"])
def test_an_outline_has_the_ink_of_its_glyph(char: str, role: str) -> None:
    face = Catalog().face(role)
    data = path_data(face, face.glyph(char))
    assert data.count("M") == data.count("Z") > 0
    steps = re.findall(r"[MLQC][^MLQCZ]*", data)
    ends = [tuple(map(float, NUMBERS.findall(step)[-2:])) for step in steps]
    left, bottom, right, top = face.ink(face.glyph(char))
    assert left - 2 <= min(x for x, _ in ends) <= max(x for x, _ in ends) <= right + 2
    assert bottom - 2 <= min(y for _, y in ends) <= max(y for _, y in ends) <= top + 2


def test_a_scale_widens_every_point() -> None:
    face = Catalog().face("细黑")
    glyph = face.glyph("版")
    plain, wide = (
        [list(map(float, NUMBERS.findall(path_data(face, glyph, *scale))))]
        for scale in ((1.0, 1.0), (0.5, 2.0))
    )
    assert wide[0][::2] == pytest.approx([x / 2 for x in plain[0][::2]], abs=0.01)
    assert wide[0][1::2] == pytest.approx([y * 2 for y in plain[0][1::2]], abs=0.01)


def test_a_blank_has_none() -> None:
    face = Catalog().face("细黑")
    assert path_data(face, face.glyph("\u3000")) == ""
