"""The second page of the specimen: columns that run down, Traditional and Japanese."""

from itertools import pairwise

import pytest

from tests.specimenread import EM, find, glyphs_of, made, rows, runs, starts

NEAR = pytest.approx
DOWN = (
    "10-竖文", "12-点", "12-引", "12-括", "12-长", "13-并", "13-卧", "13-立", "13-百",
    "14-缩", "14-词", "14-句", "14-式", "15-繁竖", "15-日竖",
)  # fmt: skip


@pytest.mark.parametrize("name", DOWN)
def test_columns_go_from_the_right_to_the_left(name: str):
    columns = [{round(g.run.x, 3) for g in r.glyphs} for r in rows(name)]
    assert all(g.run.vertical for r in rows(name) for g in r.glyphs)
    assert all(len(c) == 1 for c in columns)
    middles = [c.pop() for c in columns]
    assert middles == sorted(middles, reverse=True)
    assert len(set(middles)) == len(middles) > 5


def test_quotes_stand_as_corners_and_are_read_as_they_were_written():
    corners = glyphs_of("15-繁竖", "『")
    assert len(corners) == 1
    assert glyphs_of("12-引", "“") == corners
    assert glyphs_of("12-引", "‘") == glyphs_of("15-繁竖", "「") != corners
    assert "“双引号”" in made("S2")[1]


def test_brackets_and_dashes_have_glyphs_of_their_own_in_columns():
    for char, across in (("（", "2-两个"), ("—", "2-长号"), ("。", "1-quanjiao")):
        down = {"（": "12-括", "—": "12-长", "。": "12-点"}[char]
        assert glyphs_of(down, char)
        assert glyphs_of(down, char).isdisjoint(glyphs_of(across, char)), char


@pytest.mark.parametrize("number", ["12", "25", "100", "365"])
def test_two_and_three_figures_stand_abreast(number: str):
    glyphs = find("13-并", number)
    places = [run.origins()[k] for run, k in glyphs]
    assert len({round(y, 3) for _, y in places}) == 1
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert places[-1][0] - places[0][0] < 10
    assert not any(run.turned for run, _ in glyphs)


def test_a_year_lies_or_stands():
    assert all(run.turned for run, _ in find("13-卧", "1949"))
    standing = find("13-立", "1949")
    assert not any(run.turned for run, _ in standing)
    tops = [run.y + run.xs[k] for run, k in standing]
    assert [b - a for a, b in pairwise(tops)] == NEAR([10.0, 10.0, 10.0])


def test_capitals_stand_and_words_lie():
    for word in ("AI", "GDP"):
        assert not any(run.turned for run, _ in find("14-缩", word))
    for name, word in (("14-词", "typography"), ("14-句", "iPhone"), ("13-百", "62.8%")):
        assert all(run.turned for run, _ in find(name, word))


def test_vertical_headlines_stand_over_the_height_of_their_blocks():
    """(字数 + 2) × 字号: four characters of 37 pt in sixteen lines of 14 pt, as the text says."""
    for name in ("10-竖文", "10-横文"):
        titles = list(runs(name, "#title"))
        assert titles
        for run in titles:
            assert run.vertical
            assert run.size == 37
            assert run.xs[-1] - run.xs[0] == NEAR(3 * 37)
    assert (4 + 2) * 37 <= 16 * 14
    right, left = (r.x for r in runs("10-横文", "#title"))
    assert right > left


def test_traditional_marks_stand_in_the_middle_of_their_em():
    """Their pens are a quarter of an em further than where the Simplified ones stand, and their ink
    is raised: the same characters, otherwise placed."""
    row = next(r for r in rows("15-繁横") if "一致；" in r.text)
    mark = next(g for g in row.glyphs if g.char == "；")
    before = next(g for g in row.glyphs if g.char == "致")
    assert (mark.at - before.at) / EM > 1.2
    assert mark.run.y < before.run.y - 1
    plain = next(r for r in rows("1-quanjiao") if "；" in r.text)
    assert len({g.run.y for g in plain.glyphs}) == 1


def test_no_small_kana_or_long_mark_begins_a_line_of_the_strict_japanese():
    for name in ("15-日横", "15-日竖"):
        assert not set("っょー。、」・") & set(starts(name))
        text = "".join(r.text for r in rows(name))
        assert all(c in text for c in "っょー・「」")
