"""Ghostscript's plates beside our own: the same sheets, the same pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from layout.api import Session
from layout.pdf.document import open_pdf
from layout.plates import ghostscript
from layout.plates.coverage import WINDOW_MM2, measure, window_means
from layout.plates.ghostscript import plates_by_ghostscript
from layout.plates.plate import PlateError, Plates
from tests.plates.madeplates import at, near
from tests.plates.sheets import SHEETS

SPECS = Path(__file__).parents[2] / "specs"
PAGES = [
    *[f"zhuzhou-2019-09-20/B{n}.yaml" for n in (1, 2, 3, 4)],
    "labels/L1.yaml",
    "pictures/P1.yaml",
    "daily/A1.yaml",
]
POINTS = 2.0
"""By how much the mean of a plate, or of a square of 15 mm², may differ: per cent of full ink."""

needs_gs = pytest.mark.skipif(
    shutil.which("gs") is None, reason="Ghostscript is missing (apt: ghostscript)"
)


def strangers(own: Plates, other: Plates) -> Iterator[tuple[str, float, float]]:
    """Each ink with the difference of its means, and the share of squares that differ by more than
    `POINTS`."""
    side = np.sqrt(WINDOW_MM2) / own.mm
    theirs = other.trimmed()
    for ink, tones in own.trimmed().items():
        found = theirs.get(ink, np.zeros_like(tones))
        squares = window_means(tones.astype(np.uint16), side)
        apart = np.abs(squares - window_means(found.astype(np.uint16), side)) * (100 / 255)
        means = abs(float(tones.mean()) - float(found.mean())) * (100 / 255)
        yield ink, means, float((apart > POINTS).mean())


@needs_gs
@pytest.mark.parametrize("name", [n for n, sheet in SHEETS.items() if not sheet.alone])
def test_ghostscript_has_the_same_on_every_plate(name: str) -> None:
    sheet = SHEETS[name]
    plates = plates_by_ghostscript(open_pdf(sheet.pdf()), 1, 72.0)
    for place, inks in sheet.probes.items():
        found = at(plates, *place)
        wanted = {ink: percent for ink, percent in inks.items() if percent > 1}
        assert near(found, wanted), (place, found, wanted)


@needs_gs
@pytest.mark.slow
@pytest.mark.parametrize("spec", PAGES)
def test_our_own_plates_are_ghostscripts(spec: str) -> None:
    """Of whole pages: the means of each plate and, for 99 % of the squares of 15 mm², theirs."""
    page = Session().page(SPECS / spec)
    own = page.plates()
    other = plates_by_ghostscript(open_pdf(page.pdf()), 1, own.dpi)
    for ink, means, squares in strangers(own, other):
        assert means <= POINTS, (ink, means)
        assert squares <= 0.01, (ink, squares)
    one, two = measure(own), measure(other)
    assert one.most_mean.percent == pytest.approx(two.most_mean.percent, abs=POINTS)
    for found in (one, two):  # no square, and no pixel
        assert found.good
        assert found.over_pixels.boxes == ()


def test_where_it_is_missing_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(PlateError) as caught:
        plates_by_ghostscript(open_pdf(SHEETS["a spot"].pdf()), 1, 72.0)
    told = caught.value.args[0]
    assert told.key == "PLATES.no-ghostscript"
    assert "package ghostscript" in told.hint()


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("echo '**** Error: broken' >&2; exit 3", "Error: broken"),
        ("exit 4", "status 4"),
        ("exec sleep 20", "more than 1 seconds"),
        ("exit 0", "nothing"),
    ],
)
def test_what_it_does_wrong_is_told(
    script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "gs"
    program.write_text(f"#!/bin/sh\nPATH=/bin:/usr/bin\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(ghostscript, "ghostscript", lambda: str(program))
    monkeypatch.setattr(ghostscript, "SECONDS", 1)
    with pytest.raises(PlateError) as caught:
        plates_by_ghostscript(open_pdf(SHEETS["a spot"].pdf()), 1, 72.0)
    assert why in caught.value.args[0].words()
