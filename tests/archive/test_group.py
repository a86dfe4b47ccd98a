"""What a group believes of an answer: files here are looked at, others are not."""

from pathlib import Path

from layout.archive.facts import MadeFacts
from layout.archive.group import PageGroup
from layout.archive.order import AnsweredPage
from tests.conftest import Project
from tests.papers import catalogue, way_of


def test_a_page_of_other_files_is_told_from_ours(project: Project, tmp_path: Path) -> None:
    catalogue(project, days=1)
    spec = project.path("d1/T1.yaml")
    way = way_of()
    group = PageGroup(tmp_path / "out", [spec], None, way)
    ours = way.digests.inputs(project.root, ["d1/T1.yaml", "d1/stories/T1.md", "no.md"])
    assert group.unlike(0, AnsweredPage(inputs=ours, files=(), facts=MadeFacts())) == set()
    for name, digest in (("d1/stories/T1.md", "0"), ("no.md", "0"), ("d1/T1.yaml", None)):
        other = AnsweredPage(inputs={**ours, name: digest}, files=(), facts=MadeFacts())
        assert group.unlike(0, other) == {name}
