"""ISSN and CN numbers, and spans of days: what is read, and what is told of the others."""

import datetime
from typing import Any

import pytest

from layout.diagnostics import Place
from layout.spec.reader.fields import Fault, Faults
from layout.spec.reader.nodes import Scalar
from layout.spec.reader.serials import CnNumberKind, DaysKind, DaySpan, IssnKind, check_digit
from layout.words.said import said
from tests.told import assert_told


def read(kind: Any, text: str) -> Any:
    return kind.read(Scalar(text=text, place=Place("a.yaml", 2, 3), plain=True), Faults())


def fault(kind: Any, text: str) -> Any:
    with pytest.raises(Fault) as caught:
        read(kind, text)
    return caught.value.said


# ISSN of Nature, of The Lancet, and one with an X (Learned Publishing online is 1741-4857).
@pytest.mark.parametrize("issn", ["0028-0836", "0140-6736", "2434-561X"])
def test_a_true_issn_is_read(issn: str) -> None:
    assert read(IssnKind(), issn) == issn
    assert read(IssnKind(), f"ISSN {issn}") == issn
    assert read(IssnKind(), issn.replace("-", "－")) == issn
    assert read(IssnKind(), issn.lower()) == issn


def test_every_wrong_last_sign_is_told_with_the_right_one() -> None:
    for figure in "0123456789X":
        if figure == "6":
            continue
        assert_told(
            fault(IssnKind(), f"0028-083{figure}"),
            "VALUE.issn-check",
            {"given": figure, "right": "6", "meant": "0028-0836"},
        )


def test_one_figure_wrong_or_two_changed_over_is_always_seen() -> None:
    body = "1000123"
    good = check_digit(body)
    for at in range(7):
        for figure in "0123456789":
            other = body[:at] + figure + body[at + 1 :]
            assert (check_digit(other) == good) == (other == body)
        over = body[:at] + body[at + 1 : at + 2] + body[at] + body[at + 2 :]
        assert at == 6 or over == body or check_digit(over) != good


@pytest.mark.parametrize(
    "text", ["1000-12", "1000-12345", "ISBN 1000-1235", "X000-1235", "10001235a"]
)
def test_what_is_no_issn_is_told(text: str) -> None:
    assert_told(fault(IssnKind(), text), "VALUE.kind", {"kind": said("part.kind-issn")})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CN 43-0001", "CN 43-0001"), ("CN43-0001", "CN 43-0001"), ("43-0001", "CN 43-0001"),
        ("CN 11－0065", "CN 11-0065"), ("CN 10-1234/G2", "CN 10-1234/G2"),
    ],
)  # fmt: skip
def test_a_cn_number_is_read(text: str, number: str) -> None:
    assert read(CnNumberKind(), text) == number


@pytest.mark.parametrize("text", ["CN 43-001", "CN 4-0001", "CN 43-00011", "430001", "CN 43-OOO1"])
def test_what_is_no_cn_number_is_told(text: str) -> None:
    assert_told(fault(CnNumberKind(), text), "VALUE.kind", {"kind": said("part.kind-cn-number")})


def test_a_region_that_is_none_is_told() -> None:
    assert_told(fault(CnNumberKind(), "CN 99-0001"), "VALUE.cn-region", {"region": "99"})


@pytest.mark.parametrize("sign", ["/", " / ", "..", "~", "至", " 至 ", " - ", "–", "—"])
def test_days_are_read_with_any_sign_between(sign: str) -> None:
    first, last = datetime.date(2026, 2, 16), datetime.date(2026, 2, 19)
    assert read(DaysKind(), f"2026-02-16{sign}2026-02-19") == DaySpan(first, last)
    assert read(DaysKind(), "2026-02-16") == DaySpan(first, first)


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("2026-02-19/2026-02-16", "VALUE.days-backward", {"first": "2026-02-16"}),
        ("2026-01-01/2027-01-02", "VALUE.days-many", {"count": 367, "most": 366}),
        ("2026-02-16/2026-02-30", "VALUE.no-day", {"date": "2026-02-30"}),
        ("春节", "VALUE.kind", {"kind": said("part.kind-days")}),
        ("2026-2-16", "VALUE.kind", {"kind": said("part.kind-days")}),
    ],
)
def test_days_that_cannot_be_are_told(text: str, key: str, values: dict[str, Any]) -> None:
    assert_told(fault(DaysKind(), text), key, values)


@pytest.mark.parametrize(
    ("kind", "typed", "right"),
    [
        (IssnKind(), "0028－0836", "0028-0836"),
        (IssnKind(), "00280836", "0028-0836"),
        (IssnKind(), "2434-561x", "2434-561X"),
        (CnNumberKind(), "CN 43－0001", "43-0001"),
        (CnNumberKind(), "43—0001/D", "43-0001/D"),
    ],
)
def test_a_number_that_is_printed_otherwise_is_told(kind: Any, typed: str, right: str) -> None:
    faults = Faults()
    kind.read(Scalar(text=typed, place=Place("a.yaml", 2, 3), plain=True), faults)
    (one,) = [fault.diagnostic for fault in faults]
    assert_told(one, "VALUE.serial-as", {"text": typed, "read": right})
    assert (one.severity, one.where) == ("info", Place("a.yaml", 2, 3))


@pytest.mark.parametrize(
    ("kind", "typed"),
    [(IssnKind(), "ISSN 0028-0836"), (CnNumberKind(), "43-0001"), (CnNumberKind(), "CN 43-0001")],
)
def test_a_number_that_is_printed_as_typed_is_not_told(kind: Any, typed: str) -> None:
    faults = Faults()
    kind.read(Scalar(text=typed, place=Place("a.yaml", 2, 3), plain=True), faults)
    assert list(faults) == []


@pytest.mark.parametrize("lang", ["", "zh/"])
def test_the_issn_that_the_manual_gives_as_an_example_is_one(lang: str) -> None:
    import re
    from pathlib import Path

    manual = Path(__file__).parents[3] / "docs" / f"{lang}spec.md"
    given = re.findall(r"ISSN[^|]{0,12}?(\d{4}-\d{3}[\dX])", manual.read_text("utf-8"))
    assert given
    for issn in given:
        assert read(IssnKind(), issn) == issn
