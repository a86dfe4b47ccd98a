"""The texts: Markdown without its marks, and hard paragraphs that are hard."""

from collections import Counter
from pathlib import Path

import pytest

from bench.quality.cuts import cut
from bench.quality.marks import LONG, NOT_AT_END, NOT_AT_START, Kind
from bench.quality.source import Source
from bench.quality.texts import HARD, plain, read_text, the_stories

MEASURE, INDENT = 13.0, 2.0


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("## 标题", "标题"),
        ("- 第一", "第一"),
        ("**黑**与*楷*", "黑与楷"),
        ("> 引文", "引文"),
        ("见[说明](a.html)。", "见说明。"),
        ("3*4*5", "345"),
        ("-5度", "-5度"),
        ("科技 - 财经", "科技 - 财经"),
        ("# ", "# "),
    ],
)
def test_markdown_loses_its_marks(row: str, text: str) -> None:
    assert plain(row) == text


def test_a_file_of_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\ufeff一  二\n\n# 三\n", encoding="utf-8")
    assert read_text(path).paragraphs == ("一 二", "# 三")
    path.write_text(" \n", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no text"):
        read_text(path)


def test_the_stories_are_four_and_know_their_paragraphs() -> None:
    text = the_stories()
    assert len(text.parts) == 4
    counts = Counter(text.part_of(p) for p in range(len(text.paragraphs)))
    assert [counts[i] for i in range(4)] == [len(part.paragraphs) for part in text.parts]
    assert sum(len(p) for p in text.paragraphs) > 3000


def test_the_hard_paragraphs_are_forty_of_the_length_asked_for() -> None:
    paragraphs = HARD.read_text("utf-8").splitlines()
    assert len(paragraphs) == 40
    assert all(60 <= len(p) <= 160 and p == p.strip() for p in paragraphs)


def awkward(paragraph: str) -> set[str]:
    """What falls on an awkward place when lines are filled and ended anywhere: a mark that begins
    or ends one, and what is cut."""
    source = Source.of([paragraph])
    found = set()
    x = INDENT
    for at, (char, kind) in enumerate(zip(source.chars, source.kinds, strict=True)):
        width = 0.5 if kind in (Kind.WEST, Kind.DOT) else 1.0
        x += 0.25 if source.parted[at] else 0.0
        if x + width > MEASURE + 1e-9:
            x = 0.0
            before = source.chars[at - 1]
            what = cut(source, at - 1, hyphen=False)
            if what:
                found.add(f"cut {what}")
            elif kind in NOT_AT_START:
                found.add(f"starts {char}")
            elif source.kinds[at - 1] in NOT_AT_END:
                found.add(f"ends {before}")
            elif kind in LONG:
                found.add("starts long")
        x += width
    return found


def test_each_hard_paragraph_has_something_on_an_awkward_place() -> None:
    paragraphs = HARD.read_text("utf-8").splitlines()
    assert [p for p in paragraphs if not awkward(p)] == []
    found = set().union(*map(awkward, paragraphs))
    starts = "，、；：。？！”’）》』～·"
    ends = "“（【〔／"
    assert found >= {f"starts {c}" for c in starts} | {f"ends {c}" for c in ends}
    assert found >= {"cut number", "cut word", "cut dash"}
