"""A change against tests: on a copy, the nearest tests first, and whatever does not end is found
out."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.mutants import runs
from bench.mutants.draw import Mutant, candidates
from bench.mutants.runs import BrokenError, Run, copied, order_of, tried, unchanged

CODE = """
def up_to(values: list[int], most: int) -> int:
    at = 0
    while at < len(values) and values[at] <= most:
        at += 1
    return at
"""
TEST = """
from layout.flow.count import up_to


def test_it_counts():
    assert up_to([1, 2, 3], 9) == 3
    assert up_to([5, 6], 4) == 0
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "tree"
    for name, text in {
        "layout/__init__.py": "",
        "layout/flow/__init__.py": "",
        "layout/flow/count.py": CODE,
        "tests/flow/test_count.py": TEST,
        "tests/test_golden.py": "",
        "tests/test_golden_furniture.py": "",
        "tests/test_golden_headlines.py": "",
        "pyproject.toml": '[tool.pytest.ini_options]\naddopts = "--import-mode=importlib"\n',
        ".git/HEAD": "",
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def mutant(tree: Path, old: str, new: str) -> Mutant:
    (found,) = [
        m for m in candidates(tree, "flow") if (m.change.old, m.change.new) == (old, new)
    ]  # fmt: skip
    return found


def test_changes_live_or_die_in_a_copy_and_the_tree_is_as_it_was(
    tree: Path, tmp_path: Path
) -> None:
    kept = {p: p.read_bytes() for p in tree.rglob("*") if p.is_file()}
    copy = copied(tree, tmp_path / "copy")
    assert not (copy / ".git").exists()
    before = unchanged(copy, "flow")
    assert before.passed
    lives = tried(copy, mutant(tree, "<=", "<"), before)  # no test has a value that is the most
    assert lives.passed
    dies = tried(copy, mutant(tree, "<=", ">="), before)
    assert not dies.passed
    assert "test_it_counts" in dies.failed
    assert (copy / "layout/flow/count.py").read_text(encoding="utf-8") == CODE
    assert {p: p.read_bytes() for p in tree.rglob("*") if p.is_file()} == kept


def test_a_change_that_never_ends_dies(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`at` stays where it is: after so much time of the processor it is at an end."""
    monkeypatch.setattr(runs, "LEAST_S", 1)
    monkeypatch.setattr(runs, "TIMES", 1)
    copy = copied(tree, tmp_path / "copy")
    end = tried(copy, mutant(tree, "1", "0"), unchanged(copy, "flow"))
    assert not end.passed


def test_one_that_waits_for_ever_dies(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes no time of the processor; that of the clock ends it."""
    monkeypatch.setattr(runs, "LEAST_S", 1)
    monkeypatch.setattr(runs, "WAIT", 0)
    copy = copied(tree, tmp_path / "copy")
    path = copy / "tests/flow/test_count.py"
    path.write_text("import time\n\ndef test_it():\n    time.sleep(999)\n", encoding="utf-8")
    quick = Run(failed="", passed=True, seconds=0.0, processor=0.0)
    end = tried(copy, mutant(tree, "<=", "<"), quick)
    assert not end.passed


def test_tests_that_fail_without_a_change_prove_nothing(tree: Path, tmp_path: Path) -> None:
    copy = copied(tree, tmp_path / "copy")
    (copy / "tests/flow/test_count.py").write_text("def test_it():\n    assert False\n")
    with pytest.raises(BrokenError, match="flow fail without a change: FAILED"):
        unchanged(copy, "flow")


def test_the_nearest_tests_come_first(tree: Path) -> None:
    for name in ("article/test_level.py", "article/test_pour.py", "article/test_pour_jumps.py"):
        path = tree / "tests/flow" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", encoding="utf-8")
    also = [
        "tests/test_golden.py", "tests/test_golden_furniture.py", "tests/test_golden_headlines.py",
    ]  # fmt: skip
    level, pour, jumps, count = (
        f"tests/flow/{name}.py"
        for name in ("article/test_level", "article/test_pour", "article/test_pour_jumps",
                     "test_count")
    )  # fmt: skip
    assert order_of(tree, "flow", None) == [level, pour, jumps, count, *also]
    assert order_of(tree, "flow", "layout/flow/count.py")[0] == count
    in_folder = order_of(tree, "flow", "layout/flow/article/pour.py")
    assert in_folder == [pour, jumps, level, count, *also]
    assert order_of(tree, "flow", "layout/flow/article/new.py") == [
        level,
        pour,
        jumps,
        count,
        *also,
    ]


def test_what_is_drawn_is_printed_without_running_anything() -> None:
    from bench.mutants.__main__ import main

    assert main(["--list", "--count", "8"]) == 0
    with pytest.raises(SystemExit):
        main(["--count", "0"])
    asked = [sys.executable, "-m", "bench.mutants", "--list", "--room", "text", "--seed", "7"]
    said = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True)
    assert said.stdout.startswith("seed 7: 10 changes of ")
    assert said.stdout.count("layout/text/") == 10
