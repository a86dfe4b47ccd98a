"""Signs and kana in the shipped faces: how wide they are, and how high they stand."""

import pytest

from layout.faces.catalog import Catalog
from layout.text import longmarks
from layout.text.scripts import SCRIPTS
from layout.text.shape import Voice

CHAINS = {name: Catalog().chain(name) for name in ("报宋", "黑", "楷")}


@pytest.fixture(params=[(face, script) for face in CHAINS for script in SCRIPTS], ids="-".join)
def voice(request: pytest.FixtureRequest) -> Voice:
    face, script = request.param
    return Voice(CHAINS[face], half_digits=True, script=SCRIPTS[script])


def ink(voice: Voice, text: str) -> longmarks.InkBox:
    (token,) = voice.shape([text])
    piece = token.pieces[0]
    face = next(f for f in voice.chain if f.key == piece.face)
    found = longmarks.ink_of(face, piece.glyph)
    return found._replace(low=found.low + piece.y, high=found.high + piece.y)


def test_a_dash_alone_is_as_high_and_as_thick_as_two(voice: Voice) -> None:
    one, two = ink(voice, "—"), ink(voice, "——")
    assert (one.low, one.high) == (two.low, two.high)
    assert one.right - one.left > 850
    assert voice.shape(["—"])[0].body == 1000


def test_a_ratio_between_figures_is_half_an_em(voice: Voice) -> None:
    (token,) = voice.shape(["6∶30"])
    assert token.body == 2000
    digits = [p.x for p in token.pieces if p.char != 1]
    assert [x - digits[0] for x in digits] == [0, 1000, 1500]


def test_kana_stand_an_em_apart_whoever_stands_beside_them(voice: Voice) -> None:
    for text in ("アリ", "ヴァイオリン", "カタカナ", "ひらがなとトマト"):
        fresh = Voice(voice.chain, half_digits=True, script=voice.script)
        assert [token.body for token in fresh.shape(list(text))] == [1000] * len(text)
