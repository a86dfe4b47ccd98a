"""Keys of the spec and what a person types, in the words of a message: these have `…` about them.

A terminal shows them so. A page of HTML sets them in a face of their own; where there is but one
face, as in the note of a PDF, they stand bare.
"""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markupsafe import Markup

_CODED: Final = re.compile(r"`([^`\n]+)`")


def plain(words: str) -> str:
    """The words with no signs about what is typed; a lone one stays."""
    return _CODED.sub(r"\1", words)


def coded(words: str) -> "Markup":
    """The words as HTML: `<code>` about what is typed, all else escaped."""
    from markupsafe import Markup

    parts = _CODED.split(words)
    return Markup("").join(
        [Markup("<code>{}</code>").format(one) if k % 2 else one for k, one in enumerate(parts)]
    )
