"""From the spec as written to the spec in points: the last place that knows a unit or a default."""

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.environment import Environment
from layout.geometry import Rect
from layout.record import replace
from layout.spec import blocks
from layout.spec.contents import Contents
from layout.spec.inks import heavy_inks, invisible
from layout.spec.kinds import Span
from layout.spec.load import Sources
from layout.spec.model import Header
from layout.spec.nodes import MAX_FAULTS
from layout.spec.resolved import RBlock, RHeader, RPage, StyledText
from layout.spec.sheet import EM_ASCENT, make_sheet
from layout.spec.styles import Styles
from layout.spec.texts import Texts, styled
from layout.units import fits

__all__ = ["EM_ASCENT", "resolve"]


def resolve(env: Environment, sources: Sources) -> RPage:
    """The page in points, with what is only to be warned of in its `remarks`.

    Raises `StopError` with every fault found.
    """
    resolver = _Resolver(env, sources)
    page = resolver.page()
    resolver.faults += heavy_inks(sources)
    resolver.faults += invisible(page, sources)
    for story in sources.stories:
        resolver.faults += story.remarks if story is not None else ()
    # Errors first: a hundred warnings must not hide one.
    found = sorted(dict.fromkeys(resolver.faults), key=lambda f: f.severity != "error")[:MAX_FAULTS]
    if found and found[0].severity == "error":
        raise StopError(found)
    return replace(page, remarks=tuple(found)) if found else page


