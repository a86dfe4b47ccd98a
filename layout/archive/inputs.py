"""Which files a page was made of, with the digest of what was read: by way of the `Environment`.

Stages read nothing but what they ask of it, so what it was asked is what the page hangs on; a file
that was looked for and is not there belongs to it too. Files are named by their paths from the
project's root, a folder that is listed with a slash behind it.
"""

import json
import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from layout.environment import Files, stamp_of
from layout.pictures.profile import PACKED, PROFILES, SUFFIXES

Inputs = Mapping[str, str | None]
"""The digest of each file by its name, None of one that is not there."""

_FACES: Final = (".ttf", ".otf", ".ttc")
FONTS: Final = "fonts"
LOOKED_THROUGH: Final = {PROFILES: (*SUFFIXES, PACKED), FONTS: _FACES}
"""Folders of a project of which every file of some kinds is taken, without asking for it by name:
output profiles, and the faces of drawings."""
MOST_KEPT: Final = 4096
"""Files whose digests are kept, those asked for last: a worker is to stay as small as it was."""
_PART: Final = 1 << 20

Stamp = tuple[int, ...]


def digest_of_inputs(inputs: Inputs, options: str) -> str:
    """The one digest of all that an output depends on; `options` are how it is made, and the
    program that makes it."""
    rows = json.dumps([options, sorted(inputs.items())], ensure_ascii=True)
    return sha256(rows.encode("ascii")).hexdigest()


class FileDigests:
    """The digests of files, kept as long as size, times and number of a file are the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Stamp, str]] = {}

    def of(self, path: Path) -> str | None:
        """The digest of a file as it is now; None where there is none that can be read."""
        stamp = stamp_of(path)
        known = self.at(path, stamp)
        if not stamp or known is not None:
            return known
        found = sha256()
        try:
            with path.open("rb") as file:
                while part := file.read(_PART):
                    found.update(part)
        except OSError:  # a folder, or one that may not be read
            return None
        self.keep(path, stamp, found.hexdigest())
        return found.hexdigest()

    def keep(self, path: Path, stamp: Stamp, digest: str) -> None:
        """Remember what was read while a file had this stamp."""
        self._known.pop(str(path), None)
        self._known[str(path)] = (stamp, digest)
        if len(self._known) > MOST_KEPT:
            del self._known[next(iter(self._known))]

    def at(self, path: Path, stamp: Stamp) -> str | None:
        """The digest of what was read while a file had this stamp; None where that is unknown."""
        known = self._known.get(str(path))
        if not stamp or known is None or known[0] != stamp:
            return None
        self.keep(path, stamp, known[1])
        return known[1]

    def inputs(self, root: Path, names: Iterable[str]) -> dict[str, str | None]:
        """Files of a project as they are now, by their names."""
        return {name: self._input(root, name) for name in names}

    def _input(self, root: Path, name: str) -> str | None:
        return listing(root, name[:-1]) if name.endswith("/") else self.of(root / name)


def taken(root: Path, folder: str) -> list[str]:
    """The names of the files of a folder that is looked through, in order."""
    suffixes = LOOKED_THROUGH.get(folder, ())
    try:
        names = os.listdir(root / folder)  # noqa: PTH208  the names alone
    except OSError:
        return []
    return sorted(f"{folder}/{name}" for name in names if name.lower().endswith(suffixes))


def listing(root: Path, folder: str) -> str:
    """A digest of the names of the files of a folder that is looked through."""
    names = "\0".join(taken(root, folder))
    return sha256(names.encode("utf-8", "surrogateescape")).hexdigest()


class RecordedFiles(Files):
    """The files of a project, and which of them were asked for since `begin`.

    A process that makes many pages holds faces and profiles open that it has read once. Where one
    of them is another file now, it is `stale`: what it makes would be of the old one.
    """

    __slots__ = ("_asked", "_digests", "_fixed", "stale")

    def __init__(self, root: Path, digests: FileDigests) -> None:
        super().__init__(root)
        self._digests = digests
        self._asked: dict[str, str | None] = {}
        self._fixed: dict[str, str | None] = {}
        self.stale = False

    def begin(self) -> None:
        """Forget what was asked for."""
        self._asked = {}

    def find(self, name: str, beside: Path) -> Path:
        """See `Environment.find`; where a name would have been found before is asked for too."""
        found: Path | None = None
        try:
            found = super().find(name, beside)
        finally:
            if found is not None:
                self._asked.setdefault(str(found), None)
            for base in (beside, self.root):
                path = os.path.normpath(os.path.join(base, name))  # noqa: PTH118  links stay links
                if found is not None and path == str(found):
                    break
                self._asked.setdefault(path, None)
        return found

    def read(self, path: Path, limit: int) -> bytes:
        """See `Environment.read`."""
        before = stamp_of(path)
        self._asked.setdefault(str(path), None)
        data = super().read(path, limit)
        digest = self._digests.at(path, before)
        if digest is None:
            digest = sha256(data).hexdigest()
            if before and stamp_of(path) == before:
                self._digests.keep(path, before, digest)
        self._asked[str(path)] = digest
        return data

    def stamp(self, path: Path) -> Stamp:
        """See `Environment.stamp`. What was made of a file with the same stamp is made of what was
        read then."""
        found = stamp_of(path)
        if self._asked.get(str(path)) is None:
            self._asked[str(path)] = self._digests.at(path, found)
        return found

    def inputs(self) -> dict[str, str | None]:
        """What was asked for since `begin`, with the digest of what was read."""
        out: dict[str, str | None] = {}
        folders = [PROFILES]
        for text, digest in self._asked.items():
            name = self._name(text)
            if name is None:
                continue
            out[name] = digest if digest is not None else self._digests.of(Path(text))
            if name.endswith(_FACES):
                self._hold(name, out[name])
            if name.lower().endswith(".svg") and FONTS not in folders:
                folders.append(FONTS)
        for folder in folders:
            out |= self._listed(folder)
        return dict(sorted(out.items()))

    def _listed(self, folder: str) -> dict[str, str | None]:
        """A folder that is looked through, and what is taken there."""
        out: dict[str, str | None] = {f"{folder}/": listing(self.root, folder)}
        out |= self._digests.inputs(self.root, taken(self.root, folder))
        for name, digest in out.items():
            self._hold(name, digest)
        return out

    def _hold(self, name: str, digest: str | None) -> None:
        if self._fixed.setdefault(name, digest) != digest:
            self.stale = True

    def _name(self, path: str) -> str | None:
        """The name of a file; None of what lies outside the project, as shipped faces do: the
        identity of the program has these."""
        name = self.label(Path(path))
        return None if os.path.isabs(name) else name  # noqa: PTH117  a text
