"""A page with a fault of many kinds."""

import pytest

from tests.conftest import SENTENCE, Project

BROKEN = """\
page: T1
format: tabloid
date: 2024-05-06
blocks:
  - id: lead
    story: stories/one.md
    headline: {lines: 5, size: 24pt}
    columns: 2
    evidence:
      - {column_ends: 排起了长队。, source: the print}
      - {column_ends: 第一班公交车, required: false}
    at: {cols: 1-3, lines: 1-20}
  - id: side
    story: stories/two.md
    headline: {lines: 5, size: 24pt}
    at: {cols: 4-6, lines: 1-20}
  - id: low
    story: stories/three.md
    at: {cols: 1-3, lines: 22-24}
  - id: right
    story: stories/two.md
    at: {cols: 4-6, lines: 22-40}
checks:
  FACES: skip
  UNDERSET: info
  accept:
    - {check: PAGE-CUT, at: low, why: two parts}
    - {check: RUNT, at: nowhere, why: none}
"""


@pytest.fixture
def broken(project: Project) -> Project:
    project.write("T1.yaml", BROKEN)
    project.write("stories/one.md", "---\ntitle: 老厂房新园区长\n---\n\n" + SENTENCE * 8 + "\n")
    project.write("stories/three.md", SENTENCE * 3 + "\n")
    return project
