"""Pictures out of image marks, captions and credits: neighbours belong together, and a credit that
stands by itself is the first picture's that has none."""

import pytest

from layout.importer.gallery import Gallery

IMAGE, CAPTION, CREDIT = "image", "caption", "credit"
ZHANG, LI = "张三 摄", "李四 摄"

Part = tuple[int, str, str]
"""Its number in the text, what it is, its words."""


def gathered(*parts: Part) -> tuple[list[tuple[str, str]], list[str]]:
    """Caption and credit of each picture, and the credits of none."""
    gallery = Gallery()
    for number, kind, words in parts:
        if kind == CREDIT:
            gallery.credit(number, words)
        else:
            gallery.show(number, words, image=kind == IMAGE)
    pictures, loose = gallery.close()
    return [(p.caption, p.credit) for p in pictures], list(loose)


def image(number: int, words: str = "") -> Part:
    return number, IMAGE, words


def caption(number: int, words: str) -> Part:
    return number, CAPTION, words


def credit(number: int, words: str = ZHANG) -> Part:
    return number, CREDIT, words


@pytest.mark.parametrize(
    "parts",
    [
        [image(1), caption(2, "轮转机"), credit(3)],
        [image(1), credit(2), caption(3, "轮转机")],
        [caption(1, "轮转机"), image(2), credit(3)],
        [credit(1), image(2), caption(3, "轮转机")],
        [image(1), caption(2, f"轮转机（{ZHANG}）")],
    ],
)
def test_the_three_of_a_picture_stand_in_any_order(parts: list[Part]) -> None:
    assert gathered(*parts) == ([("轮转机", ZHANG)], [])


def test_a_credit_belongs_to_the_picture_beside_it() -> None:
    two = [image(1), caption(2, "甲"), image(5), caption(6, "乙")]
    assert gathered(*two, credit(7)) == ([("甲", ""), ("乙", ZHANG)], [])
    assert gathered(*two[:2], credit(3), *two[2:]) == ([("甲", ZHANG), ("乙", "")], [])
    assert gathered(*two[:2], credit(4), *two[2:]) == ([("甲", ""), ("乙", ZHANG)], [])
    both = gathered(*two[:2], credit(3), *two[2:], credit(7, LI))
    assert both == ([("甲", ZHANG), ("乙", LI)], [])


@pytest.mark.parametrize("number", [8, 9, 30])
def test_a_credit_far_from_any_picture_is_the_first_ones(number: int) -> None:
    """As 本版图片由 … 提供 at the foot of a page, below its text."""
    two = [image(1), caption(2, "甲"), image(5), caption(6, "乙")]
    assert gathered(*two, credit(number)) == ([("甲", ZHANG), ("乙", "")], [])


def test_a_far_credit_before_the_second_picture_stays_with_the_first() -> None:
    parts = [image(1), caption(2, "甲"), credit(4), image(7), caption(8, "乙")]
    assert gathered(*parts) == ([("甲", ZHANG), ("乙", "")], [])


def test_what_is_over_is_the_pages() -> None:
    """Where the first picture has a credit, and where there is none at all."""
    assert gathered(image(1), credit(2), credit(9, LI)) == ([("", ZHANG)], [LI])
    assert gathered(image(1), credit(5), credit(9, LI)) == ([("", ZHANG)], [LI])
    assert gathered(credit(5), credit(9, LI)) == ([], [ZHANG, LI])
    assert gathered() == ([], [])


def test_two_credits_beside_one_picture_are_two() -> None:
    assert gathered(image(1), credit(2), credit(3, LI)) == ([("", ZHANG)], [LI])
    assert gathered(image(1, f"轮转机 {ZHANG}"), credit(2, LI)) == ([("轮转机", ZHANG)], [LI])


def test_images_and_captions_are_one_picture_each() -> None:
    assert gathered(image(1), image(2)) == ([("", ""), ("", "")], [])
    assert gathered(caption(1, "甲"), caption(2, "乙")) == ([("甲", ""), ("乙", "")], [])
    assert gathered(caption(1, "甲"), image(3)) == ([("甲", ""), ("", "")], [])
    # A caption below the text that stands under its picture still is that picture's.
    assert gathered(image(1), caption(4, "甲")) == ([("甲", "")], [])
    assert gathered(image(1), credit(3), caption(5, "甲")) == ([("", ZHANG), ("甲", "")], [])


@pytest.mark.parametrize(
    "words", ["", "图片", "图 1", "image", "img-03", "IMAGE_2", "Fig. 4", "12"]
)
def test_what_a_tool_wrote_is_no_caption(words: str) -> None:
    assert gathered(image(1, words)) == ([("", "")], [])


def test_a_description_stands_in_for_a_caption() -> None:
    assert gathered(image(1, "车间里的轮转机")) == ([("车间里的轮转机", "")], [])
    assert gathered(image(1, "车间"), caption(2, "轮转机")) == ([("轮转机", "")], [])
    assert gathered(image(1, "图 7 号机"), caption(2, "")) == ([("图 7 号机", "")], [])
