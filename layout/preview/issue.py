"""Which pages a proof shows: those behind the path that it was given, each under a key that stays
while the page is renamed, and which of them stand side by side on a sheet."""

import contextlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.diagnostics import StopError
from layout.environment import EDITION_FILE, Files, PathError
from layout.files import FreeNames
from layout.imposition import sides
from layout.making.watched import Hanging, State, state_of
from layout.record import record

if TYPE_CHECKING:
    from layout.api import EditionFile, Session

NO_LIST: Final = "NO-PAGES"
"""What is said of an edition's file that lists no pages."""
_PAGE: Final = re.compile(rb"(?m)^page[ \t]*:")


@record
class Issue:
    """The pages by key in their order, and the edition where the path is one."""

    pages: Mapping[str, Path]
    edition: "EditionFile | None" = None

    @property
    def title(self) -> str:
        """What the whole is called."""
        if self.edition is not None:
            return self.edition.title
        return next(iter(self.pages), "")

    def sheets(self, facing: Callable[[str], bool]) -> list[list[str | None]]:
        """The sides of the printer's sheets, the page left and the page right of the fold by key.
        A page that is `facing` is both of its halves."""
        if self.edition is None:
            return []
        real = {path: key for key, path in self.pages.items()}
        bound = [real[path] for path in self.edition.pages if path in real]
        halves = [key for key in bound for _ in range(2 if facing(key) else 1)]
        found: list[list[str | None]] = []
        for side in sides(len(halves)):
            found.append([halves[n - 1] if n else None for n in (side.left, side.right)])
        return found


def pages_beside(edition: Path) -> Iterator[Path]:
    """The page specs beside an edition's file that lists none: those that say which page they are,
    in the order of their names."""
    from layout.spec.reader.nodes import MAX_BYTES

    env = Files.around(edition)
    for path in sorted(edition.parent.glob("*.yaml")):
        with contextlib.suppress(PathError):
            if path != edition and _PAGE.search(env.read(path, MAX_BYTES)):
                yield path


def folder_of(given: Path) -> Path:
    """The folder of the edition or the page that a path leads to."""
    path = Path(os.path.realpath(given))
    return path if path.is_dir() else path.parent


def is_whole(given: Path) -> bool:
    """Whether a path stands for an edition, and not for a page of one."""
    return given.is_dir() or given.name == EDITION_FILE


def issue_of(session: "Session", given: Path, before: Issue | None = None) -> Issue:
    """The pages behind a path; those that were there `before` keep their keys. Raises
    `StopError`."""
    try:
        specs, edition = session.specs(given)
    except StopError as stop:
        if not is_whole(given) or any(found.code != NO_LIST for found in stop.diagnostics):
            raise
        listed = given / EDITION_FILE if given.is_dir() else given
        specs, edition = tuple(pages_beside(listed)), None
        if not specs:
            raise
    if edition is not None:
        specs = edition.specs
    known = {path: key for key, path in before.pages.items()} if before is not None else {}
    free = FreeNames(*known.values())
    pages: dict[str, Path] = {}
    for spec in dict.fromkeys(specs):
        pages[known.get(spec) or free.take(spec.stem)] = spec
    return Issue(pages=pages, edition=edition)


def list_of(given: Path) -> Path:
    """The file that says which pages there are."""
    path = given / EDITION_FILE if given.is_dir() or not given.suffix else given
    return Path(os.path.realpath(path))


class WatchedFile:
    """A file that is no page's, and its state."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._state: State = None
        self.take()

    def take(self) -> None:
        """Take down how it is, before it is read."""
        self._state = state_of(self.file)

    @property
    def changed(self) -> bool:
        """Whether it is not as it was."""
        return state_of(self.file) != self._state


class Newcomers:
    """The specs beside an edition's file that lists no pages, but for those that are pages already:
    one that is saved there may be a page."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._states: Mapping[Path, State] = {}

    def take(self, issue: Issue) -> None:
        """Take down how they are, before the list of pages is read."""
        self._states = self._beside(issue)

    def came(self, issue: Issue) -> bool:
        """Whether one is there that was not, or is not as it was."""
        now = self._beside(issue)
        return any(self._states.get(path) != state for path, state in now.items())

    def _beside(self, issue: Issue) -> Mapping[Path, State]:
        if issue.edition is not None:
            return {}
        known = frozenset(issue.pages.values())
        found = (path for path in self._folder.glob("*.yaml") if path not in known)
        return {path: state_of(path) for path in found if path.name != EDITION_FILE}


def hangings(issue: Issue, before: Mapping[str, Hanging]) -> dict[str, Hanging]:
    """What each page of an issue hangs on; of pages that were there what is known of them."""
    found = {}
    for key, spec in issue.pages.items():
        old = before.get(key)
        found[key] = old if old is not None and old.spec == spec else Hanging(spec=spec)
    return found
