"""What a regular expression costs, counted and not clocked; lines of Python are in tests/cost.py.

`regex_steps` walks a pattern as a backtracking engine does and counts the characters it looks at. A
pattern that is begun anew at each character of a run, or that tries a run at each of its lengths,
shows it here at a few hundred characters.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any


@cache
def _tree(pattern: str, flags: int) -> Any:
    return _parser.parse(pattern, flags)


class _Walk:
    """One pattern on one text."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self.text = text
        self.lower = bool(pattern.flags & re.IGNORECASE)
        self.lines = bool(pattern.flags & re.MULTILINE)
        self.tree = _tree(pattern.pattern, pattern.flags)
        self.groups: dict[int, tuple[int, int]] = {}
        self.steps = 0

    def ends(self, items: Any, k: int, at: int) -> Iterator[int]:
        """Where the items from the k-th on may end, in the order an engine tries them."""
        if k == len(items):
            yield at
            return
        op, arg = items[k]
        for end in self.one(op, arg, at):
            yield from self.ends(items, k + 1, end)

    def one(self, op: Any, arg: Any, at: int) -> Iterator[int]:
        if op in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            if self.fits(op, arg, at):
                yield at + 1
        elif op is sre.SUBPATTERN:
            group, _, _, inner = arg
            for end in self.ends(inner, 0, at):
                if group is not None:
                    self.groups[group] = (at, end)
                yield end
        elif op is sre.BRANCH:
            for inner in arg[1]:
                yield from self.ends(inner, 0, at)
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            yield from self.repeated(op, arg, at)
        elif op is sre.AT:
            if self.stands(arg, at):
                yield at
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inner = arg
            back = inner.getwidth()[0] if direction < 0 else 0
            found = at - back >= 0 and any(True for _ in self.ends(inner, 0, at - back))
            if found == (op is sre.ASSERT):
                yield at
        elif op is sre.GROUPREF:
            start, end = self.groups.get(arg, (0, 0))
            self.steps += 1
            words = self.text[start:end]
            for n, c in enumerate(words):  # an engine stops at the first that differs
                self.steps += 1
                if self.text[at + n : at + n + 1] != c:
                    return
            yield at + len(words)
        else:
            raise NotImplementedError(op)

    def repeated(self, op: Any, arg: tuple[int, int, Any], at: int) -> Iterator[int]:
        least, most, inner = arg
        ways: list[int] = [at]
        single = len(inner) == 1 and inner[0][0] in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
        if single:
            ((one, what),) = inner
            while len(ways) - 1 < most and self.fits(one, what, ways[-1]):
                ways.append(ways[-1] + 1)
                if op is sre.MIN_REPEAT and len(ways) > least:
                    yield ways[-1] if len(ways) - 1 > least else ways[least]
            if op is sre.MAX_REPEAT:
                yield from reversed(ways[least:])
            elif least == 0:
                yield at
            return
        yield from self.group(op, inner, at, least, most)

    def group(self, op: Any, inner: Any, at: int, least: int, most: int) -> Iterator[int]:
        if op is sre.MIN_REPEAT and least <= 0:
            yield at
        if most > 0:
            for end in self.ends(inner, 0, at):
                if end > at:
                    yield from self.group(op, inner, end, least - 1, most - 1)
        if op is sre.MAX_REPEAT and least <= 0:
            yield at

    def stands(self, arg: Any, at: int) -> bool:
        before, after = self.text[at - 1 : at] if at else "", self.text[at : at + 1]
        self.steps += 1
        if arg in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            return at == 0 or (self.lines and before == "\n")
        if arg in (sre.AT_END, sre.AT_END_STRING):
            return not after or (after == "\n" and (self.lines or at + 1 == len(self.text)))
        words = [bool(c) and (c.isalnum() or c == "_") for c in (before, after)]
        return (words[0] != words[1]) == (arg is sre.AT_BOUNDARY)

    def fits(self, op: Any, arg: Any, at: int) -> bool:
        self.steps += 1
        if at >= len(self.text):
            return False
        char = self.text[at]
        if self.lower:
            char = char.lower()
        if op is sre.LITERAL:
            return bool(ord(char) == arg)
        if op is sre.NOT_LITERAL:
            return bool(ord(char) != arg)
        if op is sre.ANY:
            return char != "\n"
        return self.within(arg, char)

    def within(self, arg: Any, char: str) -> bool:
        negate = False
        found = False
        for op, value in arg:
            if op is sre.NEGATE:
                negate = True
            elif op is sre.LITERAL:
                found = found or ord(char) == value
            elif op is sre.RANGE:
                found = found or value[0] <= ord(char) <= value[1]
            elif op is sre.CATEGORY:
                kind = str(value).rsplit("_", 1)[-1]
                has = {
                    "DIGIT": char.isdecimal(),
                    "SPACE": char.isspace(),
                    "WORD": char.isalnum() or char == "_",
                }[kind]
                found = found or (has != ("_NOT_" in str(value)))
        return found != negate


def regex_steps(
    pattern: re.Pattern[str],
    text: str,
    *,
    search: bool,
    start: int = 0,
    once: bool = False,
    whole: bool = False,
) -> int:
    """Characters looked at by `finditer` (with `search`; the first find alone with `once`), or by
    `match` at the start; `whole` has to reach the text's end."""
    walk = _Walk(pattern, text)
    at = start
    while at <= len(text):
        ends = walk.ends(walk.tree, 0, at)
        end = next((e for e in ends if not whole or e == len(text)), None)
        if not search or (once and end is not None):
            break
        at = at + 1 if end is None or end == at else end
    return walk.steps
