"""Where the ink of a line of display type is: what is to stand in the middle of something is put
there by that, for a figure fills neither the height nor the width of its em box."""

from layout.flow.type.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.units import EM_ASCENT


def ink_box(setter: Setter, line: DisplayLine) -> Rect:
    """The hull of the ink of a line that runs to the right, in points from the top left of its em
    box; that of a line without ink is the em box."""
    size, scale = line.style.size, line.style.h_scale
    base = EM_ASCENT * size
    boxes: list[tuple[float, float, float, float]] = []
    tokens = line.items.tokens[line.line.first : line.line.last + 1]
    for token, pen in zip(tokens, line.line.xs, strict=True):
        for key, glyph, along, _, _ in token.pieces:
            face = setter.catalog.by_key(key)
            left, bottom, right, top = face.ink(glyph)
            if left == right or bottom == top:
                continue
            up = size / face.upem
            x = (pen + along) * size / 1000 * scale
            boxes.append(
                (x + left * up * scale, base - top * up, x + right * up * scale, base - bottom * up)
            )
    if not boxes:
        return Rect(0.0, 0.0, line.width, line.height)
    lefts, tops, rights, feet = zip(*boxes, strict=True)
    x, y = min(lefts), min(tops)
    return Rect(x, y, max(rights) - x, max(feet) - y)
