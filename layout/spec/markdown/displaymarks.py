"""Marks in display type: high and low type, bold, words in a style or colour, and a backslash that
makes a mark a character."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from layout.spec.markdown.paragraph import Run

_DISPLAY_MARKS: Final = frozenset("^~*\\")


class _AnyName(AbstractSet[str]):
    """Every name there may be: for who reads the words alone."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


ANY_NAME: Final = _AnyName()


def unmarked(text: str, names: AbstractSet[str] = ANY_NAME) -> tuple[str, tuple[Run, ...]]:
    """A text of display type without its marks (`m^2^`, `H~2~O`, `**bold**`, `[words]{红}`, a
    backslash), and what they make of it. `names` are those of styles and colours."""
    if _DISPLAY_MARKS.isdisjoint(text) and "]{" not in text:
        return text, ()
    from layout.spec.markdown.inlinemarks import marked  # few texts have a mark

    found = marked([(0, text)], "", "body", [], display=True, names=names)
    return (found[0].text, found[0].runs) if found else ("", ())
