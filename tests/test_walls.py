"""The walls between rooms: import-linter holds them, and a breach of each kind is told."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("importlinter", reason="import-linter is missing (the group lint)")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's modules and its pyproject.toml, to be spoilt."""
    house = tmp_path_factory.mktemp("house")
    for path in (ROOT / "layout").rglob("*.py"):
        copy = house / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    shutil.copy(ROOT / "pyproject.toml", house)
    return house


def lint(house: Path) -> tuple[int, str]:
    """The linter's exit code and words."""
    run = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(
        [*run, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        ("layout/fresh.py", "", "layout.fresh"),
        ("layout/flow/fresh.py", "", "layout.flow.fresh"),
        ("layout/units.py", "from layout.flow import compose", "layout.flow.compose"),
        ("layout/spec/reader/chars.py", "from layout.spec import load", "layout.spec.load"),
        (
            "layout/inline/costs.py",
            "def late():\n    from layout.inline import breaker",
            "layout.inline",
        ),
        ("layout/render/png.py", "from layout.text import bonds", "layout.text.bonds"),
    ],
)
def test_a_breach_is_told(house: Path, module: str, line: str, told: str) -> None:
    path = house / module
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n\n{line}\n", encoding="utf-8")
    try:
        code, words = lint(house)
    finally:
        path.write_text(before, encoding="utf-8") if before is not None else path.unlink()
    assert code == 1
    assert told in words


def test_the_house_is_sound(house: Path) -> None:
    code, words = lint(house)
    assert code == 0, words
