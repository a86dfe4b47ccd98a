"""How much ink but K a picture has where type stands on it."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from layout.display.items import Picture
from layout.environment import Files
from layout.geometry import Rect
from layout.pictures import PictureError, PictureStore, PressPicture
from layout.pictures.underlay import Underlay
from tests.toypage import page

LIGHT, DARK = (26, 26, 0, 0), (204, 179, 153, 230)  # 20 % and 210 %, beside K
AT = Rect(100, 50, 200, 100)


def halves(folder: Path, name: str) -> None:
    """A picture that is light on the left and dark on the right."""
    image = Image.new("CMYK", (2000, 1000), LIGHT)
    image.paste(DARK, (1000, 0, 2000, 1000))
    image.save(folder / name, quality=95)


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
@pytest.mark.parametrize(
    ("box", "crop", "percent"),
    [
        ((100, 50, 195, 150), (0, 0, 1, 1), 20),
        ((110, 60, 120, 70), (0, 0, 1, 1), 20),
        ((150, 50, 210, 60), (0, 0, 1, 1), 210),
        ((205, 140, 300, 150), (0, 0, 1, 1), 210),
        ((100, 50, 300, 150), (0, 0, 0.49, 1), 20),
        ((295, 50, 300, 150), (0, 0, 0.6, 1), 210),
        ((90, 40, 110, 60), (0, 0, 1, 1), 20),  # over its edge
    ],
)
def test_the_most_in_a_part_is_told(
    tmp_path: Path,
    name: str,
    box: tuple[float, float, float, float],
    crop: tuple[float, float, float, float],
    percent: float,
) -> None:
    halves(tmp_path, name)
    shown = Picture(rect=AT, source=name, crop=crop)
    found = Underlay(PictureStore(Files(root=tmp_path)), page(shown)).most(shown, box)
    assert found == pytest.approx(percent, abs=3)


@pytest.mark.parametrize("mode", ["L", "1"])
def test_a_picture_in_black_alone_has_none(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (50, 50), 0).save(tmp_path / "a.png")
    under = Underlay(PictureStore(Files(root=tmp_path)), page())
    assert under.most(Picture(rect=AT, source="a.png"), (100, 50, 300, 150)) == 0.0


def test_a_picture_is_read_once_and_a_damaged_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halves(tmp_path, "a.tif")
    store = PictureStore(Files(root=tmp_path))
    under = Underlay(store, page())
    shown = Picture(rect=AT, source="a.tif")
    first = under.most(shown, (100, 50, 300, 150))
    monkeypatch.setattr(PictureStore, "press", None)
    assert under.most(shown, (100, 50, 300, 150)) == first
    monkeypatch.undo()
    (tmp_path / "b.png").write_bytes((tmp_path / "a.tif").read_bytes()[:99])
    with pytest.raises(PictureError, match=r"b\.png"):
        under.most(Picture(rect=AT, source="b.png"), (100, 50, 300, 150))


def test_the_picture_is_that_which_goes_into_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is separated once, with the pixels that its places want."""
    halves(tmp_path, "a.tif")
    store = PictureStore(Files(root=tmp_path))
    shown = Picture(rect=AT, source="a.tif")
    sheet = page(shown, shown)
    asked = []
    press = PictureStore.press

    def spied(*values: Any) -> PressPicture:
        asked.append(values[2:])
        return press(*values)

    monkeypatch.setattr(PictureStore, "press", spied)
    Underlay(store, sheet).most(shown, (100, 50, 300, 150))
    assert asked == [(sheet.press, [shown, shown])]
