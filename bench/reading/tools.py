"""The programs that read text from a PDF, each at its defaults.

One that is missing is not run, and never counted as one that read well. The packages are the
dependency group `readers`; PDF.js is npm's `pdfjs-dist`, put beside them by `make readers`;
poppler, MuPDF's mutool and Ghostscript are the system's.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

TIMEOUT: Final = 300
PDFJS: Final = Path(sys.prefix) / "readers" / "node_modules" / "pdfjs-dist"
_SCRIPT: Final = Path(__file__).with_name("pdfjs.mjs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A program that reads a PDF's first page.

    `keeps` says that it gives text in the order of the page's content; one that does not finds an
    order of its own. `target` is the share of a story that is to come in order, in per cent; None
    where nothing is asked of it. `brings` is how to get it.
    """

    name: str
    brings: str
    keeps: bool
    target: float | None
    found: Callable[[], str]
    read: Callable[[Path], str]

    def version(self) -> str:
        """Its version; nothing where it is missing."""
        return found_version(self.found)


def found_version(found: Callable[[], str]) -> str:
    """What `found` gives; nothing where what it looks for is missing."""
    try:
        return found()
    except (OSError, PackageNotFoundError, subprocess.SubprocessError):
        return ""


def _told(*command: str) -> str:
    done = subprocess.run(
        command, capture_output=True, check=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL
    )
    return done.stdout.decode("utf-8", "replace")


def version_said(*command: str) -> str:
    """The version in what a program says of itself, on whichever output."""
    done = subprocess.run(
        command, capture_output=True, check=False, timeout=TIMEOUT, stdin=subprocess.DEVNULL
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    found = re.search(r"\d+(\.\d+)+", said)
    return found[0] if found else ""


def _pdfium(pdf: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


def _pypdf(pdf: Path) -> str:
    import pypdf

    return str(pypdf.PdfReader(pdf).pages[0].extract_text())


def _pdfminer(pdf: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(str(pdf), page_numbers=[0]))


def _pymupdf(pdf: Path) -> str:
    import pymupdf

    with pymupdf.open(pdf) as document:
        return str(document[0].get_text())


def _pdfplumber(pdf: Path) -> str:
    import pdfplumber

    with pdfplumber.open(pdf) as document:
        return str(document.pages[0].extract_text())


@cache
def _pdfjs_version() -> str:
    package = PDFJS / "package.json"
    if shutil.which("node") is None or not package.is_file():
        return ""
    found = re.search(r'"version": *"([^"]+)"', package.read_text(encoding="utf-8"))
    return found[1] if found else ""


def _pdfjs(pdf: Path) -> str:
    return _told("node", str(_SCRIPT), str(PDFJS), str(pdf))


def _ghostscript(pdf: Path) -> str:
    return _told("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dLastPage=1",
                 "-sDEVICE=txtwrite", "-o", "-", str(pdf))  # fmt: skip


READERS: Final = (
    Reader(
        name="pdfium", brings="a dependency of Banxin", keeps=True, target=100.0,
        found=lambda: version("pypdfium2"), read=_pdfium,
    ),
    Reader(
        name="mutool", brings="Debian: mupdf-tools", keeps=True, target=100.0,
        found=lambda: version_said("mutool", "-v"),
        read=lambda pdf: _told("mutool", "draw", "-q", "-F", "txt", "-o", "-", str(pdf), "1"),
    ),
    Reader(
        name="PyMuPDF", brings="PyPI: PyMuPDF", keeps=True, target=100.0,
        found=lambda: version("PyMuPDF"), read=_pymupdf,
    ),
    Reader(
        name="pypdf", brings="PyPI: pypdf", keeps=True, target=100.0,
        found=lambda: version("pypdf"), read=_pypdf,
    ),
    Reader(
        name="PDF.js", brings="npm: pdfjs-dist", keeps=True, target=100.0,
        found=_pdfjs_version, read=_pdfjs,
    ),
    Reader(
        name="pdftotext", brings="Debian: poppler-utils", keeps=False, target=99.5,
        found=lambda: version_said("pdftotext", "-v"),
        read=lambda pdf: _told("pdftotext", "-l", "1", str(pdf), "-"),
    ),
    Reader(
        name="pdfminer.six", brings="PyPI: pdfminer.six", keeps=False, target=99.5,
        found=lambda: version("pdfminer.six"), read=_pdfminer,
    ),
    Reader(
        name="pdfplumber", brings="PyPI: pdfplumber", keeps=False, target=None,
        found=lambda: version("pdfplumber"), read=_pdfplumber,
    ),
    Reader(
        name="gs txtwrite", brings="Debian: ghostscript", keeps=False, target=None,
        found=lambda: version_said("gs", "--version"), read=_ghostscript,
    ),
)  # fmt: skip
"""pdfplumber and Ghostscript's txtwrite read a page line by line from edge to edge, whatever its
columns: nothing is asked of them but the characters."""
