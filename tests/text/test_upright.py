"""Tokens in columns: what stands upright, abreast or turned, and where its ink lies."""

from itertools import pairwise

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.faces.catalog import ROLES, Catalog
from layout.faces.face import Face
from layout.text.charclass import CharClass
from layout.text.scripts import SCRIPTS
from layout.text.segment import tokens
from layout.text.shape import PLAIN, Token, Voice
from layout.text.upright import UprightVoice
from tests.toyfont import DIGIT, LATIN, toy_face
from tests.typed import one_of

LOOSE = 26  # ink may stand out by so much, and a rounding
PAUSES = "，、。．"
FULL = "；：？！"
OPEN, CLOSE = "“‘（《〈【〖〔［｛「『", "”’）》〉】〗〕］｝」』"


@pytest.fixture(scope="module")
def faces(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faces")
    return {
        "toy": Face(toy_face(folder / "toy.ttf")),
        "big": Face(toy_face(folder / "big.ttf", upem=2048)),
        "part": Face(toy_face(folder / "part.ttf", only="中ab12“，")),
        "forms": Face(toy_face(folder / "forms.ttf", forms="葛")),
    }


@pytest.fixture(scope="module")
def toy(faces):
    return UprightVoice([faces["toy"]], half_digits=True)


@pytest.fixture(scope="module", params=list(ROLES))
def real(request):
    return UprightVoice(Catalog().chain(request.param), half_digits=True)


def one(voice, text) -> Token:
    return one_of(Token, voice.shape([text]))


def inks(voice, token):
    """Top, bottom, left and right of each glyph's ink, from the token's beginning and the column's
    middle, in 1/1000 em: as a reader of ISO 32000-1 would draw it."""
    known = {f.key: f for f in voice.chain}
    for p in token.pieces:
        face = known[p.face]
        left, low, right, high = (v * 1000 / face.upem for v in face.ink(p.glyph))
        wide = token.manner.wide / 1000
        if token.manner.turned:
            yield p.x + left, p.x + right, p.y + low, p.y + high
        else:
            yield p.x - high, p.x - low, p.y + left * wide, p.y + right * wide


def box(voice, token):
    tops, bottoms, lefts, rights = zip(*inks(voice, token), strict=True)
    return min(tops), max(bottoms), min(lefts), max(rights)


@pytest.mark.parametrize(
    ("text", "cls", "body", "turned"),
    [
        ("中", CharClass.HAN, 1000, False),
        ("，", CharClass.PAUSE, 500, False),
        ("。", CharClass.STOP, 500, False),
        ("：", CharClass.FULL, 1000, False),
        ("？！", CharClass.FULL, 1000, False),
        ("？？！", CharClass.FULL, 2000, False),
        ("“", CharClass.OPEN, 500, True),  # the toy face has no forms for columns
        ("》", CharClass.CLOSE, 500, True),
        ("——", CharClass.DASH, 2000, True),
        ("……", CharClass.ELLIPSIS, 2000, True),
        ("～", CharClass.CONNECTOR, 1000, True),
        ("–", CharClass.CONNECTOR, 500, True),
        ("·", CharClass.DOT, 500, False),
        ("／", CharClass.SOLIDUS, 1000, False),
        ("5", CharClass.HAN, 1000, False),
        ("A", CharClass.HAN, 1000, False),
        ("12", CharClass.HAN, 1000, False),
        ("100", CharClass.HAN, 1000, False),
        ("3.0", CharClass.HAN, 1000, False),
        ("A+", CharClass.HAN, 1000, False),
        ("AI", CharClass.HAN, 2000, False),
        ("5G", CharClass.HAN, 2000, False),
        ("IGBT", CharClass.HAN, 4000, False),
        ("2019", CharClass.WEST, 2000, True),
        ("13.5%", CharClass.WEST, 4 * 500 + LATIN, True),
        ("AMRAAM", CharClass.WEST, 6 * LATIN, True),
        ("km", CharClass.WEST, 2 * LATIN, True),
        ("AlphaGo", CharClass.WEST, 7 * LATIN, True),
        ("2019-09-20", CharClass.WEST, 10 * 500, True),
        ("%", CharClass.POSTFIX, 1000, False),
        (")", CharClass.POSTFIX, LATIN, True),
        ("$", CharClass.PREFIX, 1000, False),
        (" ", CharClass.SPACE, 250, True),
        ("\u3000", CharClass.SPACE, 1000, False),
    ],
)
def test_what_becomes_of_a_token(toy, text, cls, body, turned):
    token = one(toy, text)
    assert (token.text, token.cls, token.body, token.manner.turned) == (text, cls, body, turned)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("100%", ["100", "%"]), ("12%", ["12", "%"]), ("8%", ["8", "%"]), ("3.5%", ["3.5", "%"])],
)
def test_a_short_number_and_its_sign_stand_on_two_ems_and_are_not_parted(toy, text, parts):
    from layout.inline.items import make_items

    made = toy.shape([text])
    assert [t.text for t in made] == parts
    assert [t.body for t in made] == [1000, 1000]
    assert made[1].cls is CharClass.POSTFIX
    assert make_items(made).ends == [1]  # no line ends between the two


