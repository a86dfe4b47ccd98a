"""What is told of artwork before it is placed: what no press file may hold stops the page, so that
the file of ours stays what it is called; what was changed on the way is a remark.
"""

from collections.abc import Iterator
from typing import Final

from layout.diagnostics import Diagnostic, Place, error, info, warning
from layout.display.press import PressFacts
from layout.pdf.art import PlacedForm
from layout.words.said import Said, said

NAMED: Final = 6  # fonts or spots that one message names


def told_of(art: PlacedForm, source: str, place: Place, press: PressFacts) -> Iterator[Diagnostic]:
    """The findings of a page that is to be placed. Numbers are those of the list of preflight."""
    facts = art.facts
    if facts.fonts:
        yield error("ARTWORK.fonts", place, file=source, fonts=_some(facts.fonts))
    if facts.left:
        yield error("ARTWORK.rgb", place, file=source, what=_words(facts.left))
    if facts.barred:
        yield error("ARTWORK.barred", place, file=source, what=_words(facts.barred))
    if facts.hidden:
        yield error("ARTWORK.hidden", place, file=source)
    if facts.transparent and press.pdfx == "x1a":
        yield error("ARTWORK.transparent", place, file=source)
    if facts.empty:
        yield error("ARTWORK.empty", place, file=source)
    for told in art.remarks:
        made = {"ARTWORK.letters": error, "ARTWORK.lent": warning}.get(told.key, info)
        yield made(told, place)
    if facts.converted:
        yield info("ARTWORK.converted", place, file=source, what=_words(facts.converted))
    if facts.spots:
        yield info("ARTWORK.spots", place, file=source, spots=_some(facts.spots))


def _some(names: tuple[str, ...]) -> tuple[str, ...]:
    return names[:NAMED]


def _words(keys: tuple[str, ...]) -> tuple[Said, ...]:
    return tuple(said(key) for key in keys)
