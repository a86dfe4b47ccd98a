"""banxin serve: the live proof of a page or an edition in a browser."""

import argparse
from pathlib import Path
from typing import Any, Final

from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import note, remark, say
from layout.environment import EDITION_FILE
from layout.words.said import said

LEAST_PORT: Final = 1024


def add_parser(commands: Any) -> None:
    """The options of `banxin serve`."""
    parser = commands.add_parser("serve")
    parser.add_argument("spec")
    parser.add_argument("--port", type=int, metavar="N")
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--editor", metavar="COMMAND")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from layout.preview.address import FOLDER
    from layout.preview.opening import open_browser, words_of
    from layout.preview.server import Proofing, Wishes
    from layout.words.system import reason

    if args.port is not None and not LEAST_PORT <= args.port < 1 << 16:
        told = said("USE.range", option="--port", least=LEAST_PORT, most=65535, value=args.port)
        remark("banxin serve", told, args.lang)
        return BAD_USE
    try:
        words_of("true" if args.editor is None else args.editor)
    except ValueError:
        remark("banxin serve", said("USE.editor", command=args.editor), args.lang)
        return BAD_USE
    given = Path(args.spec)
    if not _may_be_served(given):
        from layout.api import Session
        from layout.cli.specs import Specs

        specs = Specs(Session(), [args.spec], args.lang, quiet=args.quiet)
        return specs.status or BAD_USE
    wishes = Wishes(given=given, lang=args.lang, port=args.port or 0, editor=args.editor or "")
    try:
        proofing = Proofing(wishes)
    except OSError as exc:
        remark("banxin serve", said("USE.no-port", reason=reason(exc)), args.lang)
        return PROBLEMS
    if proofing.port != proofing.asked_port:
        taken = said("part.port-taken", port=proofing.asked_port, next=proofing.port)
        note(taken.words(args.lang))
    if not proofing.kept:
        note(said("part.address-not-kept", folder=FOLDER).words(args.lang))
    say(proofing.url)
    if not args.quiet:
        note(said("part.serving").words(args.lang))
    from layout.console import flush

    flush()
    if not args.no_browser:
        open_browser(proofing.url)
    try:
        proofing.run()
    except KeyboardInterrupt:
        if not args.quiet:
            note(said("part.served").words(args.lang))
    return GOOD


def _may_be_served(path: Path) -> bool:
    """Whether it may come to pages, be they at fault now: an edition's folder, or a file that is no
    story."""
    try:
        if path.is_dir():
            return (path / EDITION_FILE).is_file()
        return path.exists() and path.suffix.lower() not in (".md", ".markdown")
    except (OSError, ValueError):
        return False
