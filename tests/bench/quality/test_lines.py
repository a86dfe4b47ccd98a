"""Glyphs fall into lines, columns and paragraphs; what extracts wrongly is counted."""

import pytest

from bench.quality.lines import lines
from bench.quality.read import Glyph, glyphs
from bench.quality.source import Source
from layout.api import Session
from layout.record import replace
from tests.bench.quality.rows import EM, LEFT, PITCH, frame, row


def space(after: Glyph, *, made: bool) -> Glyph:
    return replace(after, text=" ", x=after.x + after.advance, advance=2.0, made=made)


def test_lines_know_their_paragraph_and_place_in_it() -> None:
    rows = [row("一二三", 0), row("四五", 1), row("六", 2)]
    found, wrong = lines([g for r in rows for g in r], Source.of(["一二三四五", "六"]), frame(3))
    assert wrong == 0
    assert [(x.text, x.paragraph, x.first, x.last) for x in found] == [
        ("一二三", 0, True, False), ("四五", 0, False, True), ("六", 1, True, True),
    ]  # fmt: skip


def test_columns_are_told_apart_on_one_baseline() -> None:
    at = frame(3)
    right = [replace(g, x=g.x + at.step) for g in row("四五六", 0)]
    found, _ = lines([*row("一二三", 0), *right], Source.of(["一二三四五六"]), at)
    assert [x.text for x in found] == ["一二三", "四五六"]
    assert [c.x for c in found[1].cells] == pytest.approx([0, 1, 2])


def test_pages_and_a_raised_figure() -> None:
    up = [replace(g, y=g.y - 0.25 * EM) for g in row("2", 0, first=1)]
    over = [replace(g, page=1) for g in row("三", 0)]
    found, _ = lines([*row("一", 0), *up, *over], Source.of(["一2三"]), frame(3))
    assert [x.text for x in found] == ["一2", "三"]


def test_a_mark_in_the_gutter_belongs_to_its_own_column() -> None:
    hung = row("一二三。", 0)
    found, _ = lines([*hung, *row("四", 1)], Source.of(["一二三。四"]), frame(3))
    assert [x.text for x in found] == ["一二三。", "四"]


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [("一二三四五六", "一二三四五六", 0), ("一二四五六七", "一二三四五六七", 1)],
)
def test_wrong_characters(text: str, source: str, wrong: int) -> None:
    assert lines(row(text), Source.of([source]), frame(9))[1] == wrong


def test_spaces_between_words() -> None:
    a, b = row("A", 0)[0], row("B", 0, first=1)[0]
    words, one = Source.of(["A B"]), Source.of(["AB"])
    for made in (True, False):
        assert lines([a, space(a, made=made), b], words, frame(9))[1] == 0
    assert lines([a, b], words, frame(9))[1] == 1  # lost
    assert lines([a, space(a, made=False), b], one, frame(9))[1] == 1  # added
    assert lines([a, space(a, made=True), b], one, frame(9))[1] == 0  # pdfium's guess from a gap
    below = replace(b, x=LEFT, y=b.y + PITCH)
    assert lines([a, below], words, frame(9))[1] == 0  # the line's end is the space


def test_ink_that_overhangs_is_no_advance() -> None:
    session = Session()
    made = session.galley(session.set_text("wKf一", measure=90, indent_em=0, latin_gap_em=0.0))
    w, k, f, han = glyphs(made)
    assert f.ink[1] > f.advance
    assert han.x - f.x == pytest.approx(f.advance, abs=0.002)
    assert k.advance == pytest.approx(0.731 * 9, abs=0.002)
    assert f.advance == pytest.approx(0.388 * 9, abs=0.002)
    assert w.advance == pytest.approx(0.838 * 9, abs=0.002)


def test_a_pdf_is_read_glyph_by_glyph() -> None:
    session = Session()
    made = session.galley(session.set_text("一——“二”𫟼。A", measure=90, indent_em=0))
    found = [g for g in glyphs(made) if not g.text.isspace()]
    assert [g.text for g in found] == ["一", "——", "“", "二", "”", "𫟼", "。", "A"]
    assert found[1].advance == pytest.approx(18, abs=0.01)
    assert found[1].x - found[0].x == pytest.approx(9, abs=0.01)
    opening, closing = found[2], found[4]
    assert opening.ink[0] > 4.5 > closing.ink[1] > closing.ink[0] >= 0
    assert len({g.y for g in found}) == 1
