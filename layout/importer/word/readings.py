"""Letters over characters: a reading as a story writes it, a group a character."""

import re
from typing import Final

from layout.importer.word.model import WordSpan
from layout.spec.markdown.readings import CHARACTER

_VOWELS: Final = "aeiouüvāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêếềńňǹ"
_SYLLABLE: Final = re.compile(
    rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[{_VOWELS}]+(?:ng(?![{_VOWELS}])|n(?![{_VOWELS}])|r(?![{_VOWELS}]))?",
    re.IGNORECASE,
)
_NO_READING: Final = frozenset("{}[]\\")


def over(base: WordSpan, reading: str) -> WordSpan | None:
    """A span with a reading over it; itself where that is blank, None where its groups are not
    those of its characters."""
    groups = reading.split()
    if not groups:
        return base
    characters = CHARACTER.findall(base.text)
    if not _NO_READING.isdisjoint(reading) or not characters or "\n" in base.text:
        return None
    if len(groups) != len(characters):
        whole = "".join(groups)
        if len(characters) == 1:
            groups = [whole]
        else:
            groups = _SYLLABLE.findall(whole)
            if "".join(groups) != whole or len(groups) != len(characters):
                return None
    return base._replace(reading=" ".join(groups))
