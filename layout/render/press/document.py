"""Pages as one press PDF: true size, trim and bleed boxes, inks only, fonts embedded.

The file's structure (object numbers, cross references, trailer) is ReportLab's; every object's
body is finished bytes of ours, since formatting large streams value by value would take longer
than composing the page. Dates and ids come from the pages, never from a clock.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Final

from layout.diagnostics import Diagnostic
from layout.display.items import GlyphRun, Page
from layout.record import record
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.content import OFF, ON
from layout.render.press.flate import packed_stream
from layout.render.press.fonts import FontParts, write_font
from layout.render.press.images import image_object
from layout.render.press.imposed import ImposedPage, form_entries, leaf_boxes, leaf_of, placed_form
from layout.render.press.objects import ObjectFile
from layout.render.press.page import page_stream, picture_names
from layout.render.press.prepared import PictureNeed, PreparedPage
from layout.render.press.reading import aids_of
from layout.render.press.setting import DOWN, collect, fonts_of
from layout.render.press.union import needs_of, unite
from layout.words.said import said

PDF_VERSION: Final = (1, 6)  # what PDF/X-4 is (ISO 15930-7)
PRODUCER: Final = "banxin"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_GSTATES: Final = (
    f"/ExtGState<</{ON}<</OP true/op true/OPM 1>>/{OFF}<</OP false/op false/OPM 1>>>>"
).encode("ascii")

Again = Callable[[int], Page]
"""Gives the display list of a page by its number, from 0, where its content is to be written anew:
two pages of a document mean different texts by one glyph."""


@record
class Document:
    """What is bound: prepared pages, the leaves they stand on in order, and the file's title."""

    pages: tuple[PreparedPage, ...]
    leaves: tuple[ImposedPage, ...]
    title: str
    date: str


def document_of(pages: Sequence[PreparedPage]) -> Document:
    """The document that has a leaf for each page, and the title and date of the first."""
    return Document(
        pages=tuple(pages),
        leaves=tuple([leaf_of(page, at) for at, page in enumerate(pages)]),
        title=pages[0].title or pages[0].name,
        date=pages[0].date,
    )


