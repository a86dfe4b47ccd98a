"""A back catalogue made: what is done is left, the rest is sent, what comes is put in its place.

Each edition has a folder of its own below the one for all, called as its folder in the project, so
that no two of them are in each other's way however many are made.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Final

from layout.archive.bundle import pack
from layout.archive.group import FolderTold, PageCame, PageGroup, VolumeCame, Way, full_path
from layout.archive.identity import Identity
from layout.archive.inputs import FONTS, taken
from layout.archive.lot import Crew, Lost, Lot
from layout.archive.order import Answer, Order
from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.editions import EditionFile, pages_of
from layout.environment import EDITION_FILE, Files
from layout.making.page import overrides_of
from layout.pictures.profile import PROFILES
from layout.record import record, replace
from layout.spec.named import listed_pages, named_files
from layout.words.said import said

MOST_PAGES: Final = 4
"""Pages of a lot, of those that have nothing to do with one another: fewer questions and answers,
and not much to make again where a worker ends."""
MOST_TRIES: Final = 4
"""So often a lot is sent, each time with the files that were missing before."""
JUMP: Final = "jump_"
"""Where a spec has it, a story may go on from page to page."""


@record
class EditionOut:
    """An edition and the folder it is written into; `fault` is why it is not."""

    edition: EditionFile
    folder: Path
    fault: Diagnostic | None = None


def folders(out: Path, editions: Sequence[EditionFile]) -> list[EditionOut]:
    """A folder for each edition: as its own lies in its project, with its name where several lie
    there. Two that would have one are told."""
    found: list[EditionOut] = []
    taken_by: dict[Path, EditionFile] = {}
    for edition in editions:
        root, folder = _folder(out, edition)
        other = taken_by.setdefault(folder, edition)
        fault = None
        if other is not edition:
            fault = error(
                "SAME-FILE.folders", Place(str(edition.path)), file=str(folder),
                other=str(other.path),
            )  # fmt: skip
        elif any(Files.around(spec).root != root for spec in edition.specs):
            fault = error("CLUSTER.projects", Place(str(edition.path)), file=edition.stem)
        found.append(EditionOut(edition=edition, folder=folder, fault=fault))
    return found


def _folder(out: Path, edition: EditionFile) -> tuple[Path, Path]:
    """The root of an edition's project, and the folder it is written into."""
    path = full_path(edition.path)
    root = Files.around(path).root
    inside = path.parent.relative_to(root)
    if path.name != EDITION_FILE or inside == Path():
        inside /= edition.stem
    return root, out / inside


def lone_pages(
    out: Path, pages: Iterable[Path], overrides: tuple[str, ...] = ()
) -> list[tuple[Path, str, tuple[Path, ...]]]:
    """The folders of pages that are made without their edition, in their order: the one of the
    edition that lists them, with what it is called; else the one for all."""
    known: dict[Path, EditionFile | None] = {}
    found: dict[tuple[Path, str], list[Path]] = {}
    for spec in pages:
        own = next(_editions_of(full_path(spec), overrides, known), None)
        key = (out, "") if own is None else (_folder(out, own)[1], own.stem)
        found.setdefault(key, []).append(spec)
    return [(folder, issue, tuple(specs)) for (folder, issue), specs in found.items()]


def _editions_of(
    spec: Path, overrides: tuple[str, ...], known: dict[Path, EditionFile | None]
) -> Iterator[EditionFile]:
    """The editions that list a page, among the one beside it and those that it names; `known` are
    those that were read before."""
    for path in _beside_and_named(spec, overrides):
        if path not in known:
            known[path] = None
            if path.is_file():
                with suppress(StopError):
                    known[path] = pages_of(path)[1]
        edition = known[path]
        if edition is not None and spec.resolve() in {p.resolve() for p in edition.specs}:
            yield edition


def _beside_and_named(spec: Path, overrides: tuple[str, ...]) -> Iterator[Path]:
    """Where an edition may be that lists a page. Most often the first one does, and the page's spec
    and all that it names need not be read."""
    beside = spec.with_name(EDITION_FILE)
    yield beside
    named = named_files(Files.around(spec), spec, overrides)
    yield from sorted(p for p in named if p.suffix in (".yaml", ".yml") and p != beside)


