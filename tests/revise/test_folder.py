"""One writer at a time, and nothing outside of the folder."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from layout.revise import folder
from layout.revise.folder import HIDDEN, may_write, one_writer
from layout.revise.reviser import Done, Reviser
from layout.rewrite.texts import RefusedError
from tests.cost import HANG_S
from tests.revise.edition import edit, key, made

WRITER = """\
import sys
from pathlib import Path
from layout.revise.reviser import Done, Reviser
spec, block, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
reviser, done = Reviser(spec), 0
while done < count:
    lines = [5 + done, 20 + done]
    op = {"op": "place", "file": "A1.yaml", "block": block, "lines": lines}
    made = reviser.edit({**op, "base": reviser.digest("A1.yaml")})
    if isinstance(made, Done):
        done += 1
    else:
        assert made.diagnostics[0].code == "UNDERNEATH", made
"""


def test_two_processes_on_one_edition(tmp_path: Path):
    """Each writes only what it has seen; nothing of the other is lost, and all can be undone."""
    spec = made(tmp_path)
    before = (tmp_path / "A1.yaml").read_bytes()
    args = [sys.executable, "-c", WRITER, str(spec)]
    writers = [subprocess.Popen([*args, block, "6"]) for block in ("lead", "side")]
    assert [w.wait(HANG_S) for w in writers] == [0, 0]
    text = (tmp_path / "A1.yaml").read_text(encoding="utf-8")
    assert "{cols: 1-3, lines: 10-25}" in text
    assert "{cols: 4-5, lines: 10-25}" in text
    reviser, count = Reviser(spec), 0
    while isinstance(reviser.undo(), Done):
        count += 1
    assert count == 12
    assert (tmp_path / "A1.yaml").read_bytes() == before


def test_a_lock_that_is_not_let_go_of_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    spec = made(tmp_path)
    monkeypatch.setattr(folder, "TRIES", 1)
    with one_writer(tmp_path):
        assert key(edit(Reviser(spec), op="place", block="lead", lines=[6, 31])) == "REVISE.busy"
    assert isinstance(edit(Reviser(spec), op="place", block="lead", lines=[6, 31]), Done)


def test_what_a_proof_keeps_is_its_owners_and_no_commits(tmp_path: Path):
    with one_writer(tmp_path) as kept:
        assert kept == tmp_path / HIDDEN
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert (kept / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_what_may_be_written(tmp_path: Path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    for one in (inside, outside):
        one.mkdir()
        (one / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    (inside / "link.yaml").symlink_to("a.yaml")
    (inside / "away.yaml").symlink_to(outside / "a.yaml")
    (inside / "folder.yaml").mkdir()
    (inside / HIDDEN).mkdir()
    (inside / HIDDEN / "a.yaml").write_text("", encoding="utf-8")
    assert may_write(inside / "link.yaml", inside, "x") == (inside / "a.yaml").resolve()
    bad = ("away.yaml", "../out/a.yaml", "folder.yaml", f"{HIDDEN}/a.yaml", "none.yaml")
    for name in bad:
        with pytest.raises(RefusedError) as refused:
            may_write(inside / name, inside, name)
        code = refused.value.diagnostics[0].said.key
        assert code == ("REVISE.gone" if name == "none.yaml" else "REVISE.outside")
