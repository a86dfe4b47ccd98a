"""Doubts of an import: the words that each is about, in the source and in the story."""

import pytest

from layout.correction import repeats
from layout.importer import import_text

HEAD = "# 城北早市\n\n"


@pytest.mark.parametrize("seam", ["\n", "\n\n"])
def test_words_that_stand_again_over_a_column_are_those_that_are_shown(seam: str) -> None:
    """Of a row of type that was scanned at a column's foot and again above the next column, the
    second is doubted: the one that an editor takes out."""
    before, again = "他们在凌晨的时候一起挂上最后一块版", "最后一块版"
    source = f"{HEAD}{before}{seam}{again}挂上滚筒，机器就开动了。\n"
    imported = import_text(source.encode(), name="a1.md")
    (doubt,) = [e for e in imported.log if e.rule == repeats.RULE]
    assert (doubt.before, doubt.after) == (again, again)
    assert (doubt.start, doubt.end) == (source.rindex(again), source.rindex(again) + len(again))
    assert (doubt.paragraph, doubt.offset) == (1, len(before))
