"""Stories: Markdown with front matter, read into a small content tree.

The subset is what a news story holds: paragraphs with a blank line between, and

- `### ` before a small heading on its own line, `#### ` before one that its paragraph follows in
  the same line (kept as the run `runin` and U+3000 at the head of that paragraph's text);
- `**bold**`, `*emphasis*`, `***both***` (the runs `strong` and `emphasis`; 黑 where both hold);
- `10^3^` and `H~2~O`, high and low type (`super`, `sub`);
- `[words](https://…)`, of which the words are set, and `<https://…>`, `<mailto:…>`, of which the
  address is (`link`, with the address as its target);
- a backslash at the end of a row, which ends the line there: what follows is a paragraph of the
  kind `continued`. Spaces at the end of a row, which nobody sees, end none;
- a backslash before a mark that is meant as itself.

Nothing else is markup, so that no character of a text is ever taken for something it is not:
`layout.spec.inlinemarks` says when a mark is one. Lines inside a paragraph join as Chinese does,
without a space, unless both sides are Latin. The head is plain text.
"""

from collections.abc import Iterator
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.record import field, record
from layout.spec.chars import decode
from layout.spec.fields import mistyped, option, read_model
from layout.spec.kinds import FlagKind, TextKind
from layout.spec.nodes import MAX_BYTES, MAX_FAULTS, Mapping, parse_text, what
from layout.spec.paragraph import Paragraph, Run, run_in

__all__ = ["MAX_PARAGRAPHS", "FrontMatter", "Paragraph", "Run", "Story", "parse_story"]

MAX_PARAGRAPHS: Final = 5000

_LIKE_MARKS: Final = frozenset("#-*+>_`~")
_OWN_LINE: Final = 3  # how many # begin a small heading on a line of its own
_IN_LINE: Final = 4  # and one that its paragraph follows in the same line
_SET_OF_HEAD: Final = ("kicker", "title", "subtitle", "summary", "label", "byline")
_FENCE: Final = "---"


