"""The report of a proof as one HTML file: pages with overlays that are switched, findings that lead
to their places, tables, and a form for the readings and the sign-off.

It opens from the disk, asks nothing of a network and may run nothing but its own script, whose
digest its policy names. What is filled in is kept in the file itself: its button writes a copy that
has it.
"""

import base64
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from layout.api import ComposedPage, Session
from layout.diagnostics import Diagnostic, Place, Spot
from layout.display.items import Page
from layout.display.spoken import spoken_day, spoken_place
from layout.geometry import Rect
from layout.proof.corrections import ReadCorrection, counted
from layout.proof.heading import PageHeading, heading_of
from layout.proof.htmlreport.cells import path, whole
from layout.proof.htmlreport.corrected import correction_row, corrections_of_all, listed
from layout.proof.htmlreport.printed import printed_css
from layout.proof.htmlreport.sheet import ReportSheet, SheetMaker, SheetTag
from layout.proof.layers.catalogue import LAYERS, NAMES
from layout.proof.layers.findings import NUMBER_PT, seen
from layout.proof.layers.layer import LayerLabel, NumberedFinding
from layout.proof.legend import KEYS, summary
from layout.proof.locate import numbered
from layout.proof.marks import MEANT
from layout.proof.proofed import PlatePictures, ProofedPage
from layout.proof.rounds import sign_fields
from layout.proof.setlines import page_lines
from layout.record import record, replace
from layout.render.svg.numbers import dom_id, num, rgb
from layout.units import to_mm
from layout.words.coded import coded, plain
from layout.words.said import Language, said

FOLDER: Final = Path(__file__).parent
SHOWN: Final = ("unfit", "findings", "corrections")
"""Overlays that are seen when the report is opened."""
_GRAVE: Final = {"error": "part.error", "warning": "part.warning", "info": "part.info"}
_LANGUAGES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}
_WORDS: Final = {
    "nav": "part.html-nav", "save": "part.html-save", "print": "part.html-print",
    "saved": "part.html-saved", "noscript": "part.html-noscript", "layers": "part.html-layers",
    "zoom": "part.html-zoom", "smaller": "part.html-smaller", "larger": "part.html-larger",
    "fit": "part.html-fit", "real": "part.html-real", "loupe": "part.html-loupe",
    "legend": "part.html-keys", "sign": "part.html-sign", "reading": "part.html-reading",
    "name": "part.html-name", "day": "part.html-day", "signature": "part.html-signature",
    "remark": "part.html-remark", "findings": "part.proof-findings", "nothing": "part.html-nothing",
    "corrections": "part.layer-corrections", "accepted": "part.html-accepted",
    "not_run": "part.html-not-run", "none": "part.proof-none", "plates": "part.html-plates",
    "foot": "part.html-foot", "edits": "part.html-edits", "edits_unit": "part.html-edits-unit",
    "checked": "part.html-checked", "whole": "part.html-whole", "close": "part.html-close",
    "meant": "part.html-meant",
}  # fmt: skip


@record
class _Section:
    """A page of the report, as its template has it."""

    values: dict[str, Any]
    errors: int
    warnings: int
    page: Page
    read: tuple[ReadCorrection, ...]


