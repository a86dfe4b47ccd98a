"""What the toolkit tells a person: one shape everywhere.

A `Diagnostic` is what was found, as a stable code and sub-code with values (`Said`), its severity
and its place: a spot in a file (`Place`) or a rectangle of a page (`Spot`). Codes never change
meaning and are never reused, so that tests and other programs can name them. The words are made
from `layout.words` where they are shown.
"""

from collections.abc import Iterable
from typing import Final, Literal

from layout.errors import BanxinError
from layout.geometry import Rect
from layout.record import record
from layout.units import to_mm
from layout.words.said import Language, Said, Value, said, with_hint

Severity = Literal["error", "warning", "info"]

ORDER: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "info": 2}
_SEVERITIES: Final[dict[Severity, str]] = {
    "error": "part.error",
    "warning": "part.warning",
    "info": "part.info",
}
MOST_TYPED: Final = 200
"""Characters of a word that may be a mistyped one; a longer text is no word."""


@record(kw_only=False)
class Place:
    """A spot in a text file: its name as the user would type it, line and column from 1.

    A line 0 is none: the file as a whole is spoken of, as one that is not there.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def whole_file(name: str) -> Place:
    """The place of a file that is spoken of as a whole."""
    return Place(name, 0, 0)


@record(kw_only=False)
class Spot:
    """A rectangle of a page, in points from the trim box's top left."""

    page: str
    rect: Rect

    def __str__(self) -> str:
        return self.words("en")

    def words(self, lang: Language) -> str:
        """The page and the rectangle in millimetres."""
        r = self.rect
        x, y, w, h = (to_mm(v) for v in (r.x, r.y, r.width, r.height))
        return said("part.spot", page=self.page, x=x, y=y, width=w, height=h).words(lang)


@record
class Diagnostic:
    """One finding: what is said, how grave it is, and where. `where` may be a place in a file, a
    spot on a page, or unknown.

    `spot` is where on the page it is seen, of a finding whose `where` is in a file.
    """

    said: Said
    severity: Severity
    where: Place | Spot | None = None
    spot: Spot | None = None

    @property
    def code(self) -> str:
        """What kind of finding it is."""
        return self.said.code

    @property
    def sub(self) -> str:
        """Which of the messages of its code it is; empty where there is one."""
        return self.said.sub

    @property
    def message(self) -> str:
        """What was found, in English."""
        return self.said.words()

    @property
    def hint(self) -> str:
        """What to do about it, in English; empty where nothing is known."""
        return self.said.hint()

    def __str__(self) -> str:
        return self.line("en")

    def place(self, lang: Language) -> str:
        """Where it is, in a language; empty where that is unknown."""
        if self.where is None:
            return ""
        return self.where.words(lang) if isinstance(self.where, Spot) else str(self.where)

    def line(self, lang: Language) -> str:
        """What is shown of it in a language: place, severity, message, hint and code."""
        place = self.place(lang)
        head = f"{place}: " if place else ""
        told = with_hint(self.said.words(lang), self.said.hint(lang), lang)
        told = said("part.told", severity=said(_SEVERITIES[self.severity]), told=told).words(lang)
        return f"{head}{told} [{self.code}]"

    def as_json(self, lang: Language = "en") -> dict[str, object]:
        """The stable JSON form: `where` becomes file, line, column or page and rectangle in pt;
        with a `spot` there are both. `values` are those of the message, by name. Message, hint and
        the messages among its values are in the language."""
        out: dict[str, object] = {
            "code": self.code,
            "severity": self.severity,
            "message": self.said.words(lang),
        }
        if hint := self.said.hint(lang):
            out["hint"] = hint
        out |= {"sub": self.sub, "values": {k: _plain(v, lang) for k, v in self.said.values}}
        if isinstance(self.where, Place):
            out |= {
                "file": self.where.file,
                "line": max(self.where.line, 1),
                "column": max(self.where.column, 1),
            }
        spot = self.where if isinstance(self.where, Spot) else self.spot
        if spot is not None:
            r = spot.rect
            out |= {"page": spot.page, "rect_pt": [r.x, r.y, r.width, r.height]}
        return out


def _plain(value: Value, lang: Language) -> object:
    """A value of a message as JSON has it: what is said inside it in its words."""
    if isinstance(value, Said):
        return value.words(lang)
    return [_plain(each, lang) for each in value] if isinstance(value, tuple) else value


def names_it(at: str, about: Iterable[str], told: Said) -> bool:
    """Whether an acceptance at `at` names what something told is `about`, whole or as the end of a
    path, or words of the paper that it quotes."""
    return any(name == at or name.endswith(f"/{at}") for name in about) or told.quotes(
        at.strip("“”")
    )


class StopError(BanxinError):
    """The work cannot go on; carries every diagnostic found so far, worst last."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))

    def __reduce__(self) -> tuple[type["StopError"], tuple[tuple[Diagnostic, ...]]]:
        """What it is pickled as, for another process."""
        return type(self), (self.diagnostics,)


Where = Place | Spot | None


def error(what: str | Said, where: Where = None, /, **values: Value) -> Diagnostic:
    """An error: the page cannot be made, or must not be printed.

    `error("OVERSET.story", place, lines=3)`: a key of the tables of words, a place, and values; or
    something that is said already.
    """
    return Diagnostic(said=_said(what, values), severity="error", where=where)


def warning(what: str | Said, where: Where = None, /, **values: Value) -> Diagnostic:
    """A warning: the page is made, and a person should look."""
    return Diagnostic(said=_said(what, values), severity="warning", where=where)


def info(what: str | Said, where: Where = None, /, **values: Value) -> Diagnostic:
    """A remark for the record."""
    return Diagnostic(said=_said(what, values), severity="info", where=where)


def _said(what: str | Said, values: dict[str, Value]) -> Said:
    """What is told, from its key and values where it is not said already."""
    return what if isinstance(what, Said) else said(what, **values)


def did_you_mean(word: str, known: Iterable[str]) -> Said | str:
    """`did you mean "x"?` for the nearest known word, to be a value `hint`; or the empty string."""
    if len(word) > MOST_TYPED:
        return ""
    names = list(known)
    same = next((name for name in names if name.casefold() == word.casefold()), "")
    if same:
        return said("part.did-you-mean", word=same)
    from difflib import get_close_matches  # costs 2 ms, and most pages have no fault

    # Of two Han characters (标宋 for 报宋) one may be wrong; of anything else less than half.
    cutoff = 0.5 if len(word) <= 2 and not word.isascii() else 0.61
    near = get_close_matches(word, names, n=1, cutoff=cutoff)
    return said("part.did-you-mean", word=near[0]) if near else ""


def shown(value: str, limit: int = 60) -> str:
    """A value as it may be shown in one line: controls escaped, long text cut in the middle."""
    if len(value) > 2 * limit:  # a megabyte is not escaped to be thrown away
        value = value[:limit] + value[-limit:]
    safe = "".join(
        c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode("ascii")
        for c in value
    )
    return safe if len(safe) <= limit else f"{safe[: limit - 12]}…{safe[-11:]}"


def beginning(text: str, most: int) -> str:
    """The beginning of words of the paper, as long as a message quotes them."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def worst_first(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors, then warnings, then remarks, each in the order they came in."""
    return sorted(found, key=lambda d: ORDER[d.severity])
