"""Where a headline may best be parted: what it costs to end one of its lines after a character.

The sense of a headline decides where its lines end, and its lengths only among equals. Costs are
those of a line so many em longer or shorter than the mean, squared: 16 is four characters.
"""

from itertools import pairwise
from typing import Final

from layout.text.words import words

CUT: Final = 400.0
"""Inside a word: only where no other way fits."""
PAUSE: Final = -12.0
"""After ， 、 ： and their like a headline parts of itself."""
BESIDE_QUOTE: Final = -2.0
"""Before a mark that opens, after one that closes: there at least no word is cut."""
FORWARD: Final = 8.0
"""After a word that leads on to the next: 让｜企业 leaves the reader hanging."""
BACK: Final = 8.0
"""Before a word that leans on the one before: 公里 of a number, 的, 了."""
START: Final = -4.0
"""Before a word that begins a part of a sentence."""
NUMBER: Final = 12.0
"""Between a number and what it counts."""

_PAUSES: Final = frozenset("，、：；。？！")
_OPENING: Final = frozenset("“‘（《〈【")
_CLOSING: Final = frozenset("”’）》〉】")
_TIES: Final = frozenset("与和及的")
_NUMERALS: Final = frozenset("一二两三四五六七八九十百千万亿几数半")


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


LEADING_ON: Final = _set(
    "从 在 为 让 把 被 向 对 与 和 及 或 将 以 由 因 使 据 再 更 最 首 新 第 不 也 都 已 就 还 这 "
    "那 每 各 全 两 上 超 近 约 逾 达 至 到 可 能 要 会 无 有 大 小 老 好 突破 超过 达到 缩短 增长 "
    "新增 提高 累计"
)
"""Prepositions, conjunctions, adverbs, words of degree, verbs that take a number."""
LEANING: Final = _set(
    "的 了 着 过 地 得 们 性 化 率 者 里 中 内 级 度 区 等 吗 呢 吧 上 下 间 后 前 家 量 员 业 人 "
    "天 个 年 月 日 条 座 处 项 次 亩 所 户 支 届 场 期 号 线 亿 万 成 公里 万元 亿元 人次 平方米 "
    "工程 阶段 行动 机制 服务"
)
"""Particles, suffixes, measure words, and nouns that end a name."""
BEGINNING: Final = _set("让 把 被 从 向 将 使 为 助力 确保 方便 推动 带动 保障")
"""Words before which a headline takes breath."""


def seams(text: str) -> list[float]:
    """What it costs to part the text after each of its characters; that of the last is 0."""
    out = [CUT] * len(text)
    spans = words(text)
    for (begin, end), (_, after) in pairwise(spans):
        out[end - 1] = _seam(text, text[begin:end], text[end:after], end)
    if out:
        out[-1] = 0.0
    return out


def _seam(text: str, left: str, right: str, at: int) -> float:
    """What it costs to part two words."""
    cost = 0.0
    if left[-1] in _PAUSES:
        cost += PAUSE
    elif left[-1] in _CLOSING:
        cost += BESIDE_QUOTE
    if right[0] in _OPENING and left[-1] not in _TIES:
        cost += BESIDE_QUOTE
    if left in LEADING_ON:
        cost += FORWARD
    if right in LEANING:
        cost += BACK
    if right in BEGINNING:
        cost += START
    if left[-1] in _NUMERALS or text[at - 1].isdigit():
        cost += NUMBER
    return cost
