"""Changing by hand in a real browser: blocks, values, words, pictures; what is written and undone.

The files are what is looked at: a changed value is one changed row, with its comment in its place.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project
from tests.preview.conftest import PATIENCE_MS, OpenWindow, until
from tests.preview.editing import Hand, project_to_change
from tests.preview.served import Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, WebSocketRoute

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project_to_change(tmp_path_factory.mktemp("hand") / "paper")


@pytest.fixture(scope="module")
def proof(edition: Project, browser: "Browser") -> Iterator[Served]:
    with served(edition.edition, lang="zh") as one:
        yield one


@pytest.fixture(scope="module")
def opened(proof: Served, edition: Project, browser: "Browser") -> Iterator[tuple[Hand, list[str]]]:
    """One window for all tests, and what it complains of."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(f"{error}\n{error.stack}"))
    page.goto(proof.url)
    until(page, "window.banxin?.state?.rev > 0")
    yield Hand(page, edition), said
    context.close()


@pytest.fixture
def hand(opened: tuple[Hand, list[str]]) -> Iterator[Hand]:
    one, said = opened
    one.value("banxin.edit.words.close(true)")
    one.tool("look")
    one.value("banxin.selection.clear()")
    yield one
    assert said == []


def test_a_block_is_dragged_on_the_grid_and_back(hand: Hand) -> None:
    hand.tool("move")
    hand.pick("note")
    pitch = hand.value("banxin.state.grid.pitch * banxin.scale")
    x, y = hand.middle("note")
    rows = hand.changes("E1.yaml", lambda: hand.drag((x, y), (x + 3, y + 6.3 * pitch)))
    assert rows == [
        ("    at: {cols: 4-6, lines: 22-24}", "    at: {cols: 4-6, lines: 28-30}"),
    ]
    rows = hand.changes("E1.yaml", lambda: hand.window.locator('[data-do="undo"]').click())
    assert rows == [("    at: {cols: 4-6, lines: 28-30}", "    at: {cols: 4-6, lines: 22-24}")]
    assert hand.value("document.querySelector('[data-do=redo]').disabled") is False


@pytest.mark.parametrize("let", [False, True])
def test_a_drag_that_begins_before_the_server_has_answered_drags(hand: Hand, let: bool) -> None:
    """The press that selects a block moves it, be it let go of before the answer or after."""
    hand.tool("move")
    before, mouse = hand.text(), hand.window.mouse
    pitch = hand.value("banxin.state.grid.pitch * banxin.scale")
    x, y = hand.middle("note")

    def drag() -> None:
        with hand.unanswered():
            mouse.move(x, y)
            mouse.down()
            mouse.move(x + 3, y + 6.3 * pitch)
            assert hand.value("!banxin.edit.mover.answer && banxin.selection.block") == "note"
            assert hand.value("!!document.querySelector('.edit-target.waits')")
            if let:
                mouse.up()
        if not let:
            hand.until("!!document.querySelector('.edit-ghost')")
            assert hand.text() == before
            mouse.up()

    assert hand.changes("E1.yaml", drag) == [
        ("    at: {cols: 4-6, lines: 22-24}", "    at: {cols: 4-6, lines: 28-30}"),
    ]
    hand.changes("E1.yaml", lambda: hand.window.keyboard.press("Control+z"))
    assert hand.text() == before


def test_keys_before_the_server_has_answered_are_done_in_their_order(hand: Hand) -> None:
    hand.tool("move")
    before, press = hand.text(), hand.window.keyboard.press
    start = "banxin.selection.pick({ page: banxin.page, block: 'note' }); banxin.stage.focus()"

    def by_keys() -> None:
        with hand.unanswered():
            hand.value(f"(() => {{ {start} }})()")
            for key in ("Control+ArrowDown", "ArrowDown", "Enter"):
                press(key)

    (row,) = hand.changes("E1.yaml", by_keys)
    assert row[1].endswith("lines: 28-30}")
    hand.changes("E1.yaml", lambda: press("Control+z"))
    hand.value("banxin.selection.clear()")
    with hand.unanswered():
        hand.value(f"(() => {{ {start} }})()")
        press("ArrowDown")
        press("Escape")
    hand.until("banxin.edit.mover.answer?.block === 'note'")
    assert not hand.value("banxin.edit.mover.ghostly")
    assert hand.text() == before


def test_measures_are_told_while_it_is_dragged(hand: Hand) -> None:
    hand.tool("move")
    hand.pick("lead")
    mouse = hand.window.mouse
    x, y = hand.middle("lead")
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, y + 30)
    label = hand.value("document.querySelector('.edit-ghost .edit-label').textContent")
    for part in ("3栏×26行", "mm", "字"):
        assert part in label
    hand.window.keyboard.press("Escape")
    mouse.up()
    assert hand.value("document.querySelector('.edit-ghost')") is None


def test_a_block_is_resized_by_a_handle_and_by_keys(hand: Hand) -> None:
    """The row has a comment behind it, which stays."""
    hand.tool("move")
    hand.pick("lead")
    pitch = hand.value("banxin.state.grid.pitch * banxin.scale")
    x, y = hand.middle("lead", 0.5, 1)
    rows = hand.changes("E1.yaml", lambda: hand.drag((x, y), (x, y - 2 * pitch)))
    assert rows == [
        (
            "    at: {cols: 1-3, lines: 5-30}    # not the fold",
            "    at: {cols: 1-3, lines: 5-28}    # not the fold",
        )
    ]
    hand.pick("lead")
    hand.until("banxin.edit.mover.answer?.at[0].lines[1] === 28")
    keys = hand.window.keyboard

    def by_keys() -> None:
        keys.press("Shift+ArrowDown")
        keys.press("Shift+ArrowDown")
        assert "26" in hand.said
        keys.press("Enter")

    (row,) = hand.changes("E1.yaml", by_keys)
    assert row[1] == "    at: {cols: 1-3, lines: 5-30}    # not the fold"


