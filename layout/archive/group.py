"""Pages that are written into one folder: an edition's, or those that were given by themselves.

They are settled in their order, whoever is done first: so two pages of one name are told the same
on any number of workers. Each is written down in the folder's manifest when its files are there.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from layout.api import Session
from layout.archive.inputs import FileDigests, digest_of_inputs
from layout.archive.manifest import MadeEntry, Manifest
from layout.archive.order import Answer, AnsweredPage, MadeFile, Recipe
from layout.diagnostics import Diagnostic, Place, error, info, warning, whole_file
from layout.editions import EditionFile
from layout.environment import Files
from layout.files import (
    WriteError,
    own_mark,
    sweep,
    sweep_dead,
    take_away,
    unwritten,
    write_beside,
    write_file,
)
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
class Way:
    """How all pages of a run are made: the recipe, and the program's identity as a text."""

    recipe: Recipe
    identity: str
    digests: FileDigests

    @property
    def how(self) -> str:
        """What the same page made in another way has not."""
        return sha256(self.recipe.text().encode()).hexdigest()[:16]

    @property
    def program(self) -> str:
        """All that the bytes of a page depend on but its files."""
        return f"{self.recipe.text()} {self.identity}"

    @property
    def maker(self) -> str:
        """What another program has not."""
        return sha256(self.identity.encode()).hexdigest()[:16]


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
        self._manifest = Manifest(self.folder)
        self._noted: list[Diagnostic] = []

    def noted(self) -> FolderTold | None:
        """What `begin` has found to be told."""
        spec = self.edition.path if self.edition is not None else self.specs[0]
        return FolderTold(spec=spec, found=tuple(self._noted)) if self._noted else None

    def begin(self) -> list[int]:
        """See what an earlier run has made; the numbers of the pages that are to be made: none
        where nothing can be written, or what stands there is another project's."""
        if fault := self._taken():
            self._noted = [fault]
            self._manifest.forget()
            return []
        wanted = self._wanted()
        if self._manifest.unread:
            place, count = whole_file(str(self._manifest.path)), self._manifest.unread
            self._noted.append(warning("MANIFEST.unread", place, count=count))
        if wanted and (fault := self._unwritable()):
            self._noted.append(fault)
            self._held = {}
            self._manifest.forget()
            return []
        return wanted

    def _taken(self) -> Diagnostic | None:
        """The error where an edition or a page of another project stands under the same name: one
        that is still there, and is made of other files."""
        for root, name in zip(self.roots, self.names, strict=True):
            for entry in self._manifest.of(name):
                if entry.root == str(root) or not (Path(entry.root) / name).exists():
                    continue
                ours = self._way.digests.inputs(root, entry.files)
                alike = digest_of_inputs(ours, self._way.program) == entry.inputs
                if not alike and ours != self._way.digests.inputs(Path(entry.root), entry.files):
                    return error(
                        "SAME-FILE.projects", Place(str(root / name)),
                        other=str(Path(entry.root) / name), file=str(self.folder),
                    )  # fmt: skip
        return None

    def _unwritable(self) -> Diagnostic | None:
        """The error where nothing can be written into the folder."""
        path = self._manifest.path
        try:
            take_away(write_beside(path, b""))
            if path.exists():
                with path.open("r+b"):
                    pass
        except WriteError as exc:
            return error("BUILD.folder", whole_file(str(self.folder)), why=exc.args[0])
        except OSError as exc:
            why = unwritten(path, exc)
            return error("BUILD.folder", whole_file(str(self.folder)), why=why)
        return None

    def _wanted(self) -> list[int]:
        """The numbers of the pages that are to be made; what is known of the others is held."""
        known = {
            at: entry
            for at, (root, name) in enumerate(zip(self.roots, self.names, strict=True))
            if (entry := self._good(root, name)) is not None
        }
        if self.whole and self.edition is not None:
            volume = self._good(self.roots[0], self._edition_key())
            if volume is None or len(known) < len(self.specs):
                known = {}
            else:
                self._volume = Volume(
                    edition=self.edition,
                    written=tuple(_by_kind(volume, self.folder, self.edition)),
                    found=volume.found,
                )
        for at, entry in known.items():
            made = _made_before(self.specs[at], entry)
            self._held[at] = _Waiting(made=made, entry=entry, before=True)
        self._before = bool(known) and self.whole
        return [at for at in range(len(self.specs)) if at not in known]

    def unlike(self, numbers: Sequence[int], answer: Answer) -> set[str]:
        """The files of an answer that are other ones here."""
        out = {answer.unlike} if answer.unlike else set()
        for at, page in zip(numbers, answer.pages, strict=False):
            ours = self._way.digests.inputs(self.roots[at], page.inputs)
            out |= {name for name, digest in page.inputs.items() if ours.get(name) != digest}
        return out

    def put(self, numbers: Sequence[int], answer: Answer) -> None:
        """Take an answer whose pages are made of what is here: their files wait beside their
        places. Raises `WriteError`."""
        for at, page in zip(numbers, answer.pages, strict=True):
            made = MadePage(
                spec=self.specs[at],
                name=page.name,
                place=page.place,
                found=page.found,
                parts=tuple([self._beside(at, file) for file in page.files]),
                stands_in=page.stands_in,
                ready=READY if page.ready or page.files else b"",
                halves=page.halves,
            )
            self._held[at] = _Waiting(made=made, entry=self._entry(at, page))
        if answer.volume is not None and self.edition is not None:
            found = list(answer.volume.found)
            written = []
            for kind, file in answer.volume.files:
                path = self.folder / file.name
                try:
                    written.append((kind, write_file(path, file.data)))
                except WriteError as exc:
                    place, name = self.edition.place, self.edition.stem
                    found.append(error("BUILD.fault", place, file=name, why=exc.args[0]))
            self._volume = Volume(edition=self.edition, written=tuple(written), found=tuple(found))
            inputs: dict[str, str | None] = {}
            for page in answer.pages:
                inputs |= page.inputs
            inputs |= self._way.digests.inputs(self.roots[0], [self._edition_key()[:-1]])
            self._volume_entry = MadeEntry(
                key=self._edition_key(),
                how=self._way.how,
                inputs=digest_of_inputs(inputs, self._way.program),
                files=tuple(sorted(inputs)),
                outputs={file.name: file.digest for _, file in answer.volume.files},
                found=tuple(found),
                root=str(self.roots[0]),
                program=self._way.maker,
            )

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

    def sweep(self) -> None:
        """Take away what waits beside its place."""
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
        elif (
            self._volume_entry is not None
            and len(self._entries) == len(self.specs)
            and not _unsure(volume.found)
        ):
            self._entries.append(self._volume_entry)
        return VolumeCame(volume=volume, pages=pages, before=self._before)

    def _good(self, root: Path, name: str) -> MadeEntry | None:
        """What an earlier run made of a spec, where it would be made the same, and is there."""
        entry = self._manifest.entry(name, self._way.how)
        if entry is None:
            if self._manifest.of(name):
                self._note(info("MADE-AGAIN.way"))
            return None
        inputs = self._way.digests.inputs(root, entry.files)
        if digest_of_inputs(inputs, self._way.program) != entry.inputs:
            if entry.program != self._way.maker:
                self._note(info("MADE-AGAIN.program"))
            return None
        fallen = entry.fallen(self.folder)
        for file, digest in fallen.items():
            place = whole_file(str(self.folder / file))
            if digest is None and not os.path.lexists(self.folder / file):
                self._note(info("MADE-AGAIN.gone", place))
            elif digest is not None and self._manifest.made(file, digest):
                self._note(info("MADE-AGAIN.way"))
            else:
                self._note(warning("MADE-AGAIN.changed", place))
        return None if fallen else entry

    def _note(self, one: Diagnostic) -> None:
        if one not in self._noted:
            self._noted.append(one)

    def _entry(self, at: int, page: AnsweredPage) -> MadeEntry | None:
        if _unsure(page.found):
            return None
        return MadeEntry(
            key=self.names[at],
            how=self._way.how,
            inputs=digest_of_inputs(page.inputs, self._way.program),
            files=tuple(page.inputs),
            outputs={file.name: file.digest for file in page.files},
            found=page.found,
            root=str(self.roots[at]),
            program=self._way.maker,
            name=page.name,
            place=page.place,
            halves=page.halves,
            stands_in=page.stands_in,
            ready=page.ready,
        )

    def _beside(self, at: int, file: MadeFile) -> tuple[Path, Path]:
        path = self.folder / file.name
        return path, write_beside(path, file.data, f"{self._mark}{at}")

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


def _unsure(found: Iterable[Diagnostic]) -> bool:
    return any(one.code in UNSURE for one in found)


def _made_before(spec: Path, entry: MadeEntry) -> MadePage:
    return MadePage(
        spec=spec, name=entry.name, place=entry.place, found=entry.found, halves=entry.halves,
        stands_in=entry.stands_in, ready=READY if entry.ready or entry.outputs else b"",
    )  # fmt: skip


def _by_kind(entry: MadeEntry, folder: Path, edition: EditionFile) -> Iterator[tuple[str, Path]]:
    """The files of an edition that an earlier run has made, each by its kind."""
    for name in entry.outputs:
        yield "book" if name == f"{edition.stem}.pdf" else "spreads", folder / name
