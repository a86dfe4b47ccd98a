"""What PDF/X-4 costs a cold build of B1 over a press PDF that keeps to none: processor time."""

from itertools import permutations
from pathlib import Path
from typing import Final

from bench import rivals
from bench.child import Launcher
from bench.edition import PAGE, copy_project
from bench.figures import Figures, Target
from bench.table import section, table

TARGET: Final = Target(text="x4 ≤ 1.05 × none", limit=1.05)
KINDS: Final = ("none", "x4", "x1a")
ORDERS: Final = tuple(permutations(KINDS))
"""Each kind runs as often behind each other: what ran before leaves its mark on caches."""


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report: builds of each kind in turn, in every order."""
    copy_project(folder)
    commands = {kind: (*rivals.banxin(PAGE, out=f"out-{kind}"), "--pdfx", kind) for kind in KINDS}
    for command in commands.values():  # warms .pyc and disk
        launcher.run(command, folder)
    found: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for at in range(runs):
        for kind in ORDERS[at % len(ORDERS)]:
            found[kind].append(launcher.run(commands[kind], folder).cpu)
    cpu = {kind: Figures.of(values) for kind, values in found.items()}
    plain = cpu["none"]
    rows = [
        (
            f"--pdfx {kind}",
            f"{cpu[kind].median:.0f}",
            f"{cpu[kind].least:.0f}",
            f"{cpu[kind].median / plain.median:.3f}",
            f"{cpu[kind].least / plain.least:.3f}",
            f"{(folder / f'out-{kind}/B1.pdf').stat().st_size / 1024:,.0f}",
        )
        for kind in KINDS
    ]
    ratio = cpu["x4"].least / plain.least
    return section(
        f"PDF/X: a cold build of B1 ({runs} rounds)",
        table(("", "CPU ms", "least", "× none", "× none, least", "KiB"), rows),
        f"{TARGET.verdict(ratio)}. {ratio:.3f} by least, "
        f"{cpu['x4'].median / plain.median:.3f} by median.",
    )
