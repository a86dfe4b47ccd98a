"""The commands that are measured: what a user types, or the nearest thing to it in Python."""

import sys
from collections.abc import Sequence
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

_TYPST_FILES: Final = """\
import sys, typst
fonts = typst.Fonts(include_system_fonts=sys.argv[2] == "on", font_paths=[sys.argv[1]])
for source in sys.argv[3:]:
    typst.compile(source, source[:-3] + "pdf", root=".", font_paths=fonts)
"""


def banxin(*specs: str, out: str = "out") -> tuple[str, ...]:
    """Pages to PDF files."""
    return (BANXIN, "build", *specs, "-q", "-o", out)


def typst(source: str, target: str, *, system_fonts: bool) -> tuple[str, ...]:
    """A Typst file to a PDF file, with the faces of this project."""
    return (PYTHON, "-c", _TYPST, source, target, str(FONTS), "on" if system_fonts else "off")


def typst_files(sources: Sequence[str], *, system_fonts: bool) -> tuple[str, ...]:
    """Typst files to a PDF beside each, in one process that looks for the fonts once."""
    way = "on" if system_fonts else "off"
    return (PYTHON, "-c", _TYPST_FILES, str(FONTS), way, *sources)


def weasyprint(source: str, target: str) -> tuple[str, ...]:
    """An HTML file to a PDF file."""
    return (PYTHON, "-m", "weasyprint", "-q", source, target)


def bare() -> tuple[str, ...]:
    """A Python process that does nothing."""
    return (PYTHON, "-c", "")
