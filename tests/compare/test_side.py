"""A side is asked for no more than is needed, and once."""

from pathlib import Path

from layout.api import Session
from layout.compare.side import PageSide
from layout.compare.sides import Composer, Given, neighbours_of
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


def beside(path: Path, rev: str = "") -> list[tuple[str, str]]:
    """The pages beside what is given, and their files."""
    return [(s.name, s.source) for s in neighbours_of(Given(str(path), rev), Composer())]


def test_the_pages_beside_one_of_an_edition_are_its_neighbours(project: Project) -> None:
    page = project.spec.read_text("utf-8")
    project.write("T2.yaml", page.replace("page: T1", "page: T2"))
    project.write("T3.yaml", page.replace("stories/one.md", "stories/lost.md"))
    listed = project.edition.read_text("utf-8").replace("T1.yaml", "T1.yaml, T2.yaml, T3.yaml")
    project.write("edition.yaml", listed)
    project.write("loose.yaml", page)
    assert beside(project.spec) == [("T2", str(project.path("T2.yaml")))]
    assert beside(project.path("T3.yaml"))[0][0] == "T1"
    assert beside(project.path("loose.yaml")) == []  # no page of the edition
    assert beside(project.root) == []
    assert beside(project.spec, "main") == []
    session = Session()
    for name in ("T1", "T2"):
        made = session.page(project.path(f"{name}.yaml"))
        (project.path(f"{name}.pdf")).write_bytes(made.pdf())
        project.write(f"{name}.txt", made.dump())
    assert beside(project.path("T2.pdf")) == [("T1", str(project.path("T1.txt")))]
    project.write("alone/T1.pdf", "%PDF-")
    assert beside(project.path("alone/T1.pdf")) == []
