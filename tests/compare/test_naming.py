"""A copy of an edition in another folder is that edition, whatever its files are called."""

import pytest

from layout.api import Session
from layout.compare.naming import as_one_folder
from layout.compare.run import CompareOptions, compare
from layout.compare.side import PageSide
from layout.compare.sides import Composer, Given, Sides, sides_of
from layout.display.dump import dump
from layout.display.items import GlyphRun, Page, Picture, owner_of
from layout.display.undump import parse_dump
from layout.record import replace
from tests.compare.changed import item_changed, kinds, told
from tests.conftest import Project


@pytest.fixture
def page(project: Project) -> Page:
    return Session().page(project.spec).display


def filed(page: Page, story: str, assets: str) -> Page:
    """A page whose stories and pictures lie in other folders."""

    def node(name: str) -> str:
        return story + name if name.endswith(".md") or ".md#" in name else name

    def item(one):
        if isinstance(one, Picture):
            return replace(one, node=node(one.node), source=assets + one.source)
        return replace(one, node=node(one.node))

    return replace(
        page,
        items=tuple(item(one) for one in page.items),
        blocks=tuple(replace(one, node=node(one.node)) for one in page.blocks),
        frames=tuple(replace(one, node=node(one.node)) for one in page.frames),
        fits=tuple(replace(one, node=node(one.node)) for one in page.fits),
    )


def dumped(page: Page) -> PageSide:
    return PageSide(name=page.name, source="T1.txt", kind="dump", dump=lambda: dump(page),
                    page=lambda: parse_dump(dump(page)))  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b"),
    [(("", ""), ("d2/", "d2/")), (("specs/daily/",) * 2, ("specs/d2/",) * 2),
     (("one/two/",) * 2, ("",) * 2), (("daily/",) * 2, ("daily/old/",) * 2)],
)  # fmt: skip
def test_a_copy_in_another_folder_is_the_same(
    page: Page, a: tuple[str, str], b: tuple[str, str]
) -> None:
    one, other = filed(page, *a), filed(page, *b)
    found = compare(Sides("a", (dumped(one),)), Sides("b", (dumped(other),)), CompareOptions())
    assert not found.differs
    changed = item_changed(
        other,
        next(n for n, i in enumerate(other.items) if isinstance(i, GlyphRun) and len(i.text) > 4),
        lambda i: replace(i, text="新" + i.text[1:]) if isinstance(i, GlyphRun) else i,
    )
    found = compare(Sides("a", (dumped(one),)), Sides("b", (dumped(changed),)), CompareOptions())
    assert kinds(list(found.pages[0].changes)) == [("text", "replaced")]


def test_a_story_in_a_file_of_another_name_is_the_same(page: Page) -> None:
    assert any(owner_of(item.node).endswith(".md") for item in page.items)
    assert told(page, filed(page, "old-", "")) == []


def test_names_that_would_be_one_are_kept(page: Page) -> None:
    both = replace(page, items=(*page.items, *filed(page, "d2/", "d2/").items))
    same = as_one_folder([page], [both])
    assert same.b == (both,)


def test_a_copied_edition_is_compared_by_its_pictures(project: Project) -> None:
    """Two folders in one project, each with its own stories and pictures."""
    import shutil

    root = project.root
    for name in ("one", "other"):
        shutil.copytree(root, root.parent / "both" / name)
    (root.parent / "both" / "banxin.yaml").write_text("", encoding="utf-8")
    for name in ("one", "other"):
        (root.parent / "both" / name / "banxin.yaml").unlink(missing_ok=True)
    folder = root.parent / "both"
    spec = project.spec.name

    def found() -> list[tuple[str, str]]:
        composer = Composer()
        a, b = (sides_of(Given(str(folder / name / spec)), composer) for name in ("one", "other"))
        return kinds([c for page in compare(a, b, CompareOptions()).pages for c in page.changes])

    assert found() == []
    from PIL import Image

    shown = next((folder / "other" / "assets").glob("*.jpg"))
    Image.new("CMYK", (300, 200), (0, 90, 90, 0)).save(shown)
    assert found() == [("picture", "content")]
