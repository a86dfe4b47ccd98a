"""What the checks of a page say, as text and as JSON."""

import unicodedata
from collections.abc import Iterator, Sequence

from layout.check.makeup.checks.evidence import Statement
from layout.check.makeup.copyfit import table
from layout.check.run import PageReport
from layout.words.said import Language, Said, said


def text(report: PageReport, lang: Language = "en") -> Iterator[str]:
    """Line by line: the page, its findings, those accepted, evidence, copyfit, and the count."""
    yield f"== {report.page} =="
    for found in report.diagnostics:
        yield found.line(lang)
    for one in report.accepted:
        yield said(
            "part.report-accepted", where=one.diagnostic.place(lang), told=one.diagnostic.said,
            why=one.why, code=one.diagnostic.code,
        ).words(lang)  # fmt: skip
    for result in report.unchecked:
        why = result.why or ""
        yield said("part.report-unchecked", id=result.id, title=result.title, why=why).words(lang)
    if report.evidence:
        met = sum(1 for s in report.evidence if s.met)
        yield said("part.report-evidence", met=met, all=len(report.evidence)).words(lang)
        yield from columns([_statement(s, lang) for s in report.evidence])
    if report.fits:
        yield from columns(table(report.fits, lang))
    yield summary(report).words(lang)


def _statement(one: Statement, lang: Language) -> tuple[str, ...]:
    missed = "part.report-not-met" if one.evidence.required else "part.report-not-required"
    met = said("part.report-met" if one.met else missed)
    stands = one.stands.words(lang) if isinstance(one.stands, Said) else one.stands
    return (one.facts.block, met.words(lang), one.evidence.column_ends, stands)


def summary(report: PageReport) -> Said:
    """`B1: 19 checks, 0 errors, 2 warnings, 1 accepted`."""
    parts = [
        said("part.report-ran", number=report.ran),
        said("part.errors", number=report.count("error")),
        said("part.warnings", number=report.count("warning")),
        said("part.report-accepted-count", number=len(report.accepted)),
    ]
    off = sum(1 for r in report.results if r.status == "off")
    if off:
        parts.append(said("part.report-off", number=off))
    if report.unchecked:
        parts.append(said("part.report-not-checked", number=len(report.unchecked)))
    return said("part.report-count", page=report.page, parts=tuple(parts))


def as_json(report: PageReport, lang: Language = "en") -> dict[str, object]:
    """The stable JSON form of a page's report, with its messages in a language."""
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
                **(
                    {"why": r.why.words(lang) if isinstance(r.why, Said) else r.why}
                    if r.why
                    else {}
                ),
            }
            for r in report.results
        ],
        "diagnostics": [d.as_json(lang) for d in report.diagnostics],
        "accepted": [{**a.diagnostic.as_json(lang), "why": a.why} for a in report.accepted],
        "copyfit": [row.as_json() for row in report.fits],
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
