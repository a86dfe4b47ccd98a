"""Output that cannot be written: one line and a status, whatever the command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout.console import visible
from tests.conftest import Project
from tests.cost import HANG_S

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
ROOT = Path(__file__).parents[1]


def banxin(folder: Path, words: list[str], shell: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a shell that redirects its streams."""
    line = f'exec "$0" -m layout "$@" {shell}'
    return subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANG_S,
    )


@pytest.fixture
def words(project: Project) -> dict[str, list[str]]:
    """A command line for each command, in the small project, that has something to say."""
    project.write("a.txt", "江南好，风景旧曾谙。\n")
    project.write("ocr.md", "B1\n\n壮丽七十年\n\n江南好，风景旧曾谙。\n")
    return {
        "build": ["build", "T1.yaml"],
        "build --json": ["build", "T1.yaml", "--json"],
        "dump": ["dump", "T1.yaml"],
        "proof": ["proof", "T1.yaml", "--dpi", "20"],
        "lines": ["lines", "a.txt", "--measure", "13"],
        "lines --json": ["lines", "a.txt", "--measure", "13", "--json"],
        "fonts": ["fonts"],
        "schema": ["schema"],
        "import": ["import", "ocr.md", "-o", "new"],
        "help": ["--help"],
        "build --help": ["build", "--help"],
        "version": ["--version"],
    }


COMMANDS = (
    "build", "build --json", "dump", "proof", "lines", "lines --json", "fonts", "schema", "import",
    "help", "build --help", "version",
)  # fmt: skip


@needs_full
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_said_in_one_line(
    project: Project, words: dict[str, list[str]], name: str
) -> None:
    done = banxin(project.root, words[name], "> /dev/full")
    last = done.stderr.splitlines()[-1]
    assert last == "banxin: standard output cannot be written: No space left on device"
    assert done.stderr.count("cannot be written") == 1
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("name", ["dump", "fonts", "help", "build"])
def test_a_closed_output_is_said_in_one_line(
    project: Project, words: dict[str, list[str]], name: str
) -> None:
    done = banxin(project.root, words[name], ">&-")
    assert done.stderr.splitlines()[-1] == "banxin: standard output is closed"
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


@needs_full
@pytest.mark.parametrize("where", ["2> /dev/full", "2>&-", "> /dev/full 2>&1", ">&- 2>&-"])
def test_where_nothing_can_be_said_there_is_the_status(project: Project, where: str) -> None:
    for words in (["build", "T1.yaml"], ["buidl"], ["lines", "no.txt", "--measure", "13"]):
        done = banxin(project.root, words, where)
        # Bad use said nowhere is bad use still, or output that failed: never success.
        assert done.returncode in (1, 2), words
        assert "Traceback" not in done.stderr + done.stdout


@needs_full
def test_the_source_given_back_by_undo_is_output_too(project: Project) -> None:
    project.write("ocr.md", "B1\n\n壮丽七十年\n\n江南好，风景旧曾谙。\n")
    assert banxin(project.root, ["import", "ocr.md", "-o", "new"], "").returncode == 0
    whole = banxin(project.root, ["import", "--undo", "new"], "")
    assert whole.stdout == project.path("ocr.md").read_text(encoding="utf-8")
    done = banxin(project.root, ["import", "--undo", "new"], "> /dev/full")
    assert done.returncode == 1
    assert done.stderr == "banxin: standard output cannot be written: No space left on device\n"


def test_a_reader_that_goes_is_no_fault(project: Project) -> None:
    done = banxin(project.root, ["dump", "T1.yaml"], "| head -n 1")
    assert done.stdout.count("\n") == 1
    assert done.stderr.strip() == "" or "warning" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_seen_stays() -> None:
    text = "株洲日报　2019年 “一” ——\u00a0é👩🏽\ufe0f\n\t"
    assert visible(text) == text
    assert visible("\u2066a\u2069\u200b\x9b\u2028") == r"\u2066a\u2069\u200b\x9b\u2028"
