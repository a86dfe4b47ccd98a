"""Opening things for a person: a file in the editor of choice, the proof in the browser."""

import os
import shlex
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

from layout.errors import BanxinError
from layout.words.said import said

FIELDS: Final = ("{file}", "{line}", "{column}")


class NotOpenedError(BanxinError):
    """The editor cannot be started."""


class Opener:
    """Starts a command with a file's path, line and column in it: `code -g {file}:{line}`.

    It is split into words as a shell would and run without one, so that nothing in the name of a
    file is ever understood as more than a name.
    """

    def __init__(self, command: str) -> None:
        self._words = words_of(command)
        self._running: list[subprocess.Popen[bytes]] = []

    def open(self, path: Path, line: int, column: int) -> None:
        """Open a file. Raises `NotOpenedError`."""
        self._running = [one for one in self._running if one.poll() is None]
        values = dict(zip(FIELDS, (str(path), str(line), str(column)), strict=True))
        words = [_filled(word, values) for word in self._words]
        none = subprocess.DEVNULL
        try:
            started = subprocess.Popen(  # noqa: S603  what its user has asked for
                words, stdin=none, stdout=none, stderr=none, start_new_session=True
            )
        except (OSError, ValueError) as exc:
            from layout.words.system import reason  # loaded where something fails

            why = reason(exc) if isinstance(exc, OSError) else type(exc).__name__
            raise NotOpenedError(said("part.not-opened", command=words[0], reason=why)) from exc
        self._running.append(started)


def words_of(command: str) -> list[str]:
    """The words of a command; `{file}` is put behind it where it names none. Raises `ValueError`
    where a quotation mark is not closed, or nothing is there."""
    words = shlex.split(command)
    if not words:
        raise ValueError(command)
    return words if any("{file}" in word for word in words[1:]) else [*words, "{file}"]


def _filled(word: str, values: dict[str, str]) -> str:
    """A word with its fields filled, each once: a file that is called `{line}` stays so called."""
    out, rest = "", word
    while rest:
        at, field = min(((rest.find(f), f) for f in FIELDS if f in rest), default=(-1, ""))
        if at < 0:
            return out + rest
        out += rest[:at] + values[field]
        rest = rest[at + len(field) :]
    return out


def open_browser(url: str) -> None:
    """Show an address in the user's browser, where there is a screen; never waits for it."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return  # a browser of the terminal would take it away from us

    def show() -> None:
        import webbrowser

        webbrowser.open(url)

    threading.Thread(target=show, name="banxin-browser", daemon=True).start()
