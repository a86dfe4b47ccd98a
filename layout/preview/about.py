"""What a proof says of a page besides its picture: blocks with their measures, stories with what is
over or missing, files with their digests. All of it is plain data, as JSON has it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from layout.api import ComposedPage
from layout.called import BlockNames, names_of
from layout.display.items import BlockPlace, Frame, Grid, StoryFit
from layout.flow.copyfit import about
from layout.geometry import Rect
from layout.making.watched import State, state_of
from layout.preview.state import Aspect
from layout.render.svg.scene import Scene
from layout.rewrite.texts import digest_of
from layout.spec.resolve.resolved import RBlock, RStory
from layout.whence.measures import measures
from layout.whence.page import Whence
from layout.words.said import LANGUAGES

Data = dict[str, object]
DECIMALS: Final = 3  # of a point: what a browser can show


class Digests:
    """Digests of files, read again only where their state is another one."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[State, str]] = {}

    def of(self, path: Path) -> str:
        """The digest of a file's bytes, which a change of it names; empty where it cannot be
        read."""
        state = state_of(path)
        known = self._known.get(path)
        if known is not None and known[0] == state:
            return known[1]
        try:
            found = digest_of(path.read_bytes())
        except OSError:
            found = ""
        self._known[path] = (state, found)
        return found


class Paths:
    """Where in its spec each block of a page stands, `blocks.3.stack.1`; read again only where the
    bytes of the spec are others."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[str, Mapping[str, str]]] = {}

    def of(self, page: ComposedPage, digest: str) -> Mapping[str, str]:
        """The paths by the ids of blocks; `digest` is that of the spec."""
        spec = page.composed.sources.path
        known = self._known.get(spec)
        if known is not None and known[0] == digest:
            return known[1]
        whence = Whence(page.composed)
        found = {
            place.id: source.path
            for place in page.display.blocks
            if (source := whence.block(place.id)) is not None
        }
        self._known[spec] = (digest, found)
        return found


def aspect_of(
    page: ComposedPage, scene: Scene, symbols: Mapping[str, str], digests: Digests, paths: Paths
) -> Aspect:
    """All that a browser shows of a page."""
    display = page.display
    env = page.composed.environment
    ids = _ids(scene)
    files = {env.label(path): digests.of(path) for path in dict.fromkeys(page.files)}
    at = paths.of(page, digests.of(page.composed.sources.path))
    names = names_of(page.composed.resolved)
    return Aspect(
        scene=scene,
        symbols=symbols,
        name=page.name,
        fold=display.fold,
        grid=_grid(display.grid),
        info=tuple([_info(page, place, ids, at, names) for place in display.blocks]),
        fits=tuple([fit_of(fit) for fit in display.fits]),
        files=files,
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


def _info(
    page: ComposedPage,
    place: BlockPlace,
    ids: Mapping[str, list[str]],
    paths: Mapping[str, str],
    names: BlockNames,
) -> Data:
    """A block: what it is and is called, where it stands, and which lines of which file say so."""
    display = page.display
    resolved = page.composed.resolved
    block = next((b for b in resolved.blocks if b.id == place.id), None)
    rect = place.rect
    found = measures(rect, display.grid)
    out: Data = {
        "block": place.id,
        "ids": ids.get(place.id, []),
        "kind": place.kind,
        "rect": _rect(rect),
        "rect_mm": [round(v, DECIMALS) for v in found.mm],
        "cols": found.cols,
        "lines": found.rows,
        "zi": round(found.zi, DECIMALS),
        "rows": round(found.lines, DECIMALS),
        "on_grid": found.whole,
        "path": paths.get(place.id, ""),
        "frames": [_frame(frame) for frame in display.frames if frame.block == place.id],
    }
    group = next((g for whole in resolved.groups for g in whole.nested if g.id == place.id), None)
    stands = block or group
    if stands is not None:
        out |= {"file": stands.place.file, "line": stands.place.line, "column": stands.place.column}
    called = names.of(place.id)
    if called is not None:
        out["called"] = {lang: called.words(lang) for lang in LANGUAGES}
    if block is not None:
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


def fit_of(fit: StoryFit) -> Data:
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
        "spare_characters": about(spare * fit.per_line),
        "jumps": fit.jumps,
    }


def _rect(rect: Rect) -> list[float]:
    return [_pt(v) for v in (rect.x, rect.y, rect.width, rect.height)]


def _pt(value: float) -> float:
    return round(value, DECIMALS)
