"""A press file preflighted before it is called final: by the profile that its own spec asks for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from layout.check.press.checks.pf03_condition import ConditionLimits
from layout.check.press.checks.pf04_trim import TrimLimits
from layout.check.press.checks.pf11_spots import SpotLimits
from layout.check.press.profile import Rules, find_rules
from layout.check.press.run import FileReport, preflight
from layout.diagnostics import Diagnostic, Spot, error
from layout.display.press import PressFacts
from layout.record import replace
from layout.spec.reader.fields import keys_of
from layout.units import to_mm

PROFILES: Final = {"x4": "newspaper-x4", "x1a": "newspaper-x1a", "none": "newspaper-x4"}
"""By what the file is to be; one that is no PDF/X is held to all that is not of the standard."""


def judge(
    data: bytes,
    file: str,
    facts: PressFacts,
    *,
    pages: Sequence[str],
    spots: Iterable[str] = (),
    size: tuple[float, float] | None = None,
) -> tuple[Diagnostic, ...]:
    """What preflight says of a press file, called `file`, whose pages have names; with an error
    more where it must not be written. `spots` are those that its spec names, `size` that of each
    finished page in points, if it is one."""
    rules = rules_of(facts, size, tuple(spots))
    report = preflight(data, file, rules)
    found = tuple(on_page(one, pages) for one in report.found)
    return (*found, *_refused(report))


def rules_of(
    facts: PressFacts, size: tuple[float, float] | None = None, spots: tuple[str, ...] = ()
) -> Rules:
    """The rules that a spec's own facts ask for: its standard, condition, spots and size."""
    rules = find_rules(PROFILES[facts.pdfx])
    limits = dict(rules.limits)
    condition = limits["PF03"]
    if facts.condition and isinstance(condition, ConditionLimits):
        # What the spec says its press prints in is right for it.
        limits["PF03"] = replace(condition, allowed=(*condition.allowed, facts.condition))
    inks = limits["PF11"]
    if isinstance(inks, SpotLimits):
        limits["PF11"] = replace(inks, allowed=(*inks.allowed, *spots))
    ink = limits.get("PF14")
    if ink is not None and "most" in keys_of(type(ink)):
        limits["PF14"] = replace(ink, most=facts.ink_limit)
    trim = limits["PF04"]
    if size is not None and isinstance(trim, TrimLimits):
        width, height = (to_mm(side) for side in size)
        limits["PF04"] = replace(trim, width=width, height=height)
    return replace(rules, standard=facts.pdfx, limits=limits)


def on_page(one: Diagnostic, pages: Sequence[str]) -> Diagnostic:
    """A finding whose page has the name that it has in its edition."""
    spot = one.where if isinstance(one.where, Spot) else one.spot
    if spot is None or not spot.page.isdigit() or not 0 < int(spot.page) <= len(pages):
        return one
    named = replace(spot, page=pages[int(spot.page) - 1])
    return replace(one, where=named if isinstance(one.where, Spot) else one.where, spot=named)


def _refused(report: FileReport) -> Iterator[Diagnostic]:
    errors = report.count("error")
    if errors:
        yield error("NOT-FINAL.preflight", file=report.file, errors=errors)
    for missed in report.missed:
        yield error(
            "NOT-FINAL.not-checked", file=report.file, check=missed.id, why=missed.why or ""
        )
