"""Where corrections are written beside the text: on no type, on no other, with leads that do not
cross."""

import random
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from layout.color import BLACK
from layout.display.items import Box, Frame, GlyphRun, Page, Path
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers.layer import CorrectionMark, ReadingMark
from layout.proof.layers.marking import placing
from layout.proof.layers.marking.blank import BlankRoom
from layout.proof.layers.marking.covering import covering
from layout.proof.layers.marking.label import NUMBER_PT, WORDS_PT, shapes
from layout.proof.layers.marking.leads import Lead, Start, best_leads
from layout.proof.layers.marking.placing import PlacedMark, placed
from layout.proof.layers.marking.signs import LEAD_PT
from layout.proof.marks import READING, Letters, inked
from layout.record import replace
from tests import toypage

CATALOG = Catalog()
LETTERS = Letters(CATALOG)
PITCH = 12.0


def column(left: float, chars: int, lines: int = 30, top: float = 60.0) -> list[GlyphRun]:
    face = CATALOG.face("黑")
    return [
        toypage.run(face, "国" * chars, left, top + PITCH * k + 9) for k in range(lines)
    ]  # fmt: skip


def two_columns() -> Page:
    """Two columns of 12 字 with a gutter of 12 points."""
    page = toypage.page(*column(50, 12), *column(170, 12))
    frames = [
        Frame(node="a.md", rect=Rect(x, 60, 108, 360), order=k, lines=30, room=30)
        for k, x in enumerate((50, 170))
    ]
    return replace(page, frames=tuple(frames))


def spot(line: int, char: int, count: int = 1, left: float = 50) -> Rect:
    return Rect(left + 9 * char, 60 + PITCH * line + 1.1, 9.0 * count, 9.0)


def mark(number: int, kind: ReadingMark, *spots: Rect, words: str = "字") -> CorrectionMark:
    if kind == "insert":
        spots = tuple(Rect(one.x, one.y, 0.0, one.height) for one in spots)
    return CorrectionMark(number=number, mark=kind, spots=spots, words=words)


def lead_of(one: PlacedMark) -> list[Rect]:
    """The pieces of a lead."""
    out = []
    for path in one.lines:
        assert isinstance(path, Path)
        if path.width != LEAD_PT:
            continue
        points = [(points[0], points[1]) for _, points in path.steps]
        out += [
            Rect(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))
            for a, b in pairwise(points)
        ]
    return out


def words_of(one: PlacedMark) -> str:
    runs = [i for i in one.label if isinstance(i, GlyphRun) and i.color == READING]
    return "".join(run.text for run in runs)


def reach(one: PlacedMark) -> Iterator[Rect]:
    yield one.place
    yield from lead_of(one)


def faults(page: Page, made: tuple[PlacedMark, ...]) -> list[str]:
    """What is wrong with labels and leads, by looking at every pair of them."""
    out = []
    words = inked(page.items)
    for one in made:
        for type_ in words:
            if one.place.meets(type_):
                out.append(f"{one.mark.number} on type")
        if not Rect(0, 0, page.width, page.height).holds(one.place):
            out.append(f"{one.mark.number} off the page")
    for one, other in combinations(made, 2):
        pair = f"{one.mark.number} {other.mark.number}"
        if one.place.meets(other.place):
            out.append(f"{pair} labels")
        for a in lead_of(one):
            if a.inset(0, -0.1, 0, -0.1).inset(-0.1, 0, -0.1, 0).meets(other.place):
                out.append(f"{pair} lead and label")
            for b in lead_of(other):
                wide = b.inset(-0.1, -0.1, -0.1, -0.1)
                if a.inset(-0.1, -0.1, -0.1, -0.1).meets(wide):
                    out.append(f"{pair} leads")
    return out


def test_the_new_words_stand_in_the_nearest_gutter_and_a_lead_goes_there() -> None:
    page = two_columns()
    (one,) = placed(page, [mark(3, "replace", spot(5, 10), words="两")], LETTERS)
    assert words_of(one) == "两"
    assert not one.alone
    assert faults(page, (one,)) == []
    assert 158 <= one.place.x < one.place.right <= 170  # the gutter beside it
    lead = lead_of(one)
    assert lead
    ring = spot(5, 10).inset(-1, -3, -1, -3)
    assert any(
        ring.holds(Rect(a.x, a.y, 0, 0)) or ring.holds(Rect(a.right, a.y, 0, 0)) for a in lead
    )
    type_ = inked(page.items)
    assert not any(a.inset(0, -0.1, 0, -0.1).meets(r) for a in lead for r in type_)  # 行间


