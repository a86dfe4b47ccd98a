"""Marks of other dialects: each kind told once a story, where it first stands; words never."""

import pytest

from layout.diagnostics import Diagnostic
from layout.spec.markdown.dialects import INSIDE, ROWS
from layout.spec.markdown.story import parse_story
from layout.spec.markdown.strays import stray_marks
from layout.words.said import said
from tests.spec.helpers import where
from tests.told import assert_told


def told(source: str) -> list[Diagnostic]:
    """What is said of the marks of a text."""
    found = parse_story(source.encode(), "s.md", "joined").remarks
    return [d for d in found if d.code == "MARKUP"]


# What pandoc, mammoth, turndown, MediaWiki, forums and spreadsheets write, with its noun.
MARKS: list[tuple[str, str, tuple[int, int]]] = [
    ("| 项目 | 数量 |\n|---|---:|\n| 甲 | 12 |", "a table", (1, 1)),
    ("项目 | 数量\n--- | ---\n甲 | 12", "a table", (2, 1)),
    ("+-----+-----+\n| 甲  | 乙  |\n+=====+=====+", "a table", (1, 1)),
    ("  甲    乙\n----- ----\n  1     2", "a table", (2, 1)),
    ("------", "a rule", (1, 1)),
    ("甲\n\n---\n\n乙", "a rule", (3, 1)),
    ("标题\n====\n甲", "a heading's underline", (2, 1)),
    ("== 标题", "a heading", (1, 1)),
    ("h2. 标题", "a heading", (1, 1)),
    ("- [ ] 买菜\n- [x] 做饭", "a task", (1, 1)),
    ("+++\ntitle = 甲\n+++", "front matter", (1, 1)),
    ("词\n: 释义", "a definition list", (2, 1)),
    ("甲[^1]。\n\n[^这个注号实在是太长了]: 注文。", "a footnote", (1, 2)),
    ("甲[^注]。", "a footnote", (1, 2)),
    ("甲^[注文在此。]", "a footnote", (1, 2)),
    ("见[甲][1a]。\n\n[1a]: https://a.b", "a link", (1, 2)),
    ("[1]: https://a.b", "a link", (1, 1)),
    ("见[[甲|乙]]", "a link of a wiki", (1, 2)),
    ("[TOC]", "a table of contents", (1, 1)),
    (".. note:: 甲", "a directive", (1, 1)),
    ("正文一<br>正文二", "HTML", (1, 4)),
    ("正文一<br />正文二", "HTML", (1, 4)),
    ("<u>下划线</u>", "HTML", (1, 1)),
    ("<p style=\"text-align:center\">甲</p>", "HTML", (1, 1)),
    ("甲<o:p></o:p>", "HTML", (1, 2)),
    ("<?xml version=\"1.0\"?>", "HTML", (1, 1)),
    ("甲<!-- 待核 -->乙", "a comment", (1, 2)),
    ("甲&nbsp;乙", "an entity of HTML", (1, 2)),
    ("甲&#8212;乙", "an entity of HTML", (1, 2)),
    ("甲&#x4E00;乙", "an entity of HTML", (1, 2)),
    ("已~~删~~去", "a deletion", (1, 2)),
    ("==高亮==", "a highlight", (1, 1)),
    ("++下划线++", "an underline", (1, 1)),
    ("__粗。__字", "bold", (1, 1)),
    ("甲__乙__丙", "bold", (1, 2)),
    ("'''粗'''", "bold", (1, 1)),
    ("他_强调_。_强调_", "emphasis", (1, 7)),
    ("`代码`", "code", (1, 1)),
    ("面积$10\\mathrm{km}^2$", "a formula of TeX", (1, 3)),
    ("设$x_1$为", "a formula of TeX", (1, 2)),
    ("$$x$$", "a formula of TeX", (1, 1)),
    ("甲\\newpage", "a formula of TeX", (1, 2)),
    ("{汉字|han zi}", "a reading of Han", (1, 1)),
    ("[甲]{.underline}", "an attribute", (1, 4)),
    ("甲{#anchor}", "an attribute", (1, 2)),
    ("词{着重}", "marked words", (1, 2)),
    ("甲\\n乙", "an escape of a program", (1, 2)),
    ("甲\\u3000乙", "an escape of a program", (1, 2)),
    ("甲\\ 乙", "a space that no line ends at", (1, 2)),
    ("{--甲--}乙", "a reviewer's mark", (1, 1)),
    ("!!! note\n甲", "a block of its own", (1, 1)),
    ("{{甲}}", "a template's field", (1, 1)),
    ("甲，:::注意", "a block of its own", (1, 3)),
    ("[b]粗[/b]", "BBCode", (1, 5)),
    ("甲:smile:", "a picture by its name", (1, 2)),
    ("甲---乙", "a dash", (1, 2)),
    ("他说------走。", "a dash", (1, 3)),
    ("甲......乙", "an ellipsis", (1, 2)),
    ("......", "an ellipsis", (1, 1)),
    ("甲＼\n乙", "a line's end", (1, 2)),
    ("[甲]{红", "marked words", (1, 4)),
    ("-{zh-hans:计算机; zh-hant:電腦;}-", "a variant of a wiki", (1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("source", "noun", "place"), MARKS)
def test_a_mark_of_another_dialect_is_told_and_set(
    source: str, noun: str, place: tuple[int, int]
) -> None:
    found = told(source)
    mine = [d for d in found if str(d.said["noun"]) == noun]
    assert len(mine) == 1, found
    assert where(mine[0]) == place
    assert mine[0].hint
    text = "".join(p.text for p in parse_story(source.encode(), "s.md").paragraphs)
    assert "".join(text.split()) == "".join(source.split())


def test_each_row_of_the_tables_is_met_by_a_case() -> None:
    nouns = {noun for _, noun, _ in MARKS}
    met_elsewhere = {"a quotation", "a list"}  # tests/spec/markdown/test_story.py
    assert {str(said(d.noun)) for d in (*ROWS, *INSIDE)} - met_elsewhere == nouns


@pytest.mark.parametrize(
    "words",
    ["[^1][词]{红}", "[^1][^2]", "[词][^1]", "[甲][词]{红}", "10^3^[词]{红}", "[词]{红}[^1]"],
)
def test_a_sign_of_a_note_or_marked_words_beside_brackets_are_no_link(words: str) -> None:
    source = f"正文{words}。\n\n又[^1][^2]。\n\n[^1]: 注。\n\n[^2]: 注。\n".encode()
    assert parse_story(source, "s.md", names=frozenset({"红"})).remarks == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("词{红}乙", (1, 2)), ("### {落款} 甲\n\n乙", (1, 5)), ("#### {缩1行} 甲\n\n乙", (1, 6)),
        ("甲[^1]\n\n[^1]: {落款} 注", (3, 7)), ("| {落款} 甲\n| 乙", (1, 3)),
        ("甲{音 jiǎ}", (1, 2)), ("- {落款 缩1行} 甲", (1, 3)),
    ],
)  # fmt: skip
def test_a_brace_of_known_words_in_another_place_is_told(text: str, place: tuple[int, int]) -> None:
    remarks = parse_story(text.encode(), "s.md", names=frozenset({"红", "落款"})).remarks
    (found,) = [d for d in remarks if d.code == "MARKUP"]
    assert (where(found), found.said["way"]) == (place, said("part.way-brace-head"))


