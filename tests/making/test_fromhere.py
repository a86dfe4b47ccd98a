"""Places in files that a command tells can be opened from where it was given."""

import contextlib
import os
from pathlib import Path

import pytest

from layout.cli import main
from layout.diagnostics import Place, error
from layout.making.fromhere import file_from_here, from_here
from tests.conftest import Project

QUICK = ["--without", "full,plates,preflight,html,pdf"]


@pytest.mark.parametrize(
    ("folder", "spec"),
    [(".", "paper/T1.yaml"), ("paper", "T1.yaml"), ("paper/stories", "../T1.yaml")],
)
@pytest.mark.parametrize("command", ["check", "build", "proof"])
def test_all_places_are_from_here(
    project: Project, capsys: pytest.CaptureFixture[str], command: str, folder: str, spec: str
) -> None:
    out = ["--dpi", "20", "-o", str(project.root.parent / "out")]
    more = {"check": [], "build": ["--to", "png", *out], "proof": [*QUICK, *out]}[command]
    with contextlib.chdir(project.root.parent / folder):
        main([command, spec, *more, "--lang", "zh"])
        told = capsys.readouterr()
        places = {row.split(":")[0] for row in (told.out + told.err).splitlines() if "警告" in row}
        files = {Path(place).resolve() for place in places if place.endswith((".yaml", ".md"))}
    wanted = {project.spec.resolve()}
    if command != "proof":
        wanted.add(project.path("stories/one.md").resolve())
    assert files == wanted


@pytest.mark.parametrize(
    "words",
    [
        ["check"], ["build", "--to", "png"], ["proof", *QUICK], ["dump"], ["plates"], ["todo"],
        ["find", "园"], ["replace", "园", "圆"], ["compare", "--at", "HEAD"],
    ],
    ids=lambda words: words[0],
)  # fmt: skip
@pytest.mark.parametrize("folder", [".", "else/where"])
def test_a_story_at_fault_is_named_from_here(
    project: Project, capsys: pytest.CaptureFixture[str], words: list[str], folder: str
) -> None:
    """Whatever command meets it."""
    project.change("stories/one.md", "---\n", "---\ntitel: 园\n")
    here = project.root.parent / folder
    here.mkdir(parents=True, exist_ok=True)
    spec = os.path.relpath(project.spec, here)
    if words[0] == "compare":
        words = ["compare", spec, str(project.spec)]
    elif words[0] in ("find", "replace"):
        words = [*words, spec]
    else:
        words = [words[0], spec, *words[1:]]
    with contextlib.chdir(here):
        main([*words, "--lang", "en"])
        told = capsys.readouterr()
        rows = [row for row in (told.out + told.err).splitlines() if "titel" in row]
        assert rows
        for row in rows:
            assert Path(row.split(":")[0]).is_file(), row


def test_places_of_words_are_from_here(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.chdir(project.root.parent):
        main(["find", "早市", "paper", "--lang", "zh"])
        rows = capsys.readouterr().out.splitlines()[:-1]
        assert rows
        assert all(Path(row.split(":")[0]).is_file() for row in rows)


def test_an_entry_of_corrections_is_named_from_here(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write(
        "corrections.yaml", "corrections:\n  - {story: stories/two.md, words: 没有这几个字}\n"
    )
    with contextlib.chdir(project.root.parent):
        main(["proof", "paper", *QUICK, "--dpi", "20", "-o", "out", "--lang", "zh"])
        rows = [row for row in capsys.readouterr().err.splitlines() if "corrections.yaml" in row]
        assert rows
        assert all(row.startswith("paper/corrections.yaml:") for row in rows)


@pytest.mark.parametrize("spec", ["x" * 300, "a\0b", "gone/T1.yaml"])
def test_a_path_that_is_none_is_left_as_it_was(spec: str) -> None:
    found = error("MISSING-FILE.given", Place(spec), hint="")
    assert from_here([found], Path(spec)) == (found,)
    assert file_from_here(spec, Path(spec)) == spec
