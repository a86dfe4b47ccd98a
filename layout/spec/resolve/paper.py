"""The fields of texts that `paper` of an edition gives: `{issue}`, `{issn}`, and its own."""

import datetime
from collections.abc import Container

from layout.diagnostics import Diagnostic, error, shown
from layout.spec.model.paper import PaperFacts
from layout.spec.resolve.issue import issue_number
from layout.words.said import said


def paper_fields(
    paper: PaperFacts, date: datetime.date | None, taken: Container[str], faults: list[Diagnostic]
) -> dict[str, str]:
    """Values by name. What cannot be is added to `faults`: an issue counted before the first, a
    name of one's own that is `taken`."""
    out = {
        "latin": paper.latin or "",
        "lettering": paper.lettering or "",
        "cn_number": paper.cn_number or "",
        "issn": paper.issn or "",
        "postal": paper.postal or "",
        "price": paper.price or "",
        "website": paper.website or "",
        "mail": paper.mail or "",
        "publisher": paper.publisher or "",
        "address": paper.address or "",
    }
    if paper.issue is not None and date is not None:
        number = issue_number(paper.issue, date, faults)
        out["issue"] = str(number) if number is not None else ""
    for name, text in (paper.own or {}).items():
        if name in taken or any(c in name for c in "{}"):
            told = said("FIELD-NAME.taken", path="paper.own", name=shown(name))
            faults.append(error(told, paper.place_of("own")))
        out.setdefault(name, text)
    return out
