"""A page that is written again and again, in parts: with the bytes of one that is written once."""

import random
from pathlib import Path

import pytest

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, GlyphRun, Item, Page
from layout.display.press import PressFacts
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.record import replace
from layout.render.base import Resources
from layout.render.press import page as module
from layout.render.press.document import PressBackend
from tests.toypage import Faces, page, run

RED, GOLD = Color(m=100.0, y=100.0), Color(m=20, y=60, k=20, spot="PANTONE 871 C")
COLORS = (BLACK, BLACK, BLACK, WHITE, RED, GOLD, Color(k=60.0))
TEXTS = ("甲乙丙丁，戊己。", "“报上的字”，", "一二三", "ABC 12", "　题", "甲")


class Edits:
    """Items that change by chance: other words, places, inks, sizes; some more, some less."""

    def __init__(self, seed: int, faces: tuple[Face, ...]) -> None:
        self._dice = random.Random(seed)
        self._faces = faces
        self.items: list[Item] = [self._any() for _ in range(24)]

    def _any(self) -> Item:
        dice = self._dice
        node = f"{dice.choice('abcd')}#p{dice.randint(1, 2)}"
        x, y, color = dice.randint(20, 300), dice.randint(20, 700), dice.choice(COLORS)
        if dice.random() < 0.25:
            rect = Rect(x, y, dice.choice((0.3, 40.0)), dice.choice((0.5, 60.0)))
            return Box(rect=rect, fill=color, node=node, role=dice.choice(("rule", "tint")))
        return run(
            dice.choice(self._faces), dice.choice(TEXTS), x, y, dice.choice((9, 9, 30)), node=node,
            color=color, stroke_em=dice.choice((0.0, 0.0, 0.02)),
        )  # fmt: skip

    def one(self) -> list[Item]:
        """The items after a change, those that have not changed the same or alike."""
        at = self._dice.randrange(len(self.items))
        before = self.items[at]
        match self._dice.randint(0, 5):
            case 0:
                self.items.insert(at, self._any())
            case 1 if len(self.items) > 12:
                del self.items[at]
            case 2:
                self.items[at] = replace(before)
            case 3 if isinstance(before, GlyphRun):
                # A glyph that means another text than elsewhere.
                self.items[at] = replace(before, text="乙" * len(before.text))
            case _:
                self.items[at] = self._any()
        return list(self.items)


@pytest.mark.parametrize("seed", range(4))
def test_a_page_made_again_is_the_page_made_once(
    song: Face, hei: Face, tmp_path: Path, seed: int
) -> None:
    resources = Resources.of(Faces(song, hei), Files(root=tmp_path))
    lasting, edits = PressBackend(), Edits(seed, (song, hei))
    presses = (PressFacts(), PressFacts(), PressFacts(ink_limit=200.0))
    for at in range(30):
        one = page(*edits.one(), press=presses[at % 3] if at > 20 else presses[0])
        assert lasting.render([one], resources) == PressBackend().render([one], resources)
        both = [one, page(*edits.items[:5], name="T2", press=one.press)]
        assert lasting.render(both, resources) == PressBackend().render(both, resources)


def test_an_upright_run_is_written_with_an_eye_to_those_beside_it(
    song: Face, tmp_path: Path
) -> None:
    resources = Resources.of(Faces(song), Files(root=tmp_path))
    lasting = PressBackend()
    for y in (100.0, 112.0, 100.0, 130.0):
        column = replace(run(song, "甲乙", 80, 100, node="a"), vertical=True, ys=(-4.5, -4.5))
        one = page(column, run(song, "丙", 60, y, node="b"))
        assert lasting.render([one], resources) == PressBackend().render([one], resources)


def test_of_a_changed_part_alone_the_operators_are_written_again(
    song: Face, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    shown = module._shown

    def counted(line: GlyphRun, *rest: object, **more: object) -> tuple[float, str]:
        written.append(line.text)
        return shown(line, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_shown", counted)
    resources = Resources.of(Faces(song), Files(root=tmp_path))
    lasting = PressBackend()
    a, b, c = (run(song, text, 50, 100, node=text) for text in ("甲乙丙", "丁戊", "己庚"))
    pages: list[tuple[Page, list[str]]] = [
        (page(a, b, c), ["甲乙丙", "丁戊", "己庚"]),
        (page(a, run(song, "戊丁", 50, 100, node="丁戊"), c), ["戊丁"]),
        (page(a, replace(b, color=RED), c), ["丁戊", "己庚"]),  # what follows sets black anew
        (page(a, replace(b, color=RED), replace(c)), []),
        (page(c, a), ["己庚", "甲乙丙"]),  # a font set at the first, and not at the other
    ]
    for one, again in pages:
        written.clear()
        lasting.prepare(one, resources)
        assert written == again