class ReportMaker:
    """Gathers the pages of an edition, and writes their report."""

    def __init__(self, session: Session, lang: Language, made: str = "") -> None:
        """`made` is when the proof was made, as it is told on each printed sheet."""
        self._lang = lang
        self._made = made
        self._headings: list[PageHeading] = []
        self._sheets = SheetMaker(session)
        self._sections: list[_Section] = []
        self._missed: list[dict[str, Any]] = []
        self._missed_errors = 0

    def add(self, proof: ProofedPage) -> None:
        """A page more. Raises `BanxinError`."""
        display = proof.page.display
        sheet = self._sheets.sheet(proof.page, proof.facts, SHOWN)
        number = len(self._sections) + 1
        name = f"p{number}-{dom_id(display.name)[2:]}"
        self._headings.append(heading_of(proof.page, self._lang))
        self._sections.append(
            _Section(
                values=self._values(proof, name, sheet),
                errors=sum(1 for d in proof.found if d.severity == "error"),
                warnings=sum(1 for d in proof.found if d.severity == "warning"),
                page=display,
                read=proof.corrections,
            )
        )

    def miss(self, name: str, found: Sequence[Diagnostic]) -> None:
        """A page that could not be set, and why: it is one of those that are to be signed."""
        lang = self._lang
        errors = [one for one in found if one.severity == "error"]
        self._missed_errors += len(errors)
        self._missed.append(
            {
                "id": f"m{len(self._missed) + 1}",
                "name": name,
                "heading": said("part.html-missed", page=name).words(lang),
                "errors": [one.line(lang) for one in errors],
            }
        )

    def html(
        self,
        title: str,
        date: str = "",
        corrections: Sequence[ReadCorrection] = (),
        faults: Sequence[Diagnostic] = (),
    ) -> bytes:
        """The report of all pages added. `corrections` are all of the last reading, `faults` what
        is wrong with entries of theirs."""
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
        from markupsafe import Markup

        lang = self._lang
        found = listed([one.read for one in self._sections], corrections)
        css = _css() + printed_css(self._headings, title, self._made, lang)
        js = (FOLDER / "report.js").read_text(encoding="utf-8")
        errors = self._missed_errors + sum(one.errors for one in self._sections)
        warnings = sum(one.warnings for one in self._sections)
        words: dict[str, object] = {name: said(key).words(lang) for name, key in _WORDS.items()}
        words["pages"] = said(
            "part.html-pages", number=len(self._sections) + len(self._missed)
        ).words(lang)
        words["errors"] = said("part.errors", number=errors).words(lang)
        words["warnings"] = said("part.warnings", number=warnings).words(lang)
        env = Environment(
            loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        env.filters |= {"coded": coded, "plain": plain, "path": path, "whole": whole}
        made = env.get_template("report.html.jinja").render(
            lang=_LANGUAGES[lang],
            title=title,
            date=spoken_day(date, lang),
            pages=[
                _marked_up(one.values) | _corrections(read, one.page, lang)
                for one, read in zip(self._sections, found.pages, strict=True)
            ],
            corrected=corrections_of_all(found, corrections, faults, lang),
            missed=self._missed,
            errors=errors,
            w=words,
            css=Markup(css),  # noqa: S704  our own files
            js=Markup(js),  # noqa: S704
            symbols=Markup(self._sheets.symbols()),  # noqa: S704
            policy=_policy(css, js),
        )
        return made.encode("utf-8")

    def _values(self, proof: ProofedPage, name: str, sheet: ReportSheet) -> dict[str, Any]:
        lang, page = self._lang, proof.page.display
        heading = self._headings[-1]
        rows = [_finding(one, proof.page, lang) for one in proof.facts.findings]
        drawn = {one.name for one in sheet.layers if one.drawn}
        marks = sum(1 for d in proof.found if d.severity != "info")
        order = {one: at for at, one in enumerate(NAMES)}
        return {
            "id": name,
            "name": page.name,
            "heading": said("part.proof-name", page=heading.page).words(lang),
            "page": heading.page,
            "number": heading.number,
            "facts": (heading.day, *summary(page, page_lines(page), lang)[2 if page.date else 1 :]),
            "marks": marks or "",
            "width": num(page.width),
            "height": num(page.height),
            "width_mm": num(to_mm(page.width)),
            "svg": sheet.svg,
            "layers": sorted(
                (
                    {
                        "name": one.name, "title": one.title, "beneath": one.beneath,
                        "over": one.over, "drawn": one.drawn, "shown": one.shown,
                        "tags": one.tags,
                    }
                    for one in sheet.layers
                ),
                key=lambda one: order[str(one["name"])],
            ),
            "legend": [
                {"layer": layer, "color": rgb(color), "words": said(key).words(lang)}
                for layer, color, key in KEYS
                if layer in drawn
            ],
            "findings": rows,
            "listed": _alike(rows),
            "accepted": self._accepted(proof),
            "not_run": [one.words(lang) for one in proof.not_run],
            "sign": sign_fields(name, lang),
            "tables": proof.tables,
            "plates": _plates(proof.plates, lang),
        }  # fmt: skip

    def _accepted(self, proof: ProofedPage) -> list[dict[str, Any]]:
        """Findings that are meant, numbered behind the others."""
        facts, lang = proof.facts, self._lang
        found = numbered(
            proof.page, [one.diagnostic for one in proof.checked.accepted], len(facts.findings) + 1
        )
        rows = []
        for one, accepted in zip(found, proof.checked.accepted, strict=True):
            row = _finding(one, proof.page, lang)
            row["why"] = said("part.html-why", why=accepted.why).words(lang)
            row["tag"] = None
            if one.rect is not None:
                rect = seen(one.rect)
                items = facts.letters.tag(str(one.number), (rect.x, rect.y), NUMBER_PT, MEANT)
                label = LayerLabel(at=(rect.x, rect.y), size=NUMBER_PT, items=tuple(items))
                row["tag"] = _drawn(self._sheets.tag(proof.page.display, label))
            rows.append(row)
        return rows


def _marked_up(values: dict[str, Any]) -> dict[str, Any]:
    """What is drawn, as markup: it is made by `layout.render.svg`, which quotes what it is given.
    Everything else is text that the template escapes."""
    from markupsafe import Markup

    layers = [
        one
        | {
            "beneath": Markup(one["beneath"]),  # noqa: S704
            "over": Markup(one["over"]),  # noqa: S704
            "tags": [_drawn(tag) for tag in one["tags"]],
        }
        for one in values["layers"]
    ]
    return values | {"svg": Markup(values["svg"]), "layers": layers}  # noqa: S704


def _drawn(tag: SheetTag) -> dict[str, Any]:
    """A label as its template has it."""
    from markupsafe import Markup

    svg = Markup(tag.svg)  # noqa: S704
    return {"x": tag.x, "y": tag.y, "size": tag.size, "printed": tag.printed, "svg": svg}


def _finding(one: NumberedFinding, of: ComposedPage, lang: Language) -> dict[str, Any]:
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


def _alike(rows: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
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


def _corrections(read: Sequence[ReadCorrection], page: Page, lang: Language) -> dict[str, Any]:
    """The corrections that lie on a page."""
    return {
        "corrections": [correction_row(one, page, lang) for one in read],
        "corrections_told": counted(read).words(lang),
    }


def _rect(place: Rect) -> dict[str, str]:
    """A place on the page as large as can be seen, as SVG has it."""
    shown = seen(place)
    return {
        "x": num(shown.x), "y": num(shown.y), "width": num(shown.width),
        "height": num(shown.height),
    }  # fmt: skip


def _plates(plates: PlatePictures | None, lang: Language) -> list[dict[str, str]]:
    """Small pictures of the plates, as data."""
    if plates is None:
        return []
    rows: list[tuple[str, bytes]] = []
    if plates.small_soft is not None:
        rows.append((said("part.plate-soft").words(lang), plates.small_soft))
    rows.append((said("part.plate-total").words(lang), plates.small_total))
    rows += [(said("part.plate-ink", ink=ink).words(lang), data) for ink, data in plates.small]
    return [
        {
            "title": title,
            "larger": said("part.html-large", title=title).words(lang),
            "data": f"data:image/jpeg;base64,{base64.b64encode(data).decode('ascii')}",
        }
        for title, data in rows
    ]


def _css() -> str:
    """The style sheet, with a rule for each overlay: it is seen where its box is ticked."""
    rules = [
        f'.page:has(.show[data-layer="{name}"]:checked) .layer.{name},'
        f" .sheet.show-{name} .layer.{name} {{ display: inline; }}\n"
        f'.page:has(.show[data-layer="{name}"]:checked) .keys [data-layer="{name}"]'
        " { display: list-item; }\n"
        for name in LAYERS
    ]
    return (FOLDER / "report.css").read_text(encoding="utf-8") + "".join(rules)


def _policy(css: str, js: str) -> str:
    """What the report may load: what is inside it."""
    style, script = (
        f"'sha256-{base64.b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
        for text in (css, js)
    )
    return (
        f"default-src 'none'; img-src data:; style-src {style}; script-src {script};"
        " base-uri 'none'; form-action 'none'"
    )
