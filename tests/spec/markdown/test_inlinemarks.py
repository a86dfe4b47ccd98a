"""Marks inside a paragraph: what is markup, what is text, and that nothing else is taken."""

import string
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from layout.diagnostics import StopError
from layout.spec.markdown.items import BULLETS
from layout.spec.markdown.paragraph import VOICES
from layout.spec.markdown.story import Paragraph, parse_story
from tests.cost import assert_time_grows_as
from tests.spec.helpers import where

ESCAPABLE = set(string.punctuation)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    return parse_story(text.encode(), "s.md").paragraphs


def paragraph(text: str) -> Paragraph:
    (found,) = paragraphs(text)
    return found


def voices(found: Paragraph) -> list[tuple[str, str]]:
    return [(run.voice, found.text[run.start : run.end]) for run in found.runs]


@pytest.mark.parametrize(
    ("source", "text", "runs"),
    [
        ("10^3^", "103", [("super", "3")]),
        ("10^-3^mol", "10-3mol", [("super", "-3")]),
        ("面积5m^2^。", "面积5m2。", [("super", "2")]),
        ("x^2n+1^", "x2n+1", [("super", "2n+1")]),
        ("E=mc^2^", "E=mc2", [("super", "2")]),
        ("H~2~O", "H2O", [("sub", "2")]),
        ("Fe~2~O~3~", "Fe2O3", [("sub", "2"), ("sub", "3")]),
        ("SO~4~^2-^", "SO42-", [("sub", "4"), ("super", "2-")]),
        ("(NH~4~)~2~", "(NH4)2", [("sub", "4"), ("sub", "2")]),
        ("Na^+^和OH^-^", "Na+和OH-", [("super", "+"), ("super", "-")]),
        ("PM~2.5~浓度", "PM2.5浓度", [("sub", "2.5")]),
        ("x~i,j~ + x~n-1~", "xi,j + xn-1", [("sub", "i,j"), ("sub", "n-1")]),
        ("密度ρ~水~", "密度ρ水", [("sub", "水")]),
        ("^14^C", "14C", [("super", "14")]),
        ("张三^[1]^、李四^［2］^", "张三[1]、李四［2］", [("super", "[1]"), ("super", "［2］")]),
        ("他说。”^①^", "他说。”①", [("super", "①")]),
        ("甲^注1^乙^注^", "甲注1乙注", [("super", "注1"), ("super", "注")]),
        ("版心^TM^", "版心TM", [("super", "TM")]),
        ("姓名^*^电话^**^", "姓名*电话**", [("super", "*"), ("super", "**")]),
        (r"姓名^\*^", "姓名*", [("super", "*")]),
        ("10^3^~10^4^", "103~104", [("super", "3"), ("super", "4")]),
        ("**H~2~O**", "H2O", [("strong", "H2O"), ("sub", "2")]),
        ("**H**~2~O", "H2O", [("strong", "H"), ("sub", "2")]),
        ("*x^2^*", "x2", [("emphasis", "x2"), ("super", "2")]),
        ("**5m^2^**", "5m2", [("strong", "5m2"), ("super", "2")]),
        ("17^2^/~3~字", "172/3字", [("super", "2"), ("sub", "3")]),
        ("3^1^⁄~12~", "31⁄12", [("super", "1"), ("sub", "12")]),
        ("^1^/~2~", "1/2", [("super", "1"), ("sub", "2")]),
    ],
)
def test_high_and_low_type(source: str, text: str, runs: list[tuple[str, str]]) -> None:
    found = paragraph(source)
    assert (found.text, voices(found)) == (text, runs)


@pytest.mark.parametrize(
    "source",
    [
        "3~5天，10~20人", "3~5天,10~20人", "1/~3~5天", "3~5~7", "1~2日、3~4日", "第3~5页",
        "5~10℃~15℃",
        "周一~周五、周六~周日", "A~B两组，C~D两组", "从A~C到D~F", "A~C,D~F", "A~C、D~F",
        "(1)~(3),(5)~(7)", "~甲~", "甲~乙~丙", "A~ 2~", "H~~2~~O", "~~删~~", "H~2", "H ~2~ O",
        "2^3=8", "2^3+2^4=24", "2^n+3^n", "2^10和2^20", "2^10，3^20", "a ^2 ^b", "甲^", "^^", "^_^",
        "好^-^好", "(^o^)", "10^^", "x^ 2^", "甲^这里不是上标的一句话^乙",
        "甲^乙，丙^", "2^3^4", "H~2,000,000,000,000~",
    ],
)  # fmt: skip
def test_what_only_looks_like_high_or_low_type(source: str) -> None:
    found = paragraph(source)
    assert (found.text, found.runs) == (source, ())


