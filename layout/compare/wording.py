"""Words that have changed: each told as a reader would name it, with what stands about it."""

from collections.abc import Iterable, Iterator
from typing import Final

from layout.compare.changes import PageChange
from layout.compare.frame import Held
from layout.compare.keys import COMPARE
from layout.compare.lettering import PARAGRAPH, Characters
from layout.compare.textdiff import Match, TextEdit
from layout.record import record, replace
from layout.words.said import Said, said

CONTEXT: Final = 8
"""Characters that are told before and after a change."""
LONG: Final = 60
"""Characters of a passage that are told whole; of a longer one its beginning and its end."""
MOVED: Final = 8
"""Characters of a passage that has gone elsewhere and was not written anew: fewer come by chance.
"""
SIGN: Final = "¶"


@record
class Wording:
    """One change of a text, before it is known whether its words have only gone elsewhere."""

    a: Characters
    b: Characters
    edit: TextEdit
    over: tuple[int, int] = (0, 0)
    """Characters of the text for which A and B have no room (溢文)."""

    @property
    def ran(self) -> str:
        """`over` where the end of the text is drawn no more because it runs over, `fits` where it
        is drawn again; empty of words that somebody took out or put in."""
        edit = self.edit
        if edit.a_to < len(self.a.text) or edit.b_to < len(self.b.text):
            return ""
        was, now = self.over
        if now > was and self.old and not self.new:
            return "over"
        return "fits" if was > now and self.new and not self.old else ""

    @property
    def old(self) -> str:
        return self.a.text[self.edit.a_from : self.edit.a_to]

    @property
    def new(self) -> str:
        return self.b.text[self.edit.b_from : self.edit.b_to]


def wordings(
    a: Characters, b: Characters, found: Iterable[TextEdit], over: tuple[int, int] = (0, 0)
) -> list[Wording]:
    """The edits of a text as changes of whole words and figures, without those that are none: a
    hyphen that the end of a line has made. `over` are the characters that A and B have no room
    for."""
    wide: list[TextEdit] = []
    for edit in found:
        if _bare(a, edit.a_from, edit.a_to) == _bare(b, edit.b_from, edit.b_to):
            continue
        whole = _whole_words(a, b, edit)
        if wide and whole.a_from <= wide[-1].a_to and whole.b_from <= wide[-1].b_to:
            whole = TextEdit(wide[-1].a_from, whole.a_to, wide[-1].b_from, whole.b_to)
            wide.pop()
        wide.append(whole)
    return [Wording(a=a, b=b, edit=edit, over=over) for edit in wide]


def _bare(side: Characters, low: int, high: int) -> str:
    return "".join([side.text[at] for at in range(low, high) if at not in side.soft])


def _whole_words(a: Characters, b: Characters, edit: TextEdit) -> TextEdit:
    """An edit within a Latin word or a figure is one of all of it: 2019 → 2020, not 19 → 20."""
    a_from, a_to, b_from, b_to = edit
    first = [side.text[at] for side, at, end in ((a, a_from, a_to), (b, b_from, b_to)) if at < end]
    if any(map(_latin, first)):
        while (
            a_from and b_from and a.text[a_from - 1] == b.text[b_from - 1]
            and _latin(a.text[a_from - 1])
            and not _blank(a, a_from) and not _blank(b, b_from)
        ):  # fmt: skip
            a_from, b_from = a_from - 1, b_from - 1
    last = [
        side.text[end - 1] for side, at, end in ((a, edit.a_from, a_to), (b, edit.b_from, b_to))
        if at < end
    ]  # fmt: skip
    if any(map(_latin, last)):
        while (
            a_to < len(a.text) and b_to < len(b.text) and a.text[a_to] == b.text[b_to]
            and _latin(a.text[a_to]) and not _blank(a, a_to) and not _blank(b, b_to)
        ):  # fmt: skip
            a_to, b_to = a_to + 1, b_to + 1
    return TextEdit(a_from, a_to, b_from, b_to)


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _blank(side: Characters, at: int) -> bool:
    return at < len(side.blank) and side.blank[at] == 1


def blanks(
    a: Characters, b: Characters, common: Iterable[Match]
) -> Iterator[tuple[int, int, bool]]:
    """Where a blank was put in or taken out: the index of the character behind it on both sides,
    and whether it is there now."""
    for match in common:
        for k in range(1 if match.a or match.b else 0, match.size):
            one, other = a.blank[match.a + k], b.blank[match.b + k]
            if one != other and one >= 0 and other >= 0:
                yield match.a + k, match.b + k, other == 1


def words_of(side: Characters, low: int, high: int) -> str:
    """Characters with their blanks, in one line."""
    out = ""
    for at in range(low, high):
        letter = SIGN if side.text[at] == PARAGRAPH else side.text[at]
        out += f" {letter}" if side.blank[at] == 1 and at > low else letter
    return out


def _shortened(text: str) -> str | Said:
    """A passage whole, or its beginning and its end with how many characters are between."""
    if len(text) <= LONG:
        return text
    half = LONG // 2
    left = len("".join(text[half:-half].split()).replace(SIGN, ""))
    return said("part.compare-left-out", first=text[:half], last=text[-half:], count=left)


