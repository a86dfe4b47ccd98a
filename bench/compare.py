"""`banxin compare`: two builds of the section's four pages, as a cold process.

Where both builds have dumps they are compared by display list, where they have PDFs alone by
pixels; nothing, one page or all four differ. The first is held to a target.
"""

import sys
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import EDITION, copy_project
from bench.figures import Figures, Target
from bench.table import section, table

TARGET: Final = Target(text="≤ 1,000 ms", limit=1000.0)
_STATUS: Final = """\
import sys
from layout.cli import main
status = main(sys.argv[2:])
sys.exit(0 if status == int(sys.argv[1]) else 3)
"""
PAGES: Final = ("B1", "B2", "B3", "B4")


def command(status: int, *args: str) -> tuple[str, ...]:
    """The command in a process of its own, which ends well where its status is as it should be."""
    return (sys.executable, "-c", _STATUS, str(status), *args)


def changed(folder: Path, page: str) -> None:
    """Words put into the longest story of a page, so that its lines break anew behind them."""
    stories = sorted(
        (folder / EDITION / "stories").glob("0*.md" if page == "B1" else f"{page}-*.md"),
        key=lambda path: path.stat().st_size,
    )
    text = stories[-1].read_text(encoding="utf-8")
    at = text.index("。", 400)
    stories[-1].write_text(f"{text[:at]}，又多了几个字{text[at:]}", encoding="utf-8")


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    copy_project(folder)
    for name, pages in (("none", ()), ("one", PAGES[:1]), ("all", PAGES[1:])):
        for page in pages:
            changed(folder, page)
        for form in ("pdf,dump", "pdf"):
            out = f"{name}-{form.replace(',', '-')}"
            build = ("build", EDITION, "--to", form, "-o", out, "-q", "--only", "pages")
            launcher.run(command(0, *build), folder)
    cases = {
        "with dumps, nothing differs": (0, "none-pdf-dump", "none-pdf-dump"),
        "with dumps, one page differs": (1, "none-pdf-dump", "one-pdf-dump"),
        "with dumps, all four differ": (1, "none-pdf-dump", "all-pdf-dump"),
        "PDFs alone, nothing differs": (0, "none-pdf", "none-pdf"),
        "PDFs alone, one page differs": (1, "none-pdf", "one-pdf"),
        "PDFs alone, all four differ": (1, "none-pdf", "all-pdf"),
    }
    rows = []
    for name, (status, a, b) in cases.items():
        run = command(status, "compare", a, b)
        launcher.run(run, folder)
        spent = [launcher.run(run, folder) for _ in range(runs)]
        wall, cpu = Figures.of([s.wall for s in spent]), Figures.of([s.cpu for s in spent])
        verdict = TARGET.verdict(wall.median) if "with dumps" in name else ""
        rows.append((name, f"{wall.median:.0f}", f"{wall.least:.0f}", f"{cpu.median:.0f}", verdict))
    heads = ("banxin compare of two builds", "ms", "min", "CPU ms", "target")
    return section(f"Comparing four pages ({runs} rounds)", table(heads, rows))
