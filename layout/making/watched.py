"""Files that are watched: which a page hangs on, how they were, and when to look again.

The folders of those files are watched, never the files themselves: many editors save by writing
another file and renaming it. What a change touches is told by the files' state before and after,
so nothing depends on which events a system reports, and what is written into a watched folder by
the program itself starts nothing.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from layout.environment import Files

STEP_MS: Final = 5
"""Silence that ends a burst of events: an editor's truncate, write and rename lie closer."""
BURST_MS: Final = 100
"""A burst is cut here, so that a file written again and again still shows."""
LOOK_MS: Final = 500
"""Without any event the files are looked at so often: a save before the watch began, or a folder
mounted from elsewhere that reports nothing."""
SPECS: Final = frozenset({".yaml", ".yml"})
FACES: Final = frozenset({".ttf", ".otf", ".ttc"})

State = tuple[int, int, int, int] | None


@dataclass(slots=True, kw_only=True)
class Hanging:
    """One page spec, the files it hangs on, and their state when it was last made."""

    spec: Path
    files: frozenset[Path] = frozenset()
    states: dict[Path, State] = field(default_factory=dict)
    also: frozenset[Path] = frozenset()

    def changed(self) -> list[Path]:
        """The files that are not as they were."""
        return [path for path, state in self.states.items() if state_of(path) != state]

    def look(self, overrides: tuple[str, ...] = (), written: Iterable[Path] = ()) -> None:
        """Take down the files and their states, less those that the program has `written`.

        It is called before the files are read: a save in between is then seen afterwards. So are
        the states of specs taken before it is read what they name.
        """
        before = {path: state_of(path) for path in self.files}
        if not self.files or any(path.suffix in SPECS for path in self.changed()):
            from layout.spec.named import named_files  # it reads specs: a server begins without

            named = named_files(Files.around(self.spec), self.spec, overrides)
            self.files = named | self.also
        self.files -= frozenset(written)
        self.states = {p: before[p] if p in before else state_of(p) for p in self.files}

    def hang_on(self, read: Iterable[Path]) -> bool:
        """Hang on what the page was really made of, other pages that its stories come from too.

        True where a file of it is new: it was read before its state was taken, so the page is to
        be made once more.
        """
        new = frozenset(Path(os.path.realpath(path)) for path in read) - self.files
        self.also |= new
        self.files |= new
        self.states |= {path: state_of(path) for path in new}
        return bool(new)


def looks(
    interest: Callable[[], set[Path]],
    stop: Any | None,
    *,
    told: Callable[[int], None] | None = None,
) -> Iterator[None]:
    """Come back whenever one of the files that `interest` names may have changed, and every
    `LOOK_MS`; end where other folders are to be watched, or `stop.is_set()`.

    `told` is given the number of folders. Raises `OSError` where a folder has just gone, or the
    system's limit is reached.
    """
    try:
        yield from _looks(interest, stop, told)
    except RuntimeError as exc:  # what watchfiles calls a fault of its own: a folder that went, say
        raise OSError(str(exc)) from exc


def _looks(
    interest: Callable[[], set[Path]], stop: Any | None, told: Callable[[int], None] | None
) -> Iterator[None]:
    from watchfiles import watch as changes

    paths = interest()
    folders = folders_of(paths)
    names = _with_folders(paths)
    if told is not None:
        told(len(folders))
    for _ in changes(
        *folders,
        watch_filter=lambda _, path: Path(path) in names,
        debounce=BURST_MS,
        step=STEP_MS,
        stop_event=stop,
        recursive=False,
        yield_on_timeout=True,
        rust_timeout=LOOK_MS,
        ignore_permission_denied=True,
    ):
        yield
        paths = interest()
        names.clear()
        names.update(_with_folders(paths))
        if folders_of(paths) != folders:
            return


def state_of(path: Path) -> State:
    """What changes when a file is saved; None when it is not there."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return (facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size, facts.st_ino)


def _with_folders(paths: Iterable[Path]) -> set[Path]:
    """The paths and every folder above them: one that is made may be the one waited for."""
    return {p for path in paths for p in (path, *path.parents)}


def folders_of(paths: Iterable[Path]) -> set[Path]:
    """The folders to watch for files: each one's own, or the nearest above it that is there."""
    return {folder for path in paths for folder in _nearest(path)}


def _nearest(path: Path) -> Iterator[Path]:
    for folder in path.parents:
        if folder.is_dir():
            yield folder
            return
