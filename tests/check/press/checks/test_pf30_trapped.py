"""PF30: Trapped."""

from typing import Any

import pytest
from pikepdf import Name, String

from layout.check.press.checks import pf30_trapped
from tests.check.press.checks.plainsheet import Break, plain, told, xmp

CHECK = pf30_trapped.CHECK


def trapped(info: Any, packet: str | None = "False") -> Break:
    def breaks(pdf: Any, _page: Any) -> None:
        if info is None:
            del pdf.docinfo["/Trapped"]
        else:
            pdf.docinfo["/Trapped"] = info
        pdf.Root.Metadata = pdf.make_stream(xmp(pdf__Trapped=packet))

    return breaks


@pytest.mark.parametrize(
    ("info", "packet", "x4", "x1a"),
    [
        (Name("/False"), "False", [], []),
        (Name("/True"), "True", [], []),
        (Name("/True"), "False", ["apart"], ["apart"]),
        (Name.Unknown, "Unknown", ["unknown"], ["unknown"]),
        (None, "False", ["info"], ["missing"]),
        (None, None, ["missing"], ["missing"]),
        (Name("/False"), None, [], []),
        (String("False"), None, ["no-name"], ["no-name"]),
    ],
)
def test_trapped(info: Any, packet: str | None, x4: list[str], x1a: list[str]):
    data = plain(breaks=trapped(info, packet))
    assert [sub for sub, _ in told(CHECK, data)] == x4
    assert [sub for sub, _ in told(CHECK, data, "x1a")] == x1a
