"""The stand-in picture is what the press and the page take it for."""

import io
import struct
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageCms, ImageFilter, ImageStat

from tests.cost import HANG_S
from tests.inks import INK_LIMIT, deep, most_ink

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PARK = ASSETS / "park.jpg"
PROFILE = ASSETS / "profiles" / "newsprint-snap-tr002.icc"
MAX_BYTES = 1_800_000


def as_seen(image: Image.Image) -> Image.Image:
    """Grey of the print with paper as white and the deepest ink as black."""
    transform = ImageCms.buildTransform(
        str(PROFILE),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    out = ImageCms.applyTransform(image, transform)
    assert out is not None
    return out.convert("L")


def percentile(grey: Image.Image, share: float) -> int:
    histogram = grey.histogram()
    seen, wanted = 0, share * sum(histogram)
    for value, count in enumerate(histogram):
        seen += count
        if seen >= wanted:
            return value
    return 255


def tone_faults(grey: Image.Image) -> list[str]:
    """What keeps a grey picture from having a press photograph's tones."""
    histogram = grey.histogram()
    count = sum(histogram)
    middle = sum(histogram[64:192]) / count
    edges = ImageStat.Stat(grey.filter(ImageFilter.FIND_EDGES)).mean[0]
    checks = {
        "no deep shadow": percentile(grey, 0.01) > 48,  # of 85 % K with colours under it
        "no highlight": percentile(grey, 0.99) < 220,
        "mean off the middle": not 95 < ImageStat.Stat(grey).mean[0] < 165,
        "flat": ImageStat.Stat(grey).stddev[0] < 45,
        "too few middle tones": middle < 0.35,
        "one tone fills the picture": max(histogram) / count > 0.06,
        "no texture": edges < 10,
    }
    return [name for name, wrong in checks.items() if wrong]


@pytest.fixture(scope="module")
def park() -> Image.Image:
    image = Image.open(PARK)
    image.load()
    return image


def test_is_a_light_cmyk_picture_of_the_right_shape(park: Image.Image) -> None:
    assert (park.format, park.mode) == ("JPEG", "CMYK")
    assert park.width >= 1800
    assert park.width / park.height == pytest.approx(219 / 139, rel=0.005)
    assert PARK.stat().st_size < MAX_BYTES
    assert park.info["dpi"][0] == pytest.approx(park.width / 219 * 25.4, abs=1)
    assert not {"exif", "icc_profile", "comment"} & park.info.keys()


def test_ink_stays_within_the_newsprint_limit(park: Image.Image) -> None:
    assert most_ink(park) <= INK_LIMIT
    assert deep(park) < 0.15


def test_the_ink_sum_sees_one_heavy_pixel(park: Image.Image) -> None:
    heavy = park.copy()
    heavy.putpixel((7, 9), (200, 170, 170, 200))
    assert most_ink(heavy) == pytest.approx(740 * 100 / 255)


def test_every_ink_is_used(park: Image.Image) -> None:
    for band in park.split():
        tones = band.histogram()
        assert tones[0] > 0
        assert any(tones[121:])


def test_has_the_tones_of_a_photograph(park: Image.Image) -> None:
    assert tone_faults(as_seen(park)) == []


def test_flat_art_fails_the_tone_test() -> None:
    art = Image.new("L", (400, 216), 190)
    art.paste(120, (0, 120, 400, 216))
    art.paste(225, (90, 40, 300, 150))
    faults = tone_faults(art)
    assert "no deep shadow" in faults
    assert "one tone fills the picture" in faults
    assert "no texture" in faults


def test_nothing_is_written_on_the_picture(park: Image.Image) -> None:
    """The caption says 示意图, in K: type in four inks shows its inks beside each other."""
    corner = as_seen(park).crop((park.width - 120, park.height - 60, park.width, park.height))
    assert sum(corner.histogram()[245:]) == 0


def test_samples_are_stored_inverted_as_the_adobe_mark_says(park: Image.Image) -> None:
    raw = PARK.read_bytes()
    at = raw.index(b"\xff\xee\x00\x0eAdobe")
    assert raw[at + 15] == 0  # transform: plain CMYK, no YCCK
    expected = as_seen(park).resize((300, 162))

    def rendered(decode: list[int] | None) -> Image.Image:
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(300, 162))
        picture = pikepdf.Stream(pdf, raw)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height = park.size
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceCMYK, 8
        picture.Filter = pikepdf.Name.DCTDecode
        if decode:
            picture.Decode = pikepdf.Array(decode)
        page = pdf.pages[0]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
        page.Contents = pikepdf.Stream(pdf, b"300 0 0 162 0 0 cm /I Do")
        out = io.BytesIO()
        pdf.save(out)
        page_seen: Image.Image = pypdfium2.PdfDocument(out.getvalue())[0].render().to_pil()
        return page_seen.convert("L")

    def apart(image: Image.Image) -> float:
        return float(ImageStat.Stat(ImageChops.difference(image, expected)).mean[0])

    assert apart(rendered([1, 0] * 4)) < 15
    assert apart(rendered(None)) > 60


def test_the_profile_is_the_credited_newsprint_one() -> None:
    raw = PROFILE.read_bytes()
    assert struct.unpack(">I", raw[:4])[0] == len(raw)
    assert raw[12:24] == b"prtrCMYKLab "
    assert struct.unpack(">6H", raw[24:36]) == (2007, 1, 1, 0, 0, 0)
    assert b"Derived from ANSI CGATS/SNAP TR 002-2007" in raw


@pytest.mark.parametrize("intent", list(ImageCms.Intent))
@pytest.mark.parametrize("flags", [ImageCms.Flags.NONE, ImageCms.Flags.BLACKPOINTCOMPENSATION])
def test_no_srgb_colour_passes_the_ink_limit(
    intent: ImageCms.Intent, flags: ImageCms.Flags
) -> None:
    steps = [*range(0, 255, 8), 255]
    colours = bytes(v for r in steps for g in steps for b in steps for v in (r, g, b))
    grid = Image.frombytes("RGB", (len(steps) ** 2, len(steps)), colours)
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), str(PROFILE), "RGB", "CMYK", intent, flags
    )
    inked = ImageCms.applyTransform(grid, transform)
    assert inked is not None
    assert 180 < most_ink(inked) <= INK_LIMIT


@pytest.mark.slow
def test_the_script_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    if find_spec("numpy") is None:
        pytest.skip("numpy is not installed: assets/make_park.py was not run")
    runs = [tmp_path / "one.jpg", tmp_path / "two.jpg"]
    size = ["--width", "120", "--height", "64", "--samples", "1", "--detail", "0.03"]
    script = [sys.executable, str(ASSETS / "make_park.py"), *size, "--out"]
    started = [subprocess.Popen([*script, str(out)], stdout=subprocess.DEVNULL) for out in runs]
    assert [process.wait(timeout=HANG_S) for process in started] == [0, 0]
    first = Image.open(runs[0])
    assert (first.mode, first.size) == ("CMYK", (120, 64))
    assert most_ink(first) <= INK_LIMIT
    assert ImageStat.Stat(as_seen(first)).stddev[0] > 35
    assert runs[0].read_bytes() == runs[1].read_bytes()
