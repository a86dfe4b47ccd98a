"""The areas of a page that hold something: what stops the white between them."""

from layout.check.makeup.drawn import extent, in_frames
from layout.check.makeup.subject import Subject
from layout.display.items import GlyphRun, owner_of
from layout.geometry import Rect, hull
from layout.record import record


@record
class Solid:
    """An area and the id of its block; `text` is a column of an article's running text."""

    rect: Rect
    block: str
    text: bool = False


def solids(subject: Subject) -> tuple[Solid, ...]:
    """Columns as far as they are filled, and every headline line, picture, rule, tint and line
    of display type."""
    page = subject.page
    nodes = {block.node for block in page.blocks}

    def block_of(node: str, rect: Rect) -> str:
        return subject.block_of(node, rect) if node in nodes else ""

    inside = in_frames(page, subject.lines)
    found: list[Solid] = []
    for index, lines in inside.items():
        if lines:
            frame = page.frames[index]
            area = hull(line.rect for line in lines)
            rect = Rect(frame.rect.x, area.y, frame.rect.width, area.height)
            found.append(Solid(rect=rect, block=frame.block, text=True))
    for line in subject.lines:
        if line.frame < 0:
            found.append(Solid(rect=line.rect, block=block_of(line.owner, line.rect)))
    for item in page.items:
        if not isinstance(item, GlyphRun):
            rect = extent(item)
            found.append(Solid(rect=rect, block=block_of(owner_of(item.node), rect)))
    return tuple(found)
