"""The first page comes from the checker's process; the worker's own is the same, and later."""

from pathlib import Path

import pytest

from bench.stale import truth
from layout.api import Session
from layout.diagnostics import StopError
from layout.preview.first import First, FirstPage, FirstPictures, Hearsay, early
from layout.preview.issue import Issue
from layout.preview.worker import PAINT_S, Worker
from tests.conftest import Project
from tests.preview.served import served, until


def heard(project: Project) -> list[object]:
    return list(early(First(given=project.edition), {}))


def begun(project: Project, said: list[object]) -> Worker:
    worker = Worker(project.edition, lambda _: None)
    worker.first.expected()
    for one in [*said, None]:
        worker.first.hear(one)  # type: ignore[arg-type]
    worker.start()
    return worker


def test_the_page_is_said_as_the_build_makes_it(project: Project):
    keep: dict[str, Session] = {}
    issue, page, shown = early(First(given=project.edition), keep)
    assert isinstance(issue, Issue)
    assert issue.pages == {"T1": project.spec}
    assert isinstance(page, FirstPage)
    assert page.state.aspect is not None
    assert page.state.aspect.scene.digest == truth(project.spec)[0]
    assert (page.state.page, page.state.stale, page.state.rev) == (None, True, 1)
    assert project.path("stories/two.md") in page.files
    assert isinstance(shown, FirstPictures)
    svg = "".join(block.svg for block in page.state.aspect.scene.blocks)
    assert shown.pictures
    assert all(f"picture/{key}" in svg for key in shown.pictures)
    assert keep["session"].page(project.spec).dump()


def test_where_there_is_no_list_of_pages_nothing_is_said(tmp_path: Path):
    with pytest.raises(StopError):
        list(early(First(given=tmp_path / "none.yaml"), {}))


def test_the_engine_is_loaded_when_the_page_is_painted(
    project: Project, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("layout.preview.worker.PAINT_S", 60.0 * PAINT_S)
    worker = begun(project, heard(project))
    try:
        until(lambda: worker.first.pictures.done() and bool(worker.states))
        state = worker.states["T1"]
        assert state.aspect is not None
        assert state.page is None
        assert worker._maker is None
        assert project.path("stories/two.md") in worker.interest()
        worker.painted()
        until(lambda: worker.states["T1"].page is not None)
        state, before = worker.states["T1"], state
        assert state.aspect is before.aspect  # so that no browser is sent it again
        assert state.rev == before.rev
        assert not state.stale
    finally:
        worker.stop()


@pytest.mark.parametrize("wanted", ["another page", "an answer"])
def test_nobody_who_wants_more_waits_for_the_paint(
    project: Project, monkeypatch: pytest.MonkeyPatch, wanted: str
):
    monkeypatch.setattr("layout.preview.worker.PAINT_S", 60.0 * PAINT_S)
    text = project.spec.read_text(encoding="utf-8")
    project.write("T2.yaml", text.replace("T1", "T2"))
    edition = project.edition.read_text(encoding="utf-8")
    project.write("edition.yaml", edition.replace("T1.yaml", "T1.yaml, T2.yaml"))
    worker = begun(project, heard(project))
    try:
        until(lambda: len(worker.states) == 2)
        if wanted == "another page":
            worker.view(["T2"])
            until(lambda: worker.states["T2"].page is not None)
        else:
            assert worker.ask(lambda maker: maker).result() is worker.maker
    finally:
        worker.stop()


@pytest.mark.parametrize("said", [0, 1])
def test_where_nothing_more_is_said_the_worker_makes_the_page(project: Project, said: int):
    worker = begun(project, heard(project)[:said])
    try:
        until(lambda: worker.states.get("T1") is not None and bool(worker.states["T1"].page))
        assert worker.states["T1"].rev == 1
        assert worker.first.pictures.result() == {}
    finally:
        worker.stop()


def test_a_change_while_the_first_page_was_made_is_shown(project: Project):
    said = heard(project)
    project.change("stories/two.md", "老周", "老王")
    worker = begun(project, said)
    try:
        worker.painted()
        until(lambda: bool(worker.states) and worker.states["T1"].page is not None)
        page = worker.states["T1"].page
        assert page is not None
        assert "老王" in page.dump()
        assert worker.states["T1"].rev == 2
    finally:
        worker.stop()


def test_a_first_page_at_fault_is_told_as_any_other(project: Project):
    project.change("T1.yaml", "columns: 2", "colums: 2")
    worker = begun(project, heard(project))
    try:
        until(lambda: bool(worker.states) and bool(worker.states["T1"].fault))
        assert project.spec in worker.interest()  # its source is shown
        project.change("T1.yaml", "colums: 2", "columns: 2")
        worker.painted()
        until(lambda: worker.states["T1"].page is not None)
    finally:
        worker.stop()


def test_the_reading_is_said_with_the_page(project: Project):
    project.write(
        "corrections.yaml",
        "reading: 二校\ncorrections:\n"
        "  - {story: stories/two.md, words: 一百八十, should_be: 一百九十}\n",
    )
    worker = begun(project, heard(project))
    try:
        until(lambda: worker.first.pictures.done() and bool(worker.states))
        assert worker.readings.now.name == "二校"
        (entry,) = worker.readings.now.entries
        assert entry.rect is not None
        state = worker.states["T1"]
        worker.painted()
        until(lambda: worker.states["T1"].page is not None)
        page = worker.states["T1"].page
        assert page is not None
        assert (state.title, state.date) == (page.display.title, page.display.date) != ("", "")
    finally:
        worker.stop()


def test_nothing_is_waited_for_that_nobody_says():
    assert Hearsay().next() is None


def test_a_proof_has_its_page_and_pictures_from_it(project: Project):
    with served(project.edition) as proof, proof.window("T1", lang="zh") as window:
        page = window.next("page")
        assert page["digest"] == truth(project.spec)[0]
        svg = "".join(page["blocks"].values())
        address = svg.partition("picture/")[2].partition('"')[0]
        assert proof.get(f"picture/{address}").status == 200
        window.say(type="painted", page="T1", rev=1, ms=1)
        project.change("stories/two.md", "老周", "老王")
        assert window.next("change")["digest"] == truth(project.spec)[0]
