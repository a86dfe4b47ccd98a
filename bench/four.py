"""The four pages of a section in a cold process: pages, book and spreads, beside Typst.

The pages are the edition's own where it has four; until then four pages of other text, made from
B1. Typst is given one document that holds the same four pages: the same text, pictures and faces.
"""

import os
from pathlib import Path
from typing import Final

from bench import rivals
from bench.child import Launcher, Spent
from bench.edition import EDITION, copy_project, make_pages
from bench.figures import Figures, Target
from bench.table import section, table
from bench.typst_page import typst_source
from layout.api import ComposedPage, Session
from layout.spec.markdown.paragraph import Paragraph

PAGES: Final = 4
TARGET: Final = Target(text="≤ 1.00 × Typst as its users run it", limit=1.0)
ON: Final = "Typst, system fonts on, one file of four pages"
OFF: Final = "Typst, system fonts off, one file of four pages"
FILES: Final = "Typst, system fonts on, the same pages and the book: five files"
ONLY_PAGES: Final = "banxin build, four pages"
ALL: Final = "banxin build, four pages, book and spreads"
ALONE: Final = "the same in one process (--jobs 1)"


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    edition, note = _edition(folder)
    session = Session()
    pages = [session.page(spec) for spec in session.page_files(folder / edition)]
    (folder / "four.typ").write_text(typst_source(pages), encoding="utf-8")
    names = [f"page-{at}.typ" for at in range(PAGES)]
    for name, page in zip(names, pages, strict=True):
        (folder / name).write_text(typst_source([page]), encoding="utf-8")
    commands = {
        ONLY_PAGES: (*rivals.banxin(edition), "--only", "pages"),
        ALL: rivals.banxin(edition),
        ALONE: (*rivals.banxin(edition), "--jobs", "1"),
        ON: rivals.typst("four.typ", "four.pdf", system_fonts=True),
        FILES: rivals.typst_files([*names, "four.typ"], system_fonts=True),
        OFF: rivals.typst("four.typ", "four.pdf", system_fonts=False),
    }
    found: dict[str, list[Spent]] = {name: [] for name in commands}
    for at in range(runs + 1):  # the first round warms .pyc files and disk
        for name, command in commands.items():
            spent = launcher.run(command, folder)
            if at:
                found[name].append(spent)
    wall = {name: Figures.of([s.wall for s in spent]) for name, spent in found.items()}
    cpu = {name: Figures.of([s.cpu for s in spent]) for name, spent in found.items()}
    rows = [
        (
            name,
            f"{wall[name].median:.0f}",
            f"{wall[name].least:.0f}",
            f"{cpu[name].median:.0f}",
            f"{wall[name].median / wall[ON].median:.2f}",
            f"{wall[name].least / wall[ON].least:.2f}",
        )
        for name in commands
    ]
    characters = sum(len(p.text) for page in pages for p in _paragraphs(page))
    return section(
        f"Cold process, a section of four pages ({runs} rounds)",
        table(("", "ms", "min", "CPU ms", "× Typst, on", "by min"), rows),
        f"Four pages, by median: {TARGET.verdict(wall[ONLY_PAGES].median / wall[ON].median)}.",
        f"Pages, book and spreads: {wall[ALL].median / wall[ON].median:.2f} × Typst's one file, "
        f"{wall[ALL].median / wall[FILES].median:.2f} × its five files.",
        f"{note} {characters:,} characters of stories.",
        f"{len(os.sched_getaffinity(0))} cores. In Typst's one file a picture that several pages "
        "show stands once; banxin writes it into every page's file, as the five files have it.",
    )


def _edition(folder: Path) -> tuple[str, str]:
    """The edition to build, relative to the project's folder, and what to say of it."""
    copy_project(folder)
    try:
        session = Session()
        specs = session.page_files(folder / EDITION)
        bad = [page.name for page in map(session.page, specs) if not page.good]
        if len(specs) == PAGES and not bad:
            return EDITION, "The edition's own pages."
    except Exception as exc:  # not all of them are written yet
        note = f"**THE EDITION DOES NOT BUILD** ({str(exc).splitlines()[0]}): "
    else:
        why = f"HAS ERRORS ON {', '.join(bad)}" if bad else f"HAS {len(specs)} PAGES"
        note = f"**THE EDITION {why}**: "
    home = folder / "variants"
    home.mkdir()
    made_pages = make_pages(home, PAGES)
    names = ", ".join(str(spec.relative_to(home)) for spec in made_pages)
    made = home / "specs/four"
    made.mkdir()
    (made / "edition.yaml").write_text(f"date: 2019-09-20\npages: [{names}]\n", encoding="utf-8")
    return "variants/specs/four", note + "four pages of other text made from B1."


def _paragraphs(page: ComposedPage) -> list[Paragraph]:
    from layout.spec.resolve.resolved import RStory

    blocks = page.composed.resolved.blocks
    stories = (b.content for b in blocks if isinstance(b.content, RStory))
    return [p for story in stories for p in story.story.paragraphs]
