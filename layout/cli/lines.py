"""banxin lines: a text set at a measure, line by line."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, cast

from layout.api import HOUSES, LEVELS, PUNCTUATION, SQUEEZE, Session, TextOptions, length
from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import remark, say, say_json, tell
from layout.cli.table import pad, width
from layout.diagnostics import Place, StopError, did_you_mean, error
from layout.environment import Files, PathError
from layout.faces.catalog import ALIASES, Catalog
from layout.faces.face import FaceError
from layout.files import write_file
from layout.units import ROUNDING
from layout.words.said import Said, said

MOST_MEASURES = 200
"""Lines that may have a width of their own: more than a column has."""
UNSEEN_PT = 5e-4
"""What a line may be off its measure without being told: rounding, no more."""
_READ_MOST = 16 * 1024 * 1024  # the setter refuses less than this, in its own words
_HELP = """\
Each line of FILE that holds text is a paragraph; `-` reads standard input. The figures of a line:
its natural width (after squeezing and trimming, before justifying), its set width, the tier of
adjustment that was needed, what each gap gained, in per cent of an em, what is left over to the
measure (left), and what is to be said of it: hung (a mark stands beside the measure), hyphen,
loose, over, short, forbidden-break, fallback, parted-run, parted-bond, cut-word.

  banxin lines story.txt --measure 13              a column of 13 characters of 9 pt
  banxin lines story.txt --measure 20字 --gap 0    no space between Han and Latin
  banxin lines story.txt --measure 42mm --size 小五 --indent 0
  banxin lines story.txt --measure 8,8,8,13        three lines beside a picture, the rest below it
  banxin lines story.txt --measure 13 --style kaiming --level strict --hanging on
  banxin lines story.txt --measure 13 --house daily    as a measured daily sets its lines
  banxin lines story.txt --measure 13 --explain    why each line ends where it does
  banxin lines story.txt --measure 13 --glyphs     where each character stands
  banxin lines - --measure 13 --json < story.txt
  banxin lines story.txt --measure 13 --pdf out.pdf    the same lines as a press PDF

Tiers: shrink:2-8 squeezes word spaces, ·, brackets, pauses, the Han-Latin gap, stops and, where
--tighten allows it, Han; stretch:1-3 opens word spaces, the Han-Latin gap, every gap. `over`: the
line does not fit. A line that is loose, or ends where none may (禁则), is told on stderr with its
file, line and column.
--explain prints the demerits of each line and by how many the paragraph would be worse if no line
ended there, with the end that its line would have instead.
--json gives {"lines": [{"paragraph", "line", "text", "measure_pt", "natural_pt", "set_pt",
"residual_pt", "tier", "gap_em", "last", "hung", "hyphen", "reasons", "glyphs": [{"text", "x",
"advance", "origin"}]}]}, all in points from the left edge of the measure; paragraphs and lines
count from 1. `x` is where the pen stands, `origin` where the face's outline is placed. A hyphen at
a line's end is a glyph of its own, U+00AD, and no part of the text. With --explain each line has
"cost": {"terms": {name: demerits}, "total", "next_best", "instead"}. With findings there is
"diagnostics" too.

