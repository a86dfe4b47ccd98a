"""The items of lists: their marks, and how deep they stand."""

import pytest

from layout.spec.markdown.items import Item, Levels, item
from layout.spec.markdown.story import Paragraph, parse_story


def read(text: str) -> tuple[Paragraph, ...]:
    return parse_story(text.encode(), "s.md", "joined").paragraphs


def told(text: str) -> list[tuple[str, int, int, int]]:
    """Of each paragraph: its text, list, level, and the length of its mark."""
    found = []
    for p in read(text):
        asked = p.asked
        found.append((p.text, *((asked.list, asked.level, asked.mark) if asked else (0, 0, 0))))
    return found


@pytest.mark.parametrize(
    ("words", "kind", "mark", "length"),
    [
        ("- 甲", "-", "", 2), ("-\u3000甲", "-", "", 2), ("-  甲", "-", "", 3),
        ("1. 甲", "figures", "1.", 3), ("12．甲", "figures", "12．", 3),
        ("３、甲", "figures", "３、", 2),
        ("一、甲", "han", "一、", 2), ("二十一、甲", "han", "二十一、", 4),
        ("（一）甲", "han-in", "（一）", 3), ("(十二) 甲", "han-in", "(十二)", 5),
        ("（1）甲", "figures-in", "（1）", 3), ("2)甲", "figures-in", "2)", 2),
        ("①甲", "circles", "①", 1), ("⑴甲", "circles", "⑴", 1), ("㈠甲", "circles", "㈠", 1),
        ("A.甲", "letters", "A.", 2), ("b）甲", "letters", "b）", 2),
        ("●甲", "bullets", "●", 1), ("■\u3000甲", "bullets", "■", 2), ("·甲", "bullets", "·", 1),
    ],
)  # fmt: skip
def test_marks_of_items(words: str, kind: str, mark: str, length: int) -> None:
    assert item(words, listed=True) == Item(kind, mark, length, typed=kind != "-")


@pytest.mark.parametrize(
    "words",
    [
        "甲", "1.5倍", "2026.9.20", "-5度", "- [ ] 甲", "- - -", "-", "- ", "A.B.公司",
        "●", "一", "（甲）乙", "1998年", "十五个", "——甲",
    ],
)  # fmt: skip
def test_what_is_no_mark(words: str) -> None:
    assert item(words, listed=True) is None


def test_in_running_text_only_the_marks_of_markdown_are_marks() -> None:
    assert item("1. 甲", listed=False) == Item("1.", "1.", 3, typed=False)
    assert item("- 甲", listed=False) is not None
    for words in ("一、甲", "（1）甲", "1.甲", "1．甲", "①甲", "●甲", "1)甲"):
        assert item(words, listed=False) is None


def test_items_and_their_paragraphs() -> None:
    assert told("- 甲\n- 乙\n  丙\n\n正文\n\n1. 丁\n2. 戊") == [
        ("●甲", 1, 1, 1), ("●乙丙", 1, 1, 1), ("正文", 0, 0, 0), ("1.丁", 2, 1, 2),
        ("2.戊", 2, 1, 2),
    ]  # fmt: skip
    assert {p.styles for p in read("- 甲\n- 乙")} == {("列表",)}


def test_indents_lie_deeper() -> None:
    text = "- 甲\n  - 乙\n    - 丙\n  - 丁\n- 戊\n\n\u3000\u3000- 己"
    assert told(text) == [
        ("●甲", 1, 1, 1), ("○乙", 1, 2, 1), ("—丙", 1, 3, 1), ("○丁", 1, 2, 1), ("●戊", 1, 1, 1),
        ("○己", 1, 2, 1),
    ]  # fmt: skip
    assert told("  - 甲\n  - 乙\n   1. 丙") == [
        ("●甲", 1, 1, 1), ("●乙", 1, 1, 1), ("1.丙", 2, 1, 2),
    ]  # fmt: skip


def test_kinds_of_typed_marks_lie_deeper() -> None:
    rows = "一、甲\n（一）乙\n1. 丙\n（1）丁\n①戊\n2．己\n（二）庚\n二、辛\n- 壬"
    assert [level for _, _, level, _ in told(f":::列表\n{rows}\n:::")] == [
        1, 2, 3, 4, 4, 3, 2, 1, 2,
    ]  # fmt: skip
    assert {own for _, own, _, _ in told(f":::列表\n{rows}\n:::")} == {1}


def test_a_list_ends_with_a_paragraph_of_another_kind_and_at_a_fence() -> None:
    assert told("{列表} 一、甲\n\n正文\n\n{列表} （1）乙") == [
        ("一、甲", 1, 1, 2), ("正文", 0, 0, 0), ("（1）乙", 2, 1, 3),
    ]  # fmt: skip
    text = ":::列表\n●甲\n:::\n:::列表\n①乙\n:::"
    assert [(own, level) for _, own, level, _ in told(text)] == [(1, 1), (2, 1)]
    assert [(own, level) for _, own, level, _ in told("- 甲\n\n1. 乙\n\n- 丙")] == [
        (1, 1), (2, 1), (3, 1),
    ]  # fmt: skip


def test_an_item_goes_on_without_a_mark_inside_the_fence() -> None:
    assert told(":::列表\n前言\n\n一、甲\n\n乙\n\n（1）丙\n\n丁\n:::") == [
        ("前言", 0, 0, 0), ("一、甲", 1, 1, 2), ("乙", 1, 1, 0), ("（1）丙", 1, 2, 3),
        ("丁", 1, 2, 0),
    ]  # fmt: skip


def test_a_line_end_in_an_item_has_no_mark_of_its_own() -> None:
    first, second = read("- 甲\\\n乙")
    assert (first.text, second.text, second.kind) == ("●甲", "乙", "continued")
    assert first.asked is not None
    assert second.asked is not None
    assert (first.asked.mark, second.asked.mark, second.asked.level) == (1, 0, 1)


def test_runs_and_places_stand_behind_the_mark() -> None:
    (found,) = read("12. 甲**乙**")
    assert found.text == "12.甲乙"
    assert [(r.start, r.end) for r in found.runs] == [(4, 5)]
    assert [found.place_at(at).column for at in (0, 3, 4)] == [1, 5, 8]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("正文\n1998. 完了", 1), ("正文\n1. 甲", 2), ("1. 甲\n2. 乙", 2), ("正文\n- 甲", 2),
        ("正文。\n2. 乙", 1),
    ],
)  # fmt: skip
def test_a_figure_in_running_text_begins_no_item(text: str, count: int) -> None:
    assert len(read(text)) == count


def test_a_verse_has_no_items() -> None:
    assert [p.text for p in read(":::诗\n- 甲\n1. 乙\n:::")] == ["- 甲", "1. 乙"]


def test_a_style_before_the_mark() -> None:
    (found,) = read("{楷体} - 甲")
    assert (found.text, found.styles) == ("●甲", ("楷体", "列表"))


def test_levels_have_a_limit() -> None:
    levels = Levels()
    mark = Item("-", "", 2, typed=False)
    assert [levels.enter(mark, 2 * k) for k in range(6)] == [1, 2, 3, 4, 4, 4]
