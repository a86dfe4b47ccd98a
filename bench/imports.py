"""What a build pays for imports: by library, by module of ours, and library by library alone."""

import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import PAGE, copy_project
from bench.figures import Figures
from bench.table import section, table

ALONE: Final = {
    "uharfbuzz": "import uharfbuzz",
    "yaml": "import yaml",
    "reportlab.pdfbase.pdfdoc": "import reportlab.pdfbase.pdfdoc",
    "PIL.Image": "import PIL.Image",
    "argparse": "import argparse",
    "dataclasses": "import dataclasses",
    "pathlib": "import pathlib",
    "layout.api": "import layout.api",
    "layout.render.press.document": "import layout.render.press.document",
}
MODULES: Final = 20
LEAST_MS: Final = 1.0

_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)$")
_BUILD: Final = "import sys; from layout.cli import main; sys.exit(main(sys.argv[1:]))"


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    copy_project(folder)
    build = (sys.executable, "-X", "importtime", "-c", _BUILD, "build", PAGE, "-q", "-o", "out")
    nothing = (sys.executable, "-X", "importtime", "-c", "")
    alone = {name: (sys.executable, "-c", code) for name, code in ALONE.items()}
    bare: list[float] = []
    times: dict[str, list[float]] = defaultdict(list)
    by_module: list[Mapping[str, float]] = []
    known: set[str] = set()
    for _ in range(runs):
        known |= set(self_times(launcher.run(nothing, folder).err))
        by_module.append(self_times(launcher.run(build, folder).err))
        bare.append(launcher.run((sys.executable, "-c", ""), folder).wall)
        for name, command in alone.items():
            times[name].append(launcher.run(command, folder).wall)
    modules = {
        name: Figures.of([run.get(name, 0.0) for run in by_module]).median
        for name in dict.fromkeys(n for run in by_module for n in run)
        if name not in known
    }
    groups: dict[str, float] = defaultdict(float)
    for name, ms in modules.items():
        groups[_group(name)] += ms
    least = Figures.of(bare).median
    return section(
        f"Imports of a build of B1 ({runs} rounds)",
        table(
            ("library, self times of its modules in a build", "ms", "modules"),
            [
                (name, f"{ms:.1f}", str(sum(_group(m) == name for m in modules)))
                for name, ms in _falling(groups)
                if ms >= LEAST_MS
            ]
            + [("everything a build loads", f"{sum(groups.values()):.1f}", str(len(modules)))],
        ),
        table(
            ("imported alone, over a bare interpreter", "ms", "min"),
            [
                (
                    name,
                    f"{Figures.of(found).median - least:.1f}",
                    f"{Figures.of(found).least - min(bare):.1f}",
                )
                for name, found in times.items()
            ],
        ),
        table(
            ("modules of layout, self time", "ms"),
            [(name, f"{ms:.1f}") for name, ms in _falling(modules) if _group(name) == "layout"][
                :MODULES
            ],
        ),
        "-X importtime makes each import a little dearer than it is. A library's modules count "
        "where they are loaded first: inspect, which dataclasses and uharfbuzz both need, is "
        "the standard library's.",
    )


def self_times(said: str) -> dict[str, float]:
    """Milliseconds by module, from what -X importtime printed."""
    found = (_LINE.match(line) for line in said.splitlines())
    return {m[2]: int(m[1]) / 1000 for m in found if m}


def _group(module: str) -> str:
    top = module.partition(".")[0]
    return "the standard library" if top in sys.stdlib_module_names else top


def _falling(values: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(values.items(), key=lambda item: -item[1])
