"""`build --watch`: every page made again as soon as a file it was made of is saved."""

import argparse
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layout.api import Session
from layout.console import put
from layout.diagnostics import Diagnostic, StopError
from layout.environment import EDITION_FILE, Files
from layout.making.fromhere import from_here
from layout.making.lastpng import LastPngs
from layout.making.page import BuiltPage, build_one
from layout.making.watched import FACES, LOOK_MS, Hanging, State, looks, state_of
from layout.record import replace
from layout.spec.named import listed_pages
from layout.words.said import said
from layout.words.system import reason


@dataclass(slots=True, kw_only=True)
class _Target(Hanging):
    """A page spec with its files, and what its page was called when it was last made."""

    name: str = ""


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
                self._tell(from_here(fault.diagnostics, path))
                for page in listed_pages(Files.around(path), path):
                    self._await(page)
        old = self.targets
        self.targets = {p: old.get(p) or _Target(spec=p) for p in dict.fromkeys(specs)}
        return [target for path, target in self.targets.items() if path not in old]

    def _await(self, path: Path) -> None:
        real = Path(os.path.realpath(path))
        self.lists[real] = state_of(real)

    def make(self, targets: Iterable[_Target]) -> None:
        """Make pages and say what came of each."""
        for target in targets:
            begun = time.perf_counter()
            overrides = tuple(self.args.set)
            target.look(overrides, self.written)
            taken = {t.name: t.spec for t in self.targets.values() if t is not target and t.name}
            built = self._built(target, taken)
            target.name = next((n for n, spec in taken.items() if spec == target.spec), "")
            self.written.update(path.resolve() for path in built.written)
            self._report(target, built, (time.perf_counter() - begun) * 1000)

    def _built(self, target: _Target, taken: dict[str, Path]) -> BuiltPage:
        """A page made; once more where it was read before it was known that it hangs on another
        page, which a story comes from or which may be at fault. Its name is put into `taken`."""

        def made(names: dict[str, Path]) -> BuiltPage:
            spec = target.spec
            return build_one(self.session, spec, self.args, self.formats, names, pngs=self.pngs)

        others = dict(taken)
        first = made(taken)
        if not target.hang_on(first.files or self.targets):
            return first
        taken.clear()
        taken.update(others)
        again = made(taken)
        written = tuple(dict.fromkeys((*first.written, *again.written)))
        left = tuple(path for path in again.left if path not in written)
        return replace(again, written=written, left=left)

    def wait(self, stop: Any | None) -> None:
        """Make what each change touches; returns when other folders are to be watched."""
        for _ in looks(self._interest, stop, told=self._tell_of_folders):
            self.act()

    def _tell_of_folders(self, count: int) -> None:
        if not self._told and not self.args.quiet:
            self._told = True
            _note(said("part.watching", folders=count).words(self.args.lang))

    def _interest(self) -> set[Path]:
        return {path for target in self.targets.values() for path in target.files} | set(self.lists)

    def act(self) -> None:
        """Make the pages whose files are not as they were."""
        new: list[_Target] = []
        if any(state_of(path) != state for path, state in self.lists.items()):
            new = self.refresh()
        touched: list[_Target] = []
        for target in self.targets.values():
            changed = target.changed()
            if any(path.suffix.lower() in FACES for path in changed):
                self.session = Session()  # fonts of drawings are kept for good: begin again
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
        self._tell(
            from_here(built.found, target.spec)
        )  # all that stands, each time: what was said has scrolled away
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


def _note(line: str) -> None:
    put(line + "\n", "stderr", flush=True)
