"""Addresses, signs of arithmetic, straight quotes and dates with · in a set line."""

import pytest

from layout.inline.breaker import best_fit
from layout.inline.breaks import legal_breaks
from layout.inline.costs import widest_gap
from layout.inline.justify import ROUND_ADDRESS
from layout.inline.line import RAGGED
from layout.inline.spacing import LINKED
from layout.text.bonds import bonds
from layout.text.scripts import HANS
from tests.inline.conftest import line_texts

URL = "https://www.example.com/very/long"


@pytest.mark.parametrize("ems", range(8, 24))
def test_an_address_parts_after_its_marks_and_leaves_no_word_alone_before_it(set_text, ems):
    lines = line_texts(set_text(f"网址{URL}好，请各位读者留意查看", ems * 1000, latin_gap=250))
    assert lines[0].startswith("网址https://")
    for line in lines[:-1]:
        inside = 0 < len("".join(lines[: lines.index(line) + 1])) - 2 < len(URL)
        assert not inside or line[-1] in "/."


@pytest.mark.parametrize("ems", range(8, 40))
@pytest.mark.parametrize("words", ["网址", "请各位读者登录本报的网站", "reports at "])
def test_an_address_never_opens(set_text, words, ems):
    """The other gaps of its line do, up to a quarter of an em; else its end stays open."""
    done = set_text(f"{words}{URL}查看，谢谢各位读者的支持", ems * 1000, latin_gap=250)
    items = done.items
    for line in done.lines:
        inside = range(line.first, line.last)
        for i in (i for i in inside if items.gaps[i] is LINKED):
            drawn = line.xs[i + 1 - line.first] - line.xs[i - line.first]
            assert drawn == pytest.approx(items.tokens[i].body)
        if any(items.gaps[i] is LINKED for i in inside) and not line.is_last:
            flush = line.width == pytest.approx(done.measure(done.lines.index(line)) - line.indent)
            assert flush != (RAGGED in line.reasons)
            assert line.gap <= ROUND_ADDRESS


def test_a_line_with_an_address_is_flush_where_its_other_gaps_allow(set_text):
    done = set_text("请各位读者登录本报网站" + URL + "一二三四五六七八九十", 17_400)
    first = done.lines[0]
    assert "//" in line_texts(done)[0]
    assert 0 < first.gap < 250
    assert first.width == pytest.approx(17_400)
    assert first.reasons == ()


def test_a_part_wider_than_the_measure_is_cut_and_the_rest_is_not(set_text):
    done = set_text("www.abcdefghijklmnop.cn/de", 4000)
    texts = line_texts(done)
    assert "".join(texts) == "www.abcdefghijklmnop.cn/de"
    assert all(line.width <= 4000 for line in done.lines)
    assert texts[0] == "www.abcd" or texts[0] == "www."


@pytest.mark.parametrize(
    ("text", "solid"),
    [
        ("据说××市××县", "据说××市××县"),
        ("气温－5度", "温－5"),
        ("要＞60分", "要＞60"),
        ("３＋2＝5", "３＋2＝5"),
        ("他±误差", "他±误"),
        ("误差±5度", "差±5"),
        ("年满≥18岁", "满≥18"),
        ("增长+5元", "长+5"),
        ("甲|乙|丙", "甲|乙|丙"),
        ("互联网+的", "网+的"),
        ('他说"你好"了', '"你好"'),
        ("说'好'了", "'好'"),
    ],
)
def test_nothing_is_put_beside_a_sign_or_inside_straight_quotes(items, text, solid):
    found = items(text, bonds=list(bonds(text)))
    first = text.index(solid)
    for i, offset in enumerate(found.offsets[:-1]):
        if first <= offset and found.offsets[i + 1] < first + len(solid):
            assert found.gaps[i].natural == 0, found.tokens[i].text


def test_outside_straight_quotes_a_gap_stands_as_beside_any_word(items):
    text = '他说"你好"了'
    found = items(text, bonds=list(bonds(text)))
    assert [g.natural for g in found.gaps[:-1]] == [0, 250, 0, 0, 0, 250]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("的#今天#成", [250, 0, 0, 0, 250]),
        ("#今天# 成", [0, 0, 0, 250]),
        ("#今天#，", [0, 0, 0, 0]),
        ("#谁？#成", [0, 0, 0, 250]),
        ("“#今天#”成", [0, 0, 0, 0, 0, 500]),
        ("#AI来#成", [250, 0, 250]),
        ("#来AI#成", [0, 250, 250]),
        ("#甲#乙#丙#丁", [0, 0, 250, 250, 0, 0, 250]),
        ("#甲##乙#丁", [0, 0, 0, 0, 250]),
        ("用`甲`和_乙_的", [250, 0, 0, 250, 250, 0, 0, 250]),
        ("写<甲>的", [250, 0, 0, 250]),
        ("见#甲", [250, 0]),  # alone it opens, as it does without a second one
        ("3#楼和5#楼", [250, 0, 250, 250]),
        ("#1机和#2机", [250, 0, 250, 250]),
    ],
)
def test_typed_marks_in_pairs_hug_what_they_enclose(items, text, gaps):
    found = items(text, bonds=list(bonds(text)))
    assert [g.natural for g in found.gaps[:-1]] == gaps


@pytest.mark.parametrize("ems", range(3, 12))
def test_no_line_parts_a_topic_from_its_marks(set_text, ems):
    text = "一二三四五#今天吃什么#成了县里的话题"
    for line in line_texts(set_text(text, ems * 1000, latin_gap=250)):
        assert not line.endswith("五#")
        assert not line.startswith("#成")


@pytest.mark.parametrize("day", ["3·15", "6·18", "12·9", "1·28"])
@pytest.mark.parametrize("ems", range(4, 12))
def test_a_day_with_a_dot_stays_whole_and_solid(set_text, items, day, ems):
    text = f"一二三四五{day}晚会七八九十一二三"
    assert any(day in line for line in line_texts(set_text(text, ems * 1000)))
    found = items(day, bonds=list(bonds(day)))
    assert [(g.natural, g.place, g.breakable) for g in found.gaps[:-1]] == [(0, 0, False)] * 2


def test_no_part_of_an_address_is_blown_apart_to_spare_other_lines(set_text):
    text = (
        "欢迎登录https://www.beihe-daily.com.cn/reader/feedback?id=2026&from=print给我们留言，"
        "或发邮件到reader_service@beihe-daily.com.cn，也可以拨打热线。"
    )
    better = 0
    for ems in range(10, 22):
        done = set_text(text, ems * 1000)
        strict = legal_breaks(done.items, HANS, hanging=False, parting=True)
        _, ends = best_fit(strict.numbers, [ems * 1000])
        widest = max(line.gap for line in done.lines if not line.is_last)
        known = widest_gap(strict.numbers, [ems * 1000], ends)
        assert widest <= known + 1e-6
        better += known > 2 * widest
    assert better
