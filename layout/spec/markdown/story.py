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
- `[words]{着重 红}`: marks and the names of styles and colours (`braces`);
- a backslash before a mark that is meant as itself;
- what names a paragraph's style, quotes it or makes it verse (`heads`).

Nothing else is markup, so that no character of a text is ever taken for something it is not:
`inlinemarks` says when a mark is one. Rows inside a paragraph join as Chinese does, without a
space, unless both sides are Latin, and that is told; with `paragraphs: rows` each row is a
paragraph. The texts of the head have the marks of `layout.spec.resolve.wording`.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.record import record
from layout.spec.markdown.blanks import Blanks
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.markdown.paragraph import (
    DISPLAY_KINDS,
    Paragraph,
    Run,
    asked_of,
    marked_item,
    run_in,
)
from layout.spec.reader.chars import decode
from layout.spec.reader.fields import Written, keys_of, mistyped, option, read_model
from layout.spec.reader.kinds import ChoiceKind, FlagKind, TextKind
from layout.spec.reader.nodes import MAX_BYTES, MAX_FAULTS, Mapping, parse_text, what
from layout.words.said import said

if TYPE_CHECKING:  # loaded where a story has marks
    from layout.spec.markdown.footnotes import NoteRows
    from layout.spec.markdown.heads import Heads, RowHead
    from layout.spec.markdown.strays import Rows, Stray

__all__ = ["MAX_PARAGRAPHS", "FrontMatter", "Paragraph", "Run", "Story", "parse_story"]

MAX_PARAGRAPHS: Final = 5000
PARAGRAPHS: Final = ChoiceKind(("rows", "joined"))
"""What the rows of a story's file are to its paragraphs, where somebody says so."""

_OWN_LINE: Final = 3  # how many # begin a small heading on a line of its own
_IN_LINE: Final = 4  # and one that its paragraph follows in the same line
_SET_OF_HEAD: Final = (
    *("kicker", "title", "jump_title", "subtitle", "summary", "label", "byline", "dateline"),
)
_FENCE: Final = "---"
_FENCE_LIKE: Final = frozenset("‐‑‒–—―−─━﹣－＿＝＊～…＋\u3000")
"""What else a row begins with that may be meant as a fence (`layout.spec.markdown.fences`)."""
_HEADS: Final = frozenset("{:>|-｛：＞｜")
"""What a row begins with that says how its paragraph is set (`layout.spec.markdown.heads`)."""
_FIGURES: Final = frozenset("0123456789")


@record
class FrontMatter(Written):
    """The story's head."""

    kicker: str | None = option(TextKind(200), "引题")
    title: str | None = option(
        TextKind(200),
        "主题; ` | ` is a couplet break; with a ? behind it, where a balanced one best parts",
    )
    jump_title: str | None = option(
        TextKind(200), "主题 on a page on which the story goes on; it stands alone there"
    )
    subtitle: str | None = option(TextKind(300), "副题")
    summary: str | None = option(TextKind(600), "提要题: the gist, in a few lines")
    label: str | None = option(TextKind(40), "over the title, or instead of one: 核心阅读")
    byline: str | None = option(TextKind(200), "who wrote it")
    dateline: str | None = option(
        TextKind(120),
        "电头, run into the first paragraph in 黑: `本报城关{month}月{day}日讯（记者 …）`",
    )
    paragraphs: str | None = option(
        PARAGRAPHS,
        "`rows`: each row of the file is a paragraph; `joined`: rows without an empty one between "
        "them are one, and nothing is said of it. Else as the edition has it, or joined and told",
    )
    note_sign: str = option(
        ChoiceKind(("circled", "brackets", "typed")),
        "how the sign of a note `[^1]` is printed: ①, [1], or as it is typed",
        default="circled",
    )
    stands_in: bool = option(FlagKind(), "this is not the true text", default=False)
    notes: str | None = option(TextKind(2000, lines=True, copy=False), "for the desk; not set")


