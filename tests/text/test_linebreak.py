"""The table of Unicode's Line_Break classes: what it says of marks, and that it says no more."""

import re
import unicodedata
from pathlib import Path

import pytest

from layout.text import linebreak
from layout.text.charclass import NOT_AT_END, NOT_AT_START
from layout.text.linebreak import HYPHENS, is_letter, may_part, not_first, not_last
from layout.text.segment import class_of

SHARED = Path(__file__).parents[3] / "shared" / "cases" / "unicode-17" / "LineBreakTest.txt"


@pytest.mark.parametrize("char", "([{༺༼᚛‚⁅⁽⟦⦅❨¿¡«‹$€￥￡№±\\−´༁")
def test_what_opens_ends_no_line(char):
    assert not_last(char)
    assert not not_first(char)


@pytest.mark.parametrize("char", ")]}༻༽᚜⁆⁾⟧⦆❩»›%°‰′¢￠℃!?;:,.‽។꓾།︑﹒｡｣")
def test_what_closes_begins_no_line(char):
    assert not_first(char)
    assert not not_last(char)


@pytest.mark.parametrize("char", "-‐֊־|‒।་፡᛫⁖⁞⸗⸱꤯𐄀𐎟𐤟")
def test_after_some_marks_a_word_may_part(char):
    assert may_part(char)
    assert not_first(char)


@pytest.mark.parametrize("char", "中あアa9é가α①★→‑\u00a0༌𓀀")
def test_nothing_is_said_of_letters_ideographs_and_glue(char):
    assert not not_last(char)
    assert not not_first(char)
    assert not may_part(char)


def test_marks_of_letters_are_letters():
    assert all(map(is_letter, "aé中\u0301\u0e31ि"))
    assert not any(map(is_letter, "1-|’ %"))


def test_no_code_point_is_in_two_classes_or_told_by_its_category():
    seen: dict[str, str] = {}
    told = {"OP": ("Ps", "Pi"), "CL": ("Pe", "Pf"), "PR": ("Sc",), "BA": ("Zs",)}
    for name in linebreak._CLASSES:
        for span in linebreak._spans(name):
            for char in map(chr, span):
                assert char not in seen, f"U+{ord(char):04X} is {name} and {seen.get(char)}"
                assert char not in HYPHENS
                seen[char] = name
                assert char < "\U00010000" or unicodedata.category(char) not in told.get(name, ())


OURS = "#@／～"
"""# and @ stand before what they mark, ／ and ～ are marks in Chinese; letters to UAX #14."""
SAMPLE = re.compile(r"[×÷] ([0-9A-F]+) .*?\[0\.3\] .*? \(([A-Z]+[0-9]?)[a-z_A-Z]*\)")


@pytest.mark.shared
def test_the_samples_of_unicode_17():
    if not SHARED.exists():
        pytest.skip("the case ../shared/cases/unicode-17/LineBreakTest.txt is not there")
    classes = {}
    for line in SHARED.read_text().splitlines():
        found = SAMPLE.match(line) if line.startswith("×") else None
        if found:
            classes[chr(int(found[1], 16))] = found[2]
    first = {"CL", "CP", "EX", "IS", "NS", "PO", "HY", "HH", "SY", "CJ", "IN"}
    last = {"OP"}
    free = {"AL", "ID", "NU", "HL", "H2", "H3", "RI", "EB"}
    assert first | last | free <= set(classes.values())
    for char, name in classes.items():
        cls = class_of(char)
        what = f"U+{ord(char):04X} is {name} and {cls.name}"
        if name in first:
            assert cls in NOT_AT_START["strict"], what
        if name in last:
            assert cls in NOT_AT_END["strict"], what
        if name in free and char not in OURS:
            assert cls not in NOT_AT_START["strict"] | NOT_AT_END["strict"], what
