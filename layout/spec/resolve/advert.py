"""An advert resolved: its artwork as a picture that stands whole, what was booked, its mark."""

from typing import Final

from layout.diagnostics import error
from layout.record import replace
from layout.spec.model.furniture import AdvertBlock
from layout.spec.resolve.picture import Pictured
from layout.spec.resolve.ratecard import UnknownSizeError, booked_size
from layout.spec.resolve.resolved import Framing, RBooking, RPicture, StyledText, uncaptioned
from layout.words.said import said

MARK: Final = "广告"
"""What an advert must be marked with, to be told from news (广告法, article 14)."""
FLAGS: Final = ("true", "false")


def resolve_advert(block: AdvertBlock, pictured: Pictured) -> RPicture:
    """The artwork of an advert as a picture, with its booking. Faults are added, never raised."""
    faults, styles = pictured.faults, pictured.styles
    source = None
    named = block.advert
    if named is not None and named.text in FLAGS:
        faults.append(error(said("ADVERT-FILE.flag", path="advert", text=named.text), named.place))
    elif named is not None:
        source = pictured.source(named, "advert")
    booked = ""
    size: tuple[float, float] | None = None
    if block.booked is not None:
        page, own = pictured.sources.page, pictured.sources.edition.rate_card
        try:
            booked, width, height = booked_size(block.booked, own, pictured.sheet, page)
            size = width, height
        except UnknownSizeError as fault:
            faults.append(error(fault.told, block.booked.place))
    place = block.place_of("advert")
    mark = StyledText(text=MARK, style=styles.get("advert-mark"), place=place)
    words = StyledText(text="", style=styles.get("advert-frame"), place=place)
    framing = Framing(fit=block.fit.picture if block.fit and block.fit.picture else "whole")
    return replace(
        uncaptioned(source, place, framing, stands_in=block.stands_in),
        kind="advert",
        advert=True,
        booking=RBooking(
            client=block.client or "", booked=booked, size=size,
            mark=mark if block.mark else None, mark_at=block.mark_at, words=words,
        ),
    )  # fmt: skip
