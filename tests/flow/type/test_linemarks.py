"""What is drawn at words of a line, held against where their glyphs stand."""

import itertools
from math import isclose

import pytest

from layout.color import BLACK, Color
from layout.display.items import Box, Path
from layout.flow.article.story import Around, make_story
from layout.flow.article.vertical import make_vertical_story
from layout.flow.lower import lower_line
from layout.flow.placed import Made, PlacedLine
from layout.flow.type.linemarks import DOT, PEN, TAKES, drawn_at
from layout.flow.type.setter import Setter
from layout.flow.type.voices import BOX_SIDE
from layout.spec.markdown.paragraph import DRAWN
from layout.spec.markdown.story import parse_story
from tests.flow.conftest import ASCENT, BODY, GRID, SIZE, block, changed, story

RED = Color(m=100.0, y=100.0)
NAMED = (("红", RED), ("大", changed(BODY, size=2 * SIZE, face="黑")))


def made(setter: Setter, text: str, *, down: bool = False, width: float = 100.0) -> Made:
    spec = story(
        text, story=parse_story(text.encode(), "one.md", None, frozenset({"红", "大"})),
        named=NAMED, vertical=down,
    )  # fmt: skip
    asked = block(spec, last=12, width=width)
    if down:
        return make_vertical_story(setter, asked, spec, GRID)
    return make_story(setter, asked, spec, GRID, Around(accent=BLACK))


def lines(found: Made) -> list[PlacedLine]:
    return [i for i in found.items if isinstance(i, PlacedLine)]


def glyphs(found: Made) -> list[tuple[str, float, float, Color]]:
    """Each character with where its em box begins along the line and the line's axis."""
    out = []
    for line in lines(found):
        for run in lower_line(line):
            for at, x in zip(run.clusters, run.xs, strict=True):
                along = (run.y if run.vertical else run.x) + x
                out.append((run.text[at], along, line.x if run.vertical else run.y, run.color))
    return out


def dots(found: Made) -> list[tuple[float, float]]:
    out = []
    for item in found.items:
        if isinstance(item, Path) and item.filled:
            for letter, points in item.steps:
                if letter == "M":
                    out.append((points[0] + DOT * SIZE / 2, points[1]))
    return out


def boxes(found: Made) -> list[Box]:
    return [i for i in found.items if isinstance(i, Box)]


def test_a_dot_stands_under_the_middle_of_each_han_and_under_nothing_else(setter: Setter):
    """In lines that are spread and squeezed alike: the middle of the glyph decides."""
    found = made(setter, "甲乙丙丁戊[己庚，辛壬癸子2024丑寅Word卯]{着重}辰巳午未申酉戌亥甲乙。")
    marked = "己庚辛壬癸子丑寅卯"
    wanted = [(x + SIZE / 2, y) for char, x, y, _ in glyphs(found) if char in marked]
    assert len(wanted) == len(marked)
    got = dots(found)
    assert [x for x, _ in got] == pytest.approx([x for x, _ in wanted])
    for (_, y), (_, baseline) in zip(got, wanted, strict=True):
        below = y - DOT * SIZE / 2 - (baseline + (1 - ASCENT) * SIZE)
        assert 0 < below < TAKES["dots"] * SIZE


def test_in_a_column_dots_stand_to_the_right_and_lines_to_the_left(setter: Setter):
    found = made(setter, "甲乙[丙丁，戊]{着重}己[庚辛]{下划线}壬癸[子丑]{波浪线}。", down=True)
    marks = {char: axis for char, _, axis, _ in glyphs(found)}
    assert len(dots(found)) == 3
    assert all(x > marks["丙"] + SIZE / 2 for x, _ in dots(found))
    (bar,) = boxes(found)
    assert bar.rect.right < marks["庚"] - SIZE / 2
    assert bar.rect.width == pytest.approx(PEN)
    assert bar.rect.height == pytest.approx(2 * SIZE, abs=0.2 * SIZE)
    (wave,) = [i for i in found.items if isinstance(i, Path) and not i.filled]
    assert wave.bounds().right < marks["子"] - SIZE / 2


