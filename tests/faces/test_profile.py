"""The sides of a glyph's ink in rows, against its box and against points on its outline."""

import pytest

from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.faces.profile import ROWS, profile

ROLES = ("超粗黑", "大标宋", "楷")


@pytest.fixture(scope="module", params=ROLES)
def face(request: pytest.FixtureRequest) -> Face:
    return Catalog().face(request.param)


@pytest.mark.parametrize("char", "一之口国，A")
def test_all_rows_together_are_as_wide_as_the_ink(face: Face, char: str) -> None:
    glyph = face.glyph(char)
    assert glyph is not None
    left, bottom, right, top = (v * 1000 / face.upem for v in face.ink(glyph))
    sides = [side for side in profile(face, glyph) if side is not None]
    assert min(a for a, _ in sides) == pytest.approx(left, abs=6)
    assert max(b for _, b in sides) == pytest.approx(right, abs=6)
    down = [side for side in profile(face, glyph, down=True) if side is not None]
    assert min(a for a, _ in down) == pytest.approx(-top, abs=6)
    assert max(b for _, b in down) == pytest.approx(-bottom, abs=6)


def test_a_row_without_ink_has_no_sides(face: Face) -> None:
    one = face.glyph("一")
    assert one is not None
    sides = profile(face, one)
    held = [k for k, side in enumerate(sides) if side is not None]
    assert len(sides) == ROWS
    assert held == list(range(held[0], held[-1] + 1))
    assert 1 <= len(held) <= ROWS // 3
    assert ROWS / 4 < held[0] < held[-1] < ROWS * 3 / 4
    space = face.glyph(" ")
    assert space is not None
    assert set(profile(face, space)) == {None}


def test_a_frame_is_wide_in_each_of_its_rows(face: Face) -> None:
    mouth = face.glyph("国")
    assert mouth is not None
    sides = [s for s in profile(face, mouth) if s is not None]
    middle = sides[len(sides) // 4 : -len(sides) // 4]
    assert max(a for a, _ in middle) - min(a for a, _ in middle) < 60
