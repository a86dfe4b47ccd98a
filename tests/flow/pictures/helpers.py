"""A picture resolved by hand, whose file has been read: of 3 by 2."""

from layout.spec.resolve.resolved import RPicture
from tests.flow.conftest import words


def picture(caption="图" * 8, credit=None, **more):
    settings = {
        "source": "a.jpg", "caption": words(caption) if caption else None,
        "credit": words(credit, 8.0) if credit else None, "caption_lines": None,
        "keyline": "none", "focus": (0.5, 0.5), "stands_in": False, "pixels": (1500, 1000),
    }  # fmt: skip
    return RPicture(**(settings | more))
