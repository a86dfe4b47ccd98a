"""Who uses a style, a value of the edition, an anchor."""

from pathlib import Path

import pytest

from layout.diagnostics import StopError
from layout.revise.reviser import Reviser
from layout.revise.uses import anchor_uses
from layout.rewrite.yamltext import yaml_text
from tests.revise.edition import made


def test_a_style_by_blocks_likeness_and_stories(tmp_path: Path):
    spec = made(tmp_path)
    sheet = tmp_path / "styles.yaml"
    sheet.write_text(
        sheet.read_text(encoding="utf-8")
        + "  红字: {like: body, color: accent}\n  idle: {like: body}\n  title: {size: 30pt}\n",
        encoding="utf-8",
    )
    story = tmp_path / "stories" / "乙.md"
    story.write_text("乙稿的[字]{红字}。\n", encoding="utf-8")
    reviser = Reviser(spec)

    def users(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = reviser.uses("styles.yaml", ["styles", name])
        assert (found.pages, found.blocks) == (len(found.page_names), len(found.block_names))
        return found.page_names, found.block_names

    assert users("lead") == (("A1",), ("A1: lead", "A1: side"))
    assert users("second") == (("A1",), ("A1: side",))
    assert users("红字") == (("A1",), ("A1: two",))
    assert users("idle") == ((), ())
    assert users("title")[0] == ("A1", "A2")  # every page has one


def test_an_editions_value_and_what_there_is_none_of(tmp_path: Path):
    reviser = Reviser(made(tmp_path))
    assert reviser.uses("edition.yaml", "date").page_names == ("A1", "A2")
    assert reviser.uses("A1.yaml", "title").pages == 0
    for file, path in (("none.yaml", "a"), ("A1.yaml", ""), ("A1.yaml", 3)):
        with pytest.raises(StopError):
            reviser.uses(file, path)


def test_an_anchor():
    doc = yaml_text("a: &x 1\nb: *x\nc: [&y 2, *x, *y]\n", "a.yaml")
    assert anchor_uses(doc, ["x"]).block_names == ("*x a.yaml:2:4", "*x a.yaml:3:11")
    assert anchor_uses(doc, ["y"]).blocks == 1
