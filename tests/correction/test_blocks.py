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


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("桥通了。", (0, False, "", False)),
        ("桥通了。  ", (0, False, "", True)),
        ("**桥通了**", (0, True, "", False)),
        ("# 桥通了", (1, False, "", False)),
        ("### 桥通了 ###", (3, False, "", False)),
        ("### **桥通了**", (3, True, "", False)),
        ("● 桥通了。", (0, False, "●", False)),
        ("- 桥通了。\\", (0, False, "-", True)),
        ("| 摊位 | 数量 |", (0, False, "", False)),
        ("| 摊位 | 数量 |  ", (0, False, "", True)),
        ("![桥](a.png)", (0, False, "", False)),
    ],
)
@pytest.mark.parametrize("blanks", [0, 1, 3])
def test_what_marks_a_line_is_read_apart_from_its_words(
    line: str, marks: tuple[int, bool, str, bool], blanks: int
) -> None:
    """Its size as a heading, whether it is bold as a whole, the sign of an item, whether a break by
    hand ends it, and the empty lines before it; a row of a table has none of the first three."""
    blank = "\n" * blanks
    (_, block) = read_blocks(f"早市。\n{blank}{line}\n")
    assert (block.level, block.bold, block.bullet, block.hard) == marks
    assert block.blanks == blanks
