"""Offsets, rows and the values of a file."""

from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Place
from layout.whence.sourcetext import SourceFile

HEAD = '---\ntitle: "甲乙"\nbyline: >-\n  丙\n  丁\n---\n正文\n'


@given(st.text("甲a \n", max_size=30))
def test_places_and_offsets_lead_back(text: str) -> None:
    file = SourceFile("x.md", text.encode())
    for at in range(len(file.text)):
        place = file.place(at)
        assert file.offset(place) == at
        row = file.row(place.line)
        assert (row + "\n")[place.column - 1] == file.text[at]


def test_values_of_a_story_s_head() -> None:
    for ends in ("\n", "\r\n"):
        file = SourceFile("x.md", b"\xef\xbb\xbf" + HEAD.replace("\n", ends).encode())
        assert {text: file.text[a:b].strip() for text, (a, b) in file.values} == {
            "甲乙": '"甲乙"',
            "丙丁": ">-\n  丙\n  丁",
        }
        assert file.scalars[2, 8] == (11, 15)


def test_a_place_outside_is_none() -> None:
    file = SourceFile("x.md", b"abc")
    assert [file.offset(Place("x.md", *at)) for at in ((0, 1), (2, 1), (1, 9))] == [None] * 3
    assert file.row(5) == ""
    assert file.root is None


def test_yaml_at_fault_has_no_values() -> None:
    assert SourceFile("x.yaml", b"a: [1").scalars == {}
