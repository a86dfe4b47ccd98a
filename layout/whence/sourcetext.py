"""A file as the reader of it counts: rows and columns from 1, in characters, without a BOM."""

from functools import cached_property
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError
from layout.environment import Environment, PathError
from layout.spec.reader.chars import decode
from layout.spec.reader.nodes import MAX_BYTES, Mapping, Node, Scalar, Sequence, parse_text

FENCE: Final = "---"


class SourceFile:
    """The text of a file, its rows, and the values of its YAML: the whole of it or a story's head.

    `label` is what messages call it.
    """

    def __init__(self, label: str, data: bytes) -> None:
        self.label = label
        self.text = decode(data, label).replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def starts(self) -> list[int]:
        """Where each row begins in `text`."""
        out = [0]
        for row in self.text.split("\n"):
            out.append(out[-1] + len(row) + 1)
        return out[:-1]

    def offset(self, place: Place) -> int | None:
        """Where a place is in `text`; None for one that is not in it."""
        if not 1 <= place.line <= len(self.starts):
            return None
        at = self.starts[place.line - 1] + place.column - 1
        return at if 0 <= at <= len(self.text) else None

    def place(self, offset: int) -> Place:
        """The row and column of a character of `text`."""
        from bisect import bisect_right

        row = bisect_right(self.starts, offset)
        return Place(self.label, row, offset - self.starts[row - 1] + 1)

    def row(self, line: int) -> str:
        """A row by its number, from 1; empty where there is none."""
        rows = self.starts
        if not 1 <= line <= len(rows):
            return ""
        end = rows[line] - 1 if line < len(rows) else len(self.text)
        return self.text[rows[line - 1] : end]

    @cached_property
    def root(self) -> Node | None:
        """The tree of its YAML; None where it has none, or one at fault."""
        faults: list[Diagnostic] = []
        text, first = self._yaml
        try:
            return parse_text(text, self.label, (first, 1), faults) if text.strip() else None
        except StopError:
            return None

    @cached_property
    def _yaml(self) -> tuple[str, int]:
        """The part that is YAML, and the number of its first row."""
        if not self.label.lower().endswith((".md", ".markdown")):
            return self.text, 1
        rows = self.text.split("\n")
        begin = next((i for i, row in enumerate(rows) if row.strip()), 0)
        if rows[begin].rstrip() != FENCE:
            return "", 1
        end = next((i for i in range(begin + 1, len(rows)) if rows[i].rstrip() == FENCE), 0)
        return "\n".join(rows[begin + 1 : end]), begin + 2

    @cached_property
    def scalars(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Where each value of its YAML begins and ends in `text`, by its row and column."""
        return {(n.place.line, n.place.column): span for n, span in self._scalars}

    @cached_property
    def values(self) -> list[tuple[str, tuple[int, int]]]:
        """The values of its YAML, and where each begins and ends in `text`."""
        return [(node.text, span) for node, span in self._scalars]

    @cached_property
    def _scalars(self) -> list[tuple[Scalar, tuple[int, int]]]:
        out: list[tuple[Scalar, tuple[int, int]]] = []
        base = self.starts[self._yaml[1] - 1] if self.root is not None else 0
        waiting = [self.root] if self.root is not None else []
        while waiting:
            node = waiting.pop()
            match node:
                case Scalar():
                    out.append((node, (base + node.start, base + node.end)))
                case Sequence():
                    waiting += reversed(node.items)
                case Mapping():
                    waiting += [value for _, value in reversed(node.entries)]
        return out


class SourceFiles:
    """The files of a page by what messages call them, each read when it is asked for."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._read: dict[str, SourceFile | None] = {}

    def get(self, label: str) -> SourceFile | None:
        """A file; None for one that cannot be read, or is no file, such as `--set`."""
        if label not in self._read:
            self._read[label] = self._open(label)
        return self._read[label]

    def _open(self, label: str) -> SourceFile | None:
        env = self._environment
        try:
            return SourceFile(label, env.read(env.find(label, env.root), MAX_BYTES))
        except (PathError, StopError):
            return None
