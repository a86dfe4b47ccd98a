"""The door of the room: what is said where the extra is missing."""

import pytest

from layout.compare.scan import run
from layout.compare.scan.model import ScanFile, ScanOptions
from layout.errors import MissingToolError
from tests.compare.scan.printed import Side


def test_without_the_extra_the_package_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(run, "find_spec", lambda name: None if name == "cv2" else object())
    with pytest.raises(MissingToolError) as caught:
        run.compare_scan(Side("A1", None, b""), ScanFile(name="a.png", data=b""), ScanOptions())
    told = caught.value.args[0]
    assert "opencv-python-headless" in told.words("en")
    assert told.hint("zh") == "pip install 'banxin[scan]'"


def test_nothing_of_it_is_missing_here():
    assert run.missing() == ()
