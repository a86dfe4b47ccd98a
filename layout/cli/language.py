"""In which language a command speaks: as asked (`--lang`), as the project says, or as the machine.

A project says it in its banxin.yaml: `lang: zh`.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from layout.environment import PROJECT_FILE, Files, PathError
from layout.words.said import LANGUAGES, Language

_OPTION: Final = "--lang"
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""POSIX.1-2017, Base Definitions 8.2: the first that is set and not empty decides."""
_CHINESE: Final = 0x04
"""The primary language of every Chinese LANGID of Windows, in its low ten bits."""


def asked(args: Sequence[str]) -> tuple[list[str], str | None]:
    """The arguments without `--lang`, wherever it stands, and its value; None where it is not
    given, the empty string where nothing follows it."""
    rest: list[str] = []
    value: str | None = None
    at = 0
    while at < len(args):
        one = args[at]
        if one == "--":
            return [*rest, *args[at:]], value
        if one == _OPTION:
            at += 1
            value = args[at] if at < len(args) else ""
        elif one.startswith(f"{_OPTION}="):
            value = one.partition("=")[2]
        else:
            rest.append(one)
        at += 1
    return rest, value


def of_project(args: Sequence[str]) -> Language | None:
    """What the project says that the first path among some arguments is in, or else this folder.

    Raises `StopError` where its file cannot be read.
    """
    path = next((p for p in map(Path, args[1:]) if _is_there(p)), Path())
    files = Files.around(path if path.is_file() else path / PROJECT_FILE)
    try:
        data = files.read(files.root / PROJECT_FILE, 1 << 20)
    except PathError:  # no project: nothing is said
        return None
    if all(not row.strip() or row.lstrip().startswith(b"#") for row in data.splitlines()):
        return None
    from layout.spec.load import load_project  # few projects say anything

    return known(load_project(data, PROJECT_FILE).lang or "")


def of_machine(environ: "os._Environ[str] | dict[str, str] | None" = None) -> Language:
    """Chinese where the machine speaks it, else English."""
    given = os.environ if environ is None else environ
    told = next((given[name] for name in _LOCALE if given.get(name)), "")
    if not told and sys.platform == "win32":
        from ctypes import windll

        return "zh" if windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE else "en"
    return "zh" if told.lower().startswith("zh") else "en"


def known(value: str) -> Language | None:
    """A language by its name; None for one that there is not."""
    return next((lang for lang in LANGUAGES if lang == value), None)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long a name, a NUL
        return False