def test_arrows_move_and_escape_drops(hand: Hand) -> None:
    hand.tool("move")
    hand.pick("note")
    before = hand.text()
    keys = hand.window.keyboard
    keys.press("ArrowDown")
    assert "23–25" in hand.said
    keys.press("Escape")
    assert hand.value("document.querySelector('.edit-ghost')") is None
    assert hand.text() == before
    keys.press("Control+ArrowDown")
    (row,) = hand.changes("E1.yaml", lambda: keys.press("Enter"))
    assert row[1].endswith("lines: 27-29}")
    hand.changes("E1.yaml", lambda: keys.press("Control+z"))
    assert hand.text() == before


def test_what_a_place_makes_of_the_stories_is_told_before_it_is_taken(hand: Hand) -> None:
    """A story that has too little room is over, by the words of the server; nothing is written."""
    hand.tool("move")
    hand.pick("side")
    before = hand.text()
    for _ in range(3):
        hand.window.keyboard.press("Control+Shift+ArrowUp")
    hand.until("document.querySelector('.edit-ghost .edit-label')?.textContent.includes('溢文')")
    label = hand.value("document.querySelector('.edit-ghost .edit-label').textContent")
    assert "《河边的早市》" in label
    hand.window.keyboard.press("Escape")
    assert hand.text() == before


def test_a_block_by_lengths_is_moved_by_characters(hand: Hand) -> None:
    """Dragged to an edge of a column it keeps to that; by keys it goes by a character."""
    hand.tool("move")
    hand.pick("long")
    x, y = hand.middle("long")
    zi = hand.value("banxin.state.grid.zi * banxin.scale")
    rows = hand.changes("E1.yaml", lambda: hand.drag((x, y), (x + 9.6 * zi, y)))
    old = "    at: {from: 2zi, width: 10zi, lines: 64-66}    # by lengths"
    assert rows == [(old, old.replace("2zi", "12zi"))]
    hand.pick("long")
    hand.until("banxin.edit.mover.answer?.at[0].x[0] > banxin.state.grid.x + 100")
    keys = hand.window.keyboard

    def by_keys() -> None:
        keys.press("Shift+ArrowRight")
        assert "11字" in hand.said
        keys.press("Enter")

    (row,) = hand.changes("E1.yaml", by_keys)
    assert row[1] == "    at: {from: 12zi, width: 11zi, lines: 64-66}    # by lengths"


def test_two_blocks_change_places(hand: Hand) -> None:
    hand.tool("move")
    hand.pick("note")
    start = hand.middle("note")
    rows = hand.changes("E1.yaml", lambda: hand.drag(start, hand.middle("side", 0.5, 0.7), "Alt"))
    assert rows == [
        ("    at: {cols: 4-6, lines: 5-20}", "    at: {cols: 4-6, lines: 22-24}"),
        ("    at: {cols: 4-6, lines: 22-24}", "    at: {cols: 4-6, lines: 5-20}"),
    ]
    hand.value("banxin.selection.pick({page: banxin.page, block: 'note'})")
    hand.value("banxin.selection.pick({page: banxin.page, block: 'side', add: true})")
    hand.value("banxin.panels.show('edit')")
    hand.until("document.querySelector('[data-do=swap]')?.disabled === false")
    press = hand.window.locator("[data-do=swap]").click
    assert len(hand.changes("E1.yaml", press)) == 2


def test_a_place_that_is_taken_is_asked_about(hand: Hand) -> None:
    hand.tool("move")
    hand.pick("note")
    before = hand.text()
    x, y = hand.middle("note")
    hand.drag((x, y), hand.middle("side"))
    hand.until("!!document.querySelector('dialog.edit-ask')")
    assert "《河边的早市》" in hand.window.locator("dialog.edit-ask").inner_text()
    assert hand.window.locator("dialog.edit-ask .strong").count() == 0  # nothing is urged
    assert hand.value("document.activeElement.dataset.answer") == "cancel"
    hand.window.keyboard.press("Escape")
    hand.until("!document.querySelector('dialog.edit-ask')")
    assert hand.text() == before
    assert hand.value("document.querySelector('.edit-ghost')") is None


def test_what_is_locked_says_why_and_stays(hand: Hand) -> None:
    hand.tool("move")
    hand.pick("upper")
    before = hand.text()
    assert hand.value("!!document.querySelector('.edit-frame.locked .edit-lock')")
    assert hand.value("document.querySelectorAll('.edit-handle').length") == 0
    hand.window.keyboard.press("ArrowDown")
    assert "“上”等2块" in hand.said
    x, y = hand.middle("upper")
    hand.drag((x, y), (x, y + 60))
    assert hand.text() == before
    hand.value("banxin.panels.show('edit')")
    hand.until("document.querySelector('.edit-panel .locked')?.textContent.includes('等2块')")


def test_an_id_is_never_taken_for_a_side(hand: Hand) -> None:
    hand.project.change("E1.yaml", "- id: pile", "- id: left")
    hand.until("banxin.state.info.has('left')")
    hand.pick("upper")
    hand.until("document.querySelector('.edit-panel .locked')?.textContent.includes('等2块')")
    assert "左版" not in hand.value("document.querySelector('.edit-panel .locked').textContent")


def test_a_double_click_leads_never_outward(hand: Hand) -> None:
    hand.tool("look")
    at = hand.word("upper", "上")
    hand.window.mouse.click(*at)
    hand.until("banxin.selection.block === 'upper'")
    hand.value("window.picked = []; banxin.on('select', block => picked.push(block)); 0")
    hand.double_click(at)
    hand.until("banxin.source.now.line > 0")
    hand.value("new Promise(done => setTimeout(done, 600))")  # nor later: what one click waits for
    assert set(hand.value("picked")) <= {"upper"}
    assert hand.value("banxin.selection.block") == "upper"
    hand.until("document.querySelector('.edit-words')?.contains(document.activeElement)")
    hand.window.keyboard.press("Escape")
    hand.until("!document.querySelector('.edit-words')")
    assert hand.value("banxin.selection.block") == "upper"
    hand.window.mouse.click(*at)  # and one click does, when it stays one
    place = f"banxin.view.at({at[0]}, {at[1]})"
    around = hand.value(f"(at => banxin.model(at.page).blocksAt(at.x, at.y))({place})[1].block")
    hand.until(f"banxin.selection.block === '{around}'")


