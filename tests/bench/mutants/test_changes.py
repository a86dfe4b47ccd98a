"""The changes of a piece of code: each kind is found where it stands, and nothing else is."""

import ast
from pathlib import Path

import pytest

from bench.edition import ROOT
from bench.mutants.changes import KINDS, changes_of


def made(code: str, kind: str) -> list[str]:
    """The code with each change of a kind, as one row."""
    source = code.encode()
    out = [c.made_in(source).decode() for c in changes_of(source) if c.kind == kind]
    for text in out:
        ast.parse(text)
    return out


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("a < b", ["a <= b", "a > b"]),
        ("a >= b", ["a <= b", "a > b"]),
        ("a == b != c", ["a != b != c", "a == b == c"]),
        ("x is None", ["x is not None"]),
        ("x is  not None", ["x is None"]),
        ("x not in y", ["x in y"]),
        ("(a) < (b)", ["(a) <= (b)", "(a) > (b)"]),
    ],
)
def test_a_comparison_is_turned_or_its_edge_moved(code: str, changed: list[str]) -> None:
    assert made(code, "comparison") == changed


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("a + b", ["a - b"]),
        ("a - b + c", ["a + b + c", "a - b - c"]),
        ("a += b", ["a -= b"]),
        ("a * b", []),
        ('a + "text"', []),
        ('a + f"{b}" + c', []),
        ("a += [b]", []),
        ("-a", []),
    ],
)
def test_plus_and_minus_are_exchanged_where_numbers_may_stand(
    code: str, changed: list[str]
) -> None:
    assert made(code, "sign") == changed


def test_and_and_or_are_exchanged_one_at_a_time() -> None:
    assert made("a and b or c", "and/or") == ["a or b or c", "a and b and c"]
    assert made("a or b or c", "and/or") == ["a and b or c", "a or b and c"]


def test_a_number_is_off_by_one() -> None:
    assert made("x = 3", "constant") == ["x = 2", "x = 4"]
    assert made("x = 0", "constant") == ["x = (-1)", "x = 1"]
    assert made("x: Final = 0.88", "constant") == ["x: Final = (-0.12)", "x: Final = 1.88"]
    assert made("x = True", "constant") == []


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("if a:\n    b()", "if not (a):\n    b()"),
        ("if not a:\n    b()", "if (a):\n    b()"),
        ("while a or b:\n    c()", "while not (a or b):\n    c()"),
        ("x = a if b else c", "x = a if not (b) else c"),
        ("[x for x in y if x]", "[x for x in y if not (x)]"),
        ("if (m := f()):\n    b()", "if (not (m := f())):\n    b()"),
    ],
)
def test_a_condition_is_turned_round(code: str, changed: str) -> None:
    assert made(code, "condition") == [changed]


@pytest.mark.parametrize(
    ("returns", "value", "empty"),
    [
        ("int", "a", "0"),
        ("float", "a", "0.0"),
        ("str", "a", '""'),
        ("bool", "a", "False"),
        ("bool", "False", "True"),
        ("tuple[int, ...]", "a", "()"),
        ("Sequence[int]", "a", "[]"),
        ("frozenset[str]", "a", "frozenset()"),
        ("dict[str, int]", "a", "{}"),
        ("str | None", "a", "None"),
        ("Rect", "a", "None"),
    ],
)
def test_a_result_is_empty(returns: str, value: str, empty: str) -> None:
    code = f"def f() -> {returns}:\n    return {value}"
    assert made(code, "return") == [code.replace(f"return {value}", f"return {empty}")]


def test_an_empty_result_stays() -> None:
    assert made("def f() -> int | None:\n    return None", "return") == []
    assert made("def f() -> list[int]:\n    return []", "return") == []


def test_a_default_is_another() -> None:
    code = "def f(a=1, *, b=True, c=None, d='x'):\n    pass"
    assert made(code, "default") == [
        code.replace("a=1", "a=0"), code.replace("a=1", "a=2"), code.replace("b=True", "b=False"),
    ]  # fmt: skip
    assert made(code, "constant") == []
    record = "class A:\n    x: int = 0\n    y: bool = False"
    assert len(made(record, "default")) == 3
    assert made(record, "constant") == []


@pytest.mark.parametrize(
    "code",
    [
        '"""Words 1 < 2."""',
        "def f(a: Literal[1, 2]) -> tuple[Literal[3], ...]: ...",
        "x: Literal[1] = y",
        "assert a < 1, b + 2",
        "raise ValueError(a + 1 if b < 2 else 3)",
        'f"{a + 1:.2f} {b if c else d}"',
        "if TYPE_CHECKING:\n    x = 1",
        "error(message=a if b < 1 else c + 1)",
        'message = "one" if n == 1 else "many"',
        "@lru_cache(maxsize=32)\ndef f(): ...",
        "zip(a, b, strict=True)",
    ],
)
def test_what_no_test_of_behaviour_fails_for_is_left_alone(code: str) -> None:
    assert changes_of(code.encode()) == []


def test_a_change_says_its_line_before_and_after() -> None:
    """In bytes, for the tree counts those: what stands before it may be Chinese."""
    source = '版心 = "版心"\nif 宽 < 1:  # 字\n    pass\n'.encode()
    (change,) = [c for c in changes_of(source) if c.new == "<="]
    assert (change.line, change.old) == (2, "<")
    assert change.lines(source) == ("if 宽 < 1: # 字", "if 宽 <= 1: # 字")


def test_a_change_of_several_lines_is_said_in_one() -> None:
    source = b"x = (\n    a\n    and b\n)\nif (\n    c\n    or d\n):\n    pass\n"
    (change,) = [c for c in changes_of(source) if c.kind == "condition"]
    assert change.line == 6
    assert change.lines(source) == ("c or d", "not (c or d)")


@pytest.mark.parametrize("room", ["inline", "spec/resolve"])
def test_every_change_of_a_room_is_code_that_differs(room: str) -> None:
    kinds = set()
    for path in sorted(Path(ROOT, "layout", room).glob("*.py")):
        source = path.read_bytes()
        tree = ast.dump(ast.parse(source))
        for change in changes_of(source)[::11]:
            kinds.add(change.kind)
            changed = ast.dump(ast.parse(change.made_in(source)))
            assert changed != tree, change
    assert kinds == set(KINDS)
