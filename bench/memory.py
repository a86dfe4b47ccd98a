"""Peak memory of cold processes, and what the bytes of the PDF are spent on."""

import contextlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bench import rivals
from bench.child import ChildError, Launcher
from bench.edition import PAGE, make_pages
from bench.figures import Figures, Target
from bench.table import section, table
from bench.typst_page import typst_source
from bench.weasy_page import weasy_source
from layout.api import Session

PAGES: Final = 64
FEW: Final = 8
MANY: Final = 256
GROWTH: Final = Target(text=f"≤ 1.2 × {FEW} pages", limit=1.2)
PEAK: Final = Target(text="≤ 100 MiB", limit=100.0)
SIZE: Final = Target(text="≤ 450 KB", limit=450.0)

_NEXT = re.compile(rb"endobj|/Length (?P<length>\d+)[^>]*>>\s*stream\n")
_KINDS: Final = (
    # The first pattern that a stream's dictionary holds says what it is.
    ("picture", re.compile(rb"/Subtype\s*/Image")),
    ("profile", re.compile(rb"/N\s+[134]\b")),
    ("metadata", re.compile(rb"/Type\s*/Metadata")),
    ("font programs", re.compile(rb"/Length1\b|/FontFile|/Subtype\s*/(OpenType|CIDFontType0C)")),
    ("CMaps", re.compile(rb"/CMapName|/Type\s*/CMap")),
)
_OTHER: Final = "page contents and what is not named"


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    rounds = min(runs, 5)
    specs = make_pages(folder, MANY)
    for number, spec in enumerate(specs):  # each page has a picture of its own
        picture = f"assets/park-{number}.jpg"
        (folder / picture).hardlink_to(folder / "assets/park.jpg")
        text = spec.read_text(encoding="utf-8")
        spec.write_text(text.replace("assets/park.jpg", picture), encoding="utf-8")
    every = [str(spec.relative_to(folder)) for spec in specs]
    specs, names = specs[:PAGES], every[:PAGES]
    session = Session()
    page = session.page(folder / PAGE)
    (folder / "one.typ").write_text(typst_source([page]), encoding="utf-8")
    (folder / "one.html").write_text(weasy_source(page), encoding="utf-8")
    many = typst_source([session.page(s) for s in specs])
    (folder / "many.typ").write_text(many, encoding="utf-8")
    commands = {
        "banxin build, B1": rivals.banxin(PAGE),
        f"banxin build, {PAGES} pages to {PAGES} files": rivals.banxin(*names),
        _named(FEW, 1): (*rivals.banxin(*every[:FEW]), "--jobs", "1"),
        _named(MANY, 1): (*rivals.banxin(*every), "--jobs", "1"),
        _named(FEW, 2): (*rivals.banxin(*every[:FEW]), "--jobs", "2"),
        _named(MANY, 2): (*rivals.banxin(*every), "--jobs", "2"),
        "Typst, B1, system fonts on": rivals.typst("one.typ", "one.pdf", system_fonts=True),
        "Typst, B1, system fonts off": rivals.typst("one.typ", "one.pdf", system_fonts=False),
        f"Typst, one file of {PAGES} pages": rivals.typst(
            "many.typ", "many.pdf", system_fonts=False
        ),
    }
    peaks = {
        name: Figures.of([launcher.run(command, folder).peak for _ in range(rounds)])
        for name, command in commands.items()
    }
    with contextlib.suppress(ChildError):  # the section on cold processes says what is missing
        peaks["WeasyPrint, B1"] = Figures.of(
            [launcher.run(rivals.weasyprint("one.html", "weasy.pdf"), folder).peak]
        )
    rows = [
        (name, f"{peak.median:.0f}", f"{peak.worst:.0f}", _verdict(name, peaks))
        for name, peak in peaks.items()
    ]
    whole, parts = pdf_parts((folder / "out/B1.pdf").read_bytes())
    rest = (whole - sum(parts.get(k, 0) for k in ("picture", "profile"))) / 1000
    sizes: list[tuple[str, ...]] = [
        (name, f"{size / 1000:,.1f}") for name, size in parts.items() if size
    ]
    sizes += [("the whole file", f"{whole / 1000:,.1f}")]
    sizes += [("without picture and profile", f"{rest:,.1f}", SIZE.verdict(rest))]
    return section(
        "Memory and size",
        table(("peak MiB, cold process", "median", "worst", "target, by worst"), rows),
        table(("B1.pdf", "KB", "target"), sizes),
        f"Of {FEW} and of {MANY} pages each has other text and a picture file of its own. With two "
        "jobs it is the larger of two processes, which share what they had before the fork.",
    )


def _named(pages: int, jobs: int) -> str:
    return f"banxin build, {pages} pages, --jobs {jobs}"


def _verdict(name: str, peaks: Mapping[str, Figures]) -> str:
    for jobs in (1, 2):
        if name == _named(MANY, jobs):
            ratio = peaks[name].median / peaks[_named(FEW, jobs)].median
            return f"{GROWTH.verdict(ratio)} ({ratio:.2f})"
    return PEAK.verdict(peaks[name].worst) if name.startswith("banxin") else ""


def pdf_parts(pdf: bytes) -> tuple[int, dict[str, int]]:
    """The size of a file of ours, and the bytes of its streams by what they are."""
    parts = dict.fromkeys((*(kind for kind, _ in _KINDS), _OTHER), 0)
    at = pdf.index(b" 0 obj")
    while (match := _NEXT.search(pdf, at)) is not None:
        if match["length"] is None:
            at = match.end()
        else:
            length = int(match["length"])
            parts[_kind(pdf[at : match.end()], _KINDS)] += length
            at = pdf.index(b"endobj", match.end() + length) + len(b"endobj")
    return len(pdf), parts


def _kind(head: bytes, kinds: Sequence[tuple[str, re.Pattern[bytes]]]) -> str:
    return next((kind for kind, pattern in kinds if pattern.search(head)), _OTHER)
