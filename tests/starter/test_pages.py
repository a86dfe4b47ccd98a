"""The files of a new edition, and where they come from in a checkout and in a wheel."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from layout.starter import pages
from layout.starter.pages import DATE, FORMATS, PICTURES, files_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("number", [1, 2, 5])
def test_every_file_that_is_named_is_there(kind: str, number: int) -> None:
    files = files_of("mine", kind=kind, pages=number)
    assert files == files_of("mine", kind=kind, pages=number)
    texts = {name: data.decode() for name, data in files.items() if not name.endswith(".jpg")}
    named = set(re.findall(r"(?:stories|assets)/[\w-]+\.\w+", "".join(texts.values())))
    assert named == {name for name in files if "/" in name}
    assert not any(re.search(r"@[a-z]+@|^\s*#(if|else|end)\b", t, re.M) for t in texts.values())
    assert sum(name.startswith("A") for name in files) == number


def test_every_story_and_picture_stands_in() -> None:
    for kind in FORMATS:
        files = files_of("mine", kind=kind, pages=2)
        stories = [data.decode() for name, data in files.items() if name.endswith(".md")]
        assert len(stories) >= 5
        assert all("\nstands_in: true" in story for story in stories)
        specs = [files[name].decode() for name in ("A1.yaml", "A2.yaml")]
        for spec in specs:
            pictures = len(re.findall(r"\bpicture:", _code(spec)))
            assert pictures == _code(spec).count("stands_in: true") > 0


def _code(spec: str) -> str:
    """Without the comments."""
    return re.sub(r"(^| )#.*", "", spec)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("mine", DATE),
        ("special-2026-05-04", "2026-05-04"),
        ("2026-02-30", DATE),
        ("12026-05-04", DATE),
    ],
)
def test_the_date_of_issue(name: str, date: str) -> None:
    edition = files_of(name, kind="tabloid", pages=1)["edition.yaml"].decode()
    assert f"\ndate: {date} " in edition


def test_an_installed_package_has_its_pictures_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As pyproject.toml maps them into the wheel: nothing is read outside the package."""
    package = tmp_path / "layout" / "starter"
    shutil.copytree(Path(pages.__file__).parent, package)
    here = files_of("mine", kind="tabloid", pages=2)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    inside = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for picture in PICTURES:
        target = tmp_path / inside[f"assets/{picture}"]
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "assets" / picture, target)
    monkeypatch.setattr(pages, "__file__", str(package / "pages.py"))
    assert pages.shipped_pictures() == package / "pictures"
    assert files_of("mine", kind="tabloid", pages=2) == here
