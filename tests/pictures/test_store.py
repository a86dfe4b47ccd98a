"""Pictures from the project: facts, inks, and what a broken or hostile one is told."""

import io
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from layout.environment import Files
from layout.pictures import MAX_PIXELS, PictureError, PictureStore, pillow
from layout.pictures.jpeg import read_header
from layout.pictures.profile import shipped_profiles
from tests.pictures.helpers import rows, samples

Save = Callable[..., str]


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(Files(root=tmp_path))


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def saved(name: str, image: Image.Image, **options: Any) -> str:
        image.save(tmp_path / name, **options)
        return name

    return saved


def test_a_cmyk_jpeg_passes_untouched(store: PictureStore, save: Save, tmp_path: Path) -> None:
    name = save("a.jpg", Image.new("CMYK", (40, 30), (255, 0, 128, 0)), dpi=(200, 200))
    info = store.info(name)
    assert (info.format, info.mode, info.width, info.height) == ("JPEG", "cmyk", 40, 30)
    assert (info.plain, info.inverted) == (True, True)  # Pillow writes Adobe's marker
    press = store.press(name)
    assert press.data == (tmp_path / name).read_bytes()
    assert (press.jpeg, press.inverted, press.notes) == (True, True, ())


def test_gray_stays_gray(store: PictureStore, save: Save) -> None:
    jpeg = save("g.jpg", Image.new("L", (9, 8), 77), dpi=(150, 150))
    assert (store.info(jpeg).mode, store.info(jpeg).dpi) == ("gray", 150)
    assert (store.press(jpeg).mode, store.press(jpeg).jpeg) == ("gray", True)
    png = save("g.png", Image.new("L", (9, 8), 77), dpi=(150, 150))
    assert rows(store.press(png)) == bytes([77]) * 72
    assert store.info(png).dpi == pytest.approx(150, abs=0.1)
    deep = save("deep.png", Image.new("I;16", (2, 2), 0x8000))
    assert rows(store.press(deep))[0] == pytest.approx(0x80, abs=1)


def test_two_levels_stay_bits(store: PictureStore, save: Save) -> None:
    image = Image.new("1", (10, 2), 1)
    image.putpixel((0, 0), 0)
    press = store.press(save("b.png", image))
    assert (press.mode, rows(press)) == ("bilevel", b"\x7f\xc0\xff\xc0")


