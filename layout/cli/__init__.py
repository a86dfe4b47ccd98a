"""The command `banxin`: one file a subcommand, each with `add_parser` and `run`.

Only the subcommand that is asked for is imported: what a command does not use it does not load.
What it says is in the language of `layout.cli.language`, `args.lang` to a subcommand.
"""

import argparse
import contextlib
import gc
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from layout.cli.language import asked, known, of_machine, of_project
from layout.cli.report import fault, of_command, remark
from layout.console import OutputError, flush, put
from layout.diagnostics import StopError, did_you_mean, shown
from layout.errors import BanxinError
from layout.words.said import LANGUAGES, Language, said

__all__ = ["BAD_USE", "COMMANDS", "GOOD", "PROBLEMS", "entry", "main"]

COMMANDS: Final[dict[str, str]] = {
    "build": "layout.cli.build",
    "new": "layout.cli.new",
    "import": "layout.cli.import_",
    "lines": "layout.cli.lines",
    "todo": "layout.cli.todo",
    "check": "layout.cli.check",
    "preflight": "layout.cli.preflight",
    "find": "layout.cli.find",
    "replace": "layout.cli.replace",
    "serve": "layout.cli.serve",
    "proof": "layout.cli.proof",
    "compare": "layout.cli.compare",
    "plates": "layout.cli.plates",
    "dump": "layout.cli.dump",
    "fonts": "layout.cli.fonts",
    "schema": "layout.cli.schema",
}

DASHES: Final = "‐‑‒–—―−－﹣ー─一"
"""What may stand for the hyphens of an option, typed by a word processor or an input method."""
GOOD: Final = 0
PROBLEMS: Final = 1
BAD_USE: Final = 2


class _Plain(argparse.HelpFormatter):
    """What argparse tries each option with. It asks for no terminal's width, for which it would
    load shutil and all compressors; `layout.cli.argwords` has the formatter of help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Parser(argparse.ArgumentParser):
    """Says a fault of use in one line, with the command that explains, in the language `lang`."""

    lang: Language = "en"

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=_Plain, **given)

    def error(self, message: str) -> NoReturn:
        """End with the status of bad use."""
        from layout.cli.argwords import fault_of, near_choice  # few commands are written wrongly

        found = fault_of(message)
        hint = near_choice(found) or said("part.see-help", command=self.prog)
        told = of_command(self.prog, found.having(hint=hint), self.lang)
        self.exit(BAD_USE, f"{told}\n")

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
    args, option = asked(list(sys.argv[1:] if argv is None else argv))
    lang: Language = of_machine()
    status = GOOD
    try:
        try:
            try:
                lang = (known(option or "") or of_project(args)) or lang
            except StopError as stop:
                put(fault(stop, lang) + "\n", "stderr")
                return PROBLEMS
            status = _run(args, option, lang)
        except SystemExit as end:  # how argparse ends after --help and after a fault of use
            status = end.code if isinstance(end.code, int) else BAD_USE
        except KeyboardInterrupt as end:
            put(said("part.stopped").words(lang) + "\n", "stderr")
            status = 143 if isinstance(end, _EndedError) else 130
        flush()
    except BrokenPipeError:  # the reader of our output has gone: nothing more to say to it
        _silence()
        return status
    except OutputError as exc:
        _silence()
        with contextlib.suppress(OutputError, BrokenPipeError):  # it may be stderr that is full
            put(f"banxin: {fault(exc, lang)}\n", "stderr", flush=True)
        return PROBLEMS
    return status


def _silence() -> None:
    """What stdout still holds back goes nowhere; Python would complain of it at the end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # closed, or no real file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _options_of(parser: argparse.ArgumentParser) -> list[str]:
    """The options of a command, short and long."""
    return [name for action in parser._actions for name in action.option_strings]


def _dress(parser: _Parser, name: str, lang: Language) -> None:
    """Give a parser its help, which only they pay for who ask for it."""
    from layout.cli.argwords import dress

    dress(parser, name, lang)


def _run(args: list[str], option: str | None, lang: Language) -> int:
    if option is not None and known(option) is None:
        given = shown(option) if option else said("part.nothing")
        told = said("USE.choice", option="--lang", known=LANGUAGES, given=given)
        remark("banxin", told, lang)
        return BAD_USE
    parser = _Parser(prog="banxin")
    parser.lang = lang
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--version", action="store_true")
    # `prog` is given because working it out would format a usage and load the terminal's width.
    commands = parser.add_subparsers(prog="banxin", dest="command", metavar="COMMAND")
    # One parser is enough for the command asked for; the list of all needs their names and a line.
    wanted = next((a for a in args if not a.startswith("-")), None)
    if wanted is not None and wanted not in COMMANDS:
        hint = did_you_mean(wanted, COMMANDS) or said("part.commands", names=tuple(COMMANDS))
        remark("banxin", said("USE.command", name=shown(wanted), hint=hint), lang)
        return BAD_USE
    asked_for_help = bool(args) and args[0] in ("-h", "--help")
    own = parser
    if wanted is not None and not asked_for_help:
        importlib.import_module(COMMANDS[wanted]).add_parser(commands)
        own = commands.choices[wanted]
        own.lang = lang
        own.add_argument("--lang", choices=LANGUAGES)
        if any(a in ("-h", "--help") or a.startswith("--h") for a in args):
            _dress(own, wanted, lang)
    else:
        for name in COMMANDS:
            commands.add_parser(name, help="", add_help=False)
        if wanted is None or asked_for_help:
            _dress(parser, "banxin", lang)
    if any(a[:1] in DASHES or (a[:1] == "-" and a[1:2] in DASHES) for a in args if a[1:]):
        from layout.cli.argwords import wrong_dash  # few commands are written wrongly

        dash = wrong_dash(args, _options_of(own))
        if dash is not None:
            remark(own.prog, dash, lang)
            return BAD_USE
    chosen, unknown = parser.parse_known_args(args)
    if unknown:
        options = _options_of(own)
        hint = did_you_mean(unknown[0], options) or said("part.see-help", command=own.prog)
        remark(own.prog, said("USE.option", name=shown(unknown[0]), hint=hint), lang)
        return BAD_USE
    if chosen.version:
        from importlib.metadata import version

        put(f"banxin {version('banxin')}\n")
        return GOOD
    if chosen.command is None:
        parser.print_help()
        return BAD_USE
    chosen.lang = lang
    try:
        status: int = importlib.import_module(COMMANDS[chosen.command]).run(chosen)
    except OutputError:
        raise
    except BanxinError as exc:
        put(fault(exc, lang) + "\n", "stderr")
        return PROBLEMS
    return status
