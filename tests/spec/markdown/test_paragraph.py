"""Paragraphs taken apart: what is left knows where it stands in its file."""

import pytest

from layout.spec.markdown.paragraph import tail
from layout.spec.markdown.story import parse_story

ROWS = "---\ntitle: 题\n---\n\n河边的早市有四十年了，\n卖菜的老周说：\n“从前只有三五个摊。”\n"


@pytest.mark.parametrize("offset", range(1, 27))
def test_each_character_of_a_rest_stands_where_it_stood(offset: int) -> None:
    """A paragraph typed in three rows goes on on another page: what is told of its rest names the
    row in which it was typed."""
    (whole,) = parse_story(ROWS.encode(), "one.md").paragraphs
    rest = tail(whole, offset)
    assert rest.text == whole.text[offset:]
    for at in range(len(rest.text)):
        assert rest.place_at(at) == whole.place_at(offset + at)
    assert {whole.place_at(at).line for at in range(len(whole.text))} == {5, 6, 7}
