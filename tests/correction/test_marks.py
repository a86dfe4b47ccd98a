"""Ellipses, dashes, quotes, dots, range signs and what prints nothing, rule by rule."""

import pytest

from layout.correction import marks
from layout.correction.edits import Change


def after(text: str, changes: list[Change]) -> str:
    for change in sorted(changes, key=lambda c: -c.start):
        text = text[: change.start] + change.after + text[change.end :]
    return text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("他走了...", "他走了……"), ("他走了……", "他走了……"), ("他走了…", "他走了……"),
        ("他走了………", "他走了…………"), ("他走了…………", "他走了…………"), ("他走了。。。", "他走了……"),
        ("他走了。。", "他走了。。"), ("他走了......", "他走了……"), ("wait...", "wait..."),
        ("...他", "……他"), ("⋯⋯他", "……他"), ("他⋯", "他……"),
    ],
)  # fmt: skip
def test_ellipses(text: str, mended: str) -> None:
    assert after(text, marks.ellipses(text)) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("他来了--又走", "他来了——又走"), ("他来了－－又走", "他来了——又走"),
        ("他来了——又走", "他来了——又走"), ("他来了———又走", "他来了——又走"),
        ("他来了————又走", "他来了————又走"), ("他来了―又走", "他来了——又走"),
        ("well--known", "well--known"), ("北京—上海", "北京—上海"),
        ("这里是很好的—那里是不好的", "这里是很好的——那里是不好的"),
        ("里是很好—那里是不好的", "里是很好—那里是不好的"),  # four Han on one side
        ("里是很好的—那里是不", "里是很好的—那里是不"),
        ("他说—", "他说——"), ("他说—“好”", "他说——“好”"), ("他说— 好", "他说—— 好"),
        ("原来的清河县城—株洲市的班车线", "原来的清河县城—株洲市的班车线"),
        ("⸺他说", "——他说"), ("──他说", "——他说"),
    ],
)  # fmt: skip
def test_dashes(text: str, mended: str) -> None:
    assert after(text, marks.dashes(text)) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('他说"好"。', "他说“好”。"), ("他说'好'。", "他说‘好’。"), ('他说"好。', '他说"好。'),
        ('"甲""乙"', "“甲”“乙”"), ('say "hi"', 'say "hi"'), ("他说it's好", "他说it's好"),
        ("他说'it's'好", "他说‘it's’好"), ('甲"乙"\n丙"丁', '甲“乙”\n丙"丁'),
        ('say "hi"\n他说"好"', 'say "hi"\n他说“好”'), ("'好' \"好\"", "‘好’ “好”"),
    ],
)  # fmt: skip
def test_quotes_in_turn_line_by_line(text: str, mended: str) -> None:
    changes = marks.quotes(text)
    assert after(text, changes) == mended
    assert changes == sorted(changes, key=lambda c: c.start)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("约翰・史密斯", "约翰·史密斯"), ("约翰•史密斯", "约翰·史密斯"), ("1．第一条", "1．第一条"),
        ("约翰．史密斯", "约翰·史密斯"), ("•项目", "•项目"), ("项目•", "项目•"), ("A•甲", "A·甲"),
        ("甲•，", "甲•，"), ("甲∙A", "甲·A"),
    ],
)  # fmt: skip
def test_dots(text: str, mended: str) -> None:
    assert after(text, marks.dots(text)) == mended


def test_tildes_between_numbers() -> None:
    for text, mended in (
        ("2~3级", "2～3级"),
        ("5%〜8%", "5%～8%"),
        ("甲~乙", "甲~乙"),
        ("~3", "~3"),
    ):
        assert after(text, marks.tildes(text)) == mended


@pytest.mark.parametrize(
    ("text", "mended", "note"),
    [
        ("甲\u200b乙", "甲乙", "U+200B ZERO WIDTH SPACE"), ("甲\x07乙", "甲乙", "U+0007"),
        ("甲\t乙", "甲 乙", "U+0009"), ("甲\u00a0乙", "甲 乙", "U+00A0 NO-BREAK SPACE"),
        ("甲\u2028乙", "甲 乙", "U+2028 LINE SEPARATOR"),
        ("甲\u00ad乙", "甲乙", "U+00AD SOFT HYPHEN"),
        ("甲\u2003乙", "甲 乙", "U+2003 EM SPACE"),
    ],
)  # fmt: skip
def test_what_prints_nothing_goes(text: str, mended: str, note: str) -> None:
    (change,) = marks.controls(text)
    assert after(text, [change]) == mended
    assert change.note == note


def test_an_ideographic_space_is_meant() -> None:
    assert marks.controls("甲　乙\n丙 丁") == []


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("清河—株洲班车", True), ("星期一—星期五", True), ("清河—株洲市南段", False),
        ("清河—株洲段", True), ("清河—株洲一段", False),
        ("—株洲班车", False), ("A—株洲班车", False), ("清河—株洲", False),
    ],
)  # fmt: skip
def test_whether_a_lone_dash_joins_names(text: str, joins: bool) -> None:
    assert marks.joins_names(text, text.index("—")) is joins
