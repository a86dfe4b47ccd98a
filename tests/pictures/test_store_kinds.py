"""Every kind of picture is the same for a press and for a screen, or is refused for both with what
it is."""

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from layout.environment import Files
from layout.pictures import PictureError, PictureStore
from layout.pictures.libtiff import damage, overheard
from tests.pictures.helpers import fax, samples
from tests.typed import grey

SIZE = (40, 30)


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(Files(root=tmp_path))


def gray_of(image: Image.Image) -> Image.Image:
    """What a picture in inks or on a screen looks like, roughly, in grey."""
    return image.convert("RGB").convert("L")


def drawn(mode: str) -> Image.Image:
    """A picture whose left half is dark and whose right half is light."""
    if mode == "LAB":
        image = Image.new("LAB", SIZE, (30, 128, 128))
        image.paste((240, 128, 128), (20, 0, 40, 30))
        return image
    if mode.startswith("I;16"):
        return Image.frombytes("I;16", SIZE, (b"\x00\x10" * 20 + b"\x00\xf0" * 20) * 30)
    if mode in ("I", "F"):
        image = Image.new(mode, SIZE, 10)
        image.paste(240, (20, 0, 40, 30))
        return image
    image = Image.new("RGB", SIZE, (16, 16, 16))
    image.paste((240, 240, 240), (20, 0, 40, 30))
    return image.convert("L").convert(mode) if mode in ("1", "LA", "PA") else image.convert(mode)


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I;16"]
)
def test_a_tiff_is_alike_for_both(store: PictureStore, tmp_path: Path, mode: str) -> None:
    # Pillow before 13 does not read a plain TIFF in YCbCr (findings/pillow-ycbcr-tiff.sh).
    how: dict[str, Any] = {"compression": "tiff_lzw"} if mode == "YCbCr" else {}
    drawn(mode).save(tmp_path / "a.tif", **how)
    press = gray_of(samples(store, "a.tif"))
    with Image.open(io.BytesIO(store.screen("a.tif").data)) as screen:
        for x, dark in ((10, True), (30, False)):
            for image in (press, gray_of(screen)):
                value = grey(image, x, 15)
                assert value < 90 if dark else value > 190, (mode, x, value)


@pytest.mark.parametrize("mode", ["I", "F"])
def test_samples_of_32_bits_are_refused_by_both(
    store: PictureStore, tmp_path: Path, mode: str
) -> None:
    drawn(mode).save(tmp_path / "a.tif")
    for ask in (store.info, store.press, store.screen):
        with pytest.raises(PictureError, match=rf"32 bits \(mode {mode}\).*8 or 16 bits"):
            ask("a.tif")


def test_lab_is_measured_by_its_whites(store: PictureStore, tmp_path: Path) -> None:
    Image.new("LAB", (4, 4), (255, 128, 128)).save(tmp_path / "a.tif")
    with Image.open(io.BytesIO(store.screen("a.tif").data)) as image:
        assert image.convert("L").histogram()[:251] == [0] * 251


def test_a_dark_picture_of_16_bits_stays_dark(store: PictureStore, tmp_path: Path) -> None:
    Image.new("I;16", (4, 4), 200).save(tmp_path / "a.png")
    assert samples(store, "a.png").getextrema()[1] <= 1  # type: ignore[operator]


@pytest.mark.parametrize("suffix", ["gif", "png", "webp", "tif"])
def test_how_many_pictures_a_file_holds(store: PictureStore, tmp_path: Path, suffix: str) -> None:
    first, *more = (Image.new("RGB", SIZE, (shade, 0, 0)) for shade in (10, 120, 240))
    first.save(tmp_path / f"a.{suffix}", save_all=True, append_images=more)
    assert store.info(f"a.{suffix}").frames == 3
    first.save(tmp_path / f"b.{suffix}")
    assert store.info(f"b.{suffix}").frames == 1
    with Image.open(io.BytesIO(store.screen(f"a.{suffix}").data)) as image:
        assert getattr(image, "n_frames", 1) == 1
        assert image.convert("RGB").getpixel((5, 5))[0] < 40  # type: ignore[index]


def test_what_libtiff_finds_is_told_and_not_printed(
    store: PictureStore, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    name = fax(tmp_path, broken=True)
    for ask in (store.press, store.screen):
        with pytest.raises(PictureError, match=r"fax\.tif is damaged \(Fax4Decode: "):
            ask(name)
    assert capfd.readouterr() == ("", "")
    assert PictureStore(Files(root=tmp_path)).press(fax(tmp_path, broken=False)).mode == "bilevel"


def test_standard_error_is_there_again_afterwards(capfd: pytest.CaptureFixture[str]) -> None:
    with suppress(KeyError), overheard() as said:
        os.write(2, "一\nTIFFReadDirectory: Warning, a tag\n".encode())
        raise KeyError
    os.write(2, b"heard\n")
    assert said == ["一", "TIFFReadDirectory: Warning, a tag"]
    assert capfd.readouterr().err == "heard\n"
    assert damage(said) == "一"
    assert damage(said[1:]) == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<?xml version='1.0'?>\n<svg/>", "is XML, and no SVG drawing"),
        (b"%PDF-1.7\n", r"a\.jpg is damaged or cut short"),
        (b"8BPS\0\1", "is a Photoshop file"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "is a HEIC photograph"),
        (b"", "is not a picture of a known kind"),
    ],
)
def test_what_is_no_picture_is_named(
    store: PictureStore, tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(PictureError, match=said):
        store.info("a.jpg")


def test_a_profile_of_its_own_is_used(store: PictureStore, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", SIZE, (200, 30, 30))
    image.save(tmp_path / "own.png", icc_profile=profile)
    image.save(tmp_path / "none.png")
    own, none = (samples(store, f"{name}.png").getpixel((0, 0)) for name in ("own", "none"))
    assert own == pytest.approx(none, abs=2)


def test_a_turned_cmyk_jpeg_and_a_turned_png_stand_up(store: PictureStore, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", SIZE, (9, 9, 9)).save(tmp_path / "a.png", exif=exif)
    assert (store.info("a.png").width, store.info("a.png").height) == (30, 40)
    with Image.open(io.BytesIO(store.screen("a.png").data)) as image:
        assert image.size == (30, 40)
        assert image.getexif().get(0x0112, 1) == 1


@pytest.mark.parametrize("kind", [b"IHDR", b"PLTE", b"tRNS", b"IDAT"])
def test_a_png_whose_check_sum_is_wrong_is_damaged(
    store: PictureStore, tmp_path: Path, kind: bytes
) -> None:
    drawn("P").save(tmp_path / "a.png", transparency=0)
    data = bytearray((tmp_path / "a.png").read_bytes())
    assert store.info("a.png").alpha
    at = data.index(kind)
    length = int.from_bytes(data[at - 4 : at], "big")
    data[at + 4 + length] ^= 0xFF
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(PictureError, match=r"a\.png is (damaged|not a picture)"):
        store.info("a.png")
