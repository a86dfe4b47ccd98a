"""A page of a PDF as a Form XObject: to be placed on a page of ours as it is. ISO 32000-1, 8.10.

What is read is plain data: objects as finished bytes with references to one another by index, so
that it goes from one process to another and into any file. Vector art stays vector, streams stay as
they are coded; fonts, spots and overprint come along, what is no part of the picture does not.
"""

import hashlib
import io
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from math import isfinite
from typing import Any, Final

import pikepdf

from layout.errors import BanxinError
from layout.pdf.art import ArtFacts, Box, FormError, FormObject, PlacedForm
from layout.pdf.copied import Copier
from layout.pdf.recolour import Inks, Recolour
from layout.record import record
from layout.words.said import Said, said

MOST_SIDE: Final = 14400.0
"""Points of a page's side, as readers take them (ISO 32000-1, annex C); a sheet of 5 metres."""
LEAST_SIDE: Final = 1.0
MOST_CONTENT: Final = 64 << 20
"""Bytes of a page's operators, decoded."""
MOST_STREAM: Final = 512 << 20
"""Bytes of a stream, decoded: of a broadsheet's picture at 300 ppi 250 MB."""
MOST_TREE: Final = 64
"""Levels of the tree of pages."""


def read_form(data: bytes, name: str, number: int, inks: Inks) -> PlacedForm:
    """Page `number` (from 1) of a PDF as a form. RGB in it is put into ink by `inks`.

    Raises `FormError`, naming the file.
    """
    with _guarded(name):
        return _read(data, name, number, inks)


def read_size(data: bytes, name: str, number: int) -> tuple[float, float]:
    """Width and height of what would be placed of a page, in points. Raises `FormError`."""
    with _guarded(name), open_art(data, name) as pdf:
        page = _page(pdf, name, number)
        return _size(_boxes(page, name).trim, _turn(page), _unit(page))


@contextmanager
def _guarded(name: str) -> Iterator[None]:
    """Whatever a damaged file raises is a `FormError` that names it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)  # of content that ends too early
            yield
    except FormError:
        raise
    except BanxinError as exc:  # of a limit
        raise FormError(said("part.art-over", file=name, why=exc.args[0])) from exc
    except RecursionError as exc:
        raise FormError(said("part.art-deep", file=name)) from exc
    except MemoryError as exc:
        raise FormError(said("part.picture-memory", file=name)) from exc
    except _FAULTS as exc:
        raise FormError(said("part.art-damaged", file=name, reason=_reason(exc))) from exc


_FAULTS: Final = (
    pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError, AttributeError,
    ArithmeticError, NotImplementedError, OSError, zlib.error, UserWarning,
)  # fmt: skip


def open_art(data: bytes, name: str) -> pikepdf.Pdf:
    """A PDF, opened. One that has to be guessed at is refused: what it lost is not known."""
    limited = getattr(pikepdf.settings, "set_qpdf_limits", None)  # of the process: set anew
    if limited is not None:
        limited(
            flate_max_memory=MOST_STREAM, run_length_max_memory=MOST_STREAM,
            dct_max_memory=(1 << 32) - 1,  # counted some 18 times, so a photograph has many
            parser_max_nesting=200,
        )  # fmt: skip
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True, attempt_recovery=False)
    except pikepdf.PasswordError as exc:
        raise FormError(said("part.art-locked", file=name)) from exc
    if pdf.is_encrypted:
        raise FormError(said("part.art-locked", file=name))
    return pdf


def _read(data: bytes, name: str, number: int, inks: Inks) -> PlacedForm:
    with open_art(data, name) as pdf:
        page, count = _page(pdf, name, number), len(pdf.pages)
        boxes = _boxes(page, name)
        content = _content(pdf, page)
        resources = inherited(page, "/Resources")
        if not isinstance(resources, pikepdf.Dictionary):
            resources = pikepdf.Dictionary()
        form = pdf.make_stream(content)
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.Resources = resources
        turn, unit = _turn(page), _unit(page)
        form.BBox = pikepdf.Array([_plain(v) for v in boxes.shown])
        form.Matrix = pikepdf.Array([_plain(v) for v in _matrix(boxes.trim, turn, unit)])
        walk = Recolour(inks, pdf)
        walk.whole(form)
        facts = _facts(pdf, page, walk)
        _drop_idle_fonts(resources, walk)
        if facts.transparent:
            group = {"/S": pikepdf.Name.Transparency, "/CS": pikepdf.Name.DeviceCMYK, "/I": True}
            form.Group = pikepdf.Dictionary(group)
        copier = Copier()
        copier.copy(form)
        told = pdf.get_warnings()
        if told:
            raise FormError(said("part.art-damaged", file=name, reason=_reason(told[0])))
        objects = tuple([FormObject(pieces=p, digest=d) for p, d in copier.objects])
    width, height = _size(boxes.trim, turn, unit)
    return PlacedForm(
        objects=objects,
        width=width,
        height=height,
        bleed=_turned(boxes.beyond(unit), turn),
        trimmed=boxes.trimmed,
        pages=count,
        facts=facts,
        digest=hashlib.sha256(b"".join([o.digest for o in objects])).hexdigest(),
    )


def _page(pdf: Any, name: str, number: int) -> Any:
    count = len(pdf.pages)
    if not 1 <= number <= count:
        raise FormError(said("part.art-no-page", file=name, page=number, pages=count))
    return pdf.pages[number - 1].obj


def _size(trim: Box, turn: int, unit: float) -> tuple[float, float]:
    """Width and height of a page as it is read, in points."""
    wide, high = (trim[2] - trim[0]) * unit, (trim[3] - trim[1]) * unit
    return (high, wide) if turn % 2 else (wide, high)


def _facts(pdf: Any, page: Any, walk: Recolour) -> ArtFacts:
    """What was met on the page."""
    notes = page.get("/Annots")
    return ArtFacts(
        fonts=tuple(sorted(_plain_name(n) for n, font in walk.fonts.items() if not _brought(font))),
        spots=tuple(walk.spots),
        converted=tuple(walk.converted),
        left=tuple(walk.left),
        barred=tuple(walk.barred),
        transparent=walk.transparent,
        hidden=_hidden(pdf, walk.layers),
        notes=len(notes) if isinstance(notes, pikepdf.Array) else 0,
        empty=not walk.drawn,
    )


def _plain_name(name: str) -> str:
    """A font's name without its slash and the tag of its subset."""
    name = name.lstrip("/")
    return name[7:] if name[6:7] == "+" else name


