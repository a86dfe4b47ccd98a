"""Marks in the texts of a spec and of a story's head: high and low type, and bold.

`m^2^`, `H~2~O` and `**bold**` are what they are in a story, and a backslash makes a mark itself.
Links and emphasis are not: a headline has * and [ ] of its own. What else looks like a mark is set
as it stands, and told.
"""

from collections.abc import Iterator
from typing import Any

from layout.diagnostics import Diagnostic, Place
from layout.record import replace
from layout.spec.load import Sources
from layout.spec.markdown.blanks import typed_gaps
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.reader.fields import keys_of
from layout.spec.reader.kinds import TextKind
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import StyledText


def worded(text: str, style: TextStyle, place: Place) -> StyledText:
    """Words in a style, their marks taken."""
    words, runs = unmarked(text)
    return StyledText(text=words, style=style, place=place, runs=runs)


def stray_words(sources: Sources) -> Iterator[Diagnostic]:
    """Marks of other dialects in the texts of a page, its edition and its stories' heads, and bold
    that is not closed: once a kind and file."""
    files: dict[str, list[tuple[str, Place]]] = {}
    fronts = [story.front for story in sources.stories if story is not None]
    for text, place in _texts((sources.page, sources.edition, *fronts)):
        files.setdefault(place.file, []).append((text, place))
    for table in sources.tables.values():
        files.setdefault(table.file, []).extend((cell.text, cell.place) for cell in table.cells)
    for texts in files.values():
        yield from _strays(texts)
        yield from typed_gaps(texts)


def _strays(texts: list[tuple[str, Place]]) -> list[Diagnostic]:
    from layout.spec.markdown import strays

    suspect = [(text, place) for text, place in texts if strays.MAY_BE.search(text)]
    if not suspect:
        return []
    from layout.spec.markdown.inlinemarks import marked

    found: list[strays.Stray] = []
    for text, place in dict.fromkeys(suspect):
        own: list[strays.Stray] = [*strays.stray_marks([(0, text)], place.file, rows_too=False)]
        marked([(0, text.replace("\n", " "))], place.file, "body", own, display=True)
        found += [
            stray._replace(place=replace(place, column=place.column + stray.place.column - 1))
            for stray in own
        ]
    return strays.told(found)


def _texts(value: Any) -> Iterator[tuple[str, Place]]:
    """The texts that are set, of a model and all that it holds, with the places of their values."""
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    if not hasattr(value, "places"):
        return
    for key, spec in keys_of(type(value)).items():
        held = getattr(value, spec.name)
        kind = spec.metadata["kind"]
        if isinstance(held, str) and key in value.places:
            if isinstance(kind, TextKind) and kind.copy:
                yield held, value.places[key]
        elif held is not None:
            yield from _texts(held)
