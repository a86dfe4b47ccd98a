"""The command from end to end: our own PDF has none of the faults, and a table says so."""

from pathlib import Path

import pytest

from bench import setting
from bench.quality import report
from bench.quality.count import NOISE
from bench.quality.outcome import Comparison, compare
from bench.quality.setters import Banxin, Setting, Typst, WeasyPrint
from bench.quality.table import (
    GAPS,
    VIOLATIONS,
    avoidable,
    bound,
    counts,
    faults,
    loose,
    ratio,
    section,
    violations,
)
from bench.quality.texts import LONG, Part, Text, read_text
from bench.setting import main

GOOD = (
    "产业项目建设是经济发展的第一抓手。塔吊林立的工地、机器轰鸣的车间，“新家”正在紧张建设！",
    "“纸寿千年，绢寿八百。”这话说的是手工纸（酸性很低），不易虫蛀——几十年、上百年也不变……",
    "《汉语大字典》（第二版）收字60,370个，占13.5%左右，温度20℃；“好！”他说：“（真）好。”",
)


class Bad:
    """A tool that sets another text, and one that cannot run."""

    def __init__(self, *, fails: bool) -> None:
        self.name = "Bad"
        self._fails = fails
        self._true = Banxin()

    def pdf(self, paragraphs: tuple[str, ...], how: Setting) -> tuple[bytes, object]:
        if self._fails:
            raise RuntimeError("no such face")
        return self._true.pdf([p.replace("的", "地") for p in paragraphs], how)


def one(*paragraphs: str, rivals: tuple[Bad, ...] = (), measure: float = 13.0) -> Comparison:
    text = Text(name="a text", parts=(Part(name="a", paragraphs=paragraphs),))
    return compare(text, Setting(measure=measure, gap=0.25), Banxin(), rivals)  # type: ignore[arg-type]


@pytest.mark.parametrize("measure", [13.0, 20.0, 21.0])
def test_our_own_pdf_has_no_fault(measure: float) -> None:
    it = one(*GOOD, measure=measure)
    outcome = it.outcomes[0]
    assert outcome.findings.lines > len(GOOD)
    found = {code: outcome.findings.count(code) for code in (*VIOLATIONS, "tight", "runt")}
    assert found == dict.fromkeys(found, 0)
    assert outcome.wrong == 0
    assert violations(outcome) == 0
    assert outcome.findings.count("wide") >= bound(it)[0]
    assert ratio(outcome.findings.square, bound(it)[1]) == "1.00"


def test_hanging_stops_are_a_run_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join(GOOD), encoding="utf-8")
    assert main([str(path), "--hanging", "--rivals", "none"]) == 0
    said = capsys.readouterr().out
    assert said.count("### a.txt: 13字, gap 0.25 em\n") == 1
    assert said.count("### a.txt: 13字, gap 0.25 em, hanging stops\n") == 1


def test_the_default_texts_and_one_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "SHARED", tmp_path / "elsewhere.md")
    assert main(["--measure", "13", "--rivals", "none"]) in (0, 1)
    said = capsys.readouterr().out
    assert "elsewhere.md is not beside this checkout: not measured" in said
    assert "### the four stories: 13字" in said
    assert "### forty hard paragraphs: 13字" in said
    assert said.count("### long-") >= 5


def test_what_a_rival_changes_is_counted() -> None:
    it = one(*GOOD, rivals=(Bad(fails=False),))
    changed = sum(p.count("的") for p in GOOD)
    assert [o.wrong for o in it.outcomes] == [0, changed]
    assert violations(it.outcomes[1]) == changed


def test_a_rival_that_fails_is_named_and_the_rest_goes_on() -> None:
    it = one(*GOOD, rivals=(Bad(fails=True),))
    assert [o.tool for o in it.outcomes] == ["Banxin"]
    assert "Bad did not set this text: RuntimeError: no such face" in section(it)


def test_the_table_holds_every_count() -> None:
    it = one(*GOOD)
    said = counts(it)
    for name in (*VIOLATIONS.values(), *GAPS.values()):
        assert f"| {name} " in said
    assert "characters that extract wrongly" in said
    assert "sum of the squares of the mean gaps, em²" in said
    assert said.count("| the least possible") == 2
    assert said.count("| so many times as much") == 2


