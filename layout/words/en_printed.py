"""What the checks of content of preflight say in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PF08.not-embedded": (
        "{thing} is not in the file",
        "export it with all fonts embedded",
    ),
    "PF08.type3": (
        "{thing} is a Type 3 font, drawn as pictures or paths",
        "take a font in OpenType, TrueType or Type 1",
    ),
    "PF09.broken": (
        "{thing}: {value}",
        "export it again, with the whole font if need be",
    ),
    "PF09.missing": (
        "{thing} has no glyph for {value}{times}",
        "take a font that has the characters",
    ),
    "PF10.alternate": (
        "{thing} is in a spot whose own colour is {value}{times}",
        "give the spot an alternate in CMYK",
    ),
    "PF10.space": (
        "{thing} is in {value}{times}; allowed are {limit}",
        "convert it to the CMYK of the press",
    ),
    "PF10.unknown": (
        "{thing} is in a colour that can't be read{times}",
        "export it again, in CMYK",
    ),
    "PF11.spot": (
        "{thing} is no ink of this press{times}",
        "convert it to CMYK, or list the ink in the profile",
    ),
    "PF12.alike": (
        "the spots {value:quoted} and {limit:quoted} are one ink by two names: two plates",
        "give both one name",
    ),
    "PF13.inside": (
        "{thing} in All inside the trim{times}",
        "All is for register marks; set it in black",
    ),
    "PF14.flat": (
        "{thing} has {value:.0f} % ink, over {limit:.0f} %{times}",
        "lower the colour, or replace the three inks' grey by black",
    ),
    "PF14.more": (
        "more than {limit:.0f} % ink here too",
        "lower the colour",
    ),
    "PF14.over": (
        "{value:.0f} % ink, over {limit:.0f} %: {area:.0f} mm² ({share:.2f} % of the page), most at"
        " {x:.0f}, {y:.0f} mm",
        "separate pictures for newsprint, and lower flat colours",
    ),
    "PF15.coarse": (
        "{thing} has {value:.0f} ppi, less than {limit:.0f}{times}",
        "take a larger picture, or place it smaller",
    ),
    "PF16.coarse": (
        "{thing} of one bit has {value:.0f} ppi, less than {limit:.0f}{times}",
        "scan it again at 1,200 ppi, or take vector art",
    ),
    "PF17.knocks-out": (
        "{thing}: black of {value:.1f} pt knocks out, below {limit:.0f} pt it should"
        " overprint{times}",
        "set it to overprint",
    ),
    "PF17.mode": (
        "{thing}: black of {value:.1f} pt is set to overprint, but knocks out all the same{times}",
        "set overprint mode 1 (OPM 1), with the colour in DeviceCMYK",
    ),
    "PF18.knocks-out": (
        "{thing}: a black line of {value:.2f} pt knocks out, below {limit:.0f} pt it should"
        " overprint{times}",
        "set it to overprint, in DeviceCMYK with overprint mode 1",
    ),
    "PF19.white": (
        "{thing} is white and set to overprint: it may not be seen{times}",
        "let white knock out",
    ),
    "PF20.gray": (
        "{thing}: black type of {value:.1f} pt is in DeviceGray, which can't overprint{times}",
        "set it in CMYK, in black alone",
    ),
    "PF21.rich": (
        "{thing}: black type of {value:.0f} % ink, more than {limit:.0f} %{times}",
        "set it in black alone",
    ),
    "PF22.inks": (
        "{thing}: type of {value:.1f} pt in {inks} inks, from {limit:.0f} pt up there may be"
        " several{times}",
        "set it in one ink, or larger",
    ),
    "PF22.reversed": (
        "{thing}: white type of {value:.1f} pt on {inks:#ink}, {limit:.0f} pt at least{times}",
        "set it larger and bolder, or on a lighter tint in black",
    ),
    "PF23.small": (
        "{thing}: type of {value:.1f} pt, {limit:.0f} pt at least{times}",
        "set it larger",
    ),
    "PF24.hairline": (
        "{thing}: a line of {value:.2f} pt, {limit:.2f} pt at least{times}",
        "draw it thicker",
    ),
    "PF24.tinted": (
        "{thing}: a line of {value:.2f} pt in several inks or in a tint, {limit:.2f} pt at"
        " least{times}",
        "draw it thicker, or in one solid ink",
    ),
    "PF31.outside": (
        "{thing}: type stands {value:.1f} mm from the trim, {limit:.0f} mm at least{times}",
        "move it in",
    ),
    "PF32.unlike": (
        "{thing} is separated for {value:quoted}, the page for {limit:quoted}{times}",
        "convert it to the profile of the page",
    ),
    "PF33.dark": (
        "{thing}: a tint of {value:.1f} % {ink}, over {limit:.0f} % it closes{times}",
        "lighten it, or make it solid",
    ),
    "PF33.faint": (
        "{thing}: a tint of {value:.1f} % {ink}, below {limit:.0f} % it is lost{times}",
        "make it stronger, or leave it out",
    ),
    "PF33.photo-dark": (
        "{thing}: black is above {limit:.0f} % on {value:.0f} % of it{times}",
        "open the shadows when separating it for newsprint",
    ),
    "PF33.photo-faint": (
        "{thing}: tones are below {limit:.0f} % on {value:.0f} % of it{times}",
        "give the lights a tone, or cut them out to paper",
    ),
    "PF34.covered": "the plates cover {value}",
    "PF34.empty": "nothing is on the plate {ink}",
    "part.pdfread-cmap-named": "its codes go by {name}, which is not in the file",
    "part.pdfread-font-unread": "the font in the file is damaged",
    "part.press-covers": "{ink} {share:.2f} %",
    "part.press-font-unread": "the glyphs of font {font} are not known: {why}",
    "part.press-inline": "a picture in the content",
    "part.press-no-intent": "no output intent has a profile to compare pictures with",
    "part.press-path": "a path",
    "part.press-picture": "picture (object {number})",
    "part.press-plates": "the ink of page {page} is not known for certain: {why}",
    "part.press-shading": "a shading",
    "part.press-spot": "the spot {name:quoted}",
    "part.press-times": " ({count:#time})",
    "part.press-too-many": "too many marks on page {page} to look under all white type",
    "part.press-type": "font {font} (object {number})",
    "part.seen-beside": '{what} beside "{words}"',
    "part.seen-font": "type in {font}",
    "part.seen-picture": "a picture of {across}×{down} pixels",
    "part.seen-words": '"{words}"',
}
