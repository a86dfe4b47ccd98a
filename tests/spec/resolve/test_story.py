"""What of a story's columns is not stated, and what is."""

import pytest

from layout.spec.resolve.resolved import RStory
from tests.conftest import Project
from tests.spec.conftest import resolved


def story(full: Project, keys: str) -> RStory:
    full.write("lead.md", "正文")
    block = f"{{story: lead.md, at: {{cols: 1-4, lines: 10-20}}, {keys}}}"
    full.write("T1.yaml", f"page: T1\nformat: tabloid\nblocks:\n  - {block}\n")
    (lead,) = resolved(full).blocks
    assert isinstance(lead.content, RStory)
    return lead.content


@pytest.mark.parametrize(
    ("justify", "points"),
    [
        ("{}", (0, 0, 0)),
        ("{justify: {subhead: 6pt}}", (6, 0, 0)),
        ("{justify: {paragraph: 3pt}}", (0, 3, 0)),
        ("{justify: {leading: 1pt}}", (0, 0, 1)),
        ("{justify: {subhead: 6pt, paragraph: 3pt, leading: 1pt}}", (6, 3, 1)),
    ],
)
def test_white_is_added_only_where_it_is_allowed(
    full: Project, justify: str, points: tuple[float, float, float]
) -> None:
    assert story(full, f"columns: {justify}").columns.justify == points


def test_columns_that_are_not_stated(full: Project) -> None:
    """One, a character of the body between two, of no fixed measure."""
    columns = story(full, "columns: {}").columns
    assert (columns.count, columns.gutter, columns.measure) == (1, 9.0, None)
    assert columns == story(full, "body: body").columns
    stated = story(full, "columns: {count: 2, gutter: 12pt, measure: 9zi}").columns
    assert (stated.count, stated.gutter, stated.measure) == (2, 12.0, 81.0)
