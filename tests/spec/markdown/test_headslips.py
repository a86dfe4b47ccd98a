"""What names a style amiss at the head of a paragraph is told, with the row as it is meant."""

import pytest

from layout.diagnostics import Diagnostic, Place
from layout.spec.markdown.headslips import slip
from layout.spec.markdown.story import parse_story
from layout.words.said import said
from tests.spec.helpers import where
from tests.told import assert_told

NAMES = frozenset({"落款", "居中", "敬礼", "楷体", "红"})
CLOSE = said("part.way-close-brace")


def marks(source: str) -> list[Diagnostic]:
    found = parse_story(source.encode(), "s.md", "joined", NAMES).remarks
    return [d for d in found if d.code == "MARKUP"]


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        ("{敬礼 居中 敬礼！", "{敬礼 居中} 敬礼！"),
        ("{敬礼 敬礼", "{敬礼} 敬礼"),
        ("{落款 石塘巷…", "{落款} 石塘巷…"),
        ("{落款、居中　石塘巷", "{落款 居中} 石塘巷"),
        ("{落款", "{落款}"),
        ("{缩1行 石塘", "{缩1行} 石塘"),
        ("｛落款 石塘", "{落款} 石塘"),
        ("｛落款} 石塘", "{落款} 石塘"),
        ("{落款｝ 石塘", "{落款} 石塘"),
        ("{落款）石塘", "{落款} 石塘"),
        ("{落款] 石塘", "{落款} 石塘"),
        ("[落款 居中] 石塘", "{落款 居中} 石塘"),
        ("{落款 石塘[桥]{红}", "{落款} 石塘[桥]{红}"),
    ],
)
def test_a_brace_that_does_not_close_is_told_with_the_row_as_it_is_meant(
    row: str, meant: str
) -> None:
    (one,) = marks(f"甲。\n\n{row}")
    way = said("part.write", text=meant)
    assert_told(one, "MARKUP.mark", {"text": row, "noun": said("part.mark-style"), "way": way})
    assert (one.severity, where(one)) == ("warning", (3, 1))


@pytest.mark.parametrize(
    ("row", "way"),
    [
        ("{落宽 石塘", said("part.did-you-mean", word="落款")),
        ("{石塘巷全体", CLOSE),
        ("{{石塘", CLOSE),
    ],
)
def test_of_a_name_that_is_none_the_nearest_is_told(row: str, way: object) -> None:
    (one,) = marks(row)
    assert_told(one, "MARKUP.mark", {"way": way})


def test_a_fence_of_two_colons_is_told() -> None:
    (one,) = marks("：：楷体\n甲")
    assert_told(one, "MARKUP.mark", {"way": said("part.write", text=":::楷体")})
    assert marks("::甲乙") == []


@pytest.mark.parametrize(
    "row",
    [
        "{落款} 石塘", "\\{落款 石塘", "{甲，乙}丙", "{甲\n乙}", "[落款]{红}桥", "[红](https://a.b)",
        "[甲] 石塘", "：石塘", "石塘{落款",
    ],
)  # fmt: skip
def test_what_is_closed_or_no_name_is_not_told(row: str) -> None:
    assert marks(row) == []


def test_a_closed_brace_is_no_slip() -> None:
    assert slip("{甲}乙", "", NAMES) is None
    assert slip("{甲", "乙}", NAMES) is None
    assert marks("甲\n{落款 乙")[0].where == Place("s.md", 2, 1)