def test_long_numbers_stand_upright_where_that_is_asked_for(faces):
    voice = UprightVoice([faces["toy"]], half_digits=True, stack_numbers=True)
    year = one(voice, "2019")
    assert (year.body, year.manner, len(year.pieces)) == (4000, PLAIN, 4)
    assert [p.x - year.pieces[0].x for p in year.pieces] == [0, 1000, 2000, 3000]
    assert one(voice, "12").body == 1000
    assert one(voice, "1,301").manner.turned
    assert voice.key != UprightVoice([faces["toy"]], half_digits=True).key


def test_a_voice_has_a_key_of_its_own(faces):
    flat = Voice([faces["toy"]], half_digits=True)
    keys = {UprightVoice([faces["toy"]], half_digits=h, script_name=s).key
            for h in (True, False) for s in ("zh-hans", "ja")}  # fmt: skip
    assert len(keys | {flat.key}) == 5


def test_quotes_are_drawn_as_corner_brackets_and_stay_what_they_are(real):
    for written, drawn in zip("“”‘’", "『』「」", strict=True):
        token, other = real.shape([written, drawn])
        assert token.text == written
        assert token.pieces == other.pieces


def test_pauses_and_stops_hang_at_the_upper_right(real):
    for char in PAUSES:
        top, bottom, left, right = box(real, one(real, char))
        assert -LOOSE <= top < bottom <= 500 + LOOSE, char
        assert -LOOSE <= left < right <= 500 + LOOSE, char


def test_pauses_without_a_form_for_columns_come_to_stand_there(toy):
    for char in PAUSES:  # their ink, at the lower left of the em, is 700 high
        top, bottom, left, right = box(toy, one(toy, char))
        assert (top + bottom, left, right) == (500, 100, 400)


def test_full_marks_stand_at_the_right_of_an_em(real, toy):
    for voice in (real, toy):
        for char in FULL:
            top, bottom, left, right = box(voice, one(voice, char))
            assert -LOOSE <= top < bottom <= 1000 + LOOSE, char
            assert -LOOSE <= left < right <= 500 + LOOSE, char


def test_two_marks_stand_side_by_side(real):
    token = one(real, "？！")
    (_, _, left, middle), (_, _, other, right) = inks(real, token)
    assert -520 <= left < middle <= other < right <= 520


def test_brackets_lie_across_the_column_in_their_half_em(real, toy):
    for voice in (real, toy):
        for char in OPEN + CLOSE:
            top, bottom, left, right = box(voice, one(voice, char))
            assert -LOOSE <= top < bottom <= 500 + LOOSE, char
            assert -520 <= left < right <= 520, char
            assert right - left > bottom - top, char  # they lie on their side


