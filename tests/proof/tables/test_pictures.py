"""Pictures in the table: how fine they are, what is cut off, in millimetres and per cent."""

import pytest

from layout.api import Session
from layout.display.items import Picture
from layout.geometry import Rect
from layout.proof.tables.pictures import cropped, pictures_table
from layout.units import mm
from layout.words.said import Language
from tests.conftest import Project


def picture(crop: tuple[float, float, float, float]) -> Picture:
    return Picture(rect=Rect(0, 0, mm(100), mm(50)), source="a.jpg", crop=crop)


@pytest.mark.parametrize(
    ("crop", "lang", "told"),
    [
        ((0, 0, 1, 1), "zh", ""),
        ((0.1, 0, 0.9, 1), "zh", "20.0%：左12.5 mm、右12.5 mm"),
        ((0, 0.5, 1, 1), "zh", "50.0%：上50.0 mm"),
        ((0, 0, 1, 0.8), "en", "20.0 %: 12.5 mm below"),
        ((0, 0, 0.9999, 1), "zh", ""),
        ((0, 0, 0, 0), "zh", "全裁掉了"),
    ],
)
def test_what_is_cut_off_is_told_of_each_side(
    crop: tuple[float, float, float, float], lang: Language, told: str
) -> None:
    assert cropped(picture(crop), lang) == told


def test_a_picture_is_told_as_it_is_printed(project: Project) -> None:
    session = Session()
    page = session.page(project.spec)
    table = pictures_table(page, session.pictures(page.composed.environment), "zh")
    ((file, block, size, pixels, ppi, cut, space, remark),) = [row.cells for row in table.rows]
    (drawn,) = [item for item in page.display.items if isinstance(item, Picture)]
    assert (file, block, pixels, space, remark) == (
        "assets/park.jpg", "图片“湖边的新园区”", "300×200", "CMYK", "",
    )  # fmt: skip
    assert [row.block for row in table.rows] == ["picture"]
    wide = drawn.rect.width / mm(1)
    assert size.startswith(f"{wide:.1f}×")
    shown = 300 * (drawn.crop[2] - drawn.crop[0])
    assert int(ppi) == pytest.approx(shown / (wide / 25.4), abs=1)
    assert bool(cut) == (drawn.crop != (0.0, 0.0, 1.0, 1.0))
    assert table.rows[0].bad  # some 30 pixels an inch


def test_a_picture_that_stands_in_says_so(project: Project) -> None:
    project.change(
        "T1.yaml",
        "    picture: assets/park.jpg",
        "    picture: assets/park.jpg\n    stands_in: true",
    )
    session = Session()
    page = session.page(project.spec)
    (row,) = pictures_table(page, session.pictures(page.composed.environment), "zh").rows
    assert row.cells[-1] == "代用图"
    assert row.bad
