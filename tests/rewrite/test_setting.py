"""A value set in a YAML text: what its row becomes, and that nothing else changes."""

import pytest

from layout.rewrite.keys import remove_key
from layout.rewrite.setting import set_value
from layout.rewrite.texts import RefusedError
from layout.rewrite.yamltext import yaml_text
from layout.spec.model.page import PageSpec
from layout.spec.reader.fields import RecordKind
from tests.rewrite.chance import rows_changed

PAGE = RecordKind(PageSpec)


def put(text: str, keys: str, value: object, kind: RecordKind | None = None) -> str:
    return set_value(yaml_text(text, "a.yaml"), keys.split("."), value, kind).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "value", "becomes"),
    [
        ("k: a    # c", "b", "k: b    # c"),
        ("k: 'a'", "it's", "k: 'it''s'"),
        ('k: "a"', 'say "b"', 'k: "say \\"b\\""'),
        ("k: a", "x: y", 'k: "x: y"'),
        ("k: a", "x #y", 'k: "x #y"'),
        ("k: a", "x#y", "k: x#y"),
        ("k: a", "甲：乙", "k: 甲：乙"),
        ("k: a", "“甲”", 'k: "“甲”"'),
        ("k: a", 'x "y": z', "k: 'x \"y\": z'"),
        ("k: a", "1-3", "k: 1-3"),
        ("k: a", "on", 'k: "on"'),
        ("k: a", "007", 'k: "007"'),
        ("k: 3", "12", "k: 12"),
        ("k: 2026-01-01", "2026-11-29", "k: 2026-11-29"),
        ("k: a", 12, "k: 12"),
        ("k: a", True, "k: true"),
        ("k: a", 0.5, "k: 0.5"),
        ("k: a", "null", 'k: "null"'),
        ("k: a", "~", 'k: "~"'),
        ("k: a", "- b", 'k: "- b"'),
        ("k: a", "*b", 'k: "*b"'),
        ("k: a", "a\nb", 'k: "a\\nb"'),
        ("k: a", " b ", 'k: " b "'),
        ("k: a", "{name}", 'k: "{name}"'),
        ("k: a", [1, "b, c"], 'k: [1, "b, c"]'),
        ("k: a  # c", {"x": "1-3", "w": []}, "k: {x: 1-3, w: []}  # c"),
        ("k:", "b", "k: b"),
        ("k:    # c", "b", "k: b    # c"),
        ("k: [a, b]  # c", "b", "k: b  # c"),
        ("k: &n a", "b", "k: &n b"),
        ("k: a\t# tab", "b", "k: b\t# tab"),
    ],
)
def test_one_row(row: str, value: object, becomes: str):
    text = f"# head\na: {{b: [1, 2]}}\n{row}\n# foot\nz: 1\n"
    assert put(text, "k", value) == text.replace(row, becomes)


@pytest.mark.parametrize(
    ("row", "keys", "value", "becomes"),
    [
        ("k: {a: x, b: [1, 2]}", "k.a", "p, q", 'k: {a: "p, q", b: [1, 2]}'),
        ("k: {a: x, b: [1, 2]}", "k.b.2", "9", 'k: {a: x, b: [1, 9]}'),
        ("k: {a, b: 1}", "k.a", "x", "k: {a: x, b: 1}"),
        ("k: {a: , b: 1}", "k.a", "x", "k: {a: x, b: 1}"),
        ("k: {}", "k.a", "x", "k: {a: x}"),
        ("k: {a: 1}", "k.c", "x", "k: {a: 1, c: x}"),
        ("k: {a: 1,}", "k.c", "x", "k: {a: 1, c: x,}"),
        ("k:", "k.a.b", "x", "k: {a: {b: x}}"),
        ("k: [[1, 2], [3]]", "k.1.2", "x", "k: [[1, x], [3]]"),
        ("k: [1, 2]", "k", ["1", "3"], "k: [1, 3]"),
        ("k: [1, 2, 3]", "k", ["1"], "k: [1]"),
        ("k: [1]", "k", ["1", "a", "b"], "k: [1, a, b]"),
        ("k: {a: 1, b: 2}", "k", {"b": "3"}, "k: {b: 3}"),
    ],
)  # fmt: skip
def test_inside_brackets(row: str, keys: str, value: object, becomes: str):
    text = f"{row}  # c\nz: 1  # d\n"
    assert put(text, keys, value) == text.replace(row, becomes)


