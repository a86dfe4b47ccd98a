"""`--watch` makes a PNG only of the page that changed: how often pages are drawn is counted."""

import argparse
import io
import json
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from PIL import Image

from layout.api import ComposedPage, Session
from layout.making.lastpng import shown
from layout.making.watch import _Watcher
from tests.conftest import Project


class Made:
    """A watcher that is asked to look, and what each look drew and said."""

    def __init__(
        self, project: Project, out: Path, drawn: Counter[str], *, as_json: bool = False
    ) -> None:
        self.args = argparse.Namespace(
            lang="en", spec=[str(project.edition)], out=str(out), set=[], renderer="press",
            pdfx=None, marks=None, dpi=30.0, final=False, quiet=False, json=as_json,
        )  # fmt: skip
        self.drawn = drawn
        self.said = io.StringIO()
        self.watcher = _Watcher(Session(), self.args, ["png", "dump"])
        self.watcher.refresh()
        self.look(lambda: self.watcher.make(self.watcher.targets.values()))

    def look(self, act: object = None) -> tuple[dict[str, int], str]:
        """Which pages a look at the files drew, and what was said."""
        self.drawn.clear()
        at = self.said.tell()
        with redirect_stdout(self.said), redirect_stderr(io.StringIO()):
            (act or self.watcher.act)()  # type: ignore[operator]
        return dict(self.drawn), self.said.getvalue()[at:]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    counts: Counter[str] = Counter()
    true = ComposedPage.png

    def png(page: ComposedPage, dpi: float = 150.0) -> bytes:
        counts[page.name] += 1
        return true(page, dpi)

    monkeypatch.setattr(ComposedPage, "png", png)
    return counts


@pytest.fixture
def two(project: Project) -> Project:
    """An edition of two pages, of which the second has a story of its own."""
    second = project.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
    project.write("T2.yaml", second.replace("stories/two.md", "stories/three.md"))
    project.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市刚开。\n")
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    return project


def test_only_the_page_that_changed_is_drawn(
    two: Project, tmp_path: Path, drawn: Counter[str]
) -> None:
    made = Made(two, tmp_path / "out", drawn)
    # Both pages hang on the edition file; a comment in it changes neither.
    two.write("edition.yaml", two.path("edition.yaml").read_text(encoding="utf-8") + "# 记\n")
    pictures, said = made.look()
    assert pictures == {}
    assert said.count("shows the page already") == 2
    assert said.count(".txt") == 2  # what costs nothing is written as before
    two.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市散了。\n")
    assert made.look()[0] == {"T2": 1}
    two.change("edition.yaml", "2024-05-06", "2024-05-07")
    assert made.look()[0] == {"T1": 1, "T2": 1}


def test_the_content_of_a_picture_counts(two: Project, tmp_path: Path, drawn: Counter[str]) -> None:
    made = Made(two, tmp_path / "out", drawn)
    path = two.path("assets/park.jpg")
    with Image.open(path) as old:
        size, mode = old.size, old.mode
    path.write_bytes(path.read_bytes())  # saved again as it was
    assert made.look()[0] == {}
    Image.new(mode, size, 0).save(path)
    assert made.look()[0] == {"T1": 1, "T2": 1}


def test_a_png_that_others_touched_is_made_again(
    two: Project, tmp_path: Path, drawn: Counter[str]
) -> None:
    made = Made(two, tmp_path / "out", drawn)
    (tmp_path / "out/T1.png").unlink()
    (tmp_path / "out/T2.png").write_bytes(b"no picture")
    two.write("edition.yaml", two.path("edition.yaml").read_text(encoding="utf-8") + "# 记\n")
    assert made.look()[0] == {"T1": 1, "T2": 1}
    assert (tmp_path / "out/T2.png").read_bytes().startswith(b"\x89PNG")


def test_a_page_that_failed_between_keeps_its_picture(
    two: Project, tmp_path: Path, drawn: Counter[str]
) -> None:
    made = Made(two, tmp_path / "out", drawn)
    good = two.spec.read_text(encoding="utf-8")
    two.write("T1.yaml", good + "no: such key\n")
    assert made.look()[0] == {}
    two.write("T1.yaml", good)
    pictures, said = made.look()
    assert pictures == {}
    assert "T1.png shows the page already" in said


def test_json_says_what_was_left(two: Project, tmp_path: Path, drawn: Counter[str]) -> None:
    made = Made(two, tmp_path / "out", drawn, as_json=True)
    two.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市散了。\n")
    two.write("edition.yaml", two.path("edition.yaml").read_text(encoding="utf-8") + "# 记\n")
    rows = {Path(r["spec"]).name: r for r in map(json.loads, made.look()[1].splitlines())}
    assert [Path(p).name for p in rows["T1.yaml"]["left"]] == ["T1.png"]
    assert [Path(p).name for p in rows["T1.yaml"]["written"]] == ["T1.txt"]
    assert rows["T2.yaml"]["left"] == []
    assert {Path(p).name for p in rows["T2.yaml"]["written"]} == {"T2.png", "T2.txt"}


def test_a_page_is_known_by_what_is_drawn_on_it(two: Project) -> None:
    session = Session()
    first = shown(session.page(two.spec))
    assert first == shown(Session().page(two.spec))
    assert first != shown(session.page(two.path("T2.yaml")))
