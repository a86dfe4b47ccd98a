"""PF27: encryption, scripts, forms, actions, annotations."""

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from layout.check.press.checks import pf27_active
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf27_active.CHECK
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


def root(key: str, value: Any) -> Break:
    def breaks(pdf: Any, _page: Any) -> None:
        pdf.Root[key] = value

    return breaks


def note(subtype: str, *rect: float, **keys: Any) -> Break:
    def breaks(pdf: Any, page: Any) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(rect), **keys)
        page.Annots = Array([pdf.make_indirect(one)])

    return breaks


def field(pdf: Any, _page: Any) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx))]))


@pytest.mark.parametrize(
    ("breaks", "found"),
    [
        (None, []),
        (root("/OpenAction", SCRIPT), ["script"]),
        (root("/Names", Dictionary(JavaScript=Dictionary(Names=Array([])))), ["script"]),
        (root("/OpenAction", Dictionary(S=Name.GoTo, D=Array([]))), ["action"]),
        (root("/OpenAction", Array([0, Name.Fit])), []),
        (root("/AA", Dictionary()), ["action"]),
        (root("/Names", Dictionary(EmbeddedFiles=Dictionary())), ["attachment"]),
        (field, ["form"]),
        (root("/AcroForm", Dictionary(Fields=Array([]))), []),
        (note("Text", 50, 50, 60, 60), ["annotation"]),
        (note("Text", 12, 50, 19, 60), ["annotation"]),  # in the bleed
        (note("Text", 1, 50, 9, 60), []),
        (note("TrapNet", 50, 50, 60, 60), []),
        (note("Movie", 1, 50, 9, 60), ["annotation"]),
        (note("Unheard", 1, 50, 9, 60), ["annotation"]),
        (note("Link", 1, 1, 9, 9, A=Dictionary(S=Name.URI, URI=String("a"))), ["action"]),
    ],
)
def test_what_acts(breaks: Break | None, found: list[str]):
    assert [sub for sub, _ in told(CHECK, plain(breaks=breaks))] == found


def test_encryption_without_a_password():
    locked = pikepdf.Encryption(owner="a", user="", R=4)
    assert told(CHECK, plain(encryption=locked)) == [("encrypted", "error")]
