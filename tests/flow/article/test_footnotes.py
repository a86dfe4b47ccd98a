"""Notes at the foot of a column: against what a reader sees of signs, notes and columns."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.color import BLACK
from layout.display.items import Box
from layout.flow.article.story import Around, lay_out, make_story
from layout.flow.lower import lower_line
from layout.flow.placed import Carry, Made, PlacedLine
from layout.flow.type.setter import Setter
from layout.spec.resolve.resolved import RStory
from tests.flow.conftest import ASCENT, BODY, GRID, PITCH, SIZE, block, changed, story
from tests.spec.helpers import where

NOTE_SIZE = 8.0
STYLE = changed(BODY, size=NOTE_SIZE, leading=9.0, name="脚注")
SIGNS = "①②③④⑤⑥⑦⑧⑨"


def noted(text: str, notes: list[str], **more: object) -> RStory:
    source = text + "".join(f"\n\n[^{k}]: {note}" for k, note in enumerate(notes, 1))
    more.setdefault("columns", 2)
    return story(source, note=STYLE, strong=STYLE, emphasis=STYLE, **more)


def made(
    setter: Setter, spec: RStory, *, columns: int = 2, rows: int = 9, carry: Carry | None = None
) -> Made:
    width = 100.0 * columns + 10.0 * (columns - 1)
    asked = block(spec, last=rows, width=width)
    return make_story(setter, asked, spec, GRID, Around(accent=BLACK, carry=carry))


def words(line: PlacedLine) -> str:
    return "".join(run.text for run in lower_line(line))


def columns(found: Made) -> list[tuple[list[PlacedLine], list[PlacedLine]]]:
    """The lines of text and of notes of each column, by where they stand."""
    out: list[tuple[list[PlacedLine], list[PlacedLine]]] = []
    for frame in found.frames:
        own = [
            i for i in found.items
            if isinstance(i, PlacedLine) and frame.rect.x - 1 <= i.x < frame.rect.right
        ]  # fmt: skip
        out.append(([n for n in own if n.body], [n for n in own if "#note" in n.node]))
    return out


def signs_in(lines: list[PlacedLine]) -> list[str]:
    return [c for line in lines for c in words(line) if c in SIGNS]


def assert_in_order(found: Made) -> None:
    """Each column has the notes of its signs, in their order, below its text; nothing meets."""
    missing = {d.said["label"] for d in found.diagnostics if d.said.key == "NOTE.no-room"}
    seen: set[str] = set()
    for text, notes in columns(found):
        here = [s for s in dict.fromkeys(signs_in(text)) if s not in seen]
        seen.update(here)
        wanted = [s for s in here if str(SIGNS.index(s) + 1) not in missing]
        assert signs_in(notes) == wanted
        if not notes:
            continue
        foot = max(n.baseline for n in text) + (1 - ASCENT) * SIZE
        assert notes[0].baseline - ASCENT * NOTE_SIZE >= foot + 0.5 * PITCH - 1e-6
        for one, other in pairwise(notes):
            assert other.baseline - one.baseline == pytest.approx(9.0)
        frame = found.frames[notes[0].column - 1]
        assert notes[-1].baseline <= frame.rect.bottom + 1e-6


def test_a_note_stands_on_the_last_line_of_the_column_of_its_sign(setter: Setter):
    found = made(setter, noted("甲乙丙[^1]丁" + "中" * 100, ["注文"]))
    assert_in_order(found)
    (text, notes), (other, none) = columns(found)
    assert [words(n) for n in notes] == ["①注文"]
    assert not none
    assert notes[0].baseline == pytest.approx(GRID.baseline_of(9))
    assert text[-1].baseline == pytest.approx(GRID.baseline_of(7))
    assert other[0].baseline == pytest.approx(GRID.baseline_of(1))
    (rule,) = [i for i in found.items if isinstance(i, Box)]
    assert text[-1].baseline + (1 - ASCENT) * SIZE < rule.rect.y
    assert rule.rect.bottom < notes[0].baseline - ASCENT * NOTE_SIZE
    assert rule.rect.width == pytest.approx(6 * SIZE)


def test_a_note_of_two_lines_takes_as_many_as_it_needs(setter: Setter):
    found = made(setter, noted("甲[^1]" + "中" * 100, ["注" * 20]))
    assert_in_order(found)
    (text, notes), _ = columns(found)
    assert len(notes) == 2
    assert len(text) == 7


@settings(max_examples=60)
@given(data=st.data())
def test_signs_and_notes_go_together_whatever_the_text(
    setter_of_session: Setter, data: st.DataObject
):
    """Signs anywhere, notes of any length, levelled or not: each note in the column of its sign."""
    count = data.draw(st.integers(1, 4))
    text = ""
    for k in range(1, count + 1):
        text += "中" * data.draw(st.integers(1, 60)) + f"[^{k}]"
        text += data.draw(st.sampled_from(["", "。\n\n"]))
    text += "末" * data.draw(st.integers(1, 60))
    notes = ["注" * data.draw(st.integers(1, 40)) for _ in range(count)]
    spec = noted(text, notes, columns=3, level=data.draw(st.booleans()))
    found = made(setter_of_session, spec, columns=3, rows=data.draw(st.integers(6, 14)))
    if not any(d.code == "OVERSET" for d in found.diagnostics):
        assert_in_order(found)


def test_level_columns_end_level_with_the_notes(setter: Setter):
    found = made(setter, noted("甲[^1]" + "中" * 118, ["注文"], columns=2, level=True), rows=30)
    assert_in_order(found)
    (text, notes), (other, _) = columns(found)
    assert notes[-1].baseline == pytest.approx(other[-1].baseline)
    assert len(text) == len(other) - 2


def test_the_height_that_a_level_text_needs_counts_its_notes(setter: Setter):
    """As many lines of notes as the column has more below its text."""
    from layout.flow.article.story import foot_of

    spec = noted("甲[^1]" + "中" * 38, ["注文"], columns=1, level=True)
    asked = block(spec, last=30, width=100.0)
    laid = lay_out(setter, asked, spec, GRID, Around(accent=BLACK), level=True)
    plain = noted("甲一" + "中" * 38, [], columns=1, level=True)
    other = lay_out(setter, block(plain, last=30, width=100.0), plain, GRID,
                    Around(accent=BLACK), level=True)  # fmt: skip
    assert foot_of(laid, spec, GRID) == pytest.approx(foot_of(other, plain, GRID) + 2 * PITCH)


def test_a_note_without_room_is_told_with_its_lines_and_left_out(setter: Setter):
    found = made(setter, noted("甲[^1]乙" + "中" * 30, ["注" * 200]), rows=6)
    (one,) = [d for d in found.diagnostics if d.code == "NOTE"]
    assert one.severity == "error"
    assert (one.said.key, one.said["label"], one.said["room"]) == ("NOTE.no-room", "1", 5)
    assert one.said["lines"] > 10
    assert where(one) == (3, 1)
    assert not any(notes for _, notes in columns(found))


def test_a_sign_that_goes_to_and_fro_settles_and_is_told(setter: Setter):
    """On the last line of a column: with room for its note it is in the next one."""
    found = made(setter, noted("中" * 85 + "[^1]" + "末" * 20, ["注文"]))
    assert_in_order(found)
    (text, none), (_, notes) = columns(found)
    assert not none
    assert [words(n) for n in notes] == ["①注文"]
    assert len(text) == 7
    (one,) = [d for d in found.diagnostics if d.code == "NOTE"]
    assert (one.said.key, one.said["lines"], one.said["column"]) == ("NOTE.unsettled", 2, 1)


def test_a_text_that_goes_on_elsewhere_has_the_notes_of_its_own_part(setter: Setter):
    spec = noted("甲[^1]" + "中" * 60 + "[^2]" + "末" * 20, ["一注", "二注"], columns=1)
    found = made(setter, spec, columns=1, rows=9, carry=Carry(paragraph=1, offset=30))
    assert [words(n) for _, notes in columns(found) for n in notes] == ["②二注"]


def test_a_character_that_no_face_has_is_told_at_its_place(setter: Setter):
    found = made(setter, noted("甲[^1]乙", ["注\U0001f600文"]))
    (one,) = [d for d in found.diagnostics if d.code == "NO-GLYPH"]
    assert where(one) == (3, 8)


def test_what_is_drawn_at_words_of_a_note_is_drawn(setter: Setter):
    found = made(setter, noted("甲[^1]乙", ["注[文字]{框}"]))
    assert len([i for i in found.items if isinstance(i, Box)]) == 1 + 4


def test_notes_are_written_behind_the_text_but_where_they_share_its_last_baseline(setter: Setter):
    """A note at the left of the last line of text and level with it goes before the text."""
    for count, first in ((100, False), (118, True)):
        text = "甲[^1]" + "中" * count
        found = made(setter, noted(text, ["注文"], level=True), rows=30)
        order = ["#note" in i.node for i in found.items if isinstance(i, PlacedLine)]
        assert order == sorted(order, reverse=first)
        (_, notes), (other, _) = columns(found)
        assert (notes[0].baseline == pytest.approx(other[-1].baseline)) == first


def test_a_rule_between_columns_goes_down_to_the_notes(setter: Setter):
    found = made(setter, noted("甲[^1]" + "中" * 20, ["注文"], rule="thin"), rows=9)
    (between,) = [i for i in found.items if isinstance(i, Box) and i.rect.height > PITCH]
    assert between.rect.bottom == pytest.approx(GRID.baseline_of(9), abs=PITCH)
