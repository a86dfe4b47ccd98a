"""Classes of characters as colour: marks by what they do, letters, digits."""

from typing import Final

from layout.display.items import Item
from layout.geometry import Rect
from layout.proof.cells import SetCharacter, cells_of_page
from layout.proof.layers.layer import Layer, ProofFacts
from layout.proof.marks import CLASSES, area
from layout.text.charclass import ALONE, CharClass
from layout.text.scripts import HANS

NAME: Final = "classes"
TITLE: Final = "part.layer-classes"
_KINDS = {
    CharClass.OPEN: "open", CharClass.CLOSE: "close", CharClass.PAUSE: "pause",
    CharClass.STOP: "stop", CharClass.FULL: "stop",
    **dict.fromkeys(
        (CharClass.DASH, CharClass.ELLIPSIS, CharClass.CONNECTOR, CharClass.DOT,
         CharClass.SOLIDUS, CharClass.SIGN, CharClass.PLUS, CharClass.TIMES), "other",
    ),
}  # fmt: skip


def layer(facts: ProofFacts) -> Layer:
    """Under each character that is no Han, in the colour of its kind; two side by side of one kind
    are one."""
    under: list[Item] = []
    for row in cells_of_page(facts.page, facts.letters.catalog):
        before: tuple[str, Rect] | None = None
        for cell in row:
            kind = kind_of(cell)
            if before is not None and before[0] == kind:
                before = (kind, _joined(before[1], cell))
                continue
            if before is not None and before[0]:
                under.append(area(before[1], CLASSES[before[0]]))
            before = (kind, cell.rect)
        if before is not None and before[0]:
            under.append(area(before[1], CLASSES[before[0]]))
    return Layer(name=NAME, under=tuple(under))


def kind_of(cell: SetCharacter) -> str:
    """The kind of a character, a name of `CLASSES`; empty for a Han and a blank."""
    char = cell.text[0]
    known = HANS.classes.get(char) or ALONE.get(cell.text) or ALONE.get(char)
    if known in _KINDS:
        return _KINDS[known]
    if char.isdecimal():
        return "digit"
    if char.isspace() or ord(char) >= 0x2E80:
        return "" if char.isspace() or char.isalpha() else "other"
    return "latin"


def _joined(rect: Rect, cell: SetCharacter) -> Rect:
    if cell.vertical:
        return Rect(rect.x, rect.y, rect.width, cell.rect.bottom - rect.y)
    return Rect(rect.x, rect.y, cell.rect.right - rect.x, rect.height)
