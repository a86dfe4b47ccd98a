"""What an edition says of its paper and its day, as the texts of a header have it."""

import pytest

from layout.api import Session
from layout.diagnostics import StopError
from layout.display.items import GlyphRun
from layout.spec.model.paper import PaperFacts
from layout.spec.reader.fields import keys_of
from layout.spec.resolve.texts import PAPER
from tests.conftest import Project
from tests.told import assert_told

EDITION = """\
name: 湘江晨报
date: {date}
paper:
  issue: {{first: 2019-09-02, number: 101, weekdays: [一, 三, 五], without: 2019-09-13}}
  cn_number: CN 43-0001
  issn: 0028-0836
  price: 1.50元
  own: {{印刷: 本报印刷厂}}
pages: [P1.yaml]
"""
PAGE = """\
page: P1
format: tabloid
edition: own.yaml
header:
  left: ["{text}"]
"""


def built(project: Project, text: str, date: str = "2019-09-20", edition: str = EDITION):
    project.write("own.yaml", edition.format(date=date))
    return Session().page(project.write("P1.yaml", PAGE.replace("{text}", text)))


def words(project: Project, text: str, date: str = "2019-09-20") -> str:
    page = built(project, text, date)
    assert not page.diagnostics, page.diagnostics
    runs = [
        i.text for i in page.display.items if isinstance(i, GlyphRun) and i.node.endswith("#left")
    ]
    return "".join(runs)


@pytest.mark.parametrize(
    ("text", "date", "so"),
    [
        ("农历{ganzhi}年{lunar} {zodiac}年", "2019-09-20", "农历己亥年八月廿二 猪年"),
        ("{weekday} · {term} · 第{issue}期", "2019-09-20", "星期五 · 第108期"),
        ("{weekday} · {term} · 第{issue}期", "2019-09-23", "星期一 · 秋分 · 第109期"),
        (
            "{cn_number} {issn} {price} {印刷}",
            "2019-09-20",
            "CN 43-0001 0028-0836 1.50元 本报印刷厂",
        ),
        ("今日{pages}版", "2019-09-20", "今日1版"),
    ],
)
def test_a_text_has_the_fields_of_the_day(project: Project, text: str, date: str, so: str) -> None:
    assert words(project, text, date) == so


@pytest.mark.parametrize(
    ("date", "so"),
    [
        ("2024-03-05", "甲辰年正月廿五 龍 驚蟄"),
        ("1917-03-27", "丁巳年閏二月初五 蛇"),
        ("2026-02-16", "乙巳年臘月廿九 蛇"),
    ],
)
def test_a_paper_in_traditional_characters_has_them(project: Project, date: str, so: str) -> None:
    project.write("sheet.yaml", "styles: {header: {script: zh-hant}}\n")
    edition = f"date: {date}\nstyles: sheet.yaml\n"
    page = built(project, "{ganzhi}年{lunar} {zodiac} {term}", date, edition)
    runs = [i.text for i in page.display.items if isinstance(i, GlyphRun)]
    assert "".join(runs).startswith(so) or so in "".join(runs)


def told(project: Project, text: str, date: str = "2019-09-20", edition: str = EDITION):
    with pytest.raises(StopError) as stop:
        built(project, text, date, edition)
    return stop.value.diagnostics


def test_an_issue_before_the_first_is_told_once_and_stops_the_page(project: Project) -> None:
    (one,) = told(project, "第{issue}期", "2019-09-01")
    assert_told(one, "ISSUE.before-first", {"date": "2019-09-01", "first": "2019-09-02"})
    assert str(one.where) == "own.yaml:4:18"


def test_a_lunar_date_out_of_the_almanac_is_told_at_the_date(project: Project) -> None:
    edition = "date: {date}\n"
    (one,) = told(project, "农历{lunar}", "2101-01-01", edition)
    assert_told(one, "ALMANAC.outside", {"date": "2101-01-01", "last": "2100-12-31"})
    assert str(one.where) == "own.yaml:1:7"


def test_a_wrong_check_digit_is_told_at_its_place(project: Project) -> None:
    (one,) = told(project, "甲", edition=EDITION.replace("0028-0836", "0028-0835"))
    assert_told(one, "VALUE.issn-check", {"right": "6", "path": "paper.issn"})
    assert str(one.where) == "own.yaml:6:9"


def test_a_field_of_one_s_own_takes_no_name_there_is(project: Project) -> None:
    (one,) = told(project, "甲", edition=EDITION.replace("印刷:", "issn:"))
    assert_told(one, "FIELD-NAME.taken", {"name": "issn"})


def test_a_field_that_nobody_gives_is_told_and_leaves_no_hole(project: Project) -> None:
    page = built(project, "{weekday} · {website} · {pages}版")
    (one,) = page.diagnostics
    assert_told(one, "EMPTY-FIELD.given-by-none", {"field": "website"})
    text = "".join(i.text for i in page.display.items if isinstance(i, GlyphRun))
    assert "星期五 · 1版" in text


def test_a_mistyped_field_has_its_neighbour(project: Project) -> None:
    (one,) = told(project, "农历{luner}")
    assert_told(one, "UNKNOWN-FIELD.name", {"field": "luner"})
    assert "lunar" in str(one)


def test_a_typed_weekday_in_a_header_is_told(project: Project) -> None:
    (one,) = built(project, "{month}月{day}日 星期四").diagnostics
    assert_told(one, "DATE-WORDS.weekday", {"given": "星期四", "right": "星期五"})


def test_the_names_of_fields_are_the_keys_of_the_paper() -> None:
    assert set(PAPER) == set(keys_of(PaperFacts)) - {"own"}
