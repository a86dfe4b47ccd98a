"""Where in its story each drawn line begins: carried from composing, never looked for in a text."""

from itertools import pairwise

import pytest

from layout.api import Session
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.gather import gather
from layout.check.makeup.subject import Subject
from layout.check.run import check_page
from layout.diagnostics import Place
from tests.conftest import SENTENCE, Project

BLOCK = """\
page: T1
format: tabloid
blocks:
  - {id: lead, story: stories/long.md, at: {cols: 1-3, lines: 1-60}, MORE}
"""
JUMP = "at: {cols: 1-3, lines: 1-8}, columns: 2, jump_to: T2"
REST = """\
page: T2
format: tabloid
blocks:
  - {id: rest, story: stories/long.md, jump_from: T1, at: {cols: 1-3, lines: 1-80}}
"""
SAME = "一行一行地看过去，天亮了。"
MIXED = "报纸 on the table，每天 12 时 reprographic 印 2,000 份。"
HYPHENS = "internationalization and 印刷 typographically 的 considerations。"


def subject_of(project: Project, story: str, more: str, page: str = "T1") -> Subject:
    project.write("stories/long.md", story)
    block = BLOCK.replace("at: {cols: 1-3, lines: 1-60}, MORE", more) if "at:" in more else BLOCK
    project.write("T1.yaml", block.replace("MORE", more))
    project.write("T2.yaml", REST)
    project.write("edition.yaml", "date: 2024-05-06\npages: [T1.yaml, T2.yaml]\n")
    return gather(Session().page(project.path(f"{page}.yaml")).composed)


def running(subject: Subject) -> list[DrawnLine]:
    """The lines of the story's text, its first character too where that is one of several lines."""
    return [line for line in subject.lines if line.passage is not None]


def written(project: Project, place: Place) -> str:
    """What stands in a file from a place on."""
    rows = project.path(place.file).read_text(encoding="utf-8").split("\n")
    return rows[place.line - 1][place.column - 1 :]


def held_to_the_text(subject: Subject) -> None:
    """Each line holds the characters that stand at its passage, and goes on where the one before it
    has ended: an oracle that knows nothing of composing."""
    (facts,) = subject.stories
    assert facts.story is not None
    lines = running(subject)
    assert lines
    for line in lines:
        assert line.passage is not None
        paragraph = facts.story.paragraphs[line.passage.paragraph - 1]
        assert line.is_subhead == (paragraph.kind == "subhead")
        words = line.text.strip()
        if paragraph.text[line.passage.offset :][: len(words)] != words:
            words = words[:-1]  # a hyphen
        assert paragraph.text[line.passage.offset :][: len(words)] == words
    for a, b in pairwise(lines):
        assert a.passage is not None
        assert b.passage is not None
        text = facts.story.paragraphs[a.passage.paragraph - 1].text
        if a.passage.paragraph == b.passage.paragraph:
            between = text[a.passage.offset : b.passage.offset]
        else:
            assert (b.passage.paragraph, b.passage.offset) == (a.passage.paragraph + 1, 0)
            between = text[a.passage.offset :]
        words = a.text.strip()
        assert between.strip() in (words, words[:-1])


def held_to_the_file(project: Project, subject: Subject) -> None:
    """Each line's place is that of its first character in the file."""
    for line in running(subject):
        place = subject.line_place(line)
        assert place is not None
        assert written(project, place).startswith(line.text.strip()[:1])


@pytest.mark.parametrize("words", [SAME, SENTENCE, MIXED, HYPHENS])
@pytest.mark.parametrize(
    "more",
    [
        "columns: 1", "columns: 3", "columns: {count: 3, level: true}", "initial: 2",
        "initial: 3, columns: 2", "vertical: true, columns: 3",
        "columns: 2, headline: {lines: 4, size: 14pt}", JUMP, JUMP + ", initial: 2",
    ],
)  # fmt: skip
def test_lines_know_where_they_begin(project: Project, words: str, more: str) -> None:
    """The same sentence time and again, so that no search tells one of them from another."""
    story = f"{words * 12}\n\n### {words[:6]}\n\n{words * 6}\n\n{words * 6}\n"
    first = subject_of(project, story, more)
    held_to_the_text(first)
    held_to_the_file(project, first)
    if more.startswith(JUMP):
        rest = gather(Session().page(project.path("T2.yaml")).composed)
        held_to_the_text(rest)
        held_to_the_file(project, rest)


