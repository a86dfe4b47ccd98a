"""From words on a page to the file they are typed in: each character to its row and column."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from layout.diagnostics import Place
from layout.display.items import GlyphRun, owner_of, part_of
from layout.pipeline import Composed
from layout.record import fields
from layout.render.svg.text import WordLine, text_lines
from layout.spec.markdown.paragraph import RUBY, Paragraph
from layout.spec.markdown.story import Story
from layout.spec.resolve.resolved import RBlock, RStory, StyledText
from layout.whence.align import along, among, blank, squeezed
from layout.whence.sourcetext import SourceFile, SourceFiles

Places = tuple[Place | None, ...]
"""Of each character of a line; None for what nobody typed."""
HEADER: Final = "header"
Typed = tuple[str, Place | Paragraph]
"""Words as they are set, and the place of the value that they are, or their paragraph."""
ROWS_OF_CELL: Final = 6
"""Of a table's file in which a cell is looked for that has line ends of its own."""
LEAST_STATED: Final = 5
"""Figures by which a value is known by what it says: fewer are the lines of a place."""
_Key = tuple[str, str, float, float]


class WordPlaces:
    """Where the words of one page come from. What is asked for is worked out then, and kept."""

    def __init__(self, composed: Composed, files: SourceFiles) -> None:
        self._composed = composed
        self._files = files
        self._stories: dict[str, Sequence[Paragraph]] = {}
        for block in composed.resolved.blocks:
            if isinstance(block.content, RStory):
                self._stories.setdefault(block.content.story.name, block.content.story.paragraphs)
        self._display: dict[str, dict[_Key, Places]] = {}  # by owner
        self._origins: dict[_Key, Place] = {}
        self._behind: dict[tuple[str, int], int] = {}  # cells of a row that were found

    def of(self, line: WordLine) -> Places:
        """The place of each character of a line."""
        owner = owner_of(line.node)
        if line.passage is not None and owner in self._stories:
            return self._set(self._stories[owner], line)
        known = self._display.get(owner)
        if known is None:
            known = self._display[owner] = self._displayed(owner)
        return known.get(_key(line), (None,) * len(line.text))

    def near(self, line: WordLine, index: int) -> Place | None:
        """Where a character comes from or, where nobody typed it, what is nearest to that: the next
        one on its line that was, the value with the field that it stands for."""
        places = self.of(line)
        typed = [at for at, place in enumerate(places) if place is not None]
        if typed:
            return places[min(typed, key=lambda at: abs(at - index))]
        return self._origins.get(_key(line))

    def _set(self, paragraphs: Sequence[Paragraph], line: WordLine) -> Places:
        """A line of a story's text."""
        assert line.passage is not None
        number = line.passage.paragraph
        if not 1 <= number <= len(paragraphs):
            return (None,) * len(line.text)
        paragraph = paragraphs[number - 1]
        found = along(line.text, paragraph.text, line.passage.offset)
        return tuple([self._typed(paragraph, at) for at in found])

    def _typed(self, paragraph: Paragraph, at: int | None) -> Place | None:
        """Where a character of a paragraph is typed: in the text, or in the story's head."""
        if at is None:
            return None
        start, place, end = 0, paragraph.lines[0][1], len(paragraph.text)
        for first, here in paragraph.lines:
            if first > at:
                end = first
                break
            start, place = first, here
        file = self._files.get(place.file)
        span = file.scalars.get((place.line, place.column)) if file is not None else None
        if file is None or span is None:
            return paragraph.place_at(at)
        found = among(paragraph.text[start:end], file.text[span[0] : span[1]])[at - start]
        return file.place(span[0] + found) if found is not None else None

    def _displayed(self, owner: str) -> dict[_Key, Places]:
        """All lines of what a block shows besides the text of a story, by their places."""
        runs = [i for i in self._composed.page.items if isinstance(i, GlyphRun)]
        own = [i for i in runs if owner_of(i.node) == owner]
        groups: dict[str, list[WordLine]] = {}
        for line in text_lines(own):
            if line.passage is None or owner not in self._stories:
                groups.setdefault(part_of(line.node), []).append(line)
        texts = list(self._texts(owner))
        used: set[int] = set()
        out: dict[_Key, Places] = {}
        for part, lines in groups.items():
            if part.startswith(RUBY) and owner in self._stories:
                out |= self._ruby(lines, int(part[len(RUBY) :] or 0), owner)
                continue
            for line, places in zip(lines, self._group(lines, texts, used), strict=True):
                out[_key(line)] = places
        return out

    def _ruby(self, lines: Sequence[WordLine], number: int, owner: str) -> dict[_Key, Places]:
        """Letters over the characters of a paragraph: they are typed in its row, behind these."""
        words = "".join([line.text for line in lines])
        places: list[Place | None] = [None] * len(words)
        paragraphs = self._stories[owner]
        paragraph = paragraphs[number - 1] if 1 <= number <= len(paragraphs) else None
        at = 0
        for run in paragraph.runs if paragraph is not None else ():
            if paragraph is None or run.voice != RUBY:
                continue
            place = paragraph.place_at(run.start)
            file = self._files.get(place.file)
            begin = file.offset(place) if file is not None else None
            found = words.find(run.target, at)
            if file is None or begin is None or found < 0 or not run.target:
                continue
            typed = file.text.find(run.target, begin)
            at = found + len(run.target)
            if typed >= 0:
                places[found:at] = [file.place(typed + k) for k in range(len(run.target))]
        out: dict[_Key, Places] = {}
        at = 0
        for line in lines:
            out[_key(line)] = tuple(places[at : at + len(line.text)])
            at += len(line.text)
            if paragraph is not None:
                self._origins[_key(line)] = paragraph.place_at(0)
        return out

    def _group(
        self, lines: Sequence[WordLine], texts: Sequence[Typed], used: set[int]
    ) -> list[Places]:
        """The lines of one part of a block beside the texts that it may be of."""
        whole = "".join([line.text for line in lines])
        first, count = _made_of(squeezed(whole), [squeezed(text) for text, _ in texts], used)
        used.update(range(first, first + count))
        places = self._beside(whole, texts[first : first + count])
        out: list[Places] = []
        at = 0
        for line in lines:
            out.append(tuple(places[at : at + len(line.text)]))
            if count:
                self._origins[_key(line)] = _place(texts[first][1])
            at += len(line.text)
        return out

    def _beside(self, words: str, texts: Sequence[Typed]) -> list[Place | None]:
        """The places of words that some texts make up, one after the other."""
        out: list[Place | None] = []
        at = 0
        rest = list(_by_place(texts))
        for number, (text, place) in enumerate(rest):
            size = len(squeezed(text))
            end = at
            while end < len(words) and (size > 0 or number == len(rest) - 1):
                size -= bool(squeezed(words[end]))
                end += 1
            part = words[at:end]
            if isinstance(place, Paragraph):
                out += [self._typed(place, k) for k in among(part, place.text)]
            else:
                out += self._valued(part, place)
            at = end
        return out + [None] * (len(words) - at)

    def _valued(self, words: str, place: Place) -> list[Place | None]:
        """The places of words that stand in one value of a file."""
        file = self._files.get(place.file)
        if file is None:
            return [None] * len(words)
        start = file.offset(place)
        if start is None:
            return [None] * len(words)
        span = file.scalars.get((place.line, place.column))
        if span is None and file.label.lower().endswith((".yaml", ".yml")):
            return [None] * len(words)  # a mapping: they are made of what is in it
        if span is None:
            return self._celled(words, file, start)
        begin, end = span
        found = among(words, file.text[begin:end])
        out = [file.place(begin + at) if at is not None else None for at in found]
        if any(place is None and not blank(c) for c, place in zip(words, out, strict=True)):
            self._fields(words, out)
        return out

    def _celled(self, words: str, file: SourceFile, start: int) -> list[Place | None]:
        """The places of words in a row of a table, all cells of which are given by its beginning:
        they are looked for behind those of the cell before, and in what rows it goes on."""
        begin = max(start, self._behind.get((file.label, start), 0))
        end = start
        for _ in range(ROWS_OF_CELL):
            end = file.text.find("\n", end) + 1 or len(file.text)
            found = among(words, file.text[begin:end])
            known = [at for at in found if at is not None]
            if len(known) == len(squeezed(words)):
                self._behind[file.label, start] = begin + max(known, default=0) + 1
                break
        return [file.place(begin + at) if at is not None else None for at in found]

    def _fields(self, words: str, places: list[Place | None]) -> None:
        """Put in the places of what fields stand for, where it is a value of the edition: a name of
        the staff, the telephone."""
        sources, env = self._composed.sources, self._composed.environment
        for path in (sources.edition_path, sources.path):
            file = self._files.get(env.label(path)) if path is not None else None
            if file is not None:
                self._stated(words, file, places)

    def _stated(self, words: str, file: SourceFile, places: list[Place | None]) -> None:
        """Put in the places of what values of a file say, word for word."""
        shown = [at for at, char in enumerate(words) if not blank(char)]
        plain = "".join([words[at] for at in shown])
        for text, (begin, end) in sorted(file.values, key=lambda one: -len(one[0])):
            value = squeezed(text)
            few = len(value) < LEAST_STATED and not any(map(str.isalpha, value))
            at = plain.find(value) if len(value) > 1 and not few else -1
            if at < 0 or any(places[shown[at + k]] is not None for k in range(len(value))):
                continue
            for k, found in enumerate(among(value, file.text[begin:end])):
                places[shown[at + k]] = file.place(begin + found) if found is not None else None

    def _texts(self, owner: str) -> Iterator[Typed]:
        """The texts that a block may show, in the order in which they are written down."""
        resolved = self._composed.resolved
        if owner == HEADER:
            yield from _texts_in(resolved.header)
            yield from _texts_in(resolved.facing)
        for block in resolved.blocks:
            if owner in _names(block):
                yield from _texts_in(block.content)


