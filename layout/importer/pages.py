"""Page specs as YAML, with comments that say what to change first."""

from collections.abc import Sequence

from layout.importer.arrange import HEADER_LINES, chunk_roles
from layout.importer.estimate import width_em
from layout.importer.model import Facts, SourcePage
from layout.importer.norms import Norm
from layout.importer.plan import Arrangement, PagePlan, PlannedBlock
from layout.importer.stories import quoted

_HEAD = """\
# {name}: a first page, made from the {source}. Every word is on it and nothing overlaps;
# composing it is yours. Places are columns × lines of the grid, from 1: `cols: 1-3, lines: 42-79`.
# Good first steps: fewer, wider columns for the lead story (`columns: {{count: 2}}` in cols 1-3),
# a seventh of the page for the picture, a size of its own for each headline (`size: 42pt`).
# `banxin build {name}.yaml` makes the page; `banxin build --watch` makes it again at each save.
"""
STYLES = "headline-sizes.yaml"
_STAFF_PT = 8.0  # the size of staff in the header; they take half of the type area


def page_text(
    plan: PagePlan, page: SourcePage, arrangement: Arrangement, source: str = "OCR text"
) -> str:
    """The spec of one page; `source` is what it was made from, as its first comment says."""
    rows = [
        _HEAD.format(name=plan.name, source=source).rstrip("\n"),
        f"page: {quoted(plan.name)}",
        "edition: edition.yaml",
        f"format: {arrangement.norm.format}    # {arrangement.norm.says}",
    ]
    if arrangement.sizes:
        rows.append(f"styles: {STYLES}    # sizes after the length of the headlines")
    rows += _header(page.facts, page.header_rest, arrangement.norm)
    rows.append("blocks:")
    for block in plan.blocks:
        rows += _block(block, page, arrangement.norm)
    if not plan.blocks:
        rows[-1] = "blocks: []"
    return "\n".join(rows) + "\n"


def styles_text(arrangement: Arrangement) -> str:
    """The style sheet with the sizes that long lines need; empty when none does."""
    if not arrangement.sizes:
        return ""
    rows = ["# Sizes at which the longest line of each style still fits the page.", "styles:"]
    rows += [f"  {name}: {{size: {size:g}pt}}" for name, size in sorted(arrangement.sizes.items())]
    return "\n".join(rows) + "\n"


def _header(facts: Facts, rest: Sequence[str], norm: Norm) -> list[str]:
    left: list[str] = []
    if facts.date:
        day = "{year}年{month}月{day}日"
        left.append(f"{day} {{weekday}}" if facts.weekday else day)
    # Two rows go into the header's lines, in 四开 too: what follows the date shares the second.
    others = [text.replace("{", "｛").replace("}", "｝") for text in rest]
    phone = ["电话：{phone}"] if facts.phone else []
    if second := "　".join([*phone, *others]):
        left.append(second)
    right: list[str] = []
    for row in chunk_roles(facts.staff, norm.full_pt / 2 / _STAFF_PT):
        right.append("　".join(f"{r.role}：{' '.join(r.names)}" for r in row))
    if len(right) not in (0, 2):
        right = ["{staff}"]
    rows = [
        "header:    # 报眉; {page} {year} {month} {day} {weekday} {phone} {staff} are filled in"
    ]
    rows.append(f"  lines: {HEADER_LINES}")
    if left:
        rows.append(f"  left: [{', '.join(quoted(t) for t in left)}]")
    if right:
        rows.append(f"  right: [{', '.join(quoted(t) for t in right)}]")
    return rows


def _block(block: PlannedBlock, page: SourcePage, norm: Norm) -> list[str]:
    at = (
        f"    at: {{cols: {block.cols[0]}-{block.cols[1]}, "
        f"lines: {block.lines[0]}-{block.lines[1]}}}"
    )
    if block.banners:
        return _text(block, at)
    if block.roles:
        everyone = block.roles == page.facts.credits
        names = "all" if everyone else quoted(" ".join(r.role for r in block.roles))
        return [f"  - credits: {names}    # 策划, 执行: from edition.yaml", at]
    if block.story is not None:
        return _story(block, at)
    if block.picture is not None:
        return _picture(block, at, norm)
    if block.table is not None:
        return _table(block, at)
    if block.index:
        rows = ["  - index:    # 导读: what the other pages hold"]
        rows += [
            f"      - {{page: {quoted(i.page)}, title: {quoted(i.title)}}}" for i in block.index
        ]
        return [*rows, f"    label: {quoted(page.index_label or '导读')}", at]
    return [f"  - text: [{{text: {quoted(block.note)}, style: note}}]", at]


def _text(block: PlannedBlock, at: str) -> list[str]:
    main = block.banners[0].role == "main"
    rows = ["  - id: main" if main else "  - id: series", "    text:"]
    align = f", align: {block.align}" if block.align else ""
    rows += [f"      - {{text: {quoted(b.text)}, style: {b.role}{align}}}" for b in block.banners]
    if not main:
        rows += [f"    arrange: {block.arrange}", "    fill: accent    # the page's one colour"]
        rows.append("    inset: [1zi, 0pt]")
    return [*rows, at]


def _story(block: PlannedBlock, at: str) -> list[str]:
    story = block.story
    assert story is not None
    rows = [f"  - story: {quoted(story.file)}"]
    if story.label and block.headline is None:
        return [*rows, "    body: brief", "    fill: tint", "    inset: [1zi, 0pt]", at]
    rows.append(at)
    columns = f"{{count: {block.columns}, level: true}}"
    rows.append(f"    columns: {columns}    # of whole characters, evenly filled")
    head = block.headline
    if head is not None and head.lines:
        keys = [f"lines: {head.lines}", "style: title"]
        keys += [f"size: {head.size_pt:g}pt"] if story.title else []
        keys += ["title: stack"] if head.stack else []
        keys += ["kicker: beside"] if head.beside else []
        rows.append(f"    headline: {{{', '.join(keys)}}}    # 占行: the text begins below")
    return rows


def _table(block: PlannedBlock, at: str) -> list[str]:
    table = block.table
    assert table is not None
    rows = [f"  - table: {quoted(table.file)}"]
    if table.title:
        rows.append(f"    title: {quoted(table.title)}")
    if table.unit:
        rows.append(f"    unit: {quoted(table.unit)}")
    if table.notes:
        rows.append(f"    notes: [{', '.join(quoted(note) for note in table.notes)}]")
    if table.header != 1:
        rows.append(f"    header: {table.header}")
    return [*rows, at]


def _picture(block: PlannedBlock, at: str, norm: Norm) -> list[str]:
    picture = block.picture
    assert picture is not None
    rows = [
        "  - picture: null    # the OCR text has no pictures: name the file here, such as",
        "    stands_in: true  # assets/park.jpg, and take this line out",
    ]
    if picture.file:
        rows = [f"  - picture: {quoted(picture.file)}"]
    if picture.caption:
        rows.append(f"    caption: {quoted(picture.caption)}")
        wide = norm.columns_em(block.cols[1] - block.cols[0] + 1)
        lines = -(-int(width_em(picture.caption + picture.credit) + 3) // wide)
        if lines > 1:
            rows.append(f"    caption_lines: {min(lines + 1, 10)}")
    if picture.credit:
        rows.append(f"    credit: {quoted(picture.credit)}")
    return [*rows, at]
