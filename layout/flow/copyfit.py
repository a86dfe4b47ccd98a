"""How much a text is over (溢文) or under (欠文), in what build, check and proof tell alike.

An editor cuts and asks for copy in characters and lines, so both are always named: the characters
left over exactly, those of an empty place in round numbers, since no text stands there to count.
"""

from layout.words.said import Said, said


def over(
    node: str, *, characters: int, lines: int, of: int, columns: int, down: bool = False
) -> Said:
    """`stories/a.md: 48 characters (3 lines) over (溢文); 48 lines of text, room for 45`.

    `lines` are those for which there is no room, `of` all lines of the text: what is told as the
    room are those that stand, for 小标题 and the white about them take lines too. The hint
    says how much deeper the block's `columns` would have to be; in a story whose columns run
    `down`, how much wider.
    """
    deeper = -(-lines // max(1, columns))
    return said(
        "OVERSET.down" if down else "OVERSET.story",
        node=node, characters=characters, lines=lines, of=of, room=of - lines, deeper=deeper,
    )  # fmt: skip


def homeless(text: str, what: str) -> Said:
    """A line that has nowhere to stand, told as `what` (`part.byline`): it is over with all its
    characters."""
    return said("OVERSET.homeless", what=said(what), text=text, characters=len(text))


def too_wide(text: str, what: str, *, wide: float, narrow: float) -> Said:
    """A line for which there are only lines that are too narrow: it is `wide`, and they are at most
    `narrow` points wide."""
    return said(
        "OVERSET.narrow",
        what=said(what), text=text, characters=len(text), wide=wide, narrow=narrow,
    )  # fmt: skip


def under(
    node: str,
    *,
    lines: int,
    per_line: float,
    columns: int,
    down: bool = False,
    most: float | None = None,
) -> Said:
    """`stories/a.md: 3 lines, about 55 characters, left empty (欠文) in 2 columns`.

    `per_line` is how many characters a full line holds; a story that runs `down` has tiers (段). At
    `most` so many lines may be empty, where there is a limit.
    """
    return said(
        "UNDERSET.tiers" if down else "UNDERSET.columns",
        node=node, lines=lines, characters=about(lines * per_line), columns=columns,
        limit=said("part.at-most", most=most) if most is not None else "",
    )  # fmt: skip


def about(characters: float) -> int:
    """A number of characters as an editor says it: in fives, from a hundred on in tens."""
    step = 10 if characters >= 100 else 5
    return max(step, round(characters / step) * step) if characters else 0