def test_the_rest_of_a_text_begins_where_it_broke_off(project: Project) -> None:
    """A sentence forty times over, and a jump inside the ninth: its words stand at column 22, too,
    and in every sentence."""
    sentence = "编辑部的人都在忙着排版，一行一行地看到天亮了。"
    assert len(sentence) == 23
    subject_of(project, sentence * 40 + "\n", "at: {cols: 1-2, lines: 1-10}, jump_to: T2")
    rest = gather(Session().page(project.path("T2.yaml")).composed)
    begin = running(rest)[0]
    assert begin.text.startswith("了。编辑部")
    assert str(rest.line_place(begin)) == "stories/long.md:1:206"


def test_a_check_tells_the_place_of_the_line_it_means(project: Project) -> None:
    """A runt that ends the text after a jump, not the first of its words."""
    text = SAME * 40
    subject_of(project, text + "\n", JUMP)
    page = project.path("T2.yaml")
    count = len(running(gather(Session().page(page).composed))[-1].text)
    project.change("T2.yaml", "blocks:", f"checks: {{RUNT: {{least: {count + 1}}}}}\nblocks:")
    told = check_page(Session().page(page)).diagnostics
    (runt,) = [d for d in told if d.code == "RUNT"]
    assert str(runt.where) == f"stories/long.md:1:{len(text) - count + 1}"


def test_a_heading_in_the_line_is_part_of_its_paragraph(project: Project) -> None:
    story = f"{SAME * 3}\n\n#### 天亮了\n\n{SAME * 6}\n\n#### 天亮了\n\n{SAME * 6}\n"
    made = subject_of(project, story, "columns: 2")
    held_to_the_text(made)
    heads = [line for line in running(made) if line.text.startswith("天亮了\u3000")]
    assert [(str(made.line_place(line)), line.offset) for line in heads] == [
        ("stories/long.md:3:6", 0),
        ("stories/long.md:7:6", 0),
    ]


def test_paragraphs_that_say_the_same_are_told_apart(project: Project) -> None:
    made = subject_of(project, "\n\n".join([SAME * 4] * 5) + "\n", "columns: 2")
    held_to_the_text(made)
    begin = [made.line_place(line) for line in running(made) if line.offset == 0]
    assert [place.line for place in begin if place is not None] == [1, 3, 5, 7, 9]


def test_spaces_after_a_first_character_are_counted(project: Project) -> None:
    """The rest of the text begins behind them, and a jump loses and repeats nothing."""
    story = f"A {SAME * 40}\n"
    first = subject_of(project, story, JUMP + ", initial: 2")
    held_to_the_text(first)
    one, two = running(first)[:2]
    assert (one.text, one.offset, two.offset) == ("A", 0, 2)
    rest = gather(Session().page(project.path("T2.yaml")).composed)
    held_to_the_text(rest)
    drawn = "".join(line.text for line in (*running(first), *running(rest)))
    assert drawn == "A" + SAME * 40


def test_forced_line_ends_are_paragraphs_with_places_of_their_own(project: Project) -> None:
    made = subject_of(project, f"{SAME * 2}  \n{SAME * 2}\\\n{SAME * 2}\n", "columns: 1")
    held_to_the_file(project, made)


def test_type_that_is_no_story_has_no_passage(project: Project) -> None:
    made = subject_of(
        project, f"---\ntitle: {SAME}\nbyline: 本报记者\n---\n\n{SAME * 6}\n",
        "columns: 2, headline: {lines: 4, size: 14pt}",
    )  # fmt: skip
    others = {line.part for line in made.lines if line.passage is None}
    assert "title" in others
    assert {line.part for line in running(made)} == {"p1"}


@pytest.mark.parametrize(
    "more",
    [
        "columns: {count: 3, level: true}", "initial: 3, columns: {count: 2, level: true}",
        "vertical: true, columns: {count: 3, level: true}", JUMP,
    ],
)  # fmt: skip
def test_lines_know_the_column_they_stand_in(project: Project, more: str) -> None:
    made = subject_of(project, f"{SAME * 12}\n\n### 天亮了\n\n{SAME * 12}\n", more)
    text = [line for line in made.lines if line.facts is not None]
    for index, frame in enumerate(made.page.frames):
        own = [line for line in text if line.frame == index]
        assert len(own) == frame.lines > 0
        for line in own:
            r = line.rect
            assert frame.rect.x <= r.x + r.width / 2 <= frame.rect.right
            assert frame.rect.y <= r.y + r.height / 2 <= frame.rect.bottom
    assert all(line.frame >= 0 for line in text)