def test_colour_without_a_profile_is_separated_with_full_grey_replacement(
    store: PictureStore, save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("layout.pictures.profile.shipped_profiles", lambda: tmp_path / "none")
    image = Image.new("RGB", (4, 1))
    for x, rgb in enumerate([(255, 255, 255), (0, 0, 0), (90, 90, 90), (200, 40, 40)]):
        image.putpixel((x, 0), rgb)
    name = save("c.png", image)
    out = samples(store, name)
    assert [out.getpixel((x, 0)) for x in range(4)] == [
        (0, 0, 0, 0), (0, 0, 0, 255), (0, 0, 0, 165), (0, 160, 160, 55),
    ]  # fmt: skip
    assert [told.key for told in store.press(name).notes] == ["PICTURE-INKS.no-profile"]


def test_colour_goes_through_the_projects_profile(
    store: PictureStore, save: Save, tmp_path: Path
) -> None:
    bundled = sorted((Path(__file__).parents[2] / "assets/profiles").glob("*.icc"))
    assert bundled, "the newsprint profile is part of the repository"
    (tmp_path / "assets/profiles").mkdir(parents=True)
    (tmp_path / "assets/profiles/a.icc").write_bytes(bundled[0].read_bytes())
    (tmp_path / "assets/profiles/0.icc").write_bytes(
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    name = save("c.png", Image.new("RGB", (4, 4), (0, 0, 0)))
    ink = samples(store, name).getpixel((0, 0))
    assert isinstance(ink, tuple)
    assert ink[3] > 200
    assert sum(ink) / 2.55 < 245  # newsprint takes no more
    assert [told.key for told in store.press(name).notes] == ["PICTURE-INKS.converted"]
    photo = save("c.jpg", Image.new("RGB", (16, 16), (200, 30, 30)), quality=95)
    press = store.press(photo)
    assert (press.jpeg, press.mode, press.inverted) == (True, "cmyk", True)
    cyan, magenta, yellow, _ = samples(store, photo).getpixel((8, 8))  # type: ignore[misc]
    assert magenta > 150
    assert yellow > 120
    assert cyan < 80


def test_see_through_parts_show_paper_and_turned_photographs_stand_up(
    store: PictureStore, save: Save
) -> None:
    clear = save("t.png", Image.new("RGBA", (2, 2), (255, 0, 0, 0)))
    assert store.info(clear).alpha
    assert samples(store, clear).getpixel((0, 0)) == (0, 0, 0, 0)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right
    turned = save("e.jpg", Image.new("CMYK", (40, 30), (0, 0, 0, 255)), exif=exif)
    info = store.info(turned)
    assert (info.width, info.height, info.plain) == (30, 40, False)
    assert samples(store, turned).size == (30, 40)
    assert samples(store, turned).getpixel((5, 5)) == (0, 0, 0, 255)


@pytest.mark.parametrize("suffix", ["tif", "gif", "bmp", "webp"])
def test_other_formats(store: PictureStore, save: Save, suffix: str) -> None:
    name = save(f"x.{suffix}", Image.new("RGB", (5, 4), (255, 255, 255)))
    assert store.info(name).mode == "rgb"
    assert samples(store, name).getpixel((1, 1)) == (0, 0, 0, 0)


def test_a_screen_gets_what_a_browser_shows(
    store: PictureStore, save: Save, tmp_path: Path
) -> None:
    plain = save("p.png", Image.new("RGB", (5, 4)))
    assert store.screen(plain).data == (tmp_path / plain).read_bytes()
    inks = save("i.jpg", Image.new("CMYK", (40, 30), (0, 0, 0, 0)))
    shown = store.screen(inks)
    assert shown.media_type == "image/jpeg"
    with Image.open(io.BytesIO(shown.data)) as image:
        assert image.mode == "RGB"
        assert min(image.getpixel((9, 9))) > 250  # type: ignore[arg-type]
    tiff = save("i.tif", Image.new("CMYK", (4, 3), (0, 0, 0, 0)))
    assert store.screen(tiff).media_type == "image/png"


def test_a_changed_file_is_seen(store: PictureStore, save: Save) -> None:
    name = save("a.png", Image.new("L", (1, 1), 1))
    assert rows(store.press(name)) == b"\x01"
    save("a.png", Image.new("L", (1, 1), 2))
    assert rows(store.press(name)) == b"\x02"


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


@pytest.mark.parametrize("side", [15_000, 100_000, 2_000_000])
def test_too_many_pixels(store: PictureStore, tmp_path: Path, side: int) -> None:
    assert side * side > MAX_PIXELS
    (tmp_path / "huge.png").write_bytes(png_header(side, side))
    with pytest.raises(
        PictureError, match=r"huge\.png has [\d,]+\.\d million pixels, more than the 52 million"
    ):
        store.info("huge.png")


def test_a_huge_jpeg_is_refused_by_its_header(
    store: PictureStore, save: Save, tmp_path: Path
) -> None:
    name = save("h.jpg", Image.new("CMYK", (8, 8)))
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data.replace(struct.pack(">HH", 8, 8), b"\xff\xf0\xff\xf0", 1))
    with pytest.raises(PictureError, match="million pixels, more than the 52 million"):
        store.info(name)


@pytest.mark.parametrize("kind", ["jpg", "png", "tif"])
@pytest.mark.parametrize("mode", ["CMYK", "RGB", "L"])
def test_a_picture_cut_short(
    store: PictureStore, save: Save, tmp_path: Path, kind: str, mode: str
) -> None:
    if (kind, mode) == ("png", "CMYK"):
        mode = "RGBA"  # there is no CMYK PNG
    noise = Image.effect_noise((200, 200), 80).convert(mode)
    name = save(f"cut.{kind}", noise)
    data = (tmp_path / name).read_bytes()
    for part in (0, 1, 20, 300, len(data) // 2):
        (tmp_path / name).write_bytes(data[:part])
        with pytest.raises(PictureError, match=rf"cut\.{kind} is (damaged|not a picture)") as told:
            store.press(name)
        assert str(tmp_path) not in str(told.value)
        assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.jpg", "none.jpg does not exist"),
        ("../out.jpg", "lies outside"),
        ("", "is empty"),
        (".", "is not a file"),
    ],
)
def test_paths(store: PictureStore, name: str, said: str) -> None:
    with pytest.raises(PictureError, match=said):
        store.info(name)


