"""How much a text is over (溢文) or under (欠文), in the words that build, check and proof share.

An editor cuts and asks for copy in characters and lines, so both are always named: the characters
left over exactly, those of an empty place in round numbers, since no text stands there to count.
"""

from layout.diagnostics import counted


def over_words(
    node: str, *, characters: int, over: int, lines: int, room: int, noun: str = "line"
) -> str:
    """`stories/a.md: 48 characters (3 lines) over (溢文); 48 lines of text, room for 45`.

    `lines` are those of all the text, `over` those for which there is no room.
    """
    return (
        f"{node}: {counted(characters, 'character')} ({counted(over, noun)}) over (溢文); "
        f"{counted(lines, noun)} of text, room for {room}"
    )


def over_hint(over: int, columns: int, way: str = "deeper") -> str:
    """`make the block 2 lines deeper, or cut the text`, for lines that go over several columns."""
    deeper = -(-over // max(1, columns))
    return f"make the block {counted(deeper, 'line')} {way}, or cut the text"


def homeless_words(text: str, what: str) -> str:
    """A line that has nowhere to stand, such as a by-line: it is over with all its characters."""
    characters = counted(len(text), "character")
    return f"the {what} “{text}”: {characters} over (溢文); no line is left for it"


def under_words(
    node: str, *, lines: int, per_line: float, columns: int, noun: str = "column"
) -> str:
    """`stories/a.md: 3 lines, about 55 characters, left empty (欠文) in 2 columns`.

    `per_line` is how many characters a full line holds.
    """
    return (
        f"{node}: {counted(lines, 'line')}, about {about(lines * per_line)} characters, "
        f"left empty (欠文) in {counted(columns, noun)}"
    )


def about(characters: float) -> int:
    """A number of characters as an editor says it: in fives, from a hundred on in tens."""
    step = 10 if characters >= 100 else 5
    return max(step, round(characters / step) * step) if characters else 0
