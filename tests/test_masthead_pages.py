"""Mastheads and imprints on whole pages: the specimen, and small pages against their dumps."""

import re
from pathlib import Path

import pytest

from layout.api import Session
from layout.check.run import check_page
from layout.color import WHITE
from layout.diagnostics import StopError
from layout.display.items import Box, GlyphRun
from tests.conftest import Golden, Project
from tests.told import assert_told

SPECIMEN = Path(__file__).parents[1] / "specs/masthead"
PAGE = """\
page: G1
format: tabloid
edition: own.yaml
styles: sheet.yaml
blocks:
"""
EDITION = """\
name: 城北样报
date: {date}
paper:
  latin: CITY SPECIMEN
  issue: {{first: 2026-09-02, number: 100, weekdays: [一, 三, 五]}}
  cn_number: CN 43-0000
pages: [G1.yaml]
"""
SHEET = (
    "styles:\n  small: {like: masthead, size: 40pt}\n  fine: {like: masthead-latin, size: 9pt}\n"
)
IMPRINT = (
    '  - {id: foot, imprint: [社址：甲路1号, 电话：0000, "第{issue}期"], %s, '
    "at: {cols: 1-6, lines: 80-84}}\n"
)
FOOT = '["第{issue}期", "今日{pages}版", "{cn_number}"]'

BLOCKS = {
    "across": f"""\
  - id: name
    masthead: "{{name}}"
    latin: "{{latin}}"
    foot: {FOOT}
    at: {{cols: 1-6, lines: 1-12}}
""" + IMPRINT % "between: dot",
    "stack": f"""\
  - id: name
    masthead: {{text: "{{name}}", style: small}}
    latin: {{text: "{{latin}}", style: fine}}
    foot: {FOOT}
    arrange: stack
    at: {{cols: 1-2, lines: 1-18}}
""" + IMPRINT % "between: bar, rows: 2",
    "down": f"""\
  - id: name
    masthead: {{text: "{{name}}", style: small}}
    foot: {FOOT}
    arrange: down
    date_at: left
    below: wenwu
    at: {{cols: 5-6, lines: 1-18}}
""" + IMPRINT % "between: space, align: center, above: thin, below: none",
    "logo": """\
  - id: name
    masthead: "{name}"
    logo: assets/name.png
    date: ["{weekday}　农历{lunar}　{term}"]
    day: false
    align: center
    date_at: left
    stands_in: true
    at: {cols: 1-6, lines: 1-10}
""",
}  # fmt: skip


def made(project: Project, blocks: str, date: str = "2026-09-23"):
    from PIL import Image

    project.write("own.yaml", EDITION.format(date=date))
    project.write("sheet.yaml", SHEET)
    path = project.path("assets/name.png")
    path.parent.mkdir(exist_ok=True)
    Image.new("L", (1200, 300), 40).save(path)
    return project.composed(PAGE + blocks)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_masthead_is_set_as_it_was(project: Project, golden: Golden, name: str) -> None:
    page = made(project, BLOCKS[name])
    assert page.good, page.diagnostics
    assert {d.code for d in page.diagnostics} <= {"STANDS-IN"}
    golden(f"masthead-{name}.dump", page.dump())


def words(page, node: str) -> list[str]:
    return [i.text for i in page.display.items if isinstance(i, GlyphRun) and i.node == node]


@pytest.mark.parametrize("name", ["M1", "M2", "M3"])
def test_the_specimen_has_nothing_to_be_told_but_what_stands_in(name: str) -> None:
    report = check_page(Session().page(SPECIMEN / f"{name}.yaml"))
    assert {d.code for d in report.diagnostics} == {"STANDS-IN"}


def test_the_specimen_says_what_day_it_is() -> None:
    page = Session().page(SPECIMEN / "M1.yaml")
    assert "".join(words(page, "masthead#date")) == "232026年9月星期三农历丙午年八月十三秋分"
    assert words(page, "masthead#foot")[:2] == ["第1207期", "今日3版"]


def test_on_another_day_the_page_says_so_by_itself(project: Project) -> None:
    page = made(project, BLOCKS["across"], "2026-09-25")
    assert page.good
    assert "".join(words(page, "name#date")) == "252026年9月星期五农历丙午年八月十五"
    assert words(page, "name#foot")[0] == "第110期"
    assert words(page, "foot")[-1] == "第110期"


def test_a_day_without_an_issue_stops_the_page(project: Project) -> None:
    with pytest.raises(StopError) as stop:
        made(project, BLOCKS["across"], "2026-09-24")
    (one,) = stop.value.diagnostics
    assert_told(one, "ISSUE.none", {"weekday": "四", "date": "2026-09-24"})
    assert str(one.where) == "own.yaml:5:53"


