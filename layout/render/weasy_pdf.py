"""PDF through WeasyPrint: the same display list by another road, to prove that it holds everything.

The facsimile goes in, and what WeasyPrint makes of it is finished (`weasy_finish`): true size, page
boxes, inks for text, boxes and pictures, PDF/X-4 where the page's press asks for it. What a press
wants beyond that (overprint, spots, marks, one font a face, PDF/X-1a) is the press renderer's. The
owner of WeasyPrint, which needs the system's Pango.
"""

import contextlib
import hashlib
import io
import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from typing import Any, Final

from layout.diagnostics import Diagnostic, info, shown, warning
from layout.display.items import Page, color_of
from layout.errors import MissingToolError
from layout.render.base import RenderError, Resources
from layout.render.facsimile.document import facsimile
from layout.words.said import Said, said

_SLOWLY: Final = "Using fontTools instead of HarfBuzz-Subset"
"""How WeasyPrint 70 begins to say, once a font, that a library is missing."""


class WeasyBackend:
    """The second renderer of PDF."""

    name: Final = "weasyprint"
    suffix: Final = ".pdf"

    def __init__(self) -> None:
        self.remarks: tuple[Diagnostic, ...] = ()

    def render(self, pages: Sequence[Page], resources: Resources) -> bytes:
        """The PDF of `pages`. Raises `MissingToolError` without Pango, else `BanxinError`.

        What WeasyPrint says meanwhile never ends a page: it is in `remarks`. That the page has all
        its faces and pictures is looked up in what was made.
        """
        weasyprint = load()
        from layout.render.weasy_finish import finished, intent_of_pages

        intent = intent_of_pages(pages, resources)
        made_of = facsimile(pages, resources, inks=True, flavor=None)
        identity = hashlib.sha256(made_of).digest()[:16]
        html = made_of.decode("utf-8")
        own = weasyprint.URLFetcher(allowed_protocols=("data",))  # what the document carries
        lost: list[Said] = []
        with _listening() as heard:
            made: bytes = weasyprint.HTML(string=html, url_fetcher=own).write_pdf(
                pdf_identifier=identity,
                finisher=lambda document, pdf: lost.extend(_left_out(html, document, pdf)),
            )
        self.remarks = (*_spots(pages), *_marks(pages), *_remarks(heard))
        if len(lost) > 1:
            raise RenderError(said("part.weasyprint-lost-both", one=lost[0], other=lost[1]))
        if lost:
            raise RenderError(said("part.weasyprint-lost", what=lost[0]))
        version = weasyprint.__version__
        return finished(made, pages, resources, intent=intent, identity=identity, version=version)


def _left_out(html: str, document: Any, pdf: Any) -> Iterator[Said]:
    """What the document carries and the PDF lacks: pictures, and faces that others stand in for."""
    families = set(re.findall(r'@font-face\{font-family:"([^"]*)"', html))
    strange = {font.family for font in document.fonts.values()} - families
    if strange:
        yield said("part.weasyprint-faces", faces=tuple(sorted(strange)))
    carried = len(set(re.findall(r'<img [^>]*src="([^"]*)"', html)))
    streams = [extra for item in pdf.objects if (extra := getattr(item, "extra", None))]
    masks = sum("SMask" in extra for extra in streams)  # each is an image of its own
    drawn = sum(extra.get("Subtype") == "/Image" for extra in streams) - masks
    if drawn < carried:
        yield said("part.weasyprint-pictures", drawn=drawn, carried=carried)


def _spots(pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """What is said of pages with spots: they are printed as other inks."""
    spots = {color.spot: None for page in pages for i in page.items if (color := color_of(i)).spot}
    if spots:
        yield warning("SPOTS.process", names=tuple([shown(name) for name in spots]))


def _marks(pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """What is said of pages whose press asks for printer's marks."""
    if any(page.press.marks for page in pages):
        yield warning("MARKS-LEFT.weasyprint")


def _remarks(heard: Sequence[str]) -> Iterator[Diagnostic]:
    """What WeasyPrint said, for the person at the keyboard, each thing once."""
    if any(message.startswith(_SLOWLY) for message in heard):
        yield info("SUBSETTER.missing")
    for message in dict.fromkeys(m for m in heard if not m.startswith(_SLOWLY)):
        yield warning("WEASYPRINT.says", text=shown(message, 200))


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
        raise MissingToolError(said("part.weasyprint-package", package=str(exc.name))) from exc
    except (OSError, ImportError, AttributeError) as exc:  # no library, or one that is too old
        raise MissingToolError(said("part.weasyprint-pango")) from exc
    return weasyprint


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    """Gathers what WeasyPrint warns of while it works.

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
