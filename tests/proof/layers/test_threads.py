"""How the columns of a story follow one another."""

from itertools import pairwise

from layout.api import Session
from layout.display.items import BlockPlace, Frame, GlyphRun, Path, StoryFit
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.facts import proof_facts
from layout.proof.layers import threads
from layout.proof.layers.layer import ProofFacts
from layout.proof.marks import Letters
from layout.record import replace
from tests import toypage
from tests.conftest import Project


def arrows(items: tuple[object, ...]) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    """From where to where each one goes."""
    lines = [i for i in items if isinstance(i, Path) and not i.filled]
    heads = [i for i in items if isinstance(i, Path) and i.filled]
    return [(line.steps[0][1], head.steps[0][1]) for line, head in zip(lines, heads, strict=True)]


def test_an_arrow_goes_from_each_column_to_the_next_of_its_story(project: Project) -> None:
    page = Session().page(project.spec)
    frames = page.display.frames
    found = arrows(threads.layer(proof_facts(page, "zh")).over)
    pairs = [(a, b) for a, b in pairwise(frames) if a.node == b.node]
    assert pairs
    assert len(found) == len(pairs)
    for (start, end), (a, b) in zip(found, pairs, strict=True):
        assert a.rect.x < start[0] <= a.rect.right
        assert a.rect.y < start[1] <= a.rect.bottom
        assert b.rect.x <= end[0] < b.rect.right
        assert b.rect.y <= end[1] < b.rect.bottom


def test_a_jump_is_told_where_the_text_leaves_and_where_it_comes_in() -> None:
    rect = Rect(60, 90, 100, 200)
    frame = Frame(node="s.md", rect=rect, order=1, lines=9, room=9, block="s")
    fit = StoryFit(
        block="s", node="s.md", columns=1, lines=9, room=9, characters=90, over_lines=0,
        over_characters=0, per_line=11.0, jumps="B3",
    )  # fmt: skip
    page = replace(
        toypage.page(), frames=(frame,), fits=(fit,),
        blocks=(BlockPlace(id="s", kind="story", rect=rect, node="s.md"),),
    )  # fmt: skip
    facts = ProofFacts(page=page, letters=Letters(Catalog()), lang="zh", comes_from={"s": "A1"})
    texts = [i.text for i in threads.layer(facts).over if isinstance(i, GlyphRun)]
    assert "".join(texts) == "转B3接A1"


def test_columns_that_are_one_place_have_no_arrow() -> None:
    frame = Frame(node="s.md", rect=Rect(60, 90, 100, 8), order=1, lines=1, room=1, block="s")
    page = replace(
        toypage.page(), frames=(frame, replace(frame, order=2, rect=Rect(152, 90, 9, 8)))
    )
    facts = ProofFacts(page=page, letters=Letters(Catalog()), lang="en")
    assert threads.layer(facts).over == ()
