"""A composed page as the checks see it: to which blocks what composing has told belongs, and where
the outlines are that text runs round."""

from layout.check.makeup.gather import gather
from layout.display.items import Picture
from layout.pipeline import compose_page
from layout.workshop import Workshop
from tests.conftest import Project
from tests.typed import near, those_of

PAGE = """\
page: T1
format: tabloid
header:
  folio: {folio}
  left: ["{{year}}年"]
blocks:
  - id: above
    text: {{text: 一行大字}}
    at: {{cols: 1-6, lines: 5-9}}
  - id: high
    text: {text}
    at: {{cols: 1-3, lines: 10-12}}
  - id: lead
    story: stories/one.md
    at: {{cols: 1-6, lines: 14-60}}
    headline: {{lines: 6, size: 22pt}}
  - id: below
    text: {{text: 另一行大字}}
    at: {{cols: 1-6, lines: 62-69}}
"""
HIGH = "[{text: 大字大字, style: main}, {text: 大字, style: main}]"
WIDE = "{text: 大字大字大字大字大字大字大字大字, style: main, fit: fixed}"
SMALL = "{text: 小字}"


def faults(project: Project, text: str = SMALL, folio: str = "A1") -> frozenset[str]:
    project.write("T1.yaml", PAGE.format(text=text, folio=folio))
    return gather(compose_page(project.spec, Workshop())).faults


def test_a_page_that_fits_has_no_block_in_fault(project: Project) -> None:
    assert faults(project) == frozenset()


def test_type_that_is_told_at_its_block_is_that_blocks(project: Project) -> None:
    """The place is where the block itself begins, not the end of the one above."""
    assert faults(project, HIGH) == {"high"}


def test_type_that_is_told_in_a_story_is_its_blocks(project: Project) -> None:
    long = "老厂房里长出新园区" * 12
    project.change("stories/one.md", "老厂房里 | 长出新园区", long)
    assert faults(project) == {"lead"}
    assert faults(project, HIGH) == {"high", "lead"}


def test_the_outline_that_text_runs_round_lies_on_its_picture(project: Project) -> None:
    """A quarter and a half of its width from the left, a tenth and six of its height from the top;
    a picture without one has none."""
    project.write(
        "T1.yaml",
        """\
page: T1
format: tabloid
blocks:
  - {id: whole, picture: assets/park.jpg, fit: cover, at: {cols: 1-2, lines: 1-9}}
  - id: cut
    picture: assets/park.jpg
    fit: cover
    at: {cols: 3-6, lines: 11-30}
    wrap: {shape: polygon, standoff: 0pt, points: [[0.25, 0.1], [0.5, 0.1], [0.5, 0.6]]}
""",
    )
    subject = gather(compose_page(project.spec, Workshop()))
    r = those_of(Picture, subject.page.items)[1].rect
    ((left, top), *others), *rest = subject.wrapped.values()
    assert (list(subject.wrapped), rest) == (["cut"], [])
    assert (left, top) == near((r.x + r.width / 4, r.y + r.height / 10))
    assert others == [
        near((r.x + r.width / 2, r.y + r.height / 10)),
        near((r.x + r.width / 2, r.bottom - 0.4 * r.height)),
    ]
