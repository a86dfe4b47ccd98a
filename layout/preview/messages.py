"""What a browser is sent of a page, as JSON has it: the whole of it, or what has changed since.

docs/preview.md describes each message. Lengths are points from the trim's top left.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic, Spot
from layout.display.items import owner_of
from layout.preview.state import Aspect, DrawnLayer, PageState, Told, worst_told
from layout.render.svg.changes import BlockChange, changes
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.render.svg.scene import SceneBlock
    from layout.render.svg.text import WordLine

Data = dict[str, object]
_SIZE: Final = ("width", "height", "bleed")


def written(message: Mapping[str, object]) -> str:
    """A message as it is sent."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def whole_page(state: PageState, aspect: Aspect) -> Data:
    """A page as a browser shows it that has nothing of it."""
    scene = aspect.scene
    return {
        "type": "page",
        "page": state.key,
        "rev": state.rev,
        "digest": scene.digest,
        **_sizes(aspect),
        "symbols": aspect.symbols,
        "order": [block.id for block in scene.blocks],
        "blocks": {block.id: block.svg for block in scene.blocks},
        "text": {block.id: _lines(block) for block in scene.blocks if block.text},
        "info": aspect.info,
        "fits": aspect.fits,
        "files": aspect.files,
        "made_ms": round(state.made_ms, 1),
    }


def changed_page(
    state: PageState,
    aspect: Aspect,
    base: tuple[Aspect, int],
    new: Iterable[str],
    drop: Iterable[str],
) -> Data:
    """What leads from the page that a browser has, `base` with its number, to that which it shall
    show; `new` are the names of outlines that it has not, `drop` those that it may let go."""
    old, base_rev = base
    found = changes(old.scene, aspect.scene)
    out: Data = {
        "type": "change",
        "page": state.key,
        "rev": state.rev,
        "base_rev": base_rev,
        "digest": aspect.scene.digest,
        "symbols": {name: aspect.symbols[name] for name in sorted(new) if name in aspect.symbols},
        "drop": sorted(drop),
        "order": found.order,
        "blocks": {block.id: block.svg for block in found.added},
        "pieces": {change.block.id: _pieces(change) for change in found.changed},
        "text": {block.id: _lines(block) for block in found.reworded},
        "gone": found.gone,
        "files": aspect.files,
        "made_ms": round(state.made_ms, 1),
    }
    if _sizes(old) != _sizes(aspect):
        out |= _sizes(aspect)
    if old.info != aspect.info:
        out["info"] = aspect.info
    if old.fits != aspect.fits:
        out["fits"] = aspect.fits
    return out


def _sizes(aspect: Aspect) -> Data:
    scene = aspect.scene
    return {
        "name": aspect.name,
        **{key: getattr(scene, key) for key in _SIZE},
        "fold": aspect.fold,
        "grid": aspect.grid,
    }


def _pieces(change: BlockChange) -> Data:
    """Of a block's elements those from `start` up to `end` are replaced by `svg`."""
    return {"start": change.start, "end": change.end, "svg": "".join(change.pieces),
            "count": len(change.block.pieces)}  # fmt: skip


def _lines(block: "SceneBlock") -> list[Data]:
    return [_line(line) for line in block.text]


def _line(line: "WordLine") -> Data:
    r = line.rect
    out: Data = {
        "x": round(r.x, 3),
        "y": round(r.y, 3),
        "w": round(r.width, 3),
        "h": round(r.height, 3),
        "text": line.text,
        "edges": line.edges,
        "node": line.node,
    }
    if line.vertical:
        out["vertical"] = True
    if line.passage is not None:
        out |= {
            "story": owner_of(line.node),
            "paragraph": line.passage.paragraph,
            "offset": line.passage.offset,
        }
    return out


def fault_of(state: PageState, lang: Language) -> Data:
    """Why the newest state of a page is not shown."""
    return {
        "type": "error",
        "page": state.key,
        "rev": state.rev,
        "diagnostics": [diagnostic(found, lang) for found in state.fault_told],
    }


def findings_of(state: PageState, lang: Language) -> Data:
    """All findings that stand on a page, errors first."""
    return {
        "type": "findings",
        "page": state.key,
        "rev": state.told_rev,
        "complete": state.complete,
        "findings": [_told(one, lang) for one in worst_told(state.told)],
    }


def _told(told: Told, lang: Language) -> Data:
    out = diagnostic(told.found, lang) | {"source": told.source}
    if told.rect is not None:
        r = told.rect
        out["rect"] = [r.x, r.y, r.width, r.height]
    return out | {"old": True} if told.old else out


def layers_of(state: PageState, layers: Mapping[str, DrawnLayer]) -> Data:
    """Overlays by their names: what lies under the page and what over it, as SVG.
    Of one that is late, nothing: what a browser has of it is of an older state."""
    return {
        "type": "layers",
        "page": state.key,
        "rev": state.rev,
        "layers": {
            name: {
                "under": layer.under,
                "over": layer.over,
                "symbols": layer.symbols,
                "keys": layer.keys,
                "late": layer.late,
            }
            for name, layer in layers.items()
        },
    }


def diagnostic(found: Diagnostic, lang: Language) -> Data:
    """A finding in the words of a language; `rect` is where it is seen on the page."""
    out = found.as_json(lang)
    spot = found.where if isinstance(found.where, Spot) else found.spot
    del out["values"]
    out["line_of_text"] = found.line(lang)
    out["rect"] = out.pop("rect_pt", None) if spot is not None else None
    return out
