"""What is done, in a file beside the outputs: a line of JSON for each page and each edition.

A line is written when its files are in their places, and is on the disk when `sync` is done: the
pages of those that a power cut takes are made again. What a kill tears is the last line, which is
left out when the file is read and mended when it is next written to. A later line of the same page
goes before an earlier one.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from layout.archive.facts import MadeFacts, plain_facts, read_facts
from layout.archive.plain import is_file_name
from layout.files import WriteError, digest_of_file, put_in_place, unwritten, write_beside
from layout.record import record

NAME: Final = "banxin-manifest.jsonl"
MOST_BYTES: Final = 1 << 30


@record
class MadeEntry:
    """A page or an edition that was made: what of, what came of it, and what was found.

    `key` is the path of its spec from the project's root, `how` the digest of how it was made,
    `inputs` that of everything it was made of, `files` the names of these files, `root` where they
    lie, `program` the digest of what made it; `outputs` are the digests of the files made, by their
    names.
    """

    key: str
    how: str
    inputs: str
    files: tuple[str, ...]
    outputs: Mapping[str, str]
    facts: MadeFacts
    root: str = ""
    program: str = ""

    def line(self) -> bytes:
        """The entry as it is written."""
        row = {
            "of": self.key,
            "how": self.how,
            "input": self.inputs,
            "root": self.root,
            "program": self.program,
            "output": dict(self.outputs),
            **plain_facts(self.facts),
            "files": self.files,
        }
        return json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogateescape") + b"\n"

    def stands(self, folder: Path) -> bool:
        """Whether every file made is there, as it was made."""
        return not self.fallen(folder)

    def fallen(self, folder: Path) -> dict[str, str | None]:
        """The files made that are no longer as they were, each with its digest now; None for one
        that is gone, or is no file."""
        now = {name: digest_of_file(folder / name) for name in self.outputs}
        return {name: digest for name, digest in now.items() if digest != self.outputs[name]}


class Manifest:
    """The manifest of a folder; `unread` counts its lines that are none."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.unread = 0
        self._unsynced = False
        self._entries: dict[str, dict[str, MadeEntry]] = {}
        self._mend = False
        for line in self._lines():
            entry = read_entry(line)
            if entry is None:
                self._mend = True
                self.unread += 1
                continue
            of = self._entries.setdefault(entry.key, {})
            self._mend |= entry.how in of
            of[entry.how] = entry

    def entry(self, key: str, how: str) -> MadeEntry | None:
        """What was made of a spec in this way, as far as is known."""
        return self._entries.get(key, {}).get(how)

    def of(self, key: str) -> list[MadeEntry]:
        """What was made of a spec in any way."""
        return list(self._entries.get(key, {}).values())

    def made(self, name: str, digest: str) -> bool:
        """Whether a file of a name was made so, of whatever and in whatever way."""
        return any(one.outputs.get(name) == digest for one in self._all())

    def add(self, entries: Iterable[MadeEntry]) -> None:
        """Write down what was made. Raises `WriteError`."""
        new = {(one.key, one.how): one for one in entries}
        if not new:
            return
        for one in new.values():
            self._entries.setdefault(one.key, {})[one.how] = one
        if self._mend:
            self._write_anew()
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.write(b"".join([one.line() for one in new.values()]))
        except OSError as exc:
            raise WriteError(unwritten(self.path, exc)) from exc
        self._unsynced = True

    def sync(self) -> None:
        """See to it that what was added is on the disk. Raises `WriteError`."""
        if not self._unsynced:
            return
        self._unsynced = False
        try:
            with self.path.open("r+b") as file:
                os.fsync(file.fileno())
        except OSError as exc:
            raise WriteError(unwritten(self.path, exc)) from exc

    def forget(self) -> None:
        """Let go of what it holds: nothing more is asked of it, or added."""
        self._entries = {}

    def _write_anew(self) -> None:
        """Write it whole, each entry once: what was torn or is no longer true is gone."""
        lines = b"".join([one.line() for one in self._all()])
        beside = write_beside(self.path, lines)
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        put_in_place(beside, self.path)
        self._mend = False

    def _all(self) -> Iterator[MadeEntry]:
        return (one for of in self._entries.values() for one in of.values())

    def _lines(self) -> Iterator[bytes]:
        """The lines that are whole."""
        try:
            if self.path.stat().st_size > MOST_BYTES:
                self._mend = True
                return
            data = self.path.read_bytes()
        except OSError:
            return
        *whole, torn = data.split(b"\n")
        self._mend |= bool(torn)
        self.unread += bool(torn)
        yield from whole


def read_entry(line: bytes) -> MadeEntry | None:
    """The entry of a line; None where it is none."""
    try:
        row: Any = json.loads(line)
        files, outputs = row["files"], row["output"]
        texts = [row["of"], row["how"], row["input"], row["root"], row["program"]]
        texts += [*files, *outputs, *outputs.values()]
        if not all(isinstance(text, str) for text in texts):
            return None
        if not all(map(is_file_name, outputs)):
            return None
        return MadeEntry(
            key=row["of"],
            how=row["how"],
            inputs=row["input"],
            files=tuple(files),
            outputs=outputs,
            facts=read_facts(row),
            root=row["root"],
            program=row["program"],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
