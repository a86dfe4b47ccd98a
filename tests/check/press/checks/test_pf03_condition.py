"""PF03: the printing condition."""

from layout.check.press.checks import pf03_condition
from tests.check.press.checks.plainsheet import plain, told

CHECK = pf03_condition.CHECK


def test_a_condition_is_in_the_list_or_not():
    assert told(CHECK, plain()) == []
    assert told(CHECK, plain(), allowed=("FOGRA39",)) == [("unknown", "warning")]
    assert told(CHECK, plain(), allowed=()) == []
