"""Pictures: what they are, and how they go to press or to a screen. The owner of Pillow."""

from layout.pictures.facts import (
    MAX_BYTES,
    MAX_PIXELS,
    PictureError,
    PictureInfo,
    PressPicture,
    ScreenPicture,
)
from layout.pictures.store import PictureStore

__all__ = [
    "MAX_BYTES",
    "MAX_PIXELS",
    "PictureError",
    "PictureInfo",
    "PictureStore",
    "PressPicture",
    "ScreenPicture",
]
