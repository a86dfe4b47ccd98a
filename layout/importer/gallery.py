"""The pictures of a page, put together from image marks, captions and credits.

The three of one picture stand next to one another, in any order.
"""

import re
from dataclasses import dataclass
from typing import Final

from layout.correction.captions import split_credit
from layout.importer.model import SourcePicture

# What tools write where a picture has no description: no words of the page.
_NO_WORDS: Final = re.compile(
    r"(?:图片?|照片|插图|image|img|picture|photo|figure|fig)?[ _.\-]*\d*", re.I
)


@dataclass(slots=True, kw_only=True)
class _Shot:
    """A picture while its parts are gathered; `last` is the number of the newest part."""

    last: int
    image: bool = False
    described: str = ""  # by the tool, beside the image: stands in for a caption
    caption: str = ""
    credit: str = ""


class Gallery:
    """Gathers pictures while the parts of the page are read in order."""

    def __init__(self) -> None:
        self._shots: list[_Shot] = []
        self._loose: list[tuple[int, str]] = []

    def show(self, number: int, text: str, *, image: bool) -> None:
        """Part `number` is an image's mark with its description, or a caption."""
        caption, credit = split_credit(text)
        shot = self._shots[-1] if self._shots else None
        near = shot is not None and shot.last == number - 1
        if shot is None or not (
            (near and not shot.image)
            if image
            else (near or not self._loose) and not shot.caption and not (credit and shot.credit)
        ):
            shot = _Shot(last=number)
            self._shots.append(shot)
        shot.last = number
        shot.credit = shot.credit or credit
        if image:
            shot.image = True
            shot.described = "" if _NO_WORDS.fullmatch(caption) else caption
        else:
            shot.caption = caption
        if not shot.credit and self._loose and self._loose[-1][0] == number - 1:
            shot.credit = self._loose.pop()[1]

    def credit(self, number: int, text: str) -> None:
        """Part `number` says whose a picture is: its neighbour, or the page's pictures."""
        caption, credit = split_credit(text)
        words = credit if credit and not caption else text
        shot = self._shots[-1] if self._shots else None
        if shot and shot.last == number - 1 and not shot.credit:
            shot.credit, shot.last = words, number
        else:
            self._loose.append((number, words))

    def close(self) -> tuple[tuple[SourcePicture, ...], tuple[str, ...]]:
        """The pictures, and the credits that belong to no one of them."""
        loose = [words for _, words in self._loose]
        if loose and self._shots and not self._shots[0].credit:
            self._shots[0].credit = loose.pop(0)
        pictures = tuple(
            SourcePicture(caption=s.caption or s.described, credit=s.credit) for s in self._shots
        )
        return pictures, tuple(loose)
