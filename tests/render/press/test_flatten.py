"""See-through pictures in PDF/X-1a: mixed with what lies under them, or refused by name."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from layout.api import Session
from layout.color import Color
from layout.display.items import Box, Page, Picture
from layout.display.press import PressFacts
from layout.environment import Files
from layout.errors import BanxinError
from layout.faces.face import Face
from layout.geometry import Rect
from layout.making.page import told_of_pdfx
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.press.document import PressBackend
from layout.render.press.flatten import Ground, flattened, whole
from layout.words.said import said
from tests.conftest import Project
from tests.pdfxrules import broken
from tests.toypage import Faces, page, run

Planes = Mapping[str, tuple[int, int, bytes]]
X1A = PressFacts(pdfx="x1a")
SPOT = Rect(100, 200, 72, 72)
SIZE = (36, 36)
TINT = Color(m=40.0, y=20.0)


def bare(page: Page, resources: Resources, dpi: float) -> Planes:
    raise AssertionError("nothing lies under it")


def laying(**inks: int) -> Ground:
    """A ground of even tones."""

    def ground(page: Page, resources: Resources, dpi: float) -> Planes:
        width, height = round(page.width * dpi / 72), round(page.height * dpi / 72)
        return {
            name: (width, height, bytes([tone]) * (width * height)) for name, tone in inks.items()
        }

    return ground


@pytest.fixture
def clear(tmp_path: Path) -> Picture:
    """A grey ramp of alpha from the left to the right over the middle rows, bare elsewhere."""
    image = Image.new("LA", SIZE, (60, 0))
    for y in range(12, 24):
        for x in range(36):
            image.putpixel((x, y), (60, 7 * x))
    image.save(tmp_path / "clear.png")
    return Picture(rect=SPOT, source="clear.png")


def drawn(root: Path, sheet: Page, ground: Ground | None = None) -> bytes:
    resources = Resources.of(Faces(), Files(root=root))
    return PressBackend(ground=ground).render([sheet], resources)


def image_of(data: bytes, name: str = "P1") -> tuple[Any, Any]:
    """The picture of a file by its name, and its mask."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = pdf.pages[0].Resources.XObject[f"/{name}"]
        mask = found.get("/Mask")
        space, data = str(found.ColorSpace), found.read_bytes()
        kept = {"Width": int(found.Width), "space": space, "data": data}
        return kept, None if mask is None else (bool(mask.ImageMask), mask.read_bytes())


def test_over_bare_paper_it_is_thinned_and_cut_out(tmp_path: Path, clear: Picture) -> None:
    data = drawn(tmp_path, page(clear, press=X1A), bare)
    assert broken(data, "x1a") == {}
    found, mask = image_of(data)
    assert "Indexed" in found["space"]  # of black alone
    assert mask is not None
    stencil, bits = mask
    assert stencil
    rows = [bits[at : at + 5] for at in range(0, len(bits), 5)]  # 36 bits a row, padded
    assert rows[0] == b"\xff\xff\xff\xff\xf0"
    assert rows[15] == b"\x80\0\0\0\0"  # nothing is seen of the first pixel alone
    for x in range(36):
        alpha = 7 * x
        black = 255 - found["data"][15 * 36 + x]
        assert black == pytest.approx((255 - 60) * alpha / 255, abs=1)


def test_over_ink_each_ink_is_mixed(tmp_path: Path, clear: Picture) -> None:
    ground = laying(Cyan=0, Magenta=102, Yellow=51, Black=30)
    tint = Box(rect=SPOT, fill=TINT, role="tint")
    found, _ = image_of(drawn(tmp_path, page(tint, clear, press=X1A), ground))
    assert found["space"] == "/DeviceCMYK"
    for x in range(36):
        alpha = 7 * x / 255
        pixel = found["data"][4 * (15 * 36 + x) : 4 * (15 * 36 + x) + 4]
        wanted = [0, 102 * (1 - alpha), 51 * (1 - alpha), 30 * (1 - alpha) + 195 * alpha]
        assert list(pixel) == pytest.approx(wanted, abs=1.5)


