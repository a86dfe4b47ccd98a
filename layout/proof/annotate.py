"""A proof as an annotated PDF: the page, its overlays as layers, each finding and each correction a
note at its place, 校样 over and under the page."""

from typing import TYPE_CHECKING, Final

from layout.api import Session
from layout.color import Color
from layout.display.items import Item, Page
from layout.geometry import Rect
from layout.proof.layers.catalogue import layers, title_of
from layout.proof.layers.findings import seen
from layout.proof.layers.layer import NumberedFinding
from layout.proof.marks import GRAVE, READING, Letters
from layout.proof.proofed import ProofedPage
from layout.record import replace
from layout.render.screen import screen_rgb
from layout.words.said import Language, said, with_hint

if TYPE_CHECKING:
    from layout.pdf.notes import PdfNote

AUTHOR: Final = "版心 Banxin"
BANNER_PT: Final = 34.0
"""How high what stands over and under the page is."""
WORD_PT: Final = 22.0
SMALL_PT: Final = 9.0
SHOWN: Final = ("findings", "corrections")
_GRAVE: Final = {"error": "part.error", "warning": "part.warning", "info": "part.info"}
_LANGUAGES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}


def annotated_pdf(session: Session, proof: ProofedPage) -> bytes:
    """The file. It is drawn as the press PDF is, and says nothing of a press. Raises
    `BanxinError`."""
    from layout.pdf.notes import NoteLayer, PdfNote, ProofBanner, annotated

    facts, lang = proof.facts, proof.facts.lang
    press = replace(facts.page.press, pdfx="none", marks="")
    page = replace(facts.page, press=press)
    sheets = [page]
    drawn = []
    for one in layers(facts):
        beneath = _sheet(page, one.beneath, sheets)
        over = _sheet(page, one.over, sheets)
        if one.items:
            title = title_of(one.name, lang)
            shown = one.name in SHOWN
            drawn.append(NoteLayer(name=title, beneath=beneath, over=over, shown=shown))
    banner = ProofBanner(page=len(sheets), height=BANNER_PT)
    sheets.append(_banner(page, facts.letters, lang))
    notes = [
        PdfNote(
            name=f"banxin-{page.name}-{one.number}",
            subject=one.found.code,
            text=note_text(one, lang),
            color=_rgb(GRAVE[one.found.severity]),
            place=_place(one.rect),
        )
        for one in facts.findings
    ]
    notes += _corrections(proof, lang)
    made = session.render([proof.page.with_display(sheet) for sheet in sheets])
    told = said("part.html-title", title=page.title).words(lang)
    return annotated(
        made, layers=drawn, notes=notes, banner=banner, author=AUTHOR, title=told,
        language=_LANGUAGES[lang],
    )  # fmt: skip


def note_text(one: NumberedFinding, lang: Language) -> str:
    """What a note says: number, severity, message, hint, code, and where it is told of."""
    found = one.found
    told = with_hint(found.said.words(lang), found.said.hint(lang), lang)
    told = said("part.told", severity=said(_GRAVE[found.severity]), told=told).words(lang)
    place = found.place(lang)
    return f"{one.number}  {told} [{found.code}]" + (f"\n{place}" if place else "")


def _corrections(proof: ProofedPage, lang: Language) -> list["PdfNote"]:
    from layout.pdf.notes import PdfNote

    return [
        PdfNote(
            name=f"banxin-{proof.facts.page.name}-c{mark.number}",
            subject=said("part.layer-correction").words(lang),
            text=f"{mark.number}  {mark.told or mark.words}",
            color=_rgb(READING),
            place=_place(mark.spots[0]) if mark.spots else None,
        )
        for mark in proof.facts.corrections
    ]


def _sheet(page: Page, items: tuple[Item, ...], sheets: list[Page]) -> int | None:
    """A page of some items alone, added: its number, None where there is nothing to draw."""
    if not items:
        return None
    sheets.append(replace(page, items=items, blocks=(), frames=(), fits=()))
    return len(sheets) - 1


def _banner(page: Page, letters: Letters, lang: Language) -> Page:
    """校样 and what page it is of, as wide as the page."""
    word = said("part.banner-word").words(lang)
    small = said("part.banner-told", title=page.title, date=page.date).words(lang)
    base = BANNER_PT * 0.68
    x = page.grid.type_area.x
    items: list[Item] = [*letters.put(word, (x, base), WORD_PT, READING)]
    x += letters.width(word, WORD_PT) + WORD_PT / 2
    items += letters.put(small, (x, base), SMALL_PT, READING)
    whole = Rect(0.0, 0.0, page.width, BANNER_PT)
    return replace(
        page, items=tuple(items), blocks=(), frames=(), fits=(), height=whole.height, bleed=0.0,
        fold=0.0, grid=replace(page.grid, type_area=whole, columns=(), lines=0),
    )  # fmt: skip


def _place(rect: Rect | None) -> tuple[float, float, float, float] | None:
    if rect is None:
        return None
    shown = seen(rect)
    return shown.x, shown.y, shown.width, shown.height


def _rgb(color: Color) -> tuple[float, float, float]:
    red, green, blue = screen_rgb(color)
    return red / 255, green / 255, blue / 255
