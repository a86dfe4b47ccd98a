"""A change carried out on the text of its file; nothing is written here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from layout.diagnostics import Diagnostic, Place, error, shown
from layout.record import record
from layout.revise.blocks import block_at, picture, place, swap, touched
from layout.revise.issue import READING, STORY, TABLE, RevisedIssue, kind_of_file, record_of
from layout.revise.operation import MOST_SET, Operation, path_of
from layout.revise.reading import read_anew
from layout.revise.told import UnansweredError
from layout.revise.uses import anchor_uses, of_value
from layout.revise.valued import said_of_value
from layout.rewrite.cells import set_cell_words
from layout.rewrite.items import insert_item, move_item, remove_item
from layout.rewrite.keys import remove_key
from layout.rewrite.locate import keys_at
from layout.rewrite.scalars import Value
from layout.rewrite.setting import set_value
from layout.rewrite.story import (
    StoryText,
    head_of,
    head_words,
    set_head,
    set_source,
    set_words,
    spliced,
    story_text,
    words_at,
)
from layout.rewrite.texts import RefusedError
from layout.rewrite.values import checked_value
from layout.rewrite.yamltext import COMMENTS, YamlText, data_of, find, yaml_text
from layout.spec.reader.fields import RecordKind, read_model
from layout.spec.reader.nodes import Mapping, parse_text
from layout.spec.resolve.defaults import NAMES
from layout.words.said import Said, said

SHARED: Final = "shared"
OF_READING: Final = ("mark", "unmark", "amend", "reading")
"""Changes of the file of corrections."""
T = TypeVar("T")
MOST_QUOTED: Final = 24
"""Characters of words that the label of a change quotes."""


@record
class Setting:
    """Where a change is made: the edition, the file, what that is, its text, and to what a person
    has agreed: `agreed` says whether to something that is needed."""

    issue: RevisedIssue
    path: Path
    text: str
    agreed: Callable[[str], bool]

    @property
    def kind(self) -> str:
        """What the file is."""
        return kind_of_file(self.issue, self.path)

    @property
    def label(self) -> str:
        """The file as messages name it."""
        return self.issue.label(self.path)

    def story(self) -> StoryText:
        """The file as a story, read as the pages do that have it."""
        rows, names = None, frozenset(NAMES)
        for sources in self.issue.sources.values():
            if any(story is not None and story.name == self.label for story in sources.stories):
                rows = sources.edition.paragraphs
                for sheet, _ in sources.sheets:
                    names |= {*(sheet.styles or ()), *(sheet.colors or ())}
                break
        return story_text(self.text, self.label, rows, names)


def carried(op: Operation, at: Setting) -> tuple[str, Said]:
    """The text of the file after a change, and what is said of that. Raises `RefusedError`,
    `UnansweredError`, `StopError` for a file that cannot be read as it is."""
    kind = at.kind
    if op.kind == "words":
        return _words(op, at, kind), _said_of_words(op)
    if kind == STORY and op.kind == "set":
        return _set_head(op, at)
    may = frozenset({COMMENTS}) if at.agreed(_comments(op)) else frozenset()
    if op.kind in OF_READING and kind == READING:
        return _asking(op, lambda: read_anew(op, at.text, at.label, may))
    if kind in (STORY, TABLE) or op.kind in OF_READING:
        raise RefusedError(error("REVISE.not-here", op.place, op=op.kind))
    doc = yaml_text(at.text, at.label)
    made, label = _asking(op, lambda: _yaml(op, at, doc, record_of(kind), may))
    return made.text, label


def _asking(op: Operation, work: Callable[[], T]) -> T:
    """What some work gives; where comments would go with it that is asked. Raises what it does, and
    `UnansweredError`."""
    try:
        return work()
    except RefusedError as exc:
        if exc.may != COMMENTS:
            raise
        first = exc.diagnostics[0]
        raise UnansweredError(first, first.said, (), _comments(op)) from exc


def _said_of_words(op: Operation) -> Said:
    """What is said of changed words: they were put in, taken out, or are others now."""
    before, after = (op.text(key, 100_000) for key in ("before", "after"))
    if not before:
        return said("part.revised-words-put", after=shown(after, MOST_QUOTED))
    if not after:
        return said("part.revised-words-cut", before=shown(before, MOST_QUOTED))
    return said(
        "part.revised-words",
        before=shown(before, MOST_QUOTED),
        after=shown(after, MOST_QUOTED),
    )


def _comments(op: Operation) -> str:
    """What is agreed to where comments go: with this very change alone."""
    given = {key: value for key, value in op.given.items() if key != "confirm"}
    return f"comments\0{sorted((key, repr(value)) for key, value in given.items())}"


def _yaml(
    op: Operation, at: Setting, doc: YamlText, model: RecordKind, may: frozenset[str]
) -> tuple[YamlText, Said]:
    """A change of a YAML file."""
    if op.kind in ("place", "swap", "picture"):
        if at.kind != "page":
            raise RefusedError(error("REVISE.not-here", op.place, op=op.kind))
        for name in ("a", "b") if op.kind == "swap" else ("block",):
            block = block_at(doc, op.text(name), op)
            _ask(op, at, doc, [*block.keys, *touched(block, op)], model)
        if op.kind == "swap":
            made = swap(doc, op, may)
            a, b = shown(op.text("a"), MOST_QUOTED), shown(op.text("b"), MOST_QUOTED)
            return made, said("part.revised-swap", a=a, b=b)
        made = (place if op.kind == "place" else picture)(doc, op, may)
        name = shown(op.text("block"), MOST_QUOTED)
        if op.kind == "place":
            return made, said("part.revised-place", block=name)
        return made, said("part.revised-picture", block=name)
    if op.kind == "set":
        return _set(op, at, doc, model, may)
    keys = op.keys("path")
    name = _name_of(keys)
    _ask(op, at, doc, keys, model)
    if op.kind == "insert":
        number = op.whole("before", 1) if op.has("before") else 0
        number = number or (op.whole("after") + 1 if op.has("after") else 0)
        value = op.value("value")
        made = insert_item(doc, keys, number or _length(doc, keys, model) + 1, value, model)
        return made, said("part.revised-insert", path=name)
    if op.kind == "move":
        made = move_item(doc, keys, op.whole("to", 1), model)
        return made, said("part.revised-move", path=name)
    found = find(doc, keys, model)
    if found.rest or not found.steps:
        raise RefusedError(error("REWRITE.no-such", op.place, key=name))
    if isinstance(found.steps[-1].read, Mapping):
        return remove_key(doc, keys, model, may), said("part.revised-remove", path=name)
    return remove_item(doc, keys, model, may), said("part.revised-remove", path=name)


def _length(doc: YamlText, keys: list[str], model: RecordKind) -> int:
    found = find(doc, keys, model)
    data = None if found.rest else data_of(found.read)
    return len(data) if isinstance(data, list) else 0


def _pairs(op: Operation) -> list[tuple[list[str], Value]]:
    """The paths and values that one step sets."""
    if not op.has("values"):
        return [(op.keys("path"), op.value("value"))]
    given = op.given["values"]
    if not isinstance(given, list) or not 0 < len(given) <= MOST_SET:
        raise op.amiss("values")
    out = []
    for each in given:
        if not isinstance(each, dict) or "value" not in each:
            raise op.amiss("values")
        keys = path_of(each.get("path"), op.amiss("values"))
        out.append((keys, checked_value(each["value"], op.place)))
    return out


def _set(
    op: Operation, at: Setting, doc: YamlText, model: RecordKind, may: frozenset[str]
) -> tuple[YamlText, Said]:
    pairs = _pairs(op)
    told = said_of_value(doc.data, _block_keys(doc, pairs[0][0]), pairs[0][1])
    for keys, value in pairs:
        keys = _block_keys(doc, keys)  # noqa: PLW2901
        _ask(op, at, doc, keys, model)
        if value is None:
            doc = remove_key(doc, keys, model, may)
        else:
            doc = set_value(doc, keys, value, model, may)
    return doc, told


def _name_of(keys: list[str]) -> str:
    """What is said to be changed: of a block from its name on."""
    return shown(".".join(keys[1:] if keys[0] == "blocks" and len(keys) > 1 else keys), 40)


def _block_keys(doc: YamlText, keys: list[str]) -> list[str]:
    """The keys, `blocks.block-3` for the third block that has no id."""
    if len(keys) > 1 and keys[0] == "blocks" and keys[1].startswith("block-"):
        number = keys[1].removeprefix("block-")
        data = doc.data.get("blocks") if isinstance(doc.data, dict) else None
        named = any(isinstance(b, dict) and b.get("id") == keys[1] for b in data or ())
        if number.isdigit() and not named:
            return ["blocks", number, *keys[2:]]
    return keys


def _ask(op: Operation, at: Setting, doc: YamlText, keys: list[str], model: RecordKind) -> None:
    """Ask where others use the value that is changed: of an edition, a style sheet, an anchor.
    Raises `UnansweredError`."""
    kind = at.kind
    found = find(doc, keys, model)
    if found.shared:
        users = anchor_uses(doc, found.shared)
        names = tuple(f"&{name}" for name in found.shared)
        need = f"{SHARED}\0{at.label}\0{names}\0{users.block_names}"
        if users.blocks and not at.agreed(need):
            told = error("REVISE.shared", op.place, names=names)
            question = said("part.ask-shared", names=names, count=users.blocks)
            raise UnansweredError(told, question, users.block_names, need)
    uses = of_value(at.issue, at.path, kind, keys)
    others = uses.pages > 1 or uses.blocks > 1
    if not others:
        return
    name = ".".join(keys[:2]) if kind == "styles" else keys[0]
    need = f"{kind}\0{at.label}\0{name}\0{uses}"
    if at.agreed(need):
        return
    told = error("REVISE.used", op.place, name=name, pages=uses.pages, blocks=uses.blocks)
    users_named = uses.block_names or uses.page_names
    question = said(
        "part.ask-style" if uses.blocks else "part.ask-pages",
        name=name,
        pages=uses.pages,
        blocks=uses.blocks,
    )
    raise UnansweredError(told, question, users_named, need)


def _set_head(op: Operation, at: Setting) -> tuple[str, Said]:
    """Values of a story's head set."""
    doc = at.story()
    pairs = _pairs(op)
    head = head_of(doc)
    data = head.data if head is not None else {}
    told = said_of_value(data, pairs[0][0], pairs[0][1], owner=at.path.name)
    may = frozenset({COMMENTS}) if at.agreed(_comments(op)) else frozenset()
    for keys, value in pairs:
        doc = _asking(op, partial(set_head, doc, keys, value, may))
    return doc.text, told


