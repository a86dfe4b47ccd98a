"""A page with the marks of a proof laid over and under it: page in, page out, nothing drawn.

What is faint (columns, empty lines, the colour of a loose line) lies under the page's text, so that
it stays readable; edges, figures and tags lie on top.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from layout.color import Color
from layout.display.items import Box, Item, Page, Path, fill_of
from layout.proof import frames, sheet
from layout.proof.legend import legend
from layout.proof.marks import (
    LOOSE,
    LOOSE_FIGURE,
    OVER,
    TIGHT,
    TIGHT_FIGURE,
    Letters,
    area,
)
from layout.proof.setlines import PageLine, page_lines, tag_of
from layout.record import replace
from layout.words.said import Language

OVERLAYS: Final = ("grid", "lines", "baselines", "numbers", "frames", "blocks", "loose")
_FIGURE_PT: Final = 6.0
_LIGHT: Final = 60.0
"""Total ink of a tint that grid lines may cross; on a full panel they would shout."""


def overlay(
    page: Page,
    letters: Letters,
    show: Collection[str] = OVERLAYS,
    oversets: Mapping[str, str] | None = None,
    faces: Sequence[str] = (),
    *,
    lang: Language = "en",
) -> Page:
    """The page with the overlays named in `show` (some of `OVERLAYS`).

    `oversets` says for each node whose text does not fit how much is over, `faces` in a few words
    each which faces draw the page, `lang` in which language the legend is. The page's own items are
    all there, as they were; tints only move under the grid.
    """
    lines = page_lines(page) if "loose" in show else ()
    ground: list[Item] = sheet.columns(page) if "grid" in show else []
    tints = [item for item in page.items if _is_tint(item)]
    under: list[Item] = []
    if "frames" in show:
        under += frames.empty_lines(page)
    if "baselines" in show:
        under += sheet.baselines(page)
    if "lines" in show:
        under += sheet.fifth_lines(page)
    if "grid" in show:
        under += sheet.column_edges(page)
    under += _colours(lines)
    rest = [item for item in page.items if not _is_tint(item)]
    over: list[Item] = []
    foot = legend(page, letters, show, lines, faces, lang=lang)
    if "numbers" in show:
        over += sheet.numbers(page, letters, foot)
    if "blocks" in show:
        over += frames.blocks(page, letters, over, lang)
    if "frames" in show:
        over += frames.frames(page, letters, oversets or {})
    over += _figures(lines, letters, lang)
    over += foot
    return replace(page, items=(*ground, *tints, *under, *rest, *over))


def _is_tint(item: Item) -> bool:
    if not isinstance(item, Box | Path) or item.role != "tint":
        return False
    return fill_of(item).total <= _LIGHT


def line_colour(line: PageLine) -> Color | None:
    """The colour that marks a line as loose or tight; None for a good one."""
    if line.tight:
        return OVER if line.facts.tier == "over" else TIGHT
    if line.loose:
        return next(color for least, color in LOOSE if line.facts.gap_em >= least)
    return None


def _colours(lines: Iterable[PageLine]) -> list[Item]:
    out: list[Item] = []
    for line in lines:
        colour = line_colour(line)
        if colour is not None:
            out.append(area(line.rect, colour))
    return out


def _figures(lines: Iterable[PageLine], letters: Letters, lang: Language) -> list[Item]:
    """How loose, in per cent of an em, beside the line; the tier where it is squeezed."""
    out: list[Item] = []
    for line in lines:
        if line_colour(line) is None:
            continue
        text = f"{line.facts.gap_em * 100:.1f}"
        color = LOOSE_FIGURE
        if line.tight:
            text = tag_of(line.facts.tier, lang)
            color = TIGHT_FIGURE
        out += letters.put(text, (line.right + 0.8, line.baseline - 0.6), _FIGURE_PT, color)
    return out
