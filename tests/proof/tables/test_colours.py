"""The colours of a page: each once, with what it is used for and its sum."""

from layout.color import WHITE, Color
from layout.display.items import Box, Item, Path, Stroke
from layout.display.press import PressFacts
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.tables.colours import colours_table, name_of
from tests import toypage

RED = Color(m=100.0, y=100.0)


def test_each_colour_is_there_once_the_most_used_first() -> None:
    items: list[Item] = [
        toypage.run(Catalog().face("报宋"), "一二三"),
        Box(rect=Rect(0, 0, 9, 9), fill=RED, role="panel"),
        Box(rect=Rect(0, 0, 9, 1), fill=RED, role="rule"),
        Box(rect=Rect(0, 0, 9, 9), fill=WHITE),
        Stroke(x1=0, y1=0, x2=9, y2=0, width=1, color=Color(k=30.0)),
        Path(steps=(("M", (0, 0)), ("L", (9, 9))), color=Color(c=100.0, m=90.0, y=60.0), width=1),
    ]
    table = colours_table(toypage.page(*items), "zh")
    assert [row.cells for row in table.rows] == [
        ("K100", "100%", "文字3字"),
        ("M100 Y100", "200%", "底色1处、线1条"),
        ("C100 M90 Y60", "250%", "线条1处"),
        ("K30", "30%", "线条1处"),
    ]
    assert [row.bad for row in table.rows] == [False, False, True, False]
    assert [len(row.swatch) for row in table.rows] == [7] * 4
    assert table.note == "总墨量限240%"


def test_the_limit_is_that_of_the_press() -> None:
    box = Box(rect=Rect(0, 0, 9, 9), fill=RED, role="panel")
    page = toypage.page(box, press=PressFacts(ink_limit=180.0))
    assert [row.bad for row in colours_table(page, "en").rows] == [True]


def test_a_spot_is_called_by_its_name() -> None:
    assert name_of(Color(m=60.0, y=80.0, spot="金")) == "金"
    assert name_of(Color(m=30.0, spot="金", tint=50.0)) == "金 50%"
