"""Stories: head, paragraphs, markup, and the place of every character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import StopError
from layout.spec.markdown.items import BULLETS
from layout.spec.markdown.story import MAX_PARAGRAPHS, Paragraph, parse_story
from layout.words.said import said
from tests.cost import assert_time_grows_as, calls
from tests.spec.helpers import codes, faults_of, where


def paragraph(text: str) -> Paragraph:
    """The one paragraph of a text."""
    (found,) = parse_story(text.encode(), "s.md").paragraphs
    return found


def voices(found: Paragraph) -> list[tuple[str, str]]:
    return [(run.voice, found.text[run.start : run.end]) for run in found.runs]


STORY = """\
---
kicker: 城市记忆——
title: "河边的早市 | 四十年"
notes: |
  给编辑的话，
  不上版
---

第一段。
第二行，

### 小标题
第二段 ends in
English。
"""


def test_a_story() -> None:
    story = parse_story(STORY.encode(), "s.md")
    assert story.front.title == "河边的早市 | 四十年"
    assert story.front.notes == "给编辑的话，\n不上版"
    assert [(p.kind, p.text) for p in story.paragraphs] == [
        ("body", "第一段。第二行，"),
        ("subhead", "小标题"),
        ("body", "第二段 ends in English。"),
    ]
    assert story.front.places["title"].line == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda s: "\ufeff" + s,
        lambda s: s.replace("\n", "\r\n"),
        lambda s: s.replace("\n", "\r"),
        lambda s: s.rstrip("\n"),
        lambda s: s.replace("第一段", "　　第一段"),
        lambda s: s.replace("---\n", "---  \n"),
        lambda s: s + "\n\n\n",
    ],
)
def test_what_changes_nothing(change):
    plain, other = parse_story(STORY.encode(), "s"), parse_story(change(STORY).encode(), "s")
    assert [p.text for p in other.paragraphs] == [p.text for p in plain.paragraphs]
    assert other.front.title == plain.front.title


def test_a_story_needs_no_head() -> None:
    story = parse_story("只有正文。".encode(), "s")
    assert story.front.title is None
    assert story.text == "只有正文。"
    assert parse_story("---\n---\n正文".encode(), "s").front.title is None


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "EMPTY-STORY", (1, 1)),
        (" \n\n\t\n", "EMPTY-STORY", (1, 1)),
        ("---\ntitle: 甲\n---\n\n \n", "EMPTY-STORY", (4, 1)),
        ("---\ntitle: 甲\n\n正文\n", "FRONT-MATTER", (1, 1)),
        ("\n\n---\ntitle: 甲\n---\n正文\n", "FRONT-MATTER", (3, 1)),
        ("---\n- 甲\n---\n正文\n", "FRONT-MATTER", (2, 1)),
        ("---\nsubtitle: 甲\n---\n正文\n", "FRONT-MATTER", (2, 11)),
        ("---\ntitel: 甲\n---\n正文\n", "UNKNOWN-KEY", (2, 1)),
        ("---\ntitle: 甲\ntitle: 乙\n---\n正文\n", "DUPLICATE-KEY", (3, 1)),
        ("---\ntitle: [甲]\n---\n正文\n", "VALUE", (2, 8)),
        ("---\nkicker: 甲\ntitle: a: b\n---\n正文\n", "YAML", (3, 9)),
        ("正文\n\n### \n\n正文", "EMPTY-HEADING", (3, 1)),
        ("正文\n\n###\n\n正文", "EMPTY-HEADING", (3, 1)),
        ("正文\n\n#### \n\n正文", "EMPTY-HEADING", (3, 1)),
        ("正文\n\n####\t\n正文", "EMPTY-HEADING", (3, 1)),
        ("正文\n\n#### 一\n", "LONE-HEADING", (3, 1)),
        ("#### 一\n\n\n#### 二\n正文", "LONE-HEADING", (1, 1)),
        ("#### 一\n### 二\n正文", "LONE-HEADING", (1, 1)),
        ("正\u200e文", "CONTROL", (1, 2)),
        ("正文\n甲\x00", "CONTROL", (2, 2)),
        ("正文\n甲\x0b", "CONTROL", (2, 2)),
    ],
)
def test_what_is_refused_and_where(text: str, code: str, place: tuple[int, int]) -> None:
    found = faults_of(parse_story, text.encode(), "s.md")
    assert codes(found) == [code]
    assert where(found[0]) == place


def test_all_faults_of_a_story_are_told() -> None:
    found = faults_of(parse_story, "---\ntitel: 甲\nbyline: ~\na: 1\n---\n".encode(), "s")
    assert codes(found) == ["UNKNOWN-KEY", "VALUE", "UNKNOWN-KEY", "EMPTY-STORY"]
    assert found[0].said["hint"] == said("part.did-you-mean", word="title")


def test_gbk_is_named() -> None:
    (found,) = faults_of(parse_story, "---\ntitle: 壮丽\n---\n正文".encode("gbk"), "s")
    assert found.said == said("ENCODING.gbk")
    assert where(found)[0] == 2


def test_too_many_paragraphs_are_refused_at_once() -> None:
    data = b"a\n\n" * 200_000
    found = faults_of(parse_story, data, "s")
    assert codes(found) == ["TOO-LARGE"]
    assert where(found[0]) == (2 * MAX_PARAGRAPHS + 2, 1)
    calls(lambda: faults_of(parse_story, data, "s"), most=60 * MAX_PARAGRAPHS)
    assert codes(faults_of(parse_story, b"a" * (1 << 20) + b"a", "s")) == ["TOO-LARGE"]


@pytest.mark.parametrize(
    ("source", "text", "runs"),
    [
        ("甲**乙**丙", "甲乙丙", [("strong", "乙")]),
        ("*甲*乙", "甲乙", [("emphasis", "甲")]),
        ("***甲***", "甲", [("emphasis", "甲"), ("strong", "甲")]),
        ("甲*乙", "甲*乙", []),
        ("3 * 4 * 5", "3 * 4 * 5", []),
        ("甲 ** 乙 **", "甲 ** 乙 **", []),
        ("****", "****", []),
        ("**", "**", []),
        ("甲****乙****", "甲****乙****", []),
        ("*甲 **乙* 丙**", "甲 **乙 丙**", [("emphasis", "甲 **乙")]),
        ("**甲*乙**", "甲*乙", [("strong", "甲*乙")]),
        ("**甲*乙*丙**", "甲乙丙", [("strong", "甲乙丙"), ("emphasis", "乙")]),
        ("**甲\n乙**", "甲乙", [("strong", "甲乙")]),
        (r"\*甲\*", "*甲*", []),
        (r"\# 甲 \\ \- \| \甲", r"# 甲 \ - | \甲", []),
        ("#甲", "#甲", []),
        ("[甲](乙) <b> _丙_ `丁`", "[甲](乙) <b> _丙_ `丁`", []),
        ("abc\ndef", "abc def", []),
        ("abc\n甲", "abc甲", []),
        ("**abc**\n**def**", "abc def", [("strong", "abc"), ("strong", "def")]),
    ],
)
def test_markup(source: str, text: str, runs: list[tuple[str, str]]) -> None:
    found = paragraph(source)
    assert found.text == text
    assert sorted(voices(found)) == sorted(runs)


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("# 大标题\n\n正文", [(1, 1)]),
        ("正文\n\n## 节\n", [(3, 1)]),
        ("##### 五\n", [(1, 1)]),
        ("####小标题\n", [(1, 1)]),
        ("###\u3000小标题\n", [(1, 1)]),
        ("###小标题\n", [(1, 1)]),
        ("  * 一\n", [(1, 3)]),
        ("+ 一\n", [(1, 1)]),
        ("* * *\n", [(1, 1)]),
        ("***\n", [(1, 1)]),
        ("```\n甲\n```\n", [(1, 1)]),
        ("见[甲](ftp://a.b/c)和![图](a.jpg)\n", [(1, 2), (1, 19)]),
        ("见![图](https://a.b/c.jpg)\n", [(1, 2)]),
        ("见[](https://a.b)\n", [(1, 2)]),
        ("见[\\[甲](javascript:x)\n", [(1, 2)]),
        ("见<ftp://a.b>\n", [(1, 2)]),
        ("**甲乙\n", [(1, 1)]),
        ("甲**乙\n", [(1, 2)]),
        ("甲\n乙**\n", [(2, 2)]),
    ],
)
def test_markup_of_other_dialects_is_told_and_set(
    source: str, places: list[tuple[int, int]]
) -> None:
    story = parse_story(source.encode(), "s.md", "joined")
    found = [d for d in story.remarks if d.code == "MARKUP"]
    assert {d.severity for d in found} == {"warning"}
    assert [where(d) for d in found] == places
    assert {d.code for d in story.remarks} <= {"MARKUP", "INDENT"}
    kept = "".join(p.text for p in story.paragraphs)
    assert "".join(kept.split()) == "".join(source.replace("\\[", "[").split())


@pytest.mark.parametrize(
    "source",
    [
        "### 小标题\n甲**乙**丙\n", r"\# 甲", r"\- 甲", r"\> 甲", r"甲\*\*乙",
        "#话题#很热", "-5度", "3 * 4 * 5", "甲 ** 乙",
        "3*4*5=60", "长60*80*100厘米", "甲*、乙*，丙", "（*）和（*）", "[1]甲[2]（乙）",
        "3~5天、10~20人", "周一~周五、甲~乙", "B1~B4版，C1~C4版", "2^3+2^4", "^_^和^-^",
        "a ^ b ^ c", r"\[甲](https://a.b)", r"\<ftp://a.b>", "甲](https://a.b)",
        "——他说", "［注］（一）", "甲*乙", r"\[甲](乙)", "1. 甲", "甲-乙>丙",
    ],
)  # fmt: skip
def test_what_is_no_markup_is_not_told(source: str) -> None:
    assert parse_story(source.encode(), "s.md").remarks == ()


def test_what_cannot_be_seen_is_told_once_a_paragraph() -> None:
    source = "---\ntitle: 早\u200b市\n---\n甲乙丙\u200b丁\u200b\n\n戊\n\n己\u00ad庚\n"
    found = parse_story(source.encode(), "s.md").remarks
    assert [(d.code, d.severity, where(d)) for d in found] == [
        ("UNSEEN", "warning", (2, 8)),
        ("UNSEEN", "warning", (4, 4)),
        ("UNSEEN", "warning", (8, 2)),
    ]
    assert found[1].said["number"] == "200B"
    assert found[1].said["many"] == said("part.such-characters", characters=2)
    assert found[2].said["number"] == "00AD"


def test_every_character_knows_its_place() -> None:
    source = "  甲**乙**丙\n　丁\\*戊\n"
    found = paragraph(source)
    assert found.text == "甲乙丙丁*戊"
    assert [(found.place_at(i).line, found.place_at(i).column) for i in range(6)] == [
        (1, 3), (1, 6), (1, 9), (2, 2), (2, 4), (2, 5),
    ]  # fmt: skip


def test_many_open_asterisks_do_not_take_long() -> None:
    # A search from each mark to each would be a square.
    assert_time_grows_as(lambda n: paragraph("甲 " + " *a" * n + "a** " * n), 500, 12_000)


@given(st.text("甲乙a1 *\\#-\n", max_size=80))
def test_no_character_is_lost_and_each_stands_where_it_says(source: str) -> None:
    rows = source.split("\n")
    try:
        story = parse_story(source.encode(), "s.md")
    except StopError:
        return
    kept = ""
    for found in story.paragraphs:
        for offset, char in enumerate(found.text):
            place = found.place_at(offset)
            there = rows[place.line - 1][place.column - 1 : place.column]
            assert char in (there, " ") or (there == "-" and char in BULLETS)
        kept += found.text
    # Only marks of the language go: what is left of the words, digits and Han is all of them.
    assert [c for c in kept if c in "甲乙a1"] == [c for c in source if c in "甲乙a1"]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_byte_soup_is_a_story_or_a_diagnostic(data: bytes) -> None:
    for head in (b"", b"---\ntitle: "):
        try:
            parse_story(head + data, "s.md")
        except StopError as stop:
            assert all(d.where is not None for d in stop.diagnostics)  # noqa: PT017
