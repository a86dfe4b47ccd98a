"""The log of changes by hand, on the disk beside the edition: what was there, what is there now.

Each row is one record with a checksum, so that a row that was torn is seen and left out. A change
is logged before the file is written; one that was never written is seen by the file's digest.
"""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from layout.files import write_file
from layout.record import record
from layout.revise.stretches import UndoSpan
from layout.revise.valued import FORMS
from layout.words.said import Said, said

LOG: Final = "undo.jsonl"
MOST_STEPS: Final = 200
"""Changes that can be undone."""
MOST_BYTES: Final = 4 * 1024 * 1024
"""Bytes of a log that are read; it is written anew, shorter, before it comes near."""
LARGE: Final = 256 * 1024
"""Bytes from which on it is written anew: it is read at each change."""
LABELS: Final = (
    *("part.revised-place", "part.revised-swap", "part.revised-set", "part.revised-words"),
    *("part.revised-words-put", "part.revised-words-cut"),
    *("part.revised-picture", "part.revised-insert", "part.revised-remove", "part.revised-move"),
    *FORMS,
    *("part.revised-mark", "part.revised-unmark", "part.revised-amend", "part.revised-reading"),
)
"""What may be said of a change: what stands in a file is not believed."""


@record
class UndoFile:
    """What a change has made of a file: its name from the edition's folder on, the digests before
    and after, and the stretches that are others."""

    file: str
    was: str
    became: str
    spans: tuple[UndoSpan, ...]


@record
class UndoEntry(UndoFile):
    """A change: its number, its file, what is said of it, and what it has made of another file, so
    that what that says of the first holds."""

    number: int
    label: Said
    also: UndoFile | None = None


@record
class History:
    """What may be undone, the last one last, and what may be done again, the next one last."""

    done: tuple[UndoEntry, ...] = ()
    undone: tuple[UndoEntry, ...] = ()
    number: int = 0


class UndoLog:
    """The log of one edition. Who uses it holds the edition's lock."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOG
        self._stamp: tuple[int, ...] | None = None
        self._history = History()
        self._last: dict[str, Any] = {}

    @property
    def path(self) -> Path:
        """Its file."""
        return self._path

    def history(self) -> History:
        """What stands in it now, another process's changes too. Never raises for damage."""
        stamp = self._look()
        if stamp != self._stamp:
            records = list(self._records())
            self._history = _replayed(records)
            self._last = records[-1] if records else {}
            self._stamp = stamp
        return self._history

    def forget(self) -> None:
        """Read it anew when it is asked next."""
        self._stamp = None

    def did(self, entry: UndoEntry) -> None:
        """A change is about to be written; what was undone before it is gone. Raises `OSError`."""
        self._append({"what": "do", **_as_json(entry)})

    def undid(self, entry: UndoEntry, was: str, became: str) -> None:
        """A change is about to be undone, by which a file of digest `was` `became` another."""
        self._append({"what": "undo", "of": entry.number, "was": was, "is": became})

    def redid(self, entry: UndoEntry, was: str, became: str) -> None:
        """A change is about to be done again."""
        self._append({"what": "redo", "of": entry.number, "was": was, "is": became})

    def void(self) -> None:
        """The last record did not come true."""
        self._append({"what": "void"})

    def last(self) -> tuple[str, str, str] | None:
        """Of the last record: its file, and the digests before and after; None where it is void."""
        history, found = self.history(), self._last
        file = found.get("file")
        if file is None and found.get("what") in ("undo", "redo"):
            of = (history.undone if found["what"] == "undo" else history.done)[-1:]
            file = of[0].file if of and of[0].number == found.get("of") else None
        if found.get("what") == "void" or not isinstance(file, str):
            return None
        return file, str(found.get("was")), str(found.get("is"))

    def shorten(self) -> None:
        """Write it anew with what can still be undone, where it has grown long."""
        try:
            size = self._path.stat().st_size
        except OSError:
            return
        history = self.history()
        if size < LARGE:
            return
        rows = [_row({"what": "do", **_as_json(e)}) for e in history.done[-MOST_STEPS:]]
        kept = sum(map(len, rows))
        while len(rows) > 1 and kept > LARGE // 2:
            kept -= len(rows.pop(0))
        for entry in reversed(history.undone):
            rows.append(_row({"what": "do", **_as_json(entry)}))
        for entry in history.undone:
            rows.append(_row({"what": "undo", "of": entry.number, "was": "", "is": ""}))
        write_file(self._path, "".join(rows).encode())
        self._stamp = None

    def _append(self, what: dict[str, Any]) -> None:
        row = _row(what)
        self._path.parent.mkdir(exist_ok=True)
        torn = False
        with self._path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                torn = file.read(1) != b"\n"
            file.write((b"\n" if torn else b"") + row.encode())
            file.flush()
            os.fsync(file.fileno())
        self._stamp = None

    def _look(self) -> tuple[int, ...]:
        try:
            facts = self._path.stat()
        except OSError:
            return ()
        return facts.st_size, facts.st_mtime_ns, facts.st_ino

    def _records(self) -> Iterator[dict[str, Any]]:
        try:
            with self._path.open("rb") as file:
                data = file.read(MOST_BYTES)
        except OSError:
            return
        for row in data.split(b"\n"):
            found = _read_row(row)
            if found is not None:
                yield found


