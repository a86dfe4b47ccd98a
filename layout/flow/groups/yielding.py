"""Pictures that stand whole in their frames, in a stack or row that is too low for them: they are
made smaller, as they are in a place of their own.

A picture that covers its frame is cut by what is taken from it, so its lines are its editor's to
say; a whole one loses nothing but size.
"""

from collections.abc import Callable
from typing import Final

from layout.record import replace
from layout.spec.resolve.resolved import RBlock, RGroup, RPicture, RPictures, pictures_of

LEAST_WHOLE: Final = 3
"""Lines of the grid that a whole picture keeps, its caption among them."""

Member = int | RGroup
Height = Callable[[Member], int]


def give_way(
    group: RGroup,
    blocks: list[RBlock],
    room: int,
    *,
    height_of: Height,
    ends: Callable[[RGroup], int],
) -> None:
    """The whole pictures of a group made so low that it is `room` lines high, where they can be.

    `height_of` are the lines that a member needs with its inset, `ends` those that a group's inset
    takes. In a row each is as high as the row; in a stack each gives of what it can spare alike. A
    group that is too high all the same stays as it is.
    """
    heights = [height_of(member) for member in group.members]
    least = [_least(member, blocks, height_of, ends) for member in group.members]
    if group.kind == "row":
        if max(heights, default=0) <= room or max(least, default=0) > room:
            return
        wanted = [min(height, room) for height in heights]
    else:
        over = sum(heights) + group.gap * (len(heights) - 1) - room
        spare = [height - low for height, low in zip(heights, least, strict=True)]
        if over <= 0 or sum(spare) < over:
            return
        wanted = []
        given = before = 0
        for height, can in zip(heights, spare, strict=True):
            before += can
            share = -(-over * before // sum(spare)) - given  # the odd line is the first one's
            given += share
            wanted.append(height - share)
    for member, height, want in zip(group.members, heights, wanted, strict=True):
        if want == height:
            continue
        if isinstance(member, RGroup):
            give_way(member, blocks, want - ends(member), height_of=height_of, ends=ends)
        else:
            blocks[member] = replace(blocks[member], lines=want)


def _least(
    member: Member, blocks: list[RBlock], height_of: Height, ends: Callable[[RGroup], int]
) -> int:
    """Lines that a member keeps whatever is asked of it."""
    if isinstance(member, RGroup):
        if member.lines is not None:
            return height_of(member)
        inner = [_least(m, blocks, height_of, ends) for m in member.members]
        gaps = member.gap * (len(inner) - 1)
        return (max(inner) if member.kind == "row" else sum(inner) + gaps) + ends(member)
    height = height_of(member)
    block = blocks[member]
    return min(height, LEAST_WHOLE) if block.lines is None and _whole(block) else height


def _whole(block: RBlock) -> bool:
    """Whether a block is of pictures that all stand whole."""
    content = block.content
    return isinstance(content, RPicture | RPictures) and all(
        picture.framing.fit == "whole" for picture in pictures_of(content)
    )
