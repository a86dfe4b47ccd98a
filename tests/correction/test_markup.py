"""Markup of other tools is told and left alone; words that an OCR gives twice are told."""

import pytest

from layout.correction.markup import find_markup
from layout.correction.normalize import normalize
from layout.correction.repeats import across, at_seam, within


def told(text: str) -> list[tuple[str, str]]:
    return [(rule, text[a:b]) for a, b, rule, _ in find_markup(text)]


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("面积$10\\mathrm{km}^2$，满", [("X14.formula", "$10\\mathrm{km}^2$")]),
        ("面积\\(10\\)，满", [("X14.formula", "\\(10\\)")]),
        ("约\\textbf{10}个", [("X14.formula", "\\textbf{10}")]),
        ("$$E=mc^2$$", [("X14.formula", "$$E=mc^2$$")]),
        ("甲<br>乙", [("X13.html", "<br>")]),
        ("m<sup>2</sup>", [("X13.html", "<sup>"), ("X13.html", "</sup>")]),
        ("甲&nbsp;乙&#160;", [("X13.html", "&nbsp;"), ("X13.html", "&#160;")]),
        ("甲<!-- x -->", [("X13.html", "<!-- x -->")]),
        ("`code`", [("X15.markup", "`code`")]),
        ("注[^1]", [("X15.markup", "[^1]")]),
        ("有__粗字__的", [("X15.markup", "__粗字__")]),
        ("有~~划掉~~的", [("X15.markup", "~~划掉~~")]),
        ("| 甲 | 乙 |", [("X16.table", "| 甲 |")]),
        ("前<table><tr><td>a</td></tr></table>后<br>", [
            ("X16.table", "<table><tr><td>a</td></tr></table>"), ("X13.html", "<br>")]),
    ],
)  # fmt: skip
def test_told(text: str, finds: list[tuple[str, str]]) -> None:
    assert told(text) == finds


@pytest.mark.parametrize(
    "text",
    ["票价$100和$200", "a < b，c > d", "3*5=15", "AT&T公司", "file_name_here", "3~5天，10~20人",
     "http://a.b/c_d__e", "US$100", "《<报>》", "甲|乙"],
)  # fmt: skip
def test_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<td class="a">摊位</td>说"好",', '<td class="a">摊位</td>说“好”，'),
        ("面积$f(x,y)=1$,满", "面积$f(x,y)=1$，满"),
        ("见http://a.com/b?c=(1),欢迎", "见http://a.com/b?c=(1)，欢迎"),
        ("邮箱:a.b@c.com,欢迎", "邮箱：a.b@c.com，欢迎"),
    ],
)
def test_marks_inside_stay(before: str, after: str) -> None:
    assert normalize(before).text == after


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("夜市夜市夜市夜市", ["夜市夜市夜市"]),
        ("首批摊位有120个。首批摊位有120个。", ["首批摊位有120个。"]),
        ("桥头有人卖菜，也有人卖鱼。", []),
        ("100000000", []),
        ("哈哈", []),
    ],
)
def test_words_again(text: str, again: list[str]) -> None:
    assert [text[a:b] for a, b, _ in within(text)] == again


def test_words_of_another_paragraph() -> None:
    texts = ["昨日，夜市重新开张，首批摊位有120个。桥头有人卖菜。", "桥头有人卖菜。人多。",
             "昨日，夜市重新开张，首批摊位有120个。"]  # fmt: skip
    finds = across(texts)
    assert [[t[a:b] for a, b, _ in f] for t, f in zip(texts, finds, strict=True)] == [
        [],
        ["桥头有人卖菜。"],
        [texts[2]],
    ]
    assert at_seam("首批摊位有首批摊位有120个", 5) == 5
    assert at_seam("首批摊位有120个", 4) == 0