@pytest.mark.parametrize("voice", ["下划线", "波浪线"])
def test_a_line_goes_from_the_first_glyph_to_the_last_over_as_many_lines(
    setter: Setter, voice: str
):
    found = made(setter, f"甲乙丙[丁戊己庚辛壬癸子丑寅卯辰巳午未申酉]{{{voice}}}戌亥。")
    spans: dict[float, tuple[float, float]] = {}
    for char, x, y, _ in glyphs(found):
        if char in "丁戊己庚辛壬癸子丑寅卯辰巳午未申酉":
            low, high = spans.get(y, (1e9, 0.0))
            spans[y] = (min(low, x), max(high, x + SIZE))
    drawn = [i.rect if isinstance(i, Box) else i.bounds() for i in found.items
             if isinstance(i, Box | Path)]  # fmt: skip
    assert len(drawn) == len(spans) == 2
    for rect, (y, (low, high)) in zip(drawn, sorted(spans.items()), strict=True):
        assert isclose(rect.x, low, abs_tol=0.1 * SIZE)
        assert isclose(rect.right, high, abs_tol=0.1 * SIZE)
        assert y + (1 - ASCENT) * SIZE < rect.y
        assert rect.bottom < y + (1 - ASCENT + TAKES["wavy"]) * SIZE


@pytest.mark.parametrize("voice", ["下划线", "波浪线"])
@pytest.mark.parametrize("words", ["念qiān", "Nature Physics", "GDP（Apply），庚", "ggg", "Qq甲"])
def test_a_line_is_open_at_letters_that_hang_through_it_and_stands_under_all_others(
    setter: Setter, voice: str, words: str
):
    found = made(setter, f"[{words}]{{{voice}}}")
    drawn = [i.rect if isinstance(i, Box) else i.bounds() for i in found.items
             if isinstance(i, Box | Path)]  # fmt: skip
    at = glyphs(found)
    for (char, x, _, _), (_, after, _, _) in itertools.pairwise(at):
        under = [r for r in drawn if r.x < after and r.right > x]
        if char in "gpqyQ":
            assert not under, char
        elif char > "\u2fff":
            assert [r.width > SIZE / 2 for r in under] == [True], char
    assert bool(drawn) == (words != "ggg")


def test_a_line_to_the_left_of_a_column_is_whole_whatever_the_letters(setter: Setter):
    (bar,) = boxes(made(setter, "[甲Apply乙]{下划线}", down=True))
    assert bar.rect.height > 3 * SIZE


def test_two_underlines_one_after_the_other_do_not_meet(setter: Setter):
    one, other = sorted(
        boxes(made(setter, "[甲乙]{下划线}[丙丁]{下划线}。")), key=lambda b: b.rect.x
    )
    assert one.rect.right < other.rect.x - 0.1 * SIZE


def test_a_box_goes_round_its_words_and_takes_its_room(setter: Setter):
    plain = {char: x for char, x, _, _ in glyphs(made(setter, "甲乙丙丁戊"))}
    found = made(setter, "甲[乙丙]{框}丁戊")
    at = {char: x for char, x, _, _ in glyphs(found)}
    side = BOX_SIDE * SIZE / 1000
    assert at["乙"] - at["甲"] == pytest.approx(SIZE + side)
    assert at["丙"] - at["乙"] == pytest.approx(SIZE)
    assert at["丁"] - at["丙"] == pytest.approx(SIZE + side)
    assert at["甲"] == pytest.approx(plain["甲"])
    sides = sorted((b.rect for b in boxes(found) if b.rect.height > SIZE), key=lambda r: r.x)
    flat = [b.rect for b in boxes(found) if b.rect.width > SIZE]
    assert (len(sides), len(flat)) == (2, 2)
    assert at["甲"] + SIZE < sides[0].x < sides[0].right < at["乙"]
    assert at["丙"] + SIZE < sides[1].x < sides[1].right < at["丁"]
    for rect in flat:
        assert rect.x == pytest.approx(sides[0].x)
        assert rect.right == pytest.approx(sides[1].right)


