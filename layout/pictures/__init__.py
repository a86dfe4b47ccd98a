"""Pictures: what they are, and how they go to press or to a screen. The owner of Pillow."""

from layout.pictures.facts import (
    MAX_BYTES,
    MAX_PIXELS,
    PictureError,
    PictureInfo,
    PressPicture,
    ScreenPicture,
)
from layout.pictures.store import MOST_KEPT, PictureStore

__all__ = [
    "MAX_BYTES",
    "MAX_PIXELS",
    "MOST_KEPT",
    "PictureError",
    "PictureInfo",
    "PictureStore",
    "PressPicture",
    "ScreenPicture",
]
