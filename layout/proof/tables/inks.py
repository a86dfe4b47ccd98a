"""What the plates of a page measure: each ink, the most of all together (总墨量), where it is too
much."""

from layout.plates.coverage import InkCoverage
from layout.plates.plate import Plates
from layout.plates.report import rows
from layout.proof.tables.table import ProofRow, ProofTable
from layout.words.said import Language, in_words, said


def inks_table(plates: Plates, found: InkCoverage, lang: Language) -> ProofTable:
    """The rows that `banxin plates` says."""
    return ProofTable(
        key="inks",
        title=said("part.table-inks").words(lang),
        heads=in_words(("part.head-ink", "part.head-coverage"), lang),
        rows=tuple(ProofRow(cells=row) for row in rows(plates, found, lang)),
        note="" if found.good else said("part.inks-over", limit=found.limit).words(lang),
    )
