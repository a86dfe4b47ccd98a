"""One name stands for one class, so that a reader who meets it knows which it is."""

import ast
from collections import defaultdict
from pathlib import Path

import layout


def test_no_two_classes_have_one_name() -> None:
    root = Path(layout.__file__).parent
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(path.relative_to(root).as_posix())
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
