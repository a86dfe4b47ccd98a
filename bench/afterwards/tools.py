"""What is done to a press file by others, each at the program's defaults.

A program that is missing is not run, and counts for nothing. qpdf comes with pikepdf, which is a
dependency; pypdf, PyMuPDF and pdfium are packages; MuPDF's mutool, poppler and Ghostscript are the
system's.
"""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from bench.reading.tools import found_version, version_said

TIMEOUT: Final = 120

Act = Callable[[Path, Path, Path], None]
"""Reads the first file, and the second where it joins two, and writes the third."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What a program does. `joins` says that another file's pages come behind, `takes` that it
    takes the first page out."""

    program: "Program"
    what: str
    act: Act
    joins: bool = False
    takes: bool = False

    @property
    def name(self) -> str:
        """The program and what it does."""
        return f"{self.program.name}: {self.what}"


def _command(*words: str) -> Act:
    """A command in which A, B and OUT stand for the files."""

    def act(one: Path, other: Path, out: Path) -> None:
        files = {"A": str(one), "B": str(other), "OUT": str(out)}
        subprocess.run(
            [files.get(word, word) for word in words],
            check=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL, capture_output=True,
        )  # fmt: skip

    return act


def _job(*words: str) -> Act:
    """As `_command`, of the qpdf that is in pikepdf."""

    def act(one: Path, other: Path, out: Path) -> None:
        from pikepdf import Job

        files = {"A": str(one), "B": str(other), "OUT": str(out)}
        Job(["qpdf", "--deterministic-id", *[files.get(word, word) for word in words]]).run()

    return act


def _pikepdf_save(one: Path, _: Path, out: Path) -> None:
    import pikepdf

    with pikepdf.open(one) as pdf:
        pdf.save(out)


def _pikepdf_merge(one: Path, other: Path, out: Path) -> None:
    import pikepdf

    made = pikepdf.new()
    with pikepdf.open(one) as first, pikepdf.open(other) as second:
        made.pages.extend(first.pages)
        made.pages.extend(second.pages)
        made.save(out)


def _pikepdf_join(one: Path, other: Path, out: Path) -> None:
    import pikepdf

    with pikepdf.open(one) as first, pikepdf.open(other) as second:
        first.pages.extend(second.pages)
        first.save(out)


def _pikepdf_take(one: Path, _: Path, out: Path) -> None:
    import pikepdf

    made = pikepdf.new()
    with pikepdf.open(one) as pdf:
        made.pages.append(pdf.pages[0])
        made.save(out)


def _pypdf_clone(one: Path, _: Path, out: Path) -> None:
    import pypdf

    pypdf.PdfWriter(clone_from=one).write(out)


def _pypdf_merge(one: Path, other: Path, out: Path) -> None:
    import pypdf

    made = pypdf.PdfWriter()
    made.append(one)
    made.append(other)
    made.write(out)


def _pypdf_take(one: Path, _: Path, out: Path) -> None:
    import pypdf

    made = pypdf.PdfWriter()
    made.add_page(pypdf.PdfReader(one).pages[0])
    made.write(out)


def _pymupdf_save(one: Path, _: Path, out: Path) -> None:
    import pymupdf

    with pymupdf.open(one) as pdf:
        pdf.save(out, garbage=3, deflate=True)


def _pymupdf_merge(one: Path, other: Path, out: Path) -> None:
    import pymupdf

    with pymupdf.open() as made, pymupdf.open(one) as first, pymupdf.open(other) as second:
        made.insert_pdf(first)
        made.insert_pdf(second)
        made.save(out)


def _pdfium_save(one: Path, _: Path, out: Path) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(one) as pdf:
        pdf.save(out)


def _pdfium_merge(one: Path, other: Path, out: Path) -> None:
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    with pypdfium2.PdfDocument(one) as first, pypdfium2.PdfDocument(other) as second:
        made.import_pages(first)
        made.import_pages(second)
        made.save(out)
    made.close()


