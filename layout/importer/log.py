"""The log as a file: JSON Lines, from which the source can be made again byte for byte."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from layout.importer.model import Entry
from layout.words.said import said

# JSON lets these stand as they are, yet some readers take them for the end of a line.
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")


def log_lines(text: str, new: str, entries: Iterable[Entry]) -> str:
    """The log as JSON Lines: one record a line, keys in a fixed order.

    `line` and `column` (from 1, characters) and `byte` are places in the source, `to_byte` in the
    normalised text: the edits alone are the whole offset map.
    """
    lines = [0, *(m.end() for m in re.finditer("\n", text))]
    old, fresh = _byte_offsets(text), _byte_offsets(new)
    out = []
    for e in entries:
        line = bisect_right(lines, e.start) - 1
        record: dict[str, Any] = {
            "kind": e.kind,
            "rule": e.rule,
            "severity": e.severity,
            "line": line + 1,
            "column": e.start - lines[line] + 1,
            "byte": old[e.start],
            "to_byte": fresh[e.to],
            "before": e.before,
            "after": e.after,
        }
        if e.kind in ("doubt", "part"):
            record["bytes"] = old[e.end] - old[e.start]
        if e.file:
            record |= {"story": e.file, "paragraph": e.paragraph}
        if e.kind == "cut" or (e.kind == "doubt" and e.file):
            record["offset"] = e.offset
        if e.note:
            record["note"] = str(e.note)
        out.append(_BREAKS.sub(_escape, json.dumps(record, ensure_ascii=False)))
    return "\n".join(out) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _byte_offsets(text: str) -> list[int]:
    return [0, *accumulate(len(c.encode("utf-8")) for c in text)]


def undo_log(normalised: bytes, log: str) -> bytes:
    """The source's bytes, from the normalised text and the log's edits.

    Raises `ValueError` where the log does not belong to the text.
    """
    out: list[bytes] = []
    at = 0
    for row in filter(None, log.split("\n")):
        record = json.loads(row)
        if record["kind"] != "edit":
            continue
        after = record["after"].encode()
        place = record["to_byte"]
        if place < at or normalised[place : place + len(after)] != after:
            raise ValueError(said("part.no-fit", rule=record["rule"], byte=place))
        out += (normalised[at:place], record["before"].encode())
        at = place + len(after)
    out.append(normalised[at:])
    return b"".join(out)
