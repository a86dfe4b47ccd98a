"""`--set`: where a value goes, and what is said of one that goes nowhere."""

from typing import Any

import pytest

from layout.diagnostics import Diagnostic, Place
from layout.environment import Files
from layout.spec.load import load_page
from layout.spec.model.furniture import TextBlock
from layout.spec.model.page import PageSpec
from layout.spec.model.story import StoryBlock
from layout.spec.override import apply_overrides
from layout.spec.reader.fields import RecordKind
from layout.spec.reader.lengths import Length
from layout.spec.reader.nodes import Mapping
from layout.words.said import said
from tests.conftest import Project
from tests.spec.conftest import load
from tests.spec.helpers import faults_of, node
from tests.told import assert_told


def test_values_are_put_in_place(full: Project) -> None:
    page = load(
        full, "format.columns=7", "title=甲=乙", "blocks.lead.at.lines=5-41",
        "blocks.2.headline.size=24pt", "blocks.names.text.2.align=right", "date=2024-05-07",
        "blocks.lead.inset=2zi",
    ).page  # fmt: skip
    assert page.format.columns == 7
    assert page.title == "甲=乙"
    assert str(page.date) == "2024-05-07"
    lead, side, names = page.blocks[:3]
    assert str(lead.at[0].lines) == "5-41"
    assert lead.inset == (Length(2, "zi"),)
    assert isinstance(side, StoryBlock)
    assert isinstance(names, TextBlock)
    assert side.headline is not None
    assert side.headline.size == Length(24, "pt")
    assert names.text[1].align == "right"
    assert names.text[1].text == "丙"  # its short form was written out


def test_short_forms_open_up(full: Project) -> None:
    full.change(
        "T1.yaml", "columns: {count: 2, gutter: 1zi, level: true, measure: 20zi}", "columns: 2"
    )
    full.change("T1.yaml", "format: {preset: tabloid,", "format: tabloid #")
    page = load(full, "blocks.lead.columns.gutter=2zi", "format.width=300mm").page
    assert page.format.preset == "tabloid"
    assert page.format.width == Length(300, "mm")
    block = page.blocks[0]
    assert isinstance(block, StoryBlock)
    assert block.columns is not None
    assert (block.columns.count, block.columns.gutter) == (2, Length(2, "zi"))


def test_a_whole_mapping_may_be_given() -> None:
    root = node("page: A\n")
    assert isinstance(root, Mapping)
    faults: list[Diagnostic] = []
    made = apply_overrides(
        root, RecordKind(PageSpec), ("header={lines: 4}", "header.rule=thin"), faults
    )
    assert not faults
    (_, header) = made.entries[1]
    assert isinstance(header, Mapping)
    assert [key.text for key, _ in header.entries] == ["lines", "rule"]


