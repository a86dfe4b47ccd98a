"""Every counter finds the fault it is for, and none in lines that are well set."""

from collections import Counter

import pytest

from bench.quality.count import Findings, examine, mean_gap
from bench.quality.read import Glyph
from bench.quality.source import Source
from tests.bench.quality.rows import frame, read, row
from tests.typed import near

FILL = "一二三四五六七八九十"


def found(
    rows: list[list[Glyph]], *paragraphs: str, measure: float, indent: float = 0.0,
    hanging: bool = False,
) -> Findings:  # fmt: skip
    source = Source.of(paragraphs)
    at = frame(measure, indent, hanging=hanging)
    return examine(read(rows, source, at), source, at)


def codes(findings: Findings) -> dict[str, int]:
    return dict(Counter(fault.code for fault in findings.faults))


def two(first: str, second: str, measure: float = 10.0) -> dict[str, int]:
    """The faults of a paragraph of two lines, the first flush at the measure."""
    rows = [row(first, 0, width=measure), row(second, 1)]
    return codes(found(rows, first + second, measure=measure))


def test_good_lines_have_no_fault() -> None:
    rows = [
        row("“一二，三”——四", 0, first=2, width=12),
        row("（五六）、“七八九十，", 1, width=12),
        row("《一》：“二三四五六。”", 2),
    ]
    text = "“一二，三”——四（五六）、“七八九十，《一》：“二三四五六。”"
    got = found(rows, text, measure=12, indent=2)
    assert set(codes(got)) <= {"open", "loose", "pale", "wide"}
    assert (got.lines, got.inner) == (3, 2)
    assert got.paragraphs == (0, 0, 0)


@pytest.mark.parametrize("char", list("，。、；：？！”’）》】〕～–·／,.%)/~"))
def test_a_mark_that_begins_a_line(char: str) -> None:
    assert two(FILL, f"{char}一二")["start"] == 1


@pytest.mark.parametrize("char", ["—", "-"])
def test_a_connector_that_begins_a_line(char: str) -> None:
    assert two(FILL, f"{char}一二")["start"] == 1


@pytest.mark.parametrize("begin", ["-5度", "——一二", "……一二", "“一二", "〇一", "A4纸"])
def test_what_may_begin_a_line(begin: str) -> None:
    assert "start" not in two(FILL, begin)


@pytest.mark.parametrize("char", list("“‘（《〈【〖〔［「『／([/"))
def test_a_mark_that_ends_a_line(char: str) -> None:
    assert two(FILL + char, "一二", 11)["end"] == 1


@pytest.mark.parametrize("end", ["，", "——", "……", "·", "～", "一", "A"])
def test_what_may_end_a_line(end: str) -> None:
    assert "end" not in two(FILL + end, "一二", 12)


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (FILL + "…", "…一", "cut-dash"),
        (FILL + "1", "2一", "cut-number"),
        (FILL + "wo", "rd一", "cut-word"),
    ],
)
def test_what_is_cut(first: str, second: str, code: str) -> None:
    assert two(first, second, 12) == {code: 1} | _gaps(two(first, second, 12))


def test_a_cut_dash() -> None:
    rows = [row(FILL + "—", 0), row("—一", 1)]
    assert codes(found(rows, FILL + "——一", measure=11)) == {"cut-dash": 1}


def test_a_hyphen_the_tool_put_in_is_no_cut() -> None:
    rows = [row(FILL + "wo-", 0), row("rd一", 1)]
    assert codes(found(rows, FILL + "word一", measure=11.5)) == {}
    rows = [row(FILL + "1-", 0), row("2一", 1)]
    source = Source.of([FILL + "12一"])
    with pytest.raises(AssertionError):  # between digits it is a character too many
        read(rows, source, frame(11))


@pytest.mark.parametrize("pair", ["，“", "”，", "。”", "“‘", "！？", "）（", "”“"])
def test_a_pair_that_keeps_its_blank(pair: str) -> None:
    text = f"一二三{pair}四五六"
    good = row(text, 0, width=9)
    bad = row(text, 0, more={4: 0.5})
    assert "pair" not in codes(found([good, row("七", 1)], text + "七", measure=9))
    assert codes(found([bad, row("七八", 1)], text + "七八", measure=9))["pair"] == 1


def test_a_pair_in_an_open_line_is_judged_by_its_gap() -> None:
    text = "一二三。”四五六"
    loose = codes(found([row(text, 0, width=11), row("七八", 1)], text + "七八", measure=11))
    assert "pair" not in loose
    assert loose["loose"] == 1


def test_nothing_is_squeezed_beside_a_dash() -> None:
    text = "一二”——“三四"
    rows = [row(text, 0), row("五六", 1)]
    assert "pair" not in codes(found(rows, text + "五六", measure=9))


@pytest.mark.parametrize(
    ("width", "expected"),
    [(9.99, {"tight"}), (10.0, set()), (10.18, set()), (10.27, {"open"}), (10.44, {"open"}),
     (10.54, {"open", "loose"}), (11.2, {"open", "loose", "pale"}),
     (12.3, {"open", "loose", "pale", "wide"})],
)  # fmt: skip
def test_gaps(width: float, expected: set[str]) -> None:
    rows = [row(FILL, 0, width=width), row("一二", 1)]
    got = found(rows, FILL + "一二", measure=width)
    assert set(codes(got)) == expected
    assert got.gaps == (near((width - 10) / 9),)
    assert got.largest == pytest.approx(max(0.0, (width - 10) / 9))


def test_a_last_line_is_not_counted_for_its_gaps() -> None:
    assert codes(found([row("一二三", 0, width=4)], "一二三", measure=10)) == {}


def test_a_line_without_two_han_is_said_to_be_unmeasured() -> None:
    rows = [row("一，二，三，", 0), row("四五", 1)]
    got = found(rows, "一，二，三，四五", measure=5.5)
    assert codes(got) == {"unmeasured": 1}
    assert got.gaps == (0.0,)  # the least white between two neighbours


def test_a_gap_is_not_read_across_a_typed_space() -> None:
    source = Source.of(["一 二三"])
    at = frame(4)
    line = read([row("一二三", 0, more={1: 0.5})], source, at)[0]
    assert mean_gap(line, source) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("last", "runt"),
    [("一", 1), ("一。", 1), ("一。”", 1), ("1。", 1), ("一二", 0), ("12", 0), ("——一", 0)],
)
def test_one_character_last_lines(last: str, runt: int) -> None:
    assert two(FILL, last).get("runt", 0) == runt


def test_a_paragraph_of_one_character_is_no_runt() -> None:
    assert codes(found([row("一。", 0)], "一。", measure=10)) == {}


def test_ink_that_runs_into_other_ink() -> None:
    rows = [row("一二三四五", 0, more={2: -0.2, 3: 0.2}), row("六七", 1)]
    assert codes(found(rows, "一二三四五六七", measure=5))["overlap"] == 1


def test_a_fault_names_its_line_and_paragraph() -> None:
    rows = [row("一二。", 0), row(FILL, 1), row("，三", 2)]
    got = found(rows, "一二。", FILL + "，三", measure=10)
    fault = next(f for f in got.faults if f.code == "start")
    assert (fault.line, fault.text, got.paragraphs[fault.line]) == (2, "，三", 1)


def _gaps(found_codes: dict[str, int]) -> dict[str, int]:
    return {
        code: n
        for code, n in found_codes.items()
        if code in ("open", "loose", "pale", "wide", "tight")
    }
