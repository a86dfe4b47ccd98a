"""Pages compared by their pixels: drawn by pdfium in bands, judged, and told as regions."""

from collections.abc import Iterable, Iterator, MutableSequence
from math import ceil
from typing import Any, Final

import numpy as np

from layout.compare.changes import PageChange, PageResult, Where, at, located, size
from layout.compare.keys import COMPARE
from layout.compare.pixels import TILE, grey, marks, shrunk, unequal, unexplained
from layout.compare.regions import Region, regions
from layout.compare.side import CompareError, PageSide
from layout.display.items import Page
from layout.geometry import Rect
from layout.record import record
from layout.render.png import MAX_SIDE_PX, PdfPages
from layout.units import MM_PER_INCH, PT_PER_INCH, to_mm
from layout.words.said import Said, said

MOST_PIXELS: Final = 200_000_000
BAND: Final = 1 << 24
"""Pixels that are drawn together."""
FINE_DPI: Final = 600.0
"""At which a place is judged where letters on whole pixels leave a doubt: one of these is 0.04 mm.
"""
LOOK_DPI: Final = 75.0
"""At which pictures are looked at whose files are not at hand."""
LEAST_MM2: Final = 0.04
"""Of ink that counts: half the point of a 7 pt decimal, and two pixels at 150 dpi."""
LEAST_TINT_MM2: Final = 3.5
"""Of flat ground of another tone."""
MOST_REGIONS: Final = 400
"""That are told one by one."""
WORDS: Final = 24
"""Characters that are told of what lies in a region."""


@record
class DrawnApart:
    """What differs of two pages, at a resolution: masks of how much of each pixel, and regions."""

    dpi: float
    width: int
    height: int
    gone: Any
    new: Any
    tint: Any
    regions: tuple[Region, ...]

    def mm2(self, pixels: float) -> float:
        """An area in mm²."""
        side = MM_PER_INCH / self.dpi
        return pixels * side * side


def by_pixels(a: PageSide, b: PageSide, tolerance: float, dpi: float) -> PageResult:
    """What differs between two pages that are drawn. `tolerance` in mm. Raises `BanxinError`."""
    with _Both(a, b) as both:
        drawn = differences(both, tolerance, dpi)
        changes = [*_sizes(a, b), *_turns(a, b, both)]
        for region in drawn.regions[:MOST_REGIONS]:
            changes.append(_change(a, b, both, drawn, region))
    share = sum(r.gone + r.new + r.tint for r in drawn.regions)
    notes: tuple[Said, ...] = ()
    if len(drawn.regions) > MOST_REGIONS:
        notes = (said("part.compare-more", number=len(drawn.regions) - MOST_REGIONS),)
    numbers = {
        "regions": len(drawn.regions),
        "pixels": round(share, 1),
        "percent": round(100 * share / (drawn.width * drawn.height), 4),
        "area_mm2": round(drawn.mm2(share), 3),
        "dpi": dpi,
    }
    return PageResult(
        a=a.name, b=b.name, way="pixels", changes=tuple(changes), notes=notes, pixels=numbers
    )


class _Both:
    """The PDFs of two pages, open while they are needed."""

    def __init__(self, a: PageSide, b: PageSide) -> None:
        (data_a, self.at_a), (data_b, self.at_b) = a.pdf(), b.pdf()
        self.a = PdfPages(data_a)
        self.b = PdfPages(data_b)
        self.size_a = self.a.size(self.at_a)
        self.size_b = self.b.size(self.at_b)

    def __enter__(self) -> "_Both":
        return self

    def __exit__(self, *_: object) -> None:
        self.a.close()
        self.b.close()

    @property
    def sides(self) -> tuple[tuple[PdfPages, int, tuple[float, float]], ...]:
        """Each document, which page of it, and the size of that in points."""
        return (self.a, self.at_a, self.size_a), (self.b, self.at_b, self.size_b)

    def pixels(self, dpi: float, rect: tuple[int, int, int, int]) -> tuple[Any, Any]:
        """A part of both pages in blue, green and red; white past a page's end."""
        return tuple(whole[..., :3] for whole in self.words(dpi, rect))

    def words(self, dpi: float, rect: tuple[int, int, int, int]) -> tuple[Any, Any]:
        """The same with a fourth byte that says nothing, as they are drawn."""
        out = []
        left, top, width, height = rect
        for pages, index, page_size in self.sides:
            wide, high = (round(side * dpi / PT_PER_INCH) for side in page_size)
            cut = (min(width, max(0, wide - left)), min(height, max(0, high - top)))
            found = np.empty((0, 0, 4), dtype=np.uint8)
            if cut[0] > 0 and cut[1] > 0:
                band = pages.band(index, dpi, (left, top, *cut))
                found = np.frombuffer(band.data, dtype=np.uint8).reshape(cut[1], cut[0], 4)
            if cut != (width, height):
                whole = np.full((height, width, 4), 255, dtype=np.uint8)
                whole[: found.shape[0], : found.shape[1]] = found
                found = whole
            out.append(found)
        return out[0], out[1]


