"""A composed page as the checks see it: to which blocks what composing has told belongs."""

from layout.check.makeup.gather import gather
from layout.pipeline import compose_page
from layout.workshop import Workshop
from tests.conftest import Project

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
