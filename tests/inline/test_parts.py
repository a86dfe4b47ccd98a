"""Where a paragraph's words are cut into tokens: what is wider than its line, and what is not."""

from tests.inline.conftest import line_texts


def test_a_word_as_wide_as_its_line_is_not_cut_beside_a_wider_one(set_text):
    """Eight letters of half an em fill a line of four. The word after it fits no line and is cut
    anywhere; with it the first must not be."""
    assert line_texts(set_text("赛Marathon Internationalism", 4000))[:2] == ["赛", "Marathon"]
    assert line_texts(set_text("赛Marathons Internationalism", 4000))[0] == "赛Marath"
