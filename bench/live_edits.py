"""Changes of the files of a proof, one after the other, no two alike that follow each other."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from bench.edition import SEED, Editor
from layout.api import Session
from layout.diagnostics import StopError

Change = Callable[[], None]
"""Writes a file."""
_PLACE: Final = re.compile(r"(?m)^( +at: \{cols: [\d-]+, lines: )(\d+)-(\d+)\}")
_BODY: Final = re.compile(r"(?m)^  body: \{latin_gap: [^,]+,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """The changes of each kind, without end."""

    words: Iterator[Change]
    moves: Iterator[Change]
    styles: Iterator[Change]


def edits_of(spec: Path, seed: int = SEED) -> Edits:
    """The changes of a copied page B1."""
    return Edits(words=_words(spec, seed), moves=_moves(spec, seed), styles=_styles(spec))


def _words(spec: Path, seed: int) -> Iterator[Change]:
    """Two characters of a story: every other time one that no page has had."""
    editor = Editor(spec, seed)
    for number in count():
        yield lambda new=number % 2 == 1: editor.change_word(new_glyph=new)  # type: ignore[misc]


def _moves(spec: Path, seed: int) -> Iterator[Change]:
    """A block that goes up or down by a line, or back to where it was."""
    text = spec.read_text("utf-8")
    moved = list(_moved(spec, text))
    if not moved:
        raise AssertionError("no block of the page can be moved")
    dice = random.Random(seed)
    last = text
    while True:
        other = dice.choice([one for one in (text, *moved) if one != last])
        last = other
        yield lambda now=other: _write(spec, now)  # type: ignore[misc]


def _moved(spec: Path, text: str) -> Iterator[str]:
    """The page with one block moved, where it is still a page that is drawn without errors."""
    session = Session()
    for found in _PLACE.finditer(text):
        first, last = int(found[2]), int(found[3])
        for by in (-1, 1):
            other = f"{found[1]}{first + by}-{last + by}}}"
            changed = text[: found.start()] + other + text[found.end() :]
            _write(spec, changed)
            try:
                if session.page(spec).good:
                    yield changed
            except StopError:
                pass
    _write(spec, text)


def _styles(spec: Path) -> Iterator[Change]:
    """The size of all body text by hundredths of a point: every line of the page is set again."""
    sheet = spec.parent / "styles.yaml"
    text = sheet.read_text("utf-8")
    if len(_BODY.findall(text)) != 1:
        raise AssertionError("the sheet has no style of the body as it is known")
    for number in count(1):
        now = _BODY.sub(f"  body: {{size: 8.{number % 23 + 70}pt, latin_gap: 0,", text)
        yield lambda changed=now: _write(sheet, changed)  # type: ignore[misc]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