def test_a_typed_date_in_a_masthead_or_imprint_is_told(project: Project) -> None:
    typed = """\
  - {id: name, masthead: 样报, date: [星期四, 农历八月十二], at: {cols: 1-6, lines: 1-12}}
  - {id: foot, imprint: [乙巳年印], at: {cols: 1-6, lines: 80-84}}
"""
    page = made(project, typed)
    assert [(d.said.key, d.said["right"]) for d in page.diagnostics] == [
        ("DATE-WORDS.weekday", "星期三"),
        ("DATE-WORDS.lunar", "八月十三"),
        ("DATE-WORDS.ganzhi", "丙午年"),
    ]


def test_a_typed_date_in_any_text_beside_the_date_is_told(project: Project) -> None:
    typed = """\
  - {text: [农历正月十五闹元宵, 周四见报], at: {cols: 1-3, lines: 1-5}}
  - {text: ["{month}月{day}日 星期四", 2026年9月23日 农历八月十二], at: {cols: 4-6, lines: 1-5}}
"""
    page = made(project, typed)
    assert [d.said.key for d in page.diagnostics] == ["DATE-WORDS.weekday", "DATE-WORDS.lunar"]


def test_one_entry_needs_no_list(project: Project) -> None:
    lone = """\
  - {id: name, masthead: 样报, date: "{weekday}", foot: 甲, at: {cols: 1-6, lines: 1-12}}
  - {id: foot, imprint: 乙, at: {cols: 1-6, lines: 80-84}}
"""
    page = made(project, lone)
    assert not page.diagnostics, page.diagnostics
    assert [words(page, node) for node in ("name#foot", "foot")] == [["甲"], ["乙"]]


def test_words_that_stand_in_for_lettering_are_told(project: Project) -> None:
    block = "  - {id: name, masthead: 样报, stands_in: true, at: {cols: 1-6, lines: 1-12}}\n"
    page = made(project, block)
    (one,) = page.diagnostics
    assert_told(one, "STANDS-IN.words", {"block": "name"})
    assert page.stands_in == ("name",)


def test_lettering_that_is_not_there_is_told(project: Project) -> None:
    block = "  - {id: name, masthead: 样报, logo: assets/nome.png, at: {cols: 1-6, lines: 1-12}}\n"
    with pytest.raises(StopError) as stop:
        made(project, block)
    (one,) = stop.value.diagnostics
    assert_told(one, "MISSING-FILE.named", {"name": "assets/nome.png"})


def test_a_masthead_stands_in_a_stack_as_high_as_it_is(project: Project) -> None:
    stack = """\
  - stack:
      - {id: name, masthead: 样报, date: [], at: }
      - {rule: thin}
    at: {cols: 1-3, lines: 1-40}
""".replace(", at: }", "}")
    page = made(project, stack)
    assert page.good, page.diagnostics
    (name,) = [b for b in page.display.blocks if b.id == "name"]
    assert 6 * page.display.grid.pitch <= name.rect.height <= 9 * page.display.grid.pitch


@pytest.mark.parametrize("manual", ["docs/howto.md", "docs/zh/howto.md"])
def test_the_pieces_of_the_manual_make_a_page(project: Project, manual: str) -> None:
    text = (SPECIMEN.parents[1] / manual).read_text(encoding="utf-8")
    chapter = text[text.index("  latin: SPECIMEN DAILY") - 200 :]
    edition, page = re.findall(r"^```yaml\n(.*?)^```$", chapter, re.M | re.S)[:2]
    project.write("own.yaml", edition + "pages: [P1.yaml]\n")
    head = "page: P1\nformat: tabloid\nedition: own.yaml\n"
    made = Session().page(project.write("P1.yaml", head + page))
    assert not made.diagnostics, made.diagnostics
    assert words(made, "masthead#foot")[:2] == ["第1207期", "今日1版"]
    assert words(made, "imprint")[2] == "印刷：本报印刷厂"


@pytest.mark.parametrize(("fill", "reverse"), [("accent", True), ("K100", True), ("tint", False)])
def test_on_a_tint_words_keep_off_its_edge_and_on_a_dark_one_all_is_reversed(
    project: Project, fill: str, reverse: bool
) -> None:
    block = f"""\
  - {{id: name, masthead: 样报, foot: [甲, 乙], fill: {fill}, at: {{cols: 1-6, lines: 1-12}}}}
  - {{id: foot, imprint: [甲, 乙], fill: {fill}, at: {{cols: 1-6, lines: 80-84}}}}
"""
    page = made(project, block)
    assert not page.diagnostics, page.diagnostics
    runs = [i for i in page.display.items if isinstance(i, GlyphRun)]
    assert {i.color == WHITE for i in runs} == {reverse}
    drawn = [i.fill for i in page.display.items if isinstance(i, Box) and i.role == "rule"]
    assert {color == WHITE for color in drawn} == {reverse}
