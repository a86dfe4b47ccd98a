"""What an earlier run left in a folder of proofs: what this one did not make anew would stand there
as if it were of today.

A list beside the files says which run made which, of which pages, with the digest of each: what a
person has changed or put there is never taken away.
"""

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from layout.errors import BanxinError
from layout.files import digest_of_file, write_file
from layout.record import record

LIST: Final = ".banxin-proof.json"
MOST_LIST: Final = 8 << 20


@record(kw_only=False)
class LeftBehind:
    """Files of an earlier run: those that were taken away, and those that a person has changed,
    which stay."""

    gone: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()


@record(kw_only=False)
class _Listed:
    """A file that was made: of which pages and edition, by their paths from the folder."""

    digest: str
    of: frozenset[str]
    edition: str = ""

    def as_json(self) -> dict[str, object]:
        return {"digest": self.digest, "of": sorted(self.of), "edition": self.edition}


class ProofFolder:
    """A folder into which proofs are written, run after run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._new: dict[str, _Listed] = {}

    def write(self, name: str, data: bytes, specs: Iterable[Path], edition: Path | None) -> Path:
        """A file of these pages, written whole. Raises `WriteError`."""
        path = write_file(self._folder / name, data)
        of = frozenset(self._from_here(spec) for spec in specs)
        whole = self._from_here(edition) if edition is not None else ""
        self._new[name] = _Listed(sha256(data).hexdigest(), of, whole)
        return path

    def end(self, specs: Iterable[Path], editions: Iterable[Path]) -> LeftBehind:
        """Take away what an earlier run made of pages that were all proofed now, or are of an
        edition that was, and that has not been made anew. Raises `WriteError`."""
        now = {self._from_here(spec) for spec in specs}
        wholes = {self._from_here(edition) for edition in editions}
        kept: dict[str, _Listed] = {}
        gone, stay = [], []
        for name, made in self._listed():
            if name in self._new:
                continue
            if not (made.of <= now or made.edition in wholes):
                kept[name] = made
            elif digest_of_file(self._folder / name) == made.digest:
                with contextlib.suppress(OSError):
                    (self._folder / name).unlink()
                    gone.append(name)
            elif (self._folder / name).exists():
                stay.append(name)
        self._write(kept | self._new)
        return LeftBehind(tuple(gone), tuple(stay))

    def _from_here(self, path: Path) -> str:
        """A path from the folder: both may have been moved together."""
        try:
            return Path(os.path.relpath(path.resolve(), self._folder.resolve())).as_posix()
        except (OSError, ValueError):  # another drive
            return str(path)

    def _listed(self) -> Iterator[tuple[str, _Listed]]:
        """What earlier runs made; nothing where the list is missing, or is none."""
        path = self._folder / LIST
        try:
            if not path.is_file() or path.stat().st_size > MOST_LIST:
                return
            read: Any = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return
        rows = read.get("files") if isinstance(read, dict) else None
        for name, row in rows.items() if isinstance(rows, dict) else ():
            made = _made(row)
            if made is not None and Path(name).name == name and name not in (LIST, "..", "."):
                yield name, made

    def _write(self, files: dict[str, _Listed]) -> None:
        if not files and not (self._folder / LIST).exists():
            return
        rows = {name: made.as_json() for name, made in sorted(files.items())}
        with contextlib.suppress(BanxinError):  # the proof is made; the next run takes nothing away
            write_file(self._folder / LIST, f"{json.dumps({'files': rows}, indent=1)}\n".encode())


def _made(row: object) -> _Listed | None:
    if not isinstance(row, dict):
        return None
    digest, of, edition = row.get("digest"), row.get("of"), row.get("edition", "")
    if not isinstance(digest, str) or not isinstance(edition, str) or not isinstance(of, list):
        return None
    if not of or not all(isinstance(one, str) for one in of):
        return None
    return _Listed(digest, frozenset(of), edition)
