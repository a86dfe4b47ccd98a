"""A page of a PDF placed on a page of ours: its box, its bleed, its spot and its overprint."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from layout.api import ComposedPage, Session
from layout.diagnostics import StopError
from layout.display.items import Picture
from layout.geometry import Rect
from layout.render.base import Resources
from layout.render.press.document import PressBackend
from tests.artmade import ORANGE, advert_pdf, page_of, saved
from tests.conftest import Project
from tests.told import told

PAGE = """\
page: G1
format: tabloid
blocks:
  - {id: ad, advert: %s, mark: false, at: {cols: 1-3, lines: 5-20}}
  - {id: again, picture: %s, at: {cols: 4-6, lines: 5-20}}
"""
EDGE = """\
page: G1
format: {width: 200pt, height: 200pt, bleed: 3mm, columns: 1, column: 200pt, gutter: 0pt, top: 0mm,
  pitch: 10pt, body: 8pt, lines: 20}
blocks:
  - {id: ad, advert: assets/ad.pdf, mark: false, at: {cols: 1, lines: 1-10}}
"""
"""A page of which an advert of 200 × 100 points takes the upper half, to three of its edges."""


def made(
    project: Project, data: bytes, source: str = "assets/ad.pdf", page: str = PAGE
) -> ComposedPage:
    project.path("assets/ad.pdf").write_bytes(data)
    return project.composed(page.replace("%s", source))


def rect_of(page: ComposedPage) -> Rect:
    return next(i.rect for i in page.display.items if isinstance(i, Picture))


def tone(image: Image.Image, x: float, y: float) -> int:
    """Of a grey pixel."""
    return int(image.crop((round(x), round(y), round(x) + 1, round(y) + 1)).tobytes()[0])


def forms(pdf: pikepdf.Pdf) -> list[Any]:
    return [x for x in pdf.pages[0].Resources.XObject.values() if x.Subtype == "/Form"]


def test_it_is_a_form_of_the_file_with_its_spot_and_its_overprint(project: Project) -> None:
    page = made(project, advert_pdf())
    assert [told(d, "file", "spots") for d in page.diagnostics if d.code == "ARTWORK"] == [
        ("ARTWORK.spots", {"file": "assets/ad.pdf", "spots": (ORANGE,)})
    ]
    with pikepdf.open(io.BytesIO(page.pdf())) as pdf:
        assert pdf.check_pdf_syntax() == []
        (form,) = forms(pdf)  # of both placements
        assert form.Resources.ColorSpace.Spot[1] == "/" + ORANGE
        assert form.Resources.ExtGState.Over.OPM == 1
        assert b"/Spot cs 1 scn 20 20 60 40 re f" in form.read_bytes()
        assert pdf.pages[0].Contents.read_bytes().count(b"cm /P1 Do") == 2


def test_the_trim_stands_in_the_rectangle_of_the_advert(project: Project) -> None:
    four = b"""1 0 0 0 k -50 -50 400 400 re f 0 0 0 1 k
10 10 4 4 re f 206 10 4 4 re f 10 106 4 4 re f 206 106 4 4 re f"""
    page = made(project, advert_pdf(four))
    shot = Image.open(io.BytesIO(page.png(144))).convert("L")
    rect = rect_of(page)
    assert rect.width / rect.height == pytest.approx(2.0, abs=0.001)
    for x, y in (
        (rect.x, rect.y),
        (rect.right, rect.y),
        (rect.x, rect.bottom),
        (rect.right, rect.bottom),
    ):
        inside = -3 if x > rect.x else 3, -3 if y > rect.y else 3
        own = tone(shot, 2 * x + inside[0], 2 * y + inside[1])
        beyond = tone(shot, 2 * (x - inside[0]), 2 * (y - inside[1]))
        assert own < 80, (x, y)
        assert beyond > 240, (x, y)  # its own bleed is cut off: it stands at no edge


def test_at_the_edge_of_the_page_its_bleed_is_kept(project: Project) -> None:
    data = advert_pdf(b"0 0 0 1 k -50 -50 400 400 re f", BleedBox=[4, 0, 220, 120])
    pdf = made(project, data, page=EDGE).pdf()
    page = pypdfium2.PdfDocument(pdf)[0]
    shot = page.render(scale=2).to_pil().convert("L")
    left, _foot, _, top = page.get_trimbox()
    height = page.get_height()

    def ink(x: float, y: float) -> bool:
        """At a place from the trim's top left, in points."""
        return tone(shot, 2 * (left + x), 2 * (height - top + y)) < 80

    assert [ink(x, 50) for x in (-7, -5, 5, 199, 206)] == [False, True, True, True, True]
    assert [ink(100, y) for y in (-7, 50, 99, 101)] == [True, True, True, False]


