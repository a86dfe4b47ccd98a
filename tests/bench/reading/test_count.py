"""What bench.readers counts: against brute force, on texts made wrong by hand."""

import subprocess
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bench import faces, readers
from bench.reading.count import bare, in_order, sixes, stories
from bench.reading.report import PageRead, Read, below, say_versions, sections
from bench.reading.tools import READERS
from layout.api import Session

SPECIMEN = Path(__file__).parents[3] / "specs/specimen"


def longest(one: str, other: str) -> int:
    """The longest common subsequence by the table of all pairs."""
    row = [0] * (len(other) + 1)
    for char in one:
        before = row
        row = [0]
        for at, found in enumerate(other):
            row.append(before[at] + 1 if char == found else max(row[at], before[at + 1]))
    return row[-1]


@given(st.text("甲乙丙丁", max_size=20), st.text("甲乙丙丁", max_size=30))
def test_in_order_is_the_longest_common_subsequence(text: str, read: str) -> None:
    assert in_order(text, read) == longest(text, read)


def test_columns_read_across_are_seen() -> None:
    rows = ["一二三四", "五六七八", "九十甲乙", "丙丁戊己"]
    down, across = "".join(rows), rows[0] + rows[2] + rows[1] + rows[3]
    assert in_order(down, down) == 16
    assert in_order(down, across) == 12
    assert sixes(down, down) == 1.0
    assert sixes(down, across) == 0.0
    assert bare(" 一\u3000二\u2060\n三") == "一二三"


def test_stories_have_their_text_and_what_may_stumble_a_program() -> None:
    found = {s.name: s for s in stories(Session().page(SPECIMEN / "S2.yaml").display)}
    down, across = found["10-竖文"], found["10-横文"]
    assert down.causes == ("its columns run down",)
    assert len(across.text) > 200
    assert not any(char.isspace() for char in across.text)


def test_a_program_that_is_missing_is_not_run() -> None:
    gone = replace(
        READERS[1], found=lambda: subprocess.check_output(["no-such-program"], text=True)
    )
    assert gone.version() == ""
    versions = {reader.name: "1.0" for reader in READERS} | {"mutool": ""}
    said = say_versions(versions)
    assert "**Not run**: mutool (Debian: mupdf-tools)" in said
    read = Read(order={"a": 0.6}, sixes=0.5, lost=0)
    story = next(stories(Session().page(SPECIMEN / "S2.yaml").display))
    page = PageRead(
        name="B9",
        characters=10,
        stories=(replace(story, name="a", causes=("it has a reason",)),),
        read={reader.name: read for reader in READERS if reader.name != "mutool"},
    )
    asked = [reader.name for reader in READERS if reader.target and reader.name != "mutool"]
    assert [reader.name for _, reader, _ in below([page], versions)] == asked
    shown = sections([page], versions)
    assert "mutool" not in shown
    assert shown.count("it has a reason") == len(asked)


def test_the_command_says_what_it_cannot_read(tmp_path: Path, capsys) -> None:
    assert readers.main([str(tmp_path / "none.yaml")]) == 2
    assert "bench.readers: " in capsys.readouterr().err


def test_an_own_face_is_weighed_beside_the_shipped_one(capsys) -> None:
    shipped = Path(__file__).parents[3] / "fonts/NotoSerifSC-Regular.ttf"
    assert faces.main([str(shipped)]) == 0
    assert capsys.readouterr().out.count(" 1.00 |") == 5
    assert faces.main(["none.otf"]) == 2
    assert "none.otf" in capsys.readouterr().err
