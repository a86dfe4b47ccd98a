"""In which language a command speaks, and where that is said."""

from pathlib import Path

import pytest

from layout.cli import main
from layout.cli.language import asked, known, of_machine

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("args", "rest", "value"),
    [
        (["build", "a.yaml"], ["build", "a.yaml"], None),
        (["--lang", "zh", "build"], ["build"], "zh"),
        (["build", "a.yaml", "--lang=en"], ["build", "a.yaml"], "en"),
        (["build", "--lang", "en", "a.yaml", "--lang", "zh"], ["build", "a.yaml"], "zh"),
        (["build", "--lang"], ["build"], ""),
        (["lines", "--", "--lang", "zh"], ["lines", "--", "--lang", "zh"], None),
    ],
)
def test_the_option_stands_anywhere(args: list[str], rest: list[str], value: str | None):
    assert asked(args) == (rest, value)


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_machine_says_it_in_the_order_of_posix(environ: dict[str, str], lang: str):
    assert of_machine(environ) == lang


def test_what_is_no_language():
    assert known("zh") == "zh"
    assert known("fr") is None


def speak(folder: Path, text: str) -> None:
    (folder / "banxin.yaml").write_text(text, encoding="utf-8")


def test_a_project_says_it_and_the_option_goes_before_it(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    speak(tmp_path, "# a comment\nlang: zh\n")
    assert main(["build", "gone.yaml"]) == 2
    assert "文件不存在" in capsys.readouterr().err
    assert main(["build", "gone.yaml", "--lang", "en"]) == 2
    assert "does not exist" in capsys.readouterr().err
    (tmp_path / "a").mkdir()
    speak(tmp_path / "a", "lang: en")
    assert main(["build", "a", "--lang=zh"]) == 1
    assert "错误" in capsys.readouterr().err
    assert main(["build", "a"]) == 1
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang: french", 'banxin.yaml:1:7: error: lang: "french" where one of en, zh is expected'),
        ("langue: zh", 'banxin.yaml:1:1: error: unknown key "langue" (did you mean "lang"?)'),
        ("[zh]", "banxin.yaml:1:1: error:"),
    ],
)
def test_a_project_that_says_nonsense_is_told(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, text: str, said: str
):
    monkeypatch.chdir(tmp_path)
    speak(tmp_path, text)
    assert main(["build", "gone.yaml"]) == 1
    assert said in capsys.readouterr().err


def test_no_such_language(capsys: Capture):
    assert main(["build", "--lang", "fr", "x"]) == 2
    assert capsys.readouterr().err == "banxin: --lang takes en, zh, not fr\n"
    assert main(["build", "x", "--lang"]) == 2
    assert "not nothing" in capsys.readouterr().err


def test_json_has_messages_in_the_language_and_keys_as_ever(capsys: Capture, tmp_path: Path):
    assert main(["build", str(tmp_path / "gone.yaml"), "--json", "--lang", "zh"]) == 2
    out = capsys.readouterr().out
    assert '"code": "MISSING-FILE"' in out
    assert '"message": "文件不存在"' in out
