"""A heading's words: 引题 and 主题, and a file's name made of them."""

import pytest

from layout.importer.headings import slug, split_heading


@pytest.mark.parametrize(
    ("text", "kicker", "title"),
    [
        ("印刷车间—— 纸带飞驰 | 墨色均匀", "印刷车间——", "纸带飞驰 | 墨色均匀"),
        ("印刷车间——| 纸带飞驰", "印刷车间——", "纸带飞驰"),
        ("印刷车间：：纸带飞驰", "印刷车间：：", "纸带飞驰"),
        ("印刷车间——", "印刷车间——", ""),
        ("——印报工人", "", "——印报工人"),
        ("纸带飞驰", "", "纸带飞驰"),
        ("**印刷车间** —— 纸", "印刷车间 ——", "纸"),
        ("长" * 30 + "——纸", "长" * 30 + "——", "纸"),
        ("长" * 31 + "——纸", "", "长" * 31 + "——纸"),
        (" 纸 ", "", "纸"),
    ],
)
def test_a_heading_taken_apart(text: str, kicker: str, title: str) -> None:
    parts = split_heading(text)
    assert (parts.kicker, parts.title) == (kicker, title)


def test_a_heading_as_a_files_name() -> None:
    assert slug("纸带飞驰 | 墨色") == "纸带飞驰"
    assert slug("“A4”纸：从 哪来？") == "A4纸从哪来"
    assert slug("长" * 20) == "长" * 16
    assert slug("一二三", 2) == "一二"
