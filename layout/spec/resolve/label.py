"""栏目 resolved: the words of a label or its picture, its inks, and what it cannot have."""

from typing import Final

from layout.color import BLACK, Color
from layout.diagnostics import error, warning
from layout.record import replace
from layout.spec.markdown.story import Story
from layout.spec.model.label import LabelLook
from layout.spec.model.story import StoryBlock
from layout.spec.resolve.defaults import Rule, TextStyle, style_of
from layout.spec.resolve.headline import Headings
from layout.spec.resolve.resolved import Framing, RLabel, RPicture, StyledText, uncaptioned
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import parted, styled
from layout.words.said import Said, said

_WORDS_ONLY: Final = ("style", "look", "color", "corners", "rule", "arrange", "vertical")
"""Keys that say how words are set: a picture has its own."""


def resolve_label(
    block: StoryBlock, story: Story, headings: Headings, source: str | None
) -> RLabel | None:
    """The label of a story as its block has it; None where it has neither words nor a picture.

    `source` is its picture as it is below the root.
    """
    spec = block.label
    assert spec is not None
    style = headings.styles.named(spec.style, "label")  # also where it is not needed
    ink = headings.styles.color(spec.color) if spec.color is not None else None
    _check(block, story, spec, headings)
    text = story.front.label
    if not text and spec.picture is None:
        return None
    worn = _worn(spec, style, ink, headings)
    place = story.front.place_of("label") if text else spec.place
    return RLabel(
        lines=_lines(text or "", worn, spec, story, headings.styles),
        stands=spec.stands,
        level=_level(spec, story),
        look=spec.look,
        ink=ink,
        corners=_corners(spec, headings),
        rule=_rule(spec, ink, headings),
        vertical=spec.vertical,
        picture=_picture(spec, source),
        height=headings.sheet.points(spec.height) if spec.height is not None else 0.0,
        place=place,
    )


def _lines(
    text: str, style: TextStyle, spec: LabelLook, story: Story, styles: Styles
) -> tuple[StyledText, ...]:
    if not text:
        return ()
    place = story.front.place_of("label")
    if spec.arrange == "line":
        return (styled(text, style, place, styles),)
    return parted(text, style, place, styles)


def _worn(spec: LabelLook, style: TextStyle, ink: Color | None, headings: Headings) -> TextStyle:
    """The style of its words: on a pale panel they are black, without a panel in its ink, unless a
    sheet gives the style a colour."""
    if style.name in headings.styles.colored:
        return style
    accent = ink or headings.styles.colors["accent"]
    if spec.look != "panel":
        return replace(style, color=accent)
    return style if accent.is_dark else replace(style, color=BLACK)


def _corners(spec: LabelLook, headings: Headings) -> tuple[float, ...]:
    if not spec.corners:
        return ()
    from layout.spec.resolve.corners import Cornered, radii  # most labels are square

    rule = headings.styles.rule(spec.rule) if spec.look == "outline" else "none"
    what = Cornered(
        fill=spec.look == "panel", rules=[rule] * 4, names=[spec.rule.text] * 4,
        bare="CORNERS.label",
    )  # fmt: skip
    return radii(spec, headings.sheet.points, headings.faults, what, path="label.corners")


def _rule(spec: LabelLook, ink: Color | None, headings: Headings) -> Rule:
    """The rule of its frame, in its ink."""
    if spec.look != "outline":
        return "none"
    rule = headings.styles.rule(spec.rule)
    if rule == "none":
        told = said("LABEL.no-frame", path="label.rule")
        headings.faults.append(error(told, spec.place_of("rule")))
    drawn = style_of(rule)
    if drawn is None or drawn.color != BLACK:
        return rule
    return replace(drawn, color=ink or headings.styles.colors["accent"])


def _level(spec: LabelLook, story: Story) -> str:
    if spec.stands != "beside":
        return ""
    return "kicker" if story.front.kicker and spec.level != "title" else "title"


def _picture(spec: LabelLook, source: str | None) -> RPicture | None:
    if spec.picture is None:
        return None
    place = spec.places["picture"]
    return uncaptioned(source, place, Framing(fit="whole"), stands_in=spec.stands_in)


def _check(block: StoryBlock, story: Story, spec: LabelLook, headings: Headings) -> None:
    """What a label cannot have where it stands, or as it looks."""
    faults = headings.faults
    wrong: dict[str, Said] = {}
    if spec.picture is None:
        wrong = dict.fromkeys(("height", "stands_in"), said("LABEL.no-picture"))
    else:
        wrong = dict.fromkeys(_WORDS_ONLY, said("LABEL.picture"))
        if spec.height is None:
            faults.append(error("LABEL.height", spec.places["picture"], path="label.height"))
    if spec.look != "outline":
        wrong.setdefault("rule", said("LABEL.rule"))
    if spec.stands != "beside":
        wrong["level"] = said("LABEL.level")
    for key, told in wrong.items():
        if key in spec.places:
            faults.append(error(told.having(path=f"label.{key}"), spec.places[key]))
    if spec.stands == "corner":
        return
    place = spec.places["stands"]
    headline, front = block.headline, story.front
    if headline is not None and headline.vertical:
        faults.append(error("LABEL.vertical", place, path="label.stands"))
    elif not (front.title or front.kicker or front.subtitle or front.summary):
        told = said("LABEL.no-headline", path="label.stands", story=story.name)
        faults.append(warning(told, place))
    elif spec.level == "kicker" and not front.kicker:
        told = said("LABEL.no-kicker", path="label.level", story=story.name)
        faults.append(warning(told, spec.places["level"]))