class Archive:
    """Groups of pages made by a crew."""

    def __init__(self, groups: Sequence[PageGroup], way: Way, identity: Identity) -> None:
        self._groups = groups
        self._way = way
        self._identity = identity
        self._sent: set[Path] = set()

    def make(self, crew: Crew) -> Generator[PageCame | VolumeCame | FolderTold, None, None]:
        """What there is of each page and edition, as it comes; of a folder first why
        things are made again there, or are not. Raises `WriteError`, and what the
        crew raises."""
        lots: deque[Lot] = deque()
        for number, group in enumerate(self._groups):
            lots += self._lots(number, group, group.begin())
            if noted := group.noted():
                yield noted
            yield from group.settled()
        if not lots:
            return
        try:
            for lot, came in crew.work(lots, self._packed):
                group = self._groups[lot.group]
                if isinstance(came, Lost):
                    lots.extendleft(reversed(_given_up(group, lot, came)))
                elif names := group.unlike(lot.numbers, came):
                    self._send_along(group, lot, came, names, lots)
                else:
                    group.put(lot.numbers, came)
                yield from group.settled()
        finally:
            for group in self._groups:
                group.sweep()

    def _lots(self, number: int, group: PageGroup, wanted: Sequence[int]) -> Iterator[Lot]:
        """The pages of a group, as they are asked for: all of an edition whose own files are made;
        else those together whose stories may go on from one to the other."""
        if group.whole and wanted:
            yield Lot(group=number, numbers=tuple(wanted), whole=True)
            return
        jumping = [at for at in wanted if self._jumps(group.specs[at])]
        alone = [at for at in wanted if at not in set(jumping)]
        for numbers, most in ((jumping, len(jumping)), (alone, MOST_PAGES)):
            for _, own in groupby(numbers, key=lambda at: group.roots[at]):
                rows = list(own)
                for first in range(0, len(rows), max(most, 1)):
                    yield Lot(group=number, numbers=tuple(rows[first : first + most]))

    def _jumps(self, spec: Path) -> bool:
        if any(JUMP in text for text in self._way.recipe.options["set"]):
            return True
        try:
            return JUMP.encode() in spec.read_bytes()
        except OSError:  # told where it is made
            return False

    def _packed(self, lot: Lot) -> tuple[bytes, bytes]:
        group = self._groups[lot.group]
        root = group.roots[lot.numbers[0]]
        specs = tuple([group.names[at] for at in lot.numbers])
        order = Order(
            root=str(root),
            specs=specs,
            heads=self._way.digests.inputs(root, specs),
            recipe=self._way.recipe,
            identity=self._identity,
            edition=group.edition_sent() if lot.whole else None,
        )
        if not lot.bundled and root not in self._sent:
            return order.packed(), b""
        bundle = pack(root, {*lot.names, *self._named(group, lot, root)})
        return replace(order, bundle=sha256(bundle).hexdigest()).packed(), bundle

    def _named(self, group: PageGroup, lot: Lot, root: Path) -> Iterator[str]:
        """The files of a project that a lot may need: what its specs name, and those of the same
        edition from which stories may come."""
        env = Files(root)
        overrides = overrides_of(self._way.recipe.args(Path()))
        specs = {full_path(group.specs[at]) for at in lot.numbers}
        if any(self._jumps(spec) for spec in specs):
            for spec in tuple(specs):
                specs |= {p for p in listed_pages(env, spec.with_name(EDITION_FILE)) if p.is_file()}
        paths = {path for spec in specs for path in named_files(env, spec, overrides)}
        if group.edition is not None:
            paths.add(full_path(group.edition.path))
        names = [env.label(path) for path in paths]
        yield from (name for name in names if not name.startswith("/"))
        yield from taken(root, PROFILES)
        if any(name.lower().endswith(".svg") for name in names):
            yield from taken(root, FONTS)

    def _send_along(
        self, group: PageGroup, lot: Lot, came: Answer, names: Iterable[str], lots: deque[Lot]
    ) -> None:
        """Ask for a lot again with its files, as a worker has not the same."""
        lot.tries += 1
        if lot.tries > MOST_TRIES:
            end = Lost(said("part.worker-unlike", file=min(names)))
            lots.extendleft(reversed(_given_up(group, lot, end)))
            return
        if came.unlike:  # not even the spec is there: nor will be those of the next lot
            self._sent.add(group.roots[lot.numbers[0]])
        lot.bundled = True
        lot.names |= set(names)
        lots.appendleft(lot)


def _given_up(group: PageGroup, lot: Lot, came: Lost) -> list[Lot]:
    """A lot to which no answer came: its pages one by one, or the page that cannot be made."""
    if len(lot.numbers) > 1:
        return [
            Lot(group=lot.group, numbers=(at,), deaths=1, bundled=lot.bundled, names=lot.names)
            for at in lot.numbers
        ]
    group.lose(lot.numbers[0], came.end)
    return []
