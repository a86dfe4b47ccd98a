"""What a block holds, in points and styles: one method for each kind of block."""

from typing import Final

from layout.color import WHITE, Color
from layout.diagnostics import Diagnostic, did_you_mean, error, shown
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.load import Sources
from layout.spec.model.blockkinds import LeafBlock
from layout.spec.model.furniture import (
    AdvertBlock,
    CodeBlock,
    CreditsBlock,
    ImprintBlock,
    IndexBlock,
    MastheadBlock,
    PictureBlock,
    PicturesBlock,
    TableBlock,
    TextBlock,
)
from layout.spec.model.story import StoryBlock
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.picture import Pictured
from layout.spec.resolve.resolved import (
    Content,
    RCredits,
    RIndex,
    RRule,
    RTable,
    RText,
    StyledText,
)
from layout.spec.resolve.reversal import on_ground
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.story import Articles, StoryPictures
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import IDEOGRAPHIC_SPACE, Texts, parted
from layout.spec.resolve.wording import worded
from layout.words.said import said

_PAGE_AT: Final = {"before": "part.before", "above": "part.above"}
"""Where the page number of a 导读 stands, with the keys of the words for it."""


@record
class Contents:
    """Resolves what stands inside blocks; faults are gathered, never raised."""

    sources: Sources
    sheet: Sheet
    styles: Styles
    texts: Texts
    articles: Articles
    pictured: Pictured
    faults: list[Diagnostic]

    def of(
        self, index: int, block: LeafBlock, inner: Rect | None, fill: Color | None
    ) -> Content | None:
        """The content of block `index` on its `fill`; None, with a fault, where there can be none.

        `inner` is the room inside the block, or None where its place is at fault already.
        """
        made = self._plain(index, block, inner)
        return on_ground(made, fill, self.styles.colored, block.reverse) if made else None

    def _plain(self, index: int, block: LeafBlock, inner: Rect | None) -> Content | None:
        """The content as it stands on bare paper."""
        if isinstance(block, StoryBlock):
            story = self.sources.stories[index]
            return (
                self.articles.resolve(block, story, inner, self._behind(block)) if story else None
            )
        if isinstance(block, TextBlock):
            gap = self.sheet.points(block.gap) if block.gap is not None else None
            lines = tuple(self.texts.line(line, "note") for line in block.text)
            if block.vertical and block.arrange == "row":
                place = block.places["arrange"]
                self.faults.append(error("VERTICAL.arrange", place, path="arrange"))
            return RText(
                lines=lines,
                arrange=block.arrange,
                valign=block.valign,
                gap=gap,
                vertical=block.vertical,
                stands_in=block.stands_in,
            )
        if isinstance(block, PictureBlock | PicturesBlock):
            return self.pictured.of(block, inner)
        if isinstance(block, TableBlock):
            return self._table(index, block, inner)
        if isinstance(block, IndexBlock):
            return self._index(block)
        if isinstance(block, CreditsBlock):
            return self._credits(block)
        if isinstance(block, MastheadBlock | ImprintBlock | CodeBlock | AdvertBlock):
            return self._of_paper(block)
        return RRule(rule=self.styles.rule(block.rule), vertical=block.vertical)

    def _behind(self, block: StoryBlock) -> StoryPictures:
        """The pictures of a story's headline and its label, as they are below the root."""
        headline, label = block.headline, block.label
        behind = headline.picture if headline is not None else None
        flower = label.picture if label is not None else None
        return StoryPictures(
            behind=self.pictured.source(behind) if behind is not None else None,
            label=self.pictured.source(flower, "label.picture") if flower is not None else None,
        )

    def _of_paper(
        self, block: MastheadBlock | ImprintBlock | CodeBlock | AdvertBlock
    ) -> Content | None:
        """报头, 报尾, codes and adverts, which some pages of a paper have."""
        if isinstance(block, AdvertBlock):
            from layout.spec.resolve.advert import resolve_advert

            return resolve_advert(block, self.pictured)
        if isinstance(block, CodeBlock):
            from layout.spec.resolve.code import code_block

            return code_block(block, self.sheet, self.styles, self.texts, self.faults)
        from layout.spec.resolve.masthead import resolve_imprint, resolve_masthead

        if isinstance(block, MastheadBlock):
            return resolve_masthead(block, self.texts, self.styles, self.pictured)
        return resolve_imprint(block, self.texts, self.styles)

    def _table(self, index: int, block: TableBlock, inner: Rect | None) -> RTable | None:
        from layout.spec.resolve.table import resolve_table  # few pages have one

        table = self.sources.tables[index]
        return resolve_table(
            block, table, inner, sheet=self.sheet, styles=self.styles, texts=self.texts,
            faults=self.faults,
        )  # fmt: skip

    def _index(self, block: IndexBlock) -> RIndex:
        page_style = self.styles.named(block.page_style, "index-page")
        title_style = self.styles.named(block.title_style, "index-title")
        label_style = self.styles.named(block.label_style, "index-label")
        mark = None
        if block.mark is not None:
            from layout.spec.resolve.pagemark import on_mark, page_mark  # few pages have any

            mark = page_mark(block.mark, self.sheet, self.styles, self.faults)
            page_style = on_mark(page_style, mark, self.styles)
        items = []
        for item in block.index:
            place = item.places["title"]
            page = StyledText(text=item.page, style=page_style, place=item.places["page"])
            title = parted(item.title, title_style, place, self.styles)
            items.append((page, title))
        place = block.place_of("label")
        if not block.panel and label_style.color == WHITE:
            label_style = replace(label_style, color=self.styles.colors["accent"])
        if "leader" in block.places and block.page_at != "after":
            place_of_page = _PAGE_AT[block.page_at]
            told = said("INDEX.leader", path="leader", at=said(place_of_page))
            self.faults.append(error(told, block.places["leader"]))
        return RIndex(
            label=worded(block.label, label_style, place, self.styles),
            items=tuple(items),
            label_at=block.label_at,
            panel=block.panel,
            columns=min(block.columns, len(items)),
            page_at=block.page_at,
            between=self.styles.rule(block.between),
            leader=self.styles.rule(block.leader),
            mark=mark,
            leading=self._stepped(block, title_style),
        )

    def _stepped(self, block: IndexBlock, title: TextStyle) -> float:
        """From item to item of a 导读 in points; 0 where they share its height."""
        if block.leading is None:
            return 0.0
        return self.styles.leading(block.leading, title.size) or self.sheet.grid.pitch

    def _credits(self, block: CreditsBlock) -> RCredits:
        known: dict[str, tuple[str, ...]] = {}
        for role in self.sources.edition.credits:
            # A function that stands twice: its names stand together, none is lost.
            known[role.role] = known.get(role.role, ()) + role.names
        place = block.place_of("credits")
        wanted = list(known) if block.credits == "all" else block.credits.split()
        if not wanted:
            self.faults.append(error("UNKNOWN-CREDIT.none-given", place, path="credits"))
        groups = []
        for name in wanted:
            names = known.get(name)
            if names is None:
                hint = did_you_mean(name, known)
                if not known:
                    hint = said("part.no-credits")
                elif not hint:
                    hint = said("part.known-credits", names=tuple(known))
                told = error("UNKNOWN-CREDIT.name", place, name=shown(name), hint=hint)
                self.faults.append(told)
                continue
            role_style, name_style = (
                self.styles.get("credits-role"),
                self.styles.get("credits-name"),
            )
            # Two em between names, or 胡　乐 would fall apart beside the next one.
            spread = (2 * IDEOGRAPHIC_SPACE).join(_spread(n) for n in names)
            groups.append(
                (
                    worded(f"{name}：", role_style, place, self.styles),
                    worded(spread, name_style, place, self.styles),
                )
            )
        return RCredits(groups=tuple(groups), align=block.align, arrange=block.arrange)


def _spread(name: str) -> str:
    """A name of two characters is spread to the width of three, as in print."""
    return IDEOGRAPHIC_SPACE.join(name) if len(name) == 2 and not name.isascii() else name
