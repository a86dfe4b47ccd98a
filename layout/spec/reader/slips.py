"""An editor's slips in one row of YAML: what is wrong with it, and the row as it should be written.

A full-width colon or space, a text that begins with a sign YAML keeps for itself, a colon inside a
text, an open quote. Nothing here is asked unless a file could not be read, or not as was meant.
What is a sign of YAML's own: YAML 1.2.2, 5.3 and 7.3.3.
"""

import re
from typing import Final, NamedTuple

from layout.diagnostics import shown
from layout.spec.reader.chars import quoted, text_rows

MOST_OF_ROW: Final = 400
"""Characters of a row that are looked at: a longer one is a text, and begins before."""
_WIDE_SPACES: Final = "\u3000\u00a0\u2002\u2003"
LEAD: Final = r" *(?:- +)*"
_DASH: Final = rf"([-－–—•])([{_WIDE_SPACES} ]*)(?=[^-\s])"
WORD: Final = r"[A-Za-z_][\w-]*"
_WIDE_COLON: Final = rf"({WORD})[ {_WIDE_SPACES}]*[：﹕︰][ {_WIDE_SPACES}]*"
_TIGHT_COLON: Final = rf"({WORD}) *:(?:[{_WIDE_SPACES}]+ *|(?=[^\s/]))"
ENTRY: Final = r"(?:[A-Za-z_\u3400-\u9fff][^:#]{0,60}|\"[^\"]*\"|'[^']*') *:(?: +|$)"
_HAN_KEY: Final = r"([\u3400-\u9fff]{1,6}) *[：﹕︰] *"
_QUOTED: Final = {'"': r'"(?:[^"\\]|\\.)*"', "'": r"'(?:[^']|'')*'"}
_COMMENT: Final = r"\s+#(?=\s|$).*$"
_COLON: Final = r":(?=\s|$)"
_SIGNS: Final = {
    "@": "@", "`": "`", "%": "%", ",": "a comma", "]": "]", "}": "}",
    "*": "* (of an alias)", "&": "& (of an anchor)", "!": "! (of a tag)",
    "|": "| (of a text in rows)", ">": "> (of a text in rows)",
}  # fmt: skip
OPEN: Final = {"[": "]", "{": "}"}
# A row that begins a text in rows, names an anchor or an alias is well formed.
_WELL_FORMED: Final = r"[|>][-+0-9]{0,2}$|\*[A-Za-z0-9_-]+$|&[A-Za-z0-9_-]+(?: |$)"
PIECES: Final = r"(?<![^\s,\[{])(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|#[^\r\n]*)|[\[{\]}]"
"""Brackets, and what may hold some that are none: texts in quotes, comments."""
_FULL_WIDTH: Final = str.maketrans("［］｛｝，：；", "[]{},:,")
_FULL_COMMA: Final = rf"[，；、]\s*(?={WORD}\s*[:：])"
_FULL_COLON_INSIDE: Final = rf"(?<=[{{,])\s*{WORD}\s*(：)"
_ITEM: Final = r"(?<=[\[,]) *((?:\{[^{}]*\}|\[[^\[\]]*\])[^\s,\]}][^,\]]*|[@`%*&!][^,\]]*)"


class Slip(NamedTuple):
    """What is wrong, at which row and column counted from 0, and a hint. `mended`: the row without
    it, where that is known."""

    row: int
    column: int
    message: str
    hint: str = ""
    mended: str = ""


class RowSlip(NamedTuple):
    """A slip inside one row. `opens`: it is one only where the row after it shows it."""

    column: int
    message: str
    mended: str = ""
    hint: str = ""
    opens: bool = False

    def at(self, row: int, lead: str = "") -> Slip:
        """The slip in a row that begins with `lead`."""
        mended = self.mended and lead + self.mended
        hint = f"write {shown(mended.lstrip(' '), 80)}" if mended else self.hint
        return Slip(row, self.column, self.message, hint, mended)


def row_hint(text: str) -> str:
    """A hint for a text that stands where keys are expected: its first row, if that is a slip."""
    found = examine(text_rows(text[:MOST_OF_ROW])[0])
    if found is None or (found.opens and not found.hint.startswith("write ")):
        return ""
    hint = found.at(0).hint
    return f"{found.message.removesuffix(':')}: {hint}" if hint else found.message


