"""FACES: families of type on one page."""

from layout.check.makeup.checks import faces
from tests.check.pages import (
    messages,
    run,
    subject,
)


def test_five_families_are_too_many() -> None:
    names = ["Song-Regular", "Song-Bold", "Hei-Bold", "Kai-Regular", "Li-Regular", "Wei-Regular"]
    runs = [run("字", 60, 100 + 20 * k, "a", face=f"{n}@{k}") for k, n in enumerate(names)]
    assert messages(faces.CHECK, subject(runs)) == [
        "5 families of type (at most 4): Song, Hei, Kai, Li, Wei"
    ]
    assert not messages(faces.CHECK, subject(runs[:5]))
    assert not messages(faces.CHECK, subject(runs, checks="{FACES: {most: 5}}"))