def _words(op: Operation, at: Setting, kind: str) -> str:
    """Words of a story, a table or a spec."""
    before, after = op.text("before", 100_000), op.text("after", 100_000)
    if kind == STORY:
        return _story_words(op, at, before, after)
    start = _offset(op, at) if not op.has("start") else op.whole("start")
    if at.text[start : start + len(before)] != before and not op.has("line"):
        raise RefusedError(error("REWRITE.other-words", op.place, words=shown(before, 40)))
    if kind == TABLE:
        return set_cell_words(at.text, at.label, start, before=before, after=after)
    doc = yaml_text(at.text, at.label)
    found = keys_at(doc, start)
    if found is None:
        raise RefusedError(error("REWRITE.other-words", op.place, words=shown(before, 40)))
    keys, value, inside = found
    model = record_of(kind)
    _ask(op, at, doc, keys, model)
    new = spliced(value, inside, before, after, doc.place(start))
    return set_value(doc, keys, new, model).text


def _story_words(op: Operation, at: Setting, before: str, after: str) -> str:
    doc = at.story()
    if op.has("key"):
        start = op.whole("start") if op.has("start") else -1
        return head_words(doc, op.text("key", 40), start, before=before, after=after).text
    if op.has("paragraph") or op.has("note"):
        name = f"^{op.text('note', 20)}" if op.has("note") else str(op.whole("paragraph", 1))
        start, end = op.whole("start"), op.whole("end")
        return set_words(doc, name, start, end, before=before, after=after).text
    if op.has("start"):
        start, end = op.whole("start"), op.whole("end")
        return set_source(doc, start, end, before=before, after=after).text
    offset = _offset(op, at)
    found = words_at(doc, offset)
    if found is not None:
        name, number = found
        return set_words(doc, name, number, number + len(before), before=before, after=after).text
    return set_source(doc, offset, offset + len(before), before=before, after=after).text


def _offset(op: Operation, at: Setting) -> int:
    """The offset of a line and column, both from 1."""
    from layout.rewrite.blockrows import row_text

    line, column = op.whole("line", 1), op.whole("column", 1)
    starts = row_text(at.text).starts
    if line > len(starts):
        raise op.amiss("line")
    return min(starts[line - 1] + column - 1, len(at.text))


def faults_of(at: Setting, text: str) -> list[Diagnostic]:
    """What is wrong with the file by its own model, as far as it can be told from it alone."""
    kind = at.kind
    if kind in (STORY, TABLE):
        return []
    read = parse_text(text, at.label)
    found: list[Diagnostic] = []
    if isinstance(read, Mapping):
        read_model(record_of(kind).cls, read, found)
    else:  # what is left of a file whose head went says nothing
        found.append(error("REWRITE.unsure", Place(at.label)))
    return [fault for fault in found if fault.severity == "error"]
