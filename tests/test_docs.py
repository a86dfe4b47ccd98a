"""The papers of the project: their links lead somewhere, and their Chinese is shown as meant."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAPERS = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
CHINESE = [p for p in PAPERS if "zh" in p.relative_to(ROOT).as_posix().lower()]
CODE = re.compile(r"```.*?^```|`[^`\n]*`", re.M | re.S)
HAN = "\u4e00-\u9fff"
MARKS = "，。；：？！、（）“”《》…—"


def prose(text: str) -> str:
    """A text without its code, of which a sign stays."""
    return CODE.sub("`", text)


def anchors(text: str) -> set[str]:
    """What a link into a paper may name: its headings as GitHub calls them."""
    heads = re.findall(r"^#+ (.*)$", re.sub(r"```.*?^```", "", text, flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def links(paper: Path) -> Iterator[tuple[Path, str]]:
    """The files and headings that a paper sends to."""
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(paper.read_text(encoding="utf-8"))):
        if not re.match("[a-z]+:", target):
            file, _, head = target.partition("#")
            yield (paper.parent / file if file else paper), head


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(paper: Path) -> None:
    for file, head in links(paper):
        assert file.exists(), file
        assert not head or head in anchors(file.read_text(encoding="utf-8")), (file, head)


def unbold(text: str) -> Iterator[str]:
    """Bold that is none: CommonMark 6.2 takes no ** with a mark inside of it and a Han outside."""
    for row in text.splitlines():
        parts = row.split("**")
        for before, bold, after in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
            if re.search(rf"[{MARKS}]$", bold) and re.match(rf"[{HAN}`]", after):
                yield bold
            if re.match(rf"[{MARKS}]", bold) and re.search(rf"[{HAN}`]$", before):
                yield bold


def slips(text: str) -> list[str]:
    """What would be shown otherwise than meant, or is not as a Chinese paper prints it."""
    bare = prose(text)
    return [
        *unbold(bare),
        # A line's end between two Han is shown as a space.
        *re.findall(rf"[{HAN}{MARKS}]\n[{HAN}]", bare),
        *re.findall(rf"[{HAN}][,;?!]|[,;?!][{HAN}]", bare),
        *re.findall("您|请|它", bare),
    ]


@pytest.mark.parametrize(
    "slip", ["**毛病。**再说", "上一行\n下一行", "栏宽,不够", "请看", "用它", "**键**和**值。**如"]
)
def test_a_slip_is_seen(slip: str) -> None:
    assert slips(slip)


@pytest.mark.parametrize("paper", CHINESE, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_chinese_papers_are_shown_as_meant(paper: Path) -> None:
    assert slips(paper.read_text(encoding="utf-8")) == []


def test_there_are_chinese_papers() -> None:
    names = {p.name for p in CHINESE}
    assert names >= {"spec.md", "checks.md", "howto.md", "headlines.md"}
