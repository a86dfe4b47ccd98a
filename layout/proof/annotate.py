"""A proof as an annotated PDF: the page, its overlays as layers, each finding and each correction a
note at its place, 校样 over and under the page."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from layout.api import Session
from layout.color import Color
from layout.display.items import Item, Page
from layout.geometry import Rect
from layout.proof.layers import corrections as corrections_layer
from layout.proof.layers.catalogue import layers, title_of
from layout.proof.layers.findings import seen
from layout.proof.layers.layer import NumberedFinding
from layout.proof.marks import DONE, GRAVE, READING
from layout.proof.proofed import ProofedPage
from layout.record import replace
from layout.render.screen import screen_rgb
from layout.words.coded import plain
from layout.words.said import Language, said, with_hint

if TYPE_CHECKING:
    from layout.pdf.notes import PdfNote

AUTHOR: Final = "版心 Banxin"
BANNER_PT: Final = 34.0
"""How high what stands over and under the page is."""
WORD_PT: Final = 22.0
SMALL_PT: Final = 9.0
LIST_PT: Final = 9.0
LIST_PITCH_PT: Final = 13.0
SHOWN: Final = ("unfit", "findings", "corrections")
_GRAVE: Final = {"error": "part.error", "warning": "part.warning", "info": "part.info"}
_LANGUAGES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}


def annotated_pdf(session: Session, proof: ProofedPage) -> bytes:
    """The file. It is drawn as the press PDF is, and says nothing of a press. Raises
    `BanxinError`."""
    from layout.pdf.notes import NoteLayer, PdfNote, ProofBanner, annotated

    facts, lang = proof.facts, proof.facts.lang
    press = replace(facts.page.press, pdfx="none", marks="")
    page = replace(facts.page, press=press)
    facts = replace(facts, page=page)
    proof = replace(proof, facts=facts)
    sheets = [page]
    drawn = []
    for one in layers(facts):
        beneath = _sheet(page, one.beneath, sheets)
        over = _sheet(page, one.over, sheets)
        if one.items:
            title = title_of(one.name, lang)
            shown = one.name in SHOWN
            drawn.append(NoteLayer(name=title, beneath=beneath, over=over, shown=shown))
    head = ProofBanner(page=len(sheets), height=BANNER_PT)
    sheets.append(_banner(proof))
    rows = _listed(proof, corrections_layer.written_layer(facts).alone)
    foot = ProofBanner(page=len(sheets), height=BANNER_PT + len(rows) * LIST_PITCH_PT)
    sheets.append(_banner(proof, rows))
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
        made, layers=drawn, notes=notes, head=head, foot=foot, author=AUTHOR, title=told,
        language=_LANGUAGES[lang],
    )  # fmt: skip


def note_text(one: NumberedFinding, lang: Language) -> str:
    """What a note says: number, severity, message, hint, code, and where it is told of."""
    found = one.found
    told = plain(with_hint(found.said.words(lang), found.said.hint(lang), lang))
    told = said("part.told", severity=said(_GRAVE[found.severity]), told=told).words(lang)
    place = found.place(lang)
    return f"{one.number}  {told} [{found.code}]" + (f"\n{place}" if place else "")


def _corrections(proof: ProofedPage, lang: Language) -> list["PdfNote"]:
    """A note for each mark; of a correction with several `-2` and on behind the name."""
    from layout.pdf.notes import PdfNote

    counts: Counter[int] = Counter()
    out = []
    for mark in proof.facts.corrections:
        counts[mark.number] += 1
        behind = f"-{counts[mark.number]}" if counts[mark.number] > 1 else ""
        out.append(
            PdfNote(
                name=f"banxin-{proof.facts.page.name}-c{mark.number}{behind}",
                subject=said("part.layer-correction").words(lang),
                text=f"{mark.number}  {mark.told or mark.words}",
                color=_rgb(DONE if mark.done else READING),
                place=_place(mark.spots[0]) if mark.spots else None,
            )
        )
    return out


def _sheet(page: Page, items: tuple[Item, ...], sheets: list[Page]) -> int | None:
    """A page of some items alone, added: its number, None where there is nothing to draw."""
    if not items:
        return None
    sheets.append(replace(page, items=items, blocks=(), frames=(), fits=()))
    return len(sheets) - 1


def _banner_words(proof: ProofedPage) -> str:
    """What page the proof is of, and of which reading."""
    page = proof.facts.page
    paper = proof.page.composed.sources.edition.name or ""
    parts = [] if not paper or paper in page.title else [paper]
    parts += [] if page.title == page.name else [page.title]
    if page.name not in page.title or page.title == page.name:
        parts.append(said("part.banner-page", page=page.name).words(proof.facts.lang))
    parts += [one for one in (page.date, proof.reading) if one]
    return said("part.banner-told", of="\u3000".join(parts)).words(proof.facts.lang)


def _listed(proof: ProofedPage, alone: tuple[int, ...]) -> list[str]:
    """The corrections that found no room beside the text, in rows."""
    if not alone:
        return []
    facts, lang = proof.facts, proof.facts.lang
    told = {mark.number: mark.told or mark.words for mark in facts.corrections}
    measure = facts.page.grid.type_area.width
    rows = [said("part.banner-alone").words(lang)]
    for number in alone:
        row = ""
        for char in f"{number}\u3000{facts.letters.drawable(told[number])}":
            if row and facts.letters.width(row + char, LIST_PT) > measure:
                rows.append(row)
                row = "\u3000"
            row += char
        rows.append(row)
    return rows


def _banner(proof: ProofedPage, rows: Sequence[str] = ()) -> Page:
    """校样 and what page it is of, as wide as the page, and `rows` of words under it."""
    page, letters, lang = proof.facts.page, proof.facts.letters, proof.facts.lang
    word, small = said("part.banner-word").words(lang), _banner_words(proof)
    base = BANNER_PT * 0.68
    x = page.grid.type_area.x
    items: list[Item] = [*letters.put(word, (x, base), WORD_PT, READING)]
    x += letters.width(word, WORD_PT) + WORD_PT / 2
    items += letters.put(small, (x, base), SMALL_PT, READING)
    for k, row in enumerate(rows):
        at = (page.grid.type_area.x, BANNER_PT + k * LIST_PITCH_PT + LIST_PT)
        items += letters.put(row, at, LIST_PT, READING)
    whole = Rect(0.0, 0.0, page.width, BANNER_PT + len(rows) * LIST_PITCH_PT)
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
