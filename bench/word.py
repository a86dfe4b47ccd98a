"""Copy from Word beside the same text as Markdown: both imported, warm, to the files' bytes."""

from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import EDITION, ROOT
from bench.figures import Figures, Target, in_turn
from bench.table import section, table
from layout.importer import import_text
from layout.importer.word import import_word
from layout.importer.write import edition_files
from layout.spec.markdown.story import parse_story
from tests.worddocs import docx, p, r

CHARACTERS: Final = 5000
LIMIT: Final = Target(text="≤ 3.00", limit=3.0)
_RUN: Final = 9
"""Characters of a run: Word begins a new one wherever something was typed at another time."""
_LOOK: Final = '<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="24"/>'


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    del launcher, folder
    paragraphs = text()
    word, plain = as_word(paragraphs), as_markdown(paragraphs)
    words, marks = in_turn(
        runs,
        lambda: import_word([("稿.docx", word)]),
        lambda: edition_files(import_text(plain, name="b1.md")),
    )
    ratio = min(words) / min(marks)
    row = [
        "an import, warm", f"{Figures.of(words).median:.1f}", f"{min(words):.1f}",
        f"{Figures.of(marks).median:.1f}", f"{min(marks):.1f}", f"{ratio:.2f}",
        LIMIT.verdict(ratio),
    ]  # fmt: skip
    return section(
        f"Copy from Word beside the same text as Markdown ({runs} rounds in turn)",
        table(["processor time, ms", ".docx", "min", ".md", "min", "min / min", "target"], [row]),
        f"{sum(map(len, paragraphs)):,} characters in {len(paragraphs)} paragraphs of the "
        f"section's stories; in the .docx runs of {_RUN} characters, each with its face and size.",
    )


def text() -> list[str]:
    """Paragraphs of the section's stories, as many characters as are asked for."""
    out: list[str] = []
    left = CHARACTERS
    for path in sorted((ROOT / EDITION / "stories").glob("*.md")):
        for paragraph in parse_story(path.read_bytes(), path.name).paragraphs:
            if left > 0:
                out.append(paragraph.text[:left])
                left -= len(out[-1])
    return out


def as_markdown(paragraphs: list[str]) -> bytes:
    """The text as an OCR has it."""
    return ("# 题目\n\n" + "\n\n".join(paragraphs) + "\n").encode()


def as_word(paragraphs: list[str]) -> bytes:
    """The text as Word has it."""
    body = "".join(p(*_runs(paragraph)) for paragraph in ("题目", *paragraphs))
    return docx(body.replace("<w:r>", '<w:r w:rsidRPr="00AB12CD">'), styles="")


def _runs(words: str) -> list[str]:
    return [r(words[n : n + _RUN], _LOOK) for n in range(0, len(words), _RUN)]
