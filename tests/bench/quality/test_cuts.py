"""What a line end may not part."""

import pytest

from bench.quality.cuts import cut
from bench.quality.source import Source


def cut_of(text: str) -> str:
    """What is cut where the bar stands."""
    before, after = text.split("|")
    source = Source.of([before + after])
    return cut(source, len(before.replace(" ", "")) - 1, hyphen=False)


@pytest.mark.parametrize(
    "text",
    ["共1|2个", "达1,|301个", "达1|,301个", "13.|5", "13|.5", "5|%", "5|％", "20|℃", "45|°", "5|km",
     "B|1", "-|5度", "+|3", "￥|5", "10:|30", "2000-|01", "2000|-01", "3|/4", "1|∶500", "CO|2",
     "互联网3|+", "45°30|′"],
)  # fmt: skip
def test_numbers(text: str) -> None:
    assert cut_of(text) == "number"


@pytest.mark.parametrize("text", ["wo|rd", "don|’t", "don’|t", "Ä|r", "don|'t"])
def test_words(text: str) -> None:
    assert cut_of(text) == "word"


@pytest.mark.parametrize("text", ["—|—", "…|…", "……|……", "⋯|⋯"])
def test_long_marks(text: str) -> None:
    assert cut_of(text) == "dash"


@pytest.mark.parametrize(
    "text",
    ["共|12个", "12|个", "2019|年", "12, |13", "wo |rd", "63%～|68%", "一|二", "——|……", "好+|好",
     "B1-|B", "第3、|4"],
)  # fmt: skip
def test_what_may_be_parted(text: str) -> None:
    assert cut_of(text) == ""


def test_a_hyphen_allows_a_word_to_be_cut_and_no_number() -> None:
    assert cut(Source.of(["word"]), 1, hyphen=True) == ""
    assert cut(Source.of(["1234"]), 1, hyphen=True) == "number"


def test_the_end_of_a_paragraph_cuts_nothing() -> None:
    assert cut(Source.of(["共12", "3个"]), 2, hyphen=False) == ""
    assert cut(Source.of(["共12"]), 2, hyphen=False) == ""
