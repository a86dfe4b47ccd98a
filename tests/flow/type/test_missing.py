"""A character that no face has is told once, with its count, its first place and what it is."""

import pytest

from layout.api import Session
from layout.diagnostics import Place
from layout.flow.type.missing import MOST_TOLD, hint, no_glyph, told_once
from tests.conftest import Project


def test_it_is_told_once_with_its_count_and_first_place(project: Project) -> None:
    project.change("stories/two.md", "四十年了", "四十年了気気気")
    project.change("stories/one.md", "清晨", "清気晨")
    found = [d for d in Session().page(project.spec).diagnostics if d.code == "NO-GLYPH"]
    (said,) = found
    assert str(said.where) == "stories/one.md:6:2"
    assert said.message == "no face has “気” (U+6C17): 27 times in 2 files, first here"
    assert "faces: {生僻:" in said.hint


def test_a_word_that_holds_it_twice_counts_twice() -> None:
    setting = Session().set_text("好ሀሀሀ好", measure=100.0)
    (said,) = setting.diagnostics
    assert "3 times, first here" in said.message


def test_each_character_has_its_own_line_and_a_flood_ends() -> None:
    here = Place("a.md")
    chars = [chr(0x20000 + n) for n in range(MOST_TOLD + 5)]
    out = told_once([no_glyph(c, here) for c in chars * 2])
    assert len(out) == MOST_TOLD + 1
    assert "5 more characters, which stand 10 times" in out[-1].message
    assert out[0].message.endswith("2 times, first here")


def test_other_findings_stay_in_their_order(project: Project) -> None:
    found = list(Session().page(project.spec).diagnostics)
    assert told_once(found) == found


@pytest.mark.parametrize(
    ("char", "words"),
    [
        ("\u2f63", "a radical (部首) that stands for “生” (U+751F)"),
        ("\u2e9f", "a radical (部首) that stands for “母” (U+6BCD)"),
        ("\uf900", "a compatibility form that stands for “豈” (U+8C48)"),
        ("\ue000", "a private-use code (造字)"),
        ("\U000f0000", "a private-use code (造字)"),
        ("\ufffd", "bytes that were no text"),
        ("😀", "an emoji"),
        ("\u0378", "no character of Unicode"),
        ("𡌴", "give a face that has it in the style sheet: faces: {生僻:"),
    ],
)
def test_the_hint_says_what_the_character_is(char: str, words: str) -> None:
    assert words in str(hint(char))
