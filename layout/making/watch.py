"""`build --watch`: every page made again as soon as a file it was made of is saved.

The folders of those files are watched, never the files themselves: many editors save by writing
another file and renaming it. What a change touches is told by the files' state before and after,
so nothing depends on which events a system reports, and what is written into a watched folder by
the build itself starts nothing.
"""

import argparse
import json
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from layout.api import Session
from layout.console import put
from layout.diagnostics import Diagnostic, StopError
from layout.environment import Files
from layout.making.lastpng import LastPngs
from layout.making.page import BuiltPage, build_one
from layout.spec.load import EDITION_FILE
from layout.spec.named import listed_pages, named_files
from layout.words.said import said
from layout.words.system import reason

STEP_MS: Final = 10
"""Silence that ends a burst of events: an editor's truncate, write and rename lie closer."""
BURST_MS: Final = 100
"""A burst is cut here, so that a file written again and again still shows."""
LOOK_MS: Final = 500
"""Without any event the files are looked at so often: a save before the watch began, or a folder
mounted from elsewhere that reports nothing."""
_SPECS: Final = frozenset({".yaml", ".yml"})
_FACES: Final = frozenset({".ttf", ".otf", ".ttc"})

State = tuple[int, int, int, int] | None


@dataclass(slots=True, kw_only=True)
class _Target:
    """One page spec, the files it hangs on, and their state when it was last made."""

    spec: Path
    name: str = ""
    files: frozenset[Path] = frozenset()
    states: dict[Path, State] = field(default_factory=dict)

    def changed(self) -> list[Path]:
        """The files that are not as they were."""
        return [path for path, state in self.states.items() if _state(path) != state]


def watch(
    session: Session, args: argparse.Namespace, formats: list[str], stop: Any | None = None
) -> int:
    """Make the pages of `args`, then again what each saved file touches, until Ctrl-C.

    A page that fails keeps its last good output and is tried again when one of its files changes or
    appears. `stop`, a `threading.Event`, ends the watch as well. Returns 0.
    """
    watcher = _Watcher(session, args, formats)
    try:
        watcher.refresh()
        watcher.make(watcher.targets.values())
        while stop is None or not stop.is_set():
            try:
                watcher.wait(stop)
            except BrokenPipeError:
                raise
            except OSError as fault:  # a folder has just gone, or the system's limit is reached
                told = said("part.watch-not", reason=reason(fault), look_ms=LOOK_MS)
                _note(told.words(args.lang))
                time.sleep(LOOK_MS / 1000)
                watcher.act()
    except KeyboardInterrupt:
        if not args.quiet:
            _note(said("part.watch-stopped").words(args.lang))
    return 0


