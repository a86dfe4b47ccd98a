"""Scans of several pages: which shows which page, what is said of the rest, by what status."""

import io
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from layout.compare.scan import several
from layout.compare.scan.model import OurPage, ScanError, ScanFile, ScanOptions
from layout.compare.scan.read import pages_of
from layout.compare.scan.run import compare_scans
from layout.compare.scan.several import as_json, compared_pages, status_of, summary, without
from layout.words.said import said
from tests.compare.scan.printed import Side

OURS = tuple(Side(name, None, b"") for name in ("1", "2", "3"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A comparison that goes by names: of `x2` the second page is found, of `y2` it is found to be
    stretched, of `z` none."""
    out: list[tuple[str, str]] = []

    def compared(side: OurPage, scan: ScanFile, options: ScanOptions) -> Any:
        out.append((side.name, scan.name))
        if not scan.name.endswith(side.name):
            raise ScanError(said("SCAN-LAY.other", agreed=3, features=900))
        if scan.name.startswith("y"):
            raise ScanError(said("SCAN-LAY.slanted"))
        return SimpleNamespace(
            wanting=scan.name.startswith("w"), lines=lambda lang: [scan.name],
            as_json=lambda lang: {"scan": scan.name},
        )  # fmt: skip

    monkeypatch.setattr(several, "compared", compared)
    return out


def found(*names: str, ours: Sequence[Side] = OURS) -> list[Any]:
    scans = [ScanFile(name=name, data=b"") for name in names]
    return list(compared_pages(ours, scans, ScanOptions()))


def test_pages_in_order_are_tried_once(asked: list[tuple[str, str]]) -> None:
    came = found("x1", "x2", "x3")
    assert asked == [("1", "x1"), ("2", "x2"), ("3", "x3")]
    assert [one.page for one in came] == [0, 1, 2]
    assert status_of(OURS, came) == "same"
    assert list(without(OURS, came)) == []


def test_pages_in_another_order_are_found(asked: list[tuple[str, str]]) -> None:
    assert [one.page for one in found("x3", "x1", "x2")] == [2, 0, 1]


def test_a_second_scan_of_a_page_is_compared_too(asked: list[tuple[str, str]]) -> None:
    assert [one.page for one in found("x1", "x2", "x3", "x2")] == [0, 1, 2, 1]


def test_one_page_is_looked_for_among_many_scans(asked: list[tuple[str, str]]) -> None:
    came = found("x1", "x2", "x3", ours=OURS[1:2])
    assert [one.page for one in came] == [None, 0, None]
    assert "特征" in came[0].lines("zh")[0]
    assert (
        summary(came).words("zh")
        == "比了3页扫描图，1页好，0页有偏差或没有比全，0页没法比，2页不是这里的版"
    )
    assert status_of(OURS[1:2], came) == "same"


def test_one_scan_is_looked_for_among_many_pages(asked: list[tuple[str, str]]) -> None:
    came = found("x3")
    assert [one.page for one in came] == [2]
    assert [one.words("zh") for one in without(OURS, came)] == [
        "第1版没有扫描图", "第2版没有扫描图",
    ]  # fmt: skip
    assert status_of(OURS, came) == "differ"


def test_what_cannot_be_compared_is_told_and_the_rest_goes_on(asked: list[tuple[str, str]]) -> None:
    came = found("x1", "y2", "w3")
    assert [one.report is None for one in came] == [False, True, False]
    assert came[1].page == 1
    assert status_of(OURS, came) == "lost"
    made = as_json(OURS, came, "zh")
    assert [one["page"] for one in made["scans"]] == ["1", "2", "3"]
    assert "太斜" in made["scans"][1]["message"]
    assert made["differs"]
    assert status_of(OURS, found("x1", "w2", "x3")) == "differ"
    assert status_of(OURS, found("z", "z")) == "lost"


def test_of_a_lone_scan_the_fault_is_raised(asked: list[tuple[str, str]]) -> None:
    with pytest.raises(ScanError):
        found("z", ours=OURS[:1])
    came = found("x1", ours=OURS[:1])
    assert as_json(OURS[:1], came, "en") == {"scan": "x1"}


def file_of(kind: str, count: int) -> bytes:
    out = io.BytesIO()
    pages = [Image.fromarray(np.full((90, 80), 40 * k, np.uint8)) for k in range(count)]
    pages[0].save(out, kind, save_all=True, append_images=pages[1:])
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PDF", "TIFF"])
def test_the_pages_of_a_file(kind: str) -> None:
    pages = pages_of(ScanFile(name="a", data=file_of(kind, 3)), "zh")
    assert [(one.page, one.name) for one in pages] == [(0, "a第1页"), (1, "a第2页"), (2, "a第3页")]
    one = ScanFile(name="a", data=file_of(kind, 1))
    assert pages_of(one, "zh") == [one]


def test_a_picture_that_moves_is_one_page() -> None:
    one = ScanFile(name="a", data=file_of("GIF", 3))
    assert pages_of(one, "zh") == [one]


def test_points_are_for_one_page(asked: list[tuple[str, str]]) -> None:
    points = tuple((1.0 * k, 2.0 * k * k, 3.0 * k, 4.0) for k in range(4))
    scan = ScanFile(name="a", data=file_of("TIFF", 2))
    with pytest.raises(ScanError) as caught:
        compare_scans(OURS, [scan], ScanOptions(points=points))
    assert caught.value.told.key == "SCAN-POINTS.one"
