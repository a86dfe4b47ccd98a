"""One long process: a word changed in a story on the disk, to the bytes of the new PDF."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import Editor, copy_project
from bench.figures import Figures, Target
from bench.table import section, table
from bench.warm_rivals import TypstAgain, WeasyAgain
from bench.watch import Took, Watch
from layout.api import Session
from layout.flow.compose import compose
from layout.flow.lower import lower
from layout.pipeline import compose_page
from layout.workshop import Workshop

EDITS: Final = 20
WEASY_EACH: Final = 10
"""WeasyPrint, a second a page, makes every tenth edit only."""
SAME: Final = Target(text="≤ 15 ms", limit=15.0)
NEW: Final = Target(text="≤ 40 ms", limit=40.0)
COMPOSE: Final = Target(text="≤ 25 ms", limit=25.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What changed words took: without a new glyph and with one, and the rivals on both."""

    same: list[Took] = field(default_factory=list)
    new: list[Took] = field(default_factory=list)
    typst: list[Took] = field(default_factory=list)
    weasyprint: list[Took] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report. Every edit differs from all before it."""
    del launcher
    words = changed_words(folder / "edits", EDITS)
    empty, full, whole = composing(folder / "compose", max(runs, EDITS))
    rows = [
        _row("changed word, no new glyph, to PDF bytes", words.same, SAME),
        _row("changed word, a new glyph, to PDF bytes", words.new, NEW),
        _row("the same words in Typst, to PDF bytes", words.typst, None),
    ]
    if words.weasyprint:
        rows.append(_row("the same words in WeasyPrint", words.weasyprint, None))
    rows += [
        _row("composing, paragraph cache empty, tokens kept", empty, COMPOSE),
        _row("composing, paragraph cache full", full, None),
        _row("nothing changed, from the files to the display list", whole, None),
    ]
    ours, theirs = (
        Figures.of([took.wall for took in found]).median
        for found in (words.same + words.new, words.typst)
    )
    return section(
        f"Warm, in one process ({EDITS} edits of each kind, no two alike)",
        table(("ms", "median", "min", "worst", "CPU", "target, by median"), rows),
        "A changed word is read from the disk: load, resolve, compose, lower, write PDF bytes. "
        "Edits without and with a new glyph take turns and go through the stories in turn.",
        f"Of all edits together {ours / theirs:.2f} × Typst, which keeps its fonts, files and "
        "caches in the same way.",
        "Composing is `compose` and `lower`: resolved page to display list.",
        *words.notes,
    )


def changed_words(folder: Path, edits: int) -> Words:
    """Milliseconds from a saved story to the PDF, each edit made by all in turn."""
    folder.mkdir()
    spec = copy_project(folder)
    editor = Editor(spec)
    session = Session()
    page = session.page(spec)
    last = page.pdf()
    found = Words()
    typst = TypstAgain(folder)
    typst.make(page)
    try:
        weasy = WeasyAgain(folder)
    except OSError as exc:
        weasy = None
        found.notes.append(f"**WEASYPRINT COULD NOT BE LOADED**: {exc}")
    for at in range(2 * edits):
        new_glyph = at % 2 == 1
        editor.change_word(new_glyph=new_glyph)
        watch = Watch()
        page = session.page(spec)
        pdf = page.pdf()
        (found.new if new_glyph else found.same).append(watch.read())
        if pdf == last:
            raise AssertionError("an edit did not reach the PDF")
        last = pdf
        found.typst.append(typst.make(page))
        if weasy is not None and at % WEASY_EACH == 0:
            found.weasyprint.append(weasy.make(page))
    return found


def composing(folder: Path, runs: int) -> tuple[list[Took], list[Took], list[Took]]:
    """Composing with the paragraph cache empty, with it full, and the page from its files."""
    folder.mkdir()
    spec = copy_project(folder)
    workshop = Workshop(lasting=False)  # keeps no block of the page
    made = compose_page(spec, workshop)
    lasting = Workshop()
    compose_page(spec, lasting)

    def make() -> None:
        placed = compose(made.resolved, workshop.setter({}))  # a page without jumps
        lower(made.resolved, placed, workshop.lowered)

    def make_afresh() -> None:
        workshop.paragraphs.clear()  # a fraction of a millisecond
        workshop.lowered.clear()
        make()

    def make_from_files() -> None:
        compose_page(spec, lasting)

    kinds: tuple[Callable[[], None], ...] = (make_afresh, make, make_from_files)
    found: tuple[list[Took], list[Took], list[Took]] = ([], [], [])
    for _ in range(runs):
        for kind, values in zip(kinds, found, strict=True):
            gc.collect()  # rubbish of the one kind is not the other's to pay for
            watch = Watch()
            kind()
            values.append(watch.read())
    return found


def _row(name: str, found: Sequence[Took], target: Target | None) -> tuple[str, ...]:
    wall = Figures.of([took.wall for took in found])
    return (
        name,
        f"{wall.median:.1f}",
        f"{wall.least:.1f}",
        f"{wall.worst:.1f}",
        f"{Figures.of([took.cpu for took in found]).median:.1f}",
        target.verdict(wall.median) if target else "",
    )
