"""Words of a table's cell changed in its file."""

from pathlib import Path

import pytest

from layout.rewrite.cells import set_cell_words
from layout.rewrite.texts import RefusedError
from layout.spec.tables.table import parse_table

MARKDOWN = "| 届次 | 成绩 |\n| :-- | --: |\n| 一 | 3 枚 |\n| 二 | 4 |\n"
CSV = '届次,成绩\r\n一,3\r\n"二, 三","说""好"""\r\n'


@pytest.mark.parametrize(
    ("file", "text", "before", "after", "becomes"),
    [
        ("a.md", MARKDOWN, "3 枚", "5", "| 一 | 5 |"),
        ("a.md", MARKDOWN, "一", "一|二", "| 一\\|二 | 3 枚 |"),
        ("a.md", MARKDOWN, "届次", "次", "| 次 | 成绩 |"),
        ("a.csv", CSV, "3", "1,234", '一,"1,234"\r\n'),
        ("a.csv", CSV, "3", '说"好"', '一,"说""好"""\r\n'),
        ("a.csv", CSV, "三", "四", '"二, 四","说""好"""'),
        ("a.csv", CSV, "好", '"', '"说"""""""'),
    ],
)
def test_one_cell(file: str, text: str, before: str, after: str, becomes: str):
    made = set_cell_words(text, file, text.index(before), before=before, after=after)
    assert becomes in made
    old, new = parse_table(text.encode(), file), parse_table(made.encode(), file)
    odd = [(a.text, b.text) for a, b in zip(old.cells, new.cells, strict=True) if a.text != b.text]
    assert odd == [(odd[0][0], odd[0][0].replace(before, after))]


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("| 3", "| 5", "REWRITE.mark"),  # it stands in two cells, or in none
        ("3", "5\n6", "CONTROL.value"),
        (":--", "x", "REWRITE.mark"),
        ("一 |", "", "REWRITE.mark"),
    ],
)
def test_what_is_no_cell_is_refused(before: str, after: str, key: str):
    at = MARKDOWN.index(before)
    with pytest.raises(RefusedError) as refused:
        set_cell_words(MARKDOWN, "a.md", at, before=before, after=after)
    assert refused.value.diagnostics[0].said.key == key
    with pytest.raises(RefusedError):
        set_cell_words(MARKDOWN, "a.md", at + 1, before=before, after=after)


def test_every_cell_of_the_specs_can_be_changed():
    specs = Path(__file__).parents[2] / "specs"
    files = [*specs.glob("*/data/*.csv"), *specs.glob("*/data/*.md")]
    assert len(files) > 3
    count = 0
    for path in files:
        text = path.read_bytes().decode()
        table = parse_table(text.encode(), path.name)
        for cell in table.cells:
            if not cell.text.isalnum() or text.count(cell.text) != 1:
                continue
            at = text.index(cell.text)
            made = set_cell_words(text, path.name, at, before=cell.text, after='新|,"')
            new = parse_table(made.encode(), path.name)
            assert [c.text for c in new.cells].count('新|,"') == 1
            count += 1
    assert count > 20