def _brought(font: Any) -> bool:
    """Whether a font's outlines are in the file."""
    if str(font.get("/Subtype", "")) == "/Type3":
        return True
    below = font.get("/DescendantFonts")
    if isinstance(below, pikepdf.Array) and len(below):
        font = below[0]
    descriptor = font.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return False
    return any(isinstance(descriptor.get(k), pikepdf.Stream) for k in _FONT_FILES)


_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")


def _drop_idle_fonts(resources: Any, walk: Recolour) -> None:
    """Take out fonts that no text is shown with: many a program lists Helvetica on every page."""
    table = resources.get("/Font")
    if not isinstance(table, pikepdf.Dictionary):
        return
    used = {font.objgen for font in walk.fonts.values()}
    for name, font in list(table.items()):
        if isinstance(font, pikepdf.Dictionary) and not _brought(font) and font.objgen not in used:
            del table[name]


def _hidden(pdf: Any, layers: list[Any]) -> bool:
    """Whether one of the layers met is off, as the file is opened."""
    given = pdf.Root.get("/OCProperties")
    if not layers or not isinstance(given, pikepdf.Dictionary):
        return False
    shown = given.get("/D", pikepdf.Dictionary())
    off = {one.objgen for one in shown.get("/OFF", [])}
    on = {one.objgen for one in shown.get("/ON", [])}
    all_off = str(shown.get("/BaseState", "/ON")) == "/OFF"
    met: list[Any] = []
    for layer in layers:
        members = layer.get("/OCGs")
        met += list(members) if isinstance(members, pikepdf.Array) else [members or layer]
    return any(one.objgen in off or (all_off and one.objgen not in on) for one in met)


@record
class _Boxes:
    """The trim of a page and what may be shown of it, in its own units."""

    trim: Box
    shown: Box
    trimmed: bool

    def beyond(self, unit: float) -> Box:
        """Points beyond the trim at the left, top, right and bottom, as the page is written."""
        return (
            max(0.0, (self.trim[0] - self.shown[0]) * unit),
            max(0.0, (self.shown[3] - self.trim[3]) * unit),
            max(0.0, (self.shown[2] - self.trim[2]) * unit),
            max(0.0, (self.trim[1] - self.shown[1]) * unit),
        )


