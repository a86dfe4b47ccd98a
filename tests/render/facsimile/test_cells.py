"""Characters of a run with the glyphs that show them: where each pen stands, what each draws."""

import pytest

from layout.display.items import GlyphRun
from layout.faces.face import Face
from layout.record import replace
from layout.render.base import RenderError
from layout.render.facsimile.cells import HYPHEN, SOFT_HYPHEN, cells_of
from tests.toyfont import toy_face

SIZE = 20.0
UNIT = SIZE / 1000
"""Points in a unit of the toy face."""


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Face:
    return Face(toy_face(tmp_path_factory.mktemp("toy") / "Toy.ttf"))


def made(face: Face, text: str, glyphs: str, xs: tuple[float, ...], clusters: tuple[int, ...],
         **more: object) -> GlyphRun:  # fmt: skip
    """A run whose glyphs are those of the characters of `glyphs`."""
    return GlyphRun(
        face=face.key, size=SIZE, x=100, y=200, glyphs=tuple(map(face.glyph, glyphs)), xs=xs,
        clusters=clusters, text=text, width=len(text) * SIZE, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_character_stands_where_its_pen_is(toy: Face) -> None:
    """Flat type is widened at the end: its pens are told as they are before."""
    run = made(toy, "中文a", "中文a", (0.0, 21.5, 41.5), (0, 1, 2))
    cells = cells_of(run, toy)
    assert [(c.char, c.x, c.y) for c in cells] == [("中", 0, 0), ("文", 21.5, 0), ("a", 41.5, 0)]
    assert [c.advance for c in cells] == pytest.approx([20, 20, 10])
    assert [c.look.glyphs for c in cells] == [((toy.glyph(c), 0),) for c in "中文a"]
    flat = cells_of(replace(run, h_scale=1.25), toy)
    assert [c.x for c in flat] == pytest.approx([0, 21.5 / 1.25, 41.5 / 1.25])


def test_an_upright_character_of_a_column_stands_beside_its_middle(toy: Face) -> None:
    run = made(toy, "中文", "中文", (0.0, 22.0), (0, 1), vertical=True, ys=(-10.0, -12.5))
    assert [(c.x, c.y) for c in cells_of(run, toy)] == [(-10, 0), (-12.5, 22)]
    flat = cells_of(replace(run, h_scale=1.25), toy)
    assert [(c.x, c.y) for c in flat] == [(-8, 0), (-10, 22)]
    turned = cells_of(replace(run, turned=True, h_scale=1.25), toy)
    assert [(c.x, c.y) for c in turned] == [(0, 0), (22, 0)]  # as in a line, not yet widened


def test_a_glyph_without_a_character_is_drawn_with_the_next_one(toy: Face) -> None:
    """From the next one's pen: so far to its left."""
    run = made(toy, "中文", "中a文", (0.0, 17.0, 20.0), (0, 1, 1))
    first, second = cells_of(run, toy)
    assert first.look.glyphs == ((toy.glyph("中"), 0),)
    assert second.x == 20
    assert second.look.glyphs == ((toy.glyph("a"), round(-3 / UNIT)), (toy.glyph("文"), 0))
    assert first.look.lifts == second.look.lifts == ()


@pytest.mark.parametrize("h_scale", [1.0, 1.25])
def test_one_in_a_column_is_drawn_higher_by_the_way_down_to_the_next(
    toy: Face, h_scale: float
) -> None:
    """An accent 3 pt above its letter and 2 pt to the right of it; widening is none of its ways."""
    run = made(
        toy, "e", "ae", (10.0, 13.0), (0, 0), vertical=True, h_scale=h_scale,
        ys=(-3.0 * h_scale, -5.0 * h_scale),
    )  # fmt: skip
    (cell,) = cells_of(run, toy)
    assert (cell.x, cell.y) == (-5, 13)
    assert cell.look.glyphs == ((toy.glyph("a"), round(2 / UNIT)), (toy.glyph("e"), 0))
    assert cell.look.lifts == (round(3 / UNIT), 0)
    below = cells_of(replace(run, xs=(13.0, 10.0)), toy)[0]
    assert below.look.lifts == (round(-3 / UNIT), 0)


def test_characters_of_one_glyph_share_its_advance(toy: Face) -> None:
    """The first draws it. The rest of a division is the first one's; marks and spaces have none."""
    run = made(toy, "——", "—", (0.0,), (0,))
    first, second = cells_of(run, toy)
    assert (first.x, second.x) == (0, 10)
    assert (first.look.advance, second.look.advance) == (500, 500)
    assert (first.look.glyphs, second.look.glyphs) == (((toy.glyph("—"), 0),), ())
    again = cells_of(run, toy, again=True)[1]
    assert again.look.glyphs == ((toy.glyph("—"), -500),)
    three = cells_of(made(toy, "———", "—", (0.0,), (0,)), toy)
    assert [c.look.advance for c in three] == [334, 333, 333]
    assert [c.x for c in three] == pytest.approx([0, 334 * UNIT, 667 * UNIT])
    accent = cells_of(made(toy, "e\u0301", "e", (0.0,), (0,)), toy, again=True)
    assert [(c.look.advance, len(c.look.glyphs)) for c in accent] == [(500, 1), (0, 0)]
    spaced = cells_of(made(toy, "a b", "a", (0.0,), (0,)), toy)
    assert [c.look.advance for c in spaced] == [250, 0, 250]


def test_a_hyphen_at_a_lines_end_is_one_that_is_drawn(toy: Face) -> None:
    run = made(toy, f"a{SOFT_HYPHEN}", "a-", (0.0, 10.0), (0, 1))
    assert [c.char for c in cells_of(run, toy)] == ["a", HYPHEN]


@pytest.mark.parametrize("char", ["\x00", "\x1f", "\x7f", "\x9f", "\udfff"])
def test_what_html_cannot_hold_is_refused(toy: Face, char: str) -> None:
    with pytest.raises(RenderError, match=f"U\\+{ord(char):04X}"):
        cells_of(made(toy, f"中{char}", "中文", (0.0, 20.0), (0, 1)), toy)


@pytest.mark.parametrize("char", [" ", "~", "\xa0", "\ue000"])
def test_what_it_can_hold_is_not(toy: Face, char: str) -> None:
    cells = cells_of(made(toy, f"中{char}", "中文", (0.0, 20.0), (0, 1)), toy)
    assert [c.char for c in cells] == ["中", char]


def test_glyphs_that_no_character_stands_for_are_refused(toy: Face) -> None:
    with pytest.raises(RenderError, match="no character stands for"):
        cells_of(made(toy, "", "中", (0.0,), (0,)), toy)
