"""What the keys and mappings of the spec language are for, in a language.

The English stands with each key in the model, the Chinese in `layout.words.zh_keys`, which is
loaded when it is asked for. Both manuals and the JSON Schemas take their words from here.
"""

import inspect
import re
from typing import Any

from layout.spec.reader.fields import keys_of
from layout.words.said import Language


def purpose(cls: type[Any], key: str, lang: Language = "en") -> str:
    """What a key of a model class is for. Raises `KeyError` where it has no words."""
    text = str(keys_of(cls)[key].metadata["doc"])
    if lang == "en" or is_chinese(text):
        return text
    from layout.words.zh_keys import KEYS

    return KEYS[row_of(cls, key)]


def class_purpose(cls: type[Any], lang: Language = "en") -> str:
    """What a mapping is, in a sentence or more. Raises `KeyError` where it has no words."""
    if lang == "en":
        return " ".join((cls.__doc__ or "").split())
    from layout.words.zh_keys import CLASSES

    return CLASSES[cls.__name__][1]


def heading(cls: type[Any], lang: Language = "en") -> str:
    """What a mapping is called. Raises `KeyError` where it has no words."""
    if lang == "en":
        return cls.__name__.removesuffix("Limits")
    from layout.words.zh_keys import CLASSES

    return CLASSES[cls.__name__][0]


def style_purpose(name: str) -> str:
    """What a built-in style sets, in Chinese; in English its name says it. Raises `KeyError` where
    it has no words."""
    from layout.words.zh_keys import STYLES

    return name if is_chinese(name) else STYLES[name]


def is_chinese(text: str) -> bool:
    """Whether a purpose in the model is Chinese already, as 引题 is: no letter of Latin in it."""
    return re.search("[A-Za-z]", text) is None


def row_of(cls: type[Any], key: str) -> str:
    """The row of a key in the table: the class that declares it, and the key."""
    name = keys_of(cls)[key].name
    owner = next(c for c in cls.__mro__ if name in inspect.get_annotations(c))
    return f"{owner.__name__}.{key}"
