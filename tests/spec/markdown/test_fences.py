"""The head of a story between rows that are no fences is told, and never set."""

import pytest

from layout.diagnostics import Diagnostic, StopError
from layout.spec.markdown.story import parse_story
from tests.spec.helpers import where


def found(source: str) -> list[Diagnostic]:
    try:
        remarks = parse_story(source.encode(), "s.md", "joined").remarks
    except StopError as stop:
        return [*stop.diagnostics]
    return [d for d in remarks if d.code == "FRONT-MATTER"]


@pytest.mark.parametrize(
    "fence", ["——", "———", "－－－", "--", "----", "–––", "—", "===", "***", "___", " ---", "-－-"]
)
@pytest.mark.parametrize("key", ["title: 甲", "kicker：甲", "标题：甲"])
def test_a_head_between_other_rows_is_an_error(fence: str, key: str) -> None:
    (one,) = found(f"\n{fence}\n{key}\n{fence}\n\n乙")
    assert (one.said.key, one.severity) == ("FRONT-MATTER.fence", "error")
    assert (one.said["text"], where(one)[0]) == (fence.strip(), 2)


def test_the_row_that_was_meant_to_close_a_head_is_told() -> None:
    (one,) = found("---\ntitle: 甲\n———\n\n乙")
    assert (one.said.key, where(one)) == ("FRONT-MATTER.fence", (3, 1))
    (one,) = found("---\ntitle: 甲\n\n乙")
    assert (one.said.key, where(one)) == ("FRONT-MATTER.not-closed", (1, 1))


def test_keys_of_a_head_without_fences_are_told() -> None:
    (one,) = found("title: 甲\nkicker: 乙\n\n丙")
    assert (one.said.key, one.severity) == ("FRONT-MATTER.no-fence", "warning")
    assert where(one) == (1, 1)


@pytest.mark.parametrize(
    "source", ["——甲\n乙", "——\n\n甲说：乙", "Word: 甲", "题目：甲\n\n乙", "…\n甲"]
)
def test_words_are_no_head(source: str) -> None:
    assert found(source) == []
