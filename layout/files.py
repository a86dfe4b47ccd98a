"""Writing files whole or not at all."""

import contextlib
import os
from pathlib import Path

from layout.errors import BanxinError


class WriteError(BanxinError):
    """A file could not be written; nothing was changed."""


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` beside `path` and rename it into place, making the folder where it is missing.

    Raises `WriteError`; a file that was there before stays as it was.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except BaseException as exc:  # Ctrl-C too: no half-written file stays behind
        with contextlib.suppress(OSError):
            beside.unlink()
        if isinstance(exc, OSError):
            raise WriteError(f"{path} cannot be written: {exc.strerror or exc}") from exc
        raise
    return path
