"""From the file of a reading to its corrections: entry by entry, so that one that nobody can read
keeps none of the others back."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.record import replace
from layout.spec.model.corrections import MOST, Corrections, WordCorrection
from layout.spec.reader.fields import RecordKind, mistyped, read_each, read_model
from layout.spec.reader.nodes import MAX_FAULTS, Mapping, Sequence, parse_yaml, what
from layout.words.said import said

LIST: Final = "corrections"


def load_corrections(data: bytes, file: str) -> Corrections:
    """The corrections of a reading, from the bytes of their file. Entries with which something is
    wrong are left out, and told in its `faults`; the others keep their numbers. Raises `StopError`
    where the file is none of corrections: not YAML, or without a list of them."""
    found: list[Diagnostic] = []
    root = parse_yaml(data, file, found)
    if not isinstance(root, Mapping):
        noun = said("part.corrections")
        told = said("ROOT.mapping", what=what(root), kind=noun, hint=mistyped(root))
        raise StopError([*found, error(told, root.place)])
    listed = next((value for key, value in root.entries if key.text == LIST), None)
    if not isinstance(listed, Sequence):
        read_model(Corrections, root, found)
        raise StopError(found)
    places = [one.where for one in found if one.severity == "error"]
    amiss = {_number_at(root, listed, at) for at in places if isinstance(at, Place)}
    given = read_model(Corrections, _without(root, listed), found)
    if given is None:
        raise StopError(found)
    items = listed
    if len(listed.items) > MOST:
        told = said("VALUE.count", values=len(listed.items), least=0, most=MOST)
        found.append(error(told.having(path=LIST), listed.place))
        items = Sequence(listed.items[:MOST], listed.place)
    read: list[WordCorrection] = []
    numbers: list[int] = []
    for number, (entry, faults) in enumerate(read_each(RecordKind(WordCorrection), items, LIST), 1):
        found += faults
        if entry is not None and number not in amiss:
            read.append(entry)
            numbers.append(number)
    return replace(given, corrections=tuple(read), numbers=tuple(numbers), faults=_no_more(found))


def _without(root: Mapping, listed: Sequence) -> Mapping:
    """What a file says at its head, with a list in which nothing is."""
    none = Sequence((), listed.place)
    entries = [(key, none if value is listed else value) for key, value in root.entries]
    return Mapping(tuple(entries), root.place)


def _number_at(root: Mapping, listed: Sequence, place: Place) -> int:
    """In which member of a list a place is, from 1; 0 where it is in none. A key that stands twice
    is in no tree: it is known by its row and column."""
    at = (place.line or 0, place.column or 0)
    if root.entries and at[1] == root.entries[0][0].place.column:
        return 0  # what is in the list stands farther in than the keys of the file
    number, last = 0, (0, 0)
    for k, one in enumerate(listed.items, 1):
        begin = (one.place.line or 0, one.place.column or 0)
        if last < begin <= at:  # an alias has the place of what it stands for
            number, last = k, begin
    return number


def _no_more(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """So many faults of a file as are told at once."""
    if len(found) <= MAX_FAULTS:
        return tuple(found)
    few = found[:MAX_FAULTS]
    return (*few, error("TOO-MANY.faults", few[-1].where, most=MAX_FAULTS))
