"""The thread that makes pages: nothing of what is saved is missed, and nothing is kept too long."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.stale import Proof, edit, shown, truth
from layout.diagnostics import Place
from layout.making.watched import State, state_of
from layout.preview.recent import Recent
from layout.preview.sources import path_of
from layout.preview.worker import Worker
from tests.conftest import Project
from tests.preview.served import until


@pytest.fixture
def proof(project: Project) -> Iterator[Proof]:
    with Proof(project.edition).running() as one:
        one.until("T1", truth(project.spec))
        yield one


def test_a_hundred_saves_end_with_the_last(project: Project, proof: Proof):
    text = project.path("stories/two.md").read_text(encoding="utf-8")
    revs = []
    for number in range(100):
        project.write("stories/two.md", text.replace("一百八十", f"一百{number:02}"))
        revs.append(proof.worker.states["T1"].rev)
    proof.until("T1", truth(project.spec))
    page = proof.worker.states["T1"].page
    assert page is not None
    assert "一百99" in page.dump()


def test_what_is_saved_while_a_page_is_made_is_shown_next(project: Project, proof: Proof):
    """The maker is held up after it has read the files, while they are saved again."""
    made = proof.worker.maker.made
    held, going = threading.Event(), threading.Event()

    def slowly(state):
        found = made(state)
        if not held.is_set():
            held.set()
            going.wait()
        return found

    proof.worker.maker.made = slowly  # type: ignore[method-assign]
    project.change("stories/two.md", "老周", "老王")
    held.wait()
    project.change("stories/two.md", "老王", "老李")
    going.set()
    proof.until("T1", truth(project.spec))
    page = proof.worker.states["T1"].page
    assert page is not None
    assert "老李" in page.dump()


def test_a_file_saved_twice_within_a_tick_of_the_clock_is_seen(
    project: Project, proof: Proof, monkeypatch: pytest.MonkeyPatch
):
    """The second save leaves size, times and file as they were: no state tells of it."""
    note = Recent.note
    monkeypatch.setattr(  # as if no time had gone by since the save
        Recent, "note", lambda self, states: note(self, {p: _now(s) for p, s in states.items()})
    )
    path = project.path("stories/two.md")
    made = proof.worker.maker.made
    again = threading.Event()

    def once(state):
        found = made(state)
        proof.worker.maker.made = made  # type: ignore[method-assign]
        facts = path.stat()
        data = path.read_bytes()
        path.write_bytes(data.replace("老王".encode(), "老李".encode()))
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        for hanging in proof.worker._hanging.values():  # as if ctime had not ticked either
            hanging.states[path.resolve()] = state_of(path)
        again.set()
        return found

    proof.worker.maker.made = once  # type: ignore[method-assign]
    project.change("stories/two.md", "老周", "老王")
    again.wait()
    proof.until("T1", truth(project.spec))
    page = proof.worker.states["T1"].page
    assert page is not None
    assert "老李" in page.dump()


def _now(state: State) -> State:
    return (time.time_ns(), time.time_ns(), *state[2:]) if state is not None else None


def test_a_defect_of_a_page_does_not_end_the_proof(project: Project, proof: Proof):
    maker = proof.worker.maker
    compose = maker.session.page

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    maker.session.page = fail  # type: ignore[method-assign,assignment]
    project.change("stories/two.md", "老周", "老王")
    with proof._changed:
        while not proof.worker.states["T1"].fault:
            proof._changed.wait(1)
    (told,) = proof.worker.states["T1"].fault
    assert told.code == "PROOFING"
    maker.session.page = compose  # type: ignore[method-assign]
    project.change("stories/two.md", "老王", "老李")
    proof.until("T1", truth(project.spec))


def test_pages_come_go_and_keep_their_keys(project: Project, proof: Proof):
    second = project.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
    project.write("T2.yaml", second)
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    with proof._changed:
        while set(proof.worker.states) != {"T1", "T2"}:
            proof._changed.wait(1)
    proof.until("T2", truth(project.path("T2.yaml")))
    project.change("T2.yaml", "page: T2", "page: T7")  # it has its key still
    proof.until("T2", truth(project.path("T2.yaml")))
    assert proof.worker.states["T2"].name == "T7"
    project.change("edition.yaml", "[T1.yaml, T2.yaml]", "[T2.yaml")  # broken: all stay
    proof.until("T1", truth(project.spec))
    assert set(proof.worker.states) == {"T1", "T2"}
    project.change("edition.yaml", "[T2.yaml", "[T2.yaml]")
    with proof._changed:
        while set(proof.worker.states) != {"T2"}:
            proof._changed.wait(1)


def test_a_page_that_comes_beside_an_edition_without_a_list_is_shown(project: Project):
    text = project.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
    project.change("edition.yaml", "pages: [T1.yaml]", "")
    with Proof(project.root).running() as proof:
        proof.until("T1", truth(project.spec))
        project.write("T2.yaml", text.partition("page: T2\n")[2])  # half of it, and then the rest
        project.change("T1.yaml", "lines: 5-40", "lines: 5-39")
        proof.until("T1", truth(project.spec))
        assert set(proof.worker.states) == {"T1"}
        project.write("T2.yaml", text)
        with proof._changed:
            while set(proof.worker.states) != {"T1", "T2"}:
                proof._changed.wait(1)
        proof.until("T2", truth(project.path("T2.yaml")))


def test_a_page_changes_with_another_that_its_story_comes_from(project: Project, proof: Proof):
    long = "---\ntitle: 长篇\n---\n\n" + "\n\n".join(["长篇一段文字，排满两版。" * 12] * 14) + "\n"
    project.write("stories/long.md", long)
    jump = (
        "  - id: long\n    story: stories/long.md\n"
        "    at: {{cols: 1-6, lines: {lines}}}\n    {jump}\n"
    )
    head = "format: tabloid\nedition: edition.yaml\nblocks:\n"
    first = "page: T2\n" + head + jump.format(lines="5-20", jump="jump_to: T3")
    second = "page: T3\n" + head + jump.format(lines="5-40", jump="jump_from: T2")
    project.write("T2.yaml", first)
    project.write("T3.yaml", second)
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml, T3.yaml]")
    with proof._changed:
        while set(proof.worker.states) != {"T1", "T2", "T3"}:
            proof._changed.wait(1)
    wanted = truth(project.path("T3.yaml"))
    assert wanted[1] == (), wanted
    proof.until("T3", wanted)
    project.change("T2.yaml", "lines: 5-20", "lines: 5-24")
    assert truth(project.path("T3.yaml")) != wanted
    proof.until("T3", truth(project.path("T3.yaml")))
    # And the other way: a page whose story nobody takes up is at fault.
    project.change("T3.yaml", "jump_from: T2", "jump_from: T1")
    assert truth(project.path("T2.yaml"))[1]
    proof.until("T2", truth(project.path("T2.yaml")))
    project.change("T3.yaml", "jump_from: T1", "jump_from: T2")
    proof.until("T2", truth(project.path("T2.yaml")))
    proof.until("T3", truth(project.path("T3.yaml")))


@pytest.mark.parametrize("seed", [11, 12])
def test_random_edits_leave_no_stale_view(seed: int, project: Project):
    """A hundred each; `python -m bench.stale --edits 10000` for more, on whole editions."""
    found = edit(project.root, 100, seed)
    assert found["compared"] > 30
    assert found["good"] > 8, found


def test_a_proof_sees_what_is_stale(project: Project, monkeypatch: pytest.MonkeyPatch):
    """The comparison itself: a proof that never looks again is found out."""
    import bench.stale

    monkeypatch.setattr(bench.stale, "PATIENCE_S", 5.0)
    with Proof(project.edition).running() as one:
        one.until("T1", truth(project.spec))
        one.worker._look = lambda: None  # type: ignore[method-assign]
        project.change("stories/two.md", "老周", "老王")
        with pytest.raises(bench.stale.StaleError):
            one.until("T1", truth(project.spec))
    assert shown(one.worker.states["T1"]) != truth(project.spec)


def test_an_edition_that_is_broken_from_the_start_is_named_as_its_source_is_asked_for(
    project: Project, monkeypatch: pytest.MonkeyPatch
):
    """The folder is given from where it stands: `banxin serve issue`."""
    project.write("banxin.yaml", "")
    project.change("edition.yaml", "pages: [", "pages: [[")
    monkeypatch.chdir(project.root.parent)
    worker = Worker(Path(project.root.name), lambda _: None)
    worker.start()
    try:
        until(lambda: any(state.fault for state in worker.states.values()))
        (state,) = worker.states.values()
        place = state.fault[0].where
        assert isinstance(place, Place)
        found = path_of(place.file, worker.issue.pages.values(), worker.interest())
        assert found == project.edition.resolve()
    finally:
        worker.stop()
