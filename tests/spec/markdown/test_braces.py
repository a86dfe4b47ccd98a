"""Braces behind words in brackets: what they ask for, what stays text and is told."""

import pytest

from layout.spec.markdown.braces import MARKS, asked
from layout.spec.markdown.paragraph import Paragraph, Run, tail
from layout.spec.markdown.story import Story, parse_story
from tests.told import told

NAMES = frozenset({"红", "醒目"})


def story(text: str) -> Story:
    return parse_story(text.encode(), "s.md", None, NAMES)


def paragraph(text: str) -> Paragraph:
    (found,) = story(text).paragraphs
    return found


def runs(text: str) -> list[tuple[str, str, str]]:
    found = paragraph(text)
    return [(r.voice, found.text[r.start : r.end], r.target) for r in found.runs]


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("请[务必]{着重}来。", "请务必来。", [("dots", "务必", "")]),
        ("[甲]{下划线}[乙]{波浪线}", "甲乙", [("underline", "甲", ""), ("wavy", "乙", "")]),
        ("[必答]{框}题", "必答题", [("box", "必答", "")]),
        ("[甲乙]{不断}", "甲乙", [("kept", "甲乙", "")]),
        ("[甲]{红}", "甲", [("named", "甲", "红")]),
        ("[甲]{着重 红}", "甲", [("dots", "甲", ""), ("named", "甲", "红")]),
        ("[甲]{ 着重　红 }", "甲", [("dots", "甲", ""), ("named", "甲", "红")]),
        ("**黑[点]{着重}**", "黑点", [("strong", "黑点", ""), ("dots", "点", "")]),
        ("[黑**体**]{框}", "黑体", [("box", "黑体", ""), ("strong", "体", "")]),
        ("[[甲]{着重}乙]{框}", "甲乙", [("box", "甲乙", ""), ("dots", "甲", "")]),
        ("[[甲]{红}乙]{醒目}", "甲乙", [("named", "甲乙", "醒目"), ("named", "甲", "红")]),
        ("[[甲]{着重}乙]{着重}", "甲乙", [("dots", "甲乙", "")]),
        (
            "[甲[乙](https://a.cn)]{框}",
            "甲乙",
            [("box", "甲乙", ""), ("link", "乙", "https://a.cn")],
        ),
        (
            "[[甲]{框}乙](https://a.cn)",
            "甲乙",
            [("link", "甲乙", "https://a.cn"), ("box", "甲", "")],
        ),
        ("[上一行\n下一行]{着重}", "上一行下一行", [("dots", "上一行下一行", "")]),
        (r"\[甲]{着重}", "[甲]{着重}", []),
        (r"[甲\]{着重}", "[甲]{着重}", []),
        ("[甲]{着重号}", "甲", [("dots", "甲", "")]),
    ],
)
def test_words_get_what_their_brace_asks_for(
    source: str, text: str, wanted: list[tuple[str, str, str]]
):
    assert paragraph(source).text == text
    assert runs(source) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "[甲]{著重}", "[甲]{红色}", "[甲]{着重 虹}", "[3]{x}", "[甲]{.cls}", "[甲]{#id}", "[甲]{}",
        "[甲] {着重}", "甲{着重}", "[甲]｛着重｝", "[甲]{着重", "[]{着重}", "甲]{着重}",
        "![甲]{着重}", "a[1]{2}",
    ],
)  # fmt: skip
def test_what_is_no_known_mark_stays_text(source: str):
    assert runs(source) == []
    assert paragraph(source).text == source.strip()


@pytest.mark.parametrize(
    ("source", "column", "key"),
    [
        ("前[甲]{着zhong}", 5, "part.way-brace"),
        ("前[甲]{红框}", 5, "part.did-you-mean"),
        ("前[甲]{着重 醒木}", 5, "part.did-you-mean"),
        ("前[甲]{.red}", 5, "part.way-none"),
        ("前甲]{着重}", 3, "part.way-brackets"),
        ("前［甲］｛着重｝", 5, "part.way-half-width"),
        ("前[]{着重}", 3, "part.way-brackets"),
    ],
)
def test_it_is_told_with_its_place_and_what_is_near(source: str, column: int, key: str):
    (one,) = story(source).remarks
    said, got = told(one)
    assert said in ("MARKUP.words", "MARKUP.mark")
    assert (one.where.line, one.where.column) == (1, column)  # type: ignore[union-attr]
    assert got["way"].key == key


def test_a_known_mark_is_told_nowhere():
    assert story("请[务必]{着重 红}来，[甲]{不断}。").remarks == ()


def test_each_word_of_the_table_is_asked_for_by_itself():
    for word, voice in MARKS.items():
        assert asked(word, frozenset()) == ((voice, ""),)
    assert asked("红", frozenset()) is None
    assert asked("", NAMES) is None


def test_a_run_that_is_cut_says_on_which_side_it_goes_on():
    first, second = story("[一二\\\n三四]{框}五").paragraphs
    assert first.runs == (Run(0, 2, "box", after=True),)
    assert second.runs == (Run(0, 2, "box", before=True),)
    whole = paragraph("零[一二三四]{框}五")
    assert tail(whole, 3).runs == (Run(0, 2, "box", before=True),)
    assert tail(whole, 1).runs == (Run(0, 4, "box"),)
    assert tail(whole, 5).runs == ()


def test_marks_of_a_run_in_heading_move_with_it():
    found = paragraph("#### [导语]{着重}\n\n[正文]{框}在后。")
    assert found.text == "导语　正文在后。"
    assert [(r.voice, found.text[r.start : r.end]) for r in found.runs] == [
        ("runin", "导语"), ("dots", "导语"), ("box", "正文"),
    ]  # fmt: skip