def word_changes(held: Held, found: list[Wording]) -> Iterator[tuple[int, PageChange]]:
    """The changes of all texts, each with the number of its page: words that are gone in one place
    and new in another have moved."""
    gone: dict[str, list[Wording]] = {}
    for one in found:
        if len(one.old) >= MOVED:
            gone.setdefault(one.old.strip(PARAGRAPH), []).append(one)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for one in found:
        if len(one.new) < MOVED:
            continue
        waiting = gone.get(one.new.strip(PARAGRAPH), [])
        source = next((w for w in waiting if w is not one and id(w) not in taken_old), None)
        if source is not None:
            taken_old.add(id(source))
            taken_new.add(id(one))
            yield _moved(held, source, one)
    for one in found:
        edit = one.edit
        if id(one) in taken_old:
            edit = edit._replace(a_from=edit.a_to)
        if id(one) in taken_new:
            edit = edit._replace(b_from=edit.b_to)
        left = replace(one, edit=edit)
        if (
            left.old.strip(PARAGRAPH)
            or left.new.strip(PARAGRAPH)
            or (id(one) not in taken_old and id(one) not in taken_new)
        ):
            yield _told(held, left)


def _moved(held: Held, source: Wording, one: Wording) -> tuple[int, PageChange]:
    was = source.a.rect(source.edit.a_from, source.edit.a_to)
    now = one.b.rect(one.edit.b_from, one.edit.b_to)
    assert was is not None
    assert now is not None
    words = one.new.strip(PARAGRAPH)
    told = said(
        "COMPARE.text-moved", words=_shortened(words), count=len(words),
        before=_before(one.b, one.edit.b_from),
    )  # fmt: skip
    return now[0], PageChange(
        kind="text", what="moved", said=told, block=_block(one.b, one.edit.b_from),
        before=held.where_a(*was), after=held.where_b(*now), count=len(words),
    )  # fmt: skip


def _told(held: Held, one: Wording) -> tuple[int, PageChange]:
    edit = one.edit
    old, new = one.old, one.new
    key = "replaced" if old and new else "new" if new else "gone"
    if old.strip(PARAGRAPH) == new.strip(PARAGRAPH) == "":
        key = "parted" if len(new) > len(old) else "joined"
    elif one.ran:
        key = one.ran
    told = said(
        COMPARE[f"text-{key}"],
        old=_shortened(words_of(one.a, edit.a_from, edit.a_to)),
        new=_shortened(words_of(one.b, edit.b_from, edit.b_to)),
        before=_before(one.b, edit.b_from), after=_after(one.b, edit.b_to),
        count=max(_count(old), _count(new)), **({"over": max(one.over)} if one.ran else {}),
    )  # fmt: skip
    return _change(held, one, key, told)


def _count(text: str) -> int:
    """How many characters a passage has, without the signs of its paragraphs."""
    return len(text.replace(PARAGRAPH, ""))


def blank_change(
    held: Held, a: Characters, b: Characters, at: tuple[int, int, bool]
) -> tuple[int, PageChange]:
    """A blank that is there no more, or now."""
    i, j, now_there = at
    key = "blank-new" if now_there else "blank-gone"
    told = said(COMPARE[f"text-{key}"], before=_before(b, j), after=_after(b, j))
    one = Wording(a=a, b=b, edit=TextEdit(i, i + 1, j, j + 1))
    return _change(held, one, key, told)


def _change(held: Held, one: Wording, key: str, told: Said) -> tuple[int, PageChange]:
    edit = one.edit
    a = one.a.rect(edit.a_from, edit.a_to)
    b = one.b.rect(edit.b_from, edit.b_to)
    page = b[0] if b else a[0] if a else _page(one)
    if a is None and b is None:  # the sign of a paragraph: seen at what stands behind it
        b = one.b.rect(edit.b_to, edit.b_to + 1) or one.b.rect(edit.b_from - 1, edit.b_from)
    count = max(1, len(one.old.strip(PARAGRAPH)), len(one.new.strip(PARAGRAPH)))
    return page, PageChange(
        kind="text", what=key, said=told, count=count,
        block=_block(one.b, edit.b_from) if len(one.b.text) else _block(one.a, edit.a_from),
        before=held.where_a(*a) if a else None, after=held.where_b(*b) if b else None,
    )  # fmt: skip


def _page(one: Wording) -> int:
    side = one.b if one.b.lines else one.a
    return side.lines[_line(side, one.edit.b_from if side is one.b else one.edit.a_from)].page


def _line(side: Characters, at: int) -> int:
    """The line of a character, or of the nearest before it that has one."""
    at = min(at, len(side.text) - 1)
    while at > 0 and side.line[at] < 0:
        at -= 1
    return max(side.line[at], 0)


def _block(side: Characters, at: int) -> str:
    return side.lines[_line(side, at)].block[1] if side.lines else ""


def _before(side: Characters, at: int) -> str:
    return words_of(side, max(0, at - CONTEXT), at).rpartition(SIGN)[2]


def _after(side: Characters, at: int) -> str:
    return words_of(side, at, min(len(side.text), at + CONTEXT)).partition(SIGN)[0]
