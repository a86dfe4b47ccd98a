"""Stories: Markdown with front matter, read into a small content tree.

The subset is what a news story holds: paragraphs with a blank line between, `### ` small headings,
`**bold**` and `*emphasis*`, a backslash before a mark that is meant as itself. Nothing else is
markup, so that no character of a text is ever taken for something it is not. Lines inside a
paragraph join as Chinese does, without a space, unless both sides are Latin.
"""

import re
from collections.abc import Iterator
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.record import field, record
from layout.spec.chars import decode
from layout.spec.fields import option, read_model
from layout.spec.kinds import FlagKind, TextKind
from layout.spec.nodes import MAX_BYTES, MAX_FAULTS, Mapping, parse_text, what

MAX_PARAGRAPHS: Final = 5000

_LIKE_MARKS: Final = frozenset("#-*+>_`~")
_SET_OF_HEAD: Final = ("kicker", "title", "subtitle", "label", "byline")
_FENCE: Final = "---"
_MARK: Final = re.compile(r"\\(?P<escaped>[\\*#|\-_`>\[\]()])|(?P<mark>\*+)")


@record
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
    notes: str | None = option(TextKind(2000, lines=True), "for the desk; not set")


@record(kw_only=False)
class Run:
    """Part of a paragraph in one voice."""

    start: int
    end: int
    voice: str  # "strong" or "emphasis"


@record
class Paragraph:
    """Text without its markup; `runs` are the parts in another voice, in order."""

    text: str
    kind: str  # "body" or "subhead"
    runs: tuple[Run, ...]
    lines: tuple[tuple[int, Place], ...]  # offset of each stretch that stands unbroken in the file

    def place_at(self, offset: int) -> Place:
        """Where a character stands in the file."""
        start, place = self.lines[0]
        for first, here in self.lines:
            if first > offset:
                break
            start, place = first, here
        return Place(place.file, place.line, place.column + offset - start)


@record
class Story:
    """One article: its head and its paragraphs."""

    name: str  # the file, as in messages and node ids
    front: FrontMatter
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Diagnostic, ...] = ()  # warnings: the story is set all the same

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
    if faults:
        raise StopError(faults)
    remarks += _unseen(front, paragraphs)
    return Story(
        name=file, front=front, paragraphs=tuple(paragraphs), remarks=tuple(remarks[:MAX_FAULTS])
    )


def _strays(rows: list[tuple[int, str]], file: str) -> Iterator[Diagnostic]:
    """What other dialects would take for markup. Nearly every paragraph has nothing like it."""
    if any(row.lstrip()[:1] in _LIKE_MARKS or "](" in row for _, row in rows):
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
        faults.append(error("FRONT-MATTER", message, node.place))
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
    for number in range(first, len(rows) + 1):
        row = rows[number] if number < len(rows) else ""
        heading = row.startswith("### ")
        if (not row.strip() or heading) and block:
            remarks += _strays(block, file)
            out.append(_paragraph(block, file, "body", remarks))
            block = []
        if heading and row[4:].strip():
            out.append(_paragraph([(number, row)], file, "subhead", remarks, skip=4))
        elif heading:
            message = "a small heading without words"
            faults.append(error("EMPTY-HEADING", message, Place(file, number + 1)))
        elif row.strip():
            block.append((number, row))
        if len(out) > MAX_PARAGRAPHS:
            message = f"more than {MAX_PARAGRAPHS:,} paragraphs"
            faults.append(error("TOO-LARGE", message, Place(file, number + 1)))
            break
    return out


class _Piece:
    """A stretch of one row: words, or a run of asterisks that may turn out to be markup."""

    __slots__ = ("closes", "markup", "opens", "place", "text")

    def __init__(self, text: str, place: Place, opens: bool = False, closes: bool = False) -> None:
        self.text = text
        self.place = place
        self.opens = opens
        self.closes = closes
        self.markup = False


def _paragraph(
    rows: list[tuple[int, str]],
    file: str,
    kind: str,
    remarks: list[Diagnostic],
    *,
    skip: int = 0,
) -> Paragraph:
    pieces: list[_Piece] = []
    last = ""  # the last character that is no asterisk
    for number, row in rows:
        start = skip + len(row[skip:]) - len(row[skip:].lstrip())
        body = row[start:].rstrip()
        words = body.strip("*")
        if last.isascii() and words[:1].isascii() and last and words:
            pieces.append(_Piece(" ", _at(file, number, start)))
        last = words[-1:] or last
        at = 0
        for match in _MARK.finditer(body):
            if match.start() > at:
                pieces.append(_Piece(body[at : match.start()], _at(file, number, start + at)))
            at = match.end()
            place = _at(file, number, start + match.start())
            mark = match["mark"]
            if mark is None:
                escaped = Place(place.file, place.line, place.column + 1)
                pieces.append(_Piece(match["escaped"], escaped))
                continue
            known = len(mark) <= 3
            before = body[max(0, match.start() - 1) : match.start()]
            after = body[match.end() : match.end() + 1]
            pieces.append(
                _Piece(mark, place, known and bool(after.strip()), known and bool(before.strip()))
            )
        if at < len(body):
            pieces.append(_Piece(body[at:], _at(file, number, start + at)))
    pairs = _pairs(pieces)
    for piece in pieces:
        # A lone * may be a mark of multiplication; two are markup that somebody forgot to close.
        if piece.text in ("**", "***") and (piece.opens or piece.closes) and not piece.markup:
            from layout.spec.strays import unclosed

            remarks.append(unclosed(piece.text, piece.place))
    return _joined(pieces, pairs, kind)


def _pairs(pieces: list[_Piece]) -> list[tuple[int, int]]:
    """Indices of the asterisks that open and close a voice; those without a partner stay text."""
    waiting: dict[str, list[int]] = {"*": [], "**": [], "***": []}
    pairs: list[tuple[int, int]] = []
    for i, piece in enumerate(pieces):
        mine = waiting.get(piece.text, [])
        # What stands between the two must be more than the marks themselves.
        if piece.closes and mine and i - mine[-1] > 1:
            partner = mine.pop()
            for others in waiting.values():  # what was opened inside and never closed is text
                while others and others[-1] > partner:
                    others.pop()
            pieces[partner].markup = piece.markup = True
            pairs.append((partner, i))
        elif piece.opens:
            mine.append(i)
    return pairs


def _joined(pieces: list[_Piece], pairs: list[tuple[int, int]], kind: str) -> Paragraph:
    text = ""
    offsets: list[int] = []
    lines: list[tuple[int, Place]] = []
    for piece in pieces:
        offsets.append(len(text))
        if not piece.markup:
            lines.append((len(text), piece.place))
            text += piece.text
    runs = [
        Run(offsets[a], offsets[b], "emphasis" if pieces[a].text == "*" else "strong")
        for a, b in pairs
    ]
    return Paragraph(
        text=text, kind=kind, runs=tuple(sorted(runs, key=lambda r: r.start)), lines=tuple(lines)
    )


def _at(file: str, row: int, column: int) -> Place:
    return Place(file, row + 1, column + 1)


def _stop(code: str, message: str, place: Place, hint: str = "") -> StopError:
    return StopError([error(code, message, place, hint)])
