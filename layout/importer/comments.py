"""The comments in the files of an import, in the language of the person who opens them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Final

from layout.words.said import Language

COMMENT: Final = re.compile(r"(?<!\S)# (?!.*(?<!\S)# )(.*)$", re.MULTILINE)
"""The last comment of a row of YAML."""
NOTE: Final = re.compile(r'(?<=^notes: ")(.*)(?="$)', re.MULTILINE)
"""What the head of a story notes."""


def in_language(files: Mapping[str, bytes], lang: Language) -> dict[str, bytes]:
    """Files of an import, which are written with English comments, with those of a language. What
    is no comment of this program's stays as it is."""
    return dict(files) if lang == "en" else dict(_chinese(files))


def _chinese(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    from layout.words.zh_import import COMMENTS, NOTES

    for name, data in files.items():
        if name.endswith(".yaml"):
            table, where = COMMENTS, COMMENT
        elif name.startswith("stories/") and b'\nnotes: "' in data:
            table, where = NOTES, NOTE
        else:
            yield name, data
            continue
        text = data.decode("utf-8")
        yield name, where.sub(partial(_said, table), text).encode("utf-8")


def _said(table: Mapping[str, str], comment: re.Match[str]) -> str:
    """A comment with its sign, in Chinese where it is one of a table."""
    for pattern, chinese in _forms(tuple(table.items())):
        found = pattern.fullmatch(comment[1])
        if found is not None:
            sign = comment[0][: comment.start(1) - comment.start()]
            return sign + chinese.format(**found.groupdict())
    return comment[0]


@cache
def _forms(table: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    return [(_pattern(english), chinese) for english, chinese in table]


def _pattern(form: str) -> re.Pattern[str]:
    """What matches a form whose braces stand for some words each."""
    parts = re.split(r"\{(\w+)\}", form)
    return re.compile(
        "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    )
