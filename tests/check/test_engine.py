"""The engine: statuses, severities, acceptances; it knows of no page."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.check import engine
from layout.check.engine import Acceptance, Check, Finding, NotCheckedError, run_checks
from layout.diagnostics import Place
from layout.words import en, zh
from layout.words.said import said


def even(numbers: tuple[int, ...]) -> Iterator[Finding]:
    for number in numbers:
        if number < 0:
            raise NotCheckedError(said("part.below-zero", number=number))
        if number > 99:
            raise ZeroDivisionError("too much")
        if number % 2:
            yield Finding(
                said=said("EVEN.odd", number=number),
                where=Place("n.txt", number),
                about=(f"folder/n{number}",),
                severity="info" if number == 5 else None,
            )


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the check of these tests says."""
    monkeypatch.setitem(en.WORDS, "EVEN.odd", "{number} is odd")
    monkeypatch.setitem(zh.WORDS, "EVEN.odd", "{number}是单数")
    monkeypatch.setitem(en.WORDS, "part.below-zero", "{number} is below zero")


CHECK = Check(id="EVEN", title="偶", reason="r", source="s", severity="warning", run=even)


def only(*numbers: int, **more: object) -> engine.Result:
    return run_checks([CHECK], numbers, **more).results[0]  # type: ignore[arg-type]


def test_passed_and_found() -> None:
    assert only(2, 4).status == "passed"
    got = only(1, 2, 3)
    assert got.status == "found"
    assert [str(d) for d in got.found] == [
        "n.txt:1:1: warning: 1 is odd [EVEN]",
        "n.txt:3:1: warning: 3 is odd [EVEN]",
    ]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (-1, "-1 is below zero"),
        (100, "a fault in the check itself: ZeroDivisionError: too much"),
    ],
)
def test_a_check_that_raises_is_not_checked_and_keeps_what_it_found(number: int, why: str) -> None:
    got = only(2, number)
    assert (got.status, str(got.why), got.found) == ("not checked", why, ())
    assert len(only(3, number).found) == 1
    assert only(3, number).status == "not checked"


def test_a_check_left_out_does_not_run() -> None:
    assert only(1, severities={"EVEN": "skip"}) == engine.Result(
        id="EVEN", title="偶", status="off"
    )


def test_a_users_severity_goes_over_the_checks_but_a_remark_stays_one() -> None:
    assert [d.severity for d in only(1, 5).found] == ["warning", "info"]
    assert [d.severity for d in only(1, 5, severities={"EVEN": "error"}).found] == ["error", "info"]


@pytest.mark.parametrize("at", ["folder/n1", "n1", "1 is odd", "1是单"])
def test_an_acceptance_takes_what_it_names(at: str) -> None:
    accept = [Acceptance(check="EVEN", at=at, why="so meant")]
    got = only(1, 3, accept=accept)
    assert [(a.diagnostic.message, a.why) for a in got.accepted] == [("1 is odd", "so meant")]
    assert [d.message for d in got.found] == ["3 is odd"]
    assert got.status == "found"


def test_one_by_its_chinese_words_takes_what_no_other_does() -> None:
    accept = [
        Acceptance(check="EVEN", at="n3", why="a"),
        Acceptance(check="EVEN", at="是单数", why="b"),
    ]
    got = only(1, 3, 7, accept=accept)
    assert [a.why for a in got.accepted] == ["b", "a", "b"]
    assert got.found == ()


def test_an_acceptance_of_nothing_is_idle_unless_its_check_did_not_run() -> None:
    accept = [Acceptance(check="EVEN", at="nowhere", why="w")]
    assert run_checks([CHECK], (1,), accept=accept).idle == tuple(accept)
    assert run_checks([CHECK], (1,), {"EVEN": "skip"}, accept).idle == ()
    assert run_checks([CHECK], (-1,), accept=accept).idle == ()


def test_it_knows_neither_pages_nor_pdfs() -> None:
    tree = ast.parse(Path(engine.__file__).read_text(encoding="utf-8"))
    own = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    assert {m for m in own if m.startswith("layout")} == {
        "layout.diagnostics",
        "layout.errors",
        "layout.record",
        "layout.words.said",
    }
