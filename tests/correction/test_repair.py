"""Cut paragraphs joined again: known texts, random cuts, and what must never be joined."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.correction.ends import is_ended, open_quote
from layout.correction.furniture import load_furniture, split_fields
from layout.correction.joins import SHORT_EM, begins_with_mark, text_em
from layout.correction.repair import read_passages
from layout.correction.script import CLOSERS, STOPS
from tests.press_texts import PRESS_TEXTS, as_markdown

SHARED = Path(__file__).parents[3] / "shared" / "cases" / "zh-hans-02-keji-wenhua.md"
TABLE = load_furniture()


def bodies(source: str) -> list[str]:
    return [p.text for p in read_passages(source, TABLE) if p.role == "body"]


def places(paragraph: str) -> list[int]:
    """Where a column's foot may cut so that reading alone can tell: inside a sentence, below a
    line of the column at least, and not before what begins an item or a turn of speech."""
    return [
        i
        for i in range(1, len(paragraph))
        if not is_ended(paragraph[:i]) and not paragraph[i - 1].isspace()
        if text_em(paragraph[:i]) > SHORT_EM and not begins_with_mark(paragraph[i:])
    ]


def test_the_places_leave_little_out() -> None:
    """The random cuts below are not only easy ones: nearly every place is allowed."""
    for paragraphs in PRESS_TEXTS.values():
        for paragraph in paragraphs:
            stops = sum(1 for c in paragraph if c in STOPS or c in CLOSERS or c in "：")
            assert len(places(paragraph)) >= len(paragraph) - 14 - 2 * stops


@pytest.mark.parametrize("title", PRESS_TEXTS)
def test_every_single_cut_is_joined(title: str) -> None:
    paragraphs = PRESS_TEXTS[title]
    for n, paragraph in enumerate(paragraphs):
        for cut in places(paragraph):
            pieces = [*paragraphs[:n], paragraph[:cut], paragraph[cut:], *paragraphs[n + 1 :]]
            source = f"## {title}手记\n\n" + "\n\n".join(pieces)
            assert bodies(source) == list(paragraphs), (paragraph[:cut][-8:], paragraph[cut:][:8])


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_many_random_cuts_are_joined(seed: int) -> None:
    chance = random.Random(seed)
    want: list[str] = []
    blocks: list[str] = []
    for title, paragraphs in PRESS_TEXTS.items():
        blocks.append(f"### {title}车间手记")
        for paragraph in paragraphs:
            want.append(paragraph)
            cuts = sorted(chance.sample(places(paragraph), chance.randint(0, 3)))
            # No column is of fewer than 13 characters, so no piece between two cuts is.
            cuts = [c for n, c in enumerate(cuts) if n == 0 or c - cuts[n - 1] > 13]
            ends = [0, *cuts, len(paragraph)]
            blocks += [paragraph[a:b] for a, b in pairwise(ends)]
    assert bodies("\n\n".join(blocks)) == want


@pytest.mark.shared
def test_cuts_in_a_text_nobody_here_wrote() -> None:
    if not SHARED.is_file():
        pytest.skip("the shared case ../shared/cases/zh-hans-02-keji-wenhua.md is not there")
    source = SHARED.read_text(encoding="utf-8")
    want = bodies(source)
    blocks = read_passages(source, TABLE)
    chance = random.Random(7)
    for _ in range(60):
        rows: list[str] = []
        for passage in blocks:
            text = passage.text
            if passage.role == "heading":
                rows.append("#" * passage.blocks[0].level + " " + text)
            elif len(places(text)) > 4 and chance.random() < 0.4:
                cut = chance.choice([i for i in places(text) if not text[i].isspace()])
                rows += [text[:cut], text[cut:]]
            else:
                rows.append(text)
        assert bodies("\n\n".join(rows)) == want


def test_whole_paragraphs_are_never_joined() -> None:
    want = [p for paragraphs in PRESS_TEXTS.values() for p in paragraphs]
    assert bodies(as_markdown(PRESS_TEXTS)) == want


def test_an_ended_paragraph_is_not_joined_whatever_is_open() -> None:
    source = "他说：“纸要先放两天。\n\n急着上机，断纸就多。”说完就走了。"
    assert len(bodies(source)) == 2


def test_a_quotation_of_several_paragraphs_is_not_joined() -> None:
    source = "他说：“纸要先放两天。\n\n“急着上机，断纸就多。”说完就走了。"
    assert len(bodies(source)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一是看文字，错字要改；", "二是看版式，线要对齐。"),
        ("具体要求如下：", "纸卷先放两天，再上机。"),
        ("本版图片由印刷厂提供", "凌晨一点，机长按下了铃。"),
        ("本报记者 甲乙丙", "凌晨一点，机长按下了铃。"),
        ("策划：甲乙 丙丁", "凌晨一点，机长按下了铃。"),
        ("2019年9月20日 星期五", "凌晨一点，机长按下了铃。"),
        ("凌晨一点，机长按下了铃", "\u3000\u3000第二天，报纸送到了。"),
        ("第一车间", "第二车间"),
        ("他走了。（完）", "第二天，报纸送到了。"),
    ],
)
def test_not_joined(first: str, second: str) -> None:
    passages = read_passages(f"## 车间手记\n\n{first}\n\n{second}", TABLE)
    assert [len(p.blocks) for p in passages] == [1, 1, 1]


def test_a_caption_stands_apart() -> None:
    passages = read_passages("机长说完就走了。\n\n\n\n轮转印刷机\n\n## 下一篇\n\n开始了。", TABLE)
    assert [p.role for p in passages] == ["body", "caption", "heading", "body"]


def test_print_lines_kept_by_a_scan_are_joined() -> None:
    rows = [
        "凌晨一点二十分，最后一块版挂上滚筒，机长按",
        "下了预备铃。纸带从底层的纸架升起，穿过四组。",
        "印刷单元，再从三角板上折下来，整条路线有七",
        "十多米长。",
    ]
    assert bodies("## 开机\n\n" + "\n".join(rows)) == ["".join(rows)]


def test_a_space_is_kept_only_between_western_words() -> None:
    assert bodies("# 题\n\n他用的是Google \n\nDrive，很快。") == ["他用的是Google Drive，很快。"]
    assert bodies("# 题\n\n总值173\n\n.1亿元，很多。") == ["总值173.1亿元，很多。"]
    assert bodies("# 题\n\n总值17\n\n3亿元，很多。") == ["总值173亿元，很多。"]


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("完了。", True), ("完了。”", True), ("说：", True), ("……", True), ("完了。（完）", True),
        ("完了！’”", True), ("叫“网点”", False), ("完", False), ("一，", False), ("（行话", False),
        ("", True), ("平台（APP）", False), ('是年轻人。"', True), ("是年轻人。'", True),
        ('他说:"是年轻人。"', True), ("是年轻人。)", True), ('是年轻人."', True), ("走了.)", True),
        ('是年轻人。\'"', True), ("（走了。)", True), ("走了。（完)", True), ('走了。(完)', True),
        ('叫"网点"', False), ("叫'网点'", False), ('他说:"', False), ('他说："', False),
        ('他说,"', False), ('"题目：" ', True), ("他说it's好", False), ('他说"OK."', True),
        ("是年轻人。＂", True), ('"', True), ("的(行话)", False), ('走了。"）', True),
    ],
)  # fmt: skip
def test_is_ended(text: str, ended: bool) -> None:
    assert is_ended(text) is ended


def test_open_quote() -> None:
    assert open_quote("他说：“好")
    assert not open_quote("他说：“好”")
    assert open_quote('他说:"好')
    assert not open_quote('他说:"好"')


def test_straight_quotes_are_joined_as_curly_ones() -> None:
    """With every quote straight, whole paragraphs stay apart and cut ones are still joined."""
    straight = str.maketrans("“”‘’", "\"\"''")
    for title, paragraphs in PRESS_TEXTS.items():
        want = [p.translate(straight) for p in paragraphs]
        assert bodies(f"## {title}手记\n\n" + "\n\n".join(want)) == want
        for n, paragraph in enumerate(want):
            # A straight quote that opens ends no line of print; where it would, nothing can tell.
            for cut in (i for i in places(paragraph) if paragraph[i - 1] not in "\"'"):
                pieces = [*want[:n], paragraph[:cut], paragraph[cut:], *want[n + 1 :]]
                assert bodies(f"## {title}手记\n\n" + "\n\n".join(pieces)) == want


@given(st.text(alphabet="中文，。“”#-*> \n\r\t\u3000A1.|:：（）![]()", max_size=80))
def test_any_text_is_read_without_loss(text: str) -> None:
    """Blocks follow one another without overlap and hold every Han of the text."""
    passages = read_passages(text, TABLE)
    spans = [(b.start, b.end) for p in passages for b in p.blocks]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    found = "".join(b.text for p in passages for b in p.blocks)
    in_image = "![" in text  # a picture's address is a mark, not words
    if not in_image:
        assert [c for c in found if c in "中文"] == [c for c in text if c in "中文"]


def test_fields() -> None:
    assert split_fields("2019年9月20日 星期五 电话：22527655") == [
        ("", "2019年9月20日 星期五"),
        ("电话", "22527655"),
    ]
    assert split_fields("策划：甲乙 丙丁 执行：戊") == [("策划", "甲乙 丙丁"), ("执行", "戊")]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("清河晚报", "caption"),  # a short line by itself is not open
        ("机器响了一夜。", "caption"),
        ("后来他又以他自己拍下来的这张照片上的人", "body"),  # the sentence goes on: 图为媒
        ("●后来他又以他自己拍下来的这张照片上的人", "caption"),
    ],
)
def test_a_caption_does_not_begin_inside_a_sentence(before: str, role: str) -> None:
    passages = read_passages(f"# 题\n\n机器响了。\n\n{before}\n\n图为媒人到访。\n")
    assert [p.role for p in passages][-1] == role
