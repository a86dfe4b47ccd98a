"""What stays of a text whose fields are empty: no hole, and no divider too many."""

import pytest

from layout.spec.resolve.vacant import without_vacant

VALUES = {"lunar": "八月廿二", "weekday": "星期五", "issue": "12946", "term": "", "name": ""}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("农历{lunar} · {term} · 第{issue}期", "农历八月廿二 · 第12946期"),
        ("{term} · 第{issue}期", "第12946期"),
        ("第{issue}期 · {term}", "第12946期"),
        ("农历{lunar}·今日{term}", "农历八月廿二"),
        ("{weekday}　农历{lunar}　{term}", "星期五　农历八月廿二"),
        ("{weekday} | {term} | 第{issue}期", "星期五 | 第12946期"),
        ("{weekday}  {term}  第{issue}期", "星期五  第12946期"),
        ("{weekday}、{term}", "星期五"),
        ("{weekday} {term}", "星期五"),
        ("{term} {weekday}", "星期五"),
        ("{weekday}{term}", "星期五"),
        ("{weekday} / {term} / 第{issue}期", "星期五 / 第12946期"),
        ("{name}{term}", ""),
        ("今日{term}", ""),
        ("{term} · {name}", ""),
        ("{term} · {name} · 第{issue}期", "第12946期"),
        ("第{issue}期 · {term} · {name}", "第12946期"),
        ("社址 · {term} · 电话", "社址 · 电话"),
        ("  {weekday} · {term}", "  星期五"),
        ("湘江晨报 {term}", "湘江晨报"),
        ("第 {issue} 期 {term}", "第 12946 期"),
        ("上 |? 下{term}", ""),
        ("http://a.b/c {term}", "http://a.b/c"),
    ],
)  # fmt: skip
def test_an_empty_field_leaves_no_hole(text: str, left: str) -> None:
    assert without_vacant(text, VALUES.__getitem__) == left


@pytest.mark.parametrize(
    "text", ["{weekday} · 农历{lunar}", "甲 · 乙", "、{weekday}　　{lunar}，", "{lunar} | {issue}"]
)
def test_a_text_without_empty_fields_is_as_it_was(text: str) -> None:
    whole = text
    for name, value in VALUES.items():
        whole = whole.replace(f"{{{name}}}", value)
    assert without_vacant(text, VALUES.__getitem__) == whole
