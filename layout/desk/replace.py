"""Words of an edition put in place of others: all files, or none."""

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from layout.desk.paper import ChangedFiles, CopyFile, Paper
from layout.desk.words import WordPlace, find, replaced
from layout.diagnostics import Diagnostic, Place, StopError, error, shown, warning
from layout.files import WriteError, put_in_place, take_away, write_beside, write_file
from layout.record import record, replace
from layout.spec.load import reads_well
from layout.words.said import said

MOST_WORDS: Final = 200
"""Characters of what is looked for: a sentence, no paragraph."""


@record
class Places:
    """The places of the words in a file, in order."""

    copy: CopyFile
    found: tuple[WordPlace, ...]


def places(paper: Paper, words: str, besides: Sequence[str] = ()) -> Iterator[Places]:
    """Where words stand in the files of a paper: in stories and tables, then in specs."""
    for copy in paper.files:
        found = find(copy.text, words, besides=besides, joined=copy.joined, keyed=copy.spec)
        every = tuple(found)
        if every:
            yield Places(copy=copy, found=every)


def unfit(words: str, new: str | None = None, besides: Sequence[str] = ()) -> Diagnostic | None:
    """What is wrong with what is asked for; None when it can be done."""
    for text in (words, *besides, *(() if new is None else (new,))):
        if len(text) > MOST_WORDS:
            return error("WORDS.long", most=MOST_WORDS, characters=len(text))
        if not text.isprintable():
            return error("WORDS.unseen", words=shown(text))
    if not words.strip():
        return error("WORDS.none")
    if words == new:
        return error("WORDS.same", words=words)
    for other in besides:
        if words not in other or words == other:
            return error("WORDS.besides", other=other, words=words)
    return None


def left(found: Sequence[Places]) -> Iterator[Diagnostic]:
    """A warning for each place that is not changed: in a spec, or parted by a mark."""
    for one in found:
        for place in one.found:
            where = Place(one.copy.label, place.line, place.column)
            if one.copy.spec:
                yield warning("WORDS.spec", where, words=place.words)
            elif place.parted:
                yield warning("WORDS.parted", where, words=place.words)


def to_change(found: Sequence[Places]) -> list[Places]:
    """The places that can be changed: in stories and tables, parted by no mark."""
    kept = (
        replace(one, found=tuple(place for place in one.found if not place.parted))
        for one in found
        if not one.copy.spec
    )
    return [one for one in kept if one.found]


def replace_all(paper: Paper, found: Sequence[Places], new: str) -> tuple[str, ...]:
    """Write every story and table with `new` at the places found; the labels of those written.

    All files are written, or none: the pages are read first as they would be. Raises `StopError`
    where one could not be read any more, or has been changed since; `WriteError`.
    """
    changed = {
        one.copy: (one.copy.mark + replaced(one.copy.text, one.found, new)).encode()
        for one in to_change(found)
    }
    after = ChangedFiles(paper.environment, {c.path: data for c, data in changed.items()})
    faults = reads_well(after, paper.pages)
    if faults:
        raise StopError([error("WORDS.breaks", new=shown(new)), *faults])
    for copy in changed:
        if _read_again(copy.path) != copy.data:
            raise StopError([error("WORDS.changed", Place(copy.label))])
    _write({copy.path: data for copy, data in changed.items()}, {c.path: c.data for c in changed})
    return tuple(copy.label for copy in changed)


def _read_again(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _write(new: dict[Path, bytes], old: dict[Path, bytes]) -> None:
    """Write all files beside, then put them in place; those in place go back if one cannot."""
    beside: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, data in new.items():
            beside[path] = write_beside(path, data)
            with contextlib.suppress(OSError):  # a share may have no modes
                shutil.copymode(path, beside[path])
        for path, part in beside.items():
            put_in_place(part, path)
            placed.append(path)
    except BaseException as exc:  # Ctrl-C too
        for part in beside.values():
            take_away(part)
        lost = [path for path in placed if not _put_back(path, old[path])]
        if lost:
            told = said("part.half-changed", files=tuple(map(str, lost)))
            raise WriteError(told) from exc
        raise


def _put_back(path: Path, data: bytes) -> bool:
    try:
        write_file(path, data)
    except WriteError:
        return False
    return True
