"""The fixed words of the manual: the same in both languages, by name and by slot."""

import re

import pytest

from layout.words import en_manual, zh_manual
from layout.words.manual import manual, written

SLOT = re.compile(r"\{([a-z_]+)\}")
OF_YAML = {"year", "month", "day", "weekday"}
IN_CHINESE = {"heading-block": {"name"}}
"""What only the Chinese words have a place for."""


def slots(text: str) -> set[str]:
    return set(SLOT.findall(text)) - OF_YAML


def test_both_languages_have_the_same_words_in_one_order():
    assert list(zh_manual.MANUAL) == list(en_manual.MANUAL)


@pytest.mark.parametrize("name", list(en_manual.MANUAL))
def test_both_languages_have_the_same_slots(name: str):
    more = IN_CHINESE.get(name, set())
    assert slots(zh_manual.MANUAL[name]) == slots(en_manual.MANUAL[name]) | more


def test_the_words_are_those_of_the_language():
    assert manual("en")["required"] == "**required**"
    assert written("zh", "required") == "**必写**"


def test_values_stand_in_their_slots_and_other_braces_stay():
    page = written("zh", "example-page")
    assert "{year}年" in page
    assert page in written("zh", "intro", example_page=page, hao="x")
    assert written("en", "number-between", least=1, most=3) == "1 to 3"


def test_an_unknown_name_is_refused():
    with pytest.raises(KeyError):
        written("en", "no-such-words")
