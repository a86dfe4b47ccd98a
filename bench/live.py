"""The live proof: from a file that is saved to the new page painted in Chromium, beside Typst's
recompiled page that PDF.js paints there."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import copy_project
from bench.figures import Figures, Target
from bench.live_edits import Change, edits_of
from bench.live_windows import Shown, chromium, cold, ours, typst
from bench.reading.tools import PDFJS
from bench.table import section, table
from bench.typst_page import typst_source
from layout.api import Session

FULL: Final = 15
"""Rounds from which on all edits are made; fewer make as many edits of each kind as rounds."""
EDITS: Final = 200
LONG: Final = 2_000
COLD: Final = 5
PAUSE_S: Final = 0.02
"""Between two edits: nobody saves faster."""
WORD: Final = Target(text="95 % < 100 ms", limit=100.0)
MOVE: Final = Target(text="95 % < 200 ms", limit=200.0)
STYLE: Final = Target(text="95 % < 400 ms", limit=400.0)
START: Final = Target(text="< 1,500 ms", limit=1500.0)
RATIO: Final = Target(text="≤ 0.50", limit=0.5)
SLOWER: Final = Target(text="≤ 1.20", limit=1.2)
MORE: Final = Target(text="≤ 50 MB", limit=50.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """Many edits without a restart: the first and the last of them, and what was held before and
    after, in MB: by the server and by the window's scripts."""

    first: Figures
    last: Figures
    server: tuple[float, float]
    heap: tuple[float, float]
    nodes: tuple[int, int]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Milliseconds of each kind of edit."""

    words: list[float] = field(default_factory=list)
    rival: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    styles: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    del launcher
    if not (PDFJS / "build" / "pdf.min.mjs").is_file():
        raise SystemExit("bench live: PDF.js is missing; `make readers` installs it by npm")
    edits = EDITS if runs >= FULL else runs
    spec = copy_project(folder / "ours")
    found = Found()
    with chromium() as browser:
        cold(browser, spec)  # which compiles what was never run: an installed package has that
        for _ in range(min(COLD, runs)):
            found.cold.append(cold(browser, spec))
        source = folder / "typst" / "again.typ"
        session = Session()
        copy_project(source.parent)
        source.write_text(typst_source([session.page(spec)]), encoding="utf-8")
        with ours(browser, spec) as window, typst(browser, source, PDFJS) as rival:
            changes = edits_of(spec)
            window.settle()
            for at, change in zip(range(edits + WARM), changes.words, strict=False):
                took = _timed(window, change)
                text = typst_source([session.page(spec)])
                theirs = _timed(rival, partial(_write, source, text))
                if at >= WARM:
                    found.words.append(took)
                    found.rival.append(theirs)
            found.moves.extend(_each(window, changes.moves, edits))
            found.styles.extend(_each(window, changes.styles, edits))
            _same(window, session, spec)
        with ours(browser, spec) as window:
            long = _lasting(window, edits_of(spec).words, LONG if runs >= FULL else 10 * runs)
            _same(window, session, spec)
    return _said(found, long)


WARM: Final = 3
"""Edits of which nobody keeps the time: the first ones compile what the rest use."""


def _write(source: Path, text: str) -> None:
    source.write_text(text, encoding="utf-8")


def _each(window: Shown, changes: Iterator[Change], count: int) -> list[float]:
    return [_timed(window, change) for _, change in zip(range(count), changes, strict=False)]


def _timed(window: Shown, change: Change) -> float:
    """Milliseconds from before a file is written to what it changes being painted."""
    before, ahead = window.count(), window.clock_ms()
    time.sleep(PAUSE_S)
    start = time.time()
    change()
    return window.painted(before) - ahead - start * 1000


def _lasting(window: Shown, words: Iterator[Change], count: int) -> Lasting:
    """The same window and server for all of the edits."""
    part = max(1, count // 10)
    window.settle()
    _each(window, words, WARM)
    server, heap, nodes = window.memory_mb(), window.heap_mb(), window.nodes()
    took = _each(window, words, count)
    return Lasting(
        first=Figures.of(took[:part]),
        last=Figures.of(took[-part:]),
        server=(server, window.memory_mb()),
        heap=(heap, window.heap_mb()),
        nodes=(nodes, window.nodes()),
        count=count,
    )


def _same(window: Shown, session: Session, spec: Path) -> None:
    """What the window shows at last is the page of the files."""
    digest = session.page(spec).scene().digest
    shown = window.page.evaluate("() => window.banxin.model().digest")
    if shown != digest:
        raise AssertionError("the window shows another page than the files hold")


def _said(found: Found, long: Lasting) -> str:
    words, rival = Figures.of(found.words), Figures.of(found.rival)
    ratio = words.median / rival.median
    rows = [
        _row("a changed word", found.words, WORD),
        _row("the same word: Typst, PDF.js", found.rival, None),
        _row("a moved block", found.moves, MOVE),
        _row("a changed style, all text set again", found.styles, STYLE),
        _row("`banxin serve`, cold, to the page painted", found.cold, START),
    ]
    server, heap = (after - before for before, after in (long.server, long.heap))
    slower = long.last.median / long.first.median
    at_95 = _of(found.words) / _of(found.rival)
    nodes = long.nodes[1] - long.nodes[0]
    return section(
        "The live proof of B1, from a file that is saved to the page painted",
        table(("ms", "edits", "median", "95 %", "worst", "target"), rows),
        f"A changed word takes {ratio:.2f} × what it takes with Typst and PDF.js, by the median "
        f"({RATIO.verdict(ratio)}); by 95 % {at_95:.2f} ×.",
        f"{long.count:,} edits without a restart: the last tenth takes {slower:.2f} × the first "
        f"({SLOWER.verdict(slower)}); the server holds {server:+.0f} MB ({long.server[1]:.0f} MB "
        f"at last; {MORE.verdict(server)}), the scripts {heap:+.1f} MB ({long.heap[1]:.0f} MB "
        f"at last; {MORE.verdict(heap)}), its document {nodes:+,} nodes.",
        "From before the file is written to two animation frames behind the change of the "
        "document, in one headless Chromium that draws by software. Typst has its page in another "
        "window of it, of the same size, from the same kind of file event, and writes its PDF in a "
        "process that keeps fonts, files and caches.",
    )


def _of(values: list[float]) -> float:
    """What 95 % of the values keep to."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-len(ordered) * 95 // 100) - 1)]


def _row(name: str, values: list[float], target: Target | None) -> tuple[str, ...]:
    own = Figures.of(values)
    return (
        name, f"{len(values)}", f"{own.median:.0f}", f"{_of(values):.0f}", f"{own.worst:.0f}",
        target.verdict(_of(values)) if target else "",
    )  # fmt: skip
