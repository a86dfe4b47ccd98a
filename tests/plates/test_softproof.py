"""A page as newsprint shows it, from plates made by hand."""

import io

import numpy as np
import pytest
from PIL import Image

from layout.color import Color
from layout.pictures.profile import read_profile
from layout.plates.plate import PixelBox, Plate, Plates, Tones
from layout.plates.softproof import proof_png, side_by_side, soft_proof
from tests.pictures.profiles import SHIPPED

PRESS = read_profile(SHIPPED.read_bytes(), SHIPPED.name)
INKS = ("Cyan", "Magenta", "Yellow", "Black")


def plates(**tones: int) -> dict[str, Tones]:
    """Plates of 3 × 5 pixels of one tone each."""
    return {ink: np.full((3, 5), tones.get(ink, 0), np.uint8) for ink in INKS}


def pixel(found: Tones) -> tuple[int, ...]:
    return tuple(int(v) for v in found[1, 2])


def test_it_has_the_size_of_the_plates_and_each_pixel_its_own_inks() -> None:
    page = plates()
    page["Black"][0, 4] = 255
    made = soft_proof(page, {}, PRESS)
    assert made.shape == (3, 5, 3)
    assert made.dtype == np.uint8
    assert made[0, 4].max() < 110
    bare = [tuple(p) for p in made.reshape(-1, 3)[[0, 1, 7, 14]]]
    assert len(set(bare)) == 1
    assert 180 < min(bare[0]) <= max(bare[0]) < 215  # newsprint, and no sheet of white paper


def test_the_paper_is_left_out_where_that_is_asked() -> None:
    assert min(pixel(soft_proof(plates(), {}, PRESS, paper=False))) >= 254


def test_overprint_is_seen() -> None:
    tint = pixel(soft_proof(plates(Yellow=255), {}, PRESS))
    alone = pixel(soft_proof(plates(Black=255), {}, PRESS))
    both = pixel(soft_proof(plates(Yellow=255, Black=255), {}, PRESS))
    assert both != alone
    assert sum(both) < sum(tint)


def test_a_spot_is_shown_by_its_alternate() -> None:
    page = plates()
    page["PANTONE 871 C"] = np.full((3, 5), 255, np.uint8)
    gold = Color(m=20.0, y=60.0, k=20.0)
    made = pixel(soft_proof(page, {"PANTONE 871 C": gold}, PRESS))
    same = pixel(soft_proof(plates(Magenta=51, Yellow=153, Black=51), {}, PRESS))
    assert made == pytest.approx(same, abs=1)
    page["PANTONE 871 C"] //= 2
    half = pixel(soft_proof(page, {"PANTONE 871 C": gold}, PRESS))
    tint = pixel(soft_proof(plates(Magenta=25, Yellow=76, Black=25), {}, PRESS))
    assert half == pytest.approx(tint, abs=2)
    unknown = pixel(soft_proof(page, {}, PRESS))
    assert unknown == pixel(soft_proof(plates(), {}, PRESS))


def test_a_spot_lies_on_the_inks_below() -> None:
    """A half and a half cover three quarters."""
    page = plates(Magenta=128)
    page["Spot"] = np.full((3, 5), 128, np.uint8)
    made = pixel(soft_proof(page, {"Spot": Color(m=100.0)}, PRESS))
    same = pixel(soft_proof(plates(Magenta=192), {}, PRESS))
    assert made == pytest.approx(same, abs=2)


def test_plates_that_are_missing_are_bare() -> None:
    black = {"Black": np.full((3, 5), 255, np.uint8)}
    assert pixel(soft_proof(black, {}, PRESS)) == pixel(soft_proof(plates(Black=255), {}, PRESS))


def test_a_part_of_larger_plates() -> None:
    """As `Plates.trimmed` gives it: a view whose rows are not next to one another."""
    whole = {ink: np.zeros((9, 11), np.uint8) for ink in INKS}
    whole["Black"][2:5, 3:8] = 255
    part = {ink: tones[2:5, 3:8] for ink, tones in whole.items()}
    made = soft_proof(part, {}, PRESS)
    assert made.shape == (3, 5, 3)
    assert made.max() < 110


def made_plates() -> Plates:
    """A sheet of 4 × 6 pixels whose trim is 2 × 4, black in one corner of it."""
    tones = {ink: np.zeros((6, 4), np.uint8) for ink in INKS}
    tones["Black"][1, 1] = 255
    return Plates(
        page="A1",
        plates=tuple(Plate(ink=ink, tones=each) for ink, each in tones.items()),
        dpi=25.4,
        trim=PixelBox(1, 1, 3, 5),
        by="banxin",
    )


def test_a_png_of_the_trim_that_states_its_resolution() -> None:
    with Image.open(io.BytesIO(proof_png(made_plates(), PRESS))) as image:
        assert image.size == (2, 4)
        assert image.info["dpi"][0] == pytest.approx(25.4, abs=0.1)
        assert max(image.getpixel((0, 0))) < 110  # type: ignore[arg-type]
        assert min(image.getpixel((1, 3))) > 180  # type: ignore[arg-type]


def test_beside_the_screen() -> None:
    out = io.BytesIO()
    Image.new("RGB", (2, 4), (0, 0, 255)).save(out, "PNG")
    with Image.open(io.BytesIO(proof_png(made_plates(), PRESS, out.getvalue()))) as image:
        assert image.size == (2 + 16 + 2, 4)
        assert image.getpixel((0, 0)) == (0, 0, 255)
        assert image.getpixel((9, 2)) == (255, 255, 255)
        assert max(image.getpixel((18, 0))) < 110  # type: ignore[arg-type]


def test_side_by_side() -> None:
    left, right = np.zeros((4, 3, 3), np.uint8), np.full((6, 2, 3), 9, np.uint8)
    both = side_by_side(left, right)
    assert both.shape == (6, 3 + 16 + 2, 3)
    assert both[0, 0, 0] == 0
    assert both[5, 0, 0] == 255  # below the shorter one
    assert both[0, 10, 0] == 255
    assert both[5, -1, 0] == 9
