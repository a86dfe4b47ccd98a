"""banxin lines: a text set at a measure, line by line."""

import argparse
import sys
from pathlib import Path
from typing import Any

from layout.api import Session, length
from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import note, say, say_json, tell
from layout.cli.table import pad, width
from layout.diagnostics import Place, StopError, error
from layout.environment import Files, PathError
from layout.faces.face import FaceError

_READ_MOST = 16 * 1024 * 1024  # the setter refuses less than this, in its own words
_HELP = """\
Each line of FILE that holds text is a paragraph; `-` reads standard input. The figures of a line:
its natural width (after squeezing and trimming, before justifying), its set width, the tier of
adjustment that was needed, and what each gap gained, in per cent of an em.

  banxin lines story.txt --measure 13              a column of 13 characters of 9 pt
  banxin lines story.txt --measure 20字 --gap 0    no space between Han and Latin
  banxin lines story.txt --measure 42mm --size 小五 --indent 0
  banxin lines story.txt --measure 13 --glyphs     where each character stands
  banxin lines - --measure 13 --json < story.txt

Tiers: shrink:2-7 squeezes spaces, then brackets, pauses, the Han-Latin gap, stops; stretch:1-3
opens word spaces, the Han-Latin gap, every gap. `over`: the line does not fit. A line that
is loose, or ends where none may (禁则), is told on stderr with its file, line and column.
--json gives {"lines": [{"paragraph", "line", "text", "measure_pt", "natural_pt", "set_pt", "tier",
"gap_em", "last", "glyphs": [{"text", "x", "advance", "origin"}]}]}, all in points from the left
edge of the measure; paragraphs and lines count from 1. `x` is where the pen stands, `origin` where
the face's outline is placed. With findings there is "diagnostics" too.

Exit status: 0 good, 1 the text cannot be set without loss, 2 bad use."""


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
        "--measure", required=True, metavar="LENGTH", help="width of the lines: 13 is 13字; 42mm"
    )
    parser.add_argument("--size", default="9pt", metavar="LENGTH", help="of the type (9pt)")
    parser.add_argument(
        "--indent", type=float, default=2.0, metavar="EM", help="of a first line, in 字 (2)"
    )
    parser.add_argument(
        "--gap", type=float, default=0.25, metavar="EM", help="between Han and Latin (0.25)"
    )
    parser.add_argument(
        "--level", choices=("gb", "basic", "none"), default="gb", help="line-start and -end rules"
    )
    parser.add_argument(
        "--fit", choices=("total", "first"), default="total", help="how lines are broken (total)"
    )
    parser.add_argument(
        "--digits", choices=("half", "proportional"), default="half", help="width of digits (half)"
    )
    parser.add_argument("--face", default="报宋", metavar="ROLE", help="see `banxin fonts` (报宋)")
    parser.add_argument("--glyphs", action="store_true", help="where each character stands")
    parser.add_argument("--json", action="store_true", help="all of it as JSON")


def run(args: argparse.Namespace) -> int:
    """Set the text and print its lines."""
    try:
        size, measure = _lengths(args)
    except StopError as stop:
        for fault in stop.diagnostics:
            hint = f" ({fault.hint})" if fault.hint else ""
            note(f"banxin lines: {fault.message}{hint}")
        return BAD_USE
    try:
        setting = Session().set_text(
            _read(args.file),
            measure=measure,
            size=size,
            indent_em=args.indent,
            latin_gap_em=args.gap,
            level=args.level,
            fit=args.fit,
            half_digits=args.digits == "half",
            face=args.face,
            name="<stdin>" if args.file == "-" else args.file,
        )
    except FaceError as exc:
        known = "" if "did you mean" in str(exc) else "; see `banxin fonts`: 报宋 黑 楷 …"
        note(f"banxin lines: --face: {exc}{known}")
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
        _say_text(setting, args, size, measure)
    return PROBLEMS if any(d.severity == "error" for d in setting.diagnostics) else GOOD


def _lengths(args: argparse.Namespace) -> tuple[float, float]:
    """Size and measure in points. Raises `StopError` that names the option."""
    out: list[float] = []
    for name, text, bare in (("--size", args.size, "pt"), ("--measure", args.measure, "zi")):
        try:
            out.append(length(text, bare=bare, zi=out[0] if out else 9.0))
        except StopError as stop:
            fault = stop.diagnostics[0]
            raise StopError([error("USE", f"{name}: {fault.message}", None, fault.hint)]) from stop
    size, measure = out
    for name, value, low, high in (
        ("--size", size, 1.0, 600.0),
        ("--measure in 字", measure / size, 1.0, 1000.0),
        ("--indent", args.indent, 0.0, 100.0),
        ("--gap", args.gap, 0.0, 0.5),
    ):
        if not low - 1e-9 <= value <= high + 1e-9:
            raise StopError([error("USE", f"{name} goes from {low:g} to {high:g}, not {value:g}")])
    return size, measure


def _read(name: str) -> bytes:
    """The bytes of the text. Raises `StopError`."""
    if name == "-":
        if sys.stdin is None:
            raise StopError([error("READ", "the text: standard input is closed", Place("<stdin>"))])
        return sys.stdin.buffer.read(_READ_MOST)
    path = Path(name)
    try:
        return Files(root=path.parent).read(path, _READ_MOST)
    except (PathError, ValueError) as exc:  # ValueError: a NUL in the name
        raise StopError([error("READ", f"the text: {exc}", Place(name))]) from exc


def _say_json(setting: Any) -> None:
    lines = [
        {
            "paragraph": line.paragraph,
            "line": line.number,
            "text": line.text,
            "measure_pt": _pt(line.measure),
            "natural_pt": _pt(line.natural),
            "set_pt": _pt(line.set_width),
            "tier": line.tier,
            "gap_em": round(line.gap_em, 5),
            "last": line.last,
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
        for line in setting.lines
    ]
    out: dict[str, object] = {"lines": lines}
    if setting.diagnostics:
        out["diagnostics"] = [d.as_json() for d in setting.diagnostics]
    say_json(out)


def _pt(value: float) -> float:
    """Points to a ten-thousandth: finer than any press, and stable in a diff."""
    return round(value, 4) + 0.0  # never -0.0


def _say_text(setting: Any, args: argparse.Namespace, size: float, measure: float) -> None:
    room = max(width(line.text) + (round(2 * args.indent) if line.number == 1 else 0)
               for line in setting.lines)  # fmt: skip
    say(f"{measure / size:g}字 = {measure:.6g} pt of {size:g} pt {args.face}; widths in pt")
    for line in setting.lines:
        indent = " " * round(2 * args.indent) if line.number == 1 else ""
        facts = [f"natural {line.natural:8.3f}", f"set {line.set_width:8.3f}"]
        if line.tier:
            facts.append(line.tier + (f" {line.gap_em:+.1%}" if line.gap_em else ""))
        if line.last:
            facts.append("end")
        name = f"{line.paragraph}.{line.number}"
        say(f"{name:>7} |{pad(indent + line.text, room)}| {'  '.join(facts)}")
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
