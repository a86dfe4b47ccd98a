"""The lines of a source: what each holds, and what stood around it."""

import pytest

from layout.correction.blocks import read_blocks


@pytest.mark.parametrize("white", ["", "\u3000", "\u3000\u3000", "    ", " \u3000\u3000"])
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("桥通了。", "text"),
        ("## 桥通了", "heading"),
        ("● 桥通了。", "item"),
        ("| 摊位 | 数量 |", "table"),
        ("<table><tr><td>鱼</td></tr></table>", "table"),
        ("![桥](a.png)", "image"),
    ],
)
def test_a_line_is_indented_as_a_paragraph_is_typed_whatever_it_holds(
    line: str, kind: str, white: str
) -> None:
    """By two ideographic spaces: one is a space that somebody typed, four others are Markdown's."""
    (block,) = read_blocks(f"{white}{line}\n")
    assert (block.kind, block.indented) == (kind, "\u3000\u3000" in white)
