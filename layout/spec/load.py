"""From files to the spec as written: page, edition, style sheets, stories.

The only place that decides which files belong to a page. Every fault of every file is collected
before anything stops, so that one run tells a person all there is to mend.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from layout.diagnostics import Diagnostic, Place, StopError, did_you_mean, error, shown
from layout.environment import EDITION_FILE, Environment, MissingPathError, PathError
from layout.record import record
from layout.spec.markdown.story import Story, parse_story
from layout.spec.model.blockkinds import leaves
from layout.spec.model.furniture import TableBlock
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.story import StoryBlock
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import RecordKind, Written, keys_of, mistyped, read_model
from layout.spec.reader.kinds import Name
from layout.spec.reader.nodes import MAX_BYTES, Mapping, parse_yaml, what
from layout.words.said import Said, said

if TYPE_CHECKING:  # loaded where a project or a table says anything
    from layout.spec.model.project import Project
    from layout.spec.tables.table import Table

MOST_NEAR: Final = 2000
"""Files of a folder that are looked at for a mistyped name."""
T = TypeVar("T")
W = TypeVar("W", bound=Written)
Build = Callable[[bytes, str, list[Diagnostic]], T | None]
"""Bytes and the file's label to a value; faults are added to the list, or raised."""


class Memo(Protocol):
    """Keeps what was parsed, by kind and bytes; a plain dict will do."""

    def get(self, key: tuple[str, str, bytes]) -> Any: ...

    def __setitem__(self, key: tuple[str, str, bytes], value: Any) -> None: ...


@record
class Sources:
    """A page spec with everything it names, read and parsed. Paths are those of the files read."""

    path: Path
    page: PageSpec
    edition: Edition
    sheets: tuple[tuple[StyleSheet, Path], ...]  # the edition's first, then the page's
    stories: tuple[Story | None, ...]  # one for each leaf, None where it is no story
    tables: "dict[int, Table]"  # by the number of its leaf, from 0
    files: tuple[Path, ...]  # all that were read, for watching
    overrides: tuple[str, ...] = ()
    edition_path: Path | None = None
    remarks: tuple[Diagnostic, ...] = ()  # warnings of all the files


def load_page(
    env: Environment,
    path: Path,
    memo: Memo | None = None,
    overrides: tuple[str, ...] = (),
    names: AbstractSet[str] = frozenset(),
) -> Sources:
    """The page spec at `path` with its edition, style sheets and stories.

    `overrides` are `key.path=value` texts (`--set`), applied before the page is read. `names` are
    those of the styles and colours there are without a sheet, which words of a story may be in.
    Raises `StopError` with every fault found.
    """
    reader = _Reader(env, {} if memo is None else memo)
    build = _as(PageSpec, "part.page-spec", overrides)
    page = reader.parse(path, "\0".join(("page", *overrides)), build)
    if page is None:
        raise StopError(reader.faults)
    edition, edition_path = reader.edition(page, path)
    sheets: list[tuple[StyleSheet, Path]] = []
    for name, at in ((edition.styles, edition_path), (page.styles, path)):
        found = reader.named(name, at, "styles", "styles", _as(StyleSheet, "part.style-sheet"))
        if found is not None and found not in sheets:
            sheets.append(found)
    own = {n for sheet, _ in sheets for n in (*(sheet.styles or ()), *(sheet.colors or ()))}
    story_kind = _stories(edition, names, own)
    stories: list[Story | None] = []
    tables: dict[int, Table] = {}
    for number, block in enumerate(leaves(page.blocks)):
        story = None
        if isinstance(block, StoryBlock):
            got = reader.named(block.story, path, "story", *story_kind)
            story = got[0] if got else None
        elif isinstance(block, TableBlock):
            read = reader.named(block.table, path, "table", "table", _table)
            if read is not None:
                tables[number] = read[0]
        stories.append(story)
    if reader.faults:
        raise StopError(dict.fromkeys(reader.faults + reader.remarks))
    return Sources(
        path=path,
        page=page,
        edition=edition,
        sheets=tuple(sheets),
        stories=tuple(stories),
        tables=tables,
        files=tuple(reader.files),
        overrides=overrides,
        edition_path=edition_path if edition_path != path else None,
        remarks=tuple(dict.fromkeys(reader.remarks)),
    )


