"""What blocks are called in a comparison: by what is drawn in them."""

import json

from layout.api import Session
from layout.compare.report import labelled
from layout.display.dump import dump
from layout.display.undump import parse_dump
from layout.record import replace
from tests.compare.changed import block_moved, told
from tests.conftest import Project


def test_blocks_are_called_by_their_words_and_told_machines_by_their_ids(project: Project) -> None:
    page = Session().page(project.spec).display
    moved = block_moved(block_moved(page, "lead", 20.0, 0.0), "picture", 0.0, 30.0)
    for a, b in ((page, moved), (parse_dump(dump(page)), parse_dump(dump(moved)))):
        found = {change.block: change for change in told(a, b) if change.kind == "block"}
        assert set(found) == {"lead", "picture"}
        assert labelled(found["lead"], "zh").startswith("《老厂房里长出新园区》右移")
        assert "图片“湖边的新园区”下移" in labelled(found["picture"], "zh")
        assert '"老厂房里长出新园区" moved' in labelled(found["lead"], "en")
        data = json.loads(json.dumps(found["lead"].as_json("zh")))
        assert (data["block"], data["values"]["block"]) == ("lead", "lead")
        assert "[" not in labelled(found["lead"], "zh")


def test_what_is_gone_is_called_as_it_was(project: Project) -> None:
    page = Session().page(project.spec).display
    bare = replace(
        page,
        items=tuple(i for i in page.items if not i.node.startswith("stories/two.md")),
        blocks=tuple(b for b in page.blocks if b.id != "side"),
        frames=tuple(f for f in page.frames if f.block != "side"),
        fits=tuple(f for f in page.fits if f.block != "side"),
    )
    (gone,) = [change for change in told(page, bare) if change.kind == "block"]
    assert "《河边的早市》删去" in labelled(gone, "zh")
    (new,) = [change for change in told(bare, page) if change.kind == "block"]
    assert "新增《河边的早市》" in labelled(new, "zh")


def test_words_of_a_named_block_have_its_name_before_them(project: Project) -> None:
    page = Session().page(project.spec).display
    project.change("stories/two.md", "从前只有", "以前只有")
    other = Session().page(project.spec).display
    (one,) = told(page, other)
    assert "[《河边的早市》] 改字" in labelled(one, "zh")
