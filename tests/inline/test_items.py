"""Numbers of a paragraph, worked out by heart with the toy face."""

from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.inline.items import make_items
from layout.text.charclass import CharClass
from layout.text.segment import tokens


def test_positions_of_a_quotation(items):
    # bodies:  好 1000 ， 500 “ 500 好 1000 。 500 ” 500; one half em of blank between ， and “.
    found = items("好，“好。”")
    assert found.start == [0, 1000, 2000, 2500, 3500, 4000]
    assert found.end == [1000, 1500, 2500, 3500, 4000, 4500]
    assert found.ends == [1, 5]
    assert found.offsets == (0, 1, 2, 3, 4, 5)


def test_a_line_begins_at_its_first_body_and_ends_at_its_last(items):
    # Both edges are trimmed: “ at the start has lost its left half, 。 at the end its right one.
    found = items("“好。”他“说。")
    assert found.end[-1] - found.start[5] == 500 + 1000 + 500


def test_capacities(items):
    found = items("中，文。字km好", latin_gap=250)
    soft, hard = found.soft_sum[-1], found.hard_sum[-1]
    assert (soft, hard) == (500 + 2 * 125, 500)
    assert found.grow_sum[-1] == 2 * 250
    assert found.any_sum[-1] == 4  # 中·，·文·。·字; not beside the word


def test_spaces_are_no_clusters_but_are_kept(items):
    found = items("a b 中")
    assert [t.text for t in found.tokens] == ["a", "b", "中"]
    assert [s.text if s else None for s in found.spaces] == [" ", " ", None]
    assert found.offsets == (0, 2, 4)
    assert found.start == [0, 750, 1500]


def test_spaces_of_two_voices_that_meet_become_one(voice):
    found = make_items(voice.shape(["a", " ", "\u3000", "b"]))
    (space,) = [s for s in found.spaces if s]
    assert (space.text, space.body) == (" \u3000", 1250)
    assert [(p.x, p.char) for p in space.pieces] == [(0, 0), (250, 1)]
    assert found.start == [0, 500 + 1250]


def test_spaces_before_the_first_cluster_are_dropped(items):
    found = items("  \u3000中 ")
    assert [t.text for t in found.tokens] == ["中"]
    assert found.offsets == (3,)
    assert found.start == [0]


def test_tracking_opens_every_gap(items):
    assert items("中文字", tracking=100).start == [0, 1100, 2200]
    assert items("a b", tracking=100).start == [0, 850]
    assert items("中文字", tracking=-50).end[-1] == 2900


def test_missing_characters_are_named_with_their_place(items):
    assert items("中ß文👍").missing == (("ß", 1), ("👍", 3))
    assert items("中文").missing == ()
    assert items("中Straße").missing == (("ß", 5),)  # not with the letter before it
    # A form of a character that no face has, with that character.
    assert items("在葛\U000e0100城").missing == (("葛\U000e0100", 1),)


def test_nothing_is_nothing(items):
    for text in ("", "  ", "\u200b"):
        found = items(text)
        assert found.count == 0
        assert found.ends == []


TEXTS = st.text(alphabet="中文。，“”（）——…·～／12%km +é\u3000\u200b", max_size=40)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["none", "basic", "gb"]), st.sampled_from([0, 125, 250]))
def test_the_lists_agree_with_the_gaps(items, text, level, latin_gap):
    found = items(text, level=level, latin_gap=latin_gap)
    n = found.count
    assert len(found.start) == len(found.end) == len(found.gaps) == len(found.spaces) == n
    if not n:
        return
    sums = {
        "soft": found.soft_sum, "hard": found.hard_sum, "grow": found.grow_sum,
        "place": found.any_sum,
    }  # fmt: skip
    for name, got in sums.items():
        assert got == [0, *accumulate(getattr(g, name) for g in found.gaps)]
    for i in range(n - 1):
        assert found.end[i] == found.start[i] + found.tokens[i].body
        assert found.start[i + 1] == found.end[i] + found.gaps[i].natural
    assert found.ends == [i for i in range(n) if found.gaps[i].breakable]
    assert found.ends[-1] == n - 1
    kept = "".join(
        t.text + (s.text if s else "") for t, s in zip(found.tokens, found.spaces, strict=True)
    )
    assert text.endswith(kept)
    assert not text[: len(text) - len(kept)].strip(" \u3000\u200b")
    assert [
        text[o : o + len(t.text)] for t, o in zip(found.tokens, found.offsets, strict=True)
    ] == [t.text for t in found.tokens]
    assert all(t.cls is not CharClass.SPACE for t in found.tokens)
    assert "".join(tokens(text)) == text
