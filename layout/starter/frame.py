"""Yesterday's paper as today's frame: its pages with everything that is furniture, and room for the
day's stories and pictures.

Page specs, style sheets, headers, rules and credits are kept as they are written, comments too. A
story keeps the parts of its head and loses its words; a picture, a table and a main headline stay
and are marked `stands_in: true`, so that `banxin build --final` makes nothing of the page until
they are gone. What is named to be kept is kept.
"""

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from layout.diagnostics import (
    Diagnostic,
    Place,
    StopError,
    did_you_mean,
    error,
    info,
    shown,
    warning,
)
from layout.editions import pages_of
from layout.environment import PROJECT_FILE, Environment, Files, PathError
from layout.pictures.artwork import parted
from layout.record import fields, record
from layout.spec.load import Sources, load_page, reads_well
from layout.spec.markdown.story import FrontMatter, Story
from layout.spec.model.block import Block
from layout.spec.model.blockkinds import leaves
from layout.spec.model.furniture import IndexBlock, TableBlock, TextBlock
from layout.spec.model.story import StoryBlock
from layout.spec.reader.fields import Written
from layout.spec.reader.kinds import Name, weekday_of
from layout.spec.reader.nodes import MAX_BYTES
from layout.spec.resolve.issue import next_issue
from layout.starter.make import Starter, may_be_made, whole_folder
from layout.words.said import said

OF_THE_DAY: Final = frozenset({"main", "series", "title", "kicker", "subtitle"})
"""Styles of a text block whose words are a headline, and so the day's."""
PENDING: Final = {
    "kicker": "引题待定", "title": "题目待定", "jump_title": "短题待定", "subtitle": "副题待定",
    "summary": "提要待定", "byline": "作者待定", "dateline": "本报讯（记者待定）",
}  # fmt: skip
"""What stands in the head of a story that is still to come, for each key that yesterday's had."""
BODY: Final = "待稿，约{characters}字。"
FILLER: Final = "待稿"
"""A story that goes on on another page is filled, or nothing would go on."""
_FILLED: Final = 0.9
"""Of its characters: with no mark among them, none can be squeezed."""
_KEPT_IN_HEAD: Final = ("label", "paragraphs")
_COUPLET: Final = " | "
_SCALAR: Final = re.compile(r"'[^']*'|\"[^\"]*\"|[^\s,}\]#]+")


@record
class DayFrame:
    """What was made of an edition: the folder, what of its stories was emptied and kept, what was
    marked as standing in, and what an editor should look at."""

    starter: Starter
    emptied: tuple[str, ...]
    kept: tuple[str, ...]
    remarks: tuple[Diagnostic, ...]


def frame_of(
    edition: Path, folder: Path, *, date: datetime.date, keep: Sequence[str] = ()
) -> DayFrame:
    """Make `folder` out of an edition, for another day.

    `keep` names stories and pictures that stay as they are, by the id of their block or the name of
    their file. Raises `StopError` for an edition that cannot be read, a folder that will not do, a
    name that nothing has, and where the frame could not be read; `WriteError`. Nothing is left
    behind then.
    """
    may_be_made(folder)
    made = _FrameMaker(edition, folder, date, keep)
    files = made.files()
    faults = made.faults
    if any(fault.severity == "error" for fault in faults):
        raise StopError([f for f in faults if f.severity == "error"])

    def readable(beside: Path) -> None:
        env = Files.around(beside / made.first)
        found = reads_well(env, [(beside / page).resolve() for page in made.page_names])
        if found:
            raise StopError(found)

    written = whole_folder(folder, files, readable)
    return DayFrame(
        starter=Starter(folder=folder, written=written),
        emptied=tuple(made.emptied),
        kept=tuple(made.kept),
        remarks=tuple(faults),
    )


