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
SUMMARY = "比了{}页扫描图，{}页好，{}页有偏差或没有比全，{}页没法比，{}页不是这里的版"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A comparison that goes by names: of `x2` the second page is found, of `y2` it is found to be
    slanted, of `z` none; of `f2` all have the frame, and on others than the second nothing lies as
    it should, of `s2` but one block is another there; `t2` is stretched."""
    out: list[tuple[str, str]] = []

    def compared(side: OurPage, scan: ScanFile, options: ScanOptions) -> Any:
        out.append((side.name, scan.name))
        own = scan.name.endswith(side.name)
        values = {"stretch_mm": 2.0, "apart_mm": 3.0, "most_mm": 0.9}
        if scan.name.startswith("t") and own:
            raise ScanError(said("SCAN-LAY.stretched", **values))
        if scan.name.startswith("f") and not own:
            raise ScanError(said("SCAN-LAY.framed", count=2, **values))
        if not own and not scan.name.startswith("s"):
            raise ScanError(said("SCAN-LAY.other", agreed=3, features=900))
        if scan.name.startswith("y"):
            raise ScanError(said("SCAN-LAY.slanted"))
        return SimpleNamespace(
            wanting=scan.name.startswith("w") or not own, strange=not own,
            registration=SimpleNamespace(found=1.0 if own else 0.88),
            lines=lambda lang: [scan.name], as_json=lambda lang: {"scan": scan.name},
        )  # fmt: skip

    monkeypatch.setattr(several, "compared", compared)
    return out


def found(*names: str, ours: Sequence[Side] = OURS, beside: Sequence[Side] = ()) -> list[Any]:
    scans = [ScanFile(name=name, data=b"") for name in names]
    return list(compared_pages(ours, scans, ScanOptions(), lambda: beside))


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
    assert summary(came).words("zh") == SUMMARY.format(3, 1, 0, 0, 2)
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


@pytest.mark.parametrize("name", ["f3", "s3"])
def test_a_scan_of_another_page_under_the_same_frame_finds_its_own(
    asked: list[tuple[str, str]], name: str
) -> None:
    """Be it refused there, or found but for a block."""
    (came,) = found(name)
    assert came.page == 2
    assert came.report is not None
    assert [page for page, _ in asked] == ["1", "2", "3"]


@pytest.mark.parametrize("name", ["f3", "s3", "x3"])
def test_a_scan_of_a_page_that_was_not_given_says_which(
    asked: list[tuple[str, str]], name: str
) -> None:
    with pytest.raises(ScanError) as caught:
        found(name, ours=OURS[:1], beside=OURS[1:])
    told = caught.value.told
    assert told.words("zh").startswith("扫描图上是第3版，不是第1版")
    assert "3.yaml" in told.hint("zh")
    came = found(name, name[0] + "1", ours=OURS[:1], beside=OURS[1:])
    assert [one.page for one in came] == [None, 0]
    assert summary(came).words("zh") == SUMMARY.format(2, 1, 0, 0, 1)


def test_where_none_fits_better_it_is_told_of_the_page_that_was_given(
    asked: list[tuple[str, str]],
) -> None:
    with pytest.raises(ScanError) as caught:
        found("f9", ours=OURS[:1], beside=OURS[1:])
    assert "像是同一框架的另一版" in caught.value.told.words("zh")
    (came,) = found("s9", ours=OURS[:1], beside=OURS[1:])
    assert came.page == 0
    assert came.report is not None
    with pytest.raises(ScanError) as caught:
        found("t1", ours=OURS[:1], beside=OURS[1:])
    assert caught.value.told.key == "SCAN-LAY.stretched"
    (came,) = found("t2")
    assert (came.page, came.report) == (1, None)


def test_a_page_that_is_found_whole_asks_for_no_other(asked: list[tuple[str, str]]) -> None:
    def beside() -> Sequence[Side]:
        raise AssertionError

    scan = ScanFile(name="x1", data=b"")
    assert len(list(compared_pages(OURS[:1], [scan], ScanOptions(), beside))) == 1


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
