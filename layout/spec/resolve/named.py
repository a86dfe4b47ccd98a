"""The styles that the paragraphs of a story name, laid over the style of its text; and the boxes
that stand round them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from layout.diagnostics import Diagnostic, Place, error, warning
from layout.record import replace
from layout.spec.markdown.story import Story
from layout.spec.reader.kinds import Name
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import Boxes, ParagraphStyles, RBox
from layout.spec.resolve.reversal import on_ground
from layout.spec.resolve.style import Styles
from layout.spec.resolve.textbox import TextBoxes
from layout.units import EPS_PT


def boxes_around(
    story: Story, boxes: TextBoxes, faults: list[Diagnostic], *, vertical: bool
) -> Boxes:
    """The boxes that a story's fences name. One in another is an error; one that a brace names is
    no box, and told; in text that runs down
    none is drawn, and that is told."""
    out: dict[str, RBox] = {}
    seen: set[Place] = set()
    for paragraph in story.paragraphs:
        asked = paragraph.asked
        if asked is None:
            continue
        for name in asked.styles[asked.fenced :]:
            if name.text in boxes.names and name.place not in seen:
                seen.add(name.place)
                faults.append(warning("BOX.brace", name.place, name=name.text))
        around = [name for name in asked.styles[: asked.fenced] if name.text in boxes.names]
        for outer, name in zip([None, *around], around, strict=False):
            if name.place in seen:
                continue
            seen.add(name.place)
            if outer is not None:
                told = error("BOX.inside", name.place, name=name.text, outer=outer.text)
                faults.append(told)
            elif vertical:
                faults.append(warning("BOX.vertical", name.place, name=name.text))
            made = boxes.get(name.text)
            if made is not None:
                out[name.text] = replace(made, fill=None) if vertical else made
    return tuple(out.items())


def named_styles(
    story: Story,
    body: TextStyle,
    styles: Styles,
    faults: list[Diagnostic],
    around: tuple[Boxes, Collection[str]] = ((), ()),
) -> ParagraphStyles:
    """For each row of names that a paragraph asks for, the style it is set in.

    A style changes of the text around it, whose style is `body`, what it says itself, a later one
    what an earlier one has said. Its size counts beside that of the sheet's body; its lines keep to
    the leading of the story. A box has the style that it names, or that of its name. Names
    that there are not are told at their first places, by `styles`; what a style asks for that its
    lines can't have, at the first place of its name.
    """
    boxes, boxed = around
    looks = dict(boxes)
    out: dict[tuple[str, ...], TextStyle] = {}
    told: set[str] = set()
    seen: set[str] = set()
    for paragraph in story.paragraphs:
        names = paragraph.styles
        if not names or names in out or paragraph.asked is None:
            continue
        style = body
        asked = paragraph.asked.styles
        for k, name in enumerate(asked):
            if name.text in told:
                continue
            before = asked[k - 1] if 0 < k < paragraph.asked.fenced else None
            box = before.text if before is not None and before.text in looks else ""
            if before is not None and before.place.line != name.place.line:
                box = ""
            changes = _changes(name, styles, looks, boxed, behind=box)
            if changes is None:
                told.add(name.text)
                continue
            if "size" in changes:
                changes = {**changes, "size": changes["size"] * body.size / styles.get("body").size}
            elif "v_scale" in changes:
                changes = {**changes, "size": style.written * changes["v_scale"]}
            if name.text not in seen:
                seen.add(name.text)
                faults += _unheld(name, changes, body.leading or styles.pitch)
            kept = {"leading": body.leading, "name": name.text}
            style = replace(style, **{**changes, **kept})
            if name.text in looks and k < paragraph.asked.fenced:
                style = on_ground(style, looks[name.text].fill, styles.colored, None)
        out[names] = style
    return tuple(out.items())


def _unheld(name: Name, changes: Mapping[str, Any], leading: float) -> Iterator[Diagnostic]:
    """What a style says that lines `leading` points apart do not hold."""
    own, size = changes.get("leading", 0.0), changes.get("size", 0.0)
    if own and abs(own - leading) > EPS_PT:
        told = {"name": name.text, "own_pt": own, "leading_pt": leading}
        yield warning("STYLE-IDLE.leading", name.place, **told)
    if size > leading:
        told = {"name": name.text, "size_pt": size, "leading_pt": leading}
        yield warning("STYLE-LIMIT.lines", name.place, **told)


def _changes(
    name: Name, styles: Styles, looks: Mapping[str, RBox], boxed: Collection[str], *, behind: str
) -> dict[str, Any] | None:
    """What a name changes of the text around it: a style, or the box of a fence."""
    box = looks.get(name.text)
    if box is None:
        return styles.changes(name, boxed, behind=behind)
    if box.style is not None:
        return styles.changes(box.style)
    return styles.changes(name) if styles.has(name.text) else {}
