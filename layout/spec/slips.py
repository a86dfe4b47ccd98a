"""What an editor's slip in a YAML file is, told as that, with the row as it should be written.

A parser says where it gave up and what it expected; the slip is often elsewhere, and nearly always
one of a few: a full-width colon or space, a text that begins with a sign YAML keeps for itself, a
colon inside a text, an open quote, a row that stands too far in. Nothing here is asked unless a
file could not be read. What is a sign of YAML's own: YAML 1.2.2, 5.3 and 7.3.3.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import yaml

from layout.diagnostics import shown
from layout.spec.chars import text_rows
from layout.spec.nodes import quoted

ROWS_LOOKED_AT: Final = 40
"""Rows above the one at which reading failed in which its cause may stand."""
MOST_OF_ROW: Final = 400
"""Characters of a row that are looked at: a longer one is a text, and begins before."""

_WIDE_SPACES: Final = "\u3000\u00a0\u2002\u2003"
_LEAD: Final = r" *(?:- +)*"
_DASH: Final = rf"([-－–—•])([{_WIDE_SPACES} ]*)(?=[^-\s])"
_WORD: Final = r"[A-Za-z_][\w-]*"
_WIDE_COLON: Final = rf"({_WORD})[ {_WIDE_SPACES}]*[：﹕︰][ {_WIDE_SPACES}]*"
_TIGHT_COLON: Final = rf"({_WORD}) *:(?:[{_WIDE_SPACES}]+ *|(?=[^\s/]))"
_ENTRY: Final = r"(?:[A-Za-z_\u3400-\u9fff][^:#]{0,60}|\"[^\"]*\"|'[^']*') *:(?: +|$)"
_HAN_KEY: Final = r"([\u3400-\u9fff]{1,6}) *[：﹕︰] *"
_NO_COLON: Final = rf"({_WORD})(?: *[=;；→] *| +)(?=\S)"
_QUOTED: Final = {'"': r'"(?:[^"\\]|\\.)*"', "'": r"'(?:[^']|'')*'"}
_COMMENT: Final = r"\s+#(?=\s|$).*$"
_COLON: Final = r":(?=\s|$)"
_SIGNS: Final = {
    "@": "@", "`": "`", "%": "%", ",": "a comma", "]": "]", "}": "}",
    "*": "* (of an alias)", "&": "& (of an anchor)", "!": "! (of a tag)",
    "|": "| (of a text in rows)", ">": "> (of a text in rows)",
}  # fmt: skip
_OPEN: Final = {"[": "]", "{": "}"}
# A row that begins a text in rows, names an anchor or an alias is well formed.
_WELL_FORMED: Final = r"[|>][-+0-9]{0,2}$|\*[A-Za-z0-9_-]+$|&[A-Za-z0-9_-]+(?: |$)"
_PIECES: Final = r"(?<![^\s,\[{])(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|#[^\r\n]*)|[\[{\]}]"
"""Brackets, and what may hold some that are none: texts in quotes, comments."""
_FULL_WIDTH: Final = str.maketrans("［］｛｝，：；", "[]{},:,")
_FULL_COMMA: Final = rf"[，；、]\s*(?={_WORD}\s*[:：])"
_FULL_COLON_INSIDE: Final = rf"(?<=[{{,])\s*{_WORD}\s*(：)"
_ITEM: Final = r"(?<=[\[,]) *((?:\{[^{}]*\}|\[[^\[\]]*\])[^\s,\]}][^,\]]*|[@`%*&!][^,\]]*)"


MOST_MENDED: Final = 100_000
"""Characters of a text that is read again and again, each slip mended, to find them all."""
MOST_SLIPS: Final = 20


class Slip(NamedTuple):
    """What is wrong, at which row and column counted from 0, and a hint. `mended`: the row without
    it, where that is known."""

    row: int
    column: int
    message: str
    hint: str = ""
    mended: str = ""


class _Found(NamedTuple):
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


def slips(text: str, failed: yaml.MarkedYAMLError, parse: Callable[[str], object]) -> list[Slip]:
    """Every slip of a text that `failed` to be read: one after another is mended, and the text read
    again with `parse`, which raises as the first reading did."""
    found = [explain(text, failed)]
    while found[-1].mended and len(found) < MOST_SLIPS and len(text) <= MOST_MENDED:
        rows = text_rows(text)
        rows[found[-1].row] = found[-1].mended
        text = "\n".join(rows)
        try:
            parse(text)
        except yaml.MarkedYAMLError as exc:
            further = explain(text, exc)
            if further.row <= found[-1].row:
                break
            found.append(further)
        else:
            break
    return found


def explain(text: str, failed: yaml.MarkedYAMLError) -> Slip:
    """The slip behind a parser's complaint, in words of our own."""
    rows = text_rows(text)
    mark = failed.problem_mark or failed.context_mark
    last = len(text_rows(text.rstrip())) - 1
    at, column = (min(mark.line, len(rows) - 1), mark.column) if mark else (0, 0)
    ended = mark is not None and mark.index >= len(text.rstrip())
    context, problem = failed.context or "", failed.problem or ""
    begun = failed.context_mark
    flow = begun is not None and "flow" in context
    opened = _opened(text, mark.index) if flow and mark is not None else None
    tab = None if flow else tab_before(rows, at)
    if tab is None and "token" in problem and rows[at][column : column + 1] == "\t":
        tab = at, column
    if tab is not None:
        return Slip(*tab, "a tab where YAML wants spaces", "indent with spaces")
    if begun is not None and "quoted" in context:
        return _in_quotes(rows, begun, at, column, problem)
    top = begun.line if begun is not None and "simple key" in context else 0
    top = opened[0] if opened is not None else top
    if ended:  # told where the text ends, not below it
        at, column = max(last, 0), len(rows[max(last, 0)].rstrip())
    own = "mapping" not in problem or column >= _end(_LEAD + _ENTRY, rows[at])
    for row in _candidates(rows, at, top, own=own):
        found = examine(rows[row])
        if found is not None and (not found.opens or row < at or (flow and row == top)):
            return found.at(row, rows[row][: _end(_LEAD, rows[row])])
    if opened is not None:
        sign = rows[opened[0]][opened[1]]
        message = f"a {sign} is opened here and not closed as it should be"
        return Slip(*opened, message, f"close it with {_OPEN[sign]}, and part its values by commas")
    return _out_of_place(rows, at, column, problem)


