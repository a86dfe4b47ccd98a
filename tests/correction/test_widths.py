"""Half-width marks in Chinese text, and full-width figures."""

import pytest

from layout.correction import widths
from layout.correction.edits import Change


def after(text: str, changes: list[Change]) -> str:
    for change in sorted(changes, key=lambda c: -c.start):
        text = text[: change.start] + change.after + text[change.end :]
    return text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("甲,乙", "甲，乙"), ("甲,b", "甲，b"), ("a,乙", "a，乙"), ("a,b", "a,b"),
        ("共1,301份", "共1,301份"), ("在10:30到", "在10:30到"), ("共1;301份", "共1;301份"),
        ("甲1,", "甲1,"), ("1,甲", "1，甲"), ("甲(a)", "甲（a）"), ("(a)甲", "（a）甲"),
        ("(a)", "(a)"), ("甲(a\n)b", "甲（a\n)b"), ("甲(a(b)c)d", "甲（a(b)c）d"),
        ("甲),乙", "甲），乙"), ("甲?!", "甲？！"), ("甲”,b", "甲”，b"), ("a”,b", "a”,b"),
        ("甲 ,b", "甲 ,b"),
    ],
)  # fmt: skip
def test_marks_beside_han(text: str, mended: str) -> None:
    assert after(text, widths.marks(text)) == mended


def test_brackets_far_apart_are_no_pair() -> None:
    for between, closed in ((398, "）"), (399, ")")):
        text = "甲(" + "a" * between + ")b"
        assert after(text, widths.marks(text))[-2] == closed


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("夜市开张.", "夜市开张。"), ("夜市开张. 人多", "夜市开张。 人多"),
        ("夜市.开张", "夜市.开张"),
        ("夜市开张了今天.人流量约三万人.", "夜市开张了今天。人流量约三万人。"),
        ("夜市开张了.人流量约三万人.", "夜市开张了.人流量约三万人。"),  # five Han: a name's part?
        ("夜市开张了今天.人流量约三万人。", "夜市开张了今天.人流量约三万人。"),
        ("夜市开张了今天.人流量约三万人", "夜市开张了今天.人流量约三万人"),
        ("他走了...", "他走了..."), ("OK.", "OK."), ("3.", "3."), ("（夜市）.", "（夜市）。"),
        ("“夜市.”", "“夜市。”"), ("夜市.“开", "夜市。“开"), ("夜市.\n开张.", "夜市。\n开张。"),
    ],
)  # fmt: skip
def test_stops(text: str, mended: str) -> None:
    assert after(text, widths.stops(text)) == mended


def test_full_width_figures_and_letters() -> None:
    for text, mended in (
        ("１２．５万", "12.5万"),
        ("ＡＢｃ", "ABc"),
        ("甲．乙", "甲．乙"),
        ("（１）", "（1）"),
    ):
        assert after(text, widths.forms(text)) == mended
