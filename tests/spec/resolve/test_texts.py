"""Texts of the display type: the halves of a couplet, soft marks, parts of a line."""

import pytest

from layout.diagnostics import Place
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import couplet, parted, soft


@pytest.mark.parametrize(
    ("text", "parts", "kept"),
    [
        ("上句 | 下句", ["上句", "下句"], ["上句", "下句"]),
        ("上句 | 下 |? 句", ["上句", "下句"], ["上句", "下\u200b句"]),
        ("一句", ["一句"], ["一句"]),
        ("", [], []),
    ],
)
def test_a_couplet_parts_and_a_soft_mark_only_says_where(
    text: str, parts: list[str], kept: list[str]
) -> None:
    """A mark of where a line may end is kept only where lines are balanced."""
    assert couplet(text) == parts
    assert couplet(text, keep=True) == kept
    assert soft("下 |? 句", keep=False) == "下句"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲**乙 | 丙**丁", [("甲乙", [(1, 2)]), ("丙丁", [(0, 1)])]),
        (" | 甲 |? 乙", [("甲\u200b乙", [])]),
        ("[甲 | 乙]{红}", [("甲", [(0, 1)]), ("乙", [(0, 1)])]),
        ("", []),
    ],
)
def test_the_parts_of_a_couplet_with_their_marks(
    text: str, parts: list[tuple[str, list[tuple[int, int]]]]
) -> None:
    styles = Styles((), body_size=9.0, pitch=12.0, faults=[])
    made = parted(text, styles.get("title"), Place("s.md"), styles, keep=True)
    assert [(p.text, [(r.start, r.end) for r in p.runs]) for p in made] == parts
