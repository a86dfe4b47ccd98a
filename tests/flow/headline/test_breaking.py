"""A 主题 broken where it reads best, in the largest size that fits."""

import pytest

from layout.flow.headline.breaking import FIT_AIR, INSIDE_AIR
from layout.flow.headline.headline import Under, headline_height, headline_width, set_headline
from layout.flow.headline.titles import TITLE_GAP
from layout.flow.headline.vertical import headline_beside
from layout.geometry import Rect
from layout.record import replace
from layout.spec.markdown.paragraph import NAMED, Run
from layout.spec.resolve.defaults import Scales
from layout.spec.resolve.resolved import RBacking
from layout.words.said import said
from tests.flow.conftest import PITCH, changed, headline, story, words
from tests.told import assert_told

LONG = "人工智能走进课堂乡村孩子看见世界"  # 16


def texts(placed):
    return ["".join(t.text for t in p.items.tokens) for p in placed]


def made(setter, head, width, height=400.0):
    return set_headline(setter, head, Rect(0, 0, width, height), "n")


def balance(*title, **more):
    return headline(*title, balance=True, **more)


def test_as_many_lines_as_it_needs(setter):
    for width, rows in ((320, 1), (319, 2), (160, 2), (159, 3), (100, 4)):
        placed, said = made(setter, balance(LONG), width)
        assert len(placed) == rows, width
        assert said == []
        assert "".join(texts(placed)) == LONG


def test_a_word_is_kept_whole(setter):
    placed, _ = made(setter, balance(LONG, rows=2), 400)
    assert texts(placed) == ["人工智能走进课堂", "乡村孩子看见世界"]


@pytest.mark.parametrize("rows", [2, 3])
@pytest.mark.parametrize(
    "title", [LONG, "全市重点项目建设现场推进会在高新区举行", "“百日攻坚”行动启动三个月记"]
)
def test_a_larger_size_never_makes_a_smaller_title(setter, title, rows):
    """A title too wide for its rows has the least longest row, and is then set smaller."""
    sizes = []
    for asked in range(10, 41):
        head = balance(title, rows=rows, size=float(asked))
        placed, _ = made(setter, head, 130)
        assert len(placed) == rows
        assert "".join(texts(placed)) == title
        sizes.append(placed[0].style.size)
    assert sizes == sorted(sizes)
    assert sizes[0] == 10
    assert len(set(sizes)) > 5


def test_one_word_in_two_lines_where_nothing_else_fits(setter):
    placed, _ = made(setter, balance("人工智能", rows=2), 400)
    assert len(placed) == 2


def test_the_user_says_where(setter):
    placed, _ = made(setter, balance("编辑\u200b说在哪里断就在哪里断", rows=2), 400)
    assert texts(placed)[0] == "编辑"
    placed, _ = made(setter, balance("编辑\u200b说在哪里断就在哪里断"), 400)
    assert texts(placed) == ["编辑说在哪里断就在哪里断"]  # one line is enough
    placed, _ = made(setter, balance("编辑", "说在哪里断就在哪里断"), 400)
    assert texts(placed) == ["编辑", "说在哪里断就在哪里断"]  # two parts are never one line


def test_parts_are_broken_further(setter):
    placed, _ = made(setter, balance("编辑", "说在哪里断就在哪里断", rows=3), 400)
    assert texts(placed) == ["编辑", "说在哪里断", "就在哪里断"]


def test_a_space_is_where_it_parts_and_is_not_set(setter):
    placed, _ = made(setter, balance("甲乙丙丁\u3000戊己庚辛壬癸", rows=2), 400)
    assert texts(placed) == ["甲乙丙丁", "戊己庚辛壬癸"]


def test_numbers_dates_and_marks_stay_together(setter):
    placed, _ = made(setter, balance("全市9月20日起执行新规定", rows=3), 400)
    assert any("9月20日" in t for t in texts(placed))
    placed, _ = made(setter, balance("甲乙丙丁戊，己庚辛壬癸子", rows=2), 400)
    assert texts(placed)[0].endswith("，")


def test_fewer_characters_than_rows(setter):
    placed, said = made(setter, balance("甲乙", rows=4), 400)
    assert texts(placed) == ["甲乙"]
    assert said == []


def test_what_cannot_fit_is_told_once_and_all_lines_have_one_size(setter):
    placed, said = made(setter, headline("一二三四五六七八", "一二三", size=20.0), 140)
    assert [d.code for d in said] == ["DISPLAY-SHRUNK"]
    assert {p.style.size for p in placed} == {17.5}


def fitted(*title, least=10.0, most=0.0, **more):
    return headline(*title, fit=(least, most), **more)


def test_fit_takes_the_width_in_half_points(setter):
    (line,), said = made(setter, fitted("一二三四五六七"), 200)
    assert (line.style.size, said) == (28.5, [])  # 200 / 7 = 28.57


def test_fit_takes_the_lines(setter):
    (line,), said = made(setter, fitted("一二三"), 400, 60)
    assert line.style.size == int(60 / (1 + FIT_AIR) * 2) / 2
    assert said == []
    kicker = words("引题", 10.0)
    (_, line), _ = made(setter, fitted("一二三", kicker=kicker), 400, 60)
    assert line.style.size == int((60 - 14.5) / (1 + FIT_AIR) * 2) / 2
    (line,), _ = made(setter, fitted("一二三", stands="inside"), 400, 60)
    assert line.style.size == int(60 / (1 + INSIDE_AIR) * 2) / 2


