"""What the PNG of each page was made of the last time: where nothing of it is other, it stays.

A PNG takes ten times as long as all the rest of a page. Several pages hang on one edition file and
one style sheet, and most of what is saved there changes one of them.
"""

import hashlib
import os
from pathlib import Path

from layout.api import ComposedPage
from layout.display.items import Picture
from layout.pictures.artwork import parted

State = tuple[int, ...]


class LastPngs:
    """The PNGs that one watch has written, by path: what each shows, and the file as it was left.

    A PNG that someone else has changed or taken away since is made again.
    """

    def __init__(self) -> None:
        self._written: dict[Path, tuple[str, State]] = {}
        self._begun: dict[Path, str] = {}

    def shows(self, path: Path, page: ComposedPage) -> bool:
        """Whether the file at `path` shows the page as it is now."""
        digest = self._begun[path] = shown(page)
        return self._written.get(path) == (digest, _state(path))

    def settle(self, path: Path) -> None:
        """The file at `path` has been written."""
        digest = self._begun.pop(path, None)
        if digest is not None:
            self._written[path] = (digest, _state(path))


def shown(page: ComposedPage) -> str:
    """A digest of all that a picture of the page depends on: its display list, the content of its
    pictures, and the profile by which they become inks. Faces are named there by their content.

    A picture that cannot be read counts as nothing: making the page says so.
    """
    state = hashlib.sha256(page.dump().encode("utf-8"))
    root = page.composed.environment.root
    drawn = [item.source for item in page.display.items if isinstance(item, Picture)]
    for source in dict.fromkeys(parted(each)[0] for each in drawn):
        state.update(_content(root / source))
    if drawn:
        profile = page.profile()
        state.update(profile.digest.encode("ascii") if profile is not None else b"-")
    return state.hexdigest()


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b"-"


def _state(path: Path) -> State:
    try:
        facts = os.stat(path)  # noqa: PTH116  as the watch itself looks at files
    except (OSError, ValueError):
        return ()
    return (facts.st_size, facts.st_mtime_ns, facts.st_ino)
