"""Words of a headline, and where its lines may end: held by seventy headlines marked by hand."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.flow.headline.balance import Ends, balanced
from layout.text import words as module
from layout.text.bonds import bonds
from layout.text.phrases import (
    BACK,
    BESIDE_QUOTE,
    CUT,
    FORWARD,
    NUMBER,
    PAUSE,
    START,
    seams,
)
from layout.text.words import LONGEST, TOTAL, UNKNOWN, words
from tests.conftest import Measured

MARKED = [
    row
    for row in Path(__file__).with_name("headlines.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]
CLOSING = "”’）》〉】，、：；。？！"
OPENING = "“‘（《〈【"


def pieces(text):
    return [text[a:b] for a, b in words(text)]


def marks(row):
    """The headline, the ends of its words, and the ends that an editor would choose."""
    whole, good, at = set(), set(), 0
    for char in row:
        if char in "/|":
            whole.add(at)
            if char == "|":
                good.add(at)
        else:
            at += 1
    return row.replace("/", "").replace("|", ""), whole, good


def parted(text, rows, price):
    """The offsets of the best ends of `rows` lines, by the costs of `price`."""
    bonded = list(bonds(text))
    cuts = [0]
    for at in range(1, len(text)):
        number = text[at - 1].isascii() and text[at].isascii()
        barred = text[at] in CLOSING + "%·+-" or text[at - 1] in OPENING or number
        if not barred and not any(a < at < b for a, b, *_ in bonded):
            cuts.append(at)
    cuts.append(len(text))
    wide = [sum(0.56 if c.isascii() else 1.0 for c in text[:at]) for at in cuts]
    left = [
        w + (0.5 if text[at : at + 1] in tuple(OPENING) else 0)
        for w, at in zip(wide, cuts, strict=True)
    ]
    right = [
        w - (0.5 if at and text[at - 1] in CLOSING else 0) for w, at in zip(wide, cuts, strict=True)
    ]
    cost = [0.0, *(price[at - 1] for at in cuts[1:])]
    _, ends = balanced(Ends(left=left, right=right, cost=cost), rows)
    return [cuts[k] for k in ends[:-1]]


def score(rows, price):
    """How many headlines are parted between words, and how many where an editor would."""
    whole = right = 0
    for row in MARKED:
        text, words_end, good = marks(row)
        ends = parted(text, rows, price(text))
        whole += words_end.issuperset(ends)
        right += good.issuperset(ends)
    return whole, right


def test_seventy_headlines_in_two_lines(measured: Measured):
    assert len(MARKED) == 70
    plain = score(2, lambda text: [0.0] * len(text))
    chosen = score(2, seams)
    measured(
        f"headlines in two lines: whole words in {chosen[0]} of 70 (by length alone {plain[0]}), "
        f"where an editor would in {chosen[1]} ({plain[1]})"
    )
    assert plain[0] < 40  # length alone cuts a word in nearly every second headline
    assert chosen[0] >= 64
    assert chosen[1] >= 44


def test_in_three_lines_nearly_all_keep_their_words():
    long = [row for row in MARKED if len(marks(row)[0]) >= 14]
    cut = 0
    for row in long:
        text, whole, _ = marks(row)
        cut += not whole.issuperset(parted(text, 3, seams(text)))
    assert len(long) > 40
    assert cut <= 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人工智能走进课堂", ["人工智能", "走进", "课堂"]),
        ("老厂房里2024年", ["老", "厂房", "里", "2", "0", "2", "4", "年"]),
        ("AI与你", ["A", "I", "与", "你"]),
        ("", []),
        ("龘龘龘", ["龘", "龘", "龘"]),
        ("标题\u200b样张", ["标题", "\u200b", "样", "张"]),
    ],
)
def test_words(text, expected):
    assert pieces(text) == expected


@given(st.text("中国人民大学生活动物园", max_size=9))
def test_the_likeliest_way_of_all(text):
    """Against every way there is."""

    def cost(piece):
        found = module._cost(piece)
        return found if found is not None else UNKNOWN if len(piece) == 1 else float("inf")

    def best(rest):
        if not rest:
            return 0.0
        return min(cost(rest[:n]) + best(rest[n:]) for n in range(1, min(LONGEST, len(rest)) + 1))

    assert "".join(pieces(text)) == text
    assert sum(map(cost, pieces(text))) == pytest.approx(best(text))


def test_the_list_is_what_it_says():
    text, starts, powers = module._list()
    rows = [text[a:b].split() for a, b in pairwise((*starts, len(text)))]
    found = {w for row in rows for w in row[1:]}
    assert 44_000 < len(found) < 45_000
    assert all(1 <= len(w) <= LONGEST and all("\u4e00" <= c <= "\u9fff" for c in w) for w in found)
    assert list(powers) == sorted(powers, reverse=True)
    weight = sum(2**p * (len(row) - 1) for p, row in zip(powers, rows, strict=True))
    assert weight == pytest.approx(2**TOTAL, rel=0.2)


def test_what_it_costs_to_part():
    costs = seams("让企业少跑路，数据多跑腿")
    assert len(costs) == 12
    assert costs[1] == CUT  # 企|业
    assert costs[0] > 0  # 让|企业
    assert costs[6] < 0  # after ，
    assert costs[-1] == 0.0
    assert seams("") == []
    number = seams("新建120公里")
    assert number[4] > 10  # 120|公里


@pytest.mark.parametrize(
    ("text", "at", "cost"),
    [
        ("城市新风", 2, 0),  # two words, neither of which leads on or leans
        ("城市新风", 1, CUT),
        ("城市与发展", 3, FORWARD),  # 与 leads on to 发展
        ("城市与发展", 2, 0),
        ("厂房里的人", 2, BACK),  # 里 leans on 厂房
        ("清风助力企业", 2, START),  # 助力 begins what is said of 清风
        ("增长让企业", 2, START + FORWARD),  # and 增长 wants its figure beside it
        ("新建120公里", 5, NUMBER + BACK),  # 公里 leans on its number besides
        ("建成三座桥", 2, 0),
        ("三万人", 2, NUMBER + BACK),
        ("市场突破百亿", 4, FORWARD),  # 突破 wants its figure
        ("守护蓝天，绿水常在", 5, PAUSE),
        ("前进，让企业", 3, PAUSE + START),
        ("医院“双碳”", 2, BESIDE_QUOTE),
        ("“双碳”目标", 4, BESIDE_QUOTE),
        ("“双碳”、“双减”", 5, PAUSE + BESIDE_QUOTE),
        ("爱读《红楼梦》", 2, BESIDE_QUOTE),
        # What is quoted hangs together with the word that ties it to what is before.
        ("创新与“双碳”", 3, FORWARD),
        ("我和“你”", 2, FORWARD),
        ("学习《论语》及《诗经》", 7, FORWARD),
        ("质量的“生命线”", 3, 0),
    ],
)
def test_what_each_way_to_part_costs(text, at, cost):
    assert seams(text)[at - 1] == cost
