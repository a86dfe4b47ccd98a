"""banxin fonts: the roles of type, the faces behind them, and who has a character."""

import argparse
from typing import Any

from layout.api import Session
from layout.cli import GOOD, PROBLEMS
from layout.cli.report import say, say_json, tell
from layout.cli.table import table
from layout.diagnostics import error, shown

_MOST_CHARACTERS = 2000
_HELP = """\
A spec names a role (报宋, 黑, 楷), never a font file. Where the face of a role lacks a character,
the next one behind it draws it; a character in no face is an error that names its place.
A face of your own takes a role in a style sheet:

  faces: {仿宋: fonts/MyFangsong.otf}

  banxin fonts                      all roles
  banxin fonts --text 喆祎          which face draws these characters, role by role
  banxin fonts --text 喆祎 --json
  banxin fonts --used A1.yaml       the faces a page is set in, and their characters
  banxin fonts --used my-paper --text 喆      which face drew 喆, and on which pages

Exit status: 0 good, 1 a character of --text is in no face or a page has errors, 2 bad use."""


def add_parser(commands: Any) -> None:
    """The options of `banxin fonts`."""
    parser = commands.add_parser(
        "fonts",
        help="the roles of type and the faces behind them",
        description="List the roles of type, or say which face has each character of a text.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--text", metavar="TEXT", help="characters to look for")
    parser.add_argument(
        "--used",
        metavar="SPEC",
        nargs="+",
        help="page specs, edition files or folders: the faces they are set in",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the roles, or the characters."""
    session = Session()
    if args.used:
        from layout.cli.facesused import faces_used

        return faces_used(session, args.used, args.text, as_json=args.json)
    if args.text is not None:
        return _characters(session, args.text, as_json=args.json)
    roles = session.roles()
    if args.json:
        say_json(
            {
                "roles": [
                    {
                        "role": r.role,
                        "purpose": r.purpose,
                        "face": r.face,
                        "file": r.file,
                        "glyphs": r.glyphs,
                        "fallback": list(r.fallback),
                        "aliases": list(r.aliases),
                        "note": r.note,
                    }
                    for r in roles
                ]
            }
        )
        return GOOD
    names = {r.face: r.role for r in reversed(roles)}
    rows = [("role", "also called", "for", "file", "glyphs", "then")]
    for r in roles:
        then = " → ".join(names.get(face, face) for face in r.fallback)
        purpose = r.note.partition(":")[0] or r.purpose
        rows.append((r.role, " ".join(r.aliases), purpose, r.file, f"{r.glyphs:,}", then))
    for line in table(rows):
        say(line)
    for r in roles:
        if r.note:
            say(f"{r.role}: {r.note}")
    return GOOD


def _characters(session: Session, text: str, *, as_json: bool) -> int:
    found = session.characters(text[:_MOST_CHARACTERS])
    nowhere = [c for c in found if not all(c.drawn_by.values())]
    if as_json:
        say_json(
            {
                "characters": [
                    {
                        "char": c.char,
                        "code": f"U+{ord(c.char):04X}",
                        "has": list(c.has),
                        "drawn_by": c.drawn_by,
                    }
                    for c in found
                ]
            }
        )
        return PROBLEMS if nowhere else GOOD
    rows = []
    for c in found:
        drawn: dict[str, list[str]] = {}
        for role, face in c.drawn_by.items():
            if role not in c.has:
                drawn.setdefault(face or "no face", []).append(role)
        others = "; ".join(f"{' '.join(roles)}: {face}" for face, roles in drawn.items())
        every = len(c.has) == len(c.drawn_by)
        where = "every role's own face" if every else f"own face: {' '.join(c.has) or 'none'}"
        rows.append((shown(c.char), f"U+{ord(c.char):04X}", where, others))
    for line in table(rows):
        say(line)
    for c in nowhere:
        number = f"{ord(c.char):04X}"
        tell([error("NO-GLYPH.char", char=shown(c.char), number=number, often="", hint="")])
    return PROBLEMS if nowhere else GOOD
