"""PF25: transparency."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from layout.check.press.checks import pf25_transparency
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf25_transparency.CHECK
BOX = "/G gs 0 0 0 1 k 100 100 50 50 re f"


def state(**keys: Any) -> Break:
    def breaks(pdf: Any, page: Any) -> None:
        page.Resources.ExtGState = Dictionary(G=Dictionary(keys))
        page.Contents = pdf.make_stream(BOX.encode())

    return breaks


def group(space: Any, *, of_page: bool) -> Break:
    def breaks(pdf: Any, page: Any) -> None:
        kind = Dictionary(S=Name.Transparency, CS=space)
        if of_page:
            page.Group = kind
            return
        form = pdf.make_stream(b"0 0 9 9 re f")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        form.Group = kind
        page.Resources.XObject = Dictionary(X=form)
        page.Contents = pdf.make_stream(b"q 1 0 0 1 99 99 cm /X Do Q")

    return breaks


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"/ca": 1, "/CA": 1, "/BM": Name.Normal, "/SMask": Name("/None")}, []),
        ({"/ca": 0.5}, ["opacity"]),
        ({"/CA": 0.5}, []),  # nothing is stroked
        ({"/BM": Name.Multiply}, ["blend"]),
        ({"/BM": Array([Name.Unheard, Name.Darken])}, ["blend"]),
        ({"/BM": Name.Compatible}, []),
    ],
)
def test_x1a_has_none(keys: dict[str, Any], found: list[str]):
    data = plain("x1a", state(**keys))
    assert [sub for sub, _ in told(CHECK, data, "x1a")] == found
    assert told(CHECK, plain("x4", state(**keys))) == []


@pytest.mark.parametrize(
    ("space", "good"), [(Name.DeviceCMYK, True), (Name.DeviceRGB, False), (Name.DeviceGray, False)]
)
def test_x4_blends_in_cmyk(space: Any, good: bool):
    assert told(CHECK, plain(breaks=group(space, of_page=True))) == (
        [] if good else [("page-space", "error")]
    )
    assert told(CHECK, plain(breaks=group(space, of_page=False))) == (
        [] if good else [("space", "error")]
    )
    assert told(CHECK, plain("x1a", group(space, of_page=True)), "x1a") == [("group", "error")]
