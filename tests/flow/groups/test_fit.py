"""`fit:` moves what it may, the least that fills the place, and tells each value it moved."""

import pytest

from layout.api import ComposedPage, Session
from layout.flow.groups.fit import PICTURE_COST, _options
from layout.spec.reader.kinds import Span
from layout.spec.resolve.resolved import RFit
from tests.conftest import SENTENCE, Project
from tests.flow.conftest import HERE, block
from tests.told import assert_told

HEAD = "page: F1\nformat: tabloid\ndate: 2024-05-06\nblocks:\n"


def page(project: Project, blocks: str, *sets: str) -> ComposedPage:
    return Session().page(project.write("F1.yaml", HEAD + blocks), overrides=sets)


def told(made: ComposedPage) -> list[str]:
    return [d.message for d in made.diagnostics if d.code == "FITTED"]


PILE = """\
- id: pile
  stack:
    - {id: top, picture: assets/park.jpg, lines: 12, fit: {lines: 6-30}}
    - {id: lead, story: stories/one.md, columns: 2, headline: {lines: 6, size: 18pt},
       fit: {headline: 5-8}}
  at: {cols: 1-3, lines: 1-60}
"""


def test_a_picture_moves_before_a_headline_and_the_place_is_full(project: Project) -> None:
    made = page(project, PILE)
    assert not [d for d in made.diagnostics if d.code in ("PLACING", "FIT", "OVERSET", "UNDERSET")]
    (message,) = told(made)
    assert message.startswith('"top": ')
    assert "instead of 12" in message
    rects = {b.id: b.rect for b in made.display.blocks}
    assert rects["lead"].bottom == pytest.approx(rects["pile"].bottom)


def test_nothing_moves_where_all_fits_as_it_stands(project: Project) -> None:
    lines = int(told(page(project, PILE))[0].split()[1])
    made = page(project, PILE, f"blocks.top.lines={lines}")
    assert told(made) == []
    assert made.good


def test_no_way_is_an_error_with_the_nearest(project: Project) -> None:
    made = page(project, PILE, "blocks.top.fit.lines=6-7")
    (fault,) = [d for d in made.diagnostics if d.code == "FIT"]
    assert fault.severity == "error"
    assert_told(fault, "FIT.unsolved", {"group": "pile", "lines": 60})
    assert fault.said["nearest"].key == "part.fit-nearest"
    assert made.drawable  # the editor sees the page as it stands


LONE = """\
- id: lone
  story: stories/one.md
  columns: 2
  headline: {lines: 6, size: 18pt}
  fit: {headline: 4-12}
  at: {cols: 1-3, lines: 1-40}
"""


def filled(made: ComposedPage) -> int:
    (fit,) = made.display.fits
    assert fit.over_lines == 0
    return fit.room - fit.lines


def test_a_story_whose_place_is_stated_fills_it(project: Project) -> None:
    """Its headline takes what the text leaves: as many lines more as the place is deeper."""
    headlines = []
    for last in (36, 37, 38):
        made = page(project, LONE, f"blocks.lone.at.lines=1-{last}")
        assert "FIT" not in [d.code for d in made.diagnostics]
        assert filled(made) < 2
        headlines.append(next(iter(told(made)), "6"))
    numbers = [int(m.split("headline ")[1].split()[0]) if "headline" in m else 6 for m in headlines]
    assert numbers[1] == numbers[0] + 1
    assert numbers[2] == numbers[0] + 2


def test_the_leading_moves_last_and_within_its_limits(project: Project) -> None:
    body = "\n\n".join([SENTENCE * 3] * 6)
    project.write("stories/one.md", f"---\ntitle: 题\n---\n\n{body}\n")
    depths = {}
    for last in range(20, 34):
        made = page(
            project, LONE.replace("fit: {headline: 4-12}", "fit: {leading: [10.8pt, 12.4pt]}"),
            f"blocks.lone.at.lines=1-{last}",
        )  # fmt: skip
        if not [d for d in made.diagnostics if d.code == "FIT"]:
            depths[last] = told(made)
            assert filled(made) < 2
    assert len(depths) > 1
    assert any("leading" in message for said in depths.values() for message in said)


def test_a_block_with_nothing_to_move_is_told(project: Project) -> None:
    made = page(project, "- {rule: thin, fit: {lines: 2-3}, at: {cols: 1, lines: 1-2}}\n")
    (fault,) = [d for d in made.diagnostics if d.code == "FIT"]
    assert fault.said.key == "FIT.fixed"


def test_a_headline_that_no_lines_hold_stands_as_it_is_and_is_told(project: Project) -> None:
    row = PILE.replace("    - {id: lead,", "    - row:\n      - {id: lead,").replace(
        "       fit: {headline: 5-8}}", "         fit: {headline: 2-3}}"
    )
    made = page(project, row, "blocks.lead.headline.size=60pt")
    assert [d.code for d in made.diagnostics if d.severity == "error"]
    assert made.drawable


@pytest.mark.parametrize(
    ("stated", "preferred"),
    [
        (6, 6),  # as it is stated
        (None, 7),  # as it needs
        (3, 5),  # within its limits
        (99, 8),
    ],
)
def test_a_block_would_best_be_as_high_as_is_stated_or_as_it_needs(
    stated: int | None, preferred: int
) -> None:
    """Each line more or less costs; all heights within the limits are there."""
    lines = RFit(place=HERE, lines=Span(5, 8))
    found = list(
        _options(block(None, lines=stated, fit=lines), 20, lambda _: (7, None), lambda _: True)
    )
    assert sorted(o.height for o in found) == [5, 6, 7, 8]
    assert found[0].height == preferred
    assert all(o.cost == PICTURE_COST * abs(o.height - preferred) for o in found)
