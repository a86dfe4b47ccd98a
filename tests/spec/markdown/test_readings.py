"""Letters over characters: a group a character, and what is told where they do not go together."""

import pytest

from layout.diagnostics import StopError
from layout.spec.markdown.paragraph import RUBY, Run, tail
from layout.spec.markdown.story import Story, parse_story
from tests.spec.helpers import where
from tests.told import told


def story(text: str) -> Story:
    return parse_story(text.encode(), "s.md")


def letters(text: str) -> list[tuple[str, str]]:
    (found,) = story(text).paragraphs
    return [(found.text[r.start : r.end], r.target) for r in found.runs if r.voice == RUBY]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("[株洲]{音 zhū zhōu}", [("株", "zhū"), ("洲", "zhōu")]),
        ("[株洲]{注音 zhū　zhōu }", [("株", "zhū"), ("洲", "zhōu")]),
        ("[叶公，好龙。]{音 yè gōng hào lóng}",
         [("叶", "yè"), ("公", "gōng"), ("好", "hào"), ("龙", "lóng")]),
        ("[T恤]{音 tī xù}", [("T", "tī"), ("恤", "xù")]),
        ("[卡拉OK]{音 kǎ lā ōukèi}", [("卡", "kǎ"), ("拉", "lā"), ("OK", "ōukèi")]),
        ("[㳇𠮷]{音 fú jí}", [("㳇", "fú"), ("𠮷", "jí")]),
        ("[葛\U000e0100城]{音 gě chéng}", [("葛", "gě"), ("城", "chéng")]),
        ("[**株**洲]{着重 音 zhū zhōu}", [("株", "zhū"), ("洲", "zhōu")]),
        ("[株[洲]{框}]{音 zhū zhōu}", [("株", "zhū"), ("洲", "zhōu")]),
        ("[一\n二]{音 yī èr}", [("一", "yī"), ("二", "èr")]),
    ],
)  # fmt: skip
def test_each_group_belongs_to_its_character(source: str, wanted: list[tuple[str, str]]):
    assert letters(source) == wanted


@pytest.mark.parametrize(
    ("source", "key", "values", "column"),
    [
        ("在[株洲]{音 zhū}", "RUBY.count", {"text": "株洲", "groups": 1, "characters": 2}, 3),
        ("在[株]{音 zhū zhōu}", "RUBY.count", {"text": "株", "groups": 2, "characters": 1}, 3),
        ("在[株洲]{音}", "RUBY.count", {"text": "株洲", "groups": 0, "characters": 2}, 3),
        ("在[，]{音 zhū}", "RUBY.count", {"text": "，", "groups": 1, "characters": 0}, 3),
        ("[甲[乙]{音 yǐ}]{音 jiǎ yǐ}", "RUBY.inside", {"text": "乙"}, 4),
    ],
)
def test_what_does_not_go_together_is_an_error_with_place_and_numbers(
    source: str, key: str, values: dict[str, object], column: int
):
    with pytest.raises(StopError) as stop:
        story(source)
    (one,) = stop.value.diagnostics
    assert told(one) == (key, values)
    assert where(one) == (1, column)


def test_each_is_told_by_itself():
    with pytest.raises(StopError) as stop:
        story("[株洲]{音 zhū}，[株洲]{音 zhū}。\n\n[株洲]{音 zhū}。")
    assert len(stop.value.diagnostics) == 3


def test_spaces_between_groups_are_no_gaps_of_the_text():
    assert story("在[株洲]{音 zhū zhōu}开会。").remarks == ()
    (one,) = story("在[株洲]{音 zhū zhōu}开会，第 3 次。").remarks
    assert told(one)[1]["spaces"] == 2


def test_letters_stay_with_their_characters_where_a_paragraph_is_cut():
    whole = story("在[株洲市]{音 zhū zhōu shì}开会").paragraphs[0]
    assert tail(whole, 2).runs == (Run(0, 1, RUBY, "zhōu"), Run(1, 2, RUBY, "shì"))
    first, second = story("[株\\\n洲]{音 zhū zhōu}").paragraphs
    assert first.runs == (Run(0, 1, RUBY, "zhū"),)
    assert second.runs == (Run(0, 1, RUBY, "zhōu"),)
