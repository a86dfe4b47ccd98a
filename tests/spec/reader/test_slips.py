"""An editor's slips in YAML, each told as what it is at its own place."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Diagnostic, StopError
from layout.environment import Files
from layout.spec.load import load_page
from layout.spec.markdown.story import parse_story
from layout.spec.model.page import Header, PageSpec
from layout.spec.reader.fields import read_model
from layout.spec.reader.nodes import Mapping, Scalar, parse_text
from layout.words.said import Said, said
from tests.conftest import Project
from tests.spec.helpers import codes, faults_of, where

# What the parsers of PyYAML say, none of which an editor should be asked to read.
PARSERS_WORDS = re.compile(
    r"while (?:parsing|scanning)|mapping values|did not find expected|could not find expected|"
    r"expected <|found (?:character|unexpected|unknown)|cannot start any token|block (?:end|node)|"
    r"simple key|flow (?:mapping|sequence)|alphabetic|node content|not allowed (?:here|in this)"
)

SLIPS: list[tuple[str, tuple[int, int], str, str]] = [
    # text, where, which slip and its sign, the row as it should be
    ("page：A3\nformat: tabloid\n", (1, 5), "wide-colon", "page: A3"),
    ("format: tabloid\npage：A3\nblocks: []\n", (2, 5), "wide-colon", "page: A3"),
    ("format: tabloid\npage：A3\n", (2, 5), "wide-colon", "page: A3"),
    ("blocks:\n  - id: a\n    story：s.md\n    columns: 2\n", (3, 10), "wide-colon", "story: s.md"),
    ("at：{cols: 1-3, lines: 3-9}\n", (1, 3), "wide-colon", "at: {cols: 1-3, lines: 3-9}"),
    ("at: {cols: 1-3，lines: 3-9}\n", (1, 15), "wide-comma",
     "at: {cols: 1-3, lines: 3-9}"),
    ("at: {cols：1-3, lines: 3-9, of: [}\n", (1, 10), "wide-colon",
     "at: {cols: 1-3, lines: 3-9, of: [}"),
    ("at: ｛cols: 1-3，lines: 3-9｝\nb: 1\n", (1, 5), "wide-bracket ｛",
     "at: {cols: 1-3,lines: 3-9}"),
    ("page:A3\nformat: tabloid\n", (1, 6), "tight-colon", "page: A3"),
    ("page:\u3000A3\nformat: tabloid\n", (1, 6), "tight-colon", "page: A3"),
    ("title: 甲: 乙\n", (1, 9), "colon-in-text", 'title: "甲: 乙"'),
    ("title: 甲:\n", (1, 9), "colon-in-text", 'title: "甲:"'),
    ("- a\n- title: 快讯: 甲 # 待定\n", (2, 12), "colon-in-text", '- title: "快讯: 甲" # 待定'),
    ('title: "甲"乙\nb: 1\n', (1, 11), 'behind-quote "', "title: '\"甲\"乙'"),
    ("title: '甲'乙\nb: 1\n", (1, 11), "behind-quote '", "title: \"'甲'乙\""),
    ('title: "甲\nkicker: "乙"\n', (1, 8), 'not-closed "', 'title: "甲"'),
    ('title: "甲”\nkicker: 乙\n', (1, 8), 'never-closed "', 'title: "甲"'),
    ("title: [关注]甲乙\n", (1, 8), "sign [", 'title: "[关注]甲乙"'),
    ("left: {year}年\n", (1, 7), "sign {", 'left: "{year}年"'),
    ("left: [{year}年, 乙]\n", (1, 8), "sign {", 'left: ["{year}年", 乙]'),
    ("left: [甲, @乙]\n", (1, 11), "sign @", 'left: [甲, "@乙"]'),
    ("title: @甲\n", (1, 8), "sign @", 'title: "@甲"'),
    ("a:\n  - @甲\n", (2, 5), "sign @", '- "@甲"'),
    ("title: *独家*甲\n", (1, 8), "sign *", 'title: "*独家*甲"'),
    ("title: *独家\n", (1, 8), "sign *", 'title: "*独家"'),
    ("title: %甲\n", (1, 8), "sign %", 'title: "%甲"'),
    ("title: &甲 乙\n", (1, 8), "sign &", 'title: "&甲 乙"'),
    ("title: !甲 乙\n", (1, 8), "sign !", 'title: "!甲 乙"'),
    ("title: `甲`\n", (1, 8), "sign `", 'title: "`甲`"'),
    ("title: |甲\n", (1, 8), "sign |", 'title: "|甲"'),
    ("title: > 甲\n", (1, 8), "sign >", 'title: "> 甲"'),
    ("title: - 甲\n", (1, 8), "sign -", 'title: "- 甲"'),
    ("title: ? 甲\n", (1, 8), "sign ?", 'title: "? 甲"'),
    ("title: ,甲\n", (1, 8), "sign ,", 'title: ",甲"'),
    ("title: ]甲\n", (1, 8), "sign ]", 'title: "]甲"'),
    ("blocks:\n  -\u3000id: a\n    b: 1\n", (2, 3), "dash", "- id: a"),
    ("blocks:\n  -id: a\n    b: 1\n", (2, 3), "dash", "- id: a"),
    ("blocks:\n  － id: a\n    b: 1\n", (2, 3), "dash", "- id: a"),
    ("title: 甲 #乙\n  丙\nb: 1\n", (1, 10), "comment-in-text", 'title: "甲 #乙"'),
    ("a: b: c\n", (1, 5), "colon-in-text", 'a: "b: c"'),
    ("title :甲\nb: 1\n", (1, 7), "tight-colon", "title: 甲"),
    ("title=甲\nb: 1\n", (1, 6), "no-key", "title: 甲"),
    ("b: 1\ntitle 甲\nc: 2\n", (2, 6), "no-key", "title: 甲"),
    ("b: 1\ntitle; 甲\n", (2, 6), "no-key", "title: 甲"),
]  # fmt: skip

UNMENDED: list[tuple[str, tuple[int, int], str]] = [
    ("a:\n\tb: 1\n", (2, 1), "tab"),
    ("text: [甲 #乙, 丙]\nb: 1\n", (1, 10), "comment-in-row"),
    ("a: [1, 2\nb: 3\n", (1, 4), "not-closed ["),
    ("a: {b: 1\n", (1, 4), "not-closed {"),
    ("a: [b: c: d]\n", (1, 4), "not-closed-well ["),
    ('a: "\\q"\n', (1, 5), "no-escape"),
    ("blocks:\n  - id: a\n   story: b\n", (3, 4), "column 4"),
    ("blocks:\n  - id: a\n      story: b\n", (3, 7), "column 7"),
    ("blocks:\n  - id: a\n  story: b\n", (3, 3), "key-among-items"),
    ("a: 1\n- b\n", (2, 1), "item-among-keys"),
    ("a: |\n  甲\n 乙\nb: 1\n", (3, 2), "no-key"),
    ("a: 1\n\u3000\u3000b: 2\n c: 3\n", (2, 1), "wide-space"),
    ("标题：甲\nb: 1\n", (1, 3), "han-key"),
    ("title:\n甲\nb: 1\n", (2, 1), "no-key"),
]


@pytest.fixture(params=["fast", "pure"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each parser of PyYAML in turn: they stop at different places with different words."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def slip(found: Diagnostic) -> str:
    """Which slip it is, by its sub-code, and the sign or column that it is of."""
    values = dict(found.said.values)
    what = next((values[n] for n in ("mark", "sign", "bracket", "column") if n in values), "")
    return f"{found.sub} {what['sign'] if isinstance(what, Said) else what}".strip()


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "place", "which", "row"), SLIPS)
def test_a_slip_is_told_with_its_row_mended(
    text: str, place: tuple[int, int], which: str, row: str
) -> None:
    found = faults_of(parse_text, text, "t")
    assert codes(found)[:1] == ["YAML"]
    assert where(found[0]) == place
    assert slip(found[0]) == which
    assert found[0].said["hint"] == said("part.write", text=row)
    assert not PARSERS_WORDS.search(str(found[0]))


@pytest.mark.parametrize(
    ("text", "place", "which", "row"), [s for s in SLIPS if ": [}" not in s[0]]
)
def test_the_row_as_told_is_read_as_it_was_meant(
    text: str, place: tuple[int, int], which: str, row: str
) -> None:
    rows = text.split("\n")
    old = rows[place[0] - 1]
    rows[place[0] - 1] = old[: len(old) - len(old.lstrip(" "))] + row
    try:
        parse_text("\n".join(rows), "t")
    except StopError as stop:  # another slip, in a row below
        assert all(where(d)[0] != place[0] for d in stop.diagnostics)  # noqa: PT017


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "place", "which"), UNMENDED)
def test_a_slip_that_only_its_writer_can_mend(
    text: str, place: tuple[int, int], which: str
) -> None:
    (found,) = faults_of(parse_text, text, "t")
    assert where(found) == place
    assert slip(found) == which
    assert found.hint
    assert not PARSERS_WORDS.search(str(found))


def test_all_slips_of_a_file_are_told_at_once() -> None:
    text = 'page：A3\ntitle: 甲: 乙\nb: 1\nc: @甲\nd: "甲"乙\n'
    found = faults_of(parse_text, text, "t")
    assert [where(d) for d in found] == [(1, 5), (2, 9), (4, 4), (5, 7)]
    assert {d.code for d in found} == {"YAML"}


@given(st.text("[]{}:,-&*!|>'\"#%@`?<~：，　\\ \n\tab1甲", max_size=80))
def test_whatever_cannot_be_read_is_told_without_the_parsers_words(text: str) -> None:
    try:
        parse_text(text, "t")
    except StopError as stop:
        for found in stop.diagnostics:
            assert not PARSERS_WORDS.search(str(found))
            line, column = where(found)
            rows = text.split("\n")
            assert 1 <= line <= len(rows)
            assert 1 <= column <= len(rows[line - 1]) + 1


def test_a_slip_in_a_storys_head_is_at_its_row_of_the_story() -> None:
    found = faults_of(parse_story, "---\nkicker: 乙\ntitle：甲\n---\n正文".encode(), "s.md")
    assert (codes(found), where(found[0])) == (["YAML"], (3, 6))
    found = faults_of(parse_story, "---\ntitle：甲\n---\n正文".encode(), "s.md")
    assert codes(found) == ["FRONT-MATTER"]
    assert found[0].said["hint"]["hint"] == said("part.write", text="title: 甲")
    found = faults_of(parse_story, "---\ntitle: [快讯]\n---\n正文".encode(), "s.md")
    assert found[0].said["hint"] == said("part.text-in-quotes", text='"[快讯]"')
    found = faults_of(parse_story, "---\ntitle: {甲}\n---\n正文".encode(), "s.md")
    assert found[0].said["hint"] == said("part.text-in-quotes", text='"{甲}"')
    found = faults_of(parse_story, "---\ntitle: #甲\n---\n正文".encode(), "s.md")
    assert found[0].said["hint"] == said("part.text-in-quotes", text='"#甲"')


@pytest.mark.parametrize(
    ("text", "slip", "write"),
    [
        ("page: A1\nheader:\n  lines：3\n", "wide-colon", "lines: 3"),
        ("page: A1\nheader：{lines: 3}\n", "wide-colon", "header: {lines"),
        ("page: A1\nheader: {lines:3}\n", "tight-colon", "lines: 3"),
        ("page: A1\nheader:\n  -lines: 3\n", "dash", "- lines: …"),
        ("page: A1\n\u3000header: {lines: 3}\n", "wide-space", ""),
        ("page: A1\nheader: {lines: 是：3}\n", "", ""),
    ],
)
def test_a_slip_that_yaml_can_read_is_told_too(text: str, slip: str, write: str) -> None:
    faults: list[Diagnostic] = []
    root = parse_text(text, "t")
    assert isinstance(root, Mapping)
    read_model(PageSpec, root, faults)
    hint = faults[0].said["hint"]
    if not slip:
        assert hint == ""
        return
    how = said("part.write", text=write) if write else said("part.plain-spaces")
    assert (hint["slip"], hint["hint"]) == (said(f"YAML.{slip}"), how)


def remarks(text: str, cls: type[Any] = Header) -> list[Diagnostic]:
    """What is told of a text that is read."""
    found: list[Diagnostic] = []
    root = parse_text(text, "t", faults=found)
    assert isinstance(root, Mapping)
    read_model(cls, root, found)
    return found


@pytest.mark.parametrize(
    ("text", "place", "write"),
    [
        ("name: 追梦 #青春", (1, 10), '"追梦 #青春"'),
        ("left: [甲]\nname: 追梦 ##青春", (2, 10), '"追梦 ##青春"'),
        ('name: "追梦" #青春', (1, 12), '"追梦 #青春"'),
        ("name: “追梦 # 青春”", (1, 11), '"“追梦 # 青春”"'),
        ("name: {text: 追梦} \nleft:\n  - 甲\n  - 乙 #丙", (4, 7), '"乙 #丙"'),
    ],
)
def test_words_that_yaml_takes_for_a_comment_are_told(
    text: str, place: tuple[int, int], write: str
) -> None:
    (found,) = remarks(text)
    assert (found.code, found.severity, where(found)) == ("COMMENT", "warning", place)
    assert found.said["whole"] == write


@pytest.mark.parametrize(
    "text",
    ["name: 追梦 # 暂定", "name: 追梦  # （暂定）", "# 报眉\nname: 甲 ######", 'name: "甲 #乙"',
     "lines: 3 #行", "name: 甲#乙", "#name: 乙\nname: 甲", "name: 甲\n  #乙"],
)  # fmt: skip
def test_a_comment_is_a_comment(text: str) -> None:
    assert remarks(text) == []


def test_signs_that_yaml_takes_out_of_a_text_are_told() -> None:
    found = remarks("name: &A 股\nleft: [! 重磅]\nright: [&x 甲, *x]")
    assert [(d.code, d.severity, where(d)) for d in found] == [
        ("SIGN", "warning", (2, 8)),
        ("SIGN", "warning", (1, 7)),
    ]


def test_comments_are_kept_with_their_value() -> None:
    root = parse_text("a: 1 # 甲\nb: 2\n", "t")
    assert isinstance(root, Mapping)
    first, second = (value for _, value in root.entries)
    assert isinstance(first, Scalar)
    assert isinstance(second, Scalar)
    assert first.comment is not None
    assert (first.comment.text, first.comment.place.column) == ("# 甲", 6)
    assert second.comment is None


def test_warnings_of_every_file_are_told_again_from_what_was_kept(project: Project) -> None:
    project.write("p.yaml", "page: A1\nedition: e.yaml\nheader: {left: [甲, \n 乙 #丙\n ]}\n")
    project.write("e.yaml", "name: 追梦 #青春\n")
    memo: dict[Any, Any] = {}
    for _ in range(2):
        sources = load_page(Files(project.root), project.root / "p.yaml", memo)
        assert [(d.code, str(d.where)) for d in sources.remarks] == [
            ("COMMENT", "p.yaml:4:4"),
            ("COMMENT", "e.yaml:1:10"),
        ]


def test_a_slip_in_an_option_is_told_at_its_option(project: Project) -> None:
    path = project.write("p.yaml", "page: A1\n")
    for text, code, place in [
        ("title=@甲", "YAML", "--set:1:7"),
        ('title="甲"乙', "YAML", "--set:1:10"),
        ("title=甲: 乙", "VALUE", "--set:1:7"),
    ]:
        found = faults_of(load_page, Files(project.root), path, None, (text,))
        assert [(d.code, str(d.where)) for d in found] == [(code, place)]
        assert "quotes" in f"{found[0].message} {found[0].hint}"
    sources = load_page(Files(project.root), path, None, ("title=追梦 #青春",))
    assert [(d.code, str(d.where)) for d in sources.remarks] == [("COMMENT", "--set:1:10")]
