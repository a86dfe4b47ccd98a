"""A file preflighted: what passes, what is found, what is not checked."""

from layout.check.press.profile import find_rules
from layout.check.press.run import preflight
from tests.pdf.madepdf import made

RULES = find_rules("general")


def statuses(data: bytes) -> dict[str, str]:
    return {r.id: r.status for r in preflight(data, "a.pdf", RULES).results}


def test_an_empty_page_is_found():
    assert statuses(made(b""))["PF07"] == "found"
    assert statuses(made(b"0 0 0 1 k 20 20 50 50 re f"))["PF07"] == "passed"


def test_a_file_that_cannot_be_read_passes_nothing():
    found = statuses(b"no PDF at all")
    assert found.pop("PF00") == "found"
    assert set(found.values()) == {"not checked"}
    assert not preflight(b"no PDF at all", "a.pdf", RULES).clean