def row_hint(text: str) -> str:
    """A hint for a text that stands where keys are expected: its first row, if that is a slip."""
    found = examine(text_rows(text[:MOST_OF_ROW])[0])
    if found is None or found.opens:
        return ""
    hint = found.at(0).hint
    return f"{found.message}: {hint}" if hint else found.message


def examine(row: str) -> _Found | None:
    """The slip in a row by itself; None where it may stand as it is."""
    row = row[:MOST_OF_ROW].rstrip()
    lead = _end(_LEAD, row)
    body = row[lead:]
    if not body or body.startswith("#"):
        return None
    if body[0] in _WIDE_SPACES:
        return _Found(lead, "a full-width space indents the row", hint="use plain spaces")
    if dash := re.match(_DASH, body):
        rest = body[dash.end() :]
        entry = re.match(_ENTRY, rest) or re.match(_WIDE_COLON, rest)
        if (dash[1] != "-" or not dash[2].startswith(" ")) and (dash[2].strip(" ") or entry):
            message = "an item of a list begins with - and a plain space"
            return _Found(lead, message, f"- {rest}")
    if wide := re.match(_WIDE_COLON, body):
        message = "the colon is full-width (：) where a half-width one and a space are wanted"
        mended = f"{wide[1]}: {body[wide.end() :]}"
        return _Found(lead + len(wide[1]), message, mended)
    if han := re.match(_HAN_KEY, body):
        message = "the colon is full-width (：), and the keys are such words as title: and page:"
        return _Found(lead + len(han[1]), message, hint="docs/spec.md lists them", opens=True)
    if tight := re.match(_TIGHT_COLON, body):
        message = "a plain space is wanted after the colon"
        mended = f"{tight[1]}: {body[tight.end() :]}"
        return _Found(lead + len(tight[1]) + 1, message, mended)
    start = lead + _end(_ENTRY, body)
    found = _in_value(row[start:])
    if found is None:
        return None
    mended = row[lead:start] + found.mended if found.mended else ""
    return found._replace(column=start + found.column, mended=mended)


