"""Chinese text with the marks that Chinese print wants: small named rules, each edit logged.

OCR and typists leave half-width marks in Chinese text. Each family of rules looks at the text as
it stands and asks for changes; they are made in turn until none asks for more, so that doing it
again changes nothing. No rule touches a letter, a digit's value or a word.

Sources: GB/T 15834-2011 4 and 5.1 (form and place of marks), GB/T 15835-2011 (numbers in ASCII
digits), CLREQ "Punctuation marks" (Chinese marks are full-width).
"""

from collections.abc import Callable
from typing import Final

from layout.correction import dates, gaps, lookalikes, marks, widths
from layout.correction.edits import Change, Draft, Repair
from layout.correction.markup import kept_spans

Rule = Callable[[str], list[Change]]

RULES: Final[tuple[Rule, ...]] = (
    marks.controls,
    lookalikes.ideographs,
    widths.forms,
    dates.zeros,
    marks.ellipses,
    marks.dashes,
    widths.marks,
    widths.stops,
    marks.quotes,
    marks.dots,
    marks.tildes,
)
SPACE_RULES: Final[tuple[Rule, ...]] = (gaps.spaces,)
# Rules wake one another at most a few times; the cap only keeps a hostile text from looping long.
_ROUNDS: Final = 32


def normalize(text: str, *, spaces: bool = True) -> Repair:
    """The text with Chinese marks, the edits that made it and, through them, the way back.

    `spaces=False` leaves spaces alone, for headings and header lines where a space between words
    separates fields. Pure; any text is accepted; `normalize(x.text)` has no edits.
    """
    draft = Draft(text)
    settle(draft, spaces=spaces)
    return draft.repair()


def undo(repair: Repair) -> str:
    """The text as it was before `normalize`. Raises `ValueError` for edits of another text."""
    return repair.undo()


def settle(draft: Draft, *, spaces: bool) -> None:
    """Let the rules work on a draft until none of them asks for a change."""
    rules = RULES + SPACE_RULES if spaces else RULES
    for _ in range(_ROUNDS):
        before = draft.text
        for rule in rules:
            draft.apply(_outside(draft.text, rule(draft.text)))
        if draft.text == before:
            return


def _outside(text: str, changes: list[Change]) -> list[Change]:
    """The changes that lie in no tag, formula or address; those of a character's form may."""
    if not changes or not (spans := kept_spans(text)):
        return changes
    out: list[Change] = []
    i = 0
    for change in changes:
        while i < len(spans) and spans[i][1] <= change.start:
            i += 1
        if i == len(spans) or change.end <= spans[i][0] or change.rule[0] in "CF":
            out.append(change)
    return out
