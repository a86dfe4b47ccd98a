"""Attacks on the reader: those that stand beside the checkout, and the same in our own language.

Each is built by `banxin build` in a child process with a number of calls that take under a second,
and 500 MB: it must be refused with the file and the place, exit status 1, no traceback and nothing
written. Harmless twins must build.
"""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from layout.api import Session
from tests.conftest import Project
from tests.spec.attacks import ATTACKS, TWINS, Files
from tests.spec.limited import CALLS, Answer, build_all

CASES = Path(__file__).parents[3] / "shared" / "cases" / "hostile"
PWNED = Path("/tmp/pwned")
LINE = re.compile(r"(?P<place>.+?:\d+:\d+): error: (?P<message>.+) \[(?P<code>[A-Z-]+)\]")


def refusals(answer: Answer, name: str) -> list[re.Match[str]]:
    """The errors a build told, after the checks that every refusal must stand."""
    assert answer.status in (1, 2), (name, answer)
    assert "Traceback" not in answer.err
    assert "RecursionError" not in answer.err
    assert answer.calls < CALLS
    assert not answer.out
    assert len(answer.err) < 20_000
    *said, last = answer.err.splitlines()
    assert re.fullmatch(r".+: not made, \d+ errors?(, \d+ warnings?)?", last)
    found = [LINE.fullmatch(line) for line in said]
    assert found
    assert all(found), (name, answer.err)
    good = [f for f in found if f is not None]
    slip = any(f["place"].startswith("--set:") and f["code"] in ("OVERRIDE", "YAML") for f in good)
    assert answer.status == (2 if slip else 1), (name, answer)
    return good


# What the answer to a shared case must name, by the beginning of its file's name.
NAMES = {
    "billion": "TOO-LARGE", "alias-quadratic": "TOO-LARGE", "self-alias": "ALIAS",
    "deep": "TOO-DEEP", "python": "TAG", "duplicate": "DUPLICATE-KEY", "norway": "UNKNOWN-KEY",
    "tabs": "YAML", "empty": "EMPTY", "only-comment": "EMPTY", "two-docs": "YAML",
    "scalar-root": "ROOT", "null-root": "ROOT", "list-root": "ROOT", "utf16": "ENCODING",
    "gbk": "ENCODING", "bom": "VALUE", "nul.": "CONTROL", "truncated-utf8": "ENCODING",
    "truncated.": "YAML", "number": "VALUE", "columns": "VALUE", "path": "UNKNOWN-KEY",
}  # fmt: skip


@pytest.mark.shared
def test_the_shared_cases(tmp_path: Path) -> None:
    if not CASES.is_dir():
        pytest.skip("the cases ../shared/cases/hostile are not there")
    lines = (CASES / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    files = [CASES / json.loads(line)["file"] for line in lines]
    assert len(files) == 64
    PWNED.unlink(missing_ok=True)
    out = tmp_path / "out"
    answers = build_all([[str(f), "-o", str(out)] for f in files], tmp_path)
    for file, answer in zip(files, answers, strict=True):
        found = refusals(answer, file.name)
        code = next(c for start, c in NAMES.items() if file.name.startswith(start))
        assert found[0]["code"] == code, (file.name, answer.err)
        assert all(f["place"].startswith(file.name + ":") for f in found)
        if file.name.startswith(("number", "columns")):  # the field, by the keys that hold it
            assert "page: a mapping (width, height, columns)" in found[0]["message"]
        if file.name == "gbk.yaml":
            assert "GBK" in answer.err
    assert not out.exists()
    assert not PWNED.exists()


def attacked(folder: Path, files: Files) -> Path:
    """The small project with some of its files changed, and things in it that lead outside."""
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "up").symlink_to(folder.parent)
    return folder / "T1.yaml"


@pytest.fixture
def copies(project: Project, tmp_path: Path) -> Any:
    """Makes a copy of the small project under a number."""

    def copy(number: int) -> Path:
        folder = tmp_path / "copies" / str(number) / "paper"
        shutil.copytree(project.root, folder)
        return folder

    return copy


def test_attacks_in_our_own_language(copies: Any, tmp_path: Path) -> None:
    PWNED.unlink(missing_ok=True)
    out = tmp_path / "out"
    jobs = []
    for number, (files, *_) in enumerate(ATTACKS.values()):
        jobs.append([str(attacked(copies(number), files)), "-o", str(out)])
    answers = build_all(jobs, tmp_path)
    for (name, (_, code, words, line)), answer in zip(ATTACKS.items(), answers, strict=True):
        found = refusals(answer, name)
        wanted = {code} if code else {"BAD-PATH", "MISSING-FILE", "VALUE"}
        fitting = [f for f in found if f["code"] in wanted and words in f["message"]]
        assert fitting, (name, answer.err)
        assert not line or int(fitting[0]["place"].split(":")[1]) == line, (name, answer.err)
        assert "root:" not in answer.err  # nothing of a file outside is shown
    assert not out.exists()
    assert not PWNED.exists()


def test_overrides_are_no_way_in(copies: Any, tmp_path: Path) -> None:
    sets = [
        "format.width=.nan", "blocks.picture.picture=/dev/zero", "blocks.lead.story=../../x",
        "page=!!python/object/apply:os.system [touch /tmp/pwned]", "x=" + "[" * 20_000, "a=b=c",
        "blocks.99999999999.at=1", "title=\x00", "=" * 5000,
    ]  # fmt: skip
    spec = str(attacked(copies(0), {}))
    answers = build_all([[spec, "-o", str(tmp_path / "out"), "--set", s] for s in sets], tmp_path)
    for text, answer in zip(sets, answers, strict=True):
        refusals(answer, text)
    assert not (tmp_path / "out").exists()
    assert not PWNED.exists()


@pytest.mark.parametrize("name", list(TWINS))
def test_harmless_twins_build(project: Project, name: str) -> None:
    for file, content in TWINS[name].items():
        project.path(file).write_bytes(content if isinstance(content, bytes) else content.encode())
    made = Session().page(project.spec)
    assert made.drawable, made.diagnostics
    assert made.name == {
        "no": "NO", "on": "on", "null in quotes": "null", "a time": "390:30", "an octal": "010",
        "a version": "1.10", "an underscore": "1_000", "infinity as a name": "1e400",
        "a date as text": "2024-05-07",
    }.get(name, "T1")  # fmt: skip
