"""Artwork preflighted before it is placed: what a press would say of it at the size at which it is
printed.

What is asked of a file as a whole (its standard, its intent, its boxes) is asked of the page on
which it stands, not of it.
"""

from typing import Final

from layout.check.press.checks.pf11_spots import SpotLimits
from layout.check.press.profile import Rules, find_rules
from layout.check.press.run import FileReport, preflight
from layout.display.press import PressFacts
from layout.pdf.alone import alone
from layout.pdf.art import PlacedForm
from layout.record import replace

OF_A_FILE: Final = frozenset(
    ("PF01", "PF02", "PF03", "PF04", "PF05", "PF06", "PF27", "PF29", "PF30", "PF31", "PF34")
)
"""Checks of the list that are of a whole file, or of what a form does not have."""


def preflight_art(
    form: PlacedForm, file: str, scale: float, press: PressFacts, spots: tuple[str, ...] = ()
) -> FileReport:
    """The report on artwork printed so many times as large, by the profile of the page, which has
    named `spots` of its own. Raises nothing of the artwork's."""
    return preflight(alone(form, scale), file, _rules(press, spots))


def _rules(press: PressFacts, spots: tuple[str, ...]) -> Rules:
    rules = find_rules("newspaper-x1a" if press.pdfx == "x1a" else "newspaper-x4")
    limits = {
        key: replace(limit, severity="skip") if key in OF_A_FILE else limit
        for key, limit in rules.limits.items()
    }
    inks = limits["PF11"]
    if isinstance(inks, SpotLimits):
        limits["PF11"] = replace(inks, allowed=(*inks.allowed, *spots))
    if hasattr(limits.get("PF14"), "most"):
        limits["PF14"] = replace(limits["PF14"], most=press.ink_limit)
    return replace(rules, standard="none", limits=limits)
