"""What the panel of a block is told."""

from pathlib import Path
from typing import Any

import pytest

from layout.preview.askedblock import block_data
from layout.preview.maker import Maker
from layout.preview.received import StrangeMessageError
from layout.preview.state import PageState
from layout.revise.reviser import Reviser
from tests.conftest import Project, small_project


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return small_project(tmp_path_factory.mktemp("asked") / "paper")


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker()


def asked(project: Project, maker: Maker, block: str, spec: Path | None = None) -> dict[str, Any]:
    path = spec or project.spec
    state = maker.made(PageState(key=path.stem, spec=path, name=path.stem))
    assert state.page is not None, state.fault
    return block_data(state, block, Reviser(path))


def test_its_values_are_as_they_are_written(paper: Project, maker: Maker) -> None:
    found = asked(paper, maker, "lead")
    assert (found["file"], found["kind"], found["path"]) == ("T1.yaml", "story", ["blocks", "lead"])
    assert found["at"] == [{"cols": [1, 4], "lines": [5, 40]}]
    text = paper.spec.read_text(encoding="utf-8")
    line, column = found["places"]["blocks.lead.columns"]
    assert text.splitlines()[line - 1][column - 1 :].startswith("columns:")
    assert found["value"]["columns"] == 2
    assert found["locked"] is None


def test_the_digest_is_the_one_that_a_change_is_based_on(paper: Project, maker: Maker) -> None:
    assert asked(paper, maker, "lead")["base"] == Reviser(paper.edition).digest("T1.yaml")


def test_other_blocks_of_the_page_are_told_with_their_places(paper: Project, maker: Maker) -> None:
    others = {one["block"]: one for one in asked(paper, maker, "lead")["others"]}
    assert "lead" not in others
    assert others["side"]["at"][0]["cols"] == [5, 6]


def test_a_block_that_there_is_not_is_refused(paper: Project, maker: Maker) -> None:
    for name in ("head", "nobody", ""):
        with pytest.raises(StrangeMessageError):
            asked(paper, maker, name)


def test_a_header_tells_what_it_shows_of_the_edition(paper: Project, maker: Maker) -> None:
    found = asked(paper, maker, "header")
    assert (found["kind"], found["path"], found["top"]) == ("header", ["header"], "header")
    assert found["at"] == []
    assert found["locked"] is not None
    shared = found["shared"]
    assert shared["file"] == "edition.yaml"
    assert shared["base"] == Reviser(paper.edition).digest("edition.yaml")
    rows = paper.edition.read_text(encoding="utf-8").splitlines()
    for key in shared["value"]:
        line, column = shared["places"][key]
        assert rows[line - 1][column - 1 :].startswith(f"{key}:")
    assert {"name", "date"} <= shared["value"].keys() | {"name"}
    assert asked(paper, maker, "lead")["shared"] is None


LOCKED = """\
page: L1
format: tabloid
blocks:
  - {id: free, text: [a], at: {cols: 1-2, lines: 5-6}}
  - id: group
    stack:
      - {id: inner, text: [b], lines: 2}
      - row: [{id: deep, text: [c]}, {text: [d]}]
        lines: 3
    at: {cols: 1-2, lines: 8-20}
  - {id: long, text: [e], at: {from: 2zi, width: 9zi, lines: 22-24}}
  - {id: host, story: stories/two.md, at: {cols: 1-2, lines: 26-60}}
  - {id: hosted, text: [x], at: {of: host, cols: 1, lines: 12-14}}
  - {id: named, text: [f], at: &place {cols: 3-4, lines: 5-6}}
  - {id: lies, text: [g], at: {cols: 5-6, lines: &rows 8-9}}
  - {id: same, text: [h], at: {cols: 3-4, lines: *rows}}
"""


@pytest.mark.parametrize(
    ("block", "word", "of"),
    [
        ("free", None, None),
        ("group", None, None),
        ("inner", "edit.lock-stack", "group"),
        ("deep", "edit.lock-row", "block-2.stack.2"),
        ("block-2.stack.2.row.2", "edit.lock-row", "block-2.stack.2"),
        ("long", None, None),
        ("hosted", "edit.lock-of", "host"),
        ("named", "edit.lock-anchor", "place"),
        ("lies", "edit.lock-anchor", "rows"),
        ("same", "edit.lock-anchor", "rows"),
    ],
)
def test_what_cannot_be_moved_says_why(
    paper: Project, maker: Maker, block: str, word: str | None, of: str | None
) -> None:
    spec = paper.write("L1.yaml", LOCKED)
    found = asked(paper, maker, block, spec)["locked"]
    assert (found and (found["word"], found["of"])) == (word and (word, of))


FACING = """\
page: F1
facing: F2
format: tabloid
blocks:
  - {id: over, text: [a], at: {cols: 6-7, lines: 5-6}}
  - {id: west, text: [b], at: {part: left, cols: 2-3, lines: 8-9}}
  - {id: east, text: [c], at: {part: right, cols: 1-2, lines: 8-9}}
  - {id: long, text: [d], at: {part: right, from: 2zi, width: 9zi, lines: 12-13}}
"""


