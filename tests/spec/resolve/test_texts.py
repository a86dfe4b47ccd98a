"""Texts of the display type: the halves of a couplet, soft marks, parts of a line."""

import pytest

from layout.spec.resolve.texts import couplet, soft


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
