"""The Chinese words: each message of the English table has its own, with the same values."""

import re
from collections.abc import Iterator

import pytest

from layout.words import en, zh

FIELD = re.compile(r"\{\{|\}\}|\{(\w+)(?::([^{}]*))?\}")
HAN = "\u4e00-\u9fff"


def fields(text: str) -> list[tuple[str, str]]:
    return [(m[1], m[2] or "") for m in FIELD.finditer(text) if m[1]]


def values(text: str, *, plural: bool = True) -> set[str]:
    """The values that a template names; without `plural`, those that do more than choose between
    two English words."""
    found = fields(text)
    return {n for n, form in found if plural or not form.startswith("?")}


def texts(entry: str | tuple[str, str]) -> tuple[str, str]:
    return entry if isinstance(entry, tuple) else (entry, "")


def both() -> Iterator[tuple[str, str, str]]:
    """Each key with its English and its Chinese text: message and hint."""
    for key in en.WORDS.keys() & zh.WORDS.keys():
        for english, chinese in zip(texts(en.WORDS[key]), texts(zh.WORDS[key]), strict=True):
            yield key, english, chinese


def test_both_languages_have_the_same_keys_in_one_order():
    assert zh.WORDS.keys() - en.WORDS.keys() == set(), "no message has these Chinese words"
    assert en.WORDS.keys() - zh.WORDS.keys() == set(), "these messages have no Chinese words"
    assert list(zh.WORDS) == list(en.WORDS)


def test_both_languages_tell_the_same_values():
    apart = {
        key: (english, chinese)
        for key, english, chinese in both()
        if not values(english, plural=False) <= values(chinese) <= values(english) | {"path"}
    }
    assert apart == {}


def slips(text: str) -> list[str]:
    """What a sub-editor would strike out of a message."""
    bare = re.sub(r"`[^`]*`|\{\{|\}\}", "", text)
    bare = re.sub(r"\{\w+(?::[^{}]*)?\}", "0", bare)
    half = re.findall(rf"[,;?](?=[{HAN}])|(?<=[{HAN}])[,;:?]", bare)
    forms = [form for _, form in fields(text) if form[:1] in ("#", "?")]
    return [*half, *forms, *re.findall(r"您|请|它|。$", bare)]


@pytest.mark.parametrize("slip", ["栏宽,不够", "{n:#line}", "请改{text}", "改{text}。", "栏:1"])
def test_a_slip_is_seen(slip: str):
    assert slips(slip)


def test_chinese_words_have_no_slips():
    found = {key: s for key, _, chinese in both() for s in slips(chinese)}
    assert found == {}


def test_each_message_is_in_chinese():
    bare = {
        key: chinese
        for key, english, chinese in both()
        if re.search(
            "[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", FIELD.sub("", re.sub("`[^`]*`", "", chinese))
        )
    }
    assert bare == {}
