"""Whole files with printer's marks: their boxes, what is drawn where, what is read."""

import io
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from layout.api import Session
from layout.check.press.profile import find_rules
from layout.check.press.run import preflight
from layout.cli import main
from layout.color import Color
from layout.display.items import Box, Item, Page
from layout.display.press import MARKS, PressFacts
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.record import replace
from layout.render.base import Resources
from layout.render.press.document import Document, PressBackend, document_of
from layout.render.press.imposed import spreads
from layout.units import mm
from tests import pdfread
from tests.toypage import Faces, page, run

ALL = PressFacts(marks=" ".join(MARKS))
SPOT = Color(20, 40, 90, 10, "专色金")
SPECIMEN = Path(__file__).parents[3] / "specs/press"
BOXES = ("/MediaBox", "/BleedBox", "/TrimBox")
Bind = Callable[..., bytes]


def items(song: Face, ink: Color) -> list[Item]:
    """A page full of ink from bleed to bleed, a spot, and two lines of text."""
    whole = Rect(-mm(3), -mm(3), mm(206), mm(286))
    return [
        Box(rect=whole, fill=ink),
        Box(rect=Rect(60, 300, 80, 80), fill=SPOT),
        run(song, "版心之外，", y=100),
        run(song, "无字可读。", y=120),
    ]


@pytest.fixture
def bind(song: Face, hei: Face, kai: Face, tmp_path: object) -> Bind:
    """Makes a file of pages, each in its own ink, with or without marks, side by side or not."""
    resources = Resources.of(Faces(song, hei, kai), Files(root=tmp_path))  # type: ignore[arg-type]

    def bound(*inks: Color, press: PressFacts, side_by_side: bool = False) -> bytes:
        pages: list[Page] = [
            replace(page(*items(song, ink), name=f"T{at}"), press=press)
            for at, ink in enumerate(inks, 1)
        ]
        backend = PressBackend()
        made = [backend.prepare(each, resources) for each in pages]
        document = document_of(made)
        if side_by_side:
            leaves = spreads(made, mm(4))
            document = Document(pages=tuple(made), leaves=leaves, title="", date="")
        return backend.bind(document, resources, pages.__getitem__)

    return bound


