"""Display type made narrower, or lower in a column, as far as its style leaves that open."""

from layout.record import replace
from layout.spec.resolve.defaults import TextStyle


def narrowed(style: TextStyle, em: float, measure: float, *, vertical: bool) -> TextStyle:
    """The style with its glyphs condensed, or flattened in a line that runs down, so that a line of
    `em` goes into `measure` points or is as short as the style's `scales` allow."""
    assert style.scales is not None
    breadth = style.size * style.h_scale
    along = style.size if vertical else breadth
    if em * along <= measure:
        return style
    least, _ = style.scales.height if vertical else style.scales.width
    along = max(measure / em, least * style.written)
    if vertical:
        return replace(style, size=along, h_scale=breadth / along, v_scale=along / style.written)
    return replace(style, h_scale=along / style.size)
