"""What is said of a change names blocks as the page does."""

from pathlib import Path

from layout.preview.maker import Maker
from layout.preview.state import PageState
from layout.preview.undone import told_of
from layout.words.said import said
from tests.preview.editing import project_to_change


def test_blocks_are_called_as_their_page_calls_them(tmp_path: Path) -> None:
    paper = project_to_change(tmp_path / "paper")
    state = Maker().made(PageState(key="E1", spec=paper.path("E1.yaml"), name="E1"))
    place = said("part.revised-place", block="side")
    assert told_of(place, "E1.yaml", [state]).words("zh") == "《河边的早市》的位置"
    swap = said("part.revised-swap", a="side", b="gone")
    assert told_of(swap, "E1.yaml", [state]).words("zh") == "《河边的早市》、gone对调"
    # What is of another file, or names no block, is as it was.
    assert told_of(place, "E2.yaml", [state]) == place
    words = said("part.revised-words-cut", before="side")
    assert told_of(words, "E1.yaml", [state]) == words
