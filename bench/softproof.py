"""The soft proof of a broadsheet page beside pdfium's drawing of it, at 150 pixels an inch."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from bench.child import Launcher
from bench.edition import EDITION, ROOT
from bench.figures import Figures, Target
from bench.table import section, table
from layout.api import Session
from layout.environment import Files
from layout.pictures.profile import find_profile
from layout.plates.softproof import soft_proof

PAGES: Final = ("B1", "B2")
DPI: Final = 150.0
LIMIT: Final = Target(text="≤ 3", limit=3.0)


def report(_launcher: Launcher, _folder: Path, runs: int) -> str:
    """The section of the report."""
    rows = []
    for name in PAGES:
        times = measured(ROOT / EDITION / f"{name}.yaml", runs)
        drawn, proof, whole = (Figures.of(times[key]) for key in ("drawn", "proof", "whole"))
        ratio = proof.median / drawn.median
        rows.append(
            [
                name, f"{drawn.median:.0f}", f"{proof.median:.0f}", f"{ratio:.2f}",
                LIMIT.verdict(ratio), f"{whole.median:.0f}", f"{whole.median / drawn.median:.2f}",
            ]
        )  # fmt: skip
    return section(
        f"Soft proof at {DPI:g} pixels an inch ({runs} rounds in turn, medians)",
        table(["ms", "pdfium", "of plates", "ratio", "target", "with its plates", "ratio"], rows),
        "The time of a process's own processor: pixels in memory, no file written by either.",
    )


def measured(spec: Path, runs: int) -> dict[str, list[float]]:
    """Milliseconds of drawing the press PDF, of proofing ready plates, and of both the plates and
    the proof, a round each."""
    import pypdfium2

    page = Session().page(spec)
    pdf = page.pdf()
    profile = find_profile(Files(root=ROOT))
    assert profile is not None
    plates = page.plates(DPI)

    def drawn() -> Any:
        document = pypdfium2.PdfDocument(pdf)
        return document[0].render(scale=DPI / 72)

    def proof() -> Any:
        return soft_proof(plates.trimmed(), plates.alternates, profile)

    def whole() -> Any:
        made = page.plates(DPI)
        return soft_proof(made.trimmed(), made.alternates, profile)

    work: dict[str, Callable[[], Any]] = {"drawn": drawn, "proof": proof, "whole": whole}
    times: dict[str, list[float]] = {key: [] for key in work}
    for _ in range(runs):
        for key, one in work.items():
            before = time.process_time()
            one()
            times[key].append((time.process_time() - before) * 1000)
    return times