def examine(row: str) -> RowSlip | None:
    """The slip in a row by itself; None where it may stand as it is."""
    row = row[:MOST_OF_ROW].rstrip()
    lead = end_of(LEAD, row)
    body = row[lead:]
    if not body or body.startswith("#"):
        return None
    if body[0] in _WIDE_SPACES:
        return RowSlip(lead, "a full-width space indents the row", hint="use plain spaces")
    if dash := re.match(_DASH, body):
        rest = body[dash.end() :]
        entry = re.match(ENTRY, rest) or re.match(_WIDE_COLON, rest)
        if (dash[1] != "-" or not dash[2].startswith(" ")) and (dash[2].strip(" ") or entry):
            message = "an item of a list begins with - and a plain space"
            return RowSlip(lead, message, f"- {rest}")
    if wide := re.match(_WIDE_COLON, body):
        message = "the colon is full-width (：) where a half-width one and a space are wanted"
        mended = f"{wide[1]}: {body[wide.end() :]}"
        return RowSlip(lead + len(wide[1]), message, mended)
    if han := re.match(_HAN_KEY, body):
        message = "the colon is full-width (：), and the keys are such words as title: and page:"
        from layout.spec.reader.tradewords import key_for

        key = key_for(han[1])
        hint = f"write {shown(f'{key}: {body[han.end() :]}', 80)}" if key else ""
        hint = hint or "docs/spec.md lists them"
        return RowSlip(lead + len(han[1]), message, hint=hint, opens=True)
    if tight := re.match(_TIGHT_COLON, body):
        message = "a plain space is wanted after the colon"
        mended = f"{tight[1]}: {body[tight.end() :]}"
        return RowSlip(lead + len(tight[1]) + 1, message, mended)
    start = lead + end_of(ENTRY, body)
    found = _in_value(row[start:])
    if found is None:
        return None
    mended = row[lead:start] + found.mended if found.mended else ""
    return found._replace(column=start + found.column, mended=mended)


def _in_value(value: str) -> RowSlip | None:
    """The slip in what stands behind a key, or as an item; `mended` is the value alone."""
    comment = re.search(_COMMENT, value)
    behind = comment[0] if comment else ""
    text = value[: comment.start()] if comment else value
    if not text or re.match(_WELL_FORMED, text):
        return None
    whole = quoted(text) + behind
    first = text[0]
    if first in _QUOTED:
        return _after_quote(first, text, whole)
    if first in OPEN:
        return _after_bracket(first, text, whole, behind)
    if first in "［｛" and re.search(r"[\w：:]", text):
        message = f"the bracket is full-width ({first})"
        return RowSlip(0, message, text.translate(_FULL_WIDTH) + behind)
    sign = _SIGNS.get(first) or (first if re.match(r"[-?:](?: |$)", text) else "")
    if sign:
        return RowSlip(0, f"a text that begins with {sign} stands in quotes", whole)
    if colon := re.search(_COLON, text):
        message = "a text with a colon before a space, or at its end, stands in quotes"
        return RowSlip(colon.start(), message, whole)
    if cut := re.search(r"\s#", text):
        message = "# after a space begins a comment, which ends the text"
        return RowSlip(cut.start() + 1, message, whole, opens=True)
    return None


def _after_quote(mark: str, text: str, whole: str) -> RowSlip | None:
    end = end_of(_QUOTED[mark], text)
    if not end:
        bare = text[1:].rstrip("”’\"'")
        return RowSlip(0, f"a {mark} is opened here and not closed", quoted(bare), opens=True)
    rest = text[end:].strip()
    if not rest or rest[0] in ",]}":
        return None
    message = f"words stand behind the closing {mark}: quotes hold the whole text or none of it"
    return RowSlip(end, message, whole)


def _after_bracket(mark: str, text: str, whole: str, behind: str) -> RowSlip | None:
    if comma := re.search(_FULL_COMMA, text):
        message = f"the comma is full-width ({text[comma.start()]})"
        mended = re.sub(_FULL_COMMA, ", ", text).translate(_FULL_WIDTH)
        return RowSlip(comma.start(), message, _spaced(mended) + behind)
    if colon := re.search(_FULL_COLON_INSIDE, text):
        message = "the colon is full-width (：) where a half-width one and a space are wanted"
        return RowSlip(colon.start(1), message, _spaced(text.replace("：", ":")) + behind)
    end = _closing(mark, text)
    if end and text[end:].strip() and text[end:].strip()[0] not in ",]}":
        message = f"a text that begins with {mark} stands in quotes"
        return RowSlip(0, message, whole)
    if item := re.search(_ITEM, text):
        words = item[1].rstrip()
        message = f"a text that begins with {words[0]} stands in quotes"
        start = item.start(1)
        mended = text[:start] + quoted(words) + text[start + len(words) :]
        return RowSlip(start, message, mended + behind)
    if cut := re.search(r"\s#", text):
        message = "# after a space begins a comment, which ends the row"
        hint = "put the text with its # in quotes"
        return RowSlip(cut.start() + 1, message, hint=hint, opens=True)
    if not end:
        hint = f"close it with {OPEN[mark]}"
        return RowSlip(0, f"a {mark} is opened here and not closed", hint=hint, opens=True)
    return None


def _spaced(flow: str) -> str:
    """A list or mapping in brackets with a space after each of its colons."""
    return re.sub(rf"(?<=[{{,])(\s*{WORD}) *: *", r"\1: ", flow)


def _closing(mark: str, text: str) -> int:
    """The offset after the bracket that closes the first one; 0 where there is none."""
    depth = 0
    for piece in re.finditer(PIECES, text):
        if piece[0] in "[{":
            depth += 1
        elif piece[0] in "]}":
            depth -= 1
            if not depth:
                return piece.end()
    return 0


def end_of(pattern: str, text: str) -> int:
    found = re.match(pattern, text)
    return found.end() if found else 0
