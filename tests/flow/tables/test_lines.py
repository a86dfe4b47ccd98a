"""Lines of cells set once a text; figures put together of their digits."""

import pytest

from layout.diagnostics import Place
from layout.flow.tables.lines import CellLines
from layout.flow.type.setter import Setter
from layout.inline.items import Items
from layout.record import fields
from layout.workshop import Workshop
from tests.flow.conftest import changed, words


def shown(items: Items) -> dict[str, object]:
    return {field.name: getattr(items, field.name) for field in fields(Items)}


@pytest.fixture(scope="module")
def shipped() -> Setter:
    return Workshop().setter({})


@pytest.mark.parametrize("face", ["报宋", "黑", "楷"])
@pytest.mark.parametrize("text", ["7", "11", "10.03", "2,345.67", "1.1", "74.47"])
def test_a_figure_of_its_digits_is_what_its_word_is(shipped: Setter, face: str, text: str) -> None:
    own = words(text, face=face, half_digits=True)
    lines = CellLines(shipped)
    lines.of(words("88", face=face, half_digits=True))
    made, whole = lines.of(own), shipped.display(own)
    assert made.width == whole.width
    assert made.line.xs == whole.line.xs
    assert shown(made.items) == shown(whole.items)


@pytest.mark.parametrize("text", ["1.", ".5", "1-2", "第1", "", "50％"])
def test_other_texts_are_set_as_any(setter: Setter, text: str) -> None:
    made, whole = CellLines(setter).of(words(text)), setter.display(words(text))
    assert made is whole


def test_a_text_is_set_once(setter: Setter) -> None:
    lines = CellLines(setter)
    one = words("甲乙")
    assert lines.of(one) is lines.of(one)


def test_what_is_wrong_with_a_text_is_told_at_each_place(setter: Setter) -> None:
    lines = CellLines(setter)
    first, second = words("\U00020000"), changed(words("\U00020000"), place=Place("t.csv", 3))
    found = [d for own in (first, second) for d in lines.of(own).diagnostics]
    assert [(d.code, d.where) for d in found] == [
        ("NO-GLYPH", first.place), ("NO-GLYPH", second.place)
    ]  # fmt: skip
