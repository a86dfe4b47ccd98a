"""What is wrong with A or B is told by the path that was typed: both have files of one name."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from layout.cli import main
from layout.display.dump import dump
from tests import toypage
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def copied(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A good edition, and a copy of it in another folder whose page has a mistake."""
    other = Project(tmp_path / "alt" / project.root.name)
    shutil.copytree(project.root, other.root)
    other.change("T1.yaml", "headline", "headlin")
    monkeypatch.chdir(tmp_path)
    return other


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("first", [True, False])
def test_the_file_is_named_as_it_was_given(
    project: Project, copied: Project, whole: bool, first: bool, capsys: Capture
) -> None:
    good, bad = (
        str(p if whole else p / "T1.yaml")
        for p in (Path(project.root.name), Path("alt") / project.root.name)
    )
    assert main(["compare", *((bad, good) if first else (good, bad)), "--lang", "zh"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(str(Path("alt") / project.root.name / "T1.yaml") + ":")


def test_an_absolute_path_stays_one(project: Project, copied: Project, capsys: Capture) -> None:
    assert main(["compare", str(project.spec), str(copied.spec)]) == 2
    assert capsys.readouterr().err.startswith(f"{copied.spec}:")


def test_a_state_of_git_is_named(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def git(*args: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", *who, *args], cwd=project.root, check=True, capture_output=True,
                       env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull})  # fmt: skip

    good = project.spec.read_text(encoding="utf-8")
    project.change("T1.yaml", "headline", "headlin")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "a")
    project.spec.write_text(good, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    name = f"{project.root.name}/T1.yaml"
    assert main(["compare", name, "--at", "HEAD"]) == 2
    assert capsys.readouterr().err.startswith(f"{name}@HEAD:")


@pytest.mark.parametrize("name", ["B1.pdf", "B1.txt"])
def test_a_file_of_a_folder_is_named_with_the_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Two builds have files of the same names: which of them is damaged is said."""
    import pikepdf

    for folder in ("yesterday", "today"):
        (tmp_path / folder).mkdir()
        with pikepdf.new() as document:
            document.add_blank_page()
            document.save(tmp_path / folder / "B1.pdf")
    whole = dump(toypage.page())
    if name.endswith("pdf"):
        (tmp_path / "today" / name).write_bytes(b"%PDF-1.7\n%%EOF")
    else:
        (tmp_path / "yesterday" / name).write_text(whole, encoding="utf-8")
        (tmp_path / "today" / name).write_text(whole[: len(whole) // 2], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["compare", "yesterday", "today"]) == 2
    assert str(Path("today") / name) in capsys.readouterr().err
