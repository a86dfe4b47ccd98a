"""What belongs to an edition whose proof is changed: its pages, and what each of its files is."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from layout.diagnostics import StopError, error, whole_file
from layout.editions import pages_of
from layout.environment import (
    CORRECTIONS_FILE,
    EDITION_FILE,
    PROJECT_FILE,
    Environment,
    Files,
    PathError,
)
from layout.record import record
from layout.spec.documents import DOCUMENTS
from layout.spec.load import Sources, load_edition, load_page
from layout.spec.named import named_files
from layout.spec.reader.fields import RecordKind
from layout.spec.reader.nodes import MAX_BYTES, Mapping, parse_yaml
from layout.spec.resolve.defaults import NAMES

MOST_KEPT: Final = 400
"""Parsed files that are kept from one change to the next."""
STORY: Final = "story"
TABLE: Final = "table"
READING: Final = "corrections"


@record
class RevisedIssue:
    """An edition's pages as they can be read now; `sources` of those that can."""

    environment: Environment
    folder: Path
    pages: tuple[Path, ...]
    edition: Path | None
    sources: dict[Path, Sources]
    files: frozenset[Path]
    watched: frozenset[Path]
    """What it was read from, and where a file that is missing would be."""
    reading: Path
    """The corrections of the last reading, which need not be there."""

    def label(self, path: Path) -> str:
        """A file as messages name it."""
        return self.environment.label(path)

    def page_names(self, paths: Iterable[Path]) -> list[str]:
        """Pages by their names, as far as they can be read."""
        return [self.sources[p].page.page if p in self.sources else self.label(p) for p in paths]


class IssueReader:
    """Reads an edition again and again; what has not changed is parsed once."""

    def __init__(self, spec: Path) -> None:
        self._spec = Path(os.path.abspath(spec))  # noqa: PTH100  resolve() would follow links
        beside = self._spec if self._spec.is_dir() else self._spec.parent
        self._reading = beside.resolve() / CORRECTIONS_FILE
        self._memo: dict[Any, Any] = {}
        self._last: tuple[RevisedIssue, dict[Path, tuple[int, ...]]] | None = None

    def now(self) -> RevisedIssue:
        """The edition as it is now. Raises `StopError` where the path leads to none."""
        if self._last is not None:
            issue, stamps = self._last
            if all(issue.environment.stamp(path) == stamp for path, stamp in stamps.items()):
                return issue
        try:
            issue = self._read()
        except StopError:
            return self._broken()
        stamps = {path: issue.environment.stamp(path) for path in issue.watched}
        self._last = issue, stamps
        return issue

    def _broken(self) -> RevisedIssue:
        """An edition that cannot be read: as it was last, or what can be known of it without, so
        that it can be mended and a change of it undone. Raises `StopError` where there is none."""
        if self._last is not None:
            return self._last[0]
        path = self._spec / EDITION_FILE if self._spec.is_dir() else self._spec
        env = Files.around(path)
        if not path.is_file():
            raise StopError([error("MISSING-FILE.given", whole_file(str(path)), hint="")])
        home = path.resolve()
        files = frozenset({home, *_among(env, named_files(env, home))})
        return RevisedIssue(
            environment=env, folder=home.parent, pages=(), edition=home, sources={}, files=files,
            watched=frozenset(), reading=self._reading,
        )  # fmt: skip

    def _read(self) -> RevisedIssue:
        if len(self._memo) > MOST_KEPT:
            self._memo.clear()
        pages, edition = pages_of(self._spec)
        first = pages[0].resolve()
        env = Files.around(self._spec if edition is None else pages[0])
        paths = [page.resolve() for page in (edition.specs if edition is not None else pages)]
        home = edition.path.resolve() if edition is not None else None
        if home is None:
            home, paths = self._around(env, first)
        sources: dict[Path, Sources] = {}
        watched: set[Path] = set()
        files = {*paths, *([home] if home is not None else [])}
        for path in paths:
            try:
                found = load_page(env, path, self._memo, names=NAMES)
            except StopError:
                named = named_files(env, path)
                watched |= named
                files |= set(_among(env, named))
                continue
            sources[path] = found
            files |= set(found.files)
        folder = (home or first).parent
        watched |= files | {folder / EDITION_FILE, env.root / PROJECT_FILE}
        return RevisedIssue(
            environment=env, folder=folder, pages=tuple(paths), edition=home, sources=sources,
            files=frozenset(files), watched=frozenset(watched), reading=self._reading,
        )  # fmt: skip

    def _around(self, env: Environment, page: Path) -> tuple[Path | None, list[Path]]:
        """The edition of a page that was given alone, and all its pages."""
        try:
            found = load_page(env, page, self._memo, names=NAMES).edition_path
            if found is None:
                return None, [page]
            edition, pages = load_edition(env, found)
        except StopError:
            return None, [page]
        del edition
        return found, [page, *(p for p in pages if p != page)]


def _among(env: Environment, named: Iterable[Path]) -> Iterable[Path]:
    """The files that a page names that cannot be read as a whole: one of them is to be mended."""
    root = env.root.resolve()
    for path in named:
        if path.is_file() and path.resolve().is_relative_to(root):
            yield path.resolve()


def kind_of_file(issue: RevisedIssue, path: Path) -> str:
    """What a file of an edition is: `page`, `edition`, `styles`, `project`, `story`, `table` or
    `corrections`."""
    if path in issue.pages:
        return "page"
    if path == issue.edition:
        return "edition"
    if path == issue.reading:
        return READING
    if path.suffix.lower() in (".yaml", ".yml"):
        return _by_keys(issue.environment, path)
    for sources in issue.sources.values():
        for table in sources.tables.values():
            if issue.environment.label(path) == table.file:
                return TABLE
    return STORY if path.suffix.lower() in (".md", ".markdown") else TABLE


def _by_keys(env: Environment, path: Path) -> str:
    """What a YAML file is by its keys."""
    try:
        node = parse_yaml(env.read(path, MAX_BYTES), env.label(path), [])
    except (PathError, StopError):
        return "styles"
    keys = {key.text for key, _ in node.entries} if isinstance(node, Mapping) else set()
    return "page" if "page" in keys else "edition" if "pages" in keys else "styles"


def record_of(kind: str) -> RecordKind:
    """The model of a YAML file of a kind."""
    return RecordKind(DOCUMENTS[kind])


def pages_with(issue: RevisedIssue, path: Path) -> list[Path]:
    """The pages that read a file."""
    return [
        page for page, sources in issue.sources.items()
        if path in sources.files
    ]  # fmt: skip


def sheet_pages(issue: RevisedIssue, path: Path) -> list[Path]:
    """The pages that a style sheet is one of."""
    return [
        page for page, sources in issue.sources.items()
        if path in {at for _, at in sources.sheets}
    ]  # fmt: skip
