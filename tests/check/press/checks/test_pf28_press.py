"""PF28: transfer curves, halftones, OPI, PostScript."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from layout.check.press.checks import pf28_press
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf28_press.CHECK
CURVE = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2)


def state(key: str, value: Any) -> Break:
    def breaks(pdf: Any, page: Any) -> None:
        page.Resources.ExtGState = Dictionary(G=Dictionary({f"/{key}": value}))
        page.Contents = pdf.make_stream(b"/G gs 100 100 50 50 re f")

    return breaks


def xobject(**keys: Any) -> Break:
    def breaks(pdf: Any, page: Any) -> None:
        made = pdf.make_stream(b"0 0 9 9 re f")
        made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        for key, value in keys.items():
            made[f"/{key}"] = value
        page.Resources.XObject = Dictionary(X=made)
        page.Contents = pdf.make_stream(b"1 0 0 1 99 99 cm /X Do")

    return breaks


@pytest.mark.parametrize(
    ("breaks", "found"),
    [
        (None, []),
        (state("TR", CURVE), [("transfer", "error")]),
        (state("TR", Array([CURVE] * 4)), [("transfer", "error")]),
        (state("TR", Name.Identity), []),
        (state("TR2", Name.Default), []),
        (state("HT", Dictionary(HalftoneType=1)), [("halftone", "error")]),
        (state("HT", Name.Default), []),
        (state("UCR", CURVE), [("black", "warning")]),
        (xobject(), []),
        (xobject(Subtype=Name.PS), [("postscript", "error")]),
        (xobject(Subtype2=Name.PS), [("postscript", "error")]),
        (xobject(OPI=Dictionary()), [("opi", "error")]),
        (xobject(Ref=Dictionary(Page=0)), [("reference", "error")]),
    ],
)
def test_a_page(breaks: Break | None, found: list[tuple[str, str]]):
    assert told(CHECK, plain(breaks=breaks)) == found
