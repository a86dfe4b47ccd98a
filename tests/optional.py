"""Says which optional parts the tests can run here, before they run: `python -m tests.optional`.

Nothing is hidden by a skip: what is missing is named with the package that brings it. With
`--install`, what Debian's packages can bring is installed where that is allowed (as root).
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

SKIPPED = "what needs it is skipped"
NPM = shutil.which("npm") is not None
PACKAGES = ("pypdf", "pdfminer", "pdfplumber", "pymupdf")
PDFJS = Path(sys.prefix) / "readers/node_modules/pdfjs-dist"
SHARED = Path(__file__).parents[2] / "shared"


@dataclass(frozen=True)
class Part:
    """A library or a program of the system, and the Debian package that brings it."""

    name: str
    package: str
    library: str = ""
    program: str = ""
    without: str = SKIPPED

    def here(self) -> bool:
        """Whether it can be found as those who use it look for it."""
        if self.library:
            return ctypes.util.find_library(self.library) is not None
        return shutil.which(self.program) is not None


SYSTEM = (
    Part("Pango, for WeasyPrint", "libpango-1.0-0", library="pango-1.0"),
    Part("PangoFT2, for WeasyPrint", "libpangoft2-1.0-0", library="pangoft2-1.0"),
    Part(
        "HarfBuzz-Subset, for WeasyPrint",
        "libharfbuzz-subset0",
        library="harfbuzz-subset",
        without="fontTools does its work",
    ),
    Part("cairo, a writer of PDFs", "libcairo2", library="cairo"),
    Part("Chromium, which shows the live proof", "chromium", program="chromium"),
    Part("pdftotext, a reader of PDFs", "poppler-utils", program="pdftotext"),
    Part("mutool, a reader of PDFs", "mupdf-tools", program="mutool"),
)


def missing() -> list[Part]:
    """What of the system is not here."""
    return [part for part in SYSTEM if not part.here()]


def optional_parts() -> list[tuple[str, bool, str]]:
    """Name, whether it is here, and what to know where it is not."""
    return [
        *((p.name, p.here(), f"{p.without}; Debian: apt-get install {p.package}") for p in SYSTEM),
        ("libdeflate", find_spec("deflate") is not None, f"{SKIPPED}; pip install .[fast]"),
        ("the cases beside the checkout", (SHARED / "cases").is_dir(), f"{SKIPPED}; not public"),
        ("gs, a reader of PDFs", shutil.which("gs") is not None, f"{SKIPPED}; apt ghostscript"),
        ("readers of PDFs from PyPI", all(map(find_spec, PACKAGES)), f"{SKIPPED}; make readers"),
        ("PDF.js, a reader of PDFs", PDFJS.is_dir(), f"{SKIPPED}; make readers"),
        ("npm, for remaking the faces", NPM, f"{SKIPPED}; runs with BANXIN_NETWORK_TESTS=1"),
    ]


def install() -> None:
    """Bring what is missing where this user may install packages; never fails."""
    apt = shutil.which("apt-get")
    wanted = [part.package for part in missing()]
    if not wanted or apt is None or os.name != "posix" or os.geteuid() != 0:
        return
    sys.stdout.write(f"optional: installing {' '.join(wanted)}\n")
    sys.stdout.flush()
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(apt, ["update", "-qq"], env)
    if not run(apt, ["install", "-y", "-qq", "--no-install-recommends", *wanted], env):
        for package in wanted:  # one that this system does not have must not keep the others out
            run(apt, ["install", "-y", "-qq", "--no-install-recommends", package], env)


def run(apt: str, arguments: list[str], env: dict[str, str]) -> bool:
    """Whether apt-get did as it was told; what it says on stderr is seen."""
    command = [apt, *arguments]
    try:
        done = subprocess.run(
            command, env=env, check=False, stdout=subprocess.DEVNULL, timeout=1800
        )
    except (OSError, subprocess.TimeoutExpired) as exc:
        sys.stdout.write(f"optional: {exc}\n")
        return False
    return done.returncode == 0


def main() -> None:
    """Print one line a part."""
    if "--install" in sys.argv[1:]:
        install()
    for name, here, how in optional_parts():
        state = "here" if here else f"NOT HERE: {how}"
        sys.stdout.write(f"optional: {name}: {state}\n")


if __name__ == "__main__":
    main()
