"""The pieces of the how-to's section on headlines, in both languages, put together and made."""

import re
from pathlib import Path

import pytest

from layout.display.items import GlyphRun
from tests.conftest import Project

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```([a-z]+)\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize(
    ("file", "heading"), [("docs/howto.md", "Headlines"), ("docs/zh/howto.md", "标题")]
)
def test_the_pieces_make_a_page(project: Project, file: str, heading: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    pieces = [(found[1], found[2]) for found in FENCE.finditer(section)]
    assert [kind for kind, _ in pieces] == ["yaml", "yaml", "markdown"]
    (_, styles), (_, blocks), (_, head) = pieces
    project.write("styles.yaml", styles)
    page = project.composed(
        f"page: A1\ndate: 2024-05-06\nstyles: styles.yaml\nblocks:\n{blocks}",
        {"lead": f"{head}\n正文。\n", "side": "---\ntitle: 竖题上下压扁站着\n---\n\n正文。\n"},
    )
    assert page.good, page.diagnostics
    runs = [i for i in page.display.items if isinstance(i, GlyphRun) and "#title" in i.node]
    lead = [run for run in runs if "lead" in run.node]
    assert len({run.y for run in lead}) == 1
    sizes = {run.size for run in lead}
    assert len(sizes) == 2
    assert max(sizes) / min(sizes) == pytest.approx(60 / 50)
    assert {run.h_scale for run in lead} == {lead[0].h_scale}
    assert 0.7 <= lead[0].h_scale < 1
    end = max(run.x + run.width for run in lead)
    assert end - lead[0].x == pytest.approx(621, rel=0.01)
    (side,) = [run for run in runs if "side" in run.node]
    assert side.size * side.h_scale == pytest.approx(34, abs=0.5)
    assert 0.6 <= side.size / 34 < 1
