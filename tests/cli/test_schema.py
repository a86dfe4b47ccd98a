"""`banxin schema`: what it prints takes and refuses what the reader does."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from layout.cli import main
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]


def schema(capsys: Capture, *name: str) -> dict[str, Any]:
    assert main(["schema", *name]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("name", ["page", "edition", "styles", "story", "project"])
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


def test_a_schema_says_what_keys_are_for_in_chinese(capsys: Capture) -> None:
    english, chinese = schema(capsys, "story"), schema(capsys, "story", "--lang", "zh")
    assert english["properties"]["byline"]["description"] == "who wrote it"
    assert chinese["properties"]["byline"]["description"] == "作者署名"
    assert english.keys() == chinese.keys()
