"""What every message says in English: by key, a message or a message and its hint.

Keys are in the order of the alphabet. A key begins with the code of a finding; those of parts of
messages begin with `part.`. `layout.words.said` says what may stand in a template.
"""

from typing import Final

from layout.words import (
    en_cluster,
    en_compare,
    en_live,
    en_plates,
    en_preflight,
    en_printed,
    en_proof,
    en_revise,
    en_scan,
)

_ANOTHER_WORD: Final = "change a word in the paragraph, or the measure"
_FIT_LEAST: Final = "give it more lines, or a smaller `least`"
_GIVE: Final = "give a face that has it in the style sheet: faces: {{{role}: fonts/NAME.ttf}}"
_HEADER: Final = "the header's texts are wide (pt): {groups}; {room}"
_IMPRINT: Final = "the imprint's line from “{text}” is {zi:.1f} 字 wide in {room_zi:.1f}"
_INDEX: Final = (
    "the index (导读) leaves {left_pt:.1f} pt for a title of {size_pt:g} pt in its "
    "{width_pt:.1f} pt: "
)
_INDEX_WIDER: Final = "make the block wider, give the index fewer `columns`, or `page_at: above`"
_INITIAL: Final = (
    "“{text}”, {width_pt:.1f} pt wide at {size_pt:.1f} pt, has no room in a column of "
    "{measure_pt:.1f} pt and {lines:#line}"
)
_LEAST_SIZE: Final = ", even at its least size of {least_pt:g} pt"
_ONE_IN_ROW: Final = "{texts:quoted} is {width_pt:.1f} pt wide in {room_pt:.1f} pt"
_OVER: Final = " (some {over} 字 too many)"
_SHRUNK: Final = "; set at {size_pt:.1f} pt instead of {asked_pt:g}"
_SIDE_BY_SIDE: Final = (
    "{texts:quoted} side by side with {between_em:g} em between them are {width_pt:.1f} pt wide in "
    "{room_pt:.1f} pt"
)
_STACK: Final = (
    "cut words, give it more columns, or set them one under the other (`arrange: stack`)"
)
_WHITE: Final = "{empty_mm:.1f} of {of_mm:.1f} mm stay empty"
_WHITE_HINT: Final = (
    "a frame of its shape, such as {width_mm:.0f} × {height_mm:.0f} mm; `fit: cover` fills this "
    "one and cuts the rest"
)

