"""Preflight of page B1 beside pypdfium2's drawing of it at 150 ppi, warm, in one process."""

from pathlib import Path
from typing import Final

import pypdfium2

from bench.child import Launcher
from bench.edition import PAGE, ROOT
from bench.figures import Figures, Target, in_turn
from bench.table import section, table
from layout.api import Session
from layout.check.press.profile import find_rules
from layout.check.press.run import preflight

DPI: Final = 150.0
LIMIT: Final = Target(text="≤ 3.00", limit=3.0)
PROFILE: Final = "newspaper-x4"


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    del launcher, folder
    data = Session().page(ROOT / PAGE).pdf()
    rules = find_rules(PROFILE)
    checked = preflight(data, "B1.pdf", rules)
    ours, pdfium = in_turn(
        runs,
        lambda: preflight(data, "B1.pdf", rules),
        lambda: drawn(data),
    )
    ratio = min(ours) / min(pdfium)
    row = [
        "page B1", f"{Figures.of(ours).median:.0f}", f"{min(ours):.0f}",
        f"{Figures.of(pdfium).median:.0f}", f"{min(pdfium):.0f}", f"{ratio:.2f}",
        LIMIT.verdict(ratio),
    ]  # fmt: skip
    return section(
        f"Preflight beside pypdfium2 at {DPI:g} ppi ({runs} rounds in turn)",
        table(
            ["processor time, ms", "preflight", "min", "pypdfium2", "min", "min / min", "target"],
            [row],
        ),
        f"{checked.ran} checks of {PROFILE} run to their end, {len(checked.unchecked)} not; "
        f"{checked.count('error')} errors, {checked.count('warning')} warnings.",
    )


def drawn(data: bytes) -> None:
    """The page as pixels, opened anew."""
    document = pypdfium2.PdfDocument(data)
    try:
        document[0].render(scale=DPI / 72)
    finally:
        document.close()
