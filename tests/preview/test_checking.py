"""The checker's process: what it says is of the page that is shown, and its end is no fault."""

import time
from collections.abc import Iterator
from typing import Final

import pytest

from bench.stale import Proof, truth
from layout.preview.checker import Outcome, Task, outcome_of
from layout.preview.checking import MOST_TRIES, Checking
from layout.preview.maker import Maker
from layout.preview.state import NOTHING_DRAWN, STILL_DRAWN, DrawnLayer, PageState, Step
from layout.record import replace
from layout.words.said import Language
from tests.conftest import Project
from tests.cost import HANG_S
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


CORRECTIONS = """\
corrections:
  - {story: two.md, words: 卖菜的老周, should_be: 卖菜的老王}
"""
WANTED: Final[tuple[Language, str]] = ("zh", "corrections")


def test_the_overlay_of_corrections_is_drawn_by_the_checker(project: Project):
    project.write("corrections.yaml", CORRECTIONS)
    corrections = project.path("corrections.yaml")
    digest = truth(project.spec)[0]
    task = Task(
        key="T1", spec=project.spec, rev=1, digest=digest, step="overlay",
        corrections=corrections,
    )  # fmt: skip
    layer = outcome_of(task).layer
    maker = Maker()
    state = maker.made(PageState(key="T1", spec=project.spec, name="T1"))
    assert layer == maker.laid(state, [WANTED], corrections)[WANTED]
    assert layer.over
    assert outcome_of(replace(task, digest="0" * 64)).layer is None


def test_a_save_is_shown_while_an_overlay_is_drawn_and_none_is_of_before(
    project: Project, proof: Proof
):
    """The checker is held up: its answers are given one by one, late and out of order."""
    project.write("corrections.yaml", CORRECTIONS)
    worker, asked = proof.worker, list[Task]()
    worker.look()
    checking = Checking(worker)

    def late(state: PageState, step: Step, lang: Language) -> bool:
        if step == "overlay":
            assert state.aspect is not None
            task = Task(
                key="T1", spec=state.spec, rev=state.rev, digest=state.aspect.scene.digest,
                step=step, lang=lang, corrections=worker.readings.file,
                state=worker.laying.corrected,
            )  # fmt: skip
            if task not in asked:
                asked.append(task)
        return True

    def layer() -> DrawnLayer | None:
        return worker.states["T1"].layers.get(WANTED)

    def answer(outcome: Outcome) -> None:
        worker.ask(lambda _: checking._put(outcome)).result(HANG_S)

    worker.idle = late
    worker.wanted = lambda _: {WANTED}
    worker.ask(lambda _: worker.laying.lay("T1")).result(HANG_S)
    until(lambda: len(asked) == 1)
    assert layer() == STILL_DRAWN
    first = outcome_of(asked[0])  # that of before
    project.change("stories/two.md", "四十年", "五十年")
    proof.until("T1", truth(project.spec))
    until(lambda: len(asked) == 2)
    assert asked[1].rev > asked[0].rev
    answer(first)
    assert layer() == STILL_DRAWN
    second = outcome_of(asked[1])
    answer(second)
    assert layer() == second.layer
    project.change("corrections.yaml", "老王", "老李")
    worker.look()
    until(lambda: len(asked) == 3)
    answer(second)  # of corrections that are others now
    assert layer() == STILL_DRAWN
    answer(outcome_of(asked[2]))
    assert layer() not in (STILL_DRAWN, second.layer)


def test_an_overlay_waits_for_no_other_step(project: Project, proof: Proof):
    project.write("corrections.yaml", CORRECTIONS)
    checking = Checking(proof.worker)
    try:
        state = proof.worker.states["T1"]
        checking._task = Task(
            key="T1", spec=project.spec, rev=state.rev, digest="", step="preflight"
        )  # one that takes its time
        proof.worker.wanted = lambda _: {WANTED}
        proof.worker.idle = checking.send
        proof.worker.ask(lambda _: proof.worker.laying.lay("T1")).result(HANG_S)
        until(lambda: bool((now := proof.worker.states["T1"].layers.get(WANTED)) and now.over))
        beside = checking._beside
        assert beside is not None
        assert checking._process is None
        process = beside._process
        assert process is not None
    finally:
        checking.stop()
    assert process.poll() is not None


def test_where_the_checker_fails_the_worker_draws_the_overlay(project: Project, proof: Proof):
    project.write("corrections.yaml", CORRECTIONS)
    proof.worker.wanted = lambda _: {WANTED}
    proof.worker.idle = lambda *_: False
    proof.worker.ask(lambda _: proof.worker.laying.lay("T1")).result(HANG_S)
    until(lambda: bool((now := proof.worker.states["T1"].layers.get(WANTED)) and now.over))


def test_without_corrections_there_is_nothing_to_wait_for(proof: Proof):
    proof.worker.wanted = lambda _: {WANTED}
    proof.worker.idle = lambda *_: True
    proof.worker.ask(lambda _: proof.worker.laying.lay("T1")).result(HANG_S)
    assert proof.worker.states["T1"].layers[WANTED] == NOTHING_DRAWN
