"""`banxin fonts`: roles, and who has a character."""

import json

import pytest

from layout.cli import main

Capture = pytest.CaptureFixture[str]


def test_fonts_lists_every_role(capsys: Capture) -> None:
    assert main(["fonts"]) == 0
    out = capsys.readouterr().out
    for role in ("报宋", "大标宋", "细黑", "超粗黑", "楷", "仿宋"):
        assert role in out
    assert "stands in" in out
    assert main(["fonts", "--json"]) == 0
    roles = {r["role"]: r for r in json.loads(capsys.readouterr().out)["roles"]}
    assert roles["报宋"]["file"] == "NotoSerifSC-Regular.ttf"
    assert roles["报宋"]["fallback"]
    assert "楷" in roles["仿宋"]["note"]


def test_fonts_says_who_has_a_character(capsys: Capture) -> None:
    assert main(["fonts", "--text", "喆祎喆 "]) == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "喆  U+5586  every role's own face",
        "祎  U+794E  every role's own face",
    ]
    assert main(["fonts", "--text", "喆😀", "--json"]) == 1
    got = json.loads(capsys.readouterr().out)["characters"]
    assert got[0]["drawn_by"]["黑"] == "NotoSansSC-Bold"
    assert got[1]["code"] == "U+1F600"
    assert got[1]["has"] == []
    assert set(got[1]["drawn_by"].values()) == {""}


def test_fonts_names_a_character_in_no_face(capsys: Capture) -> None:
    assert main(["fonts", "--text", "\udcff\x1b好"]) == 1
    got = capsys.readouterr()
    assert "\x1b" not in got.out + got.err
    assert "U+DCFF" in got.err
