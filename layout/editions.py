"""Which pages a path given to a command stands for, and what is known of the edition they make."""

from pathlib import Path
from typing import Final

from layout.diagnostics import Place, StopError, did_you_mean, error, shown
from layout.environment import Files
from layout.record import record
from layout.spec.load import EDITION_FILE, is_edition, load_edition
from layout.units import ABSOLUTE_PT
from layout.words.said import Said, said

LONG_PATH: Final = 1024  # characters of a path that are shown; more is no path


@record
class EditionFile:
    """An edition as it is built: its file, its pages in order, and what its own files are called.

    `gutter` is between two pages of a spread, in points.
    """

    path: Path
    place: Place
    stem: str
    title: str
    date: str
    gutter: float
    pages: tuple[Path, ...]


def pages_of(spec: Path) -> tuple[tuple[Path, ...], EditionFile | None]:
    """The page specs behind a path, and the edition where it is one: its file or its folder.

    Raises `StopError` when the path is neither that nor a page.
    """
    path = _file(spec)
    env = Files.around(path)
    if not is_edition(env, path):
        return (path,), None
    whole = path.resolve()
    edition, pages = load_edition(env, whole)
    if not pages:
        raise StopError([error("NO-PAGES.none", Place(str(path)))])
    gutter = edition.spread.gutter
    stem = file_stem(whole.parent.name if whole.name == EDITION_FILE else whole.stem, "edition")
    named = " ".join(name for name in (edition.name, edition.section) if name)
    return pages, EditionFile(
        path=path,
        place=edition.places.get("pages", Place(env.label(whole))),
        stem=stem,
        title=named or stem,
        date=edition.date.isoformat() if edition.date is not None else "",
        gutter=gutter.value * ABSOLUTE_PT[gutter.unit],
        pages=pages,
    )


def file_stem(name: str, otherwise: str = "page") -> str:
    """A name as a file may bear it, without a suffix."""
    safe = "".join(c if c.isalnum() or c in "-_." else "_" for c in name)
    return safe.lstrip(".") or otherwise


def _file(path: Path) -> Path:
    """The file that a path leads to. Raises `StopError` when there is none."""
    try:
        folder, file, there = path.is_dir(), path.is_file(), path.exists()
    except OSError as exc:  # a name too long, a folder that may not be looked into
        place = Place(shown(str(path), LONG_PATH))
        reason = exc.strerror or said("part.not-looked-up")
        raise StopError([error("UNREADABLE.lookup", place, reason=reason)]) from exc
    if folder:
        inside = path / EDITION_FILE
        if not inside.is_file():
            raise StopError([error("NO-EDITION.folder", Place(str(path)), file=EDITION_FILE)])
        return inside
    if there and not file:
        raise StopError([error("UNREADABLE.no-file", Place(shown(str(path), LONG_PATH)))])
    if not file:
        hint: Said | str = ""
        if path.parent.is_dir():
            hint = did_you_mean(path.name, (p.name for p in path.parent.glob("*.yaml")))
        place = Place(shown(str(path), LONG_PATH))
        raise StopError([error("MISSING-FILE.given", place, hint=hint)])
    return path
