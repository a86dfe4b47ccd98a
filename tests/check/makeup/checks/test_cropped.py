"""Pictures that are cut: by the page as drawn, by its thresholds, told by check and by build."""

from pathlib import Path

import pytest
from PIL import Image

from layout.api import Session
from layout.check.makeup.checks import cropped
from layout.check.run import check_page
from layout.cli import main
from layout.diagnostics import Place
from layout.display.cut import Cut
from layout.display.items import GlyphRun, Picture
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
  - id: ad
    picture: assets/ad.png
    at: {cols: 1-2, lines: 5-16}
"""


def cut(*crop: float, block: str = "ad") -> Cut:
    seen = Picture(rect=Rect(60, 60, 50, 50), source="a.jpg", crop=crop, node=block)  # type: ignore[arg-type]
    return Cut(picture=seen, block=block, place=Place("T.yaml", 4, 12))


def test_what_is_cut_is_told_side_by_side_with_its_place_and_its_part() -> None:
    (one,) = found(cropped.CHECK, subject([], cuts=(cut(0.25, 0.0, 0.75, 0.9),)))
    cut_off = [(f"part.cut-{side}", {"percent": near(percent)}) for side, percent in
               (("left", 25), ("right", 25), ("foot", 10))]  # fmt: skip
    assert told(one, "file", "percent", "most_percent") == (
        "CROPPED.share", {"file": "a.jpg", "percent": "55", "most_percent": 5}
    )  # fmt: skip
    assert [told(part) for part in one.said["sides"]["sides"]] == cut_off
    assert str(one.where) == "T.yaml:4:12"
    assert one.about == ("ad", "a.jpg")


def test_a_little_more_than_may_be_cut_is_read_as_more() -> None:
    (one,) = found(cropped.CHECK, subject([], cuts=(cut(0.0, 0.0, 0.948, 1.0),)))
    assert one.said["percent"] == "5.2"


def test_the_threshold_is_of_the_area() -> None:
    little = (cut(0.0, 0.0, 0.951, 1.0),)
    assert not told_by(cropped.CHECK, subject([], cuts=little))
    assert told_by(cropped.CHECK, subject([], cuts=little, checks="{CROPPED: {area: 4.8}}"))
    assert told_by(cropped.CHECK, subject([], cuts=(cut(0.0, 0.0, 0.949, 1.0),)))


@pytest.fixture
def advert(project: Project) -> Project:
    """An advert four times as wide as it is high, in a frame of another shape."""
    Image.new("RGB", (1600, 400), (20, 90, 160)).save(project.path("assets/ad.png"))
    project.write("T1.yaml", BLOCKS)
    return project


def cropped_at(project: Project) -> list[str]:
    """Where CROPPED is told, by line and column; build and check say the same."""
    page = Session().page(project.spec)
    build = [d for d in page.diagnostics if d.code == "CROPPED"]
    check = [d for d in check_page(page).diagnostics if d.code == "CROPPED"]
    assert [(d.said, d.where, d.severity) for d in build] == [
        (d.said, d.where, d.severity) for d in check
    ]
    return [str(d.where).partition(":")[2] for d in build]


def test_build_tells_what_check_tells(advert: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert cropped_at(advert) == ["6:14"]
    out = advert.path("out")
    assert main(["build", str(advert.spec), "-o", str(out)]) == 0
    assert "T1.yaml:6:14: warning: assets/ad.png: 63 % of it is cut off" in capsys.readouterr().err


@pytest.mark.parametrize("said", ["fit: whole", "advert: true", "fit: {picture: whole}"])
def test_a_whole_picture_is_not_cut(advert: Project, said: str) -> None:
    advert.change("T1.yaml", "id: ad", f"id: ad\n    {said}")
    assert cropped_at(advert) == []
    (seen,) = [i for i in Session().page(advert.spec).display.items if isinstance(i, Picture)]
    assert seen.crop == (0.0, 0.0, 1.0, 1.0)
    assert seen.rect.width / seen.rect.height == pytest.approx(4)


def test_an_advert_may_be_cut_by_who_says_so_and_is_told(advert: Project) -> None:
    advert.change("T1.yaml", "id: ad", "id: ad\n    advert: true\n    fit: cover")
    assert len(cropped_at(advert)) == 1


@pytest.mark.parametrize(
    ("checks", "severities"),
    [
        ("CROPPED: skip", []),
        ("CROPPED: {area: 90}", []),
        ("CROPPED: error", ["error"]),
        ("accept: [{check: CROPPED, at: ad, why: 底图}]", []),
        ("accept: [{check: CROPPED, at: ad.png, why: 底图}]", []),
        ("accept: [{check: CROPPED, at: other, why: 底图}]", ["warning"]),
        ("accept: [{check: RUNT, at: ad, why: 底图}]", ["warning"]),
    ],
)
def test_thresholds_and_acceptances_hold_for_both(
    advert: Project, checks: str, severities: list[str]
) -> None:
    advert.write("T1.yaml", BLOCKS + f"checks:\n  {checks}\n")
    page = Session().page(advert.spec)
    assert [d.severity for d in page.diagnostics if d.code == "CROPPED"] == severities
    assert page.drawable
    assert len(cropped_at(advert)) == len(severities)


def test_what_stands_in_is_cut_with_a_remark(advert: Project) -> None:
    advert.change("T1.yaml", "id: ad", "id: ad\n    stands_in: true")
    page = Session().page(advert.spec)
    assert [d.severity for d in page.diagnostics if d.code == "CROPPED"] == ["info"]
    assert len(cropped_at(advert)) == 1


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_a_picture_with_transparent_parts_is_whole_and_one_with_an_idle_channel_covers(
    advert: Project, mode: str
) -> None:
    for hole, cuts in ((0, 0), (255, 1)):
        image = Image.new("RGBA", (1600, 400), (20, 90, 160, 255))
        image.paste((20, 90, 160, hole), (0, 0, 80, 80))
        image.convert(mode).save(advert.path("assets/ad.png"))
        if mode == "P" and hole == 0:
            flat = Image.new("P", (1600, 400), 0)
            flat.putpalette([20, 90, 160, 255, 255, 255])
            flat.paste(1, (0, 0, 80, 80))
            flat.save(advert.path("assets/ad.png"), transparency=1)
        assert len(cropped_at(advert)) == cuts


def test_a_group_is_told_picture_by_picture(advert: Project) -> None:
    advert.change(
        "T1.yaml",
        "picture: assets/ad.png",
        "pictures:\n      - assets/ad.png\n      - {picture: assets/ad.png, fit: whole}\n"
        "    sizes: equal",
    )
    assert cropped_at(advert) == ["7:9"]
    advert.change("T1.yaml", "sizes: equal", "sizes: equal\n    fit: whole")
    assert cropped_at(advert) == []


def test_the_picture_behind_a_headline_is_told(project: Project) -> None:
    Image.new("RGB", (400, 1600), (20, 90, 160)).save(project.path("assets/ad.png"))
    project.change(
        "T1.yaml", "headline: {lines: 6}", "headline: {lines: 6, picture: assets/ad.png}"
    )
    assert "11:35" in cropped_at(project)
    project.change("T1.yaml", "ad.png}", "ad.png, fit: whole}")
    assert "11:35" not in cropped_at(project)


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        ("fit: hole", "VALUE", 'did you mean "whole"?'),
        ("fit: {picture: covers}", "VALUE", 'did you mean "cover"?'),
        ("scale: 120％", "VALUE", 'did you mean "120%"?'),
        ("scale: 0%", "VALUE", "a percentage from 5% to 2000%"),
        ("valign: centre", "VALUE", "one of top, middle, bottom"),
        ("shift: 3mm", "VALUE", "a list of"),
        ("shift: [900mm, 0mm]", "VALUE", "2000"),
        ("shift: [600mm, 0mm]", "PICTURE-ROOM", "is moved out of its frame"),
        ("adver: true", "UNKNOWN-KEY", 'did you mean "advert"?'),
        ("advert: maybe", "VALUE", "advert"),
    ],
)
def test_what_cannot_be_is_told(
    advert: Project, said: str, code: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    advert.change("T1.yaml", "id: ad", f"id: ad\n    {said}")
    assert main(["build", str(advert.spec), "-o", str(advert.path("out"))]) == 1
    err = capsys.readouterr().err
    assert f"[{code}]" in err
    assert message in err


def test_only_a_picture_is_whole(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.change("T1.yaml", "id: lead", "id: lead\n    fit: whole")
    assert main(["build", str(project.spec), "-o", str(project.path("out"))]) == 1
    assert "T1.yaml:8:10: error: fit: only a picture is whole [FIT]" in capsys.readouterr().err


def test_by_hand(advert: Project) -> None:
    advert.change(
        "T1.yaml",
        "id: ad",
        "id: ad\n    fit: whole\n    scale: 50%\n    align: left\n    valign: top\n"
        "    shift: [10pt, 0pt]",
    )
    page = Session().page(advert.spec)
    (seen,) = [i for i in page.display.items if isinstance(i, Picture)]
    (block,) = [b for b in page.display.blocks if b.id == "ad"]
    assert (seen.rect.x - block.rect.x, seen.rect.y - block.rect.y) == pytest.approx((10, 0))
    assert seen.rect.width == pytest.approx(block.rect.width / 2)


def test_a_caption_inside_stands_on_a_whole_picture(advert: Project) -> None:
    tall = Image.new("RGB", (400, 1600), (20, 90, 160))
    tall.save(advert.path("assets/ad.png"))
    advert.change(
        "T1.yaml", "id: ad", "id: ad\n    fit: whole\n    caption: 说\n    caption_at: inside"
    )
    items = Session().page(advert.spec).display.items
    (seen,) = [i.rect for i in items if isinstance(i, Picture)]
    runs = [i for i in items if isinstance(i, GlyphRun)]
    assert runs
    assert all(seen.x < run.x and run.x + run.width < seen.right for run in runs)


def test_the_keys_may_be_set_for_one_build(advert: Project) -> None:
    page = Session().page(Path(advert.spec), overrides=("blocks.ad.fit=whole",))
    assert not [d for d in page.diagnostics if d.code == "CROPPED"]
