"""Pictures and adverts resolved by hand; the file of a picture has been read, and is of 3 by 2."""

from layout.spec.resolve.resolved import Framing, RBooking, RPicture
from tests.flow.conftest import words


def picture(caption="图" * 8, credit=None, **more):
    settings = {
        "source": "a.jpg", "caption": words(caption) if caption else None,
        "credit": words(credit, 8.0) if credit else None, "caption_lines": None,
        "keyline": "none", "focus": (0.5, 0.5), "stands_in": False, "pixels": (1500, 1000),
    }  # fmt: skip
    return RPicture(**(settings | more))


def advert(**more: object) -> RPicture:
    own = {key: more.pop(key) for key in tuple(more) if key in RBooking.__match_args__}
    settings: dict[str, object] = {
        "client": "某某书店", "booked": "半通栏", "size": (200.0, 96.0),
        "mark": words("广告", 6.5), "mark_at": "bottom-right", "words": words("", 9.0),
    }  # fmt: skip
    booking = RBooking(**(settings | own))  # type: ignore[arg-type]
    made: RPicture = picture(
        None, advert=True, kind="advert", booking=booking, framing=Framing(fit="whole"), **more
    )
    return made
