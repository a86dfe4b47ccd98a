"""A proof as an annotated PDF, from a page with faults, read back by qpdf and pdfium."""

import io

import pikepdf
import pypdfium2 as pdfium
import pytest

from layout.api import Session
from layout.color import BLACK
from layout.display.items import Box
from layout.geometry import Rect
from layout.making.proofset import ProofOptions, proofed
from layout.proof.annotate import AUTHOR, LIST_PITCH_PT, annotated_pdf
from layout.proof.layers.layer import CorrectionMark
from layout.proof.overlay import OVERLAYS
from layout.proof.proofed import ProofedPage
from layout.record import replace
from layout.words.said import LANGUAGES, Language
from tests.conftest import Project


def proof_of(
    project: Project, lang: Language, corrections: tuple[CorrectionMark, ...] = ()
) -> tuple[Session, ProofedPage]:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    session = Session()
    options = ProofOptions(
        lang=lang, dpi=40, full_dpi=40, show=OVERLAYS, without=frozenset({"plates", "html", "full"})
    )
    page = session.page(project.spec)
    proof = proofed(session, page, options)
    return session, replace(proof, facts=replace(proof.facts, corrections=corrections))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_finding_is_a_note_at_its_place(project: Project, lang: Language) -> None:
    session, proof = proof_of(project, lang)
    assert any(one.rect is None for one in proof.facts.findings)
    with pikepdf.open(io.BytesIO(annotated_pdf(session, proof))) as document:
        notes = list(document.pages[0].Annots)
        left, _, _, top = (float(v) for v in document.pages[0].obj.TrimBox)
        assert len(notes) == len(proof.facts.findings) > 1
        for note, one in zip(notes, proof.facts.findings, strict=True):
            assert str(note.T) == AUTHOR
            assert str(note.Subj) == one.found.code
            text = str(note.Contents)
            assert text.startswith(f"{one.number}  ")
            assert one.found.said.words(lang) in text
            if one.rect is None:
                assert note.Subtype == "/Text"
            else:
                box = [float(v) for v in note.Rect]
                assert box[0] <= left + one.rect.x + 0.01
                assert box[2] >= left + one.rect.right - 0.01
                assert box[3] >= top - one.rect.y - 0.01
        assert "/OutputIntents" not in document.Root
        assert str(document.Root.Lang) == {"zh": "zh-CN", "en": "en"}[lang]


def test_it_says_that_it_is_a_proof_and_hides_no_text(project: Project) -> None:
    session, proof = proof_of(project, "zh")
    data = annotated_pdf(session, proof)
    page = pdfium.PdfDocument(data)[0]
    text = page.get_textpage().get_text_bounded()
    assert text.count("校样") == 2
    plain = pdfium.PdfDocument(proof.page.pdf())[0].get_textpage().get_text_bounded()
    whole = "".join(text.split())
    for line in plain.split():
        assert line in whole
    press = proof.page.display
    assert page.get_size()[1] > press.height + 2 * 30
    assert b"PDF/X" not in data


def test_its_layers_are_those_that_have_something(project: Project) -> None:
    mark = CorrectionMark(
        number=1, mark="delete", spots=(Rect(90, 90, 30, 9),), words="", told="删"
    )
    session, proof = proof_of(project, "zh", (mark,))
    with pikepdf.open(io.BytesIO(annotated_pdf(session, proof))) as document:
        told = document.Root.OCProperties
        names = [str(group.Name) for group in told.OCGs]
        assert {"栏格", "基线", "文框", "问题处", "改样", "行号"} <= set(names)
        assert len(names) == len(set(names))
        assert {str(g.Name) for g in told.D.ON} == {"溢文、放不下", "问题处", "改样"}
        last = list(document.pages[0].Annots)[-1]
        assert str(last.Subj) == "改样"
        assert str(last.Contents) == "1  删"


def words_on(data: bytes) -> str:
    return "".join(pdfium.PdfDocument(data)[0].get_textpage().get_text_bounded().split())


def test_it_says_of_which_page_day_and_reading_it_is(project: Project) -> None:
    session, proof = proof_of(project, "zh")
    told = words_on(annotated_pdf(session, replace(proof, reading="二校")))
    display = proof.page.display
    assert told.count("二校") == 2
    assert display.date in told
    assert display.name in display.title or f"第{display.name}版" in told
    assert "城市晚报" in told


def test_words_that_found_no_room_stand_under_the_page(project: Project) -> None:
    """A page with no blank at all: the number is at the words, the correction at the foot."""
    session, proof = proof_of(project, "zh")
    mark = CorrectionMark(
        number=4, mark="replace", spots=(Rect(90, 90, 30, 9),), words="新的字", told="旧字改为新字"
    )
    page = proof.facts.page
    dark = Box(rect=Rect(-9, -9, page.width + 18, page.height + 18), fill=BLACK)
    facts = replace(
        proof.facts, page=replace(page, items=(*page.items, dark)), corrections=(mark,), findings=()
    )
    made = annotated_pdf(session, replace(proof, facts=facts))
    plain = annotated_pdf(session, replace(proof, facts=replace(facts, corrections=())))
    assert "旁边写不下" in words_on(made)
    assert "旧字改为新字" in words_on(made)
    assert "旁边写不下" not in words_on(plain)
    high = [pdfium.PdfDocument(data)[0].get_size()[1] for data in (plain, made)]
    assert high[1] == pytest.approx(high[0] + 2 * LIST_PITCH_PT)


def test_the_same_proof_gives_the_same_bytes(project: Project) -> None:
    session, proof = proof_of(project, "zh")
    assert annotated_pdf(session, proof) == annotated_pdf(session, proof)
