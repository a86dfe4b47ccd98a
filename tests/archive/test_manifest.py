"""The manifest: what is added is there after a kill at any byte, and a torn line costs itself."""

from pathlib import Path

import pytest

from layout.archive.facts import MadeFacts
from layout.archive.manifest import NAME, MadeEntry, Manifest, read_entry
from layout.diagnostics import Place, warning
from layout.files import WriteError
from layout.record import replace


def entry(key: str, inputs: str = "i") -> MadeEntry:
    return MadeEntry(
        key=key, how="h", inputs=inputs, files=("a.yaml", "稿件.md"), outputs={f"{key}.pdf": "d"},
        facts=MadeFacts(
            found=(warning("STANDS-IN.text", Place("a.yaml", 2, 3), story="稿件.md"),), name=key,
            place=Place("a.yaml"), halves=("A", "B"), stands_in=("稿件.md",),
        ),
    )  # fmt: skip


KEYS = ("A1", "A2", "A3")


def written(folder: Path) -> bytes:
    """A manifest to which three pages were added one by one."""
    manifest = Manifest(folder)
    for key in KEYS:
        manifest.add([entry(key)])
    return (folder / NAME).read_bytes()


def test_what_is_added_is_found_by_the_next_run(tmp_path: Path) -> None:
    written(tmp_path)
    found = Manifest(tmp_path)
    assert [found.entry(key, "h") for key in KEYS] == [entry(key) for key in KEYS]
    assert found.entry("A1", "another way") is None
    assert found.entry("A4", "h") is None


def test_a_kill_at_any_byte_costs_no_line_but_the_last(tmp_path: Path) -> None:
    whole = written(tmp_path)
    ends = [at + 1 for at, byte in enumerate(whole) if byte == ord("\n")]
    for size in range(len(whole)):
        (tmp_path / NAME).write_bytes(whole[:size])
        found = Manifest(tmp_path)
        there = [key for key in KEYS if found.entry(key, "h") is not None]
        assert len(there) == sum(end <= size for end in ends), size
        if size % 37 == 0:  # goes on behind it, and is whole again
            found.add([entry("A9")])
            lines = (tmp_path / NAME).read_bytes().splitlines()
            assert [one.key for line in lines if (one := read_entry(line))] == [*there, "A9"]
            assert len(lines) == len(there) + 1


def test_a_later_line_of_a_page_goes_before_and_the_file_is_made_small(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    for inputs in ("one", "two", "three"):
        manifest.add([entry("A1", inputs)])
    assert len((tmp_path / NAME).read_bytes().splitlines()) == 3
    again = Manifest(tmp_path)
    assert again.entry("A1", "h") == entry("A1", "three")
    again.add([entry("A2")])
    assert len((tmp_path / NAME).read_bytes().splitlines()) == 2


@pytest.mark.parametrize(
    "line",
    [
        b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"of": 3}', b"[" * 100_000,
        entry("A1").line().replace(b'"A1.pdf"', b'"../A1.pdf"'),
        entry("A1").line().replace(b'"A1.pdf": "d"', b'"A1.pdf": 4'),
        entry("A1").line().replace(b'"warning"', b'"grave"'),
    ],
)  # fmt: skip
def test_a_line_that_is_none_is_left_out(tmp_path: Path, line: bytes) -> None:
    assert read_entry(line) is None
    (tmp_path / NAME).write_bytes(line + b"\n" + entry("A2").line())
    found = Manifest(tmp_path)
    assert found.entry("A1", "h") is None
    assert found.entry("A2", "h") is not None


def test_outputs_stand_as_they_were_made(tmp_path: Path) -> None:
    from hashlib import sha256

    one = replace(entry("A1"), outputs={"A1.pdf": sha256(b"%PDF").hexdigest()})
    assert not one.stands(tmp_path)
    (tmp_path / "A1.pdf").write_bytes(b"%PDF")
    assert one.stands(tmp_path)
    (tmp_path / "A1.pdf").write_bytes(b"%PDG")
    assert not one.stands(tmp_path)
    (tmp_path / "other").write_bytes(b"%PDF")
    (tmp_path / "A1.pdf").unlink()
    (tmp_path / "A1.pdf").symlink_to(tmp_path / "other")
    assert not one.stands(tmp_path)


def test_one_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(WriteError):
        Manifest(tmp_path).add([entry("A1")])
