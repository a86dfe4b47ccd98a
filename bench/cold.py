"""Cold processes: a command typed in a shell, from nothing to the file on the disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import rivals
from bench.child import ChildError, Launcher, Spent
from bench.edition import PAGE, ROOT, copy_project
from bench.figures import Figures, Target
from bench.machine import SYSTEM_FACE, system_faces
from bench.table import section, table
from bench.typst_page import typst_source
from bench.weasy_page import weasy_source
from layout.api import Session

TARGET: Final = Target(text="≤ 1.00 × Typst as its users run it", limit=1.0)

OURS: Final = "banxin build B1.yaml"
ON: Final = "Typst, system fonts on"
OFF: Final = "Typst, system fonts off"
WEASY: Final = "WeasyPrint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A command to measure, in each round or in every `each`-th."""

    command: tuple[str, ...]
    each: int = 1


def contenders(folder: Path) -> dict[str, Contender]:
    """The commands, on a copy of the edition in `folder`; each writes a PDF there."""
    page = Session().page(copy_project(folder))
    source = typst_source([page])
    (folder / "b1.typ").write_text(source, encoding="utf-8")
    (ROOT / "bench/typst/b1.typ").write_text(source, encoding="utf-8")
    (folder / "b1.html").write_text(weasy_source(page), encoding="utf-8")
    return {
        OURS: Contender(command=rivals.banxin(PAGE)),
        ON: Contender(command=rivals.typst("b1.typ", "typst.pdf", system_fonts=True)),
        OFF: Contender(command=rivals.typst("b1.typ", "typst.pdf", system_fonts=False)),
        WEASY: Contender(command=rivals.weasyprint("b1.html", "weasy.pdf"), each=4),
        "Python, nothing imported": Contender(command=rivals.bare()),
    }


def measure(
    launcher: Launcher, folder: Path, runs: int, notes: list[str]
) -> dict[str, list[Spent]]:
    """Every command in turn, `runs` times after a first round that warms .pyc and disk."""
    commands = contenders(folder)
    for name, each in list(commands.items()):
        try:
            launcher.run(each.command, folder)
        except ChildError as exc:
            if name != WEASY:
                raise
            del commands[name]
            notes.append(f"**{name.upper()} DID NOT RUN** (apt libpango-1.0-0): {exc}")
    found: dict[str, list[Spent]] = {name: [] for name in commands}
    for at in range(runs):
        for name, each in commands.items():
            if at % each.each == 0:
                found[name].append(launcher.run(each.command, folder))
    return found


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    notes: list[str] = []
    found = measure(launcher, folder, runs, notes)
    wall = {name: Figures.of([s.wall for s in spent]) for name, spent in found.items()}
    cpu = {name: Figures.of([s.cpu for s in spent]) for name, spent in found.items()}
    rows = [
        (
            name,
            f"{wall[name].median:.0f}",
            f"{wall[name].least:.0f}",
            f"{cpu[name].median:.0f}",
            f"{wall[name].median / wall[ON].median:.2f}",
            f"{wall[name].median / wall[OFF].median:.2f}",
        )
        for name in found
    ]
    ratio = wall[OURS].median / wall[ON].median
    inner = {name: Figures.of([float(s.out) for s in found[name]]) for name in (ON, OFF)}
    return section(
        f"Cold process, B1 to a PDF file ({runs} rounds)",
        table(("", "ms", "min", "CPU ms", "× Typst, on", "× Typst, off"), rows),
        f"{TARGET.verdict(ratio)}. {ratio:.2f} by median, "
        f"{wall[OURS].least / wall[ON].least:.2f} by least time, "
        f"{cpu[OURS].median / cpu[ON].median:.2f} by processor time.",
        f"With system fonts off {wall[OURS].median / wall[OFF].median:.2f} by median.",
        f"Typst's compile alone, without Python's start and the import: {inner[ON].median:.0f} ms "
        f"with system fonts on, {inner[OFF].median:.0f} ms off.",
        _system_fonts(),
        _sizes(folder),
        *notes,
    )


def _system_fonts() -> str:
    families, noto = system_faces()
    if noto:
        return f"System fonts: {families} families, {SYSTEM_FACE} among them."
    return (
        f"**{SYSTEM_FACE} IS NOT INSTALLED** (apt fonts-noto-cjk). The system has {families} "
        "families, so the figures with system fonts on are not those the target speaks of."
    )


def _sizes(folder: Path) -> str:
    files: Mapping[str, str] = {
        "banxin": "out/B1.pdf",
        "Typst": "typst.pdf",
        "WeasyPrint": "weasy.pdf",
    }
    sizes = (
        f"{name} {(folder / file).stat().st_size / 1024:,.0f}"
        for name, file in files.items()
        if (folder / file).exists()
    )
    return f"PDF in KiB, the picture in it: {', '.join(sizes)}."
