"""Tokens to glyphs: widths of the class, ink in its half, faces that stand in, what is missing."""

import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.faces.catalog import Catalog
from layout.faces.face import Face, is_selector
from layout.text.charclass import CharClass
from layout.text.scripts import SCRIPTS
from layout.text.segment import tokens
from layout.text.shape import Voice
from tests.toyfont import DIGIT, LATIN, SPACE, toy_face

ROLES = ("报宋", "大标宋", "黑", "楷")


@pytest.fixture(scope="module")
def faces(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faces")
    return {
        "toy": Face(toy_face(folder / "toy.ttf")),
        "big": Face(toy_face(folder / "big.ttf", upem=2048)),
        "part": Face(toy_face(folder / "part.ttf", only="中ab“，  ")),
    }


@pytest.fixture(scope="module")
def toy(faces):
    return Voice([faces["toy"]], half_digits=True)


@pytest.fixture(scope="module", params=ROLES)
def real(request):
    return Voice(Catalog().chain(request.param), half_digits=True)


def one(voice, text):
    (token,) = voice.shape([text])
    return token


@pytest.mark.parametrize(
    ("text", "body", "xs"),
    [
        ("中", 1000, [0]),
        ("“", 500, [-500]),  # ink 600-900 of the em comes to stand at 100-400
        ("，", 500, [0]),
        ("？！", 1000, [0, 500]),  # GB/T 15834-2011 5.1.2: two on one em
        ("？？！", 1500, [0, 500, 1000]),  # and three on two, with the blank after them
        ("——", 2000, [500]),  # by the face's ⸺: two glyphs leave a hairline between them
        ("⸺", 2000, [500]),
        ("……", 2000, [0, 1000]),
        ("…", 1000, [0]),
        ("·", 500, [-250]),
        ("／", 500, [0]),  # drawn as the narrow one, which fits
        ("–", 500, [-250]),
        ("—", 1000, [0]),
        ("-", 500, [0]),
        ("ab", 2 * LATIN, [0, 500]),
        ("1a", 500 + LATIN, [0, 500]),
        (" ", SPACE, [0]),
        ("\t", SPACE, [0]),
        ("\u3000", 1000, [0]),
        ("\u2003", 1000, [0]),
        ("中\ufe00", 1000, [0]),
        ("a\u200bb", 1000, [0, 500]),
        ("，\u200b", 500, [0]),
        ("\u200b", 0, []),
    ],
)
def test_widths_known_by_heart(toy, text, body, xs):
    token = one(toy, text)
    assert (token.body, [p.x for p in token.pieces]) == (body, xs)
    assert token.missing == "".join(filter(is_selector, text))


def test_digits_are_half_an_em_only_where_the_style_asks(faces):
    assert one(Voice([faces["toy"]], half_digits=False), "12").body == 2 * DIGIT
    assert one(Voice([faces["toy"]], half_digits=True), "12").body == 1000


def test_digits_are_half_an_em_and_per_cent_where_it_is_asked_for_and_the_ink_allows(real):
    for char in "0123456789":
        assert one(real, char + "a").body - one(real, "a").body == 500
    chain = real.chain
    drawn = one(real, "5%")
    face = next(f for f in chain if f.key == drawn.pieces[1].face)
    assert drawn.body == 500 + round(face.advance(face.glyph("%")) * 1000 / face.upem)
    token = one(Voice(chain, half_digits=True, half_percent=True), "5%")
    left, _, right, _ = (v * 1000 / face.upem for v in face.ink(token.pieces[1].glyph))
    assert (token.body == 1000) == (right - left <= 550)
    assert token.pieces[1].x + left >= 474
    assert token.pieces[1].x + right <= token.body + 26


def test_the_size_of_the_em_square_makes_no_difference(faces, toy):
    big = Voice([faces["big"]], half_digits=True)
    for text in ("中", "“", "，", "——", "·", "12", "ab"):
        a, b = one(toy, text), one(big, text)
        assert a.body == b.body
        assert [p.x for p in a.pieces] == pytest.approx([p.x for p in b.pieces], abs=1)


def test_an_apostrophe_is_no_quotation_mark(toy):
    # The toy face draws ’ with its ink at 100-400 of an em: 300 wide, with 40 on either side.
    token = one(toy, "a’s")
    assert token.cls is CharClass.WEST
    assert token.body == 2 * LATIN + 380
    assert [p.x for p in token.pieces] == [0, 500 + 40 - 100, 880]


def test_a_mark_of_another_design_is_centred_in_its_half(faces):
    toy = faces["toy"]
    kai = Catalog().face("楷")  # whose quotation marks are a third of an em wide
    token = one(Voice([kai], half_digits=True), "“")
    left, _, right, _ = (v * 1000 / kai.upem for v in kai.ink(token.pieces[0].glyph))
    middle = token.pieces[0].x + (left + right) / 2
    assert toy.key != kai.key
    assert middle == pytest.approx(250, abs=1)


def drawn_on(path, marks, *, advance, left, right):
    """The toy face with `marks` on an advance of their own, their ink from `left` to `right`."""
    font = TTFont(toy_face(path))
    glyphs = font["glyf"]
    for char in marks:
        name = font.getBestCmap()[ord(char)]
        pen = TTGlyphPen(None)
        pen.moveTo((left, 0))
        for point in ((left, 700), (right, 700), (right, 0)):
            pen.lineTo(point)
        pen.closePath()
        glyphs[name] = pen.glyph()
        glyphs[name].recalcBounds(glyphs)
        font["hmtx"][name] = (advance, left)
    font.save(path)
    return Voice([Face(path)], half_digits=True)


@pytest.mark.parametrize(
    ("mark", "advance", "ink", "pen"),
    [
        ("（", 1000, (600, 750), -500),  # a full em whose left half goes: the face's own placing
        ("（", 500, (300, 450), 0),  # half an em already: likewise, nothing goes
        ("，", 1000, (50, 200), 0),
        ("，", 500, (50, 200), 0),
        ("（", 1000, (525, 975), -500),  # ink may stand out of its half by 0.025 em
        ("（", 1000, (474, 924), -449),  # and no more: it is centred in the half
        ("（", 1000, (576, 1026), -551),
        ("（", 340, (200, 300), 0),  # on another advance, too: (200 + 300) / 2 = 250
        ("（", 340, (100, 200), 100),
        ("，", 340, (100, 200), 100),
        ("，", 1000, (400, 600), -250),  # drawn in the middle of its em
    ],
)
def test_a_mark_keeps_its_faces_placing_where_its_ink_is_in_its_half(
    mark, advance, ink, pen, tmp_path
):
    voice = drawn_on(tmp_path / "own.ttf", mark, advance=advance, left=ink[0], right=ink[1])
    token = one(voice, mark)
    assert (token.body, [p.x for p in token.pieces]) == (500, [pen])


def test_the_next_face_of_the_chain_is_asked_for_what_the_first_lacks(faces):
    voice = Voice([faces["part"], faces["toy"]], half_digits=True)
    found = voice.shape(["中", "文", "ab", "ac", "，"])
    keys = [{p.face for p in t.pieces} for t in found]
    part, toy = {faces["part"].key}, {faces["toy"].key}
    assert keys == [part, toy, part, toy, part]  # a word stays in one face if one has all of it
    assert not any(t.missing for t in found)


def test_a_dash_of_two_glyphs_fills_its_two_ems(tmp_path):
    face = Face(toy_face(tmp_path / "no-long-dash.ttf", only="中—"))
    token = one(Voice([face], half_digits=True), "——")
    assert (token.body, [p.x for p in token.pieces]) == (2000, [0, 1000])


def test_a_word_that_no_face_has_whole_changes_face_inside(faces):
    voice = Voice([faces["part"], faces["big"]], half_digits=True)
    token = one(voice, "abé")
    assert token.missing == "é"
    assert token.pieces[-1].glyph == 0


@pytest.mark.parametrize("text", ["👍", "\u0378", "\ue000", "\U000f0000", "\x07", "\ud800"])
def test_a_character_in_no_face_is_named(real, text):
    assert one(real, text).missing == text


@pytest.mark.parametrize(
    "text", ["\u200b", "中\ufe00", "葛\U000e0100", "a\u200db", "\ufeff", "\u00ad"]
)
def test_what_cannot_be_seen_is_never_in_no_face(real, text):
    token = one(real, text)
    assert token.missing == "".join(filter(is_selector, text))  # of a variant that it has not
    assert all(p.glyph for p in token.pieces)
    assert token.body in (0, 1000) or token.cls is CharClass.WEST


@pytest.mark.parametrize(
    "text", ["，", "。", "、", "：", "；", "？", "！", "“", "”", "‘", "（", "》"]
)
def test_clreq_marks_have_their_ink_in_their_half_em_in_every_face(real, text):
    token = one(real, text)
    face = next(f for f in real.chain if f.key == token.pieces[0].face)
    left, _, right, _ = (v * 1000 / face.upem for v in face.ink(token.pieces[0].glyph))
    x = token.pieces[0].x
    assert token.body == 500
    assert -30 <= x + left < x + right <= 530


@pytest.mark.parametrize("text", ["——", "……", "⸺", "⋯⋯"])
def test_gb_15834_dash_and_ellipsis_fill_two_ems_in_every_face(real, text):
    token = one(real, text)
    assert token.body == 2000
    spans = []
    for piece in token.pieces:
        face = next(f for f in real.chain if f.key == piece.face)
        left, _, right, _ = (v * 1000 / face.upem for v in face.ink(piece.glyph))
        spans.append((piece.x + left, piece.x + right))
    assert spans[0][0] >= -60
    assert spans[-1][1] <= 2060
    if token.cls is CharClass.DASH:  # one unbroken rule
        reach = spans[0][1]
        for left, right in spans[1:]:
            assert left <= reach + 1
            reach = right
        assert reach - spans[0][0] > 1800


def test_right_to_left_words_come_in_reading_order(toy):
    token = one(toy, "שלו")
    assert [p.char for p in token.pieces] == [0, 1, 2]
    assert [p.x for p in token.pieces] == sorted((p.x for p in token.pieces), reverse=True)


def test_a_voice_has_no_memory_that_shows(faces):
    texts = tokens("中文，“12ab”——中文é")
    warm = Voice([faces["toy"]], half_digits=True)
    warm.shape(texts[::-1])
    assert warm.shape(texts) == Voice([faces["toy"]], half_digits=True).shape(texts)


def test_voices_whose_tokens_differ_have_other_keys(faces):
    """By the key of a voice set paragraphs are kept: by faces, the width of digits, the script."""
    made = [
        Voice(chain, half_digits=half, script=script)
        for chain in ([faces["toy"]], [faces["part"]], [faces["part"], faces["toy"]])
        for half in (True, False)
        for script in SCRIPTS.values()
    ]
    assert len({voice.key for voice in made}) == len(made)
    again = Voice([faces["toy"]], half_digits=True, script=next(iter(SCRIPTS.values())))
    assert again.key == made[0].key


def test_a_voice_of_half_per_cent_learns_nothing_but_what_has_one(toy):
    """A page may have both: what has no % is shaped once for the two of them."""
    half = Voice(toy.chain, half_digits=True, half_percent=True, plain=toy)
    texts = tokens("中文，“12ab”——中，增长5%，12%")
    made = half.shape(texts)
    assert made == Voice(toy.chain, half_digits=True, half_percent=True).shape(texts)
    learnt = {t.text for t in made if t is not one(toy, t.text)}
    assert learnt == {text for text in texts if "%" in text} != set()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=20))
