"""栏目: the label of a story on a panel that hangs from its block's upper edge."""

from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic
from layout.display.items import Box
from layout.flow.placed import PlacedItem
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import StyledText

LABEL_SIDE: Final = 0.8  # em of a label, on either side of it on its panel
LABEL_HEIGHT: Final = 1.75  # em: of the panel
LABEL_GAP: Final = 0.55  # em, from the panel to what stands under it


@record
class Label:
    """A label in its place. `foot` is the height at which something else may begin under it."""

    items: tuple[PlacedItem, ...] = ()
    foot: float = 0.0
    diagnostics: tuple[Diagnostic, ...] = ()


def make_label(
    setter: Setter, words: StyledText, node: str, place: Rect, *, top: float, accent: Color
) -> Label:
    """The label at the left of `place`, hanging from `top`; no wider than `place`.

    A label that is too wide is set smaller, with a diagnostic.
    """
    sides = 2 * LABEL_SIDE * words.style.size
    line = setter.display(words, max(1.0, place.width - sides))
    size = line.height
    panel = Rect(place.x, top, line.width + 2 * LABEL_SIDE * size, LABEL_HEIGHT * size)
    node = f"{node}#label"
    x = panel.x + (panel.width - line.width) / 2
    return Label(
        items=(
            Box(rect=panel, fill=accent, node=node, role="panel"),
            line.at(x, panel.y + (panel.height - size) / 2, line.width, node),
        ),
        foot=panel.bottom + LABEL_GAP * size,
        diagnostics=line.diagnostics,
    )