class _FrameMaker:
    """Holds what the files of a frame are made of."""

    def __init__(
        self, edition: Path, folder: Path, date: datetime.date, keep: Sequence[str]
    ) -> None:
        pages, file = pages_of(edition)
        if file is None:
            raise StopError([error("FRAME.page", Place(str(edition)))])
        self._folder = folder
        self.date = date
        self.faults: list[Diagnostic] = []
        self.emptied: dict[str, None] = {}
        self.kept: dict[str, None] = {}
        self._keep = keep
        self._asked = set(keep)
        self._env = Files.around(pages[0])
        self._root = self._env.root.resolve()
        self._home = file.path.resolve().parent
        self._edition = file.path.resolve()
        self._inside = folder.absolute().parent.resolve().is_relative_to(self._root)
        memo: dict[Any, Any] = {}
        self._sources = [load_page(self._env, page, memo) for page in file.specs]
        self._names: set[str] = set()

    @property
    def page_names(self) -> list[Path]:
        """The pages in the new folder."""
        return [self._place(s.path) or Path(s.path.name) for s in self._sources]

    @property
    def first(self) -> Path:
        """One of them, by which the project is found."""
        return self.page_names[0]

    def files(self) -> dict[str, bytes]:
        """Every file of the frame, by its path in the folder."""
        made: dict[Path, bytes] = {}
        jumped = self._jumped()
        for sources in self._sources:
            for path in (*sources.files, *_named(self._env, sources)):
                if path not in made:
                    made[path] = self._env.read(path, MAX_PICTURE)
            made[sources.path] = self._page(sources, made[sources.path])
            for block, story in zip(leaves(sources.page.blocks), sources.stories, strict=True):
                if isinstance(block, StoryBlock) and story is not None:
                    path = self._env.find(block.story.text, sources.path.parent)
                    self._story(block, story, path, made, filled=path in jumped)
        self._without_issue()
        made[self._edition] = self._dated(self._edition, made[self._edition])
        project = self._root / PROJECT_FILE
        if project.is_file() and project not in made:
            made[project] = self._env.read(project, MAX_BYTES)
        for name in sorted(self._asked):
            hint = did_you_mean(name, self._names)
            self.faults.append(error("FRAME.keep", name=shown(name), hint=hint))
        placed = {self._place(path): data for path, data in made.items()}
        return {path.as_posix(): data for path, data in placed.items() if path is not None}

    def _without_issue(self) -> None:
        """Warn of a day on which the paper does not appear."""
        paper = self._sources[0].edition.paper
        if paper is None or paper.issue is None:
            return
        following = next_issue(paper.issue, self.date)
        if following != self.date:
            day, weekday = str(self.date), weekday_of(self.date)
            after = "" if following is None else said("part.next-issue", date=str(following))
            place = paper.place_of("issue")
            told = warning("FRAME.no-issue", place, date=day, weekday=weekday, after=after)
            self.faults.append(told)

    def _place(self, path: Path) -> Path | None:
        """Where a file goes in the new folder; None where the project has it for both."""
        whole = path.resolve()
        if whole.is_relative_to(self._home):
            return whole.relative_to(self._home)
        if self._inside:
            return None
        return whole.relative_to(self._root)

    def _is_kept(self, *names: str) -> bool:
        """Whether something is to be kept by one of its names."""
        self._names.update(names)
        found = [name for name in names if name in self._keep]
        self._asked.difference_update(found)
        return bool(found)

    def _jumped(self) -> set[Path]:
        """The stories that go on on another page."""
        return {
            self._env.find(block.story.text, sources.path.parent)
            for sources in self._sources
            for block in leaves(sources.page.blocks)
            if isinstance(block, StoryBlock) and (block.jump_to or block.jump_from)
        }

    def _story(
        self, block: StoryBlock, story: Story, path: Path, made: dict[Path, bytes], *, filled: bool
    ) -> None:
        if self._is_kept(block.id or "", path.stem, path.name, story.name):
            self.kept[story.name] = None
            self.emptied.pop(story.name, None)  # another block of it may have come first
            made[path] = self._env.read(path, MAX_BYTES)
        elif story.name not in self.kept:
            self.emptied[story.name] = None
            made[path] = empty(story, filled=filled).encode()

    def _page(self, sources: Sources, data: bytes) -> bytes:
        """A page spec with what is the day's marked."""
        marks: list[tuple[Place, str]] = []
        indexes: list[Place] = []
        for block in leaves(sources.page.blocks):
            for written, key in _of_the_day(block):
                named = getattr(written, key)
                names = [block.id or ""]
                if isinstance(named, Name):
                    names += [named.text, Path(named.text).name, Path(named.text).stem]
                if not self._is_kept(*names) and not written.stands_in:  # type: ignore[attr-defined]
                    marks.append((written.places[key], key))
            if isinstance(block, IndexBlock):
                indexes.append(block.place)
        marked = _marked(self._dated(sources.path, data).decode("utf-8-sig"), marks)

        def moved(place: Place) -> Place:
            """Where it stands in the new folder."""
            above = sum(1 for row in marked.added if row < place.line)
            label = (self._folder / (self._place(sources.path) or sources.path.name)).as_posix()
            return Place(label, place.line + above, place.column)

        for place, key in marked.lost:
            self.faults.append(info("FRAME.unmarked", moved(place), key=key))
        self.faults += [info("FRAME.index", moved(place)) for place in indexes]
        return marked.text.encode("utf-8")

    def _dated(self, path: Path, data: bytes) -> bytes:
        """A spec with the new date, and the weekday of it where one is written."""
        page = next((s.page for s in self._sources if s.path == path), None)
        edition = self._sources[0].edition if page is None else None
        places = (page or edition or self._sources[0].page).places
        text = data.decode("utf-8-sig")
        values = {"date": self.date.isoformat(), "weekday": weekday_of(self.date)}
        for key, value in values.items():
            if key in places:
                text = _instead(text, places[key], value)
        if edition is not None and "date" not in places:
            text = f"date: {self.date.isoformat()}\n{text}"
        if "lunar" in places:
            text = _without_row(text, places["lunar"])
            label = (self._folder / (self._place(path) or path.name)).as_posix()
            self.faults.append(info("FRAME.lunar", Place(label)))
        return text.encode("utf-8")


