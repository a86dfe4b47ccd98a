"""Corrections of the last reading held against the text as it is now: done, open, lost or in doubt,
and where on a page the words stand.

A story is searched whole, head and paragraphs, wherever it is set; white space does not count. A
correction is open where its words still stand, done where they do not and what should be there
does. Words that a finished correction holds itself (株洲 in 株洲市) are none that still stand.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.api import ComposedPage
from layout.diagnostics import Diagnostic, did_you_mean, error, shown, warning
from layout.geometry import Rect
from layout.proof.drawnwords import HEAD, DrawnPlace, DrawnWords, StandingWords
from layout.proof.layers.layer import CorrectionMark, ReadingMark
from layout.proof.standing import State, come, judge, names_story, standing, texts_of
from layout.proof.wordchange import WordChange, bare, change_of, changes_of, fault_of, in_words
from layout.record import record, replace
from layout.spec.load import EditionContents, edition_contents
from layout.spec.model.corrections import Corrections, WordCorrection
from layout.spec.resolve.resolved import RStory
from layout.words.said import Language, Said, said

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
    "join": "part.correction-join",
    "break": "part.correction-break",
    "face": "part.correction-face",
    "replace": "part.correction-replace",
    "transpose": "part.correction-transpose",
}
MOST_MARKED: Final = 24
"""Places of one correction in doubt that are marked on a page."""
MOST_NAMED: Final = 12
"""Stories or pages that are named where none is like the one that is given."""


@record
class ReadCorrection:
    """A correction and what has come of it. `number` is that of its place in the file; `of` its
    story or page as it is shown; `count` how often its words still stand. `stands`
    is where its words are set, or where what has come of them is; `paragraph` is that of the story
    in which they are, 0 for its head and for words of none; `at` is in which of its texts they
    stand, and behind how many characters. Where
    it has several marks on a page, of changes in its words or of places that may be meant, `also`
    are those behind the first. `ticked` are the places of one that is done, for who looks whether
    it is (核红)."""

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
    ticked: tuple[CorrectionMark, ...] = ()

    @property
    def marks(self) -> tuple[CorrectionMark, ...]:
        """All of it that is drawn on a page."""
        return self.ticked if self.marked is None else (self.marked, *self.also)

    def noted(self, lang: Language) -> str:
        """What a note at its place says: whether it is done, and what it asks for."""
        told = self.told(lang)
        if self.state != "done":
            return told
        return said("part.correction-done-told", told=told).words(lang)

    def told(self, lang: Language) -> str:
        """What it asks for, and who asks, in a sentence."""
        words, new = self.entry.words, self.entry.should_be or ""
        key = _TOLD[self.change.mark]
        gone, come, around = in_words(self.entry, self.change)
        if self.change.mark == "delete" and bare(gone) != bare(words):
            key = "part.correction-delete-in"  # not all of them: they are there to find it by
        parts: list[Said] = [
            said(
                key,
                words=words,
                new=new,
                gone=gone,
                come=come,
                around=around,
                face=self.entry.face or "",
            )
        ]
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
        for number, entry in self._given.numbered():
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
            if marks and marks[0].mark == "join" and whose is not None:
                marks[0] = replace(
                    marks[0],
                    spots=(*_end_before(drawn, whose, texts, stand[0].text), *marks[0].spots),
                )
            one = replace(one, marked=next(iter(marks), None), also=tuple(marks[1:]))
            where = stand[:1] if state in ("open", "doubt") else come(texts, entry)
            if where:
                place = drawn.place(whose, texts, where[0])
                stands = place.spots(0, len(where[0].words)) if place is not None else ()
                paragraph = 0 if whose is None else max(where[0].text - len(HEAD) + 1, 0)
                one = replace(one, stands=stands, paragraph=paragraph)
                one = replace(one, at=(where[0].text, where[0].at))
                if place is not None and state == "done":
                    one = replace(one, ticked=tuple(_ticked(place, one)))
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
            for number, entry in self._given.numbered()
            if fault_of(entry) is None
        )

    def diagnostics(self, *, whole: bool) -> Iterator[Diagnostic]:
        """What is wrong with entries, and which words are lost or in doubt. `whole` says that all
        pages of the edition have been read: then a story that was not met is none of it. Where they
        have not, it is one of none if no page of the edition names it."""
        yield from self._given.faults
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
        whole = len(bare(one.entry.words))
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


def _end_before(
    drawn: DrawnWords, owner: str, texts: Sequence[str], number: int
) -> tuple[Rect, ...]:
    """The edge behind the last character of the paragraph before one of a story; none where that is
    on another page, or there is no paragraph before."""
    before = bare(texts[number - 1]) if number > len(HEAD) else ""
    if not before:
        return ()
    last = StandingWords(text=number - 1, at=len(before) - 1, before=0, words=before[-1])
    place = drawn.place(owner, texts, last)
    return place.spots(1, 1) if place is not None else ()


def _ticked(drawn: DrawnPlace, one: ReadCorrection) -> Iterator[CorrectionMark]:
    """The places of a correction that is done: what has come for each change of its words; where
    words have gone, the characters on either side."""
    for change in changes_of(one.entry):
        first = change.first if change.at is None else change.at
        last = first + len(change.new)
        spots = drawn.spots(*((first, last) if change.new else (max(first - 1, 0), last + 1)))
        if spots:
            yield CorrectionMark(
                number=one.number, mark=change.mark, spots=spots, words="",
                vertical=drawn.vertical, done=True,
            )  # fmt: skip


def _written(one: ReadCorrection, change: WordChange) -> str:
    """What is written beside a mark: the new words, or what is asked of the old ones."""
    if change.mark in ("join", "break", "face"):
        return f"〔{one.entry.paragraph or f'改{one.entry.face}'}〕"
    if change.mark == "query":
        return one.entry.note or "" if one.entry.query else ""
    return "" if change.mark == "delete" else in_words(one.entry, change)[1]
