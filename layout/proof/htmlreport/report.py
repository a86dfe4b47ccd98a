"""The report of a proof as one HTML file: pages with overlays that are switched, findings that lead
to their places, tables, and a form for the readings and the sign-off.

It opens from the disk, asks nothing of a network and may run nothing but its own script, whose
digest its policy names. What is filled in is kept in the file itself: its button writes a copy that
has it.
"""

from collections.abc import Sequence
from typing import Any, Final

from layout.api import Session
from layout.diagnostics import Diagnostic
from layout.display.items import Page
from layout.display.spoken import spoken_day
from layout.proof.corrections import ReadCorrection, counted
from layout.proof.heading import PageHeading, heading_of
from layout.proof.htmlreport.cells import path, whole
from layout.proof.htmlreport.corrected import correction_row, corrections_of_all, listed
from layout.proof.htmlreport.foundrows import alike, finding_row
from layout.proof.htmlreport.inside import FOLDER, plate_rows, policy_of, style_sheet
from layout.proof.htmlreport.printed import printed_css
from layout.proof.htmlreport.sheet import ReportSheet, SheetMaker, SheetTag
from layout.proof.layers.catalogue import NAMES
from layout.proof.layers.findings import NUMBER_PT, seen
from layout.proof.layers.layer import LayerLabel
from layout.proof.legend import KEYS, summary
from layout.proof.locate import numbered
from layout.proof.marks import MEANT
from layout.proof.proofed import ProofedPage
from layout.proof.rounds import sign_fields
from layout.proof.setlines import page_lines
from layout.record import record
from layout.render.svg.numbers import dom_id, num, rgb
from layout.units import to_mm
from layout.words.coded import coded, plain
from layout.words.said import Language, said

SHOWN: Final = ("unfit", "findings", "corrections")
"""Overlays that are seen when the report is opened."""
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
        css = style_sheet() + printed_css(self._headings, title, self._made, lang)
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
            policy=policy_of(css, js),
        )
        return made.encode("utf-8")

    def _values(self, proof: ProofedPage, name: str, sheet: ReportSheet) -> dict[str, Any]:
        lang, page = self._lang, proof.page.display
        heading = self._headings[-1]
        rows = [finding_row(one, proof.page, lang) for one in proof.facts.findings]
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
            "listed": alike(rows),
            "accepted": self._accepted(proof),
            "not_run": [one.words(lang) for one in proof.not_run],
            "sign": sign_fields(name, lang),
            "tables": proof.tables,
            "plates": plate_rows(proof.plates, lang),
        }  # fmt: skip

    def _accepted(self, proof: ProofedPage) -> list[dict[str, Any]]:
        """Findings that are meant, numbered behind the others."""
        facts, lang = proof.facts, self._lang
        found = numbered(
            proof.page, [one.diagnostic for one in proof.checked.accepted], len(facts.findings) + 1
        )
        rows = []
        for one, accepted in zip(found, proof.checked.accepted, strict=True):
            row = finding_row(one, proof.page, lang)
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


def _corrections(read: Sequence[ReadCorrection], page: Page, lang: Language) -> dict[str, Any]:
    """The corrections that lie on a page."""
    return {
        "corrections": [correction_row(one, page, lang) for one in read],
        "corrections_told": counted(read).words(lang),
    }
