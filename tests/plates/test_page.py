"""The plates of a display list: what each kind of item leaves on each of them."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path as File

import numpy as np
import pytest
from PIL import Image

from layout.api import Session
from layout.color import BLACK, PROCESS, Color
from layout.display.items import Box, Item, Path, Picture, Stroke
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.geometry import Rect
from layout.pdf.document import open_pdf
from layout.plates.coverage import measure
from layout.plates.page import plates_of_page
from layout.plates.pdf import plates_of_pdf
from layout.plates.plate import PlateError, Plates
from layout.render.base import Resources
from layout.units import mm
from tests.plates.kinds import DPI, KEPT, Squares, by_ghostscript, kinds, squares
from tests.plates.sheets import SHEETS
from tests.toypage import Faces, page, run

Separate = Callable[..., Plates]
RED = Color(m=100, y=100)
TINT = Color(c=20, m=10, y=30)
WHITE = Color()


@pytest.fixture(scope="module")
def song() -> Face:
    return Catalog().face("报宋")


@pytest.fixture
def separate(song: Face, tmp_path: File) -> Separate:
    def made(*items: Item, dpi: float = 72.0) -> Plates:
        resources = Resources.of(Faces(song), Files(root=tmp_path))
        return plates_of_page(page(*items), resources, dpi)

    return made


def spot(plates: Plates, x: float, y: float) -> tuple[int, ...]:
    """The tones of all inks in per cent, at a place in points from the trim's top left."""
    unit = plates.dpi / 72
    row, column = int(plates.trim.top + y * unit), int(plates.trim.left + x * unit)
    return tuple([round(int(p.tones[row, column]) / 2.55) for p in plates.plates])


def covered(plates: Plates, ink: str) -> float:
    """Square points of full ink on a plate."""
    return float(plates.by_ink[ink].sum(dtype=np.int64)) / 255 * (72 / plates.dpi) ** 2


def test_a_box_puts_each_ink_on_its_plate(separate: Separate) -> None:
    made = separate(Box(rect=Rect(100, 100, 50, 40), fill=TINT))
    assert [p.ink for p in made.plates] == list(PROCESS)
    assert spot(made, 120, 120) == (20, 10, 30, 0)
    assert spot(made, 90, 120) == (0, 0, 0, 0)
    assert covered(made, "Yellow") == pytest.approx(2000 * 0.3, rel=0.01)
    assert made.plates[3].empty


def test_the_trim_is_where_the_bleed_ends(separate: Separate) -> None:
    made = separate(Box(rect=Rect(-mm(3), -mm(3), mm(206), mm(3)), fill=BLACK))
    assert covered(made, "Black") == pytest.approx(mm(206) * mm(3), rel=0.01)
    assert not made.trimmed()["Black"][1:].any()


def test_what_lies_on_top_knocks_out(separate: Separate) -> None:
    made = separate(
        Box(rect=Rect(100, 100, 100, 100), fill=RED),
        Box(rect=Rect(120, 120, 20, 20), fill=Color(c=100)),
        Box(rect=Rect(150, 150, 20, 20), fill=WHITE),
    )
    assert spot(made, 110, 110) == (0, 100, 100, 0)
    assert spot(made, 130, 130) == (100, 0, 0, 0)
    assert spot(made, 160, 160) == (0, 0, 0, 0)


def test_black_text_overprints_a_tint_and_white_text_does_not(
    separate: Separate, song: Face
) -> None:
    ground = Box(rect=Rect(50, 50, 300, 100), fill=TINT, role="tint")
    bare = separate(ground, dpi=150)
    black = separate(ground, run(song, "株洲日报", 60, 100, 9), dpi=150)
    white = separate(ground, run(song, "株洲日报", 60, 100, 9, color=WHITE), dpi=150)
    assert covered(black, "Cyan") == covered(bare, "Cyan")
    assert covered(black, "Black") > 50
    assert covered(white, "Cyan") < covered(bare, "Cyan") - 10
    assert white.plates[3].empty


def test_a_black_panel_knocks_out_and_a_thin_black_rule_overprints(separate: Separate) -> None:
    made = separate(
        Box(rect=Rect(100, 100, 100, 100), fill=TINT),
        Box(rect=Rect(120, 120, 40, 40), fill=BLACK),
        Stroke(x1=100, y1=180, x2=200, y2=180, width=1.5, color=BLACK),
        dpi=144,
    )
    assert spot(made, 140, 140) == (0, 0, 0, 100)
    assert spot(made, 150, 180.1) == (20, 10, 30, 100)


