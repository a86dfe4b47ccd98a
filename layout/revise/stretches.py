"""The stretches in which two texts differ, put back wherever they stand now."""

from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from layout.record import record
from layout.rewrite.texts import TextChange, one_change, rows_of

AROUND: Final = 60
"""Characters on either side of a change by which its place is found again."""
MOST_SPANS: Final = 40


@record
class UndoSpan:
    """A stretch that was changed: where, what stood and what stands there, and what is before and
    behind it in the old text and in the new one."""

    at: int
    old: str
    new: str
    old_around: tuple[str, str]
    new_around: tuple[str, str]


def spans_between(old: str, new: str) -> tuple[UndoSpan, ...]:
    """The stretches in which two texts differ, row by row, none longer than it need be."""
    whole = one_change(old, new)
    # By rows between the first and the last that differ.
    first = max(old.rfind("\n", 0, whole.start) + 1, 0)
    tail = len(old) - whole.end
    last_old = old.find("\n", whole.end)
    last = tail if last_old < 0 else len(old) - last_old - 1
    a_text, b_text = old[first : len(old) - last], new[first : len(new) - last]
    a, b = rows_of(a_text), rows_of(b_text)
    changes: list[TextChange] = []
    if len(a) * len(b) <= 250_000:
        a_at = [0, *accumulate(map(len, a))]
        b_at = [0, *accumulate(map(len, b))]
        for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != "equal":
                was, now = a_text[a_at[i] : a_at[j]], b_text[b_at[k] : b_at[m]]
                inner = one_change(was, now)
                at = first + a_at[i]
                changes.append(TextChange(at + inner.start, at + inner.end, inner.new))
    if not changes or len(changes) > MOST_SPANS:
        changes = [TextChange(whole.start, whole.end, whole.new)]
    out: list[UndoSpan] = []
    shift = 0
    for change in changes:
        start = change.start + shift
        stop = start + len(change.new)
        out.append(
            UndoSpan(
                at=change.start,
                old=old[change.start : change.end],
                new=change.new,
                old_around=_around(old, change.start, change.end),
                new_around=_around(new, start, stop),
            )
        )
        shift += len(change.new) - (change.end - change.start)
    return tuple(out)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(start - AROUND, 0) : start], text[end : end + AROUND]


def put_back(text: str, spans: tuple[UndoSpan, ...], *, again: bool) -> str | None:
    """A text with the spans of a change as they were, or, done `again`, as they became. Where the
    text is another than the change left, each must be found in one place alone; None where it is
    not."""
    for span in reversed(spans):
        now, then = (span.old, span.new) if again else (span.new, span.old)
        before, behind = span.old_around if again else span.new_around
        at = _only(text, before, now, behind)
        if at is None:
            return None
        text = text[:at] + then + text[at + len(now) :]
    return text


def straight(text: str, spans: tuple[UndoSpan, ...], *, again: bool) -> str | None:
    """The same in a text that is as the change left it: each span where it stands."""
    shift = 0
    out = text
    for span in spans:
        now, then = (span.old, span.new) if again else (span.new, span.old)
        at = span.at + (0 if again else shift)
        shift += len(span.new) - len(span.old)
        if text[at : at + len(now)] != now:
            return None
    for span in reversed(spans):
        now, then = (span.old, span.new) if again else (span.new, span.old)
        shift -= len(span.new) - len(span.old)
        at = span.at + (0 if again else shift)
        out = out[:at] + then + out[at + len(now) :]
    return out


def _only(text: str, before: str, words: str, behind: str) -> int | None:
    """Where words stand with what is round them, if that is one place; what is far from them may
    have changed."""
    for wide in (AROUND, AROUND // 3):
        left, right = before[-wide:], behind[:wide]
        for lead, rest in ((left, right), (_last_row(left), _first_row(right))):
            whole = lead + words + rest
            if len(whole) < 4 and whole != text:
                continue
            if text.count(whole) == 1 and text.find(whole, text.find(whole) + 1) < 0:
                return text.index(whole) + len(lead)
    return None


def _last_row(text: str) -> str:
    return text[text.rfind("\n") + 1 :]


def _first_row(text: str) -> str:
    return text.partition("\n")[0]
