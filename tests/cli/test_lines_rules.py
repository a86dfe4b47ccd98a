"""`banxin lines`: every rule of setting is an option, and each option changes what it says."""

import json
from pathlib import Path
from typing import Any

import pytest

from layout.api import HOUSES, Session
from layout.cli import main
from layout.spec.resolve.houses import in_house

Capture = pytest.CaptureFixture[str]

ROW = "“报纸的版心”高350毫米，宽490毫米。见internationalization一文，9月20日刊；另见《印刷》。"


LONG_WORD = "国际化写作internationalization，一行放不下。"


@pytest.fixture
def lines(tmp_path: Path, capsys: Capture) -> Any:
    """`lines(*options, text=ROW)`: the lines of a text at 13字, as JSON."""

    def run(*options: str, text: str = ROW) -> list[dict[str, Any]]:
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        measure = () if "--measure" in options else ("--measure", "13")
        assert main(["lines", str(path), *measure, *options, "--json"]) == 0
        found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["lines"]
        return found

    return run


HAN = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"


@pytest.mark.parametrize(
    ("text", "measure", "options"),
    [
        (ROW, "13", ("--style", "kaiming")),
        (ROW, "13", ("--style", "banjiao")),
        (ROW, "13", ("--style", "hangmobanjiao")),
        (ROW, "13", ("--style", "cct")),
        (ROW, "13", ("--first-mark", "full")),
        (ROW, "13", ("--first-mark", "hang")),
        (ROW, "13", ("--gap", "0")),
        (ROW, "13", ("--digits", "proportional")),
        (ROW, "13", ("--indent", "1")),
        (ROW, "13", ("--script", "zh-hant")),
        (LONG_WORD, "11", ("--hyphenate", "off")),
        ("一二三12四五六七八九十甲乙丙", "13", ("--fit", "first", "--gap-least", "0")),
        ("一二三12四五六七八。2019101315甲乙", "13", ("--gap-most", "0.25")),
        (HAN, "13.7", ("--tighten", "0.05")),
        ("一二三四五六七八九十，甲乙丙丁戊己庚辛壬癸", "12.5", ("--line-end", "keep")),
        (HAN[:11] + "“甲乙”" + HAN[:9], "13", ("--line-start", "keep")),
    ],
)
def test_each_option_moves_glyphs_and_loses_none(
    lines: Any, text: str, measure: str, options: tuple[str, ...]
) -> None:
    plain = lines("--measure", measure, text=text)
    other = lines("--measure", measure, *options, text=text)
    assert [line["glyphs"] for line in other] != [line["glyphs"] for line in plain]
    assert "".join(line["text"] for line in other) == text


def test_hanging_stops_stand_beside_the_measure(lines: Any) -> None:
    text = "一二三四五六七八九十甲，一二三四五六七八九十甲乙丙。"
    hung = lines("--hanging", "on", text=text)[0]
    assert (hung["text"][-1], hung["hung"], hung["gap_em"]) == ("，", True, 0)
    assert hung["set_pt"] == hung["measure_pt"] == hung["glyphs"][-1]["x"]
    assert not lines(text=text)[0]["hung"]


def test_a_hyphen_is_a_glyph_and_no_part_of_the_text(lines: Any) -> None:
    narrow = ("--measure", "11", "--indent", "0")
    cut = [line for line in lines(*narrow, text=LONG_WORD) if line["hyphen"]]
    assert len(cut) == 1
    assert cut[0]["glyphs"][-1]["text"] == "\u00ad"
    assert "\u00ad" not in cut[0]["text"]
    edge = cut[0]["glyphs"][-1]["x"] + cut[0]["glyphs"][-1]["advance"]
    assert edge == pytest.approx(cut[0]["set_pt"], abs=2e-3)
    whole = lines(*narrow, "--hyphenate", "off", text=LONG_WORD)
    assert not any(line["hyphen"] for line in whole)


def test_level_strict_keeps_a_dash_off_the_line_start(lines: Any) -> None:
    text = "一二三四五六七八九十甲——丙丁戊己庚"
    assert lines(text=text)[1]["text"].startswith("——")
    assert not lines("--level", "strict", text=text)[1]["text"].startswith("——")


def test_squeeze_stops_off_pushes_out_what_on_squeezes_in(lines: Any) -> None:
    text = "一二三四。五六七八九十甲，乙丙丁戊己庚辛壬癸子丑"
    assert lines(text=text)[0]["tier"] in ("shrink:7", "")
    off = lines("--squeeze-stops", "off", text=text)
    assert not any(line["tier"] == "shrink:7" for line in off)


