"""The specimen of inks against its dump: its plates, what overprints on it, what a check says."""

import io
from pathlib import Path

import pikepdf
import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from layout.color import BLACK
from layout.display.items import Box, GlyphRun, color_of, owner_of
from layout.display.overprint import KNOCKS_OUT, OVERPRINTS, overprints
from layout.display.undump import parse_dump
from tests.conftest import Golden

SPECIMEN = Path(__file__).parents[1] / "specs/inks"
GOLD, BLUE = "PANTONE 871 C", "专蓝"


@pytest.fixture(scope="module")
def specimen() -> ComposedPage:
    return Session().page(SPECIMEN / "I1.yaml")


def test_the_specimen_of_inks_is_set_as_it_was(golden: Golden, specimen: ComposedPage) -> None:
    assert {d.code for d in specimen.diagnostics} == {"STANDS-IN"}
    golden("inks-I1.dump", specimen.dump())
    assert {color_of(item).spot for item in parse_dump(specimen.dump()).items} == {"", GOLD, BLUE}


def test_a_check_tells_of_the_black_words_on_red_and_of_nothing_else(
    specimen: ComposedPage,
) -> None:
    found = [d for d in check_page(specimen).diagnostics if d.code != "STANDS-IN"]
    assert [(d.code, d.severity) for d in found] == [("INK", "info")]
    assert found[0].said is not None
    values = dict(found[0].said.values)
    assert (values["block"], values["percent"], values["most"]) == ("stop", 280, 240)


def test_black_overprints_on_all_grounds_but_the_red(specimen: ComposedPage) -> None:
    page = specimen.display
    printed = dict.fromkeys(("over", "stop"), 0)
    (red,) = [b.rect for b in page.blocks if b.id == "stop"]
    for item, how in zip(page.items, overprints(page), strict=True):
        if color_of(item) != BLACK:
            assert how == KNOCKS_OUT
        elif isinstance(item, GlyphRun):
            on_red = red.x <= item.x <= red.right and red.y <= item.y <= red.bottom
            assert how.over is not on_red, item.text
            printed["stop" if on_red else "over"] += 1
        elif isinstance(item, Box) and owner_of(item.node) == "stop":
            assert not how.over or how.stops, item
        elif isinstance(item, Box) and item.role == "rule":
            assert how == OVERPRINTS
    assert printed["over"] > 20
    assert printed["stop"] > 10


def test_each_spot_has_its_space_with_its_alternate(specimen: ComposedPage) -> None:
    with pikepdf.open(io.BytesIO(specimen.pdf())) as read:
        named = read.pages[0].Resources.ColorSpace
        spaces = {str(s[1]): [float(v) for v in s[3].C1] for s in (named[k] for k in named.keys())}  # noqa: SIM118
    assert spaces == {f"/{GOLD}": [0, 0.2, 0.6, 0.2], f"/{BLUE}": [0.9, 0.6, 0, 0]}
