"""The cheapest way comes first: what is loaded and read where two builds are compared."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.compare.run import CompareOptions, compare
from layout.compare.side import CompareError, PageSide
from layout.compare.sides import Composer, Given, Sides, sides_of
from layout.display.dump import dump
from layout.display.items import Item, Page
from layout.display.undump import parse_dump
from layout.errors import BanxinError
from layout.words.said import said
from tests.compare.changed import told
from tests.conftest import Project
from tests.cost import HANG_S

ROOT = Path(__file__).parents[2]
_TOLD = """\
import json, sys
from layout.cli import main
status = main(sys.argv[1:])
print(json.dumps([status, sorted(sys.modules)]))
"""


def loaded(*args: str) -> tuple[int, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", _TOLD, *args], cwd=ROOT, capture_output=True, text=True,
        timeout=HANG_S, check=True,
    )  # fmt: skip
    status, modules = json.loads(done.stdout.splitlines()[-1])
    return status, set(modules)


@pytest.fixture
def dumps(project: Project, tmp_path: Path) -> tuple[Path, Path]:
    out = []
    for name, years in (("one", "四十年"), ("other", "五十年")):
        project.change("stories/two.md", "四十年", years)
        page = Composer().session.page(project.spec)
        path = tmp_path / name / "T1.txt"
        path.parent.mkdir()
        path.write_text(page.dump(), encoding="utf-8")
        out.append(path)
    return out[0], out[1]


def test_two_dumps_load_nothing_that_makes_or_draws_a_page(dumps: tuple[Path, Path]) -> None:
    status, modules = loaded("compare", str(dumps[0]), str(dumps[1]), "-q")
    assert status == 1
    assert "layout.compare.listed" in modules
    for dear in ("numpy", "pypdfium2", "pikepdf", "jinja2", "cv2", "PIL", "yaml", "uharfbuzz",
                 "layout.flow", "layout.api"):  # fmt: skip
        assert dear not in modules, dear


def test_equal_dumps_are_never_read() -> None:
    def page() -> Page:
        raise AssertionError("read")

    def side() -> PageSide:
        return PageSide(name="B1", source="B1.txt", kind="dump", dump=lambda: "same", page=page,
                        contents=dict, size=lambda: (1.0, 1.0))  # fmt: skip

    found = compare(Sides("a", (side(),)), Sides("b", (side(),)), CompareOptions())
    assert (found.differs, found.pages[0].way) == (False, "bytes")


def test_a_lone_dump_has_no_pixels(dumps: tuple[Path, Path]) -> None:
    composer = Composer()
    a, b = (sides_of(Given(str(path)), composer) for path in dumps)
    assert compare(a, b, CompareOptions()).totals() == {"text": 1}
    assert [note.key for note in compare(a, b, CompareOptions()).pages[0].notes] == [
        "part.compare-contents"
    ]
    with pytest.raises(CompareError, match="without a PDF"):
        compare(a, b, CompareOptions(pixels=True))


def test_what_is_not_printed_is_no_difference(project: Project) -> None:
    page = Composer().session.page(project.spec)
    other = dump(page.display).replace(" last", "")
    assert other != dump(page.display)

    def side(text: str) -> PageSide:
        return PageSide(name="T1", source="T1.txt", kind="dump", dump=lambda: text,
                        page=lambda: parse_dump(text), contents=dict)  # fmt: skip

    found = compare(
        Sides("a", (side(dump(page.display)),)), Sides("b", (side(other),)), CompareOptions()
    )
    assert not found.differs
    assert [note.key for note in found.pages[0].notes] == ["part.compare-small"]


def test_items_that_two_dumps_share_are_read_once(dumps: tuple[Path, Path]) -> None:
    one, other = (path.read_text(encoding="utf-8") for path in dumps)
    known: dict[str, Item] = {}
    a, b = parse_dump(one, known), parse_dump(other, known)
    assert a == parse_dump(one)
    assert b == parse_dump(other)
    assert dump(b) == other
    shared = sum(x is y for x, y in zip(a.items, b.items, strict=True))
    assert shared == len(a.items) - 1
    assert [change.kind for change in told(a, b)] == ["text"]


def test_pages_that_are_drawn_come_in_their_order_however_they_are_shared_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By four hands in any order; and what cannot be drawn is the first that cannot."""
    from layout.compare import drawn
    from layout.compare.changes import PageResult
    from layout.compare.run import Comparing, Work

    def side(number: int, letter: str) -> PageSide:
        return PageSide(name=f"{number}", source="", kind="pdf", size=lambda: (9.0, 9.0),
                        pdf=lambda: (b"%d%s" % (number, letter.encode()), 0))  # fmt: skip

    def by_pixels(a: PageSide, b: PageSide, tolerance: float, dpi: float) -> PageResult:
        if a.name in bad:
            raise CompareError(said("part.compare-strange", file=a.name))
        return PageResult(a=a.name, b=b.name, way="pixels")

    def backwards(work: Work, count: int) -> "Iterator[tuple[int, PageResult | BanxinError]]":
        return ((n, work(n)) for n in reversed(range(count)))

    monkeypatch.setattr(drawn, "by_pixels", by_pixels)
    bad: set[str] = set()
    a, b = (Sides(x, tuple(side(n, x) for n in range(5))) for x in "ab")
    found = Comparing(a, b, CompareOptions(), backwards).comparison()
    assert [page.a for page in found.pages] == ["0", "1", "2", "3", "4"]
    bad |= {"2", "4"}
    with pytest.raises(CompareError, match=r"^2 "):
        Comparing(a, b, CompareOptions(), backwards).comparison()