class _Resolver:
    """Holds what all parts of a page share while it is resolved."""

    def __init__(self, env: Environment, sources: Sources) -> None:
        self.sources = sources
        self.faults: list[Diagnostic] = []
        self.sheet = make_sheet(sources.page, self.faults)
        self.grid = self.sheet.grid
        self.styles = Styles(
            tuple(s for s, _ in sources.sheets),
            body_size=self.sheet.body_size,
            pitch=self.grid.pitch,
            faults=self.faults,
        )
        self.texts = Texts(sources, self.styles, self.faults)
        self.contents = Contents(
            env=env,
            sources=sources,
            sheet=self.sheet,
            styles=self.styles,
            texts=self.texts,
            faults=self.faults,
        )

    def page(self) -> RPage:
        spec = self.sources.page
        header = self._header(spec.header) if spec.header is not None else None
        self._ids()
        made: list[tuple[RBlock, Place]] = []
        for index, block in enumerate(spec.blocks):
            resolved = self._block(index, block)
            if resolved is not None:
                made.append((resolved, block.at.place))
        self._overlaps(made)
        title = spec.title or f"{self.sources.edition.section or ''} {spec.page}".strip()
        return RPage(
            name=spec.page,
            title=title,
            date=self.texts.fields["date"],
            width=self.sheet.width,
            height=self.sheet.height,
            bleed=self.sheet.bleed,
            grid=self.grid,
            body=self.styles.get("body"),
            header=header,
            blocks=tuple(block for block, _ in made),
            accent=self.styles.colors["accent"],
        )

    def _header(self, spec: Header) -> RHeader:
        area = self.grid.type_area
        place = spec.places.get("folio", spec.place)
        if spec.lines > self.grid.lines:
            message = f"header.lines: {spec.lines} but the page has {self.grid.lines} lines"
            self._fault("OFF-GRID", message, spec.places.get("lines", spec.place))

        def group(lines: tuple[blocks.Line, ...]) -> tuple[StyledText, ...]:
            made = (self.texts.line(line, "header") for line in lines)
            return tuple(line for line in made if line.text.strip())

        folio = self.texts.expand(spec.folio, place)
        return RHeader(
            rect=Rect(area.x, area.y, area.width, spec.lines * self.grid.pitch),
            folio=styled(folio, self.styles.get("folio"), place),
            outer=spec.outer,
            left=group(spec.left),
            center=group(spec.center),
            right=group(spec.right),
            rule=spec.rule,
        )

    def _ids(self) -> None:
        """An id names one block: messages and `--set` go by it."""
        first: dict[str, int] = {}
        for block in self.sources.page.blocks:
            if block.id is None:
                continue
            place = block.places.get("id", block.place)
            if block.id in first:
                message = f'id: two blocks are called "{block.id}"'
                self._fault("DUPLICATE-ID", message, place, f"the first at line {first[block.id]}")
            first.setdefault(block.id, place.line)

    def _block(self, index: int, block: blocks.AnyBlock) -> RBlock | None:
        rect = self._place(index, block.at)
        inner = self._inner(block, rect) if rect is not None else None
        content = self.contents.of(index, block, inner)
        fill = None
        if block.fill is not None:
            fill = self.styles.color(block.fill)
        nudge = self.sheet.points(block.nudge) if block.nudge is not None else 0.0
        if rect is not None and abs(nudge) > rect.height:
            message = f"nudge: {block.nudge} moves it out of its block"
            self._fault("NUDGE", message, block.places["nudge"])
        if rect is None or inner is None or content is None:
            return None
        edges = block.rules or blocks.Edges()
        return RBlock(
            id=block.id or f"block-{index + 1}",
            place=block.place,
            cols=block.at.cols,
            lines=block.at.lines,
            rect=rect,
            inner=inner,
            fill=fill,
            rules=(edges.top, edges.right, edges.bottom, edges.left),
            nudge=nudge,
            content=content,
        )

    def _place(self, index: int, at: blocks.At) -> Rect | None:
        grid = self.grid
        ok = True
        for key, span, most in (
            ("cols", at.cols, len(grid.columns)),
            ("lines", at.lines, grid.lines),
        ):
            if span.last > most:
                noun = "column" if key == "cols" else "line"
                self._fault(
                    "OFF-GRID",
                    f"blocks.{index + 1}.at.{key}: {span} but the page has {most} {noun}s",
                    at.places[key],
                    f"the last {noun} is {most}",
                )
                ok = False
        if not ok:
            return None
        left = grid.columns[at.cols.first - 1][0]
        right = grid.columns[at.cols.last - 1][1]
        top = grid.top_of(at.lines.first)
        return Rect(left, top, right - left, at.lines.count * grid.pitch)

    def _inner(self, block: blocks.Block, rect: Rect) -> Rect | None:
        """The block less its inset; None, with a fault, where nothing is left."""
        top, right, bottom, left = self._inset(block)
        if fits(rect.width, left + right) or fits(rect.height, top + bottom):
            self._fault(
                "INSET",
                f"inset: {left:.1f} + {right:.1f} and {top:.1f} + {bottom:.1f} pt leave nothing of "
                f"a block of {rect.width:.1f} × {rect.height:.1f} pt",
                block.places.get("inset", block.place),
            )
            return None
        return rect.inset(left, top, right, bottom)

    def _inset(self, block: blocks.Block) -> tuple[float, float, float, float]:
        """Space inside a block: top, right, bottom, left, in points."""
        given = [self.sheet.points(length) for length in block.inset]
        if len(given) == 3:
            message = "inset: three values; one, two or four are possible"
            self._fault("INSET", message, block.places["inset"])
        if len(given) == 4:
            return given[0], given[1], given[2], given[3]
        framed = block.rules is not None and "none" not in (
            block.rules.top, block.rules.right, block.rules.bottom, block.rules.left
        )  # fmt: skip
        if not given and isinstance(block, blocks.StoryBlock) and (framed or block.fill):
            given = [self.sheet.body_size, self.grid.pitch / 2]
        sides = given[0] if given else 0.0
        ends = given[1] if len(given) > 1 else 0.0
        return ends, sides, ends, sides

    def _overlaps(self, made: list[tuple[RBlock, Place]]) -> None:
        """No block lies over the header or over another; the later one is told."""
        header = self.sources.page.header
        for i, (later, place) in enumerate(made):
            if header is not None and later.lines.first <= header.lines:
                self._fault(
                    "OVERLAP",
                    f'block "{later.id}" (lines {later.lines}) lies over the header '
                    f"(lines 1-{header.lines})",
                    place,
                    f"begin at line {header.lines + 1}",
                )
            for earlier, _ in made[:i]:
                cols = _common(later.cols, earlier.cols)
                lines = _common(later.lines, earlier.lines)
                if cols is not None and lines is not None:
                    self._fault(
                        "OVERLAP",
                        f'block "{later.id}" lies over block "{earlier.id}" '
                        f"at columns {cols}, lines {lines}",
                        place,
                    )

    def _fault(self, code: str, message: str, place: Place, hint: str = "") -> None:
        self.faults.append(error(code, message, place, hint))


def _common(a: Span, b: Span) -> Span | None:
    first, last = max(a.first, b.first), min(a.last, b.last)
    return Span(first, last) if first <= last else None
