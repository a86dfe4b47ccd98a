"""What A and B stand for: a build's folder, an edition, a page spec, a PDF, a dump, or one of these
at another state of git; and the pages of it."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.compare.side import CompareError, PageSide
from layout.diagnostics import StopError, shown
from layout.display.dump import HEADER
from layout.display.items import Item, Page, Picture
from layout.display.undump import parse_dump
from layout.environment import EDITION_FILE, Files, PathError
from layout.errors import BanxinError
from layout.record import record, replace
from layout.words.said import Said, said

if TYPE_CHECKING:  # two dumps need no page made
    from layout.api import ComposedPage, Session

MOST_DUMP: Final = 64 << 20
"""Bytes of a dump: the fullest page of B1 to B4 takes 150,000."""
MOST_PDF: Final = 1 << 30
MOST_PAGES: Final = 500
SPECS: Final = frozenset({".yaml", ".yml"})
AT: Final = "@"


class Composer:
    """Makes pages by one session, which is begun with the first of them."""

    def __init__(self) -> None:
        self.known: dict[str, Item] = {}  # of dumps: two states of a page have most in common
        self._session: Session | None = None

    @property
    def session(self) -> "Session":
        """The session."""
        if self._session is None:
            from layout.api import Session

            self._session = Session()
        return self._session


@record(kw_only=False)
class Sides:
    """What an argument stands for: its pages, and what is told of them."""

    given: str
    pages: tuple[PageSide, ...]
    notes: tuple[Said, ...] = ()


@record(kw_only=False)
class Given:
    """An argument taken apart: a path, and the state of git at which it is meant."""

    path: str
    rev: str = ""

    @property
    def shown(self) -> str:
        """As it is told."""
        return shown(f"{self.path}{AT}{self.rev}" if self.rev else self.path, 200)

    def of(self, file: Path) -> str:
        """A file of the folder that it is, as it is told: another may have one of its name."""
        return replace(self, path=str(Path(self.path) / file.name)).shown


def taken_apart(text: str, other: str) -> Given:
    """An argument such as `B1.yaml@HEAD~1`; `@main` alone is the path of the `other` one there. A
    file whose own name has an @ comes before."""
    if text.startswith(AT) and len(text) > 1 and not _there(text):
        return Given(path_of(other), text[1:])
    if AT not in text or _there(text):
        return Given(text)
    places = [at for at, letter in enumerate(text) if letter == AT and at]
    for at in places:
        if _there(text[:at]) and text[at + 1 :]:
            return Given(text[:at], text[at + 1 :])
    at = places[0] if places else -1
    return Given(text[:at], text[at + 1 :]) if at > 0 and text[at + 1 :] else Given(text)


def path_of(text: str) -> str:
    """The path of an argument, whatever its state of git."""
    return taken_apart(text, "").path


def sides_of(given: Given, composer: Composer, folder: Path | None = None) -> Sides:
    """The pages of an argument. `folder` stands for the path where it is one of git's: what was
    read of that state. Raises `StopError` and `CompareError`."""
    path = Path(given.path) if folder is None else folder
    if not _there(str(path)):
        raise CompareError(said("part.compare-not-there", file=given.shown))
    if path.is_dir():
        specs = any(file.suffix.lower() in SPECS for file in _files(given, path))
        if specs and (path / EDITION_FILE).is_file():
            return Sides(given.shown, tuple(_specs(given, path, composer)))
        return _folder(given, path, composer)
    head = _read(path, given.shown, 1024, whole=False)
    if path.suffix.lower() in SPECS:
        return Sides(given.shown, tuple(_specs(given, path, composer)))
    if b"%PDF-" in head:
        return Sides(given.shown, tuple(_pdf(path, given.shown)))
    if head.startswith(HEADER.encode()):
        return Sides(given.shown, (_dump(path, given.shown, composer),))
    raise CompareError(said("part.compare-strange", file=given.shown))


def neighbours_of(given: Given, composer: Composer) -> list[PageSide]:
    """The other pages of the edition beside a page spec that can be made, or of the build beside a
    dump or its PDF; none of anything else."""
    path = Path(given.path)
    if given.rev or path.is_dir():
        return []
    own, beside = path.resolve(), replace(given, path=str(Path(given.path).parent))
    try:
        if path.suffix.lower() not in SPECS:
            if path.suffix != ".txt" and not path.with_suffix(".txt").is_file():
                return []
            sides = _folder(beside, path.parent, composer).pages
            return [s for s in sides if Path(s.source).stem != path.stem and s.drawable]
        specs = composer.session.page_files(path.parent)
    except BanxinError:
        return []
    out = []
    if own not in {spec.resolve() for spec in specs}:
        return []
    for spec in specs:
        if spec.resolve() != own:
            with contextlib.suppress(BanxinError):
                source = replace(beside, path=str(Path(beside.path) / spec.name)).shown
                out.append(_composed(spec, composer, source))
    return out


def _there(text: str) -> bool:
    try:
        return os.path.lexists(text)
    except (OSError, ValueError):  # a NUL in it
        return False


def _read(path: Path, name: str, limit: int, *, whole: bool = True) -> bytes:
    """The bytes of a file, or its first ones. Raises `CompareError`."""
    try:
        if whole:
            return Files(root=path.parent).read(path, limit)
        if not path.is_file():
            raise CompareError(said("part.compare-strange", file=name))
        with path.open("rb") as file:
            return file.read(limit)
    except PathError as exc:
        raise CompareError(said("part.compare-unmade", file=name, fault=exc.args[0])) from exc
    except OSError as exc:
        from layout.words.system import reason

        raise CompareError(said("part.compare-unmade", file=name, fault=reason(exc))) from exc


def _specs(given: Given, path: Path, composer: Composer) -> list[PageSide]:
    """The pages of a page spec or an edition, composed. Raises `StopError`."""
    spec = path
    try:
        out = []
        for spec in composer.session.page_files(path):
            out.append(_composed(spec, composer))
    except StopError as exc:
        from layout.compare.typed import as_typed  # a page that cannot be made is told, no other

        raise StopError(as_typed(exc.diagnostics, spec, given.path, path, given.rev)) from exc
    return out


def _composed(spec: Path, composer: Composer, source: str = "") -> PageSide:
    page = composer.session.page(spec)
    lost = [d for d in page.diagnostics if d.severity == "error"]
    if not page.drawable:
        raise StopError(lost)
    display = page.display
    return PageSide(
        name=page.name, source=source or spec.name, kind="spec", dump=page.dump,
        paper=_paper(page), page=lambda: display, pdf=lambda: (page.pdf(), 0),
        contents=lambda: _contents(page),
    )  # fmt: skip


def _paper(page: "ComposedPage") -> str:
    edition = page.composed.sources.edition
    return " ".join(part for part in (edition.name, edition.section) if part)


def _contents(page: "ComposedPage") -> Mapping[str, str]:
    from layout.pictures.artwork import parted

    root = page.composed.environment.root
    out: dict[str, str] = {}
    for item in page.display.items:
        if isinstance(item, Picture) and item.source not in out:
            file = root / parted(item.source)[0]
            try:
                out[item.source] = hashlib.sha256(file.read_bytes()).hexdigest()
            except OSError:  # it has gone since the page was made
                out[item.source] = ""
    return out


def _dump(path: Path, name: str, composer: Composer) -> PageSide:
    """A dump, with the PDF of its name beside it, if there is one."""
    beside = path.with_suffix(".pdf")
    kept: list[str] = []

    def text() -> str:
        if not kept:
            data = _read(path, name, MOST_DUMP)
            kept.append(data.decode("utf-8", "replace"))
        return kept[0]

    def page() -> Page:
        try:
            return parse_dump(text(), composer.known)
        except BanxinError as exc:
            told = said("part.compare-unmade", file=name, fault=exc.args[0])
            raise CompareError(told) from exc

    pdf: Callable[[], tuple[bytes, int]] | None = None
    if beside.is_file():
        pdf = lambda: (_read(beside, str(Path(name).parent / beside.name), MOST_PDF), 0)  # noqa: E731
    return PageSide(name=_page_name(path), source=name, kind="dump", dump=text, page=page, pdf=pdf)


def _page_name(path: Path) -> str:
    """The name of a dump's page, from its second line; that of its file where there is none."""
    with path.open("rb") as file:
        rows = file.read(4096).decode("utf-8", "replace").split("\n")
    words = rows[1].split(" ") if len(rows) > 1 else []
    name = words[1] if len(words) > 1 and words[0] == "page" else ""
    return name if name and not name.startswith('"') else path.stem


