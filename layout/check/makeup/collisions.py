"""What covers something on a page, stands on it, or goes through it: all of a page against all.

| | under it, painted before | |
|---|---|---|
| type | other type | both are lost |
| picture, panel, tint | type, a picture, a tint, a rule | it is covered |
| type | a picture, panel or tint | good where that is its own, and behind all of it |
| rule | type, a picture, a panel | it goes through |
| rule | a rule, a tint it lies in | good |

A ground is a thing's own where both are of one block, or where it is behind all of the block.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from layout.check.makeup.drawn import HEADLINE, extent, is_ground, named, one_line
from layout.check.makeup.ink import Drawn, common, drawn, joined, meeting
from layout.check.makeup.subject import Subject
from layout.color import WHITE
from layout.display.extent import Ltrb
from layout.display.items import Box, GlyphRun, Item, Path, Picture, fill_of, owner_of, part_of
from layout.record import record
from layout.words.said import Said

EM: Final = 0.05
"""Of the smaller type's em that boxes of ink may share: corners that meet where ink does not."""
EDGE_EM: Final = 0.01
"""Of an em that type may share with a straight edge: that of a rule, a picture, a ground."""
LINE_EM: Final = 0.12
"""Of an em that runs along one line may share: letters are kerned, marks closed up."""
SAMPLE: Final = 7
"""Glyphs of a run that are held against one another: what is wrong with its setting is with all."""
ENOUGH: Final = 3
"""Runs of one style of a block that are looked at so, where nothing is wrong with them."""
WIDE: Final = 0.4
"""em: what is narrower is a mark on a letter, or a letter that is kerned."""
CROWDED: Final = 0.12
"""em of ink that neighbours in a run may share: letters are kerned, dashes joined."""
CLOSE: Final = 0.05
"""em of ink that neighbours may share where half of them do: Han is kerned by no face, and has
about a twentieth of its em free on each side."""
SLACK: Final = 1.0
"""Points that a ground may fall short of what it is behind, or reach into its neighbour."""
THROUGH: Final = 0.6
"""Of a rule's width that must be covered, and of its length in pt, to be seen."""
NEAR_EM: Final = 0.03
"""em of white from words to what is drawn at others of their story: less is no white in print. The
tail of a comma comes within 0.046 em of a box round words on the line below."""
BOXED: Final = ("p", "ruby", "end")
"""What stands on the ground of a box in a text: its words, letters over them, the mark at the end
of a story that ends in it."""
SHOWN: Final = 24  # characters of a run that a message quotes
STANDS_ON: Final = "COLLIDE.stands-on"
GOES_THROUGH: Final = "COLLIDE.goes-through"
TOUCHES: Final = "COLLIDE.touches"


@record
class Thing:
    """A drawn thing: what it is, whose, and the box that surely holds it."""

    item: Item
    kind: str
    node: str
    owner: str  # its story or block; of a story in several blocks, the block's id
    box: Ltrb
    drawn: Drawn | None = None
    called: str = ""  # the owner as messages name it

    @property
    def part(self) -> str:
        """What of its owner: title, label, p for a line of text."""
        return part_of(self.node).rstrip("0123456789")

    @property
    def name(self) -> Said:
        """What it is and of what: `the panel of s.md`, `“words” of s.md`."""
        part, called = self.part, self.called or self.owner
        bare = isinstance(self.item, GlyphRun) or part in ("", "p")
        return named(self.item, called if bare else f"{called}#{part}", SHOWN)


@record
class Met:
    """Two things that collide: what `one` does to `other`, by the message on it, and where."""

    one: Thing
    other: Thing
    what: str
    where: Ltrb
    severity: str = "error"
    white: float | None = None  # points between two that only touch
    least: float = 0.0  # that there must be between those


def collisions(subject: Subject) -> Iterator[Met]:
    """Every two things of a page that collide, in the order in which they are painted."""
    yield from _Things(subject).met()


