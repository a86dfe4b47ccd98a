"""The copyfit table: over and under in an editor's words."""

from layout.check.makeup.checks import underset
from layout.check.makeup.copyfit import fit_rows
from layout.flow.copyfit import about
from tests.check.pages import (
    told_by,
    underfull,
)


def test_a_byline_takes_a_line() -> None:
    assert not told_by(underset.CHECK, underfull(3, byline=True))
    assert [r.words for r in fit_rows(underfull(3, byline=True))] == ["欠 2行 约40字"]


def test_copyfit_says_what_an_editor_says() -> None:
    assert [r.words for r in fit_rows(underfull(0))] == ["正好"]
    assert [r.words for r in fit_rows(underfull(5))] == ["欠 5行 约95字"]
    assert [about(n) for n in (0, 1, 7.6, 57, 98, 123)] == [0, 5, 10, 55, 100, 120]
