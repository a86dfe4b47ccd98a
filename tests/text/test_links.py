"""Addresses: what is one, and where a line may end inside it."""

from itertools import pairwise

import pytest

from layout.text.links import link_breaks, may_hold_links


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("https://www.beihe.cn/news/local", "https:// www. beihe. cn/ news/ local"),
        ("http://a.cn/x?id=25&page=3", "http:// a. cn/ x? id= 25& page=3"),
        ("www.north-river.com.cn", "www. north- river. com. cn"),
        ("zhang_san@beihe-daily.com", "zhang_ san@beihe- daily. com"),
        ("beihe.gov.cn/2026/11/24/index.html", "beihe. gov. cn/ 2026/ 11/ 24/ index. html"),
        ("ftp://192.168.0.1/pub", "ftp:// 192.168.0.1/ pub"),
        ("https://a.cn/2026-11-24_a", "https:// a. cn/ 2026-11-24_a"),
        ("layout/inline/breaker.py", "layout/ inline/ breaker. py"),
        ("https://example.com/", "https:// example. com/"),
        ("https://t.cn/?q=%E5%8C%97&b=1", "https:// t. cn/? q= %E5%8C%97& b=1"),
    ],
)
def test_a_line_may_end_after_its_marks_and_in_no_word(word: str, parts: str) -> None:
    edges = [0, *link_breaks(word), len(word)]
    assert [word[a:b] for a, b in pairwise(edges)] == parts.split()
    assert may_hold_links(word)


@pytest.mark.parametrize(
    "word",
    ["and/or", "km/h", "TCP/IP", "Node.js", "3.14159", "U.S.A.", "2026/11/24", "etc.", "A.B.C",
     "9/10", "IGBT", "v1.2.3", "Mr.Smith", "@someone", "a@b", "1/2/3"],
)  # fmt: skip
def test_what_is_no_address_stays_whole(word: str) -> None:
    assert link_breaks(word) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("a" * 400, 0), ("a" * 199 + "/" + "a" * 199, 0), ("a-" * 200, 0), ("a@" * 200, 0),
        ("1/" * 200, 0), ("." * 400, 0), ("/" * 400, 0), ("www." + "a." * 190 + "cn", 191),
    ],
)  # fmt: skip
def test_a_long_word_has_an_answer(word: str, found: int) -> None:
    assert len(link_breaks(word)) == found