def boxes(data: bytes, at: int = 0) -> list[list[float]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sheet = pdf.pages[at]
        return [
            [float(v) for v in sheet.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        ]


def pixels(data: bytes, at: int = 0, scale: float = 2.0) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        image: Image.Image = pdf[at].render(scale=scale).to_pil()
        return image


@pytest.mark.parametrize("side_by_side", [False, True], ids=["a page", "a sheet"])
def test_within_the_bleed_nothing_changes(bind: Bind, side_by_side: bool) -> None:
    inks = [Color(y=10), Color(c=10)] if side_by_side else [Color(y=10)]
    plain = bind(*inks, press=PressFacts(), side_by_side=side_by_side)
    marked = bind(*inks, press=ALL, side_by_side=side_by_side)
    at = 1 if side_by_side else 0  # of two pages the inner side has both
    media, bleed, trim = boxes(marked, at)
    whole, _, bare = boxes(plain, at)
    for one, other in ((trim, bare), (bleed, whole)):
        assert one[2] - one[0] == pytest.approx(other[2] - other[0], abs=0.001)
        assert one[3] - one[1] == pytest.approx(other[3] - other[1], abs=0.001)
    assert media[0] == media[1] == 0
    assert all(a > b for a, b in zip(bleed[:2], media[:2], strict=True))
    # The page with marks is moved to where it stands without them, and compared pixel by pixel.
    with pikepdf.open(io.BytesIO(marked)) as pdf:
        pdf.pages[at].obj.MediaBox = pdf.pages[at].obj.BleedBox
        out = io.BytesIO()
        pdf.save(out)
    images = pixels(out.getvalue(), at), pixels(plain, at)
    assert images[0].size == images[1].size
    # Glyphs fall on other parts of a pixel; what was moved, lost or drawn over is more than that.
    soft = [image.filter(ImageFilter.BoxBlur(4)) for image in images]
    bands = ImageChops.difference(*soft).split()
    assert max(max(band.tobytes()) for band in bands) < 30


def test_what_is_read_is_what_is_read_without_marks(bind: Bind) -> None:
    plain = bind(Color(y=10), press=PressFacts())
    marked = bind(Color(y=10), press=ALL)
    assert pdfread.text(marked) == pdfread.text(plain) == "版心之外，无字可读。"
    places = [
        [(c.char, round(c.x, 2), round(c.y, 2)) for c in pdfread.chars(f)] for f in (plain, marked)
    ]
    assert places[0] == places[1]


def test_marks_bring_no_font(bind: Bind) -> None:
    marked = bind(Color(y=10), press=ALL)
    plain = bind(Color(y=10), press=PressFacts())
    assert re.findall(rb"/BaseFont/[^/]+", marked) == re.findall(rb"/BaseFont/[^/]+", plain)
    assert b"Helvetica" not in marked


def test_every_plate_has_the_targets_and_the_spot_its_patches(bind: Bind) -> None:
    with pikepdf.open(io.BytesIO(bind(Color(y=10), press=ALL))) as pdf:
        form = pdf.pages[0].Resources.XObject.Marks
        names = {str(space[1]) for space in form.Resources.ColorSpace.values()}
        assert names == {"/All", f"/{SPOT.spot}"}
        assert all(space[0] == "/Separation" for space in form.Resources.ColorSpace.values())
        assert all(space[2] == "/DeviceCMYK" for space in form.Resources.ColorSpace.values())
        content = form.read_bytes().decode("ascii")
        assert not re.search(r"\b(rg|RG|g|G)\b", content)
        found = pikepdf.parse_content_stream(pdf.pages[0])
        kinds = [str(one.operator) for one in found]
        assert kinds.count("q") == kinds.count("Q")


def test_the_pages_of_a_sheet_have_no_marks_of_their_own(bind: Bind) -> None:
    inks = [Color(y=10), Color(c=10), Color(m=10), Color(k=10)]
    marked = bind(*inks, press=ALL, side_by_side=True)
    media, bleed, trim = boxes(marked, 0)
    assert trim[2] - trim[0] == pytest.approx(2 * mm(200) + mm(4), abs=0.001)
    with pikepdf.open(io.BytesIO(marked)) as pdf:
        for sheet in pdf.pages:
            names = set(sheet.Resources.XObject.keys())
            assert names == {"/Marks", "/L", "/R"}
            for half in ("L", "R"):
                assert "/XObject" not in sheet.Resources.XObject[f"/{half}"].Resources
    image = pixels(marked, 0, 3.0)
    middle = (media[3] - trim[1] + 3) * 3  # a millimetre below the foot of the trim, in the bleed
    flat = image.convert("RGB")
    row = [flat.getpixel((x, round(middle))) for x in range(flat.width)]
    # Bleed of the left page, white over the fold, bleed of the right one, and nothing drawn across.
    changes = [x for x, (one, other) in enumerate(pairwise(row)) if one != other]
    assert len({row[x] for x in range(round(bleed[0] * 3) + 3, round(trim[2] * 3) - 3)}) == 3
    assert len(changes) < 12


def test_marks_are_kept_with_the_book(bind: Bind) -> None:
    book = bind(Color(y=10), Color(c=10), press=ALL)
    with pikepdf.open(io.BytesIO(book)) as pdf:
        assert len(pdf.pages) == 2
        forms = [sheet.Resources.XObject.Marks.read_bytes() for sheet in pdf.pages]
    assert forms[0] != forms[1]  # their names and builds


def test_the_same_pages_give_the_same_bytes(bind: Bind) -> None:
    assert bind(Color(y=10), press=ALL) == bind(Color(y=10), press=ALL)
    assert bind(Color(y=10), press=ALL) != bind(Color(y=11), press=ALL)


def test_the_specimen_has_marks_round_page_book_and_sheet(tmp_path: Path) -> None:
    assert main(["build", str(SPECIMEN), "-q", "-o", str(tmp_path)]) == 0
    rules = find_rules("newspaper-x4")
    for name, pages in (("X1", 1), ("X2", 1), ("press", 2), ("press-spreads", 2)):
        report = preflight((tmp_path / f"{name}.pdf").read_bytes(), name, rules)
        found = [d for result in report.results for d in result.found if d.severity == "error"]
        assert {d.code for d in found} == {"PF11"}  # a spot is no ink of most newspapers
        with pikepdf.open(tmp_path / f"{name}.pdf") as pdf:
            assert len(pdf.pages) == pages
            spots = set()
            for sheet in pdf.pages:
                spaces = sheet.Resources.XObject.Marks.Resources.ColorSpace
                spots |= {str(space[1]) for space in spaces.values()}
            assert spots == {"/All", "/PANTONE 871 C"}


def test_the_specimen_is_a_page_without_complaint() -> None:
    for name in ("X1", "X2"):
        page = Session().page(SPECIMEN / f"{name}.yaml")
        assert not [d for d in page.diagnostics if d.severity != "info"]
        assert page.display.press.marks == " ".join(MARKS)
