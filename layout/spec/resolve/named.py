"""The styles that the paragraphs of a story name, laid over the style of its text."""

from layout.record import replace
from layout.spec.markdown.story import Story
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import ParagraphStyles
from layout.spec.resolve.style import Styles


def named_styles(story: Story, body: TextStyle, styles: Styles) -> ParagraphStyles:
    """For each row of names that a paragraph asks for, the style it is set in.

    A style changes of the text around it, whose style is `body`, what it says itself, a later one
    what an earlier one has said. Its size counts beside that of the sheet's body; its lines keep to
    the leading of the story. Names that there are not are told at their first places, by `styles`.
    """
    out: dict[tuple[str, ...], TextStyle] = {}
    told: set[str] = set()
    for paragraph in story.paragraphs:
        names = paragraph.styles
        if not names or names in out or paragraph.asked is None:
            continue
        style = body
        for name in paragraph.asked.styles:
            if name.text in told:
                continue
            changes = styles.changes(name)
            if changes is None:
                told.add(name.text)
                continue
            if "size" in changes:
                changes = {**changes, "size": changes["size"] * body.size / styles.get("body").size}
            kept = {"leading": body.leading, "name": name.text}
            style = replace(style, **{**changes, **kept})
        out[names] = style
    return tuple(out.items())
