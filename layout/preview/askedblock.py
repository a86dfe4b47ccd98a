"""What the panel of a block is told: its values as they are written, its place on the grid or why
it has none to move, the styles that it names, and its pictures in their frames."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from layout.diagnostics import Diagnostic, shown
from layout.display.items import Grid, Picture
from layout.environment import Environment, Files, PathError
from layout.flow.pictures.framing import owners_of
from layout.preview.raw import (
    RawBlock,
    anchor_of,
    data_of,
    entry,
    items_of,
    leaves_of,
    named_in,
    places_of,
    raw_blocks,
    span_of,
    text_of,
)
from layout.preview.received import StrangeMessageError
from layout.record import record
from layout.render.screen import screen_rgb
from layout.rewrite.texts import digest_of
from layout.spec.model.blockkinds import BLOCKS
from layout.spec.model.style import StyleSheet
from layout.spec.reader.chars import decode
from layout.spec.reader.fields import record_schema
from layout.spec.reader.nodes import MAX_BYTES, Mapping, Node, parse_text
from layout.spec.reader.spans import spans_of
from layout.spec.resolve.defaults import COLORS, RULE_STYLES, STYLES
from layout.spec.resolve.resolved import RPicture
from layout.spec.resolve.swatches import named_colors
from layout.units import ABSOLUTE_PT, UNIT_ALIASES
from layout.words.said import said

if TYPE_CHECKING:
    from layout.api import ComposedPage
    from layout.preview.state import PageState
    from layout.revise.reviser import Reviser

Data = dict[str, Any]
WHOLE: Final = 100
HEADER: Final = "header"
_FIELD: Final = re.compile(r"\{(\w+)\}")
_OF_FIELD: Final = {"year": "date", "month": "date", "day": "date", "number": "issue"}
"""What of the edition a field of a text follows from, where that is called otherwise."""
_OF_KIND: Final = {
    HEADER: ("name", "section", "date"),
    "masthead": ("name", "date"),
    "credits": ("credits",),
}
"""What of the edition a kind of block shows without being told."""
_LENGTH: Final = re.compile(r"\+?(\d+(?:\.\d+)?|\.\d+) ?([^\d\s]*)", re.ASCII)


def block_data(state: "PageState", block: str, reviser: "Reviser") -> Data:
    """All that the panel of a block shows. Raises `StopError` where the spec cannot be read or has
    no such block."""
    env = Files.around(state.spec)
    label = env.label(state.spec.resolve())
    root, text, digest = _read(env, label)
    blocks = list(raw_blocks(root))
    found = next((one for one in blocks if one.id == block), None)
    if found is None and block == HEADER and isinstance(own := entry(root, HEADER), Mapping):
        found = RawBlock(id=HEADER, path=(HEADER,), node=own, kind=HEADER, inside=HEADER)
    if found is None:
        raise StrangeMessageError(said("part.no-block-here", name=shown(block)))
    ref = list(_ref(found, blocks))
    anchor = anchor_of(spans_of(text), (*found.path, "at"))
    display = state.page.display if state.page is not None else None
    reader = PlaceReader(display.grid, facing=display.fold > 0) if display else PlaceReader(None)
    places = reader.places
    data: Data = {
        "file": label,
        "base": digest,
        "line": found.node.place.line,
        "column": found.node.place.column,
        "kind": found.kind,
        "path": ref,
        "ref": ".".join(map(str, found.path)) if not text_of(entry(found.node, "id")) else found.id,
        "top": HEADER if found.path == (HEADER,) else "",
        "value": data_of(found.node),
        "places": dict(places_of(found.node, tuple(ref))),
        "at": places(found.node),
        "locked": _lock(found, anchor, places(found.node)),
        "free": _free(found.node),
        "others": [
            {"block": one.id, "at": places(one.node), "free": _free(one.node)}
            for one in blocks
            if not one.inside and one is not found
        ],
        "members": [
            {"block": one.id, "kind": one.kind}
            for one in blocks
            if one.of == found.id and one.inside
        ],
    }
    if state.page is not None:
        schema = record_schema(BLOCKS[found.kind]) if found.kind in BLOCKS else {}
        data["names"] = _names(state.page, blocks)
        data["shared"] = _shared(state.page, env, found, reviser)
        data["styles"] = list(_styles(state.page, env, found, schema, reviser))
        data |= _pictures(state.page, found)
    return data


def _read(env: Environment, label: str) -> tuple[Node, str, str]:
    """The tree of a file, its text, and what it is known by."""
    try:
        data = env.read(env.find(label, env.root), MAX_BYTES)
    except PathError as fault:
        told = said("part.file-unread", file=label, why=fault.args[0])
        raise StrangeMessageError(told) from fault
    faults: list[Diagnostic] = []
    text = decode(data, label)
    return parse_text(text, label, faults=faults), text, digest_of(data)


def _ref(block: RawBlock, blocks: Iterable[RawBlock]) -> tuple[str | int, ...]:
    """The keys that lead to a block: its id stands for its number, so that blocks may be put in."""
    own = text_of(entry(block.node, "id"))
    return ("blocks", own) if own and len(block.path) == 2 else block.path


# Its place


@record(kw_only=False)
class PlaceReader:
    """Reads places across the columns of a grid, or by lengths from the edges of them."""

    grid: Grid | None
    facing: bool = False

    def places(self, node: Node) -> list[Data]:
        """The places of a block: its lines, and its columns, or what lengths make of them: `x` from
        where to where in points, `base` from where it is counted; `fixed` where that is the part of
        two facing pages. Columns are counted over both pages; in one of them a place keeps `within`
        its columns, and the spec counts from `shift` on. Neither where they are those of a story.
        """
        return [self._place(at) for at in items_of(entry(node, "at"))]

    def _place(self, at: Node) -> Data:
        out: Data = {"cols": None, "lines": span_of(entry(at, "lines")) or None}
        cols = span_of(entry(at, "cols"))
        if entry(at, "of") is not None:
            return out
        given = [key for key in ("from", "width", "part") if entry(at, key) is not None]
        if cols and not given:
            return out | {"cols": cols}
        part = text_of(entry(at, "part"))
        if cols and given == ["part"] and part in ("left", "right"):
            return out | self._half(cols, part)
        if self.grid is None or not given or "part" in given:
            return out
        area = self.grid.type_area
        edges = self.grid.columns[cols[0] - 1 : cols[1]] if cols else ((area.x, area.right),)
        if not edges:
            return out
        base = edges[0][0]
        left, width = self._points(entry(at, "from")), self._points(entry(at, "width"))
        if (left is None and "from" in given) or (width is None and "width" in given):
            return out
        begin = base + (left or 0.0)
        end = begin + width if width is not None else edges[-1][1]
        return out | {"x": [begin, end], "base": base, "width": width is not None}

    def _half(self, cols: list[int], part: str) -> Data:
        """Columns of one of two facing pages."""
        count = len(self.grid.columns) // 2 if self.grid is not None else 0
        if not self.facing or not 1 <= cols[0] <= cols[1] <= count:
            return {}
        shift = count if part == "right" else 0
        return {
            "cols": [column + shift for column in cols],
            "within": [shift + 1, shift + count],
            "shift": shift,
        }

    def _points(self, node: Node | None) -> float | None:
        """A length as written, in points; None where it is none."""
        found = _LENGTH.fullmatch(text_of(node))
        if found is None or self.grid is None:
            return None
        unit = UNIT_ALIASES.get(found[2] or "pt", found[2] or "pt")
        size = self.grid.em if unit in ("zi", "em") else ABSOLUTE_PT.get(unit)
        return float(found[1]) * size if size is not None else None


def _free(node: Node) -> bool:
    """Whether a block may lie over others on purpose."""
    inside = any(entry(at, "of") is not None for at in items_of(entry(node, "at")))
    return inside or entry(node, "wrap") is not None or entry(node, "over") is not None


def _lock(block: RawBlock, anchor: str, places: Sequence[Data]) -> Data | None:
    """Why a block cannot be moved on the grid, as a word of the browser's; None where it can."""
    if block.inside:
        return {"word": f"edit.lock-{block.inside}", "of": block.of}
    for at, place in zip(items_of(entry(block.node, "at")), places, strict=True):
        for key in ("part", "of"):
            if entry(at, key) is not None and not place["cols"]:
                return {"word": f"edit.lock-{key}", "of": text_of(entry(at, key))}
    return {"word": "edit.lock-anchor", "of": anchor} if anchor else None


