"""The lanes: which Pythons really start, what a report says, and when all is green."""

import os
import sys
from pathlib import Path

import pytest

from tests import lanes
from tests.lanes import FAILED, GREEN, INCOMPLETE, Result, find, read_report, starts, status, table

HERE = "{}.{}".format(*sys.version_info)
REPORT = """<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests">
<testsuite name="pytest" errors="1" failures="2" skipped="3" tests="16" time="1.5">
<testcase classname="a" name="b" time="0.1"><failure message="no">text</failure></testcase>
</testsuite>
</testsuites>
"""


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path


def python(path: Path) -> Path:
    """A Python that starts: this one, under another name."""
    return script(path, f'exec "{sys.executable}" "$@"')


def test_a_report_is_counted():
    assert read_report(REPORT) == (10, 3, 3)


@pytest.mark.parametrize("text", ["", "no xml", "<a/>", REPORT[:200]])
def test_what_is_no_report_is_refused(text):
    with pytest.raises(ValueError, match="no report"):
        read_report(text)


def test_the_report_that_pytest_writes_is_understood(tmp_path):
    import subprocess

    (tmp_path / "test_x.py").write_text(
        "import pytest\n"
        "def test_a(): pass\n"
        "def test_b(): assert False\n"
        "def test_c(): pytest.skip('not here')\n"
        "@pytest.fixture\n"
        "def broken(): raise OSError\n"
        "def test_d(broken): pass\n",
        "utf-8",
    )
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", f"--junitxml={report}"]
    done = subprocess.run(
        [*command, "-c", os.devnull, "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert read_report(report.read_text("utf-8")) == (1, 2, 1)


def test_this_python_starts(tmp_path):
    assert starts(python(tmp_path / "python"), HERE).startswith(HERE)


@pytest.mark.parametrize(
    "text",
    [
        "echo 'pyenv: command not found' >&2; exit 127",  # a shim of a version that is not chosen
        "echo 2.7.18",  # another version
        "exit 0",
        f"echo {HERE}.1; exit 1",
    ],
)
def test_a_name_that_is_no_such_python_does_not_start(tmp_path, text):
    assert starts(script(tmp_path / "python", text), HERE) == ""


def test_what_is_not_there_or_no_program_does_not_start(tmp_path):
    assert starts(tmp_path / "none", HERE) == ""
    (tmp_path / "plain").write_text("", "utf-8")
    assert starts(tmp_path / "plain", HERE) == ""
    assert starts(tmp_path, HERE) == ""


def test_behind_a_shim_the_one_that_pyenv_keeps_is_found(tmp_path):
    script(tmp_path / "shims" / f"python{HERE}", "exit 127")
    real = python(tmp_path / "pyenv" / "versions" / f"{HERE}.0" / "bin" / f"python{HERE}")
    environ = {"PATH": str(tmp_path / "shims"), "PYENV_ROOT": str(tmp_path / "pyenv")}
    found = find(HERE, environ | {"HOME": str(tmp_path)})
    assert found is not None
    assert found[0] == real


def test_the_path_comes_first_under_any_of_its_names(tmp_path):
    real = python(tmp_path / "bin" / "python3")
    python(tmp_path / ".pyenv" / "versions" / f"{HERE}.0" / "bin" / f"python{HERE}")
    found = find(HERE, {"PATH": f"{tmp_path / 'none'}:{tmp_path / 'bin'}", "HOME": str(tmp_path)})
    assert found is not None
    assert found[0] == real


def test_a_python_that_is_nowhere(tmp_path):
    assert find("3.14", {"PATH": str(tmp_path), "HOME": str(tmp_path)}) is None


def test_a_lane_without_its_python_is_not_run_and_not_green(monkeypatch):
    monkeypatch.setattr(lanes, "find", lambda _: None)
    result = lanes.run_lane(lanes.LANES[0], "3.14")
    assert result.state == "not run"
    assert result.words == "no Python 3.14 starts here"
    assert status([Result("locked", "3.11.7", 5), result]) == INCOMPLETE


def test_the_status_is_that_of_the_worst():
    good, bad = Result("locked", "3.11.7", 5, 0, 1), Result("newest", "3.11.7", 5, 1, 0)
    assert status([good, good]) == GREEN
    assert status([good, bad]) == FAILED
    assert status([bad, Result("oldest", "3.11", ran=False)]) == FAILED
    assert status([]) == INCOMPLETE
    assert Result("locked", "3.11.7").state == "FAILED"  # where no test ran nothing is shown


def test_the_table():
    rows = [
        Result("locked", "3.11.7", 5306, 0, 1),
        Result("newest", "3.12.1", 5300, 7, 0, ".lanes/newest-3.12.log"),
        Result("locked", "3.14", ran=False, words="no Python 3.14 starts here"),
    ]
    assert table(rows) == (
        "lane    Python  passed  failed  not run\n"
        "locked  3.11.7    5306       0        1  green\n"
        "newest  3.12.1    5300       7        0  FAILED   .lanes/newest-3.12.log\n"
        "locked  3.14         –       –        –  not run  no Python 3.14 starts here\n"
        "lanes: 1 green, 1 failed, 1 not run"
    )


def test_an_environment_is_made_again_when_its_lock_changes(tmp_path, monkeypatch):
    ran: list[list[str]] = []

    def run(command: list[str], _log: Path) -> int:
        ran.append(list(command))
        if "venv" in command:
            python(Path(command[-1]) / "bin" / "python")
        return 0

    monkeypatch.setattr(lanes, "ROOT", tmp_path)
    monkeypatch.setattr(lanes, "HOME", tmp_path / ".lanes")
    monkeypatch.setattr(lanes, "run", run)
    (tmp_path / "lock").write_text("a==1", "utf-8")
    lane = lanes.Lane("x", ("3.11",), (("-m", "pip"),), ("lock",))
    made = lanes.install(lane, Path("python"), "3.11.7", tmp_path / "log")
    assert made == tmp_path / ".lanes" / "x-3.11" / "bin" / "python"
    assert len(ran) == 2
    lanes.install(lane, Path("python"), "3.11.7", tmp_path / "log")
    assert len(ran) == 2
    (tmp_path / "lock").write_text("a==2", "utf-8")
    lanes.install(lane, Path("python"), "3.11.7", tmp_path / "log")
    assert len(ran) == 4
    monkeypatch.setattr(lanes, "run", lambda *_: 1)
    (tmp_path / "lock").write_text("a==3", "utf-8")
    assert lanes.install(lane, Path("python"), "3.11.7", tmp_path / "log") is None


def test_an_unknown_lane_is_refused(capsys):
    with pytest.raises(SystemExit):
        lanes.main(["--only", "loked"])
    assert "expected some of locked, newest, oldest" in capsys.readouterr().err


def test_the_load_is_there_and_goes():
    with lanes.busy(2):
        pass  # a process that stayed would be waited for here for ever
