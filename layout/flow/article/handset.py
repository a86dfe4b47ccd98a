"""Paragraphs of a story that are set by hand, to win or lose a line, and what is told of them."""

from collections.abc import Callable
from functools import partial

from layout.diagnostics import Diagnostic, Place, info, warning
from layout.flow.type.setter import Job
from layout.inline.byhand import lacking, set_by_hand
from layout.inline.exact import Exactly
from layout.inline.line import SetParagraph
from layout.inline.paragraph import set_paragraph
from layout.record import replace
from layout.spec.markdown.paragraph import Paragraph


def handset(paragraph: Paragraph, job: Job) -> tuple[SetParagraph, Callable[[], Diagnostic]]:
    """A paragraph with as many lines more or fewer as its writer asks for, and what tells of it:
    what was done, from how many lines to how many; or that it can't be, and by how many
    characters."""
    lines, place = _asked(paragraph)
    plain = set_paragraph(job.parts, job.rules, job.widths, job.cache, job.kept, job.forced)
    before = len(plain.lines)
    if job.rules.ragged:
        return plain, partial(warning, "HAND.ragged", place)
    done, setting = set_by_hand(
        job.parts, job.rules, job.widths, lines, job.cache, kept=job.kept, forced=job.forced
    )
    numbers = {"before": before, "after": before + lines}
    if setting is not None:
        told = "HAND.fewer" if lines < 0 else "HAND.more"
        return done, partial(info, told, place, **numbers, how=setting.name)

    def missed() -> Diagnostic:
        characters = lacking(job.parts, job.rules, job.widths, lines, job.cache)
        told = "HAND.not-fewer" if lines < 0 else "HAND.not-more"
        return warning(told, place, **numbers, characters=characters)

    return plain, missed


def resumed(whole: Paragraph, before: Job, rest: Job, offset: int) -> SetParagraph:
    """The rest of a paragraph, from a character on, of which another page has set the lines before:
    as it is set in the whole, which `before` sets at the measure of the rest."""
    lines, _ = _asked(whole)
    done, setting = set_by_hand(
        before.parts, before.rules, before.widths, lines, before.cache,
        kept=before.kept, forced=before.forced,
    )  # fmt: skip
    rules = rest.rules if setting is None else setting.of(rest.rules)
    left = sum(1 for line in done.lines if done.items.offsets[line.first] >= offset)
    if setting is not None and left:
        rules = replace(rules, exactly=Exactly(left))
    return set_paragraph(rest.parts, rules, rest.widths, rest.cache, rest.kept, rest.forced)


def _asked(paragraph: Paragraph) -> tuple[int, Place]:
    asked = paragraph.asked
    assert asked is not None
    assert asked.hand_at is not None
    return asked.hand, asked.hand_at
