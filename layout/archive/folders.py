"""The folder that an edition, or a page by itself, is written into: below the one for all, called
as its own in the project, so that no two are in each other's way however many are made."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from layout.archive.group import full_path
from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.editions import EditionFile, pages_of
from layout.environment import EDITION_FILE, Files
from layout.record import record
from layout.spec.named import named_files


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
