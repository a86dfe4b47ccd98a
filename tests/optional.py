"""Says which optional parts the tests can run here, before they run: `python -m tests.optional`.

Nothing is hidden by a skip: what is missing is named with the package that brings it.
"""

import ctypes.util
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"


def optional_parts() -> list[tuple[str, bool, str]]:
    """Name, whether it is here, and how to get it."""
    pango = all(ctypes.util.find_library(n) for n in ("pango-1.0", "pangoft2-1.0"))
    return [
        ("WeasyPrint's Pango", pango, "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0"),
        ("libdeflate", find_spec("deflate") is not None, "pip install .[fast]"),
        ("the cases beside the checkout", (SHARED / "cases").is_dir(), "not part of the project"),
        ("npm, for remaking the faces", shutil.which("npm") is not None, "BANXIN_NETWORK_TESTS=1"),
    ]


def main() -> None:
    """Print one line a part."""
    for name, here, how in optional_parts():
        state = "here" if here else f"NOT HERE, its tests are skipped ({how})"
        sys.stdout.write(f"optional: {name}: {state}\n")


if __name__ == "__main__":
    main()