@pytest.mark.parametrize(
    ("block", "at", "lock"),
    [
        ("over", {"cols": [6, 7]}, None),
        ("west", {"cols": [2, 3], "within": [1, 6], "shift": 0}, None),
        ("east", {"cols": [7, 8], "within": [7, 12], "shift": 6}, None),
        ("long", {"cols": None}, "edit.lock-part"),
    ],
)
def test_a_place_in_one_of_two_facing_pages_is_told_over_both(
    paper: Project, maker: Maker, block: str, at: dict[str, Any], lock: str | None
) -> None:
    spec = paper.write("F1.yaml", FACING)
    found = asked(paper, maker, block, spec)
    (place,) = found["at"]
    assert {key: place.get(key) for key in at} == at
    assert (found["locked"] and found["locked"]["word"]) == lock


def test_each_lock_has_words_in_both_languages() -> None:
    import json

    web = Path(__file__).parents[2] / "layout/preview/web/words"
    for lang in ("zh", "en"):
        words = json.loads((web / f"{lang}.json").read_text(encoding="utf-8"))
        for why in ("stack", "row", "part", "of", "anchor", "none"):
            assert words[f"edit.lock-{why}"]


def test_a_style_tells_who_uses_it(paper: Project, maker: Maker) -> None:
    paper.write(
        "S1.yaml",
        "page: S1\nformat: tabloid\nblocks:\n"
        "  - {id: own, text: [{text: a, style: mine}], at: {cols: 1, lines: 5-6}}\n"
        "  - {id: two, text: [{text: b, style: shared}], at: {cols: 2, lines: 5-6}}\n"
        "  - {id: three, text: [{text: c, style: shared}], at: {cols: 3, lines: 5-6}}\n"
        "styles: own.yaml\n",
    )
    paper.write("own.yaml", "styles:\n  mine: {size: 12pt}\n  shared: {size: 10pt, face: 楷体}\n")
    spec = paper.path("S1.yaml")
    (style,) = asked(paper, maker, "own", spec)["styles"]
    assert (style["name"], style["file"], style["value"]) == ("mine", "own.yaml", {"size": "12pt"})
    (shared,) = asked(paper, maker, "two", spec)["styles"]
    assert shared["path"] == ["styles", "shared"]
    assert shared["places"]["styles.shared.face"] == (3, 24)
    assert (style["blocks"], shared["blocks"]) == (1, 2)


def test_names_to_choose_from(paper: Project, maker: Maker) -> None:
    names = asked(paper, maker, "lead")["names"]
    assert {"body", "title"} <= set(names["style-name"])
    assert {"none", "thin", "wenwu"} <= set(names["rule-name"])
    colours = {one["name"]: one["css"] for one in names["color"]}
    assert colours["black"] == "rgb(35, 31, 32)"


def test_a_picture_tells_how_it_stands_in_its_frame(paper: Project, maker: Maker) -> None:
    spec = paper.write(
        "I1.yaml",
        "page: I1\nformat: tabloid\nblocks:\n"
        "  - {id: cut, picture: assets/park.jpg, at: {cols: 1-2, lines: 5-40}, scale: 120%}\n"
        "  - {id: all, picture: assets/park.jpg, at: {cols: 3-4, lines: 5-40}, fit: whole}\n"
        "  - {id: by, picture: assets/park.jpg, at: {cols: 5-6, lines: 5-40}, shift: [1mm, 0]}\n",
    )
    (cut,) = asked(paper, maker, "cut", spec)["pictures"]
    assert (cut["by"], cut["scale"], cut["pixels"]) == ("focus", 120, [300, 200])
    left, top, right, bottom = cut["crop"]
    wide, high = cut["rect"][2] / (right - left), cut["rect"][3] / (bottom - top)
    assert wide / high == pytest.approx(1.5, rel=1e-4)
    assert asked(paper, maker, "all", spec)["pictures"][0]["by"] == "shift"
    assert asked(paper, maker, "by", spec)["pictures"][0]["by"] == "shift"
    assert asked(paper, maker, "cut", spec)["grouped"] is False


@pytest.mark.parametrize(
    ("at", "begin", "end"),
    [
        ("from: 2zi, width: 9zi", 2, 11),
        ("from: 6.5zi", 6.5, None),
        ("width: 10字", 0, 10),
        ("cols: 3-4, from: 1zi, width: 8zi", 25, 33),
        ("cols: 3-4, width: 7zi", 24, 31),
        ("from: 0, width: 90pt", 0, 10),
    ],
)
def test_a_place_by_lengths_stands_where_the_page_has_it(
    paper: Project, maker: Maker, at: str, begin: float, end: float | None
) -> None:
    """Against the rectangle of the block on the page; in 字 of the tabloid, whose columns are 11
    wide with 1 between."""
    spec = paper.write(
        "W1.yaml",
        "page: W1\nformat: tabloid\nblocks:\n"
        f"  - {{id: long, text: [e], at: {{{at}, lines: 22-24}}}}\n",
    )
    found = asked(paper, maker, "long", spec)
    (place,) = found["at"]
    page = maker.made(PageState(key="W1", spec=spec, name="W1")).page
    assert page is not None
    block = next(one for one in page.display.blocks if one.id == "long")
    assert place["cols"] is None
    assert place["x"] == pytest.approx([block.rect.x, block.rect.right])
    left = page.display.grid.type_area.x
    assert (place["x"][0] - left) / 9 == pytest.approx(begin)
    assert end is None or (place["x"][1] - left) / 9 == pytest.approx(end)
    assert place["width"] is ("width" in at)
