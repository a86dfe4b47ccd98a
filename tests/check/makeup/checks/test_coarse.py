"""Pictures of too few pixels: by the page as drawn, by its thresholds, in a build."""

import pytest
from PIL import Image

from layout.api import Session
from layout.check.makeup.checks import coarse
from layout.check.makeup.subject import Shown
from layout.check.run import check_page
from layout.diagnostics import Place
from layout.display.cut import Grain
from layout.display.items import Picture
from layout.geometry import Rect
from tests.check.pages import found, subject, told_by
from tests.conftest import Project
from tests.told import told
from tests.typed import near

BLOCKS = """\
page: T1
edition: edition.yaml
format: tabloid
blocks:
  - id: view
    picture: assets/view.png
    at: {cols: 1-2, lines: 5-16}
"""


def shown(
    *pixels: int,
    crop: tuple[float, float, float, float] = (0, 0, 1, 1),
    stands_in: bool = False,
    line_art: bool = False,
) -> Shown:
    """A picture printed two inches by one."""
    drawn = Picture(
        rect=Rect(60, 60, 144, 72), source="a.jpg", crop=crop, node="b", stands_in=stands_in
    )
    grain = Grain(picture=drawn, pixels=(pixels[0], pixels[1]))
    return Shown(grain=grain, block="b", place=Place("T.yaml", 4, 12), line_art=line_art)


def test_it_is_told_with_pixels_size_and_how_large_it_may_be() -> None:
    (one,) = found(coarse.CHECK, subject([], shown=(shown(300, 150),)))
    sizes = {
        "across": 300,
        "down": 150,
        "width_mm": near(50.8),
        "height_mm": near(25.4),
    }
    most = {"most_width_mm": 38.0, "most_height_mm": 19.0}  # 38.1 and 19.05
    rest = {"file": "a.jpg", "ppi": 150, "least_ppi": 200}
    assert told(one) == ("COARSE.pixels", rest | sizes | most)
    assert str(one.where) == "T.yaml:4:12"
    assert one.about == ("b", "a.jpg")
    assert one.severity is None


def test_some_of_a_pixel_is_seen_as_one() -> None:
    (one,) = found(coarse.CHECK, subject([], shown=(shown(1, 1, crop=(0, 0.2, 1, 0.9)),)))
    assert told(one)[1] | {"across": 1, "down": 1} == told(one)[1]


def test_the_threshold() -> None:
    assert not told_by(coarse.CHECK, subject([], shown=(shown(400, 200),)))
    assert told_by(coarse.CHECK, subject([], shown=(shown(399, 200),)))
    lower = "{COARSE: {least: 150}}"
    assert not told_by(coarse.CHECK, subject([], shown=(shown(300, 150),), checks=lower))


def test_what_is_just_too_coarse_is_not_told_as_fine_enough() -> None:
    (one,) = found(coarse.CHECK, subject([], shown=(shown(399, 200),)))
    assert (one.said["ppi"], one.said["least_ppi"]) == (199, 200)
    small = Grain(picture=Picture(rect=Rect(0, 0, 14.4, 14.4), source="a.jpg"), pixels=(39, 39))
    assert small.told(200)["most_width_mm"] == 4.9  # of 5.08, 4.953


def test_what_is_cut_off_gives_no_pixels() -> None:
    half = shown(400, 200, crop=(0.25, 0.25, 0.75, 0.75))
    (one,) = found(coarse.CHECK, subject([], shown=(half,)))
    assert one.said["ppi"] == near(100)


def test_of_two_levels_more_are_wanted() -> None:
    assert told_by(coarse.CHECK, subject([], shown=(shown(1199, 600, line_art=True),)))
    assert not told_by(coarse.CHECK, subject([], shown=(shown(1200, 600, line_art=True),)))


def test_what_stands_in_is_told_as_a_remark() -> None:
    (one,) = found(coarse.CHECK, subject([], shown=(shown(300, 150, stands_in=True),)))
    assert one.severity == "info"


@pytest.mark.parametrize(
    ("size", "mode", "checks", "severities"),
    [
        ((2000, 1000), "RGB", "", []),
        ((600, 300), "RGB", "", ["warning"]),
        ((600, 300), "RGB", "  COARSE: skip\n", []),
        ((600, 300), "RGB", "  COARSE: error\n", ["error"]),
        ((600, 300), "RGB", "  accept: [{check: COARSE, at: view, why: 史料}]\n", []),
        ((1000, 500), "1", "", ["warning"]),
        ((150, 75), "RGB", "", ["warning"]),  # told by a build too, and once by the check
    ],
)
def test_a_page_is_told_once(
    project: Project, size: tuple[int, int], mode: str, checks: str, severities: list[str]
) -> None:
    Image.new(mode, size).save(project.path("assets/view.png"))
    project.write("T1.yaml", BLOCKS + (f"checks:\n{checks}" if checks else ""))
    page = Session().page(project.spec)
    assert [d.severity for d in check_page(page).diagnostics if d.code == "COARSE"] == severities
    on_building = [d for d in page.diagnostics if d.code == "COARSE"]
    assert len(on_building) == (size[0] == 150)
