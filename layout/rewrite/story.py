"""Words of a story changed in its Markdown: in a paragraph, a note, or its head, marks kept.

The story is read again: it must hold the words that were meant in that place, in the voices that
stood there, and everything else as it was.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import Final

from layout.diagnostics import Place, StopError, error, shown
from layout.record import record
from layout.rewrite.keys import entry_rows, remove_key
from layout.rewrite.passages import (
    NewWords,
    changed_runs,
    escapes,
    in_pieces,
    origins,
    placed,
    wanted,
    without,
)
from layout.rewrite.scalars import Value
from layout.rewrite.setting import NOTHING, set_value
from layout.rewrite.texts import RefusedError, TextChange, changed, row_end, rows_of
from layout.rewrite.yamltext import YamlText, find, yaml_text
from layout.spec.markdown.paragraph import Paragraph
from layout.spec.markdown.story import FrontMatter, Story, parse_story
from layout.spec.reader.chars import forbidden
from layout.spec.reader.fields import RecordKind
from layout.words.said import said

_FENCE: Final = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)")
_END: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
HEAD: Final = RecordKind(FrontMatter)
FULL: Final = " \t\u3000"
Known = tuple[str, tuple[str, ...], tuple[object, ...], object]
"""A paragraph without the places of its words."""


@record
class StoryText:
    """A story's file: its text, what it says, and how it was read: what its edition says of rows,
    and the names of the styles and colours there are."""

    text: str
    file: str
    story: Story
    rows: str | None = None
    names: AbstractSet[str] = frozenset()

    @property
    def starts(self) -> list[int]:
        """Where its rows begin."""
        return [0, *accumulate(map(len, rows_of(self.text)))]

    def again(self, text: str) -> "StoryText":
        """The same file with another text. Raises `StopError`."""
        return story_text(text, self.file, self.rows, self.names)

    def place(self, at: int) -> Place:
        """The place of an offset."""
        starts = self.starts
        line = max(n for n, start in enumerate(starts) if start <= at)
        return Place(self.file, line + 1, at - starts[line] + 1)


def story_text(
    text: str, file: str, rows: str | None = None, names: AbstractSet[str] = frozenset()
) -> StoryText:
    """A story read, `rows` and `names` as `parse_story` has them. Raises `StopError`."""
    story = parse_story(text.encode("utf-8", "surrogatepass"), file, rows, names)
    return StoryText(text=text, file=file, story=story, rows=rows, names=names)


def passages(story: Story) -> list[tuple[str, Paragraph]]:
    """All paragraphs that are set, each with its name: its number from 1, or the label of its note,
    `^1`, of whose paragraphs the second is `^1.2`."""
    out = [(str(number), p) for number, p in enumerate(story.paragraphs, 1)]
    for label, paragraphs in story.notes:
        out += [
            (f"^{label}" if number == 1 else f"^{label}.{number}", p)
            for number, p in enumerate(paragraphs, 1)
        ]
    return out


def passage(doc: StoryText, name: str) -> Paragraph:
    """A paragraph by its name. Raises `RefusedError`."""
    found = dict(passages(doc.story)).get(name)
    if found is None:
        raise RefusedError(error("REWRITE.no-passage", Place(doc.file), name=shown(name)))
    return found


def span_of(doc: StoryText, name: str) -> tuple[int, int]:
    """Where the words of a paragraph begin and end in the file, its marks inside them."""
    paragraph = passage(doc, name)
    at = [n for n in origins(paragraph, doc.text, doc.starts) if n >= 0]
    if not at:
        raise RefusedError(error("REWRITE.no-passage", Place(doc.file), name=shown(name)))
    start = at[0]
    row = doc.starts[paragraph.lines[0][1].line - 1]
    while start > row and doc.text[start - 1] in "*[\\":  # of marks that begin with it
        start -= 1
    end = at[-1] + 1
    last = re.compile(r"(?:\*+|\]\{[^{}\r\n]*\}|\]\([^()\s]*\)|[\^~>])*").match(doc.text, end)
    return start, last.end() if last else end


def set_words(
    doc: StoryText, name: str, start: int, end: int, *, before: str, after: str
) -> StoryText:
    """The story with `after` in place of `before`, which stands at these characters of a paragraph
    as it is set. Raises `RefusedError`."""
    paragraph = passage(doc, name)
    place = paragraph.place_at(min(max(start, 0), max(len(paragraph.text) - 1, 0)))
    if not 0 <= start <= end <= len(paragraph.text) or paragraph.text[start:end] != before:
        raise RefusedError(error("REWRITE.other-words", place, words=shown(before, 40)))
    hidden = forbidden(after)
    if hidden is not None:
        told = said("CONTROL.value", text=shown(after), char=hidden, hint="")
        raise RefusedError(error(told, place))
    after = after if start else after.lstrip(FULL)
    after = after if end < len(paragraph.text) else after.rstrip(FULL)
    todo = wanted(start, before, after)
    if not todo:
        return doc
    if len(before) == len(paragraph.text) and not after:
        raise RefusedError(error("REWRITE.empty", place))
    refused: RefusedError | None = None
    for pieces in (todo, in_pieces(todo[0], paragraph.text[todo[0].start : todo[0].end])):
        for behind in (True, False):
            try:
                return _in_place(doc, name, paragraph, pieces, behind=behind)
            except RefusedError as exc:
                refused = refused or exc
    assert refused is not None
    raise refused


def _in_place(
    doc: StoryText, name: str, paragraph: Paragraph, pieces: Sequence[NewWords], *, behind: bool
) -> StoryText:
    """The story with some pieces of a paragraph changed."""
    at = origins(paragraph, doc.text, doc.starts)
    text, runs = paragraph.text, paragraph.runs
    for words in reversed(pieces):
        text = text[: words.start] + words.new + text[words.end :]
        runs = changed_runs(runs, words, behind=behind)
    meant: Known = (text, (paragraph.kind,), tuple(runs), paragraph.asked)
    for changes in _ways(doc, paragraph, at, pieces, behind=behind):
        try:
            made = doc.again(changed(doc.text, changes))
        except StopError:
            continue
        if _same_but(doc, made, name, meant):
            return made
    place = paragraph.place_at(min(pieces[0].start, len(paragraph.text) - 1))
    raise RefusedError(error("REWRITE.mark", place, words=shown(pieces[0].new, 40)))


def _ways(
    doc: StoryText,
    paragraph: Paragraph,
    at: list[int],
    pieces: Sequence[NewWords],
    *,
    behind: bool,
) -> Iterator[list[TextChange]]:
    """How the pieces may be written: as they are, or with backslashes; what goes with its marks."""
    changes = [placed(words, paragraph, at, doc.text, behind=behind) for words in pieces]
    each = [
        list(escapes(words.new, head=words.start == 0)) if words.new else [""] for words in pieces
    ]
    for number in range(max(map(len, each))):
        made = []
        for change, words, ways in zip(changes, pieces, each, strict=True):
            way = ways[min(number, len(ways) - 1)]
            made.append(TextChange(change.start, change.end, way + change.new[len(words.new) :]))
        yield made
    out = [without(words, at, doc.text) if not words.new else None for words in pieces]
    if any(out):
        yield [gone or change for gone, change in zip(out, changes, strict=True)]


def _known(paragraph: Paragraph) -> Known:
    return (paragraph.text, (paragraph.kind,), tuple(paragraph.runs), paragraph.asked)


def _sort(paragraph: Paragraph) -> tuple[object, ...]:
    """What a paragraph is, whatever its words are: a heading, an item, in some style."""
    asked = paragraph.asked
    styles = tuple(name.text for name in asked.styles) if asked is not None else ()
    return paragraph.kind, styles, (asked.hand, asked.level) if asked is not None else None


def _same_but(old: StoryText, new: StoryText, name: str, meant: Known | None) -> bool:
    """Whether two states of a story differ in a paragraph alone, which is as it was meant; with
    None whatever it is."""
    before, after = passages(old.story), passages(new.story)
    if [n for n, _ in before] != [n for n, _ in after] or old.story.front != new.story.front:
        return False
    for (own, was), (_, now) in zip(before, after, strict=True):
        if own == name and meant is None:
            continue
        if _known(now) != (meant if own == name else _known(was)):
            return False
    return True


def set_source(doc: StoryText, start: int, end: int, *, before: str, after: str) -> StoryText:
    """The story with `after` in place of `before`, both as they stand in the file, marks and all.
    No other paragraph may change by it. Raises `RefusedError`."""
    if not 0 <= start <= end <= len(doc.text) or doc.text[start:end] != before:
        at = min(max(start, 0), len(doc.text))
        raise RefusedError(error("REWRITE.other-words", doc.place(at), words=shown(before, 40)))
    try:
        made = doc.again(doc.text[:start] + after + doc.text[end:])
    except StopError as stop:
        raise RefusedError(*stop.diagnostics) from stop
    touched = [name for name, p in passages(doc.story) if _touches(doc, p, start, end)]
    for name in touched or [""]:
        if _same_but(doc, made, name, None):
            if touched and _sort(passage(doc, name)) != _sort(passage(made, name)):
                raise RefusedError(error("REWRITE.mark", doc.place(start), words=shown(after, 40)))
            return made
    if head_of(doc) is not None and start < _head_span(doc)[1]:
        before_p = [_known(p) for _, p in passages(doc.story)]
        if before_p == [_known(p) for _, p in passages(made.story)]:
            return made
    raise RefusedError(error("REWRITE.other-passage", doc.place(start)))


def _touches(doc: StoryText, paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the rows of a paragraph hold a stretch of the file."""
    starts = doc.starts
    lines = [place.line for _, place in paragraph.lines]
    first, last = starts[min(lines) - 1], starts[min(max(lines), len(starts) - 1)]
    return first <= start and end <= last


