"""A daily's front page with all its furniture beside B1, for as many characters."""

import shutil
from pathlib import Path
from typing import Final

from bench import rivals
from bench.child import Launcher, Spent
from bench.edition import PAGE, ROOT, copy_project
from bench.figures import Figures, Target
from bench.reading.count import page_text
from bench.table import section, table
from layout.api import Session

DAILY: Final = "specs/daily"
FRONT: Final = f"{DAILY}/A1.yaml"
LIMIT: Final = Target(text="≤ 1.30 × B1 for as many characters", limit=1.3)


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    copy_project(folder)
    shutil.copytree(ROOT / DAILY, folder / DAILY)
    pages = {"B1": PAGE, "daily A1": FRONT}
    session = Session()
    characters = {
        name: len(page_text(session.page(folder / spec).display)) for name, spec in pages.items()
    }
    found: dict[str, list[Spent]] = {name: [] for name in pages}
    for at in range(runs + 1):  # in turn; the first round warms .pyc files and disk
        for name, spec in pages.items():
            spent = launcher.run(rivals.banxin(spec), folder)
            if at:
                found[name].append(spent)
    cpu = {name: Figures.of([s.cpu for s in spent]) for name, spent in found.items()}
    rows = [
        (
            name,
            f"{characters[name]:,}",
            f"{cpu[name].median:.0f}",
            f"{cpu[name].least:.0f}",
            f"{cpu[name].least / characters[name] * 1000:.1f}",
        )
        for name in pages
    ]
    whole = cpu["daily A1"].least / cpu["B1"].least
    share = whole * characters["B1"] / characters["daily A1"]
    return section(
        f"A daily's front page beside B1 ({runs} rounds in turn)",
        table(("", "characters", "CPU ms", "min", "ms a thousand characters"), rows),
        f"{LIMIT.verdict(share)}. {share:.2f} by least processor time and characters drawn; "
        f"{whole:.2f} page for page.",
    )
