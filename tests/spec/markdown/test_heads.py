"""What stands at the head of a paragraph or around several: styles, quotations, verse."""

import pytest

from layout.diagnostics import Place
from layout.spec.markdown.story import Paragraph, parse_story
from tests.spec.helpers import faults_of, where


def read(text: str, rows: str = "joined") -> tuple[Paragraph, ...]:
    return parse_story(text.encode(), "s.md", rows).paragraphs


def told(text: str) -> list[tuple[str, tuple[int, int]]]:
    return [(f"{d.code}.{d.sub}", where(d)) for d in faults_of(parse_story, text.encode(), "s.md")]


@pytest.mark.parametrize(
    ("text", "styles", "words", "at"),
    [
        ("{落款} 甲", ("落款",), "甲", (1, 6)),
        ("{落款}甲", ("落款",), "甲", (1, 5)),
        ("{落款}\u3000甲", ("落款",), "甲", (1, 6)),
        ("\u3000\u3000{落款} 甲", ("落款",), "甲", (1, 8)),
        ("{ 落款 } 甲", ("落款",), "甲", (1, 8)),
        ("{落款}\n甲", ("落款",), "甲", (2, 1)),
        ("{楷体 居中} 甲", ("楷体", "居中"), "甲", (1, 9)),
        ("{楷体、居中} 甲", ("楷体", "居中"), "甲", (1, 9)),
        ("{落款} **甲**乙", ("落款",), "甲乙", (1, 6)),
        ("> 甲", ("引文",), "甲", (1, 3)),
        (">甲", ("引文",), "甲", (1, 2)),
        ("> 甲\n> 乙", ("引文",), "甲乙", (1, 3)),
        ("> 甲\n乙", ("引文",), "甲乙", (1, 3)),
        (":::楷体\n甲\n:::", ("楷体",), "甲", (2, 1)),
        ("::: 楷体 :::\n甲\n:::", ("楷体",), "甲", (2, 1)),
        (":::楷体\n:::居中\n甲\n:::\n:::", ("楷体", "居中"), "甲", (3, 1)),
        (":::楷体\n{居中} 甲\n:::", ("楷体", "居中"), "甲", (2, 6)),
        (":::楷体\n> 甲\n:::", ("楷体", "引文"), "甲", (2, 3)),
    ],
)
def test_a_paragraph_names_its_styles(
    text: str, styles: tuple[str, ...], words: str, at: tuple[int, int]
) -> None:
    (found,) = read(text)
    assert found.styles == styles
    assert found.text == words
    place = found.place_at(0)
    assert (place.line, place.column) == at or "**" in text


def test_each_name_has_its_place() -> None:
    (found,) = read("\n{楷体  居中} 甲")
    assert found.asked is not None
    assert [name.place for name in found.asked.styles] == [
        Place("s.md", 2, 2), Place("s.md", 2, 6),
    ]  # fmt: skip
    (found,) = read(":::楷体\n> 甲\n:::")
    assert found.asked is not None
    assert [name.place for name in found.asked.styles] == [Place("s.md", 1, 4), Place("s.md", 2, 1)]


@pytest.mark.parametrize("rows", ["joined", "rows"])
def test_a_style_begins_a_paragraph_below_the_rows_of_another(rows: str) -> None:
    found = read("正文\n{落款} 甲\n{日期} 乙\n\n正文\n> 丙\n| 丁\n:::楷体\n戊\n:::\n正文", rows)
    assert [(p.text, p.styles) for p in found] == [
        ("正文", ()), ("甲", ("落款",)), ("乙", ("日期",)), ("正文", ()), ("丙", ("引文",)),
        ("丁", ("诗",)), ("戊", ("楷体",)), ("正文", ()),
    ]  # fmt: skip


STANZAS = [("一", "body"), ("二", "continued"), ("三", "body"), ("四", "continued")]


@pytest.mark.parametrize("rows", ["joined", "rows"])
@pytest.mark.parametrize(
    "text",
    [
        "| 一\n| 二\n\n| 三\n| 四",
        "| 一\n| 二\n|\n| 三\n| 四",
        "|\u3000一\n|\u3000二\n\n\n|\u3000三\n|\u3000四",
        ":::诗\n一\n二\n\n三\n四\n:::",
        ":::诗\n一\\\n二\\\n\n三\n四\n:::",
        ":::诗\n| 一\n| 二\n|\n| 三\n| 四\n:::",
        "{诗} 一\n二\n\n{诗}\n三\n四",
        "{诗}\n| 一\n| 二\n\n{诗}\n| 三\n| 四",
    ],
)
def test_a_row_of_verse_is_a_line_and_an_empty_row_parts_stanzas(text: str, rows: str) -> None:
    found = read(text, rows)
    assert [(p.text, p.kind) for p in found] == STANZAS
    assert {p.styles for p in found} == {("诗",)}
    assert parse_story(text.encode(), "s.md", "joined").remarks == ()


def test_bold_goes_on_over_the_lines_of_a_verse() -> None:
    one, two = read("| 床**前\n| 明**月")
    assert [(r.start, r.end, r.voice) for r in one.runs] == [(1, 2, "strong")]
    assert [(r.start, r.end, r.voice) for r in two.runs] == [(0, 1, "strong")]
    assert two.place_at(1) == Place("s.md", 2, 6)


