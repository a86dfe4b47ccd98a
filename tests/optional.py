"""Says which optional parts the tests can run here, before they run: `python -m tests.optional`.

Nothing is hidden by a skip: what is missing is named with the package that brings it. With
`--install`, what Debian's packages can bring is installed where that is allowed (as root).
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")


def has_pango() -> bool:
    """Whether WeasyPrint can find the system's Pango."""
    return all(ctypes.util.find_library(n) for n in ("pango-1.0", "pangoft2-1.0"))


def optional_parts() -> list[tuple[str, bool, str]]:
    """Name, whether it is here, and how to get it."""
    return [
        ("WeasyPrint's Pango", has_pango(), f"Debian: apt-get install {' '.join(PANGO)}"),
        ("libdeflate", find_spec("deflate") is not None, "pip install .[fast]"),
        ("the cases beside the checkout", (SHARED / "cases").is_dir(), "not part of the project"),
        ("npm, for remaking the faces", shutil.which("npm") is not None, "BANXIN_NETWORK_TESTS=1"),
    ]


def install() -> None:
    """Bring Pango where it is missing and this user may install packages; never fails."""
    apt = shutil.which("apt-get")
    if has_pango() or apt is None or os.name != "posix" or os.geteuid() != 0:
        return
    sys.stdout.write(f"optional: installing {' '.join(PANGO)}\n")
    sys.stdout.flush()
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *PANGO)):
        done = subprocess.run(
            [apt, *command], env=env, check=False, stdout=subprocess.DEVNULL, timeout=600
        )
        if done.returncode:
            sys.stdout.write("optional: Pango could not be installed\n")
            return


def main() -> None:
    """Print one line a part."""
    if "--install" in sys.argv[1:]:
        install()
    for name, here, how in optional_parts():
        state = "here" if here else f"NOT HERE, what needs it is skipped ({how})"
        sys.stdout.write(f"optional: {name}: {state}\n")


if __name__ == "__main__":
    main()