def test_a_text_in_rows_keeps_its_form():
    text = "k: |  # c\n  甲\n  乙 # 丙\n\nz: 1\n"
    assert put(text, "k", "甲\n丁\n") == "k: |  # c\n  甲\n  丁\n\nz: 1\n"
    assert put(text, "k", "甲") == "k: |-  # c\n  甲\n\nz: 1\n"
    folded = "k: >-\n  第一行\n  第二行\n  第三行\nz: 1\n"
    assert put(folded, "k", "第一行第贰行第三行") == folded.replace("第二行", "第贰行")
    assert put("k: 甲甲\n  乙乙\n  丙丙\n", "k", "甲甲乙己丙丙") == "k: 甲甲\n  乙己\n  丙丙\n"
    assert put('k: "a\n  b"\n', "k", "a c") == 'k: "a\n  c"\n'


def test_a_new_key_stands_where_the_manual_has_it():
    text = (
        "page: B1\nblocks:\n  # 头条\n  - id: a\n    text: x\n    fill: tint    # 底\n"
        "    at: {cols: 1, lines: 1-3}\n"
    )
    made = put(text, "blocks.a.gap", "2pt", PAGE)
    assert made == text.replace("    text: x\n", "    text: x\n    gap: 2pt\n")
    made = put(text, "blocks.a.rules", "thin", PAGE)
    assert made == text.replace("# 底\n", "# 底\n    rules: thin\n")
    made = put(text, "title", "甲", PAGE)
    assert made == text.replace("page: B1\n", "page: B1\ntitle: 甲\n")
    made = put(text, "format.columns", "7", PAGE)
    assert made == text.replace("page: B1\n", "page: B1\nformat: {columns: 7}\n")


def test_a_short_form_is_written_out_where_a_key_goes_into_it():
    text = "page: B1\nformat: broadsheet  # c\n"
    made = put(text, "format.columns", 7, PAGE)
    assert made == "page: B1\nformat: {preset: broadsheet, columns: 7}  # c\n"


def test_rows_that_end_as_on_windows_and_a_last_row_without_an_end():
    text = "page: B1\r\nblocks:\r\n  - {id: a, text: x}\r\n  - id: b\r\n    text: y"
    assert put(text, "blocks.b.gap", "1pt", PAGE) == text + "\r\n    gap: 1pt"
    assert put(text, "blocks.b.text", "z", PAGE) == text[:-1] + "z"
    assert put(text, "title", "t", PAGE) == text.replace("B1\r\n", "B1\r\ntitle: t\r\n")


def test_what_is_the_same_changes_nothing():
    text = "a:   'x'   # c\n\n\nb: [ 1 ,2 ]\n"
    assert put(text, "a", "x") == text
    assert put(text, "b", ["1", "2"]) == text


def test_the_last_key_of_all_leaves_brackets():
    doc = yaml_text("---\r\na: 1\r\n", "a.yaml")
    assert remove_key(doc, ["a"], None, frozenset()).text == "---\r\n{}\r\n"
    assert (
        remove_key(yaml_text("k:\n  a: 1\n", "a"), ["k", "a"], None, frozenset()).text == "k: {}\n"
    )


def test_an_anchor_and_its_aliases():
    text = "a: &n {x: 1}\nb: *n\nc: *n\n"
    assert put(text, "a.x", "2") == text.replace("1", "2")
    assert put(text, "b.x", "2") == text.replace("1", "2")
    assert put(text, "b", "w") == "a: &n {x: 1}\nb: w\nc: *n\n"
    made = put(text, "a", "w")
    assert made == "a: &n w\nb: *n\nc: *n\n"
    assert yaml_text(made, "a").data == {"a": "w", "b": "w", "c": "w"}


@pytest.mark.parametrize(
    ("text", "keys", "code"),
    [
        ("k:\n  - a  # c\n  - b\n", "k", "REWRITE.comments"),
        ("k:\n  a: 1\n  # c\n  b: 2\n", "k", "REWRITE.comments"),
        ("k: [a: 1]\n", "k.1.b", "REWRITE.pair"),
        ("k: x\n", "k.b", "REWRITE.no-such"),
        ("k: [1]\n", "k.7", "OVERRIDE.no-member"),
    ],
)
def test_what_cannot_be_done_is_named(text: str, keys: str, code: str):
    with pytest.raises(RefusedError) as refused:
        put(text, keys, "x")
    assert refused.value.diagnostics[0].said.key == code


def test_a_document_between_its_markers():
    text = "%YAML 1.1\n---\n# c\nk: a\n...\n"
    assert put(text, "k", "b") == text.replace("a\n...", "b\n...")
    assert rows_changed(text, put(text, "n", "b")) == 1
