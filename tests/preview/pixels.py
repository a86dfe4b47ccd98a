"""A page in a browser beside its press file: how far each glyph's ink stands from its place.

Both are drawn as pixels. Chromium and pdfium smooth edges otherwise, and pdfium puts small glyphs
on whole pixels, so no pixel is the same; but the ink of a glyph is as much in both, and its middle
stands in one place.
"""

import io
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from layout.api import ComposedPage
from layout.display.items import GlyphRun, Page, Picture
from layout.geometry import Rect
from layout.render.base import Resources
from layout.render.png import page_png
from layout.render.svg.whole import page_svg
from layout.units import MM_PER_INCH

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DPI: Final = 144.0
SCALE: Final = DPI / 72
SHIFT_MM: Final = 0.2
"""How far the middle of a glyph's ink may stand off: pdfium's whole pixels take 0.16 of it."""
RATIO: Final = 1.6
"""How much more or less ink it may have: a stroke thinner than a pixel is smoothed otherwise."""
ELSE: Final = 64
"""Of 255, how unlike an area of 2.5 pixels may be that is no glyph's: rules, tints, panels."""
FAINT: Final = 10
ROUND_PT: Final = 0.6


class Off(NamedTuple):
    """A glyph whose ink is not where the press file has it: `what`, and how far it is off."""

    text: str
    shift_mm: float
    ratio: float


def in_browser(browser: "Browser", page: Page, resources: Resources, part: Rect) -> Image.Image:
    """A part of a page as Chromium draws its SVG."""
    size = f"{part.width * SCALE:.4f}"
    high = f"{part.height * SCALE:.4f}"
    svg = re.sub(
        r'width="[\d.]+pt" height="[\d.]+pt" viewBox="[^"]+"',
        f'width="{size}" height="{high}" style="display:block"'
        f' viewBox="{part.x} {part.y} {part.width} {part.height}"',
        page_svg(page, resources),
        count=1,
    )
    view = {"width": round(part.width * SCALE), "height": round(part.height * SCALE)}
    shown = browser.new_page(viewport=view)  # type: ignore[arg-type]
    shown.set_content(f'<body style="margin:0">{svg}')
    shown.evaluate(
        "() => Promise.all([...document.querySelectorAll('image')].map((one) => one.decode()))"
    )
    data = shown.screenshot()
    shown.close()
    return Image.open(io.BytesIO(data)).convert("RGB")


def in_press(page: ComposedPage, part: Rect) -> Image.Image:
    """The same part of the press file, by pdfium, drawn twice as fine."""
    drawn = Image.open(io.BytesIO(page_png(page.pdf(), dpi=DPI, finer=2))).convert("RGB")
    left, top = round(part.x * SCALE), round(part.y * SCALE)
    size = (round(part.width * SCALE), round(part.height * SCALE))
    return drawn.crop((left, top, left + size[0], top + size[1]))


def eighth(page: Page, number: int) -> Rect:
    """One of the eight parts of a page, two abreast, on whole pixels."""
    width, height = (int(v * SCALE) / SCALE for v in (page.width / 2, page.height / 4))
    return Rect(number % 2 * width, number // 2 * height, width, height)


def whole(page: Page) -> Rect:
    """All of a page, but what is less than a pixel at its right and foot."""
    return Rect(0.0, 0.0, *(int(v * SCALE) / SCALE for v in (page.width, page.height)))


def glyphs_off(
    ours: Image.Image, press: Image.Image, page: Page, resources: Resources, part: Rect
) -> tuple[int, list[Off]]:
    """How many glyphs were looked at, and those that are amiss."""
    a, b = (np.asarray(image.convert("L"), dtype=np.float64) for image in (ours, press))
    pictures = [item.rect for item in page.items if isinstance(item, Picture)]
    seen, out = 0, []
    for text, ink in _inks(page, resources):
        if any(ink.meets(picture) for picture in pictures) or not part.holds(ink):
            continue
        seen += 1
        left, top, right, bottom = (
            round(v * SCALE)
            for v in (ink.x - part.x, ink.y - part.y, ink.right - part.x, ink.bottom - part.y)
        )
        rows, columns = slice(max(top, 0), bottom + 1), slice(max(left, 0), right + 1)
        window, model = a[rows, columns], b[rows, columns]
        ground = np.median(model)
        mine, theirs = _ink(window, ground), _ink(model, ground)
        both = mine.sum(), theirs.sum()
        if not min(both):
            out.append(Off(text, 99.0, 0.0))
            continue
        across, down = (_middle(mine, axis) - _middle(theirs, axis) for axis in (1, 0))
        apart = math.hypot(across, down) / DPI * MM_PER_INCH
        found = Off(text, apart, float(both[0] / both[1]))
        if found.shift_mm > SHIFT_MM or not 1 / RATIO < found.ratio < RATIO:
            out.append(found)
    return seen, out


def unlike(ours: Image.Image, press: Image.Image, page: Page, part: Rect) -> int:
    """The most that an area differs outside of pictures, which are in other colours."""
    a, b = (np.asarray(image.filter(ImageFilter.BoxBlur(2)), dtype=int) for image in (ours, press))
    apart = np.abs(a - b).max(axis=2)
    for item in page.items:
        if isinstance(item, Picture):
            r = item.rect.inset(-5, -5, -5, -5)
            left, top, right, bottom = (
                max(0, round(v * SCALE))
                for v in (r.x - part.x, r.y - part.y, r.right - part.x, r.bottom - part.y)
            )
            apart[top:bottom, left:right] = 0
    return int(apart.max())


def likeness(ours: Image.Image, press: Image.Image, rect: Rect, part: Rect) -> float:
    """How alike a picture is in both, from 0 to 1, whatever its colours: the correlation of its
    light and dark."""
    r = rect.inset(2, 2, 2, 2)
    sides = (r.x - part.x, r.y - part.y, r.right - part.x, r.bottom - part.y)
    box = tuple(round(v * SCALE) for v in sides)
    one, other = [
        np.asarray(
            image.convert("L").crop(box).filter(ImageFilter.BoxBlur(1)),  # type: ignore[arg-type]
            dtype=np.float64,
        ).ravel()
        for image in (ours, press)
    ]
    return float(np.corrcoef(one, other)[0, 1])


def _inks(page: Page, resources: Resources) -> Iterator[tuple[str, Rect]]:
    """Where the ink of each glyph of a page is, a hair round it left free."""
    for run in page.items:
        if not isinstance(run, GlyphRun):
            continue
        face = resources.face(run.face)
        unit = run.size / face.upem
        wide, pen = run.h_scale, run.stroke_em * run.size / 2 + ROUND_PT
        for number, (glyph, (x, y)) in enumerate(zip(run.glyphs, run.origins(), strict=True)):
            left, foot, right, top = (v * unit for v in face.ink(glyph))
            if left == right:
                continue
            if run.turned:
                ink = Rect(x + foot * wide, y + left, (top - foot) * wide, right - left)
            else:
                ink = Rect(x + left * wide, y - top, (right - left) * wide, top - foot)
            yield run.text[number : number + 1], ink.inset(-pen, -pen, -pen, -pen)


def _ink(window: "np.ndarray", ground: float) -> "np.ndarray":
    ink = np.abs(window - ground)
    ink[ink < FAINT] = 0
    return ink


def _middle(ink: "np.ndarray", axis: int) -> float:
    along = ink.sum(axis=1 - axis)
    return float((along * np.arange(len(along))).sum() / along.sum())