@record
class FrontMatter:
    """The story's head."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    kicker: str | None = option(TextKind(200), "引题")
    title: str | None = option(
        TextKind(200),
        "主题; ` | ` is a couplet break; with a ? behind it, where a balanced one best parts",
    )
    subtitle: str | None = option(TextKind(300), "副题")
    summary: str | None = option(TextKind(600), "提要题: the gist, in a few lines")
    label: str | None = option(TextKind(40), "instead of a title: 核心阅读")
    byline: str | None = option(TextKind(200), "who wrote it")
    stands_in: bool = option(FlagKind(), "this is not the true text", default=False)
    notes: str | None = option(TextKind(2000, lines=True, copy=False), "for the desk; not set")


@record
class Story:
    """One article: its head and its paragraphs."""

    name: str  # the file, as in messages and node ids
    front: FrontMatter
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Diagnostic, ...] = ()  # warnings: the story is set all the same

    @property
    def text(self) -> str:
        """Every character that is set: label, 引题, 主题, 副题, 提要题, text, by-line."""
        f = self.front
        head = [f.label, f.kicker, f.title, f.subtitle, f.summary]
        body = [p.text for p in self.paragraphs]
        return "\n".join(t for t in (*head, *body, f.byline) if t)


def parse_story(data: bytes, file: str) -> Story:
    """A story from the bytes of its file. Raises `StopError` with every fault found."""
    if len(data) > MAX_BYTES:
        raise _stop("TOO-LARGE", f"the file is larger than {MAX_BYTES:,} bytes", Place(file))
    text = decode(data, file).replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    faults: list[Diagnostic] = []
    front, first = _front(rows, file, faults)
    remarks: list[Diagnostic] = []
    paragraphs = _paragraphs(rows, first, file, faults, remarks)
    if not paragraphs:
        place = Place(file, min(first + 1, len(rows)))
        faults.append(error("EMPTY-STORY", "the story has no text", place))
    if any(fault.severity == "error" for fault in faults):
        raise StopError(faults)
    remarks = faults + remarks
    remarks += _unseen(front, paragraphs)
    return Story(
        name=file, front=front, paragraphs=tuple(paragraphs), remarks=tuple(remarks[:MAX_FAULTS])
    )


def _strays(rows: list[tuple[int, str]], file: str) -> Iterator[Diagnostic]:
    """What other dialects would take for markup. Nearly every paragraph has nothing like it."""
    if any(row.lstrip()[:1] in _LIKE_MARKS for _, row in rows):
        from layout.spec.strays import stray_markup

        yield from stray_markup(rows, file)


def _unseen(front: FrontMatter, paragraphs: list[Paragraph]) -> Iterator[Diagnostic]:
    """Characters that cannot be seen: once a paragraph, at the first."""
    heads = [(k, getattr(front, k) or "") for k in _SET_OF_HEAD]
    if all(t.isprintable() for _, t in heads) and all(p.text.isprintable() for p in paragraphs):
        return
    from layout.spec.strays import unseen

    for key, text in heads:
        place = front.places.get(key, front.place)
        yield from unseen(text, place)
    for paragraph in paragraphs:
        yield from unseen(paragraph.text, paragraph)


def _front(rows: list[str], file: str, faults: list[Diagnostic]) -> tuple[FrontMatter, int]:
    """The head and the index of the first row after it."""
    nothing = FrontMatter(place=Place(file))
    begin = next((i for i, row in enumerate(rows) if row.strip()), 0)
    if rows[begin].rstrip() != _FENCE:
        return nothing, 0
    if begin:
        message = "the front matter begins below an empty line"
        faults.append(error("FRONT-MATTER", message, Place(file, begin + 1), "take the line out"))
    end = next((i for i in range(begin + 1, len(rows)) if rows[i].rstrip() == _FENCE), None)
    if end is None:
        message = "the front matter has no closing ---"
        raise _stop("FRONT-MATTER", message, Place(file, begin + 1), "write --- below its last key")
    inside = "\n".join(rows[begin + 1 : end])
    if not inside.strip():
        return nothing, end + 1
    node = parse_text(inside, file, (begin + 2, 1), faults)
    if not isinstance(node, Mapping):
        message = f"{what(node)} where the head's keys are expected, such as title: …"
        faults.append(error("FRONT-MATTER", message, node.place, mistyped(node)))
        return nothing, end + 1
    front = read_model(FrontMatter, node, faults)
    if front is not None and front.subtitle and not (front.title or front.kicker):
        message = "subtitle: a 副题 without a 主题"
        place = front.places["subtitle"]
        faults.append(error("FRONT-MATTER", message, place, "give the story a title"))
    return front if front is not None else nothing, end + 1


def _paragraphs(
    rows: list[str],
    first: int,
    file: str,
    faults: list[Diagnostic],
    remarks: list[Diagnostic],
) -> list[Paragraph]:
    out: list[Paragraph] = []
    block: list[tuple[int, str]] = []
    waiting: tuple[int, Paragraph] | None = None  # a run-in heading and its row
    for number in range(first, len(rows) + 1):
        row = rows[number] if number < len(rows) else ""
        level = _level(row) if row.startswith("###") else 0
        if (level or not row.strip()) and block:
            remarks += _strays(block, file)
            made = _paragraph(block, file, "body", remarks)
            block = []
            if waiting is not None:
                made, waiting = run_in(waiting[1], made), None
            out += made
        if waiting is not None and (level or number == len(rows)):
            message = "a heading in the line (####) without a paragraph after it"
            hint = "### begins a heading on a line of its own"
            faults.append(error("LONE-HEADING", message, Place(file, waiting[0] + 1), hint))
            waiting = None
        if level and not row[level:].strip():
            message = "a small heading without words"
            faults.append(error("EMPTY-HEADING", message, Place(file, number + 1)))
        elif level:
            kind = "subhead" if level == _OWN_LINE else "body"
            made = _paragraph([(number, row)], file, kind, remarks, skip=level + 1)
            if level == _OWN_LINE:
                out += made
            else:
                waiting = number, made[0]
        elif row.strip():
            block.append((number, row))
        if len(out) > MAX_PARAGRAPHS:
            message = f"more than {MAX_PARAGRAPHS:,} paragraphs"
            faults.append(error("TOO-LARGE", message, Place(file, number + 1)))
            break
    return out


def _level(row: str) -> int:
    """How many # the mark of a heading has at the beginning of a row; 0 for what is none."""
    mark = row.partition(" ")[0].rstrip()
    return len(mark) if mark in ("#" * _OWN_LINE, "#" * _IN_LINE) else 0


def _paragraph(
    rows: list[tuple[int, str]],
    file: str,
    kind: str,
    remarks: list[Diagnostic],
    *,
    skip: int = 0,
) -> list[Paragraph]:
    """The paragraph that some rows make, less `skip` characters; several at forced line ends."""
    for _, row in rows:
        if "*" in row or "\\" in row or "~" in row or "^" in row or "[" in row or "<" in row:
            from layout.spec.inlinemarks import marked

            return marked(rows, file, kind, remarks, skip=skip)
    text = ""
    lines: list[tuple[int, Place]] = []
    for number, row in rows:
        words = row[skip:].lstrip()
        start = len(row) - len(words)
        words = words.rstrip()
        if text and text[-1].isascii() and words[0].isascii():
            lines.append((len(text), _at(file, number, start)))
            text += " "
        lines.append((len(text), _at(file, number, start)))
        text += words
        skip = 0
    return [Paragraph(text=text, kind=kind, runs=(), lines=tuple(lines))]


def _at(file: str, row: int, column: int) -> Place:
    return Place(file, row + 1, column + 1)


def _stop(code: str, message: str, place: Place, hint: str = "") -> StopError:
    return StopError([error(code, message, place, hint)])