def _libqpdf() -> str:
    import pikepdf

    return str(pikepdf.__libqpdf_version__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that does something to files; `brings` is how to get it."""

    name: str
    brings: str
    found: Callable[[], str]

    def version(self) -> str:
        """Its version; nothing where it is missing."""
        return found_version(self.found)


_OURS: Final = "a dependency of Banxin"
_QPDF: Final = Program(name="qpdf", brings=_OURS, found=_libqpdf)
_PIKEPDF: Final = Program(name="pikepdf", brings=_OURS, found=lambda: version("pikepdf"))
_PDFIUM: Final = Program(name="pdfium", brings=_OURS, found=lambda: version("pypdfium2"))
_PYPDF: Final = Program(name="pypdf", brings="PyPI: pypdf", found=lambda: version("pypdf"))
_PYMUPDF: Final = Program(name="PyMuPDF", brings="PyPI: PyMuPDF", found=lambda: version("PyMuPDF"))
_MUTOOL: Final = Program(
    name="mutool", brings="Debian: mupdf-tools", found=lambda: version_said("mutool", "-v")
)
_POPPLER: Final = Program(
    name="poppler", brings="Debian: poppler-utils", found=lambda: version_said("pdfunite", "-v")
)
_GS: Final = Program(
    name="Ghostscript", brings="Debian: ghostscript", found=lambda: version_said("gs", "--version")
)

TREATMENTS: Final = (
    Treatment(program=_QPDF, what="`--linearize`", act=_job("--linearize", "A", "OUT")),
    Treatment(
        program=_QPDF, what="`--object-streams=generate`",
        act=_job("--object-streams=generate", "A", "OUT"),
    ),
    Treatment(program=_QPDF, what="`--qdf`", act=_job("--qdf", "A", "OUT")),
    Treatment(
        program=_QPDF, what="`a --pages a b --`", act=_job("A", "--pages", "A", "B", "--", "OUT"),
        joins=True,
    ),
    Treatment(
        program=_QPDF, what="`--empty --pages a b --`",
        act=_job("--empty", "--pages", "A", "B", "--", "OUT"), joins=True,
    ),
    Treatment(
        program=_QPDF, what="`a --pages a 1 --`", act=_job("A", "--pages", "A", "1", "--", "OUT"),
        takes=True,
    ),
    Treatment(program=_PIKEPDF, what="opened and saved", act=_pikepdf_save),
    Treatment(
        program=_PIKEPDF, what="pages put behind the first file's", act=_pikepdf_join, joins=True
    ),
    Treatment(program=_PIKEPDF, what="pages put in a new file", act=_pikepdf_merge, joins=True),
    Treatment(program=_PIKEPDF, what="a page put in a new file", act=_pikepdf_take, takes=True),
    Treatment(program=_MUTOOL, what="`clean`", act=_command("mutool", "clean", "A", "OUT")),
    Treatment(
        program=_MUTOOL, what="`clean -gggg -z`",
        act=_command("mutool", "clean", "-gggg", "-z", "A", "OUT"),
    ),
    Treatment(
        program=_MUTOOL, what="`clean a out 1`", act=_command("mutool", "clean", "A", "OUT", "1"),
        takes=True,
    ),
    Treatment(
        program=_MUTOOL, what="`merge`", act=_command("mutool", "merge", "-o", "OUT", "A", "B"),
        joins=True,
    ),
    Treatment(
        program=_POPPLER, what="`pdfunite`", act=_command("pdfunite", "A", "B", "OUT"), joins=True
    ),
    Treatment(
        program=_POPPLER, what="`pdfseparate`",
        act=_command("pdfseparate", "-f", "1", "-l", "1", "A", "OUT"), takes=True,
    ),
    Treatment(
        program=_POPPLER, what="`pdftocairo -pdf`", act=_command("pdftocairo", "-pdf", "A", "OUT")
    ),
    Treatment(
        program=_GS, what="`pdfwrite`",
        act=_command(
            "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-o", "OUT", "A"
        ),
    ),
    Treatment(program=_PYPDF, what="`clone_from`", act=_pypdf_clone),
    Treatment(program=_PYPDF, what="`append`", act=_pypdf_merge, joins=True),
    Treatment(program=_PYPDF, what="`add_page`", act=_pypdf_take, takes=True),
    Treatment(program=_PYMUPDF, what="`save(garbage=3)`", act=_pymupdf_save),
    Treatment(program=_PYMUPDF, what="`insert_pdf`", act=_pymupdf_merge, joins=True),
    Treatment(program=_PDFIUM, what="opened and saved", act=_pdfium_save),
    Treatment(program=_PDFIUM, what="`import_pages`", act=_pdfium_merge, joins=True),
)  # fmt: skip