def _boxes(page: Any, name: str) -> _Boxes:
    """What is placed of a page: its TrimBox, else ArtBox, CropBox, MediaBox; all of it in the
    MediaBox, as readers cut it off there."""
    media = _box(inherited(page, "/MediaBox"))
    if media is None:
        raise FormError(said("part.art-no-box", file=name))
    crop = _within(_box(inherited(page, "/CropBox")), media) or media
    trim = _within(_box(page.get("/TrimBox")), media)
    art = _within(_box(page.get("/ArtBox")), media)
    placed = trim or art or crop
    bleed = _within(_box(page.get("/BleedBox")), media)
    shown = bleed if bleed is not None else placed
    shown = (  # a BleedBox inside of the trim cuts nothing off
        min(shown[0], placed[0]), min(shown[1], placed[1]),
        max(shown[2], placed[2]), max(shown[3], placed[3]),
    )  # fmt: skip
    unit = _unit(page)
    sides = ((placed[2] - placed[0]) * unit, (placed[3] - placed[1]) * unit)
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        told = said("part.art-size", file=name, wide_pt=sides[0], high_pt=sides[1])
        raise FormError(told)
    return _Boxes(trim=placed, shown=shown, trimmed=trim is not None or art is not None)


def _box(value: Any) -> Box | None:
    """A rectangle with its lower left corner first; None of what is none."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(v) for v in value)
    except _FAULTS:
        return None
    if not all(isfinite(v) and abs(v) < 1e6 for v in (x0, y0, x1, y1)):
        return None
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if box[2] > box[0] and box[3] > box[1] else None


def _within(box: Box | None, media: Box) -> Box | None:
    if box is None:
        return None
    cut = (
        max(box[0], media[0]), max(box[1], media[1]), min(box[2], media[2]), min(box[3], media[3])
    )  # fmt: skip
    return cut if cut[2] > cut[0] and cut[3] > cut[1] else None


def inherited(page: Any, key: str) -> Any:
    """An entry of a page, or of the nodes of the tree of pages over it; None where none has it."""
    node = page
    for _ in range(MOST_TREE):
        value = node.get(key)
        if value is not None:
            return value
        node = node.get("/Parent")
        if not isinstance(node, pikepdf.Dictionary):
            return None
    return None


def _turn(page: Any) -> int:
    """Quarter turns clockwise by which a page is shown."""
    turned = inherited(page, "/Rotate")
    try:
        return round(float(turned) / 90) % 4 if turned is not None else 0
    except _FAULTS:
        return 0


def _unit(page: Any) -> float:
    """Points of a unit of the page's own space."""
    try:
        unit = float(page.get("/UserUnit", 1))
    except _FAULTS:
        return 1.0
    return unit if isfinite(unit) and 0.001 <= unit <= 1e5 else 1.0


def _matrix(trim: Box, turn: int, unit: float) -> tuple[float, ...]:
    """From a page's own space to points from the lower left corner of its trim as it is shown."""
    x0, y0, x1, y1 = (v * unit for v in trim)
    u = unit
    return (
        (u, 0.0, 0.0, u, -x0, -y0),
        (0.0, -u, u, 0.0, -y0, x1),
        (-u, 0.0, 0.0, -u, x1, y1),
        (0.0, u, -u, 0.0, y1, -x0),
    )[turn]


def _turned(sides: Box, turn: int) -> Box:
    """What lies at the left, top, right and bottom, after quarter turns clockwise."""
    for _ in range(turn):
        left, top, right, bottom = sides
        sides = (bottom, left, top, right)
    return sides


def _content(pdf: Any, page: Any) -> bytes:
    """The operators of a page, its streams joined. States that are left open are closed, and what
    closes none is preceded by one: a form must be whole."""
    given = page.get("/Contents")
    if given is None:
        return b""
    streams = list(given) if isinstance(given, pikepdf.Array) else [given]
    parts: list[bytes] = []
    size = 0
    for one in streams:
        if not isinstance(one, pikepdf.Stream):
            continue
        parts.append(one.read_bytes())
        size += len(parts[-1])
        if size > MOST_CONTENT:
            raise FormError(said("part.art-content", most_mb=MOST_CONTENT >> 20))
    content = b"\n".join(parts)
    depth = least = 0
    for one in pikepdf.parse_content_stream(pikepdf.Stream(pdf, content), "q Q"):
        depth += 1 if str(one.operator) == "q" else -1
        least = min(least, depth)
    content = b"q " * -least + content
    return content + b"\nQ" * (depth - least) if depth > least else content


def _plain(value: float) -> Any:
    """A number as it is written into a dictionary."""

    return Decimal(f"{value:.6f}")


def _reason(exc: object) -> Said:
    """What pikepdf says, its first line without the name of a buffer."""
    text = str(exc).split("\n", 1)[0]
    if "BytesIO" in text or ".pdf" in text:
        text = text.partition(": ")[2] or text
    return said("part.program-says", text=text[:90])
