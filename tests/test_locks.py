"""The locks against pyproject.toml: every package by name and hash, for every Python."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "locks").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: str) -> Iterator[tuple[Requirement, int]]:
    """Each pin of a lock and how many hashes it has. Fails at what is none of these."""
    text = (ROOT / "locks" / lock).read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        words = line.partition("    #")[0].strip()
        if not words or words.startswith("#"):
            continue
        pin, *hashes = words.split(" --hash=")
        assert all(HASH.fullmatch(f"--hash={h.strip()}") for h in hashes), line[:80]
        yield Requirement(pin), len(hashes)


def group(name: str) -> list[Requirement]:
    """What a dependency group asks for, with the groups it includes."""
    found = []
    for item in PROJECT["dependency-groups"][name]:
        if isinstance(item, str):
            found.append(Requirement(item))
        else:
            found += group(item["include-group"])
    return found


def asked(*groups: str) -> list[Requirement]:
    project = PROJECT["project"]
    own = [*project["dependencies"], *project["optional-dependencies"]["fast"]]
    own += PROJECT["build-system"]["requires"]
    return [Requirement(r) for r in own] + [r for g in groups for r in group(g)]


def environment(python: str, **more: str) -> dict[str, str]:
    """What markers are held against: this machine with another Python, or another system."""
    own = {key: str(value) for key, value in default_environment().items()}
    return {**own, "python_version": python, "python_full_version": f"{python}.0", **more}


def pins(lock: str, python: str, **more: str) -> dict[str, Version]:
    """What a lock installs on a Python."""
    env = environment(python, **more)
    found: dict[str, Version] = {}
    for pin, _ in entries(lock):
        if pin.marker is None or pin.marker.evaluate(env):
            name = canonicalize_name(pin.name)
            assert name not in found, f"{name} is pinned twice for Python {python}"
            (spec,) = pin.specifier
            assert spec.operator == "==", pin
            found[name] = Version(spec.version)
    return found


def installed(name: str, version: Version) -> Distribution | None:
    """A package that is here in that version."""
    try:
        here = distribution(name)
    except PackageNotFoundError:
        return None
    return here if Version(here.version) == version else None


@pytest.mark.parametrize("lock", [path.name for path in LOCKS])
def test_every_package_has_hashes_and_no_lock_names_a_place(lock):
    found = list(entries(lock))
    assert found
    assert all(count for _, count in found)
    text = (ROOT / "locks" / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)  # no option such as --index-url


def test_the_locks_are_those_that_are_used():
    names = ["bench.txt", "dev.txt", "oldest.txt", "readers.txt", "uv.txt"]
    assert [path.name for path in LOCKS] == names
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert all(f"locks/{path.name}" in makefile for path in LOCKS)


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_meets_every_range(python):
    pinned = pins("dev.txt", python)
    for wanted in asked("dev"):
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), wanted


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_lock_has_what_each_package_needs(python: str, platform: str) -> None:
    """As told by those that are installed here: each requirement is pinned, within its range."""
    pinned = pins("dev.txt", python, sys_platform=platform)
    env = environment(python, sys_platform=platform)
    here = {name: dist for name in pinned if (dist := installed(name, pinned[name]))}
    if not here:
        pytest.skip("the packages that are installed here are not those of the lock")
    extras: dict[str, set[str]] = {}  # those that one package asks of another
    before = None
    while extras != before:
        before = {name: set(asked) for name, asked in extras.items()}
        for name, dist in here.items():
            for need in map(Requirement, dist.requires or []):
                cases = [env | {"extra": extra} for extra in ("", *extras.get(name, ()))]
                if need.marker is None or any(need.marker.evaluate(case) for case in cases):
                    wanted = canonicalize_name(need.name)
                    assert need.specifier.contains(pinned[wanted]), (name, need)
                    extras.setdefault(wanted, set()).update(need.extras)


def test_the_oldest_lane_is_the_lower_bounds_exactly():
    pinned = pins("oldest.txt", "3.11")
    for wanted in asked("test", "build"):
        (bound,) = wanted.specifier
        assert bound.operator == ">=", wanted
        assert pinned[canonicalize_name(wanted.name)] == Version(bound.version), wanted


def test_each_tool_has_its_lock():
    for lock, name in (("bench.txt", "bench"), ("readers.txt", "readers"), ("uv.txt", "lock")):
        pinned = pins(lock, "3.11")
        for wanted in group(name):
            assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)])


def test_what_a_user_installs_stays_ranges():
    for wanted in [Requirement(r) for r in PROJECT["project"]["dependencies"]]:
        assert [s.operator for s in wanted.specifier] == [">="], wanted
