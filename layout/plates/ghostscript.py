"""The plates of a page by Ghostscript's `tiffsep`, where it is installed: a second opinion.

It is run as a program of its own, never linked: its licence is the AGPL. The page is drawn four
times as fine and reduced, since at 150 ppi it makes text too heavy.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import numpy as np

from layout.color import PROCESS
from layout.pdf.document import PdfDocument
from layout.pdf.inks.lone import lone_page
from layout.pictures.channels import grey_file
from layout.plates.pdf import page_of, sheet_of
from layout.plates.plate import FULL, MOST_INKS, Plate, PlateError, Plates, Tones, frozen
from layout.words.said import Said, said

PROGRAMS: Final = ("gs", "gswin64c", "gswin32c")
FINER: Final = 4
SECONDS: Final = 300
"""A page that takes longer is no page of a newspaper."""
MOST_DPI: Final = 600
REMARKS: Final = 3


def ghostscript() -> str:
    """The program. Raises `PlateError`, with the package that brings it, where it is missing."""
    found = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if found is None:
        raise PlateError(said("PLATES.no-ghostscript"))
    return found


def plates_by_ghostscript(document: PdfDocument, number: int, dpi: float) -> Plates:
    """The plates of a page of a PDF, counted from 1, with its bleed.

    Raises `PlateError` where Ghostscript is missing, fails or takes too long, and `PdfError`.
    """
    program = ghostscript()
    node = page_of(document, number)
    raster, area = sheet_of(node, dpi)
    page = lone_page(document, node, area)
    fine = dpi * (node.user_unit or 1.0) * FINER
    with tempfile.TemporaryDirectory(prefix="banxin-plates-") as folder:
        source = Path(folder) / "page.pdf"
        source.write_bytes(page)
        target = Path(folder) / "plate.tif"
        command = [
            program, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{fine:g}",
            f"-dDownScaleFactor={FINER}", f"-g{raster.width * FINER}x{raster.height * FINER}",
            "-dFIXEDMEDIA", "-sCompression=lzw", f"-sOutputFile={target}", "-f", str(source),
        ]  # fmt: skip
        told = _run(command, folder)
        shape = (raster.height, raster.width)
        found = {
            unquote(path.stem[len("plate(") : -1]): _tones(path, shape)
            for path in sorted(Path(folder).glob("plate(*).tif"))
        }
    if not all(ink in found for ink in PROCESS) or len(found) > MOST_INKS:
        raise PlateError(said("PLATES.ghostscript", why=told[0] if told else said("part.nothing")))
    inks = (*PROCESS, *[ink for ink in found if ink not in PROCESS])
    return Plates(
        page=str(number),
        plates=tuple([Plate(ink=ink, tones=found[ink]) for ink in inks]),
        dpi=dpi,
        trim=raster.trim,
        by="ghostscript",
        missed=tuple(told),
    )


def _run(command: list[str], folder: str) -> list[Said]:
    """What Ghostscript remarks of the file. Raises `PlateError`."""
    try:
        ended = subprocess.run(  # noqa: S603  its own command, and a file of our writing
            command,
            cwd=folder,
            env={"TMPDIR": folder, "TEMP": folder, "PATH": "", "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as exc:
        told = said("part.plates-seconds", seconds=SECONDS)
        raise PlateError(said("PLATES.ghostscript", why=told)) from exc
    except OSError as exc:
        raise PlateError(said("PLATES.ghostscript", why=exc.strerror or str(exc))) from exc
    lines = [line.strip(" *") for line in (ended.stdout + ended.stderr).decode("utf-8", "replace")
             .splitlines()]  # fmt: skip
    found = [said("part.program-says", text=line[:120]) for line in lines if line]
    if ended.returncode != 0:
        why = found[0] if found else said("part.plates-status", status=ended.returncode)
        raise PlateError(said("PLATES.ghostscript", why=why))
    return found[:REMARKS]


def _tones(path: Path, shape: tuple[int, int]) -> Tones:
    """A plate as Ghostscript writes it, with 255 for bare paper."""
    rows, width, height = grey_file(path.read_bytes(), path.name)
    if (height, width) != shape:
        raise PlateError(
            said(
                "PLATES.ghostscript", why=said("part.png-bounds", width_px=width, height_px=height)
            )
        )
    return frozen(FULL - np.frombuffer(rows, np.uint8).reshape(shape))
