"""The corrections of a reading put into their file, taken out of it, and the reading named.

The file need not be there: it is begun with the first entry, and gone again when that is undone.
"""

from typing import Final

from layout.diagnostics import StopError, error, shown
from layout.revise.operation import Operation
from layout.rewrite.items import insert_item, remove_item
from layout.rewrite.keys import add_to_each, remove_key
from layout.rewrite.scalars import Value
from layout.rewrite.setting import set_value
from layout.rewrite.texts import RefusedError, TextChange, row_end, rows_of
from layout.rewrite.values import as_data, in_rows
from layout.rewrite.yamltext import (
    YamlText,
    becomes,
    data_of,
    find,
    rewritten,
    yaml_text,
)
from layout.spec.model.corrections import Corrections
from layout.spec.reader.fields import RecordKind
from layout.spec.reader.nodes import Sequence
from layout.words.said import Said, said

READING: Final = RecordKind(Corrections)
LIST: Final = "corrections"
HEAD: Final = ("reading", "by")
"""What is said once for all entries."""
MOST_QUOTED: Final = 24
AMENDED_KEYS: Final = ("words", "should_be", "delete", "nth")
"""What of an entry is written anew where its words are others."""
AMENDED: Final = frozenset({"number", *AMENDED_KEYS})


def read_anew(
    op: Operation, text: str, file: str, may: frozenset[str] = frozenset()
) -> tuple[str, Said]:
    """The text of a file of corrections after a change of it, and what is said of that: an entry
    put at its end (`mark`), one taken out (`unmark`), the words of some written anew (`amend`), the
    reading named (`reading`). With
    `may` comments of an entry go with it. Raises `RefusedError`, `StopError`."""
    if op.kind == "mark":
        entry = op.value("entry")
        if not isinstance(entry, dict) or not entry:
            raise op.amiss("entry")
        words = entry.get("words")
        told = said("part.revised-mark", words=shown(str(words or ""), MOST_QUOTED))
        if _empty(text):
            return text + _begun(op, text, entry), told
        return _added(yaml_text(text, file), entry).text, told
    if op.kind == "unmark":
        doc = yaml_text(text, file)
        number = op.whole("number", 1)
        found = find(doc, [LIST, str(number)], READING)
        own = data_of(found.read)
        words = own.get("words") if isinstance(own, dict) else ""
        made = remove_item(doc, [LIST, str(number)], READING, may)
        return made.text, said("part.revised-unmark", words=shown(str(words), MOST_QUOTED))
    if op.kind == "amend":
        return _amended(op, yaml_text(text, file)), said("part.revised-amend")
    name = op.text("reading", 20)
    told = said("part.revised-reading", reading=name)
    if _empty(text):
        return text + _begun(op, text, None), told
    doc = _each_its_own(yaml_text(text, file), name)
    if name:
        return set_value(doc, ["reading"], name, READING).text, told
    if find(doc, ["reading"], READING).rest:
        return text, told
    return remove_key(doc, ["reading"], READING, frozenset()).text, told


def _amended(op: Operation, doc: YamlText) -> str:
    """The text with other words in entries of it: of each its number, and the values of keys; None
    takes a key away."""
    given = op.value("entries")
    if not isinstance(given, list) or not given:
        raise op.amiss("entries")
    for one in given:
        number = one.get("number") if isinstance(one, dict) else None
        if not isinstance(one, dict) or not isinstance(number, int) or not one.keys() <= AMENDED:
            raise op.amiss("entries")
        path = [LIST, str(number)]
        if find(doc, path, READING).rest:
            raise op.amiss("entries")
        for key in (key for key in AMENDED_KEYS if key in one):
            if one[key] is None:
                doc = remove_key(doc, [*path, key], READING, frozenset())
            else:
                doc = set_value(doc, [*path, key], one[key], READING)
    return doc.text


def _each_its_own(doc: YamlText, name: str) -> YamlText:
    """The text with the reading of its head in each entry that names none, where the head is to
    name another: what an entry says is never changed by that."""
    head, found = find(doc, ["reading"], READING), find(doc, [LIST], READING)
    before = None if head.rest else data_of(head.read)
    if not before or before == name or found.rest:
        return doc
    return add_to_each(doc, found, "reading", str(before))


def stepped(text: str, begun: str, file: str, *, again: bool) -> str | None:
    """The text of a file of corrections that was begun as `begun`, with one entry, and has been
    changed since by others: without that entry, or, done `again`, with it. None where it is not to
    be found there, or not once."""
    try:
        was, doc = yaml_text(begun, file), yaml_text(text, file)
        entries = _entries(was)
        if len(entries) != 1:
            return None
        here = [k for k, one in enumerate(_entries(doc), 1) if one == entries[0]]
        if again:
            return None if here else _added(doc, entries[0]).text
        if len(here) != 1:
            return None
        return remove_item(doc, [LIST, str(here[0])], READING, frozenset()).text
    except (RefusedError, StopError):  # half of a file, or comments that would go with it
        return None


def _entries(doc: YamlText) -> list[Value]:
    found = find(doc, [LIST], READING)
    data = None if found.rest else data_of(found.read)
    return data if isinstance(data, list) else []


def _empty(text: str) -> bool:
    """Whether a file says nothing: it is not there, or holds comments alone."""
    return all(not row or row.startswith("#") for row in map(str.strip, rows_of(text)))


def _begun(op: Operation, text: str, entry: dict[str, Value] | None) -> str:
    """What a file begins with, behind what comments it has."""
    end = row_end(text)
    rows: list[str] = []
    for key in HEAD:
        if op.has(key) and (value := op.text(key, 40)):
            rows += in_rows({key: value}, "")
    if entry is None:
        rows.append(f"{LIST}: []")
    else:
        rows += [f"{LIST}:", *_item(entry)]
    lead = end if text and not text.endswith(("\n", "\r")) else ""
    return lead + end.join(rows) + end


def _item(entry: Value) -> list[str]:
    return [f"  {row}" for row in in_rows([entry], "")]


def _added(doc: YamlText, entry: Value) -> YamlText:
    """The text with an entry more, the last one."""
    found = find(doc, [LIST], READING)
    data = None if found.rest else data_of(found.read)
    if found.rest or data:
        count = len(found.read.items) if isinstance(found.read, Sequence) else 0
        return insert_item(doc, [LIST], count + 1, entry, READING)
    if found.flow or not isinstance(data, list | None):
        raise RefusedError(error("REWRITE.no-list", doc.place(found.node.start)))
    # An empty list is opened in rows, so that each entry has its own.
    end = row_end(doc.text)
    behind = len(doc.text[: found.node.start].rstrip(" \t"))
    made = end + end.join(_item(entry))
    meant = {id(found.read): becomes([as_data(entry)])}
    return rewritten(doc, [TextChange(behind, found.node.end, made)], meant)