def test_a_small_heading_between_fences_is_one() -> None:
    found = read(":::楷体\n甲\n\n### 题\n\n#### 内\n\n乙\n:::")
    assert [(p.kind, p.text, p.styles) for p in found] == [
        ("body", "甲", ("楷体",)), ("subhead", "题", ("楷体",)), ("body", "内\u3000乙", ("楷体",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said", "at"),
    [
        ("{落款}\n\n甲", "EMPTY-STYLE.words", (1, 1)),
        ("甲\n\n{落款}", "EMPTY-STYLE.words", (3, 1)),
        ("{落款}\n{日期} 甲", "EMPTY-STYLE.words", (1, 1)),
        ("{落款}\n### 题\n\n甲", "EMPTY-STYLE.words", (1, 1)),
        (":::楷体\n甲", "FENCE.open", (1, 1)),
        ("甲\n\n  :::\n", "FENCE.none-open", (3, 3)),
        (":::甲\n" * 5 + "乙\n" + ":::\n" * 5, "FENCE.deep", (5, 1)),
        ("{" + "甲 " * 9 + "} 乙", "FENCE.names", (1, 2)),
    ],
)
def test_what_is_begun_and_not_ended_is_told(text: str, said: str, at: tuple[int, int]) -> None:
    assert told(text) == [(said, at)]


@pytest.mark.parametrize(
    "text",
    [
        r"\{落款} 甲", r"\> 甲", r"\| 甲", r"\:::", "甲{乙}丙", "甲：{乙} 丙", "{甲，乙}", "{}甲",
        "甲>乙", ">5%的人", "甲|乙", "甲:::", "{甲。} 乙", "：{甲} 乙",
    ],
)  # fmt: skip
def test_what_is_no_head_stays_text(text: str) -> None:
    (found,) = read(text)
    assert found.text == text.removeprefix("\\")
    assert found.asked is None


def test_what_is_marked_inside_is_told_at_its_place() -> None:
    story = parse_story("> 甲\n> 乙~~丙~~\n\n{楷体} <b>丁".encode(), "s.md", "joined")
    assert [(d.code, where(d)) for d in story.remarks] == [
        ("MARKUP", (2, 4)), ("MARKUP", (4, 6)),
    ]  # fmt: skip


def test_a_mark_is_no_indent() -> None:
    story = parse_story("> 甲\n> 乙\n\n  | 丙\n  | 丁\n".encode(), "s.md", "joined")
    assert story.remarks == ()


@pytest.mark.parametrize(
    ("text", "hand", "styles"),
    [
        ("{缩1行} 甲", -1, ()), ("{缩行} 甲", -1, ()), ("{缩二行} 甲", -2, ()),
        ("{缩两行} 甲", -2, ()), ("{撑1行} 甲", 1, ()), ("{撑３行} 甲", 3, ()),
        ("{顶格 缩1行} 甲", -1, ("顶格",)),
        ("{缩1行、楷体} 甲", -1, ("楷体",)), (":::楷体\n{撑2行} 甲\n:::", 2, ("楷体",)),
        ("{缩1行}\n甲", -1, ()),
    ],
)  # fmt: skip
def test_a_paragraph_asks_to_be_set_by_hand(text: str, hand: int, styles: tuple[str, ...]) -> None:
    (found,) = read(text)
    assert found.asked is not None
    assert (found.asked.hand, found.styles) == (hand, styles)
    assert found.asked.hand_at is not None


def test_of_a_paragraph_cut_by_a_line_end_the_longest_part_is_set_by_hand() -> None:
    found = read("{缩1行} 甲\\\n乙乙乙\\\n丙")
    assert [p.asked.hand for p in found if p.asked] == [0, -1, 0]


def test_hands_are_for_one_paragraph_and_few_lines() -> None:
    assert told(":::楷体 缩1行\n甲\n:::") == [("HAND.fence", (1, 7))]
    assert told("{撑4行} 甲") == told("{撑十行} 甲") == [("HAND.most", (1, 2))]
    assert told("{缩0行} 甲") == told("{撑零行} 甲") == [("HAND.nothing", (1, 2))]
    assert told("{缩1行 撑1行} 甲") == [("HAND.twice", (1, 6))]
    assert told("{缩1行}\n\n甲") == [("EMPTY-STYLE.words", (1, 1))]


KNOWN = frozenset({"落款", "楷体"})


@pytest.mark.parametrize(
    ("text", "styles", "words"),
    [
        ("｛落款｝ 甲", ("落款",), "甲"), ("\u3000\u3000｛落款　楷体｝甲", ("落款", "楷体"), "甲"),
        ("｛缩1行｝ 甲", (), "甲"), ("：：：楷体\n甲\n：：：", ("楷体",), "甲"),
        ("＞ 甲", ("引文",), "甲"), ("｜ 甲", ("诗",), "甲"),
    ],
)  # fmt: skip
def test_marks_typed_in_full_width_are_marks(
    text: str, styles: tuple[str, ...], words: str
) -> None:
    (found,) = parse_story(text.encode(), "s.md", "joined", KNOWN).paragraphs
    assert (found.styles, found.text) == (styles, words)
    assert found.asked is not None


@pytest.mark.parametrize("text", ["｛甲｝乙", "｛落款 甲｝乙", "：甲", "：：甲", "＞5%", "｜甲｜"])
def test_words_in_full_width_stay_words(text: str) -> None:
    (found,) = parse_story(text.encode(), "s.md", "joined", KNOWN).paragraphs
    assert (found.text, found.asked) == (text, None)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("| 甲\\\n| \\\n| 乙\\", ["甲", "乙"]), ("| \\\n| 甲", ["甲"]),
        ("| 甲\\\\\n| 乙", ["甲\\", "乙"]),
        ("| \\", ["\\"]), ("{诗} \\\n\\", ["\\"]),
    ],
)  # fmt: skip
def test_a_backslash_alone_is_no_line_of_a_verse(text: str, lines: list[str]) -> None:
    assert [p.text for p in read(text)] == lines
