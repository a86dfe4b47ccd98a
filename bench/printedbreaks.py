"""`python -m bench.printedbreaks PATH`: how many breaks of print our ways of setting meet.

PATH is a file of printed paragraphs, or a folder with `breaks.jsonl`: a paragraph a line, with its
`measure_em`, `indent_em` and printed `lines`. Each is set anew from its joined text. A break of
print is met where a line ends after the same character; a paragraph is whole where all are met and
there are no others. Three ways are counted: total fit (`house: clreq`), `house: daily`, and daily
with what an editor may do to a paragraph by hand (`layout.inline.byhand`), the best for each one.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NamedTuple

from bench.table import table
from layout.faces.catalog import Catalog
from layout.flow.type.setter import Setter, text_rules
from layout.inline.byhand import HAND_SETTINGS
from layout.inline.line import SetParagraph
from layout.inline.paragraph import ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.record import replace
from layout.spec.resolve.defaults import STYLES
from layout.spec.resolve.houses import in_house
from layout.text.shape import Voice

FILE: Final = "breaks.jsonl"
UNTOUCHED: Final = "-"
"""Of the hand settings, none."""
MOST_EM: Final = 1000.0
MOST_BYTES: Final = 16 * 1024 * 1024


class BadCasesError(Exception):
    """What is wrong with a file of printed paragraphs, and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paragraph as it was printed. Lengths in em."""

    name: str
    measure: float
    indent: float
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is set anew."""
        return "".join(self.lines)

    @property
    def breaks(self) -> frozenset[int]:
        """The offsets at which its lines but the last end."""
        return frozenset(accumulate(map(len, self.lines[:-1])))


class Met(NamedTuple):
    """How a way of setting a paragraph compares with print; a better one is greater."""

    breaks: int
    whole: bool


def printed(path: Path) -> list[Printed]:
    """The paragraphs of a file or folder. Raises `BadCasesError`."""
    file = path / FILE if path.is_dir() else path
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        rows = data.decode("utf-8-sig").splitlines()
    except OSError as exc:
        raise BadCasesError(f"{file}: {exc.strerror}") from exc
    except UnicodeDecodeError as exc:
        raise BadCasesError(f"{file}: no UTF-8 text") from exc
    if len(data) > MOST_BYTES:
        raise BadCasesError(f"{file}: more than {MOST_BYTES:,} bytes")
    found = [_printed(row, f"{file}:{n}") for n, row in enumerate(rows, 1) if row.strip()]
    if not found:
        raise BadCasesError(f"{file}: no paragraph")
    return found


def _printed(row: str, where: str) -> Printed:
    try:
        case = json.loads(row)
    except (ValueError, RecursionError) as exc:
        raise BadCasesError(f"{where}: no JSON") from exc
    lines = case.get("lines") if isinstance(case, dict) else None
    if not isinstance(lines, list) or not all(isinstance(x, str) and x for x in lines) or not lines:
        raise BadCasesError(f"{where}: `lines` must be the printed lines, a text each")
    measure = _em(case, "measure_em", where)
    if measure < 1:
        raise BadCasesError(f"{where}: `measure_em` must be 1 or more, not {measure:g}")
    return Printed(
        name=str(case.get("id", where.rpartition(":")[2])),
        measure=measure,
        indent=_em(case, "indent_em", where) if "indent_em" in case else 2.0,
        lines=tuple(lines),
    )


def _em(case: dict[str, Any], key: str, where: str) -> float:
    value = case.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MOST_EM:
        return float(value)  # NaN is in no range
    raise BadCasesError(f"{where}: `{key}` must be a number of em from 0 to {MOST_EM:g}")