MAX_PICTURE: Final = 512 * 1024 * 1024
"""Bytes of one file that is copied."""


def empty(story: Story, *, filled: bool = False) -> str:
    """A story without its words: the parts of its head, each to be written, and how long it was.

    `filled`: as long as it was, for what stands on a page behind it.
    """
    characters = sum(len(p.text) for p in story.paragraphs)
    front: FrontMatter = story.front
    rows = ["---"]
    for key, words in PENDING.items():
        given = getattr(front, key)
        if given:
            parts = given.count(_COUPLET) + 1 if key == "title" else 1
            rows.append(f"{key}: {_COUPLET.join([words] * parts)}")
    for key in _KEPT_IN_HEAD:
        given = getattr(front, key)
        if given:
            rows.append(f"{key}: {json.dumps(given, ensure_ascii=False)}")
    rows += ["stands_in: true", "---", ""]
    if filled:
        pairs = [round(len(p.text) * _FILLED / len(FILLER)) or 1 for p in story.paragraphs]
        rows += [f"{FILLER * n}\n" for n in pairs]
    else:
        rows.append(BODY.format(characters=characters))
    return "\n".join(rows).rstrip("\n") + "\n"


def _of_the_day(block: Block) -> Iterator[tuple[Written, str]]:
    """What of a block is the day's and may stand in: the record, and the key it is known by."""
    if isinstance(block, TextBlock):
        styles = {line.style.text for line in block.text if line.style is not None}
        if styles & OF_THE_DAY:
            yield block, "text"
    elif isinstance(block, TableBlock):
        yield block, "table"
    elif not isinstance(block, StoryBlock):
        for written in _written(block):
            if "stands_in" in written.__record_fields__ and isinstance(  # type: ignore[attr-defined]
                getattr(written, "picture", None), Name
            ):
                yield written, "picture"


def _named(env: Environment, sources: Sources) -> Iterator[Path]:
    """The files that a page, its edition and its style sheets name: pictures, faces."""
    for spec, at in (
        (sources.page, sources.path),
        (sources.edition, sources.edition_path or sources.path),
        *sources.sheets,
    ):
        for written in _written(spec):
            for field in fields(type(written)):
                value = getattr(written, field.name)
                for name in value if isinstance(value, tuple) else (value,):
                    if isinstance(name, Name):
                        try:
                            yield env.find(parted(name.text)[0], at.parent)
                        except PathError:
                            continue  # the name of a style, a face, a block


def _written(value: object) -> Iterator[Written]:
    """A record of a spec and all inside it."""
    if isinstance(value, Written):
        yield value
        for field in fields(type(value)):
            yield from _written(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _written(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _written(one)


class _Marked(NamedTuple):
    """A spec with its marks: the rows above which one was added, counted from 1 as they were, and
    the keys that could not be found."""

    text: str
    added: list[int]
    lost: list[tuple[Place, str]]


def _marked(text: str, marks: Sequence[tuple[Place, str]]) -> _Marked:
    """The text of a spec with `stands_in: true` before each of these keys."""
    rows = text.split("\n")
    added: list[int] = []
    lost: list[tuple[Place, str]] = []
    done: set[tuple[int, int]] = set()  # an alias stands where its anchor does
    # From the last on, so that places stay where they are.
    for place, key in sorted(marks, key=lambda m: (m[0].line, m[0].column), reverse=True):
        found = _key_of(rows, place, key)
        if found is None:
            lost.append((place, key))
        elif found not in done:
            done.add(found)
            line, column = found
            before, after = rows[line][:column], rows[line][column:]
            if before.strip(" -"):
                rows[line] = f"{before}stands_in: true, {after}"
            else:
                rows[line] = f"{before}stands_in: true\n{' ' * column}{after}"
                added.append(line + 1)
    return _Marked("\n".join(rows), added, lost)


def _key_of(rows: Sequence[str], place: Place, key: str) -> tuple[int, int] | None:
    """The row and column, from 0, of the key of a value: in its row or one of those above it."""
    head = rows[place.line - 1][: place.column - 1]
    for line in range(place.line - 1, max(-1, place.line - 1 - _ROWS_ABOVE), -1):
        row = head if line == place.line - 1 else rows[line]
        found = re.search(rf"(?<![\w-]){key}[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?\r?$", row)
        if found:
            return line, found.start()
        if row.strip(" -\t\r") and not row.lstrip().startswith("#"):
            return None  # something else stands between
    return None


_ROWS_ABOVE: Final = 8
"""Rows between a key and what stands below it: comments."""


def _instead(text: str, place: Place, value: str) -> str:
    """The text with another value where one is written."""
    rows = text.split("\n")
    row = rows[place.line - 1]
    found = _SCALAR.match(row, place.column - 1)
    if found:
        rows[place.line - 1] = row[: found.start()] + value + row[found.end() :]
    return "\n".join(rows)


def _without_row(text: str, place: Place) -> str:
    rows = text.split("\n")
    del rows[place.line - 1]
    return "\n".join(rows)
