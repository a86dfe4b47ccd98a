"""Spaces between Han: which go, which stay, which stay and are told."""

import random

import pytest

from layout.correction.gaps import doubtful_spaces
from layout.correction.normalize import normalize, undo
from tests.press_texts import PRESS_TEXTS


def fixed(text: str) -> str:
    return normalize(text).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "本报讯 昨日 , 夜 市 重 新 开 张 。 首 批 摊 位 有 120 个 。",
            "本报讯 昨日，夜市重新开张。首批摊位有120个。",
        ),
        ("夜市重 新开张，很热闹。", "夜市重新开张，很热闹。"),
        ("夜　市　重　新　开　张了。", "夜市重新开张了。"),
        ("夜 市开 张，很 热闹。", "夜市开张，很热闹。"),
        ("他说，“ 好 ”，就走。", "他说，“好”，就走。"),
        ("夜市开张 . 人多 ; 鱼多 !", "夜市开张。人多；鱼多！"),
        ("第一 批摊位来自县城，卖鱼。", "第一批摊位来自县城，卖鱼。"),
        ("他们很高 兴，笑了。", "他们很高兴，笑了。"),
        ("高 兴，笑了。", "高兴，笑了。"),  # 高 is a surname, 高兴 a word
    ],
)
def test_goes(before: str, after: str) -> None:
    made = normalize(before)
    assert made.text == after
    assert undo(made) == before


@pytest.mark.parametrize(
    "text",
    [
        "第一条　为了加强管理，制定本办法。",
        "第一条 为了加强管理，制定本办法。",
        "第十二章　总则",
        "本报讯 昨日，夜市开张。",
        "新华社北京1月2日电 昨日，夜市开张。",
        "本报讯（记者 张三 通讯员 李四）昨日，夜市开张。",
        "记者 张三报道，夜市开张。",
        "一　账怎么算，他说。",
        "会上，张　三说了话。",
        "张 三，李四都来了。",
        "●出租 两室一厅，电话1234。",
        "地址 株洲市天元区，电话1234。",
    ],
)
def test_stays(text: str) -> None:
    assert fixed(text) == text
    assert not list(doubtful_spaces(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新店开张大吉 欢迎四方来客，快来。", ["吉 欢"]),
        ("参加者有张三 李四 王五等人。", ["三 李", "四 王"]),
        ("招聘启事 男女不限", ["事 男"]),
    ],
)
def test_stays_and_is_told(text: str, told: list[str]) -> None:
    assert fixed(text) == text
    assert [text[a:b] for a, b in doubtful_spaces(text)] == told


@pytest.mark.parametrize("seed", range(8))
def test_stray_spaces_are_mended_or_told(seed: int) -> None:
    """A space at random places between Han, in every paragraph of the texts: none stays unsaid."""
    chance = random.Random(seed)
    strays = mended = 0
    for paragraph in (p for ps in PRESS_TEXTS.values() for p in ps):
        inside = [
            i
            for i in range(6, len(paragraph))
            if all("\u4e00" <= c <= "\u9fff" for c in paragraph[i - 1 : i + 1])
        ]
        cuts = sorted(chance.sample(inside, 3))
        torn = paragraph
        for cut in reversed(cuts):
            torn = torn[:cut] + " " + torn[cut:]
        made = normalize(torn)
        strays += len(cuts)
        mended += sum(e.rule == "S3.han" for e in made.edits)
        left = made.text.count(" ") - normalize(paragraph).text.count(" ")
        assert left == len(list(doubtful_spaces(made.text)))
    assert mended > 0.85 * strays
