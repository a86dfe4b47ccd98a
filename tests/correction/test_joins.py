"""What is no piece of a paragraph: short lines, items, signatures, bold lines, verse, tables."""

import pytest

from layout.correction.joins import begins_with_dash
from layout.correction.repair import read_passages

LONG = "昨日夜市重新开张，首批摊位有一百二十个，桥头有人卖菜，也有人卖鱼，来的人比去年多"


def roles(source: str) -> list[tuple[str, str]]:
    return [(p.role, p.text) for p in read_passages(source)]


@pytest.mark.parametrize(
    "second",
    [
        "●出租 两室一厅，电话1234。",
        "■本报记者走了，第二天又来了。",
        "□桥头的早市，人更多。",
        "▲图中是桥头，人更多。",
        "◆往年的夜市，人更少。",
        "——谁来管？",
        "--谁来管？",
        "－－谁来管？",
        "一一谁来管，没人说得清。",
        "**往年的夜市，人更少。**",
        "记者观察",
        "李四",
        "本报讯 昨日，桥通了。",
        "新华社北京1月2日电 昨日，桥通了。",
    ],
)
def test_does_not_continue_a_paragraph(second: str) -> None:
    passages = read_passages(f"# 题目\n\n桥通了。\n\n{LONG}\n\n{second}\n\n第二天，又下了雨。")
    assert [p.text for p in passages if LONG in p.text] == [LONG]


@pytest.mark.parametrize(
    "first",
    ["记者观察", "桥头的早市", "**记者观察**", "__记者观察__", "●出租 两室一厅", "——往年的夜市",
     "（一）往年", "李四 王五"],
)  # fmt: skip
def test_does_not_go_on(first: str) -> None:
    passages = read_passages(f"# 题目\n\n桥通了。\n\n{first}\n\n桥头有人卖菜，也有人卖鱼。")
    assert passages[-1].text == "桥头有人卖菜，也有人卖鱼。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("昨日，", "夜市重新开张。"),
        ("他说：“好", "”，就走了。"),
        ("总值173", ".1亿元，很多。"),
        ("他用的是Google", "Drive，很快。"),
        (LONG, "了。"),
        (LONG, "，来年还要多。"),
        (LONG, "，他"),
    ],
)
def test_goes_on(first: str, second: str) -> None:
    passages = read_passages(f"# 题目\n\n桥通了。\n\n{first}\n\n{second}")
    assert passages[-1].text.replace(" ", "") == first + second


@pytest.mark.parametrize(
    ("text", "dash"),
    [("——副题", True), ("—副题", True), ("-副题", True), ("一一记者走访", True), ("-5℃到3℃", False),
     ("—5℃", False), ("一一", False), ("A-B", False), ("", False), ("–副题", True)],
)  # fmt: skip
def test_a_dash_at_the_head(text: str, dash: bool) -> None:
    assert begins_with_dash(text) is dash


