"""The words of a page as they stand on it: where some of a story, or of what is no story's, are."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.api import ComposedPage
from layout.check.makeup.drawn import DrawnLine, drawn_lines
from layout.geometry import Rect, hull
from layout.proof.cells import SetCharacter, cells
from layout.record import record

HEAD: Final = ("kicker", "title", "jump_title", "subtitle", "summary", "label", "byline")
"""What of a story's front matter is set, in the order in which its texts are looked through."""
_SLACK: Final = 4
"""Characters by which what is drawn may stand elsewhere than its source says: what composing puts
before a paragraph, or joins."""


@record
class StandingWords:
    """Where some words begin in the texts of a story or of a page, white space aside: at which
    character of which text; `before` is how often they have stood in it before."""

    text: int
    at: int
    before: int
    words: str


@record
class DrawnPlace:
    """Words as they are drawn: their characters with the number of the line that each is on.
    `begun` is how many of the words stand on a page before."""

    row: tuple[tuple[int, SetCharacter], ...]
    begun: int = 0

    @property
    def vertical(self) -> bool:
        """Whether the line runs down."""
        return self.row[0][1].vertical

    def spots(self, first: int, last: int) -> tuple[Rect, ...]:
        """The places of some of the words' characters, a rectangle a line; of none at all
        (`first` is `last`) the edge before them, without width; nothing where they are elsewhere.
        """
        index: list[int] = []  # of the glyph of each character
        for k, (_, one) in enumerate(self.row):
            index += [k] * len(one.text)
        first, last = first - self.begun, last - self.begun
        if first == last:
            if not 0 <= first <= len(index):
                return ()
            after = first == len(index)
            return (_edge(self.row[index[first - after]][1], after=after),)
        lines: dict[int, list[Rect]] = {}
        for k in dict.fromkeys(index[max(first, 0) : max(last, 0)]):
            lines.setdefault(self.row[k][0], []).append(self.row[k][1].rect)
        return tuple([hull(rects) for rects in lines.values()])


def _edge(one: SetCharacter, *, after: bool) -> Rect:
    """The edge before a character, or behind the last one."""
    rect = one.rect
    if one.vertical:
        return Rect(rect.x, rect.bottom if after else rect.y, rect.width, 0.0)
    return Rect(rect.right if after else rect.x, rect.y, 0.0, rect.height)


class DrawnWords:
    """The words of a page by what they are of: of a story, whose names are given, or of none."""

    def __init__(self, page: ComposedPage, stories: frozenset[str]) -> None:
        self._catalog = page.composed.catalog
        self._units: dict[tuple[str, int, str], list[DrawnLine]] = {}
        self._stories = stories
        for line in drawn_lines(page.display):
            key = (line.owner, line.paragraph, "" if line.paragraph else line.part)
            self._units.setdefault(key, []).append(line)

    def texts(self) -> list[str]:
        """The words of the page that are of no story."""
        return ["".join(line.text for line in lines) for lines in self._loose()]

    def _loose(self) -> Iterator[list[DrawnLine]]:
        for (owner, _, _), lines in self._units.items():
            if owner not in self._stories:
                yield lines

    def place(
        self, owner: str | None, texts: Sequence[str], place: StandingWords
    ) -> DrawnPlace | None:
        """The words of a place in some texts as they are drawn; None where they are not on this
        page. `owner` is the story whose texts these are, None where they are those of no story."""
        if owner is None:
            loose = list(self._loose())
            return self._drawn(loose[place.text], 0, place)
        if place.text < len(HEAD):
            part = HEAD[place.text].removeprefix("jump_")
            heads = [
                (of_part != part, lines) for (of, paragraph, of_part), lines in self._units.items()
                if of == owner and not paragraph
            ]  # fmt: skip
            for _, lines in sorted(heads, key=lambda head: head[0]):
                found = self._drawn(lines, None, place)
                if found is not None:
                    return found
            return None
        lines = self._units.get((owner, place.text - len(HEAD) + 1, ""), [])
        if not lines:
            return None
        begins = len("".join(texts[place.text][: lines[0].offset or 0].split()))
        return self._drawn(lines, begins, place)

    def _drawn(
        self, lines: Sequence[DrawnLine], begins: int | None, place: StandingWords
    ) -> DrawnPlace | None:
        """The words in some lines, of whose text the first character is number `begins`; None where
        that is not known, and the first that are met are those."""
        row = [(n, char) for n, line in enumerate(lines) for char in self._characters(line)]
        text = "".join(char.text for _, char in row)
        words = place.words
        found = [at for at in range(len(text)) if text.startswith(words, at)]
        wanted = place.at - begins if begins is not None else (found or [0])[0]
        if found and -_SLACK <= wanted <= len(text) - len(words) + _SLACK:
            at = min(found, key=lambda at: abs(at - wanted))
            return DrawnPlace(row=_part(row, at, at + len(words)))
        for k in range(1, len(words)):  # parted by the turn of a page
            if wanted + k == len(text) and text.endswith(words[:k]):
                return DrawnPlace(row=_part(row, wanted, len(text)))
            if wanted + k == 0 and text.startswith(words[k:]):
                return DrawnPlace(row=_part(row, 0, len(words) - k), begun=k)
        return None

    def _characters(self, line: DrawnLine) -> Iterator[SetCharacter]:
        for one in cells(line.runs, self._catalog):
            if one.text.strip():
                yield one


def _part(
    row: Sequence[tuple[int, SetCharacter]], first: int, last: int
) -> tuple[tuple[int, SetCharacter], ...]:
    """The glyphs that some characters of a row are drawn by."""
    out, at = [], 0
    for n, one in row:
        if at < last and at + len(one.text) > first:
            out.append((n, one))
        at += len(one.text)
    return tuple(out)
