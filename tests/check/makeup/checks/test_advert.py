"""ADVERT: frames against what was booked, artwork against its frame, ink."""

from typing import Any

import pytest
from PIL import Image

from layout.check.building import told_on_building
from layout.check.engine import Finding
from layout.check.makeup.checks import advert
from layout.check.makeup.gather import gather
from layout.check.run import check_page
from tests.conftest import Project
from tests.told import assert_told, told

MM = 72 / 25.4
# A tabloid page has 6 columns; 通栏 is a sixth of its 86 lines.
PAGE = """\
page: G1
format: tabloid
blocks:
  - id: ad
    advert: {file}
    booked: {booked}
    {more}
    at: {{cols: {cols}, lines: 1-{last}}}
"""


def artwork(project: Project, wide: int, high: int, ink: tuple[int, ...] = (0, 0, 0, 120)) -> None:
    image = Image.new("CMYK", (wide, high), ink)
    image.save(project.path("assets/ad.tif"))


def page(project: Project, **given: Any):
    settings: dict[str, Any] = {
        "file": "assets/ad.tif", "booked": "通栏", "more": "client: 某店", "cols": "1-6",
        "last": 14, "checks": "",
    }  # fmt: skip
    settings |= given
    return project.composed(PAGE.format(**settings) + settings["checks"])


def fitting(project: Project, **given: Any) -> None:
    """Artwork of the shape of the frame, 220 pixels an inch."""
    made = page(project, file="", **given)
    (block,) = [b for b in made.display.blocks if b.id == "ad"]
    scale = 220 / 72
    artwork(project, round(block.rect.width * scale), round(block.rect.height * scale))


def findings(project: Project, **given: Any) -> list[Finding]:
    return list(advert.CHECK.run(gather(page(project, **given).composed)))


def test_an_advert_as_booked_has_nothing_to_be_told(project: Project) -> None:
    fitting(project)
    assert findings(project) == []
    assert {d.code for d in check_page(page(project)).diagnostics} <= {"FOLIO"}


@pytest.mark.parametrize(
    ("booked", "cols", "last", "right"),
    [
        ("通栏", "1-6", 14, True), ("通栏", "1-6", 16, False), ("通栏", "1-6", 13, False),
        ("通栏", "1-5", 14, False), ("半通栏", "1-3", 14, True), ("半通栏", "4-6", 14, True),
        ("半通栏", "1-4", 14, False), ("双通栏", "1-6", 29, True), ("整版", "1-6", 86, True),
        ("半版", "1-6", 43, True), ("竖半版", "1-3", 86, True), ("¼版", "1-3", 43, True),
        ("1/4版", "4-6", 43, True),
    ],
)  # fmt: skip
def test_a_frame_of_another_size_than_booked_is_told_with_both(
    project: Project, booked: str, cols: str, last: int, right: bool
) -> None:
    found = findings(project, file="", booked=booked, cols=cols, last=last)
    assert [f.said.key for f in found] == ([] if right else ["ADVERT.size"])
    if right:
        return
    _, values = told(found[0])
    (block,) = page(project, file="", cols=cols, last=last).display.blocks
    assert values["wide_mm"] == pytest.approx(block.rect.width / MM)
    assert values["high_mm"] == pytest.approx(block.rect.height / MM)
    assert values["booked"] == booked
    assert abs(values["booked_wide_mm"] - values["wide_mm"]) > 3 or (
        abs(values["booked_high_mm"] - values["high_mm"]) > 3
    )
    assert found[0].severity is None


def test_how_much_it_may_differ_is_a_setting(project: Project) -> None:
    given = {"file": "", "last": 16}
    assert findings(project, **given, checks="checks: {ADVERT: {by: 7mm}}\n") == []
    assert findings(project, **given, checks="checks: {ADVERT: {by: 6mm}}\n") != []


def test_build_tells_it_too(project: Project) -> None:
    found = [d for d in told_on_building(page(project, file="", last=20)) if d.code == "ADVERT"]
    (one,) = found
    assert_told(one, "ADVERT.size", {"booked": "通栏"})
    assert one.severity == "error"
    assert str(one.where) == "G1.yaml:5:12"


@pytest.mark.parametrize("stands_in", [False, True])
def test_artwork_of_another_shape_is_told_with_both_sizes(
    project: Project, stands_in: bool
) -> None:
    artwork(project, 1000, 1000)
    more = f"stands_in: {str(stands_in).lower()}"
    (one,) = findings(project, more=more)
    assert one.severity == ("info" if stands_in else "warning")
    key, values = told(one)
    assert key == "ADVERT.shape"
    assert values["seen_wide_mm"] == pytest.approx(values["high_mm"])
    assert values["file"] == "assets/ad.tif"
    assert findings(project, more=f"{more}\n    fit: cover") == []


