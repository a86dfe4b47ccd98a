"""Findings as plain JSON values and back, whole: what a manifest keeps and a worker sends.

A message is `{"said": key, "values": {...}}`, a name with what a person calls it
`{"named": id, "called": {...}}`; a list is a tuple.
"""

from collections.abc import Iterable
from typing import Any, Final, get_args

from layout.diagnostics import Diagnostic, Place, Severity, Spot
from layout.geometry import Rect
from layout.words.said import Named, Said, Value

_SEVERITIES: Final = get_args(Severity)


def plain_findings(found: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """Findings as values of JSON, in their order."""
    return [
        {
            "severity": one.severity,
            **_said(one.said),
            "where": _where(one.where),
            "spot": _where(one.spot),
        }
        for one in found
    ]


def read_findings(rows: Any) -> tuple[Diagnostic, ...]:
    """What `plain_findings` wrote. Raises `ValueError` for anything else."""
    try:
        return tuple([_finding(row) for row in rows])
    except (KeyError, TypeError, AttributeError) as exc:
        raise ValueError("no findings") from exc


def plain_place(place: Place | None) -> list[Any] | None:
    """A place as values of JSON."""
    return None if place is None else [place.file, place.line, place.column]


def read_place(row: Any) -> Place | None:
    """What `plain_place` wrote. Raises `ValueError` for anything else."""
    match row:
        case None:
            return None
        case [str(file), int(line), int(column)]:
            return Place(file, line, column)
    raise ValueError("no place")


def is_file_name(name: str) -> bool:
    """Whether a name that came from elsewhere is that of a file of a folder, and no way out of
    it."""
    return name not in ("", ".", "..") and not any(c in name for c in "/\\\0")


def _finding(row: dict[str, Any]) -> Diagnostic:
    if row["severity"] not in _SEVERITIES:
        raise ValueError("no severity")
    spot = _read_where(row["spot"])
    if not isinstance(spot, Spot | None):
        raise TypeError
    said = _read_said(row)
    return Diagnostic(
        said=said, severity=row["severity"], where=_read_where(row["where"]), spot=spot
    )


def _where(where: Place | Spot | None) -> list[Any] | None:
    if isinstance(where, Spot):
        r = where.rect
        return [where.page, r.x, r.y, r.width, r.height]
    return plain_place(where)


def _read_where(row: Any) -> Place | Spot | None:
    if isinstance(row, list) and len(row) == 5:
        page, x, y, width, height = row
        return Spot(str(page), Rect(float(x), float(y), float(width), float(height)))
    return read_place(row)


def _said(told: Said) -> dict[str, Any]:
    return {"said": told.key, "values": {name: _value(value) for name, value in told.values}}


def _read_said(row: dict[str, Any]) -> Said:
    if not isinstance(row["said"], str):
        raise TypeError
    return Said(row["said"], tuple([(str(k), _read_value(v)) for k, v in row["values"].items()]))


def _value(value: Value) -> Any:
    if isinstance(value, Said):
        return _said(value)
    if isinstance(value, Named):
        return {"named": str(value), "called": _said(value.called)}
    return [_value(each) for each in value] if isinstance(value, tuple) else value


def _read_value(value: Any) -> Value:
    if isinstance(value, dict):
        if "named" in value:
            return Named(value["named"], _read_said(value["called"]))
        return _read_said(value)
    if isinstance(value, list):
        return tuple([_read_value(each) for each in value])
    if not isinstance(value, str | int | float):
        raise TypeError
    return value
