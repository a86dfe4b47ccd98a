"""What a build tells besides what composing says: the checks of what is lost to the reader.

A page that is built without a word is one on which nothing is covered. All other checks are for
`banxin check`, which tells these too.
"""

from typing import Final

from layout.api import ComposedPage
from layout.check.engine import Check, run_checks
from layout.check.makeup.checks import collide, invisible, tight
from layout.check.makeup.gather import acceptances, gather, severities
from layout.check.makeup.subject import Subject
from layout.diagnostics import Diagnostic, warning

ON_BUILDING: Final[tuple[Check[Subject], ...]] = (
    collide.CHECK,
    invisible.CHECK,
    tight.CHECK,
)

UNCHECKED: Final = {
    "COLLIDE": "COLLIDE.unchecked",
    "INVISIBLE": "INVISIBLE.unchecked",
    "TIGHT": "TIGHT.unchecked",
    "CODE": "CODE.unchecked",
    "ADVERT": "ADVERT.unchecked",
    "ARTWORK": "ARTWORK.unchecked",
}
"""What is told of one that could not be run."""


def told_on_building(page: ComposedPage) -> tuple[Diagnostic, ...]:
    """The findings of a page that its spec neither leaves out nor explains."""
    subject = gather(page.composed)
    spec = page.composed.sources.page.checks
    accept = acceptances(spec.accept if spec is not None else ())
    checks = ON_BUILDING
    if subject.codes:
        from layout.check.makeup.checks import code  # few pages have one

        checks = (*checks, code.CHECK)
    if subject.adverts:
        from layout.check.makeup.checks import advert

        checks = (*checks, advert.CHECK)
    if subject.artwork:
        from layout.check.makeup.checks import artwork

        checks = (*checks, artwork.CHECK)
    report = run_checks(checks, subject, severities(subject.rules), accept)
    found: list[Diagnostic] = []
    for result in report.results:
        found += result.found
        if result.why:
            found.append(warning(UNCHECKED[result.id], page.place, why=result.why))
    return tuple(found)