def test_a_dash_is_one_rule_in_the_middle(real):
    for text in ("——", "⸺"):
        token = one(real, text)
        spans = sorted((top, bottom) for top, bottom, *_ in inks(real, token))
        for (_, end), (start, _) in pairwise(spans):
            assert start <= end, "white inside a dash"
        assert spans[0][0] <= 80
        assert spans[-1][1] >= 1920
        *_, left, right = box(real, token)
        assert abs(left + right) <= 2 * LOOSE


def test_dots_connectors_and_points_stand_in_the_middle(real):
    for text, ems in (("……", 2), ("～", 1), ("—", 1), ("·", 0.5)):
        token = one(real, text)
        top, bottom, left, right = box(real, token)
        assert abs(left + right) <= 2 * LOOSE, text
        assert abs(top + bottom - 1000 * ems) <= 120, text
        assert token.body == 1000 * ems
    assert len(one(real, "……").pieces) == 2


@pytest.mark.parametrize("text", ["12", "35", "88", "100", "747", "3.5"])
def test_figures_abreast_fit_an_em(real, text):
    token = one(real, text)
    found = list(inks(real, token))
    assert len(found) == len(text)
    for _, _, left, right in found:
        assert -505 <= left < right <= 505
    for (_, _, left, _), (_, _, after, _) in pairwise(found):
        assert left < after
    top, bottom, *_ = box(real, token)
    assert 100 <= top < bottom <= 900
    assert abs(top + bottom - 1000) <= 60
    assert (token.manner == PLAIN) is (len(text) == 2)


def test_letters_stand_upright_each_on_its_em(real):
    token = one(real, "IGBT")
    for k, (top, bottom, left, right) in enumerate(inks(real, token)):
        assert 1000 * k < top < bottom < 1000 * (k + 1)
        assert -500 <= left < right <= 500
        assert abs(top + bottom - 2000 * k - 1000) <= 60
    assert [p.char for p in token.pieces] == [0, 1, 2, 3]


def test_turned_words_run_down_the_middle(real):
    token = one(real, "AlphaGo2019")
    found = list(inks(real, token))
    assert [f[0] for f in found] == sorted(f[0] for f in found)
    assert all(-640 <= left < right <= 520 for *_, left, right in found)
    *_, left, right = box(real, one(real, "2019"))
    assert abs(left + right) <= 40
    (level,) = {p.y for p in token.pieces}
    assert {p.y for p in one(real, " ").pieces} == {level}


def test_han_stand_where_the_face_has_them(real):
    top, bottom, left, right = box(real, one(real, "国"))
    assert 0 < top < bottom < 1000
    assert abs(left + right) <= 100
    assert abs(top + bottom - 1000) <= 100


def test_a_face_of_another_em_gives_the_same(faces, toy):
    big = UprightVoice([faces["big"]], half_digits=True)
    for text in ("中", "，", "：", "“", "——", "12", "100", "GDP", "AlphaGo"):
        a, b = one(toy, text), one(big, text)
        assert (a.body, a.cls) == (b.body, b.cls)
        for p, q in zip(a.pieces, b.pieces, strict=True):
            assert (p.x, p.y) == pytest.approx((q.x, q.y), abs=2)


def test_another_face_stands_in(faces):
    voice = UprightVoice([faces["part"], faces["toy"]], half_digits=True)
    first, second = faces["part"].key, faces["toy"].key
    assert [one(voice, c).pieces[0].face for c in "中国，。"] == [first, second, first, second]
    assert {p.face for p in one(voice, "12").pieces} == {first}
    assert {p.face for p in one(voice, "13").pieces} == {second}


