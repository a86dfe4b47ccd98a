"""The marks of corrections on a page."""

import pytest

from layout.color import BLACK
from layout.diagnostics import warning
from layout.display.items import Box, GlyphRun, Path
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers import corrections, findings
from layout.proof.layers.layer import CorrectionMark, NumberedFinding, ProofFacts, ReadingMark
from layout.proof.marks import DONE, READING, Letters
from layout.record import replace
from tests import toypage

SPOT = Rect(100, 100, 27, 9)
MARKS: tuple[ReadingMark, ...] = (
    "delete", "replace", "insert", "transpose", "query", "join", "break",
)  # fmt: skip
WRITTEN = {"replace": "字", "insert": "字", "query": "？字", "join": "字", "break": "字"}


def facts(*marks: CorrectionMark, found: tuple[NumberedFinding, ...] = ()) -> ProofFacts:
    return ProofFacts(
        page=toypage.page(), letters=Letters(Catalog()), lang="zh", corrections=marks,
        findings=found,
    )  # fmt: skip


def mark(kind: ReadingMark, *spots: Rect, vertical: bool = False) -> CorrectionMark:
    halves = Rect(100, 100, 9, 9), Rect(109, 100, 18, 9)
    if vertical:
        halves = Rect(100, 100, 27, 3), Rect(100, 103, 27, 6)
    parts = ((halves[0],), (), (halves[1],)) if kind == "transpose" else ()
    return CorrectionMark(
        number=7, mark=kind, spots=spots, words="字", vertical=vertical, parts=parts
    )


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize("vertical", [False, True])
def test_each_mark_is_at_its_words_with_its_number_and_what_is_to_stand_there(
    kind: ReadingMark, *, vertical: bool
) -> None:
    made = corrections.layer(facts(mark(kind, SPOT, vertical=vertical)))
    runs = [i for label in made.labels for i in label.items if isinstance(i, GlyphRun)]
    assert runs[0].text == "7"
    assert "".join(run.text for run in runs[1:]) == WRITTEN.get(kind, "")
    assert all(run.color == READING for run in runs[1:])
    for run in runs:
        assert not SPOT.holds(Rect(run.x, run.y, 0, 0))
    paths = [i for i in made.marks if isinstance(i, Path)]
    assert paths
    assert all(path.color == READING for path in paths)
    near = SPOT.inset(-30, -30, -30, -30)
    assert all(near.holds(path.bounds()) for path in paths)


def test_the_marks_look_otherwise() -> None:
    made = [str(corrections.layer(facts(mark(kind, SPOT)))) for kind in MARKS]
    assert len(set(made)) == len(MARKS)


def test_words_over_two_lines_have_a_mark_in_each_and_one_number() -> None:
    one = corrections.layer(facts(mark("replace", SPOT)))
    two = corrections.layer(facts(mark("replace", SPOT, Rect(50, 112, 18, 9))))
    assert len(two.marks) > len(one.marks)
    assert len(two.labels) == 1


def test_one_that_is_done_has_a_quiet_mark_with_its_number() -> None:
    done = replace(mark("replace", SPOT), done=True, words="")
    made = corrections.layer(facts(done))
    assert all(isinstance(i, Path) and i.color == DONE for i in made.marks)
    (label,) = made.labels
    (run,) = (i for i in label.items if isinstance(i, GlyphRun))
    assert (run.text, run.color) == ("7", DONE)
    assert corrections.written_layer(facts(done)).alone == ()


@pytest.mark.parametrize("kind", MARKS)
def test_what_is_done_takes_no_place_of_what_is_asked(kind: ReadingMark) -> None:
    asked = mark(kind, SPOT)
    beside = Rect(SPOT.right, SPOT.y, 9, 9)
    done = replace(mark("replace", beside), number=3, done=True)
    alone, both = (corrections.layer(facts(*given)) for given in ((asked,), (done, asked)))
    assert set(alone.items) <= set(both.items)


def test_one_that_is_done_where_there_is_no_room_covers_no_words() -> None:
    done = replace(mark("replace", SPOT), done=True)
    page = toypage.page(Box(rect=Rect(0, 0, 2000, 2000), fill=BLACK))
    made = corrections.layer(replace(facts(done), page=page))
    assert made.labels == ()
    assert made.marks


def test_one_that_is_not_on_the_page_is_not_drawn() -> None:
    assert corrections.layer(facts(mark("delete"))).items == ()


def test_no_label_covers_the_number_of_a_finding() -> None:
    told = warning("STANDS-IN.words", block="a")
    found = tuple(
        NumberedFinding(number=k, found=told, rect=Rect(100, 100 + 3 * k, 20, 9)) for k in range(5)
    )
    given = facts(mark("replace", SPOT), found=found)
    tags = findings.tags(given)
    assert len(tags) == 5
    (label,) = corrections.layer(given).labels
    for run in (i for i in label.items if isinstance(i, GlyphRun)):
        middle = Rect(run.x + run.width / 2, run.y - run.size / 3, 0, 0)
        assert not any(tag.holds(middle) for tag in tags)


def test_what_found_no_room_is_said() -> None:
    assert corrections.written_layer(facts(mark("replace", SPOT))).alone == ()
