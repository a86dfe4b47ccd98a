"""PDFs drawn and compared: what must count and what must not, at 150 dpi."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from layout.api import Session
from layout.compare.drawn import by_pixels
from layout.compare.side import CompareError, PageSide
from layout.display.items import GlyphRun, Item
from layout.record import replace
from layout.render.png import PdfPages
from layout.units import mm
from tests.compare.changed import shifted
from tests.conftest import Project


def side(data: bytes, name: str = "P") -> PageSide:
    pages = PdfPages(data)
    size = pages.size(0)
    pages.close()
    return PageSide(name=name, source=f"{name}.pdf", kind="pdf", pdf=lambda: (data, 0),
                    size=lambda: size)  # fmt: skip


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = (300, 200)) -> PageSide:
    canvas = Canvas("", pagesize=size, invariant=1)
    draw(canvas)
    return side(canvas.getpdfdata())


def kinds(a: PageSide, b: PageSide, tolerance: float = 0.05) -> list[str]:
    return [change.what for change in by_pixels(a, b, tolerance, 150.0).changes]


def text(canvas: Canvas, words: str, dx_mm: float = 0.0, size: float = 9) -> None:
    canvas.setFont("Times-Roman", size)
    for line in range(8):
        canvas.drawString(20 + mm(dx_mm), 150 - 14 * line, words)


WORDS = "Early in the morning, at six, the first bus leaves the station"


@pytest.mark.parametrize("way", [0.01, 0.02, 0.03, 0.04, 0.05])
def test_a_shift_below_the_tolerance_is_none(way: float) -> None:
    assert kinds(drawn(lambda c: text(c, WORDS)), drawn(lambda c: text(c, WORDS, way))) == []


@pytest.mark.parametrize("way", [0.15, 0.25, 0.6])
def test_a_shift_above_it_is_found(way: float) -> None:
    assert kinds(drawn(lambda c: text(c, WORDS)), drawn(lambda c: text(c, WORDS, way)))


def test_a_wider_tolerance_takes_more() -> None:
    a, b = drawn(lambda c: text(c, WORDS)), drawn(lambda c: text(c, WORDS, 0.25))
    assert kinds(a, b, 0.3) == []


@pytest.mark.parametrize("size", [5, 7, 9, 30])
@pytest.mark.parametrize("mark", [",", ".", "'", "-"])
def test_one_mark_that_is_missing_is_found(size: float, mark: str) -> None:
    def page(canvas: Canvas, given: str) -> None:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(20, 100, "station")
        canvas.drawString(20 + 5 * size, 100, given)
        canvas.drawString(20 + 6 * size, 100, "at six")

    a, b = drawn(lambda c: page(c, mark)), drawn(lambda c: page(c, ""))
    assert kinds(a, b) == ["gone"]
    assert kinds(b, a) == ["new"]


def test_colour_tint_rule_and_knocked_out_letters() -> None:
    def page(canvas: Canvas, fill: tuple[float, ...], tint: float, rule: float, word: str) -> None:
        canvas.setFillColorCMYK(*fill)
        canvas.rect(10, 150, 60, 40, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, tint)
        canvas.rect(100, 100, 150, 90, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        if rule:
            canvas.rect(10, 20, 200, rule, stroke=0, fill=1)
        canvas.rect(10, 40, 80, 40, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 0)
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(14, 55, f"six o'clock{word}")

    plain = ((0.0, 1.0, 1.0, 0.0), 0.10, 0.25, ",")
    a = drawn(lambda c: page(c, *plain))
    changes = (
        ((1.0, 0.0, 1.0, 0.0), 0.10, 0.25, ","), ((0.0, 1.0, 1.0, 0.0), 0.13, 0.25, ","),
        ((0.0, 1.0, 1.0, 0.0), 0.10, 0.0, ","), ((0.0, 1.0, 1.0, 0.0), 0.10, 0.25, ""),
    )  # fmt: skip
    assert kinds(a, drawn(lambda c: page(c, *plain))) == []
    for changed in changes:
        found = kinds(a, drawn(lambda c, changed=changed: page(c, *changed)))  # type: ignore[misc]
        assert len(found) == 1, changed
    assert kinds(a, drawn(lambda c: page(c, *changes[1]))) == ["tint"]


def test_pages_of_other_sizes_are_laid_at_the_top_left() -> None:
    a = drawn(lambda c: c.rect(20, 150, 30, 20, fill=1))
    b = drawn(lambda c: c.rect(20, 170, 30, 20, fill=1), (320, 220))
    assert kinds(a, b) == ["size"]


def test_a_page_that_is_turned_is_told() -> None:
    import io

    import pikepdf

    a = drawn(lambda c: text(c, WORDS))
    with pikepdf.open(io.BytesIO(a.pdf()[0])) as document:
        document.pages[0].rotate(90, relative=False)
        out = io.BytesIO()
        document.save(out)
    assert kinds(a, side(out.getvalue())) == ["rotated"]


def test_a_huge_page_is_refused_with_its_size() -> None:
    a = drawn(lambda c: text(c, WORDS), (14400, 14400))
    with pytest.raises(CompareError, match="5080"):
        by_pixels(a, drawn(lambda c: text(c, WORDS), (14000, 14400)), 0.05, 150.0)


def test_what_lies_there_is_said(project: Project) -> None:
    session = Session()
    page = session.page(project.spec)
    at, run = next(
        (n, i) for n, i in enumerate(page.display.items)
        if isinstance(i, GlyphRun) and "two.md#p1" in i.node
    )  # fmt: skip

    def of(items: tuple[Item, ...]) -> PageSide:
        made = page.with_display(replace(page.display, items=items))
        return PageSide(name="T1", source="T1.yaml", kind="spec", page=lambda: made.display,
                        pdf=lambda: (made.pdf(), 0))  # fmt: skip

    items = page.display.items
    moved = (*items[:at], shifted(run, mm(0.4), 0.0), *items[at + 1 :])
    found = by_pixels(of(items), of(moved), 0.05, 150.0)
    assert found.changes
    assert {change.block for change in found.changes} == {"side"}
    assert any(run.text[:4] in change.said.words("en") for change in found.changes)
    assert found.pixels["regions"] == len(found.changes)
    assert of(items).pdf() == of(items).pdf()
    same = by_pixels(of(items), of(items), 0.05, 150.0)
    assert (same.changes, same.pixels["area_mm2"]) == ((), 0.0)