def test_a_box_over_two_lines_is_open_where_it_is_broken(setter: Setter):
    found = made(setter, "甲乙丙丁戊己[庚辛壬癸子丑寅]{框}卯")
    upper, lower = lines(found)[:2]
    sides = [b.rect for b in boxes(found) if b.rect.height > SIZE]
    assert len(sides) == 2
    assert len([b for b in boxes(found) if b.rect.width > SIZE]) == 4
    first, last = sorted(sides, key=lambda r: r.y)
    assert first.y < upper.baseline < lower.baseline < last.bottom
    top = [b.rect for b in boxes(found) if b.rect.width > SIZE and b.rect.bottom < lower.baseline]
    edge = upper.x + upper.measure
    assert max(r.right for r in top) == pytest.approx(edge)


def test_a_colour_colours_its_words_and_what_is_drawn_at_them(setter: Setter):
    found = made(setter, "甲[乙丙]{红 着重}丁[[戊]{下划线}己]{红}")
    inks = {char: ink for char, _, _, ink in glyphs(found)}
    assert [inks[c] for c in "甲乙丙丁戊己"] == [BLACK, RED, RED, BLACK, RED, RED]
    assert {i.color for i in found.items if isinstance(i, Path)} == {RED}
    assert {b.fill for b in boxes(found)} == {RED}


def test_a_style_by_name_has_its_face_and_size_and_no_colour_of_its_own(setter: Setter):
    found = made(setter, "甲[乙]{大}丙")
    runs = [run for line in lines(found) for run in lower_line(line)]
    assert [(r.text, r.size) for r in runs] == [("甲", SIZE), ("乙", 2 * SIZE), ("丙", SIZE)]
    assert {r.color for r in runs} == {BLACK}


def test_what_is_kept_is_on_one_line(setter: Setter):
    text = "甲乙丙丁戊己庚辛{}壬癸"
    assert any("子" in t and "卯" not in t for t in rows(made(setter, text.format("子丑寅卯"))))
    found = made(setter, text.format("[子丑寅卯]{不断}"))
    kept = rows(found)
    assert [t for t in kept if "子" in t] == [t for t in kept if "卯" in t]
    (one,) = [d for d in found.diagnostics if d.code == "HAND"]
    assert (one.severity, one.said.key, one.said["text"]) == ("info", "HAND.kept", "子丑寅卯")


def rows(found: Made) -> list[str]:
    return ["".join(r.text for r in lower_line(line)) for line in lines(found)]


def test_what_is_kept_in_the_middle_of_a_line_is_not_told(setter: Setter):
    found = made(setter, "甲[乙丙]{不断}丁戊己庚辛壬癸子丑寅卯")
    assert [d for d in found.diagnostics if d.code == "HAND"] == []


def test_what_is_kept_and_longer_than_a_line_is_parted_and_told(setter: Setter):
    found = made(setter, "[" + "甲乙丙丁戊己庚辛壬癸子丑" + "]{不断}")
    assert "".join(rows(found)) == "甲乙丙丁戊己庚辛壬癸子丑"
    assert "KINSOKU.parted" in [d.said.key for d in found.diagnostics]


def test_a_text_without_marks_has_nothing_drawn(setter: Setter):
    found = made(setter, "甲乙**丙丁**戊")
    assert all(not drawn_at(line, line.marks) for line in lines(found))
    assert not any(isinstance(i, Box | Path) for i in found.items)


@pytest.mark.parametrize("voice", DRAWN)
def test_each_voice_takes_less_than_a_quarter_of_an_em_and_something(voice: str):
    assert 0.1 < TAKES[voice] <= 0.26