def test_no_text_is_too_strange_to_be_shaped(text):
    voice = _strange_voice()
    shaped = voice.shape(tokens(text))
    assert "".join(t.text for t in shaped) == text
    for token in shaped:
        assert all(0 <= p.char < len(token.text) for p in token.pieces)
        assert [p.char for p in token.pieces] == sorted(p.char for p in token.pieces)
        assert token.body >= 0
        assert set(token.missing) <= set(token.text)


_VOICES: list[Voice] = []


def _strange_voice() -> Voice:
    if not _VOICES:
        _VOICES.append(Voice(Catalog().chain("报宋"), half_digits=True))
    return _VOICES[0]


@pytest.mark.parametrize("text", ["5", "2019"])
def test_digits_without_a_form_of_half_an_em_stand_in_the_middle_of_one(tmp_path, text):
    """They are 600 wide, with ink from 100 to 500: half an em of ink from 50 to 450."""
    face = Face(toy_face(tmp_path / "wide.ttf", half=False))
    token = one(Voice([face], half_digits=True), text)
    assert token.body == 500 * len(text)
    assert [p.x for p in token.pieces] == [500 * k - 50 for k in range(len(text))]
    wide = one(Voice([face], half_digits=False), text)
    assert (wide.body, [p.x for p in wide.pieces]) == (
        DIGIT * len(text), [DIGIT * k for k in range(len(text))],
    )  # fmt: skip
