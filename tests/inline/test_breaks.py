"""Where lines may end, and from which break on the last line would be one character (孤字)."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from layout.inline.breaks import all_breaks, legal_breaks
from layout.text.scripts import HANS


def runts(breaks):
    """The clusters after which a line may end and leave a last line that is too short."""
    numbers = breaks.numbers
    return [breaks.last[k] for k in range(1, numbers.final) if k >= numbers.runt_from]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("中文字", [1]),
        ("中文字。", [1]),
        ("中文字”。", [1]),
        ("中文AI", []),  # a word of two letters is wide enough for a line
        ("中文AI。", []),
        ("中文A", [1]),
        ("中文km", []),
        ("中文12", []),
        ("中文1", [1]),
        ("中文5%", []),
        ("中文ABCD", []),
        ("中文字——", [1, 2]),  # a long mark is a mark, whether 字 stands before it or not
        ("中文字……", [1, 2]),
        ("中——", []),  # as short in one line
        ("好", []),
        ("——", []),
    ],
)
def test_a_last_line_of_one_character_is_a_runt(items, text, short):
    assert runts(legal_breaks(items(text), HANS, hanging=False)) == short


def characters(text):
    """How many letters, figures and ideographs a text has."""
    return sum(char.isalnum() for char in text)


@example("中文AI")
@given(st.text(alphabet="中文字，。“”…A1km ", min_size=1, max_size=12).filter(str.strip))
def test_a_runt_is_a_line_of_one_character_at_most(items, text):
    """By counting: from each break to the end, whatever way of breaking."""
    found = items(text)
    for breaks in (legal_breaks(found, HANS, hanging=False), all_breaks(found)):
        left = {
            last: characters("".join(t.text for t in found.tokens[last + 1 :]))
            for last in breaks.last[1:-1]
        }
        if characters(text) > 1:
            assert runts(breaks) == [last for last, count in left.items() if count <= 1]
        else:
            assert runts(breaks) == []  # it is as short in one line
