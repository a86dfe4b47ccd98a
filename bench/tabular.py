"""A page with a table of 60 rows beside a page of plain text of as many characters."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import EDITION, ROOT
from bench.figures import Figures, Target
from bench.table import section, table
from layout.api import Session
from layout.spec.markdown.story import parse_story

ROWS: Final = 60
LIMIT: Final = Target(text="≤ 1.30", limit=1.3)
HEAD: Final = "page: {name}\nformat: tabloid\nblocks:\n"
TABLE: Final = "  - {id: t, table: data.csv, title: 成绩, at: {cols: 1-6, lines: 1-63}}\n"
TEXT: Final = "  - {id: s, story: text.md, columns: 3, at: {cols: 1-6, lines: 1-63}}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Milliseconds of processor time, a round each."""

    table: list[float] = field(default_factory=list)
    text: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """The least of the one to the least of the other: what else runs only adds."""
        return min(self.table) / min(self.text)


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    characters = write(folder)
    cold, warm = Times(), Times()
    command = [sys.executable, "-m", "layout", "build", "-q", "-o", str(folder / "out")]
    for _ in range(runs):  # in turn: a change of the machine's mind meets both
        for name, times in (("table", cold.table), ("text", cold.text)):
            times.append(launcher.run([*command, str(folder / f"{name}.yaml")], folder).cpu)
        for name, times in (("table", warm.table), ("text", warm.text)):
            times.append(_spent(lambda name=name: _made(folder / f"{name}.yaml")))  # type: ignore[misc]
    rows = [
        [*_row("a build, from start to end", cold), LIMIT.verdict(cold.ratio)],
        _row("in a session of its own, nothing kept", warm),
    ]
    return section(
        f"A table of {ROWS} rows beside as much text ({runs} rounds in turn)",
        table(["processor time, ms", "table", "min", "text", "min", "min / min", "target"], rows),
        f"{characters:,} characters in {ROWS} rows of 6 columns, and of page B2 in 3 columns.",
    )


def write(folder: Path) -> int:
    """Both pages and what they show; the characters of each."""
    rows = ["名次,姓名,单位,百米（秒）,跳远（米）,总分"]
    names = "林周何欧苏方江陈一二三四五六七八九"
    for row in range(1, ROWS + 1):
        name = names[row % 8] + names[8 + row % 9]
        rows.append(
            f"{row},{name},第{name}学校,{10 + row / 40:.2f},{7 - row / 50:.2f},{2600 - row}"
        )
    characters = sum(len(row.replace(",", "")) for row in rows)
    long: list[str] = []
    left = characters
    for path in sorted((ROOT / EDITION / "stories").glob("B2*.md")):
        for paragraph in parse_story(path.read_bytes(), path.name).paragraphs:
            if left > 0:
                long.append(paragraph.text[:left])
                left -= len(long[-1])
    (folder / "banxin.yaml").write_text("", encoding="utf-8")
    (folder / "data.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "text.md").write_text("\n\n".join(long) + "\n", encoding="utf-8")
    for name, block in (("table", TABLE), ("text", TEXT)):
        page = HEAD.format(name=name) + block
        (folder / f"{name}.yaml").write_text(page, encoding="utf-8")
    return characters


def _made(spec: Path) -> None:
    session = Session()
    page = session.page(spec)
    assert page.good, page.diagnostics
    session.render([page])


def _spent(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


def _row(name: str, times: Times) -> list[str]:
    one, other = Figures.of(times.table), Figures.of(times.text)
    return [
        name, f"{one.median:.1f}", f"{min(times.table):.1f}", f"{other.median:.1f}",
        f"{min(times.text):.1f}", f"{times.ratio:.2f}",
    ]  # fmt: skip