Exit status: 0 good, 1 the text cannot be set without loss, 2 bad use."""

_ON = ("on", "off")
_SPACES = (
    ("--indent", 2.0, "of a first line"),
    ("--gap", 0.25, "between Han and Latin"),
    ("--gap-least", 0.125, "what squeezing may leave of it"),
    ("--gap-most", 0.5, "to what it may open before the Han do"),
    ("--tighten", 0.0, "how much closer than solid Han may stand"),
)
_LIMITS = {"--indent": 100.0, "--gap": 0.5, "--gap-least": 0.5, "--gap-most": 1.0, "--tighten": 0.1}


def add_parser(commands: Any) -> None:
    """The options of `banxin lines`."""
    parser = commands.add_parser(
        "lines",
        help="set a text at a measure, line by line",
        description="Set each line of a text file as a paragraph and show the lines it makes.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", help="UTF-8 text, or - for standard input")
    parser.add_argument(
        "--measure",
        required=True,
        metavar="LENGTH[,…]",
        help="width of the lines: 13 is 13字; 42mm; 8,8,13 for the first two and the rest",
    )
    parser.add_argument("--size", default="9pt", metavar="LENGTH", help="of the type (9pt)")
    parser.add_argument("--face", default="报宋", metavar="ROLE", help="see `banxin fonts` (报宋)")
    parser.add_argument(
        "--script", choices=("zh-hans", "zh-hant", "ja"), default="zh-hans", help="whose rules"
    )
    parser.add_argument(
        "--digits", choices=("half", "proportional"), default="half", help="width of digits (half)"
    )
    parser.add_argument(
        "--house",
        choices=HOUSES,
        default=HOUSES[0],
        help="the house style of the lines; options that follow from it may be given as well "
        f"({HOUSES[0]}, whose values stand in brackets below)",
    )
    _add_rules(parser)
    _add_marks(parser)
    space = parser.add_argument_group("space, in em")
    for name, default, words in _SPACES:
        space.add_argument(name, type=float, metavar="EM", help=f"{words} ({default:g})")
    parser.add_argument("--explain", action="store_true", help="why each line ends where it does")
    parser.add_argument("--glyphs", action="store_true", help="where each character stands")
    parser.add_argument("--json", action="store_true", help="all of it as JSON")
    parser.add_argument(
        "--pdf", metavar="OUT.pdf", help="the same lines as a galley (小样): columns on one sheet"
    )


def _add_rules(parser: argparse.ArgumentParser) -> None:
    """How lines are broken, and where none may end."""
    rules = parser.add_argument_group("rules of line ends")
    rules.add_argument(
        "--level", choices=LEVELS, default="gb", help="line-start and -end rules 禁则 (gb)"
    )
    rules.add_argument("--fit", choices=("total", "first"), help="how lines are broken (total)")
    rules.add_argument(
        "--loose",
        choices=("even", "fewest"),
        default="even",
        help="lines as even as they can be, or as few loose ones (over 5 %%) as may be (even)",
    )
    rules.add_argument(
        "--hyphenate", choices=_ON, default="on", help="cut foreign words with a hyphen (on)"
    )
    rules.add_argument(
        "--bonds",
        choices=("keep", "part"),
        help="a date, a figure and its unit: kept on one line, or parted like words (keep)",
    )


def _add_marks(parser: argparse.ArgumentParser) -> None:
    """How wide marks are, and where they stand."""
    marks = parser.add_argument_group("marks")
    marks.add_argument(
        "--style",
        choices=PUNCTUATION,
        metavar="STYLE",
        help=f"width of marks 全角 开明 半角 行末半角 CCT: {', '.join(PUNCTUATION)} (quanjiao)",
    )
    marks.add_argument(
        "--hanging", choices=_ON, default="off", help="， 、 。 may stand beside the measure (off)"
    )
    marks.add_argument(
        "--first-mark",
        choices=("half", "full", "hang"),
        default="half",
        help="a mark that opens a paragraph: its ink on the indent, half an em in, half an em out",
    )
    for name, where in (("--line-start", "begins"), ("--line-end", "ends")):
        marks.add_argument(
            name,
            choices=("trim", "keep"),
            help=f"the blank of a mark that {where} a line (trim)",
        )
    marks.add_argument(
        "--squeeze",
        choices=SQUEEZE,
        help="which marks give their blank: all that a line needs, only pairs side by side, none; "
        "what then does not fit goes to the next line (all)",
    )
    marks.add_argument("--squeeze-stops", choices=_ON, help="。 ？ ！ give their blank, last (on)")


def run(args: argparse.Namespace) -> int:
    """Set the text and print its lines."""
    try:
        size, measures = _lengths(args)
    except StopError as stop:
        for fault in stop.diagnostics:
            remark("banxin lines", fault.said)
        return BAD_USE
    session = Session()
    try:
        setting = session.set_text(
            _read(args.file),
            measure=measures,
            size=size,
            name="<stdin>" if args.file == "-" else args.file,
            explained=args.explain,
            **_options(args),
        )
    except FaceError as exc:
        near = did_you_mean(args.face, [*Catalog().roles(), *ALIASES])
        key = "USE.face" if near else "USE.face-list"
        remark("banxin lines", said(key, fault=exc.args[0]))
        return BAD_USE
    except StopError as stop:
        tell(stop.diagnostics)
        if args.json:
            say_json({"lines": [], "diagnostics": [d.as_json() for d in stop.diagnostics]})
        return PROBLEMS
    tell(setting.diagnostics)
    if args.json:
        _say_json(setting)
    else:
        _say_text(setting, args, size, measures)
    bad = any(d.severity == "error" for d in setting.diagnostics)
    drawn = args.pdf is None or _write_pdf(session, setting, Path(args.pdf))
    return PROBLEMS if bad or not drawn else GOOD


def _write_pdf(session: Session, setting: Any, path: Path) -> bool:
    """The galley, written beside and renamed; False, and said, where it cannot be made."""
    try:
        data = session.galley(setting)
    except StopError as stop:
        tell(d for d in stop.diagnostics if d not in setting.diagnostics)
        remark("banxin lines", said("part.unwritten", path=str(path)))
        return False
    write_file(path, data)
    return True


_OPTIONS = {
    "style": "punctuation",
    "indent": "indent_em",
    "gap": "latin_gap_em",
    "gap_least": "latin_gap_least_em",
    "gap_most": "latin_gap_most_em",
    "tighten": "tighten_em",
}
"""Options that are fields of a style under another name."""
_SAME = (
    "house", "face", "script", "level", "fit", "loose", "first_mark", "line_start", "line_end",
    "squeeze", "bonds",
)  # fmt: skip
_SWITCHES = ("squeeze_stops", "hanging", "hyphenate")


def _options(args: argparse.Namespace) -> TextOptions:
    """The options that were given, and the house that says the others."""
    options: dict[str, Any] = {"half_digits": args.digits == "half"}
    options |= {name: getattr(args, name) for name in _SAME}
    options |= {field: getattr(args, name) for name, field in _OPTIONS.items()}
    for name in _SWITCHES:
        given = getattr(args, name)
        options[name] = None if given is None else given == "on"
    return cast(TextOptions, {n: value for n, value in options.items() if value is not None})


def _lengths(args: argparse.Namespace) -> tuple[float, tuple[float, ...]]:
    """Size and measures in points. Raises `StopError` that names the option."""
    size = _length("--size", args.size, bare="pt", zi=9.0)
    _within("--size", size, 1.0, 600.0)
    parts = args.measure.split(",")
    if len(parts) > MOST_MEASURES:
        raise _use(said("USE.measures", most=MOST_MEASURES, given=len(parts)))
    measures = tuple([_length("--measure", part, bare="zi", zi=size) for part in parts])
    for measure in measures:
        _within(said("part.option-zi", option="--measure"), measure / size, 1.0, 1000.0)
    for option, most in _LIMITS.items():
        given = getattr(args, option[2:].replace("-", "_"))
        if given is not None:
            _within(option, given, 0.0, most)
    return size, measures


def _length(option: str, text: str, *, bare: Literal["pt", "zi"], zi: float) -> float:
    try:
        return length(text.strip(), bare=bare, zi=zi)
    except StopError as stop:
        fault = stop.diagnostics[0].said
        raise _use(said("USE.length", option=option, fault=fault)) from stop


def _within(option: Said | str, value: float, low: float, high: float) -> None:
    if not low - ROUNDING <= value <= high + ROUNDING:
        raise _use(said("USE.range", option=option, least=low, most=high, value=value))


def _use(what: Said) -> StopError:
    return StopError([error(what)])


def _read(name: str) -> bytes:
    """The bytes of the text. Raises `StopError`."""
    if name == "-":
        if sys.stdin is None:
            raise StopError([error("READ.closed", Place("<stdin>"))])
        return sys.stdin.buffer.read(_READ_MOST)
    path = Path(name)
    try:
        return Files(root=path.parent).read(path, _READ_MOST)
    except (PathError, ValueError) as exc:  # ValueError: a NUL in the name
        fault = exc.args[0] if isinstance(exc, PathError) else str(exc)
        raise StopError([error("READ.text", Place(name), fault=fault)]) from exc


def _say_json(setting: Any) -> None:
    out: dict[str, object] = {"lines": [_line_json(line) for line in setting.lines]}
    if setting.diagnostics:
        out["diagnostics"] = [d.as_json() for d in setting.diagnostics]
    say_json(out)


def _line_json(line: Any) -> dict[str, object]:
    out: dict[str, object] = {
        "paragraph": line.paragraph,
        "line": line.number,
        "text": line.text,
        "measure_pt": _pt(line.measure),
        "natural_pt": _pt(line.natural),
        "set_pt": _pt(line.set_width),
        "residual_pt": _pt(line.residual),
        "tier": line.tier,
        "gap_em": round(line.gap_em, 5),
        "last": line.last,
        "hung": line.hung,
        "hyphen": line.hyphen,
        "reasons": list(line.reasons),
        "glyphs": [
            {
                "text": glyph.text,
                "x": _pt(glyph.x),
                "advance": _pt(glyph.advance),
                "origin": _pt(glyph.origin),
            }
            for glyph in line.glyphs
        ],
    }
    choice = line.choice
    if choice is not None:
        other = choice.dearer if choice.instead else None
        out["cost"] = {
            "terms": {str(name): round(cost, 3) for name, cost in choice.terms},
            "total": round(choice.cost, 3),
            "next_best": None if other is None else round(other, 3),
            "instead": choice.instead or None,
        }
    return out


def _pt(value: float) -> float:
    """Points to a ten-thousandth: finer than any press, and stable in a diff."""
    return round(value, 4) + 0.0  # never -0.0


def _say_text(
    setting: Any, args: argparse.Namespace, size: float, measures: Sequence[float]
) -> None:
    room = max(width(line.text) + (round(2 * setting.style.indent_em) if line.number == 1 else 0)
               for line in setting.lines)  # fmt: skip
    widths = ", ".join(f"{m / size:g}字 = {m:.6g} pt" for m in measures)
    say(f"{widths} of {size:g} pt {args.face}; widths in pt")
    for line in setting.lines:
        indent = " " * round(2 * setting.style.indent_em) if line.number == 1 else ""
        name = f"{line.paragraph}.{line.number}"
        say(f"{name:>7} |{pad(indent + line.text, room)}| {'  '.join(_facts(line))}")
        if line.choice is not None:
            say(" " * 9 + _choice(line.choice))
        if args.glyphs:
            cells = [f"{g.text.strip() or '␣'} {g.x:.2f}+{g.advance:.2f}" for g in line.glyphs]
            for start in range(0, len(cells), 6):
                row = "".join(pad(cell, 17) for cell in cells[start : start + 6])
                say(" " * 9 + row.rstrip())
    inner = [line for line in setting.lines if not line.last]
    loose = sum(1 for line in inner if line.gap_em > 0.05)
    squeezed = sum(1 for line in setting.lines if line.tier.startswith(("shrink", "over")))
    lines = len(setting.lines)
    say(f"{lines} lines: {loose} loose (gaps over 5 % of an em), {squeezed} squeezed")


def _facts(line: Any) -> list[str]:
    facts = [f"natural {line.natural:8.3f}", f"set {line.set_width:8.3f}"]
    if line.tier:
        facts.append(line.tier + (f" {line.gap_em:+.1%}" if line.gap_em else ""))
    if line.last:
        facts.append("end")
    elif abs(line.residual) > UNSEEN_PT:
        facts.append(f"left {line.residual:+.3f}")
    facts += [name for name in ("hung", "hyphen") if getattr(line, name)]
    return facts + [reason for reason in line.reasons if reason != line.tier]


def _choice(choice: Any) -> str:
    terms = ", ".join(f"{name} {cost:,.2f}" for name, cost in choice.terms)
    said = f"{choice.cost:,.2f} demerits ({terms})"
    if choice.instead:
        return f"{said}; next best, {choice.dearer:+,.2f}: ends with “…{choice.instead}”"
    return said
