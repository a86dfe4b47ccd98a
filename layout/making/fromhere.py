"""Places in files as they are from where a command was given.

A finding names the spec as it was typed and every other file by its path from the project's root;
on a terminal both are to be paths that can be opened from here.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from layout.diagnostics import Diagnostic, Place
from layout.environment import EDITION_FILE, Files
from layout.record import replace


def from_here(found: Iterable[Diagnostic], spec: Path) -> tuple[Diagnostic, ...]:
    """The findings of a page whose spec was typed as a relative path; those of one that was typed
    as an absolute one are as they were, from the project's root."""
    found = tuple(found)
    ways = _ways(spec) if found else None
    return found if ways is None else tuple([_from(one, *ways) for one in found])


def file_from_here(file: str, spec: Path) -> str:
    """A file that is named by its path from the root of the project of a spec, so."""
    ways = _ways(spec)
    return file if ways is None else _file(file, *ways)


def _ways(spec: Path) -> tuple[Path, Path] | None:
    """The project's root and the folder where one stands; None where nothing is to be done."""
    if spec.is_absolute():
        return None
    try:
        inside = spec / EDITION_FILE if spec.is_dir() else spec
        root, here = Files.around(inside).root, Path.cwd()
    except (OSError, ValueError):  # a name too long, or none; the folder has gone
        return None
    return None if root == here else (root, here)


def _from(one: Diagnostic, root: Path, here: Path) -> Diagnostic:
    where = one.where
    if not isinstance(where, Place):
        return one
    file = _file(where.file, root, here)
    return one if file == where.file else replace(one, where=replace(where, file=file))


def _file(file: str, root: Path, here: Path) -> str:
    path = root / file
    try:
        if (here / file).exists() or not path.exists():
            return file
        return Path(os.path.relpath(path, here)).as_posix()
    except (OSError, ValueError):
        return file
