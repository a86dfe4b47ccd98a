"""The Python interface: make pages, read their diagnostics, write them out.

    from layout.api import Session

    session = Session()
    page = session.page("specs/zhuzhou-2019-09-20/B1.yaml")
    for finding in page.diagnostics:
        print(finding)
    page.write_pdf("out/B1.pdf")

A `Session` keeps opened faces and set paragraphs, so a second page costs a fraction of the first.
Pages are made, checked and written by way of this module alone, by the commands too; what else they
need (console, files, the importer) they take from its own room. A fault of the input is a
`BanxinError` (most often its subclass `StopError`, which carries the diagnostics); nothing else is
raised on purpose.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack, cast

from layout.diagnostics import Diagnostic, Place, StopError, did_you_mean, error, shown
from layout.display.items import Page, Picture
from layout.display.press import PressFacts
from layout.editions import EditionFile, file_stem, pages_of
from layout.environment import Environment, Files, cores
from layout.errors import BanxinError
from layout.files import write_file
from layout.pictures import PictureStore
from layout.pictures.artwork import parted
from layout.pipeline import STILL_DRAWN, Composed, compose_page
from layout.record import record, replace
from layout.render.backends import RENDERERS, SessionFaces, make_backend
from layout.render.base import Backend, Resources
from layout.spec.model.style import HOUSES, LEVELS, PUNCTUATION, SQUEEZE
from layout.spec.resolve.defaults import STYLES, TextStyle
from layout.spec.resolve.resolved import pictures_of
from layout.words.said import Language, said
from layout.workshop import Workshop

if TYPE_CHECKING:  # what a page does not need is loaded by the method that does
    from layout.faces.survey import CharacterInfo, FaceUse, RoleInfo
    from layout.galley.lines import TextSetting
    from layout.pictures.profile import PressProfile
    from layout.plates.plate import Plates
    from layout.render.press.document import Again, Document, PressBackend
    from layout.render.press.imposed import ImposedPage
    from layout.render.press.prepared import PreparedPage
    from layout.render.svg.scene import Scene, SceneMaker


class TextOptions(TypedDict, total=False):
    """How a text is set: a house style, and the fields of a style that concern its lines, which
    win over it. Lengths in em."""

    house: str
    face: str
    script: str
    half_digits: bool
    half_percent: bool
    level: str
    punctuation: str
    fit: str
    loose: str
    indent_em: float
    first_mark: str
    line_start: str
    line_end: str
    latin_gap_em: float
    latin_gap_least_em: float
    latin_gap_most_em: float
    squeeze: str
    squeeze_stops: bool
    bonds: str
    tighten_em: float
    hanging: bool
    hyphenate: bool


ONCE: Final = {"picture_bytes": 2 * 1024 * 1024, "most": 32, "tokens": 4000}
"""What a session keeps that makes pages once: a picture, and what two pages are made of."""

__all__ = [
    "HOUSES",
    "LEVELS",
    "PUNCTUATION",
    "RENDERERS",
    "SQUEEZE",
    "ComposedPage",
    "EditionFile",
    "ManyPages",
    "Session",
    "TextOptions",
    "file_stem",
    "length",
]


class ComposedPage:
    """One page, made up. Everything it can be turned into is made when it is asked for."""

    def __init__(self, composed: Composed, session: "Session") -> None:
        self._composed = composed
        self._session = session

    @property
    def name(self) -> str:
        """The page's own name, such as B1."""
        return self._composed.page.name

    @property
    def place(self) -> Place:
        """Where the spec gives the page its name."""
        spec = self._composed.sources.page
        return spec.place_of("page")

    def place_of(self, fault: BanxinError) -> Place:
        """Where the spec names what a fault met in drawing is of: a picture, else the page."""
        return self.place_of_picture(getattr(fault, "source", ""))

    def place_of_picture(self, source: str) -> Place:
        """Where the spec names a picture, by its path from the project's root; else the page."""
        for block in self._composed.resolved.blocks if source else ():
            for picture in pictures_of(block.content):
                if picture.source == source:
                    return picture.place or block.place
        return self.place

    @property
    def file_stem(self) -> str:
        """The name as a file may bear it, without a suffix."""
        return file_stem(self.name)

    @property
    def display(self) -> Page:
        """The display list."""
        return self._composed.page

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All diagnostics of the page: errors, warnings and remarks."""
        return self._composed.diagnostics

    @property
    def good(self) -> bool:
        """Whether no diagnostic is an error."""
        return self._composed.good

    @property
    def undated(self) -> bool:
        """Whether its press PDF must say when it was made, and the spec does not say so."""
        return not self.display.date and self.display.press.pdfx != "none"

    def flattened(self) -> "tuple[tuple[Picture, float], ...]":
        """The see-through pictures that its press PDF, a PDF/X-1a, shows mixed with what lies under
        them, each with the pixels an inch at which it is. Raises `PictureError`."""
        if self.display.press.pdfx != "x1a":
            return ()
        from layout.render.press.flatten import flattened

        store = self._session.pictures(self._composed.environment)
        return tuple(flattened(self.display, store))

    @property
    def drawable(self) -> bool:
        """Whether it may be written: text that does not fit is drawn, lost characters are not."""
        return self._composed.drawable

    @property
    def stands_in(self) -> tuple[str, ...]:
        """What on the page is not the true picture or text."""
        return self._composed.stands_in

    def faces(self) -> "tuple[FaceUse, ...]":
        """The faces that draw the page, and which characters each draws."""
        from layout.display.used import characters_by_face
        from layout.faces.survey import used

        counts = characters_by_face(self.display)
        root = Path(self._composed.environment.root).resolve()
        return tuple(used(self._composed.catalog, counts, root))

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file the page was made of: specs, style sheets, stories, pictures, faces."""
        c = self._composed
        pictures = [
            c.environment.root / parted(item.source)[0]
            for item in c.page.items
            if isinstance(item, Picture)
        ]
        return (*c.sources.files, *pictures, *c.other_files)

    @property
    def composed(self) -> Composed:
        """The stages behind the page, for tools that look inside."""
        return self._composed

    def with_display(self, display: Page) -> "ComposedPage":
        """The page with another display list: a proof with overlays, say.

        Its runs may name faces that the page's own catalogue has opened, and no others.
        """
        return ComposedPage(replace(self._composed, page=display), self._session)

    def pdf(self, renderer: str = "press", prepared: "PreparedPage | None" = None) -> bytes:
        """The page as a PDF at true size. A press PDF is made of `prepared` where that is given."""
        if prepared is not None and renderer == "press":
            return self._session.alone(self, prepared)
        return self._session.render((self,), renderer)

    def prepared(self) -> "PreparedPage":
        """The page ready to be bound with others, by `Session.book` and `Session.spreads`."""
        return self._session.prepare(self)

    def halves(self) -> "tuple[ComposedPage, ...]":
        """The two pages of a 通版, each as it is printed by itself; none of a page alone."""
        facing = self._composed.resolved.facing
        if facing is None:
            return ()
        from layout.display.halves import halves

        return tuple(self.with_display(half) for half in halves(self.display, facing.names))

    def html(self) -> bytes:
        """The facsimile as one HTML file."""
        return self._session.render((self,), "facsimile")

    def scene(self) -> "Scene":
        """The page as blocks of SVG, for a browser that shows it and changes it in place. Its
        outlines and pictures are those of `Session.scenes`. Raises `BanxinError`."""
        return self._session.scene(self)

    def svg(self) -> str:
        """The finished page as one SVG file that needs nothing beside it. Raises `BanxinError`."""
        from layout.render.svg.whole import page_svg

        return page_svg(self.display, self._session.resources(self))

    def png(self, dpi: float = 150.0) -> bytes:
        """A picture of the press PDF, cut to the trim, with its rules put on the pixels."""
        from layout.render.onpixels import fineness, on_pixels
        from layout.render.png import page_png

        display = on_pixels(self.display, dpi)
        if display.press.pdfx == "x4":  # no reader of pixels looks at what it adds
            display = replace(display, press=replace(display.press, pdfx="none"))
        page = self if display is self.display else self.with_display(display)
        pdf = page.pdf()
        self._session.lighten(self._composed.environment)
        return page_png(pdf, dpi=dpi, finer=fineness(display, dpi))

    def plates(self, dpi: float = 150.0) -> "Plates":
        """Its separations, a plate an ink, by Banxin's own drawing. Raises `BanxinError`."""
        return self._session.plates(self, dpi)

    def profile(self) -> "PressProfile | None":
        """The output profile of its press; None where not even the shipped one is there. Raises
        `ProfileError`."""
        return self._session.profile(self)

    def dump(self) -> str:
        """The display list as stable text."""
        from layout.display.dump import dump

        return dump(self.display)

    def write_pdf(self, path: str | Path, renderer: str = "press") -> Path:
        """Write the PDF, beside and renamed; returns the path."""
        return write_file(Path(path), self.pdf(renderer))

    def write_png(self, path: str | Path, dpi: float = 150.0) -> Path:
        """Write the picture, beside and renamed; returns the path."""
        return write_file(Path(path), self.png(dpi))