def _in_value(value: str) -> _Found | None:
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
    if first in _OPEN:
        return _after_bracket(first, text, whole, behind)
    if first in "［｛" and re.search(r"[\w：:]", text):
        message = f"the bracket is full-width ({first})"
        return _Found(0, message, text.translate(_FULL_WIDTH) + behind)
    sign = _SIGNS.get(first) or (first if re.match(r"[-?:](?: |$)", text) else "")
    if sign:
        return _Found(0, f"a text that begins with {sign} stands in quotes", whole)
    if colon := re.search(_COLON, text):
        message = "a text with a colon before a space, or at its end, stands in quotes"
        return _Found(colon.start(), message, whole)
    if cut := re.search(r"\s#", text):
        message = "# after a space begins a comment, which ends the text"
        return _Found(cut.start() + 1, message, whole, opens=True)
    return None


def _after_quote(mark: str, text: str, whole: str) -> _Found | None:
    end = _end(_QUOTED[mark], text)
    if not end:
        bare = text[1:].rstrip("”’\"'")
        return _Found(0, f"a {mark} is opened here and not closed", quoted(bare), opens=True)
    rest = text[end:].strip()
    if not rest or rest[0] in ",]}":
        return None
    message = f"words stand behind the closing {mark}: quotes hold the whole text or none of it"
    return _Found(end, message, whole)


def _after_bracket(mark: str, text: str, whole: str, behind: str) -> _Found | None:
    if comma := re.search(_FULL_COMMA, text):
        message = f"the comma is full-width ({text[comma.start()]})"
        mended = re.sub(_FULL_COMMA, ", ", text).translate(_FULL_WIDTH)
        return _Found(comma.start(), message, _spaced(mended) + behind)
    if colon := re.search(_FULL_COLON_INSIDE, text):
        message = "the colon is full-width (：) where a half-width one and a space are wanted"
        return _Found(colon.start(1), message, _spaced(text.replace("：", ":")) + behind)
    end = _closing(mark, text)
    if end and text[end:].strip() and text[end:].strip()[0] not in ",]}":
        message = f"a text that begins with {mark} stands in quotes"
        return _Found(0, message, whole)
    if item := re.search(_ITEM, text):
        words = item[1].rstrip()
        message = f"a text that begins with {words[0]} stands in quotes"
        start = item.start(1)
        mended = text[:start] + quoted(words) + text[start + len(words) :]
        return _Found(start, message, mended + behind)
    if cut := re.search(r"\s#", text):
        message = "# after a space begins a comment, which ends the row"
        hint = "put the text with its # in quotes"
        return _Found(cut.start() + 1, message, hint=hint, opens=True)
    if not end:
        hint = f"close it with {_OPEN[mark]}"
        return _Found(0, f"a {mark} is opened here and not closed", hint=hint, opens=True)
    return None


def _spaced(flow: str) -> str:
    """A list or mapping in brackets with a space after each of its colons."""
    return re.sub(rf"(?<=[{{,])(\s*{_WORD}) *: *", r"\1: ", flow)


def _closing(mark: str, text: str) -> int:
    """The offset after the bracket that closes the first one; 0 where there is none."""
    depth = 0
    for piece in re.finditer(_PIECES, text):
        if piece[0] in "[{":
            depth += 1
        elif piece[0] in "]}":
            depth -= 1
            if not depth:
                return piece.end()
    return 0


def _opened(text: str, upto: int) -> tuple[int, int] | None:
    """Row and column of the last bracket that is open at an offset; None where none is."""
    open_at: list[int] = []
    for piece in re.finditer(_PIECES, text[:upto]):
        if piece[0] in _OPEN:
            open_at.append(piece.start())
        elif piece[0] in "]}" and open_at:
            open_at.pop()
    if not open_at:
        return None
    before = text_rows(text[: open_at[-1]])
    return len(before) - 1, len(before[-1])