@pytest.mark.parametrize(
    "text", ["甲{乙}", r"甲\{红}", "{落款} 甲", "[甲]{红}", "> {无} 甲", "{{红}}"]
)
def test_a_brace_that_is_read_or_holds_other_words_is_not(text: str) -> None:
    remarks = parse_story(text.encode(), "s.md", names=frozenset({"红", "落款"})).remarks
    assert not [d for d in remarks if ("way", said("part.way-brace-head")) in d.said.values]


def test_a_kind_is_told_once_with_how_many_there_are() -> None:
    source = "一<br>二<br>三<u>四</u>\n\n五&nbsp;六&nbsp;七&lt;八\n\n* 九\n\n* 十\n"
    found = told(source)
    assert [(where(d), d.said["text"]) for d in found] == [
        ((1, 2), "<br>"), ((1, 12), "<u>"), ((3, 2), "&nbsp;"), ((3, 16), "&lt;"), ((5, 1), "*"),
    ]  # fmt: skip
    two = said("part.such-marks", marks=2)
    assert [d.said["many"] for d in found] == [two, two, two, "", two]
    assert found[0].said["way"] == said("part.way-row-end")
    assert found[3].said["way"] == said("part.write", text="<")


@pytest.mark.parametrize(
    "source",
    [
        "票价$100，折后$80", "US$100、HK$200", "A$和HK$", "人民币￥100", "100$和200$",
        "5~10天", "3~~5", "a_b和c_d", "报告_终稿_2.docx", "姓名____，年龄____", "（____）____",
        "<<书>>和<书>", "A<B且C>D", "x<y，y>z", "<甲>", "表<A>", "3<5", "《书》<注>",
        "AT&T、R&D", "B&B;", "甲&乙;", "Q&A", "C++和C++", "1+1==2", "a==b", "甲=乙=丙",
        "[1][2]", "[1]甲[2]", "［注］", "[记者]", "[甲]说", "【甲】【乙】", "(甲)[乙]",
        "10:30:45", "比分3:2:1", "甲：乙", "12:30:", "http://a.b:80/c", "D:\\news", "甲/乙\\丙",
        "C:\\new", "a\\nb",
        "|甲|", "甲|乙", "“甲”、'乙'", "he's 'so' it's", "5''", "-5度", "1. 甲", "1) 甲", "（1）甲",
        "①甲", "·甲", "•甲", "—甲", "——甲", "甲——乙", "甲……乙", "wait... what", "甲-乙--丙",
        "3-5-7", "2026-09-20", "甲{甲}", "｛甲｝", "{甲，乙}", "#话题#", "@甲", "100%%", "*注",
        "甲*", "^_^，^_^",
        "`", "it`s", "甲`乙", "~", "$", "&", "<", "甲 = 乙",
        r"\<br>", r"\`甲\`", r"\$x\$", r"\__粗__", r"\| 甲 | 乙 |", r"\==高亮==", r"甲\&nbsp;",
        r"\~~删~~", r"\[^1]", r"\{甲|jia}", r"\:::注意", r"\---", r"\......",
    ],
)  # fmt: skip
def test_words_are_no_marks(source: str) -> None:
    assert told(source) == []


