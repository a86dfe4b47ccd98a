"""The styles that a story's paragraphs name, laid over that of its text."""

import pytest

from layout.api import Session
from layout.record import fields
from layout.spec.resolve.defaults import PARAGRAPHS, TextStyle
from layout.spec.resolve.resolved import RStory
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import faults_of, where

PAGE = """\
page: T1
format: tabloid
blocks:
  - {{story: lead.md, at: {{cols: 1-4, lines: 10-20}}, body: {body}}}
styles: styles.yaml
"""


def styles(full: Project, text: str, sheet: str = "{}", body: str = "body") -> list[TextStyle]:
    full.write("lead.md", text)
    full.write("styles.yaml", f"styles: {sheet}\n")
    full.write("T1.yaml", PAGE.format(body=body))
    (lead,) = resolved(full).blocks
    assert isinstance(lead.content, RStory)
    return [lead.content.style_of(p) for p in lead.content.story.paragraphs]


@pytest.mark.parametrize("name", sorted(PARAGRAPHS))
def test_each_built_in_style_changes_only_what_it_says(full: Project, name: str) -> None:
    plain, styled = styles(full, f"甲\n\n{{{name}}} 乙")
    for field in fields(TextStyle):
        if field.name != "name":
            expected = PARAGRAPHS[name].get(field.name, getattr(plain, field.name))
            assert getattr(styled, field.name) == expected, field.name


def test_only_verse_stands_in_white_unless_a_sheet_says_so(full: Project) -> None:
    """A signature, its date and a question follow on the next line of the grid."""
    text = "甲\n\n{问} 乙\n\n| 丙\n| 丁\n\n{落款} 戊\n\n{日期} 己"
    made = [(s.before, s.after) for s in styles(full, text)]
    assert made == [(0, 0), (0, 0), (1, 1), (1, 1), (0, 0), (0, 0)]


def test_a_style_takes_the_rest_from_the_text_around_it(full: Project) -> None:
    """In a story of another body too: its face and size are those of the words around."""
    plain, styled = styles(full, "甲\n\n{落款} 乙", body="brief")
    assert (plain.face, plain.size, plain.leading) == ("楷", 12.0, 19.0)
    assert (styled.face, styled.size, styled.leading) == ("楷", 12.0, 19.0)
    assert (styled.align, styled.right_em, styled.indent_em) == ("right", 2.0, 0.0)


def test_no_indent_is_said_though_the_sheets_body_has_none(full: Project) -> None:
    sheet = "{body: {indent: 0}, in: {indent: 2zi}}"
    plain, flush = styles(full, "甲\n\n{顶格} 乙", sheet, body="in")
    assert (plain.indent_em, flush.indent_em) == (2.0, 0.0)


def test_a_sheet_changes_a_built_in_style_and_adds_its_own(full: Project) -> None:
    sheet = (
        "{落款: {right: 4zi, face: 黑}, 函: {like: 落款, before: 2, after: 1},"
        " 小: {size: 8pt, left: 2zi, hang: 1zi, with_next: true, lead_in: 楷}}"
    )
    one, two, three = styles(full, "{落款} 甲\n\n{函} 乙\n\n{小} 丙", sheet)
    assert (one.face, one.right_em, one.align) == ("黑", 4.0, "right")
    assert (two.face, two.right_em, two.align, two.before, two.after) == ("黑", 4.0, "right", 2, 1)
    assert (three.size, three.left_em, three.hang_em, three.with_next) == (8.0, 2.0, 1.0, True)
    assert (three.lead_in, three.face) == ("楷", "报宋")


def test_a_size_counts_beside_that_of_the_body(full: Project) -> None:
    (styled,) = styles(full, "{小} 甲", "{小: {size: 6pt}}", body="brief")
    assert styled.size == 8.0


def test_a_later_name_is_laid_over_an_earlier_one(full: Project) -> None:
    one, two = styles(full, "{居中 楷体 落款} 甲\n\n{落款 居中} 乙")
    assert (one.face, one.align, one.right_em) == ("楷", "right", 2.0)
    assert (two.align, two.right_em) == ("center", 2.0)


@pytest.mark.parametrize(
    ("text", "name", "hint", "at"),
    [
        ("甲\n\n{落欵} 乙", "落欵", "落款", (3, 2)),
        ("{楷体 居中央} 乙", "居中央", "居中", (1, 5)),
        (":::楷\n乙\n:::", "楷", "楷体", (1, 4)),
        ("{函} 乙\n\n{函} 丙", "函", "styles: ", (1, 2)),
    ],
)
def test_a_style_there_is_not_is_told_once(
    full: Project, text: str, name: str, hint: str, at: tuple[int, int]
) -> None:
    (found,) = faults_of(styles, full, text)
    assert (found.code, found.severity) == ("UNKNOWN-STYLE", "error")
    assert where(found) == at
    assert f'"{name}"' in str(found)
    assert hint in str(found)


def test_limits_of_the_keys_of_a_paragraph(full: Project) -> None:
    sheet = "{函: {left: 51em, before: 21}}"
    found = faults_of(styles, full, "{函} 甲", sheet)
    assert all("函" in str(d) or "before" in str(d) for d in found)


def remarks(full: Project, text: str, sheet: str) -> list[tuple[str, tuple[int, int]]]:
    full.write("lead.md", text)
    full.write("styles.yaml", f"styles: {sheet}\n")
    full.write("T1.yaml", PAGE.format(body="body"))
    found = Session().page(full.root / "T1.yaml").diagnostics
    return [(f"{d.code}.{d.sub}", where(d)) for d in found if d.code.startswith("STYLE-")]


def test_what_lines_of_the_story_cannot_hold_is_told_once(full: Project) -> None:
    text = "甲\n\n{函} 乙\n\n{函} 丙\n\n{brief} 丁\n\n{小} 戊"
    sheet = "{函: {size: 14pt}, 小: {size: 8pt, leading: 1lines}}"
    assert remarks(full, text, sheet) == [
        ("STYLE-LIMIT.lines", (3, 2)), ("STYLE-IDLE.leading", (7, 2)),
        ("STYLE-LIMIT.lines", (7, 2)),
    ]  # fmt: skip


def test_a_flattened_style_is_as_high_as_it_says_beside_the_text_around_it(full: Project) -> None:
    sheet = "{扁: {v_scale: 80}, 小扁: {size: 6pt, v_scale: 80}, 长: {h_scale: 90}}"
    plain, flat, small, long = styles(full, "甲\n\n{扁} 乙\n\n{小扁} 丙\n\n{长} 丁", sheet)
    made = [(s.size, s.h_scale, s.written) for s in (plain, flat, small, long)]
    shapes = [(9.0, 1.0, 9.0), (7.2, 1.25, 9.0), (4.8, 1.25, 6.0), (9.0, 0.9, 9.0)]
    assert made == [pytest.approx(shape) for shape in shapes]
