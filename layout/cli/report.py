"""How commands say things: diagnostics on stderr, results and JSON on stdout."""

from collections.abc import Iterable

from layout.diagnostics import Diagnostic, worst_first
from layout.output import put


def say(line: str) -> None:
    """A line of the result. Raises `OutputError`."""
    put(line + "\n")


def note(line: str) -> None:
    """A line beside the result: progress, findings. Raises `OutputError`."""
    put(line + "\n", "stderr", flush=True)


def tell(diagnostics: Iterable[Diagnostic], *, quiet: bool = False) -> None:
    """Findings, errors first; with `quiet` errors only."""
    for found in worst_first(diagnostics):
        if not quiet or found.severity == "error":
            note(str(found))


def say_json(value: object, *, indent: int | None = 1) -> None:
    """A JSON document on stdout, Chinese left readable where the terminal can show it."""
    import json  # only a command with --json pays for it
    import sys

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=indent)
    put(text + "\n")