# What it names


def _names(page: "ComposedPage", blocks: Iterable[RawBlock]) -> Data:
    """Names to choose from: by what the schema calls them."""
    sheets = tuple([sheet for sheet, _ in page.composed.sources.sheets])
    colors = named_colors(sheets, [])
    return {
        "style-name": list(dict.fromkeys([*STYLES, *_keys(sheets, "styles")])),
        "rule-name": ["none", *dict.fromkeys([*RULE_STYLES, *_keys(sheets, "rules")])],
        "block-id": [one.id for one in blocks],
        "color": [
            {"name": name, "css": "rgb({}, {}, {})".format(*screen_rgb(color))}
            for name, color in colors.items()
            if color.total or name in ("paper", "white") or name not in COLORS
        ],
    }


def _keys(sheets: Iterable[StyleSheet], key: str) -> list[str]:
    return [name for sheet in sheets for name in getattr(sheet, key) or {}]


def _styles(
    page: "ComposedPage", env: Environment, block: RawBlock, schema: Data, reviser: "Reviser"
) -> Iterable[Data]:
    """The styles that a block names: where each is declared, with its values, and who uses it."""
    seen = set()
    for path, name in named_in(block.node, schema, "style-name"):
        if name in seen:
            continue
        seen.add(name)
        found: Data = {"name": name, "at": list(path), "file": None}
        for _, sheet in reversed(page.composed.sources.sheets):
            label = env.label(sheet)
            root, _, digest = _read(env, label)
            value = entry(entry(root, "styles"), name)
            if value is None:
                continue
            keys = ("styles", name)
            users = reviser.uses(label, list(keys))
            found |= {
                "file": label,
                "base": digest,
                "path": list(keys),
                "value": data_of(value),
                "places": dict(places_of(value, keys)),
                "pages": users.pages,
                "blocks": users.blocks,
            }
            break
        yield found


