"""A real watcher on a real folder: what is saved is made again, and nothing else is."""

import argparse
import contextlib
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from layout.api import Session
from layout.cli import main
from layout.making.watch import watch
from layout.making.watched import LOOK_MS
from layout.spec.named import listed_pages, named_files
from tests.conftest import Project
from tests.cost import HANG_S

PATIENCE_S = HANG_S  # a guard: a rebuild itself takes some 20 ms
QUIET_S = LOOK_MS / 1000 * 1.6


class Watching:
    """The watcher in a thread, and what it said."""

    def __init__(self, *specs: Path, out: Path) -> None:
        self.out = out
        self.args = argparse.Namespace(
            lang="en",
            spec=[str(s) for s in specs],
            out=str(out),
            set=[],
            renderer="press",
            pdfx=None,
            marks=None,
            dpi=50.0,
            final=False,
            quiet=False,
            json=False,
        )
        self.stop = threading.Event()
        self.said = io.StringIO()
        self.told = io.StringIO()
        self.status: int | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        self.status = watch(Session(), self.args, ["dump"], self.stop)

    def builds(self, name: str = "T1") -> int:
        return self.said.getvalue().count(f"{name}.txt")

    def page(self, name: str = "T1") -> str:
        path = self.out / f"{name}.txt"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def until(self, good: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not good():
            assert self.thread.is_alive(), "the watcher has died"
            assert time.monotonic() < end, f"nothing came: {self.said.getvalue()!r}"
            time.sleep(0.01)


@contextlib.contextmanager
def watching(*specs: Path, out: Path, ready: bool = True) -> Iterator[Watching]:
    w = Watching(*specs, out=out)
    with contextlib.redirect_stdout(w.said), contextlib.redirect_stderr(w.told):
        w.thread.start()
        try:
            w.until(lambda: "watching" in w.told.getvalue())
            if ready:
                w.until(lambda: bool(w.page()))
            yield w
        finally:
            w.stop.set()
            w.thread.join(PATIENCE_S)
    assert not w.thread.is_alive()
    assert w.status == 0


def test_a_saved_story_is_set_again(project: Project, tmp_path: Path) -> None:
    with watching(project.spec, out=tmp_path / "out") as w:
        for number in range(3):
            project.write("stories/two.md", f"---\ntitle: 早市\n---\n\n第{number}回改动的文字。\n")
            w.until(lambda n=number: f"第{n}回改动" in w.page())  # type: ignore[misc]
        assert " ms" in w.said.getvalue()


def test_a_file_saved_by_renaming_counts(project: Project, tmp_path: Path) -> None:
    with watching(project.spec, out=tmp_path / "out") as w:
        for text in ("换名保存的一稿。", "换名保存的二稿。"):
            beside = project.write("stories/two.md~", f"---\ntitle: 早市\n---\n\n{text}\n")
            beside.replace(project.path("stories/two.md"))
            w.until(lambda t=text: t in w.page())  # type: ignore[misc]


def test_pictures_styles_and_editions_count(project: Project, tmp_path: Path) -> None:
    from PIL import Image

    with watching(project.spec, out=tmp_path / "out") as w:
        before = w.page()
        Image.new("CMYK", (200, 400), (0, 90, 90, 0)).save(project.path("assets/park.jpg"))
        w.until(lambda: w.page() != before)
        second = w.page()
        project.write("styles.yaml", "styles:\n  body: {size: 8.5pt}\n")
        w.until(lambda: w.page() != second)
        project.change("edition.yaml", "2024-05-06", "2024-05-07")
        w.until(lambda: "星期二" in w.page())


def test_only_the_pages_touched_are_made(project: Project, tmp_path: Path) -> None:
    second = project.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
    project.write("T2.yaml", second.replace("stories/two.md", "stories/three.md"))
    project.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市刚开。\n")
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    with watching(project.root, out=tmp_path / "out") as w:
        w.until(lambda: w.builds("T2") == 1)
        project.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市散了。\n")
        w.until(lambda: "晚市散了" in w.page("T2"))
        # A file half written is seen too, where the machine is slow: T2 may be made once more.
        w.until(lambda: w.builds("T2") >= 2)
        assert w.builds("T1") == 1


def test_an_error_is_told_and_the_last_good_page_kept(project: Project, tmp_path: Path) -> None:
    with watching(project.spec, out=tmp_path / "out") as w:
        good = w.page()
        project.change("T1.yaml", "columns: 2", "colums: 2")
        w.until(lambda: "unknown key" in w.told.getvalue())
        assert 'did you mean "columns"' in w.told.getvalue()
        assert "T1.yaml:10:5" in w.told.getvalue()
        assert w.page() == good
        project.change("T1.yaml", "colums: 2", "columns: 3")
        w.until(lambda: w.builds() >= 2)
        assert w.page() != good


def standing(w: Watching) -> list[str]:
    """What was told of the story that is too short, each time."""
    rows = w.told.getvalue().splitlines()
    return [row for row in rows if "stories/two.md: " in row and "[UNDERSET]" in row]


def test_what_still_stands_is_told_each_time(project: Project, tmp_path: Path) -> None:
    project.write("stories/two.md", "---\ntitle: 早市\n---\n\n短。\n")
    with watching(project.spec, out=tmp_path / "out") as w:
        for number in range(1, 4):
            project.write("stories/one.md", f"---\ntitle: 早市\n---\n\n第{number}稿。\n")
            w.until(lambda n=number: f"第{n}稿" in w.page())  # type: ignore[misc]
            w.until(lambda n=number: len(standing(w)) > n)  # type: ignore[misc]
        assert len(set(standing(w))) == 1


def test_broken_bytes_do_not_stop_it(project: Project, tmp_path: Path) -> None:
    with watching(project.spec, out=tmp_path / "out") as w:
        whole = project.spec.read_bytes()
        for broken in (b"", b"\xff\xfe\x00", b"a: [", b"x" * 2_000_000):
            told = len(w.told.getvalue())
            project.spec.write_bytes(broken)
            w.until(lambda n=told: "error" in w.told.getvalue()[n:])  # type: ignore[misc]
        project.spec.unlink()
        w.until(lambda: "does not exist" in w.told.getvalue())
        project.spec.write_bytes(whole.replace(b"columns: 2", b"columns: 3"))
        w.until(lambda: w.builds() >= 2)


def test_a_page_that_failed_is_made_when_its_files_appear(project: Project, tmp_path: Path) -> None:
    project.change("T1.yaml", "stories/two.md", "later/deep/two.md")
    with watching(project.spec, out=tmp_path / "out", ready=False) as w:
        assert "MISSING-FILE" in w.told.getvalue()
        assert w.builds() == 0
        project.path("later").mkdir()
        time.sleep(0.1)
        project.write("later/deep/two.md", "---\ntitle: 早市\n---\n\n终于来了。\n")
        w.until(lambda: "终于来了" in w.page())


def test_a_page_that_an_edition_lists_too_early(project: Project, tmp_path: Path) -> None:
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    with watching(project.edition, out=tmp_path / "out", ready=False) as w:
        assert "T2.yaml" in w.told.getvalue()
        page = project.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
        project.write("T2.yaml", page)
        w.until(lambda: bool(w.page("T1") and w.page("T2")))


def test_what_it_writes_into_a_watched_folder_starts_nothing(project: Project) -> None:
    with watching(project.spec, out=project.path("stories")) as w:
        time.sleep(QUIET_S)
        assert w.builds() == 1
        project.write("stories/other.md", "别的稿子。")
        time.sleep(QUIET_S)
        assert w.builds() == 1


def test_two_pages_of_one_name_do_not_overwrite_each_other(
    project: Project, tmp_path: Path
) -> None:
    project.write("T2.yaml", project.spec.read_text(encoding="utf-8"))
    with watching(project.spec, project.path("T2.yaml"), out=tmp_path / "out") as w:
        w.until(lambda: "SAME-NAME" in w.told.getvalue())
        assert w.builds() == 1


def line_of(process: subprocess.Popen[str]) -> str:
    """The next line that a command says. Where it has ended instead, what it said of that fails the
    test."""
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        _, told = process.communicate(timeout=PATIENCE_S)
        pytest.fail(f"it ended with {process.returncode}: {told}")
    return line.rstrip()


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_ctrl_c_ends_it_with_0(project: Project, tmp_path: Path) -> None:
    """As a user runs it: the command in a process of its own."""
    out = tmp_path / "out"
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "layout",
            "build",
            str(project.spec),
            "--watch",
            "-o",
            str(out),
            "--to",
            "dump,pdf",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert line_of(process).endswith(" ms")
        beside = project.write("stories/two.md~", "---\ntitle: 早市\n---\n\n进程里的改动。\n")
        beside.replace(project.path("stories/two.md"))
        assert line_of(process).endswith(" ms")
        while "进程里的改动" not in (out / "T1.txt").read_text(encoding="utf-8"):
            assert line_of(process).endswith(" ms")
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
    assert process.returncode == 0, told
    assert "Traceback" not in told
    assert said == ""
    assert sorted(p.name for p in out.iterdir()) == ["T1.pdf", "T1.txt"]


def test_named_files_are_where_they_would_be_looked_for(project: Project) -> None:
    from layout.environment import Files

    project.change("T1.yaml", "stories/two.md", "nowhere/../stories/lost.md")
    named = named_files(Files.around(project.spec), project.spec, ("blocks.x.picture=extra.png",))
    for name in ("T1.yaml", "edition.yaml", "styles.yaml", "stories/lost.md", "assets/park.jpg"):
        assert project.path(name).resolve() in named
    assert project.path("extra.png").resolve() in named
    assert all(p.is_relative_to(project.root.resolve()) for p in named)
    assert project.path("stories/two.md").resolve() not in named
    pages = listed_pages(Files.around(project.edition), project.edition)
    assert project.spec.resolve() in pages


def test_named_files_of_nothing_readable(project: Project) -> None:
    from layout.environment import Files

    project.spec.write_bytes(b"\xff\xfe")
    assert project.spec.resolve() in named_files(Files.around(project.spec), project.spec)


def test_watch_with_bad_options_does_not_begin(project: Project) -> None:
    assert main(["build", str(project.spec), "--watch", "--to", "docx"]) == 2
