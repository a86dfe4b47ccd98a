"""What preflight says of a file, as text and as JSON (docs/preflight.md has its form)."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Result
from layout.check.press.run import FileReport
from layout.diagnostics import Diagnostic, Place, Spot
from layout.units import to_mm
from layout.words.said import Language, Said, said

FEW: Final = 3
"""So many checks that were not run for one reason have a line each."""


def text(report: FileReport, lang: Language = "en") -> Iterator[str]:
    """Line by line: the file and its profile, findings, checks that were not run, the count."""
    yield f"== {report.file} =="
    for number, found in enumerate(report.found, 1):
        yield f"{number:>3}  {found.line(lang)}"
    for line in _unchecked(report):
        yield line.words(lang)
    yield summary(report).words(lang)


def _unchecked(report: FileReport) -> Iterator[Said]:
    """The checks that were not run, and why: many for one reason, as of a file that cannot be
    read, are one line."""
    reasons: dict[str, list[Result]] = {}
    for result in report.unchecked:
        reasons.setdefault(result.why.words() if result.why else "", []).append(result)
    for results in reasons.values():
        first, last = results[0], results[-1]
        why = first.why or ""
        if len(results) > FEW:
            yield said(
                "part.report-unchecked-many",
                number=len(results), first=first.id, last=last.id, why=why,
            )  # fmt: skip
            continue
        for result in results:
            yield said("part.report-unchecked", id=result.id, title=result.title, why=why)


def summary(report: FileReport) -> Said:
    """`newspaper-x4: 35 checks run, 0 errors, 2 warnings: passed by these rules`."""
    parts = [
        said("part.report-ran", number=report.ran),
        said("part.errors", number=report.count("error")),
        said("part.warnings", number=report.count("warning")),
    ]
    off = sum(1 for r in report.results if r.status == "off")
    if off:
        parts.append(said("part.report-off", number=off))
    if report.unchecked:
        parts.append(said("part.report-not-checked", number=len(report.unchecked)))
    verdict = "part.preflight-passed" if report.clean else "part.preflight-failed"
    return said(
        "part.preflight-summary", profile=report.rules.name, what=tuple(parts),
        verdict=said(verdict),
    )  # fmt: skip


def as_json(report: FileReport, lang: Language = "en") -> dict[str, object]:
    """The stable JSON form of a file's report."""
    return {
        "file": report.file,
        "profile": report.rules.name,
        "standard": report.rules.standard,
        "pages": report.pages,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "clean": report.clean,
        "checks": [
            {
                "id": r.id,
                "title": r.title,
                "status": r.status,
                "found": len(r.found),
                **({"why": r.why.words(lang)} if r.why else {}),
            }
            for r in report.results
        ],
        "findings": [
            finding_json(number, found, lang) for number, found in enumerate(report.found, 1)
        ],
    }


def finding_json(number: int, found: Diagnostic, lang: Language) -> dict[str, object]:
    """A finding: `number` is that of the picture; `page` from 1 and `box_mm` (left, top, width,
    height from the trim's top left) where it is on a page; `measured`, `limit`, `object` where
    the check tells them."""
    out = found.as_json(lang)
    values = out.pop("values", {})
    for key in ("file", "line", "column", "page", "rect_pt"):
        out.pop(key, None)
    made: dict[str, object] = {"number": number, "id": found.code, **out}
    made.pop("code", None)
    where = found.where if isinstance(found.where, Spot) else found.spot
    if where is not None:
        r = where.rect
        made["page"] = int(where.page) if where.page.isdigit() else where.page
        made["box_mm"] = [round(to_mm(v), 2) for v in (r.x, r.y, r.width, r.height)]
    if isinstance(values, dict):
        given = dict(values)
        for key, name in (("value", "measured"), ("limit", "limit"), ("object", "object")):
            if key in given:
                made[name] = given.pop(key)
        made["values"] = given
    return made


def place_of(found: Diagnostic) -> tuple[int, tuple[float, float, float, float]] | None:
    """The page of a finding, from 1, and its box in points from the trim's top left; None for one
    of the whole file."""
    where = found.where if isinstance(found.where, Spot) else found.spot
    if isinstance(found.where, Place) or where is None or not where.page.isdigit():
        return None
    r = where.rect
    return int(where.page), (r.x, r.y, r.width, r.height)
