"""Radicals, look-alikes and rings become the characters meant; marks after them are repaired."""

import unicodedata

import pytest

from layout.correction.normalize import normalize, undo


def rules(text: str) -> list[str]:
    return [e.rule for e in normalize(text).edits]


def test_every_kangxi_radical_is_its_ideograph() -> None:
    for code in range(0x2F00, 0x2FD6):
        made = normalize(chr(code))
        assert made.text == unicodedata.normalize("NFKC", chr(code))
        assert 0x4E00 <= ord(made.text) <= 0x9FFF
        assert [e.rule for e in made.edits] == ["F2.radical"]
        assert undo(made) == chr(code)


def test_every_radical_of_the_supplement_has_one_but_the_first() -> None:
    """U+2E80 has no Equivalent_Unified_Ideograph, U+2E9A is not assigned."""
    for code in range(0x2E80, 0x2EF4):
        made = normalize(chr(code)).text
        if code in (0x2E80, 0x2E9A):
            assert made == chr(code)
        else:
            assert len(made) == 1
            assert ord(made) > 0x2FD5
            # Where Unicode decomposes one as well, the two agree.
            plain = unicodedata.normalize("NFKC", chr(code))
            assert plain in (chr(code), made)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("⼀位摊主说,⽣意⽐去年好,⻋就停在路⼝.", "一位摊主说，生意比去年好，车就停在路口。"),
        ("⻓沙⻅⾯,⻛⼤", "长沙见面，风大"),
        ("他来到⻔⼝(北)", "他来到门口（北）"),
        ("这是㐀字,好", "这是㐀字，好"),
        ("这是𠀀字.", "这是𠀀字。"),
        ("这是\ufa0e字\U00031350,好", "这是\ufa0e字\U00031350，好"),
        ("\uf900州,好", "豈州，好"),
        ("\U0002f800字", "丽字"),
        ("人人々,好", "人人々，好"),
        ("他﹐说﹕﹁好﹂｡", "他，说：「好」。"),
        ("︽报纸︾︵一︶︱︱", "《报纸》（一）——"),
        ("二O二六年,二○○八年,三○一医院,二0二六", "二〇二六年，二〇〇八年，三〇一医院，二〇二六"),
        ("○九年", "〇九年"),
        ("一O一大队", "一〇一大队"),
    ],
)
def test_changes(before: str, after: str) -> None:
    made = normalize(before)
    assert made.text == after
    assert undo(made) == before


@pytest.mark.parametrize("text", ["A○B", "CO二", "○", "第○号", "100O", "〇", "一〇一", "豆○"])
def test_rings_that_stay(text: str) -> None:
    assert not [r for r in rules(text) if r.startswith("F5")]
