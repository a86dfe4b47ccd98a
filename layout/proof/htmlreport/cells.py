"""Cells of a report's tables as HTML: where their words may be parted, and where not."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


def whole(cell: str) -> str:
    """A cell whose measures are not parted from their unit."""
    return cell.replace(" mm", "\u00a0mm")


def path(cell: str) -> "Markup":
    """The path of a file, which is parted behind its folders first."""
    from markupsafe import Markup, escape

    return Markup("/<wbr>").join([escape(step) for step in cell.split("/")])
