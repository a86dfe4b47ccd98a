"""—— is one rule of two em and …… six even dots in its middle, in an own face too."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from layout.faces.catalog import ROLES, Catalog, OwnFace
from layout.faces.face import Face
from layout.text.longmarks import MOST_SIDE, even, ink_of
from layout.text.scripts import EM_MIDDLE
from layout.text.shape import Token, Voice
from layout.text.upright import UprightVoice
from tests.madefaces import cut_face, redrawn

TEXT = "灯亮了—…，·"
SERIF = "NotoSerifSC-Bold.ttf"
KAI = "BanxinKai-Regular.ttf"


def chain(path: Path) -> tuple[Face, ...]:
    return Catalog({"大标宋": OwnFace(path=path)}).chain("大标宋")


def rule(token: Token, faces: tuple[Face, ...], *, down: bool) -> list[tuple[int, int, int, int]]:
    """Where the ink of a token's glyphs begins and ends along the line and across it."""
    out = []
    for piece in token.pieces:
        face = next(f for f in faces if f.key == piece.face)
        left, low, right, high = ink_of(face, piece.glyph)
        along: tuple[float, float]
        wide = token.manner.wide / 1000
        assert token.manner.size == 1000, "in type of the line's own size"
        if not down:
            along, across = (left * wide, right * wide), (low, high)
        elif token.manner.turned:
            along, across = (left, right), (low, high)
        else:
            along, across = (-high, -low), (left, right)
        begin, end = (round(piece.x + a) for a in along)
        foot, top = (round(piece.y + a) for a in across)
        out.append((begin, end, foot, top))
    return sorted(out)


def one_rule(inks: list[tuple[int, int, int, int]]) -> None:
    for before, after in pairwise(inks):
        assert after[0] <= before[1], "white in the middle"
    assert 0 <= inks[0][0] <= MOST_SIDE
    assert 2000 - MOST_SIDE <= inks[-1][1] <= 2000


def vert_of_dash(font: Any) -> str:
    """The glyph of — in columns."""
    dash = font.getBestCmap()[ord("—")]
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for sub in lookup.SubTable:
            form = getattr(sub, "mapping", {}).get(dash)
            if form is not None:
                return str(form)
    raise AssertionError("no form of — for columns")


def short_down(font: Any) -> None:
    """A face whose — in a column is 0.7 em long."""
    form = vert_of_dash(font)
    glyphs = font.getGlyphSet()
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    glyphs[form].draw(TransformPen(pen, (1, 0, 0, 0.7, 0, 110)))
    font["glyf"][form] = pen.glyph()
    redrawn("—", wide=0.9, up=0, advance=1000)(font)
    for table in font["cmap"].tables:
        table.cmap.pop(0x2E3A, None)


DASHES = {
    "white at its sides": (SERIF, False, lambda _: None),
    "narrower than an em": (KAI, False, redrawn("—", wide=0.7, advance=700)),
    "low, as beside Latin": (SERIF, False, redrawn("—", wide=0.5, up=-180, advance=500)),
    "short in a column": (KAI, True, short_down),
    "whole": (SERIF, True, lambda _: None),
    "a hairline between": (KAI, False, lambda _: None),
}


@pytest.mark.parametrize("kind", DASHES)
@pytest.mark.parametrize("down", [False, True])
def test_a_dash_is_one_rule_of_two_em(tmp_path: Path, kind: str, *, down: bool) -> None:
    source, layout, change = DASHES[kind]
    faces = chain(cut_face(tmp_path / "Own.ttf", TEXT, source=source, layout=layout, change=change))
    make: Callable[..., Any] = UprightVoice if down else Voice
    (token,) = make(faces, half_digits=True).shape(["——"])
    assert token.body == 2000
    whole = kind == "whole"
    assert token.lacking == ("" if whole or not down else faces[0].key)
    inks = rule(token, faces, down=down)
    one_rule(inks)
    for _, _, low, high in inks:
        middle = 0 if down else EM_MIDDLE
        assert abs((low + high) // 2 - middle) <= 60, "in the middle of the line"
        assert high - low < 120, "and as thick as it was"


def test_what_is_no_rule_is_taken_from_the_shipped_face(tmp_path: Path) -> None:
    def square(font: Any) -> None:
        glyphs = font["glyf"]
        name, han = (font.getBestCmap()[ord(c)] for c in "—亮")
        glyphs[name] = glyphs[han]

    faces = chain(cut_face(tmp_path / "Own.ttf", TEXT, source=SERIF, layout=False, change=square))
    (token,) = Voice(faces, half_digits=True).shape(["——"])
    assert token.lacking == faces[0].key
    one_rule(rule(token, faces, down=False))


def test_dots_on_the_baseline_are_raised_to_the_middle(tmp_path: Path) -> None:
    change = redrawn("…", up=-330, advance=1000)
    faces = chain(cut_face(tmp_path / "Own.ttf", TEXT, source=SERIF, layout=False, change=change))
    for text in ("…", "……"):
        (token,) = Voice(faces, half_digits=True).shape([text])
        assert token.lacking == ""
        assert {(low + high) // 2 for _, _, low, high in rule(token, faces, down=False)} == {
            EM_MIDDLE
        }
        (token,) = UprightVoice(faces, half_digits=True).shape([text])
        assert {(a + b) // 2 for _, _, a, b in rule(token, faces, down=True)} <= {-1, 0, 1}


@pytest.mark.parametrize("down", [False, True])
def test_uneven_dots_are_taken_from_the_shipped_face(tmp_path: Path, *, down: bool) -> None:
    change = redrawn("…", wide=0.6, advance=600)
    faces = chain(cut_face(tmp_path / "Own.ttf", TEXT, source=SERIF, layout=False, change=change))
    assert not even(faces[0])
    make: Callable[..., Any] = UprightVoice if down else Voice
    (token,) = make(faces, half_digits=True).shape(["……"])
    assert token.lacking == faces[0].key
    assert {piece.face for piece in token.pieces} == {faces[1].key}


@pytest.mark.parametrize("role", ROLES)
def test_the_shipped_faces_are_drawn_as_they_are(role: str) -> None:
    faces = Catalog().chain(role)
    for token in Voice(faces, half_digits=True).shape(["——", "……", "…"]):
        assert token.lacking == ""
        assert token.manner.wide == 1000
        assert all(piece.y == 0 for piece in token.pieces)
    assert even(faces[0])
