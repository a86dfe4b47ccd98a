"""The numbers behind changing by hand, in a real browser: the grid, the schema, frames of pictures,
texts compared. What the program itself reckons is the measure."""

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from layout.flow.pictures.framing import framed
from layout.geometry import Rect
from layout.spec.resolve.resolved import Framing
from tests.preview.conftest import PATIENCE_MS, until
from tests.preview.editing import Hand, project_to_change
from tests.preview.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CASES = 60


@pytest.fixture(scope="module")
def hand(tmp_path_factory: pytest.TempPathFactory, browser: "Browser") -> Iterator[Hand]:
    edition = project_to_change(tmp_path_factory.mktemp("numbers") / "paper")
    with served(edition.edition, lang="zh") as proof:
        context = browser.new_context(locale="zh-CN")
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.goto(proof.url)
        until(page, "window.banxin?.state?.rev > 0")
        yield Hand(page, edition)
        context.close()


def test_a_picture_stands_where_the_page_will_put_it(hand: Hand) -> None:
    """Whatever is dragged and scaled: the focus and scale that are written give, by the program's
    own framing, the view that the window showed."""
    chance = random.Random(14)
    cases: list[dict[str, Any]] = []
    for _ in range(CASES):
        size = (chance.randint(200, 3000), chance.randint(200, 3000))
        area = Rect(50, 80, chance.uniform(60, 400), chance.uniform(60, 400))
        focus = (round(chance.random(), 3), round(chance.random(), 3))
        scale = chance.choice([100, 100, 120, 175.5, 300])
        rect, crop = framed(size, area, Framing(fit="cover", scale=scale / 100), focus)
        cases.append(
            {
                "pixels": size,
                "area": [area.x, area.y, area.width, area.height],
                "rect": [rect.x, rect.y, rect.width, rect.height],
                "crop": crop,
                "focus": focus,
                "scale": scale,
                "by": "focus",
                "drag": [chance.uniform(-200, 200), chance.uniform(-200, 200)],
                "to": chance.choice([scale, 100, 140, 250.5]),
                "at": [area.x + area.width * chance.random(), area.y + area.height / 3],
            }
        )
    found = hand.window.evaluate(
        """async (cases) => {
        const { dragged, focusOf, fullOf, ppiOf, scaled } = await import(
          new URL("web/js/edit/framing.js", document.baseURI));
        return cases.map((one) => {
          let full = dragged(one, fullOf(one), ...one.drag);
          const [x, y] = one.at;
          const made = scaled(one, full, one.scale, one.to, { x, y });
          return { ...made, focus: focusOf(one, made.full), ppi: ppiOf(one, made.full) };
        });
      }""",
        cases,
    )
    for case, made in zip(cases, found, strict=True):
        area = Rect(*case["area"])
        framing = Framing(fit="cover", scale=made["scale"] / 100)
        rect, crop = framed(case["pixels"], area, framing, tuple(made["focus"]))
        wide = rect.width / (crop[2] - crop[0])
        high = rect.height / (crop[3] - crop[1])
        seen = made["full"]
        near = max(wide, high) * 0.0006 + 0.01  # a focus is written with three decimals
        assert (wide, high) == pytest.approx((seen["w"], seen["h"]), rel=1e-3)
        assert rect.x - crop[0] * wide == pytest.approx(seen["x"], abs=near), case
        assert rect.y - crop[1] * high == pytest.approx(seen["y"], abs=near), case
        assert made["ppi"] == pytest.approx(case["pixels"][0] / wide * 72, abs=1)


