"""Marks that are not the ones meant, each with the one that is, by GB/T 15834-2011."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.correction.markfaults import find_faults

EITHER = "—— (between clauses) or — (between two places, times or numbers)"


def found(*paragraphs: str) -> list[tuple[int, int, str, str]]:
    return [(f.paragraph, f.start, f.mark, str(f.meant)) for f in find_faults(paragraphs)]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('他说"你好"。', [(2, '"', "“"), (5, '"', "”")]),
        ("他说'你好'。", [(2, "'", "‘"), (5, "'", "’")]),
        ('他说"你好。', [(2, '"', "“ or ”")]),
        ("甲,乙.丙;丁:戊?己!庚(辛)", [
            (1, ",", "，"), (3, ".", "。, or · in a foreign name,"), (5, ";", "；"),
            (7, ":", "："), (9, "?", "？"), (11, "!", "！"), (13, "(", "（"), (15, ")", "）"),
        ]),
        ("他来了.", [(3, ".", "。")]),
        ("约翰.史密斯", [(2, ".", "。, or · in a foreign name,")]),
        ("约翰•史密斯", [(2, "•", "·")]),
        ("AI(人工智能)", [(2, "(", "（"), (7, ")", "）")]),
        ("甲。。乙", [(1, "。。", "。")]),
        ("甲，，乙、、丙", [(1, "，，", "，"), (4, "、、", "、")]),
        ("甲，。乙", [(1, "，。", "one of them")]),
        ("甲？，乙", [(1, "？，", "one of them")]),
        ("他来了...走了", [(3, "...", "……")]),
        ("他来了。。。走了", [(3, "。。。", "……")]),
        ("他来了..走了", [(3, "..", "……")]),
        ("他来了…走了", [(3, "…", "……")]),
        ("他来了--又走了", [(3, "--", "——")]),
        ("这里是很好的—那里是不好的", [(6, "—", "——")]),
        ("甲－－乙", [(1, "－－", "——")]),
        ("共3，500元，1，234，567人", [
            (2, "，", ","), (9, "，", ","), (13, "，", ","),
        ]),
        ("早上12：30开会", [(4, "：", ": or ∶")]),
        ("甲：乙＝2：1，按1：500画", [(5, "：", "∶"), (10, "：", "∶")]),
        ("占50％，涨3．5％", [(3, "％", "%"), (7, "．", "."), (9, "％", "%")]),
        ("和-和", [(1, "-", "——")]),
        ("和—和", [(1, "—", "——")]),
        ("我来了—就走", [(3, "—", "——")]),
        ("清河-株洲班车", [(2, "-", "—")]),
        ("清河-株洲", [(2, "-", EITHER)]),
        ("原来的清河—株洲班次将保留", [(5, "—", EITHER)]),
        ("甲｡乙､丙", [(1, "｡", "。"), (3, "､", "、")]),
        ("他说：“你好。", [(3, "“", "")]),
        ("他说你好”。", [(4, "”", "")]),
        ("看《书。", [(1, "《", "")]),
        ("看书》。", [(2, "》", "")]),
        ("甲（乙。", [(1, "（", "")]),
        ("甲（（乙）。", [(1, "（", "")]),
        ("甲【乙。", [(1, "【", "")]),
        ("甲（乙)。", [(3, ")", "）")]),
        ("甲(乙）。", [(1, "(", "（")]),
        ("他说“你好\"。", [(5, '"', "“ or ”"), (2, "“", "")]),
        ("他说：”你好”，走了。", [(3, "”", "“")]),
        ("他说：“你好“，走了。", [(6, "“", "”")]),
        ("他说：“甲“乙”丙”。", [(5, "“", "‘ ’")]),
        ("他说：“（甲”乙。", [(4, "（", "")]),
    ],
)  # fmt: skip
def test_a_mark_is_told_with_the_one_meant(text: str, faults: list[tuple[int, str, str]]) -> None:
    assert sorted(found(text)) == sorted((0, *fault) for fault in faults)


@pytest.mark.parametrize(
    "text",
    [
        "甲&nbsp;乙，丙<br>丁", "见https://a.b/?c=1,2;d。", "’90年代的歌",
        "他说：“你好。”", "“甲‘乙’丙”。", "《甲〈乙〉丙》（丁）【戊】", "真的？！",
        "太好了！！！", "甲……", "甲——乙", "北京—上海", "京—沪线", "2019—2020年", "10:30开会",
        "比分3:2", "共1,301人", "3.5%", "v2.0版", "J.K.罗琳", "1.甲乙", "1）甲；2）乙", "（1）甲",
        "一）甲，二）乙", "他说：“Hello, world!”他走了。", "（see p. 3, note）甲",
        "《Hello, Dolly!》上演", "Xi’an的甲", "he's 'so' (ok)", 'a "b", c.', "http://a.b/c?x=1,2",
        "加上--final便停", "5’的甲", "甲·乙", "5~10天", "甲，“乙”，丙。“丁。”", "他问：“谁？”",
        "1．第一条", "A．甲；B．乙", "１．第一", "图1：3家企业", "第1：2019年", "他有3，50人来了",
        "让-雅克·卢梭", "原来的清河—株洲班车将保留", "2：1月", "B1-B4版", "12∶30", "株洲－长沙",
        "“甲”“乙”和《丙》《丁》", "甲：“乙！”", "3×4=12，100元",
        "每个月的星期一—星期五照常营业",
    ],
)  # fmt: skip
def test_good_marks_are_not_told(text: str) -> None:
    assert found(text) == []


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_once() -> None:
    assert found("他说：“第一段。", "“第二段。", "“第三段。”他走了。“又来。”") == []
    assert found("“第一段。", "第二段。”") == [(0, 0, "“", ""), (1, 4, "”", "")]
    assert found("“第一段。", "“第二段。", "第三段。") == [(1, 0, "“", "")]


def test_places_count_in_each_paragraph() -> None:
    assert found("甲。", "", "English, only.", "乙,丙") == [(3, 1, ",", "，")]


@given(st.text("甲乙a1，。、“”‘’（）《》,.:;!?()\"'—…-", max_size=60))
def test_any_text_has_faults_that_stand_in_it(text: str) -> None:
    for fault in find_faults([text]):
        assert 0 <= fault.start < fault.end <= len(text)
        assert text[fault.start : fault.end] == fault.mark
        assert fault.what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('他说"你好"。', "straight"),
        ("他走了--又来", "no-dash"),
        ("甲－－乙", "no-dash"),
        ("他来了…走了", "half-ellipsis"),
        ("他来了...走了", "no-ellipsis"),
        ("约翰•史密斯", "no-dot"),
        ("甲,乙", "half-width"),
        ("甲乙.", "half-width"),
        ("这里是很好的—那里是不好的", "half-dash"),
        ("清河-株洲", "hyphen"),
        ("原来的清河—株洲班次将保留", "alone"),
        ("甲。。乙", "together"),
        ("甲，。乙", "together"),
        ("共3，500元", "in-number"),
        ("占50％", "in-number"),
        ("早上12：30开会", "in-time"),
        ("甲｡乙", "no-mark"),
        ("他说：“你好。", "unpaired"),
        ("他说你好”。", "unpaired"),
    ],
)
def test_what_is_wrong_with_a_mark(text: str, what: str) -> None:
    assert {f.what for f in find_faults([text])} == {f"MARKS.{what}"}
