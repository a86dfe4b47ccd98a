"""A correction of the last reading carried out: where in which file its words stand, as the change
that `layout.revise` would be asked for had somebody typed it there.

The place is taken from the text that the change is of, and goes with the digest of that text, so
that nothing is written where the words stood once. A page that is shown may be older: its files
may have been saved since, and a page that cannot be set stays as it was last.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from layout.diagnostics import Place, StopError, error, shown
from layout.preview.marking import HEAD, stories_on, units_of
from layout.preview.neighbours import Beside, beside
from layout.preview.received import StrangeMessageError
from layout.proof.standing import judge, names_story, texts_of
from layout.proof.wordchange import changes_of, fault_of, in_words
from layout.record import record
from layout.spec.markdown.story import Story
from layout.spec.model.corrections import Corrections, WordCorrection
from layout.words.said import said

if TYPE_CHECKING:
    from layout.preview.asked import AskedFile
    from layout.preview.state import PageState
    from layout.revise.reviser import Reviser

Data = dict[str, Any]
BREAK: Final = re.compile(r" \| ")
"""Where the writer of a headline parts its lines: nothing that is set."""


@record
class Carried:
    """The change that carries an entry out; the texts that are its story's or its page's, by what
    that is called; and in which of them, behind how many characters, its words stand."""

    op: Data
    of_page: bool
    names: tuple[str, ...]
    texts: tuple[str, ...]
    which: int
    at: int

    def beside(self, given: Corrections, number: int) -> Beside:
        """What comes of the other corrections of the same texts, and of itself, that of a number of
        the file."""
        mine = [(k, one) for k, one in given.numbered() if k == number or self._has(one)]
        return beside(mine, self.texts, number, self.which, self.at)

    def _has(self, entry: WordCorrection) -> bool:
        if self.of_page:
            return entry.page in self.names
        return entry.page is None and any(names_story(entry.story, name) for name in self.names)


def carried_out(
    entry: WordCorrection, states: Mapping[str, "PageState"], reviser: "Reviser"
) -> Carried:
    """The change that carries an entry out. Raises `StrangeMessageError` and `StopError` where its
    words do not stand there any more, or nobody can tell which."""
    fault = fault_of(entry)
    if fault is not None or entry.query:
        raise StrangeMessageError(fault or said("part.correction-by-hand"))
    if entry.paragraph is not None or entry.face is not None:
        what = entry.paragraph or entry.face or ""
        raise StrangeMessageError(said("part.correction-set-by-hand", what=what))
    for state in states.values():
        for name in stories_on(state):
            if entry.page is None and names_story(entry.story, name):
                story, base = reviser.story(name)
                texts = texts_of(story)
                which, at = _stands(texts, entry)
                op = _in_story(entry, story, which, at) | {"file": name, "base": base}
                return Carried(
                    op=op, of_page=False, names=(name,), texts=tuple(texts), which=which, at=at
                )
        page = state.page
        names = (page.name, *page.composed.resolved.names) if page is not None else ()
        if entry.page is not None and entry.page in names:
            texts = ["".join(line.text for line in unit) for unit in units_of(state)]
            which, at = _stands(texts, entry)
            op = _on_page(entry, state, which, at)
            return Carried(op=op, of_page=True, names=names, texts=tuple(texts), which=which, at=at)
    raise StrangeMessageError(
        said("part.correction-homeless", name=entry.story or entry.page or "")
    )


def _stands(texts: Sequence[str], entry: WordCorrection) -> tuple[int, int]:
    """In which text an entry's words stand, and where in it. Raises `StrangeMessageError`."""
    state, count, (which, before) = judge(texts, entry)
    if state == "open":
        bare, old = _bare(texts[which]), _bare(entry.words)
        places = [at for at in range(len(bare)) if bare.startswith(old, at)]
        return which, places[before]
    key = {"done": "part.correction-was-done", "doubt": "CORRECTION.doubt"}.get(state, "")
    of = (entry.story or entry.page or "").rpartition("/")[2]
    told = said(key or "CORRECTION.lost", words=shown(entry.words), of=of, count=count)
    raise StopError([error(told, entry.place_of("words"))])