class Compositor:
    """Sets paragraphs under any rules, and compares them with print."""

    def __init__(self) -> None:
        self._voice: Voice = Setter(Catalog()).voice(STYLES["body"])
        self._cache: dict[Any, SetParagraph] = {}

    def ends(self, case: Printed, rules: ParagraphRules) -> list[int]:
        """The offsets at which the lines end, the last one's too."""
        rules = replace(rules, indent=round(case.indent * 1000))
        parts = [VoicedText(case.text, self._voice)]
        done = set_paragraph(parts, rules, round(case.measure * 1000), self._cache)
        items = done.items
        return [items.offsets[x.last] + len(items.tokens[x.last].text) for x in done.lines]

    def met(self, case: Printed, rules: ParagraphRules) -> Met:
        """How a paragraph under these rules compares with print."""
        found = frozenset(self.ends(case, rules)[:-1])
        return Met(len(found & case.breaks), found == case.breaks)

    def by_hand(self, case: Printed, rules: ParagraphRules) -> dict[str, Met]:
        """The same of each thing that may be done by hand, and of nothing done."""
        found = {UNTOUCHED: self.met(case, rules)}
        return found | {n: self.met(case, hand.of(rules)) for n, hand in HAND_SETTINGS.items()}


def house_rules(house: str) -> ParagraphRules:
    """The rules of running text in a house."""
    return text_rules(in_house(STYLES["body"], house))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the three ways meet of each paragraph; `hands` is what did best by hand."""

    cases: Sequence[Printed]
    total: Sequence[Met]
    daily: Sequence[Met]
    best: Sequence[Met]
    hands: Sequence[str]


def compare(cases: Sequence[Printed]) -> Comparison:
    """Set all paragraphs in the three ways."""
    compositor = Compositor()
    total, daily = house_rules("clreq"), house_rules("daily")
    best: list[Met] = []
    hands: list[str] = []
    for case in cases:
        found = compositor.by_hand(case, daily)
        hand = max(
            found, key=lambda name: found[name]
        )  # the first of the best: as little as may be
        hands.append(hand)
        best.append(found[hand])
    return Comparison(
        cases=cases,
        total=[compositor.met(case, total) for case in cases],
        daily=[compositor.met(case, daily) for case in cases],
        best=best,
        hands=hands,
    )


def report(found: Comparison, *, each: bool = False) -> str:
    """The table; with `each` a row a paragraph before it."""
    breaks = sum(len(case.breaks) for case in found.cases)
    paragraphs = len(found.cases)
    rows = [
        [name, f"{(n := sum(m.breaks for m in met))} of {breaks}", _share(n, breaks),
         f"{(w := sum(m.whole for m in met))} of {paragraphs}", _share(w, paragraphs)]
        for name, met in (
            ("total fit (house: clreq)", found.total),
            ("house: daily", found.daily),
            ("daily, the best by hand", found.best),
        )
    ]  # fmt: skip
    out = [table(("", "breaks met", "", "paragraphs whole", ""), rows)]
    if each:
        out.insert(0, table(
            ("paragraph", "em", "breaks", "total fit", "daily", "by hand", ""),
            list(_each(found)),
        ))  # fmt: skip
    return "\n\n".join(out)


def _each(found: Comparison) -> Iterator[list[str]]:
    for case, total, daily, best, hand in zip(
        found.cases, found.total, found.daily, found.best, found.hands, strict=True
    ):
        met = [f"{m.breaks}{' whole' if m.whole else ''}" for m in (total, daily, best)]
        yield [case.name, f"{case.measure:g}", str(len(case.breaks)), *met, hand]


def _share(part: int, of: int) -> str:
    return f"{part / of:.1%}" if of else "-"


def main(argv: list[str] | None = None) -> int:
    """Measure and print. 2 where the paragraphs cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.printedbreaks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", type=Path, metavar="PATH", help=f"the file, or a folder of {FILE}")
    parser.add_argument("--each", action="store_true", help="a row for each paragraph as well")
    args = parser.parse_args(argv)
    try:
        cases = printed(args.path)
    except BadCasesError as exc:
        print(f"bench.printedbreaks: {exc}", file=sys.stderr)
        return 2
    print(report(compare(cases), each=args.each))
    return 0


if __name__ == "__main__":
    sys.exit(main())
