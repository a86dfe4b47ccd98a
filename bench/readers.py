"""`python -m bench.readers`: what other people's programs read from the pages.

Without PAGE it reads B1 to B4 and the specimens. A program that is missing is not run. `make
readers` brings those that packages have.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.edition import EDITION, ROOT
from bench.reading.count import StoryText, bare, in_order, page_text, sixes, stories
from bench.reading.report import PageRead, Read, below, say_versions, sections, write_docs
from bench.reading.tools import READERS
from layout.api import Session
from layout.errors import BanxinError

PAGES: Final = (
    *(ROOT / EDITION / f"B{number}.yaml" for number in range(1, 5)),
    ROOT / "specs/specimen/S1.yaml",
    ROOT / "specs/specimen/S2.yaml",
    ROOT / "specs/headlines/H1.yaml",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. 1 where a program that keeps the order of the content does not give it."""
    parser = argparse.ArgumentParser(prog="python -m bench.readers", description=__doc__)
    parser.add_argument("page", nargs="*", type=Path, metavar="PAGE", help="page specs")
    parser.add_argument("--docs", action="store_true", help="write docs/readers.md")
    args = parser.parse_args(argv)
    versions = {reader.name: reader.version() for reader in READERS}
    print(say_versions(versions), flush=True)
    try:
        read = [_page(spec, versions) for spec in args.page or PAGES]
    except (BanxinError, OSError, subprocess.SubprocessError) as exc:
        print(f"bench.readers: {exc}", file=sys.stderr)
        return 2
    print(f"\n{sections(read, versions)}")
    if args.docs:
        print(write_docs(read, versions))
    return int(any(reader.keeps for _, reader, _ in below(read, versions)))


def _page(spec: Path, versions: dict[str, str]) -> PageRead:
    made = Session().page(spec)
    own = tuple(stories(made.display))
    whole = page_text(made.display)
    with tempfile.TemporaryDirectory(prefix="banxin-readers-") as folder:
        pdf = Path(folder) / f"{spec.stem}.pdf"
        made.write_pdf(pdf)
        read = {
            reader.name: _read(bare(reader.read(pdf)), whole, own)
            for reader in READERS
            if versions[reader.name]
        }
    return PageRead(name=spec.stem, characters=len(whole), stories=own, read=read)


def _read(text: str, whole: str, own: Sequence[StoryText]) -> Read:
    return Read(
        order={s.name: in_order(s.text, text) / len(s.text) for s in own},
        sixes=sixes(whole, text),
        lost=(Counter(whole) - Counter(text)).total(),
    )


if __name__ == "__main__":
    sys.exit(main())
