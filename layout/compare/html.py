"""The report of a comparison: one HTML file that opens from the disk, asks for nothing and prints
well; beside it a picture a page, the text and the JSON."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from layout.compare.changes import Comparison, PageChange, PageResult, Where, called
from layout.compare.places import flag_scale, numbered, parts
from layout.compare.report import as_json, block_name, counted, end, kind_said, lines
from layout.compare.run import Comparing
from layout.compare.side import PageSide
from layout.compare.whose import Whose, named_whose, whose
from layout.files import FreeNames
from layout.record import record
from layout.units import PT_PER_INCH
from layout.words.said import LANGUAGES, Language, Said, said

if TYPE_CHECKING:
    from layout.compare.overlay import LaidOver

DPI: Final = 110.0
"""Of the pictures in the report: a page of 390 × 550 mm is 1,690 pixels wide, and its text read."""
FINER: Final = 2
"""Times as fine as the whole page the places are shown that have changed: 9 pt is read there."""
MODES: Final = ("overlay", "slide", "blend", "toggle", "beside")
MOST_MARKED: Final = 300
"""Changes of a page that are marked on it."""
WEB: Final = Path(__file__).parent / "web"
FIXED: Final[Mapping[str, str]] = {
    "beside": "part.compare-web-beside",
    "blend": "part.compare-web-blend",
    "fit": "part.compare-web-fit",
    "gone": "part.compare-web-gone",
    "keys": "part.compare-web-keys",
    "marks": "part.compare-web-marks",
    "new": "part.compare-web-new",
    "nothing": "part.compare-web-nothing",
    "overlay": "part.compare-web-overlay",
    "slide": "part.compare-web-slide",
    "title": "part.compare-web-title",
    "toggle": "part.compare-web-toggle",
    "undrawn": "part.compare-web-undrawn",
}
"""The fixed words of the report."""


Names = tuple[Mapping[str, str], Mapping[str, str]]
"""Whose A and B are, in words, in each language."""


@record
class ReportPage:
    """A page as the report shows it: lengths in CSS pixels at its own size, pictures as data."""

    name: Mapping[str, str]
    width: float
    height: float
    drawn: bool
    a: str
    b: str
    over: str
    counts: Mapping[str, str]
    changes: tuple[Mapping[str, Any], ...]
    whose: Names
    notes: tuple[Mapping[str, str], ...]
    fine: tuple[Mapping[str, Any], ...] = ()  # parts drawn finer: where in %, and their pictures

    @property
    def flag(self) -> float:
        """How large the number of a change is when it is printed, of its own size."""
        return flag_scale(self.width)


def files(comparing: Comparing, found: Comparison, lang: Language) -> Iterator[tuple[str, bytes]]:
    """The files of a report by name. Raises `BanxinError` where a page cannot be drawn."""
    names = FreeNames()
    pages: list[ReportPage] = []
    written: list[str] = []
    known: list[tuple[Whose, Whose]] = []
    pairs = list(_sides(comparing))
    for page, (a, b) in zip(found.pages, pairs, strict=True):
        known.append((whose(a), whose(b)))
        if not page.changes:
            continue
        laid = _laid(a, b)
        if laid is not None:
            name = f"{names.take(f'{b.stem}-compare')}.png"
            written.append(name)
            yield name, laid.png()
        pages.append(_page(page, (a, b), known[-1], laid))
    text = "".join(f"{line}\n" for line in lines(found, lang))
    yield "compare.txt", text.encode("utf-8")
    made = as_json(found, comparing.options, written, lang)
    yield "compare.json", (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    a_and_b = (
        named_whose([a.name for a, _ in pairs], [one for one, _ in known]),
        named_whose([b.name for _, b in pairs], [other for _, other in known]),
    )
    yield "compare.html", html(found, pages, a_and_b, lang).encode("utf-8")


def _sides(comparing: Comparing) -> Iterator[tuple[PageSide, PageSide]]:
    for pair in comparing.pairs:
        if pair.a is not None and pair.b is not None:
            yield pair.a, pair.b


def _laid(a: PageSide, b: PageSide) -> "LaidOver | None":
    """Both pages drawn and laid over one another; None where one has nothing to be drawn of."""
    if not (a.drawable and b.drawable):
        return None
    from layout.compare.overlay import laid

    return laid(a, b, DPI)


def _page(
    page: PageResult,
    sides: tuple[PageSide, PageSide],
    known: tuple[Whose, Whose],
    laid: "LaidOver | None",
) -> ReportPage:
    scale = DPI / PT_PER_INCH
    a, b = sides
    width, height = (max(pair) * scale for pair in zip(a.size, b.size, strict=True))
    pictures = ("", "", "")
    if laid is not None:
        pictures = (
            as_data("image/webp", laid.webp("a")), as_data("image/webp", laid.webp("b")),
            as_data("image/webp", laid.webp("over")),
        )  # fmt: skip
    changes = numbered(
        [
            _change(change, (a.name, b.name), scale, marked=n < MOST_MARKED)
            for n, change in enumerate(page.changes)
        ],
        width,
    )
    return ReportPage(
        name=both_words(page.name), width=round(width, 1), height=round(height, 1),
        drawn=laid is not None,
        a=pictures[0], b=pictures[1], over=pictures[2],
        counts=both_words(said("part.compare-counts", counts=tuple(counted(page)))),
        changes=changes, whose=(named_whose([a.name], known[:1]), named_whose([b.name], known[1:])),
        notes=tuple(both_words(note) for note in page.notes),
        fine=() if laid is None else tuple(_details(sides, laid, changes)),
    )  # fmt: skip


def _details(
    sides: tuple[PageSide, PageSide], laid: "LaidOver", changes: Iterable[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """The parts of a page that are shown finer: where they lie, in %, and their pictures."""
    from layout.compare.overlay import details

    rows, columns = laid.over.shape[:2]
    rects = [one[when] for one in changes for when in ("now", "was") if one[when] is not None]
    wanted = list(parts(rects, (columns, rows)))
    made = details(*sides, laid.dpi, wanted, FINER)
    for part, shown in zip(wanted, made, strict=True):
        yield {
            "left": round(100 * part.left / columns, 4),
            "top": round(100 * part.top / rows, 4),
            "width": round(100 * part.width / columns, 4),
            "height": round(100 * part.height / rows, 4),
            **{side: as_data("image/webp", shown.webp(side)) for side in ("a", "b", "over")},
        }


def _change(
    change: PageChange, names: tuple[str, str], scale: float, *, marked: bool
) -> Mapping[str, Any]:
    was, now = _rect(change.before, names[0], scale), _rect(change.after, names[1], scale)
    place = now or was
    if change.kind == "page":  # the whole page is no place
        marked = False
    way = None
    if was and now:
        middles = [(r[0] + r[2] / 2, r[1] + r[3] / 2) for r in (was, now)]
        (ax, ay), (bx, by) = middles
        if hypot(bx - ax, by - ay) > 30:
            way = tuple(round(v, 1) for v in (ax, ay, bx, by))
    same = was == now
    if same:
        was = None
    return {
        "words": {lang: _marked(change.said.words(lang), change) for lang in LANGUAGES},
        "kind": both_words(kind_said(change.kind)),
        "block": {lang: block_name(change, lang) for lang in LANGUAGES} if change.block else None,
        "place": None if change.place is None else both_words(change.place),
        "rect": place,
        "was": was if marked else None,
        "now": now if marked else None,
        "same": same,
        "way": way if marked else None,
    }


def _marked(words: str, change: PageChange) -> Any:
    """Words with what was and what is set off, where a change of text has both."""
    from markupsafe import Markup, escape

    low, high = words.find("["), words.rfind("]")
    if change.kind != "text" or not 0 <= low < high:
        return words
    old, arrow, new = words[low + 1 : high].partition(" → ")
    inner = Markup("")
    if arrow:
        inner = Markup("<del>{}</del> <ins>{}</ins>").format(old, new)
    elif change.what in ("over", "fits"):  # nobody took it out or put it in
        inner = Markup("<em>{}</em>").format(old)
    else:
        tag = "del" if change.what in ("gone", "joined", "blank-gone") else "ins"
        inner = Markup(f"<{tag}>{{}}</{tag}>").format(old)  # noqa: S704  two fixed tags
    return escape(words[:low]) + inner + escape(words[high + 1 :])


def _rect(where: Where | None, page: str, scale: float) -> tuple[float, ...] | None:
    """A place on a page of a name in CSS pixels; None where it is on another page."""
    if where is None or where.page != page:
        return None
    r = where.rect
    return tuple(round(v * scale, 1) for v in (r.x, r.y, r.width, r.height))


def html(found: Comparison, pages: list[ReportPage], whose: Names, lang: Language) -> str:
    """The report as one text; `whose` A and B are, in words."""
    same = [page for page in found.pages if not page.changes]
    told: list[Said] = [
        *(said("part.compare-alone", side="A", page=called(name)) for name in found.only_a),
        *(said("part.compare-alone", side="B", page=called(name)) for name in found.only_b),
        *(said("part.compare-same", page=page.name) for page in same),
        *found.notes,
    ]
    return rendered((found.a, found.b), pages, whose=whose, last=end(found), told=told, lang=lang)


def rendered(
    names: tuple[str, str],
    pages: list[ReportPage],
    *,
    whose: Names,
    last: Said,
    told: list[Said],
    lang: Language,
) -> str:
    """Pages of A and B in a report: what came of it, what is told over it, the pages. `names` are
    their paths, `whose` they are in words."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined
    )
    script = (WEB / "report.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return environment.get_template("report.html.j2").render(
        paths=names, whose=whose, lang=lang, pages=pages, modes=MODES,
        css=Markup((WEB / "report.css").read_text(encoding="utf-8")),  # noqa: S704  our own file
        script=Markup(script), script_hash=f"sha256-{digest}",  # noqa: S704  our own file
        end=both_words(last), lines=[both_words(one) for one in told],
        word=lambda key, language: said(FIXED[key]).words(language),
    )  # fmt: skip


def both_words(told: Said) -> dict[str, str]:
    """Something told in both languages."""
    return {lang: told.words(lang) for lang in LANGUAGES}


def as_data(kind: str, data: bytes) -> str:
    """A file within an address."""
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