def test_a_picture_that_is_a_link_is_told_as_a_picture() -> None:
    (found,) = told("见[![图](a.jpg)](https://a.b)")
    assert (where(found), found.said["noun"]) == ((1, 3), said("part.mark-picture"))


def test_a_backslash_that_silences_is_not_set() -> None:
    (found,) = parse_story("\\$x$、\\&lt;、\\:::\n".encode(), "s.md").paragraphs
    assert found.text == "$x$、&lt;、:::"


def test_marks_of_words_in_display_type_are_told_whatever_they_say() -> None:
    """A headline has the names of styles and colours, and no others."""
    assert not list(stray_marks([(0, "[甲]{红}")], "s.md", rows_too=False, names={"红"}))
    field = stray_marks([(0, "{section}")], "s.md", rows_too=False, names={"section"})
    assert not list(field)
    page = stray_marks([(0, "[甲]{着重}乙[^1]")], "s.md", rows_too=False)
    assert [(s.noun, s.hint.key, s.place.column) for s in page] == [
        ("part.mark-words", "part.way-in-text", 9), ("part.mark-words", "part.way-in-text", 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "noun", "place"),
    [
        ("＃＃＃ 老桥不拆", "part.mark-heading", (1, 1)),
        ("＃＃＃老桥不拆", "part.mark-heading", (1, 1)),
        ("＃　老桥不拆", "part.mark-heading", (1, 1)),
        ("#＃＃ 老桥不拆", "part.mark-heading", (1, 1)),
        ("他说＊＊粗＊＊的", "part.mark-bold", (1, 3)),
        ("－ 桥\n－ 路", "part.mark-list", (1, 1)),
        ("桥\n\n－－－\n\n路", "part.mark-rule", (3, 1)),
        ("桥＼\n路", "part.mark-row-end", (1, 2)),
        ("桥［＾1］", "part.mark-footnote", (1, 2)),
        ("桥[＾1]", "part.mark-footnote", (1, 2)),
        ("［桥］{红}", "part.mark-words", (1, 4)),
        ("[桥]{红", "part.mark-words", (1, 4)),
    ],
)  # fmt: skip
def test_marks_in_full_width_are_told(source: str, noun: str, place: tuple[int, int]) -> None:
    (one,) = told(source)
    assert_told(one, "MARKUP.mark", {"noun": said(noun)})
    assert (one.severity, where(one)) == ("warning", place)


@pytest.mark.parametrize(
    "source", ["＃话题＃", "3＃楼", "张＊＊", "1＊＊2＊＊", "5－10", "－－好", "A＼B"]
)
def test_signs_in_full_width_that_are_no_marks_are_not_told(source: str) -> None:
    assert told(source) == []


@pytest.mark.parametrize(
    "words",
    ["＃＃＃ 老桥", "＊＊粗＊＊", "－ 桥", "［^1］", "：：：楷体", "＞ 引", "＞", "｜ 诗", "｜"],
)
def test_a_backslash_makes_a_sign_in_full_width_itself(words: str) -> None:
    story = parse_story(f"\\{words}".encode(), "s.md", "joined")
    assert (story.text, [d for d in story.remarks if d.code == "MARKUP"]) == (words, [])