def raster(side: PageSide, dpi: float) -> Any:
    """A page drawn whole: rows, columns, blue, green and red."""
    with _Both(side, side) as both:
        width, height = (max(1, round(v * dpi / PT_PER_INCH)) for v in both.size_a)
        _bounded(both, dpi)
        return both.pixels(dpi, (0, 0, width, height))[0]


def drawn_parts(
    a: PageSide, b: PageSide, dpi: float, rects: Iterable[tuple[int, int, int, int]]
) -> Iterator[tuple[Any, Any]]:
    """Parts of two pages drawn: left, top, width and height of each in pixels of `dpi`."""
    with _Both(a, b) as both:
        for rect in rects:
            yield both.pixels(dpi, rect)


def _bounded(both: _Both, dpi: float) -> tuple[int, int]:
    """Pixels across and down of what holds both pages. Raises `CompareError` for too many."""
    points = [max(pair) for pair in zip(both.size_a, both.size_b, strict=True)]
    width, height = (max(1, round(v * dpi / PT_PER_INCH)) for v in points)
    if width * height > MOST_PIXELS or max(width, height) > MAX_SIDE_PX:
        told = said(
            "part.compare-too-large", width_mm=to_mm(points[0]), height_mm=to_mm(points[1]), dpi=dpi
        )
        raise CompareError(told)
    return width, height


