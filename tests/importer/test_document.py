"""The repaired text of a whole source: what is put at a seam and what goes there."""

import pytest

from layout.correction.repair import read_passages
from layout.importer.document import repair_document

HEAD = "题目\n\n他说的是一种新的标准，"


def repaired(source: str) -> str:
    return repair_document(source, read_passages(source)).repair.text


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("用的词是inter-", "national，很长。", "用的词是international，很长。"),
        ("用的词是well-", "known，很短。", "用的词是well-known，很短。"),
        ("大家一起把它", "写了下来。", "大家一起把它写了下来。"),
        ("说的是open", "source，两个词。", "说的是open source，两个词。"),
    ],
)
def test_a_word_that_a_row_cut_in_two_is_one_word_in_the_text(
    first: str, second: str, whole: str
) -> None:
    """The hyphen of a row's end goes, that of a compound stays, and no letter goes with it."""
    assert repaired(f"# {HEAD}{first}\n{second}\n") == f"{HEAD}{whole}\n"


def test_the_hyphen_that_went_is_logged_where_it_stood() -> None:
    source = f"# {HEAD}用的词是inter-\nnational，很长。\n"
    made = repair_document(source, read_passages(source)).repair.edits
    at = source.index("-")
    assert [(e.rule, e.start, e.before, e.after) for e in made] == [
        ("M1.heading", 0, "# ", ""),
        ("J4.hyphen", at, "-", ""),
        ("J4.hyphen", at + 1, "\n", ""),
    ]


@pytest.mark.parametrize("dash", ["—", "——", "--", "一一", "⸺", "———"])
def test_a_subtitle_opens_with_a_dash_of_two_ems_which_is_logged_where_it_was_another(
    dash: str,
) -> None:
    source = f"# 题目\n\n## {dash}河边的早市\n\n他说的是一种新的标准。\n"
    made = repair_document(source, read_passages(source)).repair
    assert made.text == "题目\n\n——河边的早市\n\n他说的是一种新的标准。\n"
    changed = [(e.rule, e.before, e.after) for e in made.edits if e.rule != "M1.heading"]
    assert changed == ([] if dash == "——" else [("D2.subtitle", dash, "——")])
