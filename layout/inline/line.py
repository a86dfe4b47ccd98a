"""A set line, and a paragraph broken into set lines."""

from dataclasses import dataclass

from layout.inline.items import Items


@dataclass(slots=True, kw_only=True, eq=False)
class SetLine:
    """Clusters `first` … `last` of a paragraph with their pen positions, in 1/1000 em.

    `natural` is the width after squeezing and trimming and before justifying; `width` reaches to
    the trimmed edge of the last cluster; `gap` is what each ordinary place between two clusters
    gained. Made once and never changed afterwards.
    """

    first: int
    last: int
    xs: list[float]
    natural: float
    width: float
    is_last: bool
    tier: str = ""
    gap: float = 0.0
    indent: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SetParagraph:
    """A paragraph at a measure: its items, and its lines in order."""

    items: Items
    lines: tuple[SetLine, ...]
    measure: int  # 1/1000 em
