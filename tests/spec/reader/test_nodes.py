"""YAML to nodes: places, limits, and everything that is refused."""

import sys
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Diagnostic, StopError
from layout.spec.reader.nodes import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_NODES,
    MAX_SCALAR,
    Mapping,
    Node,
    Scalar,
    Sequence,
    parse_text,
    parse_yaml,
    what,
)
from tests.cost import calls
from tests.spec.helpers import codes, faults_of, node, where
from tests.told import told


def plain(found: Node) -> Any:
    """A tree as text, lists and dicts."""
    if isinstance(found, Scalar):
        return found.text
    if isinstance(found, Sequence):
        return [plain(item) for item in found.items]
    return {key.text: plain(value) for key, value in found.entries}


def test_places_are_lines_and_columns_from_1() -> None:
    root = node("甲: 乙\n丙:\n  - 丁\n  - {戊: 己}\n")
    assert isinstance(root, Mapping)
    (_, first), (second_key, second) = root.entries
    assert (first.place.line, first.place.column) == (1, 4)
    assert (second_key.place.line, second_key.place.column) == (2, 1)
    assert isinstance(second, Sequence)
    inner = second.items[1]
    assert isinstance(inner, Mapping)
    assert (inner.place.line, inner.place.column) == (4, 5)
    assert (inner.entries[0][1].place.line, inner.entries[0][1].place.column) == (4, 9)


def test_a_scalar_knows_where_it_stands_in_the_text() -> None:
    text = 'a: "乙 丙"\nb: [c, 丁]\n'
    root = node(text)
    assert isinstance(root, Mapping)
    (_, first), (_, second) = root.entries
    assert isinstance(first, Scalar)
    assert isinstance(second, Sequence)
    last = second.items[1]
    assert isinstance(last, Scalar)
    assert text[first.start : first.end] == '"乙 丙"'
    assert text[last.start : last.end] == "丁"


def test_a_part_of_a_file_counts_from_where_it_begins() -> None:
    root = parse_text("a: b\nc: d", "t", (7, 5))
    assert isinstance(root, Mapping)
    assert [(k.place.line, k.place.column) for k, _ in root.entries] == [(7, 5), (8, 1)]


@pytest.mark.parametrize(
    "text",
    ["NO", "on", "yes", "1.10", "010", "0o14", "0x1F", "1_000", "390:30", "12:30:45", "1e3",
     ".inf", "2019-09-20", "true", "=", "<<x"],
)  # fmt: skip
def test_nothing_is_guessed(text: str) -> None:
    assert plain(node(f"a: {text}")) == {"a": text}


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL", ""])
def test_only_an_unquoted_nothing_is_nothing(text: str) -> None:
    bare, quoted = node(f"[{text},]" if text else "- \n"), node(f'["{text}"]')
    assert isinstance(bare, Sequence)
    assert isinstance(quoted, Sequence)
    assert [str(what(n)) for n in bare.items] == ["nothing"]
    assert str(what(quoted.items[0])) == f'"{text}"'


