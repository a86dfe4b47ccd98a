"""`python -m bench.afterwards`: what other programs keep of a press file.

A program that is missing is not run. `--docs` writes docs/afterwards.md and docs/zh/afterwards.md,
and wants all of them; `make readers` brings those that packages have.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.afterwards.facts import FACTS
from bench.afterwards.files import FILES, WHOLE, make_files
from bench.afterwards.report import judged, programs, rows, versions, write_docs
from bench.table import table


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.afterwards", description=__doc__)
    parser.add_argument("--docs", action="store_true", help="write the pages of docs")
    args = parser.parse_args()
    missing = [program for program in programs() if not program.version()]
    for program in missing:
        print(f"{program.name} is missing and not run ({program.brings})", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="banxin-afterwards-") as folder:
        verdicts = judged(make_files((*FILES, *WHOLE), Path(folder)))
    print(f"{versions('en')}\n\n{table(['by', 'what', *FACTS], rows(verdicts, 'en'))}")
    if args.docs and not missing:
        write_docs(verdicts)
    return int(args.docs and bool(missing))


if __name__ == "__main__":
    sys.exit(main())