def test_dashes_curves_and_hollow_type(separate: Separate, song: Face) -> None:
    circle = (
        ("M", (300.0, 200.0)),
        ("C", (300.0, 255.2, 200.0, 255.2, 200.0, 200.0)),
        ("C", (200.0, 144.8, 300.0, 144.8, 300.0, 200.0)),
        ("Z", ()),
    )
    made = separate(
        Stroke(x1=50, y1=50, x2=250, y2=50, width=4, color=RED, dash=(6, 4)),
        Path(steps=circle, color=Color(c=100), filled=True),
        run(song, "口", 60, 400, 100, stroke_em=0.02, hollow=True),
        dpi=144,
    )
    assert covered(made, "Magenta") == pytest.approx(200 * 4 * 0.6, rel=0.03)
    assert covered(made, "Cyan") == pytest.approx(np.pi / 4 * 100 * 82.8, rel=0.03)
    assert 100 < covered(made, "Black") < 1500


GOLD = Color(0, 20, 60, 20, "PANTONE 871 C")


def test_a_spot_has_a_plate_of_its_own(separate: Separate) -> None:
    made = separate(
        Box(rect=Rect(100, 100, 100, 100), fill=GOLD.tinted(50)),
        Box(rect=Rect(120, 120, 20, 20), fill=Color(c=100)),
    )
    assert [p.ink for p in made.plates] == [*PROCESS, "PANTONE 871 C"]
    assert made.alternates == {"PANTONE 871 C": GOLD}
    assert spot(made, 110, 110) == (0, 0, 0, 0, 50)
    assert spot(made, 130, 130) == (100, 0, 0, 0, 0)


def test_a_spot_knocks_out_and_black_text_overprints_it(separate: Separate, song: Face) -> None:
    tint = Box(rect=Rect(50, 50, 300, 100), fill=TINT)
    panel = Box(rect=Rect(60, 60, 200, 60), fill=GOLD)
    made = separate(tint, panel, run(song, "株洲日报", 70, 100, 9))
    assert spot(made, 200, 80) == (0, 0, 0, 0, 100)
    assert covered(made, "PANTONE 871 C") == pytest.approx(12_000, rel=0.01)
    assert covered(made, "Black") > 30


def test_pictures_knock_out_of_spots(separate: Separate, tmp_path: File) -> None:
    source = png(tmp_path, "gray.png", "L", 128)
    ground = Box(rect=Rect(80, 80, 140, 140), fill=GOLD)
    made = separate(ground, Picture(rect=Rect(100, 100, 100, 100), source=source))
    assert spot(made, 150, 150) == (0, 0, 0, 50, 0)


def test_more_inks_than_a_press_has_are_refused(separate: Separate) -> None:
    boxes = [Box(rect=Rect(9, 9, 9, 9), fill=Color(k=9, spot=f"S{n}")) for n in range(9)]
    with pytest.raises(PlateError, match="13 inks"):
        separate(*boxes)


def png(tmp_path: File, name: str, mode: str, *pixels: object) -> str:
    """A picture of squares side by side, of 10 pixels each."""
    image = Image.new(mode, (10 * len(pixels), 10))
    for at, pixel in enumerate(pixels):
        image.paste(pixel, (10 * at, 0, 10 * at + 10, 10))  # type: ignore[arg-type]
    image.save(tmp_path / name)
    return name


def test_a_picture_gives_each_plate_its_ink(separate: Separate, tmp_path: File) -> None:
    out = io.BytesIO()
    image = Image.new("CMYK", (40, 40), (255, 51, 0, 0))
    image.paste((0, 0, 102, 204), (20, 0, 40, 40))
    image.save(out, "JPEG", quality=100)
    (tmp_path / "photo.jpg").write_bytes(out.getvalue())
    ground = Box(rect=Rect(80, 80, 140, 140), fill=Color(k=50))
    made = separate(ground, Picture(rect=Rect(100, 100, 100, 100), source="photo.jpg"))
    assert spot(made, 120, 150) == pytest.approx((100, 20, 0, 0), abs=2)
    assert spot(made, 180, 150) == pytest.approx((0, 0, 40, 80), abs=2)
    assert spot(made, 90, 150) == (0, 0, 0, 50)


def test_a_gray_picture_is_black_alone_and_knocks_out(separate: Separate, tmp_path: File) -> None:
    source = png(tmp_path, "gray.png", "L", 0, 255)
    ground = Box(rect=Rect(80, 80, 140, 140), fill=RED)
    made = separate(ground, Picture(rect=Rect(100, 100, 100, 100), source=source))
    assert spot(made, 120, 150) == (0, 0, 0, 100)
    assert spot(made, 180, 150) == (0, 0, 0, 0)