@pytest.mark.parametrize("order", [("toy", "forms"), ("forms", "toy")])
def test_a_form_of_a_character_comes_from_the_face_that_has_it(faces, order):
    """葛 of a place's name in the form that its selector asks for; without one, and in a form that
    is in no face, it stands in the first."""
    voice = UprightVoice([faces[name] for name in order], half_digits=True)
    asked, plain, lost = (one(voice, text) for text in ("葛\U000e0100", "葛", "葛\U000e0101"))
    assert ([p.face for p in asked.pieces], asked.missing) == ([faces["forms"].key], "")
    assert [p.face for p in plain.pieces] == [faces[order[0]].key]
    assert [p.face for p in lost.pieces] == [faces[order[0]].key]
    assert lost.missing == "\U000e0101"


@pytest.mark.parametrize("text", ["\U0002a6d6", "한", "ß", "👍", "Ж"])
def test_what_no_face_has_is_said(toy, text):
    token = one(toy, text)
    assert token.text == text
    assert text in token.missing
    assert token.pieces


def test_unseen_characters_cost_nothing(toy):
    token = one(toy, "中\ufe00")
    assert (token.body, len(token.pieces)) == (1000, 1)
    assert token.missing == "\ufe00"  # the form that it asks for is in no face


@pytest.mark.parametrize("text", ["e\u0301", "中\u0301", "12\u0301"])
def test_a_mark_on_a_letter_is_drawn_with_it(toy, text):
    """It has ink and no advance; a space has an advance and no ink, and is drawn as nothing."""
    token = one(toy, text)
    assert (len(token.pieces), token.missing) == (len(text), "")


def test_centred_marks_of_other_scripts(faces):
    voice = UprightVoice([faces["toy"]], half_digits=True, script_name="zh-hant")
    for text, body in (("，", 500), ("。", 500), ("？", 1000)):
        token = one(voice, text)
        top, bottom, left, right = box(voice, token)
        assert (left + right, token.body) == (0, body)
        assert top + bottom == pytest.approx(body, abs=2)


def test_digits_keep_their_width_in_turned_text(faces):
    wide = UprightVoice([faces["toy"]], half_digits=False)
    assert one(wide, "2019").body == 4 * DIGIT
    assert one(wide, "12").body == 1000


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="中国，。“”：？！—…·～12%AaZ5 \u3000-+.()《》é\u0301\ufe00👍ש한", max_size=40)
)
def test_no_character_is_lost(toy, text):
    made = toy.shape(tokens(text))
    assert "".join(t.text for t in made) == text
    for token in made:
        assert token.body >= 0
        places = [p.char for p in token.pieces]
        assert places == sorted(places)
        assert all(0 <= p < len(token.text) for p in places)


def test_marks_have_the_forms_of_their_script_and_a_dash_the_mainlands(tmp_path):
    """A face that draws marks otherwise in Traditional Chinese (`locl`). Whatever
    the script, —— is one unbroken rule: mainland forms have it as one glyph."""
    path = toy_face(tmp_path / "local.ttf")
    font = TTFont(path)
    addOpenTypeFeaturesFromString(
        font,
        "languagesystem DFLT dflt; languagesystem hani dflt; languagesystem hani ZHT;"
        "feature locl { script hani; language ZHT; sub close by han; sub full by open; } locl;",
    )
    font.save(path)
    face = Face(path)
    own = {name: font.getGlyphID(name) for name in ("close", "han", "full")}

    def drawn(name, text, *, down):
        voice: Voice | UprightVoice = (
            UprightVoice([face], half_digits=True, script_name=name)
            if down
            else Voice([face], half_digits=True, script=SCRIPTS[name])
        )
        return {p.glyph for p in one(voice, text).pieces}

    for down in (False, True):
        assert drawn("zh-hans", "，", down=down) == {own["close"]}
        assert drawn("zh-hant", "，", down=down) == {own["han"]}
        for text in ("——", "—"):
            assert drawn("zh-hant", text, down=down) == {own["full"]}