def page_named(
    env: Environment, sources: Sources, name: str, memo: Memo
) -> tuple[Path, PageSpec] | None:
    """The page of that name in a page's edition; None where there is none that can be read.

    Only what may bear the name is parsed: an edition of sixteen pages is not read for one.
    """
    for path, page in _edition_pages(env, sources, memo, name):
        if name in page.names:
            return path, page
    return None


def page_at_fault(env: Environment, sources: Sources, name: str) -> Path | None:
    """The page spec of a page's edition that should be the page of that name and cannot be read:
    it says so itself, or its file is called so. Building it tells what is wrong with it."""
    if sources.edition_path is None:
        return None
    quote, value = rb"['\"]?", re.escape(name.encode("utf-8", "surrogatepass"))
    own = re.compile(
        rb"(?m)^%bpage%b[ \t]*:[ \t]*%b%b%b[ \t\r]*(?:#|$)" % (quote, quote, quote, value, quote)
    )
    for listed in sources.edition.pages:
        path = _Reader(env, {}).find(listed, sources.edition_path, "pages")
        if path is None:
            if Path(listed.text).stem == name:
                return Path(listed.text)
            continue
        reader = _Reader(env, {})
        page = reader.parse(path, "page", _as(PageSpec, "part.page-spec"))
        if page is not None and not reader.faults:
            continue
        try:
            says_so = own.search(env.read(path, MAX_BYTES)) is not None
        except PathError:
            says_so = False
        if says_so or path.stem == name:
            return path
    return None


def page_names(env: Environment, sources: Sources, memo: Memo) -> tuple[str, ...]:
    """The names of all pages of a page's edition that can be read, in its order."""
    return tuple(name for _, page in _edition_pages(env, sources, memo) for name in page.names)


@record
class EditionContents:
    """What the pages of an edition are called, and the stories they set, as their specs name them;
    `whole` says that every page could be read."""

    pages: frozenset[str]
    stories: frozenset[str]
    whole: bool


def edition_contents(env: Environment, sources: Sources) -> EditionContents:
    """Of the edition of a page; of a page that is of none what it holds itself."""
    pages = [sources.page]
    whole = True
    if sources.edition_path is not None:
        listed = [page for _, page in _edition_pages(env, sources, {})]
        whole = len(listed) == len(sources.edition.pages)
        pages += listed
    blocks = [block for page in pages for block in leaves(page.blocks)]
    return EditionContents(
        pages=frozenset(name for page in pages for name in page.names),
        stories=frozenset(block.story.text for block in blocks if isinstance(block, StoryBlock)),
        whole=whole,
    )


def _edition_pages(
    env: Environment, sources: Sources, memo: Memo, name: str = ""
) -> Iterator[tuple[Path, PageSpec]]:
    """The pages of a page's edition, or those that hold a name; what cannot be read is left out:
    building it tells why."""
    if sources.edition_path is None:
        return
    for listed in sources.edition.pages:
        reader = _Reader(env, memo)
        path = reader.find(listed, sources.edition_path, "pages")
        if path is None or (name and not _holds(env, path, name)):
            continue
        page = reader.parse(path, "page", _as(PageSpec, "part.page-spec"))
        if page is not None:
            yield path, page


def _holds(env: Environment, path: Path, name: str) -> bool:
    """Whether a file holds a name at all."""
    try:
        return name.encode("utf-8") in env.read(path, MAX_BYTES)
    except PathError:
        return False


def reads_well(env: Environment, pages: Iterable[Path]) -> list[Diagnostic]:
    """What is wrong with pages as they are in an environment: nothing, most often."""
    faults: list[Diagnostic] = []
    memo: dict[Any, Any] = {}
    for page in pages:
        try:
            load_page(env, page, memo)
        except StopError as stop:
            faults += [f for f in stop.diagnostics if f.severity == "error"]
    return list(dict.fromkeys(faults))


