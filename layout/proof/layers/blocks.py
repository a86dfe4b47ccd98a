"""The blocks of a page: their edges, ids and places, as a spec writes them."""

from collections.abc import Sequence
from typing import Final

from layout.display.items import BlockPlace, Box, Grid, Item, Stroke
from layout.geometry import Rect
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.layers.numbers import numbers
from layout.proof.marks import BLOCK, NODE, TAG_PT, Align, covered, inked
from layout.units import near
from layout.words.said import Language, said

NAME: Final = "blocks"
TITLE: Final = "part.layer-blocks"
UNNAMED: Final = "block-"
"""How an id begins that a reader of specs has made up."""
KINDS: Final = {
    "advert": "part.called-advert", "code": "part.called-code", "credits": "part.the-credits",
    "imprint": "part.the-imprint", "index": "part.called-index",
    "masthead": "part.the-masthead", "picture": "part.called-picture",
    "pictures": "part.called-pictures", "rule": "part.called-rule", "story": "part.called-story",
    "table": "part.called-table", "text": "part.called-text",
}  # fmt: skip
"""What a block is called by its kind."""


def layer(facts: ProofFacts) -> Layer:
    """Each block's edge, dashed, and a tag at its upper right with its id and place; over the edge
    or at the left where that covers less of the page's type and of the numbers round it."""
    page, letters = facts.page, facts.letters
    items: list[Item] = []
    words = [*inked(page.items), *inked(numbers(page, letters, facts.foot))]
    for block in page.blocks:
        rect = block.rect
        corners = (
            (rect.x, rect.y, rect.right, rect.y),
            (rect.x, rect.bottom, rect.right, rect.bottom),
            (rect.x, rect.y, rect.x, rect.bottom),
            (rect.right, rect.y, rect.right, rect.bottom),
        )
        for x1, y1, x2, y2 in corners:
            items.append(
                Stroke(
                    x1=x1,
                    y1=y1,
                    x2=x2,
                    y2=y2,
                    width=0.4,
                    color=BLOCK,
                    dash=(3.0, 2.0),
                    node=NODE,
                )
            )
    labels = []
    for block in page.blocks:
        rect = block.rect
        both = [one for one in (enclosing(block, page.blocks), block) if one]
        name = " › ".join([name_of(one, facts.lang) for one in both])
        text = f"{name}  {grid_place(page.grid, rect, facts.lang)}".strip()
        tags = [
            LayerLabel(at=at, size=TAG_PT, items=tuple(letters.tag(text, at, TAG_PT, BLOCK, align)))
            for at, align in _tag_places(rect)
        ]
        tag = min(tags, key=lambda tag: covered(_panel(tag.items), words))
        labels.append(tag)
        words.append(_panel(tag.items))
    return Layer(name=NAME, marks=tuple(items), labels=tuple(labels))


def name_of(block: BlockPlace, lang: Language) -> str:
    """The id that the spec gives a block; what it is where it gives none."""
    own = not block.id.startswith(UNNAMED)
    return block.id if own or block.kind not in KINDS else said(KINDS[block.kind]).words(lang)


def enclosing(block: BlockPlace, blocks: Sequence[BlockPlace]) -> BlockPlace | None:
    """The smallest block that a block stands in, as a stack; None where it is in none."""
    within = [
        one
        for one in blocks
        if one.id != block.id and one.rect.holds(block.rect) and not block.rect.holds(one.rect)
    ]
    return min(within, key=lambda one: one.rect.width * one.rect.height, default=None)


def _tag_places(rect: Rect) -> list[tuple[tuple[float, float], Align]]:
    """Where the tag of a block may stand, the best first: on its upper edge, over it, under it."""
    sides: tuple[tuple[float, Align], ...] = (
        (rect.right, "right"), (rect.x, "left"), (rect.x + rect.width / 2, "center"),
    )  # fmt: skip
    return [((x, rect.y - TAG_PT * up), side) for x, side in sides for up in (0.7, 1.35, 0.0)]


def _panel(tag: Sequence[Item]) -> Rect:
    """The panel that the letters of a tag stand on."""
    return next(item.rect for item in tag if isinstance(item, Box))


def grid_place(grid: Grid, rect: Rect, lang: Language = "en") -> str:
    """A block's columns, or where it begins and how wide it is, and its lines, as they are said;
    empty where it keeps to no grid."""
    first = next((i for i, (x, _) in enumerate(grid.columns, 1) if near(x, rect.x, 0.01)), 0)
    last = next((i for i, (_, x) in enumerate(grid.columns, 1) if near(x, rect.right, 0.01)), 0)
    top = (rect.y - grid.type_area.y) / grid.pitch
    foot = (rect.bottom - grid.type_area.y) / grid.pitch
    if abs(top - round(top)) > 0.01 or abs(foot - round(foot)) > 0.01:
        return ""
    columns = f"{first}" if first == last else f"{first}–{last}"
    lines = (
        f"{round(top) + 1}" if round(foot) == round(top) + 1 else f"{round(top) + 1}–{round(foot)}"
    )
    if not first or not last:
        start, width = (rect.x - grid.type_area.x) / grid.em, rect.width / grid.em
        if start < -0.01 or not width or rect.right > grid.type_area.right + 0.01:
            return ""
        return said(
            "part.proof-place-across", from_em=round(start, 2), width_em=round(width, 2),
            lines=lines,
        ).words(lang)  # fmt: skip
    return said("part.proof-place", columns=columns, lines=lines).words(lang)
