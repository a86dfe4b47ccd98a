"""What libtiff says of a file it decodes: it writes to standard error, and goes on as if nothing
were amiss.

The one way to hear it is to stand where it writes to. Lines on tags that concern no pixel are
passed over.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_STDERR: Final = 2
_OF_TAGS: Final = ("TIFFFetchNormalTag", "TIFFReadDirectory", "TIFFFetchDirectory")


@contextmanager
def overheard() -> Iterator[list[str]]:
    """The lines that are written to the process's standard error meanwhile, by whatever library.

    They are in the list when the block is left, also by an exception. Where the stream is closed
    nothing is heard, and nothing said.
    """
    said: list[str] = []
    try:
        kept = os.dup(_STDERR)
    except OSError:
        yield said
        return
    try:
        with tempfile.TemporaryFile() as heard:
            os.dup2(heard.fileno(), _STDERR)
            try:
                yield said
            finally:
                os.dup2(kept, _STDERR)
                heard.seek(0)
                text = heard.read(1 << 16).decode("utf-8", "replace")
                said += [line.strip() for line in text.splitlines() if line.strip()]
    finally:
        os.close(kept)


def damage(lines: list[str]) -> str:
    """The first of them that speaks of pixels, or nothing."""
    return next((line for line in lines if not line.startswith(_OF_TAGS)), "")
