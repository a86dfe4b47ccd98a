"""What proof marks are drawn with: a palette that leaves the page readable, and small letters.

Everything is boxes and glyph runs of the display list, so a proof needs no drawing library and is
as true to the page as the page itself.
"""

from collections.abc import Iterable
from typing import Final, Literal

from layout.color import WHITE, Color
from layout.diagnostics import Place
from layout.display.items import Box, GlyphRun, Item
from layout.faces.catalog import Catalog
from layout.flow.lower import lower_line
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import StyledText
from layout.units import EM_ASCENT

NODE: Final = "proof"
FACE: Final = "细黑"

# One hue a meaning. Areas lie under the text and are faint; lines and figures are full.
COLUMN: Final = Color(c=4.0)
GUTTER: Final = Color(c=16.0, m=2.0)
GRID_LINE: Final = Color(c=48.0, m=10.0)
BASELINE: Final = Color(c=55.0, m=12.0)
SCALE: Final = Color(c=55.0, m=30.0, k=15.0)
FRAME: Final = Color(c=85.0, m=45.0)
EMPTY: Final = Color(c=14.0, m=4.0)
BLOCK: Final = Color(c=10.0, m=70.0, k=10.0)
LOOSE: Final = (
    (0.12, Color(m=38.0, y=48.0)),
    (0.08, Color(m=20.0, y=50.0)),
    (0.0, Color(m=5.0, y=45.0)),
)
"""From which gap (em) beyond the threshold a line is how strongly coloured, the loosest first."""
LOOSE_FIGURE: Final = Color(m=70.0, y=100.0, k=15.0)
TIGHT: Final = Color(c=18.0, m=26.0)
TIGHT_FIGURE: Final = Color(c=60.0, m=85.0)
OVER: Final = Color(m=100.0, y=85.0)
THREAD: Final = Color(c=75.0, y=85.0, k=15.0)
CLASSES: Final[dict[str, Color]] = {
    "open": Color(c=35.0, m=5.0),
    "close": Color(c=20.0, m=25.0),
    "pause": Color(y=60.0),
    "stop": Color(m=40.0, y=35.0),
    "other": Color(c=20.0, y=45.0),
    "latin": Color(c=40.0, y=20.0),
    "digit": Color(m=25.0, y=55.0),
}
"""Kinds of characters: marks that open and that close, pauses, stops, dashes and their like,
letters, digits."""
GAVE: Final = ((0.27, Color(m=50.0, c=15.0)), (0.02, Color(m=18.0, c=8.0)))
"""From which share of its em a mark that gave it up is how strongly coloured."""
GRAVE: Final[dict[str, Color]] = {
    "error": Color(m=100.0, y=90.0),
    "warning": Color(m=55.0, y=100.0),
    "info": Color(c=90.0, m=45.0),
}
"""The colour of a finding."""
MEANT: Final = Color(k=60.0)
"""That of one that is explained."""
READING: Final = Color(m=100.0, y=60.0)
"""A proofreader's red."""
DONE: Final = Color(c=70.0, y=70.0, k=25.0)
"""What a proofreader has asked for and has got."""
WORDS: Final = Color(k=75.0)

EVERY: Final = 5
"""Lines are numbered by fives, as layout sheets are."""
TAG_PT: Final = 5.5
"""The size of small tags and figures."""
HAIR: Final = 0.2
"""Points: a third of a pixel at 110 dpi, which the renderer's smoothing draws as a faint line."""

CAPS: Final = EM_ASCENT
FOOT: Final = 0.1
"""em over and under the baseline that type is taken to reach."""

Align = Literal["left", "center", "right"]


class Letters:
    """Sets the figures and words of a proof with the faces of the page's own catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._setter = Setter(catalog)

    def put(
        self,
        text: str,
        at: tuple[float, float],
        size: float,
        color: Color,
        align: Align = "left",
    ) -> list[GlyphRun]:
        """A line of `size` points; `at` is its left end, middle or right end on the baseline."""
        x, baseline = at
        style = TextStyle(
            face=FACE, size=size, color=color, half_digits=False, latin_gap_em=0.0, level="none"
        )
        line = self._setter.display(StyledText(text=text, style=style, place=Place(NODE)))
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * line.width
        placed = line.at(left, 0.0, line.width, NODE)
        drop = baseline - placed.baseline
        return lower_line(line.at(left, drop, line.width, NODE))

    def drawable(self, text: str) -> str:
        """A text whose characters can all be drawn: one that the faces do not have is written as
        its number, 〔U+20BB7〕."""
        if not self._lacks(text):
            return text
        return "".join(f"〔U+{ord(c):04X}〕" if self._lacks(c) else c for c in text)

    def _lacks(self, text: str) -> bool:
        return any(0 in run.glyphs for run in self.put(text, (0.0, 0.0), 9.0, WORDS))

    def width(self, text: str, size: float) -> float:
        """Of a line of `size` points."""
        runs = self.put(text, (0.0, 0.0), size, WORDS)
        return max((run.x + run.width for run in runs), default=0.0)

    def tag(
        self,
        text: str,
        at: tuple[float, float],
        size: float,
        fill: Color,
        align: Align = "left",
    ) -> list[Item]:
        """White letters on a small panel; `at` is a point of its upper edge, as `align` says."""
        x, top = at
        width = self.width(text, size) + 0.7 * size
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * width
        panel = Rect(left, top, width, 1.35 * size)
        letters = self.put(text, (left + width / 2, top + 1.03 * size), size, WHITE, "center")
        return [area(panel, fill), *letters]


def inked(items: Iterable[Item]) -> list[Rect]:
    """Where type that runs across stands, from the head of its figures to its foot."""
    return [
        Rect(i.x, i.y - CAPS * i.size, i.width, (CAPS + FOOT) * i.size)
        for i in items
        if isinstance(i, GlyphRun) and not i.vertical
    ]


def covered(panel: Rect, words: Iterable[Rect]) -> float:
    """How much type a panel covers, in square points."""
    met = (
        (
            min(panel.right, r.right) - max(panel.x, r.x),
            min(panel.bottom, r.bottom) - max(panel.y, r.y),
        )
        for r in words
    )
    return sum(wide * high for wide, high in met if wide > 0 and high > 0)


def area(rect: Rect, fill: Color) -> Box:
    """A filled rectangle of the proof."""
    return Box(rect=rect, fill=fill, node=NODE, role="overlay")


def across(x: float, y: float, width: float, color: Color, weight: float = HAIR) -> Box:
    """A level line whose middle is at `y`."""
    return area(Rect(x, y - weight / 2, width, weight), color)


def down(x: float, y: float, height: float, color: Color, weight: float = HAIR) -> Box:
    """An upright line whose middle is at `x`."""
    return area(Rect(x - weight / 2, y, weight, height), color)


def outline(rect: Rect, color: Color, weight: float = HAIR) -> list[Item]:
    """The four sides of a rectangle."""
    return [
        across(rect.x, rect.y, rect.width, color, weight),
        across(rect.x, rect.bottom, rect.width, color, weight),
        down(rect.x, rect.y, rect.height, color, weight),
        down(rect.right, rect.y, rect.height, color, weight),
    ]
