"""banxin fonts: the roles of type, the faces behind them, and who has a character."""

import argparse
from typing import Any

from layout.api import Session
from layout.cli import GOOD, PROBLEMS
from layout.cli.report import say, say_json, tell
from layout.cli.table import table
from layout.diagnostics import error, shown
from layout.words.said import Language, in_words, said

_MOST_CHARACTERS = 2000
_HEADS = (
    "part.head-role", "part.head-also", "part.head-for", "part.head-file", "part.head-glyphs",
    "part.head-then",
)  # fmt: skip


def add_parser(commands: Any) -> None:
    """The options of `banxin fonts`."""
    parser = commands.add_parser("fonts")
    parser.add_argument("--text", metavar="TEXT")
    parser.add_argument("--used", metavar="SPEC", nargs="+")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the roles, or the characters."""
    session = Session()
    if args.used:
        from layout.cli.facesused import faces_used

        return faces_used(session, args.used, args.text, args.lang, as_json=args.json)
    if args.text is not None:
        return _characters(session, args.text, args.lang, as_json=args.json)
    roles = session.roles(args.lang)
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
    rows = [in_words(_HEADS, args.lang)]
    for r in roles:
        then = " → ".join(names.get(face, face) for face in r.fallback)
        purpose = r.in_short
        rows.append((r.role, " ".join(r.aliases), purpose, r.file, f"{r.glyphs:,}", then))
    for line in table(rows):
        say(line)
    for r in roles:
        if r.note:
            say(said("part.of-command", command=r.role, told=r.note).words(args.lang))
    return GOOD


def _characters(session: Session, text: str, lang: Language, *, as_json: bool) -> int:
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
                drawn.setdefault(face or said("part.no-face").words(lang), []).append(role)
        others = "; ".join(f"{' '.join(roles)}: {face}" for face, roles in drawn.items())
        every = len(c.has) == len(c.drawn_by)
        has = " ".join(c.has) or said("part.no-role")
        where = said("part.own-face-every") if every else said("part.own-face", roles=has)
        rows.append((shown(c.char), f"U+{ord(c.char):04X}", where.words(lang), others))
    for line in table(rows):
        say(line)
    for c in nowhere:
        number = f"{ord(c.char):04X}"
        tell([error("NO-GLYPH.char", char=shown(c.char), number=number, often="", hint="")], lang)
    return PROBLEMS if nowhere else GOOD