@pytest.mark.parametrize("seed", range(4))
def test_many_close_to_one_another_are_at_no_odds(seed: int) -> None:
    dice = random.Random(seed)
    page = two_columns()
    kinds: tuple[ReadingMark, ...] = ("replace", "insert", "delete", "query")
    marks: list[CorrectionMark] = []
    taken: set[tuple[int, float]] = set()
    while len(marks) < 12:
        line, char = dice.randint(8, 16), dice.randint(0, 11)
        left = dice.choice((50.0, 170.0))
        if (line, left) in taken:
            continue
        taken.add((line, left))
        words = "新" * dice.randint(1, 4)
        kind = dice.choice(kinds)
        marks.append(mark(len(marks) + 1, kind, spot(line, char, left=left), words=words))
    made = placed(page, marks, LETTERS)
    assert [one.mark for one in made] == marks
    assert faults(page, made) == []
    assert not any(one.alone for one in made)
    for one in made:
        expected = {"delete": "", "query": "？" + one.mark.words}
        assert words_of(one) == expected.get(one.mark.mark, one.mark.words)


def test_a_gutter_no_wider_than_the_body_is_written_in() -> None:
    """9 points between two columns: the words stand one under the other, figures are narrowed."""
    page = toypage.page(*column(50, 12), *column(167, 12))
    frames = [
        Frame(node="a.md", rect=Rect(x, 60, 108, 360), order=k, lines=30, room=30)
        for k, x in enumerate((50, 167))
    ]
    page = replace(page, frames=tuple(frames))
    marks = [
        mark(11 + k, "replace", spot(4 + 6 * k, 9), words="两三" if k else "百") for k in range(4)
    ]
    made = placed(page, marks, LETTERS)
    assert [words_of(one) for one in made] == ["百", "两三", "两三", "两三"]
    for one in made:
        assert 157.5 < one.place.x < one.place.right < 167.5
        assert one.place.width < 9
    ink = [rect.inset(0.3, 0, 0.3, 0) for rect in inked(page.items)]
    assert not any(one.place.meets(rect) for one in made for rect in ink)


def test_in_lines_that_run_down_leads_run_down_between_them() -> None:
    """The page of two columns turned: lines of 12 字 that run down, a gutter of 12 points."""
    face = CATALOG.face("黑")
    size, chars = 9.0, 12
    glyph = toypage.run(face, "国", 0, 0).glyphs[0]
    runs = [
        GlyphRun(
            face=face.key, size=size, x=300 - PITCH * k, y=top + 0.88 * size,
            glyphs=(glyph,) * chars, xs=tuple(size * n for n in range(chars)),
            clusters=tuple(range(chars)), text="国" * chars, width=size * chars,
            vertical=True, ys=(0.0,) * chars,
        )
        for top in (100.0, 220.0) for k in range(20)
    ]  # fmt: skip
    page = toypage.page(*runs)
    kinds: tuple[tuple[ReadingMark, int, int, float], ...] = (
        ("replace", 5, 9, 9.0), ("insert", 7, 10, 0.0), ("delete", 9, 10, 18.0),
    )  # fmt: skip
    given = [
        CorrectionMark(
            number=k + 1, mark=kind, spots=(Rect(295.5 - PITCH * line, 100 + 9 * at, 9, high),),
            words="字", vertical=True,
        )
        for k, (kind, line, at, high) in enumerate(kinds)
    ]  # fmt: skip
    made = placed(page, given, LETTERS)
    type_ = [rect for item in page.items for rect in covering(item)]
    for one in made:
        assert not any(one.place.meets(rect) for rect in type_)
        assert lead_of(one)
        for a in lead_of(one):
            assert not any(a.inset(-0.05, -0.05, -0.05, -0.05).meets(r) for r in type_)
    assert faults(page, made) == []


def test_four_of_one_line_are_told_apart() -> None:
    page = two_columns()
    marks = [mark(k + 1, "replace", spot(9, 3 * k), words="甲乙丙丁"[k]) for k in range(4)]
    made = placed(page, marks, LETTERS)
    assert faults(page, made) == []
    assert [words_of(one) for one in made] == ["甲", "乙", "丙", "丁"]


def full() -> Page:
    """A page of type to its edges, but for a gap as wide as a number."""
    rows = [Box(rect=Rect(0, 12 * k, 900, 12.0), fill=BLACK) for k in range(80)]
    hole = Rect(300, 300, 14, 12)
    return toypage.page(
        *(box for box in rows if not box.rect.meets(hole)),
        Box(rect=Rect(0, 300, 300, 12), fill=BLACK), Box(rect=Rect(314, 300, 600, 12), fill=BLACK),
    )  # fmt: skip


