"""Corrections of the last reading held against the text as it is now: done, open, lost or in doubt,
and where on a page the words stand.

A story is searched whole, head and paragraphs, wherever it is set; white space does not count. A
correction is open where its words still stand, done where they do not and what should be there
does. Words that a finished correction holds itself (株洲 in 株洲市) are none that still stand.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, Literal

from layout.api import ComposedPage
from layout.diagnostics import Diagnostic, did_you_mean, error, shown, warning
from layout.geometry import Rect
from layout.proof.drawnwords import HEAD, DrawnPlace, DrawnWords, StandingWords
from layout.proof.layers.layer import CorrectionMark, ReadingMark
from layout.record import record, replace
from layout.spec.load import EditionContents, edition_contents
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
    "query": "part.correction-query",
    "replace": "part.correction-replace",
    "transpose": "part.correction-transpose",
}
MOST_MARKED: Final = 24
"""Places of one correction in doubt that are marked on a page."""
MOST_SWAPPED: Final = 12
"""Characters of a part that changes its place with another."""
LEAST_BETWEEN: Final = 2
"""Characters that stay between two changes of some words, so that each has a mark of its own."""
MOST_CHANGES: Final = 6
"""Changes of some words that are marked one by one."""
_PIECE: Final = re.compile(r"[A-Za-z0-9]+(?:[.,:%-][A-Za-z0-9]+)*%?|.", re.DOTALL)
MOST_NAMED: Final = 12
"""Stories or pages that are named where none is like the one that is given."""
_BREAK: Final = " | "
"""Where the writer of a headline parts its lines; nothing that is set."""


@record
class WordChange:
    """What a correction asks for: the kind of its mark, which part of its words is another (from,
    to), and what is to stand there; `at` is where that is in the words as they should be, None
    where that is `first`, as before it nothing is another. Of a transposition `cuts` are where its
    first part ends and its other begins; what is between them stays."""

    mark: ReadingMark
    first: int
    last: int
    new: str
    cuts: tuple[int, int] | None = None
    at: int | None = None


@record
class ReadCorrection:
    """A correction and what has come of it. `number` is that of its place in the file; `of` its
    story or page as it is shown; `count` how often its words still stand. `stands`
    is where its words are set, or where what has come of them is; `paragraph` is that of the story
    in which they are, 0 for its head and for words of none; `at` is in which of its texts they
    stand, and behind how many characters. Where
    it has several marks on a page, of changes in its words or of places that may be meant, `also`
    are those behind the first."""

    number: int
    entry: WordCorrection
    change: WordChange
    state: State
    of: str
    by: str
    reading: str
    count: int = 0
    marked: CorrectionMark | None = None
    stands: tuple[Rect, ...] = ()
    paragraph: int = 0
    at: tuple[int, int] = (0, 0)
    also: tuple[CorrectionMark, ...] = ()

    @property
    def marks(self) -> tuple[CorrectionMark, ...]:
        """All of it that is drawn on a page."""
        return () if self.marked is None else (self.marked, *self.also)

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
    """How many are done, open, and lost or in doubt, and how many are of other pages."""
    states = [one.state for one in read]
    lost, absent = states.count("lost") + states.count("doubt"), states.count("absent")
    told = said(
        "part.corrections-count", all=len(read), done=states.count("done"),
        open=states.count("open"), lost=lost,
    )  # fmt: skip
    return said("part.corrections-elsewhere", told=told, absent=absent) if absent else told


class Proofreading:
    """The corrections of a file, counted off on page after page."""

    def __init__(self, given: Corrections) -> None:
        self._given = given
        self._names: set[str] = set()
        self._pages: set[str] = set()
        self._read: dict[int, ReadCorrection] = {}
        self._edition: EditionContents | None = None

    @property
    def reading(self) -> str:
        """Which of the readings these are of, 初校 or another; empty where that is not said."""
        return self._given.reading or ""

    def on(self, page: ComposedPage) -> tuple[ReadCorrection, ...]:
        """The corrections of a page's stories and of its other words, with their marks."""
        stories = {
            block.content.story.name: block.content.story
            for block in page.composed.resolved.blocks
            if isinstance(block.content, RStory)
        }
        self._names |= set(stories)
        self._pages |= {page.name, *page.composed.resolved.names}
        if self._edition is None:
            self._edition = edition_contents(page.composed.environment, page.composed.sources)
        drawn = DrawnWords(page, frozenset(stories))
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
            stand = standing(texts, entry) if state in ("open", "doubt") else []
            if state == "open":
                stand = [place for place in stand if (place.text, place.before) == which]
            one = replace(
                self._unread(number, entry), state=state, count=count, of=owner.rpartition("/")[2]
            )
            whose = owner if entry.page is None else None
            marks = [
                mark for place in stand[:MOST_MARKED]
                if (found := drawn.place(whose, texts, place)) is not None
                for mark in _marked(found, one)
            ]  # fmt: skip
            one = replace(one, marked=next(iter(marks), None), also=tuple(marks[1:]))
            where = stand[:1] if state in ("open", "doubt") else _come(texts, entry)
            if where:
                place = drawn.place(whose, texts, where[0])
                stands = place.spots(0, len(where[0].words)) if place is not None else ()
                paragraph = 0 if whose is None else max(where[0].text - len(HEAD) + 1, 0)
                one = replace(one, stands=stands, paragraph=paragraph)
                one = replace(one, at=(where[0].text, where[0].at))
            before = self._read.get(number)
            if before is None or not (before.marked or before.stands):
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
        pages of the edition have been read: then a story that was not met is none of it. Where they
        have not, it is one of none if no page of the edition names it."""
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
            elif one.state == "absent" and (whole or self._nowhere(entry)):
                yield self._unknown(entry, whole=whole)

    def _nowhere(self, entry: WordCorrection) -> bool:
        """Whether no page of the edition has an entry's story, or is the page that it names."""
        held = self._edition
        if held is None or not held.whole:
            return False
        if entry.page is not None:
            return entry.page not in held.pages
        return not any(names_story(entry.story, name) for name in held.stories)

    def _unknown(self, entry: WordCorrection, *, whole: bool) -> Diagnostic:
        key, known, given = "CORRECTION.no-story", set(self._names), entry.story
        if entry.page is not None:
            key, known, given = "CORRECTION.no-page", set(self._pages), entry.page
        if not whole and self._edition is not None:
            known |= self._edition.stories if entry.page is None else self._edition.pages
        short = sorted({name.rpartition("/")[2] for name in known})
        hint = did_you_mean((given or "").rpartition("/")[2], short) or said(
            "part.correction-known", names=tuple(short[:MOST_NAMED])
        )
        where = entry.place_of("story" if entry.page is None else "page")
        return error(key, where, name=shown(given or ""), hint=hint)


