"""Marks of a Chinese text that are not the ones meant: half-width, doubled, alone, turned round.

What `normalize` would change is told here and left as it is; to that come marks whose repair needs
a reader. Sources: GB/T 15834-2011 4 (each mark and its form), 5.1 (the place that a mark takes),
4.8.3.4 (a quotation of several paragraphs opens each of them and closes once).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from layout.correction.marks import joins_names
from layout.correction.normalize import normalize
from layout.correction.script import is_han
from layout.record import record
from layout.words.said import Said, said

_RULES: Final = frozenset("EDWQP")  # ellipses, dashes, widths and stops, quotes, dots
_TOLD_AS_MARKUP: Final = re.compile(r"-{3,}|\.{6,}")
# Foreign words between Chinese marks keep their own marks.
_FOREIGN: Final = re.compile(
    r"&#?\w{1,32};|https?://[^\s\u3400-\u9fff]+|<[A-Za-z/!][^<>\u3400-\u9fff]*>|"
    r"“[^“”\u3400-\u9fff]*”|‘[^‘’\u3400-\u9fff]*’|（[^（）\u3400-\u9fff]*）|《[^《》\u3400-\u9fff]*》"
)
_OPTION: Final = re.compile(r"--[a-z]")
"""Of a command, as in --final: no dash."""
_DOUBLED: Final = re.compile(r"[，、；：。]{2,}|[，、；：。]+[？！]|[？！]+[，、；：。]")
_STOP_INSIDE: Final = re.compile(
    r"(?<=[\u3400-\u9fff”’）》\"])\.(?=[\u3400-\u9fff“‘《（\"])|(?<=[\u3400-\u9fff])\.\.(?!\.)"
)
_LONE_ELLIPSIS: Final = re.compile(r"(?<!…)…(?!…)")
# Full-width marks of a number: GB/T 15835-2011 groups its figures by a comma or a thin space and
# writes a time of day with a colon; a ratio has ∶ (GB/T 3102.11-1993).
_GROUPED: Final = re.compile(r"(?<![0-9.=＝≈×÷])(?<![0-9]，)[0-9]{1,3}(?:，[0-9]{3})+(?![0-9])")
_PROPORTION: Final = re.compile(
    r"(?<![0-9：图表件例题注式步组章节条款案号版类点级])[0-9]{1,3}(?:\.[0-9]+)?(?:：[0-9]{1,7})+(?![0-9年月日、])"
)
_TIME: Final = re.compile(r"(?:[01]?[0-9]|2[0-4])(?:：[0-5][0-9]){1,2}")
_SIGN_IN_NUMBER: Final = {"％": "%", "．": "."}
_NUMBER_SIGN: Final = re.compile(r"(?<=[0-9])(?:％|．(?=[0-9]))")
# GB/T 15834-2011 4.13: a short - stands in a compound or a foreign name (让-雅克·卢梭), —
# between two places, times or numbers. Beside a particle neither does: what pauses there is ——.
_HYPHEN: Final = re.compile(r"(?<=[\u3400-\u9fff])[-–－](?=[\u3400-\u9fff])")
_PARTICLE_BEFORE: Final = frozenset("的了和是着吗呢吧啊就也都")
_PARTICLE_AFTER: Final = frozenset("是就也都但却而")
_NAME_REACH: Final = 6
_FORMS: Final = {
    "｡": "。", "､": "、", "｢": "「", "｣": "」", "﹐": "，", "﹑": "、", "﹒": "。", "﹔": "；",
    "﹕": "：", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）", "＂": "“ ”", "＇": "‘ ’",
}  # fmt: skip
_FORM: Final = re.compile("[" + "".join(_FORMS) + "]")
_PAIRS: Final = {
    "“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "【": "】", "〔": "〕", "「": "」",
    "『": "』", "［": "］", "〖": "〗", "｛": "｝",
}  # fmt: skip
_CLOSERS: Final = {closer: opener for opener, closer in _PAIRS.items()}
_QUOTES: Final = {"“": ("”", "‘ ’"), "‘": ("’", "“ ”")}
_NUMBERED: Final = re.compile(r"(?:^|[，、；：。？！\s])[0-9A-Za-z一二三四五六七八九十]{1,3}$")
_AFTER_OPENING: Final = frozenset("，。：；、（《—")
_BEFORE_CLOSING: Final = frozenset("，。、；：！？）》…—")
_LOOK: Final = 8


@record(kw_only=False)
class MarkFault:
    """A mark in one of several paragraphs, from `start` to `end`. `meant` are those that should
    stand there, or empty where only a reader knows; `what` is wrong with it, as a message on marks.
    `other` is, of a mark of a pair, the half that is missing or the pair inside which it stands."""

    paragraph: int
    start: int
    end: int
    mark: str
    meant: str | Said
    what: str
    other: str = ""


def find_faults(paragraphs: Sequence[str]) -> list[MarkFault]:
    """The faults of a text in its order. Paragraphs without Han have none."""
    found: list[MarkFault] = []
    open_before = False
    for number, text in enumerate(paragraphs):
        if not any(map(is_han, text)):
            continue
        here = [
            MarkFault(number, start, end, text[start:end], meant, what)
            for start, end, meant, what in _of_paragraph(text)
        ]
        following = next((t for t in paragraphs[number + 1 :] if t), "")
        pairs, open_before = _unpaired(_mended(text), open_before=open_before, following=following)
        here += [
            MarkFault(number, start, start + 1, text[start], meant, what, other)
            for start, meant, what, other in pairs
        ]
        found += sorted(here, key=lambda f: (f.start, f.end))
    return found


_Fault = tuple[int, int, str | Said, str]
_PairFault = tuple[int, str, str, str]


def _of_paragraph(text: str) -> Iterator[_Fault]:
    foreign = [m.span() for m in _FOREIGN.finditer(text)]
    done: list[tuple[int, int]] = []
    for edit in normalize(text, spaces=False).edits:
        if edit.rule[0] not in _RULES or _TOLD_AS_MARKUP.fullmatch(edit.before):
            continue
        if edit.rule[0] == "D" and _OPTION.match(text, edit.start):
            continue
        inside = any(a < edit.start and edit.end <= b for a, b in foreign)
        if edit.after and not (inside and edit.rule[0] == "W"):
            done.append((edit.start, edit.end))
            if edit.before == "—" and _may_join(text, edit.start):
                yield edit.start, edit.end, said("part.meant-dash"), "MARKS.alone"
                continue
            yield edit.start, edit.end, edit.after, _what(edit.rule, edit.before)
    yield from _in_numbers(text)
    for fault in _joining(text):
        if not any(a < fault[1] and fault[0] < b for a, b in done):
            yield fault
    for pattern, what in (
        (_DOUBLED, "MARKS.together"),
        (_STOP_INSIDE, "MARKS.half-width"),
        (_LONE_ELLIPSIS, "MARKS.half-ellipsis"),
        (_FORM, "MARKS.no-mark"),
    ):
        for m in pattern.finditer(text):
            if any(a < m.end() and m.start() < b for a, b in done):
                continue
            meant: str | Said = _FORMS.get(m[0], "")
            if pattern is _DOUBLED:
                meant = m[0][0] if len(set(m[0])) == 1 else said("part.meant-one")
            elif pattern is _STOP_INSIDE:
                meant = "……" if len(m[0]) > 1 else said("part.meant-stop")
            elif pattern is _LONE_ELLIPSIS:
                meant = "……"
            yield m.start(), m.end(), meant, what
    straight = [m.start() for m in re.finditer('"', text)]
    if len(straight) % 2:  # normalize leaves an odd number alone
        yield straight[-1], straight[-1] + 1, said("part.meant-quote"), "MARKS.straight"


def _in_numbers(text: str) -> Iterator[_Fault]:
    """Full-width marks inside numbers, times and ratios."""
    for m in _GROUPED.finditer(text):
        for comma in re.finditer("，", m[0]):
            at = m.start() + comma.start()
            yield at, at + 1, ",", "MARKS.in-number"
    for m in _PROPORTION.finditer(text):
        time = _TIME.fullmatch(m[0]) is not None
        for colon in re.finditer("：", m[0]):
            at = m.start() + colon.start()
            if time:
                yield at, at + 1, said("part.meant-colon"), "MARKS.in-time"
            else:
                yield at, at + 1, "∶", "MARKS.in-ratio"
    for m in _NUMBER_SIGN.finditer(text):
        yield m.start(), m.end(), _SIGN_IN_NUMBER[m[0]], "MARKS.in-number"


def _joining(text: str) -> Iterator[_Fault]:
    """A hyphen or a lone — between Han where no two names are joined."""
    for m in _HYPHEN.finditer(text):
        at = m.start()
        named = "·" in text[max(0, at - _NAME_REACH) : at + 1 + _NAME_REACH]
        if _beside_particle(text, at):
            yield at, at + 1, "——", "MARKS.no-dash"
        elif not named and m[0] != "－":
            meant = "—" if joins_names(text, at) else said("part.meant-dash")
            yield at, at + 1, meant, "MARKS.hyphen"
    for m in re.finditer(r"(?<!—)—(?!—)", text):
        if _beside_particle(text, m.start()):
            yield m.start(), m.end(), "——", "MARKS.half-dash"


def _may_join(text: str, at: int) -> bool:
    """Whether a lone — may stand between two names: 清河—株洲班车."""
    beside = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return all(map(is_han, filter(None, beside))) and all(beside) and not _beside_particle(text, at)


def _beside_particle(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return after in _PARTICLE_AFTER or (before in _PARTICLE_BEFORE and is_han(after or "a"))


def _mended(text: str) -> str:
    """The text with its half-width brackets and straight quotes as they are meant: what is told as
    such is a pair all the same."""
    chars = list(text)
    for edit in normalize(text, spaces=False).edits:
        if edit.rule[0] in "WQ" and len(edit.after) == edit.end - edit.start == 1:
            chars[edit.start] = edit.after
    return "".join(chars)


def _what(rule: str, before: str) -> str:
    """The message on a mark that a rule of `normalize` would change."""
    if rule[0] == "Q":
        return "MARKS.straight"
    if rule[0] == "D":
        return "MARKS.half-dash" if before == "—" else "MARKS.no-dash"
    if rule[0] == "E":
        return "MARKS.half-ellipsis" if before in "…⋯" else "MARKS.no-ellipsis"
    return "MARKS.no-dot" if rule[0] == "P" else "MARKS.half-width"


def _unpaired(text: str, *, open_before: bool, following: str) -> tuple[list[_PairFault], bool]:
    """Marks of pairs without their other half, or turned round; and whether a quotation goes on in
    the next paragraph. `open_before`: one went on into this."""
    found: list[_PairFault] = []
    waiting: list[tuple[int, str]] = []  # what is open: where, and by which mark
    for i, char in enumerate(text):
        if char in _PAIRS:
            if char in _QUOTES and any(mark == char for _, mark in waiting):
                closer, inner = _QUOTES[char]
                if _ends(text, i):
                    found += [(i, closer, "MARKS.closes", ""), *_closed(waiting, char)]
                    continue
                found.append((i, inner, "MARKS.inside", f"{char} {closer}"))
            waiting.append((i, char))
        elif char in _CLOSERS and not _is_apostrophe(text, i):
            opener = _CLOSERS[char]
            if any(mark == opener for _, mark in waiting):
                found += _closed(waiting, opener)
            elif char in "”’" and _begins(text, i):
                found.append((i, opener, "MARKS.opens", ""))
                waiting.append((i, opener))
            elif not (char == "）" and _NUMBERED.search(text[max(0, i - _LOOK) : i])):
                if not (char == "”" and open_before):
                    found.append((i, "", "MARKS.unpaired", opener))
                open_before = open_before and char != "”"
    goes_on = any(mark == "“" for _, mark in waiting) and following.startswith("“")
    if goes_on:
        waiting.remove(next(w for w in waiting if w[1] == "“"))
    found += [(k, "", "MARKS.unpaired", _PAIRS[mark]) for k, mark in waiting]
    return found, goes_on


def _closed(waiting: list[tuple[int, str]], opener: str) -> list[_PairFault]:
    """Close the last mark that is open of a kind; what was opened in it and not closed is told."""
    inside: list[_PairFault] = []
    while waiting:
        at, mark = waiting.pop()
        if mark == opener:
            break
        inside.append((at, "", "MARKS.unpaired", _PAIRS[mark]))
    return inside


def _is_apostrophe(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] != "’":
        return False
    if after.isdigit() and not before.isdigit():  # ’90年代
        return True
    if not (before.isascii() and before.isalnum()):
        return False
    return before.isdigit() or not is_han(after or "a")  # 5’ are feet or minutes


def _begins(text: str, at: int) -> bool:
    """Whether a closing quotation mark stands as an opening one does, with another to close it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    closes = text.find(text[at], at + 1)
    opens = text.find(_CLOSERS[text[at]], at + 1)
    return (
        (not before or before in _AFTER_OPENING)
        and bool(after)
        and after not in _BEFORE_CLOSING
        and closes > 0
        and (opens < 0 or closes < opens)
    )


def _ends(text: str, at: int) -> bool:
    """Whether an opening quotation mark stands as a closing one does."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    pauses = not after or after in _BEFORE_CLOSING
    return pauses or (before in "。！？，…" and _QUOTES[text[at]][0] not in text[at:])
