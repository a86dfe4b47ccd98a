"""Files that are given by themselves: what cannot be read is told, and not thrown."""

from pathlib import Path

import pytest

from layout.cli import main
from layout.cli.sources import read_source
from layout.diagnostics import StopError


@pytest.mark.parametrize("name", ["nothing.md", ".", "x\0y", "a" * 5000])
def test_what_cannot_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["import", str(tmp_path / name), "-o", str(tmp_path / "out")]) == 1
    assert "[IMPORT-READ]" in capsys.readouterr().err
    assert main(["import", "--undo", str(tmp_path / name / "issue")]) == 1
    assert "[IMPORT-READ]" in capsys.readouterr().err
    with pytest.raises(StopError) as stop:
        read_source(tmp_path / name, key="READ.text")
    assert [d.said.key for d in stop.value.diagnostics] == ["READ.text"]