def _shared(
    page: "ComposedPage", env: Environment, block: RawBlock, reviser: "Reviser"
) -> Data | None:
    """What of the edition a block shows: the fields of its texts, the names of who made the page;
    None where it shows nothing of it."""
    edition = page.composed.sources.edition_path
    fields = [name for _, leaf in leaves_of(block.node) for name in _FIELD.findall(leaf.text)]
    wanted = dict.fromkeys([*_OF_KIND.get(block.kind, ()), *[_OF_FIELD.get(n, n) for n in fields]])
    if edition is None or not wanted:
        return None
    label = env.label(edition)
    root, _, digest = _read(env, label)
    paper = entry(root, "paper")
    keys = [name for name in wanted if entry(root, name) is not None]
    if any(entry(paper, name) is not None for name in wanted):
        keys.append("paper")
    if not keys:
        return None
    places = dict(places_of(root, ()))
    return {
        "file": label,
        "base": digest,
        "value": {name: data_of(value) for name in keys if (value := entry(root, name))},
        "places": {key: at for key, at in places.items() if key.split(".")[0] in keys},
        "pages": reviser.uses(label, [keys[0]]).pages,
    }


# Its pictures


def _pictures(page: "ComposedPage", block: RawBlock) -> Data:
    """The pictures of a block as they stand in their frames, on the page that is shown."""
    owners = owners_of(page.composed.resolved)
    out: list[Data] = []
    for item in page.display.items:
        if not isinstance(item, Picture):
            continue
        owner = owners.get((item.node, item.source))
        if owner is None or owner[0].id != block.id or owner[1].pixels is None:
            continue
        out.append(_picture(item, owner[1], len(out) + 1))
    return {"pictures": out, "grouped": block.kind == "pictures"}


def _picture(item: Picture, picture: RPicture, index: int) -> Data:
    framing = picture.framing
    cut = item.crop != (0.0, 0.0, 1.0, 1.0)
    by_hand = framing.across is not None or framing.down is not None or any(framing.shift)
    covers = framing.fit != "whole" and framing.scale >= 1 and not by_hand
    rect = item.rect
    return {
        "index": index,
        "rect": [rect.x, rect.y, rect.width, rect.height],
        "crop": list(item.crop),
        "pixels": list(picture.pixels or (1, 1)),
        "vector": picture.vector,
        "scale": round(framing.scale * WHOLE, 4),
        "focus": list(picture.focus),
        "shift": list(framing.shift),
        "by": "focus" if covers and (cut or framing.fit == "cover") else "shift",
    }
