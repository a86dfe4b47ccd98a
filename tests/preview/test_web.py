"""The files of the browser's window: what they may hold, and the words in both languages."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from layout.preview.bound import SCRIPT, SHEET

WEB = Path(__file__).parents[2] / "layout/preview/web"
SCRIPTS = sorted((WEB / "js").rglob("*.js"))
ALL = sorted(p for p in WEB.rglob("*") if p.suffix in {".js", ".css", ".html"})
MOST_LINES = 350
HAN = re.compile(r"[\u4e00-\u9fff]")
VALUE = re.compile(r"\{(\w+)(?::#\w+)?\}")
"""A value of words, in English counted too: `{lines:#line}`."""
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.S | re.M)


@cache
def words(lang: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((WEB / f"words/{lang}.json").read_text(encoding="utf-8"))
    return found


def test_both_languages_have_the_same_words() -> None:
    assert list(words("zh")) == list(words("en"))
    for key, text in words("zh").items():
        assert sorted(VALUE.findall(text)) == sorted(VALUE.findall(words("en")[key])), key
        assert text.strip(), key
        assert words("en")[key].strip(), key


def test_chinese_is_short_and_a_trades() -> None:
    for key, text in words("zh").items():
        assert not re.search("[您请它]", text), key
        if "。" in text:
            assert key.endswith((".how", ".ask", ".is")), f"{key}: a label has no full stop"


def test_every_word_that_is_asked_for_is_there() -> None:
    """Keys that are put together of parts are known by their beginning."""
    known = words("en")
    for path in ALL:
        text = path.read_text(encoding="utf-8")
        asked = re.findall(r"""data-t(?:-\w+)?["]?[:=] ?"([\w.-]+)\"""", text)
        asked += re.findall(r"""(?:\bt|\.say)\(\s*"([\w.-]+)\"""", text)
        asked += re.findall(r"""\bword: "([\w.-]+)\"""", text)
        for key in asked:
            assert key in known, f"{path.name}: {key}"
        for begin in re.findall(r"""\bt\(`([\w.-]+)\$\{""", text):
            assert any(key.startswith(begin) for key in known), f"{path.name}: {begin}"


@pytest.mark.parametrize("path", ALL, ids=lambda p: p.name)
def test_a_file_says_nothing_by_itself_and_asks_for_nothing_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    bare = COMMENT.sub("", text)
    assert not HAN.search(re.sub(r'"(?:EN|中文)"|<title>版心</title>', "", bare)) or path.name in {
        "textlayer.js",  # the blocks of Chinese characters, as a class
    }
    addresses = [one for one in re.findall(r"\b(?:https?|wss?):[^\s\"'`]*", bare) if len(one) > 6]
    assert [one for one in addresses if "www.w3.org" not in one] == []
    assert not re.search(r"\beval\(|new Function|document\.write|\son\w+=|\sstyle=", bare)


def test_every_module_is_found() -> None:
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        for one in re.findall(r"""(?:from|import\()\s*"(\.[^"]+)\"""", text):
            if one == "./edit/index.js":
                continue
            assert (path.parent / one).is_file(), f"{path.name}: {one}"
    page = (WEB / "index.html").read_text(encoding="utf-8")
    for one in re.findall(r"""(?:href|src)="web/([^"]+)\"""", page):
        assert (WEB / one).is_file() or one in (SCRIPT, SHEET), one
