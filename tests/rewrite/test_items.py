"""A list's members put in, taken out and moved, with the comments above them."""

import pytest

from layout.rewrite.items import insert_item, move_item, remove_item, swap_items
from layout.rewrite.texts import RefusedError
from layout.rewrite.yamltext import COMMENTS, yaml_text

TEXT = """\
page: B1
blocks:
  # 两条通栏
  # 都在上面
  - id: a
    text: x    # 甲

  # 左半版
  # ——

  # 头条
  - id: b
    # 它的标题
    text: y

    # 结尾
  - {id: c, text: z}    # 丙
  # 留着的
checks: {}
"""


def names(text: str) -> list[str]:
    return [block["id"] for block in yaml_text(text, "a").data["blocks"]]


def test_a_block_goes_with_its_comments():
    doc = yaml_text(TEXT, "a.yaml")
    for name in "abc":  # when a person has agreed to it
        with pytest.raises(RefusedError) as refused:
            remove_item(doc, ["blocks", name], None)
        assert refused.value.may == COMMENTS
    may = frozenset({COMMENTS})
    made = remove_item(doc, ["blocks", "b"], None, may).text
    assert made == TEXT.replace(
        "  # 头条\n  - id: b\n    # 它的标题\n    text: y\n\n    # 结尾\n", ""
    )
    made = remove_item(doc, ["blocks", "c"], None, may).text
    assert made == TEXT.replace("  - {id: c, text: z}    # 丙\n", "")
    made = remove_item(doc, ["blocks", "a"], None, may).text
    assert made == TEXT.replace("  # 两条通栏\n  # 都在上面\n  - id: a\n    text: x    # 甲\n", "")


def test_an_empty_row_goes_where_two_would_be_left():
    text = "a:\n  - 1\n\n  - 2\n\n  - 3\n"
    doc = yaml_text(text, "a.yaml")
    assert remove_item(doc, ["a", "2"], None).text == "a:\n  - 1\n\n  - 3\n"
    assert remove_item(doc, ["a", "3"], None).text == "a:\n  - 1\n\n  - 2\n"


def test_a_block_is_moved_with_its_comments():
    doc = yaml_text(TEXT, "a.yaml")
    made = move_item(doc, ["blocks", "a"], 3, None)
    assert names(made.text) == ["b", "c", "a"]
    assert made.text == (
        "page: B1\nblocks:\n  # 头条\n  - id: b\n    # 它的标题\n    text: y\n\n    # 结尾\n\n"
        "  # 左半版\n  # ——\n\n  - {id: c, text: z}    # 丙\n  # 两条通栏\n  # 都在上面\n"
        "  - id: a\n    text: x    # 甲\n  # 留着的\nchecks: {}\n"
    )
    assert move_item(made, ["blocks", "a"], 1, None).text == TEXT


def test_two_blocks_are_swapped_and_swapped_back():
    doc = yaml_text(TEXT, "a.yaml")
    made = swap_items(doc, ["blocks", "a"], ["blocks", "b"], None)
    assert names(made.text) == ["b", "a", "c"]
    assert swap_items(made, ["blocks", "a"], ["blocks", "b"], None).text == TEXT


def test_a_new_block_stands_as_its_neighbours_do():
    doc = yaml_text(TEXT, "a.yaml")
    made = insert_item(doc, ["blocks"], 2, {"id": "new", "text": "a: b", "at": {"cols": 1}}, None)
    new = '  - id: new\n    text: "a: b"\n    at: {cols: 1}\n\n'
    assert made.text == TEXT.replace("  # 头条\n", f"{new}  # 头条\n")
    assert remove_item(made, ["blocks", "new"], None).text == TEXT
    flow = yaml_text("a: [1, 2]\n", "a.yaml")
    assert insert_item(flow, ["a"], 1, "x", None).text == "a: [x, 1, 2]\n"
    assert insert_item(flow, ["a"], 3, "x", None).text == "a: [1, 2, x]\n"
    assert insert_item(yaml_text("a: []\n", "a"), ["a"], 1, "x", None).text == "a: [x]\n"
    assert insert_item(yaml_text("a:\n", "a"), ["a"], 1, "x", None).text == "a: [x]\n"


def test_the_last_member_and_a_last_row_without_an_end():
    text = "a:\n- 1\n- 2"
    doc = yaml_text(text, "a.yaml")
    assert remove_item(doc, ["a", "2"], None).text == "a:\n- 1"
    assert move_item(doc, ["a", "1"], 2, None).text == "a:\n- 2\n- 1"
    assert insert_item(doc, ["a"], 3, "3x", None).text == "a:\n- 1\n- 2\n- 3x"
    one = remove_item(yaml_text("a:\n  - 1\nb: 2\n", "a"), ["a", "1"], None)
    assert one.text == "a: []\nb: 2\n"


def test_a_list_over_several_rows_in_brackets():
    text = "a: [one,   # 一\n    two,   # 二\n    three]\nb: 1\n"
    doc = yaml_text(text, "a.yaml")
    made = move_item(doc, ["a", "1"], 3, None).text
    assert made == "a: [two,   # 一\n    three,   # 二\n    one]\nb: 1\n"
    with pytest.raises(RefusedError) as refused:
        remove_item(doc, ["a", "1"], None)
    assert refused.value.may == "comments"


@pytest.mark.parametrize(
    ("text", "keys", "key"),
    [
        ("a:\n  - - 1\n    - 2\n", ["a", "1", "1"], "REWRITE.compact"),
        ("a:\n  - &n 1\n  - 2\nb: *n\n", ["a", "1"], "REWRITE.anchor"),
        ("a: {b: 1}\n", ["a", "b"], "REWRITE.no-list"),
    ],
)
def test_what_cannot_be_taken_out_is_named(text: str, keys: list[str], key: str):
    with pytest.raises(RefusedError) as refused:
        remove_item(yaml_text(text, "a.yaml"), keys, None)
    assert refused.value.diagnostics[0].said.key == key


def test_an_alias_is_not_moved_before_its_anchor():
    doc = yaml_text("a:\n  - &n 1\n  - *n\n", "a.yaml")
    with pytest.raises(RefusedError):
        move_item(doc, ["a", "2"], 1, None)
