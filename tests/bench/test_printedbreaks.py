"""Breaks of print: what is counted, `house: daily` against a plain first fit, and the real ones."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bench.printedbreaks import (
    FILE,
    UNTOUCHED,
    Compositor,
    Met,
    Printed,
    compare,
    house_rules,
    main,
    printed,
    report,
)
from layout.inline.byhand import HAND_SETTINGS
from tests.bench.firstfit import CLOSING, OPENING, ends, plain_first_fit

Capture = pytest.CaptureFixture[str]
CASES = Path(__file__).parents[3] / "shared" / "cases" / "printed-breaks"
MISSING = "the cases ../shared/cases/printed-breaks are not there"

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
PIECES = st.one_of(
    st.text(HAN, min_size=1, max_size=9),
    st.sampled_from(["，", "。", "、", "；", "：", "？", "“", "”", "《", "》", "（", "）"]),
    st.sampled_from(["9日", "12天", "2025张", "38列"]),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(lambda found: HAN[:3] + "".join(found))


@pytest.fixture(scope="module")
def compositor() -> Compositor:
    return Compositor()


def case(*lines: str, measure: float = 10.0, indent: float = 2.0) -> Printed:
    return Printed(name="1", measure=measure, indent=indent, lines=lines)


def cases(folder: Path, *rows: object) -> Path:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


# The oracle, and daily against it


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("天地玄黄宇宙洪荒日月", ["天地玄黄宇宙洪荒", "日月"]),
        # ， at the line's end at half an em: 8½ em do not go into 8, so that 荒 goes on with it.
        ("天地玄黄宇宙洪荒，日月", ["天地玄黄宇宙洪", "荒，日月"]),
        ("天地玄黄宇宙洪，日月", ["天地玄黄宇宙洪，", "日月"]),
        # A pause inside keeps its em: it is not squeezed for 荒.
        ("天地玄，黄宇宙洪荒日月", ["天地玄，黄宇宙洪", "荒日月"]),
        ("天地。”玄黄宇宙洪荒", ["天地。”玄黄宇宙", "洪荒"]),  # two marks of 1½ em
        ("天地12玄黄宇宙洪荒", ["天地12玄黄宇宙", "洪荒"]),  # 8¼ em with 洪
        ("天地玄黄宇宙洪（荒）", ["天地玄黄宇宙洪", "（荒）"]),
    ],
)
def test_what_a_plain_first_fit_does(text: str, lines: list[str]):
    assert plain_first_fit(text, 10.0, 2.0) == lines


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, measure=st.sampled_from([13.0, 16.0, 16.26, 20.0]))
def test_daily_breaks_as_a_plain_first_fit(text: str, measure: float, compositor: Compositor):
    """In texts without a row of marks that no line may part and no line holds, and without ？？,
    which is one mark of an em (GB/T 15834-2011 5.1.2)."""
    assume("？？" not in text)
    assume(all(len(row) <= 10 for row in re.findall(f"[{OPENING}{CLOSING}]+", text)))
    oracle = plain_first_fit(text, measure, 2.0)
    found = compositor.ends(case(text, measure=measure), house_rules("daily"))
    assert frozenset(found[:-1]) == ends(oracle)


# What is counted


def test_breaks_are_met_after_the_same_character(compositor: Compositor):
    lines = ("天地玄黄宇宙洪荒", "日月盈昃辰宿列张寒来", "暑往")
    daily = house_rules("daily")
    assert case(*lines).breaks == {8, 18}
    assert compositor.met(case(*lines), daily) == Met(2, True)
    # The first line a character short: all others begin elsewhere.
    short = (lines[0][:-1], lines[0][-1] + lines[1], lines[2])
    assert compositor.met(case(*short), daily) == Met(1, False)
    # One break too many: all of print's are met, and the paragraph is not whole.
    assert compositor.met(case(lines[0], lines[1] + lines[2]), daily) == Met(1, False)
    assert compositor.met(case("天地"), daily) == Met(0, True)


def test_a_house_is_told_from_another(compositor: Compositor):
    """Printed as a daily breaks: the pause that would have to be squeezed is pushed out."""
    pushed = case("天地玄黄，宇宙洪", "荒日月盈昃。辰宿列张", "寒来", measure=10.5)
    assert compositor.met(pushed, house_rules("daily")) == Met(2, True)
    assert compositor.met(pushed, house_rules("clreq")).breaks < 2


def test_by_hand_is_the_best_of_each_paragraph():
    won = case("天地玄黄，宇宙洪荒", "日月", measure=10.5)  # ， squeezed to take 荒 in
    apart = case("天地玄黄宇宙洪", "荒日月盈昃辰宿列张", "寒来", measure=10.0)
    plain = case("天地玄黄宇宙洪荒", "日月")
    found = compare([won, apart, plain])
    assert found.hands == ["挤进", "字距稍松", UNTOUCHED]
    assert found.best == [Met(1, True), Met(2, True), Met(1, True)]
    assert [met.whole for met in found.daily] == [False, False, True]
    text = report(found, each=True)
    assert "4 of 4" in text
    assert "3 of 3" in text
    assert "挤进" in text
    assert "挤进" not in report(found)


def test_every_hand_setting_is_tried(compositor: Compositor):
    tried = compositor.by_hand(case("天地玄黄宇宙洪荒", "日月"), house_rules("daily"))
    assert list(tried) == [UNTOUCHED, *HAND_SETTINGS]


# Files


def test_a_folder_and_a_file_are_read_alike(tmp_path: Path, capsys: Capture):
    row = {"id": 7, "measure_em": 10, "indent_em": 2, "lines": ["天地玄黄宇宙洪荒", "日月"]}
    folder = cases(tmp_path, row, "", row)
    assert printed(folder) == printed(folder / FILE)
    assert [p.name for p in printed(folder)] == ["7", "7"]
    assert main([str(folder), "--each"]) == 0
    out = capsys.readouterr().out
    assert out.count("1 whole") == 6
    assert "2 of 2" in out


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "`lines`"),
        ({"measure_em": 10}, "`lines`"),
        ({"measure_em": 10, "lines": []}, "`lines`"),
        ({"measure_em": 10, "lines": ["天", ""]}, "`lines`"),
        ({"measure_em": 10, "lines": ["天", 3]}, "`lines`"),
        ({"lines": ["天"]}, "`measure_em`"),
        ({"measure_em": "10", "lines": ["天"]}, "`measure_em`"),
        ({"measure_em": True, "lines": ["天"]}, "`measure_em`"),
        ({"measure_em": 0.5, "lines": ["天"]}, "1 or more"),
        ({"measure_em": 1e9, "lines": ["天"]}, "`measure_em`"),
        ({"measure_em": 10**400, "lines": ["天"]}, "`measure_em`"),
        ('{"measure_em": NaN, "lines": ["天"]}', "`measure_em`"),
        ({"measure_em": 10, "indent_em": -1, "lines": ["天"]}, "`indent_em`"),
    ],
)
def test_what_is_no_paragraph_is_told_with_its_line(
    tmp_path: Path, capsys: Capture, row: object, told: str
):
    good = {"measure_em": 10, "lines": ["天"]}
    assert main([str(cases(tmp_path, good, row))]) == 2
    err = capsys.readouterr().err
    assert f"{FILE}:2: " in err
    assert told in err


def test_files_that_hold_none_are_told(tmp_path: Path, capsys: Capture):
    assert main([str(tmp_path)]) == 2
    assert FILE in capsys.readouterr().err
    assert main([str(cases(tmp_path, "", " "))]) == 2
    assert "no paragraph" in capsys.readouterr().err
    (tmp_path / FILE).write_bytes(b"\xff\xfe\x00")
    assert main([str(tmp_path)]) == 2
    assert "UTF-8" in capsys.readouterr().err


# Print itself


@pytest.mark.shared
def test_the_breaks_of_a_printed_page(measured: Callable[[str], None]):
    """By hand at least 15 points of the breaks more than daily, which is no worse than a plain
    first fit; and the folder's own count, whose first fit has an opening mark at a paragraph's head
    on its em."""
    if not CASES.exists():
        pytest.skip(MISSING)
    paragraphs = printed(CASES)
    found = compare(paragraphs)
    breaks = sum(len(p.breaks) for p in paragraphs)

    def oracle(head: str) -> tuple[int, int]:
        made = [ends(plain_first_fit(p.text, p.measure, p.indent, head=head)) for p in paragraphs]
        pairs = list(zip(made, paragraphs, strict=True))
        return sum(len(e & p.breaks) for e, p in pairs), sum(e == p.breaks for e, p in pairs)

    def count(met: object) -> tuple[int, int]:
        assert isinstance(met, list)
        return sum(m.breaks for m in met), sum(m.whole for m in met)

    total, daily, best = map(count, (found.total, found.daily, found.best))
    measured(
        f"breaks of print: of {breaks}, total fit {total[0]}, daily {daily[0]}, by hand {best[0]}"
    )
    assert oracle("full") == (35, 8)
    assert daily >= oracle("half") >= oracle("full")
    assert daily[1] >= oracle("half")[1]
    assert total[0] < daily[0]
    assert (best[0] - daily[0]) / breaks >= 0.15
