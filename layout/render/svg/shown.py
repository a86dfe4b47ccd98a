"""Pictures as a browser is given them: photographs as they are, vector artwork drawn as pixels."""

import base64

from layout.display.press import PressFacts
from layout.pictures.facts import ScreenPicture
from layout.render.base import Resources


def screen_picture(source: str, press: PressFacts, resources: Resources) -> ScreenPicture:
    """The picture of a source for a screen: of vector artwork all of it with its bleed, in the inks
    of a press. Raises `BanxinError`."""
    store = resources.pictures
    info = store.info(source)
    if not info.vector:
        return store.screen(source)
    from layout.render.artshot import art_shot  # few pages have any

    shot = art_shot(store.art(source, press), cut="media")
    return ScreenPicture(media_type="image/png", data=shot, width=info.width, height=info.height)


def data_address(picture: ScreenPicture) -> str:
    """A picture inside a document instead of beside it."""
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.data).decode('ascii')}"
