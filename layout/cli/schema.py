"""banxin schema: JSON Schema of the spec files, for editors."""

import argparse
import json
from pathlib import Path
from typing import Any

from layout.api import json_schema, schema_names
from layout.cli import BAD_USE, GOOD
from layout.cli.report import remark, say, say_json
from layout.diagnostics import StopError
from layout.files import write_file

_HELP = """\
  banxin schema -o page.schema.json
  banxin schema styles -o styles.schema.json

With `# yaml-language-server: $schema=page.schema.json` as its first line a spec gets completion,
checking and the purpose of each key in any editor that has a YAML language server.

Exit status: 0 good, 2 bad use."""


def add_parser(commands: Any) -> None:
    """The options of `banxin schema`."""
    parser = commands.add_parser(
        "schema",
        help="JSON Schema of the spec files, for editors",
        description="Print the JSON Schema (draft 2020-12) of a kind of file.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = ", ".join(schema_names())
    parser.add_argument("name", nargs="?", default="page", help=f"one of {names} (page)")
    parser.add_argument("-o", "--out", metavar="FILE", help="write it to a file")


def run(args: argparse.Namespace) -> int:
    """Print or write the schema."""
    try:
        schema = json_schema(args.name)
    except StopError as stop:
        remark("banxin schema", stop.diagnostics[0].said)
        return BAD_USE
    if args.out is None:
        say_json(schema)
        return GOOD
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    say(str(write_file(Path(args.out), text.encode("utf-8"))))
    return GOOD
