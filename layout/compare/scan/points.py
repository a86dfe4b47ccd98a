"""Points that a person has found in both pictures: `--points "10,20=118,240; …"`."""

import re
from typing import Final

from layout.compare.scan.model import PointPair, ScanError
from layout.diagnostics import shown
from layout.words.said import said

_NUMBER: Final = r"[-+]?\d{1,7}(?:\.\d{1,6})?"
_PAIR: Final = re.compile(
    rf"\s*({_NUMBER})\s*[,，]\s*({_NUMBER})\s*=\s*({_NUMBER})\s*[,，]\s*({_NUMBER})\s*"
)
LEAST: Final = 3
MOST: Final = 40


def parse_points(text: str) -> tuple[PointPair, ...]:
    """Three or more pairs, parted by semicolons: left and top on our page in mm, an equals sign,
    left and top in the scan in pixels. Raises `ScanError`."""
    pairs: list[PointPair] = []
    for part in re.split(r"[;；\n]", text):
        if not part.strip():
            continue
        found = _PAIR.fullmatch(part)
        if found is None:
            raise ScanError(said("SCAN-POINTS.pair", text=shown(part.strip())))
        x, y, across, down = (float(v) for v in found.groups())
        pairs.append((x, y, across, down))
    if not LEAST <= len(pairs) <= MOST:
        raise ScanError(said("SCAN-POINTS.count", count=len(pairs), least=LEAST, most=MOST))
    return tuple(pairs)
