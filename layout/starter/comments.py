"""The comments in the files of a new edition, in the language of the person who opens them."""

import re
from typing import Final

from layout.words.said import Language

COMMENT: Final = re.compile(r"(?<!\S)# (?!.*(?<!\S)# )(.*)$", re.M)
"""The last comment of a row: of a key that is commented out, what is said of it."""


def in_language(text: str, lang: Language) -> str:
    """A file of the templates, whose comments are English, with its comments in a language.

    What has no words of its own there, as 报眉 or a key that is commented out, stays.
    """
    if lang == "en":
        return text
    from layout.words.zh_starter import COMMENTS

    return COMMENT.sub(lambda found: f"# {COMMENTS.get(found[1], found[1])}", text)
