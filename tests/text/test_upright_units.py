"""Units, formulas, ranges and signs in columns: what belongs together stands alike."""

import pytest

from layout.faces.catalog import Catalog
from layout.inline.parts import VoicedText, shape_text
from layout.text.charclass import CharClass
from layout.text.segment import tokens
from layout.text.upright import UprightVoice

SMALL, HIGH, LOW = 600, 350, -150


@pytest.fixture(scope="module")
def voice() -> UprightVoice:
    return UprightVoice(Catalog().chain("报宋"), half_digits=True)


def parts(voice: UprightVoice, text: str) -> list[VoicedText]:
    """A text with ^high^ and ~low~ type."""
    out, rest = [], text
    for mark, rise in (("^", HIGH), ("~", LOW)):
        while mark in rest:
            before, small, rest = rest.split(mark, 2)
            out += [
                VoicedText(before, voice),
                VoicedText(small, voice, size=SMALL, rise=rise, tied=True),
            ]
    return [p for p in (*out, VoicedText(rest, voice)) if p.text]


@pytest.mark.parametrize("text", ["5m^2^", "H~2~O", "CO~2~", "E=mc^2^", "10^8^米", "长2m^3^多"])
def test_a_word_with_high_or_low_type_turns_as_one_piece(voice, text):
    found = shape_text(parts(voice, text), 20_000)
    words = [t for t in found if t.cls is CharClass.WEST]
    assert len(words) >= 2
    assert all(t.manner.turned for t in words)
    lines = {t.manner.size: {p.y for p in t.pieces} for t in words}
    rise = HIGH if "^" in text else LOW
    (base,), (small,) = lines[1000], lines[SMALL]
    assert small - base == rise  # to the right of the word's baseline is above it, turned


def test_a_high_mark_after_han_is_no_part_of_a_word(voice):
    note = shape_text(parts(voice, "注^1^。"), 20_000)[1]
    assert not note.manner.turned
    assert note.manner.size == SMALL


def test_a_word_in_two_faces_stands_alike(voice):
    found = shape_text([VoicedText("长5", voice), VoicedText("kg", voice)], 20_000)
    assert [t.manner.turned for t in found] == [False, True, True]
    found = shape_text([VoicedText("长G", voice), VoicedText("DP", voice)], 20_000)
    assert not any(t.manner.turned for t in found)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("-5℃～10℃", False),
        ("−5℃～10℃", False),
        ("-12.5℃～3℃", True),
        ("5％～12.5％", True),
        ("5%～10%", False),
        ("2019—20年", True),
        ("1998—2003年", True),
        ("3～5～12.5", True),
    ],
)
def test_the_ends_of_a_range_stand_alike(voice, text, turned):
    found = voice.shape(tokens(text))
    numbers = [t for t in found if any(c.isdigit() for c in t.text)]
    assert len(numbers) >= 2
    assert {t.manner.turned for t in numbers} == {turned}


@pytest.mark.parametrize("sign", list("％‰℃×÷±＋㎡№§∞☆①"))
def test_what_unicode_has_upright_stands_upright(voice, sign):
    (token,) = voice.shape([sign])
    assert not token.manner.turned
    assert token.body == 1000
    assert token.text == sign


@pytest.mark.parametrize("sign", list("－＝＞|"))
def test_what_unicode_has_turned_is_turned_or_has_a_form_for_columns(voice, sign):
    (token,) = voice.shape([sign])
    face = voice.chain[0]
    assert token.manner.turned or token.pieces[0].glyph != face.glyph(sign)


def test_a_range_elsewhere_changes_no_other_number(voice):
    found = voice.shape(tokens("共10人，2019—20年，占62.8％"))
    by_text = {t.text: t.manner.turned for t in found}
    assert (by_text["10"], by_text["20"], by_text["62.8"], by_text["％"]) == (
        False, True, True, False,
    )  # fmt: skip