def test_a_value_in_the_panel_is_one_changed_row(hand: Hand) -> None:
    hand.pick("lead")
    field = hand.field("blocks.lead.headline.lines")
    field.fill("7")
    rows = hand.changes("E1.yaml", lambda: field.press("Enter"))
    assert rows == [
        (
            "    headline: {lines: 6, style: big}    # as large as it was",
            "    headline: {lines: 7, style: big}    # as large as it was",
        )
    ]
    hand.until(
        "document.querySelector('[data-key=\"blocks.lead.headline.lines\"] input').value === '7'"
    )
    plus = hand.window.locator('[data-key="blocks.lead.headline.lines"] .arrow').first
    (row,) = hand.changes("E1.yaml", plus.click)
    assert "lines: 6," in row[1]


def test_a_colour_is_chosen_by_its_swatch_and_a_key_is_added_and_taken_out(hand: Hand) -> None:
    hand.pick("note")
    hand.field("blocks.note.fill")
    swatch = hand.window.locator('[data-key="blocks.note.fill"] button[title="主色"]')
    assert hand.changes("E1.yaml", swatch.click) == [("    fill: tint", "    fill: accent")]
    add = hand.window.locator('[data-add="blocks.note"]')
    add.fill("圆角")
    hand.until("document.querySelectorAll('.found [role=option]').length > 0")
    add.fill("valign")
    add.press("Enter")
    field = hand.field("blocks.note.valign")
    assert field.inner_text().split()[-3:] == ["上", "中", "下"]  # the file has its own
    before = hand.text().splitlines()

    rev = hand.value("banxin.state.rev")
    field.select_option("top")
    hand.until(f"banxin.state.rev > {rev}")
    added = [row for row in hand.text().splitlines() if row not in before]
    assert added == ["    valign: top"]
    hand.until("!document.querySelector('.edit-field.fresh, .edit-field.busy')")
    rev = hand.value("banxin.state.rev")
    hand.window.locator('[data-key="blocks.note.valign"] .remove').click()
    hand.until(f"banxin.state.rev > {rev}")
    assert hand.text().splitlines() == before


def test_a_key_that_is_added_survives_what_others_save(hand: Hand) -> None:
    hand.pick("note")
    add = hand.window.locator('[data-add="blocks.note"]')
    add.fill("inset")
    add.press("Enter")
    hand.window.keyboard.insert_text("2z")
    asked = hand.value("banxin.edit.chosen.answer.id")
    rev = hand.value("banxin.state.rev")
    hand.project.change("E1.yaml", "lines: 5-20}", "lines: 5-21}")
    hand.until(f"banxin.state.rev > {rev} && banxin.edit.chosen.answer?.id > {asked}")
    hand.until("document.activeElement.value === '2z'")
    hand.window.keyboard.insert_text("i")
    rev = hand.value("banxin.state.rev")
    hand.window.keyboard.press("Enter")
    hand.until(f"banxin.state.rev > {rev}")
    assert "    inset: 2zi" in hand.text().splitlines()
    rev = hand.value("banxin.state.rev")
    hand.value("banxin.edit.history.run('undo')")
    hand.until(f"banxin.state.rev > {rev}")
    rev = hand.value("banxin.state.rev")
    hand.project.change("E1.yaml", "lines: 5-21}", "lines: 5-20}")
    hand.until(f"banxin.state.rev > {rev}")


def test_a_key_that_is_half_typed_is_the_same_after_what_others_save(hand: Hand) -> None:
    """The list under it is of what is typed, so that Enter takes no other key."""
    hand.pick("note")
    hand.field("blocks.note.fill")
    add = hand.window.locator('[data-add="blocks.note"]')
    add.fill("valign")
    before = hand.text()
    hand.value("window.panel = document.querySelector('.edit-keys')")
    hand.changes(
        "E1.yaml", lambda: hand.project.write("E1.yaml", before.replace("写在这里", "写在那里"))
    )
    hand.until("document.querySelector('.edit-keys') !== window.panel")
    found = hand.value(
        "[...document.querySelectorAll('.found [role=option] b code')].map(b => b.textContent)"
    )
    assert found[0] == "valign"
    hand.changes("E1.yaml", lambda: hand.project.write("E1.yaml", before))


def test_who_only_looks_asks_nothing_of_the_spec(hand: Hand) -> None:
    """Each saving of a file is for the page alone."""
    hand.value("banxin.panels.show('block')")
    hand.value("banxin.selection.pick({page: banxin.page, block: 'side'})")
    hand.value(
        "(() => { const send = banxin.live.send.bind(banxin.live); window.sent = [];"
        " banxin.live.send = (one) => { sent.push(one.type); return send(one); }; })()"
    )
    rev = hand.value("banxin.state.rev")
    hand.project.change("E1.yaml", "lines: 5-20}", "lines: 5-21}")
    hand.until(f"banxin.state.rev > {rev} && sent.includes('painted')")
    assert "ask" not in hand.value("sent")
    hand.tool("move")
    hand.until("banxin.edit.chosen.answer?.block === 'side'")
    assert hand.value("sent").count("ask") == 1
    hand.project.change("E1.yaml", "lines: 5-21}", "lines: 5-20}")
    hand.until("banxin.edit.chosen.answer?.at[0].lines[1] === 20")


def test_a_list_gets_a_member_and_loses_one(hand: Hand) -> None:
    """A text keeps its comma: each has a field of its own."""
    hand.pick("list")
    before = hand.text()
    field = hand.field("blocks.list.text.2")
    assert field.input_value() == "今天，晴"
    rev = hand.value("banxin.state.rev")
    hand.window.locator('[data-list="blocks.list.text"]').click()
    hand.until(f"banxin.state.rev > {rev}")
    assert hand.text() == before.replace("[昨天, 今天，晴]", "[昨天, 今天，晴, 今天，晴]")
    hand.until("!!document.querySelector('[data-key=\"blocks.list.text.3\"] .remove')")
    rev = hand.value("banxin.state.rev")
    hand.window.locator('[data-key="blocks.list.text.3"] .remove').click()
    hand.until(f"banxin.state.rev > {rev}")
    assert hand.text() == before


