"""What is covered is told by `banxin build` as well as by `check`."""

import json

import pytest

from layout.cli import main
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]
COVERED = """\
  - id: over
    picture: assets/park.jpg
    wrap: box
    at: {cols: 1-2, lines: 5-9}
"""


def build(capsys: Capture, project: Project, *args: object) -> tuple[int, str, str]:
    status = main(["build", str(project.spec), "-o", str(project.path("out")), *map(str, args)])
    said = capsys.readouterr()
    return status, said.out, said.err


@pytest.fixture
def covered(project: Project) -> Project:
    """A picture over the headline of the story under it."""
    project.change("T1.yaml", "  - id: side\n", COVERED + "  - id: side\n")
    return project


def test_a_covered_headline_is_an_error_of_the_build_and_the_page_is_made(
    covered: Project, capsys: Capture
) -> None:
    status, out, err = build(capsys, covered)
    assert status == 1
    assert covered.path("out/T1.pdf").exists()
    assert "T1.pdf" in out
    lines = [n for n in err.splitlines() if "[COLLIDE]" in n]
    assert len(lines) == 2  # its 引题 and its 主题
    for line in lines:
        assert "of stories/one.md lies under the picture of over: " in line
        assert "T1.yaml:" in line
        assert ": error: “" in line


def test_the_json_has_it_too(covered: Project, capsys: Capture) -> None:
    status, out, _ = build(capsys, covered, "--json")
    codes = [d["code"] for d in json.loads(out)["pages"][0]["diagnostics"]]
    assert (status, "COLLIDE" in codes) == (1, True)


def test_build_and_check_tell_the_same_collisions(covered: Project, capsys: Capture) -> None:
    _, _, err = build(capsys, covered)
    main(["check", str(covered.spec)])
    said = capsys.readouterr().out

    def collisions(text: str) -> list[str]:
        return sorted(line for line in text.splitlines() if "[COLLIDE]" in line)

    assert collisions(err) == collisions(said) != []


def test_a_page_without_a_collision_says_nothing_of_it(project: Project, capsys: Capture) -> None:
    status, _, err = build(capsys, project)
    assert (status, "COLLIDE" in err) == (0, False)


@pytest.mark.parametrize(
    "checks",
    [
        "{COLLIDE: skip}",
        "{accept: [{check: COLLIDE, at: over, why: so it is}]}",
        "{accept: [{check: COLLIDE, at: lead, why: so it is}]}",
    ],
)
def test_what_is_left_out_or_explained_is_not_told(
    covered: Project, capsys: Capture, checks: str
) -> None:
    covered.change("T1.yaml", "blocks:\n", f"checks: {checks}\nblocks:\n")
    status, _, err = build(capsys, covered)
    assert (status, "COLLIDE" in err) == (0, False)