def differences(both: _Both, tolerance: float, dpi: float) -> DrawnApart:
    """What differs of two pages, whole. Raises `CompareError` where there are too many pixels."""
    width, height = _bounded(both, dpi)
    gone = np.zeros((height, width), dtype=np.float32)
    new, tint = gone.copy(), np.zeros((height, width), dtype=bool)
    step = max(TILE, BAND // width // TILE * TILE)
    for top in range(0, height, step):
        rows = min(step, height - top)
        a, b = both.words(dpi, (0, top, width, rows))
        if not unequal(a, b).any():
            continue
        found = marks(a, b, max(1, ceil(tolerance * dpi / MM_PER_INCH)))
        gone[top : top + rows] = found.gone
        new[top : top + rows] = found.new
        tint[top : top + rows] = found.tint & ~(found.gone | found.new)
        for left, low, wide, high in _joined(found.doubt, width, rows):
            less, more = _finer(both, tolerance, dpi, (left, top + low, wide, high))
            gone[top + low : top + low + high, left : left + wide] = less
            new[top + low : top + low + high, left : left + wide] = more
    per_mm = dpi / MM_PER_INCH
    drawn = DrawnApart(
        dpi=dpi, width=width, height=height, gone=gone, new=new, tint=tint,
        regions=tuple(regions(gone, new, tint, per_mm)),
    )  # fmt: skip
    kept = tuple(
        r for r in drawn.regions
        if drawn.mm2(r.gone + r.new) >= LEAST_MM2 or drawn.mm2(r.tint) >= LEAST_TINT_MM2
    )  # fmt: skip
    return DrawnApart(
        dpi=dpi, width=width, height=height, gone=gone, new=new, tint=tint, regions=kept
    )


def _joined(
    tiles: tuple[tuple[int, int], ...], width: int, rows: int
) -> Iterator[tuple[int, int, int, int]]:
    """Tiles of a row that adjoin, as one: left, top, width, height."""
    runs: list[list[int]] = []
    for top, left in tiles:
        if runs and runs[-1][1] == top and runs[-1][0] + runs[-1][2] == left:
            runs[-1][2] += TILE
        else:
            runs.append([left, top, TILE])
    for left, top, wide in runs:
        yield left, top, min(wide, width - left), min(TILE, rows - top)


def _finer(
    both: _Both, tolerance: float, dpi: float, rect: tuple[int, int, int, int]
) -> tuple[Any, Any]:
    """How much of each pixel of a part is gone and new, judged at a finer resolution."""
    times = max(1, ceil(FINE_DPI / dpi))
    fine = dpi * times
    # Each letter may stand half a pixel off on either page.
    reach = ceil(tolerance * fine / MM_PER_INCH) + 1
    left, top, width, height = rect
    edge = -(-reach // times)
    x, y = max(0, left - edge), max(0, top - edge)
    wide, high = left + width + edge - x, top + height + edge - y
    a, b = both.pixels(fine, (x * times, y * times, wide * times, high * times))
    less, more = unexplained(grey(a), grey(b), reach)
    inner = (slice(top - y, top - y + height), slice(left - x, left - x + width))
    whole = np.float32(times * times)
    return shrunk(less, times)[inner] / whole, shrunk(more, times)[inner] / whole


def _sizes(a: PageSide, b: PageSide) -> Iterator[PageChange]:
    if max(abs(x - y) for x, y in zip(a.size, b.size, strict=True)) > 0.01:
        one, other = (Rect(0.0, 0.0, *side.size) for side in (a, b))
        told = said("COMPARE.page-size", size=size(one), other=size(other))
        yield PageChange(
            kind="page", what="size", said=told, before=Where(a.name, one),
            after=Where(b.name, other),
        )  # fmt: skip


def _turns(a: PageSide, b: PageSide, both: _Both) -> Iterator[PageChange]:
    was, now = both.a.turned(both.at_a), both.b.turned(both.at_b)
    if was != now:
        told = said("COMPARE.page-rotated", old=was, new=now)
        whole = (Rect(0.0, 0.0, *side.size) for side in (a, b))
        yield PageChange(
            kind="page", what="rotated", said=told, before=Where(a.name, next(whole)),
            after=Where(b.name, next(whole)),
        )  # fmt: skip


def _change(a: PageSide, b: PageSide, both: _Both, drawn: DrawnApart, region: Region) -> PageChange:
    scale = PT_PER_INCH / drawn.dpi
    rect = Rect(
        region.left * scale, region.top * scale, (region.right - region.left) * scale,
        (region.bottom - region.top) * scale,
    )  # fmt: skip
    ink = region.gone + region.new
    what = "both"
    if ink * 4 < region.tint:
        what = "tint"
    elif region.new < 0.1 * ink:
        what = "gone"
    elif region.gone < 0.1 * ink:
        what = "new"
    area = drawn.mm2(region.tint if what == "tint" else ink)
    block, lies = _lies(a, b, both, rect, what)
    told = said(
        COMPARE[f"pixels-{what}"], area=round(area, 2), at=at(rect), size=size(rect), lies=lies
    )
    change = PageChange(
        kind="pixels", what=what, said=told, block=block,
        before=Where(a.name, rect), after=Where(b.name, rect),
    )  # fmt: skip
    page = _listed(a, b)
    return located(change, None if page is None else page.grid)


def _listed(a: PageSide, b: PageSide) -> Page | None:
    """The display list of B, of A where B has none; None where neither has."""
    return b.page if b.listed else a.page if a.listed else None


def _lies(a: PageSide, b: PageSide, both: _Both, rect: Rect, what: str) -> tuple[str, Said]:
    """What lies in a region: the block, by the display list that there is, and the words."""
    page = _listed(a, b)
    block = _block(page, rect) if page is not None else ""
    pages, index, _ = both.sides[0 if what == "gone" else 1]
    text = pages.words(index, rect.x - 1, rect.y - 1, rect.right + 1, rect.bottom + 1)
    words = text if len(text) <= WORDS else f"{text[:WORDS]}…"
    if block and words:
        return block, said("part.compare-lies-block-text", block=block, text=words)
    if block:
        return block, said("part.compare-lies-block", block=block)
    return "", (
        said("part.compare-lies-text", text=words) if words else said("part.compare-lies-nothing")
    )


def _block(page: Page, rect: Rect) -> str:
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    found = [
        block for block in page.blocks
        if block.rect.x <= x <= block.rect.right and block.rect.y <= y <= block.rect.bottom
    ]  # fmt: skip
    return min(found, key=lambda b: b.rect.width * b.rect.height).id if found else ""


def pictures_alike(
    a: PageSide, b: PageSide, rects: tuple[Rect, Rect], held: MutableSequence[Any]
) -> bool:
    """Whether two pictures look the same where they stand. `held` keeps both pages drawn."""
    if not held:
        held += [raster(a, LOOK_DPI), raster(b, LOOK_DPI)]
    cuts = []
    for pixels, rect in zip(held, rects, strict=True):
        left, top, right, bottom = (
            round(v * LOOK_DPI / PT_PER_INCH) for v in (rect.x, rect.y, rect.right, rect.bottom)
        )
        cuts.append(pixels[max(0, top) : bottom, max(0, left) : right])
    rows, columns = (min(c.shape[k] for c in cuts) for k in (0, 1))
    if not rows or not columns:
        return True
    found = marks(cuts[0][:rows, :columns].copy(), cuts[1][:rows, :columns].copy())
    most = 0.002 * rows * columns
    return bool(found.gone.sum() + found.new.sum() <= most and found.tint.sum() <= 4 * most)
