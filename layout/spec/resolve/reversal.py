"""Reversed type (反白): words on a dark panel stand in the colour of the paper.

Those of a style that a sheet gives a colour keep it: whoever named it meant it.
"""

from collections.abc import Container
from typing import Any, Final, TypeVar

from layout.color import BLACK, WHITE, Color
from layout.diagnostics import Place
from layout.record import fields, replace
from layout.spec.markdown.story import Story
from layout.spec.resolve.defaults import RULE_STYLES, RuleStyle, TextStyle
from layout.spec.resolve.resolved import RBox, RIndex, RPicture, RStory, StyledText

RULED: Final = (
    "rule", "between", "leader", "top", "head", "rows", "columns", "bottom", "sides",
    "below", "above",
)  # fmt: skip
"""Fields that hold a rule, which may be the name of a built-in one: it is reversed too."""

KEPT: Final = (Story, Place, str, int, float, Color)
"""Kinds of values in which there is no style."""

T = TypeVar("T")


def on_ground(content: T, fill: Color | None, colored: Container[str], asked: bool | None) -> T:
    """Resolved content as it stands on `fill`, or on bare paper.

    `asked` says what the spec wants; where it says nothing, words are reversed on a dark fill.
    `colored` are the styles that a sheet gives a colour.
    """
    if isinstance(content, RPicture):
        return _picture(content, fill, colored, asked)  # type: ignore[return-value]
    reverse = asked if asked is not None else fill is not None and fill.is_dark
    return _reversed(content, colored) if reverse else content


def _picture(
    picture: RPicture, fill: Color | None, colored: Container[str], asked: bool | None
) -> RPicture:
    """Inside a picture a caption without a panel stands in the colour of the paper."""
    ground = fill
    if picture.caption_at == "inside":
        ground = picture.caption_fill or BLACK
    reverse = asked if asked is not None else ground is not None and ground.is_dark
    if not reverse:
        return picture
    return replace(
        picture,
        caption=_reversed(picture.caption, colored),
        credit=_reversed(picture.credit, colored),
    )


def _reversed(value: T, colored: Container[str]) -> T:
    """A value of the resolved spec with every black style in it in the colour of the paper.

    What has a fill of its own is judged by that fill.
    """
    changed: Any = value
    if isinstance(value, TextStyle):
        if value.color == BLACK and value.name not in colored:
            changed = replace(value, color=WHITE)
    elif isinstance(value, tuple):
        changed = tuple([_reversed(part, colored) for part in value])
    elif isinstance(value, RuleStyle):
        changed = replace(value, color=WHITE) if value.color == BLACK else value
    elif value is None or isinstance(value, KEPT) or getattr(value, "fill", None) is not None:
        return value
    elif isinstance(value, StyledText):
        named = tuple([(name, _reversed(look, colored)) for name, look in value.named])
        changed = replace(value, style=_reversed(value.style, colored), named=named)
    elif hasattr(type(value), "__slots__") and fields(type(value)):
        new = {f.name: getattr(value, f.name) for f in fields(type(value))}
        for name in RULED:
            if isinstance(new.get(name), str) and new[name] in RULE_STYLES:
                new[name] = RULE_STYLES[new[name]]
        if isinstance(value, RBox):
            new["rules"] = tuple(
                [RULE_STYLES.get(r, r) if isinstance(r, str) else r for r in value.rules]
            )
        changed = replace(value, **{name: _reversed(part, colored) for name, part in new.items()})
        if isinstance(value, RIndex) and value.mark is not None:  # its numbers stand on that
            pairs = zip(value.items, changed.items, strict=True)
            changed = replace(changed, items=tuple((one[0], two[1]) for one, two in pairs))
        if isinstance(value, RStory) and value.boxes:
            grounds = {name for name, box in value.boxes if box.fill is not None}
            worn = zip(value.styles, changed.styles, strict=True)
            styles = tuple(one if grounds & set(one[0]) else other for one, other in worn)
            changed = replace(changed, styles=styles)
    return changed  # type: ignore[no-any-return]
