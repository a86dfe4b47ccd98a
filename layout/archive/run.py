"""A back catalogue made: what is done is left, the rest is sent, what comes is put in its place."""

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Final

from layout.archive.bundle import pack
from layout.archive.group import FolderTold, PageCame, PageGroup, VolumeCame, full_path
from layout.archive.identity import Identity
from layout.archive.inputs import FONTS, taken
from layout.archive.lot import Crew, Lost, Lot
from layout.archive.order import Answer, Order
from layout.archive.shelf import Shelf
from layout.archive.way import Way
from layout.diagnostics import warning, whole_file
from layout.environment import EDITION_FILE, Files
from layout.files import WriteError
from layout.making.page import overrides_of
from layout.pictures.profile import PROFILES
from layout.record import replace
from layout.spec.named import listed_pages, named_files
from layout.words.said import said

MOST_PAGES: Final = 8
"""Pages of a lot, of those that have nothing to do with one another: fewer questions and answers,
and not much to make again where a worker ends."""
SYNC_S: Final = 1.0
"""So often what is written down is put on the disk: a power cut costs what was made since."""
MOST_TRIES: Final = 4
"""So often a lot is sent, each time with the files that were missing before."""
JUMP: Final = "jump_"
"""Where a spec has it, a story may go on from page to page."""

Unit = list[tuple[int, int]]
"""Pages that stay together, each by the number of its group and its own there."""


