"""banxin lines: a text set at a measure, line by line."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, cast

from layout.api import HOUSES, LEVELS, PUNCTUATION, SQUEEZE, Session, TextOptions, length
from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import remark, say, say_json, tell
from layout.cli.sources import read_source
from layout.cli.table import pad, width
from layout.diagnostics import Place, StopError, did_you_mean, error
from layout.faces.catalog import ALIASES, Catalog
from layout.faces.face import FaceError
from layout.files import write_file
from layout.units import ROUNDING
from layout.words.said import Language, Said, in_words, said

MOST_MEASURES = 200
"""Lines that may have a width of their own: more than a column has."""
UNSEEN_PT = 5e-4
"""What a line may be off its measure without being told: rounding, no more."""
_READ_MOST = 16 * 1024 * 1024  # the setter refuses less than this, in its own words

_FACTS = {
    "hung": "part.fact-hung",
    "hyphen": "part.fact-hyphen",
    "loose": "part.fact-loose",
    "over": "part.fact-over",
    "short": "part.fact-short",
    "forbidden-break": "part.fact-forbidden-break",
    "fallback": "part.fact-fallback",
    "parted-run": "part.fact-parted-run",
    "parted-bond": "part.fact-parted-bond",
    "cut-word": "part.fact-cut-word",
}
"""What may be said of a line, and the key of its words."""
_ON = ("on", "off")
_SPACES = (
    "--indent",  # of a first line
    "--gap",  # between Han and Latin
    "--gap-least",  # what squeezing may leave of it
    "--gap-most",  # to what it may open before the Han do
    "--tighten",  # how much closer than solid Han may stand
)
_LIMITS = {"--indent": 100.0, "--gap": 0.5, "--gap-least": 0.5, "--gap-most": 1.0, "--tighten": 0.1}


def add_parser(commands: Any) -> None:
    """The options of `banxin lines`."""
    parser = commands.add_parser("lines")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--measure", required=True, metavar="LENGTH[,…]")
    parser.add_argument("--size", default="9pt", metavar="LENGTH")
    parser.add_argument("--face", default="报宋", metavar="ROLE")
    parser.add_argument("--script", choices=("zh-hans", "zh-hant", "ja"), default="zh-hans")
    parser.add_argument("--digits", choices=("half", "proportional"), default="half")
    parser.add_argument("--house", choices=HOUSES, default=HOUSES[0])
    _add_rules(parser)
    _add_marks(parser)
    space = parser.add_argument_group("space")
    for name in _SPACES:
        space.add_argument(name, type=float, metavar="EM")
    parser.add_argument("--explain", action="store_true")
    parser.add_argument("--glyphs", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pdf", metavar="OUT.pdf")


def _add_rules(parser: argparse.ArgumentParser) -> None:
    """How lines are broken, and where none may end; what is not given is the house's."""
    rules = parser.add_argument_group("rules")
    rules.add_argument("--level", choices=LEVELS)
    rules.add_argument("--fit", choices=("total", "first"))
    rules.add_argument("--loose", choices=("even", "fewest", "steady"))
    rules.add_argument("--hyphenate", choices=_ON)
    rules.add_argument("--bonds", choices=("keep", "part"))


def _add_marks(parser: argparse.ArgumentParser) -> None:
    """How wide marks are, and where they stand."""
    marks = parser.add_argument_group("marks")
    marks.add_argument("--style", choices=PUNCTUATION, metavar="STYLE")
    marks.add_argument("--hanging", choices=_ON)
    marks.add_argument("--first-mark", choices=("half", "full", "hang"))
    for name in ("--line-start", "--line-end"):
        marks.add_argument(name, choices=("trim", "keep"))
    marks.add_argument("--squeeze", choices=SQUEEZE)
    marks.add_argument("--squeeze-stops", choices=_ON)