def test_what_differs_of_two_texts_is_the_least(hand: Hand) -> None:
    """By code points, those outside of the first plane too."""
    chance = random.Random(15)
    letters = "甲乙丙丁𠀀😀ab，"
    pairs = []
    for _ in range(CASES):
        old = "".join(chance.choices(letters, k=chance.randint(0, 12)))
        at, end = sorted((chance.randint(0, len(old)), chance.randint(0, len(old))))
        pairs.append([old, old[:at] + "".join(chance.choices(letters, k=3)) + old[end:]])
    found = hand.window.evaluate(
        """async (pairs) => {
        const { trimmed } = await import(new URL("web/js/edit/texts.js", document.baseURI));
        return pairs.map(([a, b]) => trimmed(a, b, 7));
      }""",
        pairs,
    )
    for (old, new), made in zip(pairs, found, strict=True):
        start, end = made["start"] - 7, made["end"] - 7
        assert old[start:end] == made["before"]
        assert old[:start] + made["after"] + old[end:] == new
        assert not made["before"] or not made["after"] or made["before"][0] != made["after"][0]
        assert not made["before"] or not made["after"] or made["before"][-1] != made["after"][-1]


def test_a_text_that_may_be_the_other_one_changed(hand: Hand) -> None:
    pairs = [
        ["河边的早市有四十年了。", "河边的早市有四十一年了。", True],
        ["河边的早市有四十年了。", "街角的豆浆店排起了长队！", False],
        ["同", "同", True],
        ["", "甲", False],
        ["第一句。第二句。", "第一句。", True],
    ]
    found = hand.window.evaluate(
        """async (pairs) => {
        const { alike } = await import(new URL("web/js/edit/texts.js", document.baseURI));
        return pairs.map(([a, b]) => alike(a, b));
      }""",
        pairs,
    )
    assert found == [pair[2] for pair in pairs]


def test_the_schema_is_read_as_the_panel_needs_it(hand: Hand) -> None:
    """Which control each kind of key has, and what is taken in it."""
    found = hand.value(
        """async () => {
        const { blockSchema, shapeOf, valueOf } = await import(
          new URL("web/js/edit/schema.js", document.baseURI));
        const page = await banxin.edit.desk.schema("page");
        const story = blockSchema(page, "story");
        const line = (schema, ...keys) => keys.reduce((at, key) => {
          const group = at.properties ? at : shapeOf(at).group;
          return group.properties[key];
        }, schema);
        const of = (kind, ...keys) => shapeOf(line(blockSchema(page, kind), ...keys)).control;
        const value = (text, kind, ...keys) => {
          const { value, fault } = valueOf(shapeOf(line(blockSchema(page, kind), ...keys)), text);
          return fault ?? value;
        };
        return {
          controls: [
            of("story", "vertical"), of("story", "initial"), of("story", "headline", "style"),
            of("story", "headline", "align"), of("story", "headline", "white"), of("story", "fill"),
            of("story", "rules"), of("story", "headline", "size"), of("stack", "stack"),
            of("picture", "caption"), of("picture", "focus"),
          ],
          values: [
            value("3", "story", "initial"), value("9", "story", "initial"),
            value("2.5", "story", "initial"), value("2zi", "story", "headline", "white"),
            value("2", "story", "headline", "white"), value("0", "story", "headline", "white"),
            value("0.2, 0.7", "picture", "focus"), value("120%", "picture", "scale"),
            value("2zi, 0.5lines", "story", "inset"), value("", "story", "body"),
            value("fit", "story", "headline", "size"), value("1-3", "story", "at", "cols"),
            value("最大", "story", "headline", "size"), value("居中", "story", "headline", "align"),
            value("自动, 2fr", "table", "widths"), value("今天，晴", "text", "text"),
            value("2, 0.5fr", "table", "widths"),
          ],
        };
      }"""
    )
    assert found["controls"] == [
        "switch", "number", "names", "select", "length", "names", "names", "length", "block",
        "text", "list",
    ]  # fmt: skip
    assert found["values"] == [
        3, "edit.fault-range", "edit.fault-integer", "2zi", "edit.fault-length", 0, [0.2, 0.7],
        "120%", ["2zi", "0.5lines"], "edit.fault-empty", "fit", "1-3",
        "fit", "center", ["auto", "2fr"], "今天，晴", [2, "0.5fr"],
    ]  # fmt: skip


