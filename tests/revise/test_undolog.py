"""The log of changes: what it keeps, what it leaves out, what it is when it was torn."""

import json
from pathlib import Path

import pytest

from layout.revise import undolog
from layout.revise.stretches import spans_between
from layout.revise.undolog import LOG, MOST_STEPS, UndoEntry, UndoLog
from layout.words.said import said


def entry(number: int, old: str = "a", new: str = "b") -> UndoEntry:
    return UndoEntry(
        number=number, file="A1.yaml", was=f"{number}-", became=f"{number}+",
        spans=spans_between(old, new), label=said("part.revised-place", block="x"),
    )  # fmt: skip


def test_it_is_read_as_it_was_written(tmp_path: Path):
    log = UndoLog(tmp_path)
    first, second = entry(1, "甲\n乙\n", "甲\n丙\n丁\n"), entry(2)
    log.did(first)
    log.did(second)
    log.undid(second, "2+", "2-")
    history = UndoLog(tmp_path).history()
    assert (history.done, history.undone, history.number) == ((first,), (second,), 2)
    log.redid(second, "2-", "2+")
    assert log.history().done == (first, second)
    log.undid(second, "2+", "2-")
    log.did(entry(3))
    assert [e.number for e in log.history().done] == [1, 3]
    assert log.history().undone == ()
    log.void()
    assert [e.number for e in log.history().done] == [1]
    assert [e.number for e in log.history().undone] == [2]


@pytest.mark.parametrize("cut", [1, 7, 40])
def test_a_torn_row_is_left_out_and_written_over(tmp_path: Path, cut: int):
    log = UndoLog(tmp_path)
    log.did(entry(1))
    log.did(entry(2))
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes()[:-cut])
    assert [e.number for e in log.history().done] == ([1, 2] if cut == 1 else [1])
    log.did(entry(3))
    assert UndoLog(tmp_path).history().done[-1].number == 3
    assert UndoLog(tmp_path).history().done[0].number == 1


def test_what_is_none_of_ours_is_left_out(tmp_path: Path):
    log = UndoLog(tmp_path)
    log.did(entry(1))
    path = tmp_path / LOG
    row = path.read_bytes()
    bad = [
        b"", b"\xff\xfe", b"{}\t00000000\n", b"[" * 100_000,
        undolog._row({"what": "do"}).encode(),
        undolog._row({**json.loads(row.split(b"\t")[0]), "label": ["part.lamp", {}]}).encode(),
        undolog._row({"what": "undo", "of": 77}).encode(),
        row.replace(b"A1.yaml", b"A2.yaml"),
    ]  # fmt: skip
    path.write_bytes(row + b"\n".join(bad))
    assert log.history().done == (entry(1),)
    assert UndoLog(tmp_path / "none").history().done == ()


def test_it_stays_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(undolog, "LARGE", 20_000)
    log = UndoLog(tmp_path)
    for number in range(1, 301):
        log.did(entry(number, "x" * number, "y" * number))
        log.shorten()
        assert (tmp_path / LOG).stat().st_size < 22_000
    numbers = [e.number for e in log.history().done]
    assert numbers == list(range(301 - len(numbers), 301))
    assert 20 < len(numbers) <= MOST_STEPS
    for e in reversed(log.history().done[-3:]):
        log.undid(e, "", "")
    before = log.history()
    monkeypatch.setattr(undolog, "LARGE", 10_000)
    log.shorten()
    after = UndoLog(tmp_path).history()
    assert after.undone == before.undone
    assert after.done == before.done[-len(after.done) :]
    assert log.history().number == 300


def test_the_last_change_is_kept_however_long_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(undolog, "LARGE", 4_000)
    log = UndoLog(tmp_path)
    log.did(entry(1))
    log.did(entry(2, "x" * 9_000, "y" * 9_000))
    log.shorten()
    assert [e.number for e in UndoLog(tmp_path).history().done] == [2]


def test_the_last_record(tmp_path: Path):
    log = UndoLog(tmp_path)
    assert log.last() is None
    log.did(entry(1))
    assert log.last() == ("A1.yaml", "1-", "1+")
    log.undid(entry(1), "1+", "1-")
    assert log.last() == ("A1.yaml", "1+", "1-")
    log.redid(entry(1), "1-", "1+")
    assert UndoLog(tmp_path).last() == ("A1.yaml", "1-", "1+")
    log.void()
    assert log.last() is None
