"""The language as a whole: every key documented, every block read, every kind told apart."""

from typing import Any

import pytest

from layout.diagnostics import Diagnostic, Place
from layout.record import fields
from layout.spec.markdown.story import FrontMatter
from layout.spec.model import blockkinds
from layout.spec.model.block import Block, Edges, Line
from layout.spec.model.furniture import PictureBlock
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import keys_of, read_model
from layout.spec.reader.nodes import Mapping
from layout.spec.reference import records
from tests.conftest import Project
from tests.spec.conftest import load
from tests.spec.helpers import codes, node, where

FILES: tuple[type[Any], ...] = (PageSpec, Edition, StyleSheet, FrontMatter)
CLASSES = [c for cls in FILES for c in (cls, *records(cls))]


def page(blocks_yaml: str) -> tuple[PageSpec | None, list[Diagnostic]]:
    root = node("page: A\nblocks:\n" + blocks_yaml)
    assert isinstance(root, Mapping)
    found: list[Diagnostic] = []
    return read_model(PageSpec, root, found), found


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)
def test_every_key_says_what_it_takes_and_is_for(cls: type[Any]) -> None:
    assert cls.__doc__
    assert not cls.__doc__.startswith(cls.__name__ + "(")  # the one dataclasses make
    assert {f.name for f in fields(cls)} >= {"place", "places"}
    for name, spec in keys_of(cls).items():
        assert spec.metadata["doc"], name
        assert spec.metadata["kind"].words(), name
        assert spec.metadata["kind"].schema(), name
        assert not (spec.metadata["required"] and spec.default is not None), name


def test_records_finds_every_class_once() -> None:
    for cls in FILES:
        found = records(cls)
        assert len(found) == len(set(found))
    assert {Block, *blockkinds.BLOCKS.values(), Line, Edges} <= set(CLASSES)


@pytest.mark.parametrize("kind", list(blockkinds.BLOCKS))
def test_a_block_is_known_by_its_key(kind: str) -> None:
    value = {
        "text": "甲",
        "index": "[{page: B2, title: 乙}]",
        "rule": "thin",
        "stack": "[{rule: thin}]",
        "row": "[{rule: thin}]",
        "pictures": "[a.b]",
    }.get(kind, "a.b")
    made, found = page(f"- {kind}: {value}\n  at: {{cols: 1, lines: 2-3}}\n")
    assert not found
    assert made is not None
    assert type(made.blocks[0]) is blockkinds.BLOCKS[kind]


def test_the_full_page_has_every_kind_of_leaf_and_every_key_they_share(full: Project) -> None:
    spec = load(full).page
    assert {type(b) for b in spec.blocks} == {
        cls for name, cls in blockkinds.BLOCKS.items() if name not in ("stack", "row", "pictures")
    }
    used = {key for block in spec.blocks for key in block.places}
    assert set(keys_of(Block)) - used <= {"lines", "cols", "wrap", "fit"}  # of groups and wraps


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("- {stroy: a.md}\n", "BLOCK-KIND", (3, 3), 'did you mean "story"?'),
        ("- {at: {cols: 1, lines: 1}}\n", "BLOCK-KIND", (3, 3), "one of story, text"),
        ("- {}\n", "BLOCK-KIND", (3, 3), "one of story, text"),
        ("- story: a\n  text: b\n", "BLOCK-KIND", (4, 3), "keep one"),
        ("- story\n", "VALUE", (3, 3), ""),
        ("- rule: thin\n  at: {cols: 1, lines: 1}\n  caption: x\n", "UNKNOWN-KEY", (5, 3), "known"),
        ("- rule: none\n  at: {cols: 1, lines: 1}\n", "VALUE", (3, 9), ""),
        ("- story: ~\n  at: {cols: 1, lines: 1}\n", "VALUE", (3, 10), ""),
        ("- text: []\n  at: {cols: 1, lines: 1}\n", "VALUE", (3, 9), ""),
        ("- text: a\n  at: {cols: 1}\n", "MISSING-KEY", (4, 7), ""),
        ("- text: a\n  at: 1-3\n", "VALUE", (4, 7), ""),
        ("- text: a\n  at: {col: 1, cols: 1, lines: 1}\n", "UNKNOWN-KEY", (4, 8), '"cols"?'),
        ("- text: a\n  at: {cols: 1, lines: 1}\n  rules: [thin]\n", "VALUE", (5, 10), ""),
        ("- picture: a\n  at: {cols: 1, lines: 1}\n  focus: [.nan, 0]\n", "VALUE", (5, 11), ""),
        ("- picture: a\n  at: {cols: 1, lines: 1}\n  focus: [1]\n", "VALUE", (5, 10), ""),
        ("- index: []\n  at: {cols: 1, lines: 1}\n", "VALUE", (3, 10), ""),
    ],
)
def test_blocks_that_are_none(text: str, code: str, place: tuple[int, int], hint: str) -> None:
    _, found = page(text)
    assert codes(found) == [code]
    assert where(found[0]) == place
    assert hint in found[0].hint


def test_a_picture_may_be_still_to_come() -> None:
    made, found = page("- picture:\n  at: {cols: 1, lines: 1}\n")
    assert not found
    assert made is not None
    block = made.blocks[0]
    assert isinstance(block, PictureBlock)
    assert block.picture is None


def test_short_forms_say_the_same_as_long_ones() -> None:
    short, none = page(
        "- {text: 甲, at: {cols: 1, lines: 1}, rules: thin, inset: 1zi}\n"
        "- {story: a, at: {cols: 1, lines: 1}, columns: 2, foot: 乙}\n"
    )
    long, nothing = page(
        "- {text: [{text: 甲}], at: {cols: 1, lines: 1}, inset: [1zi],"
        " rules: {all: thin}}\n"
        "- {story: a, at: {cols: 1, lines: 1}, columns: {count: 2}, foot: {text: 乙}}\n"
    )
    assert none == nothing == []
    assert short is not None
    assert long is not None
    for one, other in zip(short.blocks, long.blocks, strict=True):
        assert bare(one) == bare(other)


def bare(value: Any) -> Any:
    """A model without its places."""
    if isinstance(value, Place):
        return None
    if hasattr(value, "places"):
        return type(value), {k: bare(getattr(value, k)) for k in keys_of(type(value))}
    if isinstance(value, tuple):
        return [bare(v) for v in value]
    return getattr(value, "text", value)
