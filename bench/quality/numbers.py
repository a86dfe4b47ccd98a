"""The one place that asks the package for a paragraph's legal breaks and what they are worth."""

from collections.abc import Iterator

from bench.quality.least import Least, least
from layout.flow.type.setter import text_rules
from layout.galley.lines import TextSetting
from layout.inline.breaks import all_breaks, legal_breaks


def bounds(setting: TextSetting) -> Iterator[Least]:
    """The least of each paragraph of a set text, at its own measure, level and hanging."""
    rules = text_rules(setting.style)
    for done in setting.paragraphs:
        rest = done.measures[-1]
        indent = round(done.lines[0].indent) if done.lines else 0
        breaks = legal_breaks(done.items, rules.script, hanging=rules.hanging, parting=True)
        within = frozenset(done.items.bonded)
        yield least(
            breaks.numbers,
            done.measures[0] - indent,
            rest,
            every=all_breaks(done.items).numbers,
            bonds={k for k, cluster in enumerate(breaks.last) if cluster in within},
        )
