"""docs/readers.md: what each program reads of the pages; written by the command itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bench.edition import ROOT
from bench.reading.count import StoryText
from bench.reading.tools import READERS, Reader
from bench.table import table
from layout.files import write_file

DOCS: Final = ROOT / "docs" / "readers.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a program read of a page: by story, the part that is in order; the part of sixes of
    characters that it keeps together; and how many characters are not as they were set."""

    order: dict[str, float]
    sixes: float
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page and what was read of it, by program."""

    name: str
    characters: int
    stories: tuple[StoryText, ...]
    read: dict[str, Read]


_HEAD: Final = """\
# What other programs read from the pages

Editors copy from a PDF, search in it, and feed it to other programs. What comes back depends on how
the program finds lines and columns again. This page says what nine of them give, each at its
defaults. It is written by

    make readers

which brings the programs that packages have, and runs `python -m bench.readers --docs`. A program
that is missing is not run, and counts as nothing.

{versions}

## What is counted

- **In order**: of the characters of a story's running text, white space apart, the part that stands
  in the program's output in the story's own order (the longest subsequence that both have). What is
  asked: 100 % of the programs that keep the order of the content, 99.5 % of those that look for
  columns themselves.
- **Sixes**: of all rows of six neighbouring characters of a page, the part that a search finds.
"""

_MEANS: Final = """\
## How a page is made for it

- The order of the content is the reading order.
- A mark that has half its em on the page has a box of half an em in the font, under a code of its
  own; with a box of a full em, 》《 is taken for two lines and a gutter of 1字 for half of one.
- An indent is written as the full-width spaces it stands for: pdfminer takes lines with one left
  edge for a column.
- A line ends a thousandth of a point before its edge: poppler takes two columns apart whose gutter
  is an em, and a gutter of 1字 is an em to the last digit.
- Letters over characters (拼音) come after the whole text of their story in its block: a program
  that keeps the order of the content meets the text undivided, and the letters behind it.
- Codes are read through `Identity-H` and `ToUnicode` alone, in own CFF faces too.

## What to use instead

- Ghostscript's txtwrite and pdfplumber go through a page from edge to edge, across all columns: use
  `pdftotext`, `mutool draw -F txt` or pypdf. txtwrite also reads one glyph for —— as — and a wrong
  character after it, since it takes the second of two characters for a code of the font.
- pdftotext takes lines for one block up to a leading of 1.50 times the type, pdfminer to 1.48. Text
  on more leading comes across its columns: `pdftotext -raw` keeps the order of the content.
- pdfminer reads a column that ends far above the one before it first: level the columns, or use
  pdftotext.
- pdftotext and pdfminer.six know no columns that run down: `pdftotext -raw`, or pdfium, mutool,
  pypdf. pdfminer has `LAParams(detect_vertical=True)`.
"""


def sections(pages: Sequence[PageRead], versions: dict[str, str]) -> str:
    """The tables, as they are printed and as the documentation has them."""
    ran = [r for r in READERS if versions[r.name]]
    return "\n\n".join(
        [
            "## Stories in order\n\n" + _stories(pages, ran),
            "## What stays below, and why\n\n" + _below(pages, ran),
            "## Pages searched\n\n" + _pages(pages, ran),
        ]
    )


def say_versions(versions: dict[str, str]) -> str:
    """The programs that ran with their versions, and those that did not."""
    ran = [f"{name} {number}" for name, number in versions.items() if number]
    rest = [f"{r.name} ({r.brings})" for r in READERS if not versions[r.name]]
    said = f"Read by {', '.join(ran)}."
    return f"{said} **Not run**: {', '.join(rest)}." if rest else said


def write_docs(pages: Sequence[PageRead], versions: dict[str, str]) -> str:
    """Write docs/readers.md; what was done, for the terminal."""
    head = _HEAD.format(versions=say_versions(versions))
    write_file(DOCS, f"{head}\n{sections(pages, versions)}\n\n{_MEANS}".encode())
    return f"{DOCS.relative_to(ROOT)} written"


def below(pages: Sequence[PageRead], versions: dict[str, str]) -> Iterator[tuple[str, Reader, str]]:
    """Each story of which a program gives less in order than is asked: page, program, story."""
    for page in pages:
        for reader in READERS:
            if not versions[reader.name] or reader.target is None:
                continue
            for name, part in page.read[reader.name].order.items():
                if 100 * part < reader.target:
                    yield page.name, reader, name


def _stories(pages: Sequence[PageRead], ran: Sequence[Reader]) -> str:
    rows = []
    for page in pages:
        long = [s for s in page.stories if s.columns > 1 or len(page.stories) < 10]
        rows += [
            [f"{page.name} {s.name}", str(s.columns),
             *(_percent(page.read[r.name].order[s.name]) for r in ran)]
            for s in long
        ]  # fmt: skip
        rest = [s for s in page.stories if s not in long]
        if rest:
            rows.append(
                [f"{page.name} {len(rest)} short ones: the least", "1",
                 *(_percent(min(page.read[r.name].order[s.name] for s in rest)) for r in ran)]
            )  # fmt: skip
    return table(["page and story", "columns", *(r.name for r in ran)], rows)


def _below(pages: Sequence[PageRead], ran: Sequence[Reader]) -> str:
    causes = {(p.name, s.name): s.causes for p in pages for s in p.stories}
    found = below(pages, {r.name: "x" if r in ran else "" for r in READERS})
    parts = {p.name: p.read for p in pages}
    rows = [
        [f"{page} {story}", reader.name, _percent(parts[page][reader.name].order[story]),
         "; ".join(causes[page, story]) or "not known"]
        for page, reader, story in found
    ]  # fmt: skip
    if not rows:
        return "Nothing."
    return table(["page and story", "program", "in order", "its columns"], rows)


def _pages(pages: Sequence[PageRead], ran: Sequence[Reader]) -> str:
    rows = [
        [p.name, str(p.characters), *(f"{p.read[r.name].sixes:.2f}" for r in ran)] for p in pages
    ]
    kept = table(["page", "characters", *(r.name for r in ran)], rows)
    lost = [
        [p.name, *(str(p.read[r.name].lost) for r in ran)]
        for p in pages
        if any(p.read[r.name].lost for r in ran)
    ]
    if not lost:
        return f"Sixes kept together:\n\n{kept}"
    wrong = table(["page", *(r.name for r in ran)], lost)
    return f"Sixes kept together:\n\n{kept}\n\nCharacters lost or changed:\n\n{wrong}"


def _percent(part: float) -> str:
    return "100" if part == 1.0 else f"{100 * part:.1f}"
