"""Pages as one press PDF: true size, trim and bleed boxes, inks only, fonts embedded.

The file's structure (object numbers, cross references, trailer) is ReportLab's; every object's
body is finished bytes of ours, since formatting large streams value by value would take longer
than composing the page. Dates and ids come from the pages, never from a clock.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from layout.color import Color
from layout.diagnostics import Diagnostic
from layout.display.items import GlyphRun, Page, Picture
from layout.display.overprint import Look
from layout.display.press import PressFacts
from layout.pdf.art import PlacedForm
from layout.pictures.fineness import by_source
from layout.pictures.underlay import Underlay
from layout.record import record, replace
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.content import OFF, ON
from layout.render.press.flate import packed_stream, plain_stream
from layout.render.press.fonts import FontParts, write_font
from layout.render.press.images import image_object
from layout.render.press.imposed import (
    NO_ROOM,
    ImposedPage,
    Sides,
    form_entries,
    leaf_boxes,
    leaf_of,
    placed_form,
    placed_leaf,
)
from layout.render.press.objects import ObjectFile
from layout.render.press.page import PageStream, page_stream, picture_names
from layout.render.press.pdfx import (
    PLAIN,
    PRODUCER,
    Identification,
    PressIntent,
    intent_of,
    one_intent,
    output_intents,
)
from layout.render.press.prepared import Flat, PictureNeed, PreparedPage, with_flats
from layout.render.press.reading import aids_of
from layout.render.press.setting import DOWN, collect, fonts_of
from layout.render.press.spots import one_look, separation, spot_name
from layout.render.press.union import needs_of, unite
from layout.words.said import said

if TYPE_CHECKING:
    from layout.pictures import PressPicture
    from layout.render.press.art import FormWriter
    from layout.render.press.flatten import Ground
    from layout.render.press.lettering import Lettering

# What is placed begins as a page does, with OPM 0.
_GSTATES: Final = (
    f"/ExtGState<</{ON}<</OP true/op true/OPM 1>>/{OFF}<</OP false/op false/OPM 0>>>>"
).encode("ascii")

GROUP: Final = b"/Group<</Type/Group/S/Transparency/CS/DeviceCMYK>>"
"""Of a page on which anything is see-through: what it is mixed with is mixed as inks (ISO 32000-1,
11.4.7). Without it a reader may mix in a space of its own."""

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
    """The document that has a leaf for each page, and the title and date of the first. Raises
    `RenderError` where there is no page."""
    if not pages:
        raise RenderError(said("part.pdf-empty"))
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

    def __init__(self, cache: PressCache | None = None, ground: "Ground | None" = None) -> None:
        self.cache = cache or PressCache()
        self._ground = ground

    def render(self, pages: Sequence[Page], resources: Resources) -> bytes:
        """The PDF of `pages`. Raises `RenderError`, `PictureError`, `FaceError`."""
        prepared = [self.prepare(page, resources) for page in pages]
        return self.bind(document_of(prepared), resources, pages.__getitem__)

    def prepare(self, page: Page, resources: Resources) -> PreparedPage:
        """A page ready to be bound into documents. Raises as `render`."""
        cache = self.cache
        art = _art_of(page, resources)
        flats: tuple[Flat, ...] = ()
        flat: dict[str, PressPicture] = {}
        if page.press.pdfx == "x1a":
            from layout.render.press.flatten import flats_of

            made = flats_of(page, resources, self._ground)
            flats = tuple([one for one, _ in made])
            flat = {one.item.source: picture for one, picture in made}
        look = _look(page, resources, flats)
        page = with_flats(page, flats)
        last = cache.last_on(page.name)
        last.begin()
        faces = {item.face: item for item in page.items if isinstance(item, GlyphRun)}
        widths = {key: cache.widths_of(resources.face(key)) for key in faces}
        parts = aids_of(page, widths.__getitem__, last)
        uses = collect(parts, resources, cache, last)
        stream = page_stream(page, parts, uses, cache, art, look=look)
        pictures, transparent = [], False
        shown = by_source(page.items)
        for source, name in picture_names(page).items():
            if source in art:
                form = art[source]
                if form.facts.transparent and page.press.pdfx == "x1a":
                    from layout.render.press.flatten import of_picture

                    raise of_picture(said("part.flat-artwork", file=source), source)
                transparent = transparent or form.facts.transparent
                pictures.append(PictureNeed(name=name, source=source, digest=form.digest, art=form))
                continue
            picture = flat.get(source) or resources.pictures.press(
                source, page.press, shown[source]
            )
            transparent = transparent or picture.mask is not None
            # Of one that was made, making it again would be dear.
            body = None if picture.untouched else image_object(picture)
            pictures.append(PictureNeed(name=name, source=source, digest=picture.digest, body=body))
        return PreparedPage(
            name=page.name,
            title=page.title,
            date=page.date,
            width=page.width,
            height=page.height,
            bleed=page.bleed,
            packed=stream.packed,
            overprints=stream.overprints,
            faces=needs_of(uses),
            pictures=tuple(pictures),
            spots=stream.spots,
            press=page.press,
            fold=page.fold,
            transparent=transparent,
            flats=flats,
        )

    def bind(self, document: Document, resources: Resources, again: Again) -> bytes:
        """One PDF of prepared pages, each on its leaf or two on one. Raises as `render`.

        The faces of all pages are united: one font a face, with the glyphs of every page.
        """
        binding = _Binding(document, resources, again, self.cache)
        leaves = [binding.leaf(leaf) for leaf in document.leaves]
        return binding.finish(leaves)


class _Binding:
    """A document while it is written: its file, what it is identified by, and what its pages
    share."""

    def __init__(
        self, document: Document, resources: Resources, again: Again, cache: PressCache
    ) -> None:
        self._document = document
        self._resources = resources
        self._again = again
        self._cache = cache
        stated = [(page.name, self._intent_of(page)) for page in document.pages]
        self._intent = one_intent(stated)
        standard = self._intent.standard if self._intent is not None else None
        self._file = ObjectFile(standard.version if standard is not None else PLAIN)
        self._identity = hashlib.sha256(PRODUCER.encode("ascii"))
        uses, self._changed = unite(document.pages, resources, cache)
        self._fonts: dict[str, tuple[int, int | None]] = {}
        made = fonts_of(uses, cache)
        for key, use in uses.items():
            parts: FontParts = made[key]
            self._identity.update(f"{key} {parts.digest}\n".encode("ascii"))
            self._fonts[key] = write_font(parts, self._file.add, down=use.down)
        self._images = _Images(self._file)
        one_look([page.spots for page in document.pages])
        self._spots: dict[Color, int] = {}
        self._lettering: Lettering | None = None
        self._parent = self._file.reserve()

    def _intent_of(self, page: PreparedPage) -> PressIntent | None:
        return intent_of(page.press, lambda: self._resources.pictures.profile(page.press))

    def leaf(self, leaf: ImposedPage) -> int:
        """A leaf with what stands on it, written; the number of its object."""
        room, forms = NO_ROOM, b""
        if leaf.marks:
            room, forms = self._marks(leaf)
        if leaf.whole is not None:
            stream = self._content(leaf.whole)
            body = packed_stream(b"", stream.packed)
            entries = self._shared(self._document.pages[leaf.whole], stream, forms)
        else:
            body, entries = self._side_by_side(leaf, forms)
        self._identity.update(body)
        content = b"%d 0 R" % self._file.add(body)
        if leaf.marks:
            before, after = (self._file.add(plain_stream(b)) for b in placed_leaf(leaf, room))
            content = b"[%d 0 R %s %d 0 R]" % (before, content, after)
        own = [leaf.whole] if leaf.whole is not None else [place.page for place in leaf.places]
        group = GROUP if any(self._document.pages[at].transparent for at in own) else b""
        return self._file.add(
            b"<</Type/Page/Parent %d 0 R%s%s/Resources<<%s>>/Contents %s>>"
            % (self._parent, leaf_boxes(leaf, room), group, entries, content)
        )

    def _marks(self, leaf: ImposedPage) -> tuple[Sides, bytes]:
        """The room that a leaf's marks take round the bleed, and their form as its resources name
        it."""
        from layout.render.press.lettering import Lettering  # few files have marks
        from layout.render.press.marks import draw_marks, marks_entries
        from layout.render.press.slug import sheet_of

        sheet = sheet_of(leaf, self._document.pages, self._resources.pictures)
        self._lettering = self._lettering or Lettering()
        marks = draw_marks(sheet, leaf.marks, self._lettering)
        packed = self._cache.compressor.compress(marks.content)
        form = packed_stream(marks_entries(marks, sheet), packed)
        self._identity.update(form)
        return marks.room, b"/Marks %d 0 R" % self._file.add(form)

    def _side_by_side(self, leaf: ImposedPage, forms: bytes) -> tuple[bytes, bytes]:
        """The content and resources of a leaf with pages as forms on it, beside other `forms`."""
        names, calls = forms, ""
        for place in leaf.places:
            stream = self._content(place.page)
            entries = self._shared(self._document.pages[place.page], stream)
            form = packed_stream(form_entries(place, entries), stream.packed)
            self._identity.update(form)
            names += f"/{place.name} {self._file.add(form)} 0 R".encode("ascii")
            calls += placed_form(place)
        body = packed_stream(b"", self._cache.compressor.compress(calls.encode("ascii")))
        return body, b"/XObject<<%s>>" % names if names else b""

    def _content(self, at: int) -> PageStream:
        """A page as it is written. One whose faces were renamed when they were united is written
        again."""
        page = self._document.pages[at]
        if at not in self._changed:
            return PageStream(page.packed, page.overprints, page.spots)
        made, own = self._again(at), self._changed[at]
        art, look = _art_of(made, self._resources), _look(made, self._resources, page.flats)
        made = with_flats(made, page.flats)
        last = self._cache.last_on(made.name)
        parts = aids_of(made, lambda key: own[key].widths, last)
        return page_stream(made, parts, own, self._cache, art, look=look)

    def _shared(self, page: PreparedPage, stream: PageStream, forms: bytes = b"") -> bytes:
        """The entries of a page's resources: fonts, pictures and further `forms`, spots, states."""
        names = b"".join(_font_entries(need.name, *self._fonts[need.key]) for need in page.faces)
        shown = forms + b"".join(
            f"/{need.name} {self._images.number(need, page.press, self._resources)} 0 R".encode(
                "ascii"
            )
            for need in page.pictures
        )
        return b"".join(
            (
                b"/Font<<%s>>" % names if names else b"",
                b"/XObject<<%s>>" % shown if shown else b"",
                self._spaces(stream.spots),
                _GSTATES if stream.overprints else b"",
            )
        )

    def _spaces(self, spots: Sequence[Color]) -> bytes:
        """The entry of the spots that a page calls; each is one object of the file."""
        names = b""
        for at, solid in enumerate(spots):
            if solid not in self._spots:
                space = separation(solid)
                self._identity.update(space)
                self._spots[solid] = self._file.add(space)
            names += f"/{spot_name(at)} {self._spots[solid]} 0 R".encode("ascii")
        return b"/ColorSpace<<%s>>" % names if names else b""

    def finish(self, leaves: Sequence[int]) -> bytes:
        """The file, its leaves in order, with what identifies it."""
        kids = b" ".join(b"%d 0 R" % number for number in leaves)
        self._file.fill(self._parent, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(leaves)))
        standard = self._intent.standard if self._intent is not None else None
        told = Identification.of(
            self._document.title, self._document.date, self._cache.compressor, standard
        )
        info, catalog = told.info(), b"/Type/Catalog/Pages %d 0 R/Lang(zh-CN)" % self._parent
        if self._intent is not None:
            self._identity.update(self._intent.profile.digest.encode("ascii"))
            intents = output_intents(self._intent, self._cache.compressor, self._file.add)
            catalog += intents
        for part in (*self._images.digests, info):
            self._identity.update(part)
        identity = self._identity.digest()[:16]
        if standard is not None:
            catalog += b"/Metadata %d 0 R" % self._file.add(told.metadata(identity))
        return self._file.finish(catalog=b"<<%s>>" % catalog, info=info, identity=identity)


