"""Words of a story's paragraph: where each character of it stands in the file, and the change of
some of them there.

A character that is made, such as the sign of a note or an item's mark, stands nowhere.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from layout.diagnostics import error, shown
from layout.record import record, replace
from layout.rewrite.texts import RefusedError, TextChange, one_change
from layout.spec.markdown.paragraph import Paragraph, Run

_NOWHERE: Final = -1
_JOIN: Final = re.compile(r"[ \t\u3000]*(?:\r\n|\r|\n)[ \t\u3000]*")
_MARKS: Final = re.compile(r"[\\*^~\[\]<>{}|]")
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
_HEAD: Final = re.compile(r"[ \t\u3000]*(?:[-#>:|｛：＞｜]|[0-9]{1,3}(?=[.、]))")


@record(kw_only=False)
class NewWords:
    """What is to stand in a paragraph in place of its characters `start` up to `end`."""

    start: int
    end: int
    new: str


def origins(paragraph: Paragraph, text: str, starts: Sequence[int]) -> list[int]:
    """Where each character of a paragraph stands in its file, whose rows begin at `starts`; -1 of
    one that is made."""
    out: list[int] = []
    lines = [*paragraph.lines, (len(paragraph.text), paragraph.lines[-1][1])]
    for (first, place), (end, _) in itertools.pairwise(lines):
        begin = starts[place.line - 1] + place.column - 1
        for number in range(end - first):
            at = begin + number
            char = text[at : at + 1]
            same = char == paragraph.text[first + number] or (
                char == "\t" and paragraph.text[first + number] == " "
            )
            out.append(at if same and (not out or at > max(out[-1:], default=-1)) else _NOWHERE)
    return out


def wanted(start: int, before: str, after: str) -> list[NewWords]:
    """The stretch in which `after` differs from `before`, the words at `start`."""
    change = one_change(before, after)
    old, new = before[change.start : change.end], change.new
    at = start + change.start
    if not old and not new:
        return []
    return [NewWords(at, at + len(old), new)]


def in_pieces(words: NewWords, old: str) -> list[NewWords]:
    """A change in as many pieces as have something the same between them."""
    matcher = SequenceMatcher(None, old, words.new, autojunk=False)
    return [
        NewWords(words.start + a, words.start + b, words.new[c:d])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def placed(
    words: NewWords, paragraph: Paragraph, at: list[int], text: str, *, behind: bool
) -> TextChange:
    """Where a change is to be made in the file. Words put in stand `behind` the character before
    them, in its voice, else before the next one. Raises `RefusedError` where marks or made
    characters stand inside."""
    start, end = words.start, words.end
    if start == end:
        if behind and start and at[start - 1] != _NOWHERE:
            return TextChange(at[start - 1] + 1, at[start - 1] + 1, words.new)
        if start < len(at) and at[start] != _NOWHERE:
            where = _unescaped(at, start, text)
            return TextChange(where, where, words.new)
        raise _marked(paragraph, words)
    row_end = ""
    for number in range(start, end):
        if at[number] == _NOWHERE and paragraph.text[number] == " " and start < number < end - 1:
            continue  # it stands for the end of a row between two words
        if at[number] == _NOWHERE:
            raise _marked(paragraph, words)
        last = next((n for n in range(number - 1, start - 1, -1) if at[n] != _NOWHERE), None)
        gap = text[at[last] + 1 : at[number]] if last is not None else ""
        if gap and gap != "\\":
            if _JOIN.fullmatch(gap) is None:
                raise _marked(paragraph, words)
            row_end = row_end or gap
    return TextChange(_unescaped(at, start, text), at[end - 1] + 1, words.new + row_end)


def _unescaped(at: Sequence[int], number: int, text: str) -> int:
    """Where a character begins, with the backslash before it that makes it no mark."""
    where = at[number]
    own = number == 0 or at[number - 1] != where - 1
    return where - 1 if own and where and text[where - 1] == "\\" else where


def _marked(paragraph: Paragraph, words: NewWords) -> RefusedError:
    told = shown(paragraph.text[words.start : words.end] or words.new, 40)
    place = paragraph.place_at(min(words.start, max(len(paragraph.text) - 1, 0)))
    return RefusedError(error("REWRITE.marks", place, words=told))


def without(words: NewWords, at: list[int], text: str) -> TextChange | None:
    """Words taken out with the marks right round them; None where nobody knows of any."""
    before = next((at[n] for n in range(words.start - 1, -1, -1) if at[n] != _NOWHERE), None)
    after = next((_unescaped(at, n, text) for n in range(words.end, len(at)) if at[n] != -1), None)
    if before is None or after is None or "\n" in text[before + 1 : after].strip("\r\n"):
        return None
    return TextChange(before + 1, after, "")


def changed_runs(runs: Sequence[Run], words: NewWords, *, behind: bool) -> tuple[Run, ...]:
    """The voices of a paragraph after a change that crosses the end of none."""
    by = len(words.new) - (words.end - words.start)

    def moved(at: int) -> int:
        if words.start == words.end == at:
            return at + by if behind else at
        return at + by if at >= words.end else at

    out = [replace(run, start=moved(run.start), end=moved(run.end)) for run in runs]
    return tuple(run for run in out if run.start < run.end)


def escapes(new: str, *, head: bool) -> Iterator[str]:
    """Some words as they may have to be typed to be nothing but words, the plainest first; at the
    `head` of a paragraph more of them are marks."""
    yield new
    some = _MARKS.sub(r"\\\g<0>", new)
    yield some
    first = _HEAD.match(new) if head else None
    if first is not None:
        last = first.end()
        if first[0][-1:].isdigit():
            yield f"{new[:last]}\\{new[last:]}"
        else:
            yield f"{new[: last - 1]}\\{new[last - 1 :]}"
    yield _PUNCTUATION.sub(r"\\\g<0>", new)
