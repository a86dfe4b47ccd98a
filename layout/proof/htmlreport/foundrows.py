"""Findings as rows of the report: what each says, where in a file and where on the page it is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from layout.api import ComposedPage
from layout.diagnostics import Place, Spot
from layout.display.spoken import spoken_place
from layout.geometry import Rect
from layout.proof.layers.findings import seen
from layout.proof.layers.layer import NumberedFinding
from layout.record import replace
from layout.render.svg.numbers import num
from layout.units import to_mm
from layout.words.said import Language, said

_GRAVE: Final = {"error": "part.error", "warning": "part.warning", "info": "part.info"}


def finding_row(one: NumberedFinding, of: ComposedPage, lang: Language) -> dict[str, Any]:
    found, rect, page = one.found, one.rect, of.display
    where = found.where
    spot = (
        found.spot if isinstance(found.spot, Spot) else where if isinstance(where, Spot) else None
    )
    on_page = spot.rect if spot is not None else rect
    told = ""
    if rect is not None and on_page is not None:
        x, y = to_mm(on_page.x), to_mm(on_page.y)
        told = said("part.html-at", x_mm=x, y_mm=y).words(lang)
        grid_told = spoken_place(page.grid, on_page, lang)
        if grid_told:
            told = said("part.html-where", place=grid_told, at=told).words(lang)
    source = "part.source-preflight" if found.code.startswith("PF") else "part.source-check"
    place = _rect(rect) if rect is not None else None
    return {
        "number": one.number,
        "severity": found.severity,
        "grave": said(_GRAVE[found.severity]).words(lang),
        "message": found.said.words(lang),
        "hint": found.said.hint(lang),
        "where": _told_place(where, of) if isinstance(where, Place) else "",
        "on_page": told,
        "source": said(source).words(lang),
        "code": found.code,
        "rect": place,
    }


def alike(rows: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Findings that say the same of several places, together: each keeps its number."""
    said_once: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        key = tuple(row[name] for name in ("severity", "message", "hint", "code"))
        said_once.setdefault(key, []).append(row)
    return list(said_once.values())


def _told_place(where: Place, page: ComposedPage) -> str:
    """A place in a file, by its path from the project's root: the spec is known by the path that a
    command was given, which is one from where that was said."""
    env = page.composed.environment
    given = Path(where.file).absolute()
    root = env.root.resolve()
    if given.is_relative_to(root) and given.exists():
        return str(replace(where, file=env.label(given)))
    return str(where)


def _rect(place: Rect) -> dict[str, str]:
    """A place on the page as large as can be seen, as SVG has it."""
    shown = seen(place)
    return {
        "x": num(shown.x), "y": num(shown.y), "width": num(shown.width),
        "height": num(shown.height),
    }  # fmt: skip
