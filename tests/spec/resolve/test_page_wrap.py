"""Text round a picture (文围图): white that is next to none is told."""

import pytest
from PIL import Image

from layout.api import Session
from tests.conftest import SENTENCE, Project
from tests.told import told

PAGE = """\
page: T1
format: tabloid
blocks:
  - {id: lead, story: stories/long.md, columns: 2, at: {cols: 1-3, lines: 1-30}}
  - {id: cut, picture: assets/cut.png, wrap: WRAP, at: {of: lead, cols: 2-2, lines: 5-12}}
"""


@pytest.mark.parametrize(
    ("wrap", "white_pt"),
    [
        ("{shape: outline, standoff: 0pt}", 0.0),
        ("{shape: box, standoff: 2pt}", 2.0),
        ("{shape: box, standoff: 0.25zi}", None),
        ("outline", None),
        ("{shape: polygon, standoff: 0pt, points: [[0, 0], [1, 0], [1, 1]]}", None),
    ],
)
def test_a_standoff_of_next_to_nothing_is_told(
    project: Project, wrap: str, white_pt: float | None
) -> None:
    Image.new("RGBA", (60, 60), (20, 90, 160, 255)).save(project.path("assets/cut.png"))
    project.write("stories/long.md", f"---\ntitle: 长文\n---\n\n{SENTENCE * 12}\n")
    project.write("T1.yaml", PAGE.replace("WRAP", wrap))
    page = Session().page(project.path("T1.yaml"))
    found = [d for d in page.diagnostics if d.code == "WRAP"]
    values = {"path": "wrap.standoff", "white_pt": white_pt, "least_pt": 2.25}
    assert [told(d) for d in found] == ([] if white_pt is None else [("WRAP.standoff", values)])
    assert all(d.severity == "warning" and str(d.where).startswith("T1.yaml:5:") for d in found)
