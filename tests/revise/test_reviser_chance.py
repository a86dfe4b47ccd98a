"""Changes by chance to copies of the specs' editions: undone, each file is the bytes that it was,
and done again those that it became."""

import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from layout.diagnostics import StopError
from layout.revise.reviser import Done, Refused, Reviser
from tests.revise.edition import key
from tests.rewrite import chance

SPECS = Path(__file__).parents[2] / "specs"
EDITIONS = sorted(path.parent.name for path in SPECS.glob("*/edition.yaml"))[1::3]
KINDS = ("place", "swap", "set", "words", "picture", "insert", "remove", "move")
NEW = {"id": "new", "text": "新: 块", "at": {"cols": 1, "lines": "1-2"}}


def by_chance(rng: random.Random, file: str, text: str) -> dict[str, Any]:
    """A change that somebody may ask for of a file."""
    if not file.endswith(".yaml"):
        at = rng.randrange(len(text))
        before = text[at : at + rng.choice([0, 1, 3])]
        row, column = text[:at].count("\n") + 1, at - text.rfind("\n", 0, at)
        after = rng.choice(["新", "*", "a b", "|", ""])
        return {"op": "words", "line": row, "column": column, "before": before, "after": after}
    data = yaml.load(text, Loader=yaml.CBaseLoader)
    path, old = rng.choice(chance.paths(data))
    blocks = [b for b in data.get("blocks") or () if isinstance(b, dict)]
    ids = [b.get("id") or f"block-{n}" for n, b in enumerate(blocks, 1)] or ["none"]
    kind = rng.choice(KINDS)
    if kind == "place":
        where: dict[str, Any] = rng.choice(
            [{"lines": [3, 9]}, {"cols": [1, 2]}, {"frame": 1, "lines": [2, 4]}]
        )
        return {"op": kind, "block": rng.choice(ids), **where}
    if kind == "swap":
        return {"op": kind, "a": rng.choice(ids), "b": rng.choice(ids)}
    if kind == "picture":
        return {"op": kind, "block": rng.choice(ids), "scale": "120%", "focus": [0.25, 0.5]}
    if kind == "insert":
        return {"op": kind, "path": "blocks", "before": rng.randrange(1, 4), "value": NEW}
    if kind == "remove":
        return {"op": kind, "path": chance.as_keys(path)}
    if kind == "move":
        return {"op": kind, "path": f"blocks.{rng.randrange(1, 9)}", "to": rng.randrange(1, 9)}
    value = rng.choice([old, "1-2", 3, "新", None, True, "12pt"])
    return {"op": "set", "path": chance.as_keys(path), "value": value}


def test_whatever_is_done_is_undone(tmp_path: Path):
    done: Counter[str] = Counter()
    for seed, name in enumerate(EDITIONS):
        rng = random.Random(seed)
        folder = tmp_path / name
        shutil.copytree(SPECS / name, folder)
        before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        reviser, agreed = Reviser(folder / "edition.yaml"), ""
        files = sorted(p.relative_to(folder).as_posix() for p in before)
        files = [f for f in files if f.endswith((".yaml", ".md", ".csv")) and "README" not in f]
        for _ in range(10):
            file = rng.choice(files)
            try:
                base = reviser.digest(file)
            except StopError:
                continue  # no page names it any more
            op = by_chance(rng, file, (folder / file).read_bytes().decode("utf-8-sig"))
            told = reviser.edit({**op, "file": file, "base": base}, agreed)
            if isinstance(told, Refused) and told.ask is not None:
                agreed = told.ask.confirm
                told = reviser.edit({**op, "file": file, "base": base}, agreed)
            done[op["op"]] += isinstance(told, Done)
        after = {p: p.read_bytes() for p in before}
        again = Reviser(folder / "edition.yaml")
        while isinstance(told := again.undo(), Done):
            pass
        assert key(told) == "REVISE.nothing"
        assert {p: p.read_bytes() for p in before} == before
        while isinstance(told := again.redo(), Done):
            pass
        assert {p: p.read_bytes() for p in before} == after
    assert set(done) == set(KINDS)
