"""banxin schema: JSON Schema of the spec files, for editors."""

import argparse
import json
from pathlib import Path
from typing import Any

from layout.api import json_schema
from layout.cli import BAD_USE, GOOD
from layout.cli.report import remark, say, say_json
from layout.diagnostics import StopError
from layout.files import write_file


def add_parser(commands: Any) -> None:
    """The options of `banxin schema`."""
    parser = commands.add_parser("schema")
    parser.add_argument("name", nargs="?", default="page")
    parser.add_argument("-o", "--out", metavar="FILE")


def run(args: argparse.Namespace) -> int:
    """Print or write the schema."""
    try:
        schema = json_schema(args.name, args.lang)
    except StopError as stop:
        remark("banxin schema", stop.diagnostics[0].said, args.lang)
        return BAD_USE
    if args.out is None:
        say_json(schema)
        return GOOD
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    say(str(write_file(Path(args.out), text.encode("utf-8"))))
    return GOOD
