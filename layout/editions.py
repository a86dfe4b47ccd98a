"""Which pages a path given to a command stands for, and what is known of the edition they make."""

from pathlib import Path
from typing import Final

from layout.diagnostics import Place, StopError, did_you_mean, error, shown, whole_file
from layout.environment import EDITION_FILE, Files
from layout.record import record
from layout.spec.load import MOST_NEAR, is_edition, load_edition, strip_of
from layout.units import ABSOLUTE_PT
from layout.words.said import Said, said

_STORIES: Final = frozenset({".md", ".markdown"})
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
    strip: Path | None = None  # the page spec of what stands in the fold of the outermost side

    @property
    def specs(self) -> tuple[Path, ...]:
        """Its page specs: its pages, and the strip."""
        return self.pages if self.strip is None else (*self.pages, self.strip)


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
        strip=strip_of(env, whole, edition),
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
        place = whole_file(shown(str(path), LONG_PATH))
        reason = exc.strerror or said("part.not-looked-up")
        raise StopError([error("UNREADABLE.lookup", place, reason=reason)]) from exc
    if folder:
        inside = path / EDITION_FILE
        if not inside.is_file():
            hint: Said | str = ""
            if any(path.glob(f"*/{EDITION_FILE}")):
                hint = said("part.editions-inside", files=f"{path.as_posix()}/*")
            place = whole_file(str(path))
            raise StopError([error("NO-EDITION.folder", place, file=EDITION_FILE, hint=hint)])
        return inside
    if there and not file:
        raise StopError([error("UNREADABLE.no-file", whole_file(shown(str(path), LONG_PATH)))])
    if not file:
        hint = near_path(path, (".yaml", ".yml"))
        place = whole_file(shown(str(path), LONG_PATH))
        raise StopError([error("MISSING-FILE.given", place, hint=hint)])
    if path.suffix.lower() in _STORIES:
        raise StopError([error("ROOT.story", whole_file(shown(str(path), LONG_PATH)))])
    return path


def near_path(path: Path, suffixes: tuple[str, ...] = ()) -> Said | str:
    """`did you mean` for a path that leads nowhere: the nearest file, or folder, beside it, with
    the folders as they were typed. Only files with one of the `suffixes`, where any are given."""
    folder, name = path.parent, path.name
    try:
        lost = not folder.is_dir()
        inside = folder.parent if lost else folder
        there = sorted(inside.iterdir())[:MOST_NEAR] if inside.is_dir() else []
        fit = [
            one.name for one in there
            if (lost and (one / name).exists())
            or (not lost and (not suffixes or one.suffix.lower() in suffixes or one.is_dir()))
        ]  # fmt: skip
    except (OSError, ValueError):
        return ""
    near = did_you_mean(folder.name if lost else name, fit)
    if not isinstance(near, Said):
        return ""
    found = inside / near["word"]
    return near.having(word=str(found / name if lost else found))
