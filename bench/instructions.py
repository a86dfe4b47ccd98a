"""Machine instructions that a page of other text takes, counted by valgrind.

    python -m bench.instructions                     this checkout
    python -m bench.instructions --beside ../before  another one too, by the Python of its .venv

The count is the same on any day, whatever else the machine does, and says nothing of memory that is
waited for. Pages are made one after the other in a session that keeps little, as a run makes them;
what the first ones take is taken off. Debian's valgrind is needed.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from bench.edition import make_pages
from bench.launcher import ENVIRONMENT
from bench.table import table

FEW: Final = 3
MANY: Final = 11
ROOT: Final = Path(__file__).parents[1]
_WAYS: Final = {"spec to PDF": True, "spec to display list": False}
_CHILD: Final = """
import sys
from pathlib import Path
from layout.api import Session

session = Session(lasting=False)
for spec in sys.argv[2:]:
    page = session.page(spec)
    if sys.argv[1] == "True":
        Path(spec).with_suffix(".pdf").write_bytes(session.render([page]))
"""


def counted(checkout: Path, python: str, specs: list[Path], *, drawn: bool) -> float:
    """Millions of instructions a page, in a checkout. Raises `RuntimeError` where it cannot be."""
    few, many = (_run(checkout, python, specs[:count], drawn=drawn) for count in (FEW, MANY))
    return (many - few) / (MANY - FEW) / 1e6


def _run(checkout: Path, python: str, specs: list[Path], *, drawn: bool) -> int:
    command = [
        "valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
        python, "-c", _CHILD, str(drawn), *map(str, specs),
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=checkout, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if done.returncode or found is None:
        raise RuntimeError(f"{checkout}: {done.stderr[-2000:]}")
    return int(found[1].replace(",", ""))


def main() -> None:
    """Print the counts as a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.instructions", description=__doc__)
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT")
    other: Path | None = parser.parse_args().beside
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind is missing (Debian: valgrind)")
    with tempfile.TemporaryDirectory(prefix="banxin-bench-") as folder:
        specs = make_pages(Path(folder), MANY)
        rows = []
        for name, drawn in _WAYS.items():
            here = counted(ROOT, sys.executable, specs, drawn=drawn)
            row = [name, f"{here:.1f}"]
            if other is not None:
                python = str(other.resolve() / ".venv/bin/python")
                before = counted(other.resolve(), python, specs, drawn=drawn)
                row += [f"{before:.1f}", f"{here / before:.2f}"]
            rows.append(row)
    head = ["million instructions a page", "here"]
    print(table(head if other is None else [*head, "beside it", "here / beside it"], rows))


if __name__ == "__main__":
    main()
