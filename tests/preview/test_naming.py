"""Blocks are named in what is told of a page."""

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic, StopError
from layout.preview.naming import named
from tests.conftest import Project

STACK = """\
  - id: pile
    stack:
      - id: upper
        text: [{text: 上, style: title}]
      - text: [{text: 下, style: title}]
    at: {cols: 1-2, lines: 72-80}
"""


def faults(project: Project) -> tuple[Diagnostic, ...]:
    with pytest.raises(StopError) as stop:
        Session().page(project.spec)
    return named(stop.value.diagnostics, project.spec)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cols: 5-6", "cols: 5-16", "side.at.cols："),
        ("id: side", "id: side\n    colour: red", "side：没有“colour”"),
        ("text: [{text: 上", "boddy: 1\n        text: [{text: 上", "upper：没有“boddy”"),
        (
            "      - text: [{text: 下",
            "      - boddy: 1\n        text: [{text: 下",
            "pile.stack.2：没",
        ),
        ("  - id: side\n    ", "  - boddy: 1\n    ", "blocks."),
    ],
)
def test_a_block_with_an_id_is_called_by_it(
    project: Project, old: str, new: str, said: str
) -> None:
    project.write("T1.yaml", project.spec.read_text("utf-8") + STACK)
    project.change("T1.yaml", old, new)
    told = [one.said.words("zh") for one in faults(project)]
    assert any(words.startswith(said) for words in told), told


def test_what_cannot_be_read_is_told_as_it_is(project: Project) -> None:
    project.change("T1.yaml", "cols: 5-6", "cols: 5-16")
    told = faults(project)
    gone = project.spec.with_name("T9.yaml")
    assert named(told, gone) == told
    project.write("T1.yaml", "blocks: [")
    again = faults(project)
    assert again
    assert named(told, project.spec) == told


@pytest.mark.parametrize("text", ["", "blocks: [", "a: \x00", "- a\n- b\n"])
def test_a_spec_that_is_another_one_by_now_names_nothing(project: Project, text: str) -> None:
    """It is read a second time for its names, and may be half saved then."""
    project.change("T1.yaml", "cols: 5-6", "cols: 5-16")
    with pytest.raises(StopError) as stop:
        Session().page(project.spec)
    told = stop.value.diagnostics
    assert named(told, project.spec) != told
    project.write("T1.yaml", text)
    assert named(told, project.spec) == told
