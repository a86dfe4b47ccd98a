"""Words beside the text they come from."""

from hypothesis import given
from hypothesis import strategies as st

from layout.whence.align import along, among, squeezed

LETTERS = st.text("甲乙丙丁 ", max_size=12)


def test_a_line_of_a_paragraph() -> None:
    assert along("乙丙", "甲乙丙丁", 1) == [1, 2]
    assert along("甲 b\u00ad", "甲 bc", 0) == [0, 1, 2, None]
    assert along("甲乙", "甲   乙", 0) == [0, 4]  # spaces at a line's end
    assert along("甲乙", "甲丙乙", 0) == [0, None]  # a character is never left out


def test_a_value_with_marks_and_fields() -> None:
    assert among("甲乙　丙", "甲**乙** | 丙") == [0, 3, None, 9]
    assert among("第9版", "第{page}版") == [0, None, 7]
    assert among("　", "甲") == [None]
    assert among("", "甲") == []


@given(LETTERS, st.lists(st.sampled_from(["*", "^", " | ", "\\"]), max_size=4), st.randoms())
def test_what_is_typed_among_marks_is_found(words: str, marks: list[str], chance: object) -> None:
    source = list(words)
    for mark in marks:
        source.insert(chance.randrange(len(source) + 1), mark)  # type: ignore[attr-defined]
    text = "".join(source)
    found = among(words, text)
    assert len(found) == len(words)
    known = [at for at in found if at is not None]
    assert known == sorted(set(known))
    assert all(text[at] == char for char, at in zip(words, found, strict=True) if at is not None)


@given(LETTERS, st.integers(0, 5))
def test_a_line_that_is_part_of_its_text_is_found_whole(text: str, start: int) -> None:
    line = text[start:]
    assert along(line, text, start) == list(range(start, start + len(line)))
    assert squeezed(line) == line.replace(" ", "")
