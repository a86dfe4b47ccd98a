"""Edits by chance of all specs of the repository and of made ones, held against PyYAML's own loader
and scanner and against the difference by rows: no other data changes, no comment is lost or moved.
"""

import os
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from layout.rewrite import yamltext
from layout.rewrite.comments import comments_of
from layout.rewrite.items import insert_item, move_item, remove_item
from layout.rewrite.keys import remove_key
from layout.rewrite.setting import set_value
from layout.rewrite.texts import RefusedError, TextChange
from layout.rewrite.yamltext import YamlText, rewritten, yaml_text
from tests.rewrite import chance

SPECS = sorted((Path(__file__).parents[2] / "specs").rglob("*.yaml"))
EDITS = ("set", "set", "set", "add", "remove", "insert", "delete", "move", "deep")
MADE = int(os.environ.get("BANXIN_EDITS", "400"))
"""Edits of a run; more of them by `BANXIN_EDITS=20000 pytest tests/rewrite`."""
Path_ = tuple[str | int, ...]


def made_edit(doc: YamlText, want: Any, rng: random.Random) -> tuple[str, YamlText, int] | None:
    """An edit by chance: its kind, the text after it and how many rows it may touch, 0 where that
    is not known; `want` becomes what the text should say. None where there is nothing to edit."""
    path, old = rng.choice(chance.paths(want))
    kind, keys = rng.choice(EDITS), chance.as_keys(path)
    holder = chance.inner(want, path[:-1])
    if kind == "set":
        value = rng.choice(chance.VALUES)
        holder[path[-1]] = value
        in_rows = re.search(r"[|>][-+]?[ \t]*(#.*)?[\r\n]", doc.text)
        rows = 1 if isinstance(old, str) and "\n" not in value and not in_rows else 0
        return kind, set_value(doc, keys, value), rows
    if kind == "deep":
        deep: Any = rng.choice([{"甲": "1", "b": ["x", "y: z"]}, ["1-3", {"k": "v"}], {}, []])
        if isinstance(old, dict) and deep and isinstance(deep, dict):
            old.clear()
            old.update(deep)
        else:
            holder[path[-1]] = deep
        return kind, set_value(doc, keys, deep), 0
    if kind == "add" and isinstance(old, dict):
        value = rng.choice(chance.VALUES)
        old["新键"] = value
        rows = 1 + value.count("\n") * 2 + (not doc.text.endswith("\n"))
        return kind, set_value(doc, [*keys, "新键"], value), rows
    if kind == "remove" and isinstance(holder, dict):
        del holder[path[-1]]
        return kind, remove_key(doc, keys, None, frozenset()), 0
    if kind == "insert" and isinstance(old, list):
        at = rng.randrange(len(old) + 1)
        new: Any = rng.choice(["x", "007", {"id": "新", "a": "b: c"}])
        old.insert(at, new)
        return kind, insert_item(doc, keys, at + 1, new, None), 0
    if kind in ("delete", "move") and isinstance(old, list) and old:
        at, to = rng.randrange(len(old)), rng.randrange(len(old))
        if kind == "delete":
            del old[at]
            return kind, remove_item(doc, [*keys, str(at + 1)], None), 0
        old.insert(to, old.pop(at))
        return kind, move_item(doc, [*keys, str(at + 1)], to + 1, None), 0
    return None


def text_of(rng: random.Random) -> str:
    if rng.random() < 0.5:
        return rng.choice(SPECS).read_bytes().decode()
    return chance.made_yaml(rng)


def test_edits_by_chance():
    done: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    for seed in range(MADE):
        rng = random.Random(seed)
        text = text_of(rng)
        try:
            doc = yaml_text(text, "a.yaml")
        except Exception:  # one of the made texts may be none
            refused["no text"] += 1
            continue
        want = chance.loaded(text)
        try:
            edited = made_edit(doc, want, rng)
        except RefusedError as exc:
            refused[exc.diagnostics[0].said.key] += 1
            continue
        if edited is None:
            continue
        kind, made, rows = edited
        done[kind] += 1
        if "&" not in text:  # texts that anchors share are no objects in Python
            assert chance.squeezed(chance.loaded(made.text)) == chance.squeezed(want), seed
        before, after = chance.scanned_comments(text), chance.scanned_comments(made.text)
        if kind == "delete":
            before = [words for words in before if words in after]
        if kind == "move":
            before, after = sorted(before), sorted(after)
        assert before == after, seed
        if rows:
            assert chance.rows_changed(text, made.text) <= rows, seed
        assert ("\r\n" in text) == ("\r\n" in made.text), seed
    assert set(done) == set(EDITS)
    assert refused["REWRITE.unsure"] <= MADE / 150
    assert sum(done.values()) > MADE / 2


def test_comments_are_those_that_pyyaml_passes_over():
    texts = [path.read_bytes().decode() for path in SPECS]
    texts += [chance.made_yaml(random.Random(seed)) for seed in range(150)]
    count = 0
    for text in texts:
        try:
            doc = yaml_text(text, "a.yaml")
        except Exception:
            continue
        found = [words for _, words in comments_of(text, doc.root)]
        assert found == chance.scanned_comments(text)
        count += len(found)
    assert count > 500


def broken(change: TextChange, how: str, text: str) -> TextChange:
    """A writer's slip."""
    if how == "too much":
        return TextChange(change.start, min(change.end + 3, len(text)), change.new)
    if how == "no quotes":
        return TextChange(change.start, change.end, change.new.strip("\"'"))
    if how == "comment":
        return TextChange(change.start, change.end, f"{change.new}  # neu\n")
    return TextChange(max(change.start - 1, 0), change.end, change.new)


@pytest.mark.parametrize("how", ["too much", "too little", "no quotes", "comment"])
def test_a_broken_writer_writes_nothing(how: str, monkeypatch: pytest.MonkeyPatch):
    """What it would have written is refused, or was right by chance."""

    def slipping(doc, changes, *args, **kwargs):
        return rewritten(doc, [broken(c, how, doc.text) for c in changes], *args, **kwargs)

    monkeypatch.setattr(yamltext, "rewritten", slipping)
    refused = 0
    for seed in range(60):
        rng = random.Random(seed)
        text = rng.choice(SPECS).read_bytes().decode()
        doc, want = yaml_text(text, "a.yaml"), chance.loaded(text)
        path, old = rng.choice(chance.paths(want))
        if not isinstance(old, str):
            continue
        chance.inner(want, path[:-1])[path[-1]] = "甲: #乙"
        try:
            made = set_value(doc, chance.as_keys(path), "甲: #乙")
        except RefusedError:
            refused += 1
            continue
        assert chance.squeezed(chance.loaded(made.text)) == chance.squeezed(want)
        assert chance.scanned_comments(made.text) == chance.scanned_comments(text)
    assert refused > 20
