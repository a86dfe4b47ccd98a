"""Overprint and spots on the plates that Ghostscript makes of the press PDF."""

import re
import shutil
import subprocess

import pytest
from PIL import Image

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, Item, Stroke
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.render.base import Resources
from layout.render.press.document import PressBackend
from tests.toypage import Faces, page, run

GS = shutil.which("gs")
pytestmark = pytest.mark.skipif(GS is None, reason="no plates without gs (Debian: ghostscript)")

TINT, RED = Color(m=8, y=8), Color(m=100, y=100)
GOLD = Color(m=20, y=60, k=20, spot="PANTONE 871 C")
DPI = 150


@pytest.fixture(scope="module")
def plates(hei: Face, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """Plates of a page by their inks: 255 is bare paper."""
    folder = tmp_path_factory.mktemp("plates")
    items: list[Item] = [
        Box(rect=Rect(20, 20, 150, 60), fill=TINT, role="tint"),
        run(hei, "大字", 30, 70, 48),
        run(hei, "小字", 140, 70, 9),
        Box(rect=Rect(20, 100, 150, 60), fill=RED, role="panel"),
        run(hei, "红底", 30, 150, 48),
        Box(rect=Rect(0, 120, 200, 1.9), fill=BLACK, role="rule"),
        Stroke(x1=0, y1=110, x2=200, y2=110, width=1.5, color=BLACK, dash=(4, 2)),
        Box(rect=Rect(20, 180, 150, 60), fill=GOLD.tinted(60), role="panel"),
        run(hei, "金底", 30, 230, 48),
        run(hei, "反白", 150, 230, 9, color=WHITE),
        Box(rect=Rect(140, 190, 20, 20), fill=Color(k=30), role="tint"),
    ]
    made = PressBackend().render(
        [page(*items, width=200, height=260)], Resources.of(Faces(hei), Files(root=folder))
    )
    (folder / "page.pdf").write_bytes(made)
    assert GS is not None
    command = [
        GS, "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r600",
        "-dDownScaleFactor=4", "-dUseTrimBox", "-sOutputFile=plate.tif", "page.pdf",
    ]  # fmt: skip
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    named = {re.search(r"\((.+)\)", p.name): p for p in folder.glob("plate*(*.tif")}
    return {match[1]: Image.open(p) for match, p in named.items() if match is not None}


def cover(plate: Image.Image, rect: Rect) -> tuple[float, float]:
    """The least and the most ink of a part of a plate, in per cent."""
    up = DPI / 72
    part = plate.crop(tuple(round(v * up) for v in (rect.x, rect.y, rect.right, rect.bottom)))  # type: ignore[arg-type]
    shares = part.tobytes()
    return round((255 - max(shares)) / 2.55, 1), round((255 - min(shares)) / 2.55, 1)


TYPE_ON_TINT = Rect(22, 22, 146, 56)


def test_a_tint_has_no_hole_under_black_type_of_any_size(plates: dict[str, Image.Image]) -> None:
    assert cover(plates["Black"], TYPE_ON_TINT) == (0, 100)
    for ink in ("Magenta", "Yellow"):
        assert cover(plates[ink], TYPE_ON_TINT) == pytest.approx((8, 8), abs=0.5)


def test_black_knocks_out_of_a_full_red_and_no_pixel_is_over_the_limit(
    plates: dict[str, Image.Image],
) -> None:
    assert cover(plates["Magenta"], Rect(22, 102, 146, 56)) == (0, 100)
    rule = Rect(22, 120.5, 146, 0.9)
    assert cover(plates["Black"], rule) == (100, 100)
    assert cover(plates["Magenta"], rule) == (0, 0)
    sums = [sum(255 - int(v) for v in inks) / 2.55 for inks in zip(
        *(plate.tobytes() for plate in plates.values()), strict=True)]  # fmt: skip
    assert max(sums) <= 241.0


def test_a_spot_has_a_plate_which_black_leaves_and_white_and_grey_do_not(
    plates: dict[str, Image.Image],
) -> None:
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black", GOLD.spot}
    gold = plates[GOLD.spot]
    assert cover(gold, Rect(22, 182, 110, 56)) == pytest.approx((60, 60), abs=0.5)
    assert cover(plates["Black"], Rect(22, 182, 110, 56)) == (0, 100)
    assert cover(gold, Rect(145, 195, 10, 10)) == (0, 0)
    assert cover(gold, Rect(150, 222, 18, 9))[0] < 20
    assert cover(gold, Rect(0, 0, 199, 170)) == (0, 0)
    assert cover(plates["Magenta"], Rect(0, 175, 199, 80)) == (0, 0)  # the alternate is not laid
