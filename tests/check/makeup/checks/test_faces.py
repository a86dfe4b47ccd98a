"""FACES: families of type on one page."""

from layout.check.makeup.checks import faces
from tests.check.pages import (
    run,
    subject,
    told_by,
)


def test_five_families_are_too_many() -> None:
    names = ["Song-Regular", "Song-Bold", "Hei-Bold", "Kai-Regular", "Li-Regular", "Wei-Regular"]
    runs = [run("字", 60, 100 + 20 * k, "a", face=f"{n}@{k}") for k, n in enumerate(names)]
    assert told_by(faces.CHECK, subject(runs)) == [
        ("FACES.many", {"families": 5, "most": 4, "names": ("Song", "Hei", "Kai", "Li", "Wei")})
    ]
    assert not told_by(faces.CHECK, subject(runs[:5]))
    assert not told_by(faces.CHECK, subject(runs, checks="{FACES: {most: 5}}"))
