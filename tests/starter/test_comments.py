"""The comments of a new edition: each has its Chinese, and nothing else of a file changes."""

import re

import pytest

from layout.starter.comments import COMMENT, in_language
from layout.starter.pages import FORMATS, files_of, templates
from layout.words.zh_starter import COMMENTS

TEXTS = [p.read_text(encoding="utf-8") for p in sorted(templates().rglob("*.*")) if p.is_file()]
ENGLISH = {found for text in TEXTS for found in COMMENT.findall(text)}
KEY = re.compile(r" *-? ?\{?[a-z_]+:")
"""A key that is commented out."""


def test_every_comment_has_its_chinese() -> None:
    told = {c for c in ENGLISH if re.search("[A-Za-z]", c) and not KEY.match(c)}
    assert told - COMMENTS.keys() == set(), "write these into layout/words/zh_starter.py"


def test_no_chinese_is_left_over() -> None:
    assert COMMENTS.keys() - ENGLISH == set()


@pytest.mark.parametrize("kind", FORMATS)
def test_only_comments_differ(kind: str) -> None:
    english, chinese = (files_of("p", kind=kind, pages=4, lang=lang) for lang in ("en", "zh"))
    assert english.keys() == chinese.keys()
    for name in english:
        if name.endswith(".yaml") and name != "banxin.yaml":
            here, there = (files[name].decode() for files in (english, chinese))
            assert here != there
            assert COMMENT.sub("#", here) == COMMENT.sub("#", there)
        elif name.endswith(".md"):
            bodies = [files[name].decode().partition("\n---\n")[2] for files in (english, chinese)]
            assert bodies[0] == bodies[1]


def test_a_project_in_chinese_speaks_chinese() -> None:
    files = files_of("p", kind="tabloid", pages=1, lang="zh")
    assert "\nlang: zh\n" in files["banxin.yaml"].decode()
    assert b"lang" not in files_of("p", kind="tabloid", pages=1)["banxin.yaml"]


def test_the_last_comment_of_a_row_is_meant() -> None:
    row = '# phone: "12345678"       # then {phone} may stand in the header'
    assert in_language(row, "zh").startswith('# phone: "12345678"       # 电话')
    assert in_language(row, "en") == row
    assert in_language("### 三种文件", "zh") == "### 三种文件"
    assert in_language("header:  # 报眉", "zh") == "header:  # 报眉"
