"""Words as outlines."""

import re

from layout.render.press.lettering import LACKING, Lettering


def test_words_go_as_far_as_their_letters() -> None:
    draw = Lettering()
    path, wide = draw("版面")
    assert wide == 2.0
    assert re.fullmatch(r"[-\d. mlch]+", path)
    assert path.count("m") == path.count("h") > 0
    assert draw("版")[0] == path[: len(draw("版")[0])]


def test_what_no_face_has_is_shown_as_lacking() -> None:
    draw = Lettering()
    assert draw("\U0002fa1d") != ("", 0.0)
    assert draw("\U000f0000") == draw(LACKING)
