"""Many pages: 64 of different text, in separate files on one core and on two, and in one file."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import rivals
from bench.child import Launcher, Spent
from bench.edition import PAGE, make_pages
from bench.figures import Figures, Target
from bench.pool import Batch, Job, run_batch
from bench.table import section, table
from bench.typst_page import typst_source
from layout.api import Session

PAGES: Final = 64
TARGET: Final = Target(text="≥ 45 pages/s", limit=45.0, at_least=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to make the pages. `cores` is how many; `warm` workers have made a page before."""

    name: str
    cores: int
    warm: bool
    one_file: bool = False


_WAYS: Final = (
    Way(name="separate files, 1 core, workers warm", cores=1, warm=True),
    Way(name="separate files, 1 core, with their start", cores=1, warm=False),
    Way(name="separate files, 2 cores, workers warm", cores=2, warm=True),
    Way(name="separate files, 2 cores, with their start", cores=2, warm=False),
    Way(name="one file, 1 core, worker warm", cores=1, warm=True, one_file=True),
    Way(name="one file, 2 cores, worker warm", cores=2, warm=True, one_file=True),
)
_MUST: Final = "separate files, 2 cores, workers warm"
_COMMAND: Final = "`banxin build`, 2 jobs, from a cold start"


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    work = _Work(folder)
    usable = sorted(os.sched_getaffinity(0))
    found: dict[tuple[str, str], list[Batch]] = {}
    commands: list[Spent] = []
    rounds = min(runs, 3)
    for _ in range(rounds):
        for way in _WAYS:
            for kind in ("banxin", "typst"):
                batch = run_batch(
                    kind,
                    folder,
                    work.jobs(kind, one_file=way.one_file),
                    usable[: way.cores],
                    first=work.first(kind) if way.warm else None,
                    together=way.one_file,
                )
                found.setdefault((way.name, kind), []).append(batch)
        commands.append(launcher.run(work.command, folder))
    rows = []
    for way in _WAYS:
        ours, theirs = (
            Figures.of([PAGES / b.wall for b in found[way.name, kind]])
            for kind in ("banxin", "typst")
        )
        cpu, their_cpu = (
            Figures.of([PAGES / b.cpu for b in found[way.name, kind]])
            for kind in ("banxin", "typst")
        )
        rows.append(
            (
                way.name,
                f"{ours.median:.1f}",
                f"{ours.worst:.1f}",
                f"{cpu.median:.1f}",
                f"{theirs.median:.1f}",
                f"{their_cpu.median:.1f}",
                f"{ours.median / theirs.median:.2f}",
                TARGET.verdict(ours.median) if way.name == _MUST else "",
            )
        )
    built = Figures.of([1000 * PAGES / s.wall for s in commands])
    spent = Figures.of([1000 * PAGES / s.cpu for s in commands])
    rows.append(
        (
            _COMMAND,
            f"{built.median:.1f}",
            f"{built.worst:.1f}",
            f"{spent.median:.1f}",
            "",
            "",
            "",
            TARGET.verdict(built.median),
        )
    )
    head = ("pages/s", "banxin", "best", "a CPU s", "Typst", "a CPU s", "banxin/Typst", "target")
    notes = [
        "Every page has other text, every file holds the picture. A warm worker has made B1 "
        "before; each round has new workers, so that nothing is kept from the round before.",
        "Typst is given its fonts once a worker, system fonts off; for one file on two cores both "
        "work on both.",
    ]
    if len(usable) < max(w.cores for w in _WAYS):
        notes.append(f"**THIS MACHINE HAS {len(usable)} CORE**: what says two was made on it.")
    return section(f"{PAGES} pages ({rounds} rounds)", table(head, rows), *notes)


class _Work:
    """The files of the batch: specs for banxin, sources for Typst."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._specs = make_pages(folder, PAGES)
        session = Session()
        first = session.page(folder / PAGE)
        pages = [session.page(spec) for spec in self._specs]
        (folder / "b1.typ").write_text(typst_source([first]), encoding="utf-8")
        (folder / "many.typ").write_text(typst_source(pages), encoding="utf-8")
        for spec, page in zip(self._specs, pages, strict=True):
            spec.with_suffix(".typ").write_text(typst_source([page]), encoding="utf-8")

    @property
    def command(self) -> tuple[str, ...]:
        """All pages by the command."""
        names = [str(spec.relative_to(self._folder)) for spec in self._specs]
        return (*rivals.banxin(*names), "--jobs", "2")

    def first(self, kind: str) -> Job:
        """What warms a worker."""
        source = self._folder / (PAGE if kind == "banxin" else "b1.typ")
        return Job(sources=(str(source),), target=str(self._folder / f"{kind}-first.pdf"))

    def jobs(self, kind: str, *, one_file: bool) -> list[Job]:
        """The pages, a file each or all in one."""
        specs = self._specs if kind == "banxin" else [s.with_suffix(".typ") for s in self._specs]
        if one_file:
            sources = map(str, specs) if kind == "banxin" else (str(self._folder / "many.typ"),)
            return [Job(sources=tuple(sources), target=str(self._folder / f"{kind}-many.pdf"))]
        return [Job(sources=(str(s),), target=str(s.with_name(f"{kind}.pdf"))) for s in specs]
