"""The specimen read line by line: for the tests of what its samples show."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from layout.api import ComposedPage, Session
from layout.display.items import GlyphRun, LineFacts
from layout.record import record
from tests import pdfread

FOLDER = Path(__file__).parents[1] / "specs/specimen"
PAGES = ("S1", "S2")
BLANK = re.compile(r"\s+")
HYPHEN = "\u00ad"
READ_HYPHEN = "\x02"  # what pdfium gives for a hyphen that is no part of the word
EM = 9.5


@record
class Glyph:
    """A character, how far from the column's edge its glyph's origin stands, and its run."""

    char: str
    at: float
    run: GlyphRun


@record
class Row:
    """A line of a sample."""

    paragraph: str
    glyphs: tuple[Glyph, ...]
    facts: LineFacts

    @property
    def text(self) -> str:
        return "".join(run.text for run in dict.fromkeys(g.run for g in self.glyphs))

    def place(self, text: str) -> float:
        """Where the glyph of the first character of `text` stands, in em from the edge."""
        seen = "".join(g.char for g in self.glyphs)
        return self.glyphs[seen.index(text)].at / self.glyphs[0].run.size


@cache
def made(name: str) -> tuple[ComposedPage, str]:
    """A page of the specimen and what is read in its PDF."""
    page = Session().page(FOLDER / f"{name}.yaml")
    return page, pdfread.text(page.pdf()).replace(READ_HYPHEN, "")


def runs(name: str, part: str = "#p") -> Iterator[GlyphRun]:
    """The runs of a story's paragraphs or of another part of it, in reading order."""
    for page in PAGES:
        for item in made(page)[0].display.items:
            if isinstance(item, GlyphRun) and f"/{name}.md{part}" in item.node:
                yield item


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The lines of a sample; of lines that run to the right, from the edge of its column."""
    frames = [f for page in PAGES for f in made(page)[0].display.frames]
    edge = next(f.rect.x for f in frames if f.node.endswith(f"/{name}.md"))
    lines: dict[int, list[GlyphRun]] = {}
    for run in runs(name):
        lines.setdefault(id(run.line), []).append(run)
    out = []
    for line in lines.values():
        facts = line[0].line
        assert facts is not None
        glyphs = [
            Glyph(char=run.text[c], at=run.x + x - edge, run=run)
            for run in line
            for c, x in zip(run.clusters, run.xs, strict=True)
        ]
        out.append(Row(paragraph=line[0].node, glyphs=tuple(glyphs), facts=facts))
    assert out, f"no lines of {name}"
    return tuple(out)


def gaps(name: str) -> list[float]:
    return [r.facts.gap_em for r in rows(name) if not r.facts.last]


def tiers(name: str) -> set[str]:
    return {r.facts.tier for r in rows(name)}


def squeeze(text: str) -> str:
    return BLANK.sub("", text.replace("|", ""))


def starts(name: str) -> str:
    return "".join(r.text[0] for r in rows(name))


def ends(name: str) -> str:
    return "".join(r.text[-1] for r in rows(name))


def glyphs_of(name: str, char: str) -> set[int]:
    return {
        run.glyphs[k]
        for run in runs(name)
        for k, c in enumerate(run.clusters)
        if run.text[c] == char
    }


def find(name: str, text: str) -> list[tuple[GlyphRun, int]]:
    """The run and number of each glyph of a text in a sample."""
    for row in rows(name):
        numbered = [
            (run, k, run.text[c])
            for run in dict.fromkeys(g.run for g in row.glyphs)
            for k, c in enumerate(run.clusters)
        ]
        at = "".join(c for _, _, c in numbered).find(text)
        if at >= 0:
            return [(run, k) for run, k, _ in numbered[at : at + len(text)]]
    raise AssertionError(f"no {text} in {name}")
