"""Edits by chance, and an oracle that shares no code with what writes them: PyYAML's own loader and
scanner, and the difference of two texts by rows."""

import copy
import difflib
import random
import re
from typing import Any

import yaml

VALUES = [
    *(
        "新",
        "1-3",
        "007",
        "on",
        "yes",
        "null",
        "~",
        "12pt",
        "a: b",
        "x #y",
        "#头",
        "“引号”",
        "it's",
    ),
    *(
        '说"好"',
        "{name}",
        "[x]",
        "- 项",
        "a, b",
        "甲：乙",
        "3",
        "2.50",
        "2026-11-29",
        "12:30",
        "*星",
    ),
    *("&和", "!叹", "%百", "@在", "|竖", "> 引", "?", "-", "…", "尾: ", " 前空", "一\n二", "`勾"),
    *("http://x.y/z", "C:\\路", "true", "=", "<<", "１２", "很长的一句话，" * 12, "y", "0x1F"),
    *("1_000", "---", "...", "a]b}c"),
]


def loaded(text: str) -> Any:
    """What a text says by PyYAML, all of it as text; aliases are one object."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def scanned_comments(text: str) -> list[str]:
    """The comments of a text: what stands between the tokens of PyYAML's own scanner."""
    out: list[str] = []
    at = 0
    spans = []
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        first, last = token.start_mark.index, token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            spans.append((first, first + 1))
            head = text.find("\n", first)
            spans.append((len(text) if head < 0 else head, last))
        elif last > first:
            spans.append((first, last))
    for first, last in [*sorted(spans), (len(text), len(text))]:
        if first > at:
            out += [c.rstrip() for c in re.findall(r"#[^\r\n]*", text[at:first])]
        at = max(at, last)
    return out


def paths(data: Any, at: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every value with the keys that lead to it; the members of lists by their number from 0."""
    out: list[tuple[tuple[str | int, ...], Any]] = [(at, data)] if at else []
    if isinstance(data, dict):
        for key, value in data.items():
            out += paths(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            out += paths(value, (*at, number))
    return out


def inner(data: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


def as_keys(path: tuple[str | int, ...]) -> list[str]:
    """The keys as they are written, members of lists by their number from 1."""
    return [str(key + 1) if isinstance(key, int) else key for key in path]


def rows_changed(old: str, new: str) -> int:
    """How many rows of two texts differ: the larger number of those that went and that came."""
    matcher = difflib.SequenceMatcher(
        None, old.splitlines(True), new.splitlines(True), autojunk=False
    )
    return sum(max(j - i, m - k) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal")


def squeezed(data: Any) -> Any:
    """Data without the blanks that stand for the ends of rows."""
    if isinstance(data, dict):
        return {key: squeezed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [squeezed(value) for value in data]
    return data.replace(" ", "").strip("\n") if isinstance(data, str) else data


def made_yaml(rng: random.Random) -> str:
    """A text of YAML with comments everywhere, flow and block in one another, anchors, Chinese."""
    anchors: list[str] = []
    numbers: list[int] = []
    end = rng.choice(["\n", "\n", "\r\n"])

    def comment(chance: float = 0.3) -> str:
        return f"  # 注{rng.randrange(1000)}" if rng.random() < chance else ""

    def word() -> str:
        plain = ["甲", "乙丙", "1-3", "12pt", "文 | 字", "a b", "3", "x", "株洲：城"]
        quoted = ['"甲: 乙"', "'it''s'", '"a\\"b"', "'#1'", '"  x"', "'在 # 中'"]
        return rng.choice(plain + quoted)

    def flow(depth: int) -> str:
        kind = rng.random()
        if depth > 2 or kind < 0.4:
            return word()
        if anchors and kind < 0.5:
            return f"*{rng.choice(anchors)}"
        wide = rng.random() < 0.2
        gap = f",{comment(0.2)}{end}{' ' * 12}" if wide else ", "
        parts = [flow(depth + 1) for _ in range(rng.randrange(4))]
        if kind < 0.75:
            return "[" + gap.join(parts) + "]"
        return "{" + gap.join(f"k{n}: {part}" for n, part in enumerate(parts)) + "}"

    def rows(indent: int, depth: int) -> list[str]:
        out: list[str] = []
        pad = " " * indent
        for number in range(rng.randrange(1, 5)):
            if rng.random() < 0.25:
                out.append(f"{pad}# 上{rng.randrange(1000)}")
            if rng.random() < 0.12:
                out.append("")
            key = f"键{number}" if rng.random() < 0.3 else f"key{number}"
            kind = rng.random()
            anchor = ""
            if rng.random() < 0.1:
                numbers.append(0)
                anchor = f" &a{len(numbers)}"
            if depth > 2 or kind < 0.35:
                out.append(f"{pad}{key}:{anchor} {word()}{comment()}")
            elif kind < 0.5:
                out.append(f"{pad}{key}:{anchor} {flow(0)}{comment()}")
            elif kind < 0.56:
                out.append(f"{pad}{key}:{comment()}")
                anchor = ""
            elif kind < 0.63:
                out.append(f"{pad}{key}:{anchor} {rng.choice(['|', '>-', '|+', '>'])}{comment()}")
                out += [f"{pad}  行{n} # 不是注" if n % 2 else f"{pad}  第{n}行" for n in range(3)]
            elif kind < 0.8:
                out.append(f"{pad}{key}:{anchor}{comment()}")
                out += rows(indent + 2, depth + 1)
            else:
                out.append(f"{pad}{key}:{anchor}{comment()}")
                out += listed(indent + rng.choice([0, 2]), depth + 1)
            if anchor and "*" not in out[-1]:
                anchors.append(anchor.strip()[1:])
        return out

    def listed(indent: int, depth: int) -> list[str]:
        out: list[str] = []
        pad = " " * indent
        for number in range(rng.randrange(1, 4)):
            if number and rng.random() < 0.3:
                out.append("")
            if rng.random() < 0.3:
                out.append(f"{pad}# 块{rng.randrange(1000)}")
            if rng.random() < 0.4 or depth > 2:
                out.append(f"{pad}- {flow(1)}{comment()}")
            else:
                body = rows(indent + 2, depth + 1)
                at = next(n for n, row in enumerate(body) if row.strip() and row.lstrip()[0] != "#")
                out += [f"{pad}- {body[at].lstrip()}", *body[at + 1 :]]
        return out

    head = rng.choice([[], ["# 头"], ["---"], ["# 一", "", "# 二"]])
    text = end.join([*head, *rows(0, 0)])
    return text + rng.choice(["", end, end + end, f"{end}# 尾{end}"])


def copied(data: Any) -> Any:
    return copy.deepcopy(data)
