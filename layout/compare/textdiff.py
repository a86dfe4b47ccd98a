"""What two texts have in common, in order.

Long texts are parted by passages that stand once in each (patience diff): in a list whose rows are
alike the shortest way would turn each row into the next one. What lies between is walked the
shortest way: E. W. Myers, "An O(ND) difference algorithm and its variations" (1986).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

MOST_EDITS: Final = 300
"""Characters that Myers' walk may put in and take out: it costs the square of them."""
ANCHORS: Final = (16, 8, 4)
"""Characters of a passage that stands once in each text; long ones first."""
LIST: Final = 64
"""Characters from which a text may be a list of rows."""
SHORT: Final = 6
"""Equal characters between two edits that are no comfort to a reader where the edits are as long:
「四十年」 for 「八年多」 is one change and not two about a 年."""


class Match(NamedTuple):
    """`size` characters from `a` on in the one text are those from `b` on in the other."""

    a: int
    b: int
    size: int


class TextEdit(NamedTuple):
    """Characters `a_from` to `a_to` of the one text have become `b_from` to `b_to` of the other."""

    a_from: int
    a_to: int
    b_from: int
    b_to: int


def matches(a: str, b: str) -> list[Match]:
    """What two texts have in common, in order, each as long as it goes."""
    out: list[Match] = []
    for found in _between(a, b):
        if not found.size:
            continue
        if out and out[-1].a + out[-1].size == found.a and out[-1].b + out[-1].size == found.b:
            out[-1] = out[-1]._replace(size=out[-1].size + found.size)
        else:
            out.append(found)
    return _slid(a, b, out)


def _slid(a: str, b: str, common: list[Match]) -> list[Match]:
    """Matches whose gaps lie where a person would see them: of equally short ways one takes out
    a paragraph whole, another the end of one and the rest of the next."""
    ends = [Match(0, 0, 0), *common, Match(len(a), len(b), 0)]
    for at in range(len(ends) - 1):
        one, other = ends[at], ends[at + 1]
        gap_a, gap_b = other.a - one.a - one.size, other.b - one.b - one.size
        if bool(gap_a) == bool(gap_b):
            continue
        text, low, high = (a, other.a - gap_a, other.a) if gap_a else (b, other.b - gap_b, other.b)
        best, most = 0, _seen(text, low, high)
        for step in (-1, 1):
            room = one.size if step < 0 else other.size
            shift = 0
            while abs(shift) < room and (
                text[low + shift - 1] == text[high + shift - 1]
                if step < 0
                else text[low + shift] == text[high + shift]
            ):
                shift += step
                worth = _seen(text, low + shift, high + shift)
                if worth > most:
                    best, most = shift, worth
        ends[at] = one._replace(size=one.size + best)
        ends[at + 1] = Match(other.a + best, other.b + best, other.size - best)
    return [match for match in ends if match.size]


def _seen(text: str, low: int, high: int) -> int:
    """How well a stretch stands by itself: a paragraph, a sentence, a clause."""
    before = text[low - 1] if low else "\n"
    if before == "\n" and (high == len(text) or text[high - 1] == "\n"):
        return 5
    if before == "\n" or text[high - 1] == "\n":
        return 4
    last = text[high - 1]
    for worth, signs in ((3, "。！？"), (2, "，；：、"), (1, " ")):
        if before in signs and last in signs:
            return worth
    return 0


def edits(common: Sequence[Match], a_size: int, b_size: int) -> list[TextEdit]:
    """What lies between matches, with matches too short to be seen counted to what is about them;
    the matches themselves are as they were."""
    raw: list[TextEdit] = []
    at_a = at_b = 0
    for match in (*common, Match(a_size, b_size, 0)):
        if match.a > at_a or match.b > at_b:
            raw.append(TextEdit(at_a, match.a, at_b, match.b))
        at_a, at_b = match.a + match.size, match.b + match.size
    out: list[TextEdit] = []
    for one in raw:
        while out:
            last = out[-1]
            gap = one.a_from - last.a_to
            if gap > SHORT or gap > min(_longer(last), _longer(one)):
                break
            one = TextEdit(last.a_from, one.a_to, last.b_from, one.b_to)  # noqa: PLW2901
            out.pop()
        out.append(one)
    return out


def _longer(one: TextEdit) -> int:
    return max(one.a_to - one.a_from, one.b_to - one.b_from)


