"""Where a paragraph's words are cut into tokens: what is wider than its line, and what is not."""

from layout.inline.parts import VoicedText, shape_text
from layout.text.scripts import EM
from tests.inline.conftest import line_texts


def test_a_word_as_wide_as_its_line_is_not_cut_beside_a_wider_one(set_text):
    """Eight letters of half an em fill a line of four. The word after it fits no line and is cut
    anywhere; with it the first must not be."""
    assert line_texts(set_text("赛Marathon Internationalism", 4000))[:2] == ["赛", "Marathon"]
    assert line_texts(set_text("赛Marathons Internationalism", 4000))[0] == "赛Marath"


def test_type_stands_on_its_line_and_in_its_size_unless_it_is_said_otherwise(voice):
    """A note's number of 600 thousandths, 300 above the line; the words before it as they are."""
    words = [VoicedText("面积12", voice), VoicedText("3", voice, size=600, rise=300, tied=True)]
    first, *others, note = shape_text(words, 9 * EM)
    assert (first.text, note.text) == ("面", "3")
    assert {piece.y for token in (first, *others) for piece in token.pieces} == {0}
    assert {token.manner.size for token in (first, *others)} == {EM}
    assert ({piece.y for piece in note.pieces}, note.manner.size, note.body) == ({300}, 600, 300)
