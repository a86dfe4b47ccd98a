"""Over and under (溢文 欠文), in one wording wherever they are told."""

from collections.abc import Iterable

import pytest

from layout.api import Session
from layout.check.run import check_page
from layout.diagnostics import Diagnostic
from layout.flow.copyfit import about, homeless, over, under
from layout.proof.report import oversets
from layout.words.said import said
from tests.conftest import SENTENCE, Project
from tests.told import told


def test_the_words():
    told = over("a.md", characters=48, lines=3, of=48, columns=2)
    assert str(told) == "a.md: 48 characters (3 lines) over (溢文); 48 lines of text, room for 45"
    assert told.hint() == "make the block 2 lines deeper, or cut the text"
    assert (
        str(said("OVERSET.block", node="box", characters=1, columns=1, of=1, room=0))
        == "box: 1 character (1 column) over (溢文); 1 column of text, room for 0"
    )
    assert (
        str(under("a.md", lines=3, per_line=18.0, columns=2))
        == "a.md: 3 lines, about 55 characters, left empty (欠文) in 2 columns"
    )
    assert (
        str(homeless("本报记者 周闻", "part.byline"))
        == "the by-line “本报记者 周闻”: 7 characters over (溢文); no line is left for it"
    )


@pytest.mark.parametrize(("lines", "columns", "deeper"), [(1, 1, 1), (3, 2, 2), (4, 2, 2)])
def test_the_hint_shares_lines_out_over_columns(lines: int, columns: int, deeper: int):
    told = over("a.md", characters=9, lines=lines, of=9, columns=columns)
    assert told["deeper"] == deeper


def test_round_numbers():
    assert [about(n) for n in (0, 1, 7, 13, 98, 104, 217)] == [0, 5, 5, 15, 100, 100, 220]


def empty(found: Iterable[Diagnostic], story: str) -> list[Diagnostic]:
    """What is told of columns of a story that stay empty."""
    return [d for d in found if d.code == "UNDERSET" and d.said["node"] == story]


def test_build_check_and_proof_say_the_same(project: Project):
    project.write("stories/one.md", f"---\ntitle: 长\n---\n\n{SENTENCE * 80}\n")
    page = Session().page(project.spec)
    (built,) = [d for d in page.diagnostics if d.code == "OVERSET"]
    (checked,) = [d for d in check_page(page).diagnostics if d.code == "OVERSET"]
    assert built.said == checked.said
    assert built.message.startswith(f"stories/one.md: {oversets(page)['stories/one.md']}; ")
    (row,) = [r for r in check_page(page).copyfit if r.over]
    assert told(built, "characters", "lines") == (
        "OVERSET.story", {"characters": row.characters, "lines": row.over}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("story", "more", "words"),
    [
        (SENTENCE * 80, "vertical: true\n    columns: 2", " (溢文)"),
        (
            f"---\nbyline: 本报记者;周闻\n---\n\n{SENTENCE * 9}",
            "columns: 1",
            "by-line “本报记者;周闻”",
        ),
    ],
)
def test_a_proof_says_what_is_over_by_its_values(
    project: Project, story: str, more: str, words: str
):
    """Also where a name or a text holds the marks that part the clauses of the message."""
    project.write("stories/a; b.md", f"{story}\n")
    for lines in range(4, 40):
        project.write(
            "T1.yaml",
            "page: T1\nformat: tabloid\nblocks:\n  - id: a\n    story: 'stories/a; b.md'\n"
            f"    at: {{cols: 1-2, lines: 1-{lines}}}\n    {more}\n",
        )
        page = Session().page(project.spec)
        told = [d for d in page.diagnostics if d.code == "OVERSET"]
        if [words in d.message for d in told] == [True]:
            break
    (one,) = told
    (said_of,) = oversets(page).values()
    assert list(oversets(page)) == ["stories/a; b.md"]
    assert one.message.removeprefix("stories/a; b.md: ").startswith(f"{said_of}; ")
    assert said_of.endswith("over (溢文)")


def test_build_and_check_say_the_same_of_an_empty_place(project: Project):
    project.write("stories/two.md", "---\ntitle: 短\n---\n\n一句话。\n")
    page = Session().page(project.spec)
    (built,) = empty(page.diagnostics, "stories/two.md")
    (checked,) = empty(check_page(page).diagnostics, "stories/two.md")
    assert checked.said.having(limit="") == built.said
    (row,) = [r for r in check_page(page).copyfit if r.node == "stories/two.md"]
    assert told(built, "lines", "characters") == (
        "UNDERSET.columns", {"lines": row.empty, "characters": row.characters}
    )  # fmt: skip
    assert row.words == f"欠文约{row.characters}字（{row.empty}行）"


def test_a_story_without_text_is_under_by_what_its_columns_hold(project: Project):
    project.write("stories/two.md", "---\ntitle: 短\n---\n\n一。\n")
    page = Session().page(project.spec)
    (built,) = empty(page.diagnostics, "stories/two.md")
    assert built.said["characters"] > 0
