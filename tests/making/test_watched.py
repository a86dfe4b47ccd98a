"""Which files a page hangs on, and their states."""

import pytest

from layout.making.watched import Hanging
from layout.spec import named
from layout.spec.named import named_files
from tests.conftest import Project


def test_a_spec_that_is_saved_while_its_names_are_read_is_seen_afterwards(
    project: Project, monkeypatch: pytest.MonkeyPatch
):
    """Half saved it names nothing; what it names when it is whole must be watched."""
    hanging = Hanging(spec=project.spec)
    hanging.look()
    whole = project.spec.read_text(encoding="utf-8")

    def meanwhile(*args, **more):
        found = named_files(*args, **more)
        project.write("T1.yaml", whole)
        return found

    project.write("T1.yaml", "page: T1\n")
    monkeypatch.setattr(named, "named_files", meanwhile)
    hanging.look()
    monkeypatch.undo()
    assert project.spec.resolve() in hanging.changed()
    hanging.look()
    assert project.path("stories/two.md").resolve() in hanging.files
    assert hanging.changed() == []


def test_what_a_page_was_made_of_is_watched_too(project: Project):
    hanging = Hanging(spec=project.spec)
    hanging.look()
    other = project.write("other.yaml", "page: T2\n")
    assert hanging.hang_on([other, project.spec])
    assert not hanging.hang_on([other])
    project.change("T1.yaml", "columns: 2", "columns: 1")
    hanging.look()
    assert other.resolve() in hanging.files
