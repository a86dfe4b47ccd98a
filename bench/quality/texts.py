"""The texts that are set, as plain paragraphs."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from layout.record import record
from layout.spec.markdown.story import parse_story

ROOT: Final = Path(__file__).parents[2]
STORIES: Final = ROOT / "specs" / "zhuzhou-2019-09-20" / "stories"
HARD: Final = ROOT / "bench" / "texts" / "hard.txt"
LONG: Final = tuple(sorted((ROOT / "bench" / "texts").glob("long-*.txt")))
SHARED: Final = ROOT.parent / "shared" / "cases" / "zh-hans-02-keji-wenhua.md"

_HEADING: Final = re.compile(r"#{1,6}\s+|[-*+]\s+|>\s*")
_EMPHASIS: Final = re.compile(r"(\*{1,3}|`)(?=\S)(.+?)(?<=\S)\1")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")


@record
class Part:
    """A text with a name of its own, such as one of the four stories."""

    name: str
    paragraphs: tuple[str, ...]


@record
class Text:
    """What is set in one go: one part, or several one after another."""

    name: str
    parts: tuple[Part, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All paragraphs in order."""
        return tuple([p for part in self.parts for p in part.paragraphs])

    def part_of(self, paragraph: int) -> int:
        """Which part a paragraph is of, both counted from 0."""
        for number, part in enumerate(self.parts):
            paragraph -= len(part.paragraphs)
            if paragraph < 0:
                return number
        return len(self.parts) - 1


def the_stories() -> Text:
    """The body paragraphs of the four stories of the print."""
    parts = []
    for path in sorted(STORIES.glob("0*.md")):
        story = parse_story(path.read_bytes(), path.name)
        body = [p.text for p in story.paragraphs if p.kind == "body"]
        parts.append(Part(name=path.stem.partition("-")[2], paragraphs=_clean(body)))
    return Text(name="the four stories", parts=tuple(parts))


def read_text(path: Path, name: str = "") -> Text:
    """A file of one paragraph a line; Markdown loses its marks. Raises `OSError`, `ValueError`."""
    rows = path.read_text("utf-8-sig").splitlines()
    if path.suffix == ".md":
        rows = [plain(row) for row in rows]
    paragraphs = _clean(rows)
    if not paragraphs:
        raise ValueError(f"{path} holds no text")
    part = Part(name=path.stem, paragraphs=paragraphs)
    return Text(name=name or path.name, parts=(part,))


def plain(row: str) -> str:
    """A line of Markdown without heading, list, emphasis and link marks."""
    row = _LINK.sub(r"\1", _HEADING.sub("", row.strip(), count=1) if _marked(row) else row)
    return _EMPHASIS.sub(r"\2", row)


def _marked(row: str) -> bool:
    return _HEADING.match(row.strip()) is not None


def _clean(rows: Sequence[str]) -> tuple[str, ...]:
    """Without empty rows, and with single spaces only: HTML knows no other."""
    return tuple([" ".join(row.split()) for row in rows if row.strip()])
