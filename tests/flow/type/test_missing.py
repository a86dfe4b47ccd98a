"""A character that no face has is told once, with its count, its first place and what it is."""

import pytest

from layout.api import Session
from layout.diagnostics import Place
from layout.flow.type.missing import MOST_TOLD, hint, no_glyph, told_once
from layout.words.said import Said
from layout.words.said import said as part
from tests.conftest import Project
from tests.told import told


def test_it_is_told_once_with_its_count_and_first_place(project: Project) -> None:
    project.change("stories/two.md", "四十年了", "四十年了気気気")
    project.change("stories/one.md", "清晨", "清気晨")
    found = [d for d in Session().page(project.spec).diagnostics if d.code == "NO-GLYPH"]
    (said,) = found
    assert str(said.where) == "stories/one.md:6:2"
    assert told(said, "char", "number", "often") == (
        "NO-GLYPH.char",
        {"char": "気", "number": "6C17", "often": part("part.often-in-files", count=27, files=2)},
    )
    assert "faces: {生僻:" in said.hint


def test_a_word_that_holds_it_twice_counts_twice() -> None:
    setting = Session().set_text("好ሀሀሀ好", measure=100.0)
    (said,) = setting.diagnostics
    assert told(said, "often") == ("NO-GLYPH.char", {"often": part("part.often", count=3)})


def test_each_character_has_its_own_line_and_a_flood_ends() -> None:
    here = Place("a.md")
    chars = [chr(0x20000 + n) for n in range(MOST_TOLD + 5)]
    out = told_once([no_glyph(c, here) for c in chars * 2])
    assert len(out) == MOST_TOLD + 1
    assert told(out[-1], "chars", "count") == ("NO-GLYPH.more", {"chars": 5, "count": 10})
    assert told(out[0], "often") == ("NO-GLYPH.char", {"often": part("part.often", count=2)})


def test_other_findings_stay_in_their_order(project: Project) -> None:
    found = list(Session().page(project.spec).diagnostics)
    assert told_once(found) == found


@pytest.mark.parametrize(
    ("char", "is_what"),
    [
        ("\u2f63", part("part.glyph-radical", plain="生", number="751F")),
        ("\u2e9f", part("part.glyph-radical", plain="母", number="6BCD")),
        ("\uf900", part("part.glyph-form", plain="豈", number="8C48")),
        ("\ue000", part("part.glyph-private", role="生僻")),
        ("\U000f0000", part("part.glyph-private", role="生僻")),
        ("\ufffd", part("part.glyph-lost")),
        ("😀", part("part.glyph-emoji", role="生僻")),
        ("\u0378", part("part.glyph-none")),
        ("𡌴", part("part.glyph-give", role="生僻")),
    ],
)
def test_the_hint_says_what_the_character_is(char: str, is_what: Said) -> None:
    assert hint(char) == is_what
