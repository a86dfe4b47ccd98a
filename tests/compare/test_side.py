"""A side is asked for no more than is needed, and once."""

from layout.api import Session
from layout.compare.side import PageSide
from layout.display.items import Page
from tests.conftest import Project


def test_what_a_side_makes_it_makes_once_and_late(project: Project) -> None:
    made: list[str] = []
    composed = Session().page(project.spec)

    def page() -> Page:
        made.append("page")
        return composed.display

    def pdf() -> tuple[bytes, int]:
        made.append("pdf")
        return b"%PDF-", 0

    side = PageSide(name="T 1/2", source="T1.yaml", kind="spec", page=page, pdf=pdf)
    assert (side.listed, side.drawable, side.stem) == (True, True, "T_1_2")
    assert made == []
    assert side.size == (composed.display.width, composed.display.height)
    assert side.page is side.page
    assert side.pdf() == side.pdf() == (b"%PDF-", 0)
    assert made == ["page", "pdf"]
    assert side.contents() is None
    assert side.dump() is None
    side.let_go()
    assert side.page is composed.display
    assert made == ["page", "pdf", "page"]
