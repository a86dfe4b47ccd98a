"""PDF through WeasyPrint: the same display list by another road, to prove that it holds everything.

The facsimile goes in, and what WeasyPrint makes of it comes out: true size, TrimBox and BleedBox,
inks for text and boxes. What a press wants beyond that (overprint, an output intent, one font a
face) only the press renderer gives. The owner of WeasyPrint, which needs the system's Pango.
"""

import contextlib
import hashlib
import io
import logging
import warnings
from collections.abc import Iterator, Sequence
from typing import Any, Final

from layout.display.items import Page
from layout.errors import MissingToolError
from layout.render.base import RenderError, Resources
from layout.render.facsimile.document import facsimile

NEEDED: Final = (
    "the renderer weasyprint needs Pango on the system. Debian, Ubuntu: apt install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; Fedora: dnf install pango; "
    "macOS: brew install pango. The renderer press does without"
)


class WeasyBackend:
    """The second renderer of PDF."""

    name: Final = "weasyprint"
    suffix: Final = ".pdf"

    def render(self, pages: Sequence[Page], resources: Resources) -> bytes:
        """The PDF of `pages`. Raises `MissingToolError` without Pango, else `BanxinError`."""
        weasyprint = load()
        html = facsimile(pages, resources, inks=True, flavor=None)
        identity = hashlib.sha256(html.encode("utf-8")).digest()[:16]
        own = weasyprint.URLFetcher(allowed_protocols=("data",))  # what the document carries
        with _complaints() as said:
            made: bytes = weasyprint.HTML(string=html, url_fetcher=own).write_pdf(
                pdf_identifier=identity
            )
        if said:
            raise RenderError(f"WeasyPrint could not draw the page: {said[0]}")
        return made


def load() -> Any:
    """WeasyPrint. Raises `MissingToolError` that names the packages when its libraries are absent.

    It speaks of missing libraries on standard output, where a command's results belong: that is
    held back.
    """
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import weasyprint
    except ModuleNotFoundError as exc:
        raise MissingToolError(
            f"the renderer weasyprint needs the Python package {exc.name}: pip install weasyprint"
        ) from exc
    except (OSError, ImportError, AttributeError) as exc:  # no library, or one that is too old
        raise MissingToolError(NEEDED) from exc
    return weasyprint


@contextlib.contextmanager
def _complaints() -> Iterator[list[str]]:
    """What WeasyPrint warns of while it works: a font or picture left out is an error here.

    It also warns of style rules that are meant for browsers; those are passed over.
    """
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()
            if not message.startswith("Ignored"):
                said.append(message.split("\n", 1)[0][:200])

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield said
    finally:
        logger.removeHandler(listener)