def test_a_cut_out_leaves_the_ground_where_it_is_clear(separate: Separate, tmp_path: File) -> None:
    source = png(tmp_path, "cut.png", "LA", (0, 255), (0, 0), (255, 128))
    ground = Box(rect=Rect(80, 80, 140, 140), fill=Color(m=100))
    made = separate(ground, Picture(rect=Rect(100, 100, 90, 90), source=source))
    assert spot(made, 110, 150) == (0, 0, 0, 100)
    assert spot(made, 145, 150) == (0, 100, 0, 0)
    assert spot(made, 175, 150) == pytest.approx((0, 50, 0, 0), abs=1)


def test_two_levels_crop_and_round_corners(separate: Separate, tmp_path: File) -> None:
    source = png(tmp_path, "lines.png", "1", 0, 1)
    whole = Rect(100, 100, 100, 100)
    left = separate(Picture(rect=whole, source=source, crop=(0.0, 0.0, 0.5, 1.0)))
    assert covered(left, "Black") == pytest.approx(10_000, rel=0.03)
    round_one = separate(
        Picture(rect=whole, source=source, crop=(0.0, 0.0, 0.5, 1.0), corners=(50.0,) * 4)
    )
    assert covered(round_one, "Black") == pytest.approx(np.pi * 2500, rel=0.03)


def test_columns_of_type_are_drawn(separate: Separate, song: Face) -> None:
    made = run(song, "株洲日报", 100, 100, 12)
    down = made.__class__(
        **{name: getattr(made, name) for name in ("face", "size", "x", "y", "glyphs", "clusters",
           "text", "width")}, xs=(10.56, 22.56, 34.56, 46.56), ys=(-6.0,) * 4, vertical=True,
    )  # fmt: skip
    plates = separate(down, dpi=144)
    rows = np.nonzero(plates.by_ink["Black"].any(axis=1))[0]
    assert (rows[-1] - rows[0]) / 2 == pytest.approx(47, abs=3)


def test_a_placed_pdf_keeps_its_spot_and_its_overprint(separate: Separate, tmp_path: File) -> None:
    """Black over a spot, overprinting at the lower left and not at the upper right."""
    (tmp_path / "ad.pdf").write_bytes(SHEETS["process inks over a spot"].pdf())
    ground = Box(rect=Rect(80, 80, 140, 140), fill=TINT)
    made = separate(ground, Picture(rect=Rect(100, 100, 100, 100), source="ad.pdf"))
    assert [p.ink for p in made.plates] == [*PROCESS, "PANTONE 871 C"]
    assert spot(made, 120, 180) == (0, 0, 0, 100, 100)
    assert spot(made, 170, 130) == (0, 0, 0, 100, 0)
    assert spot(made, 150, 150) == (0, 0, 0, 0, 100)
    assert spot(made, 90, 90) == (20, 10, 30, 0, 0)
    assert made.missed == ()


SECTION = File(__file__).parents[2] / "specs/zhuzhou-2019-09-20"


@pytest.mark.parametrize("name", ["B1", "B2", "B3", "B4"])
def test_no_spot_of_the_section_takes_more_ink_than_the_press(name: str) -> None:
    """Neither a square of 15 mm² nor a pixel, of the display list and of the press file."""
    made = Session().page(SECTION / f"{name}.yaml")
    for plates in (made.plates(), plates_of_pdf(open_pdf(made.pdf()), 1, 150.0)):
        found = measure(plates, made.display.press.ink_limit)
        assert found.limit == 240.0
        assert max(found.most_mean.percent, found.most_pixel.percent) < 240.0
        assert found.over_pixels.boxes == ()
        assert found.each["Black"] > 10.0


def apart(own: Squares, other: Squares) -> np.ndarray:
    """By how much the squares of two separations differ, all of them."""
    assert own.keys() == other.keys()
    return np.concatenate(
        [np.abs(np.array(own[ink]) - np.array(other[ink])).ravel() for ink in own]
    )


def test_every_kind_of_item_is_as_tiffsep_has_it(tmp_path: File) -> None:
    """By the means of squares of 15 mm²: 99 % of them within 2 points, each plate within 0.2."""
    made, resources = kinds(tmp_path)
    own = squares(plates_of_page(made, resources, DPI))
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    found = apart(own, kept)
    assert np.percentile(found, 99) <= 2.0
    for ink, rows in kept.items():
        assert np.mean(own[ink]) == pytest.approx(np.mean(rows), abs=0.2)
        assert np.mean(rows) > 0.5


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is missing (apt: ghostscript)")
def test_what_is_kept_of_tiffsep_is_what_it_does(tmp_path: File) -> None:
    """`python -m tests.plates.kinds` writes it anew. Releases of Ghostscript differ a little."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert apart(by_ghostscript(tmp_path), kept).max() <= 1.0