def test_a_lone_value_is_opened_to_its_parts(hand: Hand) -> None:
    hand.pick("lead")
    hand.field("blocks.lead.columns")
    hand.window.locator('[data-key="blocks.lead.columns"] .quiet').click()
    add = hand.window.locator('[data-add="blocks.lead.columns"]')
    add.fill("rule")
    add.press("Enter")
    hand.window.keyboard.insert_text("thin")
    (row,) = hand.changes("E1.yaml", lambda: hand.window.keyboard.press("Enter"))
    assert row == ("    columns: 2", "    columns: {count: 2, rule: thin}")
    hand.changes("E1.yaml", lambda: hand.window.locator('[data-do="undo"]').click())


def test_a_value_that_is_refused_is_told_at_its_field_and_the_old_one_stays(hand: Hand) -> None:
    hand.pick("lead")
    before = hand.text()
    field = hand.field("blocks.lead.headline.lines")
    field.fill("viele")
    field.press("Enter")
    assert "仍为" in hand.fault("blocks.lead.headline.lines")
    assert field.get_attribute("aria-invalid") == "true"
    field.press("Escape")
    name = hand.field("blocks.lead.headline.style")
    name.fill("nosuchstyle")
    name.press("Enter")
    hand.until(
        "banxin.state.errors.length > 0 ||"
        " !document.querySelector('[data-key=\"blocks.lead.headline.style\"] .fault').hidden"
    )
    if hand.text() != before:  # written: then it is told what the page says of it
        hand.until(
            "document.querySelector('[data-key=\"blocks.lead.headline.style\"] .fault')"
            ".textContent.includes('nosuchstyle')"
        )
        hand.changes("E1.yaml", lambda: hand.window.locator('[data-do="undo"]').click())
    assert hand.text() == before


def test_a_style_that_others_use_is_asked_about(hand: Hand) -> None:
    hand.pick("lead")
    before = hand.text("styles.yaml")
    hand.value("banxin.panels.show('edit')")
    hand.until("!!document.querySelector('.edit-style.shared')")
    if not hand.value("document.querySelector('.edit-style.shared').open"):
        hand.window.locator(".edit-style.shared summary").click()
    field = hand.field("styles.big.size")
    field.fill("26pt")
    field.press("Enter")
    hand.until("!!document.querySelector('dialog.edit-ask')")
    asked = hand.window.locator("dialog.edit-ask").inner_text()
    assert "twin" in asked or "3" in asked
    hand.window.locator('[data-answer="no"]').click()
    hand.until("!document.querySelector('.edit-field.busy')")
    assert hand.text("styles.yaml") == before
    assert field.input_value() == "24pt"
    field.fill("26pt")
    field.press("Enter")
    yes = hand.window.locator('[data-answer="yes"]')
    (row,) = hand.changes("styles.yaml", yes.click)
    assert row[1] == "  big: {like: title, size: 26pt}    # used twice"


def test_a_value_of_an_anchor_is_asked_about(hand: Hand) -> None:
    hand.pick("twin")
    before = hand.text()
    field = hand.field("blocks.twin.text.1.style")
    field.fill("own")
    field.press("Enter")
    hand.until(
        "!!document.querySelector('dialog.edit-ask') ||"
        " !document.querySelector('[data-key=\"blocks.twin.text.1.style\"] .fault').hidden"
    )
    assert hand.text() == before
    if hand.value("!!document.querySelector('dialog.edit-ask')"):
        hand.window.locator('[data-answer="no"]').click()
        hand.until("!document.querySelector('.edit-field.busy')")
    assert hand.text() == before


def test_words_are_corrected_in_place_with_their_marks(hand: Hand) -> None:
    hand.double_click(hand.word("lead", "清晨"))
    keys = hand.window.keyboard
    area = hand.window.locator(".edit-area")
    assert area.input_value() == "第一段有**黑体**的字。清晨六点，第一班公交车驶出车站。"
    start = hand.value("document.querySelector('.edit-area').selectionStart")
    assert area.input_value()[start:].startswith("清晨")
    keys.insert_text("今天")
    hand.until("document.querySelector('.edit-words .fit').textContent !== ''")
    rows = hand.changes("stories/lead.md", lambda: keys.press("Enter"))
    assert rows == [
        (
            "第一段有**黑体**的字。清晨六点，第一班公交车驶出车站。",
            "第一段有**黑体**的字。今天清晨六点，第一班公交车驶出车站。",
        )
    ]
    hand.until("!document.querySelector('.edit-words')")
    (row,) = hand.changes("stories/lead.md", lambda: keys.press("Control+z"))
    assert row[1] == "第一段有**黑体**的字。清晨六点，第一班公交车驶出车站。"


def test_what_would_not_fit_is_told_while_it_is_typed_and_escape_drops_it(hand: Hand) -> None:
    before = hand.text("stories/side.md")
    hand.double_click(hand.word("side", "河边的早市有"))
    keys = hand.window.keyboard
    keys.insert_text("一句很长的话，" * 60)
    hand.until("document.querySelector('.edit-words .fit').dataset.state === 'over'")
    told = hand.window.locator(".edit-words .fit").inner_text()
    assert "溢文" in told
    assert "行" in told
    assert hand.text("stories/side.md") == before
    keys.press("Escape")
    assert hand.text("stories/side.md") == before
    hand.double_click(hand.word("side", "河边的早市有"))
    hand.window.locator('[data-do="draft"]').click()
    assert "一句很长的话" in hand.window.locator(".edit-area").input_value()
    keys.press("Escape")