def _marked(drawn: DrawnPlace, one: ReadCorrection) -> Iterator[CorrectionMark]:
    """The marks at the parts of a correction's words that are others, those that are on the page.
    Where it is in doubt which words are meant, all of them are asked about."""
    changes = changes_of(one.entry)
    if one.state == "doubt":
        whole = len(_bare(one.entry.words))
        changes = (WordChange(mark="query", first=0, last=whole, new=""),)
    for change in changes:
        first, last, cuts = change.first, change.last, change.cuts
        spots = drawn.spots(first, last)
        if not spots:
            continue
        parts: tuple[tuple[Rect, ...], ...] = ()
        if cuts is not None:
            spans = ((first, cuts[0]), cuts, (cuts[1], last))
            parts = tuple([drawn.spots(a, b) if a < b else () for a, b in spans])
        yield CorrectionMark(
            number=one.number,
            mark=change.mark,
            spots=spots,
            words=_written(one, change),
            vertical=drawn.vertical,
            parts=parts,
        )


def _written(one: ReadCorrection, change: WordChange) -> str:
    """What is written beside a mark: the new words, or what is asked of the old ones."""
    if change.mark == "query":
        return one.entry.note or "" if one.entry.query else ""
    return "" if change.mark == "delete" else in_words(one.entry, change)[1]


def fault_of(entry: WordCorrection) -> Said | None:
    """Why an entry says nothing that can be done; None where it does."""
    if (entry.story is None) == (entry.page is None):
        return said("CORRECTION.of-what")
    asked = [
        name for name, given in (
            ("should_be", entry.should_be is not None), ("delete", entry.delete),
            ("query", entry.query),
        ) if given
    ]  # fmt: skip
    if not asked:
        return said("CORRECTION.what")
    if len(asked) > 1:
        return said("CORRECTION.both", keys=tuple(asked))
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
    if entry.query:
        return WordChange(mark="query", first=0, last=len(old), new="")
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
    cuts = None
    if not gone:
        mark = "insert"
    elif not come:
        mark = "delete"
    elif swapped := _swapped(gone, come):
        mark, cuts = "transpose", (first + swapped[0], first + swapped[1])
    return WordChange(mark=mark, first=first, last=len(old) - behind, new=come, cuts=cuts)


def changes_of(entry: WordCorrection) -> tuple[WordChange, ...]:
    """The single changes in an entry's words, each of which is marked: of words in which two
    characters far apart are others, these two and not all between them. A figure and a Latin word
    are each of a piece."""
    whole = change_of(entry)
    old, new = _bare(entry.words), _bare(entry.should_be or "")
    if entry.delete or entry.query:
        return (whole,)
    if whole.mark != "replace" and not _parts_a_piece(old, new, whole):
        return (whole,)
    before, after = _pieces(old), _pieces(new)
    hunks: list[list[int]] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if hunks and a0 - hunks[-1][1] < LEAST_BETWEEN:
            hunks[-1][1], hunks[-1][3] = a1, b1
        else:
            hunks.append([a0, a1, b0, b1])
    if len(hunks) > MOST_CHANGES:
        return (whole,)
    out = []
    for a0, a1, b0, b1 in hunks:
        first, last = len("".join(before[:a0])), len("".join(before[:a1]))
        come = "".join(after[b0:b1])
        mark: ReadingMark = "insert" if a0 == a1 else "delete" if b0 == b1 else "replace"
        at = len("".join(after[:b0]))
        out.append(WordChange(mark=mark, first=first, last=last, new=come, at=at))
    return tuple(out)


