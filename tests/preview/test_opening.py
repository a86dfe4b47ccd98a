"""Opening a file in the user's editor: words of a command, and what stands in them."""

from pathlib import Path

import pytest

from layout.preview.opening import NotOpenedError, Opener, open_browser, words_of


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("code -g {file}:{line}:{column}", ["code", "-g", "{file}:{line}:{column}"]),
        ("'C:/my editor' {file}", ["C:/my editor", "{file}"]),
        ("emacs +{line}", ["emacs", "+{line}", "{file}"]),
        ("{file}", ["{file}", "{file}"]),  # the command itself is no place for it
    ],
)
def test_a_command_is_split_as_a_shell_would(command: str, words: list[str]):
    assert words_of(command) == words


@pytest.mark.parametrize("command", ["", "  ", "code 'x"])
def test_what_is_no_command_is_refused(command: str):
    with pytest.raises(ValueError, match=r"^"):
        words_of(command)


def started(command: str, path: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words with which a file at 7:3 is opened."""
    seen: list[list[str]] = []

    class Ended:
        def __init__(self, words: list[str], **_: object) -> None:
            seen.append(words)

        def poll(self) -> int:
            return 0

    monkeypatch.setattr("subprocess.Popen", Ended)
    Opener(command).open(Path(path), 7, 3)
    return seen[0]


@pytest.mark.parametrize("name", ["/x/{line}.md", "/x/$(rm -r).md", "/x/a b;c.md", "/x/{file}.md"])
def test_the_name_of_a_file_is_never_more_than_a_name(name: str, monkeypatch: pytest.MonkeyPatch):
    words = started("code -g {file}:{line}:{column}", name, monkeypatch)
    assert words == ["code", "-g", f"{Path(name)}:7:3"]


def test_an_editor_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(NotOpenedError) as told:
        Opener(str(tmp_path / "no-editor")).open(tmp_path / "a.md", 1, 1)
    assert "no-editor" in told.value.args[0].words()


def test_without_a_screen_no_browser_is_opened(monkeypatch: pytest.MonkeyPatch):
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    open_browser("http://127.0.0.1:1/x/")
    assert shown == []
