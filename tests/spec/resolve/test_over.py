"""Blocks that stand over others: what they may name, and that they come after it."""

import pytest

from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import codes, faults_of
from tests.told import told

PAGE = """\
page: T1
edition: edition.yaml
format: tabloid
blocks:
  - id: all
    stack:
      - {id: view, picture: assets/park.jpg, lines: fill}
      - {id: told, story: stories/one.md, lines: 20}
    at: {cols: 1-4, lines: 5-60}
  - id: upper
    text: 字
    over: LOWER
    at: {cols: 2-3, lines: 10-14}
"""


@pytest.mark.parametrize(
    ("lower", "nodes"), [("view", {"view"}), ("all", {"all", "view", "stories/one.md"})]
)
def test_a_block_stands_over_one_or_all_of_a_group(project: Project, lower: str, nodes: set[str]):
    project.write("T1.yaml", PAGE.replace("LOWER", lower))
    upper = next(b for b in resolved(project).blocks if b.id == "upper")
    assert set(upper.over) == nodes


@pytest.mark.parametrize(
    ("old", "new", "key", "values"),
    [
        ("LOWER", "veiw", "OVER.no-block", {"name": "veiw"}),
        ("LOWER", "upper", "OVER.no-block", {"name": "upper"}),
        ("lines: 20}", "lines: 20, over: view}", "OVER.group", {"path": "over"}),
        ("id: view,", "id: view, over: upper,", "OVER.group", {"path": "over"}),
    ],
)
def test_what_cannot_be(project: Project, old: str, new: str, key: str, values: dict[str, str]):
    page = PAGE.replace(old, new).replace("LOWER", "view")
    project.write("T1.yaml", page)
    found = [d for d in faults_of(resolved, project) if d.code == "OVER"]
    assert [told(d, *values) for d in found] == [(key, values)]


def test_what_comes_later_cannot_be_under_it(project: Project):
    head, upper = PAGE.replace("LOWER", "view").split("  - id: upper")
    blocks, first = head.split("blocks:\n")
    project.write("T1.yaml", f"{blocks}blocks:\n  - id: upper{upper}{first}")
    found = faults_of(resolved, project)
    assert codes(found) == ["OVER"]
    assert found[0].said.key == "OVER.order"


def test_what_overlaps_a_third_block_is_told(project: Project):
    page = PAGE.replace("LOWER", "view") + (
        "  - {id: third, text: 三, at: {cols: 3-5, lines: 12-13}, over: view}\n"
    )
    project.write("T1.yaml", page)
    assert codes(faults_of(resolved, project)) == ["OVERLAP"]
