"""Content operators: pens against a brute-force reader, state set once, inks and overprint."""

from hypothesis import given
from hypothesis import strategies as st

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, GlyphRun, Item, Path, Picture, Stroke
from layout.display.overprint import laid
from layout.geometry import Rect
from layout.render.press.content import UprightPart, Writer, show
from layout.render.press.numbers import num
from tests.render.press.helpers import WIDTHS, glyph, pens


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(WIDTHS)), st.floats(-30, 200)), min_size=1, max_size=80
    ),
    st.floats(4, 400),
)
def test_every_glyph_stands_where_the_list_has_it(
    glyphs: list[tuple[int, float]], em: float
) -> None:
    codes = [code for code, _ in glyphs]
    xs, x = [], 0.0
    for code, gap in glyphs:
        xs.append(x)
        x += WIDTHS[code] * em / 1000 + gap
    operand = show(codes, xs, WIDTHS, em)
    assert operand.endswith("]TJ")
    for have, want in zip(pens(operand, em), xs, strict=True):
        assert abs(have - want) <= 0.002


def test_natural_advances_need_no_adjustment() -> None:
    assert show([1, 2, 1], [0, 9, 13.5], WIDTHS, 9) == "[<000100020001>]TJ"


def test_numbers_are_plain() -> None:
    assert [num(v) for v in (0.0, -0.00001, 12.0, 1.23456, 1e-9, 1234567.5, -3.1)] == [
        "0", "0", "12", "1.2346", "0", "1234567.5", "-3.1",
    ]  # fmt: skip


def writer() -> Writer:
    return Writer(
        left=10,
        top=500,
        font_name=lambda face, column: "F1V" if column else "F1",
        line=lambda run: (0.0, "[<0001>]TJ"),
        parts=lambda run: [UprightPart(True, 0.0, -8.0, "V"), UprightPart(False, -4.5, 20.0, "H")],
        picture_name=lambda source: "P1",
    )


def written(*items: Item) -> list[str]:
    out = writer()
    for item, how in zip(items, laid(items, 240, 2), strict=True):
        match item:
            case GlyphRun():
                out.run(item, how)
            case Box():
                out.box(item, how)
            case Stroke():
                out.stroke(item, how)
            case Path():
                out.path(item, how)
            case Picture():
                out.picture(item)
    return out.finish().decode("ascii").splitlines()


def test_state_is_set_once_and_text_objects_are_closed() -> None:
    lines = written(glyph(), glyph(y=112.0), Box(rect=Rect(0, 0, 5, 5), fill=BLACK), glyph(y=124.0))
    assert lines == [
        "BT", "/F1 9 Tf", "0 0 0 1 k", "/GSO gs",
        "1 0 0 1 30 400 Tm", "[<0001>]TJ",
        "1 0 0 1 30 388 Tm", "[<0001>]TJ",
        "ET", "/GSK gs", "10 495 5 5 re f",
        "BT", "/GSO gs", "1 0 0 1 30 376 Tm", "[<0001>]TJ", "ET",
    ]  # fmt: skip


def overprints(item: Item) -> bool:
    return "/GSO gs" in written(item)


def test_black_type_and_thin_black_rules_overprint() -> None:
    thin = Rect(0, 0, 100, 1.9)
    assert overprints(glyph(size=11.9))
    assert overprints(glyph(size=72.0))
    assert not overprints(glyph(color=WHITE))
    assert not overprints(glyph(color=Color(k=80)))
    assert not overprints(glyph(color=Color(c=20, k=100)))
    assert overprints(Box(rect=thin, fill=BLACK))
    assert not overprints(Box(rect=thin, fill=WHITE))
    assert not overprints(Box(rect=Rect(0, 0, 2, 2), fill=BLACK))
    assert overprints(Stroke(x1=0, y1=0, x2=9, y2=0, width=1.9, color=BLACK))
    assert not overprints(Stroke(x1=0, y1=0, x2=9, y2=0, width=2, color=BLACK))


RED = Box(rect=Rect(10, 0, 20, 20), fill=Color(m=100, y=100))


def test_a_rule_stops_at_a_full_colour_and_goes_on_behind_it() -> None:
    rule = Box(rect=Rect(0, 10, 40, 0.5), fill=BLACK, role="rule")
    assert written(RED, rule) == [
        "0 1 1 0 k", "20 480 20 20 re f",
        "0 0 0 1 k", "20 489.5 m 40 489.5 l 40 490 l 40 490 20 490 20 490 c f",
        "/GSO gs", "10 489.5 m 50 489.5 l 50 490 l 50 490 10 490 10 490 c f",
    ]  # fmt: skip


def test_dots_and_curves_stop_within_the_full_colour() -> None:
    dots = Stroke(x1=0, y1=10, x2=40, y2=10, width=1, color=BLACK, dash=(0, 3), round_caps=True)
    drawn = "q [0 3] 0 d 1 J 10 490 m 50 490 l S Q"
    assert written(RED, dots)[-5:] == [
        "0 0 0 1 K", "1 w", f"q 20 489.5 20 1 re W n {drawn} Q", "/GSO gs", drawn
    ]  # fmt: skip
    wave = Path(steps=(("M", (0, 10)), ("L", (40, 10))), width=1, color=BLACK)
    assert written(RED, wave)[-3:] == [
        "q 20 489.5 20 1 re W n q 0 J 0 j 10 490 m 50 490 l S Q Q", "/GSO gs",
        "q 0 J 0 j 10 490 m 50 490 l S Q",
    ]  # fmt: skip


def test_flat_and_thickened_glyphs() -> None:
    lines = written(glyph(h_scale=1.05, stroke_em=0.01, size=20.0), glyph(size=20.0, y=120.0))
    assert "1.05 0 0 1 30 400 Tm" in lines
    assert lines[lines.index("0.2 w") + 1] == "1 j 2 Tr"
    assert "0 0 0 1 K" in lines
    assert "0 Tr" in lines


def test_columns_and_turned_glyphs() -> None:
    upright = glyph(vertical=True, ys=(-4.5,), h_scale=1.1)
    turned = glyph(vertical=True, turned=True, ys=(-3.0,), y=150.0)
    lines = written(upright, turned, glyph(y=170.0))
    assert lines[lines.index("/F1V 9 Tf") :] == [
        "/F1V 9 Tf", "1.1 0 0 1 30 408 Tm", "V", "/F1 9 Tf", "1.1 0 0 1 25.5 380 Tm", "H",
        "0 -1 1 0 27 350 Tm", "[<0001>]TJ", "1 0 0 1 30 330 Tm", "[<0001>]TJ", "ET",
    ]  # fmt: skip


def test_stroke_and_cropped_picture() -> None:
    dots = Stroke(x1=0, y1=10, x2=100, y2=10, width=1, color=BLACK, dash=(0, 3), round_caps=True)
    assert written(dots)[-1] == "q [0 3] 0 d 1 J 10 490 m 110 490 l S Q"
    half = Picture(rect=Rect(0, 100, 50, 40), source="a.jpg", crop=(0.5, 0.25, 1.0, 0.75))
    assert written(half) == [
        "q", "10 360 50 40 re W n", "100 0 0 80 -40 340 cm /P1 Do", "Q",
    ]  # fmt: skip
    assert written(Picture(rect=Rect(0, 100, 50, 40), source="a.jpg"))[1] == (
        "50 0 0 40 10 360 cm /P1 Do"
    )
