"""What argparse says, in our words: faults of use by what was typed, and help that is complete."""

import argparse
import importlib
import re

import pytest

from layout.cli import COMMANDS, main
from layout.cli.argwords import fault_of
from layout.words import help_en, help_zh

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("——to", "--to"), ("—to", "--to"), ("－－to", "--to"), ("–set", "--set"),
        ("−-to", "--to"), ("-—to", "--to"), ("－o", "-o"), ("——to=pdf", "--to"),
    ],
)  # fmt: skip
def test_a_dash_that_is_no_hyphen_is_told(capsys: Capture, typed: str, option: str):
    for lang, words in (("en", "half-width hyphen"), ("zh", "半角的连字符")):
        assert main(["build", "none.yaml", typed, "pdf", "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert typed in told
        assert words in told
        assert f"{option}" in told.partition("(" if lang == "en" else "（")[2]


def test_words_behind_a_dash_are_words(capsys: Capture):
    assert main(["find", "——株洲", "none.yaml"]) == 2
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "near"), [("四开", "tabloid"), ("对开", "broadsheet"), ("tabliod", "tabloid")]
)
def test_a_choice_that_is_none_names_the_one_that_was_meant(capsys: Capture, given: str, near: str):
    for lang, words in (("en", f'did you mean "{near}"?'), ("zh", f"“{near}”")):
        assert main(["new", "x", "--format", given, "--lang", lang]) == 2
        assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "english", "chinese"),
    [
        (["build"], "missing: spec (a page spec", "没有写哪一版、哪一期（版面文件"),
        (["find"], "missing: WORDS (to be looked for), EDITION (", "没有写要找的字、哪一期（"),
        (["replace", "甲"], "missing: NEW (the words", "没有写改成什么字、哪一期（"),
        (["lines"], "missing: FILE (a text), --measure", "没有写哪个文本文件、--measure"),
        (["import"], "missing: COPY (", "没有写哪份稿件（"),
        (["lines", "x"], "missing: --measure", "没有写--measure"),
        (["build", "x", "--dpi", "far"], 'takes a number, not "far"', "要写数字，不能写“far”"),
        (["build", "x", "-j", "1.5"], 'takes a whole number, not "1.5"', "要写整数，不能写“1.5”"),
        (["build", "x", "--out"], "-o/--out has nothing behind it", "后面缺少值"),
        (["fonts", "--used"], "--used has nothing behind it", "后面缺少值"),
        (["build", "x", "--renderer", "ink"], "takes press, weasyprint, not ink", "只能是press、"),
        (["build", "x", "--final=yes"], "--final takes no value, not yes", "后面不带值，写了yes"),
        (
            ["lines", "x", "--li", "trim"],
            "could be --line-start, --line-end",
            "可能是--line-start、",
        ),
    ],
)
def test_a_fault_of_use_in_both_languages(
    capsys: Capture, args: list[str], english: str, chinese: str
):
    for lang, words in (("en", english), ("zh", chinese)):
        assert main([*args, "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert words in told
        assert told.count("\n") == 1
        assert f"banxin {args[0]} --help" in told
        assert not re.search(r"argument|expected|invalid|choose", told)


def test_words_of_a_later_argparse_are_passed_on():
    assert fault_of("the moon is in the wrong phase").key == "USE.fault"


def options() -> dict[str, list[argparse.Action]]:
    """The options and arguments of each command but help."""
    out = {}
    for name, module in COMMANDS.items():
        commands = argparse.ArgumentParser().add_subparsers()
        importlib.import_module(module).add_parser(commands)
        own = commands.choices[name]
        out[name] = [action for action in own._actions if action.dest != "help"]
    return out


def wanted() -> set[str]:
    """Every key of the tables of help that a command needs."""
    keys = {"--help", "--lang", "banxin.description", "banxin.epilog", "banxin.--version"}
    for name, actions in options().items():
        keys |= {name, f"{name}.description", f"{name}.epilog"}
        for action in actions:
            option = action.option_strings[-1] if action.option_strings else action.dest
            keys.add(f"{name}.{option}")
    return keys


@pytest.mark.parametrize("table", [help_en.HELP, help_zh.HELP], ids=["en", "zh"])
def test_help_is_complete_and_has_nothing_more(table: dict[str, str]):
    groups = {key for key in table if ".group." in key}
    assert groups == {"lines.group.rules", "lines.group.marks", "lines.group.space"}
    assert set(table) - groups == wanted()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_shown(capsys: Capture, command: str, lang: str):
    assert main([*([command] if command else []), "--help", "--lang", lang]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("用法：" if lang == "zh" else "usage: ")
    assert ("options:" in shown) == (lang == "en")
    assert ("选项：" in shown) == (lang == "zh")


def test_choices_and_defaults_are_named_as_they_are():
    for name, actions in options().items():
        for action in actions:
            option = action.option_strings[-1] if action.option_strings else action.dest
            for table in (help_en.HELP, help_zh.HELP):
                words = table[f"{name}.{option}"]
                number = re.search(r"[（(](\d[\d.]*)(?:pt)?[）)]$", words)
                if number and action.default is not None:
                    assert number[1] == f"{action.default}".removesuffix("pt").removesuffix(".0")
