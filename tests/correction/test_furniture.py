"""The furniture of a page: dates in any figures, the page's name, by-lines."""

import re

import pytest

from layout.correction.byline import is_byline
from layout.correction.dates import DATE, iso_date
from layout.correction.furniture import load_furniture, split_fields

TABLE = load_furniture()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026年1月2日", "2026-01-02"),
        ("二〇二六年一月二日", "2026-01-02"),
        ("二○二六年十二月三十一日", "2026-12-31"),
        ("二O二六年十月廿六日", "2026-10-26"),
        ("二零二六年十一月二十日", "2026-11-20"),
        ("二0一九年九月二十日", "2019-09-20"),
        ("2026年一月二日", "2026-01-02"),
        ("二〇二六年元月二日", "2026-01-02"),
        ("2026 年 1 月 2 日", "2026-01-02"),
        ("2026-01-02", "2026-01-02"),
        ("2026.1.2", "2026-01-02"),
        ("2026/1/2", "2026-01-02"),
        ("2026年13月2日", ""),
        ("二〇二六年二月三十日", ""),
        ("二〇二六年一二月三日", ""),
    ],
)
def test_dates(text: str, iso: str) -> None:
    match = DATE.search(f"星期五 {text} A03")
    assert isinstance(match, re.Match)
    assert match.group() == text
    assert iso_date(match) == iso


@pytest.mark.parametrize("text", ["1.2026.1.2", "2026.1.2.3", "12026-1-2", "五年二月三日", "3.5亿"])
def test_no_dates(text: str) -> None:
    assert DATE.search(text) is None


@pytest.mark.parametrize(
    ("line", "name", "section"),
    [
        ("A05 民生", "A05", "民生"),
        ("A05　民　生", "A05", "民生"),
        ("Ａ０５　民生", "A05", "民生"),
        ("第05版", "05", ""),
        ("A05版：民生", "A05", "民生"),
        ("A05版 社会新闻", "A05", "社会新闻"),
        ("05 要闻", "05", "要闻"),
        ("05版·要闻", "05", "要闻"),
        ("第五版 副刊", "5", "副刊"),
        ("要闻 05", "05", "要闻"),
        ("民生·A12", "A12", "民生"),
        ("【A05】民生", "A05", "民生"),
        ("A12 国际", "A12", "国际"),
        ("A05 天元", "A05", "天元"),
        ("G60 沪昆高速", None, None),
        ("A4 纸张涨价", None, None),
        ("今日8版", None, None),
        ("共16版", None, None),
        ("05 桥通了", None, None),
        ("第五版面", None, None),
        ("2026", None, None),
        ("本报讯", None, None),
    ],
)
def test_the_line_of_the_pages_name(line: str, name: str | None, section: str | None) -> None:
    assert TABLE.page_line(line) == ((name, section) if name else None)


@pytest.mark.parametrize(
    "line",
    ["本报记者 张三", "■本报记者 李四", "■ 本报记者 李四", "□本报记者李四", "本报记者 张三 文/图",
     "文／王五", "文/图 张三", "作者：张三", "记者 张三 通讯员 李四", "（记者 张三）",
     "本报记者 张 三", "本报评论员", "株洲日报记者 张三", "新华社记者 王五、赵六", "张三/文",
     "张三 文 李四 图", "撰文 欧阳一二", "文：张三 图：李四", "本报全媒体记者 张三",
     "本报记者张三报道"],
)  # fmt: skip
def test_by_lines(line: str) -> None:
    assert TABLE.is_byline(line)


@pytest.mark.parametrize(
    "line",
    ["记者观察", "记者走访北门口夜市", "记者从会上获悉", "本报记者张三从会上获悉，桥通了",
     "评论员文章", "□李四", "文艺", "图穷匕见", "通讯员学习班", "记者 桥头的早市 很热闹",
     "", "■", "作者：", "招聘 记者"],
)  # fmt: skip
def test_no_by_lines(line: str) -> None:
    assert not TABLE.is_byline(line)


@pytest.mark.parametrize(
    ("line", "header"),
    [
        ("2026年1月6日", True),
        ("星期二", True),
        ("2026年1月6日 星期二 A05 民生", True),
        ("责任编辑：李四 校对：王五", True),
        ("电话：12345678", True),
        ("2026年1月6日 责任编辑：李四", True),
        ("地址：滨江路1号", False),  # no function of a paper
        ("报社地址 责任编辑：李四", False),  # words before the first field
        ("2026年1月6日市人民政府令公布", False),
        ("（2026年1月6日", False),
        ("2026年1月6日 第三次会议", True),
        ("2026年1月6日，天晴", False),
        ("清河晚报", False),
        ("", False),
        ("2026年1月6日 " + "s" * 20, True),
        ("2026年1月6日 " + "s" * 21, False),
        ("责任编辑：" + "李" * 95, True),
        ("责任编辑：" + "李" * 96, False),
    ],
)
def test_a_line_of_a_header_holds_nothing_but_fields(line: str, header: bool) -> None:
    assert TABLE.is_header(line) is header
    assert TABLE.is_dated(line) is (header and line.startswith("2026"))


def test_fields_of_a_line() -> None:
    assert split_fields("责任编辑：甲 校对:乙") == [("责任编辑", "甲"), ("校对", "乙")]
    assert split_fields("前言 责任编辑：甲｜校对：") == [
        ("", "前言"),
        ("责任编辑", "甲"),
        ("校对", ""),
    ]
    assert split_fields("无") == [("", "无")]
    assert split_fields(" ") == []


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("本版图片由印刷厂提供", True), ("印刷厂", False),
        ("本版图片由印刷厂提供" + "　" * 31, False),
    ],
)  # fmt: skip
def test_whose_the_pictures_of_a_page_are(line: str, credit: bool) -> None:
    assert TABLE.is_picture_credit(line) is credit


def test_a_name_alone_signs_under_a_title() -> None:
    assert is_byline("□李四", under_title=True)
    assert is_byline("□ 李 四", under_title=True)
    assert not is_byline("李四", under_title=True)
    assert not is_byline("■招聘启事", under_title=True)
