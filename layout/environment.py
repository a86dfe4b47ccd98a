"""The outside world as one object that is passed in: files below a root, and nothing more.

Stages are pure functions of their inputs and an `Environment`. There is no clock here on purpose
(dates come from the spec), no registry and no working directory.
"""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from layout.errors import BanxinError

PROJECT_FILE: Final = "banxin.yaml"
MAX_PATH: Final = 1024
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class PathError(BanxinError):
    """A path that may not be read: outside the root, not a file, missing, or too large."""


class Environment(Protocol):
    """What a stage may ask of the outside. Implementations cache nothing."""

    @property
    def root(self) -> Path:
        """The folder that every path of a spec stays inside."""

    def find(self, name: str, beside: Path) -> Path:
        """The file a spec names: relative to the file that names it, else to the root."""

    def read(self, path: Path, limit: int) -> bytes:
        """The bytes of a file of at most `limit` bytes."""

    def label(self, path: Path) -> str:
        """The path as shown in messages and dumps: relative to the root, with slashes."""


@dataclass(frozen=True, slots=True)
class Files:
    """The real file system below `root`."""

    root: Path

    @classmethod
    def around(cls, spec: Path) -> "Files":
        """The project that holds `spec`: the nearest folder upward with banxin.yaml, else its own.

        The spec itself need not exist; a missing file is reported when it is read.
        """
        folder = Path(os.path.abspath(spec)).parent  # noqa: PTH100  resolve() would follow links
        for candidate in (folder, *folder.parents):
            if (candidate / PROJECT_FILE).is_file():
                return cls(root=candidate)
        return cls(root=folder)

    def find(self, name: str, beside: Path) -> Path:
        """See `Environment.find`. Raises `PathError` with a sentence that names the fault."""
        fault = _unsafe(name)
        if fault:
            raise PathError(fault)
        root = self.root.resolve()
        outside = False
        for base in (beside, self.root):
            try:
                found = (base / name).resolve()
            except (OSError, RuntimeError) as exc:  # too long a name, or a loop of links
                raise PathError(f"cannot be looked up: {exc.__class__.__name__}") from exc
            if not found.is_relative_to(root):
                outside = True
                continue
            if found.is_file():
                return found
            if found.exists():
                raise PathError("is not a file")
        if outside:
            raise PathError("lies outside the project")
        raise PathError("does not exist")

    def read(self, path: Path, limit: int) -> bytes:
        """See `Environment.read`. Raises `PathError`; never opens a device or a pipe."""
        try:
            with path.open("rb") as file:
                facts = os.fstat(file.fileno())
                if not stat.S_ISREG(facts.st_mode):
                    raise PathError("is not a file")
                if facts.st_size > limit:
                    raise PathError(f"is larger than {limit:,} bytes")
                return file.read(limit + 1)[:limit]
        except OSError as exc:
            raise PathError(exc.strerror or exc.__class__.__name__) from exc

    def label(self, path: Path) -> str:
        """See `Environment.label`."""
        try:
            return path.relative_to(self.root.resolve()).as_posix()
        except ValueError:
            try:
                return path.relative_to(self.root).as_posix()
            except ValueError:
                return path.as_posix()


def _unsafe(name: str) -> str:
    """Why a path text is refused before the file system is asked; empty when it may be asked."""
    if not name.strip():
        return "is empty"
    if len(name) > MAX_PATH:
        return f"is longer than {MAX_PATH} characters"
    if not name.isprintable():
        return "holds a control character"
    if "\\" in name:
        return "holds a backslash; paths are written with /"
    if _SCHEME.match(name):
        return "is not a path in this project"
    if name.startswith(("/", "~", "-", "|", "$")):
        return "is not a path relative to this file or the project"
    return ""
