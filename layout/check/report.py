"""What the checks of a page say, as text and as JSON."""

import unicodedata
from collections.abc import Iterator, Sequence

from layout.check.makeup.checks.evidence import Statement
from layout.check.makeup.copyfit import table
from layout.check.run import PageReport
from layout.words.said import counted


def text(report: PageReport) -> Iterator[str]:
    """Line by line: the page, its findings, those accepted, evidence, copyfit, and the count."""
    yield f"== {report.page} =="
    for found in report.diagnostics:
        yield str(found)
    for one in report.accepted:
        yield f"{one.diagnostic.where}: accepted: {one.diagnostic.message}: {one.why} " + (
            f"[{one.diagnostic.code}]"
        )
    for result in report.unchecked:
        yield f"not checked: {result.id} {result.title}: {result.why}"
    if report.evidence:
        met = sum(1 for s in report.evidence if s.met)
        yield f"evidence: {met} of {len(report.evidence)} statements met"
        yield from columns([_statement(s) for s in report.evidence])
    if report.copyfit:
        yield from columns(table(report.copyfit))
    yield summary(report)


def _statement(one: Statement) -> tuple[str, ...]:
    met = "met" if one.met else "not met" if one.evidence.required else "not met, not required"
    return (one.facts.block, met, one.evidence.column_ends, str(one.stands))


def summary(report: PageReport) -> str:
    """`B1: 19 checks, 0 errors, 2 warnings, 1 accepted`."""
    words = [
        f"{report.page}: {counted(report.ran, 'check')}",
        counted(report.count("error"), "error"),
        counted(report.count("warning"), "warning"),
        f"{len(report.accepted)} accepted",
    ]
    off = sum(1 for r in report.results if r.status == "off")
    if off:
        words.append(f"{off} left out")
    if report.unchecked:
        words.append(f"{len(report.unchecked)} not checked")
    return ", ".join(words)


def as_json(report: PageReport) -> dict[str, object]:
    """The stable JSON form of a page's report."""
    return {
        "page": report.page,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "checks": [
            {
                "id": r.id,
                "title": r.title,
                "status": r.status,
                "found": len(r.found),
                "accepted": len(r.accepted),
                **({"why": str(r.why)} if r.why else {}),
            }
            for r in report.results
        ],
        "diagnostics": [d.as_json() for d in report.diagnostics],
        "accepted": [{**a.diagnostic.as_json(), "why": a.why} for a in report.accepted],
        "copyfit": [row.as_json() for row in report.copyfit],
        "evidence": [s.as_json() for s in report.evidence],
    }


def columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines, every column but the last as wide as its widest cell; a Han counts two."""
    widths = [max(_width(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=False)]
        yield "  " + "  ".join([*cells, row[-1]])


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)
