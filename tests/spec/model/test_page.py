"""The language as a whole: every key documented, every block read, every kind told apart."""

from pathlib import Path
from typing import Any

import pytest

from layout.diagnostics import Diagnostic, Place, StopError
from layout.record import fields
from layout.spec.documents import records
from layout.spec.markdown.story import FrontMatter
from layout.spec.model import blockkinds
from layout.spec.model.block import Block, Line
from layout.spec.model.furniture import PictureBlock
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.rule import Edges
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import (
    Fault,
    Faults,
    Kind,
    ListKind,
    MapKind,
    keys_of,
    read_model,
)
from layout.spec.reader.kinds import TextKind
from layout.spec.reader.lengths import ROUGH_PT, LengthKind
from layout.spec.reader.nodes import Mapping, Scalar
from layout.units import ABSOLUTE_PT
from layout.words.said import said
from tests.conftest import SENTENCE, Project
from tests.spec.conftest import load
from tests.spec.helpers import node, where
from tests.told import OfKey, assert_told

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
        assert str(spec.metadata["kind"].words()), name
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
        "imprint": "[甲]",
    }.get(kind, "a.b")
    made, found = page(f"- {kind}: {value}\n  at: {{cols: 1, lines: 2-3}}\n")
    assert not found
    assert made is not None
    assert type(made.blocks[0]) is blockkinds.BLOCKS[kind]


def test_the_full_page_has_every_kind_of_leaf_and_every_key_they_share(full: Project) -> None:
    spec = load(full).page
    assert {type(b) for b in spec.blocks} == {
        cls
        for name, cls in blockkinds.BLOCKS.items()
        if name
        not in ("stack", "row", "pictures", "table", "masthead", "imprint", "advert", "code")
    }
    used = {key for block in spec.blocks for key in block.places}
    assert set(keys_of(Block)) - used <= {
        "lines",
        "cols",
        "width",
        "wrap",
        "fit",
        "corners",
        "over",
    }  # each has its own


@pytest.mark.parametrize(
    ("text", "key", "place", "values"),
    [
        (
            "- {stroy: a.md}\n",
            "BLOCK-KIND.none",
            (3, 3),
            {"hint": said("part.did-you-mean", word="story"), "path": "blocks.1"},
        ),
        (
            "- {at: {cols: 1, lines: 1}}\n",
            "BLOCK-KIND.none",
            (3, 3),
            {
                "hint": said(
                    "part.one-of",
                    names=(
                        "story",
                        "text",
                        "picture",
                        "pictures",
                        "advert",
                        "table",
                        "index",
                        "credits",
                        "masthead",
                        "imprint",
                        "code",
                        "rule",
                        "stack",
                        "row",
                    ),
                ),
                "path": "blocks.1",
            },
        ),
        (
            "- {}\n",
            "BLOCK-KIND.none",
            (3, 3),
            {
                "hint": said(
                    "part.one-of",
                    names=(
                        "story",
                        "text",
                        "picture",
                        "pictures",
                        "advert",
                        "table",
                        "index",
                        "credits",
                        "masthead",
                        "imprint",
                        "code",
                        "rule",
                        "stack",
                        "row",
                    ),
                ),
                "path": "blocks.1",
            },
        ),
        (
            "- story: a\n  text: b\n",
            "BLOCK-KIND.two",
            (4, 3),
            {"kinds": ("story", "text"), "path": "blocks.1"},
        ),
        (
            "- story\n",
            "VALUE.kind",
            (3, 3),
            {
                "what": said("part.node-text", text="story"),
                "kind": said(
                    "part.kind-block",
                    kinds=(
                        "story",
                        "text",
                        "picture",
                        "pictures",
                        "advert",
                        "table",
                        "index",
                        "credits",
                        "masthead",
                        "imprint",
                        "code",
                        "rule",
                        "stack",
                        "row",
                    ),
                ),
                "path": "blocks.1",
            },
        ),
        (
            "- rule: thin\n  at: {cols: 1, lines: 1}\n  caption: x\n",
            "UNKNOWN-KEY.key",
            (5, 3),
            {"key": "caption", "hint": OfKey("part.known-keys"), "path": "blocks.1"},
        ),
        (
            "- rule: none\n  at: {cols: 1, lines: 1}\n",
            "VALUE.rule-none",
            (3, 9),
            {"kind": said("part.kind-rule"), "path": "blocks.1.rule"},
        ),
        (
            "- story: ~\n  at: {cols: 1, lines: 1}\n",
            "VALUE.kind",
            (3, 10),
            {
                "what": said("part.node-nothing"),
                "kind": said("part.path"),
                "path": "blocks.1.story",
            },
        ),
        (
            "- text: []\n  at: {cols: 1, lines: 1}\n",
            "VALUE.count",
            (3, 9),
            {"values": 0, "least": 1, "most": 20, "path": "blocks.1.text"},
        ),
        (
            "- text: a\n  at: {cols: 1}\n",
            "MISSING-KEY.key",
            (4, 7),
            {
                "key": "lines",
                "kind": said("part.kind-span", noun=said("part.lines")),
                "path": "blocks.1.at",
            },
        ),
        (
            "- text: a\n  at: 1-3\n",
            "VALUE.kind",
            (4, 7),
            {
                "what": said("part.node-text", text="1-3"),
                "kind": said("part.kind-record-more", keys=("cols", "lines", "from", "width")),
                "path": "blocks.1.at",
            },
        ),
        (
            "- text: a\n  at: {col: 1, cols: 1, lines: 1}\n",
            "UNKNOWN-KEY.key",
            (4, 8),
            {"key": "col", "hint": said("part.did-you-mean", word="cols"), "path": "blocks.1.at"},
        ),
        (
            "- text: a\n  at: {cols: 1, lines: 1}\n  rules: [thin]\n",
            "VALUE.kind",
            (5, 10),
            {
                "what": said("part.node-list"),
                "kind": OfKey("part.kind-or-record"),
                "path": "blocks.1.rules",
            },
        ),
        (
            "- picture: a\n  at: {cols: 1, lines: 1}\n  focus: [.nan, 0]\n",
            "VALUE.kind",
            (5, 11),
            {
                "what": said("part.node-text", text=".nan"),
                "kind": said("part.kind-number", low=0, high=1),
                "path": "blocks.1.focus.1",
            },
        ),
        (
            "- picture: a\n  at: {cols: 1, lines: 1}\n  focus: [1]\n",
            "VALUE.count-fixed",
            (5, 10),
            {"values": 1, "wanted": 2, "path": "blocks.1.focus"},
        ),
        (
            "- index: []\n  at: {cols: 1, lines: 1}\n",
            "VALUE.count",
            (3, 10),
            {"values": 0, "least": 1, "most": 40, "path": "blocks.1.index"},
        ),
    ],
)
def test_blocks_that_are_none(
    text: str, key: str, place: tuple[int, int], values: dict[str, Any]
) -> None:
    _, (found,) = page(text)
    assert_told(found, key, values)
    assert where(found) == place


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
        return type(value), {
            k: bare(getattr(value, f.name)) for k, f in keys_of(type(value)).items()
        }
    if isinstance(value, tuple):
        return [bare(v) for v in value]
    return getattr(value, "text", value)


