"""Groups of blocks composed, and where they stand."""

import pytest

from layout.api import ComposedPage, Session
from tests.conftest import Project


def page(project: Project, blocks: str, *sets: str) -> ComposedPage:
    return Session().page(project.write("P1.yaml", HEAD + blocks), overrides=sets)


def places(made: ComposedPage) -> dict[str, tuple[int, int]]:
    """First and last line of the grid of each block."""
    grid = made.display.grid
    out = {}
    for block in made.display.blocks:
        first = (block.rect.y - grid.type_area.y) / grid.pitch + 1
        count = block.rect.height / grid.pitch
        assert first == pytest.approx(round(first), abs=1e-6), block.id
        assert count == pytest.approx(round(count), abs=1e-6), block.id
        out[block.id] = (round(first), round(first + count) - 1)
    return out


def codes(made: ComposedPage) -> list[str]:
    return [d.code for d in made.diagnostics if d.severity != "info"]


HEAD = "page: P1\nformat: tabloid\ndate: 2024-05-06\nblocks:\n"