def _pdf(path: Path, name: str) -> list[PageSide]:
    from layout.render.png import PdfPages

    data = _read(path, name, MOST_PDF)
    try:
        document = PdfPages(data)
    except BanxinError as exc:
        raise CompareError(_why(data, name, exc)) from exc
    count = document.count
    if count > MOST_PAGES:
        told = said("part.compare-pages-many", file=name, pages=count, most=MOST_PAGES)
        raise CompareError(told)
    try:
        sizes = [document.size(index) for index in range(count)]
    finally:
        document.close()
    out = []
    for index, size in enumerate(sizes):
        own = path.stem if count == 1 else f"{path.stem}-{index + 1}"

        def pdf(index: int = index) -> tuple[bytes, int]:
            return data, index

        out.append(
            PageSide(name=own, source=name, kind="pdf", pdf=pdf, size=lambda size=size: size)  # type: ignore[misc]
        )
    return out


def _why(data: bytes, name: str, fault: BanxinError) -> Said:
    """Why a PDF cannot be opened, by the reader that knows more to say of it."""
    from layout.pdf.document import open_pdf
    from layout.pdf.limits import PdfError

    why = fault.args[0]
    try:
        if not open_pdf(data).pages:
            why = said("part.pdfread-no-pages")
    except PdfError as exc:
        why = exc.args[0]
    return said("part.compare-unmade", file=name, fault=why)