@record
class ManyPages:
    """Pages in one press PDF, and what was said of each, in their order."""

    pdf: bytes
    diagnostics: tuple[tuple[Diagnostic, ...], ...]


class Session:
    """Makes pages and keeps what they share. Not for use from several threads at once.

    With `lasting` false it keeps less of each page: for many pages that are made once.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self._lasting = lasting
        self._workshop = Workshop() if lasting else Workshop(**ONCE, lasting=False)
        self._backends: dict[str, Backend] = {}
        self._faces = SessionFaces()
        self._scenes: SceneMaker | None = None
        self._renewals = 0

    def page(
        self, spec: str | Path, *, overrides: Sequence[str] = (), env: Environment | None = None
    ) -> ComposedPage:
        """The page of a spec. `overrides` are `key.path=value`; `env` are other files than those of
        its project as they are. Raises `StopError`."""
        composed = compose_page(Path(spec), self._workshop, overrides=tuple(overrides), env=env)
        if self._renewals != self._workshop.renewals:
            self._renew()
        self._faces.add(composed.catalog)
        return ComposedPage(composed, self)

    def _renew(self) -> None:
        """Let go of what was drawn with faces whose files are others now."""
        self._renewals = self._workshop.renewals
        self._faces = SessionFaces()  # a page made before brings its own again
        self._backends.clear()
        if self._scenes is not None:
            self._scenes.forget()

    def page_files(self, spec: str | Path) -> tuple[Path, ...]:
        """The page specs behind a path: a page, an edition file, or an edition's folder.

        Raises `StopError` when it is none of these.
        """
        return pages_of(Path(spec))[0]

    def set_text(
        self,
        text: bytes | str,
        *,
        measure: float | Sequence[float],
        size: float = 9.0,
        name: str = "text",
        explained: bool = False,
        **style: Unpack[TextOptions],
    ) -> "TextSetting":
        """Each non-empty line of a text set as a paragraph at `measure` points.

        A sequence gives each line of a paragraph its own measure, and its last one to all further
        lines. `size` is in points; `name` is what diagnostics call the text; `explained` says of
        each line why it ends where it does. The other options are those of a style. Raises
        `StopError` for bytes that are no UTF-8 text and for an empty text, `FaceError` for a face
        that there is not.
        """
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        from layout.galley.lines import set_lines

        return set_lines(
            self._workshop.setter({}),
            data,
            _text_style(size, style),
            measure,
            name,
            explained=explained,
        )

    def galley(self, setting: "TextSetting") -> bytes:
        """The press PDF of a set text: its lines side by side in columns on one sheet (小样).

        Columns are as wide as the measure and read from left to right. Raises `StopError` where
        no PDF page is large enough and where a character would be lost.
        """
        from layout.flow.lower import lower_line
        from layout.galley.sheet import galley

        lost = [d for d in setting.diagnostics if d.severity == "error"]
        if any(d.code not in STILL_DRAWN for d in lost):
            raise StopError(lost)
        sheet = galley(setting)
        page = Page(
            name=Path(setting.name).stem,
            title=Path(setting.name).stem,
            date="",
            width=sheet.width,
            height=sheet.height,
            bleed=0.0,
            grid=sheet.grid,
            items=tuple([run for line in sheet.lines for run in lower_line(line)]),
            press=PressFacts(pdfx="none"),  # it is read and goes to no press
        )
        env = Files(root=Path())
        resources = Resources(
            catalog=self._workshop.setter({}).catalog,
            environment=env,
            pictures=self._workshop.pictures(env),
        )
        return self._backend("press").render([page], resources)

    def roles(self, lang: Language = "en") -> "tuple[RoleInfo, ...]":
        """The roles of type that every spec may use, and the bundled faces behind them, with
        their purpose in the words of a language."""
        from layout.faces.survey import roles

        return tuple(roles(self._workshop.setter({}).catalog, lang))

    def characters(self, text: str) -> "tuple[CharacterInfo, ...]":
        """For each different character of a text, which face draws it in each role."""
        from layout.faces.survey import characters

        return tuple(characters(self._workshop.setter({}).catalog, text))

    def render(self, pages: Sequence[ComposedPage], renderer: str = "press") -> bytes:
        """One file that holds the pages. Raises `BanxinError`."""
        for page in pages[1:]:
            self._faces.add(page.composed.catalog)
        resources = self.resources(pages[0])
        return self._backend(renderer).render([p.display for p in pages], resources)

    def file(self, specs: Sequence[str | Path], *, jobs: int | None = None) -> ManyPages:
        """One press PDF of the pages of a project, each by its spec, as `render` makes it of them.

        `jobs` is how many processes make them, one a core unless told. Raises `BanxinError` for the
        first page that cannot be made.
        """
        from layout.render.press.document import document_of
        from layout.workers import Died, share_out  # a page alone is made without it

        if isinstance(specs, str | Path):
            raise TypeError(f"a list of page specs is expected, and not one: [{specs!r}]")

        def work(at: int) -> "tuple[PreparedPage, tuple[Diagnostic, ...]] | BanxinError":
            try:
                page = self.page(specs[at])
                if not page.drawable:
                    return StopError(page.diagnostics)
                return self.prepare(page), page.diagnostics
            except BanxinError as fault:  # told in the order of the pages
                return fault

        self._press()  # loaded once for all
        results = dict(share_out(work, len(specs), cores() if jobs is None else jobs))
        pages: list[PreparedPage] = []
        found: list[tuple[Diagnostic, ...]] = []
        for at, spec in enumerate(specs):
            result = results.pop(at)
            if isinstance(result, Died):
                place, name = Place(str(spec)), Path(spec).name
                raise StopError([error("WORKER.died", place, file=name, end=result.told())])
            if isinstance(result, BanxinError):
                raise result
            pages.append(result[0])
            found.append(result[1])
        document, env = document_of(pages), Files.around(Path(specs[0]))
        pdf = self._whole(document, env, lambda at: self.page(specs[at]).display)
        return ManyPages(pdf=pdf, diagnostics=tuple(found))

    def remarks(self, renderer: str) -> tuple[Diagnostic, ...]:
        """What a renderer has to say of the last file it made: what its libraries warned of."""
        return self._backend(renderer).remarks

    def pictures(self, env: Environment) -> PictureStore:
        """The pictures of a project, as they are kept."""
        return self._workshop.pictures(env)

    def lighten(self, env: Environment) -> None:
        """Let go of large pictures of a project until they are asked for again."""
        self._workshop.pictures(env).lighten()

    def load(self, renderer: str = "press") -> None:
        """Load what PDFs are made with, before the process is forked, once for all its children."""
        if renderer == "press":
            self._press().cache.beside = False  # the other cores will have pages of their own

    def specs(self, spec: str | Path) -> tuple[tuple[Path, ...], EditionFile | None]:
        """As `page_files`, and the edition where the path is one: its file or its folder."""
        return pages_of(Path(spec))

    def prepare(self, page: ComposedPage) -> "PreparedPage":
        """See `ComposedPage.prepared`. Raises `BanxinError`."""
        return self._press().prepare(page.display, self.resources(page))

    def alone(self, page: ComposedPage, prepared: "PreparedPage") -> bytes:
        """The press PDF of a page that is prepared. Raises `BanxinError`."""
        from layout.render.press.document import document_of

        resources = self.resources(page)
        return self._press().bind(document_of([prepared]), resources, lambda _: page.display)

    def book(self, edition: EditionFile, pages: "Sequence[PreparedPage]", again: "Again") -> bytes:
        """One PDF of an edition's pages. `again` gives the display list of a page by its number,
        from 0; it is asked for few. Raises `BanxinError`."""
        from layout.render.press.imposed import leaf_of

        leaves = [leaf_of(page, at) for at, page in enumerate(pages)]
        return self._bind(edition, pages, leaves, again)

    def spreads(
        self,
        edition: EditionFile,
        pages: "Sequence[PreparedPage]",
        again: "Again",
        *,
        strip: bool = False,
    ) -> bytes:
        """One PDF of an edition's sheets, a side of one on each page. The pages must be of one size
        and two or more; with `strip` the last is what stands in the fold of the outermost side.
        Raises `BanxinError`."""
        from layout.render.press.imposed import spreads

        leaves = spreads(pages, edition.gutter, strip=strip)
        return self._bind(edition, pages, leaves, again)

    def _bind(
        self,
        edition: EditionFile,
        pages: "Sequence[PreparedPage]",
        leaves: "Sequence[ImposedPage]",
        again: "Again",
    ) -> bytes:
        from layout.render.press.document import Document

        document = Document(
            pages=tuple(pages),
            leaves=tuple(leaves),
            title=f"{edition.title} {pages[0].name}–{pages[-1].name}",
            date=edition.date or pages[0].date,
        )
        return self._whole(document, Files.around(edition.path), again)

    def _whole(self, document: "Document", env: Environment, again: "Again") -> bytes:
        """The PDF of a document whose pages are made: every core is free for it."""
        press = self._press()
        press.cache.beside = cores() > 1
        return press.bind(document, self._resources(env), again)

    def plates(self, page: ComposedPage, dpi: float) -> "Plates":
        """See `ComposedPage.plates`. Raises `BanxinError`."""
        from layout.plates.page import plates_of_page

        return plates_of_page(page.display, self.resources(page), dpi)

    def profile(self, page: ComposedPage) -> "PressProfile | None":
        """See `ComposedPage.profile`. Raises `ProfileError`."""
        pictures = self._workshop.pictures(page.composed.environment)
        return pictures.profile(page.display.press)

    def scene(self, page: ComposedPage) -> "Scene":
        """See `ComposedPage.scene`. Raises `BanxinError`."""
        return self.scenes.scene(page.display, self.resources(page))

    @property
    def scenes(self) -> "SceneMaker":
        """What makes its scenes: it has their outlines, and the pictures behind their addresses."""
        if self._scenes is None:
            from layout.render.svg.scene import SceneMaker  # a build makes none

            self._scenes = SceneMaker()
        return self._scenes

    def resources(self, page: ComposedPage) -> Resources:
        """What a renderer asks of the session to draw a page."""
        self._faces.add(page.composed.catalog)
        return self._resources(page.composed.environment)

    def _resources(self, env: Environment) -> Resources:
        pictures = self._workshop.pictures(env)
        return Resources(catalog=self._faces, environment=env, pictures=pictures)

    def _press(self) -> "PressBackend":
        return cast("PressBackend", self._backend("press"))

    def _backend(self, name: str) -> Backend:
        found = self._backends.get(name)
        if found is None:
            found = self._backends[name] = make_backend(name, lasting=self._lasting, ground=_ground)
        return found


def _ground(page: Page, resources: Resources, dpi: float) -> dict[str, tuple[int, int, bytes]]:
    """What a page lays of each ink: width, height and tones, a byte a pixel, 255 full ink."""
    from layout.plates.page import plates_of_page  # few pages of few papers

    drawn = plates_of_page(page, resources, dpi).by_ink
    return {ink: (rows.shape[1], rows.shape[0], rows.tobytes()) for ink, rows in drawn.items()}


def _text_style(size: float, options: Mapping[str, Any]) -> TextStyle:
    style = replace(STYLES["body"], size=size)
    given = dict(options)
    house = given.pop("house", None)
    if house is not None:
        from layout.spec.resolve.houses import in_house  # most texts name none

        style = in_house(style, house)
    return replace(style, **given)


def set_text(text: bytes | str, *, measure: float, **options: Any) -> "TextSetting":
    """`Session.set_text` for a lone text."""
    return Session().set_text(text, measure=measure, **options)


def length(text: str, *, bare: str = "pt", zi: float = 9.0) -> float:
    """Points of a length as a spec writes it: 9pt, 小五, 13zi, 41mm.

    A lone number counts in `bare`; one 字 is `zi` points. Raises `StopError`.
    """
    from layout.spec.reader.fields import Fault, Faults
    from layout.spec.reader.lengths import LengthKind
    from layout.spec.reader.nodes import Scalar
    from layout.units import ABSOLUTE_PT

    lone = text.replace(".", "", 1).isdigit() and text.isascii()
    node = Scalar(text + bare if lone else text, Place(""), plain=True)
    try:
        found = LengthKind(units=(*ABSOLUTE_PT, "zi", "em"), hao=True).read(node, Faults())
    except Fault as fault:
        raise StopError([error("LENGTH.text", fault=fault.said)]) from fault
    return float(found.value * ABSOLUTE_PT.get(found.unit, zi))


def schema_names() -> tuple[str, ...]:
    """The kinds of files that have a JSON Schema."""
    from layout.spec.documents import DOCUMENTS

    return tuple(DOCUMENTS)


def json_schema(name: str = "page", lang: Language = "en") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a page spec, an edition, a style sheet or a story's head,
    with the purpose of each key in a language.

    Raises `StopError` for another name.
    """
    from layout.spec import schema

    known = schema_names()
    if name not in known:
        hint = did_you_mean(name, known) or said("part.schemas", names=known)
        raise StopError([error("SCHEMA.unknown", name=shown(name), hint=hint)])
    return schema.json_schema(name, lang)
