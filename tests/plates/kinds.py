"""A small page of every kind of item, and what Ghostscript's tiffsep has on its plates.

`python -m tests.plates.kinds` writes tiffsep.json anew; Ghostscript must be installed. Where it is
not, our own plates are held against that file.
"""

import json
import sys
from pathlib import Path as File
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, Item, Page, Path, Picture, Step, Stroke
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.pdf.document import open_pdf
from layout.plates.coverage import WINDOW_MM2, window_means
from layout.plates.ghostscript import plates_by_ghostscript
from layout.plates.plate import Plates
from layout.render.base import Resources
from layout.render.press.document import PressBackend
from layout.units import mm
from tests.toypage import page, run

KEPT: Final = File(__file__).with_name("tiffsep.json")
DPI: Final = 150.0
STEP: Final = 20
"""Pixels from one square that is kept to the next."""
RED, TINT, GOLD = Color(m=100, y=100), Color(c=20, m=8, y=30), Color(0, 20, 60, 20, "GOLD")
Squares = dict[str, list[list[float]]]


def kinds(folder: File) -> tuple[Page, Resources]:
    """The page, with its pictures written to `folder`."""
    ramp = Image.linear_gradient("L").resize((120, 120))
    soft = Image.radial_gradient("L").resize((120, 120))
    none = Image.new("L", (120, 120))
    ink = Image.merge(
        "CMYK", (ramp, ramp.rotate(90), none, ramp.rotate(180).point(lambda v: v // 2))
    )
    ink.save(folder / "ink.tif")
    # Neither so dark nor so light that it is opened for newsprint before it goes to press.
    tones = ramp.point([60 + v * 175 // 255 for v in range(256)])
    tones.save(folder / "gray.png")
    Image.merge("LA", (tones, soft)).save(folder / "cut.png")
    lines = Image.new("1", (400, 400), 1)
    draw = ImageDraw.Draw(lines)
    for at in range(0, 400, 40):
        draw.line((at, 0, 400 - at, 400), fill=0, width=3)
    lines.save(folder / "lines.png")
    catalog = Catalog()
    song, black = catalog.face("报宋"), catalog.face("超粗黑")
    wave: list[Step] = [("M", (20.0, 200.0))]
    wave += [
        ("C", (20.0 + 40 * k, 180.0, 40.0 + 40 * k, 220.0, 60.0 + 40 * k, 200.0)) for k in range(6)
    ]
    body = "新闻纸上的四色墨账，一版文字只有黑墨，网点铺在一平的底色上。"
    items: list[Item] = [
        Box(rect=Rect(-mm(3), -mm(3), mm(126), mm(20)), fill=RED, role="panel"),
        run(black, "株洲日报", 20, 34, 30, color=WHITE),
        Box(rect=Rect(20, 60, 200, 90), fill=TINT, role="tint"),
        *[run(song, body, 24, 74 + 12 * k, 8.5) for k in range(6)],
        *[run(song, body, 24, 166 + 10 * k, 6.5) for k in range(2)],
        Path(steps=tuple(wave), color=RED, width=1.5, round=True),
        Box(rect=Rect(20, 215, 300, 0.5), fill=BLACK, role="rule"),
        Box(rect=Rect(20, 217, 300, 2.5), fill=BLACK, role="rule"),
        Stroke(x1=20, y1=226, x2=320, y2=226, width=1.2, color=BLACK, dash=(4.0, 2.0)),
        Stroke(x1=20, y1=232, x2=320, y2=232, width=2, color=RED, dash=(0, 4), round_caps=True),
        run(black, "镂空", 240, 110, 40, stroke_em=0.03, hollow=True),
        Box(rect=Rect(240, 120, 80, 60), fill=GOLD.tinted(60), role="panel"),
        run(song, "专色一块", 246, 150, 12),
        Picture(rect=Rect(20, 245, 70, 70), source="ink.tif"),
        Picture(rect=Rect(100, 245, 70, 70), source="gray.png", corners=(10.0,) * 4),
        Box(rect=Rect(175, 240, 85, 80), fill=TINT, role="tint"),
        Picture(rect=Rect(180, 245, 70, 70), source="cut.png"),
        Picture(rect=Rect(265, 245, 55, 70), source="lines.png", crop=(0.1, 0.0, 0.9, 1.0)),
    ]
    made = page(*items, name="kinds", width=mm(120), height=mm(115))
    return made, Resources.of(catalog, Files(root=folder))


def squares(plates: Plates) -> Squares:
    """The means of squares of 15 mm², every `STEP` pixels across and down, in per cent."""
    side = np.sqrt(WINDOW_MM2) / plates.mm
    return {
        ink: [
            [round(float(v), 2) for v in row]
            for row in window_means(tones.astype(np.uint16), side)[::STEP, ::STEP] / 2.55
        ]
        for ink, tones in plates.trimmed().items()
    }


def by_ghostscript(folder: File) -> Squares:
    """Those that tiffsep has."""
    made, resources = kinds(folder)
    return squares(
        plates_by_ghostscript(open_pdf(PressBackend().render([made], resources)), 1, DPI)
    )


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        found = by_ghostscript(File(name))
    lines = [f' "{ink}": {json.dumps(rows)}' for ink, rows in found.items()]
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    sys.stdout.write(f"{KEPT}: {', '.join(found)}\n")