def _head_span(doc: StoryText) -> tuple[int, int]:
    """Where the keys of a story's head begin and end; 0 and 0 where it has none."""
    begun = _FENCE.match(doc.text)
    ended = _END.search(doc.text.replace("\r", "\n"), begun.end()) if begun else None
    if begun is None or ended is None:
        return 0, 0
    return begun.end(), ended.start()


def head_of(doc: StoryText) -> YamlText | None:
    """The head of a story as YAML, in its place; None where it has none."""
    start, end = _head_span(doc)
    if not doc.text[start:end].strip():
        return None
    line = doc.text[:start].replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    return yaml_text(doc.text[start:end], doc.file, (line, 1))


def set_head(
    doc: StoryText, keys: Sequence[str], value: Value, may: frozenset[str] = NOTHING
) -> StoryText:
    """The story with a value of its head set; None takes its key out. A story without a head gets
    one. Raises `RefusedError`."""
    head = head_of(doc)
    start, end = _head_span(doc)
    if head is None:
        return doc if value is None else _headed(doc, keys, value)
    made = (
        remove_key(head, keys, HEAD, may)
        if value is None
        else set_value(head, keys, value, HEAD, may)
    )
    try:
        new = doc.again(doc.text[:start] + made.text + doc.text[end:])
    except StopError as stop:
        raise RefusedError(*stop.diagnostics) from stop
    before = [(p.text, p.kind, p.runs) for _, p in passages(doc.story)]
    if before != [(p.text, p.kind, p.runs) for _, p in passages(new.story)]:
        raise RefusedError(error("REWRITE.unsure", doc.place(start)))
    return new


