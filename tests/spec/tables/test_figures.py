"""What counts as a figure, and where its decimal point is."""

import pytest

from layout.spec.tables.figures import point_of


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("88", "88"),
        ("12.5", "12"),
        ("-1,203.5％", "-1,203"),
        ("−3.5%", "−3"),
        ("＋0.5", "＋0"),
        (".5", ""),
        ("12 345.6", "12 345"),
        ("３４．５", "３４"),
        ("￥12.50", "￥12"),
        ("(3.2)", "(3"),
        ("≈4.0", "≈4"),
        ("3—4", "3—4"),
        ("12.5—13.8元", "12.5—13"),
        ("10～12", "10～12"),
        ("-5～+3℃", "-5～+3"),
        ("9:00—11:30", "9:00—11:30"),
        ("3：2", "3：2"),
        ("1:23.45", "1:23"),
        ("2026-11-29", "2026-11-29"),
        ("1200万", "1200"),
        ("98分", "98"),
        ("37.5℃", "37"),
        ("15.2m²", "15"),
        ("86*", "86"),
    ],
)
def test_a_figure_is_parted_before_its_point(text: str, whole: str) -> None:
    at = point_of(text)
    assert at is not None
    assert text[:at] == whole


@pytest.mark.parametrize(
    "text", ["", "—", "甲", "第3", "3.", "12月5日", "2,5 6,", "1.2.3", "x" * 500, "1-" * 500]
)
def test_other_texts_are_none(text: str) -> None:
    assert point_of(text) is None
