"""Writing to standard output and standard error, which may be full, closed, or without Chinese."""

import sys
from typing import Any, Final, Literal

from layout.errors import BanxinError

_NAMES: Final = {"stdout": "standard output", "stderr": "standard error"}
Stream = Literal["stdout", "stderr"]


class OutputError(BanxinError):
    """What was to be said could not be written: the disk is full, the stream is closed."""


def put(text: str, to: Stream = "stdout", *, flush: bool = False) -> None:
    """Write `text`; what the terminal's encoding lacks is written as its code.

    Raises `OutputError`; `BrokenPipeError` where the reader has gone, which is no fault.
    """
    stream = _stream(to)
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError:  # a file name that is no text, or a terminal without Chinese
            encoding = stream.encoding or "ascii"
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        if flush:
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as exc:
        raise _failed(to, exc) from exc


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output, after what was written before. Raises as `put`."""
    stream = _stream("stdout")
    try:
        stream.flush()
        stream.buffer.write(data)
    except BrokenPipeError:
        raise
    except OSError as exc:
        raise _failed("stdout", exc) from exc


def flush() -> None:
    """Send on what is still held back of both streams. Raises as `put`."""
    for to in _NAMES:
        stream = getattr(sys, to)
        if stream is None:
            continue
        try:
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as exc:
            raise _failed(to, exc) from exc


def _stream(to: str) -> Any:
    stream = getattr(sys, to)
    if stream is None:  # what Python makes of a stream that was closed before it began
        raise OutputError(f"{_NAMES[to]} is closed")
    return stream


def _failed(to: str, exc: OSError) -> OutputError:
    return OutputError(f"{_NAMES[to]} cannot be written: {exc.strerror or exc}")
