"""The facsimile as a renderer."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic
from layout.display.items import Page
from layout.render.base import Resources
from layout.render.facsimile.document import facsimile


class FacsimileBackend:
    """One HTML file that any browser shows at true size, its text selected as on paper."""

    name: Final = "facsimile"
    suffix: Final = ".html"
    remarks: Final[tuple[Diagnostic, ...]] = ()

    def render(self, pages: Sequence[Page], resources: Resources) -> bytes:
        """The file, as UTF-8. Raises `BanxinError`."""
        return facsimile(pages, resources)
