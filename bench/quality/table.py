"""Comparisons as Markdown: a column a tool, a row a count."""

from collections.abc import Iterator, Sequence
from typing import Final

from bench.quality.count import NOISE
from bench.quality.outcome import Comparison, Outcome
from bench.table import table

VIOLATIONS: Final[dict[str, str]] = {
    "start": "prohibited line starts",
    "end": "prohibited line ends",
    "cut-dash": "—— or …… cut",
    "cut-number": "numbers cut",
    "cut-word": "words cut without a hyphen",
    "pair": "adjacent marks not squeezed",
    "line-start": "line starts not trimmed",
    "paragraph-start": "paragraph starts not trimmed",
    "line-end": "line ends not trimmed",
    "edge": "lines off the edge by more than 0.02 pt",
    "overlap": "ink that runs into other ink",
}
GAPS: Final[dict[str, str]] = {
    "open": "lines with a mean gap over 2 %",
    "loose": "lines with a mean gap over 5 %",
    "pale": "lines with a mean gap over 12.5 %",
    "wide": "lines with a mean gap over 25 %",
    "tight": "lines with a mean gap below zero",
}


def section(it: Comparison) -> str:
    """A comparison with its heading, its table, and one more where the text has several parts."""
    out = [f"### {heading(it)}", "", counts(it), ""]
    if len(it.text.parts) > 1:
        out += [parts(it), ""]
    out += [f"- {line}" for line in it.missing]
    blind = [f"{o.tool} {n}" for o in it.outcomes if (n := o.findings.count("unmeasured"))]
    if blind:
        out.append(
            f"- Lines without two Han side by side, where no gap is read: {', '.join(blind)}"
        )
    return "\n".join(out).rstrip() + "\n"


def heading(it: Comparison) -> str:
    """What is set, and how."""
    hanging = ", hanging stops" if it.setting.hanging else ""
    return f"{it.text.name}: {it.setting.measure:g}字, gap {it.setting.gap:g} em{hanging}"


def counts(it: Comparison) -> str:
    """Every count, a column a tool."""
    rows = [
        ["lines", *(str(o.findings.lines) for o in it.outcomes)],
        ["of them last lines", *(str(o.findings.lines - o.findings.inner) for o in it.outcomes)],
    ]
    for code, name in (VIOLATIONS | GAPS).items():
        rows.append([name, *(str(o.findings.count(code)) for o in it.outcomes)])
    rows += [
        *_least(it),
        ["one-character last lines", *(str(o.findings.count("runt")) for o in it.outcomes)],
        ["those another break avoids", *(str(avoidable(it, o)) for o in it.outcomes)],
        ["characters that extract wrongly", *(str(o.wrong) for o in it.outcomes)],
    ]
    return table(["", *(o.tool for o in it.outcomes)], rows)


def _least(it: Comparison) -> Iterator[list[str]]:
    """How even the lines are, beside the most even way that any legal breaking allows: a figure of
    the text alone."""
    found = [o.findings for o in it.outcomes]
    wide, square, worst = bound(it)
    yield ["fewest over 25 % possible", str(wide)]
    yield ["sum of the squares of the mean gaps, em²", *(f"{f.square:.3f}" for f in found)]
    yield ["the least possible", f"{square:.3f}"]
    yield ["so many times as much", *(ratio(f.square, square) for f in found)]
    yield ["largest mean gap, % of an em", *(f"{100 * f.largest:.1f}" for f in found)]
    yield ["the least possible", f"{100 * worst:.1f}"]
    yield ["so many times as much", *(ratio(f.largest, worst) for f in found)]


def bound(it: Comparison) -> tuple[int, float, float]:
    """Of the whole text: the fewest lines over 25 %, the least sum, the least largest gap."""
    return (
        sum(b.wide for b in it.least),
        sum(b.square for b in it.least),
        max((b.worst for b in it.least), default=0.0),
    )


def parts(it: Comparison) -> str:
    """The parts of a text: lines over 5 %, and violations of all kinds together."""
    names = [o.tool for o in it.outcomes]
    head = ["", "lines", *(f"{n} > 5 %" for n in names), *(f"{n} faults" for n in names)]
    rows = []
    for number, part in enumerate(it.text.parts):
        rows.append(
            [
                part.name,
                str(sum(it.text.part_of(p) == number for p in it.outcomes[0].findings.paragraphs)),
                *(str(_of_part(it, o, number, ("loose",))) for o in it.outcomes),
                *(str(_of_part(it, o, number, tuple(VIOLATIONS))) for o in it.outcomes),
            ]
        )
    return table(head, rows)


def loose(outcome: Outcome) -> int:
    """Lines over 5 %."""
    return outcome.findings.count("loose")


def violations(outcome: Outcome) -> int:
    """Everything that should be nought, the colour of the text aside."""
    found = sum(outcome.findings.count(code) for code in VIOLATIONS)
    return found + outcome.findings.count("tight") + outcome.wrong


def avoidable(it: Comparison, outcome: Outcome) -> int:
    """One-character last lines of paragraphs that have a legal breaking without one."""
    owners = outcome.findings.paragraphs
    runts = [owners[f.line] for f in outcome.findings.faults if f.code == "runt"]
    return sum(p < len(it.least) and not it.least[p].runt_forced for p in runts)


def _of_part(it: Comparison, outcome: Outcome, part: int, codes: Sequence[str]) -> int:
    owners = outcome.findings.paragraphs
    return sum(
        fault.code in codes and it.text.part_of(owners[fault.line]) == part
        for fault in outcome.findings.faults
    )


def ratio(value: float, least: float) -> str:
    """How many times as much as the least; what a PDF's rounding adds is no difference."""
    if value <= least + NOISE:
        return "1.00" if value >= least - NOISE else f"{value / least:.2f}"
    return f"{value / least:.2f}" if least else "∞"


def faults(it: Comparison) -> Iterator[str]:
    """Every fault with its line, and the paragraphs that are looser than they need be."""
    for outcome in it.outcomes:
        for fault in outcome.findings.faults:
            if fault.code not in ("open", "pale", "wide", "unmeasured"):
                paragraph = outcome.findings.paragraphs[fault.line] + 1
                yield (
                    f"{outcome.tool}: {fault.code} {fault.value:+.4f} em: "
                    f"paragraph {paragraph}, line {fault.line + 1}: {fault.text}"
                )