def test_of_an_advert_nothing_is_cut_without_a_word(project: Project) -> None:
    fitting(project)
    with Image.open(project.path("assets/ad.tif")) as image:
        wider = image.resize((round(image.width * 1.01), image.height))
    wider.save(project.path("assets/ad.tif"))
    made = page(project, more="fit: cover")
    for found in (made.diagnostics, check_page(made).diagnostics):
        (one,) = [d for d in found if d.code == "CROPPED"]
        assert one.said is not None
        assert 0 < float(one.said["percent"]) < 2
        assert one.said["most_percent"] == 0
    picture = PAGE.format(file="", booked="通栏", more="", cols="1-6", last=14)
    picture = picture.replace(
        "advert: \n    booked: 通栏\n", "picture: assets/ad.tif\n    fit: cover\n"
    )
    assert not [d for d in project.composed(picture).diagnostics if d.code == "CROPPED"]


@pytest.mark.parametrize(
    ("ink", "limit", "over"),
    [((255, 255, 102, 0), 240, False), ((255, 255, 104, 0), 240, True),
     ((255, 200, 0, 0), 175, True)],
)  # fmt: skip
def test_too_much_ink_is_told_with_how_much_of_it(
    project: Project, ink: tuple[int, ...], limit: int, over: bool
) -> None:
    fitting(project)
    with Image.open(project.path("assets/ad.tif")) as image:
        size = image.size
    half = Image.new("CMYK", size)
    half.paste(ink, (0, 0, size[0] // 2, size[1]))
    half.save(project.path("assets/ad.tif"))
    found = findings(project, checks=f"checks: {{ADVERT: {{ink: {limit}}}}}\n")
    assert [f.said.key for f in found] == (["ADVERT.ink"] if over else [])
    if over:
        _, values = told(found[0])
        assert values["percent"] == pytest.approx(sum(ink) / 2.55, abs=0.1)
        assert values["share_percent"] == pytest.approx(50, abs=3)
        assert values["most_percent"] == limit


def test_an_advert_without_its_mark_is_a_remark(project: Project) -> None:
    fitting(project)
    (one,) = findings(project, more="mark: false")
    assert (one.said.key, one.severity) == ("ADVERT.unmarked", "info")


def test_too_few_pixels_are_told_as_of_any_picture(project: Project) -> None:
    artwork(project, 300, 60)
    assert "COARSE" in {d.code for d in check_page(page(project)).diagnostics}


def test_an_adverts_type_is_none_of_the_pages(project: Project) -> None:
    fitting(project)
    checks = "checks: {FACES: {most: 1}}\n"
    codes = {d.code for d in check_page(page(project, checks=checks)).diagnostics}
    assert "FACES" not in codes


def test_they_are_listed_under_the_copyfit(project: Project) -> None:
    fitting(project)
    more = "client: 某某书店"
    there = check_page(page(project, more=more)).adverts
    waits = check_page(page(project, file="", more=more)).adverts
    stands = check_page(page(project, more=more + "\n    stands_in: true")).adverts
    assert [row.state for rows in (there, waits, stands) for row in rows] == [
        "there", "missing", "stands-in",
    ]  # fmt: skip
    (row,) = there
    assert row.cells()[:3] == ("某某书店", "ad", "通栏")
    assert row.cells()[-1] == "图稿已到"
    given = row.as_json()
    assert (given["advert"], given["booked"], given["file"]) == (
        "某某书店",
        "通栏",
        "assets/ad.tif",
    )
    assert given["width_mm"] == pytest.approx(given["booked_width_mm"], abs=0.2)
    assert list(row.as_json()) == [
        "advert", "block", "booked", "width_mm", "height_mm", "booked_width_mm",
        "booked_height_mm", "file", "state", "says",
    ]  # fmt: skip


def test_a_picture_that_is_one_is_listed_too(project: Project) -> None:
    block = "{id: p, picture: assets/park.jpg, advert: true, at: {cols: 1-3, lines: 1-14}}"
    text = f"page: G1\nformat: tabloid\nblocks:\n  - {block}\n"
    (row,) = check_page(project.composed(text)).adverts
    assert (row.node, row.booked, row.state, row.size) == ("park.jpg", "", "there", None)
    assert row.as_json()["booked_width_mm"] is None
