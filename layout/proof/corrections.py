"""Corrections of the last reading held against the text as it is now: done, open, lost or in doubt,
and where on a page the words stand.

A story is searched whole, head and paragraphs, wherever it is set; white space does not count. A
correction is open where its words still stand, done where they do not and what should be there
does. Words that a finished correction holds itself (株洲 in 株洲市) are none that still stand.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from layout.api import ComposedPage
from layout.check.makeup.drawn import DrawnLine, drawn_lines
from layout.diagnostics import Diagnostic, did_you_mean, error, shown, warning
from layout.geometry import Rect, hull
from layout.proof.cells import SetCharacter, cells
from layout.proof.layers.layer import CorrectionMark, ReadingMark
from layout.record import record, replace
from layout.spec.markdown.story import Story
from layout.spec.model.corrections import Corrections, WordCorrection
from layout.spec.resolve.resolved import RStory
from layout.words.said import Language, Said, said

State = Literal["open", "done", "lost", "doubt", "absent"]
"""`absent` is one whose story or page is not among those that are proofed."""
STATES: Final[dict[State, str]] = {
    "open": "part.correction-open",
    "done": "part.correction-done",
    "lost": "part.correction-lost",
    "doubt": "part.correction-doubt",
    "absent": "part.correction-absent",
}
_TOLD: Final[dict[ReadingMark, str]] = {
    "delete": "part.correction-delete",
    "insert": "part.correction-insert",
    "replace": "part.correction-replace",
    "transpose": "part.correction-transpose",
}
MOST_NAMED: Final = 12
"""Stories or pages that are named where none is like the one that is given."""
_HEAD: Final = ("kicker", "title", "jump_title", "subtitle", "summary", "label", "byline")
_BREAK: Final = " | "
"""Where the writer of a headline parts its lines; nothing that is set."""


@record
class WordChange:
    """What a correction asks for: the kind of its mark, which part of its words is another (from,
    to), and what is to stand there."""

    mark: ReadingMark
    first: int
    last: int
    new: str


@record
class ReadCorrection:
    """A correction and what has come of it. `number` is that of its place in the file; `of` its
    story or page as it is shown; `count` how often its words still stand."""

    number: int
    entry: WordCorrection
    change: WordChange
    state: State
    of: str
    by: str
    reading: str
    count: int = 0
    marked: CorrectionMark | None = None

    def told(self, lang: Language) -> str:
        """What it asks for, and who asks, in a sentence."""
        words, new = self.entry.words, self.entry.should_be or ""
        key = _TOLD[self.change.mark]
        gone, come, around = in_words(self.entry, self.change)
        if self.change.mark == "delete" and _bare(gone) != _bare(words):
            key = "part.correction-delete-in"  # not all of them: they are there to find it by
        parts: list[Said] = [said(key, words=words, new=new, gone=gone, come=come, around=around)]
        who = tuple(one for one in (self.reading, self.by) if one)
        if who:
            parts.append(said("part.correction-who", who=who))
        if self.entry.note:
            parts.append(said("part.correction-note", note=self.entry.note))
        return said("part.correction-parts", parts=tuple(parts)).words(lang)

    def as_json(self, lang: Language) -> dict[str, object]:
        """It as data: `state` is one of `STATES`."""
        return {
            "number": self.number,
            "state": self.state,
            "of": self.of,
            "words": self.entry.words,
            "should_be": self.entry.should_be,
            "mark": self.change.mark,
            "says": self.told(lang),
            "on_page": self.marked is not None,
        }


def counted(read: Sequence[ReadCorrection]) -> Said:
    """How many are done, open, and lost or in doubt."""
    states = [one.state for one in read]
    lost = states.count("lost") + states.count("doubt")
    return said(
        "part.corrections-count", all=len(read), done=states.count("done"),
        open=states.count("open"), lost=lost,
    )  # fmt: skip


class Proofreading:
    """The corrections of a file, counted off on page after page."""

    def __init__(self, given: Corrections) -> None:
        self._given = given
        self._names: set[str] = set()
        self._pages: set[str] = set()
        self._read: dict[int, ReadCorrection] = {}

    def on(self, page: ComposedPage) -> tuple[ReadCorrection, ...]:
        """The corrections of a page's stories and of its other words, with their marks."""
        stories = {
            block.content.story.name: block.content.story
            for block in page.composed.resolved.blocks
            if isinstance(block.content, RStory)
        }
        self._names |= set(stories)
        self._pages |= {page.name, *page.composed.resolved.names}
        drawn = _DrawnWords(page, frozenset(stories))
        out = []
        for number, entry in enumerate(self._given.corrections, 1):
            if fault_of(entry) is not None:
                continue
            texts: list[str]
            if entry.page is not None:
                if entry.page not in (page.name, *page.composed.resolved.names):
                    continue
                owner, texts = entry.page, drawn.texts()
            else:
                story = next((s for n, s in stories.items() if names_story(entry.story, n)), None)
                if story is None:
                    continue
                owner, texts = story.name, texts_of(story)
            state, count, which = judge(texts, entry)
            one = replace(
                self._unread(number, entry), state=state, count=count, of=owner.rpartition("/")[2]
            )
            if state == "open":
                mark = drawn.mark(owner if entry.page is None else None, one, which)
                one = replace(one, marked=mark)
            before = self._read.get(number)
            if before is None or before.marked is None:
                self._read[number] = one
            out.append(one)
        return tuple(out)

    def _unread(self, number: int, entry: WordCorrection) -> ReadCorrection:
        return ReadCorrection(
            number=number,
            entry=entry,
            change=change_of(entry),
            state="absent",
            of=(entry.story or entry.page or "").rpartition("/")[2],
            by=entry.by or self._given.by or "",
            reading=entry.reading or self._given.reading or "",
        )

    def all(self) -> tuple[ReadCorrection, ...]:
        """Every correction that says what it asks for, as it stands after all pages."""
        return tuple(
            self._read.get(number) or self._unread(number, entry)
            for number, entry in enumerate(self._given.corrections, 1)
            if fault_of(entry) is None
        )

    def diagnostics(self, *, whole: bool) -> Iterator[Diagnostic]:
        """What is wrong with entries, and which words are lost or in doubt. `whole` says that all
        pages of the edition have been read: then a story that was not met is none of it."""
        for entry in self._given.corrections:
            fault = fault_of(entry)
            if fault is not None:
                yield error(fault, entry.place)
        for one in self.all():
            entry, words = one.entry, shown(one.entry.words)
            if one.state == "lost":
                yield warning("CORRECTION.lost", entry.place_of("words"), words=words, of=one.of)
            elif one.state == "doubt":
                yield warning(
                    "CORRECTION.doubt", entry.place_of("words"), words=words, of=one.of,
                    count=one.count,
                )  # fmt: skip
            elif one.state == "absent" and whole:
                key, known, given = "CORRECTION.no-story", self._names, entry.story
                if entry.page is not None:
                    key, known, given = "CORRECTION.no-page", self._pages, entry.page
                short = sorted(name.rpartition("/")[2] for name in known)
                hint = did_you_mean((given or "").rpartition("/")[2], short) or said(
                    "part.correction-known", names=tuple(short[:MOST_NAMED])
                )
                where = entry.place_of("story" if entry.page is None else "page")
                yield error(key, where, name=shown(given or ""), hint=hint)


