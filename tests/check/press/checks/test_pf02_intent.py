"""PF02: the output intent."""

from typing import Any

import pikepdf
import pytest
from pikepdf import Name, String

from layout.check.press.checks import pf02_intent
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf02_intent.CHECK


def none(pdf: pikepdf.Pdf, _page: Any) -> None:
    del pdf.Root.OutputIntents


def two(pdf: pikepdf.Pdf, _page: Any) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def archive_too(pdf: pikepdf.Pdf, _page: Any) -> None:
    pdf.Root.OutputIntents.append(pikepdf.Dictionary(S=Name.GTS_PDFA1))


def bare(pdf: pikepdf.Pdf, _page: Any) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def unknown(pdf: pikepdf.Pdf, _page: Any) -> None:
    bare(pdf, _page)
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("Our press")


def cut_short(pdf: pikepdf.Pdf, _page: Any) -> None:
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    stream.write(stream.read_bytes()[:2000])
    stream.N = 4


def of_three(pdf: pikepdf.Pdf, _page: Any) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


@pytest.mark.parametrize(
    ("breaks", "x4", "x1a"),
    [
        (None, [], []),
        (none, ["none"], ["none"]),
        (two, ["several"], ["several"]),
        (archive_too, [], []),
        (bare, ["no-profile"], []),
        (unknown, ["no-profile"], ["no-profile"]),
        (cut_short, ["profile"], ["profile"]),
        (of_three, ["components"], ["components"]),
    ],
)
def test_an_intent(breaks: Break | None, x4: list[str], x1a: list[str]):
    assert [sub for sub, _ in told(CHECK, plain("x4", breaks), "x4")] == x4
    assert [sub for sub, _ in told(CHECK, plain("x1a", breaks), "x1a")] == x1a
