"""The window's scripts and its styles, each kind bound into one file when a browser asks for them.

On the disk each is a plain module or sheet, as it is written and read. A browser that fetches
eighty of them while the engine is loaded waits for each; for one it waits once. A module becomes a
function that gives what it exports, and is called when somebody first imports from it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SCRIPT: Final = "all.js"
SHEET: Final = "all.css"
MAIN: Final = "js/main.js"
SHEETS: Final = ("base", "frame", "stage", "panels", "edit")
"""In their order: a later one has the last word."""
PRINT: Final = "print"

_IMPORT: Final = re.compile(r'^import \{([^{}]*)\} from "(\.[^"]+)";$', re.M)
_LATER: Final = re.compile(r'\bimport\("(\.[^"]+)"\)')
_EXPORT: Final = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.M)
_LIST: Final = re.compile(r"^export \{([^{}]*)\};$", re.M)
_OTHER: Final = re.compile(r"^(?:import|export)\b.*$", re.M)
_HEAD: Final = """\
const $modules = {};
const $made = {};
const $from = (name) => ($made[name] ??= $modules[name]());
"""


def script(web: Path) -> str:
    """All modules that `js/main.js` leads to, in one module. Raises `ValueError` where one imports
    or exports in a way that is not known here, or two import each other."""
    parts: dict[str, str] = {}
    _take(web, MAIN, parts, ())
    main = parts.pop(MAIN)
    return "".join((_HEAD, *parts.values(), main))


def sheet(web: Path) -> str:
    """All sheets in one; that of the print holds when something is printed."""
    read = [(web / "css" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS]
    printed = (web / "css" / f"{PRINT}.css").read_text(encoding="utf-8")
    return "".join((*read, "@media print {\n", printed, "}\n"))


def _take(web: Path, name: str, parts: dict[str, str], way: tuple[str, ...]) -> None:
    """Put a module behind those that it imports from."""
    if name in parts:
        return
    if name in way:
        raise ValueError(f"modules import each other: {' > '.join((*way, name))}")
    text = (web / name).read_text(encoding="utf-8")
    for other in _named(text, name):
        _take(web, other, parts, (*way, name))
    exports = [found[1] for found in _EXPORT.finditer(text)]
    for found in _LIST.finditer(text):
        exports += [one.strip() for one in found[1].split(",") if one.strip()]
    text = _LIST.sub("", _EXPORT.sub("", text))
    text = _IMPORT.sub(lambda m: f"const {{{_renamed(m[1])}}} = {_call(m[2], name)};", text)
    text = _LATER.sub(lambda m: f"Promise.resolve().then(() => {_call(m[1], name)})", text)
    strange = _OTHER.search(text)
    if strange is not None:
        raise ValueError(f"{name}: {strange[0]!r} is not known here")
    if name != MAIN:
        text = f'$modules["{name}"] = () => {{\n{text}\nreturn {{ {", ".join(exports)} }};\n}};\n'
    parts[name] = text


def _named(text: str, name: str) -> Iterator[str]:
    """The modules that a module names, at once or later."""
    for found in _IMPORT.finditer(text):
        yield _beside(found[2], name)
    for found in _LATER.finditer(text):
        yield _beside(found[1], name)


def _beside(other: str, name: str) -> str:
    """A module as it is called from the folder of all, where another one names it."""
    folder = name.split("/")[:-1]
    for step in other.split("/"):
        if step == "..":
            folder.pop()
        elif step != ".":
            folder.append(step)
    return "/".join(folder)


def _call(other: str, name: str) -> str:
    return f'$from("{_beside(other, name)}")'


def _renamed(names: str) -> str:
    """The names of an import as those of a pattern: `a as b` is `a: b`."""
    return re.sub(r"(\w+)\s+as\s+(\w+)", r"\1: \2", names)
