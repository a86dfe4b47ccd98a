"""What a worker does with an order: the same as a build on one core, into a folder of its own.

Pages are made and files are put in their places there by the code of `banxin build`; their bytes go
back, and the folder goes.
"""

import gc
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from layout.api import Session
from layout.archive.bundle import unpack
from layout.archive.facts import MadeFacts
from layout.archive.identity import identity, unlike
from layout.archive.inputs import FileDigests, RecordedFiles
from layout.archive.order import Answer, AnsweredPage, AnsweredVolume, MadeFile, Order, read_order
from layout.archive.shelf import found_place
from layout.environment import PROJECT_FILE
from layout.making.edition import make_volume
from layout.making.page import MadePage, make_page, settle, stems_of
from layout.record import record, replace

MOST_ROOTS: Final = 8
"""Projects that a worker keeps something of."""
GARBAGE: Final = (50_000, 20, 100)
"""As a build of many pages looks for garbage."""
BUNDLE: Final = "bundle"


class Bench:
    """What a worker keeps from order to order. For one order at a time."""

    def __init__(self, folder: Path) -> None:
        """`folder` is one of its own, for what is unpacked and made."""
        self._folder = folder
        self.identity = identity()
        self._digests = FileDigests()
        self._session: Session | None = None
        self._roots: dict[Path, RecordedFiles] = {}

    def make(self, packed: bytes, bundle: bytes) -> tuple[bytes, list[bytes]]:
        """Carry out an order. Raises `ValueError` for what is none, `BundleError`, `OSError`."""
        order = read_order(packed)
        if unlike(order.identity, self.identity):
            return Answer(refused=self.identity).packed()
        with _rarely():
            root = Path(order.root)
            if order.bundle:
                root = self._unpacked(bundle, order)
            answer = self._answer(order, root)
            if answer is None:  # it held a face that is another one now
                self._session, self._roots = None, {}
                answer = self._answer(order, root)
            return (answer or Answer(unlike=order.specs[0])).packed()

    def _unpacked(self, bundle: bytes, order: Order) -> Path:
        """The root of a project that was sent along, called as it is there: an edition may be
        called by its folder."""
        place = self._folder / BUNDLE
        shutil.rmtree(place, ignore_errors=True)
        root = place / (Path(order.root).name or BUNDLE)
        root.mkdir(parents=True)
        unpack(bundle, order.bundle, root)
        (root / PROJECT_FILE).touch()  # else each of its editions would be a project by itself
        return root

    def _answer(self, order: Order, root: Path) -> Answer | None:
        """None where what is kept is of other faces or profiles."""
        if self._session is None or (root not in self._roots and len(self._roots) >= MOST_ROOTS):
            self._session, self._roots = Session(lasting=False), {}
            if "pdf" in order.recipe.formats:
                self._session.load(order.recipe.options["renderer"])
        env = self._roots.setdefault(root, RecordedFiles(root, self._digests))
        for name, digest in order.heads.items():
            if self._digests.of(root / name) != digest:
                return Answer(unlike=name)
        with self._room(order) as room:
            made = _made(self._session, order, root, env, room)
        return None if env.stale else made

    @contextmanager
    def _room(self, order: Order) -> Iterator["_Workroom"]:
        """Where the files of an order are made."""
        place = found_place(order.place, order.word)
        if place is not None:
            yield _Workroom(folder=place, shelf=True)
            return
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            yield _Workroom(folder=Path(folder), shelf=False)


@record
class _Workroom:
    """A folder in which files are made: on a `shelf` they stay, from elsewhere they are sent."""

    folder: Path
    shelf: bool

    def file(self, path: Path, name: str) -> MadeFile:
        """A file that was made here; `name` is what it is called in its place."""
        data = path.read_bytes()
        return MadeFile(name, sha256(data).hexdigest(), path if self.shelf else data)


def _made(
    session: Session, order: Order, root: Path, env: RecordedFiles, room: _Workroom
) -> Answer:
    args, edition = order.recipe.args(room.folder), order.edition
    pages: list[MadePage] = []
    answers: list[AnsweredPage] = []
    names: dict[str, Path] = {}
    for number, spec in enumerate(order.specs):
        env.begin()
        page = make_page(
            session, root / spec, args, list(order.recipe.formats), mark=str(number),
            bound=edition is not None, env=env,
        )  # fmt: skip
        files = [room.file(beside, place.name) for place, beside in page.parts]
        _, found = settle(replace(page, parts=()), names)
        if len(found) > len(page.found):  # another page has its files; who asks will tell it again
            page = replace(page, ready=b"")
        answers.append(
            AnsweredPage(
                inputs=env.inputs(),
                files=tuple(files),
                facts=MadeFacts(
                    found=page.found, name=page.name, place=page.place, halves=page.halves,
                    stands_in=page.stands_in, ready=bool(page.ready),
                ),
            )
        )  # fmt: skip
        pages.append(page)
    volume: AnsweredVolume | None = None
    if edition is not None:
        whole = replace(edition, path=root / edition.path)
        count = len(edition.pages)
        came = make_volume(
            session, whole, pages[:count], kinds=order.recipe.kinds, out=room.folder,
            taken=stems_of(pages), strip=pages[count] if edition.strip is not None else None,
            final=bool(order.recipe.options["final"]),
        )  # fmt: skip
        made = [(kind, room.file(path, path.name)) for kind, path in came.written]
        volume = AnsweredVolume(files=tuple(made), found=came.found)
    return Answer(pages=tuple(answers), volume=volume)


@contextmanager
def _rarely() -> Iterator[None]:
    """Look for garbage as rarely as a build does, as long as pages are made."""
    before = gc.get_threshold()
    gc.set_threshold(*GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*before)