def test_block_scalars_and_anchors_are_read() -> None:
    root = node("a: &x [1, &y 2]\nb: *x\nc: *y\nd: |\n  e\n  f\n")
    assert plain(root) == {"a": ["1", "2"], "b": ["1", "2"], "c": "2", "d": "e\nf\n"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 追梦\n  青春\nb: 1", "追梦青春"),
        ("a: 追梦 A\n  B 青春\nb: 1", "追梦 A B 青春"),
        ("a: 追梦，\n\n  青春\nb: 1", "追梦，\n青春"),
        ('a: "追梦\n  青春"\nb: 1', "追梦青春"),
        ("a: '追梦\n  青春'\nb: 1", "追梦青春"),
        ('a: "追梦\\\n  青春"\nb: 1', "追梦青春"),
        ("a: >\n  追梦\n  青春\nb: 1", "追梦青春\n"),
        ("a: >-\n  追 梦\n  青春\nb: 1", "追 梦青春"),
        ("a: |\n  追梦\n  青春\nb: 1", "追梦\n青春\n"),
        ("a: [追梦\n  青春, b]\nb: 1", "追梦青春"),
        ("a: ab\n  cd\nb: 1", "ab cd"),
    ],
)
def test_rows_of_a_value_are_joined_as_chinese_is(text: str, value: str) -> None:
    found = plain(node(text))["a"]
    assert (found if isinstance(found, str) else found[0]) == value


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "EMPTY", (1, 1)),
        ("# nothing\n", "EMPTY", (1, 1)),
        ("a: 1\n---\nb: 2\n", "YAML", (2, 1)),
        ("a:\n\tb: 1\n", "YAML", (2, 1)),
        ("a: [1, 2\nb: 3\n", "YAML", (1, 4)),
        ('a: "b\n\n', "YAML", (1, 4)),
        ("a: [1,\r\n  2, # x\r\n", "YAML", (1, 4)),
        ("a: &p\n  b: *p\n", "ALIAS", (2, 6)),
        ("a: *nope\n", "ALIAS", (1, 4)),
        ("a: 1\nb: 2\na: 3\n", "DUPLICATE-KEY", (3, 1)),
        ("a: {b: 1, b: 2}\n", "DUPLICATE-KEY", (1, 11)),
        ("x: &x {a: 1}\ny:\n  <<: *x\n", "MERGE-KEY", (3, 3)),
        ("? [a]\n: 1\n", "YAML", (1, 3)),
        ("{{a: 1}: 2}\n", "YAML", (1, 2)),
        ("a: !!python/name:os.system\n", "TAG", (1, 4)),
        ("a: !!int 3\n", "TAG", (1, 4)),
        ("a: !!strange 3\n", "TAG", (1, 4)),
        ("a: !mine {b: 1}\n", "TAG", (1, 4)),
        ("a: !!str [b]\n", "TAG", (1, 4)),
        ("%YAML 9.9\n---\na: 1\n", "YAML", (1, 1)),
        ('a: "\\uD800"\n', "YAML", (1, 5)),
        ('a: "\\q"\n', "YAML", (1, 5)),
    ],
)
def test_what_is_refused_and_where(text: str, code: str, place: tuple[int, int]) -> None:
    found = faults_of(parse_yaml, text.encode(), "t.yaml")
    assert codes(found) == [code]
    assert where(found[0]) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", (2, 1)),
        ("a: x\n\tb: 1\n", (2, 1)),
        ("a: x\n\ty\nb: 1\n c: 2\n", (2, 1)),
        ("a: |\n  \tx\n", (2, 3)),
        ("a: |\n  x\n  \ty\nb: 1\n c: 2\n", None),
        ("a:\n  b: 1\n  \tc: 2\n", (3, 3)),
        ("a:\n  b: x\n\tc: 2\n\td: 3\n", (3, 1)),
        ("-\ta\n", (1, 2)),  # one behind the dash of an entry indents what it holds
        ("a: 1\nb:\n  -\tc: 2\n", (3, 4)),
        ("a: {b: 1,\n\tc: [}\n", None),
        ("a: |\n  x\n  \ty\nb: [\n", None),  # a tab inside a text is the text's
    ],
)
def test_a_tab_that_indents_is_named_at_its_place(text: str, place: tuple[int, int] | None) -> None:
    (found,) = faults_of(parse_yaml, text.encode(), "t")
    assert found.code == "YAML"
    assert (found.sub == "tab") == (place is not None)
    if place is not None:
        assert where(found) == place


def test_a_tab_and_an_open_quote_are_told_in_words() -> None:
    (tab,) = faults_of(parse_yaml, b"a:\n\tb: 1\n", "t")
    assert tab.said.key == "YAML.tab"
    (quote,) = faults_of(parse_yaml, b'a: 1\nb: "x\n\n', "t")
    assert where(quote) == (2, 4)
    assert told(quote, "mark") == ("YAML.never-closed", {"mark": '"'})


def test_text_tags_are_harmless() -> None:
    assert plain(node("a: !!str 5\nb: ! x\n")) == {"a": "5", "b": "x"}


def test_what_can_be_read_on_is_told_with_the_rest() -> None:
    faults: list[Diagnostic] = []
    root = parse_yaml(b"a: 1\na: 2\n<<: {}\n? [b]\n: 3\nc: 4\n", "t", faults)
    assert plain(root) == {"a": "1", "c": "4"}
    assert codes(faults) == ["DUPLICATE-KEY", "MERGE-KEY", "YAML"]
    assert codes(faults_of(parse_yaml, b"a: 1\na: 2\n", "t")) == ["DUPLICATE-KEY"]


def test_faults_without_end_are_cut() -> None:
    found = faults_of(parse_yaml, b"a: 1\n" * 5000, "t")
    assert len(found) == MAX_FAULTS


