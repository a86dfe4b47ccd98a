"""Places in files as they are from where a command was given.

A finding names the spec as it was typed and every other file by its path from the project's root;
on a terminal both are to be paths that can be opened from here.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from layout.diagnostics import Diagnostic, Place
from layout.environment import Files
from layout.record import replace


def from_here(found: Iterable[Diagnostic], spec: Path) -> tuple[Diagnostic, ...]:
    """The findings of a page whose spec was typed as a relative path; those of one that was typed
    as an absolute one are as they were, from the project's root."""
    found = tuple(found)
    if spec.is_absolute() or not found:
        return found
    root, here = Files.around(spec).root, Path.cwd()
    return found if root == here else tuple([_from(one, root, here) for one in found])


def _from(one: Diagnostic, root: Path, here: Path) -> Diagnostic:
    where = one.where
    if not isinstance(where, Place) or (here / where.file).exists():
        return one
    path = root / where.file
    if not path.exists():
        return one
    return replace(one, where=replace(where, file=Path(os.path.relpath(path, here)).as_posix()))
