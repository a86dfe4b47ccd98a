"""`--set`: where a value goes, and what is said of one that goes nowhere."""

import pytest

from layout.diagnostics import Diagnostic, Place
from layout.spec.model.furniture import TextBlock
from layout.spec.model.page import PageSpec
from layout.spec.model.story import StoryBlock
from layout.spec.override import apply_overrides
from layout.spec.reader.fields import RecordKind
from layout.spec.reader.lengths import Length
from layout.spec.reader.nodes import Mapping
from tests.conftest import Project
from tests.spec.conftest import load
from tests.spec.helpers import codes, faults_of, node


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
    ("text", "code", "column", "words"),
    [
        ("title", "OVERRIDE", 1, "key.path=value"),
        ("=x", "OVERRIDE", 1, "key.path=value"),
        ("a..b=x", "OVERRIDE", 1, "key.path=value"),
        (".=x", "OVERRIDE", 1, "key.path=value"),
        ("a" + ".a" * 5000 + "=x", "OVERRIDE", 1, "key.path=value"),
        ("title=", "VALUE", 7, "nothing"),
        ("title=[", "YAML", 7, ""),
        ("title=a: b: c", "YAML", 11, ""),
        ("title=!!python/name:os.system", "TAG", 7, ""),
        ("title=*x", "ALIAS", 7, ""),
        ("title={a: 1, a: 2}", "DUPLICATE-KEY", 14, ""),
        ("title=" + "[" * 20_000, "TOO-DEEP", 39, ""),
        ("titel=x", "UNKNOWN-KEY", 1, 'did you mean "title"?'),
        ("format.widht=3mm", "UNKNOWN-KEY", 1, 'did you mean "width"?'),
        ("format.width=.nan", "VALUE", 14, "format.width"),
        ("format.columns=1e9", "VALUE", 16, "format.columns"),
        ("blocks.leed.at.lines=1", "OVERRIDE", 1, 'did you mean "lead"?'),
        ("blocks.9.at.lines=1", "OVERRIDE", 1, "ids: lead, side, names, picture"),
        ("blocks.0.at.lines=1", "OVERRIDE", 1, "no member"),
        ("blocks.0000003.at.lines=1", "OVERRIDE", 1, "no member"),
        ("blocks.１.at.lines=1", "OVERRIDE", 1, "no member"),
        ("page.x=1", "OVERRIDE", 1, "inside a value"),
        ("blocks.lead.at.lines.first=1", "OVERRIDE", 1, "inside a value"),
        ("blocks.lead.inset.9=1zi", "OVERRIDE", 1, "numbers go from 1 to 2"),
        ("blocks.lead.story=../x.md", "BAD-PATH", 19, "outside"),
    ],
)  # fmt: skip
def test_what_goes_nowhere(full: Project, text: str, code: str, column: int, words: str) -> None:
    found = faults_of(load, full, "date=2024-05-06", text)
    assert codes(found)[:1] == [code]
    assert found[0].where == Place("--set", 2, column)
    assert words in str(found[0])
    assert "\n" not in str(found[0])


def test_all_that_go_nowhere_are_told(full: Project) -> None:
    found = faults_of(load, full, "a", "blocks.x.at=1", "format.columns=99")
    assert [(d.code, d.where.line) for d in found if isinstance(d.where, Place)] == [
        ("OVERRIDE", 1), ("OVERRIDE", 2), ("VALUE", 3),
    ]  # fmt: skip
