"""A correction of the last reading carried out: where in which file its words stand, as the change
that `layout.revise` would be asked for had somebody typed it there."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from layout.diagnostics import Place, StopError, error, shown
from layout.preview.marking import HEAD, stories_on, units_of
from layout.preview.received import StrangeMessageError
from layout.proof.corrections import (
    WordChange,
    change_of,
    fault_of,
    in_words,
    judge,
    names_story,
    texts_of,
)
from layout.spec.markdown.story import Story
from layout.spec.model.corrections import WordCorrection
from layout.words.said import said

if TYPE_CHECKING:
    from layout.preview.state import PageState
    from layout.revise.reviser import Reviser

Data = dict[str, Any]
BREAK: Final = re.compile(r" \| ")
"""Where the writer of a headline parts its lines: nothing that is set."""


def carried_out(
    entry: WordCorrection, states: Mapping[str, "PageState"], reviser: "Reviser"
) -> tuple[str, Data]:
    """The page on which it is seen and the change that carries an entry out. Raises
    `StrangeMessageError` where its words do not stand there any more, or nobody can tell which."""
    fault = fault_of(entry)
    change = change_of(entry)
    if fault is not None or change.mark == "query":
        raise StrangeMessageError(fault or said("part.correction-by-hand"))
    for key, state in states.items():
        for name, story in stories_on(state).items():
            if entry.page is None and names_story(entry.story, name):
                op = _in_story(entry, change, story)
                return key, op | {"file": name, "base": reviser.digest(name)}
        page = state.page
        names = (page.name, *page.composed.resolved.names) if page is not None else ()
        if entry.page is not None and entry.page in names:
            op = _on_page(entry, state)
            return key, op | {"base": reviser.digest(op["file"])}
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


def _in_story(entry: WordCorrection, change: WordChange, story: Story) -> Data:
    """The change in the paragraph or the head of a story."""
    which, at = _stands(texts_of(story), entry)
    gone, come, _ = in_words(entry, change)
    first, last = at + change.first, at + change.last
    if which < len(HEAD):
        value = getattr(story.front, HEAD[which]) or ""
        start, end = _stretch(value, first, last)
        before = value[start:end] if last > first else ""
        return {"op": "words", "key": HEAD[which], "start": start, "before": before, "after": come}
    number = which - len(HEAD) + 1
    paragraph = story.paragraphs[number - 1]
    start, end = _stretch(paragraph.text, first, last)
    before = paragraph.text[start:end] if last > first else ""
    if start >= len(paragraph.text):  # put in behind the last character of all
        start, before = len(paragraph.text) - 1, paragraph.text[-1:]
        come = before + come
    place = paragraph.place_at(start)
    del gone
    return {"op": "words", **_placed(place), "before": before, "after": come}


def _on_page(entry: WordCorrection, state: "PageState") -> Data:
    """The change of words that are of no story: in a spec, the edition, a table."""
    from layout.whence.page import Whence

    units = units_of(state)
    texts = ["".join(line.text for line in unit) for unit in units]
    which, at = _stands(texts, entry)
    for line in units[which]:
        seen = [k for k, char in enumerate(line.text) if not char.isspace()]
        if at < len(seen):
            assert state.page is not None
            place = Whence(state.page.composed).word(line, seen[at])
            if place is None:
                break
            new = entry.should_be or ""
            return {
                "op": "words", "file": place.file, **_placed(place), "before": entry.words,
                "after": new,
            }  # fmt: skip
        at -= len(seen)
    raise StrangeMessageError(said("part.no-words-here"))


def _placed(place: Place) -> Data:
    return {"line": place.line, "column": place.column}


def _stretch(text: str, first: int, last: int) -> tuple[int, int]:
    """Where in a text characters begin and end that are counted without what is not set."""
    breaks = {k for found in BREAK.finditer(text) for k in range(*found.span())}
    seen = [k for k, char in enumerate(text) if not char.isspace() and k not in breaks]
    start = seen[first] if first < len(seen) else len(text)
    return start, seen[last - 1] + 1 if last > first else start


def _bare(text: str) -> str:
    return "".join(text.split())
