"""`python -m bench`: speed, memory and size of page B1, beside Typst and WeasyPrint.

Needs the dependency group `bench` and, for the figures with system fonts on, apt fonts-noto-cjk;
WeasyPrint needs apt libpango-1.0-0 and libpangoft2-1.0-0.
"""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path
from typing import Final

from bench.child import ChildError, Launcher

SECTIONS: Final = (
    "cold",
    "four",
    "warm",
    "lines",
    "makeup",
    "tabular",
    "word",
    "preflight",
    "front",
    "x4",
    "memory",
    "batch",
    "imports",
    "stages",
    "softproof",
    "plates",
    "scans",
    "live",
    "compare",
    "archive",
)
APART: Final = frozenset({"live", "archive"})
"""What is measured only where it is asked for: Chromium draws for ten minutes, and 2,000 pages are
made six times."""
RUNS: Final = 15


def main() -> None:
    """Measure and print, one section after another."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "section", nargs="*", help=f"{', '.join(SECTIONS)} (all but {', '.join(APART)})"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"rounds of each ({RUNS})")
    args = parser.parse_args()
    unknown = [s for s in args.section if s not in SECTIONS]
    if unknown or args.runs < 1:
        parser.error(f"sections are {', '.join(SECTIONS)}; rounds are 1 or more")
    from bench.machine import facts

    print(f"# Speed, memory and size\n\n{facts()}", flush=True)
    with Launcher() as launcher:
        for name in args.section or [name for name in SECTIONS if name not in APART]:
            with tempfile.TemporaryDirectory(prefix="banxin-bench-") as folder:
                made = importlib.import_module(f"bench.{name}")
                try:
                    said = made.report(launcher, Path(folder), args.runs)
                except ChildError as exc:
                    sys.exit(f"bench: {name}: {exc}")
                print(f"\n{said}", flush=True)


if __name__ == "__main__":
    main()
