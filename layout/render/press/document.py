"""Pages as one press PDF: true size, trim and bleed boxes, inks only, fonts embedded.

The file's structure (object numbers, cross references, trailer) is ReportLab's; every object's
body is finished bytes of ours, since formatting large streams value by value would take longer
than composing the page. Dates and ids come from the pages, never from a clock.
"""

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from layout.display.items import GlyphRun, Page
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.content import OFF, ON
from layout.render.press.fonts import write_font
from layout.render.press.objects import ObjectFile
from layout.render.press.page import page_boxes, page_stream, picture_names
from layout.render.press.setting import DOWN, collect, fonts_of

PDF_VERSION: Final = (1, 6)  # what PDF/X-4 is (ISO 15930-7)
PRODUCER: Final = "banxin"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_GSTATES: Final = (
    f"/ExtGState<</{ON}<</OP true/op true/OPM 1>>/{OFF}<</OP false/op false/OPM 1>>>>"
).encode("ascii")


class PressBackend:
    """The press renderer. Keep one, and its cache, for as long as pages are made again."""

    name: Final = "press"
    suffix: Final = ".pdf"

    def __init__(self, cache: PressCache | None = None) -> None:
        self.cache = cache or PressCache()

    def render(self, pages: Sequence[Page], resources: Resources) -> bytes:
        """The PDF of `pages`. Raises `RenderError`, `PictureError`, `FaceError`."""
        if not pages:
            raise RenderError("a PDF needs at least one page")
        cache = self.cache
        file = ObjectFile(PDF_VERSION)
        identity = hashlib.sha256(PRODUCER.encode("ascii"))

        uses = collect(pages, resources, cache)
        font_entries: dict[str, bytes] = {}
        fonts = fonts_of(uses, cache)
        for key, use in uses.items():
            parts = fonts[key]
            identity.update(f"{key} {parts.digest}\n".encode("ascii"))
            number, down = write_font(parts, file.add, down=use.down)
            font_entries[key] = f"/{use.name} {number} 0 R".encode("ascii")
            if down is not None:
                font_entries[key] += f"/{use.name}{DOWN} {down} 0 R".encode("ascii")

        pictures = _Pictures(file, resources, cache)
        parent = file.reserve()
        page_ids: list[int] = []
        for page in pages:
            body, overprints = page_stream(page, uses, cache)
            identity.update(body)
            faces = dict.fromkeys(
                i.face for i in page.items if isinstance(i, GlyphRun) and i.glyphs
            )
            names = b"".join(font_entries[key] for key in faces)
            shown = b"".join(
                f"/{name} {pictures.number(source)} 0 R".encode("ascii")
                for source, name in picture_names(page).items()
            )
            resource_entries = b"".join(
                (
                    b"/Font<<%s>>" % names if names else b"",
                    b"/XObject<<%s>>" % shown if shown else b"",
                    _GSTATES if overprints else b"",
                )
            )
            page_ids.append(
                file.add(
                    b"<</Type/Page/Parent %d 0 R%s/Resources<<%s>>/Contents %d 0 R>>"
                    % (parent, page_boxes(page), resource_entries, file.add(body))
                )
            )
        kids = b" ".join(b"%d 0 R" % number for number in page_ids)
        file.fill(parent, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)))

        info = _info(pages[0], cache.compressor.name)
        for part in (*pictures.digests, info):
            identity.update(part)
        return file.finish(
            catalog=b"<</Type/Catalog/Pages %d 0 R/Lang(zh-CN)>>" % parent,
            info=info,
            identity=identity.digest()[:16],
        )


class _Pictures:
    """The pictures of a document: each content once, however many names it has."""

    def __init__(self, file: ObjectFile, resources: Resources, cache: PressCache) -> None:
        self._file = file
        self._store = resources.pictures
        self._cache = cache
        self._by_source: dict[str, int] = {}
        self._by_digest: dict[str, int] = {}

    @property
    def digests(self) -> list[bytes]:
        return [digest.encode("ascii") for digest in self._by_digest]

    def number(self, source: str) -> int:
        """The object number of a picture, added to the file when it is new."""
        known = self._by_source.get(source)
        if known is None:
            picture = self._store.press(source)
            known = self._by_digest.get(picture.digest)
            if known is None:
                images = self._cache.images
                body = images.get(picture.digest)
                if body is None:
                    from layout.render.press.images import image_object

                    body = image_object(picture, self._cache.compressor)
                    images.put(picture.digest, body)
                known = self._by_digest[picture.digest] = self._file.add(body)
            self._by_source[source] = known
        return known


def _info(page: Page, compressor: str) -> bytes:
    """The document information: title and date are the page's own."""
    entries = b"/Title%s/Producer(%s, %s)/Trapped/False" % (
        _text(page.title or page.name),
        PRODUCER.encode("ascii"),
        compressor.encode("ascii"),
    )
    if _ISO_DATE.fullmatch(page.date):  # midnight in China, where the paper is dated
        day = page.date.replace("-", "").encode("ascii")
        entries += b"/CreationDate(D:%s000000+08'00')/ModDate(D:%s000000+08'00')" % (day, day)
    return b"<<%s>>" % entries


def _text(value: str) -> bytes:
    """A text string as hexadecimal UTF-16."""
    return b"<FEFF%s>" % value.encode("utf-16-be", "surrogatepass").hex().upper().encode("ascii")
