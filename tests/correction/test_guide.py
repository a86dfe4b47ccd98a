"""Lines of a 导读: the page and the title, however they are marked."""

import pytest

from layout.correction.guide import guide_item, label_of


@pytest.mark.parametrize(
    ("line", "page", "title"),
    [
        ("A06. 公交线路", "A06", "公交线路"),
        ("A06 公交线路", "A06", "公交线路"),
        ("a06 公交线路", "A06", "公交线路"),
        ("Ａ０６　公交线路", "A06", "公交线路"),
        ("A06版 公交线路", "A06", "公交线路"),
        ("6版公交线路", "6", "公交线路"),
        ("第6版：公交线路", "6", "公交线路"),
        ("6 公交线路", "6", "公交线路"),
        ("·A06|公交线路", "A06", "公交线路"),
        ("▶ A06、公交线路", "A06", "公交线路"),
        ("1. A06 公交线路", "A06", "公交线路"),
        ("（1）A06 公交线路", "A06", "公交线路"),
        ("① A06 公交线路", "A06", "公交线路"),
        ("【A06】公交线路", "A06", "公交线路"),
        ("公交线路（A06版）", "A06", "公交线路"),
        ("公交线路……A06", "A06", "公交线路"),
        ("公交线路（详见A06版）", "A06", "公交线路"),
        ("公交线路 见第6版", "6", "公交线路"),
        ("**A06** 公交线路", "A06", "公交线路"),
    ],
)
def test_an_item(line: str, page: str, title: str) -> None:
    assert guide_item(line) == (page, title)


@pytest.mark.parametrize(
    "line", ["公交线路", "A06", "", "公交线路又有了6处变化", "6版面", "A06 " + "长" * 200]
)
def test_no_item(line: str) -> None:
    assert guide_item(line) is None


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("【导读】", "导读"), ("**导 读**", "导读"), ("■导读：", "导读"), ("导　读", "导读"),
        ("◆今日导读◆", "今日导读"), ("导读", "导读"), ("", ""),
    ],
)  # fmt: skip
def test_a_label(line: str, label: str) -> None:
    assert label_of(line) == label