PAUSES = "一二三，四五六七，八九十甲乙丙丁戊己庚辛壬癸。"
TIGHT = ("--indent", "0", "--fit", "first")


def texts(found: list[dict[str, Any]]) -> list[str]:
    return [line["text"] for line in found]


def test_marks_that_keep_their_width_move_breaks_of_first_fit(lines: Any) -> None:
    full = [PAUSES[:13], PAUSES[13:]]
    squeezed = [PAUSES[:14], PAUSES[14:]]
    assert texts(lines(*TIGHT, text=PAUSES)) == squeezed
    assert texts(lines(*TIGHT, "--style", "hangmobanjiao", text=PAUSES)) == full
    assert texts(lines(*TIGHT, "--squeeze", "pairs", text=PAUSES)) == full
    half = lines(*TIGHT, "--squeeze", "pairs", "--style", "banjiao", text=PAUSES)
    assert texts(half) == squeezed


def test_the_last_half_em_style_squeezes_at_the_ends_of_lines_alone(lines: Any) -> None:
    for fit in ("first", "total"):
        found = lines("--fit", fit, "--style", "hangmobanjiao")
        assert not any(line["tier"] in {"shrink:4", "shrink:5", "shrink:7"} for line in found)
    row = "一二三四五六七八九十甲乙。丙丁戊己庚"
    first = lines(*TIGHT, "--style", "hangmobanjiao", "--measure", "12.5", text=row)[0]
    assert (first["text"], first["tier"]) == (row[:13], "")  # 。 at half an em ends the line


def test_two_marks_side_by_side_are_squeezed_or_not(lines: Any) -> None:
    text = "一二三四五六七八九。”十甲乙丙丁戊己"
    narrow = (*TIGHT, "--measure", "12.5")
    assert lines(*narrow, "--squeeze", "pairs", text=text)[0]["text"] == text[:13]
    assert lines(*narrow, "--squeeze", "none", text=text)[0]["text"] == text[:12]
    stops = "一二三四五六七八九十。甲。乙丙丁戊"
    kept = lines(*TIGHT, "--squeeze-stops", "off", text=stops)
    assert texts(kept) == texts(lines(*TIGHT, "--squeeze", "pairs", text=stops))


def test_bonds_part_where_a_line_is_full(lines: Any) -> None:
    text = "一二三四五六七八九十甲2025年11月1日丙丁"
    for fit in ("first", "total"):
        whole = texts(lines("--indent", "0", "--fit", fit, text=text))
        assert not any(line.endswith("2025") for line in whole)
    options = (*TIGHT, "--bonds", "part", "--gap", "0", "--gap-least", "0")
    assert texts(lines(*options, text=text))[0] == text[:15]
    wall = "一二三四五六七八九十甲乙390×550丙丁"  # what no line may part stays whole
    assert "390×" not in texts(lines(*options, text=wall))[0]


BY_HAND = {
    "daily": (
        "--style", "quanjiao", "--squeeze", "pairs", "--line-start", "trim", "--line-end", "trim",
        "--fit", "first", "--bonds", "part", "--gap", "0.125", "--gap-least", "0.125",
        "--gap-most", "0.25", "--hyphenate", "off",
    ),
    "kaiming": (
        "--style", "kaiming", "--squeeze-stops", "off", "--gap", "0.125", "--gap-least", "0",
        "--gap-most", "0.25",
    ),
}  # fmt: skip


@pytest.mark.parametrize("house", ["daily", "kaiming"])
def test_a_house_is_its_options_given_by_hand(lines: Any, house: str) -> None:
    text = "报纸一栏排13字，一版约120行；“栏”与“栏”之间空一字。版心高500毫米，9月20日付印。" * 3
    assert lines("--house", house, text=text) == lines(*BY_HAND[house], text=text)
    assert lines("--house", house, text=text) != lines(text=text)
    back = lines("--house", house, "--style", "banjiao", text=text)
    assert back == lines(*BY_HAND[house], "--style", "banjiao", text=text)
    assert lines("--house", "clreq", text=text) == lines(text=text)


