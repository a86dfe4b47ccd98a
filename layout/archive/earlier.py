"""What an earlier run has made in a folder, and whether it still stands."""

import os
from collections.abc import Iterable
from pathlib import Path

from layout.archive.inputs import digest_of_inputs
from layout.archive.manifest import MadeEntry, Manifest
from layout.archive.way import Way
from layout.diagnostics import Diagnostic, Place, error, info, warning, whole_file
from layout.files import WriteError, take_away, unwritten, write_beside


class EarlierRun:
    """What stands in a folder; `told` is why things are made again there, or are not."""

    def __init__(self, folder: Path, way: Way) -> None:
        self._folder = folder
        self._way = way
        self.manifest = Manifest(folder)
        self.told: list[Diagnostic] = []

    def unread(self) -> None:
        """Tell of lines of the manifest that are none."""
        if count := self.manifest.unread:
            place = whole_file(str(self.manifest.path))
            self.told.append(warning("MANIFEST.unread", place, count=count))

    def taken(self, pages: Iterable[tuple[Path, str]]) -> Diagnostic | None:
        """The error where an edition or a page of another project stands under the same name: one
        that is still there, and is made of other files."""
        for root, name in pages:
            for entry in self.manifest.of(name):
                if entry.root == str(root) or not (Path(entry.root) / name).exists():
                    continue
                ours = self._way.digests.inputs(root, entry.files)
                alike = digest_of_inputs(ours, self._way.program) == entry.inputs
                if not alike and ours != self._way.digests.inputs(Path(entry.root), entry.files):
                    return error(
                        "SAME-FILE.projects", Place(str(root / name)),
                        other=str(Path(entry.root) / name), file=str(self._folder),
                    )  # fmt: skip
        return None

    def unwritable(self) -> Diagnostic | None:
        """The error where nothing can be written into the folder."""
        path = self.manifest.path
        try:
            take_away(write_beside(path, b""))
            if path.exists():
                with path.open("r+b"):
                    pass
        except WriteError as exc:
            return error("BUILD.folder", whole_file(str(self._folder)), why=exc.args[0])
        except OSError as exc:
            why = unwritten(path, exc)
            return error("BUILD.folder", whole_file(str(self._folder)), why=why)
        return None

    def good(self, root: Path, name: str) -> MadeEntry | None:
        """What an earlier run made of a spec, where it would be made the same, and is there."""
        entry = self.manifest.entry(name, self._way.how)
        if entry is None:
            if self.manifest.of(name):
                self._note(info("MADE-AGAIN.way"))
            return None
        inputs = self._way.digests.inputs(root, entry.files)
        if digest_of_inputs(inputs, self._way.program) != entry.inputs:
            if entry.program != self._way.maker:
                self._note(info("MADE-AGAIN.program"))
            return None
        fallen = entry.fallen(self._folder)
        for file, digest in fallen.items():
            place = whole_file(str(self._folder / file))
            if digest is None and not os.path.lexists(self._folder / file):
                self._note(info("MADE-AGAIN.gone", place))
            elif digest is not None and self.manifest.made(file, digest):
                self._note(info("MADE-AGAIN.way"))
            else:
                self._note(warning("MADE-AGAIN.changed", place))
        return None if fallen else entry

    def _note(self, one: Diagnostic) -> None:
        if one not in self.told:
            self.told.append(one)
