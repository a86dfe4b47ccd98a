"""Outlines as the path data of SVG: with the ink that the face says."""

import re

import pytest

from layout.faces.catalog import Catalog
from layout.faces.contour import contour
from layout.faces.pathdata import path_data

NUMBERS = re.compile(r"-?[\d.]+(?:e-?\d+)?")


def ends(data: str) -> list[tuple[float, float]]:
    """Where each step of relative path data ends."""
    at = begin = (0.0, 0.0)
    out = []
    for letter, rest in re.findall(r"([mlqcz])([^mlqcz]*)", data):
        if letter == "z":
            at = begin
            continue
        x, y = list(map(float, NUMBERS.findall(rest)))[-2:]
        at = (at[0] + x, at[1] + y)
        begin = at if letter == "m" else begin
        out.append(at)
    return out


@pytest.mark.parametrize("role", ["细黑", "报宋"])
@pytest.mark.parametrize("char", ["版", "A", "8", "｜"])
def test_an_outline_has_the_ink_of_its_glyph(char: str, role: str) -> None:
    face = Catalog().face(role)
    data = path_data(face, face.glyph(char))
    assert data.count("m") == data.count("z") > 0
    points = ends(data)
    left, bottom, right, top = face.ink(face.glyph(char))
    assert left - 2 <= min(x for x, _ in points) <= max(x for x, _ in points) <= right + 2
    assert bottom - 2 <= min(y for _, y in points) <= max(y for _, y in points) <= top + 2
    assert max(x for x, _ in points) - min(x for x, _ in points) > 0.9 * (right - left)


def test_it_goes_through_the_points_of_the_outline() -> None:
    face = Catalog().face("细黑")
    glyph = face.glyph("版")
    whole = [points[-2:] for _, points in contour(face, glyph) if points]
    expected = [(x * face.upem, y * face.upem) for x, y in whole]
    for found, there in zip(ends(path_data(face, glyph)), expected, strict=True):
        assert found == pytest.approx(there, abs=0.01)


def test_a_scale_widens_every_point() -> None:
    face = Catalog().face("细黑")
    glyph = face.glyph("版")
    plain, wide = ends(path_data(face, glyph)), ends(path_data(face, glyph, 0.5, 2.0))
    for (x, y), (x2, y2) in zip(plain, wide, strict=True):
        assert (x2, y2) == pytest.approx((x / 2, y * 2), abs=0.02)


def test_a_blank_has_none() -> None:
    face = Catalog().face("细黑")
    assert path_data(face, face.glyph("\u3000")) == ""
