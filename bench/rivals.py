"""The commands that are measured: what a user types, or the nearest thing to it in Python."""

import sys
from pathlib import Path
from typing import Final

from bench.edition import FONTS

PYTHON: Final = sys.executable
BANXIN: Final = str(Path(PYTHON).with_name("banxin"))

# What `typst compile` is in Python. It prints how long the compile alone took, in ms.
_TYPST: Final = """\
import sys, time, typst
start = time.perf_counter()
typst.compile(sys.argv[1], sys.argv[2], root=".", font_paths=[sys.argv[3]],
              ignore_system_fonts=sys.argv[4] == "off")
print((time.perf_counter() - start) * 1000)
"""


def banxin(*specs: str, out: str = "out") -> tuple[str, ...]:
    """Pages to PDF files."""
    return (BANXIN, "build", *specs, "-q", "-o", out)


def typst(source: str, target: str, *, system_fonts: bool) -> tuple[str, ...]:
    """A Typst file to a PDF file, with the faces of this project."""
    return (PYTHON, "-c", _TYPST, source, target, str(FONTS), "on" if system_fonts else "off")


def weasyprint(source: str, target: str) -> tuple[str, ...]:
    """An HTML file to a PDF file."""
    return (PYTHON, "-m", "weasyprint", "-q", source, target)


def bare() -> tuple[str, ...]:
    """A Python process that does nothing."""
    return (PYTHON, "-c", "")
