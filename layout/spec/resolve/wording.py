"""Marks in the texts of a spec and of a story's head: high and low type, bold, words in a style or
a colour.

`m^2^`, `H~2~O`, `**bold**` and `[words]{红}` are what they are in a story, and a backslash makes a
mark itself. Links and emphasis are not: a headline has * and [ ] of its own. What else looks like a
mark is set as it stands, and told.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Final

from layout.color import Color
from layout.diagnostics import Diagnostic, Place, warning
from layout.record import replace
from layout.spec.load import Sources
from layout.spec.markdown.blanks import typed_gaps
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.markdown.paragraph import NAMED, Paragraph
from layout.spec.reader.fields import Written, keys_of
from layout.spec.reader.kinds import TextKind
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import StyledText
from layout.spec.resolve.style import Styles

_DATED: Final = (
    r"[日号\d]\w{0,2}[\s（(，,]{0,3}(?:星期|礼拜|周)[一二三四五六日天]"
    r"|(?:星期|礼拜|周)[一二三四五六日天]\w{0,2}\s?[（(]"
)
"""A day with its weekday, as far as it is seen without looking closely."""


def worded(text: str, style: TextStyle, place: Place, styles: Styles) -> StyledText:
    """Words in a style, their marks taken; those in another style or a colour by its name."""
    words, runs = unmarked(text, styles.names if "]{" in text else frozenset())
    named: tuple[tuple[str, TextStyle | Color], ...] = ()
    if any(run.voice == NAMED for run in runs):
        names = dict.fromkeys(run.target for run in runs if run.voice == NAMED)
        named = tuple([(name, styles.look(name)) for name in names])
    return StyledText(
        text=words, style=style, place=place, runs=runs, named=named,
        beside=style if named else None,
    )  # fmt: skip


def typed_texts(sources: Sources) -> list[tuple[str, Place]]:
    """The texts that are set of a page, its edition, its stories' heads and its tables, with their
    places."""
    fronts = [story.front for story in sources.stories if story is not None]
    texts = [*_texts((sources.page, sources.edition, *fronts))]
    for table in sources.tables.values():
        texts += [(cell.text, cell.place) for cell in table.cells]
    return texts


def stray_words(
    texts: Iterable[tuple[str, Place]], names: AbstractSet[str]
) -> Iterator[Diagnostic]:
    """Marks of other dialects in texts, and bold that is not closed: once a kind and file. `names`
    are those of styles and colours."""
    files: dict[str, list[tuple[str, Place]]] = {}
    for text, place in texts:
        files.setdefault(place.file, []).append((text, place))
    for own in files.values():
        yield from _strays(own, names)
        yield from typed_gaps(own)


def dated_words(
    texts: Iterable[tuple[str, Place]], sources: Sources, told: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Weekdays that are not those of the days beside them, in texts and in the stories of a page,
    each once. A text of which something of the kind is `told` is left out."""
    date = sources.page.date or sources.edition.date
    done: set[object] = {d.where for d in told if d.code == "DATE-WORDS"}
    held: list[tuple[str, Place | Paragraph]] = [t for t in texts if t[1] not in done]
    for story in (story for story in sources.stories if story is not None):
        noted = [p for _, note in story.notes for p in note]
        held += [(p.text, p) for p in (*story.paragraphs, *noted)]
    for text, where in held:
        # Word by word, which is faster than all of them looked for at each character.
        if not ("星期" in text or "周" in text or "礼拜" in text) or not re.search(_DATED, text):
            continue
        from layout.spec.resolve.weekdays import wrong_weekdays  # few texts have a day with one

        for at, wrong in wrong_weekdays(text, date):
            place = where if isinstance(where, Place) else where.place_at(at)
            if isinstance(where, Place):
                place = replace(place, column=place.column + at)
            if place not in done:
                done.add(place)
                yield warning(wrong, place)


def _strays(texts: list[tuple[str, Place]], names: AbstractSet[str]) -> list[Diagnostic]:
    from layout.spec.markdown import strays

    suspect = [(text, place) for text, place in texts if strays.MAY_BE.search(text)]
    if not suspect:
        return []
    from layout.spec.markdown.inlinemarks import marked

    found: list[strays.Stray] = []
    for text, place in dict.fromkeys(suspect):
        own: list[strays.Stray] = [
            *strays.stray_marks([(0, text)], place.file, rows_too=False, names=names)
        ]
        row = text.replace("\n", " ")
        marked([(0, row)], place.file, "body", own, display=True, names=names)
        found += [
            stray._replace(place=replace(place, column=place.column + stray.place.column - 1))
            for stray in own
        ]
    return strays.told(found)


def _texts(value: Any) -> Iterator[tuple[str, Place]]:
    """The texts that are set, of a model and all that it holds, with the places of their values.
    Only what is written is looked at, in the order in which the model has its keys."""
    if isinstance(value, tuple):
        for item in value:
            if isinstance(item, tuple | Written):
                yield from _texts(item)
        return
    known = keys_of(type(value))
    for key in sorted(value.places, key=list(known).index):
        held = getattr(value, known[key].name)
        if isinstance(held, str):
            kind = known[key].metadata["kind"]
            if isinstance(kind, TextKind) and kind.copy:
                yield held, value.places[key]
        elif isinstance(held, tuple | Written):
            yield from _texts(held)