@pytest.mark.parametrize(
    ("opening", "closing", "levels"),
    [("[", "]", 1), ("{a: ", "}", 1), ("- ", "", 1), ("? ", "", 1), ("[{a: ", "}]", 2)],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_nesting_20000_deep_is_refused_at_once(
    opening: str, closing: str, levels: int, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whichever limit is met first, ours or libyaml's (1,000 levels, read ahead of its events).
    import yaml

    monkeypatch.setattr(yaml, "CSafeLoader", getattr(yaml, loader))
    data = (opening * 20_000 + closing * 20_000).encode()
    limit = sys.getrecursionlimit()
    (found,) = faults_of(parse_yaml, data, "t")
    assert found.code == "TOO-DEEP"
    assert where(found) == (1, MAX_DEPTH // levels * len(opening) + 1)
    assert sys.getrecursionlimit() == limit


@pytest.mark.parametrize("levels", [MAX_DEPTH + 1, 900, 1000, 1001, 1002, 1200])
def test_block_nesting_is_refused_too(levels: int) -> None:
    data = "".join(" " * i + "a:\n" for i in range(levels)).encode()
    (found,) = faults_of(parse_yaml, data, "t")
    assert found.code == "TOO-DEEP"
    assert where(found) == (MAX_DEPTH + 1, MAX_DEPTH + 1)


def test_a_limit_that_is_met_before_ours_is_told_as_nesting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import yaml

    def refuse(*_: object, **__: object) -> None:
        mark = yaml.Mark("t", 4, 0, 4, None, 0)
        raise yaml.scanner.ScannerError("while", mark, "exceeded maximum nesting depth", mark)

    monkeypatch.setattr(yaml, "parse", refuse)
    (found,) = faults_of(parse_yaml, b"[[[[[", "t")
    assert (found.code, where(found)) == ("TOO-DEEP", (1, 5))


def test_the_deepest_that_may_stand_does() -> None:
    assert plain(node("[" * MAX_DEPTH + "]" * MAX_DEPTH)) is not None


def test_a_bomb_of_aliases_is_counted_as_what_it_would_become() -> None:
    rows = ['a: &a ["x","x","x","x","x","x","x","x","x"]']
    rows += [
        f"{n}: &{n} [{','.join([f'*{p}'] * 9)}]"
        for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    data = "\n".join(rows).encode()
    assert codes(faults_of(parse_yaml, data, "t")) == ["TOO-LARGE"]
    calls(lambda: faults_of(parse_yaml, data, "t"), most=10_000)  # it would become 9 ** 9 values


def test_a_long_text_behind_many_aliases_is_counted() -> None:
    data = f"x: &x {'A' * 30_000}\ny: [{','.join(['*x'] * 100)}]\n".encode()
    (found,) = faults_of(parse_yaml, data, "t")
    assert found.said.key == "TOO-LARGE.characters"


def test_sizes() -> None:
    assert codes(faults_of(parse_yaml, b" " * (MAX_BYTES + 1), "t")) == ["TOO-LARGE"]
    assert codes(faults_of(parse_yaml, b"a: " + b"x" * (MAX_SCALAR + 1), "t")) == ["TOO-LARGE"]
    many = b"[" + b"1," * (MAX_NODES + 1) + b"]"
    assert codes(faults_of(parse_yaml, many, "t")) == ["TOO-LARGE"]


def test_a_mapping_is_named_by_its_keys() -> None:
    assert str(what(node("{width: 1, height: 2, c: 3, d: 4}"))) == "a mapping (width, height, c …)"
    assert str(what(node("{}"))) == "a mapping"
    assert str(what(node("[1]"))) == "a list"


def test_the_pure_parser_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x [1, 2]\nb: {c: *x, d: 'e'}\n"
    fast = node(text)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert node(text) == fast


JSON = st.recursive(
    st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.text("abc甲乙", min_size=1, max_size=3), inner, max_size=4
    ),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_what_is_written_is_read(value: Any) -> None:
    assert plain(node(yaml.safe_dump(value, allow_unicode=True, default_style='"'))) == value


@given(st.binary(max_size=300))
def test_byte_soup_stops_or_reads(data: bytes) -> None:
    def read() -> None:
        try:
            parse_yaml(data, "t")
        except StopError as stop:
            assert all(d.where is not None for d in stop.diagnostics)  # noqa: PT017

    calls(read, most=100_000)


@given(st.text("[]{}:,-&*!|>'\"#%@`?<~ \n\tab1甲", max_size=120))
def test_yaml_soup_stops_or_reads(text: str) -> None:
    try:
        parse_text(text, "t")
    except StopError as stop:
        assert all(d.where is not None for d in stop.diagnostics)  # noqa: PT017
