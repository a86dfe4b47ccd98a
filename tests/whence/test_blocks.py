"""Blocks against the rows of the spec that they are."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.spec.reader.nodes import Mapping, Scalar, Sequence
from layout.whence.page import Whence

ROOT = Path(__file__).parents[2]
PAGES = ("specs/zhuzhou-2019-09-20/B1.yaml", "specs/daily/A1.yaml", "specs/daily/A2.yaml",
         "specs/furniture/F1.yaml", "specs/headlines/H1.yaml")  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_every_block_leads_to_its_part_of_the_spec(name: str) -> None:
    page = Session().page(ROOT / name)
    whence = Whence(page.composed)
    file = whence.file(name)
    assert file is not None
    seen = 0
    for block in page.display.blocks:
        source = whence.block(block.id)
        assert source is not None
        assert source.place.file == name
        if block.id == "header":
            continue
        assert source.path.startswith("blocks."), block.id
        node = file.root
        for key in source.path.split("."):
            if isinstance(node, Sequence):
                node = node.items[int(key) - 1]
            else:
                assert isinstance(node, Mapping)
                node = {k.text: v for k, v in node.entries}[key]
        assert isinstance(node, Mapping)
        keys = {k.text: v for k, v in node.entries}
        given = keys.get("id")
        assert given is None or (isinstance(given, Scalar) and given.text == block.id)
        assert given is not None or block.id.startswith("block-")
        seen += 1
        if block.kind == "story":
            assert source.story == block.node
    assert seen
    assert whence.block("no such block") is None


def test_a_group_is_found_too(project: object) -> None:
    page = Session().page(ROOT / "specs/daily/A1.yaml")
    whence = Whence(page.composed)
    groups = page.composed.resolved.groups
    for group in groups:
        source = whence.block(group.id)
        assert source is not None
        assert source.path
