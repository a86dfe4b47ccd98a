"""Composing lines alone: the text of B1 at its measures, where the time goes, long paragraphs."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench.child import Launcher
from bench.edition import EDITION, ROOT
from bench.figures import Figures
from bench.table import section, table
from layout.faces.catalog import Catalog
from layout.inline.paragraph import (
    ParagraphRules,
    broken,
    line_measures,
    paragraph_items,
    set_paragraph,
)
from layout.inline.parts import VoicedText
from layout.spec.markdown.story import parse_story
from layout.text.segment import tokens
from layout.text.shape import Voice

MEASURES: Final = (13, 16, 20, 21)
ALL_RULES: Final = ParagraphRules(hanging=True, tighten=20, level="strict")
"""Every rule that adds work: hanging marks and hyphens are further breaks, tightening a tier."""
SENTENCE: Final = "版心高350毫米，宽490毫米；“基本栏”每栏13字（9点），typography里叫measure。"
SIZES: Final = (25_000, 50_000, 100_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A long paragraph: of what, under which rules, at which measures."""

    name: str
    unit: str
    rules: ParagraphRules
    measures: tuple[int, ...]


KINDS: Final = (
    Kind(name="news, the rules by default", unit=SENTENCE, rules=ParagraphRules(),
         measures=(13_000,)),
    Kind(name="news, every rule on", unit=SENTENCE, rules=ALL_RULES, measures=(13_000,)),
    Kind(name="news, first fit", unit=SENTENCE, rules=ParagraphRules(fit="first"),
         measures=(13_000,)),
    Kind(name="news, twenty lines beside a picture", unit=SENTENCE, rules=ParagraphRules(),
         measures=(*(7000,) * 20, 13_000)),
    Kind(name="Han only", unit="中", rules=ParagraphRules(), measures=(13_000,)),
    Kind(name="marks only", unit="，。”", rules=ParagraphRules(), measures=(13_000,)),
    Kind(name="one word", unit="a", rules=ParagraphRules(), measures=(13_000,)),
    Kind(name="one character a line", unit=SENTENCE, rules=ParagraphRules(), measures=(1000,)),
)  # fmt: skip


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    del launcher, folder
    gc.set_threshold(200_000, 20, 100)  # as the installed command does
    voice = Voice(Catalog().chain("报宋"), half_digits=True)
    texts = [
        paragraph.text
        for path in sorted((ROOT / EDITION / "stories").glob("*.md"))
        if not path.name.startswith(("B2", "B3", "B4"))  # of the other pages
        for paragraph in parse_story(path.read_bytes(), path.name).paragraphs
    ]
    return section(
        f"Lines of text, in a warm process ({runs} rounds)",
        table(["the text of B1, ms", "default", "min", "every rule on", "min"],
              list(_page(texts, voice, runs))),
        f"{sum(map(len, texts)):,} characters in {len(texts)} paragraphs; tokens kept, no "
        "paragraph kept. Every rule on: hanging marks, hyphens, strict, Han 2 % tighter.",
        table(["at 20字, ms", "median", "min"], list(_stages(texts, voice, runs))),
        table(["one paragraph, ms", *(f"{n:,}" for n in SIZES), "100,000 / 25,000"],
              list(_long(voice))),
        "Linear is 4.0 in the last column.",
    )  # fmt: skip


def _timed(work: Callable[[], Any], runs: int) -> Figures:
    work()
    values = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        values.append((time.perf_counter() - start) * 1000)
    return Figures.of(values)


def _page(texts: list[str], voice: Voice, runs: int) -> Any:
    for ems in MEASURES:
        row = [f"{ems}字"]
        for rules in (ParagraphRules(), ALL_RULES):
            took = _timed(
                lambda rules=rules, ems=ems: [  # type: ignore[misc]
                    set_paragraph([VoicedText(t, voice)], rules, ems * 1000) for t in texts
                ],
                runs,
            )
            row += [f"{took.median:.1f}", f"{took.least:.1f}"]
        yield row


def _stages(texts: list[str], voice: Voice, runs: int) -> Any:
    rules, measure = ParagraphRules(), 20_000
    parts = [[VoicedText(t, voice)] for t in texts]
    items = [paragraph_items(p, rules, measure, hyphenate=False) for p in parts]
    widths = [line_measures(i, rules, measure)[1] for i in items]
    cut = _timed(lambda: [voice.shape(tokens(t)) for t in texts], runs)
    spaced = _timed(
        lambda: [paragraph_items(p, rules, measure, hyphenate=False) for p in parts], runs
    )
    found = _timed(lambda: [broken(i, rules, w) for i, w in zip(items, widths, strict=True)], runs)
    whole = _timed(lambda: [set_paragraph(p, rules, measure) for p in parts], runs)
    rows = {
        "cut into tokens, look them up": (cut.median, cut.least),
        "gaps and prefix sums": (spaced.median - cut.median, spaced.least - cut.least),
        "breaks and the search": (found.median, found.least),
        "justify, and what is left": (
            whole.median - spaced.median - found.median, whole.least - spaced.least - found.least,
        ),
        "all of it": (whole.median, whole.least),
    }  # fmt: skip
    for name, (median, least) in rows.items():
        yield [name, f"{median:.1f}", f"{least:.1f}"]


def _long(voice: Voice) -> Any:
    for kind in KINDS:
        row, took = [kind.name], []
        for size in SIZES:
            text = (kind.unit * (size // len(kind.unit) + 1))[:size]
            parts = [VoicedText(text, voice)]
            took.append(_timed(partial(set_paragraph, parts, kind.rules, kind.measures), 3).least)
            row.append(f"{took[-1]:,.0f}")
        yield [*row, f"{took[-1] / took[0]:.1f}"]