def _parts_a_piece(old: str, new: str, change: WordChange) -> bool:
    """Whether a change begins or ends inside of a figure or a Latin word, of the words as they are
    or as they should be."""
    before, after = (set(accumulate(map(len, _pieces(text)), initial=0)) for text in (old, new))
    return not (
        {change.first, change.last, *(change.cuts or ())} <= before
        and {change.first, change.first + len(change.new)} <= after
    )


def _pieces(text: str) -> list[str]:
    """Characters one by one, figures and Latin words whole."""
    return [found[0] for found in _PIECE.finditer(text)]


def _swapped(gone: str, come: str) -> tuple[int, int] | None:
    """Where the first of two parts of some words ends and the other begins, if they change their
    places and nothing else does; of several ways that in which least is moved. A part is no longer
    than `MOST_SWAPPED`: longer ones are not seen to be the same at a glance."""
    whole = len(gone)
    if len(come) != whole:
        return None
    ways = [
        (one, whole - other)
        for one in range(1, min(whole, MOST_SWAPPED + 1))
        for other in range(1, min(whole - one, MOST_SWAPPED) + 1)
        if come == gone[whole - other :] + gone[one : whole - other] + gone[:one]
    ]
    return min(ways, key=lambda way: (way[0] + whole - way[1], way), default=None)


def in_words(entry: WordCorrection, change: WordChange) -> tuple[str, str, str]:
    """What of an entry's words goes, what comes, and the words with the place of it in brackets
    (〔〕), all with their white space."""
    old, new = entry.words, entry.should_be or ""
    first, last = _cut(old, change.first, change.last)
    at = change.first if change.at is None else change.at
    start, end = _cut(new, at, at + len(change.new))
    gone, come = old[first:last], new[start:end] if change.new else ""
    return gone, come, f"{old[:first]}〔{come or gone}〕{old[last:]}"


def _cut(text: str, first: int, last: int) -> tuple[int, int]:
    """Where in a text characters begin and end that are counted without its white space."""
    seen = [k for k, char in enumerate(text) if not char.isspace()]
    begin = seen[first] if first < len(seen) else len(text)
    return begin, seen[last - 1] + 1 if last > first else begin


def texts_of(story: Story) -> list[str]:
    """The texts of a story as they are set: its head, then its paragraphs."""
    head = [getattr(story.front, field) or "" for field in HEAD]
    return [text.replace(_BREAK, "") for text in head] + [p.text for p in story.paragraphs]


def judge(texts: Sequence[str], entry: WordCorrection) -> tuple[State, int, tuple[int, int]]:
    """What has come of an entry in some texts; how often its words still stand; and, where it is
    open, in which text they do, and how many times they have stood in it before."""
    old, new = _bare(entry.words), _bare(entry.should_be or "")
    open_at = [(place.text, place.before) for place in standing(texts, entry)]
    done, carried_out = False, 0
    for text in map(_bare, texts):
        done = done or bool(new and new in text)
        olds = _places(text, old)
        carried_out += sum(
            not any(at <= one and one + len(new) <= at + len(old) for at in olds)
            for one in _places(text, new)
        )
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


def standing(texts: Sequence[str], entry: WordCorrection) -> list[StandingWords]:
    """Where an entry's words still stand in some texts, those aside that a finished correction
    holds."""
    old, new = _bare(entry.words), _bare(entry.should_be or "")
    out = []
    for k, text in enumerate(map(_bare, texts)):
        finished = [(at, at + len(new)) for at in _places(text, new)] if old in new else []
        out += [
            StandingWords(text=k, at=at, before=before, words=old)
            for before, at in enumerate(_places(text, old))
            if not any(first <= at and at + len(old) <= last for first, last in finished)
        ]
    return out


def _come(texts: Sequence[str], entry: WordCorrection) -> list[StandingWords]:
    """Where what should be there stands, if it does once: there a finished correction is looked
    at. Where it stands several times none can say which has come of the words."""
    new = _bare(entry.should_be or "")
    found = [
        StandingWords(text=k, at=at, before=before, words=new)
        for k, text in enumerate(map(_bare, texts))
        for before, at in enumerate(_places(text, new))
    ]
    return found if len(found) == 1 else []


def _places(text: str, words: str) -> list[int]:
    """Where some words begin in a text; places may overlap."""
    out = []
    at = text.find(words) if words else -1
    while at >= 0:
        out.append(at)
        at = text.find(words, at + 1)
    return out
