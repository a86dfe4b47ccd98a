"""`python -m bench.setting`: how well lines are set, counted from the PDFs, beside Typst and
WeasyPrint.

Without TEXT it runs the four stories at 13, 15, 20 and 21字, five long texts, a text of mixed news
and forty hard paragraphs at 13, these with hanging stops too. A TEXT is a file of one paragraph a
line, or Markdown. Needs the dependency group `bench`.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.quality.outcome import Comparison, compare
from bench.quality.report import write_docs
from bench.quality.setters import RIVALS, Banxin, Setting, Tool
from bench.quality.table import faults, section, violations
from bench.quality.texts import HARD, LONG, SHARED, Text, read_text, the_stories
from layout.errors import BanxinError

GAP: Final = 0.25
"""Between Han and Latin: the default of `banxin lines`."""
PRINT_GAP: Final = 0.0
"""What the columns of the 2019 print were set with, at 20 and 21字."""
NARROW: Final = 13.0
STORY_MEASURES: Final = ((13.0, GAP), (15.0, GAP), (20.0, GAP), (21.0, GAP),
                         (20.0, PRINT_GAP), (21.0, PRINT_GAP))  # fmt: skip

Job = tuple[Text, Setting]


def main(argv: list[str] | None = None) -> int:
    """Measure and print. 1 where Banxin has a fault that no text forces on it."""
    args = _arguments(argv)
    start = time.perf_counter()
    banxin = Banxin()
    done: list[Comparison] = []
    try:
        for text, setting in list(_jobs(args)):
            done.append(compare(text, setting, banxin, args.rivals))
            print(section(done[-1]), flush=True)
            if args.faults:
                print("\n".join(faults(done[-1])) + "\n", flush=True)
    except (BanxinError, OSError, ValueError) as exc:
        print(f"bench.setting: {exc}", file=sys.stderr)
        return 2
    if args.docs:
        print(write_docs(done))
    print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)
    return int(any(violations(it.outcomes[0]) for it in done))


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.setting",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("text", nargs="*", type=Path, metavar="TEXT")
    parser.add_argument("--measure", nargs="+", type=_measure, metavar="N", help="in 字 (13)")
    parser.add_argument("--gap", type=float, default=GAP, help=f"between Han and Latin ({GAP})")
    parser.add_argument("--hanging", action="store_true", help="with hanging stops as well")
    parser.add_argument(
        "--rivals", type=_rivals, default="typst,weasyprint", help="typst,weasyprint or none"
    )
    parser.add_argument("--faults", action="store_true", help="each fault with its line")
    parser.add_argument("--docs", action="store_true", help="write docs/setting.md")
    return parser.parse_args(argv)


def _measure(text: str) -> float:
    value = float(text)
    if not 1 <= value <= 200:
        raise argparse.ArgumentTypeError(f"a measure is from 1 to 200字, not {text}")
    return value


def _rivals(text: str) -> tuple[Tool, ...]:
    names = [] if text == "none" else text.split(",")
    for name in names:
        if name not in RIVALS:
            known = ", ".join(RIVALS)
            raise argparse.ArgumentTypeError(f"no rival {name!r}; there are {known}, or none")
    return tuple(RIVALS[name]() for name in names)


def _jobs(args: argparse.Namespace) -> Iterator[Job]:
    if args.text:
        for path in args.text:
            text = read_text(path)
            for measure in args.measure or (NARROW,):
                yield from _with_hanging(text, measure, args.gap, hanging=args.hanging)
        return
    stories = the_stories()
    pairs = STORY_MEASURES if not args.measure else [(m, args.gap) for m in args.measure]
    for measure, gap in pairs:
        yield from _with_hanging(stories, measure, gap, hanging=args.hanging)
    for measure in args.measure or (NARROW,):
        for path in LONG:
            yield from _with_hanging(read_text(path), measure, args.gap, hanging=args.hanging)
        if SHARED.is_file():
            news = read_text(SHARED)
            yield from _with_hanging(news, measure, args.gap, hanging=args.hanging)
        else:
            print(f"{SHARED.name} is not beside this checkout: not measured\n", flush=True)
        hard = read_text(HARD, "forty hard paragraphs")
        yield from _with_hanging(hard, measure, args.gap, hanging=True)


def _with_hanging(text: Text, measure: float, gap: float, *, hanging: bool) -> Iterator[Job]:
    yield text, Setting(measure=measure, gap=gap)
    if hanging:
        yield text, Setting(measure=measure, gap=gap, hanging=True)


if __name__ == "__main__":
    sys.exit(main())
