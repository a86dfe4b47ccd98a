"""The files that a proof shows and opens: those that its pages are made of, and no others."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from layout.environment import Files
from layout.errors import BanxinError
from layout.record import record
from layout.words.said import said

TEXTS: Final = frozenset({".yaml", ".yml", ".md", ".markdown", ".csv", ".txt"})
"""What is shown as text."""


class NotOursError(BanxinError):
    """A file that no page of the proof is made of."""


@record
class SourceText:
    """A file as text: its name as in messages, and the digest of its bytes, which a change of it
    names as its `base`."""

    file: str
    text: str
    digest: str


def path_of(label: str, specs: Iterable[Path], files: Iterable[Path]) -> Path:
    """The real path of a file that messages call `label`.

    `files` are all those that the pages hang on, real; a name that leads to another one is refused,
    whatever it looks like. Raises `NotOursError`.
    """
    known = frozenset(files)
    if not label.startswith(("/", "~")) and "\0" not in label:
        roots = dict.fromkeys(Files.around(spec).root for spec in specs)
        for root in roots:
            path = Path(os.path.realpath(root / label))
            if path in known and path.is_relative_to(os.path.realpath(root)):
                return path
    raise NotOursError(said("part.not-of-the-proof", file=label[:200]))


def source_text(label: str, path: Path) -> SourceText:
    """A file for the source pane. Raises `NotOursError` for one that is no text, `PathError`."""
    if path.suffix.lower() not in TEXTS:
        raise NotOursError(said("part.no-text-file", file=label[:200]))
    from layout.rewrite.texts import digest_of
    from layout.spec.reader.nodes import MAX_BYTES

    data = Files(path.parent).read(path, MAX_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    return SourceText(file=label, text=text, digest=digest_of(data))
