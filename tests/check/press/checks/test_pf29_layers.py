"""PF29: hidden layers."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from layout.check.press.checks import pf29_layers
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf29_layers.CHECK


def layers(off: str, content: str = "", *, member: Any = None, **config: Any) -> Break:
    """Layers A and B; those of `off` are so; /A /B and the membership /M are in the resources."""

    def breaks(pdf: Any, page: Any) -> None:
        both = {n: pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(n))) for n in ("A", "B")}
        default = Dictionary(OFF=Array([both[n] for n in off]), **config)
        pdf.Root.OCProperties = Dictionary(OCGs=Array(list(both.values())), D=default)
        page.Resources.Properties = Dictionary(**both)
        if member is not None:
            made = Dictionary(Type=Name.OCMD, OCGs=Array(list(both.values())), P=member)
            page.Resources.Properties.M = pdf.make_indirect(made)
        body = content or "/OC /A BDC 100 100 9 9 re f EMC 50 50 9 9 re f"
        page.Contents = pdf.make_stream(body.encode())

    return breaks


M = "/OC /M BDC 100 100 9 9 re f EMC"


@pytest.mark.parametrize(
    ("breaks", "found"),
    [
        (None, []),
        (layers(""), []),
        (layers("A"), ["hidden"]),
        (layers("B"), ["off"]),
        (layers("", BaseState=Name.OFF), ["hidden", "off"]),
        (layers("AB", M, member=Name.AnyOn), ["hidden", "off"]),
        (layers("B", M, member=Name.AllOn), ["hidden", "off"]),
        (layers("B", M, member=Name.AnyOn), ["off"]),
        (layers("", M, member=Name.AllOff), ["hidden"]),
        (layers("A", "/OC /A BDC /OC /B BDC 100 100 9 9 re f EMC EMC"), ["hidden", "off"]),
    ],
)
def test_layers(breaks: Break | None, found: list[str]):
    assert [sub for sub, _ in told(CHECK, plain(breaks=breaks))] == found


def test_x1a_has_no_layers():
    assert told(CHECK, plain("x1a", layers("")), "x1a") == [("any", "error")]
