"""`banxin check` as its user meets it."""

import json

import pytest

from layout.check.catalogue import CHECKS
from layout.cli import main
from tests.conftest import Golden, Project

Capture = pytest.CaptureFixture[str]


def check(capsys: Capture, *args: object) -> tuple[int, str]:
    status = main(["check", *map(str, args)])
    return status, capsys.readouterr().out


def test_the_text(broken: Project, capsys: Capture, golden: Golden) -> None:
    status, text = check(capsys, broken.spec)
    assert status == 1
    golden("check.txt", text)


def test_the_json(broken: Project, capsys: Capture, golden: Golden) -> None:
    status, text = check(capsys, broken.spec, "--json")
    assert status == 1
    json.loads(text)
    golden("check.json", text.replace(str(broken.root), "ROOT"))


def test_errors_come_first_and_the_count_last(broken: Project, capsys: Capture) -> None:
    _, text = check(capsys, broken.spec)
    rows = text.splitlines()
    assert rows[0] == "== T1 =="
    kinds = [kind for row in rows for kind in ("error", "warning", "info") if f": {kind}: " in row]
    assert kinds == sorted(kinds, key=("error", "warning", "info").index)
    assert len(set(kinds)) == 3
    errors, warnings = kinds.count("error"), kinds.count("warning")
    assert rows[-1].startswith(f"T1: {len(CHECKS) - 1} checks, {errors} error")
    assert f", {warnings} warning" in rows[-1]
    assert rows[-1].endswith(", 1 accepted, 1 left out")


def test_quiet_leaves_errors_and_the_count(broken: Project, capsys: Capture) -> None:
    _, text = check(capsys, broken.spec, "-q")
    *errors, count = text.splitlines()
    assert errors
    assert all(": error: " in row for row in errors)
    assert count.startswith(f"T1: {len(CHECKS) - 1} checks")


def test_a_good_page_ends_well(project: Project, capsys: Capture) -> None:
    project.change("T1.yaml", "cols: 5-6, lines: 5-20", "cols: 5-6, lines: 5-18")
    status, text = check(capsys, project.spec)
    assert status == 0
    assert " 0 errors" in text.splitlines()[-1]


def test_a_threshold_for_one_run(broken: Project, capsys: Capture) -> None:
    _, text = check(capsys, broken.spec, "--set", "checks.OVERSET=warning")
    assert "three.md: " in text
    assert "[OVERSET]" in text
    assert not [r for r in text.splitlines() if ": error: " in r and "[OVERSET]" in r]


def test_a_check_that_is_off_does_not_hide_what_composing_says(
    broken: Project, capsys: Capture
) -> None:
    status, text = check(capsys, broken.spec, "--set", "checks.OVERSET=skip", "-q")
    assert status == 1
    assert text.count("[OVERSET]") == 1


def test_a_page_that_cannot_be_made_does_not_stop_the_others(
    broken: Project, capsys: Capture
) -> None:
    other = broken.write("T2.yaml", "page: T2\nformat: tabloit\n")
    status = main(["check", str(other), str(broken.spec), "--json"])
    pages = json.loads(capsys.readouterr().out)["pages"]
    assert status == 1
    assert set(pages[0]) == {"spec", "diagnostics"}
    assert pages[1]["page"] == "T1"


def test_bad_use(project: Project, capsys: Capture) -> None:
    assert main(["check", str(project.path("none.yaml"))]) == 2
    assert main(["check", str(project.spec), "--set", "checks.RUNTS=skip"]) == 1
    assert 'did you mean "RUNT"?' in capsys.readouterr().err
