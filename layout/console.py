"""Writing to standard output and standard error, which may be full, closed, or without Chinese.

What is said holds names of files and words of specs, and these are anybody's: a character that
turns a line round, hides a part of it or speaks to the terminal is written as its code.
"""

import re
import sys
from typing import Any, Final, Literal

from layout.errors import BanxinError
from layout.words.said import said

_NAMES: Final = {"stdout": "part.stdout", "stderr": "part.stderr"}
Stream = Literal["stdout", "stderr"]


class OutputError(BanxinError):
    """What was to be said could not be written: the disk is full, the stream is closed."""


UNSEEN: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls but tab and newline, bidirectional and other invisible formats, separators of lines,
fillers, tags. Spaces and variation selectors do no harm."""


def visible(text: str) -> str:
    """The text with each character that cannot be seen as its code, `\\u202e`."""
    if text.isprintable():
        return text
    return re.sub(UNSEEN, lambda m: m[0].encode("unicode_escape").decode("ascii"), text)


def put(text: str, to: Stream = "stdout", *, flush: bool = False, raw: bool = False) -> None:
    """Write `text` as it can be seen, or `raw` where it is data. What the terminal's encoding lacks
    is written as its code.

    Raises `OutputError`; `BrokenPipeError` where the reader has gone, which is no fault.
    """
    stream = _stream(to)
    text = text if raw else visible(text)
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
        raise OutputError(said("part.stream-closed", what=said(_NAMES[to])))
    return stream


def _failed(to: str, exc: OSError) -> OutputError:
    from layout.words.system import reason  # loaded where something fails

    return OutputError(said("part.not-written", path=said(_NAMES[to]), reason=reason(exc)))
