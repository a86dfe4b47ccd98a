"""The files of an edition: those that hold what is printed, and the specs that place it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from layout.diagnostics import Diagnostic, StopError
from layout.editions import pages_of
from layout.environment import Environment, Files
from layout.record import record
from layout.spec.load import Sources, load_page
from layout.spec.reader.chars import decode
from layout.spec.reader.nodes import MAX_BYTES

_SPECS: Final = frozenset({".yaml", ".yml"})


@record
class CopyFile:
    """A file with words in it: a story, a table, or a spec with captions and headlines.

    `joined`: the rows of its paragraphs are joined. `spec`: it is no copy but places it.
    """

    path: Path
    label: str
    data: bytes
    text: str
    mark: str
    """The byte order mark before the text, if it has one."""
    joined: bool = False
    spec: bool = False


@record
class Paper:
    """The pages of an edition, or one page, and their files, each once, copy before specs."""

    environment: Environment
    pages: tuple[Path, ...]
    files: tuple[CopyFile, ...]
    faults: tuple[Diagnostic, ...]
    """What could not be read; its files are missing."""


class ChangedFiles:
    """A project with some of its files as they would be, to be read before they are written."""

    def __init__(self, project: Environment, changed: Mapping[Path, bytes]) -> None:
        self._project = project
        self._changed = changed

    @property
    def root(self) -> Path:
        """See `Environment.root`."""
        return self._project.root

    def find(self, name: str, beside: Path) -> Path:
        """See `Environment.find`."""
        return self._project.find(name, beside)

    def read(self, path: Path, limit: int) -> bytes:
        """See `Environment.read`."""
        found = self._changed.get(path)
        return self._project.read(path, limit) if found is None else found

    def stamp(self, path: Path) -> tuple[int, ...]:
        """See `Environment.stamp`."""
        return self._project.stamp(path)

    def label(self, path: Path) -> str:
        """See `Environment.label`."""
        return self._project.label(path)


def paper(spec: Path) -> Paper:
    """The paper behind a path: an edition, its folder or a page. Raises `StopError` for a path that
    is none of these; pages that cannot be read are told in `faults`."""
    pages, edition = pages_of(spec)
    pages = edition.specs if edition is not None else pages
    env = Files.around(pages[0])
    memo: dict[Any, Any] = {}
    copy: dict[Path, bool] = {}
    specs: dict[Path, None] = {}  # in the order in which they are met
    faults: list[Diagnostic] = []
    for page in pages:
        try:
            sources = load_page(env, page, memo)
        except StopError as stop:
            faults += stop.diagnostics
            continue
        for path, joined in _copy(env, sources):
            copy.setdefault(path, joined)
        specs |= dict.fromkeys(p for p in sources.files if p not in copy)
    files: list[CopyFile] = []
    for path in (*copy, *(p for p in specs if p not in copy)):
        try:
            files.append(_read(env, path, joined=copy.get(path, False), spec=path not in copy))
        except StopError as stop:
            faults += stop.diagnostics
    return Paper(
        environment=env,
        pages=pages,
        files=tuple(files),
        faults=tuple(dict.fromkeys(f for f in faults if f.severity == "error")),
    )


def _copy(env: Environment, sources: Sources) -> Iterator[tuple[Path, bool]]:
    """The files of a page that hold what is printed, and whether their rows are joined."""
    stories = {story.name: story for story in sources.stories if story is not None}
    for path in sources.files:
        story = stories.get(env.label(path))
        if story is not None:
            rows = story.front.paragraphs or sources.edition.paragraphs
            yield path, rows != "rows"
        elif path.suffix.lower() not in _SPECS:
            yield path, False


def _read(env: Environment, path: Path, *, joined: bool, spec: bool) -> CopyFile:
    label = env.label(path)
    data = env.read(path, MAX_BYTES)
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    return CopyFile(
        path=path, label=label, data=data, text=decode(data, label), mark=mark,
        joined=joined, spec=spec,
    )  # fmt: skip