def _look(page: Page, resources: Resources, flats: Sequence[Flat]) -> Look:
    """What tells of the pictures of a page, where type stands on them; of its `flats`, which have
    no files, by those of what they were."""
    most = Underlay(resources.pictures, page).most
    if not flats:
        return most
    files = {flat.item.source: flat.source for flat in flats}
    return lambda picture, box: most(
        replace(picture, source=files.get(picture.source, picture.source)), box
    )


class _Images:
    """The pictures of a document: each content once, however many names it has."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._by_digest: dict[str, int] = {}
        self._forms: FormWriter | None = None

    @property
    def digests(self) -> list[bytes]:
        return [digest.encode("ascii") for digest in self._by_digest]

    def number(self, need: PictureNeed, press: PressFacts, resources: Resources) -> int:
        """The object number of a picture, added to the file when it is new."""
        known = self._by_digest.get(need.digest)
        if known is None and need.art is not None:
            known = self._by_digest[need.digest] = self._form(need.art)
        if known is None:
            body = need.body or image_object(resources.pictures.press(need.source, press))
            parts = body.parts
            if body.mask is not None:
                parts = body.numbered(self._file.add(body.mask))
            known = self._by_digest[need.digest] = self._file.add(parts)
        return known

    def _form(self, art: PlacedForm) -> int:
        from layout.render.press.art import FormWriter  # few documents place any

        self._forms = self._forms or FormWriter(self._file)
        return self._forms.write(art)


def _art_of(page: Page, resources: Resources) -> dict[str, PlacedForm]:
    """The vector artwork of a page, by its source; most have none, and nothing is loaded."""
    pictures = resources.pictures
    shown = dict.fromkeys(item.source for item in page.items if isinstance(item, Picture))
    return {s: pictures.art(s, page.press) for s in shown if pictures.info(s).vector}


def _font_entries(name: str, number: int, down: int | None) -> bytes:
    """A face's font in a page's resources, and the one that writes down, where there is one."""
    entry = f"/{name} {number} 0 R"
    return (entry if down is None else f"{entry}/{name}{DOWN} {down} 0 R").encode("ascii")