def test_fit_keeps_to_its_most(setter):
    (line,), _ = made(setter, fitted("一二三", most=31.0), 400)
    assert line.style.size == 31


def test_fit_chooses_the_rows_that_allow_the_largest(setter):
    placed, _ = made(setter, fitted(LONG, balance=True), 300, 100)
    size = placed[0].style.size
    assert len(placed) == 2
    assert size == 37.5  # 300 / 8; in one line 18.5, in three 35 by the height
    assert size > 300 / 16
    placed, _ = made(setter, fitted(LONG, balance=True, rows=3), 300, 100)
    assert len(placed) == 3
    assert placed[0].style.size == int(100 / (3 + 2 * TITLE_GAP + FIT_AIR) * 2) / 2


@pytest.mark.parametrize(
    ("width", "height", "key", "numbers"),
    [
        (100, 400, "DISPLAY-WIDE.title", {"long_pt": 240.0, "room_pt": 100, "over": 5}),
        (400, 20, "DISPLAY-HIGH.title", {"high_pt": 30.0, "room_pt": 20.0}),
    ],
)
def test_what_does_not_fit_at_its_least_is_an_error_with_numbers(
    setter, width, height, key, numbers
):
    (line,), (one,) = made(setter, fitted("一二三四五六七八", least=30.0), width, height)
    assert one.severity == "error"
    assert_told(one, key, {"text": "一二三四五六七八", "least_pt": 30.0} | numbers)
    assert line.style.size == 30


def test_several_lines_that_do_not_fit(setter):
    _, (one,) = made(setter, fitted(LONG, least=30.0, balance=True, rows=2), 100)
    rows = {"where": said("part.in-lines", lines=2), "long_pt": 240.0, "room_pt": 100}
    assert_told(one, "DISPLAY-WIDE.title", rows)


def test_fill_by_size_and_then_by_space(setter):
    title = words("一二三四五六七", 20.0, align="fill")
    head = fitted("一二三四五六七")
    head = type(head)(**{n: getattr(head, n) for n in type(head).__slots__} | {"title": (title,)})
    (line,), _ = made(setter, head, 200)
    assert line.style.size == 28.5
    assert line.measure == pytest.approx(200)


def test_even_lines_are_as_long_as_the_longest(setter):
    placed, _ = made(setter, headline("上句五个字", "下句有七个字", even=True), 400)
    assert {round(p.measure, 6) for p in placed} == {120}
    assert {p.style.size for p in placed} == {20}


@pytest.mark.parametrize("scales", [None, Scales(width=(0.7, 1.0), height=(1.0, 1.0))])
@pytest.mark.parametrize("vertical", [False, True])
def test_where_other_parts_leave_no_room_no_number_is_below_nothing(setter, scales, vertical):
    head = fitted("一", kicker=words("引题", 30.0), lines=1, vertical=vertical, width=20.0)
    style = replace(head.title[0].style, scales=scales)
    head = changed(head, title=(replace(head.title[0], style=style),))
    if vertical:
        _, found, _ = headline_beside(setter, story("文"), head, Rect(0, 0, 300, 300), "n")
    else:
        _, found = made(setter, head, 300.0, 20.0)
    assert {d.code for d in found} == {"DISPLAY-HIGH"}
    numbers = [v for d in found for _, v in d.said.values if isinstance(v, float)]
    assert numbers
    assert min(numbers) >= 0.0


def test_the_lines_of_the_grid_it_needs(setter):
    def need(head, width=400.0):
        return headline_height(setter, head, width, Under(pitch=PITCH))

    plain = headline("主题", lines=None)
    assert need(plain) == 4  # 20 / 12 + 1.5, rounded up
    assert need(headline("主题", lines=9)) == 9
    assert need(headline("上", "下", lines=None)) == 5
    assert need(headline("主题", lines=None, kicker=words("引题", 12.0))) == 5
    assert need(balance(LONG, lines=None), 160.0) == 5
    backed = headline("主题", lines=None, backing=RBacking(inset=(6, 10, 6, 10), below=6.0))
    assert need(backed) == 4  # (20 + 18) / 12 + 0.25
    many = headline(*"一二三四五六", lines=None, size=30.0)
    high = 6 * 30 + 5 * 30 * TITLE_GAP
    assert need(many) == 18  # its own gaps are more than the textbook's air
    assert need(many) * PITCH > high


def test_how_wide_it_is_beside_its_text(setter):
    assert headline_width(setter, headline("四个字呢")) == 80
    assert headline_width(setter, headline("四个字呢", width=90.0)) == 90
    tinted = RBacking(inset=(1.0, 2.0, 3.0, 4.0), below=0.0)
    assert headline_width(setter, headline("四个字呢", backing=tinted)) == 86


def test_larger_words_count_in_what_fits_and_in_where_lines_end(setter):
    """Three characters at one and a half times the size: the first line is shorter by one and a
    half, and higher by half."""
    big = words("", 30.0).style
    (plain,) = (words("一二三四五六七八九十", 20.0),)
    title = changed(plain, runs=(Run(0, 3, NAMED, "大"),), named=(("大", big),), beside=plain.style)
    head = changed(fitted("一", balance=True, rows=2), title=(title,))
    placed, found = made(setter, head, 230, 400)
    assert not found
    assert texts(placed) == ["一二三四", "五六七八九十"]  # 5.5 and 6 em
    assert placed[0].style.size == 38  # 230 / 6
    placed, _ = made(setter, head, 900, 100)
    high = 1.5 + 1 + TITLE_GAP
    assert placed[0].style.size == int(100 / (high + FIT_AIR) * 2) / 2
