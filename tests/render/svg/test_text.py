"""The words of a page lie over their ink."""

from layout.api import ComposedPage, Session
from layout.display.items import GlyphRun
from tests.conftest import Project

STORY = """\
---
title: 校样 | 三遍
---

校书如扫尘，一面扫，一面生。2024年的PDF也一样。

故有一书每三四校，犹有脱谬。
"""
VERTICAL = """\
page: G1
edition: edition.yaml
format: tabloid
blocks:
  - {id: down, story: stories/down.md, at: {cols: 1-3, lines: 5-40}, vertical: true}
"""


def ink_of(page: ComposedPage, run: GlyphRun) -> list[tuple[float, float]]:
    """From where to where each upright glyph of a run has ink, down the page."""
    face = page.composed.catalog.by_key(run.face)
    found = []
    for glyph, along in zip(run.glyphs, run.xs, strict=True):
        box = face.font.get_glyph_extents(glyph)
        assert box is not None
        top = run.y + along - box.y_bearing * run.size / face.upem
        found.append((top, top - box.height * run.size / face.upem))
    return found


def test_characters_in_a_column_lie_over_their_ink(project: Project) -> None:
    project.write("stories/down.md", STORY)
    page = Session().page(project.write("G1.yaml", VERTICAL))
    block = next(one for one in page.scene().blocks if one.block == "down")
    lines = [line for line in block.text if line.vertical]
    seen = 0
    for run in page.display.items:
        if not (isinstance(run, GlyphRun) and run.vertical and not run.turned):
            continue
        line = next(
            one
            for one in lines
            if run.text in one.text
            and one.rect.x < run.x < one.rect.right
            and one.rect.y <= run.y <= one.rect.bottom
        )
        at = line.text.index(run.text)
        for k, (top, foot) in enumerate(ink_of(page, run)):
            middle = (top + foot) / 2 - line.rect.y
            assert line.edges[at + k] <= middle <= line.edges[at + k] + run.size, run.text[k]
            seen += 1
    assert seen > 30
