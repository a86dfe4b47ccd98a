"""docs/setting.md: what was counted, how, and what came out; written by the command itself."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from bench.machine import cores
from bench.quality.outcome import Comparison, Outcome
from bench.quality.table import avoidable, bound, heading, ratio, section, violations
from bench.quality.texts import ROOT
from bench.table import table
from layout.files import write_file

DOCS: Final = ROOT / "docs" / "setting.md"
_PACKAGES: Final = ("banxin", "uharfbuzz", "reportlab", "pypdfium2", "typst", "weasyprint")

_HEAD: Final = """\
# How well the lines are set

The even colour of a text is what a reader sees. This page counts it, and every rule of Chinese line
composition that can be counted, for Banxin and for two other tools on the same text in the same
run. It is written by

    python -m bench.setting --docs

and not by hand. `python -m bench.setting my.txt --measure 13` does the same for any text;
`--faults` names the line of each fault; `--rivals none` leaves the other tools out.

{versions}

"""

_METHOD: Final = """\
## What is counted, and how

Each tool makes a PDF, and everything is counted from that PDF and the text that went in. pdfium
gives for each glyph the point where its pen stands, the advance in the font's width table, the box
of its ink, and the characters it stands for. A mark with a spare half em is the half its ink is in;
an edge is the edge of the em box of a Han or of that half, to a thousandth of an em. The classes of
marks are a table of the benchmark's own, so that a fault in the package's cannot hide itself.

- **Prohibited line starts and ends**: GB/T 15834-2011, 5.1.1-5.1.9 (level `gb`): no pause, stop,
  closing mark, connector, · or / begins a line, no opening mark or / ends one; —— and …… may begin
  one.
- **Cut**: a —— or …… on two lines; a number parted from a digit, a point or comma within it, %, a
  unit or its sign; a word parted without a hyphen.
- **Adjacent marks not squeezed**: a pair of two em that keeps over a quarter em more than the 1.5
  em of CLREQ allow (a row of closing marks and stops, or of opening marks, keeps no blank
  between; a closing and an opening one keep half an em), justification set aside.
- **Not trimmed**: an opening mark at a line's start, or after the indent, that stands in from the
  edge by up to half an em; a mark at a line's end that stops short of it by as much.
- **Off the edge**: any other line whose first or last body is more than 0.02 pt from its edge; of a
  last line only what is beyond the measure. With hanging stops on, a ，、。 wholly outside the
  measure is set aside.
- **Ink that runs into other ink** by over 2 % of an em.
- **Mean gap**: of all places in a line where two Han stand side by side, the mean of what is
  between their em boxes; where none do, the least white between two neighbours; last lines of
  paragraphs aside. Over 2 % it is open, over 5 % a reader sees it, over 12.5 % `banxin` tells it,
  over 25 % the line has fallen apart; below zero it is tighter than solid; 0.05 % is allowed for
  rounding. How even a text is, is the **sum of the squares** of its mean gaps.
- **One-character last lines** (孤字): one Han, letter or digit, with marks or without. “Those
  another break avoids” are the ones whose paragraph has a legal breaking without.
- **Characters that extract wrongly**: lost, changed, added or out of order, in the order of the
  content stream; spaces between words that got lost, and real ones that were never there.
- **The least possible**: a dynamic programme over all breaks that level `gb` allows in the text as
  Banxin spaces it, nothing tighter than solid, marks squeezed to half an em at most, words cut at
  any of their places. Of all ways it takes those with the fewest lines over 25 %; of these, those
  without an avoidable 孤字; of these, those that part the fewest dates, measures and names; of
  these the one with the least sum of squares, and, by itself, the one with the least largest gap:
  one way need not have both. It shares no cost with the breaker, which weighs a cut word as gaps
  of a tenth of an em and so may be above it in a text with many foreign words. Another tool may be
  below it where it squeezes more, parts what Banxin keeps together or leaves 孤字.

All are set in Noto Serif SC at 9 pt with an indent of 2 em, at level `gb`, with digits and % at
half an em. The gap between Han and Latin is ¼ em, the default of `banxin lines`; the stories at
20 and 21字 are also set without, as the columns of the 2019 print were. Typst has `lang: "zh"`,
`region: "cn"`, `par(justify: true)` with its default costs, and `cjk-latin-spacing: auto` or
`none`; WeasyPrint has `text-align: justify` in `lang="zh-CN"`, and no gap between Han and Latin at
all. Neither has hanging stops; Typst lets a hyphen or a dash at a line's end stand out (`overhang`,
on by default), and such lines count as off the edge. The hard paragraphs (bench/texts/hard.txt)
were written so that at 13字 a mark, a bracket, a dash, a number or a foreign word falls on an
awkward place when lines are simply filled, and so that many have no way out but hanging stops. The
five long texts (bench/texts/long-*.txt) are plain news of five kinds.
"""


def document(done: Sequence[Comparison]) -> str:
    """The whole page."""
    return "\n".join(
        (
            _HEAD.format(versions=versions()),
            summary(done),
            _METHOD,
            "## The counts",
            "",
            *sections(done),
        )
    )


def sections(done: Sequence[Comparison]) -> list[str]:
    """One for each comparison."""
    return [section(it) for it in done]


def summary(done: Sequence[Comparison]) -> str:
    """Each comparison in a row: violations, 孤字, lines over 25 and 12.5 %, the sum of squares."""
    names = list(dict.fromkeys(o.tool for it in done for o in it.outcomes))
    head = ["", *(f"{n}: violations, 孤字, > 25 %, > 12.5 %, sum" for n in names), "least sum", "×"]
    rows = []
    for it in done:
        by_name = {o.tool: o for o in it.outcomes}
        cells = [_in_short(it, by_name[n]) if n in by_name else "not run" for n in names]
        square = bound(it)[1]
        times = ratio(it.outcomes[0].findings.square, square)
        rows.append([heading(it), *cells, f"{square:.3f}", times])
    note = (
        "Violations are all counts below that should be nought, gaps below zero and characters\n"
        "that extract wrongly among them; 孤字 are the avoidable ones; then lines by their mean\n"
        "gap, and the sum of the squares of all mean gaps in em². The last column is how many\n"
        "times the least possible sum Banxin's is."
    )
    return f"## In short\n\n{table(head, rows)}\n\n{note}\n"


def _in_short(it: Comparison, outcome: Outcome) -> str:
    found = outcome.findings
    counts = [violations(outcome), avoidable(it, outcome), found.count("wide"), found.count("pale")]
    return ", ".join([*map(str, counts), f"{found.square:.3f}"])


def versions() -> str:
    """The tools' versions and what Python and how many cores they ran on."""
    found = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{found}; {python}, {cores()} cores."


def write_docs(done: Sequence[Comparison]) -> str:
    """Writes docs/setting.md whole; says so."""
    path = write_file(DOCS, document(done).encode("utf-8"))
    return f"wrote {path.relative_to(ROOT)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