def test_not_a_picture(store: PictureStore, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_text("not a picture")
    with pytest.raises(PictureError, match=r"a\.jpg is not a picture of a known kind \(JPEG, PNG"):
        store.info("a.jpg")
    (tmp_path / "a.eps").write_text("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")
    with pytest.raises(PictureError, match=r"a\.eps is PostScript, which is not taken \(JPEG"):
        store.info("a.eps")
    (tmp_path / "a.png").write_text('<?xml version="1.0"?>\n<svg width="9" height="9"/>\n')
    with pytest.raises(PictureError, match="is XML, and no SVG drawing"):
        store.info("a.png")


def test_random_damage_never_escapes(store: PictureStore, save: Save, tmp_path: Path) -> None:
    noise = Image.effect_noise((60, 60), 80)
    for kind in ("jpg", "png", "tif", "gif", "bmp"):
        name = save(f"d.{kind}", noise.convert("RGB"))
        data = (tmp_path / name).read_bytes()
        for at in range(2, 160, 3):
            (tmp_path / name).write_bytes(data[:at] + b"\xff\x00\xff" + data[at + 3 :])
            with suppress(PictureError):  # anything else would fail the test
                made = store.press(name)
                assert made.width * made.height > 0


def test_jpeg_header_without_a_library() -> None:
    out = io.BytesIO()
    Image.new("L", (70, 50)).save(out, "JPEG", progressive=True, dpi=(72, 72))
    header = read_header(out.getvalue())
    assert header is not None
    assert (header.width, header.height, header.components, header.bits) == (70, 50, 1, 8)
    assert (header.plain, header.adobe, header.dpi, header.complete) == (True, False, 72, True)
    arithmetic = out.getvalue().replace(b"\xff\xc2", b"\xff\xca", 1)
    twisted = read_header(arithmetic)
    assert twisted is not None
    assert not twisted.plain
    assert read_header(b"\xff\xd8" + b"\xff" * 100) is None
    assert read_header(b"") is None


def test_a_picture_cut_short_is_refused_where_another_library_has_allowed_it(tmp_path):
    from PIL import ImageFile

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    try:
        half = pillow.open_image(_png_cut_short(), "half.png")
        with pytest.raises(PictureError, match="cut short"), pillow.guarded("half.png"):
            half.load()
        assert ImageFile.LOAD_TRUNCATED_IMAGES is True
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _png_cut_short() -> bytes:
    out = io.BytesIO()
    noise = Image.effect_noise((200, 200), 80)
    noise.save(out, "PNG")
    return out.getvalue()[: len(out.getvalue()) // 2]


def test_colour_goes_through_the_shipped_profile_where_the_project_has_none(
    store: PictureStore, save: Save
) -> None:
    picture = store.press(save("red.png", Image.new("RGB", (4, 4), (200, 30, 30))))
    assert [told.key for told in picture.notes] == ["PICTURE-INKS.converted"]
    assert shipped_profiles().is_dir()


def test_only_so_many_bytes_are_kept_from_page_to_page(save: Save, tmp_path: Path) -> None:
    reads: list[str] = []

    class Counting(Files):
        def read(self, path: Path, limit: int) -> bytes:
            reads.append(path.name)
            return super().read(path, limit)

    names = [save(f"{n}.png", Image.new("L", (100, 100), n)) for n in range(4)]
    size = max((tmp_path / name).stat().st_size for name in names)
    made = len(PictureStore(Files(root=tmp_path)).press(names[3]).data)
    store = PictureStore(Counting(root=tmp_path), most=2 * (size + made))
    digests = [store.press(name).digest for name in names]
    assert [store.press(name).digest for name in names] == digests
    assert reads == names  # nothing is let go while a page is made
    store.tidy()
    reads.clear()
    assert [store.press(name).digest for name in reversed(names)] == digests[::-1]
    assert reads == [names[1], names[0]]
