"""What separations say in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PLATES.fault": "{file}: {fault}",
    "PLATES.ghostscript": (
        "Ghostscript could not separate the page: {why}",
        "without --by ghostscript the page is separated by Banxin itself",
    ),
    "PLATES.inks": "{count} inks: a page has at most {most}",
    "PLATES.no-ghostscript": (
        "Ghostscript is not here",
        "the package ghostscript brings it; without --by ghostscript none is needed",
    ),
    "PLATES.size": (
        "plates of {width_px} × {height_px} pixels are out of bounds: at most {most} pixels each",
        "a smaller --dpi",
    ),
    "part.plates-annotations": "annotations with a look of their own",
    "part.plates-area": "{area:.1f} mm², {percent:.2f} % of the page, {places:#place}",
    "part.plates-at": "{percent:.0f} % at {x_mm:.0f} mm from the left, {y_mm:.0f} mm down",
    "part.plates-bits": "a picture of {bits} bits a colour in several colours",
    "part.plates-blend": "the blend mode {mode}, which mixes all inks together",
    "part.plates-box": "{left:.0f}-{right:.0f} mm from the left, {top:.0f}-{bottom:.0f} mm down",
    "part.plates-each": "{percent:.2f} %",
    "part.plates-empty": "empty",
    "part.plates-inks": "{count} spots and process inks, of which {most} are separated",
    "part.plates-jpx": "a picture in JPEG 2000",
    "part.plates-keyed": "a picture in several colours with one that is not seen",
    "part.plates-mended": "the file is damaged, and was mended to be read: {why}",
    "part.plates-missed": "not measured",
    "part.plates-most-mean": "most ink, mean of {area:g} mm²",
    "part.plates-most-pixel": "most ink, of a pixel",
    "part.plates-over-mean": "over {limit:g} %, means of {area:g} mm²",
    "part.plates-over-pixel": "over {limit:g} %, pixels",
    "part.plates-page": "{page}: {dpi:g} ppi, by {by}",
    "part.plates-picture": "a picture that cannot be decoded",
    "part.plates-rgb": "RGB: taken with all grey in black, the least ink that gives it",
    "part.plates-rgb-picture": "a picture of a table of RGB",
    "part.plates-rgb-shading": "a gradient of RGB",
    "part.plates-seconds": "it took more than {seconds} seconds",
    "part.plates-shading": "a gradient of type {kind}",
    "part.plates-space": "a colour of {space}",
    "part.plates-status": "it ended with status {status}",
    "part.plates-transfer": "a transfer curve",
    "part.plates-type3": "a Type 3 font with colours of its own",
    "part.plates-unread": "content that cannot be read",
}