def load_edition(env: Environment, path: Path) -> tuple[Edition, tuple[Path, ...]]:
    """An edition file and the page specs it lists. Raises `StopError`."""
    reader = _Reader(env, {})
    edition = reader.parse(path, "edition", _as(Edition, "part.edition"))
    pages: list[Path] = []
    for number, name in enumerate(edition.pages if edition is not None else (), 1):
        found = reader.find(name, path, f"pages.{number}")
        if found is None:
            continue
        if found == path.resolve():
            reader.faults.append(error("ITSELF.page", name.place, path=f"pages.{number}"))
        elif found in pages:
            first = pages.index(found) + 1
            told = said("TWICE.page", path=f"pages.{number}", name=shown(name.text), number=first)
            reader.faults.append(error(told, name.place))
        pages.append(found)
    if reader.faults or edition is None:
        raise StopError(dict.fromkeys(reader.faults))
    return edition, tuple(pages)


def strip_of(env: Environment, path: Path, edition: Edition) -> Path | None:
    """The page spec of the strip that an edition has between its last page and its first; None
    where it has none. Raises `StopError` where it names a file that is not there."""
    name = edition.spread.strip
    if name is None:
        return None
    reader = _Reader(env, {})
    found = reader.find(name, path, "spread.strip")
    if found is None:
        raise StopError(reader.faults)
    return found


def load_project(data: bytes, file: str) -> "Project":
    """What a project's banxin.yaml says, from its bytes. Raises `StopError`."""
    from layout.spec.model.project import Project

    faults: list[Diagnostic] = []
    read = _as(Project, "part.project")(data, file, faults)
    if faults or read is None:
        raise StopError(faults)
    return read


def is_edition(env: Environment, path: Path) -> bool:
    """Whether a spec file is an edition: it lists pages and is none itself; or it should, by its
    name or by keys that no page has.

    False as well for a file that cannot be read: loading it as a page says what is wrong.
    """
    try:
        data = env.read(path, MAX_BYTES)
        bare = b"pages" not in data and not any(c in data for c in b"\\\0")
        if bare and (b"\npage:" in data or data.startswith(b"page:")):
            return False  # the key is nowhere, not even as an escape or in UTF-16
        node = parse_yaml(data, env.label(path), [])
    except (PathError, StopError):
        return False
    keys = {key.text for key, _ in node.entries} if isinstance(node, Mapping) else set()
    if "page" in keys or "pages" in keys:
        return "page" not in keys
    own = set(keys_of(Edition)) - set(keys_of(PageSpec))
    return "blocks" not in keys and (path.name == EDITION_FILE or bool(keys & own))


class _Reader:
    """Reads files once, remembers which, and gathers faults."""

    def __init__(self, env: Environment, memo: Memo) -> None:
        self._env = env
        self._memo = memo
        self.faults: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []  # warnings: what was read is used all the same
        self.files: list[Path] = []

    def edition(self, page: PageSpec, path: Path) -> tuple[Edition, Path]:
        """The edition a page names, or edition.yaml beside it, or an empty one."""
        build = _as(Edition, "part.edition")
        name = page.edition
        if name is None:
            beside = path.parent / EDITION_FILE
            if not beside.exists() and not beside.is_symlink():
                return Edition(), path
            # Beside a page it is taken without being named; the place is the page's first.
            name = Name(EDITION_FILE, Place(self._env.label(path)))
            if beside.exists() and beside.samefile(path):
                return Edition(), path
        where = self.find(name, path, "edition")
        if where is not None and where == path.resolve():
            self.faults.append(error("ITSELF.edition", name.place, path="edition"))
            where = None
        found = self.parse(where, "edition", build, name.place) if where is not None else None
        return (found, where) if found is not None and where is not None else (Edition(), path)

    def find(self, name: Name, at: Path, role: str) -> Path | None:
        """The file a spec names; None, with a fault, when there is none."""
        try:
            return self._env.find(name.text, at.parent)
        except MissingPathError as exc:
            self.faults.append(no_such_file(self._env, name, role, at.parent, exc))
        except PathError as exc:
            self.faults.append(bad_path(name, role, exc))
        return None

    def named(
        self, name: Name | None, at: Path, role: str, kind: str, build: Build[T]
    ) -> tuple[T, Path] | None:
        """The file a spec names, parsed; None, with a fault, when it cannot be had."""
        path = self.find(name, at, role) if name is not None else None
        if name is None or path is None:
            return None
        parsed = self.parse(path, kind, build, name.place)
        return None if parsed is None else (parsed, path)

    def parse(
        self, path: Path, kind: str, build: Build[T], named_at: Place | None = None
    ) -> T | None:
        """A file read and built; with faults what could be read of it, or None."""
        label = self._env.label(path)
        try:
            data = self._env.read(path, MAX_BYTES)
        except PathError as exc:
            place, fault = named_at or Place(label), exc.args[0]
            if isinstance(exc, MissingPathError):
                self.faults.append(error("MISSING-FILE.read", place, file=label, fault=fault))
            else:
                self.faults.append(error("UNREADABLE.read", place, file=label, fault=fault))
            return None
        if path not in self.files:
            self.files.append(path)
        key = (kind, label, data)
        value: T | None
        value, remarks = self._memo.get(key) or (None, ())
        if value is None:
            faults: list[Diagnostic] = []
            try:
                value = build(data, label, faults)
            except StopError as stop:
                faults += stop.diagnostics
            remarks = tuple(f for f in faults if f.severity != "error")
            self.faults += (f for f in faults if f.severity == "error")
            if value is not None and len(remarks) == len(faults):
                self._memo[key] = value, remarks
        self.remarks += remarks
        return value


