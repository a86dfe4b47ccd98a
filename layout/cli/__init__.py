"""The command `banxin`: one file a subcommand, each with `add_parser` and `run`.

Only the subcommand that is asked for is imported: what a command does not use it does not load.
"""

import argparse
import contextlib
import gc
import importlib
import os
import re
import signal
import sys
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from layout.cli.report import remark
from layout.console import OutputError, flush, put
from layout.diagnostics import did_you_mean, shown
from layout.errors import BanxinError
from layout.words.said import said

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "build": ("layout.cli.build", "make pages: PDF, PNG, HTML"),
    "new": ("layout.cli.new", "a small edition that builds at once"),
    "import": ("layout.cli.import_", "OCR text of a page to stories and a first spec"),
    "lines": ("layout.cli.lines", "set a text at a measure, line by line"),
    "check": ("layout.cli.check", "layout checks: headlines, columns, lines, copyfit"),
    "proof": ("layout.cli.proof", "pictures of a page with its grid, frames and loose lines"),
    "dump": ("layout.cli.dump", "what stands where, as stable text"),
    "fonts": ("layout.cli.fonts", "the roles of type and the faces behind them"),
    "schema": ("layout.cli.schema", "JSON Schema of the spec files, for editors"),
}

GOOD: Final = 0
PROBLEMS: Final = 1
BAD_USE: Final = 2

_EPILOG = """\
Begin here:
  banxin new my-paper                              a small edition to begin with
  banxin build specs/zhuzhou-2019-09-20            every page of an edition, into out/
  banxin build specs/zhuzhou-2019-09-20/B1.yaml --to pdf,png
  banxin build B1.yaml --watch                     again whenever a file is saved

Exit status: 0 good, 1 problems found in the work, 2 bad use."""


class _Parser(argparse.ArgumentParser):
    """Says a fault of use in one line, with the command that explains."""

    def error(self, message: str) -> NoReturn:
        fault = said("USE.fault", fault=message, command=self.prog)
        self.exit(BAD_USE, f"{self.prog}: {fault} ({fault.hint()})\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """All that argparse writes goes through here; it would pass over a full disk."""
        if message:
            put(message, "stdout" if file is sys.stdout else "stderr")


def entry() -> NoReturn:
    """The installed command: runs `main` and ends the process at once.

    A command lives for a fifth of a second: looking for garbage in it, and taking its hundred
    thousand objects apart at the end, would be a tenth of that.
    """
    gc.set_threshold(200_000, 20, 100)
    signal.signal(signal.SIGTERM, _end)
    os._exit(main())


class _EndedError(KeyboardInterrupt):
    """SIGTERM: the same way out as after Ctrl-C, so that nothing half-written stays behind."""


def _end(_signal: int, _frame: object) -> NoReturn:
    raise _EndedError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. Returns its exit status, when all it said has been written."""
    args = list(sys.argv[1:] if argv is None else argv)
    try:
        try:
            status = _run(args)
        except SystemExit as end:  # how argparse ends after --help and after a fault of use
            status = end.code if isinstance(end.code, int) else BAD_USE
        except KeyboardInterrupt as end:
            put(str(said("part.stopped")) + "\n", "stderr")
            status = 143 if isinstance(end, _EndedError) else 130
        flush()
    except BrokenPipeError:  # the reader of our output has gone: nothing more to say to it
        _silence()
        return GOOD
    except OutputError as exc:
        _silence()
        with contextlib.suppress(OutputError, BrokenPipeError):  # it may be stderr that is full
            put(f"banxin: {exc}\n", "stderr", flush=True)
        return PROBLEMS
    return status


def _silence() -> None:
    """What stdout still holds back goes nowhere; Python would complain of it at the end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # closed, or no real file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: list[str]) -> int:
    parser = _Parser(
        prog="banxin",
        description="版心 sets, proofs and reproduces Chinese newspaper pages.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    # `prog` is given because working it out would format a usage and load the terminal's width.
    commands = parser.add_subparsers(prog="banxin", dest="command", metavar="COMMAND")
    # One parser is enough for the command asked for; the list of all needs their names and a line.
    wanted = next((a for a in args if not a.startswith("-")), None)
    if wanted is not None and wanted not in COMMANDS:
        hint = did_you_mean(wanted, COMMANDS) or said("part.commands", names=tuple(COMMANDS))
        remark("banxin", said("USE.command", name=shown(wanted), hint=hint))
        return BAD_USE
    asked_for_help = bool(args) and args[0] in ("-h", "--help")
    if wanted is not None and not asked_for_help:
        importlib.import_module(COMMANDS[wanted][0]).add_parser(commands)
    else:
        for name, (_, line) in COMMANDS.items():
            commands.add_parser(name, help=line, add_help=False)
    chosen, unknown = parser.parse_known_args(args)
    if unknown:
        own = commands.choices.get(chosen.command, parser)
        options = re.findall(r"--?[a-z][a-z-]*", own.format_usage())
        hint = did_you_mean(unknown[0], options) or said("part.see-help", command=own.prog)
        remark(own.prog, said("USE.option", name=shown(unknown[0]), hint=hint))
        return BAD_USE
    if chosen.version:
        from importlib.metadata import version

        put(f"banxin {version('banxin')}\n")
        return GOOD
    if chosen.command is None:
        parser.print_help()
        return BAD_USE
    try:
        status: int = importlib.import_module(COMMANDS[chosen.command][0]).run(chosen)
    except OutputError:
        raise
    except BanxinError as exc:
        put(f"{exc}\n", "stderr")
        return PROBLEMS
    return status
