"""A browser without a screen: puts what it hears in place, as the front end does."""

from typing import Any
from xml.etree import ElementTree

Message = dict[str, Any]


class Shown:
    """A page as a browser has it: of each block its elements, of the page all else."""

    def __init__(self, page: Message) -> None:
        self.rev = page["rev"]
        self.digest = page["digest"]
        self.symbols = dict(page["symbols"])
        self.order = list(page["order"])
        self.blocks = {name: elements(svg) for name, svg in page["blocks"].items()}
        self.text = dict(page["text"])
        self.rest = {key: page[key] for key in ("info", "fits", "grid", "width", "height", "files")}

    def take(self, change: Message) -> None:
        """Put a change in place."""
        assert change["base_rev"] == self.rev
        self.rev, self.digest = change["rev"], change["digest"]
        self.symbols |= change["symbols"]
        for name in change["drop"]:
            del self.symbols[name]
        for name in change["gone"]:
            del self.blocks[name]
            self.text.pop(name, None)
        for name, svg in change["blocks"].items():
            self.blocks[name] = elements(svg)
        for name, piece in change["pieces"].items():
            own = self.blocks[name]
            own[piece["start"] : piece["end"]] = elements(f"<g>{piece['svg']}</g>")
            assert len(own) == piece["count"]
        self.order = list(change["order"])
        self.text |= change["text"]
        self.rest |= {key: change[key] for key in self.rest if key in change}

    def same(self, page: Message) -> bool:
        """Whether it is what a browser has that hears of the page now."""
        other = Shown(page)
        used = {use for block in self.blocks.values() for svg in block for use in uses(svg)}
        assert used <= set(self.symbols)
        text = {name: lines for name, lines in self.text.items() if lines}
        return (self.digest, self.order, self.blocks, text, self.rest) == (
            other.digest, other.order, other.blocks, other.text, other.rest,
        )  # fmt: skip


def elements(svg: str) -> list[str]:
    """The elements in a group, as text."""
    return [ElementTree.tostring(one, "unicode") for one in ElementTree.fromstring(svg)]


def uses(svg: str) -> list[str]:
    """The outlines that an element uses."""
    return [part.split('"')[0] for part in svg.split('<use href="#')[1:]]
