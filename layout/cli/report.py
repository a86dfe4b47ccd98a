"""How commands say things: diagnostics on stderr, results and JSON on stdout."""

import sys
from collections.abc import Iterable

from layout.diagnostics import Diagnostic

_ORDER = {"error": 0, "warning": 1, "info": 2}


def say(line: str) -> None:
    """A line of the result. What the terminal's encoding lacks is written as its code."""
    try:
        sys.stdout.write(line + "\n")
    except UnicodeEncodeError:  # a file name that is no text, or a terminal without Chinese
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def note(line: str) -> None:
    """A line beside the result: progress, findings."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def tell(diagnostics: Iterable[Diagnostic], *, quiet: bool = False) -> None:
    """Findings, errors first; with `quiet` errors only."""
    for found in sorted(diagnostics, key=lambda d: _ORDER[d.severity]):
        if not quiet or found.severity == "error":
            note(str(found))


def say_json(value: object, *, indent: int | None = 1) -> None:
    """A JSON document on stdout, Chinese left readable where the terminal can show it."""
    import json  # only a command with --json pays for it

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        sys.stdout.write(text + "\n")
    except UnicodeEncodeError:
        sys.stdout.write(json.dumps(value, indent=indent) + "\n")