def _headed(doc: StoryText, keys: Sequence[str], value: Value) -> StoryText:
    """A story that has no head with one. Raises `RefusedError`."""
    start, end = _head_span(doc)
    if len(keys) != 1 or start != end:
        raise RefusedError(error("REWRITE.no-head", Place(doc.file)))
    last = row_end(doc.text)
    rows = last.join(entry_rows(keys[0], value, ""))
    made = f"{rows}{last}" if start else f"---{last}{rows}{last}---{last}{last}"
    try:
        new = doc.again(doc.text[:start] + made + doc.text[start:])
    except StopError as stop:
        raise RefusedError(*stop.diagnostics) from stop
    if [_known(p) for _, p in passages(doc.story)] != [_known(p) for _, p in passages(new.story)]:
        raise RefusedError(error("REWRITE.unsure", Place(doc.file)))
    return new


def head_words(doc: StoryText, key: str, start: int, *, before: str, after: str) -> StoryText:
    """The story with some words of a value of its head changed: those at `start`, or the only ones
    that are so. Raises `RefusedError`."""
    head = head_of(doc)
    if head is None:
        raise RefusedError(error("REWRITE.no-head", Place(doc.file)))
    found = find(head, [key], HEAD)
    value = getattr(found.read, "text", None)
    if found.rest or not isinstance(value, str):
        raise RefusedError(error("REWRITE.no-such", head.place(found.node.start), key=key))
    return set_head(doc, [key], spliced(value, start, before, after, head.place(found.node.start)))


def spliced(value: str, start: int, before: str, after: str, place: Place) -> str:
    """A value with `after` in place of `before`: at `start`, or where it is the only one."""
    if value[max(start, 0) : max(start, 0) + len(before)] != before or start < 0:
        if not before or value.count(before) != 1:
            raise RefusedError(error("REWRITE.other-words", place, words=shown(before, 40)))
        start = value.index(before)
    return value[:start] + after + value[start + len(before) :]


def words_at(doc: StoryText, at: int) -> tuple[str, int] | None:
    """The name of the paragraph that a character of the file is set in, and its number in that;
    None where it is in none."""
    for name, paragraph in passages(doc.story):
        if _touches(doc, paragraph, at, at):
            found = origins(paragraph, doc.text, doc.starts)
            if at in found:
                return name, found.index(at)
    return None
