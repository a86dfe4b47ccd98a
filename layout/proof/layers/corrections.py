"""Corrections of a reading at their words, as a proofreader marks them (GB/T 14706 校对符号)."""

from typing import Final

from layout.display.items import Item, Page, Path
from layout.geometry import Rect
from layout.proof.layers.findings import free
from layout.proof.layers.layer import CorrectionMark, Layer, LayerLabel, ProofFacts
from layout.proof.marks import NODE, READING, outline

NAME: Final = "corrections"
TITLE: Final = "part.layer-corrections"
NUMBER_PT: Final = 5.5
LINE_PT: Final = 0.9


def layer(facts: ProofFacts) -> Layer:
    """Each mark at its words; its number beside the column, where no type stands."""
    over: list[Item] = []
    labels: list[LayerLabel] = []
    taken: list[Rect] = []
    for one in facts.corrections:
        for spot in one.spots if one.mark != "insert" else one.spots[:1]:
            over += _mark(one, spot)
        for spot in one.spots[:1]:
            width = facts.letters.width(str(one.number), NUMBER_PT) + 0.7 * NUMBER_PT
            tag = free(_beside(facts.page, spot, width, vertical=one.vertical), taken)
            taken.append(tag)
            at = (tag.x, tag.y)
            number = facts.letters.tag(str(one.number), at, NUMBER_PT, READING)
            labels.append(LayerLabel(at=at, size=NUMBER_PT, items=tuple(number)))
    return Layer(name=NAME, marks=tuple(over), labels=tuple(labels))


def _beside(page: Page, spot: Rect, width: float, *, vertical: bool) -> Rect:
    """A place to the left of the column that a spot is in, or over one that runs down; beside the
    spot itself where it is in none."""
    high = 1.35 * NUMBER_PT
    middle = Rect(spot.x + spot.width / 2, spot.y + spot.height / 2, 0.0, 0.0)
    column = next((f.rect for f in page.frames if f.rect.holds(middle)), spot)
    if vertical:
        return Rect(spot.x, column.y - high - 0.5, width, high)
    return Rect(column.x - width - 0.5, spot.y, width, high)


def _mark(one: CorrectionMark, spot: Rect) -> list[Item]:
    if one.mark == "delete":
        return [*outline(spot, READING, LINE_PT), _curl(spot)]
    if one.mark == "insert":
        return [_caret(spot, vertical=one.vertical)]
    if one.mark == "transpose":
        return [_swap(spot, vertical=one.vertical)]
    return list(outline(spot, READING, LINE_PT))


def _path(*steps: tuple[str, tuple[float, ...]]) -> Path:
    return Path(steps=steps, color=READING, width=LINE_PT, round=True, node=NODE)


def _curl(spot: Rect) -> Path:
    """删除: a stroke through the words that ends in a loop."""
    middle, r = spot.y + spot.height / 2, min(spot.height, 10.0) / 2
    end = spot.right
    return _path(
        ("M", (spot.x, middle)), ("L", (end, middle)),
        ("C", (end + r, middle - r, end + 2 * r, middle - 2 * r, end + r, middle - 2.4 * r)),
        ("C", (end, middle - 2.6 * r, end, middle - r, end + 1.5 * r, middle - 0.8 * r)),
    )  # fmt: skip


def _caret(spot: Rect, *, vertical: bool) -> Path:
    """增补: a wedge where words are to come in, before the spot."""
    if vertical:
        x, y = spot.right, spot.y
        return _path(("M", (x + 5, y - 3)), ("L", (x, y)), ("L", (x + 5, y + 3)))
    x, y = spot.x, spot.y
    return _path(
        ("M", (x - 3, y - 4)), ("L", (x, y)), ("L", (x + 3, y - 4)),
        ("M", (x, y)), ("L", (x, spot.bottom)),
    )  # fmt: skip


def _swap(spot: Rect, *, vertical: bool) -> Path:
    """对调: a wave over the first half and under the second."""
    if vertical:
        x, y, middle = spot.x, spot.y, spot.y + spot.height / 2
        right, bottom = spot.right, spot.bottom
        return _path(
            ("M", (x, y)), ("L", (x, middle)), ("L", (right, middle)), ("L", (right, bottom)),
        )  # fmt: skip
    x, y, middle = spot.x, spot.y, spot.x + spot.width / 2
    return _path(
        ("M", (x, y)), ("L", (middle, y)), ("L", (middle, spot.bottom)),
        ("L", (spot.right, spot.bottom)),
    )  # fmt: skip
