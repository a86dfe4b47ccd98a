"""Colours that a press cannot lay."""

import pytest

from layout.diagnostics import Diagnostic, Place, StopError
from tests.conftest import Project
from tests.spec.conftest import line_of, resolved
from tests.told import assert_told

HEAVY = "C70 M60 Y60 K60"  # 250 %


def told(project: Project, code: str) -> list[Diagnostic]:
    return [d for d in resolved(project).remarks if d.code == code]


def line(found: Diagnostic) -> tuple[str, int]:
    assert isinstance(found.where, Place)
    return found.where.file, found.where.line


def test_the_small_page_has_nothing_to_be_said_of(project: Project) -> None:
    assert resolved(project).remarks == ()


def test_more_ink_than_newsprint_takes_is_told(project: Project) -> None:
    sheet = f"colors:\n  deep: {HEAVY}\nstyles:\n  note: {{color: {HEAVY}}}\n"
    project.write("styles.yaml", sheet)
    project.change("T1.yaml", "    columns: 2", f"    columns: 2\n    fill: {HEAVY}")
    found = told(project, "INK")
    assert [d.severity for d in found] == ["warning"] * 3
    assert [line(d) for d in found] == [
        ("styles.yaml", 2), ("styles.yaml", 4), ("T1.yaml", line_of(project, "fill:")),
    ]  # fmt: skip
    for one in found:
        assert_told(one, "INK.total", {"percent": 250.0, "most": 240})


@pytest.mark.parametrize("color", ["C60 M60 Y60 K60", "M100 Y100", "C80 M80 Y80"])
def test_what_newsprint_takes_is_not_told(project: Project, color: str) -> None:
    project.write("styles.yaml", f"colors:\n  deep: {color}\n")
    assert told(project, "INK") == []


def test_more_ink_than_any_press_lays_is_refused(project: Project) -> None:
    project.write("styles.yaml", "colors:\n  deep: C75.5 M75 Y75 K75\n")
    with pytest.raises(StopError) as caught:
        resolved(project)
    (found,) = caught.value.diagnostics
    assert line(found) == ("styles.yaml", 2)
    assert_told(found, "VALUE.ink", {"percent": 300.5, "most": 300})
    project.write("styles.yaml", "colors:\n  deep: C75 M75 Y75 K75\n")
    assert len(told(project, "INK")) == 1


def test_a_hundred_warnings_hide_no_error(project: Project) -> None:
    project.write("stories/one.md", "---\ntitle: 甲\n---\n" + "**一\n\n" * 200)
    assert len(resolved(project).remarks) == 100
    project.change("T1.yaml", "cols: 5-6, lines: 5-20", "cols: 5-6, lines: 5-999")
    with pytest.raises(StopError) as caught:
        resolved(project)
    assert caught.value.diagnostics[0].code == "OFF-GRID"
