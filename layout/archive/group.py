"""Pages that are written into one folder: an edition's, or those that were given by themselves.

They are settled in their order, whoever is done first: so two pages of one name are told the same
on any number of workers. Each is written down in the folder's manifest when its files are there.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from layout.api import Session
from layout.archive.earlier import EarlierRun
from layout.archive.facts import MadeFacts
from layout.archive.inputs import Inputs, digest_of_inputs
from layout.archive.manifest import MadeEntry
from layout.archive.order import AnsweredPage, AnsweredVolume, MadeFile
from layout.archive.shelf import Shelf
from layout.archive.way import Way
from layout.diagnostics import Diagnostic, Place, error
from layout.editions import EditionFile
from layout.environment import Files
from layout.files import WriteError, own_mark, put_in_place, sweep, sweep_dead, write_beside
from layout.making.edition import Volume, make_volume
from layout.making.page import MadePage, settle
from layout.record import record, replace
from layout.words.said import Said

UNSURE: Final = frozenset({"BUILD", "WORKER"})
"""What is found of the machine rather than of the page: it is tried again at the next run."""
READY: Final = b"ready"


@record
class PageCame:
    """A page, with the files that are there of it; `before` where an earlier run has made it.
    `issue` is what its edition is called, of a folder that is an edition's."""

    spec: Path
    made: MadePage
    written: tuple[Path, ...]
    found: tuple[Diagnostic, ...]
    before: bool = False
    issue: str = ""


@record
class VolumeCame:
    """The book and the spreads of an edition."""

    volume: Volume
    pages: int
    before: bool = False


@record
class FolderTold:
    """What is told of a folder before anything of it is made: why it is made again, or, with an
    error, why nothing is written there."""

    spec: Path
    found: tuple[Diagnostic, ...]


@record
class _Waiting:
    """A page that waits for those before it."""

    made: MadePage
    entry: MadeEntry | None
    before: bool = False