def test_an_input_method_keeps_its_enter(hand: Hand) -> None:
    """Enter and Esc of a composition are those of the input method."""
    before = hand.text("stories/side.md")
    hand.double_click(hand.word("side", "河边的早市有"))
    line = hand.window.context.new_cdp_session(hand.window)
    line.send("Input.imeSetComposition", {"text": "zao", "selectionStart": 3, "selectionEnd": 3})
    hand.value(
        "document.querySelector('.edit-area').dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true}))"
    )
    hand.value(
        "document.querySelector('.edit-area').dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Escape', keyCode: 229, isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert hand.value("!!document.querySelector('.edit-words')")
    line.send("Input.insertText", {"text": "早"})
    assert "早" in hand.window.locator(".edit-area").input_value()
    assert "zao" not in hand.window.locator(".edit-area").input_value()
    hand.window.keyboard.press("Escape")
    assert hand.text("stories/side.md") == before


def test_a_headline_a_caption_and_display_lines_are_corrected(hand: Hand) -> None:
    keys = hand.window.keyboard
    for block, words, name, old, new in [
        ("lead", "老厂房", "stories/lead.md", "title: 老厂房里", "title: 老厂房里外"),
        ("view", "湖边", "E1.yaml", "    caption: 湖边的新园区", "    caption: 湖边的新园区外"),
    ]:
        hand.double_click(hand.word(block, words))
        keys.press("End")
        keys.insert_text("外")
        assert hand.changes(name, lambda: keys.press("Enter")) == [(old, new)]
        hand.until("!document.querySelector('.edit-words')")
    hand.double_click(hand.word("note", "改样"))
    keys.press("End")
    keys.insert_text("了")
    (row,) = hand.changes("E1.yaml", lambda: keys.press("Enter"))
    assert "改样的人写在这里了" in row[1]


def test_a_picture_is_moved_and_scaled_in_its_frame(hand: Hand) -> None:
    hand.tool("picture")
    hand.pick("view")
    hand.until("banxin.edit.picture.picture !== null")
    x, y = hand.middle("view", 0.5, 0.4)
    hand.drag((x, y), (x - 40, y))
    label = hand.value("document.querySelector('.glass-picture .edit-label').textContent")
    assert "ppi" in label
    before = hand.text().splitlines()
    rev = hand.value("banxin.state.rev")
    hand.window.keyboard.press("+")
    hand.window.keyboard.press("Enter")
    hand.until(f"banxin.state.rev > {rev}")
    added = [row for row in hand.text().splitlines() if row not in before]
    assert [row.split(":")[0].strip() for row in added] == ["focus", "scale"]
    assert "105%" in added[1]
    across = float(added[0].split("[")[1].split(",")[0])
    assert 0.5 < across <= 1
    hand.until("!banxin.edit.picture.changed && banxin.edit.picture.picture.scale === 105")
    seen = hand.value("banxin.edit.picture.picture.crop")
    assert seen[0] > 0.5 - (seen[2] - seen[0]) / 2


def test_the_press_that_selects_a_picture_moves_it(hand: Hand) -> None:
    """From when it is known how it stands; a click with a trembling hand moves nothing."""
    if "focus:" not in hand.text():  # what is written is the change of a value, whoever came before
        rev = hand.value("banxin.state.rev")
        hand.project.change("E1.yaml", "    caption: ", "    focus: [0.4, 0.5]\n    caption: ")
        hand.until(f"banxin.state.rev > {rev}")
    hand.tool("picture")
    before = hand.text()
    x, y = hand.middle("view")
    with hand.unanswered():
        hand.drag((x, y), (x - 2, y))
    hand.until("!!document.querySelector('.edit-window')")
    assert not hand.value("banxin.edit.picture.changed")
    hand.value("banxin.selection.clear()")
    with hand.unanswered():
        hand.drag((x, y), (x + 40, y))
    hand.until("banxin.edit.picture.changed")
    (row,) = hand.changes("E1.yaml", lambda: hand.window.keyboard.press("Enter"))
    assert "focus:" in row[1]
    hand.changes("E1.yaml", lambda: hand.window.keyboard.press("Control+z"))
    assert hand.text() == before


def test_undo_holds_over_a_restart(edition: Project, window: OpenWindow) -> None:
    before = edition.path("stories/side.md").read_text(encoding="utf-8")
    with served(edition.edition, lang="zh") as first:
        hand = Hand(window(first.url, expected=("WebSocket", "Failed to load", "404")), edition)
        hand.double_click(hand.word("side", "河边的早市有"))
        hand.window.keyboard.insert_text("新")
        hand.changes("stories/side.md", lambda: hand.window.keyboard.press("Enter"))
        hand.window.context.close()
    with served(edition.edition, lang="zh") as second:
        hand = Hand(window(second.url, expected=("404",)), edition)
        hand.until("document.querySelector('[data-do=undo]').disabled === false")
        undo = hand.window.locator('[data-do="undo"]')
        assert str(undo.get_attribute("aria-label")).startswith("撤销：")
        hand.changes("stories/side.md", undo.click)
        hand.window.context.close()
    assert edition.path("stories/side.md").read_text(encoding="utf-8") == before


def test_a_file_that_changed_underneath_is_told_and_no_words_are_lost(hand: Hand) -> None:
    hand.double_click(hand.word("side", "河边的早市有"))
    keys = hand.window.keyboard
    keys.insert_text("我的")
    hand.project.change("stories/side.md", "四十年了", "四十一年了")
    keys.press("Enter")
    hand.until("!!document.querySelector('.underneath textarea')")
    theirs = hand.window.locator(".underneath textarea").input_value()
    assert "四十一年了" in theirs
    assert "我的" in hand.window.locator(".edit-area").input_value()
    assert "我的" not in hand.text("stories/side.md")
    # One button is in colour: by it the file stays as it is, and what was typed can be fetched.
    strong = hand.window.locator(".edit-words .strong:visible")
    assert strong.evaluate_all("all => all.map((one) => one.dataset.do)") == ["theirs"]
    strong.click()
    assert hand.window.locator(".edit-area").input_value() == theirs
    assert strong.all_inner_texts() == ["写入"]
    hand.window.locator('[data-do="draft"]').click()
    assert "我的" in hand.window.locator(".edit-area").input_value()
    hand.project.change("stories/side.md", "四十一年了", "四十二年了")
    keys.press("Enter")
    hand.until("!!document.querySelector('.underneath textarea')")
    hand.window.locator('[data-do="mine"]').click()
    hand.until("!document.querySelector('.edit-words')")
    assert "我的" in hand.text("stories/side.md")


@pytest.mark.parametrize("place", ["before", "behind"])
def test_words_put_to_the_ends_of_a_paragraph_are_a_change_of_it(hand: Hand, place: str) -> None:
    before = hand.text("stories/lead.md")
    hand.double_click(hand.word("lead", "第二段在这里"))
    keys = hand.window.keyboard
    keys.insert_text("我的")
    row = next(row for row in before.splitlines() if row.startswith("第二段在这里"))
    fresh = f"他人的{row}" if place == "before" else f"{row}他人的"
    rev = hand.value("banxin.state.rev")
    hand.project.change("stories/lead.md", row, fresh)
    hand.until(f"banxin.state.rev > {rev}")
    keys.press("Enter")
    hand.until("!!document.querySelector('.underneath textarea')")
    assert hand.window.locator(".underneath textarea").input_value() == fresh
    assert "我的" not in hand.text("stories/lead.md")
    keys.press("Escape")
    rev = hand.value("banxin.state.rev")
    hand.project.write("stories/lead.md", before)
    hand.until(f"banxin.state.rev > {rev}")


def test_a_change_of_another_paragraph_is_no_hindrance(hand: Hand) -> None:
    """Not even of one before it: the words are found where they stand now."""
    hand.double_click(hand.word("lead", "第二段在这里"))
    keys = hand.window.keyboard
    keys.press("End")
    keys.insert_text("完。")
    rev = hand.value("banxin.state.rev")
    hand.project.change("stories/lead.md", "第一段有", "新的一段。\n\n第一段有")
    hand.until(f"banxin.state.rev > {rev}")
    hand.changes("stories/lead.md", lambda: keys.press("Enter"))
    hand.until("!document.querySelector('.edit-words')")
    assert "\n第二段在这里，街角的豆浆店已经排起了长队。完。\n" in hand.text("stories/lead.md")
    rev = hand.value("banxin.state.rev")
    hand.project.change("stories/lead.md", "新的一段。\n\n", "")
    hand.until(f"banxin.state.rev > {rev}")


def test_a_paragraph_that_is_gone_leaves_the_words_in_the_box(hand: Hand) -> None:
    hand.double_click(hand.word("lead", "第二段在这里"))
    keys = hand.window.keyboard
    keys.insert_text("留着")
    rev = hand.value("banxin.state.rev")
    story = hand.text("stories/lead.md")
    gone = next(row for row in story.splitlines() if row.startswith("第二段在这里"))
    hand.project.change("stories/lead.md", gone, "换成了完全不同的一句话！")
    hand.until(f"banxin.state.rev > {rev}")
    keys.press("Enter")
    hand.until("!!document.querySelector('.underneath')")
    assert hand.value("document.querySelector('.underneath textarea')") is None
    assert "留着" in hand.window.locator(".edit-area").input_value()
    assert "留着" not in hand.text("stories/lead.md")
    keys.press("Escape")
    rev = hand.value("banxin.state.rev")
    hand.project.write("stories/lead.md", story)
    hand.until(f"banxin.state.rev > {rev}")


def test_two_editors_of_a_story_see_each_other(
    hand: Hand, proof: Served, window: OpenWindow
) -> None:
    other = Hand(window(proof.url, lang="en-GB", expected=("404",)), hand.project)
    for one, name in ((hand, "老周"), (other, "Mei")):
        field = one.window.locator(".edit-name input")
        field.fill(name)
        field.press("Enter")
    hand.double_click(hand.word("side", "河边"))
    other.double_click(other.word("side", "河边"))
    hand.until("document.querySelector('.edit-words .others')?.textContent.includes('Mei')")
    other.until("document.querySelector('.edit-words .others')?.textContent.includes('老周')")
    other.window.keyboard.press("Escape")
    hand.until("document.querySelector('.edit-words .others').hidden")
    hand.window.keyboard.press("Escape")
    assert hand.value("JSON.parse(localStorage.getItem('banxin.name'))") == "老周"


def test_everything_is_said_in_english_too(
    proof: Served, edition: Project, window: OpenWindow
) -> None:
    hand = Hand(window(proof.url, lang="en-GB", expected=("404",)), edition)
    hand.tool("move")
    hand.pick("note")
    hand.window.keyboard.press("ArrowDown")
    assert "3 cols" in hand.said
    hand.window.keyboard.press("Escape")
    assert hand.said == "Dropped, nothing changed"
    hand.field("blocks.note.fill")
    assert "tint or panel behind it" in hand.window.locator(".edit-panel").inner_text()


def test_all_of_it_has_names_for_a_screen_reader(hand: Hand) -> None:
    hand.pick("lead")
    hand.field("blocks.lead.headline.lines")
    nameless = hand.value(
        "[...document.querySelectorAll('.edit-panel input, .edit-panel select, .edit-panel button,"
        " .edit-panel textarea, [data-slot=edit] button, [data-slot=edit] input')].filter((one) =>"
        " !(one.getAttribute('aria-label') || one.textContent.trim() || one.title"
        " || (one.id && document.querySelector(`label[for=${one.id}]`)))).length"
    )
    assert nameless == 0
    assert hand.value("document.querySelector('[role=combobox]').getAttribute('aria-controls')")
    described = hand.value(
        "document.querySelector('[data-key=\"blocks.lead.headline.lines\"] input')"
        ".getAttribute('aria-describedby').split(' ').every((id) => document.getElementById(id))"
    )
    assert described


# Corrections of a reading, and words in hand on the page


def pick_words(hand: Hand, block: str, words: str) -> None:
    """Select words of one line with the pointer, at a size at which they can be hit."""
    hand.value(
        f"banxin.view.show(banxin.page, banxin.state.info.get('{block}').rect, {{zoom: true}})"
    )
    ends = hand.value(
        "(() => { const model = banxin.state;"
        f" for (const id of model.partsOf('{block}')) for (const line of model.text[id] ?? [])"
        f" {{ const k = line.text.indexOf('{words}'); if (k < 0) continue;"
        f" const at = (n) => banxin.view.client(banxin.page, line.x + line.edges[n],"
        f" line.y + line.h / 2); return [at(k), at(k + {len(words)})]; }} }})()"
    )
    mouse = hand.window.mouse
    mouse.move(ends[0]["x"] + 1, ends[0]["y"])
    mouse.down()
    mouse.move(ends[1]["x"] - 1, ends[1]["y"], steps=3)
    mouse.up()
    hand.until("!!document.querySelector('.mark-bar')")


def test_picked_words_are_corrected_in_the_list_and_carried_out(hand: Hand) -> None:
    file = hand.project.path("corrections.yaml")
    hand.value("banxin.panels.show('reading')")
    assert "corrections.yaml" in hand.window.locator("#panel-reading .nothing").inner_text()
    pick_words(hand, "side", "四十年")
    hand.window.locator('.mark-bar [data-kind="insert"]').click()
    hand.window.locator(".mark-box input.new").fill("光景")
    hand.window.keyboard.press("Enter")
    hand.until("document.querySelectorAll('#panel-reading li[data-state=open]').length === 1")
    assert "should_be: " in file.read_text(encoding="utf-8")
    assert hand.value("document.querySelector('.mark-box')") is None
    # By key to its place, with the overlay on which it is marked.
    hand.window.keyboard.press("F9")
    hand.until("!!document.querySelector('#panel-reading [aria-current]')")
    assert hand.value("banxin.view.table.dataset.layers").split() == ["corrections"]
    hand.until("!!document.querySelector('[data-layer=corrections] path')")
    # The source pane shows its file, and follows it whoever writes it; while it cannot be read the
    # list stays, pale, and nothing of it is carried out.
    shown = "document.querySelector('.source-text').textContent"
    hand.until(f"{shown}.includes('should_be')")
    whole = file.read_text(encoding="utf-8")
    file.write_text(f"{whole}  - {{story: 写到一半", encoding="utf-8")
    hand.until(f"{shown}.includes('写到一半')")
    hand.until("!!document.querySelector('#panel-reading .list.held li[data-state=open]')")
    assert "读不了" in hand.window.locator("#panel-reading .list").inner_text()
    assert hand.window.locator('#panel-reading [data-do="carry"]').is_disabled()
    file.write_text(whole, encoding="utf-8")
    hand.until(f"!{shown}.includes('写到一半')")
    hand.until("!document.querySelector('#panel-reading .list.held')")
    row = hand.window.locator("#panel-reading li").first
    assert "E1版" in row.inner_text()
    assert "未改" in row.inner_text()
    # Which reading it is stands at the head of the window, and follows the file.
    mark = hand.window.locator("#bar-paper .proof-round")
    assert mark.inner_text() == "初校"
    hand.window.locator("#panel-reading [data-go=which]").select_option("三校")
    hand.until("document.querySelector('#bar-paper .proof-round').textContent === '三校'")
    assert "reading: 三校" in file.read_text(encoding="utf-8")
    hand.value("banxin.panels.show('findings')")
    mark.click()
    assert hand.value("banxin.panels.shown") == "reading"
    hand.window.keyboard.press("Control+z")
    hand.until("document.querySelector('#bar-paper .proof-round').textContent === '初校'")

    story = hand.project.path("stories/side.md")
    before = story.read_text(encoding="utf-8")
    hand.window.locator('#panel-reading [data-do="carry"]').click()
    hand.until("!!document.querySelector('#panel-reading li[data-state=done]')")
    assert story.read_text(encoding="utf-8") != before
    hand.window.keyboard.press("Control+z")
    hand.until("!!document.querySelector('#panel-reading li[data-state=open]')")
    assert story.read_text(encoding="utf-8") == before
    hand.window.keyboard.press("Control+z")
    hand.until("!document.querySelector('#panel-reading li')")
    assert not file.exists()
    assert not mark.is_visible()
    # A paragraph is asked for without new words, and is no matter of one click.
    pick_words(hand, "side", "四十年")
    hand.window.locator('.mark-bar [data-kind="break"]').click()
    assert not hand.window.locator(".mark-box input.new").is_visible()
    hand.window.keyboard.press("Enter")
    hand.until("document.querySelectorAll('#panel-reading li[data-state=open]').length === 1")
    assert "paragraph: 另起段" in file.read_text(encoding="utf-8")
    row = hand.window.locator("#panel-reading li").first
    assert "手改" in row.inner_text()
    assert row.locator('[data-do="carry"]').count() == 0
    hand.window.keyboard.press("Control+z")
    hand.until("!document.querySelector('#panel-reading li')")
    hand.value("banxin.view.refit('page')")
    hand.value("banxin.overlays.use('corrections', false)")


def test_words_in_hand_are_seen_on_the_page_and_nowhere_else(hand: Hand) -> None:
    """A trial lies over the page while one types; Esc takes it off, Enter writes it."""
    story = hand.project.path("stories/lead.md")
    before = story.read_text(encoding="utf-8")
    ink = "document.querySelector('.paper .ink').outerHTML"
    hand.double_click(hand.word("lead", "街角"))
    real, digest = hand.value(ink), hand.value("banxin.state.digest")
    area = hand.window.locator(".edit-words textarea")
    area.press("End")
    area.type("试排的字")
    hand.until("document.body.classList.contains('trying') && " + ink + f".length > {len(real)}")
    shown = hand.value("document.getElementById('trying').dataset.digest")
    assert len(shown) == len(digest)
    assert shown != digest
    assert hand.value("banxin.state.digest") == digest  # what is known of the page is the page's
    assert hand.window.locator("#trying").inner_text() == "试排：字还没有写入"
    assert story.read_text(encoding="utf-8") == before
    hand.window.keyboard.press("Escape")
    hand.until("!document.body.classList.contains('trying')")
    assert hand.value(ink) == real

    hand.double_click(hand.word("lead", "街角"))
    area.press("End")
    area.type("试")
    hand.until("document.body.classList.contains('trying')")
    tried = hand.value("document.getElementById('trying').dataset.digest")
    hand.changes("stories/lead.md", lambda: hand.window.keyboard.press("Enter"))
    assert hand.value("banxin.state.digest") == tried  # it was the page to the digest
    assert hand.value("document.body.classList.contains('trying')") is False
    # Before and after are those of the files: the trial was never one of them.
    hand.window.keyboard.press("x")
    hand.until("document.querySelector('.paper').classList.contains('was')")
    assert hand.value(ink) == real
    hand.window.keyboard.press("x")
    hand.changes("stories/lead.md", lambda: hand.window.keyboard.press("Control+z"))
    assert story.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800)])
