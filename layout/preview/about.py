"""What a proof says of a page besides its picture: blocks with their measures, stories with what is
over or missing, files with their digests. All of it is plain data, as JSON has it."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from layout.api import ComposedPage
from layout.diagnostics import Place
from layout.display.items import BlockPlace, Frame, Grid, StoryFit, owner_of, part_of
from layout.geometry import Rect
from layout.making.watched import State, state_of
from layout.preview.state import Aspect
from layout.render.svg.scene import Scene
from layout.spec.resolve.resolved import RBlock, RStory
from layout.units import EPS_PT, to_mm

Data = dict[str, object]
DECIMALS: Final = 3  # of a point: what a browser can show


class Digests:
    """Digests of files, read again only where their state is another one."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[State, str]] = {}

    def of(self, path: Path) -> str:
        """SHA-256 of a file's bytes, in hexadecimal; empty where it cannot be read."""
        state = state_of(path)
        known = self._known.get(path)
        if known is not None and known[0] == state:
            return known[1]
        try:
            found = sha256(path.read_bytes()).hexdigest()
        except OSError:
            found = ""
        self._known[path] = (state, found)
        return found


def aspect_of(page: ComposedPage, scene: Scene, digests: Digests) -> Aspect:
    """All that a browser shows of a page."""
    display = page.display
    env = page.composed.environment
    ids = _ids(scene)
    return Aspect(
        scene=scene,
        name=page.name,
        fold=display.fold,
        grid=_grid(display.grid),
        info=tuple([_info(page, place, ids) for place in display.blocks]),
        fits=tuple([_fit(fit) for fit in display.fits]),
        files={env.label(path): digests.of(path) for path in dict.fromkeys(page.files)},
    )


def _ids(scene: Scene) -> Mapping[str, list[str]]:
    """The groups of a scene in which the things of each block are painted."""
    found: dict[str, list[str]] = {}
    for block in scene.blocks:
        found.setdefault(block.block, []).append(block.id)
    return found


def _grid(grid: Grid) -> Data:
    area = grid.type_area
    return {
        **dict(zip(("x", "y", "width", "height"), _rect(area), strict=True)),
        "columns": [[_pt(left), _pt(right)] for left, right in grid.columns],
        "pitch": _pt(grid.pitch),
        "lines": grid.lines,
        "baseline": _pt(grid.baseline),
        "gutter": _pt(grid.gutter),
        "zi": _pt(grid.em),
    }


def _info(page: ComposedPage, place: BlockPlace, ids: Mapping[str, list[str]]) -> Data:
    """A block: what it is, where it stands, and which lines of which file say so."""
    display = page.display
    block = next((b for b in page.composed.resolved.blocks if b.id == place.id), None)
    rect = place.rect
    cols, lines = _cols(display.grid, rect), _lines(display.grid, rect)
    out: Data = {
        "block": place.id,
        "ids": ids.get(place.id, []),
        "kind": place.kind,
        "rect": _rect(rect),
        "rect_mm": [to_mm(v) for v in (rect.x, rect.y, rect.width, rect.height)],
        "cols": cols,
        "lines": lines,
        "zi": round(rect.width / display.grid.em, 2) if display.grid.em > 0 else 0,
        "frames": [_frame(frame) for frame in display.frames if frame.block == place.id],
    }
    if block is not None:
        out |= {"file": block.place.file, "line": block.place.line, "column": block.place.column}
        out |= _story(block)
    return out


def _story(block: RBlock) -> Data:
    content = block.content
    if not isinstance(content, RStory):
        return {}
    return {"story": content.story.name, "stands_in": content.stands_in}


def _frame(frame: Frame) -> Data:
    return {
        "order": frame.order, "rect": _rect(frame.rect), "lines": frame.lines, "room": frame.room,
    }  # fmt: skip


def _cols(grid: Grid, rect: Rect) -> list[int]:
    """The first and the last column of the page in which a block stands; empty for none."""
    met = [
        number
        for number, (left, right) in enumerate(grid.columns, 1)
        if min(right, rect.right) - max(left, rect.x) > EPS_PT
    ]
    return [met[0], met[-1]] if met else []


def _lines(grid: Grid, rect: Rect) -> list[int]:
    """The first and the last line of the grid in which a block stands; empty for none."""
    first = (rect.y - grid.type_area.y) / grid.pitch
    last = (rect.bottom - grid.type_area.y) / grid.pitch
    begin, end = int(first + EPS_PT) + 1, -int(-(last - EPS_PT) // 1)
    return [begin, end] if 1 <= begin <= end else []


def _fit(fit: StoryFit) -> Data:
    """How the text of a story fills its columns: `spare` and `over` in lines and characters."""
    spare = max(0, fit.room - fit.lines)
    return {
        "block": fit.block,
        "story": fit.node,
        "columns": fit.columns,
        "lines": fit.lines,
        "room": fit.room,
        "characters": fit.characters,
        "per_line": round(fit.per_line, 2),
        "over_lines": fit.over_lines,
        "over_characters": fit.over_characters,
        "spare_lines": spare,
        "spare_characters": int(spare * fit.per_line),
        "jumps": fit.jumps,
    }


def _rect(rect: Rect) -> list[float]:
    return [_pt(v) for v in (rect.x, rect.y, rect.width, rect.height)]


def _pt(value: float) -> float:
    return round(value, DECIMALS)


def source_of(page: ComposedPage, node: str, paragraph: int, offset: int) -> Place | None:
    """Where a character stands that a page shows: of the text of a story by its paragraph, from 1,
    and its number there, from 0; of anything else by its node. None for what is nowhere."""
    owner, part = owner_of(node), part_of(node)
    for block in page.composed.resolved.blocks:
        content = block.content
        if isinstance(content, RStory) and content.story.name == owner:
            paragraphs = content.story.paragraphs
            if 0 < paragraph <= len(paragraphs):
                return paragraphs[paragraph - 1].place_at(max(0, offset))
            return content.story.front.place_of(part)
        if owner == block.id:
            return block.place
    return None
