"""Templates: rows kept by a condition, values put in place."""

import pytest

from layout.starter.template import fill

TEXT = "a\n#if many\n  b @x@\n#else\n  c\n  #end\nd # if many\n"


def test_rows_are_kept_by_the_condition() -> None:
    assert fill(TEXT, true={"many"}, values={"x": "1"}) == "a\n  b 1\nd # if many\n"
    assert fill(TEXT, true=set(), values={}) == "a\n  c\nd # if many\n"


@pytest.mark.parametrize("text", ["#if a\n", "#end\n", "#else\n", "#if a\n#if b\n#end\n#end\n"])
def test_a_condition_out_of_place(text: str) -> None:
    with pytest.raises(ValueError, match="template"):
        fill(text, true={"a"}, values={})


def test_a_name_without_a_value() -> None:
    with pytest.raises(KeyError):
        fill("@y@\n", true=set(), values={"x": "1"})