def _as(cls: type[W], noun: str, overrides: tuple[str, ...] = ()) -> Build[W]:
    """A parser of YAML bytes into one model class; `noun` is the key of what it is called."""

    def build(data: bytes, file: str, faults: list[Diagnostic]) -> W | None:
        node = parse_yaml(data, file, faults)
        if not isinstance(node, Mapping):
            told = said("ROOT.mapping", what=what(node), kind=said(noun), hint=mistyped(node))
            faults.append(error(told, node.place))
            return None
        if overrides:
            from layout.spec.override import apply_overrides

            node = apply_overrides(node, RecordKind(cls), overrides, faults)
        return read_model(cls, node, faults)

    return build


def _stories(
    edition: Edition, names: AbstractSet[str], own: AbstractSet[str]
) -> tuple[str, Build[Story]]:
    """How stories of an edition are kept, and a parser of them; `names` are those of styles and
    colours, `own` those that its sheets have."""
    known = names | own

    def build(data: bytes, file: str, faults: list[Diagnostic]) -> Story:
        return parse_story(data, file, edition.paragraphs, known)

    return "\0".join(["story", str(edition.paragraphs), *sorted(own)]), build


def _table(data: bytes, file: str, faults: list[Diagnostic]) -> "Table":
    """A parser of a table's file."""
    from layout.spec.tables.table import parse_table  # few pages have one

    table = parse_table(data, file)
    faults += table.remarks
    return table


def no_such_file(
    env: Environment, name: Name, key: str, folder: Path, fault: PathError
) -> Diagnostic:
    """What is told of a file that the value of `key` names, seen from `folder`, and that is not
    there."""
    hint = nearest_file(env, name.text, folder)
    given, reason = shown(name.text), fault.args[0]
    told = said("MISSING-FILE.named", path=key, name=given, fault=reason, hint=hint)
    return error(told, name.place)


def bad_path(name: Name, key: str, fault: PathError) -> Diagnostic:
    """What is told of a path that the value of `key` gives and that may not be read."""
    told = said("BAD-PATH.named", path=key, name=shown(name.text), fault=fault.args[0])
    return error(told, name.place)


def nearest_file(env: Environment, name: str, folder: Path) -> Said | str:
    """`did you mean` for a mistyped path: the nearest name in the folder it points into."""
    for base in (folder, env.root):
        target = base / name
        try:
            inside = target.parent.resolve().is_relative_to(env.root.resolve())
            there = [p.name for p in target.parent.iterdir()] if inside else []
        except OSError:
            continue
        hint = did_you_mean(target.name, sorted(there)[:MOST_NEAR])
        if isinstance(hint, Said):
            head = name[: name.rindex("/") + 1] if "/" in name else ""
            return hint.having(word=head + hint["word"])
    return ""
