"""How commands say things, in the language asked for: diagnostics on stderr, results and JSON on
stdout."""

import re
from collections.abc import Iterable
from pathlib import Path

from layout.console import UNSEEN, put
from layout.diagnostics import Diagnostic, StopError, error, worst_first
from layout.errors import BanxinError
from layout.words.said import Language, Said, said, with_hint


def say(line: str, *, raw: bool = False) -> None:
    """A line of the result, `raw` where it is data. Raises `OutputError`."""
    put((line if raw else line.replace("\n", "\\n")) + "\n", raw=raw)


def note(line: str) -> None:
    """A line beside the result: progress, findings. Raises `OutputError`."""
    put(line.replace("\n", "\\n") + "\n", "stderr", flush=True)


def remark(command: str, what: Said, lang: Language) -> None:
    """What a command says of how it is used, with its hint. Raises `OutputError`."""
    note(of_command(command, what, lang))


def of_command(command: str, what: Said, lang: Language) -> str:
    """What is said of how a command is used, with its hint, in a line."""
    told = with_hint(what.words(lang), what.hint(lang), lang)
    return said("part.of-command", command=command, told=told).words(lang)


def fault(exc: BanxinError, lang: Language) -> str:
    """What an exception says to a person, a line for each of its diagnostics."""
    if isinstance(exc, StopError):
        return "\n".join(found.line(lang) for found in exc.diagnostics)
    what = exc.args[0] if exc.args else ""
    return what.words(lang) if isinstance(what, Said) else str(what)


def unmade(exc: BanxinError, spec: Path, key: str) -> tuple[Diagnostic, ...]:
    """The diagnostics of a page that cannot be made; its one sentence under `key`, with the file,
    where it carries none."""
    found = exc.diagnostics if isinstance(exc, StopError) else ()
    return found or (error(key, file=spec.name, fault=exc.args[0]),)


def tell(diagnostics: Iterable[Diagnostic], lang: Language, *, quiet: bool = False) -> None:
    """Findings, errors first; with `quiet` errors only."""
    for found in worst_first(diagnostics):
        if not quiet or found.severity == "error":
            note(found.line(lang))


def say_json(value: object, *, indent: int | None = 1) -> None:
    """A JSON document on stdout, Chinese left readable where the terminal can show it."""
    import json  # only a command with --json pays for it
    import sys

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=indent)
    # Where a string of JSON may hold a character it may hold its code, too.
    put(re.sub(UNSEEN, _escaped, text) + "\n", raw=True)


def _escaped(found: re.Match[str]) -> str:
    import json

    return json.dumps(found[0])[1:-1]