def test_places_snap_to_the_grid_as_the_page_has_it(hand: Hand) -> None:
    """Against the columns and lines of the page itself, from every side, never beyond them."""
    found = hand.value(
        """async () => {
        const { gridOf, moved, resized, rectOf, stepped, measures } = await import(
          new URL("web/js/edit/grid.js", document.baseURI));
        const grid = gridOf(banxin.state);
        const place = { cols: [2, 3], lines: [10, 14] };
        const rect = rectOf(grid, place);
        const right = rect.x + rect.w;
        const step = grid.columns[1][0] - grid.columns[0][0];
        const show = ({ cols, lines }) => `${cols} ${lines}`;
        const { opOf } = await import(new URL("web/js/edit/placing.js", document.baseURI));
        const half = { ...place, cols: [5, 5], within: [4, 6], shift: 3 }; // of two facing pages
        const base = grid.columns[0][0];
        const long = { x: [base + 2 * grid.zi, base + 12 * grid.zi], base, lines: [1, 1] };
        const zi = ({ x }) => x.map((at) => Number(((at - long.base) / grid.zi).toFixed(2)));
        return {
          moved: [
            show(moved(grid, place, 0.4 * step, 0.4 * grid.pitch)),
            show(moved(grid, place, 0.6 * step, -0.6 * grid.pitch)),
            show(moved(grid, place, -9999, -9999)), show(moved(grid, place, 9999, 9999)),
          ],
          resized: [
            show(resized(grid, place, "se", right + step, rect.y + rect.h + 2 * grid.pitch)),
            show(resized(grid, place, "nw", rect.x - 9999, rect.y - 9999)),
            show(resized(grid, place, "nw", rect.x + 9999, rect.y + 9999)),
            show(resized(grid, place, "w", rect.x + step, 0)),
          ],
          stepped: [
            show(stepped(grid, place, "ArrowLeft")),
            show(stepped(grid, place, "ArrowDown", true, 5)),
            show(stepped(grid, { cols: [1, 6], lines: [1, 2] }, "ArrowRight")),
          ],
          long: [
            zi(moved(grid, long, 3.3 * grid.zi, 0)), zi(moved(grid, long, -9999, 0)),
            zi(moved(grid, long, 3.3 * grid.zi, 0, [long.x[0] + 3.4 * grid.zi])),
            zi(resized(grid, long, "e", long.x[1] + 2.2 * grid.zi, 0)),
            zi(resized(grid, long, "w", 9999, 0)), zi(stepped(grid, long, "ArrowRight")),
          ],
          half: [
            show(moved(grid, half, -9999, 0)), show(moved(grid, half, 9999, 0)),
            show(resized(grid, half, "w", rect.x - 9999, 0)),
            show(stepped(grid, half, "ArrowLeft", false, 5)),
            opOf({ file: "f", ref: "b", at: [{}] }, grid,
                 { n: 0, from: half, place: moved(grid, half, 9999, 0) }).cols,
          ],
          size: measures(grid, place),
          lines: grid.lines, columns: grid.columns.length,
        };
      }"""
    )
    lines, columns = found["lines"], found["columns"]
    assert found["moved"] == [
        "2,3 10,14",
        "3,4 9,13",
        "1,2 1,5",
        f"{columns - 1},{columns} {lines - 4},{lines}",
    ]
    assert found["resized"] == ["2,4 10,16", "1,3 1,14", "3,3 14,14", "3,3 10,14"]
    assert found["stepped"] == ["1,2 10,14", "2,3 10,19", "1,6 1,2"]
    assert found["long"] == [[5.5, 15.5], [0, 10], [5.4, 15.4], [2, 14], [11.5, 12], [3, 13]]
    assert found["half"] == ["4,4 10,14", "6,6 10,14", "4,5 10,14", "4,4 10,14", [3, 3]]
    assert (found["size"]["cols"], found["size"]["lines"]) == (2, 5)
    assert found["size"]["zi"] == 23  # two columns of 11 and the white between
