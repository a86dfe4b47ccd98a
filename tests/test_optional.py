"""What `make test` brings: each library is looked for, and each missing one brought."""

import ctypes.util
import os
import shutil
import subprocess
from typing import Any

import pytest

from tests import optional


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands given to apt-get by a root who has nothing, none of which is run."""
    given: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        given.append(command[1:])
        return subprocess.CompletedProcess(command, 100 if "nowhere" in command else 0)

    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", run)
    return given


def have(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    monkeypatch.setattr(
        ctypes.util, "find_library", lambda name: name if name in libraries else None
    )


@pytest.mark.parametrize("part", [p for p in optional.SYSTEM if p.library], ids=lambda p: p.library)
def test_one_missing_library_is_enough(
    part: optional.Part, apt: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    have(monkeypatch, *(p.library for p in optional.SYSTEM if p is not part))
    optional.install()
    assert apt[0] == ["update", "-qq"]
    assert part.package in apt[1]
    others = {p.package for p in optional.SYSTEM if p.library and p is not part}
    assert others.isdisjoint(apt[1])
    told = {name: here for name, here, _ in optional.optional_parts()}
    assert not told[part.name]


def test_a_package_that_is_nowhere_keeps_no_other_out(
    apt: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    have(monkeypatch)
    parts = (optional.Part("a", "nowhere", library="a"), optional.Part("b", "b0", library="b"))
    monkeypatch.setattr(optional, "SYSTEM", parts)
    optional.install()
    assert [command[-1] for command in apt[2:]] == ["nowhere", "b0"]


def test_nothing_is_brought_where_all_is_here(
    apt: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(optional, "missing", list)
    optional.install()
    assert apt == []


def test_another_user_brings_nothing(apt: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    optional.install()
    assert apt == []
