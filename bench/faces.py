"""`python -m bench.faces FONT`: what an own face costs in a PDF, beside the shipped 报宋.

The text is that of B1's stories; counted are the bytes of the font program as a page holds it.
FONT is an OpenType file or collection (Debian: fonts-noto-cjk); `--index` chooses within one. 1
where the own face takes over 1.25 times as much.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.edition import EDITION, ROOT
from bench.table import table
from layout.errors import BanxinError
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.faces.subset import subset
from layout.render.press.flate import best_compressor

MOST: Final = 1.25


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.faces", description=__doc__)
    parser.add_argument("font", type=Path, metavar="FONT")
    parser.add_argument("--index", type=int, default=0, help="the face of a collection (0)")
    args = parser.parse_args(argv)
    try:
        own, shipped = Face(args.font, index=args.index), Catalog().face("报宋")
        rows, worst = _rows(own, shipped)
    except BanxinError as exc:
        print(f"bench.faces: {exc}", file=sys.stderr)
        return 2
    print(f"{own.name} beside {shipped.name}, bytes of the program\n")
    print(table(["story", "characters", shipped.name, own.name, "times"], rows))
    return int(worst > MOST)


def _rows(own: Face, shipped: Face) -> tuple[list[list[str]], float]:
    compressor = best_compressor()
    rows, worst = [], 0.0
    texts = {
        p.stem: p.read_text("utf-8") for p in sorted((ROOT / EDITION / "stories").glob("0*.md"))
    }
    for name, text in {**texts, "all of them": "".join(texts.values())}.items():
        chars = sorted(c for c in set(text) if own.has(c) and shipped.has(c))
        sizes = [
            len(compressor.programs(subset(face, [face.glyph(c) for c in chars]).program))
            for face in (shipped, own)
        ]
        times = sizes[1] / sizes[0]
        worst = max(worst, times)
        rows.append([name, str(len(chars)), f"{sizes[0]:,}", f"{sizes[1]:,}", f"{times:.2f}"])
    return rows, worst


if __name__ == "__main__":
    sys.exit(main())