class Archive:
    """Groups of pages made by a crew, below a folder for all."""

    def __init__(
        self, groups: Sequence[PageGroup], way: Way, identity: Identity, out: Path
    ) -> None:
        self._groups = groups
        self._way = way
        self._identity = identity
        self._sent: set[Path] = set()
        self._shelf = Shelf(out)
        self._unsynced: set[PageGroup] = set()
        self._synced = time.monotonic()

    def make(self, crew: Crew) -> Generator[PageCame | VolumeCame | FolderTold, None, None]:
        """What there is of each page and edition, as it comes; of a folder first why
        things are made again there, or are not. Raises `WriteError`, and what the
        crew raises."""
        units: list[Unit] = []
        for number, group in enumerate(self._groups):
            units += self._units(number, group, group.begin())
            if noted := group.noted():
                yield noted
            yield from group.settled()
        if not units:
            self._shelf.take_down()
            return
        lots = deque(self._lots(units))
        groups = [self._groups[number] for number in dict.fromkeys(unit[0][0] for unit in units)]
        twice = self._shelf.put_up([group.folder for group in groups])
        try:
            yield from _told_twice([group for group in groups if group.folder in twice])
            for lot, came in crew.work(lots, self._packed):
                if isinstance(came, Lost):
                    lots.extendleft(reversed(self._given_up(lot, came)))
                elif names := self._unlike(lot, came):
                    self._send_along(lot, came, names, lots)
                else:
                    self._put(lot, came)
                yield from self._settled(lot)
            self._sync()
        finally:
            with suppress(WriteError):  # it is told already, or all is over
                self._sync()
            for group in self._groups:
                group.sweep()
            self._shelf.take_down()

    def _units(self, number: int, group: PageGroup, wanted: Sequence[int]) -> Iterator[Unit]:
        """The pages of a group that must be made together: all of an edition whose own files are
        made; else those whose stories may go on from one to the other, and any other by itself."""
        if group.whole and wanted:
            yield [(number, at) for at in wanted]
            return
        jumping = [at for at in wanted if self._jumps(group.specs[at])]
        for _, own in groupby(jumping, key=lambda at: group.roots[at]):
            yield [(number, at) for at in own]
        yield from ([(number, at)] for at in wanted if at not in set(jumping))

    def _lots(self, units: Iterable[Unit]) -> Iterator[Lot]:
        """The lots of pages that are asked for: the edition whose own files are made by itself; of
        others as many as make a lot, of any issue, if only of one project."""
        held: dict[Path, Unit] = {}
        for unit in units:
            group, at = unit[0]
            if self._groups[group].whole:
                yield Lot(pages=tuple(unit), whole=True)
                continue
            own = held.setdefault(self._groups[group].roots[at], [])
            own += unit
            if len(own) >= MOST_PAGES:
                yield Lot(pages=tuple(own))
                own.clear()
        yield from (Lot(pages=tuple(own)) for own in held.values() if own)

    def _unlike(self, lot: Lot, came: Answer) -> set[str]:
        """The files of an answer that are other ones here."""
        names = {came.unlike} if came.unlike else set()
        for (group, at), page in zip(lot.pages, came.pages, strict=False):
            names |= self._groups[group].unlike(at, page)
        return names

    def _put(self, lot: Lot, came: Answer) -> None:
        """Take what was made. Raises `WriteError`."""
        for (group, at), page in zip(lot.pages, came.pages, strict=True):
            self._groups[group].put(at, page, self._shelf)
        if came.volume is not None:
            inputs = {name: one for page in came.pages for name, one in page.inputs.items()}
            self._groups[lot.pages[0][0]].put_volume(came.volume, inputs, self._shelf)

    def _settled(self, lot: Lot) -> Iterator[PageCame | VolumeCame]:
        """What can be put in its place by now, and from time to time onto the disk. Raises
        `WriteError`."""
        for number in dict.fromkeys(group for group, _ in lot.pages):
            self._unsynced.add(self._groups[number])
            yield from self._groups[number].settled()
        if time.monotonic() - self._synced >= SYNC_S:
            self._sync()

    def _sync(self) -> None:
        while self._unsynced:
            self._unsynced.pop().sync()
        self._synced = time.monotonic()

    def _jumps(self, spec: Path) -> bool:
        if any(JUMP in text for text in self._way.recipe.options["set"]):
            return True
        try:
            return JUMP.encode() in spec.read_bytes()
        except OSError:  # told where it is made
            return False

    def _packed(self, lot: Lot) -> tuple[bytes, bytes]:
        first = self._groups[lot.pages[0][0]]
        root = first.roots[lot.pages[0][1]]
        specs = tuple([self._groups[group].names[at] for group, at in lot.pages])
        lot.place = self._shelf.place()
        order = Order(
            root=str(root),
            specs=specs,
            heads=self._way.digests.inputs(root, specs),
            recipe=self._way.recipe,
            identity=self._identity,
            edition=first.edition_sent() if lot.whole else None,
            place=str(lot.place),
            word=self._shelf.word,
        )
        if not lot.bundled and root not in self._sent:
            return order.packed(), b""
        bundle = pack(root, {*lot.names, *self._named(lot, root)})
        return replace(order, bundle=sha256(bundle).hexdigest()).packed(), bundle

    def _named(self, lot: Lot, root: Path) -> Iterator[str]:
        """The files of a project that a lot may need: what its specs name, and those of the same
        edition from which stories may come."""
        env = Files(root)
        overrides = overrides_of(self._way.recipe.args(Path()))
        specs = {full_path(self._groups[group].specs[at]) for group, at in lot.pages}
        if any(self._jumps(spec) for spec in specs):
            for spec in tuple(specs):
                specs |= {p for p in listed_pages(env, spec.with_name(EDITION_FILE)) if p.is_file()}
        paths = {path for spec in specs for path in named_files(env, spec, overrides)}
        editions = [self._groups[group].edition for group, _ in lot.pages]
        paths |= {full_path(edition.path) for edition in editions if edition is not None}
        names = [env.label(path) for path in paths]
        yield from (name for name in names if not name.startswith("/"))
        yield from taken(root, PROFILES)
        if any(name.lower().endswith(".svg") for name in names):
            yield from taken(root, FONTS)

    def _send_along(self, lot: Lot, came: Answer, names: Iterable[str], lots: deque[Lot]) -> None:
        """Ask for a lot again with its files, as a worker has not the same."""
        lot.tries += 1
        if lot.tries > MOST_TRIES:
            end = Lost(said("part.worker-unlike", file=min(names)))
            lots.extendleft(reversed(self._given_up(lot, end)))
            return
        if came.unlike:  # not even the spec is there: nor will be those of the next lot
            group, at = lot.pages[0]
            self._sent.add(self._groups[group].roots[at])
        lot.bundled = True
        lot.names |= set(names)
        lots.appendleft(lot)

    def _given_up(self, lot: Lot, came: Lost) -> list[Lot]:
        """A lot to which no answer came: its pages one by one, or the page that cannot be made."""
        if lot.whole:
            self._groups[lot.pages[0][0]].lose_volume(came.end)
        if len(lot.pages) > 1:
            return [
                Lot(pages=(page,), deaths=1, bundled=lot.bundled, names=lot.names)
                for page in lot.pages
            ]
        ((group, at),) = lot.pages
        self._groups[group].lose(at, came.end)
        return []


def _told_twice(groups: Sequence[PageGroup]) -> Iterator[FolderTold]:
    """What is told of groups into whose folders another run makes pages too: the first is named."""
    if groups:
        found = warning("CLUSTER.twice", whole_file(str(groups[0].folder)), count=len(groups))
        yield FolderTold(spec=groups[0].specs[0], found=(found,))