class _Watcher:
    """The pages asked for, and what each was last made of."""

    def __init__(self, session: Session, args: argparse.Namespace, formats: list[str]) -> None:
        self.session = session
        self.args = args
        self.formats = formats
        self.targets: dict[Path, _Target] = {}
        self.written: set[Path] = set()
        self.pngs = LastPngs()
        self.lists: dict[Path, State] = {}
        self._told = False

    def refresh(self) -> list[_Target]:
        """The page specs that the arguments name now; returns those that are new."""
        specs: list[Path] = []
        self.lists = {}
        for given in self.args.spec:
            path = Path(given)
            if path.is_dir() or not path.suffix:
                path = path / EDITION_FILE
            self._await(path)
            try:
                specs += self.session.page_files(given)
            except StopError as fault:
                self._tell(fault.diagnostics)
                for page in listed_pages(Files.around(path), path):
                    self._await(page)
        old = self.targets
        self.targets = {p: old.get(p) or _Target(spec=p) for p in dict.fromkeys(specs)}
        return [target for path, target in self.targets.items() if path not in old]

    def _await(self, path: Path) -> None:
        real = Path(os.path.realpath(path))
        self.lists[real] = _state(real)

    def make(self, targets: Iterable[_Target]) -> None:
        """Make pages and say what came of each."""
        for target in targets:
            begun = time.perf_counter()
            overrides = tuple(self.args.set)
            if not target.files or any(p.suffix in _SPECS for p in target.changed()):
                target.files = named_files(Files.around(target.spec), target.spec, overrides)
            target.files -= self.written
            # The states are taken before the files are read: a save in between is seen afterwards.
            target.states = {path: _state(path) for path in target.files}
            taken = {t.name: t.spec for t in self.targets.values() if t is not target and t.name}
            built = build_one(
                self.session, target.spec, self.args, self.formats, taken, pngs=self.pngs
            )
            target.name = next((n for n, spec in taken.items() if spec == target.spec), "")
            self.written.update(path.resolve() for path in built.written)
            self._report(target, built, (time.perf_counter() - begun) * 1000)

    def wait(self, stop: Any | None) -> None:
        """Make what each change touches; returns when other folders are to be watched."""
        from watchfiles import watch as changes

        interest = self._interest()
        folders = _folders(interest)
        names = _with_folders(interest)
        if not self._told and not self.args.quiet:
            self._told = True
            _note(said("part.watching", folders=len(folders)).words(self.args.lang))
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
            self.act()
            interest = self._interest()
            names.clear()
            names.update(_with_folders(interest))
            if _folders(interest) != folders:
                return

    def _interest(self) -> set[Path]:
        return {path for target in self.targets.values() for path in target.files} | set(self.lists)

    def act(self) -> None:
        """Make the pages whose files are not as they were."""
        new: list[_Target] = []
        if any(_state(path) != state for path, state in self.lists.items()):
            new = self.refresh()
        touched: list[_Target] = []
        for target in self.targets.values():
            changed = target.changed()
            if any(path.suffix.lower() in _FACES for path in changed):
                self.session = Session()  # an opened face is kept for good: begin again
            if changed or target in new:
                touched.append(target)
        self.make(touched)

    def _report(self, target: _Target, built: BuiltPage, ms: float) -> None:
        if self.args.json:
            line = {
                "spec": str(target.spec),
                "written": [str(p) for p in built.written],
                "left": [str(p) for p in built.left],
                "ms": round(ms, 1),
                "diagnostics": [d.as_json(self.args.lang) for d in built.found],
            }
            put(json.dumps(line) + "\n", flush=True)
            return
        self._tell(built.found)  # all that stands, each time: what was said has scrolled away
        if not built.written and not built.left:
            told = said("part.watch-not-made", file=str(target.spec), ms=ms)
            _note(told.words(self.args.lang))
        elif not self.args.quiet:
            done = [" ".join(map(str, built.written))] if built.written else []
            if built.left:
                files = tuple(map(str, built.left))
                done.append(said("part.watch-left", files=files).words(self.args.lang))
            put(f"{'  '.join(done)}  {ms:.0f} ms\n", flush=True)

    def _tell(self, found: Iterable[Diagnostic]) -> None:
        for one in sorted(found, key=lambda d: d.severity != "error"):
            if one.severity == "error" or not self.args.quiet:
                _note(one.line(self.args.lang))


def _state(path: Path) -> State:
    """What changes when a file is saved; None when it is not there."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return (facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size, facts.st_ino)


def _with_folders(paths: Iterable[Path]) -> set[Path]:
    """The paths and every folder above them: one that is made may be the one waited for."""
    return {p for path in paths for p in (path, *path.parents)}


def _folders(paths: Iterable[Path]) -> set[Path]:
    """The folders to watch: each path's own, or the nearest above it that is there."""
    return {folder for path in paths for folder in _nearest(path)}


def _nearest(path: Path) -> Iterator[Path]:
    for folder in path.parents:
        if folder.is_dir():
            yield folder
            return


def _note(line: str) -> None:
    put(line + "\n", "stderr", flush=True)
