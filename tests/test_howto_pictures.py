"""The piece of the how-to on pictures for the press, in both languages, put on a page."""

import re
from pathlib import Path

import pytest
from PIL import Image

from layout.display.press import PressFacts
from tests.conftest import Project

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.M | re.S)
PAGE = (
    "page: A1\ndate: 2024-05-06\nblocks:\n  - {picture: photo.png, at: {cols: 1-2, lines: 1-10}}\n"
)


@pytest.mark.parametrize(
    ("file", "heading"),
    [("docs/howto.md", "Pictures for the press"), ("docs/zh/howto.md", "图片付印")],
)
def test_the_piece_is_taken_and_done(project: Project, file: str, heading: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    (press,) = FENCE.findall(section)
    bands = [Image.effect_noise((1200, 800), 60) for _ in range(3)]
    Image.merge("RGB", bands).save(project.path("photo.png"))
    page = project.composed(press + PAGE)
    assert page.good, page.diagnostics
    assert page.display.press == PressFacts(
        intent="relative", resolution=200.0, sharpen="newsprint", ink_limit=220.0
    )
    told = {d.said.key for d in page.diagnostics}
    assert {
        "PICTURE-INKS.converted", "PICTURE-FINE.sharpened", "PICTURE-FINE.brought-down",
    } <= told  # fmt: skip