@record
class Story:
    """One article: its head and its paragraphs."""

    name: str  # the file, as in messages and node ids
    front: FrontMatter
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Diagnostic, ...] = ()  # warnings: the story is set all the same
    notes: tuple[tuple[str, tuple[Paragraph, ...]], ...] = ()  # by label, with their signs

    @property
    def text(self) -> str:
        """Every character that is set: label, 引题, 主题, 副题, 提要题, 电头, text,
        by-line."""
        f = self.front
        head = [f.label, f.kicker, f.title, f.subtitle, f.summary]
        body = [f.dateline or "", *(p.text for p in self.paragraphs)]
        body += [p.text for _, paragraphs in self.notes for p in paragraphs]
        head, last = [unmarked(t or "")[0] for t in head], unmarked(f.byline or "")[0]
        return "\n".join(t for t in (*head, *body, last) if t)


def parse_story(
    data: bytes,
    file: str,
    paragraphs: str | None = None,
    names: AbstractSet[str] = frozenset(),
) -> Story:
    """A story from the bytes of its file; `paragraphs` is what its edition says of rows, one of
    `PARAGRAPHS`, `names` those of the styles and colours that its words may be in. Raises
    `StopError` with every fault found."""
    if len(data) > MAX_BYTES:
        raise StopError([error("TOO-LARGE.file", Place(file), most=MAX_BYTES)])
    text = decode(data, file).replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    faults: list[Diagnostic] = []
    front, first = _front(rows, file, faults)
    by_rows = (front.paragraphs or paragraphs) == "rows"
    body = _Body(file, faults, names, by_rows=by_rows)
    noted: list[NoteRows] = []
    if "[^" in text:
        from layout.spec.markdown import footnotes  # few stories have any

        rows, noted = footnotes.parted(rows, first, by_rows=by_rows)
        body.signs = {n.label: footnotes.sign_of(n.label, front.note_sign) for n in noted}
    read = body.read(rows, first)
    notes = body.notes(noted, read) if noted else ()
    if not read:
        place = Place(file, min(first + 1, len(rows)))
        faults.append(error("EMPTY-STORY.text", place))
    if any(fault.severity == "error" for fault in faults):
        raise StopError(faults)
    told = body.remarks(said=(front.paragraphs or paragraphs) is not None)
    faults += [remark for remark in told if remark.severity == "error"]
    if any(fault.severity == "error" for fault in faults):
        raise StopError(faults)
    remarks = [*faults, *told, *_unseen(front, [*read, *(p for _, note in notes for p in note)])]
    return Story(
        name=file, front=front, paragraphs=tuple(read), remarks=tuple(remarks[:MAX_FAULTS]),
        notes=notes,
    )  # fmt: skip


def _unseen(front: FrontMatter, paragraphs: list[Paragraph]) -> Iterator[Diagnostic]:
    """Characters that cannot be seen: once a paragraph, at the first."""
    heads = [(k, getattr(front, k) or "") for k in _SET_OF_HEAD]
    if all(t.isprintable() for _, t in heads) and all(p.text.isprintable() for p in paragraphs):
        return
    from layout.spec.markdown.strays import unseen

    for key, text in heads:
        place = front.place_of(key)
        yield from unseen(text, place)
    for paragraph in paragraphs:
        yield from unseen(paragraph.text, paragraph)


def _front(rows: list[str], file: str, faults: list[Diagnostic]) -> tuple[FrontMatter, int]:
    """The head and the index of the first row after it."""
    nothing = FrontMatter(place=Place(file))
    begin = next((i for i, row in enumerate(rows) if row.strip()), 0)
    if rows[begin].rstrip() != _FENCE:
        if rows[begin][:1] in _FENCE_LIKE or rows[begin][:1].isascii():
            from layout.spec.markdown.fences import unfenced

            amiss = unfenced(rows, begin, file, keys_of(FrontMatter))
            faults += [amiss] if amiss is not None else []
        return nothing, 0
    if begin:
        faults.append(error("FRONT-MATTER.below-empty", Place(file, begin + 1)))
    end = next((i for i in range(begin + 1, len(rows)) if rows[i].rstrip() == _FENCE), None)
    if end is None:
        from layout.spec.markdown.fences import not_closed

        raise StopError([not_closed(rows, begin, file)])
    inside = "\n".join(rows[begin + 1 : end])
    if not inside.strip():
        return nothing, end + 1
    node = parse_text(inside, file, (begin + 2, 1), faults)
    if not isinstance(node, Mapping):
        told = said("FRONT-MATTER.no-keys", what=what(node), hint=mistyped(node))
        faults.append(error(told, node.place))
        return nothing, end + 1
    front = read_model(FrontMatter, node, faults)
    if front is not None and front.subtitle and not (front.title or front.kicker):
        place = front.places["subtitle"]
        faults.append(error("FRONT-MATTER.lone-subtitle", place, path="subtitle"))
    return front if front is not None else nothing, end + 1