@pytest.mark.parametrize(
    ("text", "key", "column", "values"),
    [
        ("title", "OVERRIDE.form", 1, {"text": "title"}),
        ("=x", "OVERRIDE.form", 1, {"text": "=x"}),
        ("a..b=x", "OVERRIDE.form", 1, {"text": "a..b=x"}),
        (".=x", "OVERRIDE.form", 1, {"text": ".=x"}),
        (
            "a" + ".a" * 5000 + "=x",
            "OVERRIDE.form",
            1,
            {"text": "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.…a.a.a.a.a=x"},
        ),
        (
            "title=",
            "VALUE.kind",
            7,
            {
                "what": said("part.node-nothing"),
                "kind": said("part.kind-text"),
                "hint": said("part.take-key-out"),
                "path": "title",
            },
        ),
        ("title=[", "YAML.not-closed", 7, {"mark": "[", "hint": said("part.close-with", mark="]")}),
        ("title=a: b: c", "YAML.colon-in-text", 11, {"hint": said("part.write", text='a: "b: c"')}),
        (
            "title=!!python/name:os.system",
            "TAG.refused",
            7,
            {"tag": "tag:yaml.org,2002:python/name:os.system"},
        ),
        ("title=*x", "ALIAS.no-anchor", 7, {"name": "x"}),
        ("title={a: 1, a: 2}", "DUPLICATE-KEY.twice", 14, {"key": "a", "line": 2}),
        ("title=" + "[" * 20_000, "TOO-DEEP.levels", 39, {"most": 32}),
        (
            "titel=x",
            "UNKNOWN-KEY.key",
            1,
            {"key": "titel", "hint": said("part.did-you-mean", word="title")},
        ),
        (
            "format.widht=3mm",
            "UNKNOWN-KEY.key",
            1,
            {"key": "widht", "hint": said("part.did-you-mean", word="width"), "path": "format"},
        ),
        (
            "format.width=.nan",
            "VALUE.kind",
            14,
            {
                "what": said("part.node-text", text=".nan"),
                "kind": said("part.kind-length", examples=("350mm", "9pt", "35cm", "10in")),
                "path": "format.width",
            },
        ),
        (
            "format.columns=1e9",
            "VALUE.kind",
            16,
            {
                "what": said("part.node-text", text="1e9"),
                "kind": said("part.kind-integer", low=1, high=24),
                "path": "format.columns",
            },
        ),
        (
            "blocks.leed.at.lines=1",
            "OVERRIDE.no-member",
            1,
            {
                "key": "leed",
                "hint": said("part.did-you-mean", word="lead"),
                "path": "blocks.leed.at.lines",
            },
        ),
        (
            "blocks.9.at.lines=1",
            "OVERRIDE.no-member",
            1,
            {
                "key": "9",
                "hint": said("part.ids", names=("lead", "side", "names", "picture")),
                "path": "blocks.9.at.lines",
            },
        ),
        (
            "blocks.0.at.lines=1",
            "OVERRIDE.no-member",
            1,
            {
                "key": "0",
                "hint": said("part.ids", names=("lead", "side", "names", "picture")),
                "path": "blocks.0.at.lines",
            },
        ),
        (
            "blocks.0000003.at.lines=1",
            "OVERRIDE.no-member",
            1,
            {
                "key": "0000003",
                "hint": said("part.ids", names=("lead", "side", "names", "picture")),
                "path": "blocks.0000003.at.lines",
            },
        ),
        (
            "blocks.１.at.lines=1",
            "OVERRIDE.no-member",
            1,
            {
                "key": "１",
                "hint": said("part.ids", names=("lead", "side", "names", "picture")),
                "path": "blocks.１.at.lines",
            },
        ),
        ("page.x=1", "OVERRIDE.inside-value", 1, {"key": "x", "path": "page.x"}),
        (
            "blocks.lead.at.lines.first=1",
            "OVERRIDE.inside-value",
            1,
            {"key": "first", "path": "blocks.lead.at.lines.first"},
        ),
        (
            "blocks.lead.inset.9=1zi",
            "OVERRIDE.no-member",
            1,
            {"key": "9", "hint": said("part.numbers-to", most=2), "path": "blocks.lead.inset.9"},
        ),
        (
            "blocks.lead.story=../x.md",
            "BAD-PATH.named",
            19,
            {"path": "story", "name": "../x.md", "fault": said("part.path-outside")},
        ),
    ],
)
def test_what_goes_nowhere(
    full: Project, text: str, key: str, column: int, values: dict[str, Any]
) -> None:
    found = faults_of(load, full, "date=2024-05-06", text)
    assert_told(found[0], key, values)
    assert found[0].where == Place("--set", 2, column)
    assert "\n" not in str(found[0])


def test_all_that_go_nowhere_are_told(full: Project) -> None:
    found = faults_of(load, full, "a", "blocks.x.at=1", "format.columns=99")
    assert [(d.code, d.where.line) for d in found if isinstance(d.where, Place)] == [
        ("OVERRIDE", 1), ("OVERRIDE", 2), ("VALUE", 3),
    ]  # fmt: skip


def test_ids_inside_groups_are_known(project: Project) -> None:
    project.write(
        "T9.yaml",
        "page: T9\nblocks:\n  - id: pile\n    at: {cols: 1-2, lines: 5-20}\n    stack:\n"
        "      - {id: first, text: 甲}\n      - {id: two, row: [{id: lead, text: 乙, cols: 2}]}\n",
    )
    env = Files(root=project.root)
    found = faults_of(load_page, env, project.root / "T9.yaml", {}, ("blocks.leed.text=丙",))
    assert found[0].said["hint"] == said("part.did-you-mean", word="lead")
    found = faults_of(load_page, env, project.root / "T9.yaml", {}, ("blocks.zzzz.text=丙",))
    assert found[0].said["hint"] == said("part.ids", names=("pile", "first", "two", "lead"))
