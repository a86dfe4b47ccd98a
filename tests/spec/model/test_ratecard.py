"""Sizes of the rate card as they are written."""

import pytest

from layout.diagnostics import Place
from layout.spec.model.ratecard import PART, ExtentPartKind
from layout.spec.reader.fields import Fault, Faults
from layout.spec.reader.lengths import Length
from layout.spec.reader.nodes import Scalar


def read(text: str) -> Length:
    return ExtentPartKind().read(Scalar(text, Place("e.yaml", 1, 1), plain=True), Faults())


@pytest.mark.parametrize(
    ("text", "length"),
    [("50%", (50.0, PART)), ("12.5 %", (12.5, PART)), ("100%", (100.0, PART)),
     ("80mm", (80.0, "mm")), ("4cols", (4.0, "cols")), ("20lines", (20.0, "lines"))],
)  # fmt: skip
def test_a_size_is_a_length_or_a_part(text: str, length: tuple[float, str]) -> None:
    made = read(text)
    assert (made.value, made.unit) == length


@pytest.mark.parametrize("text", ["0%", "101%", "-5%", "50％", "50", "half", "5000cols", "%"])
def test_what_is_none_is_told(text: str) -> None:
    with pytest.raises(Fault):
        read(text)