def test_its_text_is_read_back(project: Project) -> None:
    text = Session().page(project.spec)
    data = text.pdf()
    own = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    page = made(project, data, page=PAGE.replace("picture: %s", "picture: assets/park.jpg"))
    read = pypdfium2.PdfDocument(page.pdf())[0].get_textpage().get_text_range()
    assert len(own) > 100
    assert "".join(own.split()) == "".join(read.split())


def test_pages_of_one_file_share_their_objects(project: Project) -> None:
    pdf = pikepdf.new()
    page_of(pdf)
    page_of(pdf, b"0 0 0 1 k 30 30 50 50 re f", resources=pdf.pages[0].obj.Resources)
    project.path("assets/ads.pdf").write_bytes(saved(pdf))
    page = project.composed(PAGE % ("assets/ads.pdf", "assets/ads.pdf#2"))
    with pikepdf.open(io.BytesIO(page.pdf())) as read:
        first, second = forms(read)
        assert (
            first.Resources.ColorSpace.Spot[3].objgen == second.Resources.ColorSpace.Spot[3].objgen
        )


def test_a_book_has_it_once(project: Project) -> None:
    page = made(project, advert_pdf())
    composed = page.composed
    resources = Resources.of(composed.catalog, composed.environment)
    with pikepdf.open(
        io.BytesIO(PressBackend().render([page.display, page.display], resources))
    ) as pdf:
        found = {p.Resources.XObject.P1.objgen for p in pdf.pages}
        assert len(found) == 1


def test_the_same_page_gives_the_same_bytes_and_a_changed_advert_others(project: Project) -> None:
    session = Session()
    page = made(project, advert_pdf())
    first = page.pdf()
    assert session.page(project.path("G1.yaml")).pdf() == first
    project.path("assets/ad.pdf").write_bytes(advert_pdf(b"0 0 0 1 k 0 0 300 300 re f"))
    assert session.page(project.path("G1.yaml")).pdf() != first


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"content": b"q Q"}, "ARTWORK.empty"),
        (
            {
                "content": b"BT /F 9 Tf (a) Tj ET",
                "resources": pikepdf.Dictionary(
                    Font={"/F": pikepdf.Dictionary(Subtype=pikepdf.Name.Type1,
                                                   BaseFont=pikepdf.Name.Times)}
                ),
            },
            "ARTWORK.fonts",
        ),
        ({"content": b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID \xff\0\0 EI"}, "ARTWORK.rgb"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_stops_the_page(
    project: Project, options: dict[str, Any], key: str
) -> None:
    with pytest.raises(StopError) as stop:
        made(project, advert_pdf(**options))
    assert [told(d)[0] for d in stop.value.diagnostics if d.severity == "error"] == [key, key]


def test_a_page_that_is_not_there_is_told_where_it_is_named(project: Project) -> None:
    with pytest.raises(StopError) as stop:
        made(project, advert_pdf(), "assets/ad.pdf#3")
    first = stop.value.diagnostics[0]
    assert str(first.where) == "G1.yaml:4:22"
    assert "there is no page 3" in str(first.said)


def test_in_the_facsimile_it_is_a_picture_of_it(project: Project) -> None:
    page = made(project, advert_pdf())
    html = page.html().decode("utf-8")
    assert html.count("data:image/png;base64,") == 2


@pytest.mark.skipif(shutil.which("gs") is None, reason="needs Ghostscript")
def test_its_spot_has_a_plate_and_its_black_overprints(project: Project, tmp_path: Path) -> None:
    page = made(project, advert_pdf())
    path = tmp_path / "page.pdf"
    path.write_bytes(page.pdf())
    subprocess.run(
        ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r144",
         "-dUseTrimBox", f"-sOutputFile={tmp_path}/p.tif", str(path)],
        check=True, timeout=120,
    )  # fmt: skip
    rect = rect_of(page)
    unit = rect.width / 200
    at = {
        name: (round((rect.x + (x - 10) * unit) * 2), round((rect.y + (110 - y) * unit) * 2))
        for name, (x, y) in {"spot": (70, 50), "over": (40, 35), "ground": (150, 80)}.items()
    }

    def ink(plate: str, name: str) -> int:
        with Image.open(next(tmp_path.glob(f"p*({plate})*.tif"))) as read:
            return 255 - tone(read.convert("L"), *at[name])

    assert [ink(ORANGE, name) > 250 for name in ("spot", "over", "ground")] == [True, True, False]
    assert [ink("Black", name) > 250 for name in ("spot", "over", "ground")] == [False, True, False]
    assert ink("Black", "ground") == pytest.approx(51, abs=4)
    assert ink("Magenta", "spot") == 0  # the spot is a plate, not its stand-in
