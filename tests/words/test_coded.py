"""What is typed, in the words of a message: for HTML and for a plain text."""

import pytest

from layout.words.coded import coded, plain


@pytest.mark.parametrize(
    ("words", "bare", "html"),
    [
        ("把`gap`改小", "把gap改小", "把<code>gap</code>改小"),
        ("`a`和`b`", "a和b", "<code>a</code>和<code>b</code>"),
        ("<b>`<i>`", "<b><i>", "&lt;b&gt;<code>&lt;i&gt;</code>"),
        ("一个`", "一个`", "一个`"),
        ("``", "``", "``"),
        ("", "", ""),
    ],
)
def test_keys_are_set_apart(words: str, bare: str, html: str) -> None:
    assert plain(words) == bare
    assert str(coded(words)) == html
