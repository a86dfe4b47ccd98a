"""A process that makes pages on request: what a program that uses either library would be.

Run as `python -m bench.worker banxin|typst`. A line on its input is a request in JSON: `sources`
(page specs or one Typst file), `target` and `root`; it answers with the processor seconds it took.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.edition import FONTS

Make = Callable[[Sequence[str], str, str], None]


def banxin() -> Make:
    """Pages to one PDF, in one session."""
    from layout.api import Session

    session = Session(lasting=False)  # every page is made once

    def make(sources: Sequence[str], target: str, _root: str) -> None:
        Path(target).write_bytes(session.file(sources).pdf)

    return make


def typst() -> Make:
    """One Typst file to a PDF; the fonts are looked for once."""
    import typst as compiler

    fonts = compiler.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])

    def make(sources: Sequence[str], target: str, root: str) -> None:
        (source,) = sources
        compiler.compile(source, target, root=root, font_paths=fonts)

    return make


def main() -> None:
    """Answer requests until the input ends."""
    make = {"banxin": banxin, "typst": typst}[sys.argv[1]]()
    for line in sys.stdin:
        request = json.loads(line)
        start = _spent()
        make(request["sources"], request["target"], request["root"])
        print(json.dumps(_spent() - start), flush=True)


def _spent() -> float:
    """The processor seconds of this process and of those that it has waited for."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


if __name__ == "__main__":
    main()