def _names(block: RBlock) -> tuple[str, ...]:
    """What the nodes of a block begin with: its id, the name of its story."""
    if isinstance(block.content, RStory):
        return block.id, block.content.story.name
    return (block.id,)


def _place(typed: Place | Paragraph) -> Place:
    return typed.lines[0][1] if isinstance(typed, Paragraph) else typed


def _key(line: WordLine) -> _Key:
    return line.node, line.text, round(line.rect.x, 2), round(line.rect.y, 2)


def _texts_in(value: Any) -> Iterator[Typed]:
    """The words in a record and all that it holds, but the text of a story, with their places."""
    match value:
        case StyledText():
            yield value.text, value.place
        case Paragraph():
            yield value.text, value
        case Story():
            yield from _texts_in(value.notes)
        case tuple():
            for one in value:
                yield from _texts_in(one)
        case _ if hasattr(value, "__record_fields__"):
            for field in fields(type(value)):
                yield from _texts_in(getattr(value, field.name))


def _by_place(texts: Sequence[Typed]) -> Iterator[Typed]:
    """Texts that follow one another in one value, as the lines of a headline do, as one text."""
    words, before = "", None
    place: Place | Paragraph
    for text, place in texts:
        if before is not None and place != before:
            yield words, before
            words = ""
        words, before = words + text, place
    if before is not None:
        yield words, before


def _made_of(words: str, texts: Sequence[str], used: set[int]) -> tuple[int, int]:
    """Which texts that follow one another make up some words: the number of the first and how many;
    of those that are not used yet if there are any."""
    best: tuple[int, int, int] = (0, 0, 0)  # how well, the first, how many
    for first in range(len(texts)):
        at, number = 0, first
        while at < len(words) and number < len(texts) and words.startswith(texts[number], at):
            at += len(texts[number])
            number += 1
        score = 4 * (at == len(words) > 0) + 2 * (first not in used)
        if at == len(words) and number > first and score > best[0]:
            best = score, first, number - first
    if best[2]:
        return best[1], best[2]
    for first, text in enumerate(texts):
        if text and (words in text or text in words):
            return first, 1
    return 0, 0
