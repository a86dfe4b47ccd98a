"""The page's own name beside the date of a header line."""

import pytest

from layout.correction.pagename import page_line, page_name

DAY = "2026年1月6日"


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        (f"{DAY} 星期二 A05 民生", "A05", f"{DAY} 星期二 民生"),
        (f"A05 民生 {DAY}", "A05", f"民生 {DAY}"),
        (f"{DAY}　第3版", "3", DAY),
        (f"{DAY}|03版|要闻", "03", f"{DAY} 要闻"),
        (f"{DAY} 第三版", "3", DAY),
        (f"{DAY} 第十版", "10", DAY),
        (f"{DAY} 第十二版", "12", DAY),
        (f"{DAY} 第二十版", "20", DAY),
        (f"{DAY} 第二十一版", "21", DAY),
        (f"{DAY} 第一二版", "一二", DAY),  # no number of Han: it stays as it is
        (f"{DAY} Ａ１２　民生", "A12", f"{DAY} 民生"),
        (f"{DAY} 第A12版", "A12", DAY),
        (f"{DAY}星期二A05", "A05", f"{DAY}星期二"),
        (f"{DAY} A05:民生", "A05", f"{DAY} 民生"),
        # No page's name:
        (f"{DAY} 今日8版", "", f"{DAY} 今日8版"),
        (f"{DAY} 今日 8版", "", f"{DAY} 今日 8版"),
        (f"{DAY} 共16版", "", f"{DAY} 共16版"),
        (f"{DAY} 今日16版 A05", "A05", f"{DAY} 今日16版"),
        (f"{DAY} 第三版面", "", f"{DAY} 第三版面"),
        (f"{DAY} 05", "", f"{DAY} 05"),
        ("A05 民生", "", "A05 民生"),  # no date
        ("第三版", "", "第三版"),
    ],
)
def test_the_name_and_the_line_without_it(line: str, name: str, rest: str) -> None:
    assert page_name(line) == (name, rest)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("第十二版", ("12", "")),
        ("第二十版 副刊", ("20", "副刊")),
        ("第三十一版", ("31", "")),
        ("第九版", ("9", "")),
        ("8版 体育", ("8", "体育")),
        ("A1 城市", None),  # a letter and a figure alone may be anything
        ("A01 城市", ("A01", "城市")),
        ("1", None),
        ("A1", None),
        ("12", None),
        ("A05 " + "民" * 8, ("A05", "民" * 8)),
        ("A05 " + "民" * 9, None),
        ("A05版：" + "民" * 8, ("A05", "民" * 8)),
        ("今日 8版", None),
    ],
)
def test_a_line_that_is_the_name_and_a_section(line: str, found: tuple[str, str] | None) -> None:
    """Without the word 版 by the section or the nought alone."""
    assert page_line(line, lambda section: section == "要闻") == found


def test_a_section_that_papers_have_makes_a_figure_a_page() -> None:
    assert page_line("5 要闻", lambda section: section == "要闻") == ("5", "要闻")
    assert page_line("5 要闻", lambda section: False) is None
