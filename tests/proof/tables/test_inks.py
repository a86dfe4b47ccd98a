"""What plates measure, in a proof."""

from pathlib import Path

from layout.color import Color
from layout.display.items import Box
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.plates.coverage import measure
from layout.plates.page import plates_of_page
from layout.proof.tables.inks import inks_table
from layout.render.base import Resources
from tests import toypage


def test_a_place_over_the_limit_is_told(tmp_path: Path) -> None:
    dark = Box(rect=Rect(50, 50, 80, 80), fill=Color(c=90.0, m=90.0, y=90.0, k=10.0))
    page = toypage.page(dark, width=200.0, height=200.0)
    plates = plates_of_page(page, Resources.of(Catalog(), Files(root=tmp_path)), 40)
    table = inks_table(plates, measure(plates, 240), "zh")
    assert [row.cells[0] for row in table.rows][:4] == ["青版", "品红版", "黄版", "黑版"]
    assert table.note == "有的地方超过240%，图上标红"
    assert inks_table(plates, measure(plates, 300), "zh").note == ""
