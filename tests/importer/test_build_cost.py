"""What an import costs, counted in steps: no run of anything makes it more than its length."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from contextlib import suppress
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import layout.importer
import layout.text
from layout.correction.furniture import load_furniture
from layout.diagnostics import StopError
from layout.importer import build, import_text
from layout.record import replace
from tests import cost
from tests.regexsteps import regex_steps

SIZE = 180


class Counted:
    """A pattern that counts what each use of it costs."""

    steps = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.real = pattern

    def __getattr__(self, name: str) -> Any:
        real = getattr(self.real, name)
        if not callable(real):
            return real

        def call(*args: Any, **kwargs: Any) -> Any:
            text = args[1] if name in ("sub", "subn") else args[0]
            spans = name in ("match", "fullmatch", "search", "finditer")
            start = args[1] if spans and len(args) > 1 else 0
            end = min(args[2], len(text)) if spans and len(args) > 2 else len(text)
            # Lookbehinds see what stands before the start; none is longer than this.
            piece = text[max(0, start - 3) : end]
            Counted.steps += regex_steps(
                self.real,
                piece,
                start=min(start, 3),
                search=name not in ("match", "fullmatch"),
                once=name in ("match", "fullmatch", "search"),
                whole=name == "fullmatch",
            )
            return real(*args, **kwargs)

        return call


def counted(value: Any) -> Any:
    """A value with every pattern in it counted."""
    if isinstance(value, re.Pattern):
        return Counted(value)
    if isinstance(value, tuple) and any(isinstance(v, re.Pattern) for v in value):
        return tuple(map(counted, value))
    if isinstance(value, dict) and any(isinstance(v, re.Pattern) for v in value.values()):
        return {key: counted(v) for key, v in value.items()}
    return value


def modules() -> list[ModuleType]:
    return [
        importlib.import_module(f"{package.__name__}.{m.name}")
        for package in (layout.text, layout.importer)
        for m in pkgutil.iter_modules(package.__path__)
    ]


def use(name: str) -> Callable[..., Any]:
    def call(pattern: str, *args: Any, **kwargs: Any) -> Any:
        flags = kwargs.pop("flags", 0)
        return getattr(Counted(re.compile(pattern, flags)), name)(*args, **kwargs)

    return call


@pytest.fixture(scope="module")
def steps() -> Any:
    """The steps that an import of a text takes: those of its patterns and its lines of Python."""
    patch = pytest.MonkeyPatch()
    stub = SimpleNamespace(
        compile=lambda pattern, flags=0: Counted(re.compile(pattern, flags)),
        Pattern=re.Pattern,
        Match=re.Match,
        **{n: use(n) for n in ("match", "fullmatch", "search", "finditer", "findall", "split",
                               "sub")},
    )  # fmt: skip
    for module in modules():
        for name, value in list(vars(module).items()):
            made = stub if value is re else counted(value)
            if made is not value and not name.startswith("__"):
                patch.setattr(module, name, made)
    table = load_furniture()
    fields = {k: getattr(table, k) for k in ("picture_credit", "paper", "page", "enumerator",
                                             "numbered", "lead")}  # fmt: skip
    whole = replace(table, **{k: counted(getattr(v, "real", v)) for k, v in fields.items()})
    patch.setattr(build, "load_furniture", lambda: whole)

    def count(text: str) -> int:
        Counted.steps = 0

        def run() -> None:
            with suppress(StopError):
                import_text(text.encode(), name="x.md")

        lines = cost.steps(run, below="layout")
        return Counted.steps + lines

    yield count
    patch.undo()


def _each(listed: str) -> list[str]:
    return listed.split()


RUNS = [
    *'1a中一　,，.-—#*(（[|`$\\<~_"“：□●⼀',
    *_each("1. (1 )， <a <td> **a **甲** ![ ]( &a w. 第1版 1亿元 增长1% 等1 张、 从到 记者 图 文/"),
    *_each("甲乙丙丁戊己庚辛 二〇二六年一月二日"),
    *("a ", "中 ", "张 ", "张三 ", ") ", "共1版 ", "导读 A1 ", "\u200b"),
    *("甲\n", "甲乙\n\n", "# 甲\n\n", "<table\n", "$$\n", "a-\na", "甲，\n", "一、甲\n\n"),
]
BARE = {
    "# 甲\n\n",
    "-",
    "|-",
    "第1版",
    "记者",
    "共1版 ",
    "二〇二六年一月二日",
    "2019年",
    "导读 A1 ",
}


@pytest.mark.parametrize("run", RUNS)
def test_twice_the_text_costs_twice(run: str, steps: Callable[[str], int]) -> None:
    head = "" if run in BARE else "# 题\n\n共"
    once = steps(head + run * (SIZE // len(run)) + "完。")
    twice = steps(head + run * (2 * SIZE // len(run)) + "完。")
    assert twice < 2.5 * once, (once, twice)


def test_the_count_sees_what_is_quadratic() -> None:
    """The counter counts: a pattern begun anew at each figure of a run is seen."""
    bad, good = re.compile(r"\d+元"), re.compile(r"(?<!\d)\d{1,15}元")
    for pattern, grows in ((bad, True), (good, False)):
        once, twice = (regex_steps(pattern, "1" * n, search=True) for n in (300, 600))
        assert (twice > 3 * once) is grows
