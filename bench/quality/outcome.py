"""One text set by one tool: made, read back, counted."""

from collections.abc import Sequence

from bench.quality.count import Findings, examine
from bench.quality.least import Least
from bench.quality.lines import lines
from bench.quality.numbers import bounds
from bench.quality.read import glyphs
from bench.quality.setters import Banxin, Setting, Tool
from bench.quality.source import Source
from bench.quality.texts import Text
from layout.record import record


@record
class Outcome:
    """What was found in a tool's PDF. `wrong` characters do not extract as they were given."""

    tool: str
    findings: Findings
    wrong: int


@record
class Comparison:
    """A text at a setting, by every tool that could set it; `missing` says why others did not.

    `least` is for each paragraph what its most even way has.
    """

    text: Text
    setting: Setting
    outcomes: tuple[Outcome, ...]
    missing: tuple[str, ...]
    least: tuple[Least, ...]


def compare(text: Text, setting: Setting, banxin: Banxin, rivals: Sequence[Tool]) -> Comparison:
    """Every tool on the same paragraphs. A rival that cannot run is named; Banxin must."""
    source = Source.of(text.paragraphs)
    outcomes = [run(banxin, text, source, setting)]
    assert banxin.last is not None
    least = tuple(bounds(banxin.last))
    missing = []
    for rival in rivals:
        try:
            outcomes.append(run(rival, text, source, setting))
        except Exception as exc:  # a rival may fail as it likes: said, not hidden
            missing.append(f"{rival.name} did not set this text: {type(exc).__name__}: {exc}")
    return Comparison(
        text=text,
        setting=setting,
        outcomes=tuple(outcomes),
        missing=tuple(missing),
        least=least,
    )


def run(tool: Tool, text: Text, source: Source, setting: Setting) -> Outcome:
    """One tool."""
    pdf, frame = tool.pdf(text.paragraphs, setting)
    found, wrong = lines(glyphs(pdf), source, frame)
    return Outcome(tool=tool.name, findings=examine(found, source, frame), wrong=wrong)
