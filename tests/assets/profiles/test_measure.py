"""The profile's agreement with its readings, as the docs state it."""

import importlib.util
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

ASSETS = Path(__file__).resolve().parents[3] / "assets"
SPEC = importlib.util.spec_from_file_location("measure", ASSETS / "profiles/measure.py")
assert SPEC is not None
assert SPEC.loader is not None
measure: Any = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(measure)

# Every 24th patch, and the two that agree least. Derived from ANSI CGATS/SNAP TR 002-2007.
SAMPLE = """BEGIN_DATA_FORMAT
SAMPLE_ID CMYK_C CMYK_M CMYK_Y CMYK_K LAB_L LAB_A LAB_B
END_DATA_FORMAT
BEGIN_DATA
1 100 0 0 0 56.58 -23.4 -26.45
4 100 100 0 0 39.74 6.02 -22.44
25 0 0 0 100 36.69 1.68 4.25
49 0 15 0 0 73.01 11.08 0.25
73 0 0 0 25 65 0.58 3.87
97 20 70 100 0 50.13 20.87 18.21
121 70 40 40 0 48.83 -7.48 -3.41
145 20 12 12 10 61.82 -1.57 1.37
169 100 0 100 40 42.77 -19.23 9.66
193 10 70 0 0 53.69 31.05 -6.16
217 100 70 0 0 42.74 2.62 -23
241 40 70 10 0 48.15 16.69 -9.75
265 10 70 20 0 53.12 29.4 2.41
289 100 70 20 0 42.19 -0.55 -15.27
313 40 70 40 0 47.43 14.31 -0.4
337 10 70 70 0 52.34 27.13 16.36
361 100 70 70 0 41.44 -4.53 -3.13
385 40 70 100 0 46.58 11.85 11.39
409 10 70 0 20 47.97 23.97 -4.3
433 100 70 0 20 38.58 2.15 -17.48
457 40 70 10 20 43.71 12.95 -7.2
481 10 70 20 20 47.46 22.4 2
505 100 70 20 20 38.32 -0.15 -11.88
529 40 70 40 20 42.9 11.4 0.22
553 10 70 70 20 46.25 20.94 12.65
577 100 70 70 20 38.09 -3.17 -1.83
601 40 70 100 20 42.25 9.25 9.38
625 40 0 0 40 50.91 -7.77 -5.24
649 20 100 20 40 39.93 18.83 -0.39
673 20 70 40 40 41.88 14.13 4.3
697 20 40 70 40 45.42 5.99 12.42
721 20 20 100 40 48.22 -0.64 20.1
745 20 0 0 60 46.7 -2.52 0.38
769 0 100 20 60 38.33 20.08 3.6
793 0 70 40 60 40.14 16.13 7.14
817 0 40 70 60 43.21 9.77 14.06
841 0 20 100 60 45.41 4.57 19.89
865 0 0 0 80 42.66 1.53 4.42
889 70 0 40 80 37.66 -8.44 2.64
913 0 0 100 80 43.63 -0.91 18.86
END_DATA
"""


@pytest.fixture(scope="module")
def profile() -> bytes:
    data: bytes = measure.PROFILE.read_bytes()
    return data


DOCS = ("assets/profiles/README.md", "docs/softproof.md", "docs/zh/softproof.md")


def stated(file: str = DOCS[0]) -> list[list[float]]:
    """The numbers of the rows that are measured, as the docs have them."""
    text = (ASSETS.parent / file).read_text(encoding="utf-8")
    part = text.split(measure.BEGIN)[1].split(measure.END)[0]
    rows = [line for line in part.splitlines() if re.search(r"\d\.\d", line)]
    return [[float(n) for n in re.findall(r"\| (\d+(?:\.\d+)?)", row)] for row in rows]


def test_all_docs_state_the_same() -> None:
    assert len(stated()) == 6
    for file in DOCS[1:]:
        assert stated(file) == stated(), file


def test_a_sample_agrees_as_the_docs_say(profile: bytes) -> None:
    count, mean76, most95, most76, mean00, _, most00 = stated()[0]
    inks, lab = measure.readings(SAMPLE)
    said = measure.forward(profile, inks)
    old, new = measure.delta_76(lab, said), measure.delta_2000(lab, said)
    assert count == 928
    assert len(inks) == 40
    assert old.max() == pytest.approx(most76, abs=0.006)
    assert new.max() == pytest.approx(most00, abs=0.006)
    assert old.mean() == pytest.approx(mean76, abs=0.06)
    assert new.mean() == pytest.approx(mean00, abs=0.06)
    assert (old <= most95).mean() >= 0.9


def test_all_readings_agree_as_the_docs_say(profile: bytes) -> None:
    if not measure.READINGS.is_file():
        pytest.skip("not run: TR002.ti3 is missing: install icc-profiles-free")
    made = measure.agreement(profile, measure.READINGS.read_text(encoding="latin-1"))
    for (count, old, new), row in zip(made.values(), stated(), strict=False):
        assert [count, *old, *new] == pytest.approx(row, abs=0.0051)


def test_the_ink_is_what_the_docs_say(profile: bytes) -> None:
    laid = measure.inks_laid(profile)
    assert list(dict.fromkeys(name for name, _ in laid)) == [
        "perceptual", "relative", "saturation", "absolute",
    ]  # fmt: skip
    wanted = [v for row in stated()[2:] for v in row]
    assert [v for pair in laid.values() for v in pair] == pytest.approx(wanted, abs=0.051)
    assert max(ink for ink, _ in laid.values()) <= 220


def test_the_tables_are_read_as_littlecms_reads_them(profile: bytes) -> None:
    """To the half step that 8 bits leave, and what two ways between points may differ by."""
    inks = np.random.default_rng(7).integers(0, 256, (500, 4), np.uint8)
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("LAB"),
        "CMYK", "LAB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )  # fmt: skip
    image = Image.frombytes("CMYK", (500, 1), inks.tobytes())
    applied = ImageCms.applyTransform(image, transform)
    assert applied is not None
    made = np.frombuffer(applied.tobytes(), np.uint8)
    light, *colour = np.ascontiguousarray(made.reshape(500, 3).T)
    theirs = np.stack((light / 2.55, *[c.view(np.int8).astype(float) for c in colour]), 1)
    ours = measure.lab_of(measure.Table(profile, b"A2B1")(inks / 255))
    assert np.abs(ours - theirs).max() < 1.6


@pytest.mark.parametrize(
    ("one", "other", "delta"),
    [
        # Sharma, Wu and Dalal, 2005, table 1: pairs 1, 4, 7, 9, 13, 17, 19, 25, 33.
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, -0.001, 2.49), (50, 0.0009, -2.49), 4.8045),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (56, -27, -3), 31.9030),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ],
)
def test_delta_2000(one: tuple[float, ...], other: tuple[float, ...], delta: float) -> None:
    a, b = np.array([one], float), np.array([other], float)
    assert measure.delta_2000(a, b)[0] == pytest.approx(delta, abs=1e-4)
    assert measure.delta_2000(b, a)[0] == pytest.approx(delta, abs=1e-4)


def test_numbers_and_lab_turn_round() -> None:
    lab = np.array([[0, 0, 0], [100, 0, 0], [47.5, -30.25, 61]], float)
    assert measure.lab_of(measure.numbers_of(lab)) == pytest.approx(lab)
    assert measure.lab_of_xyz(measure.xyz_of(lab)) == pytest.approx(lab, abs=1e-9)
    assert measure.lab_of_xyz(np.array([measure.D50]))[0] == pytest.approx([100, 0, 0], abs=1e-9)