def _row(what: dict[str, Any]) -> str:
    text = json.dumps(what, ensure_ascii=True, separators=(",", ":"))
    return f"{text}\t{crc32(text.encode()):08x}\n"


def _read_row(row: bytes) -> dict[str, Any] | None:
    text, sign, check = row.rpartition(b"\t")
    if not sign or check != f"{crc32(text):08x}".encode():
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _replayed(records: Iterable[dict[str, Any]]) -> History:
    """What the records come to."""
    done: list[UndoEntry] = []
    undone: list[UndoEntry] = []
    before: tuple[list[UndoEntry], list[UndoEntry]] = ([], [])
    number = 0
    for found in records:
        what = found.get("what")
        if what == "void":
            done, undone = before
            continue
        before = (list(done), list(undone))
        if what == "do":
            entry = _entry(found)
            if entry is not None:
                done.append(entry)
                undone = []
                number = max(number, entry.number)
        elif what == "undo" and done and done[-1].number == found.get("of"):
            undone.append(done.pop())
        elif what == "redo" and undone and undone[-1].number == found.get("of"):
            done.append(undone.pop())
    return History(done=tuple(done[-MOST_STEPS:]), undone=tuple(undone), number=number)


def _as_json(entry: UndoEntry) -> dict[str, Any]:
    found = {
        "n": entry.number,
        **_of_file(entry),
        "label": [entry.label.key, dict(entry.label.values)],
    }
    return found if entry.also is None else {**found, "also": _of_file(entry.also)}


def _of_file(one: UndoFile) -> dict[str, Any]:
    spans = [[s.at, s.old, s.new, *s.old_around, *s.new_around] for s in one.spans]
    return {"file": one.file, "was": one.was, "is": one.became, "spans": spans}


def _file(found: dict[str, Any]) -> UndoFile:
    """Raises what comes of a record that is not one of ours."""
    spans = tuple(
        UndoSpan(at=int(at), old=str(old), new=str(new), old_around=(str(a), str(b)),
             new_around=(str(c), str(d)))
        for at, old, new, a, b, c, d in found["spans"]
    )  # fmt: skip
    if any(span.at < 0 for span in spans):
        raise ValueError
    return UndoFile(
        file=str(found["file"]), was=str(found["was"]), became=str(found["is"]), spans=spans
    )


def _entry(found: dict[str, Any]) -> UndoEntry | None:
    """A record as a change; None where it is not one of ours."""
    try:
        key, values = found["label"]
        if key not in LABELS:
            return None
        texts = {str(name): str(value) for name, value in values.items()}
        one, also = _file(found), found.get("also")
        return UndoEntry(
            number=int(found["n"]), file=one.file, was=one.was, became=one.became, spans=one.spans,
            label=said(str(key), **texts), also=None if also is None else _file(also),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
