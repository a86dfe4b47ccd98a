"""A comparison with a scan as JSON has it: all that was measured, lengths in mm."""

from collections.abc import Iterable, Mapping
from typing import Any

from layout.compare.scan.model import BlockPart, BlockReport, Measure


def block_data(block: BlockReport, off: bool) -> Mapping[str, Any]:
    """A block, its sides, its headlines and its lines."""
    return {
        "id": block.id,
        "kind": block.kind,
        "box_mm": [round(v, 2) for v in block.box],
        "shift": _measure(block.shift),
        "off": off,
        "shown": round(block.shown, 3),
        "unlike": round(block.unlike, 3),
        "unlike_mm": [[round(v, 1) for v in place] for place in block.places],
        "edges": _parts(block.sides),
        "heads": _parts(block.heads),
        "lines": _parts(block.lines),
    }


def _parts(parts: Iterable[BlockPart]) -> list[Mapping[str, Any]]:
    return [
        {
            "name": part.name,
            "text": part.text,
            "box_mm": [round(v, 2) for v in part.box],
            "shift": _measure(part.shift),
        }
        for part in parts
    ]


def _measure(measure: Measure | None) -> Mapping[str, Any] | None:
    if measure is None:
        return None
    values = {
        "dx_mm": measure.dx, "dy_mm": measure.dy, "sd_x_mm": measure.sd_x, "sd_y_mm": measure.sd_y,
    }  # fmt: skip
    return {k: None if v is None else round(v, 3) for k, v in values.items()}