def test_the_box_lies_beside_the_words_that_it_sets(hand: Hand, size: tuple[int, int]) -> None:
    """As long as there is room; and a hand may put it elsewhere."""
    hand.window.set_viewport_size({"width": size[0], "height": size[1]})
    hand.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    for block, words in (("lead", "街角"), ("side", "四十年"), ("lead", "第一段")):
        hand.double_click(hand.word(block, words))
        area = hand.window.locator(".edit-words textarea")
        area.press("End")
        area.type("又打了一些字")  # it grows, and keeps to its side
        met = hand.value(
            "(() => { const box = document.querySelector('.edit-words').getBoundingClientRect();"
            f" const model = banxin.state; let met = 0; for (const id of model.partsOf('{block}'))"
            " for (const line of model.text[id] ?? []) {"
            " const a = banxin.view.client(banxin.page, line.x, line.y);"
            " const b = banxin.view.client(banxin.page, line.x + line.w, line.y + line.h);"
            " met += a.x < box.right && b.x > box.left && a.y < box.bottom && b.y > box.top; }"
            " return [met, box.left >= 0, box.top >= 0, box.right <= innerWidth,"
            " box.bottom <= innerHeight]; })()"
        )
        assert met == [0, True, True, True, True], (block, words)
        hand.window.keyboard.press("Escape")
        hand.until("!document.querySelector('.edit-words')")
    hand.double_click(hand.word("lead", "街角"))
    place = "document.querySelector('.edit-words').getBoundingClientRect()"
    head = hand.window.locator(".edit-words header").bounding_box()
    assert head is not None
    at = (head["x"] + 60, head["y"] + 6)
    hand.window.mouse.move(*at)
    hand.window.mouse.down()
    hand.window.mouse.move(300, 200, steps=3)
    hand.window.mouse.up()
    now = hand.window.locator(".edit-words header").bounding_box()
    assert now is not None
    assert (now["x"] + 60, now["y"] + 6) == pytest.approx((300, 200), abs=1)
    left, top = hand.value(f"[{place}.left, {place}.top]")
    hand.window.keyboard.press("Alt+ArrowRight")
    assert hand.value(f"{place}.left") == pytest.approx(left + 40)
    assert hand.value(f"{place}.top") == pytest.approx(top)
    hand.window.locator(".edit-words textarea").type("字")
    assert hand.value(f"{place}.left") == pytest.approx(left + 40)
    hand.window.keyboard.press("Escape")
    hand.until("!document.querySelector('.edit-words')")
    hand.window.set_viewport_size({"width": 1280, "height": 800})