def test_parts_are_counted_apart() -> None:
    parts = (Part(name="甲", paragraphs=GOOD[:1]), Part(name="乙", paragraphs=GOOD[1:]))
    text = Text(name="two", parts=parts)
    it = compare(text, Setting(measure=13.0, gap=0.25), Banxin(), ())
    said = section(it)
    rows = {row.split("|")[1].strip(): row.split("|")[2].strip() for row in said.splitlines()
            if row.startswith(("| 甲", "| 乙"))}  # fmt: skip
    assert int(rows["甲"]) + int(rows["乙"]) == it.outcomes[0].findings.lines


def test_a_forced_runt_is_not_avoidable() -> None:
    it = one("一二三四五六七八九十一二", measure=13.0)  # 12 after an indent of two: one goes over
    assert it.outcomes[0].findings.count("runt") == avoidable(it, it.outcomes[0]) == 0
    forced = one("一二", measure=3.0)
    assert forced.outcomes[0].findings.count("runt") == 1
    assert avoidable(forced, forced.outcomes[0]) == 0


def test_no_sum_is_more_than_a_twentieth_above_the_least() -> None:
    for path in LONG:
        text = read_text(path)
        it = compare(text, Setting(measure=13.0, gap=0.25), Banxin(), ())
        found = it.outcomes[0].findings
        wide, square, _ = bound(it)
        assert found.count("wide") == wide
        assert found.square <= 1.05 * square + NOISE
        assert avoidable(it, it.outcomes[0]) == 0


def test_how_many_times_as_much() -> None:
    assert [ratio(*pair) for pair in ((0.2, 0.1), (0.1, 0.1), (0.0, 0.0), (0.1, 0.0))] == [
        "2.00", "1.00", "1.00", "∞",
    ]  # fmt: skip
    assert ratio(0.05, 0.1) == "0.50"


def test_faults_name_the_line() -> None:
    it = one("一二三四五international六七八九十一二三四五六七", measure=11.0)
    assert loose(it.outcomes[0]) > 0
    assert any("loose" in said and "paragraph 1, line 1" in said for said in faults(it))


def test_the_rivals_get_the_same_text() -> None:
    text = ('a"b\\c #好 12%', "<二> & 三")
    typst = Typst().source(text, Setting(measure=13, gap=0.0))
    assert '#"a\\"b\\\\c #好 12%"' in typst
    assert "width: 153pt" in typst
    assert "cjk-latin-spacing: none" in typst
    assert "cjk-latin-spacing: auto" in Typst().source(text, Setting(measure=13, gap=0.25))
    html = WeasyPrint().source(text, Setting(measure=13, gap=0.25))
    assert "<p>&lt;二&gt; &amp; 三</p>" in html
    assert "<i>12%</i>" in html
    assert "size: 153pt" in html


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join(GOOD), encoding="utf-8")
    assert main([str(path), "--measure", "13", "20", "--rivals", "none", "--faults"]) == 0
    said = capsys.readouterr().out
    assert said.count("### a.txt") == 2
    assert "20字, gap 0.25 em" in said
    assert "Typst" not in said


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["missing.txt", "--rivals", "none"], "missing.txt"),
        (["empty.txt", "--rivals", "none"], "holds no text"),
        (["lost.txt", "--rivals", "none"], "no face has"),
    ],
)
def test_bad_input_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], reason: str
) -> None:
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    (tmp_path / "lost.txt").write_text("好\U0001f600", encoding="utf-8")
    assert main([str(tmp_path / words[0]), *words[1:]]) == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--measure", "0"], ["--rivals", "word"]])
def test_bad_use_is_told(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "error: argument" in capsys.readouterr().err


def test_the_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "ROOT", tmp_path)
    monkeypatch.setattr(report, "DOCS", tmp_path / "docs" / "setting.md")
    path = tmp_path / "a.txt"
    path.write_text("\n".join(GOOD), encoding="utf-8")
    assert main([str(path), "--rivals", "none", "--docs"]) == 0
    page = (tmp_path / "docs" / "setting.md").read_text("utf-8")
    assert "wrote docs/setting.md" in capsys.readouterr().out
    assert page.startswith("# How well the lines are set")
    assert "python -m bench.setting --docs" in page
    assert "### a.txt: 13字, gap 0.25 em" in page
    assert str(tmp_path) not in page