def _between(a: str, b: str) -> Iterator[Match]:
    """Matches of two stretches, which may adjoin one another."""
    head = 0
    while head < len(a) and head < len(b) and a[head] == b[head]:
        head += 1
    if head:
        yield Match(0, 0, head)
    tail = 0
    most = min(len(a), len(b)) - head
    while tail < most and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    inner_a, inner_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if inner_a and inner_b:
        yield from _shifted(_inside(inner_a, inner_b), head, head)
    if tail:
        yield Match(len(a) - tail, len(b) - tail, tail)


def _inside(a: str, b: str) -> Iterator[Match]:
    """Matches of two stretches that begin and end otherwise."""
    if min(len(a), len(b)) >= LIST:
        for size in ANCHORS[:2]:
            chain = _rising(_once(a, size), _once(b, size))
            if chain:
                return _about(a, b, chain)
    walked = _myers(a, b)
    if walked is not None:
        return iter(walked)
    size = ANCHORS[-1]
    return _about(a, b, _rising(_once(a, size), _once(b, size)) or _longest(a, b))


def _shifted(found: Iterable[Match], a: int, b: int) -> Iterator[Match]:
    for match in found:
        yield Match(match.a + a, match.b + b, match.size)


def _myers(a: str, b: str) -> list[Match] | None:
    """The matches of the shortest way; None where it is too long to be walked."""
    n, m = len(a), len(b)
    if abs(n - m) > MOST_EDITS:
        return None
    reach = {1: 0}
    trail: list[dict[int, int]] = []
    for d in range(min(n + m, MOST_EDITS) + 1):
        trail.append(dict(reach))
        for k in range(-d, d + 1, 2):
            if k == -d or (k != d and reach[k - 1] < reach[k + 1]):
                x = reach[k + 1]
            else:
                x = reach[k - 1] + 1
            y = x - k
            while x < n and y < m and a[x] == b[y]:
                x, y = x + 1, y + 1
            reach[k] = x
            if x >= n and y >= m:
                return _back(trail, n, m)
    return None


def _back(trail: list[dict[int, int]], x: int, y: int) -> list[Match]:
    """The way that was found, walked backwards."""
    found: list[Match] = []
    for d in range(len(trail) - 1, 0, -1):
        reach, k = trail[d], x - y
        down = k == -d or (k != d and reach[k - 1] < reach[k + 1])
        before = k + 1 if down else k - 1
        last_x = reach[before]
        last_y = last_x - before
        begin = last_x if down else last_x + 1  # of the diagonal
        if x > begin:
            found.append(Match(begin, begin - k, x - begin))
        x, y = last_x, last_y
    if x:
        found.append(Match(0, 0, x))
    return found[::-1]


def _about(a: str, b: str, chain: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """Matches about passages that begin at given places, and in the gaps between them."""
    at_a = at_b = 0
    for x, y in chain:
        if x < at_a or y < at_b:  # within the match before
            continue
        yield from _shifted(_between(a[at_a:x], b[at_b:y]), at_a, at_b)
        run = 0
        while x + run < len(a) and y + run < len(b) and a[x + run] == b[y + run]:
            run += 1
        yield Match(x, y, run)
        at_a, at_b = x + run, y + run
    if at_a or at_b:
        yield from _shifted(_between(a[at_a:], b[at_b:]), at_a, at_b)


def _once(text: str, size: int) -> dict[str, int]:
    """Where each passage stands that stands once."""
    found: dict[str, int] = {}
    for at in range(len(text) - size + 1):
        piece = text[at : at + size]
        found[piece] = -1 if piece in found else at
    return {piece: at for piece, at in found.items() if at >= 0}


def _longest(a: str, b: str) -> list[tuple[int, int]]:
    """Where the longest passage in common stands, of those as long as an anchor at least."""
    low, high = ANCHORS[-1] - 1, min(len(a), len(b))
    found: list[tuple[int, int]] = []
    while low < high:
        size = (low + high + 1) // 2
        places = {a[at : at + size]: at for at in range(len(a) - size, -1, -1)}
        tried = ((places.get(b[at : at + size]), at) for at in range(len(b) - size + 1))
        here = next(((x, y) for x, y in tried if x is not None), None)
        if here is None:
            high = size - 1
        else:
            low, found = size, [here]
    return found


def _rising(a: dict[str, int], b: dict[str, int]) -> list[tuple[int, int]]:
    """The longest chain of passages that come in the same order in both texts."""
    pairs = [(at, b[piece]) for piece, at in a.items() if piece in b]  # in the order of a
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, y) in enumerate(pairs):
        place = bisect_left(tops, y)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [y]
        ends[place : place + 1] = [number]
    out = []
    at = ends[-1] if ends else -1
    while at >= 0:
        out.append(pairs[at])
        at = before[at]
    return out[::-1]
