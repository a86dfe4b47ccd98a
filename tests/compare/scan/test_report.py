"""A broadsheet page in a bad scan, block by block: what has moved in print is found, the paper's
stretch is not taken for it."""

import json
import re
from typing import NamedTuple

import numpy as np
import pytest

from layout.compare.scan.model import BlockReport, ScanError
from layout.compare.scan.report import ScanReport
from layout.compare.scan.telling import alone, is_off
from layout.display.items import GlyphRun, Item
from layout.units import PT_PER_MM
from tests.compare.scan.printed import (
    Side,
    at,
    compared,
    of_block,
    scanned,
    side_of,
    small,
    whole,
    with_moved,
)
from tests.scans import Scan, drawn_pose, encoded, worst

pytestmark = pytest.mark.xdist_group("scan")


class Shot(NamedTuple):
    report: ScanReport
    scan: Scan

    def block(self, name: str) -> BlockReport:
        return next(block for block in self.report.blocks if block.id == name)


def eighth(item: Item) -> bool:
    """Whether a thing is of the eighth line in the first column of a story."""
    if not isinstance(item, GlyphRun) or item.line is None or item.line.block != "projects":
        return False
    lines = sorted(
        {
            i.y
            for i in whole().items
            if isinstance(i, GlyphRun)
            and i.line is not None
            and (i.line.block, i.line.column) == ("projects", 1)
        }
    )
    return item.line.column == 1 and item.y == lines[7]


@pytest.fixture(scope="module")
def shot() -> Shot:
    """A photograph of paper that is stretched by 0.3 mm; a block was printed 0.5 mm to the right, a
    line of another 0.3 mm higher."""
    page = with_moved(whole(), of_block(whole(), "investment"), 0.5, 0.0)
    page = with_moved(page, eighth, 0.0, -0.3)
    scan = scanned(page, drawn_pose(812, stretch=0.3), "photo", 812)
    return Shot(compared(side_of(whole()), scan.png()), scan)


def test_the_page_is_found_to_two_tenths_of_a_mm(shot: Shot):
    largest, rms = worst(at(shot.report), shot.scan, shot.report.size_mm)
    assert largest <= 0.20
    assert rms <= 0.05
    lies = shot.report.registration
    assert lies.found > 0.9
    assert 0.1 < lies.stretch < 0.4
    assert lies.error < 0.25
    assert lies.confidence == "good"


def test_a_block_that_was_moved_is_found_moved_by_as_much(shot: Shot):
    shift = shot.block("investment").shift
    assert shift is not None
    assert shift.dx == pytest.approx(0.5, abs=0.1)
    assert shift.dy == pytest.approx(0.0, abs=0.1)
    sides = {part.name: part.shift for part in shot.block("investment").sides}
    for name in ("left", "right"):
        side = sides[name]
        assert side is not None
        assert side.dx == pytest.approx(0.5, abs=0.1)
        assert side.dy is None
    for head in shot.block("investment").heads:
        assert head.shift is not None
        assert head.shift.dx == pytest.approx(0.5, abs=0.1)


def test_what_was_not_moved_is_found_in_its_place(shot: Shot):
    for block in shot.report.blocks:
        if block.id == "investment":
            continue
        assert block.shift is not None
        for value in (block.shift.dx, block.shift.dy):
            assert value is None or abs(value) < 0.1, block.id
        assert not is_off(block, 0.3), block.id
        assert block.unlike < 0.05


def test_a_line_that_was_moved_is_found_alone(shot: Shot):
    (line,) = alone(shot.block("projects"))
    assert line.name == "1-8"
    assert line.shift is not None
    assert line.shift.dy == pytest.approx(-0.3, abs=0.08)
    assert all(alone(block) == () for block in shot.report.blocks if block.id != "projects")


def test_the_report_says_what_was_found(shot: Shot):
    report = shot.report
    assert report.differs
    text = "\n".join(report.lines("zh"))
    assert re.search(r"investment：偏右0\.(4\d|5\d)±0\.0\d mm", text)
    assert "第1栏第8行" in text
    data = json.loads(json.dumps(report.as_json("en")))
    assert data["registration"]["confidence"] == "good"
    assert [b["id"] for b in data["blocks"] if b["off"]] == ["investment"]
    assert len(data["registration"]["matrix"]) == 3
    files = dict(report.files("B1", "zh"))
    assert list(files)[:2] == ["B1-scan.html", "B1-scan.png"]
    assert all(files.values())
    html = files["B1-scan.html"].decode("utf-8")
    assert "investment：偏右0." in html
    assert html.count('class="mark"') >= 3


def test_a_page_that_cannot_be_drawn_is_refused():
    with pytest.raises(ScanError) as caught:
        compared(Side("B1", whole(), b"", drawable=False), b"")
    assert caught.value.told.key == "SCAN-LAY.undrawn"


@pytest.fixture(scope="module")
def stretched() -> Scan:
    """Paper that is stretched by 1.5 mm."""
    return scanned(small(), drawn_pose(813, stretch=1.5), "flatbed", 813)


def test_paper_that_is_stretched_by_more_is_refused(stretched: Scan):
    with pytest.raises(ScanError) as caught:
        compared(side_of(small()), stretched.png())
    assert caught.value.told.key == "SCAN-LAY.stretched"
    assert caught.value.told["apart_mm"] > 0.9


def test_where_a_block_is_another_too_it_is_another_page(stretched: Scan):
    """What is stretched may then be another page under the same frame, and is told as that."""
    box = next(b.rect for b in small().blocks if b.id == "brief")
    corners = np.array([(box.x, box.y), (box.x + box.width, box.y + box.height)]) / PT_PER_MM
    (left, top), (right, bottom) = stretched.truth.at(corners).astype(int)
    pixels = stretched.pixels.copy()
    pixels[top:bottom, left:right] = 255
    with pytest.raises(ScanError) as caught:
        compared(side_of(small()), encoded(pixels, ".png"))
    assert caught.value.told.key == "SCAN-LAY.framed"
    assert caught.value.told["count"] == 1
    assert "同一框架的另一版：有1块" in caught.value.told.words("zh")
