"""What an editor does by hand to the lines of one paragraph, to win one (缩行) or lose one (撑行).

Each is a set of changes of the paragraph's rules, whatever house they come from; the page is set
with one or none of them. Which paragraph has one is written in its story.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from layout.inline.exact import Exactly
from layout.inline.line import LOOSE_GAP, SetParagraph
from layout.inline.paragraph import Kept, ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.record import record, replace

STEP: Final = 10
"""Thousandths of an em, one per cent: the step in which an editor moves characters. Three
paragraphs of a daily of 2025 that were tightened by hand have their Han at -1.6 % where a line is
full, so two steps closer are used; as many apart, or twice as many, are under the 5 % at which a
reader begins to see it."""


@record
class HandSetting:
    """One thing that is done by hand. `changes` are fields of `ParagraphRules` with their values;
    `tracking` is added to what a style has."""

    name: str
    """As an editor calls it."""
    changes: Mapping[str, Any]
    why: str
    """What it does to a line, and where it is known from."""

    def of(self, rules: ParagraphRules) -> ParagraphRules:
        """The rules with this done to them."""
        tracking = rules.tracking + self.changes.get("tracking", 0)
        return replace(rules, **{**self.changes, "tracking": tracking})


_NO_GAP: Final = {"latin_gap": 0, "gap_least": 0}
_SETTINGS: Final = (
    HandSetting(
        name="挤进",
        changes={"squeeze": "all", "squeeze_stops": True, "gap_least": 0, "fit": "first"},
        why="each line takes in all it can hold: marks and Han-Latin gaps give their blank where "
        "that is needed (CLREQ, Line adjustment: 先挤进，后推出)",
    ),
    HandSetting(
        name="字距稍紧",
        changes={"tracking": -STEP, **_NO_GAP},
        why="marks keep their width; all characters stand closer, and no gap is left beside Latin",
    ),
    HandSetting(name="字距紧", changes={"tracking": -2 * STEP, **_NO_GAP}, why="a step more"),
    HandSetting(
        name="标点半角",
        changes={"punctuation": "banjiao"},
        why="every mark half an em wide: what a paragraph with many of them gives at once",
    ),
    HandSetting(
        name="半角字紧",
        changes={"punctuation": "banjiao", "tracking": -2 * STEP},
        why="both: as the measured daily won a line in three paragraphs",
    ),
    HandSetting(
        name="标点开明",
        changes={"punctuation": "kaiming"},
        why="， 、 ； half an em wide, 。 a whole one, in a paper whose marks are full",
    ),
    HandSetting(
        name="推出",
        changes={"squeeze": "pairs", "fit": "total"},
        why="what does not fit without squeezing goes on to the next line, and all lines are opened"
        " as evenly as may be (CLREQ, Line adjustment: 推出)",
    ),
    HandSetting(
        name="标点全角",
        changes={"punctuation": "quanjiao", "squeeze": "pairs"},
        why="every mark a whole em, squeezed only beside another: what does not fit goes on",
    ),
    HandSetting(
        name="字距稍松",
        changes={"tracking": STEP},
        why="all characters stand apart, by so little that a column keeps its colour",
    ),
    HandSetting(name="字距松", changes={"tracking": 2 * STEP}, why="a step more"),
    HandSetting(name="字距更松", changes={"tracking": 4 * STEP}, why="the most that is not seen"),
    HandSetting(
        name="四分空",
        changes={"latin_gap": 250, "gap_least": 250},
        why="a quarter of an em beside Latin and figures, whatever the house (CLREQ, Mixed text)",
    ),
    HandSetting(
        name="整段断行",
        changes={"fit": "total"},
        why="the paragraph broken as one, where line by line leaves a 孤字 or a loose line",
    ),
)
HAND_SETTINGS: Final[Mapping[str, HandSetting]] = MappingProxyType({s.name: s for s in _SETTINGS})
"""All of them by name."""
TO_WIN: Final = ("挤进", "字距稍紧", "字距紧", "标点半角", "半角字紧")
"""What is tried to win lines (缩行), what is least seen first."""
TO_LOSE: Final = ("推出", "标点全角", "字距稍松", "字距松", "字距更松")
"""And to lose some (撑行)."""
_MOST_ADDED: Final = 512
WIDEST: Final = LOOSE_GAP
"""To what a gap of a line that is opened by hand may grow (1/1000 em): no line becomes one that is
told as loose. Nine tenths of the full lines of the measured daily are no wider."""


def set_by_hand(
    parts: Sequence[VoicedText],
    rules: ParagraphRules,
    measure: int | Sequence[int],
    lines: int,
    cache: MutableMapping[Any, SetParagraph] | None = None,
    *,
    kept: Kept = (),
    forced: Sequence[int] = (),
) -> tuple[SetParagraph, HandSetting | None]:
    """The paragraph with `lines` more lines than its rules give it, fewer where that is below 0,
    and what was done to it: the first setting that gives that many and opens no line too far.
    `kept` and `forced` are those of `set_paragraph`.

    The paragraph as its rules have it, and None, where none does and where `lines` is 0.
    """
    held = (kept, tuple(forced))
    plain = set_paragraph(parts, rules, measure, cache, *held)
    asked = len(plain.lines) + lines
    reasons = _reasons(plain)
    for name in (TO_WIN if lines < 0 else TO_LOSE) if lines and asked > 0 else ():
        setting = HAND_SETTINGS[name]
        its = setting.of(rules)
        gap = max(WIDEST, round(_widest(plain))) - max(0, its.tracking - rules.tracking)
        its = replace(its, exactly=Exactly(asked, gap))
        done = set_paragraph(parts, its, measure, cache, *held)
        if len(done.lines) == asked and _widest(done) <= gap and _reasons(done) <= reasons:
            return done, setting
    return plain, None


def lacking(
    parts: Sequence[VoicedText],
    rules: ParagraphRules,
    measure: int | Sequence[int],
    lines: int,
    cache: MutableMapping[Any, SetParagraph] | None = None,
) -> int:
    """How many characters must be cut from the end of a paragraph that can't be set by hand with
    `lines` more lines, where that is below 0, or how many Han must be added there, for it to have
    as many lines as it was to have."""
    asked = len(set_paragraph(parts, rules, measure, cache).lines) + lines
    length = sum(len(part.text) for part in parts)

    def enough(count: int) -> bool:
        changed = _cut(parts, length - count) if lines < 0 else _longer(parts, count)
        now = len(set_paragraph(changed, rules, measure).lines)
        done = now <= asked if lines < 0 else now >= asked
        return done or set_by_hand(changed, rules, measure, asked - now)[1] is not None

    low, high = 1, length if lines < 0 else 2
    while lines > 0 and high < _MOST_ADDED and not enough(high):
        low, high = high, 2 * high
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return low


def _cut(parts: Sequence[VoicedText], length: int) -> list[VoicedText]:
    """The first characters of a text."""
    out = []
    for part in parts:
        out.append(replace(part, text=part.text[:length]))
        length = max(0, length - len(part.text))
    return [part for part in out if part.text]


def _longer(parts: Sequence[VoicedText], count: int) -> list[VoicedText]:
    """A text with Han added to it."""
    return [*parts[:-1], replace(parts[-1], text=parts[-1].text + "一" * count)] if parts else []


def _reasons(paragraph: SetParagraph) -> frozenset[str]:
    """What is wrong with any of its lines."""
    return frozenset([reason for line in paragraph.lines for reason in line.reasons])


def _widest(paragraph: SetParagraph) -> float:
    """The widest gap of its lines, the last one aside (1/1000 em)."""
    return max([0.0, *(line.gap for line in paragraph.lines[:-1])])
