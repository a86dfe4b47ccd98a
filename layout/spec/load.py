"""From files to the spec as written: page, edition, style sheets, stories.

The only place that decides which files belong to a page. Every fault of every file is collected
before anything stops, so that one run tells a person all there is to mend.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from layout.diagnostics import Diagnostic, Place, StopError, did_you_mean, error, shown
from layout.environment import Environment, PathError
from layout.spec.content import Story, parse_story
from layout.spec.fields import Name, read_record
from layout.spec.model import Edition, PageSpec, StoryBlock, StyleSheet
from layout.spec.nodes import MAX_BYTES, Mapping, parse_yaml, what

EDITION_FILE: Final = "edition.yaml"
T = TypeVar("T")


class Memo(Protocol):
    """Keeps what was parsed, by kind and bytes; a plain dict will do."""

    def get(self, key: tuple[str, str, bytes]) -> Any: ...

    def __setitem__(self, key: tuple[str, str, bytes], value: Any) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """A page spec with everything it names, read and parsed. Paths are absolute."""

    path: Path
    page: PageSpec
    edition: Edition
    sheets: tuple[tuple[StyleSheet, Path], ...]  # the edition's first, then the page's
    stories: tuple[Story | None, ...]  # one for each block, None where it is no story
    files: tuple[Path, ...]  # all that were read, for watching
    overrides: tuple[str, ...] = ()


def load_page(
    env: Environment, path: Path, memo: Memo | None = None, overrides: tuple[str, ...] = ()
) -> Sources:
    """The page spec at `path` with its edition, style sheets and stories.

    `overrides` are `key.path=value` texts (`--set`), applied before the page is read.
    Raises `StopError` with every fault found.
    """
    reader = _Reader(env, {} if memo is None else memo)
    page = reader.page(path, overrides)
    edition, edition_path = reader.edition(page, path)
    sheets: list[tuple[StyleSheet, Path]] = []
    for name, at in ((edition.styles, edition_path), (page.styles, path)):
        found = reader.named(name, at, "styles", _as(StyleSheet, "a style sheet"))
        if found is not None and found not in sheets:
            sheets.append(found)
    stories: list[Story | None] = []
    for block in page.blocks:
        story = None
        if isinstance(block, StoryBlock):
            got = reader.named(block.story, path, "story", parse_story)
            story = got[0] if got else None
        stories.append(story)
    if reader.faults:
        raise StopError(reader.faults)
    return Sources(
        path=path,
        page=page,
        edition=edition,
        sheets=tuple(sheets),
        stories=tuple(stories),
        files=tuple(reader.files),
        overrides=overrides,
    )


def load_edition(env: Environment, path: Path) -> tuple[Edition, tuple[Path, ...]]:
    """An edition file and the page specs it lists. Raises `StopError`."""
    reader = _Reader(env, {})
    edition = reader.parse(path, "edition", _as(Edition, "an edition"))
    pages = []
    for name in edition.pages if edition is not None else ():
        found = reader.find(name, path, "page")
        if found is not None:
            pages.append(found)
    if reader.faults or edition is None:
        raise StopError(reader.faults)
    return edition, tuple(pages)


class _Reader:
    """Reads files once, remembers which, and gathers faults."""

    def __init__(self, env: Environment, memo: Memo) -> None:
        self._env = env
        self._memo = memo
        self.faults: list[Diagnostic] = []
        self.files: list[Path] = []

    def page(self, path: Path, overrides: tuple[str, ...]) -> PageSpec:
        build = _as(PageSpec, "a page spec", overrides)
        page = self.parse(path, "page" + "\0".join(overrides), build)
        if page is None:
            raise StopError(self.faults)
        return page

    def edition(self, page: PageSpec, path: Path) -> tuple[Edition, Path]:
        """The edition a page names, or edition.yaml beside it, or an empty one."""
        if page.edition is not None:
            found = self.named(page.edition, path, "edition", _as(Edition, "an edition"))
            return found if found is not None else (Edition(), path)
        beside = path.parent / EDITION_FILE
        if beside.is_file() and beside != path:
            edition = self.parse(beside, "edition", _as(Edition, "an edition"))
            if edition is not None:
                return edition, beside
        return Edition(), path

    def find(self, name: Name, at: Path, role: str) -> Path | None:
        try:
            return self._env.find(name.text, at.parent)
        except PathError as exc:
            code = "MISSING-FILE" if "exist" in str(exc) else "BAD-PATH"
            hint = nearest_file(name.text, at.parent) if code == "MISSING-FILE" else ""
            self.faults.append(error(code, f'{role}: "{shown(name.text)}" {exc}', name.place, hint))
            return None

    def named(
        self, name: Name | None, at: Path, role: str, build: Callable[[bytes, str], T]
    ) -> tuple[T, Path] | None:
        """The file a spec names, parsed; None, with a fault, when it cannot be had."""
        if name is None:
            return None
        path = self.find(name, at, role)
        if path is None:
            return None
        parsed = self.parse(path, role, build, name.place)
        return None if parsed is None else (parsed, path)

    def parse(
        self, path: Path, role: str, build: Callable[[bytes, str], T], named_at: Place | None = None
    ) -> T | None:
        label = self._env.label(path)
        try:
            data = self._env.read(path, MAX_BYTES)
        except PathError as exc:
            self.faults.append(error("UNREADABLE", f"{label} {exc}", named_at or Place(label)))
            return None
        if path not in self.files:
            self.files.append(path)
        key = (role, label, data)
        value: T | None = self._memo.get(key)
        if value is None:
            try:
                value = build(data, label)
            except StopError as stop:
                self.faults.extend(stop.diagnostics)
                return None
            self._memo[key] = value
        return value


def _as(cls: type[T], noun: str, overrides: tuple[str, ...] = ()) -> Callable[[bytes, str], T]:
    """A parser of YAML bytes into one model class."""

    def build(data: bytes, file: str) -> T:
        node = parse_yaml(data, file)
        if not isinstance(node, Mapping):
            raise StopError(
                [error("ROOT", f"{what(node)} where {noun} (a mapping) is expected", node.place)]
            )
        if overrides:
            from layout.spec.override import apply_overrides

            node = apply_overrides(node, overrides)
        faults: list[Diagnostic] = []
        value: T = read_record(cls, node, faults)
        if faults:
            raise StopError(faults)
        return value

    return build


def nearest_file(name: str, folder: Path) -> str:
    """The nearest file beside, for a mistyped name."""
    target = folder / name
    try:
        there = [p.name for p in target.parent.iterdir()] if target.parent.is_dir() else []
    except OSError:
        there = []
    hint = did_you_mean(target.name, there[:2000])
    if hint and "/" in name:
        return hint.replace('"', '"' + name[: name.rindex("/") + 1], 1)
    return hint
