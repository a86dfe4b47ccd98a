"""Layers (optional content): which are shown as the file opens, and what belongs to them.

ISO 32000-1, 8.11. The default configuration D counts, as a press takes it.
"""

from layout.pdf.objects import (
    Obj,
    array,
    get,
    is_array,
    is_dict,
    name,
    one_or_many,
    reference,
    text,
)

DEEPEST = 32


class Layers:
    """The layers of a document by object number: their names, and which are off."""

    def __init__(self, root: Obj) -> None:
        properties = get(root, "/OCProperties")
        self.there = is_dict(properties)
        groups = array(get(properties, "/OCGs"))
        self.names = {reference(g): text(get(g, "/Name")) or "?" for g in groups if is_dict(g)}
        default = get(properties, "/D")
        base = name(get(default, "/BaseState")) or "ON"
        self.off = set(self.names) if base == "OFF" else set()
        self.off -= {reference(g) for g in array(get(default, "/ON"))}
        self.off |= {reference(g) for g in array(get(default, "/OFF"))}
        self.unprinted = {
            reference(g)
            for g in groups
            if name(get(get(get(g, "/Usage"), "/Print"), "/PrintState")) == "OFF"
        }

    def hides(self, content: Obj) -> bool:
        """Whether an OCG or a membership (OCMD) hides what belongs to it."""
        if name(get(content, "/Type")) != "OCMD":
            return reference(content) in self.off
        rule = get(content, "/VE")
        if is_array(rule):
            return not self._holds(rule, 0)
        groups = [g for g in one_or_many(get(content, "/OCGs")) if is_dict(g)]
        if not groups:
            return False
        shown = [reference(g) not in self.off for g in groups]
        policy = name(get(content, "/P")) or "AnyOn"
        visible = {
            "AllOn": all(shown),
            "AnyOff": not all(shown),
            "AllOff": not any(shown),
        }.get(policy, any(shown))
        return not visible

    def name_of(self, content: Obj) -> str:
        """What a layer is called; of a membership the first of its layers."""
        if name(get(content, "/Type")) == "OCMD":
            first = [g for g in one_or_many(get(content, "/OCGs")) if is_dict(g)]
            content = first[0] if first else None
        return text(get(content, "/Name")) or "?"

    def _holds(self, rule: Obj, depth: int) -> bool:
        """The value of a visibility expression."""
        if not is_array(rule):
            return reference(rule) not in self.off
        parts = array(rule)
        if not parts or depth > DEEPEST:
            return True
        values = [self._holds(one, depth + 1) for one in parts[1:64]]
        match name(parts[0]):
            case "And":
                return all(values)
            case "Or":
                return any(values)
            case "Not":
                return not all(values)
            case _:
                return True