def fault_of(entry: WordCorrection) -> Said | None:
    """Why an entry says nothing that can be done; None where it does."""
    if (entry.story is None) == (entry.page is None):
        return said("CORRECTION.of-what")
    if entry.delete == (entry.should_be is not None):
        return said("CORRECTION.what")
    if entry.should_be is not None and _bare(entry.should_be) == _bare(entry.words):
        return said("CORRECTION.same", words=shown(entry.words))
    return None


def names_story(given: str | None, name: str) -> bool:
    """Whether a story's file is meant by a name: all of its path, or the end of it."""
    return given is not None and (name == given or name.endswith(f"/{given}"))


def _bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def change_of(entry: WordCorrection) -> WordChange:
    """What is another in an entry's words, white space aside."""
    old, new = _bare(entry.words), _bare(entry.should_be or "")
    if entry.delete or not new:
        return WordChange(mark="delete", first=0, last=len(old), new="")
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    behind = 0
    while behind < min(len(old), len(new)) - first and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    gone, come = old[first : len(old) - behind], new[first : len(new) - behind]
    mark: ReadingMark = "replace"
    if not gone:
        mark = "insert"
    elif not come:
        mark = "delete"
    elif len(gone) > 1 and sorted(gone) == sorted(come):
        mark = "transpose"
    return WordChange(mark=mark, first=first, last=len(old) - behind, new=come)


def in_words(entry: WordCorrection, change: WordChange) -> tuple[str, str, str]:
    """What of an entry's words goes, what comes, and the words with the place of it in brackets
    (〔〕), all with their white space."""
    old, new = entry.words, entry.should_be or ""
    first, last = _cut(old, change.first, change.last)
    start, end = _cut(new, change.first, change.first + len(change.new))
    gone, come = old[first:last], new[start:end] if change.new else ""
    return gone, come, f"{old[:first]}〔{come or gone}〕{old[last:]}"


def _cut(text: str, first: int, last: int) -> tuple[int, int]:
    """Where in a text characters begin and end that are counted without its white space."""
    seen = [k for k, char in enumerate(text) if not char.isspace()]
    begin = seen[first] if first < len(seen) else len(text)
    return begin, seen[last - 1] + 1 if last > first else begin