@pytest.mark.parametrize("house", HOUSES)
def test_no_option_that_is_not_given_stands_over_a_house(lines: Any, house: str) -> None:
    """Every rule of a house reaches the lines, as it does by the library, which has no options."""
    text = ROW + LONG_WORD
    api = Session().set_text(text, measure=11 * 9.0, house=house)
    assert [line.text for line in api.lines] == texts(
        lines("--measure", "11", "--house", house, text=text)
    )
    (style,) = {api.style}
    assert in_house(style, house) == style


def test_a_daily_pushes_out_a_word_as_well(lines: Any) -> None:
    narrow = ("--measure", "11", "--indent", "0", "--fit", "first")
    daily = lines(*narrow, "--house", "daily", text=LONG_WORD)
    assert not any(line["hyphen"] for line in daily)
    assert any(line["hyphen"] for line in lines(*narrow, text=LONG_WORD))


def test_a_daily_pushes_out_what_clreq_squeezes_in(lines: Any) -> None:
    """A pause that would have to be squeezed goes to the next line with what is before it."""
    text = "一字一句写在稿纸上，一行一行排进版心里清清楚楚。夜里十点签样，明天早上见报。"
    options = ("--measure", "16.26")
    assert texts(lines(*options, text=text))[1].endswith("签样，")
    daily = lines(*options, "--house", "daily", text=text)
    assert texts(daily)[1].endswith("点签")
    assert not any(line["tier"].startswith("shrink") for line in daily)


def test_loose_even_spreads_what_fewest_gathers(lines: Any) -> None:
    text = (
        "西文的各个字母宽窄不一：i最窄，m和w最宽。若在中文里夹一个internationalization这样的长词，"
        "窄栏就很难排齐，只好用连字符把它断成两截。"
    )
    fewest = [line["gap_em"] for line in lines("--loose", "fewest", text=text) if not line["last"]]
    even = [line["gap_em"] for line in lines(text=text) if not line["last"]]
    assert sum(g > 0.05 for g in fewest) <= sum(g > 0.05 for g in even)
    assert max(even) <= max(fewest)


def test_no_line_is_blown_apart_for_the_others(lines: Any) -> None:
    text = (
        "南川市第四医院退休医师、主任医师丁文远先生，因病久治不愈，于2025年10月16日傍晚6时40分"
        "在寓所安然离世，享年九十一岁。"
    )
    few = [line["gap_em"] for line in lines("--measure", "13", "--loose", "fewest", text=text)]
    even = [line["gap_em"] for line in lines("--measure", "13", text=text)]
    assert max(few) > 0.25
    assert max(even) < 0.25
    assert sum(g * g for g in even) < sum(g * g for g in few) / 2


def test_measures_line_by_line(lines: Any) -> None:
    found = lines("--measure", "8,9,13")
    assert [line["measure_pt"] for line in found][:4] == [72, 81, 117, 117]
    assert all(line["set_pt"] == line["measure_pt"] for line in found[:-1])


def test_explain_adds_up(lines: Any, tmp_path: Path, capsys: Capture) -> None:
    for line in lines("--explain"):
        cost = line["cost"]
        assert cost["total"] == pytest.approx(sum(cost["terms"].values()), abs=0.01)
        assert (cost["next_best"] is None) == (cost["instead"] is None)
        if line["last"]:
            assert cost["instead"] is None
        elif cost["next_best"] is not None:
            assert cost["next_best"] >= 0
            assert cost["instead"] in ROW
    path = tmp_path / "a.txt"
    assert main(["lines", str(path), "--measure", "13", "--explain"]) == 0
    said = capsys.readouterr().out
    assert "demerits (line 0.01" in said
    assert "next best, +" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--tighten", "0.5"), "--tighten goes from 0 to 0.1, not 0.5"),
        (("--gap-least", "-1"), "--gap-least goes from 0 to 0.5, not -1"),
        (("--measure", "13,x"), "--measure"),
        (("--measure", "13,,8"), "--measure"),
        (("--measure", ",".join(["9"] * 201)), "up to 200 widths, not 201"),
        (("--style", "kaimin"), "--style"),
        (("--level", "tight"), "--level"),
        (("--script", "ko"), "--script"),
    ],
)
def test_bad_options_are_2(
    tmp_path: Path, capsys: Capture, options: tuple[str, ...], said: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ROW, encoding="utf-8")
    measure = () if "--measure" in options else ("--measure", "13")
    try:
        status = main(["lines", str(path), *measure, *options])
    except SystemExit as stop:
        status = int(stop.code or 0)
    assert status == 2
    assert said in capsys.readouterr().err
