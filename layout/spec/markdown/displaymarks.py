"""Marks in display type: high and low type, bold, and a backslash that makes a mark a character."""

from typing import Final

from layout.spec.markdown.paragraph import Run

_DISPLAY_MARKS: Final = frozenset("^~*\\")


def unmarked(text: str) -> tuple[str, tuple[Run, ...]]:
    """A text of display type without its marks (`m^2^`, `H~2~O`, `**bold**`, a backslash), and what
    they make of it."""
    if _DISPLAY_MARKS.isdisjoint(text):
        return text, ()
    from layout.spec.markdown.inlinemarks import marked  # few texts have a mark

    found = marked([(0, text)], "", "body", [], display=True)
    return (found[0].text, found[0].runs) if found else ("", ())
