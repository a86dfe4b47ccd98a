"""Doubtful statements: each rule with a text it must flag and its harmless twin."""

import pytest

from layout.correction.doubts import find_doubts, load_doubts

TABLE = load_doubts()


def flagged(*paragraphs: str) -> list[tuple[str, str]]:
    found = find_doubts(paragraphs, TABLE)
    return [
        (d.rule, text[d.start : d.end])
        for text, ds in zip(paragraphs, found, strict=True)
        for d in ds
    ]


@pytest.mark.parametrize(
    ("doubtful", "harmless", "rule", "words"),
    [
        (
            "产量增长8.1%，销量增长112%，利润增长9.4%。",
            "产量增长8.1%，销量增长11.2%，利润增长9.4%。",
            "X2.growth",
            ["增长112%"],
        ),
        (
            "公司新建了210万平方米厂房。",
            "公司新建了2.1万平方米厂房。",
            "X3.floor",
            ["210万平方米厂房"],
        ),
        (
            "印刷厂占地2000亩，投资5亿元。",
            "印刷厂占地200亩，投资5亿元。",
            "X4.land",
            ["占地2000亩"],
        ),
        (
            "中国馆、法国印刷馆、日本造纸馆等3个海外展馆开放。",
            "英国馆、法国印刷馆、日本造纸馆等3个海外展馆开放。",
            "X5.abroad",
            ["中国馆、法国印刷馆、日本造纸馆等3个海外展馆开放"],
        ),
        (
            "这是设备先进的印刷厂，管理严格的印刷厂、环境整洁的印刷厂。",
            "这是设备先进的印刷厂、管理严格的印刷厂、环境整洁的印刷厂。",
            "X6.mixed-list",
            ["这是设备先进的印刷厂，管理严格的印刷厂、环境整洁的印刷厂"],
        ),
        (
            "从铅字到激光，从手工到自动，从车间印的报纸，送进了千家万户。",
            "从铅字到激光，从手工到自动，由车间印的报纸，送进了千家万户。",
            "X7.from",
            ["从车间印的报纸"],
        ),
        (
            "用了CTP、PDF和LED三样，还有Abc公司的软件。",
            "用了CTP、PDF和LED三样，还有ABC公司的软件。",
            "X8.latin-case",
            ["Abc"],
        ),
        ("车间用的是全部铜产品。", "车间用的全部是铜产品。", "X9.pattern", ["全部铜产品"]),
        (
            "能造全部镍粉和碳基铁粉。",
            "全部用镍粉，碳基材料不用。",
            "X9.pattern",
            ["全部镍粉", "碳基铁"],
        ),
        (
            "向非凡电机订货，供货的非斯动力已到。",
            "向菲斯动力订货，产品并非动力电池。",
            "X9.pattern",
            ["非凡电机", "非斯动力"],
        ),
        ("他来了，，又走了。", "他来了，又走了。", "X9.pattern", ["，，"]),
        ("报纸印好.车来了。", "报纸印好。车来了。", "X9.pattern", ["."]),
        ("见A1-A4版。", "见A1～A4版。", "X9.pattern", ["A1-A4"]),
        ("他说：“好。", "他说：“好。”", "X10.unpaired", ["“"]),
        ("他说好）。", "他说（好）。", "X10.unpaired", ["）"]),
    ],
)
def test_rule(doubtful: str, harmless: str, rule: str, words: list[str]) -> None:
    """With the words that an editor is to look at, from their first character to their last."""
    assert flagged(doubtful) == [(rule, found) for found in words]
    assert flagged(harmless) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("他说”好。", ["”"]),
        ("他（说。", ["（"]),
        ("读报》周刊。", ["》"]),
        ('他说"好。', ['"']),
        ("他）说）好（吗（。", ["）", "（"]),
        ("他（说）好“吗”。", []),
    ],
)
def test_of_marks_without_their_other_half_the_first_of_each_kind_is_told(
    text: str, marks: list[str]
) -> None:
    assert flagged(text) == [("X10.unpaired", mark) for mark in marks]


def test_a_part_over_its_total_is_told_and_so_is_the_total_which_may_be_the_wrong_one() -> None:
    text = "全县生产总值20.5亿元，工业增加值完成61亿元，税收收入70亿元。"
    assert flagged(text) == [
        ("X1.total-under-part", "全县生产总值20.5亿元"),
        ("X1.part-over-total", "工业增加值完成61亿元"),
        ("X1.part-over-total", "税收收入70亿元"),
    ]
    assert flagged("全县生产总值20.5亿元，工业增加值完成6.1亿元。") == []


def test_halls_that_nobody_says_are_abroad_may_be_at_home() -> None:
    assert flagged("中国馆、法国印刷馆、日本造纸馆等3个展馆开放。") == []
    assert flagged("中国馆、法国印刷馆、日本造纸馆等3个文化展馆开放。") == []


def test_a_growth_is_not_odd_among_its_like() -> None:
    assert flagged("产量增长80%，销量增长112%。") == []
    assert flagged("销量增长112%。") == []


def test_from_that_goes_on_in_the_next_clause() -> None:
    assert flagged("从铅字排版的老车间，到激光照排的新车间，从白天到夜里。") == []


def test_places_are_exact() -> None:
    assert flagged("", "公司新建了210万平方米厂房。") == [("X3.floor", "210万平方米厂房")]