def _candidates(rows: list[str], at: int, top: int, *, own: bool) -> Iterator[int]:
    """Rows in which the cause may stand: the one where reading failed (if its `own` key was not
    what failed), then those above it, up to the first that is whole by itself (inside brackets, to
    the one that opens them)."""
    if own:
        yield at
    for row in range(at - 1, max(top, at - ROWS_LOOKED_AT) - 1, -1):
        body = rows[row].strip()
        if not body or body.startswith("#"):
            continue
        yield row
        if not top and re.match(_LEAD + _ENTRY, rows[row]):
            return


def _in_quotes(rows: list[str], begun: Any, at: int, column: int, problem: str) -> Slip:
    """A fault inside a text in quotes: it never ends, or a \\ in it begins no escape."""
    if "escape" in problem:
        while column and rows[at][column : column + 1] != "\\":
            column -= 1
        escape = shown(rows[at][column : column + 2])
        message = f'{escape} is no escape: between two " a \\ is written twice'
        return Slip(at, column, message, "or put the text between two ', where it is itself")
    mark = rows[begun.line][begun.column : begun.column + 1]
    found = examine(rows[begun.line])
    message = f"a {mark} is opened here and never closed"
    if found is not None and found.opens and found.mended:
        lead = rows[begun.line][: _end(_LEAD, rows[begun.line])]
        return found._replace(column=begun.column, message=message).at(begun.line, lead)
    return Slip(begun.line, begun.column, message, f"close it with {mark}")


def _out_of_place(rows: list[str], at: int, column: int, problem: str) -> Slip:
    """A row that is well formed and stands where none like it may."""
    body = rows[at].strip()
    lead = len(rows[at]) - len(rows[at].lstrip(" "))
    above = next((r for r in range(at - 1, -1, -1) if rows[r].strip(" -") and
                  not rows[r].lstrip().startswith("#")), None)  # fmt: skip
    if above is None:
        return Slip(at, column, f"“{shown(body, 40)}” cannot be read as YAML", "keys and values")
    for row in (at, above):
        if not re.match(rf"{_LEAD}(?:{_ENTRY}|#)| *- ", rows[row]):
            return _without_key(row, rows[row])
    keys = _end(_LEAD, rows[above])
    dash = len(rows[above]) - len(rows[above].lstrip(" "))
    item, listed = body.startswith("- "), keys > dash
    if lead in (keys, dash) and item != (listed and lead == dash):
        message = (
            "an item of a list (- ) where keys stand" if item else "a key where a list goes on (- )"
        )
        return Slip(at, lead, message, f"is it at the right column? It begins at {lead + 1}")
    if lead in (keys, dash):
        return Slip(at, column, f"“{shown(body, 40)}” cannot be read as YAML", "put it in quotes")
    message = f"the row begins at column {lead + 1}, where no row above it that goes on begins"
    name = shown(rows[above].strip().lstrip("- ").partition(":")[0], 20)
    return Slip(at, lead, message, f"“{name}” above it begins at column {keys + 1}")


def _without_key(row: int, text: str) -> Slip:
    """A row in which a key and its colon are wanted."""
    lead = _end(_LEAD, text)
    message = f"“{shown(text.strip(), 40)}” has no key: a word, a colon and a space begin a row"
    typed = re.match(_NO_COLON, text[lead:])
    if typed is None:
        return Slip(row, lead, message, "what goes on from the row above stands further in")
    mended = f"{typed[1]}: {text[lead + typed.end() :]}"
    return _Found(lead + len(typed[1]), message, mended).at(row, text[:lead])


def tab_before(rows: list[str], at: int) -> tuple[int, int] | None:
    """Row and column, from 0, of a tab that indents the row where reading failed, or those above.

    A row indented by a tab is read as going on with the value before it, so that the fault shows
    in the row after it, or in the last of several.
    """
    found = None
    for number in range(at, max(-1, at - ROWS_LOOKED_AT), -1):
        row = rows[number]
        indent = row[: len(row) - len(row.lstrip(" \t"))]
        if "\t" in indent and indent != row:
            found = (number, indent.index("\t"))
        elif number < at and row.strip():
            break
    return found


def _end(pattern: str, text: str) -> int:
    found = re.match(pattern, text)
    return found.end() if found else 0