class _Body:
    """The rows below a story's head, made into paragraphs; gathers their diagnostics."""

    def __init__(
        self, file: str, faults: list[Diagnostic], names: AbstractSet[str], *, by_rows: bool
    ) -> None:
        self._file = file
        self._faults = faults
        self._names = names
        self._by_rows = by_rows
        self._strays: list[Stray] = []
        self._blanks = Blanks(file)
        self._rows: list[Rows] = []  # of each paragraph and heading
        self._heads: Heads | None = None
        self._marks: dict[int, int] = {}  # by row: how much of it marks its paragraph
        self.signs: dict[str, str] = {}  # of notes, by their labels
        self._noted: list[Diagnostic] = []

    def read(self, rows: list[str], first: int) -> list[Paragraph]:
        """The paragraphs from row `first` on."""
        out: list[Paragraph] = []
        block: list[tuple[int, str]] = []
        opened: RowHead | None = None  # of `block`
        waiting: tuple[int, Paragraph] | None = None  # a run-in heading and its row
        for number in range(first, len(rows) + 1):
            row = rows[number] if number < len(rows) else ""
            level = _level(row) if row.startswith("###") else 0
            head = None
            if _may_head(row) or (self._heads is not None and self._heads.fenced):
                row, head = self._headed(number, row)
            stops = level or not row.strip() or (head is not None and head.parts(opened))
            if block and (stops or (self._by_rows and not _goes_on(block, opened))):
                made = self._paragraph(block, "body", head=opened)
                block, opened = [], None
                if waiting is not None:
                    made, waiting = run_in(waiting[1], made), None
                out += made
            if waiting is not None and (level or number == len(rows)):
                self._faults.append(error("LONE-HEADING.in-line", self._at_row(waiting[0])))
                waiting = None
            if stops and opened is not None and not block:
                self._faults.append(error("EMPTY-STYLE.words", opened.place))
                opened = None
            if level and not row[level:].strip():
                self._faults.append(error("EMPTY-HEADING.words", self._at_row(number)))
            elif level:
                kind = "subhead" if level == _OWN_LINE else "body"
                around = self._heads.heading(number) if self._heads is not None else None
                made = self._paragraph([(number, row)], kind, skip=level + 1, head=around)
                if level == _OWN_LINE and "|" in row:
                    from layout.spec.markdown.headrows import in_rows  # few have several

                    out += [in_rows(part) for part in made]
                elif level == _OWN_LINE:
                    out += made
                else:
                    waiting = number, made[0]
            elif row.strip():
                if not block and self._heads is not None:
                    self._heads.begun(opened or head)
                block.append((number, row))
            if head is not None and opened is None:
                opened = head
            if len(out) > MAX_PARAGRAPHS:
                place = self._at_row(number)
                self._faults.append(error("TOO-LARGE.paragraphs", place, most=MAX_PARAGRAPHS))
                break
        if self._heads is not None:
            self._heads.ended()
        return out

    def _headed(self, number: int, row: str) -> "tuple[str, RowHead | None]":
        """A row without what marks it at its head, blanks in its place; and that head."""
        if self._heads is None:
            from layout.spec.markdown.heads import Heads  # few stories have any

            self._heads = Heads(self._file, self._faults, self._names)
        if not row.strip() or _level(row):
            return row, None
        row = self._heads.narrowed(row)
        if self._heads.fence(number, row):
            return "", None
        head = self._heads.head(number, row)
        row = " " * head.skip + row[head.skip :]
        if head.skip:
            self._marks[number] = head.skip
        return row, head if row.strip() or head.sort == "named" else None

    def remarks(self, *, said: bool) -> list[Diagnostic]:
        """Warnings, in the order of their places: marks of other dialects, blanks that are left
        out, rows that were joined unless somebody `said` what rows are."""
        from layout.spec.markdown import strays

        for rows in self._rows:
            self._strays += strays.stray_marks(
                rows, self._file, names=self._names, labels=self.signs
            )
        found = strays.told(self._strays) if self._strays else []
        found += [*self._blanks.told(joined=not said), *self._noted]
        return sorted(found, key=_where)

    def _paragraph(
        self,
        rows: list[tuple[int, str]],
        kind: str,
        *,
        skip: int = 0,
        head: "RowHead | None" = None,
    ) -> list[Paragraph]:
        self._rows.append(rows)
        if head is not None and head.verse:
            from layout.spec.markdown.heads import as_lines

            rows = as_lines(rows)
        rows = self._blanks.seen(rows, skip, self._marks, display=kind in DISPLAY_KINDS)
        made = _paragraph(
            rows, self._file, kind, self._strays, self._names, signs=self.signs, skip=skip
        )
        asked = head.asked if head is not None else None
        if head is None or asked is None or not made:
            return made
        made = asked_of(asked, made)
        if head.marked is None:
            return made
        return marked_item(head.mark, head.marked, made)

    def notes(
        self, noted: "Sequence[NoteRows]", paragraphs: Sequence[Paragraph]
    ) -> tuple[tuple[str, tuple[Paragraph, ...]], ...]:
        """The notes whose signs stand in some paragraphs, each with its sign before it."""
        from layout.spec.markdown import footnotes

        self._noted = footnotes.told(noted, self._file, paragraphs)
        amiss = {(d.where.line if isinstance(d.where, Place) else 0) for d in self._noted}
        out: list[tuple[str, tuple[Paragraph, ...]]] = []
        for note in noted:
            if note.rows[0][0] + 1 not in amiss:
                number, row = note.rows[0]
                self._marks[number] = note.skip
                rows = [(number, " " * note.skip + row[note.skip :]), *note.rows[1:]]
                made = self._paragraph(rows, "body")
                self._noted += footnotes.lettered(note.label, made)
                sign, place = footnotes.before(self.signs[note.label]), note.place(self._file)
                out.append((note.label, tuple(marked_item(sign, place, made))))
        return tuple(out)

    def _at_row(self, row: int) -> Place:
        return Place(self._file, row + 1)


