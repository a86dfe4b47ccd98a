"""Words found in a text: every place once, none in a key, over a row's end if rows are joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.desk.words import find, replaced

STORY = """\
---
title: 株州的早市
notes: title
---

株州的早市有四十年了。株
州人爱去。

株州港不在株

州。
"""


def at(text: str, words: str, **how: object) -> list[tuple[int, int]]:
    return [(f.line, f.column) for f in find(text, words, **how)]  # type: ignore[arg-type]


def test_places_are_counted_by_line_and_column():
    assert at(STORY, "株州") == [(2, 8), (6, 1), (9, 1)]
    assert at("a\r\n株州株州\r株州", "株州") == [(2, 1), (2, 3), (3, 1)]
    assert at("株株株", "株株") == [(1, 1)]


def test_joined_rows_are_one_paragraph_and_an_empty_row_ends_it():
    assert at(STORY, "株州", joined=True) == [(2, 8), (6, 1), (6, 12), (9, 1)]
    assert at("---\ntitle: 株\n州: 1\n---\n\n株\r\n州\n", "株州", joined=True) == [(6, 1)]


def test_longer_words_that_hold_them_may_be_left_out():
    assert at(STORY, "株州", besides=["株州港"]) == [(2, 8), (6, 1)]
    assert at(STORY, "株州", besides=["株州港", "株州的"]) == []


def test_words_with_a_mark_inside_are_found_and_not_changed():
    text = "---\ntitle: 株 | 州\n---\n\n**株**州和株州，株|州。\n"
    found = list(find(text, "株州", joined=True))
    assert [(f.words, f.parted) for f in found] == [
        ("株 | 州", True), ("株**州", True), ("株州", False), ("株|州", True),
    ]  # fmt: skip
    assert replaced(text, found, "株洲") == text.replace("和株州", "和株洲")
    assert at("甲*乙", "甲*乙") == [(1, 1)]
    assert not next(find("甲*乙", "甲*乙")).parted


def test_the_name_of_a_style_may_stand_inside_words_and_they_are_not_changed():
    text = "---\ntitle: [株]{红}州和株[州]{大 红}\n---\n\n[株]{红}[州]{蓝}和[株州]{红}，株[1]州。\n"
    found = list(find(text, "株州", joined=True))
    assert [(f.words, f.parted) for f in found] == [
        ("株]{红}州", True), ("株[州", True), ("株]{红}[州", True), ("株州", False),
    ]  # fmt: skip
    changed = replaced(text, found, "株洲")
    assert changed == text.replace("[株州]", "[株洲]")


def test_keys_are_no_words():
    assert at(STORY, "title") == [(3, 8)]
    assert at("title: 甲\n  - title: title\n", "title", keyed=True) == [(2, 12)]
    assert at("文中title: 甲", "title") == [(1, 3)]


def test_what_stands_round_a_place_is_of_its_row():
    (found,) = find("前一行\n早市在株州的北边\n后一行", "株州")
    assert (found.before, found.words, found.after) == ("早市在", "株州", "的北边")
    (found,) = find("一" * 30 + "株州" + "二" * 30, "株州")
    assert (len(found.before), len(found.after)) == (12, 12)


def test_a_row_that_ended_inside_ends_after_the_new_words():
    text = "在株\r\n州的人，株州人。"
    places = list(find(text, "株州", joined=True))
    assert replaced(text, places, "株洲市") == "在株洲市\r\n的人，株洲市人。"


@given(
    st.text("株州洲\n，", max_size=40), st.text("株州洲", min_size=1, max_size=3),
    st.text("甲乙", max_size=3),
)  # fmt: skip
def test_without_joined_rows_it_is_plain_replacing(text: str, words: str, new: str):
    assert replaced(text, list(find(text, words)), new) == text.replace(words, new)


@given(st.text("株州\n，", max_size=40), st.text("株州", min_size=1, max_size=3))
def test_joined_places_are_those_of_the_text_without_single_row_ends(text: str, words: str):
    found = list(find(text, words, joined=True))
    assert [f.words.replace("\n", "") for f in found] == [words] * len(found)
    assert "\n\n" not in "".join(f.words for f in found)
    assert len("".join(replaced(text, found, "").split("\n"))) == len(text.replace("\n", "")) - len(
        words
    ) * len(found)


@pytest.mark.parametrize("words", [".", "*", "（", "\\", "[a]", "^"])
def test_signs_are_themselves(words: str):
    assert [f.start for f in find(f"甲{words}乙{words}", words)] == [1, 2 + len(words)]