def test_where_there_is_no_room_for_the_words_the_number_stands_alone() -> None:
    one = mark(5, "replace", Rect(280, 303, 9, 9), words="这些字放不进去")
    (made,) = placed(full(), [one], LETTERS)
    assert made.alone
    assert words_of(made) == ""
    assert Rect(300, 300, 14, 12).holds(made.place)
    texts = [i.text for i in made.label if isinstance(i, GlyphRun)]
    assert texts == ["5"]


def test_where_there_is_room_for_nothing_the_number_is_at_the_mark() -> None:
    page = toypage.page(Box(rect=Rect(0, 0, 2000, 2000), fill=BLACK))
    marks = [mark(k, "replace", Rect(280, 200 + 20 * k, 9, 9)) for k in (1, 2)]
    made = placed(page, marks, LETTERS)
    assert [one.alone for one in made] == [True, True]
    for one in made:
        ring = one.mark.spots[0].inset(-20, -20, -20, -20)
        assert ring.holds(one.place)
        assert not one.place.meets(one.mark.spots[0])


def test_a_page_that_is_full_of_marks_is_looked_at_in_so_many_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each looks at no more places than if it were alone, and then at so many further ones."""
    looked: list[int] = []
    led = best_leads

    def counted(starts: list[Start], places: list[Rect], room: BlankRoom) -> list[tuple[Lead, ...]]:
        looked.append(len(places))
        return led(starts, places, room)

    monkeypatch.setattr(placing, "best_leads", counted)
    page = two_columns()
    marks = [
        mark(3 * k + n + 1, "replace", spot(k, 4 * n), words="增补数字")
        for k in range(20) for n in range(3)
    ]  # fmt: skip
    made = placed(page, marks, LETTERS)
    assert any(one.alone for one in made)
    assert faults(page, tuple(one for one in made if not one.alone)) == []
    ways = len(shapes(marks[0], LETTERS)) + 1  # and the number alone
    nearest = ways * 2 * (2 * placing.NEAREST)  # clear of type and close to it
    assert sum(looked) <= len(marks) * (nearest + placing.MOST_FURTHER)


def test_a_stepped_line_needs_no_words_and_is_never_alone() -> None:
    one = replace(
        mark(1, "transpose", spot(5, 2, 4), words="丙丁甲乙"),
        parts=((spot(5, 2, 2),), (), (spot(5, 4, 2),)),
    )
    (made,) = placed(two_columns(), [one], LETTERS)
    assert words_of(made) == ""
    assert not made.alone


def test_what_else_is_drawn_on_the_page_is_not_written_on() -> None:
    page, one = two_columns(), mark(3, "replace", spot(5, 10), words="两")
    (free,) = placed(page, [one], LETTERS)
    (made,) = placed(page, [one], LETTERS, [free.place])
    assert not made.place.meets(free.place)


def test_words_are_as_large_as_can_be_read_on_a_screen() -> None:
    assert min(NUMBER_PT, WORDS_PT) * 96 / 72 >= 11


def test_long_words_are_broken_into_rows_and_none_is_lost() -> None:
    words = "这一句要改的字很多，一行写不下，要分成好几行才写得下，写完才算数。"
    page = two_columns()
    (made,) = placed(page, [mark(1, "replace", spot(2, 0, 12), words=words)], LETTERS)
    assert words_of(made) == words
    assert faults(page, (made,)) == []


def test_a_character_that_cannot_be_drawn_is_written_as_its_number() -> None:
    (made,) = placed(
        two_columns(), [mark(1, "replace", spot(5, 10), words="甲\U0001f600")], LETTERS
    )
    assert words_of(made) == "甲〔U+1F600〕"
    assert LETTERS.drawable("甲乙 ab") == "甲乙 ab"


def test_an_indent_is_not_written_in() -> None:
    """There the words would be taken for the beginning of the line."""
    face = CATALOG.face("黑")
    rows = column(50, 12)
    rows[6] = toypage.run(face, "国" * 10, 68, 60 + PITCH * 6 + 9)
    page = replace(two_columns(), items=(*rows, *column(170, 12)))
    (made,) = placed(page, [mark(1, "replace", spot(5, 1), words="两")], LETTERS)
    assert not made.place.meets(Rect(50, 60 + PITCH * 6, 18, 12))
    assert faults(page, (made,)) == []


def test_a_mark_that_is_not_on_the_page_is_not_drawn() -> None:
    assert placed(two_columns(), [mark(1, "delete")], LETTERS) == ()


@pytest.mark.parametrize("words", ["人名", "人名？", "人名?", "人名？？"])
def test_a_query_has_one_question_mark(words: str) -> None:
    mark = CorrectionMark(
        number=1, mark="query", spots=(Rect(50, 60, 18, 9),), words=words, vertical=False
    )
    assert {"".join(one.rows) for one in shapes(mark, LETTERS)} == {"？人名"}
