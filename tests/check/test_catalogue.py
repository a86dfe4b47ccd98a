"""Every check has its key, says what it is before how it looks, and tells findings of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from layout.check.catalogue import CHECKS
from layout.check.makeup import checks
from layout.spec.model.checks import CHECK_IDS

KEY = re.compile(r"([A-Z][A-Z-]*)\.[a-z0-9-]+")


def sources() -> Iterator[tuple[str, ast.Module]]:
    """The files of the checks, by name."""
    for path in sorted(Path(checks.__path__[0]).glob("[a-z]*.py")):
        yield path.stem, ast.parse(path.read_text(encoding="utf-8"))


def test_every_check_has_its_key_and_every_key_its_check() -> None:
    assert tuple(check.id for check in CHECKS) == CHECK_IDS
    assert len(set(CHECK_IDS)) == len(CHECK_IDS)


def test_a_check_says_what_it_is() -> None:
    for check in CHECKS:
        assert check.title
        assert check.reason.endswith(".")
        assert check.source
        assert check.severity in ("error", "warning")


def test_what_is_looked_for_stands_before_how() -> None:
    for name, tree in sources():
        kinds = (ast.FunctionDef, ast.ClassDef)
        first = next(k for k, node in enumerate(tree.body) if isinstance(node, kinds))
        before = tree.body[first - 1]
        assert isinstance(before, ast.AnnAssign), name
        assert ast.unparse(before.target) == "CHECK", name


def test_a_check_tells_findings_of_its_own_id() -> None:
    ids = {check.id.lower().replace("-", "_"): check.id for check in CHECKS}
    for name, tree in sources():
        texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
        keys = [m[1] for text in texts if isinstance(text, str) and (m := KEY.fullmatch(text))]
        assert set(keys) <= {ids[name]}, name
