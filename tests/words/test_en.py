"""The table of words: each key that is told has its words, with the values that are given."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import layout
from layout.words import en

TELL = {"error", "warning", "info", "said", "remark", "Said"}
WORDS = en.WORDS
ROOT = Path(layout.__file__).parent
KEY = re.compile(r"(?:[A-Z][A-Z0-9-]*|part)\.[a-z0-9][a-z0-9-]*")


def texts() -> Iterator[tuple[str, str]]:
    """Each key with each of its templates."""
    for key, entry in WORDS.items():
        for text in entry if isinstance(entry, tuple) else (entry,):
            yield key, text


def calls() -> Iterator[tuple[str, set[str], bool]]:
    """Each key that is told: the names of its values, and whether there may be more."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            chosen = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            for one in chosen if name in TELL else ():
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    given = {k.arg for k in node.keywords if k.arg}
                    yield one.value, given, any(k.arg is None for k in node.keywords)


def test_keys_are_well_formed_and_in_order():
    assert all(KEY.fullmatch(key) for key in WORDS)
    for table in en.TABLES:
        assert list(table) == sorted(table, key=lambda k: (not k[0].isupper(), k))
    assert len(WORDS) == sum(map(len, en.TABLES))


def test_what_is_told_has_words_and_its_values():
    for key, given, more in calls():
        if "." in key:
            wanted = {n for k, text in texts() if k == key for n in names(text)}
            assert key in WORDS, key
            assert more or wanted <= given | {"path", "hint"}, (key, wanted - given)


def test_what_is_named_by_a_table_has_words():
    parts = {
        node.value
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"part\.[a-z0-9][a-z0-9-]*", node.value)
    }
    assert parts <= set(WORDS), parts - set(WORDS)


def names(text: str) -> set[str]:
    """The values that a template names."""
    return {m[1] for m in re.finditer(r"\{\{|\}\}|\{(\w+)(?::[^{}]*)?\}", text) if m[1]}


LIMITS = frozenset({"most", "of", "room", "measured"})
"""Values that are limits of more than one, or wholes."""
NOUNS = (
    "lines|cols|columns|blocks|pages|places|pictures|characters|words|files|entries|values"
    "|corrections|stories|tables|faces|inks|frames|boxes|tiers|families|times|edits|notes"
)
COUNTED = re.compile(r"\{(\w+)(?::,)?\} (?:more |such |other )?(" + NOUNS + r")\b")
NAMED = re.compile(r"\b(?:cols|columns|lines) \{(\w+)\}")
ALLOWED = frozenset(
    {
        "CODE-DATA.long", "GALLEY-LARGE.sheet", "VALUE.long", "VALUE.long-name",
        "part.font-characters", "part.profile-tags", "FACING.itself", "PF22.inks",
        "HEADLINE.inside-lines", "COMPARE.columns-width", "measures.grid",
    }
)  # fmt: skip
"""Keys that count what is always many, or only read as if they counted."""


def test_what_is_counted_is_one_or_many():
    """`1 line`, `line 5`: in messages and in the window of the live proof."""
    window = json.loads((ROOT / "preview/web/words/en.json").read_text("utf-8"))
    for key, text in (*texts(), *window.items()):
        for found in (*COUNTED.finditer(text), *NAMED.finditer(text)):
            assert found[1] in LIMITS or key in ALLOWED, (key, found[0])


def test_no_words_are_left_over():
    tables = Path(en.__file__).parent
    files = [*ROOT.rglob("*.py"), *ROOT.rglob("*.toml")]
    kept = [
        tables / "said.py",
        tables / "system.py",
        tables / "terms.py",
        *(p for p in files if p.parent != tables),
    ]
    sources = "".join(p.read_text(encoding="utf-8") for p in kept)
    assert [key for key in WORDS if f'"{key}"' not in sources] == []
