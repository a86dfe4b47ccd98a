"""The stand-in pictures of type and print are what a press and a page take them for."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from tests.cost import HANG_S
from tests.inks import INK_LIMIT, deep, most_ink

ASSETS = Path(__file__).resolve().parents[2] / "assets"
MAX_BYTES = 900_000
SIZES = {
    "type-case": (2400, 1600),
    "rosette": (1800, 1200),
    "loupe": (1600, 2000),
}
GRAY = ("marks-1", "marks-2")


@pytest.mark.parametrize("name", SIZES)
def test_is_a_light_cmyk_jpeg_within_the_ink_limit(name: str) -> None:
    path = ASSETS / f"{name}.jpg"
    image = Image.open(path)
    assert (image.format, image.mode, image.size) == ("JPEG", "CMYK", SIZES[name])
    assert path.stat().st_size < MAX_BYTES
    assert image.info["dpi"][0] > 200
    assert not {"exif", "icc_profile", "comment"} & image.info.keys()
    assert 180 < most_ink(image) <= INK_LIMIT
    assert deep(image) < 0.15


def test_the_sort_is_cut_out_with_a_soft_whole_edge() -> None:
    image = Image.open(ASSETS / "type-sort.png")
    assert (image.mode, image.size) == ("LA", (704, 1024))
    alpha = image.getchannel("A")
    histogram = alpha.histogram()
    assert histogram[0] > 0.2 * 704 * 1024  # there is ground for text to run round
    assert histogram[255] > 0.5 * 704 * 1024
    assert 0 < sum(histogram[1:255]) < 0.01 * 704 * 1024  # an edge, and no haze
    left, top, right, bottom = alpha.getbbox() or (0, 0, 0, 0)
    assert min(left, top) > 0
    assert right < 1100
    assert bottom < 1600
    # One piece without holes: every row is met once.
    for row in range(top, bottom, 10):
        solid = [v > 127 for v in alpha.crop((0, row, 1100, row + 1)).tobytes()]
        starts = sum(b and not a for a, b in zip([False, *solid], solid, strict=False))
        assert starts == 1 or row < top + 200 or row > bottom - 400  # strokes above, arch below


@pytest.mark.parametrize("name", GRAY)
def test_what_shows_register_is_printed_in_black_alone(name: str) -> None:
    """A cross of four inks is falsified by the press that prints it."""
    path = ASSETS / f"{name}.jpg"
    image = Image.open(path)
    assert (image.format, image.mode, image.size) == ("JPEG", "L", (1200, 900))
    assert path.stat().st_size < MAX_BYTES
    assert image.info["dpi"][0] > 200


def test_the_two_crosses_differ_in_register_alone() -> None:
    """Plates in register leave deep black lines; plates apart leave lines of three grays beside
    each other: four times as much of the field is neither paper nor black."""

    def between(name: str) -> float:
        field = Image.open(ASSETS / f"{name}.jpg").crop((350, 80, 850, 480)).histogram()
        return sum(field[70:170]) / sum(field)

    assert between("marks-2") > 2 * between("marks-1") > 0


@pytest.mark.slow
def test_the_script_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    if find_spec("numpy") is None:
        pytest.skip("numpy is not installed: assets/make_type.py was not run")
    runs = [tmp_path / "one", tmp_path / "two"]
    script = [sys.executable, str(ASSETS / "make_type.py"), "--scale", "0.06", "--samples", "1"]
    names = ["type-sort", "rosette", "marks-2"]
    for run in runs:
        run.mkdir()
    started = [
        subprocess.Popen([*script, *names, "--out", str(run)], stdout=subprocess.DEVNULL)
        for run in runs
    ]
    assert [process.wait(timeout=HANG_S) for process in started] == [0, 0]
    for name in ("type-sort.png", "rosette.jpg", "marks-2.jpg"):
        assert (runs[0] / name).read_bytes() == (runs[1] / name).read_bytes()


@pytest.mark.slow
def test_an_unknown_name_is_refused() -> None:
    if find_spec("numpy") is None:
        pytest.skip("numpy is not installed: assets/make_type.py was not run")
    script = [sys.executable, str(ASSETS / "make_type.py"), "type-sorts"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "type-sorts is none of type-sort," in done.stderr