class PressBackend:
    """The press renderer. Keep one, and its cache, for as long as pages are made again."""

    name: Final = "press"
    suffix: Final = ".pdf"
    remarks: Final[tuple[Diagnostic, ...]] = ()

    def __init__(self, cache: PressCache | None = None) -> None:
        self.cache = cache or PressCache()

    def render(self, pages: Sequence[Page], resources: Resources) -> bytes:
        """The PDF of `pages`. Raises `RenderError`, `PictureError`, `FaceError`."""
        if not pages:
            raise RenderError(said("part.pdf-empty"))
        prepared = [self.prepare(page, resources) for page in pages]
        return self.bind(document_of(prepared), resources, pages.__getitem__)

    def prepare(self, page: Page, resources: Resources) -> PreparedPage:
        """A page ready to be bound into documents. Raises as `render`."""
        cache = self.cache
        faces = {item.face: item for item in page.items if isinstance(item, GlyphRun)}
        widths = {key: cache.widths_of(resources.face(key)) for key in faces}
        aids = aids_of(page, widths.__getitem__, cache.runs_on(page.name))
        uses = collect(page, aids, resources, cache)
        packed, overprints = page_stream(page, uses, aids, cache)
        pictures = []
        for source, name in picture_names(page).items():
            picture = resources.pictures.press(source)
            body = None
            if not resources.pictures.info(source).plain:  # decoding it again would be dear
                body = image_object(picture)
            pictures.append(PictureNeed(name=name, source=source, digest=picture.digest, body=body))
        return PreparedPage(
            name=page.name,
            title=page.title,
            date=page.date,
            width=page.width,
            height=page.height,
            bleed=page.bleed,
            packed=packed,
            overprints=overprints,
            faces=needs_of(uses),
            pictures=tuple(pictures),
        )

    def bind(self, document: Document, resources: Resources, again: Again) -> bytes:
        """One PDF of prepared pages, each on its leaf or two on one. Raises as `render`.

        The faces of all pages are united: one font a face, with the glyphs of every page.
        """
        cache = self.cache
        file = ObjectFile(PDF_VERSION)
        identity = hashlib.sha256(PRODUCER.encode("ascii"))
        uses, changed = unite(document.pages, resources, cache)
        fonts = fonts_of(uses, cache)
        numbers: dict[str, tuple[int, int | None]] = {}
        for key, use in uses.items():
            parts: FontParts = fonts[key]
            identity.update(f"{key} {parts.digest}\n".encode("ascii"))
            numbers[key] = write_font(parts, file.add, down=use.down)

        images = _Images(file)
        parent = file.reserve()

        def content(at: int) -> tuple[bytes, bool]:
            page = document.pages[at]
            if at not in changed:
                return page.packed, page.overprints
            made, own = again(at), changed[at]
            return page_stream(made, own, aids_of(made, lambda key: own[key].widths), cache)

        def resource_entries(page: PreparedPage, *, overprints: bool) -> bytes:
            names = b"".join(_font_entries(need.name, *numbers[need.key]) for need in page.faces)
            shown = b"".join(
                f"/{need.name} {images.number(need, resources)} 0 R".encode("ascii")
                for need in page.pictures
            )
            return b"".join(
                (
                    b"/Font<<%s>>" % names if names else b"",
                    b"/XObject<<%s>>" % shown if shown else b"",
                    _GSTATES if overprints else b"",
                )
            )

        leaf_ids: list[int] = []
        for leaf in document.leaves:
            if leaf.whole is not None:
                packed, overprints = content(leaf.whole)
                body = packed_stream(b"", packed)
                entries = resource_entries(document.pages[leaf.whole], overprints=overprints)
            else:
                names, calls = b"", ""
                for place in leaf.places:
                    packed, overprints = content(place.page)
                    entries = resource_entries(document.pages[place.page], overprints=overprints)
                    form = packed_stream(form_entries(place, entries), packed)
                    identity.update(form)
                    names += f"/{place.name} {file.add(form)} 0 R".encode("ascii")
                    calls += placed_form(place)
                body = packed_stream(b"", cache.compressor.compress(calls.encode("ascii")))
                entries = b"/XObject<<%s>>" % names if names else b""
            identity.update(body)
            leaf_ids.append(
                file.add(
                    b"<</Type/Page/Parent %d 0 R%s/Resources<<%s>>/Contents %d 0 R>>"
                    % (parent, leaf_boxes(leaf), entries, file.add(body))
                )
            )
        kids = b" ".join(b"%d 0 R" % number for number in leaf_ids)
        file.fill(parent, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(leaf_ids)))

        info = _info(document, cache.compressor.name)
        for part in (*images.digests, info):
            identity.update(part)
        return file.finish(
            catalog=b"<</Type/Catalog/Pages %d 0 R/Lang(zh-CN)>>" % parent,
            info=info,
            identity=identity.digest()[:16],
        )


class _Images:
    """The pictures of a document: each content once, however many names it has."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._by_digest: dict[str, int] = {}

    @property
    def digests(self) -> list[bytes]:
        return [digest.encode("ascii") for digest in self._by_digest]

    def number(self, need: PictureNeed, resources: Resources) -> int:
        """The object number of a picture, added to the file when it is new."""
        known = self._by_digest.get(need.digest)
        if known is None:
            body = need.body or image_object(resources.pictures.press(need.source))
            parts = body.parts
            if body.mask is not None:
                parts = body.numbered(self._file.add(body.mask))
            known = self._by_digest[need.digest] = self._file.add(parts)
        return known


def _font_entries(name: str, number: int, down: int | None) -> bytes:
    """A face's font in a page's resources, and the one that writes down, where there is one."""
    entry = f"/{name} {number} 0 R"
    return (entry if down is None else f"{entry}/{name}{DOWN} {down} 0 R").encode("ascii")


def _info(document: Document, compressor: str) -> bytes:
    """The document information: title and date are the pages' own."""
    entries = b"/Title%s/Producer(%s, %s)/Trapped/False" % (
        _text(document.title),
        PRODUCER.encode("ascii"),
        compressor.encode("ascii"),
    )
    if _ISO_DATE.fullmatch(document.date):  # midnight in China, where the paper is dated
        day = document.date.replace("-", "").encode("ascii")
        entries += b"/CreationDate(D:%s000000+08'00')/ModDate(D:%s000000+08'00')" % (day, day)
    return b"<<%s>>" % entries


def _text(value: str) -> bytes:
    """A text string as hexadecimal UTF-16."""
    return b"<FEFF%s>" % value.encode("utf-16-be", "surrogatepass").hex().upper().encode("ascii")
