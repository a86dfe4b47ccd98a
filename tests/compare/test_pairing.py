"""Pages find their partners by name, then by order."""

from layout.compare.pairing import pair_pages
from layout.compare.side import PageSide


def sides(*names: str) -> list[PageSide]:
    return [PageSide(name=name, source=name, kind="pdf") for name in names]


def pairs(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[str, str]]:
    found = pair_pages(sides(*a), sides(*b))
    return [(p.a.name if p.a else "-", p.b.name if p.b else "-") for p in found]


def test_by_name_in_the_order_of_b() -> None:
    assert pairs(("B1", "B2"), ("B2", "b1")) == [("B2", "B2"), ("B1", "b1")]


def test_by_order_where_no_name_is_known() -> None:
    assert pairs(("before",), ("after",)) == [("before", "after")]
    assert pairs(("x-1", "x-2"), ("y-1", "y-2", "y-3")) == [
        ("x-1", "y-1"), ("x-2", "y-2"), ("-", "y-3"),
    ]  # fmt: skip


def test_by_order_of_as_many_that_are_left() -> None:
    assert pairs(("A1", "A2", "A3"), ("A1", "A2x", "A3")) == [
        ("A1", "A1"), ("A2", "A2x"), ("A3", "A3"),
    ]  # fmt: skip


def test_a_page_without_a_partner_is_alone() -> None:
    assert pairs(("A1", "A2", "A3"), ("A1", "A3")) == [("A1", "A1"), ("A3", "A3"), ("A2", "-")]
    assert pairs(("A1",), ("A1", "A2")) == [("A1", "A1"), ("-", "A2")]
    assert pairs(("A1", "A1"), ("A1",)) == [("A1", "A1"), ("A1", "-")]
