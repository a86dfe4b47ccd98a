"""Single values: what each kind takes, what it refuses, and what it thinks was meant."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.color import Color
from layout.spec.reader.fields import Fault, Faults, Kind
from layout.spec.reader.kinds import (
    FILL,
    ChoiceKind,
    ColorKind,
    DateKind,
    ExtentKind,
    FlagKind,
    IntegerKind,
    Name,
    NameKind,
    NumberKind,
    PercentKind,
    Span,
    SpanKind,
    TextKind,
    tint_of,
)
from layout.spec.reader.lengths import Length, LengthKind, _length
from layout.spec.reader.nodes import Scalar
from layout.words.said import Said, said
from tests.spec.helpers import node, read, refused

TRIM = LengthKind(units=("mm", "pt", "cm", "in"), most=6000)
SIZE = LengthKind(units=("pt", "mm", "q", "zi"), least=1, most=600, hao=True)
SPACE = LengthKind(positive=False, signed=True, units=("em", "pt", "mm", "lines"), most=600)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (TextKind(), "NO", "NO"),
        (TextKind(), "on", "on"),
        (TextKind(), "390:30", "390:30"),
        (TextKind(), "1_000", "1_000"),
        (TextKind(), "010", "010"),
        (TextKind(), "2019-09-20", "2019-09-20"),
        (TextKind(), "'~'", "~"),
        (TextKind(), "甲　乙", "甲　乙"),
        (TextKind(), "𠮷野家", "𠮷野家"),
        (TextKind(lines=True), "'a\n\n  b'", "a\nb"),
        (ChoiceKind(("none", "thin")), "none", "none"),
        (IntegerKind(0, 10), "7", 7),
        (IntegerKind(-5, 10), "-5", -5),
        (NumberKind(0, 1), "0.25", 0.25),
        (NumberKind(0, 1), ".5", 0.5),
        (FlagKind(), "true", True),
        (FlagKind(), "false", False),
        (SpanKind("part.lines"), "42-79", Span(42, 79)),
        (SpanKind("part.lines"), "42–79", Span(42, 79)),
        (SpanKind("part.lines"), "42 - 79", Span(42, 79)),
        (SpanKind("part.lines"), "5", Span(5, 5)),
        (DateKind(), "2019-09-20", datetime.date(2019, 9, 20)),
        (ColorKind(), "M100 Y100", Color(m=100, y=100)),
        (ColorKind(), "k30", Color(k=30)),
        (TRIM, "390mm", Length(390, "mm")),
        (TRIM, "390 mm", Length(390, "mm")),
        (TRIM, "39毫米", Length(39, "mm")),
        (TRIM, "10IN", Length(10, "in")),
        (SIZE, "小五", Length(9, "pt")),
        (SIZE, "12级", Length(12, "q")),
        (SIZE, "2字", Length(2, "zi")),
        (SPACE, "-0.5lines", Length(-0.5, "lines")),
        (SPACE, "1Line", Length(1, "lines")),
        (SPACE, "0", Length(0, "pt")),
    ],
)
def test_what_is_taken(kind: Kind, text: str, value: object) -> None:
    assert read(kind, text) == value


def meant(word: str) -> Said:
    return said("part.did-you-mean", word=word)


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        (TextKind(), "~", ""),
        (TextKind(), "''", ""),
        (TextKind(), "'  '", ""),
        (TextKind(), "[a]", said("part.text-in-quotes", text='"[a]"')),
        (TextKind(3), "甲乙丙丁", ""),
        (
            TextKind(),
            '"a\\nb"',
            said("part.join-rows"),
        ),
        (TextKind(), '"a\\tb"', ""),
        (TextKind(), '"a\\u202eb"', ""),
        (TextKind(), '"a\\0b"', ""),
        (ChoiceKind(("none", "thin", "wenwu")), "thinn", meant("thin")),
        (ChoiceKind(("none", "thin")), "NONE", meant("none")),
        (IntegerKind(1, 24), "2.5", ""),
        (IntegerKind(1, 24), "1e9", ""),
        (IntegerKind(1, 24), "1000000000", ""),
        (IntegerKind(1, 24), "9" * 5000, ""),
        (IntegerKind(1, 24), "0x10", ""),
        (IntegerKind(1, 24), "8 columns", ""),
        (IntegerKind(1, 24), "８", said("part.full-width", word="8")),
        (IntegerKind(1, 24), "1_2", meant("12")),
        (IntegerKind(1, 24), "０", ""),
        (IntegerKind(1, 24), "true", ""),
        (NumberKind(0, 1), ".nan", ""),
        (NumberKind(0, 1), "nan", ""),
        (NumberKind(0, 1), ".inf", ""),
        (NumberKind(0, 1), "1.5", ""),
        (NumberKind(0, 1), "０.5", said("part.full-width", word="0.5")),
        (FlagKind(), "yes", meant("true")),
        (FlagKind(), "off", meant("false")),
        (FlagKind(), "True", meant("true")),
        (FlagKind(), "maybe", ""),
        (SpanKind("part.lines"), "1~3", meant("1-3")),
        (SpanKind("part.lines"), "1:3", meant("1-3")),
        (SpanKind("part.lines"), "１至３", meant("1-3")),
        (SpanKind("part.lines"), "3-1", '"1-3"?'),
        (SpanKind("part.lines"), "0-3", ""),
        (SpanKind("part.lines"), "1-99999", ""),
        (SpanKind("part.lines"), "-3", ""),
        (SpanKind("part.lines"), "[1, 3]", ""),
        (DateKind(), "2019-9-20", meant("2019-09-20")),
        (DateKind(), "2019年9月20日", meant("2019-09-20")),
        (DateKind(), "2019/09/20", meant("2019-09-20")),
        (DateKind(), "2019-02-30", said("part.last-day", year=2019, month=2, day=28)),
        (DateKind(), "0000-01-01", ""),
        (DateKind(), "20190920", meant("2019-09-20")),
        (DateKind(), "2019-W38-5", ""),
        (ColorKind(), "M101", said("part.inks-once")),
        (ColorKind(), "M10 M20", said("part.inks-once")),
        (ColorKind(), "Ｍ100", said("part.full-width", word="M100")),
        (ColorKind(), "'#ff0000'", said("part.inks-not-light")),
        (ColorKind(), "'rgb(1,2,3)'", said("part.inks-not-light")),
        (ColorKind(), "M１００", said("part.inks-once")),
        (ColorKind(), "金30%", meant("金 30%")),
        (ColorKind(), "金 30％", meant("金 30%")),
        (ColorKind(), "金 130%", said("part.tint-bounds")),
        (ColorKind(), "金 0%", said("part.tint-bounds")),
        (ColorKind(), "M100 30%", said("part.inks-once")),
        (ColorKind(), "spot M20", said("part.spot-in-colors")),
        (TRIM, "390", meant("390mm")),
        (TRIM, "-390mm", ""),
        (TRIM, "0mm", ""),
        (TRIM, "0", meant("0mm")),
        (TRIM, "wide", ""),
        (TRIM, "390 mmm", meant("mm")),
        (TRIM, "390 m m", meant("390mm")),
        (TRIM, "３９０mm", said("part.full-width", word="390mm")),
        (TRIM, "390ｍｍ", said("part.full-width", word="390mm")),
        (TRIM, "3_90mm", meant("390mm")),
        (TRIM, "390:30", ""),
        (TRIM, "0xFFFFFFFF", said("part.units", units=("mm", "pt", "cm", "in"))),
        (TRIM, "1e308", ""),
        (TRIM, "1e308mm", ""),
        (TRIM, "1e-320mm", ""),
        (TRIM, ".nan", ""),
        (TRIM, "nanmm", ""),
        (TRIM, "infmm", ""),
        (TRIM, "9" * 30 + "mm", ""),
        (TRIM, "'__import__(''os'').getcwd()'", ""),
        (TRIM, "999999mm", ""),
        (TRIM, "13zi", said("part.units", units=("mm", "pt", "cm", "in"))),
        (TRIM, "小五", ""),
        (SIZE, "小五号", meant("小五")),
        (SIZE, "0.1pt", ""),
        (SIZE, "601pt", ""),
        (SIZE, "9px", said("part.units", units=("pt", "mm", "q", "zi"))),
        (SPACE, "--1pt", ""),
    ],
)
def test_what_is_refused_and_what_was_meant(kind: Kind, text: str, hint: Said | str) -> None:
    fault = refused(kind, text)
    assert fault.said.hint() == str(hint)
    assert str(fault)
    assert (fault.place.line, fault.place.column) == (1, 1)


@pytest.mark.parametrize(
    "kind", [TextKind(), IntegerKind(0, 9), TRIM, SpanKind("part.lines"), ColorKind()]
)
@pytest.mark.parametrize("text", ["[1, 2]", "{a: 1}", "~"])
def test_a_collection_or_nothing_is_said_to_be_one(kind: Kind, text: str) -> None:
    told = refused(kind, text).said
    assert str(told["what"]) in ("a list", "a mapping (a)", "nothing")
    assert told["kind"] == kind.words()


def test_names_keep_their_place() -> None:
    name = read(NameKind("part.path"), " a/b.md")
    assert isinstance(name, Name)
    assert (name.text, name.place.column) == ("a/b.md", 2)
    color = read(ColorKind(), "国庆红")
    assert isinstance(color, Name)
    assert color.text == "国庆红"
    tint = read(ColorKind(), "accent  12.5 %")
    assert isinstance(tint, Name)
    assert tint_of(tint.text) == ("accent", 12.5)
    refused(NameKind("part.path"), "x" * 6001)


@pytest.mark.parametrize("name", ["accent", "tint-2", "tint-20", "红", "red2", "muted", "Cyan"])
def test_words_name_colours(name: str) -> None:
    assert isinstance(read(ColorKind(), name), Name)


ANY = (
    TextKind(), ChoiceKind(("a", "b")), IntegerKind(0, 99), NumberKind(0, 1), FlagKind(),
    SpanKind("part.lines"), DateKind(), ColorKind(), NameKind("part.path"), TRIM, SIZE, SPACE,
)  # fmt: skip


@given(
    st.sampled_from(ANY), st.text(max_size=60) | st.text("0123456789.-_ mpt字１２eE+", max_size=12)
)
def test_any_text_is_read_or_refused(kind: Kind, text: str) -> None:
    place = node("x").place
    try:
        kind.read(Scalar(text, place, plain=False), Faults())
    except Fault as fault:
        assert fault.diagnostic.where == place  # noqa: PT017
        assert "\n" not in str(fault.diagnostic)  # noqa: PT017


@given(st.floats(0.01, 9999).map(lambda v: f"{v:.3f}"), st.sampled_from(["mm", "pt", "cm", "in"]))
def test_lengths_come_back(number: str, unit: str) -> None:
    kind = LengthKind(most=1e9)
    assert read(kind, number + unit) == Length(float(number), unit)


def test_percentages() -> None:
    assert [read(PercentKind(5, 2000), text) for text in ("120%", "120 %", "120")] == [120.0] * 3
    assert refused(PercentKind(5, 2000), "1 %").said["what"]["text"] == "1 %"


def test_what_is_wanted_of_a_number_of_lines_is_told_with_its_word() -> None:
    kind = ExtentKind(9, "part.columns")
    assert (read(kind, "9"), read(kind, "fill")) == (9, FILL)
    assert str(refused(kind, "10")) == (
        '"10" where `fill` or a whole number from 1 to 9 is expected'
    )
    assert str(refused(kind, "~")) == "nothing where a number of columns, or `fill` is expected"
    assert refused(kind, "８").said.hint() == 'full-width characters; did you mean "8"?'


@pytest.mark.parametrize(
    ("typed", "plain", "kept"),
    [("“{name}”", "{name}", "'“{name}”'"), ("”老桥“", "老桥", "'”老桥“'"),
     ("”老桥”", "老桥", "'“老桥”'"), ("＂老桥＂", "老桥", "'＂老桥＂'")],
)  # fmt: skip
def test_a_text_in_one_pair_of_curly_quotes_is_told(typed: str, plain: str, kept: str) -> None:
    faults = Faults()
    assert TextKind().read(node(typed), faults) == typed
    (one,) = [fault.diagnostic for fault in faults]
    assert (one.said.key, one.severity) == ("QUOTES.curly", "warning")
    assert (one.said["plain"], one.said["kept"]) == (plain, kept)


@pytest.mark.parametrize("typed", ["“甲”和“乙”", "“甲”乙", "甲“乙”", "“”", "“", '"“甲”"', "'“甲”'"])
def test_quotes_that_are_words_are_not_told(typed: str) -> None:
    faults = Faults()
    TextKind().read(node(typed), faults)
    assert list(faults) == []


@pytest.mark.parametrize(
    "unit", ["厘", "磅数", "一", "\u9fff", "é", "㎜", "\u4dff", "\ua000", "厘é", "ｍm"]
)
def test_a_unit_is_of_latin_letters_or_of_han(unit: str) -> None:
    # Of Han it may be one that there is not; anything else makes the text no length at all.
    whole = re.fullmatch(r"[一-鿿]{1,2}", unit) is not None
    assert (_length(f"9{unit}") is not None) == whole
