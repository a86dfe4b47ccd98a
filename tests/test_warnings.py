"""A library's warning never ends a page: what is built where each of them is an error."""

import subprocess
import sys
from pathlib import Path

import pytest

from layout.errors import MissingToolError
from layout.render.weasy_pdf import load
from tests.conftest import Project
from tests.cost import HANG_S

ROOT = Path(__file__).parents[1]


def run(*words: object) -> subprocess.CompletedProcess[str]:
    """The command in a Python that raises every warning, whoever gives it."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "layout", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )


def test_pages_are_made(project: Project, tmp_path: Path) -> None:
    done = run("build", project.spec, "--to", "pdf,png,html,dump", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 4
    proofed = run("proof", project.spec, "--dpi", "40", "-o", tmp_path / "out")
    assert proofed.returncode == 1  # preflight: its picture has 34 pixels an inch
    assert "Traceback" not in proofed.stderr
    assert (tmp_path / "out" / "T1-proof.html").exists()
    assert "Traceback" not in run("check", project.spec).stderr


def test_pages_are_made_by_weasyprint(project: Project, tmp_path: Path) -> None:
    try:
        load()
    except MissingToolError as exc:
        pytest.skip(str(exc))
    done = run("build", project.spec, "--renderer", "weasyprint", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["T1.pdf"]