# How much a key takes
def takes(kind: Kind, text: str) -> bool:
    try:
        kind.read(Scalar(text, Place("t.yaml"), plain=True), Faults())
    except Fault:
        return False
    return True


def length_limits(kind: LengthKind) -> str:
    """The least and the most points that are read, and the units, each tried at its edge."""
    unit = "pt" if "pt" in kind.units else kind.units[0]
    each = ABSOLUTE_PT.get(unit, ROUGH_PT)
    least, most = kind.least / each, kind.most / each
    assert takes(kind, f"{most:.6f}{unit}")
    assert not takes(kind, f"{most + 0.01:.6f}{unit}")
    assert takes(kind, f"{least:.6f}{unit}") == (least > 0 or not kind.positive)
    assert takes(kind, f"{least + 0.01:.6f}{unit}")
    assert takes(kind, f"{-most:.6f}{unit}") == kind.signed
    if least:
        assert not takes(kind, f"{least - 0.01:.6f}{unit}")
    sign = "±" if kind.signed else "above 0 " if kind.positive and not least else ""
    return f"{sign}{kind.least:g}-{kind.most:g} pt in {' '.join(kind.units)}"


def limits(kind: Kind) -> list[str]:
    """What a kind takes at most and at least; nothing where its words say it, as of a number."""
    if isinstance(kind, LengthKind):
        return [length_limits(kind)]
    if isinstance(kind, ListKind):
        return [f"{kind.least}-{kind.most} members", *limits(kind.of)]
    if isinstance(kind, MapKind):
        return [f"at most {kind.most} keys", *limits(kind.of)]
    if isinstance(kind, TextKind):
        assert takes(kind, "字" * kind.limit)
        assert not takes(kind, "字" * (kind.limit + 1))
        return [f"at most {kind.limit} characters"]
    return []


LIMITS = Path(__file__).with_name("limits.txt")


def test_no_key_takes_less_or_more_than_it_did(request: pytest.FixtureRequest) -> None:
    """The limits of lengths, lists, maps and texts, which no reference lists: a page that was read
    yesterday is read tomorrow. A key that is new, or of a class that is called otherwise now, may
    stand in limits.txt or not; `--update-golden` writes them all there."""
    rows = {}
    for cls in dict.fromkeys(CLASSES):
        for name, spec in keys_of(cls).items():
            if found := limits(spec.metadata["kind"]):
                rows[f"{cls.__name__}.{name}"] = ", ".join(found)
    if request.config.getoption("--update-golden"):
        written = [f"{key}: {found}\n" for key, found in rows.items()]
        LIMITS.write_text("".join(written), encoding="utf-8")
    kept = [row.split(": ", 1) for row in LIMITS.read_text(encoding="utf-8").splitlines()]
    known = {key: found for key, found in kept if key in rows}
    assert len(known) > 100
    assert known == {key: rows[key] for key in known}


@pytest.mark.parametrize(
    ("keys", "word"),
    [("headline: {size: 三十}", "fit"), ("corners: 圆", "pill"), ("corners: [圆]", "")],
)
def test_a_word_that_may_stand_for_a_length_is_told_where_neither_is_read(
    project: Project, keys: str, word: str
) -> None:
    page = "page: G1\nformat: tabloid\nblocks:\n  - story: stories/a.md\n    fill: tint\n"
    with pytest.raises(StopError) as stopped:
        project.composed(f"{page}    {keys}\n    at: {{cols: 1-2, lines: 1-20}}\n", {"a": SENTENCE})
    (told,) = stopped.value.diagnostics
    assert told.said.key == "VALUE.kind"
    assert (f"`{word}`" in str(told)) == bool(word)
