"""The plan of a first page: what stands in which columns and lines of the grid."""

from layout.importer.model import (
    Banner,
    SourceIndexItem,
    SourcePicture,
    SourceRole,
    SourceStory,
    SourceTable,
)
from layout.importer.norms import BROADSHEET, Norm
from layout.record import record


@record
class HeadlineRoom:
    """The room a headline takes: whole lines, the size of its 主题, how its parts stand."""

    lines: int
    size_pt: float
    stack: bool
    beside: bool


@record
class PlannedBlock:
    """Something placed: columns and lines from 1, both ends included."""

    cols: tuple[int, int]
    lines: tuple[int, int]
    banners: tuple[Banner, ...] = ()
    arrange: str = "stack"
    align: str = ""  # of banners, where not their style's
    roles: tuple[SourceRole, ...] = ()
    story: SourceStory | None = None
    columns: int | None = None  # of a story with a headline
    headline: HeadlineRoom | None = None
    picture: SourcePicture | None = None
    table: SourceTable | None = None
    index: tuple[SourceIndexItem, ...] = ()
    note: str = ""


@record
class PagePlan:
    """One page: its name and its blocks in reading order."""

    name: str
    blocks: tuple[PlannedBlock, ...]


@record
class Arrangement:
    """The pages, the sizes that styles must come down to, and the stories too long for a page."""

    plans: tuple[PagePlan, ...]
    sizes: dict[str, float]
    norm: Norm = BROADSHEET
    too_long: tuple[str, ...] = ()
