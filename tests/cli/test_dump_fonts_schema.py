"""`banxin dump`, `banxin fonts`, `banxin schema`."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from layout.cli import main
from layout.display.undump import parse_dump
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]


def test_dump_prints_the_page(project: Project, capsys: Capture) -> None:
    assert main(["dump", str(project.spec), "-q"]) == 0
    page = parse_dump(capsys.readouterr().out)
    assert page.name == "T1"
    assert [block.id for block in page.blocks] == ["header", "lead", "side", "picture"]


def test_dump_writes_one_file_or_a_folder(project: Project, tmp_path: Path) -> None:
    assert main(["dump", str(project.spec), "-q", "-o", str(tmp_path / "one.txt")]) == 0
    assert main(["dump", str(project.root), "-q", "-o", f"{tmp_path}/many/"]) == 0
    one = (tmp_path / "one.txt").read_text(encoding="utf-8")
    assert (tmp_path / "many/T1.txt").read_text(encoding="utf-8") == one


def test_dump_of_two_pages_into_one_file_is_bad_use(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    project.write("T2.yaml", project.spec.read_text(encoding="utf-8").replace("T1", "T2"))
    out = tmp_path / "one.txt"
    assert main(["dump", str(project.spec), str(project.path("T2.yaml")), "-o", str(out)]) == 2
    assert "2 pages" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("story: stories/two.md", "story: stories/tow.md"), "MISSING-FILE"),
        (("cols: 5-6, lines: 5-20", "cols: 5-7, lines: 5-20"), "OFF-GRID"),
        (("headline: {lines: 6}", "headlin: {lines: 6}"), "UNKNOWN-KEY"),
        (("cols: 5-6, lines: 5-20", "cols: 4-6, lines: 5-20"), "OVERLAP"),
    ],
)
def test_dump_of_a_bad_page_is_1(
    project: Project, capsys: Capture, change: tuple[str, str], code: str
) -> None:
    project.change("T1.yaml", *change)
    assert main(["dump", str(project.spec)]) == 1
    got = capsys.readouterr()
    assert got.out == ""
    assert f"[{code}]" in got.err
    assert "T1.yaml:" in got.err


def test_an_overset_page_is_dumped_and_1(project: Project, capsys: Capture) -> None:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    assert main(["dump", str(project.spec)]) == 1
    got = capsys.readouterr()
    assert "[OVERSET]" in got.err
    assert parse_dump(got.out).name == "T1"


@pytest.mark.parametrize(
    ("name", "status"), [("nothing.yaml", 2), ("stories", 1), ("x\0y.yaml", 2), ("a" * 5000, 2)]
)
def test_dump_of_nothing(project: Project, capsys: Capture, name: str, status: int) -> None:
    assert main(["dump", str(project.path(name))]) == status
    assert "error" in capsys.readouterr().err


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


def schema(capsys: Capture, *name: str) -> dict[str, Any]:
    assert main(["schema", *name]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("name", ["page", "edition", "styles", "story"])
def test_schemas_are_schemas(name: str, capsys: Capture) -> None:
    found = schema(capsys, name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["title"].startswith("Banxin ")
    if name == "page":
        assert schema(capsys) == found


def _plain(text: str) -> Any:
    """YAML as an editor's language server sees it: dates are text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def test_schemas_take_what_the_reader_takes(project: Project, capsys: Capture) -> None:
    story = project.path("stories/two.md").read_text(encoding="utf-8").split("---")[1]
    for name, text in (
        ("page", project.spec.read_text(encoding="utf-8")),
        ("edition", project.edition.read_text(encoding="utf-8")),
        ("styles", project.path("styles.yaml").read_text(encoding="utf-8")),
        ("story", story),
    ):
        Draft202012Validator(schema(capsys, name)).validate(_plain(text))


def test_the_schema_takes_the_pages_of_this_repository(capsys: Capture) -> None:
    found = {name: Draft202012Validator(schema(capsys, name)) for name in ("page", "edition")}
    seen = 0
    for path in sorted((ROOT / "specs").rglob("*.yaml")):
        data = _plain(path.read_text(encoding="utf-8"))
        kind = "page" if "page" in data else "edition" if "pages" in data else ""
        if kind:
            found[kind].validate(data)
            seen += 1
    assert seen >= 2


@pytest.mark.parametrize(
    "bad",
    [
        {"page": "A1", "blcoks": []},
        {"page": "A1", "blocks": [{"at": {"cols": "1", "lines": "1"}}]},
        {"page": "A1", "blocks": [{"story": "a.md", "at": {"cols": "x", "lines": "1"}}]},
        {"page": "A1", "header": {"outer": "top"}},
        {"blocks": []},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(bad: dict[str, Any], capsys: Capture) -> None:
    assert not Draft202012Validator(schema(capsys)).is_valid(bad)


def test_an_unknown_schema_is_bad_use(capsys: Capture, tmp_path: Path) -> None:
    assert main(["schema", "pgae"]) == 2
    assert 'did you mean "page"?' in capsys.readouterr().err
    assert main(["schema", "styles", "-o", str(tmp_path / "s.json")]) == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["title"]
