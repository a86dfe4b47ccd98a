"""How the stories of a page fit, and its tables and adverts: lines, columns, characters over and
under (溢文 欠文)."""

from typing import Final

from layout.api import ComposedPage
from layout.called import names_of
from layout.check.makeup.copyfit import AdvertRow, FitRow, TableRow, table
from layout.check.run import PageReport
from layout.display.spoken import spoken_place
from layout.proof.tables.table import ProofRow, ProofTable
from layout.words.said import Language, in_words, said

_HEADS: Final = ("part.head-story", "part.head-file", "part.head-place")


def stories_table(page: ComposedPage, report: PageReport, lang: Language) -> ProofTable:
    """The copyfit list of the checks: each story by its headline, with its file and where it
    stands, as several blocks may have one story."""
    heads, *rows = table(report.fits, lang)
    names = names_of(page.composed.resolved)
    places = {block.id: block.rect for block in page.display.blocks}

    def row(one: FitRow | TableRow | AdvertRow, cells: tuple[str, ...]) -> ProofRow:
        called, rect = names.of(one.block), places.get(one.block)
        file = one.file if isinstance(one, AdvertRow) else one.node
        known = (
            called.words(lang) if called is not None else one.block,
            file.rpartition("/")[2],
            spoken_place(page.display.grid, rect, lang) if rect is not None else "",
        )
        over = isinstance(one, FitRow | TableRow) and one.over > 0
        return ProofRow(cells=(*known, *cells[2:]), bad=over, block=one.block)

    return ProofTable(
        key="stories",
        title=said("part.table-stories").words(lang),
        heads=(*in_words(_HEADS, lang), *heads[2:]),
        rows=tuple([row(one, cells) for one, cells in zip(report.fits, rows, strict=True)]),
        numbers=frozenset({4, 5}),
        paths=frozenset({1}),
    )
