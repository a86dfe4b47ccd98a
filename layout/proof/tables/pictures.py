"""The pictures of a page: how fine they are printed, what is cut off, in which colours."""

from typing import Final

from layout.api import ComposedPage
from layout.called import names_of
from layout.display.cut import Grain, cut_sides
from layout.display.items import Picture
from layout.errors import BanxinError
from layout.flow.pictures.framing import owners_of
from layout.pictures.artwork import parted
from layout.pictures.store import PictureStore
from layout.proof.tables.table import ProofRow, ProofTable
from layout.record import replace
from layout.units import to_mm
from layout.words.said import Language, in_words, said

_HEADS: Final = (
    "part.head-file", "part.head-block", "part.head-size-mm", "part.head-pixels",
    "part.head-ppi", "part.head-cropped", "part.head-space", "part.head-remark",
)  # fmt: skip
_SPACES: Final = {
    "bilevel": "part.space-bilevel", "gray": "part.space-gray", "rgb": "part.space-rgb",
    "cmyk": "part.space-cmyk",
}  # fmt: skip
GOOD_PPI: Final = 149.0
"""GWG2015, newspaper: fewer pixels an inch are a warning."""


def pictures_table(page: ComposedPage, store: PictureStore, lang: Language) -> ProofTable:
    """Each picture, in reading order."""
    owners = owners_of(page.composed.resolved)
    names = names_of(page.composed.resolved)
    rows = []
    for item in page.display.items:
        if isinstance(item, Picture):
            owner = owners.get((item.node, item.source))
            block = owner[0].id if owner is not None else item.node
            called = names.of(block)
            told = called.words(lang) if called is not None else block
            rows.append(replace(_row(item, told, store, lang), block=block))
    return ProofTable(
        key="pictures",
        title=said("part.table-pictures").words(lang),
        heads=in_words(_HEADS, lang),
        rows=tuple(rows),
        numbers=frozenset({4}),
        paths=frozenset({0}),
    )


def _row(item: Picture, called: str, store: PictureStore, lang: Language) -> ProofRow:
    size = said("part.size-mm", width_mm=to_mm(item.rect.width), height_mm=to_mm(item.rect.height))
    remark = said("part.picture-stands-in").words(lang) if item.stands_in else ""
    try:
        info = store.info(item.source)
    except BanxinError as exc:
        cells = (parted(item.source)[0], called, size.words(lang), "", "", "", "", str(exc))
        return ProofRow(cells=cells, bad=True)
    pixels, ppi, space = "", "", said("part.space-vector")
    coarse = False
    if not info.vector:
        pixels = f"{info.width}×{info.height}"
        fine = Grain(picture=item, pixels=(info.width, info.height)).ppi
        coarse = fine < GOOD_PPI
        ppi = f"{fine:.0f}"
        space = said(_SPACES[info.mode])
    cells = (
        item.source, called, size.words(lang), pixels, ppi, cropped(item, lang),
        space.words(lang), remark,
    )  # fmt: skip
    return ProofRow(cells=cells, bad=coarse or item.stands_in)


def cropped(item: Picture, lang: Language) -> str:
    """What is cut off of a picture: in per cent of its area, and of each side in mm as it would be
    printed; empty where it is seen whole."""
    left, top, right, bottom = item.crop
    sides = cut_sides(item)
    if right <= left or bottom <= top or not sides:
        return sides[0].words(lang) if sides else ""
    share = 100 * (1 - (right - left) * (bottom - top))
    return said("part.crop-told", percent=share, sides=sides).words(lang)
