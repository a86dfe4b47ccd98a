"""Notes of a story: which rows are notes, what their signs are, and what is told of them."""

import pytest

from layout.diagnostics import StopError
from layout.spec.markdown.footnotes import SIGNS, sign_of
from layout.spec.markdown.story import Story, parse_story
from tests.spec.helpers import where
from tests.told import told


def story(text: str, names: frozenset[str] = frozenset()) -> Story:
    return parse_story(text.encode(), "s.md", None, names)


def texts(found: Story) -> list[str]:
    return [p.text for p in found.paragraphs]


def notes(found: Story) -> list[tuple[str, list[str]]]:
    return [(label, [p.text for p in paragraphs]) for label, paragraphs in found.notes]


@pytest.mark.parametrize(
    ("source", "text", "noted"),
    [
        ("甲[^1]乙。\n\n[^1]: 注文。", ["甲①乙。"], [("1", ["①注文。"])]),
        ("甲[^1]乙。\n[^1]: 注文。", ["甲①乙。"], [("1", ["①注文。"])]),
        ("[^1]: 注文。\n\n甲[^1]乙。", ["甲①乙。"], [("1", ["①注文。"])]),
        ("甲[^1]。\n\n[^1]: 上一行\n下一行\n\n乙。", ["甲①。", "乙。"],
         [("1", ["①上一行下一行"])]),
        ("甲[^1]乙[^2]。\n\n[^2]: 二。\n[^1]: 一。", ["甲①乙②。"],
         [("2", ["②二。"]), ("1", ["①一。"])]),
        ("甲[^1]。\n\n[^1]：全角冒号。", ["甲①。"], [("1", ["①全角冒号。"])]),
        ("甲[^甲]。\n\n[^甲]: 注。", ["甲甲。"], [("甲", ["甲　注。"])]),
        ("甲[^*]。\n\n[^*]: 注。", ["甲*。"], [("*", ["*　注。"])]),
        ("甲[^21]。\n\n[^21]: 注。", ["甲[21]。"], [("21", ["[21]注。"])]),
        ("甲[^1]，乙[^1]。\n\n[^1]: 注。", ["甲①，乙①。"], [("1", ["①注。"])]),
        ("### 题[^1]\n\n甲。\n\n[^1]: 注。", ["题①", "甲。"], [("1", ["①注。"])]),
        (r"甲\[^1]。", ["甲[^1]。"], []),
    ],
)  # fmt: skip
def test_notes_leave_the_text_and_signs_stand_in_it(
    source: str, text: list[str], noted: list[tuple[str, list[str]]]
):
    found = story(source)
    assert (texts(found), notes(found)) == (text, noted)
    assert found.remarks == () or {d.code for d in found.remarks} == {"JOINED"}


def test_a_sign_is_high_and_knows_its_note():
    (found,) = story("甲[^1]乙。\n\n[^1]: 注。").paragraphs
    assert [(r.voice, r.start, r.end, r.target) for r in found.runs] == [
        ("super", 1, 2, "1"), ("note", 1, 2, "1"),
    ]  # fmt: skip


def test_words_of_a_note_have_marks_and_places():
    found = story("甲[^1]。\n\n[^1]: 注[要]{着重}，**黑**。")
    ((_, (note,)),) = found.notes
    assert [(r.voice, note.text[r.start : r.end]) for r in note.runs] == [
        ("dots", "要"), ("strong", "黑"),
    ]  # fmt: skip
    assert (note.place_at(1).line, note.place_at(1).column) == (3, 7)


@pytest.mark.parametrize(
    ("label", "signs"),
    [("1", ("①", "[1]", "1")), ("20", ("⑳", "[20]", "20")), ("21", ("[21]", "[21]", "21")),
     ("0", ("[0]", "[0]", "0")), ("*", ("*", "*", "*")), ("甲", ("甲", "甲", "甲"))],
)  # fmt: skip
def test_signs_are_printed_as_the_head_says(label: str, signs: tuple[str, str, str]):
    assert tuple(sign_of(label, form) for form in SIGNS) == signs


def test_the_head_of_a_story_chooses_the_form():
    source = "---\ntitle: 题\nnote_sign: brackets\n---\n\n甲[^1]。\n\n[^1]: 注。"
    assert (texts(story(source)), notes(story(source))) == (["甲[1]。"], [("1", ["[1]注。"])])


@pytest.mark.parametrize(
    ("source", "key", "values", "place"),
    [
        ("甲。\n\n[^1]: 注。", "NOTE.no-sign", {"label": "1"}, (3, 1)),
        ("甲[^2]。\n\n[^1]: 注。", "NOTE.no-sign", {"label": "1"}, (3, 1)),
        ("甲[^2]。\n\n[^1]: 注。", "MARKUP.mark", None, (1, 2)),
        ("甲[^1]。", "MARKUP.mark", None, (1, 2)),
    ],
)
def test_a_sign_without_a_note_and_a_note_without_a_sign_are_told(
    source: str, key: str, values: dict[str, object] | None, place: tuple[int, int]
):
    found = [d for d in story(source).remarks if told(d)[0] == key]
    assert [where(d) for d in found] == [place]
    if values is not None:
        assert told(found[0])[1] == values


@pytest.mark.parametrize(
    ("source", "key", "values", "place"),
    [
        ("甲[^1]。\n\n[^1]:", "NOTE.empty", {"label": "1"}, (3, 1)),
        ("甲[^1]。\n\n[^1]: 一。\n[^1]: 二。", "NOTE.twice", {"label": "1", "line": 3}, (4, 1)),
    ],
)
def test_what_cannot_be_meant_is_an_error(
    source: str, key: str, values: dict[str, object], place: tuple[int, int]
):
    with pytest.raises(StopError) as stop:
        story(source)
    (one,) = stop.value.diagnostics
    assert told(one) == (key, values)
    assert where(one) == place


def test_where_rows_are_paragraphs_a_note_is_one_row():
    source = "---\nparagraphs: rows\n---\n甲[^1]。\n[^1]: 注。\n乙。"
    found = story(source)
    assert (texts(found), notes(found)) == (["甲①。", "乙。"], [("1", ["①注。"])])


def test_the_text_of_a_story_has_its_notes_last():
    assert story("甲[^1]。\n\n[^1]: 注。\n\n乙。").text == "甲①。\n乙。\n①注。"


def test_letters_over_characters_of_a_note_are_told_as_not_set():
    (one,) = story("甲[^1]。\n\n[^1]: 在[株洲]{音 zhū zhōu}。").remarks
    assert told(one) == ("NOTE.letters", {"label": "1"})
    assert where(one) == (3, 9)


def test_what_cannot_be_seen_in_a_note_is_told():
    (one,) = story("甲[^1]。\n\n[^1]: 注\u200b文。").remarks
    assert one.code == "UNSEEN"
