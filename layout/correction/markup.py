"""Markup of other tools in the text of a page: HTML, formulas, addresses, code.

Rules for Chinese marks keep out of it, since a quote in a tag is no quotation mark; and what is set
as typed is told.
"""

import re
from collections.abc import Iterator
from typing import Final

from layout.words.said import Said, said

Find = tuple[int, int, str, Said]

_KINDS: Final = (
    ("html", r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>\n]{0,500})?/?>|<!--[^\n]{0,500}?-->"),
    ("entity", r"&(?:[A-Za-z]{2,10}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"),
    # A bracket belongs to an address where its other half does.
    ("address", r"(?:https?://|ftp://|www\.)(?:[!-'*-~]|\([!-'*-~]{0,200}\)){1,1000}(?<=[A-Za-z0-9/_=&#~)-])"),
    ("mail", r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}"),
    ("formula", r"\$\$[^$\n]{1,500}\$\$|\$(?![\s$])[^$\n]{1,300}(?<![\s$])\$(?![\d$])"
                r"|\\\([^\n]{1,300}?\\\)|\\\[[^\n]{1,300}?\\\]"),
    ("command", r"\\[A-Za-z]{2,20}(?:\{[^{}\n]{0,200}\})?"),
    ("code", r"`{1,3}[^`\n]{1,300}`{1,3}|^```[A-Za-z0-9]{0,20}$"),
    ("note", r"\[\^[^\]\s]{1,20}\]"),
    ("bold", r"__(?=[^\s_])[^_\n]{1,200}(?<=\S)__(?![A-Za-z0-9_])"),
    ("struck", r"~~(?=[^\s~])[^~\n]{1,200}~~"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS), re.M)
_TABLE = re.compile(r"^\|[^|\n]*\||^\|?[ \t]*:?-{2,}:?[ \t]*\|")
_LOOKS: Final = frozenset("<&:w@$\\`[_~W")

_REASONS: Final = {
    "html": ("X13.html", "part.doubt-tag"),
    "entity": ("X13.html", "part.doubt-entity"),
    "formula": ("X14.formula", "part.doubt-formula"),
    "command": ("X14.formula", "part.doubt-command"),
    "code": ("X15.markup", "part.doubt-code"),
    "note": ("X15.markup", "part.doubt-footnote"),
    "bold": ("X15.markup", "part.doubt-bold"),
    "struck": ("X15.markup", "part.doubt-struck"),
}
# Whose text no rule for Chinese marks may change.
_KEPT: Final = frozenset(
    {"html", "entity", "address", "mail", "formula", "command", "code", "note"}
)


def find_markup(text: str) -> Iterator[Find]:
    """What will be set as typed although a tool meant something by it: start, end, rule, reason.

    A table in HTML is told once, as a whole; a row of a Markdown table is one.
    """
    if (table := _TABLE.match(text)) is not None:
        yield (0, table.end(), "X16.table", said("part.doubt-row"))
        return
    at = text.lower().find("<table")
    if at >= 0:
        end = text.lower().rfind("</table>")
        end = end + len("</table>") if end > at else len(text)
        yield (at, end, "X16.table", said("part.doubt-table"))
        yield from (find for find in _finds(text) if find[1] <= at or find[0] >= end)
        return
    yield from _finds(text)


def _finds(text: str) -> Iterator[Find]:
    for match in _matches(text):
        if match.lastgroup in _REASONS:
            rule, reason = _REASONS[match.lastgroup]
            yield (match.start(), match.end(), rule, said(reason))


def kept_spans(text: str) -> list[tuple[int, int]]:
    """Spans that rules for Chinese marks leave alone, in order."""
    return [m.span() for m in _matches(text) if m.lastgroup in _KEPT]


def _matches(text: str) -> Iterator[re.Match[str]]:
    return _ANY.finditer(text) if not _LOOKS.isdisjoint(text) else iter(())
