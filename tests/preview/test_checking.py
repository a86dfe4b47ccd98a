"""The checker's process: what it says is of the page that is shown, and its end is no fault."""

import time
from collections.abc import Iterator

import pytest

from bench.stale import Proof, truth
from layout.preview.checker import Task, outcome_of
from layout.preview.checking import MOST_TRIES, Checking
from tests.conftest import Project
from tests.preview.served import until


@pytest.fixture
def proof(project: Project) -> Iterator[Proof]:
    with Proof(project.edition).running() as one:
        one.until("T1", truth(project.spec))
        yield one


def test_a_page_is_checked_in_steps(project: Project):
    digest = truth(project.spec)[0]
    found = {}
    for step in ("check", "thumb", "preflight"):
        task = Task(key="T1", spec=project.spec, rev=1, digest=digest, step=step)
        found[step] = outcome_of(task)
        assert not found[step].other
    assert found["thumb"].picture.startswith(b"\x89PNG")
    assert {d.code for d in found["check"].composed} <= {d.code for d in found["check"].found}


def test_another_page_than_the_one_that_is_shown_is_not_checked(project: Project):
    task = Task(key="T1", spec=project.spec, rev=1, digest="0" * 64, step="check")
    assert outcome_of(task).other
    project.change("T1.yaml", "columns: 2", "colums: 2")
    assert outcome_of(task).other


def test_a_defect_of_a_check_is_told(project: Project, monkeypatch: pytest.MonkeyPatch):
    import layout.check.run

    def fail(_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(layout.check.run, "check_page", fail)
    digest = truth(project.spec)[0]
    outcome = outcome_of(Task(key="T1", spec=project.spec, rev=1, digest=digest, step="check"))
    assert [d.code for d in outcome.found] == ["PROOFING"]


def test_a_checker_that_is_killed_is_begun_again(proof: Proof):
    checking = Checking(proof.worker)
    try:
        checking.start()
        proof.worker.look()
        until(lambda: checking._process is not None)
        process = checking._process
        assert process is not None
        process.kill()
        until(lambda: proof.worker.states["T1"].complete)
        assert checking._process is not process
    finally:
        checking.stop()


def test_a_checker_that_sees_another_page_is_not_asked_for_ever(
    proof: Proof, monkeypatch: pytest.MonkeyPatch
):
    import layout.preview.checking

    sent: list[Task] = []

    def wrong(**values: object) -> Task:
        sent.append(Task(**values | {"digest": "0" * 64}))  # type: ignore[arg-type]
        return sent[-1]

    monkeypatch.setattr(layout.preview.checking, "Task", wrong)
    checking = Checking(proof.worker)
    try:
        checking.start()
        proof.worker.look()
        until(lambda: len(sent) >= 3 * (MOST_TRIES + 1))
        for _ in range(50):
            proof.worker.look()
            time.sleep(0.01)
        assert len(sent) == 3 * (MOST_TRIES + 1)  # each of the three steps
        assert not proof.worker.states["T1"].complete
    finally:
        checking.stop()