def test_only_what_lies_under_it_is_drawn(tmp_path: Path, clear: Picture) -> None:
    asked: list[Page] = []

    def ground(part: Page, resources: Resources, dpi: float) -> Planes:
        asked.append(part)
        assert dpi == pytest.approx(36.0)
        return laying(Black=0)(part, resources, dpi)

    under = Box(rect=Rect(90, 190, 30, 30), fill=TINT)
    beside = Box(rect=Rect(10, 10, 30, 30), fill=TINT)
    above = Box(rect=SPOT, fill=TINT)
    drawn(tmp_path, page(under, beside, clear, above, press=X1A), ground)
    (part,) = asked
    assert (part.width, part.height, part.bleed) == (72, 72, 0)
    assert [item.rect for item in part.items if isinstance(item, Box)] == [Rect(-10, -10, 30, 30)]


def test_a_crop_leaves_its_pixels_where_they_are(tmp_path: Path, clear: Picture) -> None:
    cropped = replace(clear, rect=Rect(100, 200, 36, 72), crop=(0.5, 0.0, 1.0, 1.0))
    assert whole(cropped) == Rect(64, 200, 72, 72)
    data = drawn(tmp_path, page(cropped, press=X1A), bare)
    assert image_of(data)[0]["Width"] == 36
    whole_one = drawn(tmp_path, page(clear, press=X1A), bare)
    assert image_of(data)[0]["data"] == image_of(whole_one)[0]["data"]


def test_one_file_in_two_places_is_two_pictures(tmp_path: Path, clear: Picture) -> None:
    tint = Box(rect=SPOT, fill=TINT)
    other = replace(clear, rect=Rect(300, 200, 72, 72))
    data = drawn(tmp_path, page(tint, clear, other, press=X1A), laying(Magenta=102))
    assert broken(data, "x1a") == {}
    assert image_of(data, "P1")[0]["space"] == "/DeviceCMYK"
    assert "Indexed" in image_of(data, "P2")[0]["space"]


def test_a_picture_that_is_seen_whole_is_left_alone(tmp_path: Path) -> None:
    Image.new("LA", (8, 8), (60, 255)).save(tmp_path / "full.png")
    item = Picture(rect=SPOT, source="full.png")
    data = drawn(tmp_path, page(item, press=X1A), bare)
    assert image_of(data)[1] is None


def test_x4_keeps_it_live(tmp_path: Path, clear: Picture) -> None:
    with pikepdf.open(io.BytesIO(drawn(tmp_path, page(clear), bare))) as pdf:
        assert "/SMask" in pdf.pages[0].Resources.XObject.P1


def test_over_a_spot_it_is_refused_by_name(tmp_path: Path, clear: Picture) -> None:
    tint = Box(rect=SPOT, fill=TINT)
    with pytest.raises(
        RenderError, match=r"clear\.png is see-through.*the spot 金 shows"
    ) as caught:
        drawn(tmp_path, page(tint, clear, press=X1A), laying(Black=0, 金=80))
    assert caught.value.source == "clear.png"
    drawn(tmp_path, page(tint, clear, press=X1A), laying(Black=0, 金=0))


