"""An editor's slips in one row of YAML: what is wrong with it, and the row as it should be written.

A full-width colon or space, a text that begins with a sign YAML keeps for itself, a colon inside a
text, an open quote. Nothing here is asked unless a file could not be read, or not as was meant.
What is a sign of YAML's own: YAML 1.2.2, 5.3 and 7.3.3.
"""

import re
from typing import Final, NamedTuple

from layout.diagnostics import shown
from layout.spec.reader.chars import quoted, text_rows
from layout.words.said import Said, said

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
    "@": "", "`": "", "%": "", ",": "part.sign-comma", "]": "", "}": "",
    "*": "part.sign-alias", "&": "part.sign-anchor", "!": "part.sign-tag",
    "|": "part.sign-rows", ">": "part.sign-rows",
}  # fmt: skip
"""Signs that YAML keeps for itself, with the keys of what they are in it where it is told."""
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
    said: Said
    hint: Said | str = ""
    mended: str = ""


class RowSlip(NamedTuple):
    """A slip inside one row. `opens`: it is one only where the row after it shows it."""

    column: int
    said: Said
    mended: str = ""
    hint: Said | str = ""
    opens: bool = False

    def at(self, row: int, lead: str = "") -> Slip:
        """The slip in a row that begins with `lead`."""
        mended = self.mended and lead + self.mended
        hint = write(mended.lstrip(" ")) if mended else self.hint
        return Slip(row, self.column, self.said, hint, mended)


def write(text: str) -> Said:
    """A hint that says what is to be written."""
    return said("part.write", text=shown(text, 80))


def row_hint(text: str) -> Said | str:
    """A hint for a text that stands where keys are expected: its first row, if that is a slip."""
    found = examine(text_rows(text[:MOST_OF_ROW])[0])
    if found is None or (found.opens and not _says_what_to_write(found)):
        return ""
    hint = found.at(0).hint
    if not hint:
        return found.said
    if found.said.key == "YAML.han-key":  # its words end in a colon
        return said("part.han-key-and-hint", slip=found.said, hint=hint)
    return said("part.slip-and-hint", slip=found.said, hint=hint)


def _says_what_to_write(found: RowSlip) -> bool:
    return isinstance(found.hint, Said) and found.hint.key == "part.write"


def examine(row: str) -> RowSlip | None:
    """The slip in a row by itself; None where it may stand as it is."""
    row = row[:MOST_OF_ROW].rstrip()
    lead = end_of(LEAD, row)
    body = row[lead:]
    if not body or body.startswith("#"):
        return None
    if body[0] in _WIDE_SPACES:
        return RowSlip(lead, said("YAML.wide-space"), hint=said("part.plain-spaces"))
    if dash := re.match(_DASH, body):
        rest = body[dash.end() :]
        entry = re.match(ENTRY, rest) or re.match(_WIDE_COLON, rest)
        if (dash[1] != "-" or not dash[2].startswith(" ")) and (dash[2].strip(" ") or entry):
            return RowSlip(lead, said("YAML.dash"), f"- {rest}")
    if wide := re.match(_WIDE_COLON, body):
        mended = f"{wide[1]}: {body[wide.end() :]}"
        return RowSlip(lead + len(wide[1]), said("YAML.wide-colon"), mended)
    if han := re.match(_HAN_KEY, body):
        from layout.spec.reader.tradewords import key_for

        key = key_for(han[1])
        hint = write(f"{key}: {body[han.end() :]}") if key else said("part.keys-in-manual")
        return RowSlip(lead + len(han[1]), said("YAML.han-key"), hint=hint, opens=True)
    if tight := re.match(_TIGHT_COLON, body):
        mended = f"{tight[1]}: {body[tight.end() :]}"
        return RowSlip(lead + len(tight[1]) + 1, said("YAML.tight-colon"), mended)
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
        told = said("YAML.wide-bracket", bracket=first)
        return RowSlip(0, told, text.translate(_FULL_WIDTH) + behind)
    if first in _SIGNS or re.match(r"[-?:](?: |$)", text):
        return RowSlip(0, _begins_with(first), whole)
    if colon := re.search(_COLON, text):
        return RowSlip(colon.start(), said("YAML.colon-in-text"), whole)
    if cut := re.search(r"\s#", text):
        return RowSlip(cut.start() + 1, said("YAML.comment-in-text"), whole, opens=True)
    return None


def _begins_with(sign: str) -> Said:
    """What is told of a text that begins with a sign of YAML's own."""
    key = _SIGNS.get(sign)
    return said("YAML.sign", sign=said(key, sign=sign) if key else sign)


def _after_quote(mark: str, text: str, whole: str) -> RowSlip | None:
    end = end_of(_QUOTED[mark], text)
    if not end:
        bare = text[1:].rstrip("”’\"'")
        return RowSlip(0, said("YAML.not-closed", mark=mark), quoted(bare), opens=True)
    rest = text[end:].strip()
    if not rest or rest[0] in ",]}":
        return None
    return RowSlip(end, said("YAML.behind-quote", mark=mark), whole)


def _after_bracket(mark: str, text: str, whole: str, behind: str) -> RowSlip | None:
    if comma := re.search(_FULL_COMMA, text):
        told = said("YAML.wide-comma", comma=text[comma.start()])
        mended = re.sub(_FULL_COMMA, ", ", text).translate(_FULL_WIDTH)
        return RowSlip(comma.start(), told, _spaced(mended) + behind)
    if colon := re.search(_FULL_COLON_INSIDE, text):
        mended = _spaced(text.replace("：", ":")) + behind
        return RowSlip(colon.start(1), said("YAML.wide-colon"), mended)
    end = _closing(mark, text)
    if end and text[end:].strip() and text[end:].strip()[0] not in ",]}":
        return RowSlip(0, said("YAML.sign", sign=mark), whole)
    if item := re.search(_ITEM, text):
        words = item[1].rstrip()
        start = item.start(1)
        mended = text[:start] + quoted(words) + text[start + len(words) :]
        return RowSlip(start, said("YAML.sign", sign=words[0]), mended + behind)
    if cut := re.search(r"\s#", text):
        hint = said("part.quote-with-number-sign")
        return RowSlip(cut.start() + 1, said("YAML.comment-in-row"), hint=hint, opens=True)
    if not end:
        hint = said("part.close-with", mark=OPEN[mark])
        return RowSlip(0, said("YAML.not-closed", mark=mark), hint=hint, opens=True)
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
