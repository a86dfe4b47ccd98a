"""Numbers that Word prints before paragraphs: their shapes, and how lists count."""

from xml.etree.ElementTree import fromstring

import pytest

from layout.importer.word.numbering import Numbering, counted, numeral
from tests.worddocs import NAMES


@pytest.mark.parametrize(
    ("n", "shape", "printed"),
    [
        (3, "decimal", "3"), (3, "chineseCounting", "三"), (12, "japaneseCounting", "十二"),
        (20, "chineseCountingThousand", "二十"), (103, "chineseCounting", "一百〇三"),
        (1010, "chineseCounting", "一千〇一十"), (12, "chineseLegalSimplified", "壹拾贰"),
        (7, "decimalEnclosedCircleChinese", "⑦"), (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"), (11, "ideographTraditional", "11"),
        (3, "ideographZodiac", "寅"), (2, "upperLetter", "B"), (27, "lowerLetter", "aa"),
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (5, "decimalZero", "05"),
        (12, "decimalFullWidth", "１２"), (105, "chineseDigital", "一〇五"), (8, "hebrew1", "8"),
        (0, "upperLetter", "0"), (5, "none", ""),
    ],
)  # fmt: skip
def test_shapes(n: int, shape: str, printed: str) -> None:
    assert numeral(n, shape) == printed


def test_counting_is_unique_and_reads_back() -> None:
    seen = [counted(n) for n in range(1, 10000)]
    assert len(set(seen)) == len(seen)
    units = {"十": 10, "百": 100, "千": 1000}
    for n, text in enumerate(seen, 1):
        worth, figure = 0, 0
        for char in text:
            if char in units:
                worth += (figure or 1) * units[char]
                figure = 0
            else:
                figure = "〇一二三四五六七八九".index(char)
        assert worth + figure == n, text


def level(n: int, shape: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> Numbering:
    return Numbering(
        fromstring(
            f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{"".join(levels)}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{more}</w:num></w:numbering>'
        )
    )


def marks(of: Numbering, *at: tuple[str, int]) -> list[str]:
    return [mark.text if (mark := of.mark(one)) else "" for one in at]


def test_deeper_levels_begin_again_and_name_those_above() -> None:
    of = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    found = marks(of, ("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1))
    assert found == ["一、", "1.1", "1.2", "二、", "2.1"]


def test_a_list_counts_on_from_another_of_its_kind_unless_it_says_where_it_begins() -> None:
    one = level(0, "decimal", "%1.")
    assert marks(numbering(one), ("1", 0), ("2", 0)) == ["1.", "2."]
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    assert marks(numbering(one, more=start), ("1", 0), ("2", 0), ("2", 0)) == ["1.", "5.", "6."]


def test_a_level_that_never_begins_again_counts_on() -> None:
    never = '<w:lvlRestart w:val="0"/>'
    of = numbering(level(0, "decimal", "%1."), level(1, "decimal", "（%2）", never))
    assert marks(of, ("1", 0), ("1", 1), ("1", 0), ("1", 1)) == ["1.", "（1）", "2.", "（2）"]


def test_a_list_that_follows_a_style_of_lists_has_its_levels() -> None:
    of = Numbering(
        fromstring(
            f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/>'
            '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>'
            f"{level(0, 'chineseCounting', '%1、')}</w:abstractNum>"
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        )
    )
    assert marks(of, ("1", 0), ("1", 0)) == ["一、", "二、"]


def test_a_style_that_a_level_names_stands_on_it() -> None:
    of = numbering(
        level(0, "decimal", "%1."), level(1, "decimal", "（%2）", '<w:pStyle w:val="h2"/>')
    )
    first, second = of.mark(("1", 0), "h1"), of.mark(("1", 0), "h2")
    assert first is not None
    assert second is not None
    assert (first.text, second.text, second.level) == ("1.", "（1）", 1)


def test_what_is_no_list_has_no_mark() -> None:
    of = numbering(level(0, "bullet", "&#xF06C;"), level(1, "none", ""))
    assert marks(of, ("9", 0), ("1", 1), ("1", 5)) == ["", "", ""]
    assert marks(of, ("1", 0)) == ["●"]
    assert of.mark(None) is None
