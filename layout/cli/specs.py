"""The page specs that a command is given: each once, in order; and what a bad one means."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from layout.api import EditionFile, Session
from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import note, tell
from layout.diagnostics import Diagnostic, Place, StopError
from layout.making.fromhere import from_here
from layout.words.said import Language

_SET: Final = "--set"  # the file that a diagnostic of an option names
_BAD_SET: Final = frozenset({"OVERRIDE", "YAML"})
"""Faults of how a `--set` is written; others (VALUE, OFF-GRID) are of what it would make."""


class Specs:
    """The pages behind the arguments of a command; `status` is the worst met so far."""

    def __init__(
        self, session: Session, given: Sequence[str], lang: Language, *, quiet: bool
    ) -> None:
        self.status = GOOD
        self.failed: list[tuple[str, tuple[Diagnostic, ...]]] = []
        self._quiet = quiet
        found: dict[Path, Path] = {}
        editions: dict[Path, EditionFile] = {}
        for name in given:
            try:
                specs, edition = session.specs(name)
                for spec in specs if edition is None else edition.specs:
                    found.setdefault(Path(os.path.realpath(spec)), spec)
                if edition is not None:
                    editions.setdefault(Path(os.path.realpath(edition.path)), edition)
            except StopError as stop:
                # A path that leads nowhere is a slip of the keyboard; the rest is for the desk.
                self.worse(PROBLEMS if _is_there(name) else BAD_USE)
                self.failed.append((name, stop.diagnostics))
                tell(from_here(stop.diagnostics, Path(name)), lang, quiet=quiet)
        self.pages = tuple(found.values())
        self.editions = tuple(editions.values())
        self._by_real = {real: at for at, real in enumerate(found)}

    def numbers(self, edition: EditionFile) -> tuple[int, ...]:
        """Which of `pages` an edition lists, in its order."""
        return tuple([self._by_real[Path(os.path.realpath(spec))] for spec in edition.pages])

    def strip(self, edition: EditionFile) -> int | None:
        """Which of `pages` stands in the fold of an edition's outermost side; None for none."""
        if edition.strip is None:
            return None
        return self._by_real[Path(os.path.realpath(edition.strip))]

    def __iter__(self) -> Iterator[Path]:
        """The pages; on a terminal each of several is named as it is begun."""
        for number, spec in enumerate(self.pages, 1):
            self.progress(number, spec.name)
            yield spec

    def progress(self, number: int, name: str) -> None:
        """Say on a terminal how far the work is, where there is more than one page."""
        terminal = sys.stderr is not None and sys.stderr.isatty()
        if len(self.pages) > 1 and not self._quiet and terminal:
            note(f"[{number}/{len(self.pages)}] {name}")

    def worse(self, status: int) -> None:
        """Raise the status to at least this one."""
        self.status = max(self.status, status)

    def judge(self, found: Iterable[Diagnostic]) -> None:
        """Let the findings of a page count for the status."""
        for one in found:
            if one.severity == "error":
                option = isinstance(one.where, Place) and one.where.file == _SET
                self.worse(BAD_USE if option and one.code in _BAD_SET else PROBLEMS)


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # a name too long, a folder that may not be looked into
        return False
