"""What an import wrote, by checksum: how a later import knows what a person has edited since."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

RECORD: Final = ".import.json"
_MOST: Final = 1 << 20


def sha256(data: bytes) -> str:
    """The checksum of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def record_text(sums: Mapping[str, str], source: str) -> str:
    """The record of checksums by the files' names below the edition's folder."""
    body = {"format": 1, "source": source, "sha256": dict(sorted(sums.items()))}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def read_source(data: bytes | None) -> str:
    """What the edition was imported from; empty where no record says it."""
    try:
        source = json.loads(data)["source"] if data is not None and len(data) <= _MOST else ""
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return source if isinstance(source, str) else ""


def read_record(data: bytes | None) -> dict[str, str]:
    """Name to checksum; empty for no record or one that cannot be read (nothing is then ours)."""
    if data is None or len(data) > _MOST:
        return {}
    try:
        sums = json.loads(data)["sha256"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    if not isinstance(sums, dict):
        return {}
    return {str(k): str(v) for k, v in sums.items()}
