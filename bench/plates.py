"""Separations: how long they take beside pdfium's own drawing, and how near they are to tiffsep's.

Both are of the press file of each page of the section, in one process and one run: pypdfium2 draws
the page at 150 ppi, Banxin separates its display list, and any PDF of it, at 150 ppi; preflight
measures its ink at 75 ppi. Ghostscript is the second opinion where it is installed.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import copy_project
from bench.figures import Figures
from bench.table import section, table

EDITION: Final = "specs/zhuzhou-2019-09-20"
MOST: Final = 8.0
"""Times pypdfium2's drawing that separations may take."""

_CHILD: Final = """\
import json, sys, time
import numpy as np, pypdfium2
from layout.api import Session
from layout.pdf.document import open_pdf
from layout.plates.coverage import measure, window_means
from layout.plates.inkcheck import ink_of_pdf
from layout.plates.pdf import plates_of_pdf
clock = time.perf_counter
folder, runs, compare = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "compare"
session = Session()
out = {}
for spec in session.page_files(folder):
    page = session.page(spec)
    pdf = page.pdf()
    times = {"draw": [], "page": [], "pdf": [], "ink": []}
    for _ in range(runs + 1):
        start = clock()
        document = pypdfium2.PdfDocument(pdf)
        document[0].render(scale=150 / 72)
        document.close()
        times["draw"].append(clock() - start)
        start = clock()
        own = page.plates(150.0)
        times["page"].append(clock() - start)
        start = clock()
        other = plates_of_pdf(open_pdf(pdf), 1, 150.0, 2)
        times["pdf"].append(clock() - start)
        start = clock()
        ink_of_pdf(open_pdf(pdf), 1)
        times["ink"].append(clock() - start)
    out[page.name] = {"times": {k: v[1:] for k, v in times.items()}, "apart": {}}
    if compare:
        from layout.plates.ghostscript import plates_by_ghostscript
        theirs = plates_by_ghostscript(open_pdf(pdf), 1, 150.0)
        side = 15.0 ** 0.5 / own.mm
        for made in (own, other):
            for ink, tones in made.trimmed().items():
                found = theirs.trimmed().get(ink, np.zeros_like(tones))
                apart = np.abs(
                    window_means(tones.astype(np.uint16), side)
                    - window_means(found.astype(np.uint16), side)
                ) / 2.55
                out[page.name]["apart"].setdefault(ink, []).append([
                    float(tones.mean()) / 2.55, float(found.mean()) / 2.55,
                    float(np.percentile(apart, 99)), float(apart.max()),
                    float((apart > 2).mean()) * 100,
                ])
        out[page.name]["most"] = [
            measure(made).most_mean.percent for made in (own, other, theirs)
        ]
print(json.dumps(out))
"""


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    copy_project(folder)
    compare = "compare" if shutil.which("gs") else "alone"
    command = (sys.executable, "-c", _CHILD, EDITION, str(runs), compare)
    found = json.loads(launcher.run(command, folder).out)
    rows = []
    for name, page in found.items():
        figures = {key: Figures.of([1000 * v for v in v_]) for key, v_ in page["times"].items()}
        draw = figures["draw"]
        rows.append((name, f"{draw.median:.0f} ({draw.least:.0f})", *[
            f"{f.median:.0f} ({f.least:.0f}), {f.median / draw.median:.2f} ×"
            for f in (figures["page"], figures["pdf"], figures["ink"])
        ]))  # fmt: skip
    heads = (
        "page", "drawn by pypdfium2", "its display list separated", "its PDF separated",
        "its ink checked",
    )  # fmt: skip
    text = section("Separations", table(heads, rows))
    text += (
        "\nMilliseconds, median (least), and times pypdfium2's drawing of the page: at 150 ppi, "
        f"the ink check at 75 ppi. Separations may take {MOST:g} ×.\n"
    )
    if compare == "alone":
        return text + "\nNot compared with Ghostscript, which is missing (apt: ghostscript).\n"
    apart = [
        (name, ink, f"{own[0]:.2f}", f"{pdf[0]:.2f}", f"{own[1]:.2f}", f"{own[2]:.2f}",
         f"{own[3]:.1f}", f"{own[4]:.2f}", f"{pdf[4]:.2f}")
        for name, page in found.items() for ink, (own, pdf) in page["apart"].items()
    ]  # fmt: skip
    names = (
        "page", "plate", "display list", "PDF", "tiffsep", "99 % of squares within", "worst",
        "squares beyond 2 points", "of the PDF",
    )  # fmt: skip
    text += "\n" + table(names, apart)
    text += (
        "\nThe mean of each plate in per cent by Banxin, of display list and of PDF, and by "
        "Ghostscript's tiffsep; by how many points the means of squares of 15 mm² differ, and how "
        "many of them, in per cent, by more than 2.\n"
    )
    return text
