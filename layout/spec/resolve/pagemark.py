"""What page numbers of a 导读 stand on, resolved."""

from layout.color import BLACK, WHITE
from layout.diagnostics import Diagnostic
from layout.record import replace
from layout.spec.model.furniture import PageMark
from layout.spec.resolve.corners import Cornered, radii
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RPageMark
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.style import Styles


def page_mark(spec: PageMark, sheet: Sheet, styles: Styles, faults: list[Diagnostic]) -> RPageMark:
    """A mark in points; corners of a disc are told."""
    fill = styles.color(spec.color) if spec.color is not None else None
    what = Cornered(fill=spec.shape == "square", bare="CORNERS.disc")
    return RPageMark(
        shape=spec.shape,
        fill=fill or styles.colors["accent"],
        size=sheet.points(spec.size) if spec.size is not None else 0.0,
        corners=radii(spec, sheet.points, faults, what, path="mark.corners"),
    )


def on_mark(style: TextStyle, mark: RPageMark, styles: Styles) -> TextStyle:
    """The style of numbers on a mark: in the colour of the paper, on a pale one black, unless a
    sheet gives it a colour."""
    if style.name in styles.colored:
        return style
    return replace(style, color=WHITE if mark.fill.is_dark else BLACK)