def run(args: argparse.Namespace) -> int:
    """Set the text and print its lines."""
    try:
        size, measures = _lengths(args)
    except StopError as stop:
        for fault in stop.diagnostics:
            remark("banxin lines", fault.said, args.lang)
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
        remark("banxin lines", said(key, fault=exc.args[0]), args.lang)
        return BAD_USE
    except StopError as stop:
        tell(stop.diagnostics, args.lang)
        if args.json:
            say_json({"lines": [], "diagnostics": [d.as_json(args.lang) for d in stop.diagnostics]})
        return PROBLEMS
    tell(setting.diagnostics, args.lang)
    if args.json:
        _say_json(setting, args.lang)
    else:
        _say_text(setting, args, size, measures)
    bad = any(d.severity == "error" for d in setting.diagnostics)
    drawn = args.pdf is None or _write_pdf(session, setting, Path(args.pdf), args.lang)
    return PROBLEMS if bad or not drawn else GOOD


def _write_pdf(session: Session, setting: Any, path: Path, lang: Language) -> bool:
    """The galley, written beside and renamed; False, and said, where it cannot be made."""
    try:
        data = session.galley(setting)
    except StopError as stop:
        tell([d for d in stop.diagnostics if d not in setting.diagnostics], lang)
        remark("banxin lines", said("part.unwritten", path=str(path)), lang)
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
    return read_source(name, _READ_MOST, "READ.text")


def _say_json(setting: Any, lang: Language) -> None:
    out: dict[str, object] = {"lines": [_line_json(line) for line in setting.lines]}
    if setting.diagnostics:
        out["diagnostics"] = [d.as_json(lang) for d in setting.diagnostics]
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
    head = said("part.lines-of", widths=widths, size_pt=size, face=args.face)
    say(head.words(args.lang))
    for line in setting.lines:
        indent = " " * round(2 * setting.style.indent_em) if line.number == 1 else ""
        name = f"{line.paragraph}.{line.number}"
        say(f"{name:>7} |{pad(indent + line.text, room)}| {'  '.join(_facts(line, args.lang))}")
        if line.choice is not None:
            say(" " * 9 + _choice(line.choice).words(args.lang))
        if args.glyphs:
            cells = [f"{g.text.strip() or '␣'} {g.x:.2f}+{g.advance:.2f}" for g in line.glyphs]
            for start in range(0, len(cells), 6):
                row = "".join(pad(cell, 17) for cell in cells[start : start + 6])
                say(" " * 9 + row.rstrip())
    inner = [line for line in setting.lines if not line.last]
    loose = sum(1 for line in inner if line.gap_em > 0.05)
    squeezed = sum(1 for line in setting.lines if line.tier.startswith(("shrink", "over")))
    lines = len(setting.lines)
    counts = said("part.lines-count", lines=lines, loose=loose, squeezed=squeezed)
    say(counts.words(args.lang))


def _facts(line: Any, lang: Language) -> list[str]:
    facts = [
        said("part.fact-natural", pt=line.natural).words(lang),
        said("part.fact-set", pt=line.set_width).words(lang),
    ]
    if line.tier:
        facts.append(line.tier + (f" {line.gap_em:+.1%}" if line.gap_em else ""))
    if line.last:
        facts.append(said("part.fact-end").words(lang))
    elif abs(line.residual) > UNSEEN_PT:
        facts.append(said("part.fact-left", pt=line.residual).words(lang))
    told = [name for name in ("hung", "hyphen") if getattr(line, name)]
    told += [reason for reason in line.reasons if reason != line.tier]
    return facts + list(in_words([_FACTS[name] for name in told], lang))


def _choice(choice: Any) -> Said:
    terms = tuple([f"{name} {cost:,.2f}" for name, cost in choice.terms])
    if choice.instead:
        return said(
            "part.demerits-instead", cost=choice.cost, terms=terms, dearer=choice.dearer,
            instead=choice.instead,
        )  # fmt: skip
    return said("part.demerits", cost=choice.cost, terms=terms)
