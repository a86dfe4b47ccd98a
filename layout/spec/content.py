"""Stories: Markdown with front matter, read into a small content tree.

The subset is what a news story holds: paragraphs with a blank line between, `### ` small headings,
`**bold**` and `*emphasis*`, a backslash before a mark that is meant as itself. Nothing else is
markup, so that no character of a text is ever taken for something it is not. Lines inside a
paragraph join as Chinese does, without a space, unless both sides are Latin.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.spec.fields import FlagKind, TextKind, option, read_record
from layout.spec.nodes import MAX_BYTES, Mapping, decode, parse_text, what

MAX_PARAGRAPHS: Final = 5000

_MARK = re.compile(r"\\(?P<escaped>[\\*#|\-_`>\[\]()])|(?P<mark>\*{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The story's head."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    kicker: str | None = option(TextKind(200), "引题")
    title: str | None = option(TextKind(200), "主题; ` | ` is a couplet break")
    subtitle: str | None = option(TextKind(300), "副题")
    label: str | None = option(TextKind(40), "instead of a title: 核心阅读")
    byline: str | None = option(TextKind(200), "who wrote it")
    stands_in: bool = option(FlagKind(), "this is not the true text", default=False)
    notes: str | None = option(TextKind(2000), "for the desk; not set")


@dataclass(frozen=True, slots=True)
class Run:
    """Part of a paragraph in one voice."""

    start: int
    end: int
    voice: str  # "strong" or "emphasis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Text without its markup; `runs` are the parts in another voice, in order."""

    text: str
    kind: str  # "body" or "subhead"
    runs: tuple[Run, ...]
    lines: tuple[tuple[int, Place], ...]  # offset where each line of the file begins

    def place_at(self, offset: int) -> Place:
        """Where a character stands in the file."""
        start, place = self.lines[0]
        for first, here in self.lines:
            if first > offset:
                break
            start, place = first, here
        return Place(place.file, place.line, place.column + offset - start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article: its head and its paragraphs."""

    name: str  # the file, as in messages and node ids
    front: FrontMatter
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """Every character that is set: label, 引题, 主题, 副题, text, by-line."""
        f = self.front
        head = [f.label, f.kicker, f.title, f.subtitle]
        body = [p.text for p in self.paragraphs]
        return "\n".join(t for t in (*head, *body, f.byline) if t)


def parse_story(data: bytes, file: str) -> Story:
    """A story from the bytes of its file. Raises `StopError` with every fault found."""
    if len(data) > MAX_BYTES:
        raise StopError(
            [error("TOO-LARGE", f"the file is larger than {MAX_BYTES:,} bytes", Place(file))]
        )
    text = decode(data, file).replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    faults: list[Diagnostic] = []
    front, first = _front(rows, file, faults)
    paragraphs = tuple(_paragraphs(rows, first, file))
    if len(paragraphs) > MAX_PARAGRAPHS:
        faults.append(error("TOO-LARGE", f"more than {MAX_PARAGRAPHS:,} paragraphs", Place(file)))
    if not paragraphs:
        faults.append(error("EMPTY-STORY", "the story has no text", Place(file, max(1, first))))
    if faults:
        raise StopError(faults)
    return Story(name=file, front=front, paragraphs=paragraphs)


def _front(rows: list[str], file: str, faults: list[Diagnostic]) -> tuple[FrontMatter, int]:
    """The head and the index of the first row after it."""
    if not rows or rows[0].rstrip() != "---":
        return FrontMatter(place=Place(file)), 0
    for end in range(1, len(rows)):
        if rows[end].rstrip() == "---":
            break
    else:
        raise StopError([error("FRONT-MATTER", "the front matter has no closing ---", Place(file))])
    if not "".join(rows[1:end]).strip():
        return FrontMatter(place=Place(file)), end + 1
    node = parse_text("\n".join(rows[1:end]), file, first_line=2)
    if not isinstance(node, Mapping):
        raise StopError(
            [error("FRONT-MATTER", f"{what(node)} where the head's keys are expected", node.place)]
        )
    front: FrontMatter = read_record(FrontMatter, node, faults)
    return front, end + 1


def _paragraphs(rows: list[str], first: int, file: str) -> list[Paragraph]:
    out: list[Paragraph] = []
    block: list[tuple[int, str]] = []
    for number in range(first, len(rows) + 1):
        row = rows[number] if number < len(rows) else ""
        heading = row.startswith("### ")
        if (not row.strip() or heading) and block:
            out.append(_paragraph(block, file, "body"))
            block = []
        if heading:
            out.append(_paragraph([(number, row)], file, "subhead", skip=4))
        elif row.strip():
            block.append((number, row))
    return [p for p in out if p.text]


def _paragraph(rows: list[tuple[int, str]], file: str, kind: str, skip: int = 0) -> Paragraph:
    text = ""
    runs: list[Run] = []
    lines: list[tuple[int, Place]] = []
    open_marks: list[tuple[str, int]] = []
    for number, row in rows:
        start = skip + len(row[skip:]) - len(row[skip:].lstrip())
        body = row[start:].rstrip()
        if text and body and text[-1].isascii() and body[0].isascii():
            text += " "
        lines.append((len(text), Place(file, number + 1, start + 1)))
        at = 0
        for match in _MARK.finditer(body):
            text += body[at : match.start()]
            at = match.end()
            if match["escaped"]:
                text += match["escaped"]
            elif _opens_or_closes(body, match.start(), match.end(), match["mark"], open_marks):
                mark = match["mark"]
                if open_marks and open_marks[-1][0] == mark:
                    begun = open_marks.pop()[1]
                    runs.append(Run(begun, len(text), "emphasis" if mark == "*" else "strong"))
                else:
                    open_marks.append((mark, len(text)))
            else:
                text += match["mark"]
            lines.append((len(text), Place(file, number + 1, start + at + 1)))
        text += body[at:]
    return Paragraph(
        text=text, kind=kind, runs=tuple(sorted(runs, key=lambda r: r.start)), lines=tuple(lines)
    )


def _opens_or_closes(
    body: str, start: int, end: int, mark: str, open_marks: list[tuple[str, int]]
) -> bool:
    """Whether asterisks are markup: a closing one after text, or one with its pair further on."""
    if open_marks and open_marks[-1][0] == mark:
        return start > 0
    return mark in body[end:] and not body[end : end + 1].isspace()
