"""Corrections beside one another. The words by which one is found are taken so that they lie over
the place of no other; and where one is carried out, those beside it are found by words anew, so
that none of them is lost."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from layout.proof.standing import come, judge, standing
from layout.proof.wordchange import WordChange, bare, change_of, changes_of, fault_of, in_words
from layout.record import record, replace
from layout.spec.model.corrections import WordCorrection

Data = dict[str, Any]
MOST_AROUND: Final = 10
"""Characters on either side that are taken along so that words are found once."""
MOST_SAME: Final = 1000
MOST_WORDS: Final = 200
AMENDED: Final = ("words", "should_be", "delete", "nth")
"""What of an entry is written anew where another is carried out beside it."""


@record(kw_only=False)
class AskedPlace:
    """What of some texts a correction makes another: in which of them, from where to where, white
    space aside; nothing at all where something is put in between. `done` says that it was made."""

    text: int
    start: int
    end: int
    done: bool = False


@record(kw_only=False)
class WordEdit:
    """Characters of a text (from, to, white space aside) that are to be others."""

    start: int
    end: int
    new: str


def spot_of(texts: Sequence[str], entry: WordCorrection) -> AskedPlace | None:
    """Where the change is that an entry asks for, or the one that was made; None where that is not
    known."""
    if fault_of(entry) is not None:
        return None
    state, _, which = judge(texts, entry)
    changes = _changes(entry)
    if state == "open":
        found = [one for one in standing(texts, entry) if (one.text, one.before) == which]
        if not found:
            return None
        at = found[0].at
        first, last = min(c.first for c in changes), max(c.last for c in changes)
        return AskedPlace(found[0].text, at + first, at + last)
    stands = come(texts, entry) if state == "done" and entry.should_be else []
    if not stands:
        return None
    first, last = _made(entry)
    return AskedPlace(stands[0].text, stands[0].at + first, stands[0].at + last, done=True)


def _changes(entry: WordCorrection) -> tuple[WordChange, ...]:
    """The single changes in an entry's words; one where that is of fewer characters than all of
    them (of 零零 to 〇零 the first is another, though what comes has a 零 where the first was)."""
    whole, parts = change_of(entry), changes_of(entry)
    inside = whole.first <= parts[0].first and parts[-1].last <= whole.last
    return parts if inside else (whole,)


def _made(entry: WordCorrection) -> tuple[int, int]:
    """Which part of the words that should be there is another than of those that stood there."""
    new = [(c.first if c.at is None else c.at, len(c.new)) for c in _changes(entry)]
    return min(at for at, _ in new), max(at + length for at, length in new)


def spots_in(
    texts: Sequence[str], which: int, others: Iterable[WordCorrection]
) -> list[AskedPlace]:
    """The places of other corrections in a text."""
    found = [spot_of(texts, one) for one in others]
    return [one for one in found if one is not None and one.text == which]


def stretch(text: str, first: int, last: int) -> tuple[int, int]:
    """Where in a text characters begin and end that are counted without white space; of none the
    place behind the one before."""
    seen = [k for k, char in enumerate(text) if not char.isspace()]
    if first == last:
        at = seen[first - 1] + 1 if first else (seen[0] if seen else 0)
        return at, at
    return seen[first], seen[last - 1] + 1


def _around() -> Iterator[tuple[int, int]]:
    """How many characters before and behind are taken along: first as many as behind, and few."""
    for more in range(MOST_AROUND + 1):
        yield more, more
    for both in range(1, 2 * MOST_AROUND + 1):
        for left in range(max(0, both - MOST_AROUND), min(both, MOST_AROUND) + 1):
            if 2 * left != both:
                yield left, both - left


def told_apart(
    texts: Sequence[str],
    which: int,
    place: tuple[int, int],
    asked: WordCorrection,
    *,
    made: str,
    aside: Sequence[AskedPlace] = (),
) -> WordCorrection | None:
    """An entry that asks for the same as another, of the words from where to where in a text, with
    so many of those round them that they are found there alone. Those that lie over the places
    `aside` are taken where there are no others. None where so many are not enough: then `nth` has
    to say which are meant."""
    text = texts[which]
    start, end = place
    second = None
    for left, right in _around():
        if asked.paragraph is not None:  # it is asked for before the first of them
            left = 0  # noqa: PLW2901  and none of those before it
        elif asked.face is not None and (left or right):
            break  # of these words and no others
        first, last = max(0, start - left), min(len(text), end + right)
        words = text[first:last]
        if not bare(words) or len(words) > MOST_WORDS:
            continue
        tried = _asking(asked, words, text[first:start] + made + text[end:last])
        at = len(bare(text[:first]))
        if judge(texts, tried) != ("open", 1, (which, _before(text, words, at))):
            continue
        if not any(_over(one, at, at + len(bare(words))) for one in aside):
            return tried
        second = second or tried
    return second


def _asking(asked: WordCorrection, words: str, should: str) -> WordCorrection:
    """An entry of other words that asks for the same kind of change."""
    if asked.should_be is None and not asked.delete:
        return replace(asked, words=words, nth=None)
    gone = not bare(should)
    return replace(asked, words=words, should_be=None if gone else should, delete=gone, nth=None)


def _before(text: str, words: str, at: int) -> int:
    """How often some words have stood in a text before one place."""
    text, words = bare(text), bare(words)
    return sum(text.startswith(words, k) for k in range(at))


def _over(spot: AskedPlace, first: int, last: int) -> bool:
    """Whether words lie over a place."""
    if spot.start == spot.end:
        return first < spot.start < last
    return first < spot.end and spot.start < last


# Carried out


def edits_of(entry: WordCorrection, at: int) -> list[WordEdit]:
    """What of a text an entry makes another whose words begin at a character of it."""
    return [
        WordEdit(at + change.first, at + change.last, in_words(entry, change)[1])
        for change in _changes(entry)
    ]


def edited(text: str, edits: Sequence[WordEdit]) -> str:
    """A text with characters of it as they are to be."""
    for one in reversed(edits):
        start, end = stretch(text, one.start, one.end)
        text = text[:start] + one.new + text[end:]
    return text


@record
class Beside:
    """What comes of the corrections of some texts when one is carried out: those, by their numbers,
    that are found by other words from then on; and the numbers of those that will be lost, as what
    they are of is gone."""

    anew: dict[int, WordCorrection]
    lost: tuple[int, ...]


def beside(
    entries: Iterable[tuple[int, WordCorrection]],
    texts: Sequence[str],
    carried: int,
    which: int,
    at: int,
) -> Beside:
    """The corrections of some texts when that of number `carried` is carried out, whose words begin
    at a character of a text, white space aside."""
    listed = {number: one for number, one in entries if fault_of(one) is None}
    spots = {number: spot_of(texts, one) for number, one in listed.items()}
    edits = _aside_of(
        [(one, listed[number]) for number, one in spots.items()
         if one is not None and one.text == which and number != carried],
        bare(texts[which]), edits_of(listed[carried], at),
    )  # fmt: skip
    after = list(texts)
    after[which] = edited(texts[which], edits)
    now: dict[int, AskedPlace | None] = {}
    lost: list[int] = []
    for number, entry in listed.items():
        if number == carried:
            first, last = _made(entry)
            now[number] = AskedPlace(which, at + first, at + last, done=True)
            continue
        spot = spots[number]
        moved = _moved(spot, entry, edits) if spot is not None and spot.text == which else spot
        now[number] = moved
        if spot is not None and moved is None:
            lost.append(number)
    anew: dict[int, WordCorrection] = {}
    for number, entry in listed.items():
        spot = now[number]
        if spot is None or spot_of(after, entry) == spot:
            continue
        if number == carried and judge(after, entry)[0] == "done":
            continue
        aside = [one for k, one in now.items() if k != number and one and one.text == spot.text]
        made = found_anew(after, entry, spot, aside)
        if made is not None:
            anew[number] = made
        elif number != carried:
            lost.append(number)
    # One that asked for what is there now anyhow is not lost: it is done.
    gone = [k for k in lost if not _comes_true(after, listed[k], now[carried])]
    return Beside(anew=anew, lost=tuple(sorted(gone)))


def _aside_of(
    others: Sequence[tuple[AskedPlace, WordCorrection]], text: str, edits: list[WordEdit]
) -> list[WordEdit]:
    """The edits of a text. Of alike characters in a row (的的) it is not known which is deleted:
    one that is of no other correction."""
    if len(edits) != 1 or edits[0].new:
        return edits
    one = edits[0]
    ways = [one]
    start, end = one.start, one.end
    while start and text[start - 1] == text[end - 1]:
        start, end = start - 1, end - 1
        ways.append(WordEdit(start, end, ""))
    start, end = one.start, one.end
    while end < len(text) and text[start] == text[end]:
        start, end = start + 1, end + 1
        ways.append(WordEdit(start, end, ""))
    return next(
        ([way] for way in ways if all(_moved(spot, entry, [way]) for spot, entry in others)), edits
    )


def _comes_true(texts: Sequence[str], entry: WordCorrection, by: AskedPlace | None) -> bool:
    """Whether what an entry asks for stands where another has been carried out."""
    if entry.delete:
        return judge(texts, entry)[0] == "done"
    stands = come(texts, entry) if entry.should_be and judge(texts, entry)[0] == "done" else []
    return by is not None and any(
        one.text == by.text and one.at <= by.end and by.start <= one.at + len(one.words)
        for one in stands
    )


def _moved(spot: AskedPlace, entry: WordCorrection, edits: Sequence[WordEdit]) -> AskedPlace | None:
    """Where a place is after the edits of its text; None where it is gone."""
    wide = entry.query or entry.delete  # it is of the words, whatever of them is another
    start, end = spot.start, spot.end
    shift = grown = 0
    for one in edits:
        more = len(bare(one.new)) - (one.end - one.start)
        empty = one.start == one.end
        if start == end:
            if one.start < start < one.end:
                return None
            shift += more if one.end <= start and not (empty and one.start == start) else 0
        elif one.end <= start:
            shift += more
        elif one.start < end:
            inside = start <= one.start and one.end <= end
            if not (wide and inside and end - start + more > 0):
                return None
            grown += more
    return AskedPlace(spot.text, start + shift, end + shift + grown, done=spot.done)


def found_anew(
    texts: Sequence[str], entry: WordCorrection, spot: AskedPlace, aside: Sequence[AskedPlace]
) -> WordCorrection | None:
    """An entry with other words, by which it is found at a place; None where there are none."""
    text = texts[spot.text]
    start, end = stretch(text, spot.start, spot.end)
    if spot.done:
        return _done_anew(texts, entry, spot, (start, end))
    made = ""
    if entry.should_be is not None:
        first, last = _made(entry)
        made = _part(entry.should_be, first, last)
    found = told_apart(texts, spot.text, (start, end), entry, made=made, aside=aside)
    if found is not None:
        return found
    return numbered(texts, spot, entry, made)


def numbered(
    texts: Sequence[str], spot: AskedPlace, entry: WordCorrection, made: str
) -> WordCorrection | None:
    """An entry that says by `nth` which of the same words it means."""
    text, whole = texts[spot.text], bare(texts[spot.text])
    ways = [(spot.start, spot.end)]
    if spot.start == spot.end:  # something put in is found by a character beside it
        ways = [(spot.start - 1, spot.end), (spot.start, spot.end + 1)]
    for first, last in ways:
        if not 0 <= first < last <= len(whole):
            continue
        start, end = stretch(text, first, last)
        words = text[start:end]
        head, tail = whole[first : spot.start], whole[spot.end : last]
        one = _asking(entry, words, head + made + tail)
        for nth in range(1, MOST_SAME):
            tried = replace(one, nth=nth)
            state, count, _ = judge(texts, tried)
            if state == "open" and spot_of(texts, tried) == spot:
                return tried
            if nth >= count:
                break
    return None


def _done_anew(
    texts: Sequence[str], entry: WordCorrection, spot: AskedPlace, place: tuple[int, int]
) -> WordCorrection | None:
    """The same of an entry that is carried out: found by what stands there now."""
    text, (start, end) = texts[spot.text], place
    changes = _changes(entry)
    old = _part(entry.words, min(c.first for c in changes), max(c.last for c in changes))
    for left, right in _around():
        first, last = max(0, start - left), min(len(text), end + right)
        words, should = text[first:start] + old + text[end:last], text[first:last]
        if not bare(words) or not bare(should) or len(words) > MOST_WORDS:
            continue
        tried = replace(entry, words=words, should_be=should, delete=False, nth=None)
        if fault_of(tried) is not None or judge(texts, tried)[0] != "done":
            continue
        stands = [(one.text, one.at) for one in come(texts, tried)]
        if stands == [(spot.text, len(bare(text[:first])))]:
            return tried
    return None


def _part(words: str, first: int, last: int) -> str:
    """Some characters of words, counted without white space, with that between them."""
    if first == last:
        return ""
    start, end = stretch(words, first, last)
    return words[start:end]


def amended(anew: dict[int, WordCorrection]) -> list[Data]:
    """What is to be written of entries: of each its number, and what it is found by; None is
    nothing at all."""
    out: list[Data] = []
    for number, entry in sorted(anew.items()):
        keys: Data = {key: getattr(entry, key) or None for key in AMENDED}
        out.append({"number": number, **keys})
    return out
