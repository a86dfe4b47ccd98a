"""What is said of pages that are not looked at."""

from pathlib import Path

from layout.diagnostics import error, warning
from layout.preview.hub import PagesTold
from layout.preview.state import MOST_WORST, PageState, Told
from layout.record import replace


def test_a_page_says_its_first_errors_or_else_its_first_warnings() -> None:
    found = [warning("STANDS-IN.words", block=name) for name in "abcde"]
    told = tuple([Told(found=one, source="check") for one in found])
    state = PageState(key="A1", spec=Path("A1.yaml"), name="A1", told=told)
    pages = PagesTold()

    def worst(one: PageState) -> object:
        listed = pages.data({"A1": one}, [], "zh")["pages"]
        assert isinstance(listed, list)
        return listed[0]["worst"]

    assert worst(state) == [one.said.words("zh") for one in found[:MOST_WORST]]
    assert worst(state) is worst(replace(state, rev=7))  # made once
    fault = (error("BUILD.fault", file="A1.yaml", why="坏"),)
    assert worst(replace(state, fault=fault)) == [fault[0].said.words("zh")]
    assert worst(replace(state, told=())) == []
