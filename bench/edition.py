"""Copies of the edition to work on, and pages of other text made from B1.

The copies live in a temporary folder: nothing of the checkout is touched, and the disk a folder
stands on is the same for every program that is measured.
"""

import random
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
EDITION: Final = "specs/zhuzhou-2019-09-20"
PAGE: Final = f"{EDITION}/B1.yaml"
FONTS: Final = ROOT / "fonts"

SEED: Final = 20190920
CHANGED: Final = 0.25
"""Part of the Han characters of a made-up page that are changed for others."""
NEW: Final = 0.15
"""Part of the changed ones that may be any common character, so that glyph sets differ too."""

_OF_OTHERS = re.compile(r"B[2-9]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def copy_project(folder: Path) -> Path:
    """The edition with its pictures in `folder`; the path of B1's spec there."""
    shutil.copytree(ROOT / EDITION, folder / EDITION, ignore=shutil.ignore_patterns("source", ".*"))
    (folder / "assets").mkdir()
    for picture in (*(ROOT / "assets").glob("*.jpg"), *(ROOT / "assets").glob("*.png")):
        shutil.copy(picture, folder / "assets")
    shutil.copy(ROOT / "banxin.yaml", folder)
    return folder / PAGE


def common_han() -> str:
    """The 3,755 characters of GB 2312 level 1: what a newspaper is written with."""
    rows = range(0xB0, 0xD8)
    cells = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return "".join(c.decode("gb2312", "ignore") for c in cells)


def make_pages(folder: Path, count: int, seed: int = SEED) -> list[Path]:
    """`count` pages made from B1, each with other text of the same length in every story.

    Marks, digits and letters stay, so lines stay as hard to break as they are; page numbers are
    B1, B2, … Each last paragraph loses some characters, so that no page comes out overset.
    """
    original = copy_project(folder)
    stories = sorted(
        s for s in (original.parent / "stories").glob("*.md") if not _OF_OTHERS.match(s.name)
    )
    every = "".join(_HAN.findall("".join(s.read_text(encoding="utf-8") for s in stories)))
    common = common_han()
    out = []
    for number in range(1, count + 1):
        dice = random.Random(seed + number)
        home = folder / "specs" / f"page-{number:02}"
        shutil.copytree(original.parent, home, ignore=shutil.ignore_patterns("B[2-9]*"))
        edition = home / "edition.yaml"
        listed = edition.read_text(encoding="utf-8")
        alone = re.sub(r'(?m)^  - "?B[2-9]\.yaml"?\n', "", listed)
        edition.write_text(alone, encoding="utf-8")
        for story in stories:
            text = story.read_text(encoding="utf-8")
            changed = _HAN.sub(lambda m: _other(m[0], dice, every, common), text)  # noqa: B023  called at once
            (home / "stories" / story.name).write_text(_shortened(changed), encoding="utf-8")
        spec = home / original.name
        lines = spec.read_text(encoding="utf-8")
        spec.write_text(re.sub(r"(?m)^page: B1$", f"page: B{number}", lines), encoding="utf-8")
        out.append(spec)
    return out


def _other(char: str, dice: random.Random, every: str, common: str) -> str:
    if dice.random() >= CHANGED:
        return char
    return dice.choice(common if dice.random() < NEW else every)


def _shortened(text: str) -> str:
    """The story less a line and a half of its longest paragraph."""
    paragraphs = text.split("\n\n")
    longest = max(range(1, len(paragraphs)), key=lambda i: len(paragraphs[i]))
    body = paragraphs[longest]
    paragraphs[longest] = body[:-32] + body[-1:] if len(body) > 80 else body
    return "\n\n".join(paragraphs)


class Editor:
    """Changes words in the stories of a copied edition, another one each time."""

    def __init__(self, spec: Path, seed: int = SEED) -> None:
        self._stories = sorted(
            s for s in (spec.parent / "stories").glob("*.md") if not _OF_OTHERS.match(s.name)
        )
        self._dice = random.Random(seed)
        self._turn = 0
        used = "".join(s.read_text(encoding="utf-8") for s in (*self._stories, spec))
        fresh = [c for c in common_han() if c not in used]
        self._dice.shuffle(fresh)
        self._fresh = iter(fresh)

    def change_word(self, *, new_glyph: bool) -> None:
        """Two characters of the next story become two others, in the file on the disk.

        Without a new glyph they become characters the story has, and characters go that it has
        elsewhere too: the glyphs of the page stay the same. With one, the first becomes a
        character that no page of the edition has had so far.
        """
        story = self._stories[self._turn % len(self._stories)]
        self._turn += 1
        text = story.read_text(encoding="utf-8")
        start = text.index("---", 3)
        counts = Counter(_HAN.findall(text[start:]))
        often = {c for c, n in counts.items() if n > 3}
        places = [
            i for i in range(start, len(text) - 1) if text[i] in often and text[i + 1] in often
        ]
        at = self._dice.choice(places)
        first = next(self._fresh) if new_glyph else self._dice.choice(sorted(often - {text[at]}))
        second = self._dice.choice(sorted(often - {text[at + 1]}))
        story.write_text(text[:at] + first + second + text[at + 2 :], encoding="utf-8")