@pytest.mark.parametrize(
    ("source", "text", "runs"),
    [
        ("3*5=15", "3*5=15", []),
        ("长60*80*100厘米", "长60*80*100厘米", []),
        ("甲*、乙*。", "甲*、乙*。", []),
        ("（*）和（*）", "（*）和（*）", []),
        ("*“甲”*乙", "“甲”乙", [("emphasis", "“甲”")]),
        ("“*甲*”", "“甲”", [("emphasis", "甲")]),
        ("“**甲**”说**“乙”**", "“甲”说“乙”", [("strong", "甲"), ("strong", "“乙”")]),
        ("*2019*年", "2019年", [("emphasis", "2019")]),
        ("***甲***", "甲", [("strong", "甲"), ("emphasis", "甲")]),
        ("**甲 **乙** 丙**", "甲 乙 丙", [("strong", "甲 乙 丙")]),
        (r"\^_\^ \~ \< \[甲]", "^_^ ~ < [甲]", []),
        (r"10\^3^ H\~2~", "10^3^ H~2~", []),
        ("甲 _乙_ 丙", "甲 _乙_ 丙", []),
    ],
)
def test_asterisks_and_escapes(source: str, text: str, runs: list[tuple[str, str]]) -> None:
    found = paragraph(source)
    assert (found.text, voices(found)) == (text, runs)


@pytest.mark.parametrize(
    ("source", "text", "words", "target"),
    [
        ("见[甲乙](https://a.b/c?d=e#f)。", "见甲乙。", "甲乙", "https://a.b/c?d=e#f"),
        ("[甲](HTTP://a.b)", "甲", "甲", "HTTP://a.b"),
        ("[信](mailto:a@b.cn)", "信", "信", "mailto:a@b.cn"),
        ("[甲](https://a.b/c_(d)_e)", "甲", "甲", "https://a.b/c_(d)_e"),
        ("[甲](https://a.b/*c*~d~)", "甲", "甲", "https://a.b/*c*~d~"),
        ("[见[注]](https://a.b)", "见[注]", "见[注]", "https://a.b"),
        (r"[见\]](https://a.b)", "见]", "见]", "https://a.b"),
        ("[1][甲](https://a.b)", "[1]甲", "甲", "https://a.b"),
        ("[甲\n乙](https://a.b)", "甲乙", "甲乙", "https://a.b"),
        ("<https://a.b/c_d>", "https://a.b/c_d", "https://a.b/c_d", "https://a.b/c_d"),
        ("信箱<mailto:a@b.cn>", "信箱a@b.cn", "a@b.cn", "mailto:a@b.cn"),
    ],
)
def test_links(source: str, text: str, words: str, target: str) -> None:
    found = paragraph(source)
    (run,) = found.runs
    assert (found.text, found.text[run.start : run.end]) == (text, words)
    assert (run.voice, run.target) == ("link", target)
    assert parse_story(source.encode(), "s.md", "joined").remarks == ()


def test_links_hold_bold_and_stand_in_bold() -> None:
    assert voices(paragraph("[甲**乙**](https://a.b)")) == [("link", "甲乙"), ("strong", "乙")]
    assert voices(paragraph("**[m^2^](https://a.b)**")) == [
        ("strong", "m2"), ("link", "m2"), ("super", "2"),
    ]  # fmt: skip
    # Links hold no other links: the inner one is one.
    assert voices(paragraph("[甲[乙](https://a.b)丙](https://c.d)")) == [("link", "乙")]


def test_a_link_that_bold_cuts_in_two_is_told() -> None:
    story = parse_story("**甲[乙**](https://a.b)丙".encode(), "s.md")
    assert story.paragraphs[0].text == "甲[乙](https://a.b)丙"
    assert [where(d) for d in story.remarks] == [(1, 8)]


def test_a_heading_in_the_line() -> None:
    heading, plain = paragraphs("#### 一、**统筹**推进  \n\n城市\n规划\n\n下一段")
    assert heading.text == "一、统筹推进\u3000城市规划"
    assert voices(heading) == [("runin", "一、统筹推进"), ("strong", "统筹")]
    assert heading.kind == "body"
    assert (plain.text, plain.runs) == ("下一段", ())
    at = [heading.place_at(i) for i in (0, 2, 6, 7, 8, 9)]
    assert [(p.line, p.column) for p in at] == [(1, 6), (1, 10), (1, 16), (3, 1), (3, 2), (4, 1)]


@pytest.mark.parametrize("source", ["#### 一\n正文**粗**", "正文\n#### 一\n\n正文**粗**"])
def test_a_heading_in_the_line_needs_no_empty_row(source: str) -> None:
    found = paragraphs(source)[-1]
    assert voices(found) == [("runin", "一"), ("strong", "粗")]
    assert found.text == "一\u3000正文粗"


def test_a_heading_in_the_line_before_a_forced_line_end() -> None:
    first, second = paragraphs("#### 地址\n甲路\\\n乙号")
    assert (first.text, first.kind) == ("地址\u3000甲路", "body")
    assert (second.text, second.kind) == ("乙号", "continued")


