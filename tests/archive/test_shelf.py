"""The shelf: used where its word is found, by the same user on the same machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout.archive import shelf as module
from layout.archive.shelf import WORD, Shelf, found_place
from layout.files import WriteError, own_mark, this_machine


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "out")
    made.put_up()
    return made


def test_each_place_is_given_once(shelf: Shelf) -> None:
    places = [shelf.place(), shelf.place()]
    assert [found_place(str(place), shelf.word) for place in places] == places
    assert found_place(str(places[0]), shelf.word) is None  # as if it was sent twice


@pytest.mark.parametrize(
    "spoil",
    [
        lambda place, patch: (place.parent / WORD).write_text("another", "ascii"),
        lambda place, patch: (place.parent / WORD).write_bytes(b"\xff"),
        lambda place, patch: (place.parent / WORD).unlink(),
        lambda place, patch: patch.setattr(module, "this_machine", lambda: "0000000f"),
        lambda place, patch: patch.setattr("os.getuid", lambda: place.parent.stat().st_uid + 1),
    ],
)
def test_who_does_not_find_it_as_it_is_sends_its_files(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, spoil
) -> None:
    place = shelf.place()
    spoil(place, monkeypatch)
    assert found_place(str(place), shelf.word) is None
    assert found_place("", "") is None
    assert not place.exists()


def test_a_file_is_taken_as_one_that_was_written_here(shelf: Shelf, tmp_path: Path) -> None:
    laid = shelf.place() / "a"
    laid.parent.mkdir()
    laid.write_bytes(b"%PDF")
    laid.chmod(0o600)
    written = tmp_path / "written"
    written.touch()
    beside = shelf.take(laid, tmp_path / "out/d1/A1.pdf", "m")
    assert (beside.parent, beside.read_bytes()) == (tmp_path / "out/d1", b"%PDF")
    assert beside.stat().st_mode == written.stat().st_mode
    assert not laid.exists()


def test_a_file_whose_place_is_on_another_disk_is_written_there(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = shelf.place() / "a"
    laid.parent.mkdir()
    laid.write_bytes(b"%PDF")

    def apart(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", apart)
        beside = shelf.take(laid, tmp_path / "out/d1/A1.pdf", "m")
    assert beside.read_bytes() == b"%PDF"
    (tmp_path / "out/d2").write_text("a file", "utf-8")
    with pytest.raises(WriteError):
        shelf.take(laid, tmp_path / "out/d2/A1.pdf", "m")


def test_nothing_stays_of_it_nor_of_a_run_that_was_killed(shelf: Shelf, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (out / f".banxin.{this_machine()}-{ended.pid}.part/1").mkdir(parents=True)
    other = out / f".banxin.{this_machine()}-{os.getppid()}.part"
    other.mkdir()
    shelf.place().mkdir()
    shelf.take_down()
    assert list(out.iterdir()) == [other]  # of one that lives
    assert own_mark() not in other.name


def other_run(out: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A shelf as one of another process that lives has it."""
    with monkeypatch.context() as patch:
        patch.setattr(module, "own_mark", lambda: f"{this_machine()}-{os.getppid()}")
        return Shelf(out)


def test_what_killed_runs_have_left_goes_when_the_next_begins(tmp_path: Path) -> None:
    out = tmp_path / "out"
    killed = (
        "import os, sys; from pathlib import Path; from layout.archive.shelf import Shelf\n"
        "shelf = Shelf(Path(sys.argv[1])); shelf.put_up(); shelf.place().mkdir()\n"
        "os.kill(os.getpid(), 9)"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", killed, str(out)], check=False)
        assert len(list(out.iterdir())) == 1
    # one whose process id is another's now, and one of ours, as after a power cut
    for pid in (os.getppid(), os.getpid()):
        left = out / f".banxin.{this_machine()}-{pid}.part"
        left.mkdir()
        (left / WORD).write_text("word", "ascii")
    shelf = Shelf(out)
    shelf.put_up()
    assert found_place(str(shelf.place()), shelf.word) is not None
    assert list(out.iterdir()) == [shelf._folder]


def test_two_runs_at_once_leave_each_other_theirs_and_tell_what_both_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    first, second = Shelf(out), other_run(out, monkeypatch)
    assert first.put_up([out / "d1", out / "d2"]) == set()
    assert second.put_up([out / "d2", out / "d3"]) == {out / "d2"}
    assert first.put_up([out / "d3"]) == {out / "d3"}  # begun again
    assert found_place(str(second.place()), second.word) is not None
    second.take_down()
    assert found_place(str(first.place()), first.word) is not None
    assert second.put_up([out / "d4"]) == set()
    first.take_down()
    second.take_down()
    assert list(out.iterdir()) == []


def test_a_shelf_that_says_no_folders_is_none_of_ours_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    other = other_run(out, monkeypatch)
    other.put_up([out / "d1"])
    (other._folder / "folders").write_bytes(b"\xff\0\0")
    assert Shelf(out).put_up([out / "d1"]) == set()
    (other._folder / "folders").unlink()
    assert Shelf(out).put_up([out / "d1"]) == set()
    assert other._folder.is_dir()


def test_where_it_cannot_be_put_up_nothing_is_laid(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    made = Shelf(tmp_path / "out")
    made.put_up()
    assert found_place(str(made.place()), made.word) is None
    made.take_down()
    assert (tmp_path / "out").read_text("utf-8") == "a file"
