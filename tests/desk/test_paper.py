"""The files of an edition: what is printed, what places it, and what cannot be read."""

import pytest

from layout.desk.paper import ChangedFiles, paper
from layout.diagnostics import StopError
from layout.spec.load import reads_well
from tests.conftest import Project


def test_every_file_once_with_copy_before_specs(project: Project):
    project.write(
        "T2.yaml", "page: T2\nblocks:\n  - {story: stories/two.md, at: {cols: 1-2, lines: 1-9}}\n"
    )
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    read = paper(project.root)
    labels = [f.label for f in read.files]
    assert labels[:2] == ["stories/one.md", "stories/two.md"]
    assert sorted(labels[2:]) == ["T1.yaml", "T2.yaml", "edition.yaml", "styles.yaml"]
    assert [f.spec for f in read.files] == [False] * 2 + [True] * 4
    assert not read.faults
    assert [f.label for f in paper(project.spec).files if not f.spec] == labels[:2]


def test_a_table_is_copy(project: Project):
    project.write("tables/a.csv", "项目,数\n株州,1\n")
    block = "  - {table: tables/a.csv, at: {cols: 5-6, lines: 24-30}}\n"
    project.write("T1.yaml", project.spec.read_text(encoding="utf-8") + block)
    assert "tables/a.csv" in [f.label for f in paper(project.root).files if not f.spec]


def test_rows_are_joined_unless_somebody_says_that_they_are_paragraphs(project: Project):
    def joined() -> list[bool]:
        return [f.joined for f in paper(project.root).files if not f.spec]

    assert joined() == [True, True]
    project.change("stories/two.md", "title:", "paragraphs: rows\ntitle:")
    assert joined() == [True, False]
    project.change("edition.yaml", "name:", "paragraphs: rows\nname:")
    assert joined() == [False, False]


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_there(project: Project):
    project.write("T2.yaml", "page: T2\nblock: []\n")
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    read = paper(project.root)
    assert [f.code for f in read.faults] == ["UNKNOWN-KEY"]
    assert len([f for f in read.files if not f.spec]) == 2
    with pytest.raises(StopError):
        paper(project.root / "gone.yaml")


def test_pages_are_read_as_they_would_be(project: Project):
    read = paper(project.root)
    story = next(f.path for f in read.files if f.label == "stories/two.md")
    bad = ChangedFiles(read.environment, {story: b"---\ntitel: x\n---\n\ny\n"})
    assert [f.code for f in reads_well(bad, read.pages)] == ["UNKNOWN-KEY"]
    assert reads_well(read.environment, read.pages) == []
    assert bad.label(story) == "stories/two.md"
    assert bad.root == project.root
    assert bad.stamp(story)
