"""How the stories of a page fit, and its tables and adverts: lines, columns, characters over and
under (溢文 欠文)."""

from layout.check.makeup.copyfit import FitRow, TableRow, table
from layout.check.run import PageReport
from layout.proof.tables.table import ProofRow, ProofTable
from layout.words.said import Language, said


def stories_table(report: PageReport, lang: Language) -> ProofTable:
    """The copyfit list of the checks."""
    heads, *rows = table(report.fits, lang)
    bad = [isinstance(one, FitRow | TableRow) and one.over > 0 for one in report.fits]
    return ProofTable(
        key="stories",
        title=said("part.table-stories").words(lang),
        heads=heads,
        rows=tuple(ProofRow(cells=cells, bad=over) for cells, over in zip(rows, bad, strict=True)),
        numbers=frozenset({3, 4}),
    )
