"""Numbers, names and colours as SVG has them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from layout.color import BLACK, Color
from layout.render.svg.numbers import dom_id, num, quoted, rgb


def test_numbers() -> None:
    assert [num(v) for v in (0.0, -0.0001, 100.0, 1.2345, -3.5)] == [
        "0",
        "0",
        "100",
        "1.234",
        "-3.5",
    ]


@given(st.sets(st.text(max_size=6), max_size=8))
def test_names_become_ids_that_tell_them_apart(names: set[str]) -> None:
    ids = {dom_id(name) for name in names}
    assert len(ids) == len(names)
    assert all(re.fullmatch(r"b-[A-Za-z0-9_-]*", one) for one in ids)
    assert not any(f"{one}_2" in ids for one in ids)  # what a second part is called


def test_text_cannot_leave_its_attribute() -> None:
    assert quoted('a"<b>&\x00\ud800中') == "a&quot;&lt;b&gt;&amp;中"


def test_every_sign_that_xml_has_stays_and_no_other() -> None:
    signs = "".join(map(chr, range(0x110000)))
    held = [c for c in signs if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff")]
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    assert quoted(signs) == "".join([named.get(c, c) for c in held])


def test_inks() -> None:
    assert rgb(BLACK) == "#231f20"
    assert rgb(Color(m=100, y=100)) == "#ed1c24"
