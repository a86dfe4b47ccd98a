"""Words that stand twice where they should once."""

import pytest

from layout.correction.repeats import across, at_seam, within

EIGHT = "首批摊位来自县城"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (EIGHT * 2, [(8, 16)]),
        (EIGHT[:7] * 2, []),  # seven may be said twice
        ("好的" * 3, [(2, 6)]),
        ("好的" * 2, []),
        ("哈" * 9, [(2, 8)]),
        ("，" * 9, []),
        (f"前言{EIGHT}{EIGHT}后语", [(10, 18)]),
        ("2026年1月2026年1月", []),
    ],
)
def test_words_that_follow_themselves(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(a, b) for a, b, _ in within(text)] == spans


def test_a_sentence_that_stood_before_on_the_page() -> None:
    long = "他们的名字不上报纸也不上屏。"  # twelve and a stop
    short = "他们的名字不上报纸。"
    assert [[(a, b) for a, b, _ in f] for f in across([long, f"是的。{long}"])] == [[], [(3, 17)]]
    assert across([short, f"是的。{short}"]) == ((), ())
    edge = "他们的名字不上报纸啊。"
    assert len(edge) == 11
    assert across([edge, f"是的。{edge}"]) == ((), ())
    assert len(across(["他们的名字不上报纸了啊。", "是的。他们的名字不上报纸了啊。"])[1]) == 1


def test_the_head_of_a_paragraph_that_is_the_tail_of_the_one_before() -> None:
    tail = "最后一块版"
    found = across([f"凌晨挂上{tail}", f"{tail}挂上滚筒"])
    assert [(a, b) for a, b, _ in found[1]] == [(0, 5)]
    assert across([f"凌晨挂上{tail[:4]}", f"{tail[:4]}挂上滚筒"])[1] == ()


def test_what_stands_again_at_a_seam() -> None:
    assert at_seam("凌晨挂上最后一块版最后一块版挂上滚筒", 9) == 5
    assert at_seam("凌晨挂上最后一块最后一块挂上滚筒", 8) == 0
    assert at_seam("凌晨挂上，，，，，，，，，，滚筒", 9) == 0
    long = "凌晨一点二十分最后一块版挂上滚筒共印一千三百零一份老师傅听声音就知道哪一组不对劲所以"
    assert at_seam(long[:40] * 2, 40) == 40
    assert at_seam(long[:41] * 2, 41) == 0
