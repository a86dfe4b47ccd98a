"""What stands in a block that is no article, by its kind; and how high it is by itself."""

from layout.color import Color
from layout.flow.furniture.credits import credits_height, make_credits
from layout.flow.furniture.display_text import make_text, text_height
from layout.flow.furniture.index import index_height, make_index
from layout.flow.pictures.picture import make_picture, picture_height
from layout.flow.placed import Made
from layout.flow.rules import rules
from layout.flow.type.setter import Setter
from layout.spec.resolve.resolved import (
    Content,
    RBlock,
    RCode,
    RCredits,
    RImprint,
    RIndex,
    RMasthead,
    RPicture,
    RPictures,
    RRule,
    RText,
)
from layout.units import whole_up


def make_furniture(setter: Setter, block: RBlock, *, pitch: float, accent: Color) -> Made:
    """The items of a block that is no story.

    `pitch` is the distance of the grid's lines in points, `accent` the colour of panels.
    """
    content = block.content
    if isinstance(content, RText):
        if content.vertical:
            from layout.flow.furniture.columns import (
                make_columns,  # few pages have columns that run down
            )

            items, found = make_columns(setter, block, content, pitch)
            return Made(items=items, diagnostics=found)
        return make_text(setter, block, content)
    if isinstance(content, RPicture | RPictures):
        return _picture(setter, block, content, pitch)
    if isinstance(content, RIndex):
        return make_index(setter, block, content, accent)
    if isinstance(content, RCredits):
        return make_credits(setter, block, content)
    if isinstance(content, RMasthead | RImprint | RCode):
        return _of_paper(setter, block, content)
    assert isinstance(content, RRule)
    return make_rule(block, content)


def _picture(setter: Setter, block: RBlock, content: RPicture | RPictures, pitch: float) -> Made:
    """A picture, a group of them, an advert."""
    if isinstance(content, RPictures):
        from layout.flow.pictures.group import make_pictures  # few pages have any

        return make_pictures(setter, block, content, pitch)
    if content.booking is not None:
        from layout.flow.pictures.advert import make_advert

        return make_advert(setter, block, content, content.booking)
    return make_picture(setter, block, content, pitch)


def _height_of_picture(
    setter: Setter, content: RPicture | RPictures, width: float, pitch: float
) -> float:
    if isinstance(content, RPictures):
        from layout.flow.pictures.group import pictures_height

        return pictures_height(setter, content, width, pitch)
    if content.booking is not None and content.booking.size is not None:
        return content.booking.size[1]
    return picture_height(setter, content, width, pitch)


def _of_paper(setter: Setter, block: RBlock, content: RMasthead | RImprint | RCode) -> Made:
    """报头, 报尾 and codes, which one page of a paper has."""
    if isinstance(content, RCode):
        from layout.flow.furniture.code import make_code

        return make_code(setter, block, content)
    if isinstance(content, RMasthead):
        from layout.flow.furniture.masthead import make_masthead

        return make_masthead(setter, block, content)
    from layout.flow.furniture.imprint import make_imprint

    return make_imprint(setter, block, content)


def _height_of_paper(setter: Setter, content: RMasthead | RImprint | RCode, width: float) -> float:
    if isinstance(content, RCode):
        from layout.flow.furniture.code import code_height

        return code_height(setter, content, width)
    if isinstance(content, RMasthead):
        from layout.flow.furniture.masthead import masthead_height

        return masthead_height(setter, content, width)
    from layout.flow.furniture.imprint import imprint_height

    return imprint_height(setter, content, width)


def make_rule(block: RBlock, rule: RRule) -> Made:
    """A rule through the middle of its lines, or down the middle of its columns."""
    rect = block.inner
    if rule.vertical:
        x = rect.x + rect.width / 2
        return Made(items=rules.vertical(rule.rule, x, rect.y + block.nudge, rect.height, block.id))
    y = rect.y + rect.height / 2 + block.nudge
    return Made(items=rules.horizontal(rule.rule, rect.x, y, rect.width, block.id))


def furniture_height(setter: Setter, content: Content, width: float, pitch: float) -> float:
    """Points that furniture wants in `width` points, with white round display type.

    For stacks, whose blocks are as high as what stands in them; a story has none.
    """
    if isinstance(content, RText):
        if content.vertical:
            columns = (setter.display(words, vertical=True) for words in content.lines)
            return max(column.width for column in columns) + pitch
        return text_height(setter, content, width) + pitch
    if isinstance(content, RPicture | RPictures):
        return _height_of_picture(setter, content, width, pitch)
    if isinstance(content, RIndex):
        return index_height(setter, content, width)
    if isinstance(content, RCredits):
        return credits_height(setter, content, width)
    if isinstance(content, RMasthead | RImprint | RCode):
        return _height_of_paper(setter, content, width)
    lines = whole_up(2 * rules.reach(content.rule) / pitch) if isinstance(content, RRule) else 1
    return lines * pitch
