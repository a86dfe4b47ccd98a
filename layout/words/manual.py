"""The fixed words of the manual in a language: its paragraphs, headings and heads of tables.

The tables are data, `layout.words.en_manual` and `layout.words.zh_manual`; that of a language is
loaded when something of it is written.
"""

import re
from collections.abc import Mapping

from layout.words.said import Language


def manual(lang: Language) -> Mapping[str, str]:
    """The words of a language by name."""
    if lang == "zh":
        from layout.words import zh_manual

        return zh_manual.MANUAL
    from layout.words import en_manual

    return en_manual.MANUAL


def written(lang: Language, name: str, /, **values: object) -> str:
    """Words by their name, with values in place of `{value}`.

    Braces round anything else stay: the texts hold pieces of YAML. Raises `KeyError` for a name
    that the table has not.
    """
    text = manual(lang)[name]
    slot = re.compile("|".join(rf"\{{{value}\}}" for value in values))
    return slot.sub(lambda m: str(values[m[0][1:-1]]), text) if values else text
