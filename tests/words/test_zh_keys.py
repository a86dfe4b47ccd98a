"""The Chinese of the keys, mappings and checks: all of them, no others, and as it is written."""

import hashlib
import re
from pathlib import Path

import pytest

from layout.spec.documents import every_record
from layout.spec.purposes import is_chinese, row_of
from layout.spec.reader.fields import keys_of
from layout.words import en_manual, zh_keys, zh_manual
from tests.zhrows import ENGLISH, FILE, PURPOSES, SETS, TABLES, WHY, to_write

HAN = "\u4e00-\u9fff"


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_there(table: str):
    told = to_write(table, *TABLES[table])
    assert not told, told


def test_no_row_is_left_over():
    needless = {row for row in zh_keys.KEYS if is_chinese(ENGLISH.get(row, "引题"))}
    assert needless == set(), f"no key needs these rows of KEYS in {FILE}"
    assert zh_keys.CLASSES.keys() - PURPOSES.keys() == set(), f"left over in CLASSES of {FILE}"
    assert zh_keys.STYLES.keys() - SETS.keys() == set(), f"left over in STYLES of {FILE}"
    assert zh_keys.CHECKS.keys() - WHY.keys() == set(), f"left over in CHECKS of {FILE}"


READ = Path(__file__).with_name("zh_keys.txt")
"""By row: digests of its English and of its Chinese when the two were last read side by side."""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def both_texts() -> tuple[dict[str, str], dict[str, str]]:
    """The English and the Chinese of each row that has both."""
    chinese = {
        **zh_keys.KEYS,
        **{row: text for row, (_, text) in zh_keys.CLASSES.items()},
        **{row: "".join(texts) for row, texts in zh_keys.CHECKS.items()},
        **zh_manual.MANUAL,
    }
    english = {**ENGLISH, **PURPOSES, **WHY, **en_manual.MANUAL}
    return english, {row: text for row, text in chinese.items() if row in english}


def pairs() -> dict[str, tuple[str, str]]:
    """Digests of the English and the Chinese of each row."""
    english, chinese = both_texts()
    return {row: (digest(english[row]), digest(text)) for row, text in chinese.items()}


def numbers(text: str) -> set[str]:
    bare = re.sub(r"U\+[0-9A-F]+|(?<=\d),(?=\d)", "", text)
    return set(re.findall(r"\d+(?:\.\d+)?", bare))


def test_numbers_are_those_of_the_english():
    """A threshold or a default that is another in Chinese sends its reader wrong."""
    english, chinese = both_texts()
    apart = {r: lost for r in chinese if (lost := numbers(english[r]) - numbers(chinese[r]))}
    assert apart == {}, "numbers that the Chinese lacks"


def test_chinese_is_read_again_when_its_english_changes(request: pytest.FixtureRequest):
    """A row whose English is another and whose Chinese is not: it may still be right, but somebody
    must look. `--update-golden` says that they did."""
    now = pairs()
    if request.config.getoption("--update-golden"):
        READ.write_text("".join(f"{r} {a} {b}\n" for r, (a, b) in now.items()), encoding="utf-8")
    kept = [row.split() for row in READ.read_text(encoding="utf-8").splitlines()]
    assert len(kept) > 200
    stale = [row for row, en, zh in kept if row in now and now[row][0] != en and now[row][1] == zh]
    assert stale == [], f"read the Chinese of these in {FILE}, or zh_manual.py, again"


def test_a_missing_row_is_told_with_its_english():
    told = to_write("KEYS", {"At.cols"}, {"At.cols": "columns", "At.lines": "lines"})
    assert told == (
        'write into KEYS of layout/words/zh_keys.py the Chinese of:\n    "At.lines": …,  # lines'
    )


def texts() -> dict[str, str]:
    """Every Chinese text of the tables, by table and row."""
    out = dict(zh_keys.KEYS)
    for table in (zh_keys.CLASSES, zh_keys.CHECKS):
        for row, pair in table.items():
            out |= {f"{row} {part}": text for part, text in enumerate(pair)}
    return out


def slips(text: str) -> list[str]:
    """What a sub-editor would strike out: half-width marks, spaces at Latin, politeness."""
    bare = re.sub(r"`[^`]*`", "", text)
    half = re.findall(rf"[,;?(](?=[{HAN}])|(?<=[{HAN}])[,;?)]", bare)
    wide = re.findall(rf"[{HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{HAN}]", bare)
    return [*half, *wide, *re.findall("您|请|它", bare)]


@pytest.mark.parametrize("slip", ["栏宽,不够", "请改", "占 3行", "栏(一)", "它的"])
def test_a_slip_is_seen(slip: str):
    assert slips(slip)


def test_the_chinese_has_no_slips():
    assert {row: s for row, text in texts().items() if (s := slips(text))} == {}


def test_a_purpose_of_a_key_is_no_sentence_with_a_stop():
    assert [row for row, text in zh_keys.KEYS.items() if text.endswith("。")] == []
    assert [n for n, (_, text) in zh_keys.CLASSES.items() if not text.endswith("。")] == []
    assert [n for n, (why, _) in zh_keys.CHECKS.items() if not why.endswith("。")] == []


def test_values_named_in_chinese_are_values_of_the_key():
    """`above`上面 is of use only where the key takes `above`."""
    for cls in every_record():
        for key, spec in keys_of(cls).items():
            choices = getattr(spec.metadata["kind"], "choices", ())
            text = zh_keys.KEYS.get(row_of(cls, key), "")
            named = re.findall(rf"`([a-z][a-z-]*)`(?=[{HAN}])", text) if choices else []
            known = {*choices, *(k for other in every_record() for k in keys_of(other))}
            assert set(named) <= known, (cls.__name__, key, named)