class _Owners:
    """Whose a thing is: its story's, or, of a story that a page has in several blocks, the one
    block's in which it stands. What stands behind a story has the name of its block, and the story
    is one with it."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        blocks = subject.page.blocks
        count = Counter(block.node for block in blocks if block.node)
        self.several = {node for node, n in count.items() if n > 1}
        self.by_id = {block.id: block.node or block.id for block in blocks}

    def of(self, item: Item) -> tuple[str, str]:
        """The owner of a thing, and how it is called."""
        name = owner_of(item.node)
        node = self.by_id.get(name, name)
        if node not in self.several:
            return node, node
        block = name if name in self.by_id else self.subject.block_of(node, extent(item))
        return block, f"{node} ({block})"


class _Things:
    """The things of a page, held against each other."""

    def __init__(self, subject: Subject) -> None:
        self.inks = subject.inks
        self.things = list(self._things(subject))
        self.round = subject.wrapped
        stories = [block for block in subject.page.blocks if block.kind == "story"]
        self.stories = {name for block in stories for name in (block.node, block.id)}
        self.tables = {block.node for block in subject.page.blocks if block.kind == "table"}
        self.gap = subject.points(subject.rules.collide.gap)
        self.over = subject.over
        self._types: dict[str, Ltrb] = {}
        self._roughs: dict[str, Ltrb] = {}

    def _things(self, subject: Subject) -> Iterator[Thing]:
        owners = _Owners(subject)
        for item in subject.page.items:
            node = item.node
            owner, called = owners.of(item)
            if isinstance(item, GlyphRun):
                if item.text.strip():
                    yield Thing(
                        item=item, kind="type", node=node, owner=owner,
                        box=self.inks.rough(item), called=called,
                    )  # fmt: skip
                continue
            kind = "rule"
            if isinstance(item, Picture):
                kind = "picture"
            elif is_ground(item):
                kind = "ground"
            for shape in drawn(item).stretches():
                box = joined(shape.pieces) or (0.0, 0.0, 0.0, 0.0)
                yield Thing(
                    item=item, kind=kind, node=node, owner=owner, box=box, drawn=shape,
                    called=called,
                )  # fmt: skip

    def met(self) -> Iterator[Met]:
        """Every two things that collide, in the order in which they are painted."""
        things = self.things
        for k, n in sorted(meeting([self._reach(t) for t in things])):
            one, other = things[k], things[n]
            if one.kind == other.kind == "rule":
                continue
            found = self._pair(one, other)
            if found is not None:
                yield found
        looked: Counter[tuple[object, ...]] = Counter()
        for thing in things:
            run = thing.item
            if not isinstance(run, GlyphRun):
                continue
            # Runs of one style are spaced alike: a few of them speak for all.
            style = (thing.owner, thing.part, run.face, run.size, run.stroke_em)
            if looked[style] >= ENOUGH:
                continue
            where = self._crowded(thing)
            if where is not None:
                yield Met(one=thing, other=thing, what=STANDS_ON, where=where)
            elif len(run.glyphs) >= SAMPLE:
                looked[style] += 1

    def _reach(self, thing: Thing) -> Ltrb:
        """The box in which a thing may collide, or touch."""
        left, top, right, foot = thing.box
        by = 0.0 if thing.kind == "type" else self.gap
        return (left - by, top - by, right + by, foot + by)

    def _pair(self, one: Thing, other: Thing) -> Met | None:
        """`one` is painted before `other`."""
        kinds = (one.kind, other.kind)
        if kinds == ("type", "type"):
            return self._types_met(one, other)
        if "type" in kinds and "rule" in kinds:
            return self._struck(one, other)
        if one.kind == "type":
            return self._covered(one, other)
        if other.kind == "type":
            return self._stands(one, other)
        if "rule" in kinds:
            return self._crossed(one, other)
        return self._over(one, other)

    # Type

    def _types_met(self, one: Thing, other: Thing) -> Met | None:
        a, b = one.item, other.item
        assert isinstance(a, GlyphRun)
        assert isinstance(b, GlyphRun)
        least = EM * min(a.size, b.size)
        along = LINE_EM * min(a.size, b.size) if one_line(a, b) else least
        across = (least, along) if a.vertical else (along, least)
        shared = _shared(self.inks.boxes(a), self.inks.boxes(b), *across)
        return Met(one=other, other=one, what=STANDS_ON, where=shared) if shared else None

    def _crowded(self, thing: Thing) -> Ltrb | None:
        """Where the first characters of a run stand on one another, as all of it then does: type
        set closer (`tracking`) than its ink is wide."""
        run = thing.item
        assert isinstance(run, GlyphRun)
        boxes = self.inks.first(run, SAMPLE)
        along, across = (1, 0) if run.vertical else (0, 1)
        pairs = [
            (a, b)
            for a, b in pairwise(boxes)
            if b[along] > a[along] and min(_long(a, along), _long(b, along)) >= WIDE * run.size
        ]  # not a mark on a letter, a stop
        met = [shared for a, b in pairs if (shared := common(a, b)) is not None]
        met = [shared for shared in met if _long(shared, across) > CROWDED * run.size]
        close = [shared for shared in met if _long(shared, along) > CLOSE * run.size]
        far = [shared for shared in close if _long(shared, along) > CROWDED * run.size]
        if far:
            return far[0]
        return close[0] if len(close) > 1 and 2 * len(close) >= len(pairs) else None

    def _touching(self, thing: Thing, shape: Drawn) -> Iterator[tuple[Ltrb, Ltrb]]:
        """The boxes of a run's glyphs that meet something, and where."""
        run = thing.item
        assert isinstance(run, GlyphRun)
        by = EDGE_EM * run.size
        hull = self.inks.hull(run)
        shape = shape.near(hull or thing.box)
        if not shape.pieces:
            return  # as a rule between columns: its box and that of a line meet, and no ink does
        for box in self.inks.boxes(run):
            eased = (box[0] + by, box[1] + by, box[2] - by, box[3] - by)
            if eased[0] >= eased[2] or eased[1] >= eased[3]:  # a dot, a stroke
                eased = box
            shared = shape.meets(eased)
            if shared is not None:
                yield box, shared

    def _covered(self, one: Thing, other: Thing) -> Met | None:
        """Type painted before a picture or a ground."""
        assert other.drawn is not None
        where = joined(shared for _, shared in self._touching(one, other.drawn))
        if where is None:
            return self._near(one, other)
        return Met(one=one, other=other, what="COLLIDE.lies-under", where=where)

    def _struck(self, one: Thing, other: Thing) -> Met | None:
        """Type and a rule, whichever is painted first."""
        words, rule = (one, other) if one.kind == "type" else (other, one)
        assert rule.drawn is not None
        where = joined(shared for _, shared in self._touching(words, rule.drawn))
        if where is None:
            return self._near(words, rule)
        return Met(one=rule, other=words, what=GOES_THROUGH, where=where)

    def _stands(self, one: Thing, other: Thing) -> Met | None:
        """Type painted over a picture or a ground: good where that is its own, all of it."""
        assert one.drawn is not None
        shape = one.drawn
        whole = other.box if self._own(one, other) else self._rough(other.owner)
        if shape.holds(whole, -self.gap):
            return None  # as most type on a tint does
        if one.owner != other.owner:
            polygon = self.round.get(one.owner)
            if polygon is not None:  # text runs round a part of it
                shape = Drawn(pieces=shape.pieces, clip=polygon)
        found = list(self._touching(other, shape))
        if not found:
            return self._near(other, one)
        meant = self._meant(one, other)
        if meant and self._grounded(other):
            return None  # what is between them is the ground of the words
        own = self._own(one, other) or meant or shape.holds(self._type(other.owner), SLACK)
        if own:
            run = other.item
            assert isinstance(run, GlyphRun)
            slack = EM * run.size
            where = joined(box for box in self.inks.boxes(run) if not shape.holds(box, slack))
            if where is None:
                return self._near(other, one, inside=True)
            return Met(one=other, other=one, what="COLLIDE.stands-across", where=where)
        where = joined(shared for _, shared in found)
        assert where is not None
        return Met(one=other, other=one, what=STANDS_ON, where=where)

    def _grounded(self, words: Thing) -> bool:
        """Whether words stand on a tint or panel of their own."""
        hull = self.inks.hull(words.item) if isinstance(words.item, GlyphRun) else None
        return hull is not None and any(
            thing.kind == "ground"
            and self._own(thing, words)
            and thing.drawn is not None
            and thing.drawn.holds(hull, SLACK)
            for thing in self.things
        )

    def _own(self, ground: Thing, words: Thing) -> bool:
        """Whether a ground is there for some words: of the same part of a block, of a caption and
        its credit, a box in the text, a tint behind the block, a panel or a picture behind a
        headline."""
        if ground.owner != words.owner:
            return False
        part, its = ground.part, words.part
        if part:
            pair = (part, its)
            boxed = part == "box" and its in BOXED
            return part == its or boxed or set(pair) == {"caption", "credit"}
        behind = isinstance(ground.item, Box | Path) and ground.item.role == "tint"
        return behind or words.owner not in self.stories or its in (*HEADLINE, "label")

    def _near(self, words: Thing, other: Thing, *, inside: bool = False) -> Met | None:
        """Type that comes too near to an edge, of what it stands beside or, `inside`, on."""
        run, shape = words.item, other.drawn
        assert isinstance(run, GlyphRun)
        assert shape is not None
        if (isinstance(other.item, Picture) and other.item.clip) or other.owner in self.round:
            return None
        if other.owner == words.owner and words.owner in self.tables:
            return None  # rows of a table are as near to its rules and tints as the grid allows
        if other.owner == words.owner and not inside and _is_white(other.item):
            return None  # the white round a picture that stands over another
        quiet = isinstance(other.item, Box) and other.item.role == "quiet"
        if words.node == other.node and (quiet or not inside):
            # Drawn at words of its paragraph, or the white of a code with its figures.
            return None
        near = [
            (_inner(box, piece) if inside else _outer(box, piece), box)
            for piece in shape.pieces
            for box in self.inks.boxes(run)
        ]
        least = self.gap
        drawn_at = other.kind == "rule" and other.part == "p"
        parted = inside and other.part == "box"
        if words.owner == other.owner and (drawn_at or parted):
            # Whether a line at words has room is told of it (MARK-ROOM); the open edge of a box is
            # half-way to the next line.
            least = min(least, NEAR_EM * run.size)
        if shape.clip:  # what is near the box round it may be far from it
            near = [(white, box) for white, box in near if shape.meets(_wider(box, least))]
        white, where = min(near, default=(least, None))
        if where is None or white >= least:
            return None
        return Met(
            one=words, other=other, what=TOUCHES, where=where, severity="warning", white=white,
            least=least,
        )  # fmt: skip

    def _rough(self, owner: str) -> Ltrb:
        """A box that surely holds all type of a block."""
        found = self._roughs.get(owner)
        if found is None:
            boxes = [t.box for t in self.things if t.kind == "type" and t.owner == owner]
            found = self._roughs[owner] = joined(boxes) or (0.0, 0.0, 0.0, 0.0)
        return found

    def _type(self, owner: str) -> Ltrb:
        """The ink of all type of a block."""
        found = self._types.get(owner)
        if found is None:
            own = [t.item for t in self.things if t.owner == owner]
            hull = self.inks.hull_of(item for item in own if isinstance(item, GlyphRun))
            found = self._types[owner] = hull or (0.0, 0.0, 0.0, 0.0)
        return found

    # Rules

    def _crossed(self, one: Thing, other: Thing) -> Met | None:
        """A rule and a picture or ground."""
        if one.owner == other.owner:  # its frame, a rule between its parts
            return None
        if self._meant(one, other):
            return None
        rule, ground = (one, other) if one.kind == "rule" else (other, one)
        assert rule.drawn is not None
        assert ground.drawn is not None
        after = other is rule
        if after and ground.kind == "ground" and ground.drawn.holds(rule.box, SLACK):
            return None  # it lies on a tint
        for piece in rule.drawn.pieces:
            shared = ground.drawn.meets(piece)
            if shared is None:
                continue
            wide, high = shared[2] - shared[0], shared[3] - shared[1]
            thick = min(piece[2] - piece[0], piece[3] - piece[1])
            if min(wide, high) > THROUGH * thick and max(wide, high) > THROUGH + thick:
                what = GOES_THROUGH if after else "COLLIDE.lies-partly-under"
                severity = "error" if after else "warning"
                return Met(one=rule, other=ground, what=what, where=shared, severity=severity)
        return None

    # Pictures and grounds

    def _meant(self, one: Thing, other: Thing) -> bool:
        """Whether `other` stands over `one` because the spec says so."""
        over = self.over
        return (one.node, other.node) in over or (one.owner, other.owner) in over

    def _over(self, one: Thing, other: Thing) -> Met | None:
        """A picture or ground painted over another: good where the lower is behind all of it."""
        assert one.drawn is not None
        assert other.drawn is not None
        if one.kind == "ground" and one.drawn.holds(other.box, SLACK):
            return None
        if one.owner == other.owner and other.kind == "ground":
            return None  # a panel on its own picture
        if one.owner == other.owner and one.kind == "ground" and other.drawn.clip:
            return None  # a picture as round as the ground under it
        if self._meant(one, other):
            return None
        shared = other.drawn.meets(one.box)
        if shared is None or (one.drawn.clip and one.drawn.meets(shared) is None):
            return None
        if min(shared[2] - shared[0], shared[3] - shared[1]) <= SLACK:
            return None
        return Met(one=other, other=one, what="COLLIDE.covers", where=shared, severity="warning")


def _is_white(item: Item) -> bool:
    """Whether a ground prints nothing: it is seen by what it covers, and has no ink at its edge."""
    return is_ground(item) and fill_of(item) == WHITE


def _shared(ones: list[Ltrb], others: list[Ltrb], wide: float, high: float) -> Ltrb | None:
    """What the boxes of two runs share where that is more than so wide and so high."""
    hull = joined(others)
    if hull is None:
        return None
    near = [box for box in ones if common(box, hull) is not None]
    if not near:
        return None
    out: list[Ltrb] = []
    for box in near:
        for other in others:
            shared = common(box, other)
            if shared is not None and shared[2] - shared[0] > wide and shared[3] - shared[1] > high:
                out.append(shared)
    return joined(out)


def _wider(box: Ltrb, by: float) -> Ltrb:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def _long(box: Ltrb, axis: int) -> float:
    return box[axis + 2] - box[axis]


def _outer(a: Ltrb, b: Ltrb) -> float:
    """How far two boxes are apart, the longer way of across and down."""
    return max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3])


def _inner(a: Ltrb, b: Ltrb) -> float:
    """How far a box is from the edges of one round it."""
    return min(a[0] - b[0], a[1] - b[1], b[2] - a[2], b[3] - a[3])
