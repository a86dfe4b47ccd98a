"""Which corrections a report lists where: each on the page on which it lies, and those that lie on
none once for all pages."""

from collections.abc import Sequence
from typing import Any

from layout.diagnostics import Diagnostic, Place
from layout.display.items import Page
from layout.display.spoken import spoken_place
from layout.geometry import hull
from layout.proof.corrections import STATES, ReadCorrection, counted
from layout.proof.layers.findings import seen
from layout.record import record
from layout.render.svg.numbers import num
from layout.words.said import Language, said


@record
class ListedCorrections:
    """For each page its corrections; those that are on no page; and what is said of all."""

    pages: tuple[tuple[ReadCorrection, ...], ...]
    nowhere: tuple[ReadCorrection, ...]


def listed(
    pages: Sequence[Sequence[ReadCorrection]], every: Sequence[ReadCorrection] = ()
) -> ListedCorrections:
    """The corrections as they were read on each page, parted. One is listed where it is marked or
    where what has come of it stands; a finished one of which nothing can be seen, on the first page
    that its story is on. What is lost lies nowhere; what is of other pages than these is not
    listed, but counted. `every` are all there are."""
    homes: dict[int, int] = {}
    for number, page in enumerate(pages):
        for one in page:
            if one.marked or one.stands:
                homes.setdefault(one.number, number)
    for number, page in enumerate(pages):
        for one in page:
            if one.state == "done":
                homes.setdefault(one.number, number)
    found = {one.number: one for page in pages for one in page} | {one.number: one for one in every}
    return ListedCorrections(
        pages=tuple(
            [
                tuple([one for one in page if homes.get(one.number) == number or one.marked])
                for number, page in enumerate(pages)
            ]
        ),
        nowhere=tuple(
            one for at, one in sorted(found.items()) if at not in homes and one.state != "absent"
        ),
    )


def correction_row(one: ReadCorrection, page: Page | None, lang: Language) -> dict[str, Any]:
    """A correction as the list has it: what it asks for, its state, and where it lies on a page."""
    spots = one.stands or (one.marked.spots if one.marked is not None else ())
    on_page, rect = "", None
    if spots and page is not None:
        on_page = spoken_place(page.grid, hull(spots), lang)
        place = seen(hull(spots))
        rect = {
            "x": num(place.x), "y": num(place.y), "width": num(place.width),
            "height": num(place.height),
        }  # fmt: skip
    of = one.of
    if one.paragraph:
        of = said("part.correction-of", of=one.of, paragraph=one.paragraph).words(lang)
    return {
        "number": one.number,
        "state": one.state,
        "told_state": said(STATES[one.state]).words(lang),
        "told": one.told(lang),
        "of": of,
        "on_page": on_page,
        "rect": rect,
    }


def corrections_of_all(
    found: ListedCorrections,
    every: Sequence[ReadCorrection],
    faults: Sequence[Diagnostic],
    lang: Language,
) -> dict[str, Any] | None:
    """What the head of a report says of the corrections of all its pages; None where there are
    none. `faults` are entries that ask for nothing that can be done."""
    if not every and not faults:
        return None
    return {
        "told": counted(every).words(lang),
        "heading": said("part.correction-nowhere").words(lang),
        "rows": [correction_row(one, None, lang) for one in found.nowhere],
        "faults": [
            said("part.correction-fault", where=str(one.where), told=one.said).words(lang)
            if isinstance(one.where, Place)
            else one.said.words(lang)
            for one in faults
        ],
    }
