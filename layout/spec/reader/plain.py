"""How a text stands in YAML: without quotes where every reader takes it for that text.

The parser itself is asked what a text without quotes would be read as, and the table of types that
other readers of YAML guess by, so that nobody takes 010 for a number, or `on` for true.
"""

import re
from typing import Any, Final

from layout.diagnostics import Place
from layout.spec.reader.nodes import Scalar

_ALSO: Final = re.compile(r"[-+]?(?:0o[0-7]+|[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+)")
"""Numbers of YAML 1.2, which reads more texts as such than 1.1 does."""
_MEANT_FLAGS: Final = frozenset(("y", "Y", "n", "N"))
"""Flags of YAML 1.1 by its types, which PyYAML reads as text and others do not."""
_NOWHERE: Final = Place("")
_EVENTS: Final = 8
"""Of a collection with two leaves: those, its ends, those of the document and the stream."""
_TEXT: Final = "tag:yaml.org,2002:str"
_CURLY: Final = frozenset("“”„‟＂")
"""At the head of a text without quotes they look as if they were meant for YAML's."""
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def typed_as(text: str) -> str:
    """The type that readers of YAML guess for a text without quotes; empty for that of a text."""
    import yaml

    if text in _MEANT_FLAGS:
        return "bool"
    tables: Any = yaml.SafeLoader.yaml_implicit_resolvers
    for tag, pattern in (*tables.get(text[:1], ()), *tables.get(None, ())):
        if pattern.match(text):
            return str(tag).rpartition(":")[2] if tag != _TEXT else ""
    return "int" if _ALSO.fullmatch(text) else ""


def stands_plain(text: str, *, flow: bool, key: bool = False) -> bool:
    """Whether a text without quotes is read as itself, as a value or a `key`, in a `flow` list or
    below a key of its own."""
    import yaml

    if not text or text != text.strip() or "\n" in text or "\r" in text or "\t" in text:
        return False
    if text[0] in _CURLY or Scalar(text, _NOWHERE, plain=True).is_null or text.startswith("---"):
        return False
    if text[0] in "-?:" and (text[1:2] or " ") in " ,[]{}":  # libyaml takes `[-, x]`, others do not
        return False
    if flow and "?" in text:  # the parser in Python ends a text at it
        return False
    if key:
        whole = f"{{{text}: x}}" if flow else f"{text}: x"
    else:
        whole = f"[{text}, x]" if flow else f"k: {text}"
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events: list[Any] = list(yaml.parse(whole, Loader=loader))
    except yaml.YAMLError:
        return False
    leaves = [event for event in events if type(event).__name__ == "ScalarEvent"]
    if len(leaves) != 2 or len(events) != _EVENTS:
        return False
    own = leaves[0 if key or flow else 1]
    return bool(own.value == text and own.implicit[0])


def in_single(text: str) -> str | None:
    """A text in single quotes; None where that cannot be: it has several rows, or a tab."""
    if "\n" in text or "\r" in text or "\t" in text:
        return None
    return "'" + text.replace("'", "''") + "'"


def in_double(text: str) -> str:
    """A text in double quotes, line ends and tabs as escapes."""
    return '"' + "".join(_ESCAPES.get(c, c) for c in text) + '"'