_PAGES: Final[dict[str, str | tuple[str, str]]] = {
    "ACCEPT-IDLE.nothing": (
        'checks.accept: {check} has found nothing at "{at}"',
        "take it out, or name the block's id or words of the message",
    ),
    "ADVERT-FILE.flag": (
        "an advert wants its artwork, not {text}",
        "`advert: assets/NAME.tif`, or `advert:` with nothing behind it until the artwork "
        "has come; `advert: true` is a key of a picture",
    ),
    "ADVERT-SIZE.of-two": (
        "{name} is a size of two facing pages",
        "`facing: A3` on the page, with a `strip` for 中缝; or another size",
    ),
    "ADVERT-SIZE.unknown": ("no size “{name}” on the rate card", "{hint}"),
    "ADVERT.ink": (
        "{file} has {percent:.0f} % of ink, over {most_percent:g} % on {share_percent:.1f} % "
        "of its area: it sets off on the next page",
        "have it separated for newsprint; the check ADVERT takes another limit as `ink`",
    ),
    "ADVERT.shape": (
        "the artwork of {block} stands {seen_wide_mm:.1f} × {seen_high_mm:.1f} mm in its "
        "frame of {wide_mm:.1f} × {high_mm:.1f} mm: {file} has another shape",
        "ask for artwork of the size that was booked; `fit: cover` would cut it",
    ),
    "ADVERT.size": (
        "the frame of {block} is {wide_mm:.1f} × {high_mm:.1f} mm; booked is {booked}, "
        "{booked_wide_mm:.1f} × {booked_high_mm:.1f} mm",
        "{booked} is {lines:#line} of the grid high here; change `at`, or what is `booked`",
    ),
    "ADVERT.unchecked": "not checked: {why}",
    "ADVERT.unmarked": (
        "{block} is not marked 广告 by the page",
        "leave `mark` out, unless its artwork bears the word",
    ),
    "ALIAS.itself": "*{name} contains itself",
    "ALIAS.no-anchor": (
        "*{name} has no &anchor before it",
        "a text that begins with * stands in quotes",
    ),
    "ALMANAC.outside": (
        "the 农历 date of {date} is not known",
        "the almanac goes from {first} to {last}",
    ),
    "ARTWORK.barred": ("{file} holds what no press file may ({what})", "ask for a PDF/X of it"),
    "ARTWORK.converted": (
        "{file} was RGB and is put into ink ({what})",
        "its maker sees other colours than are printed: have him send CMYK where they matter",
    ),
    "ARTWORK.empty": ("nothing is painted on {file}", "the page may be another one: `ad.pdf#2`"),
    "ARTWORK.fallback": "{file} gives its colours in inks too: the RGB beside them is taken",
    "ARTWORK.filtered": "what has a filter in {file} is printed as pixels, {ppi} an inch",
    "ARTWORK.fonts": (
        "{file} does not bring its {fonts} along: another font would be printed",
        "have the PDF made again with all fonts embedded, or its type turned into "
        "outlines (preflight 8)",
    ),
    "ARTWORK.hidden": (
        "{file} has a layer that is hidden; in print it would be seen",
        "have it saved again without layers (preflight 29)",
    ),
    "ARTWORK.lent": (
        "{file} asks for {fonts} and is set in {by}",
        "put the face into the folder fonts/, or have its type turned into outlines",
    ),
    "ARTWORK.letters": (
        "{file} has {count:#character} that no face here has: {letters}",
        "put a face that has them into the folder fonts/, or have its type turned into outlines",
    ),
    "ARTWORK.more": "{file}: {count:#more finding} of preflight; `banxin preflight` tells all",
    "ARTWORK.moving": "{file} moves: its beginning is printed",
    "ARTWORK.no-bleed": (
        "{file} stands at an edge of the page ({sides}) and ends there; "
        "{bleed_mm:g} mm of bleed are wanted",
        "ask for artwork with bleed and a TrimBox, or move it inwards",
    ),
    "ARTWORK.notes": "{file} has {notes:#annotation}: comments, links or fields are not printed",
    "ARTWORK.preflight": "{file}: {what} (preflight {number})",
    "ARTWORK.rgb": (
        "{file} has RGB that cannot be put into ink ({what})",
        "have it made again in CMYK (preflight 10)",
    ),
    "ARTWORK.scaled": (
        "{file} is made {wide_mm:.1f} × {high_mm:.1f} mm and printed "
        "{printed_wide_mm:.1f} × {printed_high_mm:.1f} mm, at {percent:.0f} %",
        "ask for artwork of the size that was booked",
    ),
    "ARTWORK.spots": (
        "{file} brings along {spots}: a plate of its own each",
        "where the job has four plates, have them turned into process colours",
    ),
    "ARTWORK.transparent": (
        "{file} has transparent parts, which a PDF/X-1a cannot have",
        "ask for it flattened, or `press: {{pdfx: x4}}` (preflight 25)",
    ),
    "ARTWORK.unchecked": "not checked: {why}",
    "ARTWORK.unread": "{file}: not checked by preflight {number}: {why}",
    "ARTWORK.untrimmed": (
        "{file} has no TrimBox: all of its page is placed, {wide_mm:.1f} × {high_mm:.1f} mm",
        "ask for a PDF with a TrimBox, where it has bleed or marks",
    ),
    "BAD-PATH.named": '"{name}" {fault}',
    "BETWEEN.none": (
        "no two stories stand beside each other, or one above the other, with white between them "
        "that a rule could stand in",
        "take it out, or leave white between the blocks",
    ),
    "BETWEEN.white": (
        "between “{left}” and “{right}” are {gap_em:g} em ({gap_mm:.1f} mm), the page has "
        "{white_em:g} em",
        "move or narrow one of them",
    ),
    "BLOCK-KIND.none": ("a block of no kind", "{hint}"),
    "BLOCK-KIND.two": ("a block of two kinds: {kinds:and}", "keep one"),
    "BOX-CYCLE.deep": "more than {most} boxes, each like the next",
    "BOX-CYCLE.like": "boxes in a circle: {boxes}",
    "BOX.brace": (
        "{name} names a box, of which a brace makes none: its paragraph is set in the style alone",
        "the box stands between :::{name} and ::: on rows of their own",
    ),
    "BOX.deep": (
        "the box {name} is {lines:#line} deep with its edges, a column has {room}: it is parted, "
        "its frame open",
        "fewer words in it, or deeper columns",
    ),
    "BOX.inside": ("the box {name} stands in the box {outer}", "close {outer} with ::: before it"),
    "BOX.narrow": (
        "the box {name} leaves {side_zi:.1f} 字 white on either side of its text in a column of "
        "{measure_zi:.1f} 字; its text has {least_zi:g}",
        "a smaller inset, or wider columns",
    ),
    "BOX.parted": (
        "the box {name} of {lines:#line} is parted: whole, it would leave text over",
        "fewer words, or put the box elsewhere in the story",
    ),
    "BOX.vertical": (
        "the box {name} stands in text that runs down, which has no boxes: its paragraphs are set "
        "without rules or ground"
    ),
    "BUILD.fault": "{file}: {why}",
    "BYLINE.goes-on": (
        "does nothing here: {story} begins on page {page}, and a by-line at the head stands there",
        "byline_at belongs to the block of that page",
    ),
    "BYLINE.lines": (
        "{lines:#line} of the grid for a by-line that needs {needed} with its rule",
        "byline_at.lines: {needed}, or none",
    ),
    "BYLINE.none": (
        "{story} has no by-line",
        "`byline:` in its head says who wrote it",
    ),
    "CAPTION.far": (
        "“{text}” stands {lines:.1f} lines from its picture (at most {most_lines:g})",
        "set it in more lines, or beside the picture it belongs to",
    ),
    "CAPTION.group-inside": "the caption of a group stands beside it, not inside",
    "CAPTION.no-columns": ("a {arrange} of pictures has none", "arrange: grid"),
    "CAPTION.no-lines": "a caption {at} takes no lines of the grid",
    "CAPTION.no-panel": ("a caption {at} has no panel", "caption_at: inside"),
    "CAPTION.overlap": (
        "captions of pictures that overlap stand in one place",
        "captions: together",
    ),
    "CAPTION.wide": (
        "“{text}” is {width_mm:.1f} mm wide, its picture {picture_mm:.1f} mm",
        "set it in more lines, or beside the picture it belongs to",
    ),
    "CHECK.fault": "{file}: {fault}",
    "COARSE.pixels": (
        "{file}: {across} × {down} pixels of it are printed {width_mm:.0f} × "
        "{height_mm:.0f} mm, which is {ppi} an inch; at least {least_ppi:g} are wanted",
        "a picture of more pixels, or at most {most_width_mm:g} × {most_height_mm:g} mm",
    ),
    "CODE-DATA.addon": (
        "“{text}” is no add-on of a bar code",
        "two figures or five, such as `{{issue}}`",
    ),
    "CODE-DATA.barcode": (
        "“{text}” is neither an ISSN nor an EAN-13",
        "an ISSN such as 9999-9994, `{{issn}}`, or the twelve or thirteen figures of an EAN-13",
    ),
    "CODE-DATA.check-figure": (
        "{text} ends in {given}; after its other figures the check digit is {right}",
        'did you mean "{meant}"?',
    ),
    "CODE-DATA.empty": (
        "the code says nothing today",
        "fill its fields in `paper` of the edition, or take it out",
    ),
    "CODE-DATA.long": (
        "{characters:,} characters ({bytes:,} bytes) are more than any QR code holds at this "
        "`error` level",
        "a shorter address, or `error: L`",
    ),
    "CODE-DATA.none": (
        "a code that says nothing",
        "`qr:` with an address or words, or `barcode:` with an ISSN",
    ),
    "CODE-DATA.two": (
        "a code is either a QR code or a bar code",
        "keep one of `qr` and `barcode`; a second code stands in a block of its own",
    ),
    "CODE-DATA.variant": (
        "“{text}” where two figures stand between an ISSN and the check digit of its bar code",
        "`'00'`, in quotes",
    ),
    "CODE-KEY.barcode": ("is a key of a QR code, and this is a bar code", "take it out"),
    "CODE-KEY.qr": ("is a key of a bar code, and this is a QR code", "take it out"),
    "CODE-KEY.variant": ("goes with an ISSN; an EAN-13 has all its figures", "take it out"),
    "CODE-ROOM.reduction": (
        "{reduction_mm:.2f} mm are taken off bars and modules of {module_mm:.2f} mm",
        "at most {most_mm:.2f} mm, so that enough of them is left to print",
    ),
    "CODE-ROOM.small": (
        "the code with its white and its words is {wide_mm:.1f} × {high_mm:.1f} mm, its "
        "place {room_wide_mm:.1f} × {room_high_mm:.1f} mm",
        "make its place larger, or the code smaller",
    ),
    "CODE.low": (
        "the bars of the code in {block} are {tall_mm:.1f} mm high, at least {least_mm:g} mm",
        "give it more lines, or the check CODE a smaller `height`: a reader then finds it "
        "only when it is held straight",
    ),
    "CODE.module": (
        "the modules of the QR code in {block} are {module_mm} mm, at least {least_mm} mm: "
        "no reader is sure of it",
        "with its white it needs {need_mm:.1f} × {need_mm:.1f} mm and has {wide_mm:.1f}; "
        "make its place larger, `error: L`, or say less: a shorter address",
    ),
    "CODE.module-bars": (
        "the bars of the code in {block} are {module_mm} mm, at least {least_mm} mm: no "
        "reader is sure of it",
        "with its white it needs {need_mm:.1f} mm of width and has {wide_mm:.1f}; make its "
        "place wider",
    ),
    "CODE.quiet": (
        "{thing} stands {in_mm:.1f} mm inside the white of the code in {block}: readers find "
        "no code there",
        "move it away, or make the place of the code smaller",
    ),
    "CODE.unchecked": "not checked: {why}",
    "COLBAL.apart": (
        "the columns of {node} end {lines:.0f} lines apart (at most {most_lines:g}): short of "
        "their foot by {short_lines}",
        "{hint}",
    ),
    "COLLIDE.covers": (
        "{one} covers a part of {other}: {width_pt:.1f} × {height_pt:.1f} pt{more}",
        "give each a place of its own",
    ),
    "COLLIDE.goes-through": (
        "{one} goes through {other}: {width_pt:.1f} × {height_pt:.1f} pt{more}",
        "let it end before what it crosses; type on a rule of its own block wants an `inset`",
    ),
    "COLLIDE.lies-partly-under": (
        "{one} lies partly under {other}: {width_pt:.1f} × {height_pt:.1f} pt{more}",
        "give it a place of its own, or let the text run round it (wrap)",
    ),
    "COLLIDE.lies-under": (
        "{one} lies under {other}: {width_pt:.1f} × {height_pt:.1f} pt{more}",
        "give it a place of its own, or let the text run round it (wrap)",
    ),
    "COLLIDE.run": (
        "characters of {one} stand on one another: {width_pt:.1f} × {height_pt:.1f} pt{more}",
        "a larger `tracking`, or a thinner `stroke`",
    ),
    "COLLIDE.stands-across": (
        "{one} stands across the edge of {other}: {width_pt:.1f} × {height_pt:.1f} pt{more}",
        "give it a place of its own, or let the text run round it (wrap)",
    ),
    "COLLIDE.stands-on": (
        "{one} stands on {other}: {width_pt:.1f} × {height_pt:.1f} pt{more}",
        "give it more lines or columns, smaller type, or a place of its own; type on a rule of its "
        "own block wants an `inset`",
    ),
    "COLLIDE.touches": (
        "{one} touches {other}: {white_pt} pt between (at least {least_pt} pt){more}",
        "give it more white: lines, an inset, a standoff",
    ),
    "COLLIDE.unchecked": "not checked: {why}",
    "COLOR-CYCLE.names": "colours in a circle: {colors}",
    "COLOR-NAME.ink": ('"{name}" cannot name a colour', "a word that is no ink"),
    "COLUMNS.measure-and-policy": (
        "policy {policy} gives the columns their measures",
        "leave one of the two out",
    ),
    "COLUMNS.narrow": "{width_pt:.1f} pt hold no character of {size_pt:g} pt",
    "COLUMNS.no-room": (
        "{columns:#column} {columns:?does|do} not fit: {needed_pt:.1f} pt in {room_pt:.1f} pt",
        "fewer columns, a smaller gutter or inset, or a wider block",
    ),
    "COLUMNS.no-room-tiers": (
        "{tiers:#tier} {tiers:?does|do} not fit: {needed_pt:.1f} pt in {room_pt:.1f} pt",
        "fewer tiers, a smaller gutter or inset, or a deeper block",
    ),
    "COLUMNS.of-the-page": ("with policy grid the columns are the page's own", "leave it out"),
    "COLUMNS.tiers-policy": "{policy} is not for tiers of columns that run down",
    "COLUMNS.undivided": (
        "{columns:#column} of {measure_em:g} em {columns:?does|do} not divide {room_em:g} em: "
        "their gutters are "
        "{gutter_em:g} em, not {stated_em:g}",
        "`policy: equal` gives columns of {equal_em:g} em with the gutter that is stated",
    ),
    "COMMENT.words": (
        "“{comment}” is left out: a # after a space begins a comment",
        "write {whole} if it is part of the text, # and a space if it is none",
    ),
    "CONTROL.file": ("{char} may not stand in a text", "{hint}"),
    "CONTROL.value": ('"{text}" holds {char}', "{hint}"),
    "CORNERS.box": (
        "a radius of {radius_pt:.1f} pt is more than a line of the grid, {least_pt:.1f} pt",
        "a box of one line has no room for more",
    ),
    "CORNERS.count": "{values:#value}; one or four are possible",
    "CORNERS.disc": ("a disc has no corners", "`shape: square`"),
    "CORNERS.header": ("this header has no panel", "`style: panel`, `band` or `hung`"),
    "CORNERS.label": (
        "this label has neither a frame nor a panel",
        "`look: panel` or `look: outline`",
    ),
    "CORNERS.large": (
        "{block}: round corners of {radius_mm:.1f} mm have no room on {width_mm:.1f} × "
        "{height_mm:.1f} mm: set to {set_mm:.1f} mm",
        "a smaller radius: half the shorter side at most",
    ),
    "CORNERS.nothing": (
        "there is nothing that has corners",
        "a `fill`, or a rule on all four sides",
    ),
    "CORNERS.rule": (
        "{rule} can't be drawn round a corner",
        "straight lines can: thin, thick, double, wenwu",
    ),
    "CORNERS.sides": (
        "only a frame that is alike on all four sides has round corners",
        "one rule for all of them: `rules: thin`",
    ),
    "CROPPED.share": (
        "{file}: {percent} % of it is cut off{sides}; at most {most_percent:g} % may be",
        "`fit: whole` shows all of it, `focus` says what stays in view; `checks: accept` where "
        "it is meant",
    ),
    "DATE-WORDS.ganzhi": (
        "“{given}” is typed, and {date} is in {right}",
        "write {{ganzhi}}年, which follows the date",
    ),
    "DATE-WORDS.lunar": (
        "“{given}” is typed, and {date} is {right}",
        "write {{lunar}}, which follows the date",
    ),
    "DATE-WORDS.no-day": ("“{given}”: there is no such day", "put the date right"),
    "DATE-WORDS.of-day": (
        "“{given}” is typed, and {date} is a {right}",
        "write {right}, or put the date right",
    ),
    "DATE-WORDS.weekday": (
        "“{given}” is typed, and {date} is a {right}",
        "write {{weekday}}, which follows the date",
    ),
    "DATELINE.initial": (
        "the text of {story} begins with its 电头, whose first character is set over several lines",
        "keep the one or the other",
    ),
    "DATELINE.no-text": (
        "no paragraph of the text itself follows “{words}”: it is not set",
        "put it into the paragraph where it is to stand: [{words}]{{电头}}",
    ),
    "DATELINE.none": (
        "{story} begins with no 电头 that is known: “{begins}”",
        "put its words into `[…]{{电头}}`, or into `dateline:` of the story's head",
    ),
    "DATELINE.twice": (
        "the text begins with an 电头 of its own: “{there}”",
        "keep the one or the other",
    ),
    "DISPLAY-HIGH.broad": (
        "{what} is {width_pt:.1f} pt wide in {room_pt:.1f} pt",
        "give it more columns, or smaller type",
    ),
    "DISPLAY-HIGH.high": (
        "{what} is {height_pt:.1f} pt high in {room_pt:.1f} pt",
        "give it more lines, or smaller type",
    ),
    "DISPLAY-HIGH.no-room": (
        "{what} is {height_pt:.1f} pt high, and there is no room for it",
        "give it more lines, or smaller type",
    ),
    "DISPLAY-HIGH.title": (
        "“{text}”{where} is {high_pt:.1f} pt high in {room_pt:.1f} pt" + _LEAST_SIZE,
        _FIT_LEAST,
    ),
    "DISPLAY-HIGH.title-down": (
        "“{text}”{where} is {high_pt:.1f} pt wide in {room_pt:.1f} pt" + _LEAST_SIZE,
        _FIT_LEAST,
    ),
    "DISPLAY-HIGH.title-scale": (
        "“{text}”{where} would have to be flattened to {needed} % to go into {room_pt:.1f} pt "
        "at its least size of {least_pt:g} pt; its style allows {allowed} %",
        "give it more lines, a smaller `least`, or let `v_scale` begin lower",
    ),
    "DISPLAY-HIGH.title-scale-down": (
        "“{text}”{where} would have to be condensed to {needed} % to go into {room_pt:.1f} pt "
        "at its least size of {least_pt:g} pt; its style allows {allowed} %",
        "make it wider, give it a smaller `least`, or let `h_scale` begin lower",
    ),
    "DISPLAY-SHRUNK.header": _HEADER + _SHRUNK,
    "DISPLAY-SHRUNK.line": (
        "“{text}” is {long_pt} pt wide in {room_pt} pt; set at {size_pt} pt instead of {asked_pt}"
        + _OVER,
        "cut words, or give it more room; a 主题 may have two rows: `title: balance`",
    ),
    "DISPLAY-SHRUNK.line-down": (
        "“{text}” is {long_pt} pt long in {room_pt} pt; set at {size_pt} pt instead of {asked_pt}"
        + _OVER,
        "cut words, or give it more room; a 主题 may have two rows: `title: balance`",
    ),
    "DISPLAY-SHRUNK.one-in-row": _ONE_IN_ROW + _SHRUNK,
    "DISPLAY-SHRUNK.part": (
        "{what} is {width_pt:.1f} pt wide in {room_pt:.1f} pt; set at {percent:.0f} % of its size",
        "give it more columns, smaller styles, or shorter lines",
    ),
    "DISPLAY-SHRUNK.scale": (
        "“{text}” would have to be condensed to {needed} % to go into {room_pt} pt; its style "
        "allows {allowed} %: set at {size_pt} pt instead of {asked_pt}" + _OVER,
        "cut words, give it more room, or let `h_scale` begin lower",
    ),
    "DISPLAY-SHRUNK.scale-down": (
        "“{text}” would have to be flattened to {needed} % to go into {room_pt} pt; its style "
        "allows {allowed} %: set at {size_pt} pt instead of {asked_pt}" + _OVER,
        "cut words, give it more room, or let `v_scale` begin lower",
    ),
    "DISPLAY-SHRUNK.side-by-side": _SIDE_BY_SIDE + _SHRUNK,
    "DISPLAY-WIDE.header": (
        _HEADER + ", even at {size_pt:.1f} pt type",
        "cut words, or put some in a second line of their group",
    ),
    "DISPLAY-WIDE.index": (_INDEX + "page number and white take the rest", _INDEX_WIDER),
    "DISPLAY-WIDE.index-label": (
        _INDEX + "label, page number and white take the rest",
        _INDEX_WIDER,
    ),
    "DISPLAY-WIDE.line": (
        "“{text}” is {long_pt} pt wide in {room_pt} pt, even at {size_pt:.1f} pt type" + _OVER,
        "cut words, or give it more columns; a 主题 may have two rows: `title: balance`",
    ),
    "DISPLAY-WIDE.line-down": (
        "“{text}” is {long_pt} pt long in {room_pt} pt, even at {size_pt:.1f} pt type" + _OVER,
        "cut words, or give it more lines; a 主题 may have two rows: `title: balance`",
    ),
    "DISPLAY-WIDE.one-in-row": (_ONE_IN_ROW + ", even at {size_pt:.1f} pt type", _STACK),
    "DISPLAY-WIDE.row": (
        "{what} is {width_pt:.1f} pt wide in {room_pt:.1f} pt",
        "cut words, or give it more columns",
    ),
    "DISPLAY-WIDE.scale": (
        "“{text}” would have to be condensed to {needed} % to go into {room_pt} pt; its style "
        "allows {allowed} %, and even at {size_pt:.1f} pt it is {long_pt} pt wide" + _OVER,
        "cut words, give it more columns, or let `h_scale` begin lower",
    ),
    "DISPLAY-WIDE.scale-down": (
        "“{text}” would have to be flattened to {needed} % to go into {room_pt} pt; its style "
        "allows {allowed} %, and even at {size_pt:.1f} pt it is {long_pt} pt long" + _OVER,
        "cut words, give it more lines, or let `v_scale` begin lower",
    ),
    "DISPLAY-WIDE.side-by-side": (_SIDE_BY_SIDE + ", even at {size_pt:.1f} pt type", _STACK),
    "DISPLAY-WIDE.summary": (
        "the 提要题 is {measure_pt:.1f} pt wide in {room_pt:.1f} pt",
        "give it a smaller measure",
    ),
    "DISPLAY-WIDE.title": (
        "“{text}”{where} is {long_pt:.1f} pt wide in {room_pt:.1f} pt" + _LEAST_SIZE + _OVER,
        "cut words, allow more rows or a smaller `least`, or make it wider",
    ),
    "DISPLAY-WIDE.title-down": (
        "“{text}”{where} is {long_pt:.1f} pt long in {room_pt:.1f} pt" + _LEAST_SIZE + _OVER,
        "cut words, allow more rows or a smaller `least`, or make it higher",
    ),
    "DISPLAY-WIDE.title-scale": (
        "“{text}”{where} would have to be condensed to {needed} % to go into {room_pt:.1f} pt "
        "at its least size of {least_pt:g} pt; its style allows {allowed} %",
        "cut words, allow more rows or a smaller `least`, or let `h_scale` begin lower",
    ),
    "DISPLAY-WIDE.title-scale-down": (
        "“{text}”{where} would have to be flattened to {needed} % to go into {room_pt:.1f} pt "
        "at its least size of {least_pt:g} pt; its style allows {allowed} %",
        "cut words, allow more rows or a smaller `least`, or let `v_scale` begin lower",
    ),
    "DUPLICATE-ID.block": ('two blocks are called "{id}"', "the first at line {line}"),
    "DUPLICATE-KEY.twice": ('"{key}" stands twice', "first at line {line}"),
    "EMPTY-FIELD.given-by-none": "{{{field}}} is empty: neither the edition nor the page gives it",
    "EMPTY-HEADING.words": "a small heading without words",
    "EMPTY-STORY.text": "the story has no text",
    "EMPTY-STYLE.words": (
        "a paragraph's style without words behind it",
        "write the words behind it, with a space between: {{落款}} 株洲市人民政府",
    ),
    "EMPTY.file": "the file holds nothing",
    "EMPTY.no-text": "the file holds no text",
    "ENCODING.byte": "byte 0x{byte} is not UTF-8: {why}; save it as UTF-8",
    "ENCODING.gbk": (
        "the file looks like GBK (ANSI), and UTF-8 is read",
        "save it anew as UTF-8, in Notepad or WPS (另存为)",
    ),
    "ENCODING.utf-16": "the file is UTF-16; save it as UTF-8",
    "END-MARK.room": "“{text}” has no room after the last character",
    "EVIDENCE.column-end": (
        "{node}: no column ends with “{text}”: {stands}",
        "try another measure, other columns, or `fit: first` in the style of its text",
    ),
    "FACE-DASH.drawn-longer": (
        "{face}: two — of it are no rule of two em; one is drawn longer for each —— ({count:,} on "
        "the page)"
    ),
    "FACE-EMPTY.text": (
        "{file} has no character of the text set in it",
        "others stand in for all of them",
    ),
    "FACE-INDEX.none": ("{file} holds {faces:#face}; 0 is used, {title}", "{hint}"),
    "FACE-LENT.chars": (
        "{face} has no {chars}{more}; {lender} draws {count:?it|them}{words}",
        "{hint}",
    ),
    "FACE-LICENCE.denied": (
        "{file} ({title}): {denied}",
        "ask its maker, or take another face",
    ),
    "FACE-STANDS-IN.role": "{used} stands in for {role}: {why}",
    "FACE-TABLES.unread": (
        "{file} is damaged: its {tables:and} can't be read",
        "its forms for columns and its half-width figures are lost; take a whole copy",
    ),
    "FACE-TWICE.role": "{name} and {other} are one role; {other} is used",
    "FACE-UNUSED.role": ("no style has the face {name}, so {file} is not used", "{hint}"),
    "FACE.fault": "{why}",
    "FACE.file": '"{file}" {why}',
    "FACES.many": (
        "{families:#family|families} of type (at most {most}): {names}",
        "weights of one family make more of a page than another family",
    ),
    "FACING.gutter": (
        "{gutter_mm:.1f} mm between the two type areas have no room (at most {most_mm:.1f} mm)"
    ),
    "FACING.itself": "page {page} faces itself",
    "FACING.strip": "a strip of {strip_mm:.1f} mm in a gutter of {gutter_mm:.1f} mm",
    "FENCE.deep": (
        "more than {most} styles are open inside one another",
        "::: on a row of its own closes one",
    ),
    "FENCE.empty": ("nothing stands between :::{name} and its :::", "take both rows out"),
    "FENCE.names": (
        "{names:#style is|styles are} named at once, more than {most}",
        "one style of the sheet may say it all",
    ),
    "FENCE.none-open": (
        "::: closes a style, and none is open",
        "::: and a style's name open it, on a row of their own above",
    ),
    "FENCE.open": (":::{name} is not closed", "::: on a row of its own closes it"),
    "FIELD-NAME.taken": (
        "“{name}” cannot name a field of one's own",
        "take another name, without braces",
    ),
    "FINE-TYPE.inks": (
        "“{text}” of “{block}”: {size_pt:.1f} pt in {inks}; type in several inks wants "
        "{least_pt:g} pt{more}",
        "one ink, or larger type",
    ),
    "FINE-TYPE.reversed": (
        "“{text}” of “{block}”: {size_pt:.1f} pt, white on {inks}; it wants {least_pt:g} pt{more}",
        "larger or heavier type, or dark words on a pale ground",
    ),
    "FINE-TYPE.rich": (
        "“{text}” of “{block}”: {size_pt:.1f} pt in the black {inks}; below {least_pt:g} pt black "
        "is K alone{more}",
        "K100",
    ),
    "FIT.cover": "only a picture may cover its frame",
    "FIT.fixed": "a block whose place is stated has nothing that may move",
    "FIT.least-most": "the least, {least}, is more than the most, {most}",
    "FIT.story-only": "only a story has one",
    "FIT.unfilled": 'no way to fill "{block}": {nearest}',
    "FIT.unsolved": (
        'no way to make {kind} "{group}" {lines:#line} high{nearest}',
        "let more values move, or change the text",
    ),
    "FIT.whole": "only a picture is whole",
    "FITTED.block": '"{block}": {changes}',
    "FOLD.code": (
        "the code of “{block}” lies in the fold, or nearer than {least_mm:.1f} mm: {left_mm:.1f} "
        "mm to its left, {right_mm:.1f} mm to its right",
        "a code that is folded is not read: move it",
    ),
    "FOLD.focus": (
        "the main point (focus) of {file} lies {off_mm:.1f} mm from the fold (at least "
        "{least_mm:.1f} mm)",
        "move the picture, or crop it otherwise",
    ),
    "FOLD.middle": (
        "the middle of {file} lies {off_mm:.1f} mm from the fold (at least {least_mm:.1f} mm)",
        "say where its main point is (`focus`), or move it",
    ),
    "FOLD.near": (
        "{lines:#line} of “{block}” stand {white_mm:.1f} mm from the fold (at least "
        "{least_mm:.1f} mm): “{text}”",
        "narrow the block, or end it before the fold",
    ),
    "FOLD.small-across": (
        "{lines:#line} of small type of “{block}” over the fold: “{text}”, {size_pt:g} pt, "
        "{left_mm:.1f} mm to its left and {right_mm:.1f} mm to its right",
        "set it from {size_least_pt:g} pt on, or end it before the fold",
    ),
    "FOLD.text-across": (
        "{lines:#line} of text of “{block}” over the fold: “{text}”, {left_mm:.1f} mm to its left "
        "and {right_mm:.1f} mm to its right",
        "let a gutter of its columns lie there, or part the block",
    ),
    "FOLIO.jump": (
        "“{text}”: the edition has no page {page}",
        "{hint}",
    ),
    "FOLIO.page": (
        "导读: the edition has no page {page}",
        "{hint}",
    ),
    "FOLIO.title": (
        "导读: page {page} has no headline “{text}”",
        "{hint}",
    ),
    "FORMAT.close-lines": "lines {pitch_pt:.1f} pt apart lie over each other at {size_pt:g} pt",
    "FORMAT.columns-and-column": (
        "`columns` says how wide each column is",
        "leave `column` out, or say how many `columns` there are",
    ),
    "FORMAT.extent": "a page of {extent_mm:.4g} mm; {least_mm:g} to {most_mm:g} mm are possible",
    "FORMAT.narrow-column": "a column of {width_pt:.1f} pt holds no character of {size_pt:g} pt",
    "FORMAT.type-area": (
        "the type area ({width_mm:.1f} × {height_mm:.1f} mm, {top_mm:.1f} mm from the top) is "
        "larger than the page ({page_width_mm:.1f} × {page_height_mm:.1f} mm)",
        "fewer or narrower columns, fewer lines, or a smaller pitch",
    ),
    "FRAME.index": (
        "the 导读 still names the stories of the other day",
        "write today's titles and pages",
    ),
    "FRAME.keep": (
        "--keep {name:quoted}: no story or picture of the edition is called so",
        "{hint}",
    ),
    "FRAME.lunar": (
        "the typed lunar date was that of the other day; it is taken out",
        "`{{lunar}}` is worked out from the date",
    ),
    "FRAME.no-issue": (
        "the paper does not appear on {date}, a {weekday}{after}",
        "give another `--date`, or name the day under `extra` of `issue`",
    ),
    "FRAME.page": ("a frame is made of an edition, not of a page", "give its folder"),
    "FRAME.unmarked": (
        "`{key}` is still that of the other day, and could not be marked as standing in",
        "write `stands_in: true` beside it",
    ),
    "FRONT-MATTER.below-empty": (
        "the front matter begins below an empty line",
        "take the line out",
    ),
    "FRONT-MATTER.fence": (
        "“{text}” is no fence of a story's head, whose keys are not read",
        "write --- (three hyphens, half width) above and below the keys",
    ),
    "FRONT-MATTER.lone-subtitle": ("a 副题 without a 主题", "give the story a title"),
    "FRONT-MATTER.no-fence": (
        "“{text}” stands outside of a head, and is set as text",
        "write --- on a row of its own above and below the keys",
    ),
    "FRONT-MATTER.no-keys": (
        "{what} where the head's keys are expected, such as title: …",
        "{hint}",
    ),
    "FRONT-MATTER.not-closed": (
        "the front matter has no closing ---",
        "write --- below its last key",
    ),
    "GALLEY-LARGE.sheet": (
        "a galley of {lines:,} {lines:?line|lines} of {measure_pt:g} pt is larger than a PDF page "
        "may be: {most_pt:,.0f} pt a side hold {room_lines:,} such lines",
        "a smaller text or size",
    ),
    "GAP.display": (
        "{spaces:#space} typed between Han and letters or figures {spaces:?is set as a space|are "
        "set as spaces}",
        "delete those that divide nothing: 第 2 版 is 第2版",
    ),
    "GAP.text": (
        "{spaces:#space} typed between Han and letters or figures {spaces:?gives|give} way to the "
        "style's own gap (latin_gap)"
    ),
    "GRID.stories": (
        "baselines of neighbouring columns differ by {off_mm:.2f} mm (at most {most_mm:.2g} mm): "
        "{nodes:and}",
        "keep to the page's grid: no leading of its own, whole lines for headlines",
    ),
    "GRID.story": (
        "baselines of two columns of {node} differ by {off_mm:.2f} mm (at most {most_mm:.2g} mm)",
        "keep to the page's grid: no leading of its own, whole lines for headlines",
    ),
    "GUTTER-RUN.articles": (
        "one gutter runs down {percent:.0f} % of the type height (at most {most_percent:g} %), "
        "past {articles} articles: {blocks:quoted}",
        "set one of them in other columns, or let a headline or a picture cross it",
    ),
    "HAND.fence": (
        "one paragraph is set by hand, not all of a style's",
        "write it at the head of that paragraph",
    ),
    "HAND.fewer": "set by hand (缩行): {before:#line} set in {after}, by {how}",
    "HAND.kept": "“{text}” stays on one line by hand (不断)",
    "HAND.more": "set by hand (撑行): {before:#line} set in {after}, by {how}",
    "HAND.most": ("{lines:#line} by hand: {most} at most", "cut or add words instead"),
    "HAND.not-fewer": (
        "can't be set by hand in {after} (缩行): {before:#line}, at the tightest "
        "{characters:#character} over",
        "cut that many",
    ),
    "HAND.not-more": (
        "can't be set by hand in {after} (撑行): {before:#line}, about {characters:#character} "
        "too few",
        "add that many",
    ),
    "HAND.nothing": ("{word}: no line is won or lost", "write how many, or take it out"),
    "HAND.ragged": ("its lines are not flush: none is won or lost by hand", "cut or add words"),
    "HAND.twice": (
        "{word}: the paragraph is set by hand already",
        "{{缩1行}} or {{撑1行}}, once for a paragraph",
    ),
    "HEADER.hung": ("belongs to a panel that hangs", "`style: hung`"),
    "HEADER.name": ("there is no name to hang on a panel", "`name:`, or `hangs: folio`"),
    "HEADER.numeral": (
        "there is no number in the folio “{text}”",
        "`folio: 第{{page}}版`",
    ),
    "HEADLINE.balanced-width": "a balanced headline beside the text needs one",
    "HEADLINE.columns": "{given}, but the story has {columns:#column}",
    "HEADLINE.fitted-width": "a fitted headline beside the text needs one",
    "HEADLINE.inside-cols": "{cols}, but its story has {columns:#column} there",
    "HEADLINE.inside-lines": "lines {first}-{last} of {rows} that its story has there",
    "HEADLINE.least-most": "{least_pt:g} pt is more than the most, {most_pt:g} pt",
    "HEADLINE.lines": "{lines} of the block's {of} lines {lines:?leaves|leave} none for the text",
    "HEADLINE.not-fitted": "belongs to `size: fit`",
    "HEADLINE.nothing-behind": "belongs to a fill or a picture behind it",
    "HEADLINE.rows": ("only a balanced 主题 is broken into rows", "say `title: balance`"),
    "HEADLINE.shoulder": ("only a 肩题 has this rule", "`kicker: shoulder`"),
    "HEADLINE.span": "{span:#column}, but its story has {columns} there",
    "HEADLINE.stands": ("only a headline {at} the text has it", "say `stands: {stands}`"),
    "HEADLINE.summary-narrow": "{width_pt:.1f} pt hold no character of {size_pt:g} pt",
    "HEADLINE.width": "{width_pt:.1f} pt of {room_pt:.1f} leave none for the text",
    "HOLLOW.han": (
        "“{text}” is hollow: the Han of most faces are drawn stroke over stroke, and where strokes "
        "cross that shows",
        "figures and letters alone, or look at it",
    ),
    "IMPORT-BINARY.byte": "byte 0x{byte} at offset {offset}: this is not a text",
    "IMPORT-BINARY.kind": (
        "the file is {kind}, not a text",
        "{hint}",
    ),
    "IMPORT-COUNT.more": "{more:#paragraph} more with other characters than in the file",
    "IMPORT-COUNT.paragraph": (
        "paragraph {paragraph}, “{words}”: {stand:#character} in the file, {came} came out",
        "compare it with the file, and send us the file",
    ),
    "IMPORT-DOCX.bytes": "the file unpacks to {bytes:,} bytes; the limit is {most:,}",
    "IMPORT-DOCX.damaged": (
        "the file is damaged: {part}: {fault}",
        "open it in Word or WPS and save it again (另存为 .docx)",
    ),
    "IMPORT-DOCX.deep": "the file is nested more than {most} deep",
    "IMPORT-DOCX.entities": "the file declares a document type in {part}, which no .docx has",
    "IMPORT-DOCX.large": "{part} has {bytes:,} bytes; the limit is {most:,}",
    "IMPORT-DOCX.locked": (
        "the file is locked by a password",
        "open it with the password and save it without one",
    ),
    "IMPORT-DOCX.macros": ("the file holds macros", "save it without them: 另存为 .docx"),
    "IMPORT-DOCX.mixed": (
        "{file} is no Word file: import copy from Word and OCR text one after the other"
    ),
    "IMPORT-DOCX.none": (
        "the file is {kind}, no .docx",
        "save the copy as .docx in Word or WPS: 另存为",
    ),
    "IMPORT-DOCX.old": (
        "the file is an old one of Word or WPS (.doc, .wps)",
        "save it as .docx: 另存为 .docx",
    ),
    "IMPORT-DOCX.packed": "{part} unpacks from {packed:,} to {bytes:,} bytes: no copy does",
    "IMPORT-DOCX.parts": "the file has {parts:,} parts; the limit is {most:,}",
    "IMPORT-DOUBT.place": "“{text}” {doubt}",
    "IMPORT-EDITED.other": (
        "the file was not written by an import",
        "--beside writes the new version next to it as .new",
    ),
    "IMPORT-EDITED.since": (
        "the file has been edited since the last import",
        "--beside writes the new version next to it as .new",
    ),
    "IMPORT-EMPTY.text": "the text is empty",
    "IMPORT-ENCODING.byte": (
        "byte 0x{byte} at offset {offset} is not UTF-8",
        "{hint}",
    ),
    "IMPORT-ENCODING.utf-16": (
        "the text is UTF-16",
        "convert it: iconv -f UTF-16 -t UTF-8 {file}",
    ),
    "IMPORT-GLYPH.chars": (
        "no shipped face has {chars}: the page builds when one is given",
        "faces: {{生僻: fonts/NAME.ttf}} in the style sheet, or other characters in the stories",
    ),
    "IMPORT-GLYPH.more": (
        "no shipped face has {chars} and {more} more: the page builds when one is given",
        "faces: {{生僻: fonts/NAME.ttf}} in the style sheet, or other characters in the stories",
    ),
    "IMPORT-LONG.paragraph": (
        "a paragraph of {file} is longer than a page: divide it, or it will be overset"
    ),
    "IMPORT-NO-STORY.none": "no running text was found",
    "IMPORT-READ.file": ("the file: {fault}", "{hint}"),
    "IMPORT-SIZE.bytes": (
        "the text has {bytes:,} bytes; the limit is {most:,}",
        "import a page at a time",
    ),
    "IMPORT-UNDO.copy": "nothing to undo: copy from Word is not changed, its file is the source",
    "IMPORT-UNDO.log": "cannot be undone: {fault}",
    "IMPORT-WORD.kind": "{what}{place}",
    "IMPORT-WORD.title": "the first line, “{title}”, is taken as the title: nothing marks it",
    "IMPORT-WORD.titles": (
        "the file has {titles} titles: one story, the others small headings",
        "--split makes a story of each",
    ),
    "IMPORT-WRITE.write": "{fault}",
    "IMPRINT.shrunk": (
        _IMPRINT + _SHRUNK,
        "cut words, or give it two `rows`",
    ),
    "IMPRINT.wide": (
        _IMPRINT + ", in {rows:#line}, even at {size_pt:.1f} pt",
        "cut words, give it two `rows`, or more columns",
    ),
    "INDENT.place": (
        "the blanks at the head of {rows:#row} are left out, which are more than an indent",
        "who wrote it is `byline` in the story's head; a line may be ranged right by a text of "
        "the page spec",
    ),
    "INDENT.typed": (
        "the indents typed at the head of {rows:#row} are left out: the style has its own"
    ),
    "INDENT.wide": (
        "an indent of {indent_zi:g} 字 in {measure_zi:g} 字; set at {room_zi:g}",
        "a smaller indent, or a wider measure",
    ),
    "INDEX.leader": ("none leads to a page number {at} the title", "page_at: after"),
    "INDEX.mark": (
        "the page number {page} has no room on {size_pt:.1f} pt, it needs {least_pt:.1f}",
        "a larger `size`, or a smaller style of the numbers",
    ),
    "INITIAL.in-box": (
        "the text begins with a box, in which no first character is set over several lines",
        "take `initial` out, or put the box elsewhere",
    ),
    "INITIAL.marks": (
        "the marks at “{text}” are not set: it is a first character of several lines",
        "let them begin behind it",
    ),
    "INITIAL.no-letter": "the text begins with “{char}”, which is set as the others are",
    "INITIAL.no-room": (_INITIAL, "fewer lines"),
    "INITIAL.word-no-room": (
        _INITIAL + "; it is set as the others are",
        "fewer lines, or let the text begin with other words",
    ),
    "INK.over": (
        "{color} lays {percent:g} % of ink on one spot",
        "this press takes {most:g} %",
    ),
    "INK.picture": (
        "{file}: up to {percent:.0f} % of ink in 15 mm², {share_percent:.0f} % of it above "
        "{most:g} %",
        "separate it anew for newsprint",
    ),
    "INK.total": (
        "{color} lays {percent:g} % of ink on one spot",
        "newsprint takes {most:g} %, many presses 220",
    ),
    "INK.type": (
        "“{text}” of “{block}”: black type of {size_pt:.1f} pt on {under_percent:.0f} % of ink, "
        "{percent:.0f} % together, above {most:g} %: it knocks out{more}",
        "{hint}",
    ),
    "INSET.nothing-left": (
        "{left_pt:.1f} + {right_pt:.1f} and {top_pt:.1f} + {bottom_pt:.1f} pt leave nothing of a "
        "block of {width_pt:.1f} × {height_pt:.1f} pt"
    ),
    "INSET.three": "three values; one, two or four are possible",
    "INVISIBLE.unchecked": "not checked: {why}",
    "INVISIBLE.words": (
        "“{text}” of {block}: words in {ink} on {ground} can hardly be seen: lightness "
        "{lightness} against {ground_lightness} (at least {least_apart:g} apart){lost}{more}",
        "{hint}",
    ),
    "ISSUE.before-first": (
        "{date} is before {first}, the day of issue {number}, from which issues are counted",
        "count from an earlier issue, or put the date right",
    ),
    "ISSUE.first-without": (
        "{date}, from which issues are counted, is itself a day without an issue",
        "take a day with an issue, or name it under `extra`",
    ),
    "ISSUE.none": (
        "{date}, a 星期{weekday}, is a day without an issue",
        "put the date right, or name the day under `extra`",
    ),
    "ITSELF.edition": "the page names itself as its edition",
    "ITSELF.page": "the edition names itself as a page",
    "JOINED.rows": (
        "{rows:#row is|rows are} joined to the row above, as one paragraph: no empty row between",
        "leave a row empty between paragraphs, or write paragraphs: rows in the story's head or "
        "the edition; paragraphs: joined if one paragraph is meant",
    ),
    "JUMP-CYCLE.pages": "stories jump in a circle: {chain}",
    "JUMP-EMPTY.left": (
        "nothing is left of {story} to go on on page {page}",
        "take jump_to out",
    ),
    "JUMP-EMPTY.nothing-comes": (
        "nothing comes from page {page}, which has room for all of {story}: the block holds no "
        "text",
        "take the block out and `jump_to` on page {page}, or give the story less room there",
    ),
    "JUMP-PAGE.itself": "{page} is this page itself",
    "JUMP-PAGE.not-sent": (
        "no block of page {page} sets {story} with `jump_to: {own_page}`",
        "give the block that sets it on page {page} `jump_to: {own_page}`, or take `jump_from` out "
        "here",
    ),
    "JUMP-PAGE.not-taken-up": (
        "no block of page {page} sets {story} with `jump_from: {own_page}`",
        "give page {page} a block with `story: {story}` and `jump_from: {own_page}`, or its "
        "text is lost",
    ),
    "JUMP-PAGE.unknown": ("{line}: there is no page {page} that can be read", "{hint}"),
    "JUMP-TWICE.block": (
        "another block of the page sets {story} with `{key}: {page}`",
        "its text would stand twice",
    ),
    "JUMP-WAITS.coming-from": (
        "page {page} has errors of its own, so where {story} goes on is not known: the block "
        "stays empty",
        "mend {first} first; building that page tells the rest",
    ),
    "JUMP-WAITS.going-on": (
        "page {page} has errors of its own, so whether it goes on with {story} is not known",
        "mend page {page} first; building it tells what is wrong",
    ),
    "JUMP.above": (
        "{node}: from column {column} to column {to_column} the text goes on above",
        "order the columns from left to right, then from top to bottom",
    ),
    "JUMP.left": (
        "{node}: from column {column} to column {to_column} the text goes on to the left",
        "order the columns from left to right, then from top to bottom",
    ),
    "JUMP.order": (
        "{node}: paragraph {paragraph} stands behind paragraph {behind}",
        "order the columns from left to right, then from top to bottom",
    ),
    "JUMP.over": (
        "{node}: from column {column} to column {to_column} the text jumps over {other}",
        "order the columns from left to right, then from top to bottom",
    ),
    "JUMP.same-place": (
        "{node}: from column {column} to column {to_column} the text goes on in the same place",
        "order the columns from left to right, then from top to bottom",
    ),
    "KINSOKU.bond": (
        "“{text}” ends inside what belongs together: every other way is looser than ¼ em"
    ),
    "KINSOKU.end": (
        "“{text}” ends with {mark} , which may not stand at a line's end (level {level})",
        _ANOTHER_WORD,
    ),
    "KINSOKU.no-end": (
        "“{text}” ends where no line may: no other end fits {measure:g} em",
        _ANOTHER_WORD,
    ),
    "KINSOKU.parted": (
        "“{text}” ends inside what should stay together: no other end fits",
        _ANOTHER_WORD,
    ),
    "KINSOKU.row": "“{text}” ends in a row of marks, where the rules of line ends give way",
    "KINSOKU.start": (
        "“{text}” is followed by a line that begins with {mark} , which may not (level {level})",
        _ANOTHER_WORD,
    ),
    "KINSOKU.word": (
        "“{text}” ends inside a word: “{before}” and “{after}” are parted (level {level})",
        _ANOTHER_WORD,
    ),
    "KINSOKU.word-cut": (
        "a word wider than the measure is cut after “{text}”",
        _ANOTHER_WORD,
    ),
    "LABEL.height": ("a 栏花 needs its height", "`height: 8mm`"),
    "LABEL.kicker": (
        "the label and the 引题 beside it are {width_pt:.1f} + {kicker_pt:.1f} pt wide in "
        "{room_pt:.1f}",
        "a shorter label, or `level: title`",
    ),
    "LABEL.level": "only a label beside the headline has a level",
    "LABEL.no-frame": (
        "a label in a frame has no rule",
        "name one; without a frame it is `look: plain`",
    ),
    "LABEL.no-headline": (
        "{story} has no headline: its label stands at the corner",
        "a title, or no `stands`",
    ),
    "LABEL.no-kicker": "{story} has no 引题: the label stands beside the 主题",
    "LABEL.no-picture": "belongs to a picture",
    "LABEL.no-room": (
        "the label beside the headline takes {width_pt:.1f} of {room_pt:.1f} pt and leaves it "
        "{left_pt:.1f}",
        "a shorter label, or `stands: above`",
    ),
    "LABEL.picture": "belongs to words: a picture stands instead of them",
    "LABEL.rule": ("belongs to a frame", "`look: outline`"),
    "LABEL.vertical": "a vertical headline has its label at the corner",
    "LABEL.wide": (
        "the label is {width_pt:.1f} pt wide in {room_pt:.1f}",
        "a lower picture, or fewer lines",
    ),
    "LENGTH.text": (
        "{fault}",
        "{fault:hint}",
    ),
    "LINE-WIDE.squeezed": (
        "“{text}” is {width:.2f} em wide, squeezed, in {measure:g} em",
        "give the column more characters",
    ),
    "LONE-HEADING.in-line": (
        "a heading in the line (####) without a paragraph after it",
        "### begins a heading on a line of its own",
    ),
    "LOOSE.address": (
        "“{text}” does not fill {measure:g} em: the address in it is not opened{why}",
        "change a word before the address, or the measure",
    ),
    "LOOSE.gaps": (
        "a loose line: gaps of {percent:.1f} % of an em{limit} in “{text}”{why}",
        _ANOTHER_WORD,
    ),
    "LOOSE.no-place": (
        "“{text}” does not fill its measure: it has no place that can open{why}",
        _ANOTHER_WORD,
    ),
    "LUNAR-DATE.no-date": (
        "{given} cannot be checked, there is no date",
        "give the edition its date",
    ),
    "LUNAR-DATE.other": ("{date} is {lunar}, not {given}", 'did you mean "{lunar}"?'),
    "MARK-NONE.dots": (
        "“{text}”: dots stand under Han alone, and there are none",
        "underline it, or set it in bold",
    ),
    "MARK-ROOM.drawn": (
        "{mark} takes {takes_pt:.1f} pt between two lines: there are {room_pt:.1f} pt",
        "set the text on more leading, or mark the words in another way",
    ),
    "MARKS-LEFT.weasyprint": (
        "WeasyPrint's file has no printer's marks: the press renderer draws them"
    ),
    "MARKS.alone": (
        "“{around}”: {mark} stands alone{times}{meant}",
        "{hint}",
    ),
    "MARKS.closes": (
        "“{around}”: {mark} stands where one closes{times}{meant}",
        "{hint}",
    ),
    "MARKS.half-dash": (
        "“{around}”: {mark} is half a dash{times}{meant}",
        "{hint}",
    ),
    "MARKS.half-ellipsis": (
        "“{around}”: {mark} is half an ellipsis{times}{meant}",
        "{hint}",
    ),
    "MARKS.half-width": (
        "“{around}”: {mark} is half-width between Han{times}{meant}",
        "{hint}",
    ),
    "MARKS.hyphen": (
        "“{around}”: {mark} is a hyphen between Han{times}{meant}",
        "{hint}",
    ),
    "MARKS.in-number": (
        "“{around}”: {mark} is full-width in a number{times}{meant}",
        "{hint}",
    ),
    "MARKS.in-ratio": (
        "“{around}”: {mark} is full-width in a ratio{times}{meant}",
        "{hint}",
    ),
    "MARKS.in-time": (
        "“{around}”: {mark} is full-width in a time or a score{times}{meant}",
        "{hint}",
    ),
    "MARKS.inside": (
        "“{around}”: {mark} stands inside {other}{times}{meant}",
        "{hint}",
    ),
    "MARKS.no-dash": (
        "“{around}”: {mark} is no dash of Chinese{times}{meant}",
        "{hint}",
    ),
    "MARKS.no-dot": (
        "“{around}”: {mark} is no middle dot of Chinese{times}{meant}",
        "{hint}",
    ),
    "MARKS.no-ellipsis": (
        "“{around}”: {mark} is no ellipsis of Chinese{times}{meant}",
        "{hint}",
    ),
    "MARKS.no-mark": (
        "“{around}”: {mark} is no mark of Chinese print{times}{meant}",
        "{hint}",
    ),
    "MARKS.opens": (
        "“{around}”: {mark} stands where one opens{times}{meant}",
        "{hint}",
    ),
    "MARKS.straight": (
        "“{around}”: {mark} is a straight quotation mark{times}{meant}",
        "{hint}",
    ),
    "MARKS.together": (
        "“{around}”: {mark} stand together{times}{meant}",
        "{hint}",
    ),
    "MARKS.unpaired": (
        "“{around}”: {mark} has no {other}{times}{meant}",
        "{hint}",
    ),
    "MARKUP.bold-no-end": (
        "“{text}”: bold without its other end is set as it stands",
        "{way}; or a backslash before it if it is meant as itself",
    ),
    "MARKUP.mark": (
        "“{text}”: the mark of {noun} is set as it stands{many}",
        "{way}; or a backslash before it if it is meant as itself",
    ),
    "MARKUP.words": (
        "“{text}”: no such mark, style or colour; it is set as it stands{many}",
        "{way}; or a backslash before it if it is meant as itself",
    ),
    "MERGE-KEY.key": ("merge keys (<<) are not part of the language", "write the keys out"),
    "MISSING-FILE.given": ("does not exist", "{hint}"),
    "MISSING-FILE.named": ('"{name}" {fault}', "{hint}"),
    "MISSING-FILE.read": "{file} {fault}",
    "MISSING-KEY.across": (
        "it does not say where it stands across",
        "`cols: 1-3`, or `from: 37.5zi, width: 33.5zi`",
    ),
    "MISSING-KEY.at": '"at" is missing: where the block stands in the grid',
    "MISSING-KEY.key": '"{key}" is missing: {kind}',
    "NEW-FOLDER.full": (
        '"{name}" is there and is not empty',
        "choose another name",
    ),
    "NEW-FOLDER.look": '"{name}" cannot be looked at: {reason}',
    "NEW-FOLDER.name": (
        '"{name}" is no name for a folder',
        "letters, figures, Han, - _ and . are expected, at most 60, such as special-2026-05-04",
    ),
    "NEW-FOLDER.outside": (
        '"{name}" leads out of this folder',
        "give its whole path",
    ),
    "NEW-FOLDER.parent": (
        '"{name}" is not a folder',
        "make it first, or mend the path",
    ),
    "NEW-FOLDER.taken": (
        '"{name}" is there and is not a folder',
        "choose another name",
    ),
    "NEW-FOLDER.write": "{fault}",
    "NO-EDITION.folder": ("the folder holds no {file}", "{hint}"),
    "NO-GLYPH.char": ("no face has “{char}” (U+{number}){often}", "{hint}"),
    "NO-GLYPH.more": (
        "no face has {chars:,} more {chars:?character|characters}, which {chars:?stands|stand} "
        "{count:,} {count:?time|times}; the first of them stands here",
        _GIVE,
    ),
    "NO-PAGES.none": (
        "the edition lists no pages",
        "write `pages:`, and under it a page a row, `  - A1.yaml`",
    ),
    "NO-TITLE.headline": (
        "the block sets a headline, and {story} has no title",
        "write `title:` in the head of the story, or leave `headline` out",
    ),
    "NO-VARIANT.form": (
        "no face has the form of “{char}” that U+{selector} asks for; its usual form is set{often}",
        f"take the selector out, or {_GIVE}",
    ),
    "NOT-FINAL.not-checked": (
        "{file} is not written: {check} could not be checked: {why}",
        "without `--final` it is",
    ),
    "NOT-FINAL.preflight": (
        "{file} is not written: preflight finds {errors:#error} in it",
        "without `--final` it is",
    ),
    "NOT-FINAL.thing": "{page} is not final: {what}",
    "NOT-FINAL.things": "{page} is not final: {things} stand in",
    "NOT-TEXT.file": ("the file is {kind}, not a text", "{hint}"),
    "NOT-WHOLE.pages": "without {kinds:and}: {pages} {count:?was|were} not made",
    "NOTE.down": (
        "a story in columns that run down has no notes at its foot",
        "write the note in brackets in the text",
    ),
    "NOTE.empty": (
        "the note [^{label}] has no words",
        "write [^{label}]: and its words in one row",
    ),
    "NOTE.letters": (
        "the letters over characters in the note [^{label}] are not set: its lines are too close",
        "write them in brackets: 株（zhū）洲（zhōu）",
    ),
    "NOTE.no-room": (
        "the note {label} takes {lines:#line} of its column, which has {room:#line}: it is not set",
        "shorten it, make the block deeper, or move its sign",
    ),
    "NOTE.no-sign": (
        "the note [^{label}] is not set: its sign stands nowhere in the text",
        "write [^{label}] behind the words it belongs to",
    ),
    "NOTE.twice": (
        "the note [^{label}] is written twice, first in row {line}",
        "give each note a label of its own",
    ),
    "NOTE.unsettled": (
        "the sign of a note goes to the next column when room is made for the note, and back when "
        "not: {lines:#line} at the foot of column {column} stay empty",
        "move the sign, or change the text by a line",
    ),
    "NUDGE.nothing": (
        "what is in such a block fills all of it: nothing is moved",
        "move the block itself by the `lines` of `at`",
    ),
    "NUDGE.out": "{length} moves it out of its block",
    "NUDGE.story": (
        "the text of a story keeps to the lines of the page: nothing is moved",
        "move the block itself by the `lines` of `at`; the white under a headline is its `white`",
    ),
    "OFF-GRID.columns": ("{span} but the page has {most:#column}", "the last column is {most}"),
    "OFF-GRID.header": "{lines} but the page has {most:#line}",
    "OFF-GRID.host-cols": '{cols} but the story "{story}" has {columns:#column}',
    "OFF-GRID.host-lines": '{lines} but "{story}" has {rows:#line} of text there',
    "OFF-GRID.host-width": (
        '{to_mm:.1f} mm but the columns of "{story}" are {room_mm:.1f} mm wide there'
    ),
    "OFF-GRID.lines": ("{span} but the page has {most:#line}", "the last line is {most}"),
    "OFF-GRID.width": (
        "it goes from {from_em:g} to {to_em:g} em but {room_em:g} em are there",
        "{over_em:g} em ({over_mm:.1f} mm) too wide",
    ),
    "OUT.thing": (
        "the {thing} of “{node}” reaches {out_mm:.2f} mm out of the type area (at most "
        "{most_mm:.2g} mm)",
        "move it in, or make its block larger",
    ),
    "OUT.words": (
        "“{text}” reaches {out_mm:.2f} mm out of the type area (at most {most_mm:.2g} mm)",
        "move it in, or make its block larger",
    ),
    "OVER.beyond": (
        "more of it is to stand out over the block than over the first picture",
        "`beyond` is a part of `out`",
    ),
    "OVER.clear": (
        "{file} is transparent and stands over a picture: the press PDF has live transparency",
        "a press that takes PDF/X-1a alone wants them as one picture",
    ),
    "OVER.covers": "{name} covers {percent:.0f} % of {file}",
    "OVER.first": "the first picture is the one that the others stand over",
    "OVER.group": ("a block in a stack or row stands over no other", "give it an `at` of its own"),
    "OVER.no-block": ('"{name}" is no other block of the page', "{hint}"),
    "OVER.order": (
        "it stands over {name}, which comes after it and would be painted over it",
        "put it behind {name} in the spec",
    ),
    "OVER.other": ("no picture of this group stands over another", "`arrange: overlap`"),
    "OVERLAP.across": (
        'block "{block}" lies over block "{other}" from {from_em:g} to {to_em:g} em, '
        "{lines:?line|lines} {lines} ({by_mm:.1f} mm)",
        "{hint}",
    ),
    "OVERLAP.blocks": (
        'block "{block}" lies over block "{other}" at {cols:?column|columns} {cols}, '
        "{lines:?line|lines} {lines}",
        "{hint}",
    ),
    "OVERLAP.header": (
        'block "{block}" ({span:?line|lines} {span}) lies over the header (lines 1-{header_lines})',
        "begin at line {first}",
    ),
    "OVERRIDE.form": ('"{text}" where key.path=value is expected', "such as format.columns=7"),
    "OVERRIDE.inside-value": 'there is no "{key}" inside a value',
    "OVERRIDE.no-member": ('"{key}" is no member of the list', "{hint}"),
    "OVERSET.block": (
        "{node}: {characters:#character} ({columns:#column}) over (溢文); {of:#column} of text, "
        "room for {room}",
        "make the block wider, or cut the text",
    ),
    "OVERSET.down": (
        "{node}: {characters:#character} ({lines:#line}) over (溢文); {of:#line} of text, "
        "room for {room}",
        "make the block {deeper:#line} wider, or cut the text",
    ),
    "OVERSET.homeless": (
        "the {what} “{text}”: {characters:#character} over (溢文); no line is left for it"
    ),
    "OVERSET.lost": (
        "{node}: {characters:#character} of paragraph {paragraph} {characters:?is|are} not on the "
        "page, and no line is told to be over"
    ),
    "OVERSET.narrow": (
        "the {what} “{text}”: {characters:#character} over (溢文); no line is left for it that is "
        "wide enough: it is {wide:.1f} pt wide, they are {narrow:.1f} pt"
    ),
    "OVERSET.story": (
        "{node}: {characters:#character} ({lines:#line}) over (溢文); {of:#line} of text, "
        "room for {room}",
        "make the block {deeper:#line} deeper, or cut the text",
    ),
    "PAGE-CUT.line": (
        "a line cuts the page above line {line}: {percent:.0f} % of the type width is clear "
        "between {above:quoted} and {below:quoted} (from {from_percent:g} %)",
        "let an article or a picture reach across it",
    ),
    "PDFX-DATE.none": (
        "{page} has no date: its PDF says that it is of {date}",
        "write `date` into the edition, or build with --pdfx none",
    ),
    "PDFX-FLAT.picture": (
        "{file} is see-through, and PDF/X-1a has no transparency: flattened on what lies under "
        "it at {ppi:.0f} ppi"
    ),
    "PICTURE-FINE.brought-down": (
        "{file}: {across} × {down} pixels, {ppi:.0f} an inch where it stands; "
        "brought down to {to_across} × {to_down}"
    ),
    "PICTURE-FINE.sharpened": "{files}{more}: sharpened for newsprint",
    "PICTURE-FRAMES.first": "{file} holds {pictures:#picture}; the first of them is shown",
    "PICTURE-INKS.converted": "{files}{more}: converted to CMYK ({intent}; K at most {most:g} %)",
    "PICTURE-INKS.grey": (
        "{files}{more}: all its colours are grey, so it is printed in black alone"
    ),
    "PICTURE-INKS.greys": "{files}{more}: greys converted to K from {profile}",
    "PICTURE-INKS.kept": (
        "{files}{more}: separated for another press ({profile}); its ink amounts are kept"
    ),
    "PICTURE-INKS.no-profile": "{files}{more}: separated without a profile",
    "PICTURE-INKS.over": (
        "{files}{more}: the profile lays up to {most:.0f} % of ink, the limit is "
        "{limit:g} %; cyan, magenta and yellow give way in the shadows"
    ),
    "PICTURE-PROFILE.damaged": (
        "{files}{more}: the profile in it is damaged; taken for sRGB, or for plain grey"
    ),
    "PICTURE-PROFILE.damaged-inks": (
        "{files}{more}: the profile in it is damaged, or for other colours; its "
        "ink amounts are kept"
    ),
    "PICTURE-PROFILE.other": (
        "{files}{more}: the profile in it ({profile}) is for {space}, and not for "
        "this picture; taken for sRGB, or for plain grey"
    ),
    "PICTURE-ROOM.caption": (
        "{width_pt:.1f} × {height_pt:.1f} pt are left for the picture beside a caption "
        "{caption_pt:.1f} pt high",
        "give it more lines, or a shorter caption",
    ),
    "PICTURE-ROOM.frame": (
        "{width_mm:.1f} × {height_mm:.1f} mm are left for the picture",
        "a larger block, or less of its `inset` and of what stands out over it",
    ),
    "PICTURE-ROOM.group": (
        "{small} of {pictures:#picture} {small:?has|have} next to no room, the least "
        "{width_mm:.1f} × {height_mm:.1f} mm",
        "fewer pictures, a smaller `gap` or caption, another `arrange`, or a larger block",
    ),
    "PICTURE-ROOM.lines": "the caption's lines ({lines}) leave no room for the picture",
    "PICTURE-ROOM.moved-out": (
        "{file} is moved out of its frame by {across_mm:.4g} mm across and {down_mm:.4g} mm down",
        "a smaller shift",
    ),
    "PICTURE-ROOM.over": (
        "{file} stands out of its block by {out_mm:.1f} mm: it is {width_mm:.0f} × "
        "{height_mm:.0f} mm",
        "a smaller `width`; `beyond` where it is meant",
    ),
    "PICTURE-ROOM.width": "a caption {width_pt:.1f} pt wide leaves none of {room_pt:.1f} pt",
    "PICTURE-TONE.held": "{files}{more}: no dot smaller than {least:g} %",
    "PICTURE-TONE.opened": (
        "{files}{more}: shadows opened, from {was:.0f} to {most:g} % K; {area:.0f} "
        "% of it was darker than that"
    ),
    "PICTURE-WHITE.height": (
        "{file}: {percent:.0f} % of its frame's height is filled, " + _WHITE,
        _WHITE_HINT,
    ),
    "PICTURE-WHITE.width": (
        "{file}: {percent:.0f} % of its frame's width is filled, " + _WHITE,
        _WHITE_HINT,
    ),
    "PICTURE.fault": "{why}",
    "PICTURE.fault-of": "{file}: {why}",
    "PLACE.at-in-row": ("a block of a row has none", "its `lines` and `cols` say more"),
    "PLACE.at-in-stack": ("a block of a stack has none", "its `lines` and `cols` say more"),
    "PLACE.cols-beside-width": (
        "in a row of lengths no block counts in columns",
        "say its `width`, such as 16zi",
    ),
    "PLACE.cols-in-stack": "a block of a stack is as wide as it",
    "PLACE.in-no-group": ("only a block of a stack or row has it", "its `at` says where it is"),
    "PLACE.inside-story": "only pictures and furniture stand inside a story",
    "PLACE.narrow": "{width_em:g} em hold no character of {size_pt:g} pt",
    "PLACE.nested": "stacks and rows inside one another, more than {most} deep",
    "PLACE.no-block": ('"{name}" is no block of the page', "{hint}"),
    "PLACE.no-facing": (
        "the page has no parts: no page faces it",
        "`facing: …` on the page, with the page on its right",
    ),
    "PLACE.no-story": ('"{name}" is no story in lines', "{hint}"),
    "PLACE.no-strip": (
        "the page has no strip between its two",
        "`strip: 26mm` under `facing`",
    ),
    "PLACE.row-narrow": (
        "its blocks with the white between take {taken_em:g} of {room_em:g} em: {over_em:g} em "
        "are left",
        "a block without `width` takes what is left",
    ),
    "PLACE.row-over": (
        "its blocks take {columns:#column} or more of {of}",
        "one may have `cols: fill`",
    ),
    "PLACE.row-short": ("its blocks take {columns} of {of} columns", "one may have `cols: fill`"),
    "PLACE.row-wide": (
        "its blocks with the white between take {taken_em:g} em of {room_em:g} em",
        "make one narrower, or the `gutter`; a block without `width` needs a character at least",
    ),
    "PLACE.several": "{places:#place}; only a story in lines has more than one",
    "PLACE.strip-cols": ("the strip has no basic columns", "`from` and `width`, or nothing"),
    "PLACING.left-empty": (
        '{lines:#line} of {kind} "{group}" {lines:?is|are} left empty at its foot',
        "`lines: fill` on a block takes them",
    ),
    "PLACING.too-many": (
        '{kind} "{group}" needs {needed_lines:#line} and has {room_lines}: {over_lines} too many '
        "({parts})",
        "take lines from a block, or make the group deeper",
    ),
    "PRESS-PROFILE.unfit": "{path}: {why}",
    "PROOF.fault": "{file}: {fault}",
    "QUOTES.curly": (
        "{text} stands in quotes that are printed",
        "write {plain} if they are meant as YAML's, or {kept} if they are to be printed",
    ),
    "READ.closed": "the text: standard input is closed",
    "READ.text": ("the text: {fault}", "{hint}"),
    "RENDERER.unknown": ('no renderer "{name}"', "{hint}"),
    "RICH-BLACK.none": ("{color} is no black of several inks: K{least:g} or more, and another ink"),
    "RICH-BLACK.unnamed": (
        "{color} is a black of several inks: its edges show colour, and it dries slowly",
        "K100; for large areas name it among the colours of a style sheet: `深黑: rich {color}`",
    ),
    "ROOT.mapping": ("{what} where {kind} (a mapping) is expected", "{hint}"),
    "ROOT.story": (
        "this is a story and no page spec",
        "name the page spec that sets it, such as A1.yaml, or the folder of the edition",
    ),
    "RUBY.count": (
        "{groups:#group} of letters for {characters:#character}, “{text}”",
        "write a group a character, with a space between: [株洲]{{音 zhū zhōu}}; marks have none",
    ),
    "RUBY.inside": (
        "“{text}” has letters of its own inside words that have some",
        "write one of the two",
    ),
    "RUBY.long": (
        "“{text}” over “{character}” is {width:.1f} em wide, at most {most:g} is read as its own",
        "is a space missing in it?",
    ),
    "RULE-CYCLE.like": "rules in a circle: {rules}",
    "RULE-DASH.odd": "{lengths} lengths; each dash has its gap",
    "RULE-DASH.short": ("dash and gap are {width_pt:.3g} pt together", "at least {least_pt:g} pt"),
    "RULE-DEPTH.like": "more than {most} rules, each like the next",
    "RULE-EMPTY.keys": ("neither `lines` nor `pattern` nor `like`", "such as lines: 0.1mm"),
    "RULE-INKS.thin": (
        "{inks:#ink} on a line of {width_pt:.3g} pt",
        "one ink, or {least_pt:g} pt and more",
    ),
    "RULE-NAME.none": ("none is no rule", "another name"),
    "RULE-WAYS.height": "only a wave has it",
    "RULE-WAYS.size": "only a pattern has it",
    "RULE-WAYS.two": ("{keys:and} together", "keep one"),
    "RUNT.last-line": (
        "the last line “{text}” has {characters:#character} (at least {least})",
        "take a character out of the paragraph, or put one in",
    ),
    "SAME-FILE.only-page": "without a book: {file} is the only page, and the edition's name",
    "SAME-FILE.over": (
        "{what} would be written over {file}, which another page or edition is",
        "rename the folder or the page",
    ),
    "SAME-FILE.pages": (
        "{page} and {other} ({other_file}) would both be written to {file}",
        "give one of them another name",
    ),
    "SAME-NAME.pages": "{file} and {other} are both {page}",
    "SCHEMA.unknown": ('no schema "{name}"', "{hint}"),
    "SIGN.anchor": (
        "“{sign}” is left out of the text: it is an anchor of YAML",
        "put the text in quotes if it is part of it",
    ),
    "SIGN.tag": (
        "“{sign}” is left out of the text: it is a tag of YAML",
        "put the text in quotes if it is part of it",
    ),
    "SPOT.alike": (
        'the spots "{name}" and "{other}" differ in case, spaces or hyphens only: two plates',
        "one name for one ink",
    ),
    "SPOT.alternates": (
        'the spot "{name}" looks like {inks} here, and like {other} as {color}',
        "one alternate; a lighter one is a tint: `{color} 30%`",
    ),
    "SPOT.name": (
        'a spot "{name}": a name has no space before or behind it, and {most} bytes at most'
    ),
    "SPOT.no-alternate": "a spot needs inks that stand for it, on a screen it would not be seen",
    "SPOT.reserved": (
        'a spot cannot be called "{name}": that is a process ink, or all plates, or none',
        "the name that the printer has for the ink, as `PANTONE 871 C`",
    ),
    "SPOTS.process": (
        "{names}: WeasyPrint knows no spots, they go as their alternates in C M Y K",
        "the press PDF (--to pdf) has a plate for each",
    ),
    "SPREAD-ALONE.page": "without spreads: {page} is the only page",
    "SPREAD-BLANK.half": (
        "{pages:#page}: the last half of the spreads stays blank",
        "a sheet of spreads has four pages",
    ),
    "SPREAD-BLANK.halves": (
        "{pages:#page}: the last {halves} halves of the spreads stay blank",
        "a sheet of spreads has four pages",
    ),
    "SPREAD-FACING.apart": (
        "{left} and {right} face each other on one sheet with {gutter_mm:.1f} mm between their "
        "trims: what stands over the fold is torn apart",
        "take the gutter of the spread out",
    ),
    "SPREAD-FACING.two-leaves": (
        "{left} and {right} do not face each other: they are the two sides of one leaf, since "
        "{left} is page {page} of the section",
        "move them by one page: the left one has an even place",
    ),
    "SPREAD-FACING.two-sheets": (
        "{left} and {right} are printed on two sheets: what stands over the fold meets only as "
        "well as they are laid together",
        "the two in the middle of the section are on one sheet",
    ),
    "SPREAD-SIZES.pages": (
        "without spreads: {page} is {size} and {other} {other_size}; the pages of a spread are of "
        "one size"
    ),
    "STANDS-IN.advert": (
        "the artwork of {block} has not come{of}",
        "`advert: assets/NAME.tif` when it has",
    ),
    "STANDS-IN.picture": "{file} stands in for the picture",
    "STANDS-IN.text": "the text of {story} stands in for the true one",
    "STANDS-IN.tint": "a tint stands in for a picture",
    "STANDS-IN.words": 'the words of "{block}" stand in for the true ones',
    "STRIP.height": (
        "the strip {strip} is {height_mm:.1f} mm high, the pages beside it {page_mm:.1f} mm",
        "say the same `height` in its `format`",
    ),
    "STRIP.width": (
        "the strip {strip} is {width_mm:.1f} mm wide, between the type areas are {room_mm:.1f} mm",
        "make it narrower, or the `gutter` of `spread` wider",
    ),
    "STYLE-CYCLE.like": "styles in a circle: {styles}",
    "STYLE-DEPTH.like": "more than {most} styles, each like the next",
    "STYLE-IDLE.key": ("does nothing in the line of another style", "it takes {keys}"),
    "STYLE-IDLE.leading": (
        "{name} has lines {own_pt:.4g} pt apart; the story's stay {leading_pt:.4g} pt apart",
        "a block whose body is that style has its lines",
    ),
    "STYLE-LIMIT.lines": (
        "{name} is set in {size_pt:.4g} pt on lines {leading_pt:.4g} pt apart: they touch",
        "make it smaller, or give it a block of its own",
    ),
    "STYLE-LIMIT.order": (
        "from {least:g} to {most:g} is no range",
        "the least stands first, then the most",
    ),
    "STYLE-LIMIT.value": ("{value:.4g} {unit}", "{least:g} to {most:g} {unit} can be set"),
    "SUBHEAD.lines": (
        "the 小标题 is {height_pt:.1f} pt high with its rules, {lines:#line} of the grid leave it "
        "{room_pt:.1f}",
        "more `lines`, or none stated",
    ),
    "SUBSETTER.missing": (
        "WeasyPrint does not find libharfbuzz-subset (4.1 or later) and cuts the faces down with "
        "fontTools: a page of Chinese takes a quarter longer, and its PDF may be a few hundred "
        "bytes larger",
        "Debian, Ubuntu: apt install libharfbuzz-subset0; it comes with harfbuzz elsewhere",
    ),
    "TAB.text": (
        "{tabs:#tab} in the text {tabs:?is set as a space|are set as spaces}",
        "a story has no columns; write a space, or U+3000 for an em",
    ),
    "TABLE-BLANK.columns": (
        "{columns:#empty column} at the right of the table {columns:?is|are} left out"
    ),
    "TABLE-BLANK.rows": "{rows:#empty row} at the end of the table {rows:?is|are} left out",
    "TABLE-COLUMNS.count": (
        "{given} for the {columns:#column} of {file}",
        "give one for each column, or a single one for all",
    ),
    "TABLE-DEEP.rows": (
        "table “{block}” takes {need_lines:#line}{around}, the block has {room_lines}: {rows}"
        " of its {of:#row} {rows:?is|are} left off, from row {first} on (“{text}”)",
        "{over_lines:#line} more, or fewer rows; a smaller `leading`",
    ),
    "TABLE-EMPTY.body": (
        "the header takes {header} of the {rows:#row} of {file} and leaves none",
        "a smaller `header`",
    ),
    "TABLE-EMPTY.file": "the table has no words",
    "TABLE-FILE.kind": (
        "{file} is no file of a table: they end in {kinds}",
        "{hint}",
    ),
    "TABLE-LARGE.cell": (
        "row {row}, column {column}: a cell of {characters:#character} (at most {most})"
    ),
    "TABLE-LARGE.columns": "row {row} has {cells:#cell}; a table has at most {most}",
    "TABLE-LARGE.field": (
        "a cell goes on for more than 131072 characters",
        "a quotation mark may be missing that closes it",
    ),
    "TABLE-LARGE.rows": (
        "the table goes on beyond {most} rows",
        "keep those that are printed",
    ),
    "TABLE-MARKS.count": "{marks:#mark} of alignment under {columns:#column}",
    "TABLE-MARKS.none": (
        "the row under the header says how columns are ranged; there is none",
        "| :-- | --: | with a part for each of the {cells:#column}",
    ),
    "TABLE-QUOTES.after": (
        "words stand behind the quotation mark that closes a cell",
        'a " inside a cell is written ""',
    ),
    "TABLE-QUOTES.open": (
        'the " that opens a cell here is not closed',
        'close it, or write "" for a mark that is one',
    ),
    "TABLE-RAGGED.more": "{rows:#more row} with another number of cells",
    "TABLE-RAGGED.row": (
        "row {row} of the table has {cells:#cell}, the first row {columns}",
        "an empty cell is written too; `<<` joins one to its left",
    ),
    "TABLE-SIGN.one-column": (
        "the cells are parted by {sign}, not by commas",
        "save it as CSV (comma), or as .tsv where they are tabs",
    ),
    "TABLE-SPAN.header": (
        "row {row}, column {column}: a cell joined with one below goes over the end of the "
        "header ({header:#row})"
    ),
    "TABLE-SPAN.no-above": (
        "row {row}, column {column}: ^^ joins a cell to the one above it, and there is none"
    ),
    "TABLE-SPAN.no-left": (
        "row {row}, column {column}: << joins a cell to the one at its left, and there is none"
    ),
    "TABLE-SPAN.shape": (
        "row {row}, column {column}: the {cells:#cell} joined to “{text}” make no rectangle "
        "of {rows} × {columns}",
        "write << and ^^ in every cell of it",
    ),
    "TABLE-SPAN.slip": (
        "row {row}, column {column}: {text} is set as it stands",
        "to join cells it is {sign}",
    ),
    "TABLE-SPARE.lines": (
        "{lines:#line} {lines:?stays|stay} empty under the table “{block}”",
        "a lower block, or `air` between the rows",
    ),
    "TABLE-TEXT.after": (
        "“{text}” stands after the table",
        "one file holds one table; notes stand in the block's `notes`. {hint}",
    ),
    "TABLE-TEXT.before": (
        "“{text}” stands before the table",
        "one file holds one table; its title stands in the block's `title`. {hint}",
    ),
    "TABLE-TEXT.blank": (
        "an empty row in the middle of the table",
        "take it out: one file holds one table",
    ),
    "TABLE-WIDE.column": (
        "table “{block}”, column {column} (“{head}”): “{text}” in row {row} is {over_zi:.1f}"
        "字 wider than its {width_zi:.1f}字",
        "a wider column in `widths`, fewer words, or smaller type",
    ),
    "TABLE-WIDE.table": (
        "table “{block}” needs {need_zi:.1f}字 and has {room_zi:.1f}字, {over_zi:.1f}字 too "
        "few; its widest column is {column} (“{head}”), {column_zi:.1f}字",
        "a wider block, fewer columns, a smaller `gap` or smaller type",
    ),
    "TABLE-WIDTHS.no-rest": (
        "{width_zi:.1f}字 and {white_zi:.1f}字 of white between columns leave nothing of "
        "{room_zi:.1f}字 for {columns:#other column}",
        "narrower columns, or a smaller `gap`",
    ),
    "TABLE-WIDTHS.over": (
        "columns of {width_zi:.1f}字 and {white_zi:.1f}字 of white between them are "
        "{over_zi:.1f}字 more than the {room_zi:.1f}字 of the block",
        "narrower columns, or a smaller `gap`",
    ),
    "TABLE-WIDTHS.under": (
        "columns of {width_zi:.1f}字 and {white_zi:.1f}字 of white between them leave "
        "{spare_zi:.1f}字 of {room_zi:.1f}字: the columns stand wider apart",
        "`auto` or `1fr` for one of them takes what is left",
    ),
    "TAG.refused": (
        "the tag {tag} is not allowed; specs hold data only",
        "a text that begins with ! stands in quotes",
    ),
    "TIGHT.over": (
        "“{text}” stands {white_pt} pt ({white_lines:.2f} lines) over the text “{other}” (at "
        "least {least_pt} pt)",
        "give it a line more, or smaller type; `headline.white` says another least",
    ),
    "TIGHT.stacked": (
        "“{text}” of {block} stands {white_pt} pt ({white_lines:.2f} lines) over “{other}” of "
        "{other_block} (at least {least_pt} pt)",
        "give one of them a line more, or smaller type",
    ),
    "TIGHT.unchecked": "not checked: {why}",
    "TIGHT.under": (
        "“{text}” stands {white_pt} pt ({white_lines:.2f} lines) under the text “{other}” (at "
        "least {least_pt} pt)",
        "give it a line more, or smaller type; `headline.white` says another least",
    ),
    "TINT.least": "a tint of {percent:g} %, as tints of tints",
    "TITLE-ABUT.beside": (
        "“{text}” and “{other}” stand side by side: {apart_zi:.1f}字 apart (at least "
        "{least_zi:g}字), {percent:.0f} % of the lower beside the other (from {from_percent:g} %)",
        "set one lower, make a box of one, or stand a rule or a picture between",
    ),
    "TITLE-ORPHAN.headline": (
        "“{text}” has {lines:#line} of its text under it (at least {least_lines})",
        "give the block more lines, or set the headline higher",
    ),
    "TITLE-ORPHAN.subhead": (
        "the 小标题 “{text}” has {lines:#line} of text under it in its column (at least "
        "{least_lines})",
        "let it begin the next column, or move a line of the paragraph before it",
    ),
    "TITLE-STACK.under": (
        "“{text}” stands right under “{other}”: {lines:.1f} lines between (at least "
        "{least_lines:g}), and no text",
        "let text of the upper article stand between, or set them apart",
    ),
    "TODO.pending": "“{words}” is still to be written",
    "TODO.pending-text": (
        "the text still begins with “{words}”",
        "write it, or mark it `stands_in: true`",
    ),
    "TOO-DEEP.levels": "nested deeper than {most} levels",
    "TOO-LARGE.characters": "more than {most:,} characters",
    "TOO-LARGE.file": "the file is larger than {most:,} bytes",
    "TOO-LARGE.paragraphs": "more than {most:,} paragraphs",
    "TOO-LARGE.text": "the text is larger than {most_bytes:,} bytes",
    "TOO-LARGE.value": "a value longer than {most:,} characters",
    "TOO-LARGE.values": "more than {most:,} values",
    "TOO-MANY.faults": "more than {most} faults; the rest was not read",
    "TWICE.page": '"{name}" is page {number} too',
    "UNDERSET.columns": (
        "{node}: {lines:#line}, about {characters:#character}, left empty (欠文) in "
        "{columns:#column}{limit}",
        "make the block less deep, its headline or a picture larger",
    ),
    "UNDERSET.tiers": (
        "{node}: {lines:#line}, about {characters:#character}, left empty (欠文) in "
        "{columns:#tier}{limit}",
        "make the block less deep, its headline or a picture larger",
    ),
    "UNKNOWN-BOX.name": ('no box "{name}"', "{hint}"),
    "UNKNOWN-COLOR.name": ('no colour "{name}"', "{hint}"),
    "UNKNOWN-CREDIT.name": ('no credit "{name}"', "{hint}"),
    "UNKNOWN-CREDIT.none-given": ("the edition gives none", "give it `credits:`"),
    "UNKNOWN-FIELD.name": ("no field {{{field}}}", "{hint}"),
    "UNKNOWN-KEY.key": ('unknown key "{key}"', "{hint}"),
    "UNKNOWN-RULE.name": ('no rule "{name}"', "{hint}"),
    "UNKNOWN-STYLE.name": ('no style "{name}"', "{hint}"),
    "UNREADABLE.lookup": "{reason}",
    "UNREADABLE.no-file": "is not a file",
    "UNREADABLE.read": "{file} {fault}",
    "UNSEEN.char": (
        "{char} (U+{number}) that cannot be seen{many}",
        "take it out: it does nothing here",
    ),
    "USE.ambiguous": ("{option} could be {known}", "{hint}"),
    "USE.choice": ("{option} takes {known}, not {given}", "{hint}"),
    "USE.command": (
        'no command "{name}"',
        "{hint}",
    ),
    "USE.dash": (
        "{given} begins with a dash that is none of an option's",
        "write {option}, with {hyphens:#half-width hyphen}",
    ),
    "USE.date": "--date {given}: a day such as 2026-12-01 is expected",
    "USE.face": "--face: {fault}",
    "USE.face-list": "--face: {fault}; see `banxin fonts`: 报宋 黑 楷 …",
    "USE.fault": ("{fault}", "{hint}"),
    "USE.frame-only": "{option} goes with --from EDITION",
    "USE.length": (
        "{option}: {fault}",
        "{fault:hint}",
    ),
    "USE.mark": (
        '--show: no mark "{name}"',
        "{hint}",
    ),
    "USE.measures": "--measure takes up to {most} widths, not {given}",
    "USE.no-date": ("which day? --date is missing", "--date 2026-12-01, or a folder called so"),
    "USE.no-edition": "the book and the spreads are made of an edition; give its folder",
    "USE.no-mark": "--show takes some of {names}",
    "USE.no-value": ("{option} takes no value, not {given}", "{hint}"),
    "USE.of-specs": "{option} changes pages; {file} is a PDF, and made",
    "USE.of-the-frame": "{option} is that of the edition that --from names",
    "USE.one-file": "{pages:#page} {pages:?does|do} not go into one file; end the name with /",
    "USE.one-text": "the OCR text of one page at a time; {file} is another",
    "USE.option": (
        'does not know "{name}"',
        "{hint}",
    ),
    "USE.out": "-o FOLDER is missing: where shall it go?",
    "USE.page": "--page {page}: a page number such as B1 is expected",
    "USE.press-only": "the book and the spreads are press PDFs; --to and --renderer ask for others",
    "USE.range": "{option} goes from {least:g} to {most:g}, not {value:g}",
    "USE.required": ("missing: {names}", "{hint}"),
    "USE.value": ("{option} takes {type}, not {given:quoted}", "{hint}"),
    "USE.value-missing": ("{option} has nothing behind it", "{hint}"),
    "USE.watch-pages": "--watch makes pages; build the book and the spreads when they are done",
    "VALUE.cn-region": (
        "{number}: no region has the figures {region}",
        "the first two figures are those of the province: 43 for Hunan",
    ),
    "VALUE.count": "{values:#value} where {least} to {most} may stand",
    "VALUE.count-fixed": "{values:#value} where {wanted} may stand",
    "VALUE.days-backward": ("{days}: the last day comes before the first", '"{first}/{last}"?'),
    "VALUE.days-many": "{days} {count:?is|are} {count:#day} (at most {most})",
    "VALUE.empty": "empty where {kind} is expected",
    "VALUE.entries": "{entries:#entry|entries} where at most {most} may stand",
    "VALUE.ink": (
        '"{color}" lays {percent:g} % of ink on one spot',
        "newsprint takes {good} %, no press {most} %",
    ),
    "VALUE.issn-check": (
        "{issn} ends in {given}; after its other figures the check digit is {right}",
        'did you mean "{meant}"?',
    ),
    "VALUE.kind": ("{what} where {kind} is expected", "{hint}"),
    "VALUE.long": "{characters:,} characters where at most {most:,} may stand",
    "VALUE.long-name": "{characters:,} characters where {kind} is expected",
    "VALUE.name-empty": "{noun} is empty",
    "VALUE.name-holds": "{noun} holds {char}",
    "VALUE.name-long": "{noun} is longer than {most} characters",
    "VALUE.negative": "{length} where a length of zero or more is expected",
    "VALUE.no-day": ('"{date}": there is no such day', "{hint}"),
    "VALUE.no-unit": ('"{text}" has no unit; {kind} is expected', 'did you mean "{number}{unit}"?'),
    "VALUE.not-above-zero": "{length} where a length above zero is expected",
    "VALUE.page-name-holds": (
        '"{name}" holds "{sign}"; files are called by a page\'s name',
        "{hint}",
    ),
    "VALUE.page-name-point": (
        '"{name}" begins with a point; files are called by a page\'s name',
        "{hint}",
    ),
    "VALUE.part-of-area": "{text} of the type area; more than 0 and at most 100 % are possible",
    "VALUE.rule-none": "none where {kind} is expected",
    "VALUE.serial-as": "{text} is printed as {read}",
    "VALUE.span-backward": ("{span}: the last comes before the first", '"{first}-{last}"?'),
    "VALUE.span-from-1": "{span}: {noun} count from 1",
    "VALUE.too-large": "{length} is too large; at most {most_pt:g} pt may stand",
    "VALUE.too-small": "{length} is too small; at least {least_pt:g} pt may stand",
    "VALUE.unit": ('"{text}": no unit "{unit}" here', "{hint}"),
    "VERTICAL.arrange": ("columns of vertical text stand side by side anyway", "leave it out"),
    "VERTICAL.headline-lines": (
        "a vertical headline takes the height of its block",
        "give its `width`",
    ),
    "VERTICAL.headline-side": "only a vertical headline, or one beside the text, has one",
    "VERTICAL.headline-stands": "a vertical headline stands at a `side` of the text",
    "VERTICAL.headline-summary": ("a vertical headline has no 提要题", "leave out `summary`"),
    "VERTICAL.shoulder": "a vertical headline has no 肩题",
    "VERTICAL.story": ("a story in columns that run down has none", "set its text in lines"),
    "VERTICAL.subhead": (
        "a 小标题 in text that runs down stands on the grid: it has no rules and no leading"
    ),
    "VERTICAL.text": ("{at} text that runs down no headline can stand", "say `vertical: true`"),
    "WEASYPRINT.says": "WeasyPrint says: {text}",
    "WEEKDAY.no-date": ("{given} cannot be checked, there is no date", "give the edition its date"),
    "WEEKDAY.other": ("{date} is a {weekday}, not {given}", 'did you mean "{weekday}"?'),
    "WIDOW.begins": (
        "a paragraph begins with {lines:#line} at the foot of a column (at least {least_lines}): "
        "“{text}”",
        "move the line to the next column, or change the text above it",
    ),
    "WIDOW.ends": (
        "a paragraph ends with {lines:#line} at the head of a column (at least {least_lines}): "
        "“{text}”",
        "make the text a line shorter or longer, or the columns",
    ),
    "WORDS.besides": (
        "--except {other:quoted}: it does not hold {words:quoted} and more",
        "longer words that hold them stay as they are: --except 株洲港",
    ),
    "WORDS.breaks": (
        "with {new:quoted} in these places pages could not be read; nothing is changed",
        "a : or a quotation mark in a story's head wants quotes round its text",
    ),
    "WORDS.changed": (
        "it has been changed since it was read; nothing is written",
        "once more, please",
    ),
    "WORDS.long": "words to be found have up to {most} characters, not {characters}",
    "WORDS.none": "there are no words to be found",
    "WORDS.parted": (
        "a mark stands inside {words:quoted}, which is not changed",
        "change it by hand",
    ),
    "WORDS.same": "{words:quoted} in place of itself",
    "WORDS.spec": (
        "{words:quoted} stands here too, and is not changed: it is no story's",
        "change it by hand",
    ),
    "WORDS.unread": ("nothing is changed: some pages cannot be read", "mend them first"),
    "WORDS.unseen": "words that cannot be seen, or run over a row: {words:quoted}",
    "WORDS.write": "{fault}",
    "WORKER.died": (
        "{file}: the process that made it {end}",
        "too little memory, or a fault of a library; --jobs 1 makes pages one by one",
    ),
    "WRAP.flat-polygon": ("the polygon encloses nothing", "three corners not on one line"),
    "WRAP.no-outline": "{why}",
    "WRAP.no-vector": (
        "text runs round pictures of pixels by their outline: {file} has none",
        "`shape: box`, or points of your own",
    ),
    "WRAP.outline": "only a picture has an outline",
    "WRAP.points": "a polygon has `points`, and nothing else has",
    "WRAP.standoff": (
        "type stands {white_pt:g} pt from the picture (at least {least_pt:g} pt)",
        "`0.5zi` or more; it is `1zi` when it is not said",
    ),
    "WRAP.story": "text runs round pictures and furniture, not round another story",
    "YAML.behind-quote": (
        "words stand behind the closing {mark}: quotes hold the whole text or none of it",
        "{hint}",
    ),
    "YAML.colon-in-text": (
        "a text with a colon before a space, or at its end, stands in quotes",
        "{hint}",
    ),
    "YAML.column": (
        "the row begins at column {column}, where no row above it that goes on begins",
        "{hint}",
    ),
    "YAML.comment-in-row": ("# after a space begins a comment, which ends the row", "{hint}"),
    "YAML.comment-in-text": ("# after a space begins a comment, which ends the text", "{hint}"),
    "YAML.dash": ("an item of a list begins with - and a plain space", "{hint}"),
    "YAML.escape-no-character": "an escape (\\u…) that is no character",
    "YAML.file": "the file cannot be read as YAML",
    "YAML.han-key": (
        "the colon is full-width (：), and the keys are such words as title: and page:",
        "{hint}",
    ),
    "YAML.item-among-keys": ("an item of a list (- ) where keys stand", "{hint}"),
    "YAML.key": "{what} as a key; a key is text",
    "YAML.key-among-items": ("a key where a list goes on (- )", "{hint}"),
    "YAML.never-closed": ("a {mark} is opened here and never closed", "{hint}"),
    "YAML.no-escape": ('{escape} is no escape: between two " a \\ is written twice', "{hint}"),
    "YAML.no-key": ("“{text}” has no key: a word, a colon and a space begin a row", "{hint}"),
    "YAML.not-closed": ("a {mark} is opened here and not closed", "{hint}"),
    "YAML.not-closed-well": ("a {mark} is opened here and not closed as it should be", "{hint}"),
    "YAML.row": ("“{text}” cannot be read as YAML", "{hint}"),
    "YAML.second-document": "a second document; a file holds one",
    "YAML.sign": ("a text that begins with {sign} stands in quotes", "{hint}"),
    "YAML.tab": ("a tab where YAML wants spaces", "{hint}"),
    "YAML.tight-colon": ("a plain space is wanted after the colon", "{hint}"),
    "YAML.wide-bracket": ("the bracket is full-width ({bracket})", "{hint}"),
    "YAML.wide-colon": (
        "the colon is full-width (：) where a half-width one and a space are wanted",
        "{hint}",
    ),
    "YAML.wide-comma": ("the comma is full-width ({comma})", "{hint}"),
    "YAML.wide-space": ("a full-width space indents the row", "{hint}"),
    "part.above": "above",
    "part.above-begins": "“{name}” above it begins at column {column}",
    "part.advert-of": " ({client})",
    "part.also-in": "also in {count:?line|lines} {lines}",
    "part.also-in-more": "also in {count:?line|lines} {lines} …",
    "part.and-more": " and {count} more",
    "part.argument-copy": "COPY (.docx, or the text that was read)",
    "part.argument-edition": "EDITION (the folder of an edition)",
    "part.argument-file": "FILE (a text)",
    "part.argument-name": "NAME (of the new folder)",
    "part.argument-new": "NEW (the words to stand there)",
    "part.argument-spec": "spec (a page spec, or the folder of an edition)",
    "part.argument-words": "WORDS (to be looked for)",
    "part.arguments": "positional arguments",
    "part.art-bytes": "more than {most_mb} MB on a page",
    "part.art-colours": "colours",
    "part.art-content": "more than {most_mb} MB of operators on a page",
    "part.art-damaged": "{file} is damaged or cut short ({reason})",
    "part.art-deep": "{file} is nested too deep",
    "part.art-gradients": "gradients",
    "part.art-inline": "a picture among the operators",
    "part.art-jpeg-2000": "a JPEG 2000",
    "part.art-locked": "{file} is encrypted: ask for one without a password",
    "part.art-mesh": "a gradient of a kind that is not read",
    "part.art-nested": "values nested deeper than {most}",
    "part.art-no-box": "{file} is damaged: its page has no size",
    "part.art-no-page": "{file} has {pages:#page}; there is no page {page}",
    "part.art-none": "{file} is a picture of pixels",
    "part.art-objects": "more than {most} objects on a page",
    "part.art-over": "{file} is refused: {why}",
    "part.art-picture": (
        "a picture with a colour that is keyed out, or of another depth than 8 bits"
    ),
    "part.art-pictures": "pictures",
    "part.art-postscript": "PostScript",
    "part.art-reader": "{file} is a PDF, and pikepdf, which reads it, is not installed",
    "part.art-size": (
        "{file} has a page of {wide_pt:.0f} × {high_pt:.0f} points, which none can have"
    ),
    "part.art-spot": "a spot colour whose stand-in is RGB",
    "part.art-transfer": "transfer curves",
    "part.at-foot": "foot",
    "part.at-head": "head",
    "part.at-left": "left",
    "part.at-most": " (at most {most:g})",
    "part.at-most-percent": " (at most {most:g} %)",
    "part.at-right": "right",
    "part.axis": "an axis",
    "part.bare-paper": "bare paper",
    "part.before": "before",
    "part.below": "below",
    "part.beside": "beside",
    "part.block-id": "a block's id",
    "part.book": "book of {pages:#page}",
    "part.booked-size": "a size of the rate card",
    "part.both": "{one}; {other}",
    "part.box-name": "a box's name",
    "part.braces-in-quotes": "a text that begins with a brace stands in quotes: {text}",
    "part.byline": "by-line",
    "part.called-advert": "advert",
    "part.called-block": "block",
    "part.called-code": "code",
    "part.called-group": "{first} with its {count:#block}",
    "part.called-headline": '"{title}"',
    "part.called-index": "index",
    "part.called-inner": "block {inner} of block {number}",
    "part.called-number": "block {number}",
    "part.called-of": "{what} of {of}",
    "part.called-picture": "picture",
    "part.called-pictures": "pictures",
    "part.called-rule": "rule",
    "part.called-story": "story",
    "part.called-table": "table",
    "part.called-text": "text",
    "part.called-words": '{kind} "{words}"',
    "part.came-of": "{name}: {what:clauses}",
    "part.cells-by-full-comma": "full-width commas",
    "part.cells-by-semicolon": "semicolons",
    "part.cells-by-tab": "tabs",
    "part.char-byte-order-mark": "U+FEFF (a byte order mark inside the text)",
    "part.char-control": "control character U+{number}",
    "part.char-direction": "direction control character U+{number}",
    "part.char-joiner": "a joiner",
    "part.char-line-end": "a line end",
    "part.char-lost-byte": "U+FFFD (the mark of a byte that was lost)",
    "part.char-no-width": "a space of no width",
    "part.char-non-joiner": "a non-joiner",
    "part.char-soft-hyphen": "a soft hyphen",
    "part.char-tab": "a tab",
    "part.char-word-joiner": "a word joiner",
    "part.check-fault": "a fault in the check itself: {kind}: {text}",
    "part.close-and-part": "close it with {mark}, and part its values by commas",
    "part.close-with": "close it with {mark}",
    "part.code-ink": "modules",
    "part.color-name": "a colour's name",
    "part.column": "column",
    "part.column-ends": "the last words of a column",
    "part.columns": "columns",
    "part.commands": "commands: {names}",
    "part.credits": "`all`, or roles with spaces between",
    "part.cut-foot": "{percent:.0f} % foot",
    "part.cut-left": "{percent:.0f} % left",
    "part.cut-right": "{percent:.0f} % right",
    "part.cut-sides": " ({sides})",
    "part.cut-top": "{percent:.0f} % top",
    "part.demerits": "{cost:,.2f} demerits ({terms})",
    "part.demerits-instead": (
        "{cost:,.2f} demerits ({terms}); next best, {dearer:+,.2f}: ends with “…{instead}”"
    ),
    "part.did-you-mean": 'did you mean "{word}"?',
    "part.display-line": "the line",
    "part.display-text": "the display text",
    "part.doubt-abroad": "the list is counted as foreign and one member is not",
    "part.doubt-again": "the same words again",
    "part.doubt-all-metal": (
        "“all” straight before a bare metal makes no sense: a misread compound, such as a 羰基 "
        "metal?"
    ),
    "part.doubt-before": "these words stand on the page before",
    "part.doubt-bold": "bold by underscores: write **bold**",
    "part.doubt-carbonyl": "a misread 羰基 metal?",
    "part.doubt-code": "code marks of Markdown: they are set as typed",
    "part.doubt-command": "a command of TeX: it is set as typed",
    "part.doubt-entity": "an HTML entity: write the character it stands for",
    "part.doubt-firm": "a firm's name that begins with 非: a lost radical (菲)?",
    "part.doubt-floor": "the floor of one plant would exceed a square kilometre",
    "part.doubt-footnote": "a footnote's mark: it is set as typed",
    "part.doubt-formula": "a formula in TeX: it is set as typed; write it in characters",
    "part.doubt-from": "从 without 到 after others that have it",
    "part.doubt-growth": "a growth of 100 % or more beside much smaller ones",
    "part.doubt-half-dot": "a half-width dot between Han: a stop, or the dot of a foreign name?",
    "part.doubt-header": "a line of a header among the stories: it is set as a paragraph",
    "part.doubt-heading": "no mark of a heading stands before it; it is taken for one ({role})",
    "part.doubt-hyphen-space": (
        "a hyphen and a space inside a word: hyphenated at a row's end of the print?"
    ),
    "part.doubt-land": "much land for the money: under 1.5 million yuan of investment a mu",
    "part.doubt-latin-case": "mixed case where the other short Latin names are capitals",
    "part.doubt-letter": "a letter among figures: 0 or 1?",
    "part.doubt-mark-twice": "a mark twice",
    "part.doubt-members": "like members parted by ， and by 、",
    "part.doubt-no-day": "no such day in the calendar",
    "part.doubt-part-over-total": "a part larger than the total stated beside it",
    "part.doubt-range": (
        "a range: GB/T 15834-2011 4.13 has — or ～, a short hyphen is for codes; the print is not "
        "seen"
    ),
    "part.doubt-ring": "a ring beside a Han figure: 〇?",
    "part.doubt-row": "a row of a table: set as typed, cells with their bars",
    "part.doubt-seam": "the words at the column's foot stand again behind it",
    "part.doubt-short": (
        "a short line by itself: a small heading (### before it), or torn from a paragraph?"
    ),
    "part.doubt-space": "a space between Han that may part something, or nothing",
    "part.doubt-straight": "a straight quotation mark without its pair",
    "part.doubt-struck": "struck-out words: they are set as typed",
    "part.doubt-table": "a table in HTML: set as typed, with its tags",
    "part.doubt-tag": "an HTML tag: what it does is not done, and it is set as typed",
    "part.doubt-tail": "the words that end the paragraph before stand here again",
    "part.doubt-total-under-part": "a total smaller than a part stated beside it",
    "part.doubt-unfinished": (
        "the paragraph stops inside a sentence, and what follows does not go on"
    ),
    "part.doubt-unpaired": "{mark} without its {other} in the paragraph",
    "part.doubt-unread": "a character that the OCR could not read",
    "part.doubt-weekday": "{date} was a 星期{weekday}",
    "part.drawn-box": "a box",
    "part.drawn-dots": "an emphasis dot",
    "part.drawn-ruby": "a row of letters over characters",
    "part.drawn-underline": "an underline",
    "part.drawn-wavy": "a wavy line",
    "part.dump-bad-color": "has a bad colour {text}",
    "part.dump-bad-string": "has a bad string {text}",
    "part.dump-clip": "wants three points or more after clip=",
    "part.dump-corners": "wants four radii of 0 or more after corners=",
    "part.dump-count": "wants {numbers:#number} after {name}=",
    "part.dump-line": "line {line} of the dump {fault}",
    "part.dump-no-detail": "begins with {text}, which no run has",
    "part.dump-no-details": "is indented below an item that has no details",
    "part.dump-no-head": "the dump wants a page line and a grid line after its first",
    "part.dump-no-item": "begins with {text}, which is no item",
    "part.dump-no-name": "names no {kind}",
    "part.dump-no-numbers": "wants numbers: {reason}",
    "part.dump-no-value": "has no {name}=",
    "part.dump-no-whole-numbers": "wants whole numbers: {reason}",
    "part.dump-none": "this is no dump: it does not begin with {text}",
    "part.dump-pens": "has not as many pens and clusters as glyphs",
    "part.dump-step": "wants {numbers:#number} after {letter}, and M at first",
    "part.dump-turned": "is turned and not vertical",
    "part.dump-two-edges": "wants two edges for each column=",
    "part.dump-unread": "cannot be read from {text} on",
    "part.dump-unread-path": "has a path that cannot be read from {text} on",
    "part.dump-ys": "wants one of ys a glyph where it is vertical, and else none",
    "part.edition": "an edition",
    "part.editions-inside": "editions lie inside it: {files}",
    "part.end-mark": "a mark such as ■",
    "part.ended-by": "was ended by {signal}",
    "part.ended-by-signal": "was ended by signal {number}",
    "part.ended-status": "ended with status {status}",
    "part.error": "error",
    "part.errors": "{number:#error}",
    "part.face-name-role": "name a role ({roles}), or {rare} for characters that others lack",
    "part.face-nameless": "without a name",
    "part.face-no-fangsong": (
        "no freely licensed 仿宋 covers the table; give your own under faces:"
    ),
    "part.face-number": "{number} {title}",
    "part.face-numbers": "give its number: index: {faces}",
    "part.face-numbers-more": "give its number: index: {faces} …",
    "part.face-own": "faces.{names} ({file}, {title})",
    "part.face-role": "a face's role, such as 报宋",
    "part.face-shipped": "the shipped {role} ({face})",
    "part.face-shipped-other": "the shipped face ({face})",
    "part.fact-cut-word": "cut-word",
    "part.fact-end": "end",
    "part.fact-fallback": "fallback",
    "part.fact-forbidden-break": "forbidden-break",
    "part.fact-hung": "hung",
    "part.fact-hyphen": "hyphen",
    "part.fact-left": "left {pt:+.3f}",
    "part.fact-loose": "loose",
    "part.fact-natural": "natural {pt:8.3f}",
    "part.fact-over": "over",
    "part.fact-parted-bond": "parted-bond",
    "part.fact-parted-run": "parted-run",
    "part.fact-set": "set {pt:8.3f}",
    "part.fact-short": "short",
    "part.fault-unpack": "it cannot be unpacked",
    "part.fault-xml": "line {line}, column {column} is no XML",
    "part.field-name": "a field's name",
    "part.file-cut": "the file is cut inside a character",
    "part.file-damaged": "the file is damaged, or in another encoding",
    "part.file-excel": "an Excel file (.xlsx)",
    "part.file-jpeg": "a picture (JPEG)",
    "part.file-office": "a file of Word or WPS (.doc, .wps, .xls)",
    "part.file-opendocument": "a file of LibreOffice (.odt, .ods)",
    "part.file-pdf": "a PDF",
    "part.file-png": "a picture (PNG)",
    "part.file-powerpoint": "a PowerPoint file (.pptx)",
    "part.file-rar": "an archive (RAR)",
    "part.file-rich-text": "a file of rich text (.rtf)",
    "part.file-text": "a text or another file",
    "part.file-word": "a Word file (.docx)",
    "part.file-zip": "an archive (ZIP)",
    "part.files-changed": "{files:#file} changed",
    "part.finish-color": "it paints in {what}, which is no ink",
    "part.finish-pictures": "it paints {drawn} of {carried:#picture}",
    "part.fit-empty": "the nearest leaves {empty_lines:#line} empty",
    "part.fit-nearest": ": the nearest {count:?is|are} {lines:and}",
    "part.fit-nothing": "nothing may move",
    "part.fit-over": "the nearest leaves {over_lines:#line} over",
    "part.fit-over-or-empty": (
        "the nearest leaves {over_lines:#line} over or {empty_lines:#line} empty"
    ),
    "part.fitted-before": " instead of {lines}",
    "part.fitted-gutter": "gutter {gutter_pt:.2f} pt instead of {before_pt:.2f}",
    "part.fitted-headline": "headline {lines:#line}{before}",
    "part.fitted-leading": "leading {leading_pt:.2f} pt instead of {before_pt:.2f}",
    "part.fitted-lines": "{lines:#line}{before}",
    "part.flat-artwork": (
        "{file} has transparent parts, and PDF/X-1a has no transparency: have it flattened by who "
        "made it, or build X-4"
    ),
    "part.flat-no-ground": "what lies under it cannot be drawn here",
    "part.flat-refused": (
        "{file} is see-through, and PDF/X-1a has no transparency; it cannot be flattened: {why}"
    ),
    "part.flat-spot": "the spot {spot} shows through it, which four inks cannot hold",
    "part.font-archive": "an archive (ZIP); the font may be inside it",
    "part.font-axis": "{file}: axis {axis} goes from {low:g} to {high:g}",
    "part.font-bitmaps": "has only bitmaps ({tables}), no outlines",
    "part.font-characters": "{face}: {characters:,} characters are too many for one font",
    "part.font-choose": "is a variable font: choose an instance ({instances})",
    "part.font-cut": (
        "is damaged or cut short: {tables} should reach to byte {end:,}, and the file ends at "
        "{size:,}"
    ),
    "part.font-damaged-or-cut": "is damaged or cut short",
    "part.font-em": ("is damaged: {units} units to the em, where {least} to {most:,} are possible"),
    "part.font-file": "{file} {why}",
    "part.font-give-axes": (
        "is a variable font: choose an instance (no named instance; give axes)"
    ),
    "part.font-hmtx": "is damaged: hmtx has {bytes:,} bytes for the widths of {glyphs:,} glyphs",
    "part.font-list-cut": "is damaged or cut short: it ends inside its list of tables",
    "part.font-loca": "is damaged: the places of its outlines (loca) are not in its glyf",
    "part.font-loca-short": ("is damaged or cut short: loca has fewer entries than it has glyphs"),
    "part.font-no-axis": "has no axis {axis}; it has {axes}",
    "part.font-no-face": "has no face number {number}",
    "part.font-no-glyph": "{face} has {glyphs:#glyph}, none numbered {number}",
    "part.font-no-ink": (
        "has no outlines: {count} of its characters were looked at, and none has ink"
    ),
    "part.font-no-outlines": "has no outlines (neither glyf nor CFF)",
    "part.font-no-table": "is damaged or cut short: it has no table {tables}",
    "part.font-no-unicode": "maps no character of Unicode to its glyphs (cmap)",
    "part.font-no-widths": "has no widths: the advance of every glyph is 0",
    "part.font-none": "is not a TrueType or OpenType font",
    "part.font-not-variable": "is not a variable font; it has no instance to choose",
    "part.font-odd-han": (
        "has Han {wide_em:.3g} em wide, where {least_em:g} to {most_em:g} em are possible"
    ),
    "part.font-other": "is {what}, no TrueType or OpenType font",
    "part.font-other-codes": "maps codes of {codes:and} to its glyphs and none of Unicode",
    "part.font-outlines-unread": "{file} ({face}) is damaged: its outlines can't be read",
    "part.font-page": "a page of text; a failed download may be",
    "part.font-strange-table": "is damaged: it names a table {tag}",
    "part.font-table-count": "is damaged: it names {count:#table}",
    "part.font-type-1": "a PostScript font (Type 1)",
    "part.font-unread": "{file}: {reason}",
    "part.font-wild-outlines": "{file} is damaged: it has outlines that no font holds",
    "part.font-woff": "a font for web pages (WOFF)",
    "part.font-woff2": "a font for web pages (WOFF2)",
    "part.foot": "note at the foot",
    "part.frame-done": (
        "{folder}: frame of {date}; {emptied:#story|stories} to come, {kept} kept; now: banxin "
        "todo {folder}"
    ),
    "part.full-bar": "the bars are full-width: | and not ｜",
    "part.full-width": 'full-width characters; did you mean "{word}"?',
    "part.function": "a function such as 责任编辑",
    "part.glyph-emoji": f"an emoji, which faces for print have not: take it out, or {_GIVE}",
    "part.glyph-form": (
        "a compatibility form that stands for “{plain}” (U+{number}): type that character"
    ),
    "part.glyph-give": _GIVE,
    "part.glyph-high-low": (
        "write {marks} (as in CO~2~, 10^-3^): the face itself has it, set small"
    ),
    "part.glyph-lost": (
        "it stands for bytes that were no text when the file was made: look at its source"
    ),
    "part.glyph-none": "no character of Unicode: take it out",
    "part.glyph-private": (
        "a private-use code (造字), which means a character only in the font it was made with: "
        "type the character itself, or give that font: faces: {{{role}: fonts/NAME.ttf}}"
    ),
    "part.glyph-radical": (
        "a radical (部首) that stands for “{plain}” (U+{number}): type that character"
    ),
    "part.grid-lines": "lines of the grid",
    "part.ground-no-ink": "a ground in no ink",
    "part.ground-of": "a ground of {color}",
    "part.half-changed": "not all files could be written, and these stay changed: {files}",
    "part.han-key-and-hint": "{slip} {hint}",
    "part.head-also": "also called",
    "part.head-block": "block",
    "part.head-character": "character",
    "part.head-characters": "characters",
    "part.head-code": "code",
    "part.head-columns": "栏×字",
    "part.head-copyfit": "copyfit",
    "part.head-count": "字数",
    "part.head-different": "different",
    "part.head-empty": "empty",
    "part.head-face": "face",
    "part.head-file": "file",
    "part.head-for": "for",
    "part.head-frame": "frame",
    "part.head-gap": "gap",
    "part.head-glyphs": "glyphs",
    "part.head-in-all": "in all",
    "part.head-line": "line",
    "part.head-lines": "lines",
    "part.head-lines-room": "lines/room",
    "part.head-measure": "measure",
    "part.head-natural": "natural",
    "part.head-pages": "pages",
    "part.head-role": "role",
    "part.head-room": "room",
    "part.head-set": "set",
    "part.head-story": "story",
    "part.head-text": "text",
    "part.head-then": "then",
    "part.head-tier": "tier",
    "part.head-times": "times",
    "part.header-beside-name": ("beside a name that leaves {left_pt:.0f} and {right_pt:.0f} pt"),
    "part.header-center": "center {width_pt:.0f}",
    "part.header-in": "in {room_pt:.0f} pt",
    "part.header-left": "left {width_pt:.0f}",
    "part.header-name": "the name",
    "part.header-no-middle": (
        "beside a name that leaves {left_pt:.0f} and {right_pt:.0f} pt, and none in the middle"
    ),
    "part.header-right": "right {width_pt:.0f}",
    "part.header-with-white": "with white between {wanted_pt:.0f} pt in {room_pt:.0f} pt",
    "part.headline": "a headline",
    "part.headlines": "its headlines: {texts}",
    "part.ids": "ids: {names}",
    "part.import-done": (
        "{page}: {stories:#story|stories}, {marks:#mark} converted, {joins:#join}, "
        "{doubts:#doubtful place}, {edits:#edit} in all"
    ),
    "part.import-files": "{folder}: {written:#file} written, {unchanged} as they were",
    "part.import-it": "banxin import FILE -o FOLDER makes a story of it",
    "part.import-yours": "{file} is yours: the new version is {file}.new",
    "part.in-lines": " in {lines:#line}",
    "part.indent-with-spaces": "indent with spaces",
    "part.index-entry": "an entry",
    "part.index-label": "the label",
    "part.index-page": "a page number",
    "part.info": "info",
    "part.ink-black": "Black",
    "part.ink-cyan": "Cyan",
    "part.ink-large-type": "a paler ground, or white type",
    "part.ink-magenta": "Magenta",
    "part.ink-small-type": "a paler ground, white or larger type: white edges show beside it",
    "part.ink-yellow": "Yellow",
    "part.inks-not-light": "a press colour is a mixture of inks, not of light",
    "part.inks-once": "each of C M Y K once, 0 to 100",
    "part.inside": "inside",
    "part.instance-name": "an instance's name",
    "part.intent-absolute": "absolute colorimetric",
    "part.intent-perceptual": "perceptual",
    "part.intent-relative": "relative colorimetric",
    "part.intent-saturation": "saturation",
    "part.join-goes-on": "a number or a word goes on",
    "part.join-hyphen": "a word is hyphenated at the row's end",
    "part.join-inside": "stops inside a sentence",
    "part.join-line": "a print line kept by the scan",
    "part.join-mark": "the rest begins with a mark",
    "part.join-opening": "ends with an opening mark",
    "part.join-quotation": "a quotation is open",
    "part.join-rows": (
        "leave out | or \\n: rows that stand further in than their key are joined to one text"
    ),
    "part.jump-line": "jump line",
    "part.key-of-other-place": '"{key}" is meant, and stands in another place (docs/spec.md)',
    "part.key-of-story-head": '"{key}" is meant, and stands in a story\'s head',
    "part.keys-and-values": "keys and values",
    "part.keys-in-manual": "docs/spec.md lists them",
    "part.kind-basic-columns": (
        "a whole number from {low} to {high}, or a list of widths: [71zi, 34zi]"
    ),
    "part.kind-block": "a block: a mapping with one of {kinds}",
    "part.kind-cn-number": "a CN number such as CN 43-0001",
    "part.kind-color": 'inks such as "M100 Y100", a colour\'s name, or its tint "red 30%"',
    "part.kind-corners": "`pill`, a radius such as 2mm, or four of them",
    "part.kind-date": "a date such as 2019-09-20",
    "part.kind-days": "a date such as 2026-02-16, or two: 2026-02-16/2026-02-19",
    "part.kind-extent": "a number of {noun}, or `fill`",
    "part.kind-extent-part": (
        "a length, columns or lines, or per cent of the type area, such as 80mm, 4cols or 50%"
    ),
    "part.kind-fill-or-integer": "`fill` or a whole number from {low} to {high}",
    "part.kind-fit-or": "`fit`, or {kind}",
    "part.kind-flag": "true or false",
    "part.kind-inks": 'inks such as "M100 Y100"',
    "part.kind-integer": "a whole number from {low} to {high}",
    "part.kind-issn": "an ISSN such as 9999-9994",
    "part.kind-keyline": "true, false or a length such as 0.2mm",
    "part.kind-length": "a length such as {examples}",
    "part.kind-list": "a list of {of}",
    "part.kind-map": "a mapping of names to {of}",
    "part.kind-mark": "true, false or a mark such as ▲",
    "part.kind-number": "a number from {low:g} to {high:g}",
    "part.kind-or-record": "{kind}, or {record}",
    "part.kind-page-name": "a page's name such as B1",
    "part.kind-percent": "a percentage from {low:g}% to {high:g}%",
    "part.kind-record": "a mapping with {keys}",
    "part.kind-record-more": "a mapping with {keys} …",
    "part.kind-rule": "a rule such as thin or wenwu",
    "part.kind-rule-or-none": "a rule such as thin or wenwu, or none",
    "part.kind-span": "{noun} such as 1-3",
    "part.kind-spot-name": "the name of an ink",
    "part.kind-text": "text",
    "part.kind-width": "a width of a column: 6 (字), 20mm, auto or 2fr",
    "part.known-boxes": "boxes: {names}",
    "part.known-colors": "colours: {names}",
    "part.known-credits": "credits: {names}",
    "part.known-fields": "fields: {names}",
    "part.known-keys": "known: {keys}",
    "part.known-rules": "rules: {names}",
    "part.known-sizes": "known: {names}",
    "part.known-stories": "stories: {names}",
    "part.known-styles": "styles: {names}",
    "part.last-day": "the last day of {year:04}-{month:02} is {day}",
    "part.left": "left",
    "part.lent-char": "“{text}”{times}",
    "part.lent-give": "give a face that has {count:?it|them} under faces: {role}",
    "part.lent-high-low": ("write {marks} for {text}: then the face itself has it, set small"),
    "part.lent-long": "its own is no rule of two em, or dots that are not even",
    "part.lent-more": " and {chars:,} more {chars:?character|characters}, {total:,} in all",
    "part.lent-times": " ({count:#time})",
    "part.lent-whole": "whole “{text}”{times}",
    "part.lent-words": ", and with {count:?it|them} the whole of {words}",
    "part.lent-words-more": ", and with {count:?it|them} the whole of {words} …",
    "part.licence-bitmaps": "its maker allows only its bitmaps to be embedded (fsType)",
    "part.licence-restricted": (
        "its maker does not allow it to be embedded (fsType: restricted licence)"
    ),
    "part.licence-whole": (
        "its maker allows it to be embedded whole only (fsType), and a part of it is"
    ),
    "part.lines": "lines",
    "part.lines-count": (
        "{lines:#line}: {loose} loose (gaps over 5 % of an em), {squeezed} squeezed"
    ),
    "part.lines-of": "{widths} of {size_pt:g} pt {face}; widths in pt",
    "part.looks-like-utf-16": "the file looks like UTF-16; save it as UTF-8",
    "part.lost-of": ", {count} of {characters:#character}",
    "part.lunar-date": "a 农历 date such as 八月廿二",
    "part.made": "made",
    "part.mark-attribute": "an attribute",
    "part.mark-bbcode": "BBCode",
    "part.mark-bold": "bold",
    "part.mark-code": "code",
    "part.mark-comment": "a comment",
    "part.mark-contents": "a table of contents",
    "part.mark-dash": "a dash",
    "part.mark-definition-list": "a definition list",
    "part.mark-deletion": "a deletion",
    "part.mark-directive": "a directive",
    "part.mark-ellipsis": "an ellipsis",
    "part.mark-emphasis": "emphasis",
    "part.mark-entity": "an entity of HTML",
    "part.mark-escape": "an escape of a program",
    "part.mark-field": "a template's field",
    "part.mark-footnote": "a footnote",
    "part.mark-front-matter": "front matter",
    "part.mark-hard-space": "a space that no line ends at",
    "part.mark-heading": "a heading",
    "part.mark-highlight": "a highlight",
    "part.mark-html": "HTML",
    "part.mark-link": "a link",
    "part.mark-list": "a list",
    "part.mark-named-picture": "a picture by its name",
    "part.mark-own-block": "a block of its own",
    "part.mark-picture": "a picture",
    "part.mark-quotation": "a quotation",
    "part.mark-reading": "a reading of Han",
    "part.mark-review": "a reviewer's mark",
    "part.mark-row-end": "a line's end",
    "part.mark-rule": "a rule",
    "part.mark-style": "a paragraph's style",
    "part.mark-table": "a table",
    "part.mark-task": "a task",
    "part.mark-tex": "a formula of TeX",
    "part.mark-underline": "an underline",
    "part.mark-underlined-heading": "a heading's underline",
    "part.mark-wiki-link": "a link of a wiki",
    "part.mark-wiki-variant": "a variant of a wiki",
    "part.mark-words": "marked words",
    "part.marks": "marks: {names}",
    "part.masthead-foot": "the masthead's foot",
    "part.meant": ": {marks:and} {count:?is|are} meant",
    "part.meant-colon": ": or ∶",
    "part.meant-dash": "—— (between clauses) or — (between two places, times or numbers)",
    "part.meant-one": "one of them",
    "part.meant-quote": "“ or ”",
    "part.meant-stop": "。, or · in a foreign name,",
    "part.mend-level": "columns: {{level: true}}, or change the text by a line or two",
    "part.mend-text": "change the text by a line or two",
    "part.months": "a year has months 1 to 12",
    "part.more": "{count} more",
    "part.more-like-it": ", and {count} more like it",
    "part.mosaic": "mosaic",
    "part.name": "a name",
    "part.new-done": "{folder}: {pages:#page}; now: banxin build {folder} --to pdf,png",
    "part.next-issue": "; its next issue is that of {date}",
    "part.no-credits": "credits: none",
    "part.no-face": "no face",
    "part.no-face-but": "there is no face {role}; {meant}",
    "part.no-fit": "{rule} at byte {byte} does not fit the text",
    "part.no-headlines": "it has none",
    "part.no-ids": "no story has an id",
    "part.no-ink": "no ink",
    "part.no-other-page": "the edition lists no other page",
    "part.no-outlines": "the outlines of the faces are not at hand",
    "part.no-picture": "the caption of “{block}” has no picture on the page",
    "part.no-role": "none",
    "part.node-list": "a list",
    "part.node-mapping": "a mapping ({keys})",
    "part.node-mapping-empty": "a mapping",
    "part.node-mapping-more": "a mapping ({keys} …)",
    "part.node-nothing": "nothing",
    "part.node-text": '"{text}"',
    "part.not-looked-up": "cannot be looked up",
    "part.not-made": "not made",
    "part.not-whole": "banxin is not whole: {file} is missing",
    "part.not-written": "{path} cannot be written: {reason}",
    "part.note-bold": "bold as a whole",
    "part.note-breaks": "line breaks between blocks",
    "part.note-bullet": "a list's bullet",
    "part.note-closing": "closing marks",
    "part.note-couplet": "set as 1 em",
    "part.note-cut": "a column's foot cut the paragraph here: evidence of the print's measure",
    "part.note-decimal": "a decimal point: {number}",
    "part.note-decimals": "{figures:#figure} would each be plausible after one lost decimal point",
    "part.note-hard-break": "a hard line break",
    "part.note-last-break": "a text file ends with a line break",
    "part.note-level": "level {level} is a size",
    "part.note-list-dot": "a list's dot, not print",
    "part.note-no-paper": "the paper's name is not in the text",
    "part.note-picture-address": "the picture's address",
    "part.note-picture-mark": "a picture's mark",
    "part.note-quote": "a block quote's mark",
    "part.note-spaces-end": "spaces at a line's end",
    "part.note-spread": "a spread line",
    "part.note-subtitle": "a 副题 opens with a dash of two em",
    "part.note-thousands": "a comma inside a number: {number}",
    "part.note-white": "white space",
    "part.note-white-end": "white space at a line's end",
    "part.nothing": "nothing",
    "part.nothing-changed": "nothing is changed yet; --write changes the files",
    "part.number": "a number",
    "part.numbers-to": "numbers go from 1 to {most}",
    "part.of-command": "{command}: {told}",
    "part.often": ": {count:,} {count:?time|times}, first here",
    "part.often-in-files": ": {count:,} {count:?time|times} in {files:#file}, first here",
    "part.on-no-page": "is not on these pages",
    "part.one-of": "one of {names}",
    "part.option-zi": "{option} in 字",
    "part.options": "options",
    "part.os-busy": "Device or resource busy",
    "part.os-denied": "Permission denied",
    "part.os-device": "Input/output error",
    "part.os-exists": "File exists",
    "part.os-folder": "Is a directory",
    "part.os-full": "No space left on device",
    "part.os-invalid": "Invalid argument",
    "part.os-large": "File too large",
    "part.os-long-name": "File name too long",
    "part.os-loop": "Too many levels of symbolic links",
    "part.os-many": "Too many open files",
    "part.os-memory": "Cannot allocate memory",
    "part.os-missing": "No such file or directory",
    "part.os-no-folder": "Not a directory",
    "part.os-not-empty": "Directory not empty",
    "part.os-not-permitted": "Operation not permitted",
    "part.os-quota": "Disk quota exceeded",
    "part.os-read-only": "Read-only file system",
    "part.over": "{characters:#character} ({lines:#line}) over (溢文)",
    "part.over-line": "the {what} “{text}”: {characters:#character} over (溢文)",
    "part.overlap": "pile",
    "part.overlay": "overlay",
    "part.own-face": "own face: {roles}",
    "part.own-face-every": "every role's own face",
    "part.page": "a page such as B2",
    "part.page-date": "the page is {page}, as the header says beside the date{also}",
    "part.page-file": "the page is {page}, after the file's name {file}; it is not in the text",
    "part.page-file-says": "; the file's name {file} says {page}",
    "part.page-header": "the page is {page}, as the header says{also}",
    "part.page-line": "the page is {page}, as the text says",
    "part.page-named": "page {page}",
    "part.page-nowhere": (
        "the page's number is not in the text: {page} stands for it (--page tells it)"
    ),
    "part.page-size": "{width_mm:.4g} × {height_mm:.4g} mm with {bleed_mm:.4g} mm bleed",
    "part.page-spec": "a page spec",
    "part.page-told": "the page is {page}, as told by --page; the header's line says {header_page}",
    "part.page-told-alone": "the page is {page}, as told by --page; it is not in the text",
    "part.page-unread": "{file} cannot be read: {fault}",
    "part.pages": "pages: {pages}",
    "part.pages-only": "pages only; the book and the spreads are press PDFs",
    "part.panel": "panel",
    "part.paper-name": "the paper's name",
    "part.path": "a path",
    "part.path-absolute": "is not a path relative to this file or the project",
    "part.path-backslash": "holds a backslash; paths are written with /",
    "part.path-dead-link": "is a link, and what it leads to, “{to}”, is not there",
    "part.path-empty": "is empty",
    "part.path-large": "is larger than {most:,} bytes",
    "part.path-long": "is longer than {most} characters",
    "part.path-missing": "does not exist",
    "part.path-no-file": "is not a file",
    "part.path-no-text": "is not text",
    "part.path-not-looked-up": "cannot be looked up: {reason}",
    "part.path-outside": "lies outside the project",
    "part.path-scheme": "is not a path in this project",
    "part.path-unreadable": "cannot be read: {reason}",
    "part.path-unseen": "holds a character that cannot be seen",
    "part.pdf-empty": "a PDF needs at least one page",
    "part.pdf-no-page": "the PDF has {pages:#page}; there is no page {page}",
    "part.pdf-spot-looks": (
        'the spot "{name}" looks like {inks} on one page and like {other} on another: name it in '
        "the edition's colours, once"
    ),
    "part.pdf-unopened": "the PDF cannot be opened ({reason})",
    "part.pdfx-differs": (
        "{page} is for {intent}, and {other} for {other_intent}: a file has one output condition"
    ),
    "part.pdfx-intent": "{pdfx}, {condition}, profile {profile}",
    "part.pdfx-no-profile": "{pdfx} needs a profile of the press, and there is none",
    "part.pdfx-none": "no PDF/X",
    "part.pdfx-profile-version": (
        "the profile {profile} is of ICC version {version}; {pdfx} takes those up to version {most}"
    ),
    "part.picture": "picture",
    "part.picture-16-bits-clear": (
        "{file} has 16 bits and one gray that is transparent, which is not read: save it with an "
        "alpha channel, or with 8 bits"
    ),
    "part.picture-32-bits": (
        "{file} has samples of 32 bits (mode {mode}), and nothing says which of them is white: "
        "save it with 8 or 16 bits a channel"
    ),
    "part.picture-avif": "an AVIF picture",
    "part.picture-broken-data": "its data are broken",
    "part.picture-damaged": "{file} is damaged ({fault})",
    "part.picture-damaged-or-cut": "{file} is damaged or cut short ({reason})",
    "part.picture-header": "{file} is damaged: its header gives no size or colours",
    "part.picture-heic": "a HEIC photograph",
    "part.picture-jpeg-2000": "a JPEG 2000",
    "part.picture-memory": "{file} does not fit into memory",
    "part.picture-metafile": "a Windows metafile",
    "part.picture-mode": "{file} has pixels of a kind that is not known ({mode})",
    "part.picture-no-end": "{file} is damaged or cut short (no end marker)",
    "part.picture-no-format": "its kind is unknown",
    "part.picture-no-outline": (
        "{file} has no outline: nothing in it is opaque (alpha ≥ {alpha:g})"
    ),
    "part.picture-not-clear": (
        "{file} has no transparency ({format}, {mode}), so its outline is not known: expected a "
        "PNG, TIFF or WebP with an alpha channel, or give a polygon"
    ),
    "part.picture-not-handled": "it has a form that is not read",
    "part.picture-not-taken": "{file} is {what}, which is not taken ({known})",
    "part.picture-path": "{file} {why}",
    "part.picture-photoshop": "a Photoshop file",
    "part.picture-pixels": (
        "{file} has {million:,.1f} million pixels, more than the {most_million:g} million that "
        "are taken: save it smaller; 300 pixels an inch of its printed size are enough"
    ),
    "part.picture-postscript": "PostScript",
    "part.picture-svg": "an SVG drawing",
    "part.picture-too-many": (
        "{file} has too many pixels, more than the {most_million:g} million that are taken: save "
        "it smaller; 300 pixels an inch of its printed size are enough"
    ),
    "part.picture-truncated": "the file ends too early",
    "part.picture-unknown": "{file} is not a picture of a known kind ({known})",
    "part.place-changed": "{file}:{line}:{column}: {before}[{words}→{new}]{after}",
    "part.place-of-words": "{file}:{line}:{column}: {before}[{words}]{after}",
    "part.places-counted": "{words:quoted}: {places:#place} in {files:#file}",
    "part.places-none": "{words:quoted} stands nowhere",
    "part.placing-gaps": "gaps {lines}",
    "part.placing-part": "{name} {lines}",
    "part.plain-spaces": "use plain spaces",
    "part.plates-no-profile": "there is no profile of a press to proof it by",
    "part.png-bounds": "a picture of {width_px} × {height_px} pixels is out of bounds",
    "part.png-check-sum": "the check sum of its part {part} is wrong",
    "part.press-codes": "one face has more than 65,535 different glyphs and meanings",
    "part.profile-abstract": "an abstract change of colours",
    "part.profile-class": "is one of {kind}, and no output profile of a press",
    "part.profile-cut": "is damaged: it has {bytes:,} bytes and says {said_bytes:,}",
    "part.profile-display": "a screen",
    "part.profile-fault": "the profile {profile} {why}",
    "part.profile-input": "a camera or scanner",
    "part.profile-link": "a device link",
    "part.profile-named": "named colours",
    "part.profile-none": "is no ICC profile",
    "part.profile-path": "the profile {profile} {why}",
    "part.profile-pcs": "describes its inks in {pcs}, and not in Lab or XYZ",
    "part.profile-space": "a colour space",
    "part.profile-space-of": "describes {space}, and not CMYK",
    "part.profile-table": "is damaged: its table {tag} is not whole",
    "part.profile-table-missing": "is damaged: it has no table {tag}",
    "part.profile-tag-outside": "is damaged: its tag {tag} does not lie in the file",
    "part.profile-tags": "is damaged: its table of tags has {tags:,} entries",
    "part.profile-unusable": "has tables that cannot be used",
    "part.profile-version": "is of ICC version {version}; a press file takes 2 and 4",
    "part.program-says": "{text}",
    "part.project": "a project's own file",
    "part.proof-baseline": "baseline",
    "part.proof-block": "block: id and place; “a › b”: b is within a",
    "part.proof-column": "column",
    "part.proof-empty": "left empty 欠文",
    "part.proof-face": "{roles}：{title}, {number:,} 字",
    "part.proof-face-few": "{roles}：{title}, {number:,} 字: {chars}",
    "part.proof-face-own": "{title} ({file})",
    "part.proof-faces": "Faces",
    "part.proof-fifth-line": "every fifth line",
    "part.proof-findings": "Findings",
    "part.proof-frame": "frame: reading order, lines set/room",
    "part.proof-frames": "{frames:#frame}, {lines} of {room} lines filled",
    "part.proof-grid": "{columns:#column} × {lines:#line}",
    "part.proof-grid-across": "{width_em:g} em × {lines:#line}",
    "part.proof-gutter": "gutter",
    "part.proof-in-order": "Frames, in reading order",
    "part.proof-lines": "{loose} loose and {squeezed} squeezed {squeezed:?line|lines}",
    "part.proof-loose-12": "over 12 %",
    "part.proof-loose-5": "loose: gaps over 5 % of an em",
    "part.proof-loose-8": "over 8 %",
    "part.proof-loose-lines": "Loose and squeezed lines",
    "part.proof-name": "{page} 大样",
    "part.proof-none": "none",
    "part.proof-place": "{columns:?col|cols} {columns}, {lines:?line|lines} {lines}",
    "part.proof-place-across": (
        "from {from_em:g} em, {width_em:g} em wide, {lines:?line|lines} {lines}"
    ),
    "part.proof-place-lines": "{lines:?line|lines} {lines}",
    "part.proof-size": "{width_mm:.4g} × {height_mm:.4g} mm",
    "part.proof-squeezed": "stops squeezed (s7)",
    "part.put-in-quotes": "put it in quotes",
    "part.quiet-zone": "white of a code",
    "part.quote-with-number-sign": "put the text with its # in quotes",
    "part.reads-as-gbk": "it reads as GBK (GB 18030): save {file} anew as UTF-8",
    "part.reason": "a reason",
    "part.render-clusters": "the clusters of the run {text} do not cover it in order",
    "part.render-face": "the page uses the face {face}, which is not open",
    "part.render-lone-glyph": "the run {text} has a glyph that no character stands for",
    "part.render-no-html": "the run {text} holds U+{number}, which HTML cannot",
    "part.render-no-page": "a facsimile needs at least one page",
    "part.report-accepted": "{where}: accepted: {told}: {why} [{code}]",
    "part.report-accepted-count": "{number} accepted",
    "part.report-count": "{page}: {parts:clauses}",
    "part.report-evidence": "evidence: {met} of {all} statements met",
    "part.report-met": "met",
    "part.report-not-checked": "{number} not checked",
    "part.report-not-met": "not met",
    "part.report-not-required": "not met, not required",
    "part.report-off": "{number} left out",
    "part.report-ran": "{number:#check}",
    "part.report-unchecked": "not checked: {id} {title}: {why}",
    "part.report-unchecked-many": "not checked: {number:#check}, {first} to {last}: {why}",
    "part.right": "right",
    "part.right-column": "is it at the right column? It begins at {column}",
    "part.role": "a role",
    "part.role-body": "body text",
    "part.role-briefs": "kickers, briefs, credits",
    "part.role-hard-news": "hard news, labels",
    "part.role-headlines": "headlines",
    "part.role-heaviest": "the heaviest headlines, page numbers",
    "part.role-kickers": "kickers, captions",
    "part.role-labels": "labels, bold in body text",
    "part.role-main": "the main headline, series titles",
    "part.role-own": "a face of your own",
    "part.role-small-headlines": "small headlines, features",
    "part.role-stands-in": "{used} stands in: {why}",
    "part.role-used": "{used} stands in",
    "part.row": "row",
    "part.rule": "rule",
    "part.rule-name": "a rule's name",
    "part.save-as-csv": "save it as CSV (UTF-8), in Excel or WPS: 另存为",
    "part.save-as-text": "save its words as plain text (纯文本, UTF-8), in Word or WPS: 另存为",
    "part.schemas": "there are: {names}",
    "part.section-name": "a section's name",
    "part.see-caption": (
        "`caption_fill` behind it, a darker ground, or black type (`reverse: false`)"
    ),
    "part.see-dark": "a lighter ground, or `reverse: true`",
    "part.see-help": "see {command} --help",
    "part.see-light": "a darker `fill`, or black type (`reverse: false`, another `color`)",
    "part.see-on-paper": "another `color`, or a `fill` behind it",
    "part.see-on-picture": "a `fill` behind it, a darker part of the picture, or black type",
    "part.sign-alias": "{sign} (of an alias)",
    "part.sign-anchor": "{sign} (of an anchor)",
    "part.sign-comma": "a comma",
    "part.sign-rows": "{sign} (of a text in rows)",
    "part.sign-tag": "{sign} (of a tag)",
    "part.single-quotes": "or put the text between two ', where it is itself",
    "part.slip-and-hint": "{slip}: {hint}",
    "part.spot": "{page} at {x:.1f},{y:.1f} mm ({width:.1f} × {height:.1f})",
    "part.spot-in-colors": "a spot is named under `colors:` and used by the name of its colour",
    "part.spreads": "spreads of {sheets:#sheet}",
    "part.stack": "stack",
    "part.standing-in": "{line}; standing in: {things}",
    "part.standing-in-more": "{line}; standing in: {things} and {more} more",
    "part.stands-further-in": "what goes on from the row above stands further in",
    "part.stderr": "standard error",
    "part.stdout": "standard output",
    "part.stopped": "stopped",
    "part.stream-closed": "{what} is closed",
    "part.style-name": "a style's name",
    "part.style-sheet": "a style sheet",
    "part.such-characters": ", {characters} such {characters:?character|characters} in all",
    "part.such-marks": "; {marks} such marks in all",
    "part.svg-broken": "{file} is damaged: line {line}: {reason}",
    "part.svg-circle": "{file} is refused: a part of it draws itself",
    "part.svg-colour": (
        "{file} is refused: a colour {colour}() that is not read, and would be black"
    ),
    "part.svg-data": "{file} is refused: data in its {element} that are no picture of pixels",
    "part.svg-deep": "{file} is refused: elements nested deeper than {most}",
    "part.svg-elements": "{file} is refused: more than {most} elements",
    "part.svg-encoding": "{file} is damaged: its bytes are not of its encoding, {coding}",
    "part.svg-entity": "{file} is refused: it defines entities; save it again without",
    "part.svg-filtered": "{file} is refused: a filter on so large a drawing",
    "part.svg-foreign": "{file} is refused: it holds foreignObject, which no printer draws",
    "part.svg-large": "{file} is refused: more than {most_mb} MB",
    "part.svg-none": "{file} is XML, and no SVG drawing",
    "part.svg-not-drawn": "{file} cannot be drawn ({reason})",
    "part.svg-other-file": (
        "{file} is refused: it takes from another file ({other}); have it put inside"
    ),
    "part.svg-picture": (
        "{file} is refused: a picture inside of it cannot be decoded, and would be missing"
    ),
    "part.svg-script": "{file} is refused: it holds a script",
    "part.svg-typst": "{file} is an SVG drawing, and typst, which draws it, is not installed",
    "part.svg-unfolds": "{file} is refused: it unfolds to more than {most} elements",
    "part.table-around": " with the {lines:#line} of its title and notes",
    "part.tag-shrunk": "s{tier}",
    "part.take-key-out": "take the key out to have its default",
    "part.telephone": "a telephone number",
    "part.term-art": "the ArtBox",
    "part.term-bleed": "the BleedBox",
    "part.term-changed": "date of change",
    "part.term-cmyk": "CMYK",
    "part.term-crop": "the CropBox",
    "part.term-document": "document number",
    "part.term-end": "end",
    "part.term-gaps": "gaps above {percent:g} %",
    "part.term-grey": "grey",
    "part.term-indexed": "indexed colour",
    "part.term-jbig2": "JBIG2",
    "part.term-jpx": "JPEG 2000",
    "part.term-line": "line",
    "part.term-locked": "a lock",
    "part.term-lzw": "LZW",
    "part.term-made": "date of making",
    "part.term-media": "the MediaBox",
    "part.term-multiply": "Multiply",
    "part.term-neighbours": "neighbours",
    "part.term-opened": "opened",
    "part.term-overlay": "Overlay",
    "part.term-pattern": "pattern",
    "part.term-profiled": "colour by a profile",
    "part.term-rendition": "rendition class",
    "part.term-rgb": "RGB",
    "part.term-runt": "one character (孤字)",
    "part.term-screen": "Screen",
    "part.term-spot": "spot colour",
    "part.term-squeezed": "squeezed",
    "part.term-title": "title",
    "part.term-told": "date of its metadata",
    "part.term-trim": "the TrimBox",
    "part.term-version": "version",
    "part.text-below-head": "the text stands below the head, after its second ---",
    "part.text-in-quotes": "a text like this one stands in quotes: {text}",
    "part.the-book": "the book",
    "part.the-caption": "the caption",
    "part.the-credits": "the credits",
    "part.the-date-block": "the date block",
    "part.the-folio": "the folio",
    "part.the-header": "the header",
    "part.the-headline": "the headline",
    "part.the-imprint": "the imprint",
    "part.the-label": "the label",
    "part.the-masthead": "the masthead",
    "part.the-spreads": "the spreads",
    "part.thing-of": "the {thing} of {node}",
    "part.tier-over": "over",
    "part.tier-short": "short",
    "part.tier-shrink": "shrink:{tier}",
    "part.tier-stretch": "stretch:{tier}",
    "part.times": " ({count:#time})",
    "part.tint": "tint",
    "part.tint-bounds": "a tint is 1 to 100 %",
    "part.title-elsewhere": "it stands on {pages}",
    "part.todo-left": "{things:#thing} still to come on {pages:#page}",
    "part.todo-none": "nothing is to come on {pages:#page}",
    "part.told": "{severity}: {told}",
    "part.units": "units: {units}",
    "part.unwritten": "{path} is not written",
    "part.usage": "usage: ",
    "part.utf-8-only": "only UTF-8 text is read",
    "part.warning": "warning",
    "part.warnings": "{number:#warning}",
    "part.watch-left": "{files} shows the page already",
    "part.watch-not": "cannot watch: {reason}; looking every {look_ms} ms",
    "part.watch-not-made": "{file}: not made ({ms:.0f} ms); what was made before is kept",
    "part.watch-stopped": "stopped watching",
    "part.watching": "watching {folders} folders; Ctrl-C stops",
    "part.way-blank": "leave it out, or write a space",
    "part.way-block": "a block is one of the page spec",
    "part.way-bold": "**words** are bold",
    "part.way-bold-half-width": "type it in half width: **words** are bold",
    "part.way-box-heading": (
        "the heading of a box stands in it: ### {words} on the row below :::{box}"
    ),
    "part.way-brace": (
        "known words are {marks}, and the names of styles and colours; each may be followed by more"
    ),
    "part.way-brace-head": (
        "marked words stand in brackets, [words]{{红}}; the style of a paragraph stands first in "
        "its row, {{落款}} and a space; a heading and a note have none"
    ),
    "part.way-brackets": "write the words that it is for in brackets before it: [words]",
    "part.way-character": "write the character itself",
    "part.way-character-or-row": "write the character itself, or end the row",
    "part.way-close": "close it",
    "part.way-close-brace": "close the brace behind the names, as in {{落款}}",
    "part.way-comment": "leave it out, or write it under notes: in the head",
    "part.way-dash": "the dash of Chinese is ——",
    "part.way-deletion": "leave out what is deleted",
    "part.way-ellipsis": "the ellipsis of Chinese is ……",
    "part.way-emphasis": "*words* are emphasis",
    "part.way-empty-row": "an empty row ends a paragraph",
    "part.way-footnote": "its note is a row of its own, [^1]: words; ^[1]^ is a high number alone",
    "part.way-front-matter": "it stands between two rows of --- at the top",
    "part.way-half-width": "brackets and braces of a mark are typed in half width: [words]{{着重}}",
    "part.way-heading": "### and a space begin one on its own line, #### one in the line",
    "part.way-heading-before": "### before a heading's words begins one",
    "part.way-heading-half-width": (
        "type it in half width: ### and a space begin one on its own line, #### one in the line"
    ),
    "part.way-heading-own-line": "### and a space begin one on its own line",
    "part.way-high": "high type is m^2^",
    "part.way-high-low": "m^2^ is high type, H~2~O low type, **words** bold and *words* emphasis",
    "part.way-in-text": (
        "here words may be in a style or a colour, by its name; marks of words stand in the text "
        "of a story alone"
    ),
    "part.way-leave-out": "a story has none; leave it out",
    "part.way-link": "a link is [words](https://…)",
    "part.way-link-schemes": "a link is [words](https://…), or http, or mailto",
    "part.way-list-half-width": (
        "type it in half width: - and a space at a row's head begin an item of a list"
    ),
    "part.way-low": "low type is H~2~O",
    "part.way-no-lists": "- and a space at a row's head begin an item of a list, or 1. and a space",
    "part.way-no-table": "a story has none; give it a file of its own and a block `table:`",
    "part.way-none": "a story has none",
    "part.way-picture": "a story has none; the page spec places it",
    "part.way-picture-of-page": "the page spec places pictures",
    "part.way-quotation": "write > and a space at the head of the paragraph, or “ ”",
    "part.way-review": "take it in or out",
    "part.way-row-end": "\\ at the end of a row ends a line",
    "part.way-space": "write a space",
    "part.weasyprint-artwork": (
        "{file} is a PDF or a drawing, which WeasyPrint can place in RGB only: that is no {pdfx}; "
        "the press renderer places it as it is (`--pdfx none` goes without)"
    ),
    "part.weasyprint-faces": "it set text in {faces}, which no style asks for",
    "part.weasyprint-lost": "WeasyPrint could not draw the page: {what}",
    "part.weasyprint-lost-both": "WeasyPrint could not draw the page: {one}; {other}",
    "part.weasyprint-package": (
        "the renderer weasyprint needs the Python package {package}: pip install weasyprint"
    ),
    "part.weasyprint-pango": (
        "the renderer weasyprint needs Pango on the system. Debian, Ubuntu: apt install "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; Fedora: dnf install pango; "
        "macOS: brew install pango. The renderer press does without"
    ),
    "part.weasyprint-pictures": "it drew {drawn} of {carried:#picture}",
    "part.weasyprint-x1a": (
        "WeasyPrint's file is no {pdfx}: the press renderer makes one; WeasyPrint makes PDF/X-4 "
        "(`--pdfx x4`) or neither (`--pdfx none`)"
    ),
    "part.weekday": "a weekday such as 星期五",
    "part.whole-number": "a whole number",
    "part.why-bond": ": “{piece}” after it, {width:.3g} em, should not be parted",
    "part.why-ends": ": “{piece}” after it stays together by the rules of line ends (禁则)",
    "part.why-forced": ": its end is forced (断行)",
    "part.why-looser": ": with “{piece}” in it the lines after it would be looser",
    "part.why-mark": ": “{piece}” after it, {width:.3g} em, is one mark",
    "part.why-runt": ": with “{piece}” in it the last line would be one character (孤字)",
    "part.why-stiff": ": “{piece}” does not go into it, and it has few places that can open",
    "part.why-word": ": “{piece}” after it, {width:.3g} em, may not be parted",
    "part.word-art": "{count:#piece} of WordArt: a paragraph behind this one (“{words}”)",
    "part.word-blank": "{count:#blank} with a line under {count:?it|them}: the line is not kept",
    "part.word-chart": (
        "{count:#chart or diagram|charts or diagrams} not taken: a picture of "
        "{count:?it|them} can be placed"
    ),
    "part.word-chunk": "{count:#other file} inside this one not taken: open and save it in Word",
    "part.word-colour": "colour of words not kept, {count:#time}: [词]{{红}} has it",
    "part.word-combined": "characters set two in one not kept so, {count:#time}",
    "part.word-comment": "{count:#comment} not taken (“{words}”)",
    "part.word-control": "{count:#character} that cannot be seen left out",
    "part.word-count": (
        "{stand:,} {stand:?character|characters} in {files:#file}: {stories:,} in stories, "
        "{tables:,} in tables, {captions:,} in captions; {verdict}"
    ),
    "part.word-count-agrees": "they agree",
    "part.word-count-differs": "they do not agree",
    "part.word-crop": "{count:#picture} cropped in Word: here {count:?it is|they are} whole",
    "part.word-deleted": "{count:#tracked deletion} left out",
    "part.word-done": "{stories:#story|stories}, {tables:#table}, {pictures:#picture}",
    "part.word-drop-cap": "{count:#large first letter} set as the others",
    "part.word-equation": "{count:#equation} as a row of characters (“{words}”)",
    "part.word-field": "{count:#field} whose words Word works out itself (“{words}”)",
    "part.word-footer": "the footer is not taken (“{words}”)",
    "part.word-frame": "{count:#table} of a single cell set as paragraphs",
    "part.word-gallery": "{count:#table} of pictures: the pictures with what stands under them",
    "part.word-head-mark": (
        "marks of words not kept in {count:#head, caption or cell|heads, captions or cells}"
    ),
    "part.word-header": "the header is not taken (“{words}”)",
    "part.word-hidden": "hidden words left out, {count:#time} (“{words}”)",
    "part.word-highlight": "a ground behind words not kept, {count:#time}",
    "part.word-inserted": "{count:#tracked insertion} kept",
    "part.word-italic": "slanted type not kept, {count:#time}: *词* is 楷",
    "part.word-large-table": "{count:#table} too large for one here, set as paragraphs",
    "part.word-mark": (
        "{count:#paragraph} without {count:?its|their} marks, which could not be "
        "written (“{words}”)"
    ),
    "part.word-nested": "{count:#table} inside a table: its words stand in the cell",
    "part.word-note": "{count:#note} whose sign cannot stand in its place: a paragraph at the end",
    "part.word-note-picture": "{count:#picture} in notes not taken",
    "part.word-object": "{count:#embedded object}: at most its picture is taken",
    "part.word-page-break": "{count:#page break} without effect",
    "part.word-picture": "{count:#picture} put into assets, none into a story (first {words})",
    "part.word-picture-damaged": "{count:#picture} that cannot be read ({words})",
    "part.word-picture-kind": (
        "{count:#picture} of a kind that cannot be printed ({words}): save "
        "{count:?it|them} as PNG or JPEG"
    ),
    "part.word-picture-outside": (
        "{count:#picture} not in the file but elsewhere, not fetched ({words})"
    ),
    "part.word-place": ", first in paragraph {paragraph}, “{words}”",
    "part.word-place-empty": ", first in paragraph {paragraph}",
    "part.word-placed": "{folder} has pages already: place the new copy there, `story: {file}`",
    "part.word-placeholder": "{count:#form field} that nobody has filled, set as it stands",
    "part.word-reading": (
        "{count:#reading} over words that are not one a character: in brackets "
        "behind them (“{words}”)"
    ),
    "part.word-script": "high or low type set plainly in {count:#paragraph} (“{words}”)",
    "part.word-strike": "a line through words not kept, {count:#time}: the words are",
    "part.word-symbol": (
        "{count:#sign} of a face of symbols with no character: 〓 stands for "
        "{count:?it|them} ({words})"
    ),
    "part.word-table": (
        "{count:#table} in files of {count:?its|their} own, none in a story (first {words})"
    ),
    "part.word-textbox": "{count:#text box|text boxes}: the words stand behind the paragraph",
    "part.words-after": (
        "they end in line {line} of column {column}, {characters:#character} after the end of a "
        "column"
    ),
    "part.words-before": (
        "they end in line {line} of column {column}, {characters:#character} before the end of a "
        "column"
    ),
    "part.words-end": "column {column} ends with them",
    "part.words-nowhere": "the words are not in the text that is set",
    "part.words-of": "“{text}” of {node}",
    "part.wrap-box": (
        "`wrap: box` on a picture lets text run round it; `over` with the id of the other where "
        "one is to cover it"
    ),
    "part.write": "write {text}",
}

TABLES: Final = (
    en_cluster.WORDS,
    _PAGES,
    en_compare.WORDS,
    en_live.WORDS,
    en_plates.WORDS,
    en_preflight.WORDS,
    en_printed.WORDS,
    en_proof.WORDS,
    en_revise.WORDS,
    en_scan.WORDS,
)
"""Each in the order of the alphabet; no key stands in two."""
WORDS: Final[dict[str, str | tuple[str, str]]] = {k: v for t in TABLES for k, v in t.items()}
