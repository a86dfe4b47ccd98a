"""Where a block may not stand, and what is told of it: by key, with the keys that lead to it."""

import pytest

from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import faults_of
from tests.typed import near

HEAD = "page: T1\nformat: tabloid\nblocks:\n"
AT = "at: {cols: 1-3, lines: 5-30}"
STORY = "story: lead.md"
DEEP = "{stack: [" * 7 + f"{{{STORY}}}" + "]}" * 7


@pytest.mark.parametrize(
    ("blocks", "key", "path"),
    [
        (f"- {{{STORY}}}", "MISSING-KEY.at", "blocks.1"),
        (f"- {{{STORY}, cols: 2, {AT}}}", "PLACE.in-no-group", "blocks.1.cols"),
        (f"- {{row: [{{{STORY}, {AT}}}], {AT}}}", "PLACE.at-in-row", "blocks.1.row.1.at"),
        (f"- {{stack: [{{{STORY}, {AT}}}], {AT}}}", "PLACE.at-in-stack", "blocks.1.stack.1.at"),
        (f"- {{stack: [{{{STORY}, cols: 2}}], {AT}}}", "PLACE.cols-in-stack",
         "blocks.1.stack.1.cols"),
        (f"- {{stack: [{DEEP}], {AT}}}", "PLACE.nested", "blocks.1" + ".stack.1" * 6),
        (f"- {{text: 甲, at: [{AT[4:]}, {{cols: 4, lines: 5}}]}}", "PLACE.several", "blocks.1.at"),
        (f"- {{{STORY}, id: a, {AT}}}\n- {{{STORY}, at: {{of: a, cols: 1, lines: 2}}}}",
         "PLACE.inside-story", "blocks.2.at.of"),
        ("- {text: 甲, at: {of: b, cols: 1, lines: 2}}", "PLACE.no-block", "at.of"),
        (f"- {{text: 甲, id: b, {AT}}}\n- {{text: 乙, at: {{of: b, cols: 1, lines: 2}}}}",
         "PLACE.no-story", "at.of"),
        (f"- {{{STORY}, at: {{cols: 7, lines: 5}}}}", "OFF-GRID.columns", "blocks.1.at.cols"),
        (f"- {{{STORY}, at: {{cols: 1, lines: 80-87}}}}", "OFF-GRID.lines", "blocks.1.at.lines"),
        (f"- {{{STORY}, inset: [1pt, 2pt, 3pt], {AT}}}", "INSET.three", "inset"),
        (f"- {{{STORY}, jump_to: T1, {AT}}}", "JUMP-PAGE.itself", "jump_to"),
        (f"- {{{STORY}, wrap: box, {AT}}}", "WRAP.story", "wrap"),
        (f"- {{text: 甲, wrap: outline, {AT}}}", "WRAP.outline", "wrap"),
        (f"- {{text: 甲, wrap: polygon, {AT}}}", "WRAP.points", "wrap"),
        (f"- {{text: 甲, fit: {{headline: 3-4}}, {AT}}}", "FIT.story-only", "fit.headline"),
        (f"- {{text: 甲, fit: whole, {AT}}}", "FIT.whole", "fit"),
        (f"- {{text: 甲, fit: cover, {AT}}}", "FIT.cover", "fit"),
        (f"- {{{STORY}, fit: {{gutter: [9pt, 3pt]}}, {AT}}}", "FIT.least-most", "fit.gutter"),
        (f"- {{{STORY}, columns: {{count: 2, policy: grid}}, {AT}}}", "COLUMNS.of-the-page",
         "columns.count"),
        (f"- {{{STORY}, columns: {{measure: 9zi, policy: equal}}, {AT}}}",
         "COLUMNS.measure-and-policy", "columns.measure"),
        (f"- {{{STORY}, vertical: true, columns: {{policy: equal}}, {AT}}}",
         "COLUMNS.tiers-policy", "columns.policy"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be(project: Project, blocks: str, key: str, path: str) -> None:
    project.write("lead.md", "---\ntitle: 题\n---\n\n正文。\n")
    project.write("T1.yaml", HEAD + "".join(f"  {row}\n" for row in blocks.split("\n")))
    found = faults_of(resolved, project)
    assert [(d.said.key, d.said["path"]) for d in found] == [(key, path)]


@pytest.mark.parametrize(
    ("label", "sides", "top"),
    [
        ("label_at: above, rules: thin", 9.0, 0.0),
        ("label_at: none, fill: K10", 9.0, 4.5),
        ("label_at: above, panel: false, rules: thin", 9.0, 4.5),
        ("label_at: left, rules: thin", 0.0, 0.0),
        ("label_at: above", 0.0, 0.0),
        ("label_at: above, rules: {top: thin, bottom: thin}", 0.0, 0.0),
        ("label_at: above, rules: thin, inset: 3pt", 3.0, 0.0),
    ],
)
def test_an_index_in_a_frame_stands_off_it(
    project: Project, label: str, sides: float, top: float
) -> None:
    row = f"- {{index: [{{page: T2, title: 题}}], {label}, {AT}}}"
    project.write("T1.yaml", f"{HEAD}  {row}\n")
    (block,) = resolved(project).blocks
    assert block.inset == (near(top), near(sides), near(top), near(sides))


@pytest.mark.parametrize(
    ("widths", "key", "columns"),
    [((2, 3), "PLACE.row-over", 5), ((1, 1), "PLACE.row-short", 2),
     ((3, "fill"), "PLACE.row-over", 4)],
)  # fmt: skip
def test_blocks_of_a_row_fill_it(
    project: Project, widths: tuple[object, ...], key: str, columns: int
) -> None:
    project.write("lead.md", "---\ntitle: 题\n---\n\n正文。\n")
    row = ", ".join(f"{{{STORY}, cols: {width}}}" for width in widths)
    project.write("T1.yaml", f"{HEAD}  - {{row: [{row}], {AT}}}\n")
    (found,) = faults_of(resolved, project)
    assert (found.said.key, found.said["columns"], found.said["of"]) == (key, columns, 3)
