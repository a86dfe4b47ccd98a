"""Adverts resolved: their artwork, their booking, and what cannot be."""

from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image

from layout.api import Session
from layout.diagnostics import StopError
from layout.spec.resolve.resolved import RPicture
from tests.conftest import Project
from tests.told import assert_told

PAGE = "page: G1\nformat: tabloid\nblocks:\n  - id: ad\n    %s\n    at: {cols: 1-6, lines: 1-14}\n"


def resolved(project: Project, given: str) -> RPicture:
    Image.new("L", (1800, 450), 128).save(project.path("assets/ad.png"))
    content = project.composed(PAGE % given).composed.resolved.blocks[0].content
    assert isinstance(content, RPicture)
    return content


def test_artwork_stands_whole(project: Project) -> None:
    advert = resolved(project, "advert: assets/ad.png\n    client: 某店\n    booked: 通栏")
    assert (advert.kind, advert.advert, advert.framing.fit) == ("advert", True, "whole")
    assert (advert.source, advert.pixels) == ("assets/ad.png", (1800, 450))
    booking = advert.booking
    assert booking is not None
    assert (booking.client, booking.booked) == ("某店", "通栏")
    assert booking.mark is not None
    assert (booking.mark.text, booking.mark_at) == ("广告", "bottom-right")


def test_what_has_not_come_has_no_artwork(project: Project) -> None:
    advert = resolved(project, "advert:\n    mark: false\n    fit: cover")
    assert advert.source is None
    assert advert.framing.fit == "cover"
    assert advert.booking is not None
    assert advert.booking.mark is None
    assert advert.booking.size is None


@pytest.mark.parametrize(
    ("given", "key", "values", "where"),
    [
        ("advert: true", "ADVERT-FILE.flag", {"text": "true"}, "5:13"),
        ("advert: assets/none.pdf#2", "", {}, "5:13"),
        ("advert:\n    booked: 半通兰", "ADVERT-SIZE.unknown", {"name": "半通兰"}, "6:13"),
        ("advert: assets/none.png", "", {}, "5:13"),
    ],
)
def test_what_cannot_be_is_told(
    project: Project, given: str, key: str, values: Mapping[str, Any], where: str
) -> None:
    with pytest.raises(StopError) as stop:
        resolved(project, given)
    (one,) = [d for d in stop.value.diagnostics if d.severity == "error"]
    assert str(one.where) == f"G1.yaml:{where}"
    if key:
        assert_told(one, key, values)
    else:
        assert one.code == "MISSING-FILE"


@pytest.mark.parametrize("order", ["picture: assets/park.jpg\n    advert: true",
                                   "advert: true\n    picture: assets/park.jpg"])  # fmt: skip
def test_a_picture_may_still_be_an_advert_by_a_flag(project: Project, order: str) -> None:
    content = resolved(project, order)
    assert (content.kind, content.advert, content.booking) == ("picture", True, None)


def test_its_keys_may_be_set_for_one_build(project: Project) -> None:
    resolved(project, "advert: assets/ad.png")
    page = Session().page(project.path("G1.yaml"), overrides=("blocks.ad.booked=通栏",))
    content = page.composed.resolved.blocks[0].content
    assert isinstance(content, RPicture)
    assert content.booking is not None
    assert content.booking.booked == "通栏"
