"""The comments of an import: each has its Chinese, and nothing else of a file changes."""

import re
from pathlib import Path

import pytest

from layout.importer.comments import COMMENT, in_language

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("import-*.txt"))
WORD = "# P1: a first page, made from the copy from Word. Every word is on it and nothing overlaps;"


def chinese(text: str, name: str = "P1.yaml") -> str:
    return in_language({name: text.encode()}, "zh")[name].decode()


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_comment_has_its_chinese(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    made = chinese(text)
    assert COMMENT.findall(text)
    assert [c for c in COMMENT.findall(made) if re.search("[a-z]{3,} [a-z]{2,} [a-z]{2,}", c)] == []
    assert COMMENT.sub("#", made) == COMMENT.sub("#", text)


def test_a_comment_keeps_what_differs_from_file_to_file() -> None:
    assert chinese(WORD).startswith("# P1：由Word稿件排出的初样。")
    again = "`banxin build --watch` makes it again at each save."
    row = f"`banxin build A5.yaml` makes the page; {again}"
    assert chinese(f"# {row}").startswith(
        "# `banxin build A5.yaml`排出这一版；`banxin build --watch`"
    )


def test_a_story_that_was_divided_says_so_in_chinese() -> None:
    text = '---\nnotes: "goes on from stories/甲.md"\n---\n\nnotes: "goes on from here"\n'
    assert chinese(text, "stories/甲-续2.md").startswith('---\nnotes: "接stories/甲.md"\n---')


def test_what_is_no_comment_of_ours_stays() -> None:
    text = 'page: "a # the page\'s one colours"    # of mine\n'
    assert chinese(text) == text
    assert in_language({"P1.yaml": WORD.encode()}, "en") == {"P1.yaml": WORD.encode()}
    assert in_language({"assets/a.png": b"\xff"}, "zh") == {"assets/a.png": b"\xff"}