@pytest.mark.parametrize(("left", "refused"), [(0.5, False), (0.0, True), (0.25, True)])
def test_a_spot_under_what_is_cut_off_is_no_hindrance(
    tmp_path: Path, clear: Picture, left: float, refused: bool
) -> None:
    def ground(part: Page, resources: Resources, dpi: float) -> Planes:
        width, height = round(part.width * dpi / 72), round(part.height * dpi / 72)
        rows = bytes([80] * (width // 2) + [0] * (width - width // 2)) * height
        return {"金": (width, height, rows)}  # under the left half of all of it

    rect = Rect(100 + 72 * left, 200, 72 * (1 - left), 72)
    cut = replace(clear, rect=rect, crop=(left, 0.0, 1.0, 1.0))
    sheet = page(Box(rect=SPOT, fill=TINT), cut, press=X1A)
    if not refused:
        assert broken(drawn(tmp_path, sheet, ground), "x1a") == {}
        return
    with pytest.raises(RenderError, match="the spot 金 shows"):
        drawn(tmp_path, sheet, ground)


def test_a_spot_under_what_hides_it_is_no_hindrance(tmp_path: Path) -> None:
    image = Image.new("LA", SIZE, (60, 0))
    image.paste((60, 255), (4, 4, 20, 20))
    image.save(tmp_path / "hard.png")
    sheet = page(Box(rect=SPOT, fill=TINT), Picture(rect=SPOT, source="hard.png"), press=X1A)
    assert broken(drawn(tmp_path, sheet, laying(金=80)), "x1a") == {}


def test_a_ground_that_cannot_be_drawn_is_refused(tmp_path: Path, clear: Picture) -> None:
    def ground(part: Page, resources: Resources, dpi: float) -> Planes:
        raise BanxinError(said("part.nothing"))

    sheet = page(Box(rect=SPOT, fill=TINT), clear, press=X1A)
    for one in (ground, None):
        with pytest.raises(RenderError, match=r"clear\.png.*cannot be flattened"):
            drawn(tmp_path, sheet, one)


def test_it_is_flattened_at_its_own_pixels(tmp_path: Path, clear: Picture) -> None:
    resources = Resources.of(Faces(), Files(root=tmp_path))
    ((item, ppi),) = flattened(page(clear, press=X1A), resources.pictures)
    assert (item, ppi) == (clear, 36.0)


def test_or_at_the_resolution_that_the_page_states(tmp_path: Path, clear: Picture) -> None:
    stated = replace(X1A, resolution=18.0)
    data = drawn(tmp_path, page(clear, press=stated), bare)
    assert image_of(data)[0]["Width"] == 18
    resources = Resources.of(Faces(), Files(root=tmp_path))
    ((_, ppi),) = flattened(page(clear, press=stated), resources.pictures)
    assert ppi == 18.0


SPEC = """\
page: T1
format: tabloid
date: 2019-09-20
press: {pdfx: x1a}
blocks:
  - text: 底下的字要从图里透出来
    at: {cols: 1-3, lines: 10-30}
    fill: M40 Y20
    id: under
  - picture: clear.png
    at: {cols: 1-3, lines: 10-30}
    over: under
    fit: cover
"""


@pytest.fixture
def sheet(project: Project) -> Path:
    image = Image.new("RGBA", (120, 120), (0, 0, 0, 0))
    image.paste((0, 90, 160, 128), (20, 20, 100, 100))
    image.save(project.path("clear.png"))
    return project.write("X1.yaml", SPEC)


def test_a_page_is_flattened_on_its_own_plates(sheet: Path) -> None:
    made = Session().page(sheet)
    data = made.pdf()
    assert broken(data, "x1a") == {}
    found, mask = image_of(data)
    assert mask is not None
    assert found["space"] == "/DeviceCMYK"
    middle = found["data"][4 * (60 * 120 + 30) : 4 * (60 * 120 + 30) + 4]
    # Half of the tint's 40 % magenta and half of the picture's own.
    alone = Session().page(sheet, overrides=("blocks.under.fill=K0",)).pdf()
    own = image_of(alone)[0]["data"][4 * (60 * 120 + 30) : 4 * (60 * 120 + 30) + 4]
    assert middle[1] == pytest.approx(own[1] + 0.4 * 255 * 127 / 255, abs=2)
    assert middle[2] == pytest.approx(own[2] + 0.2 * 255 * 127 / 255, abs=2)


def test_it_is_told_with_its_place_and_resolution(sheet: Path) -> None:
    made = Session().page(sheet)
    (told,) = told_of_pdfx(made)
    assert (told.code, told.sub, told.severity) == ("PDFX-FLAT", "picture", "info")
    assert told.said["file"] == "clear.png"
    assert told.said["ppi"] > 10
    assert str(told.where).startswith("X1.yaml:10")
    assert not list(told_of_pdfx(Session().page(sheet, overrides=("press.pdfx=x4",))))


def test_a_book_keeps_it_when_a_page_is_written_anew(
    tmp_path: Path, clear: Picture, song: Face
) -> None:
    """Pages that mean different texts by one glyph are written again, from their display lists."""
    faces = Faces(song)
    resources = Resources.of(faces, Files(root=tmp_path))
    first = page(clear, run(song, "〇"), press=X1A)
    one = run(song, "〇")
    second = page(clear, replace(one, text="零", clusters=(0,)), name="T2", press=X1A)
    data = PressBackend(ground=bare).render([first, second], resources)
    assert broken(data, "x1a") == {}