@pytest.mark.parametrize(
    "subtitle",
    ["——记者走访北门口夜市", "--记者走访北门口夜市", "—记者走访北门口夜市",
     "一一记者走访北门口夜市", "－－记者走访北门口夜市", "———记者走访北门口夜市", "——谁来管？"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_subtitle(subtitle: str, gap: str) -> None:
    found = roles(f"# 老街的灯又亮了{gap}{subtitle}{gap}本报讯 昨日，夜市重新开张。")
    assert found == [
        ("heading", "老街的灯又亮了"),
        ("heading", subtitle),
        ("body", "本报讯 昨日，夜市重新开张。"),
    ]


def test_two_who_talk_have_no_subtitle() -> None:
    assert [r for r, _ in roles("# 题目\n\n——谁来管？\n\n——我来管。")] == [
        "heading",
        "body",
        "body",
    ]


def test_verse_and_classifieds_stay_in_their_lines() -> None:
    verse = ["朝辞白帝彩云间，", "千里江陵一日还。", "两岸猿声啼不住，", "轻舟已过万重山。"]
    items = ["●出租 两室一厅，电话1234", "●求购 旧报纸，电话4567", "●转让 门面一间，电话8901"]
    for rows in (verse, verse[:2], items):
        assert [t for _, t in roles("# 题目\n\n桥通了。\n\n" + "\n".join(rows))][2:] == rows


def test_print_lines_of_an_item_are_joined() -> None:
    rows = [
        "●出租 两室一厅，南北通透，家具齐",
        "全，拎包入住，价格面议，可以看房。",
        "●求购 旧报纸，电话4567",
    ]
    assert [t for _, t in roles("# 题目\n\n桥通了。\n\n" + "\n".join(rows))][2:] == [
        rows[0] + rows[1],
        rows[2],
    ]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("inter-", "national", "international"),
        ("Inter\u2010", "national", "International"),
        ("well-", "known", "well-known"),
        ("self-", "service", "self-service"),
        ("Boeing-", "747", "Boeing-747"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_hyphen_at_a_rows_end(first: str, second: str, whole: str, gap: str) -> None:
    source = f"# 题目\n\n他说的是一种标准，用的词是{first}{gap}{second}，很长。"
    assert roles(source)[-1] == ("body", f"他说的是一种标准，用的词是{whole}，很长。")


PIECES = (
    "春天的早市里来来往往的人很多很多", "卖菜的老周和卖鱼的老李都在桥头上",
    "新来的年轻人在河的对面摆开了摊子", "几位老主顾照旧一早就到了这里等着",
    "街坊们三三两两地提着篮子往回走去",
)  # fmt: skip


@pytest.mark.parametrize(("count", "alone"), [(1, 0), (3, 0), (4, 0), (5, 1)])
def test_pieces_without_a_mark_are_one_sentence_where_the_fourth_from_each_has_one(
    count: int, alone: int
) -> None:
    """A sentence in five columns; what is farther from its mark is a line of a list or a poem."""
    pieces = (*PIECES[:count], "到了中午，人才散去。")
    found = [text for _, text in roles("# 题目\n\n桥通了。\n\n" + "\n\n".join(pieces))][2:]
    assert found == [*pieces[:alone], "".join(pieces[alone:])]


@pytest.mark.parametrize(("ems", "joined"), [(12, False), (19, False), (20, True), (21, True)])
def test_a_short_line_that_was_ended_by_hand_is_one_by_itself(ems: int, joined: bool) -> None:
    """Two spaces at a line's end are Markdown's line break. A line of 20 em or more is as wide as
    a column: there an OCR has put them at each row's end."""
    first, second = LONG[:ems], "先到市场，再赶回来，年年也不例外。"
    found = roles(f"# 题目\n\n桥通了。\n\n{first}  \n{second}\n")
    assert [text for _, text in found][2:] == ([first + second] if joined else [first, second])


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>摊位</td><td>120</td></tr></table>",
        "<table>\n<tr><td>摊位</td></tr>\n\n<tr><td>鱼</td></tr>\n</table>",
        "| 摊位 | 数量 |\n|---|---|\n| 鱼 | 20 |",
        "摊位 | 数量\n--- | ---\n鱼 | 20 |",
        "$$\nE=mc^2\n$$",
        "\\begin{tabular}{ll}\n摊位 & 120\n\\end{tabular}",
    ],
)
def test_a_table_is_joined_to_nothing(table: str) -> None:
    found = roles(f"# 题目\n\n{LONG}\n\n{table}\n\n面积很大，夜市已满。")
    assert found[1] == ("body", LONG)
    assert found[-1] == ("body", "面积很大，夜市已满。")
    assert {role for role, _ in found[2:-1]} == {"table"}


@pytest.mark.parametrize("opener", ["<table>", "$$", "\\begin{table}"])
def test_a_table_that_never_ends_takes_nothing_with_it(opener: str) -> None:
    found = roles(f"# 题目\n\n{opener}\n\n桥通了。\n\n# 又题\n\n路通了。")
    assert [role for role, _ in found] == ["heading", "table", "body", "heading", "body"]


@pytest.mark.parametrize("mark", ["**{}**", "__{}__", "***{}***", "## **{}**"])
def test_bold_as_a_whole_is_a_heading(mark: str) -> None:
    found = roles("# 题目\n\n桥通了。\n\n" + mark.format("记者观察") + "\n\n桥头有人卖菜。")
    assert found[2] == ("heading", "记者观察")


@pytest.mark.parametrize("words", ["他说得很对。", "很长的一段话，" * 6])
def test_a_bold_sentence_stays_a_paragraph(words: str) -> None:
    found = roles(f"# 题目\n\n桥通了\n\n**{words}**\n\n桥头有人卖菜，也有人卖鱼。")
    assert found[2] == ("body", f"**{words}**")


def test_bold_by_lines_keep_their_part() -> None:
    found = roles("# 题目\n\n**本报记者 张三**\n\n桥通了。\n\n![](a.jpg)\n\n**轮转印刷机**")
    assert [r for r, _ in found] == ["heading", "byline", "body", "image", "caption"]


@pytest.mark.parametrize("count", ["一、", "一 ", "（一）", "1. ", "1、", "①"])
def test_a_counted_line_is_a_heading(count: str) -> None:
    source = f"# 题目\n\n桥通了。\n\n{count}账怎么算\n\n算账的人说，这笔账要从头算起。"
    assert roles(source)[2] == ("heading", f"{count}账怎么算")
    listed = "# 题目\n\n桥通了。\n\n一、修桥\n\n二、铺路\n\n三、点灯"
    assert "heading" not in [r for r, _ in roles(listed)[2:]]


def test_a_title_without_a_mark_before_a_lead() -> None:
    source = "桥通了一年多\n\n本报讯 昨日，桥通了。\n\n灯亮了\n\n本报讯 昨日，灯亮了。"
    assert [r for r, _ in roles(source)] == ["heading", "body", "heading", "body"]