def test_a_backslash_ends_a_line() -> None:
    found = paragraphs("甲\\\n乙*丙 \\\n丁 戊\n己\\\n\\\n庚\\")
    assert [(p.kind, p.text) for p in found] == [
        ("body", "甲"), ("continued", "乙*丙"), ("continued", "丁 戊己"), ("continued", "庚\\"),
    ]  # fmt: skip
    found = paragraphs("甲**乙\\\n*丙*丁**\\\\\n戊")
    assert [p.text for p in found] == ["甲乙", "丙丁\\戊"]
    assert [voices(p) for p in found] == [
        [("strong", "乙")], [("strong", "丙丁"), ("emphasis", "丙")],
    ]  # fmt: skip
    place = found[1].place_at(1)
    assert (place.line, place.column) == (2, 4)
    assert [p.text for p in paragraphs("abc\\\ndef\nghi")] == ["abc", "def ghi"]


def test_spaces_at_a_rows_end_do_nothing() -> None:
    assert paragraph("甲  \n乙").text == "甲乙"


@pytest.mark.parametrize(
    ("head", "middle", "tail", "most"),
    [
        ("", "[" * 10, "甲](https://a.b)", 6_000),
        ("", "![甲![甲", "](https://a.b)", 10_000),
        ("", "甲^1", "", 80_000),
        ("", "A~1", "", 80_000),
        ("](https://", "a", "", 200_000),
        ("", "[甲](https://a(", "", 20_000),
        ("", "<https://a", "", 20_000),
        ("", "<a:", "", 80_000),
        ("", "甲\\\n", "乙", 4_000),
        ("**", "甲\\\n", "乙**", 4_000),
        ("", "*甲**乙[*甲**乙[", "](https://a.b)**丙*", 10_000),
        ("", "abc\n", "^", 100_000),
    ],
)
def test_many_marks_do_not_take_long(head: str, middle: str, tail: str, most: int) -> None:
    # A search from each mark to each would be a square, and take hours.
    def read(count: int) -> None:
        ends = count if len(tail) > 4 else 1
        parse_story((head + middle * count + tail * ends).encode(), "s.md")

    assert_time_grows_as(read, most // 20, most)


def test_there_are_as_many_voices_as_are_named() -> None:
    found = paragraphs("#### 一\n**甲** *乙* x^2^ H~2~ [丙](https://a.b)")
    assert {run.voice for p in found for run in p.runs} == set(VOICES)


texts = st.lists(
    st.sampled_from(
        [
            "甲", "乙。", "“", "”", "a", "B", "1", "23", " ", "\n", "\n\n", "*", "**", "***",
            "^", "~", "^2^", "~2~", "[", "]", "](https://a.b)", "](x)", "<", ">", "<https://a.b>",
            "\\", "\\\n", "### ", "\n#### ", "!", "-", "#", "(", ")", "_",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(texts)
@example("**甲^2^**\\\n[乙](https://a.b)")
@example("- 甲")
@example("甲- 乙\n- - 丙")
def test_exactly_the_marks_are_taken(source: str) -> None:
    """Each character is set once, in order and where it says it stands, or is part of a mark."""
    rows = source.split("\n")
    try:
        found = paragraphs(source)
    except StopError:
        return
    taken = {(r, c): char for r, row in enumerate(rows, 1) for c, char in enumerate(row, 1)}
    before = (0, 0)
    runs: Counter[str] = Counter()
    addresses, items = "", 0
    for p in found:
        for offset, char in enumerate(p.text):
            place = p.place_at(offset)
            here = (place.line, place.column)
            if taken.get(here) == char and here > before:
                before = here
                del taken[here]
            elif char in BULLETS:  # drawn for the - of an item
                items += 1
            else:  # between two Latin rows, or after a heading in the line
                assert char in " \u3000"
        assert list(p.runs) == sorted(p.runs, key=lambda r: (r.start, -r.end))
        for run in p.runs:
            assert 0 <= run.start < run.end <= len(p.text)
            runs[run.voice] += 1
            addresses += run.target
    for (line, column), char in list(taken.items()):
        after = rows[line - 1][column:]
        if char == "\\":
            escapes = after[:1] in ESCAPABLE and (line, column + 1) not in taken
            assert escapes or (not after.strip() and line < len(rows))
            del taken[line, column]
    left = Counter(taken.values())
    for char in " \u3000":
        left.pop(char, None)
    assert left.pop("^", 0) == 2 * runs["super"]
    assert left.pop("~", 0) == 2 * runs["sub"]
    stars = left.pop("*", 0)
    assert bool(stars) == bool(runs["strong"] or runs["emphasis"])
    if "\\\n" not in source:  # there a run goes on in the next paragraph
        assert stars >= 4 * runs["strong"] + 2 * runs["emphasis"]
    assert left["["] == left["]"] == left["("] == left[")"]
    quotes = sum(row.lstrip()[:1] == ">" for row in rows)
    assert left.pop("-", 0) == items
    assert left["<"] <= left[">"] <= left["<"] + quotes
    assert left["["] + left["<"] >= (1 if runs["link"] else 0)
    assert bool(addresses) == bool(runs["link"])
    # What remains are addresses of links and the marks of headings.
    assert set(left) <= set("[]()<>#https://a.b")
