"""Bundles: what is packed comes out, and no byte of a hostile one is written outside its folder."""

import json
import random
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from layout.archive import bundle
from layout.archive.bundle import BundleError, pack, unpack
from tests.told import told

FILES = {"a.yaml": b"page: A", "d1/\u7a3f\u4ef6.md": "稿".encode(), "d1/empty.md": b""}


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def project(root: Path) -> Path:
    for name, data in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def there(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


def made(rows: Any, body: bytes) -> bytes:
    return json.dumps(rows).encode() + b"\n" + body


def test_what_is_packed_comes_out(tmp_path: Path) -> None:
    root = project(tmp_path / "root")
    data = pack(root, [*FILES, *FILES, "missing.md"])
    assert data == pack(root, reversed([*FILES]))
    unpack(data, digest(data), tmp_path / "there")
    assert there(tmp_path / "there") == FILES


def test_nothing_that_lies_outside_is_packed(tmp_path: Path) -> None:
    root = project(tmp_path / "root")
    (tmp_path / "secret.md").write_bytes(b"secret")
    (root / "link.md").symlink_to(tmp_path / "secret.md")
    names = ["link.md", "../secret.md", str(tmp_path / "secret.md"), "a.yaml"]
    assert b"secret" not in pack(root, names)


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../a", "a/../b", "a/..", "/a", "a//b", "a/", "./a", "C:/a", "a\\b", "a\0b",
        "a\nb", "\x1b", "...", "a/. .", "x" * 2000,
    ],
)  # fmt: skip
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    data = made([["good.md", 1, digest(b"x")], [name, 1, digest(b"x")]], b"xx")
    with pytest.raises(BundleError) as fault:
        unpack(data, digest(data), tmp_path / "there")
    assert told(fault.value.args[0])[0] == "part.bundle-name"
    assert not (tmp_path / "there").exists()


@pytest.mark.parametrize(
    "rows",
    [
        None, {}, [[]], [["a", 1]], [["a", "1", digest(b"x")]], [["a", 1, "0" * 63]],
        [["a", -1, digest(b"x")]], [["a", 2, digest(b"x")]], [["a", 1, digest(b"y")]],
        [["a", 1, digest(b"x")], ["a", 0, digest(b"")]],
        [["a", 1, digest(b"x")], ["A", 0, digest(b"")]],
        [["a", 1, digest(b"x")], ["a/b", 0, digest(b"")]], [],
        [["a", 1, digest(b"x")]] * 5000,
    ],
)  # fmt: skip
def test_what_does_not_add_up_is_refused(tmp_path: Path, rows: Any) -> None:
    data = made(rows, b"x")
    with pytest.raises(BundleError):
        unpack(data, digest(data), tmp_path / "there")
    assert not (tmp_path / "there").exists()


def test_damage_anywhere_is_refused(tmp_path: Path) -> None:
    data = pack(project(tmp_path / "root"), FILES)
    dice = random.Random(7)
    for number in range(200):
        at = dice.randrange(len(data))
        bad = data[:at] + bytes([data[at] ^ 1 << dice.randrange(8)]) + data[at + 1 :]
        with pytest.raises(BundleError):
            unpack(bad, digest(data), tmp_path / "there")  # it is not what was sent
        try:  # nor does a liar about its digest write anything outside
            unpack(bad, digest(bad), tmp_path / "in" / str(number))
        except BundleError:
            continue
    assert {p.name for p in tmp_path.iterdir()} <= {"root", "in"}


def test_too_much_is_refused_on_both_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "root")
    data = pack(root, FILES)
    monkeypatch.setattr(bundle, "MOST_BYTES", 5)
    monkeypatch.setattr(bundle, "MOST_HEAD", 5)
    with pytest.raises(BundleError):
        pack(root, ["d1/稿件.md", "a.yaml"])
    with pytest.raises(BundleError):
        unpack(data, digest(data), tmp_path / "there")