def _in_story(entry: WordCorrection, story: Story, which: int, at: int) -> Data:
    """The change in the paragraph or the head of a story."""
    if which < len(HEAD):
        key = HEAD[which]
        value = getattr(story.front, key) or ""
        start, before, after = _anew(value, at, entry, breaks=True)
        lines = BREAK.split(value[:start] + after + value[start + len(before) :])
        if not all(lines):  # a line of which nothing is left goes with its break
            start, before, after = 0, value, " | ".join(line for line in lines if line)
        return {"op": "words", "key": key, "start": start, "before": before, "after": after}
    number = which - len(HEAD) + 1
    start, before, after = _anew(story.paragraphs[number - 1].text, at, entry, breaks=False)
    end = start + len(before)
    return {
        "op": "words", "paragraph": number, "start": start, "end": end, "before": before,
        "after": after,
    }  # fmt: skip


def _anew(text: str, at: int, entry: WordCorrection, *, breaks: bool) -> tuple[int, str, str]:
    """Where in a text that holds an entry's words from its `at`-th character on (white space aside)
    others are to stand, which are there, and which are to. What stays between two changes stays
    with its white space; `breaks` says that so do breaks of a headline, inside a change too."""
    pieces: list[str] = []
    begin = done = -1
    for change in changes_of(entry):
        start, end = _stretch(text, at + change.first, at + change.last, breaks=breaks)
        if begin < 0:
            begin = start
        else:
            pieces.append(text[done:start])
        _, come, _ = in_words(entry, change)
        pieces.append(_broken(text[start:end], come) if breaks else come)
        done = end
    return begin, text[begin:done], "".join(pieces)


def _broken(gone: str, come: str) -> str:
    """New words of a headline with the breaks of the old ones, each behind as many characters."""
    parts = BREAK.split(gone)
    out: list[str] = []
    for part in parts[:-1]:
        out.append(come[: len(part)])
        come = come[len(part) :]
    return " | ".join([*out, come])


def _on_page(entry: WordCorrection, state: "PageState", which: int, at: int) -> Data:
    """The change of words that are of no story: in a spec, the edition, a table. The page tells
    where they come from: it holds for the file that it was made of."""
    from layout.preview.asked import AskedFile
    from layout.whence.page import Whence

    for line in units_of(state)[which]:
        seen = [k for k, char in enumerate(line.text) if not char.isspace()]
        if at < len(seen):
            assert state.page is not None
            assert state.aspect is not None
            place = Whence(state.page.composed).word(line, seen[at])
            base = state.aspect.files.get(place.file) if place is not None else None
            if place is None or not base:
                break
            source = AskedFile.read(state.page.composed.environment, place.file)
            if source.digest == base and _made(source, place, entry):
                told = "part.correction-made"
                raise StrangeMessageError(
                    said(told, words=entry.words, file=place.file, line=place.line)
                )
            new = entry.should_be or ""
            return {
                "op": "words", "file": place.file, "base": base, **_placed(place),
                "before": entry.words, "after": new,
            }  # fmt: skip
        at -= len(seen)
    raise StrangeMessageError(said("part.no-words-here"))


def _made(source: "AskedFile", place: Place, entry: WordCorrection) -> bool:
    """Whether nobody typed an entry's words at their place: a date, a number of a page."""
    if not source.has_values:
        return False
    found = source.typed(place)
    if found is None:
        return source.label.lower().endswith((".yaml", ".yml"))
    return _bare(entry.words) not in _bare(found[1].text)


def _placed(place: Place) -> Data:
    return {"line": place.line, "column": place.column}


def _stretch(text: str, first: int, last: int, *, breaks: bool) -> tuple[int, int]:
    """Where in a text characters begin and end that are counted without white space, and in a
    headline without its breaks."""
    found = BREAK.finditer(text) if breaks else ()
    apart = {k for one in found for k in range(*one.span())}
    seen = [k for k, char in enumerate(text) if not char.isspace() and k not in apart]
    start = seen[first] if first < len(seen) else len(text)
    return start, seen[last - 1] + 1 if last > first else start


def _bare(text: str) -> str:
    return "".join(text.split())
