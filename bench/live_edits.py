"""Changes of the files of a proof, one after the other, no two alike that follow each other."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from bench.edition import SEED, common_han
from layout.api import Session
from layout.diagnostics import StopError

Change = Callable[[], None]
"""Writes a file."""
_PLACE: Final = re.compile(r"(?m)^( +at: \{cols: [\d-]+, lines: )(\d+)-(\d+)\}")
_WORD: Final = re.compile(r"[\u4e00-\u9fff]{2}")
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
    """A word of two characters in the next story, and then it is what it was: so after thousands of
    edits the page is no other one than at first. Every other word has a character that the page
    has not had."""
    stories = sorted(p for p in (spec.parent / "stories").glob("*.md") if p.name[0] != "B")
    texts = {story: story.read_text("utf-8") for story in stories}
    used = set("".join(texts.values()) + spec.read_text("utf-8"))
    dice = random.Random(seed)
    fresh = [char for char in common_han() if char not in used]
    dice.shuffle(fresh)
    for number in count():
        story = stories[number % len(stories)]
        text = texts[story]
        head = text.index("---", 3)
        at = dice.choice([m.start() for m in _WORD.finditer(text, head)])
        often = [char for char in text[head:] if "\u4e00" <= char <= "\u9fff"]
        first = fresh[number // 2 % len(fresh)] if number % 2 else dice.choice(often)
        word = first + dice.choice(often)
        if word == text[at : at + 2]:
            continue
        yield partial(_write, story, text[:at] + word + text[at + 2 :])
        yield partial(_write, story, text)


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
        yield partial(_write, spec, other)


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
        yield partial(_write, sheet, now)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
