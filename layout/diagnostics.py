"""What the toolkit tells a person: one shape everywhere.

A `Diagnostic` has a stable code, a severity, a sentence, a place and a hint. The place is a spot in
a file (`Place`) or a rectangle of a page (`Spot`). Codes never change meaning and are never reused,
so that tests and other programs can name them.
"""

from collections.abc import Iterable
from typing import Final, Literal

from layout.errors import BanxinError
from layout.geometry import Rect
from layout.record import record
from layout.units import to_mm

Severity = Literal["error", "warning", "info"]

_ORDER: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "info": 2}
MOST_TYPED: Final = 200
"""Characters of a word that may be a mistyped one; a longer text is no word."""


@record(kw_only=False)
class Place:
    """A spot in a text file: its name as the user would type it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@record(kw_only=False)
class Spot:
    """A rectangle of a page, in points from the trim box's top left."""

    page: str
    rect: Rect

    def __str__(self) -> str:
        r = self.rect
        x, y, w, h = (to_mm(v) for v in (r.x, r.y, r.width, r.height))
        return f"{self.page} at {x:.1f},{y:.1f} mm ({w:.1f} × {h:.1f})"


@record
class Diagnostic:
    """One finding. `where` may be a place in a file, a spot on a page, or unknown.

    `spot` is where on the page it is seen, of a finding whose `where` is in a file.
    """

    code: str
    severity: Severity
    message: str
    where: Place | Spot | None = None
    hint: str = ""
    spot: Spot | None = None

    def __str__(self) -> str:
        head = f"{self.where}: " if self.where is not None else ""
        tail = f" ({self.hint})" if self.hint else ""
        return f"{head}{self.severity}: {self.message}{tail} [{self.code}]"

    def as_json(self) -> dict[str, object]:
        """The stable JSON form: `where` becomes file, line, column or page and rectangle in pt;
        with a `spot` there are both."""
        out: dict[str, object] = {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
        }
        if self.hint:
            out["hint"] = self.hint
        if isinstance(self.where, Place):
            out |= {
                "file": self.where.file,
                "line": self.where.line,
                "column": self.where.column,
            }
        spot = self.where if isinstance(self.where, Spot) else self.spot
        if spot is not None:
            r = spot.rect
            out |= {"page": spot.page, "rect_pt": [r.x, r.y, r.width, r.height]}
        return out


class StopError(BanxinError):
    """The work cannot go on; carries every diagnostic found so far, worst last."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))


def error(code: str, message: str, where: Place | Spot | None = None, hint: str = "") -> Diagnostic:
    """An error: the page cannot be made, or must not be printed."""
    return Diagnostic(code=code, severity="error", message=message, where=where, hint=hint)


def warning(
    code: str, message: str, where: Place | Spot | None = None, hint: str = ""
) -> Diagnostic:
    """A warning: the page is made, and a person should look."""
    return Diagnostic(code=code, severity="warning", message=message, where=where, hint=hint)


def info(code: str, message: str, where: Place | Spot | None = None, hint: str = "") -> Diagnostic:
    """A remark for the record."""
    return Diagnostic(code=code, severity="info", message=message, where=where, hint=hint)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "x"?` for the nearest known word, or the empty string."""
    if len(word) > MOST_TYPED:
        return ""
    from difflib import get_close_matches  # costs 2 ms, and most pages have no fault

    # Of two Han characters (标宋 for 报宋) one may be wrong; of anything else less than half.
    cutoff = 0.5 if len(word) <= 2 and not word.isascii() else 0.61
    near = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return f'did you mean "{near[0]}"?' if near else ""


def shown(value: str, limit: int = 60) -> str:
    """A value as it may be shown in one line: controls escaped, long text cut in the middle."""
    if len(value) > 2 * limit:  # a megabyte is not escaped to be thrown away
        value = value[:limit] + value[-limit:]
    safe = "".join(
        c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode("ascii")
        for c in value
    )
    return safe if len(safe) <= limit else f"{safe[: limit - 12]}…{safe[-11:]}"


def counted(number: int, noun: str) -> str:
    """`1 warning`, `2 warnings`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def worst_first(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors, then warnings, then remarks, each in the order they came in."""
    return sorted(found, key=lambda d: _ORDER[d.severity])
