"""How a mark of a file is told to a person: by the words that are printed, not by its font.

The toy face has one glyph for all Han, one for letters and one for figures: 预, a and 1 here.
"""

import pytest

from layout.check.press.profile import find_rules
from layout.check.press.run import preflight
from layout.diagnostics import Diagnostic
from tests.check.press.sheet import Sheet, mm


def told(sheet: Sheet, code: str) -> list[Diagnostic]:
    report = preflight(sheet.save(), "sheet.pdf", find_rules("newspaper-x4"))
    return [one for one in report.found if one.code == code]


def words(sheet: Sheet, code: str, lang: str = "zh") -> list[str]:
    return [one.said.words("zh" if lang == "zh" else "en") for one in told(sheet, code)]


def test_type_is_told_by_its_words_and_json_has_the_font() -> None:
    sheet = Sheet()
    sheet.text("预a1", 10, 50, 5)
    (one,) = told(sheet, "PF23")
    assert one.said.words("zh") == "“预a1”：字只有5.0pt，至少6pt"
    assert one.said.words("en").startswith('"预a1": ')
    font = one.as_json("en")["values"]
    assert isinstance(font, dict)
    assert str(font["object"]).startswith("font ABCDEF+Toy (object ")


def test_words_that_are_set_one_by_one_are_put_together() -> None:
    sheet = Sheet()
    for n, letter in enumerate("预a1预"):
        sheet.text(letter, 10 + 3 * n, 50, 5)
    sheet.text("预", 10, 46, 5)  # on another line
    assert words(sheet, "PF23") == ["“预a1预”：字只有5.0pt，至少6pt（5处）"]


def test_long_words_are_quoted_from_their_beginning() -> None:
    sheet = Sheet()
    sheet.text("预a1预" * 8, 5, 50, 5)
    (one,) = words(sheet, "PF23")
    assert one == "“预a1预预a1预预a1预预…”：字只有5.0pt，至少6pt"


def test_type_that_says_no_characters_is_told_by_its_face() -> None:
    sheet = Sheet()
    del sheet.resources.Font.F.ToUnicode
    sheet.text("预a1", 10, 50, 5)
    (one,) = words(sheet, "PF23")
    assert one == "用Toy排的字：字只有5.0pt，至少6pt"


def line(x: float, y: float) -> str:
    return f"q 0 0 0 1 K 0.1 w {mm(x, y)} m {mm(x + 20, y)} l S Q"


@pytest.mark.parametrize(
    ("y", "begins"), [(50, "“预a1”旁的图形："), (30, "图形：")], ids=["beside words", "alone"]
)
def test_a_line_is_told_by_the_words_beside_it(y: float, begins: str) -> None:
    sheet = Sheet()
    sheet.text("预a1", 10, 51, 9)
    sheet.ops.append(line(10, y))
    (one,) = words(sheet, "PF24")
    assert one == f"{begins}线只有0.04 mm，至少0.09 mm"


def test_a_picture_is_told_by_its_pixels() -> None:
    sheet = Sheet()
    sheet.place(sheet.image(bytes(20 * 10 * 4), (20, 10)), 10, 20, 40, 20)
    (one,) = words(sheet, "PF15")
    assert one.startswith("图片（20×10像素）只有13ppi")


def test_colour_spaces_have_the_names_of_a_picture_program() -> None:
    sheet = Sheet()
    sheet.rect(10, 30, 20, 10, "1 0 0 rg")
    (one,) = words(sheet, "PF10")
    assert one == "图形是RGB，只可用灰度、CMYK、专色"