def _goes_on(block: list[tuple[int, str]], head: "RowHead | None") -> bool:
    """Whether the last row of a paragraph ends in a backslash, which forces a line's end in it, or
    all its rows are lines."""
    if head is not None and head.verse:
        return True
    last = block[-1][1].rstrip()
    return (len(last) - len(last.rstrip("\\"))) % 2 == 1


def _may_head(row: str) -> bool:
    """Whether a row may begin with what says how its paragraph is set."""
    begin = row.lstrip()[:5]
    return begin[:1] in _HEADS or (begin[:1] in _FIGURES and (". " in begin or ".\u3000" in begin))


def _level(row: str) -> int:
    """How many # the mark of a heading has at the beginning of a row; 0 for what is none."""
    mark = row.partition(" ")[0].rstrip()
    return len(mark) if mark in ("#" * _OWN_LINE, "#" * _IN_LINE) else 0


def _paragraph(
    rows: list[tuple[int, str]],
    file: str,
    kind: str,
    strays: "list[Stray]",
    names: AbstractSet[str],
    *,
    signs: dict[str, str],
    skip: int = 0,
) -> list[Paragraph]:
    """The paragraph that some rows make, less `skip` characters; several at forced line ends."""
    for _, row in rows:
        if (
            "*" in row
            or "\\" in row
            or "~" in row
            or "^" in row
            or "[" in row
            or "<" in row
            or "]{" in row
        ):
            from layout.spec.markdown.inlinemarks import marked

            return marked(rows, file, kind, strays, skip=skip, names=names, signs=signs)
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


def _where(said: Diagnostic) -> tuple[int, int]:
    place = said.where
    return (place.line, place.column) if isinstance(place, Place) else (0, 0)