def test_what_was_typed_becomes_a_correction(hand: Hand) -> None:
    file, story = (hand.project.path(name) for name in ("corrections.yaml", "stories/lead.md"))
    before = story.read_text(encoding="utf-8")
    hand.double_click(hand.word("lead", "街角"))
    area = hand.window.locator(".edit-words textarea")
    area.fill(area.input_value().replace("长队", "长龙"))
    hand.window.locator('[data-do="correct"]').click()
    hand.until("!document.querySelector('.edit-words')")
    assert "words: 队, should_be: 龙" in file.read_text(encoding="utf-8")
    assert story.read_text(encoding="utf-8") == before
    hand.until("banxin.edit.reading.begun")
    # The very first change is undone though the window was not told yet that there is one.
    hand.value("banxin.edit.history.take(null, null)")
    hand.window.keyboard.press("Control+z")
    hand.until("!banxin.edit.reading.begun")
    assert not file.exists()
    hand.value("banxin.overlays.use('corrections', false)")


def test_a_key_that_is_pressed_before_its_part_is_there_is_not_lost(
    proof: Served, window: OpenWindow
) -> None:
    """The parts that change things come last: what was pressed for them is done then."""
    page = window(proof.url, drawn=False)
    held: list[str | bytes] = []
    going: list[bool] = []
    sockets: list[WebSocketRoute] = []

    def hold(socket: "WebSocketRoute") -> None:
        sockets.append(socket)
        server = socket.connect_to_server()
        server.on_message(lambda one: socket.send(one) if going else held.append(one))

    page.route_web_socket("**/live", hold)
    page.reload()
    until(page, "window.banxin !== undefined")
    while not held:
        page.wait_for_timeout(10)
    page.keyboard.press("e")
    assert page.evaluate("banxin.tools.current.id") == "look"
    going.append(True)
    for one in held:
        sockets[-1].send(one)
    until(page, "banxin.tools.current.id === 'move'")
    page.keyboard.press("e")  # and once alone
    until(page, "banxin.tools.current.id === 'look'")


def test_the_header_has_a_panel_with_what_it_shows_of_the_edition(hand: Hand) -> None:
    text = hand.text()
    head = 'header: {left: ["{weekday}"]}\nblocks:\n'
    hand.project.write("E1.yaml", text.replace("blocks:\n", head, 1))
    hand.until("banxin.state.info.has('header')")
    hand.value("banxin.panels.show('edit')")
    hand.value("banxin.selection.pick({page: banxin.page, block: 'header'})")
    hand.until("!!document.querySelector('[data-key=\"header.left.1\"]')")
    hand.until("!!document.querySelector('[data-key=\"date\"]')")
    assert "日期" in hand.window.locator('[data-key="date"] label').inner_text()
    # A double click on a field opens the text that has it, and nothing else.
    hand.double_click(hand.word("header", "星期"))
    assert hand.value("document.querySelector('.edit-area').value") == "{weekday}"
    hand.value("banxin.edit.words.close(true)")
    hand.project.write("E1.yaml", text)
    hand.until("!banxin.state.info.has('header')")
