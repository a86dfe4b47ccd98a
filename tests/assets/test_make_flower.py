"""The 栏花 of the specimen of labels: it is what its script draws, and see-through."""

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops

ASSETS = Path(__file__).parents[2] / "assets"


def test_the_flower_is_as_its_script_draws_it(tmp_path: Path) -> None:
    made = tmp_path / "flower.png"
    subprocess.run([sys.executable, str(ASSETS / "make_flower.py"), "--out", made], check=True)
    with Image.open(made) as new, Image.open(ASSETS / "flower.png") as kept:
        assert kept.mode == "RGBA"
        assert kept.getpixel((0, 0)) == (0, 0, 0, 0)
        assert max(ImageChops.difference(new, kept).tobytes()) <= 2