class PageGroup:
    """Pages of one folder, and how far they are."""

    def __init__(
        self,
        folder: Path,
        specs: Sequence[Path],
        edition: EditionFile | None,
        way: Way,
        issue: str = "",
    ) -> None:
        """`issue` is what the edition is called where its pages are made by themselves."""
        self.folder = folder
        self.specs = tuple(specs)
        self.edition = edition
        self.issue = edition.stem if edition is not None else issue
        self.whole = edition is not None and way.recipe.kinds != ("pages",)
        self._way = way
        self.roots = tuple([Files.around(spec).root for spec in self.specs])
        self.names = tuple(
            [_name(spec, root) for spec, root in zip(self.specs, self.roots, strict=True)]
        )
        self._mark = f"{own_mark()}-"
        self._names: dict[str, Path] = {}
        self._held: dict[int, _Waiting] = {}
        self._turn = 0
        self._pages: list[MadePage] = []
        self._entries: list[MadeEntry] = []
        self._volume: Volume | None = None
        self._volume_entry: MadeEntry | None = None
        self._before = False
        self._end: Said | None = None
        sweep_dead(self.folder)
        self._earlier = EarlierRun(self.folder, way)
        self._manifest = self._earlier.manifest

    def noted(self) -> FolderTold | None:
        """What `begin` has found to be told."""
        spec = self.edition.path if self.edition is not None else self.specs[0]
        told = self._earlier.told
        return FolderTold(spec=spec, found=tuple(told)) if told else None

    def begin(self) -> list[int]:
        """See what an earlier run has made; the numbers of the pages that are to be made: none
        where nothing can be written, or what stands there is another project's."""
        earlier = self._earlier
        if fault := earlier.taken(zip(self.roots, self.names, strict=True)):
            earlier.told = [fault]
            self._manifest.forget()
            return []
        wanted = self._wanted()
        earlier.unread()
        if wanted and (fault := earlier.unwritable()):
            earlier.told.append(fault)
            self._held = {}
            self._manifest.forget()
            return []
        return wanted

    def _wanted(self) -> list[int]:
        """The numbers of the pages that are to be made; what is known of the others is held."""
        known = {
            at: entry
            for at, (root, name) in enumerate(zip(self.roots, self.names, strict=True))
            if (entry := self._earlier.good(root, name)) is not None
        }
        if self.whole and self.edition is not None:
            volume = self._earlier.good(self.roots[0], self._edition_key())
            if volume is None or len(known) < len(self.specs):
                known = {}
            else:
                self._volume = Volume(
                    edition=self.edition,
                    written=tuple(_by_kind(volume, self.folder, self.edition)),
                    found=volume.facts.found,
                )
        for at, entry in known.items():
            made = _page(self.specs[at], entry.facts, any_file=bool(entry.outputs))
            self._held[at] = _Waiting(made=made, entry=entry, before=True)
        self._before = bool(known) and self.whole
        return [at for at in range(len(self.specs)) if at not in known]

    def unlike(self, at: int, page: AnsweredPage) -> set[str]:
        """The files of a page that are other ones here."""
        ours = self._way.digests.inputs(self.roots[at], page.inputs)
        return {name for name, digest in page.inputs.items() if ours[name] != digest}

    def put(self, at: int, page: AnsweredPage, shelf: Shelf) -> None:
        """Take a page that is made of what is here: its files wait beside their places. Raises
        `WriteError`."""
        facts = replace(page.facts, found=shelf.unlaid(page.facts.found, self.folder))
        made = _page(self.specs[at], facts, any_file=bool(page.files))
        parts = [self._beside(file, shelf, f"{self._mark}{at}") for file in page.files]
        entry = self._entry(self.names[at], page.inputs, page.files, facts)
        self._held[at] = _Waiting(made=replace(made, parts=tuple(parts)), entry=entry)

    def put_volume(self, volume: AnsweredVolume, inputs: Inputs, shelf: Shelf) -> None:
        """Take the edition's own files, with what their pages were made of, and put them in their
        places."""
        if self.edition is None:
            return
        found = list(shelf.unlaid(volume.found, self.folder))
        written = []
        for kind, file in volume.files:
            try:
                path, beside = self._beside(file, shelf, self._mark)
                written.append((kind, put_in_place(beside, path)))
            except WriteError as exc:
                place, name = self.edition.place, self.edition.stem
                found.append(error("BUILD.fault", place, file=name, why=exc.args[0]))
        self._volume = Volume(edition=self.edition, written=tuple(written), found=tuple(found))
        key = self._edition_key()
        own = self._way.digests.inputs(self.roots[0], [key[:-1]])
        self._volume_entry = self._entry(
            key,
            dict(sorted({**inputs, **own}.items())),
            [file for _, file in volume.files],
            MadeFacts(found=tuple(found)),
        )

    def lose_volume(self, end: Said) -> None:
        """The edition's own files that nobody could make, and how that ended."""
        self._end = end

    def lose(self, at: int, end: Said) -> None:
        """A page that nobody could make, and how that ended."""
        spec = self.specs[at]
        self._end = end
        fault = error("WORKER.died", Place(self._typed(at)), file=spec.name, end=end)
        self._held[at] = _Waiting(made=MadePage(spec=spec, found=(fault,)), entry=None)

    def settled(self) -> Iterator[PageCame | VolumeCame]:
        """What can be put in its place by now, and told. Raises `WriteError` where the manifest
        cannot be written."""
        done: list[PageCame | VolumeCame] = []
        while self._turn in self._held:
            held = self._held.pop(self._turn)
            written, found = settle(held.made, self._names)
            alone = len(found) == len(held.made.found)  # else another page has its files
            if held.entry is not None and alone and not held.before:
                self._entries.append(held.entry)
            if held.before and held.entry is not None and alone:
                written = [self.folder / name for name in held.entry.outputs]
            told = self._as_typed(self._turn, found)
            one = replace(held.made, parts=(), ready=held.made.ready if alone else b"")
            self._pages.append(one)
            done.append(
                PageCame(
                    spec=self.specs[self._turn], made=one, written=tuple(written), found=told,
                    before=held.before, issue=self.issue,
                )
            )  # fmt: skip
            self._turn += 1
        whole = self._turn == len(self.specs)
        if whole and self.whole and self.edition is not None and done:
            done.append(self._volume_came(self.edition))
        if whole or not self.whole:
            self._manifest.add(self._entries)
            self._entries = []
        if whole:  # an archive has very many of them
            self._pages = []
            self._manifest.forget()
        yield from done

    def sync(self) -> None:
        """See to it that what is written down is on the disk. Raises `WriteError`."""
        self._manifest.sync()

    def sweep(self) -> None:
        """Take away what waits beside its place."""
        if self._turn < len(self.specs):
            sweep(self.folder, f"{self._mark}*")

    def _volume_came(self, edition: EditionFile) -> VolumeCame:
        count = len(edition.pages)
        pages = sum(len(page.halves) or 1 for page in self._pages[:count])
        volume = self._volume
        if volume is None:  # its pages were asked for one by one
            if all(page.ready for page in self._pages[:count]) and self._end is not None:
                fault = error("WORKER.died", edition.place, file=edition.stem, end=self._end)
                volume = Volume(edition=edition, written=(), found=(fault,))
            else:
                volume = make_volume(
                    Session(lasting=False), edition, self._pages[:count],
                    kinds=self._way.recipe.kinds, out=self.folder, taken=(),
                )  # fmt: skip
        elif self._volume_entry is not None and len(self._entries) == len(self.specs):
            self._entries.append(self._volume_entry)
        return VolumeCame(volume=volume, pages=pages, before=self._before)

    def _entry(
        self, key: str, inputs: Inputs, files: Sequence[MadeFile], facts: MadeFacts
    ) -> MadeEntry | None:
        """What is written down; nothing of what was found of the machine."""
        if any(one.code in UNSURE for one in facts.found):
            return None
        return MadeEntry(
            key=key,
            how=self._way.how,
            inputs=digest_of_inputs(inputs, self._way.program),
            files=tuple(inputs),
            outputs={file.name: file.digest for file in files},
            facts=facts,
            root=str(self.roots[0] if key.endswith("/") else self.roots[self.names.index(key)]),
            program=self._way.maker,
        )

    def _beside(self, file: MadeFile, shelf: Shelf, mark: str) -> tuple[Path, Path]:
        path = self.folder / file.name
        if isinstance(file.data, Path):
            return path, shelf.take(file.data, path, mark)
        return path, write_beside(path, file.data, mark)

    def edition_sent(self) -> EditionFile | None:
        """The edition for a worker, where its own files are made: its path goes from the root."""
        if self.edition is None or not self.whole:
            return None
        return replace(self.edition, path=Path(_name(self.edition.path, self.roots[0])))

    def _edition_key(self) -> str:
        """What the edition is called in the manifest; no page is called so."""
        return f"{_name(self.edition.path, self.roots[0])}/" if self.edition is not None else ""

    def _typed(self, at: int) -> str:
        """A spec as a finding names it where the page is made here."""
        spec = self.specs[at]
        return self.names[at] if spec.is_absolute() else str(spec)

    def _as_typed(self, at: int, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Findings of a page, its spec named as it was typed: elsewhere it was given by its path
        from the root."""
        name, typed = self.names[at], self._typed(at)
        return tuple(
            [
                replace(one, where=replace(one.where, file=typed))
                if isinstance(one.where, Place) and one.where.file == name
                else one
                for one in found
            ]
        )


def full_path(path: Path) -> Path:
    """A path from the top, without `..`; links are not followed, as `Files.around` does not."""
    return Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow links


def _name(spec: Path, root: Path) -> str:
    return full_path(spec).relative_to(root).as_posix()


def _page(spec: Path, facts: MadeFacts, *, any_file: bool) -> MadePage:
    """A page that was made elsewhere, or before."""
    return MadePage(
        spec=spec, name=facts.name, place=facts.place, found=facts.found, halves=facts.halves,
        stands_in=facts.stands_in, ready=READY if facts.ready or any_file else b"",
    )  # fmt: skip


def _by_kind(entry: MadeEntry, folder: Path, edition: EditionFile) -> Iterator[tuple[str, Path]]:
    """The files of an edition that an earlier run has made, each by its kind."""
    for name in entry.outputs:
        yield "book" if name == f"{edition.stem}.pdf" else "spreads", folder / name