def texts_of(story: Story) -> list[str]:
    """The texts of a story as they are set: its head, then its paragraphs."""
    head = [getattr(story.front, field) or "" for field in _HEAD]
    return [text.replace(_BREAK, "") for text in head] + [p.text for p in story.paragraphs]


def judge(texts: Sequence[str], entry: WordCorrection) -> tuple[State, int, tuple[int, int]]:
    """What has come of an entry in some texts; how often its words still stand; and, where it is
    open, in which text they do, and how many times they have stood in it before."""
    old, new = _bare(entry.words), _bare(entry.should_be or "")
    open_at: list[tuple[int, int]] = []
    done, carried_out = False, 0
    for k, text in enumerate(map(_bare, texts)):
        finished = [(at, at + len(new)) for at in _places(text, new)] if old in new else []
        done = done or bool(new and new in text)
        olds = _places(text, old)
        carried_out += sum(
            not any(at <= one and one + len(new) <= at + len(old) for at in olds)
            for one in _places(text, new)
        )
        for before, at in enumerate(olds):
            if not any(first <= at and at + len(old) <= last for first, last in finished):
                open_at.append((k, before))
    if entry.nth is not None and len(open_at) >= entry.nth:
        return "open", len(open_at), open_at[entry.nth - 1]
    if len(open_at) == 1 and entry.nth is None:
        return "open", 1, open_at[0]
    if open_at and not (
        entry.nth is not None and carried_out and len(open_at) + carried_out >= entry.nth
    ):  # one of several, of which so many never stood there, is not known to be carried out
        return "doubt", len(open_at), (0, 0)
    if done or (not new and not open_at):
        return "done", len(open_at), (0, 0)
    return "lost", len(open_at), (0, 0)


def _places(text: str, words: str) -> list[int]:
    """Where some words begin in a text; places may overlap."""
    out = []
    at = text.find(words) if words else -1
    while at >= 0:
        out.append(at)
        at = text.find(words, at + 1)
    return out


class _DrawnWords:
    """The words of a page as they stand on it, by what they are of."""

    def __init__(self, page: ComposedPage, stories: frozenset[str]) -> None:
        self._catalog = page.composed.catalog
        self._units: dict[tuple[str, int, str], list[DrawnLine]] = {}
        self._stories = stories
        for line in drawn_lines(page.display):
            key = (line.owner, line.paragraph, "" if line.paragraph else line.part)
            self._units.setdefault(key, []).append(line)

    def texts(self) -> list[str]:
        """The words of the page that are of no story."""
        return [
            "".join(line.text for line in lines)
            for (owner, _, _), lines in self._units.items()
            if owner not in self._stories
        ]

    def mark(
        self, owner: str | None, one: ReadCorrection, which: tuple[int, int]
    ) -> CorrectionMark | None:
        """The mark at the part of a correction's words that is another; None where they are not set
        on this page. `owner` is their story, None for words of none; `which` is as in `judge`."""
        change, old = one.change, _bare(one.entry.words)
        for unit in self._ordered(owner, which[0]):
            row = [(n, char) for n, line in enumerate(unit) for char in self._characters(line)]
            text = "".join(char.text for _, char in row)
            found = _places(text, old)
            if not found:
                continue
            at = found[min(which[1], len(found) - 1)]
            return CorrectionMark(
                number=one.number,
                mark=change.mark,
                spots=_spots(row, at + change.first, at + change.last),
                words=change.new,
                vertical=row[0][1].vertical,
            )
        return None

    def _ordered(self, owner: str | None, index: int) -> Iterator[list[DrawnLine]]:
        """The units in which to look, that of the paragraph found first."""
        paragraph = index - len(_HEAD) + 1
        for (of, _, _), lines in sorted(
            self._units.items(), key=lambda unit: unit[0][1] != paragraph
        ):
            if of == owner or (owner is None and of not in self._stories):
                yield lines

    def _characters(self, line: DrawnLine) -> Iterator[SetCharacter]:
        for one in cells(line.runs, self._catalog):
            if one.text.strip():
                yield one


def _spots(row: Sequence[tuple[int, SetCharacter]], first: int, last: int) -> tuple[Rect, ...]:
    """The places of some characters, a rectangle a line; of none at all, the edge before them."""
    index: list[int] = []  # of the glyph of each character
    for k, (_, one) in enumerate(row):
        index += [k] * len(one.text)
    if first == last:
        k = index[min(first, len(index) - 1)]
        rect = row[k][1].rect
        if first == len(index) and row[k][1].vertical:
            return (Rect(rect.x, rect.bottom, rect.width, 0.0),)
        if first == len(index):
            return (Rect(rect.right, rect.y, 0.0, rect.height),)
        return (rect,)
    lines: dict[int, list[Rect]] = {}
    for k in dict.fromkeys(index[first:last]):
        lines.setdefault(row[k][0], []).append(row[k][1].rect)
    return tuple([hull(rects) for rects in lines.values()])