def _files(given: Given, path: Path) -> list[Path]:
    """The files of a folder, by name. Raises `CompareError`."""
    try:
        return sorted(entry for entry in path.iterdir() if entry.is_file())
    except OSError as exc:
        from layout.words.system import reason

        told = said("part.compare-unmade", file=given.shown, fault=reason(exc))
        raise CompareError(told) from exc


def _folder(given: Given, path: Path, composer: Composer) -> Sides:
    """The pages of a build: its dumps with the PDFs beside them, and PDFs of pages alone. A book
    is left out where its pages stand beside it."""
    files = _files(given, path)
    listed = [
        file
        for file in files
        if file.suffix == ".txt" and _read(file, given.of(file), 32, whole=False).startswith(
            HEADER.encode()
        )
    ]  # fmt: skip
    dumps = [_dump(file, given.of(file), composer) for file in listed]
    stems = {file.stem for file in listed}
    pages: list[PageSide] = list(dumps)
    books: list[list[PageSide]] = []
    for file in files:
        if file.suffix.lower() != ".pdf" or file.stem in stems:
            continue
        if dumps and _many(file, given.of(file)):
            books.append([])
            continue
        own = _pdf(file, given.of(file))
        if len(own) == 1:
            pages += own
        else:
            books.append(own)
    if not pages:
        pages = [side for book in books for side in book]
        books = []
    if not pages:
        raise CompareError(said("part.compare-no-pages", folder=given.shown))
    notes = tuple(said("part.compare-book-left", file=book[0].source) for book in books if book)
    return Sides(given.shown, tuple(pages), notes)


def _many(path: Path, name: str) -> bool:
    """Whether a PDF has more pages than one, by the count that it states, without opening it as a
    document: pages of a build are told from its book so."""
    import re

    data = _read(path, name, MOST_PDF)
    counts = [int(n) for n in re.findall(rb"/Count (\d{1,6})\b", data)]
    return max(counts, default=1) > 1
