"""Part of the table of words while messages are moved into it."""

from typing import Final

_FIT_LEAST: Final = "give it more lines, or a smaller `least`"
_HEADER: Final = "the header's texts are wide (pt): {groups}; {room}"
_INDEX: Final = (
    "the index (导读) leaves {left_pt:.1f} pt for a title of {size_pt:g} pt in its "
    "{width_pt:.1f} pt: "
)
_INDEX_WIDER: Final = "make the block wider, give the index fewer `columns`, or `page_at: above`"
_INITIAL: Final = (
    "“{text}”, {width_pt:.1f} pt wide at {size_pt:.1f} pt, has no room in a column of "
    "{measure_pt:.1f} pt and {lines} lines"
)
_LEAST_SIZE: Final = ", even at its least size of {least_pt:g} pt"
_ONE_IN_ROW: Final = "“{texts}” is {width_pt:.1f} pt wide in {room_pt:.1f} pt"
_SHRUNK: Final = "; set at {size_pt:.1f} pt instead of {asked_pt:g}"
_SIDE_BY_SIDE: Final = (
    "“{texts}” side by side with {between_em:g} em between them are {width_pt:.1f} pt wide in "
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

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "BUILD.fault": "{file}: {why}",
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
    "DISPLAY-SHRUNK.header": _HEADER + _SHRUNK,
    "DISPLAY-SHRUNK.line": (
        "“{text}” is {long_pt} pt wide in {room_pt} pt; set at {size_pt} pt instead of {asked_pt}"
    ),
    "DISPLAY-SHRUNK.line-down": (
        "“{text}” is {long_pt} pt long in {room_pt} pt; set at {size_pt} pt instead of {asked_pt}"
    ),
    "DISPLAY-SHRUNK.one-in-row": _ONE_IN_ROW + _SHRUNK,
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
        "“{text}” is {long_pt} pt wide in {room_pt} pt, even at {size_pt:.1f} pt type",
        "cut words, or give it more columns",
    ),
    "DISPLAY-WIDE.line-down": (
        "“{text}” is {long_pt} pt long in {room_pt} pt, even at {size_pt:.1f} pt type",
        "cut words, or give it more lines",
    ),
    "DISPLAY-WIDE.one-in-row": (_ONE_IN_ROW + ", even at {size_pt:.1f} pt type", _STACK),
    "DISPLAY-WIDE.row": (
        "{what} is {width_pt:.1f} pt wide in {room_pt:.1f} pt",
        "cut words, or give it more columns",
    ),
    "DISPLAY-WIDE.side-by-side": (_SIDE_BY_SIDE + ", even at {size_pt:.1f} pt type", _STACK),
    "DISPLAY-WIDE.summary": (
        "the 提要题 is {measure_pt:.1f} pt wide in {room_pt:.1f} pt",
        "give it a smaller measure",
    ),
    "DISPLAY-WIDE.title": (
        "“{text}”{where} is {long_pt:.1f} pt wide in {room_pt:.1f} pt" + _LEAST_SIZE,
        "cut words, allow more rows or a smaller `least`, or make it wider",
    ),
    "DISPLAY-WIDE.title-down": (
        "“{text}”{where} is {long_pt:.1f} pt long in {room_pt:.1f} pt" + _LEAST_SIZE,
        "cut words, allow more rows or a smaller `least`, or make it higher",
    ),
    "EMPTY.no-text": "the file holds no text",
    "FACE-DASH.drawn-longer": (
        "{face}: two — of it are no rule of two em; one is drawn longer for each —— ({count:,} on "
        "the page)"
    ),
    "FACE-EMPTY.text": (
        "{file} has no character of the text set in it",
        "others stand in for all of them",
    ),
    "FACE-INDEX.none": ("{file} holds {faces} faces; 0 is used, {title}", "{hint}"),
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
    "FIT.fixed": "a block whose place is stated has nothing that may move",
    "FIT.unfilled": 'no way to fill "{block}": {nearest}',
    "FIT.unsolved": (
        'no way to make {kind} "{group}" {lines} lines high{nearest}',
        "let more values move, or change the text",
    ),
    "FITTED.block": '"{block}": {changes}',
    "GALLEY-LARGE.sheet": (
        "a galley of {lines:,} lines of {measure_pt:g} pt is larger than a PDF page may be: "
        "{most_pt:,.0f} pt a side hold {room_lines:,} such lines",
        "a smaller text or size",
    ),
    "HEADLINE.inside-cols": "{cols}, but its story has {columns} columns there",
    "HEADLINE.inside-lines": "lines {first}-{last} of {rows} that its story has there",
    "HEADLINE.span": "{span} columns, but its story has {columns} there",
    "INDENT.wide": (
        "an indent of {indent_zi:g} 字 in {measure_zi:g} 字; set at {room_zi:g}",
        "a smaller indent, or a wider measure",
    ),
    "INITIAL.no-letter": "the text begins with “{char}”, which is set as the others are",
    "INITIAL.no-room": (_INITIAL, "fewer lines"),
    "INITIAL.word-no-room": (
        _INITIAL + "; it is set as the others are",
        "fewer lines, or let the text begin with other words",
    ),
    "JUMP-CYCLE.pages": "stories jump in a circle: {chain}",
    "JUMP-EMPTY.nothing-comes": (
        "nothing comes from page {page}, which has room for all of {story}: the block holds no "
        "text",
        "take the block out and `jump_to` on page {page}, or give the story less room there",
    ),
    "JUMP-PAGE.not-sent": "no block of page {page} sets {story} with `jump_to: {own_page}`",
    "JUMP-PAGE.not-taken-up": (
        "no block of page {page} sets {story} with `jump_from: {own_page}`",
        "its text would be lost",
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
    "NOT-FINAL.thing": "{page} is not final: {what}",
    "NOT-FINAL.things": "{page} is not final: {things} stand in",
    "NOT-WHOLE.pages": "without {kinds:and}: {pages} {count:?was|were} not made",
    "OFF-GRID.host-cols": '{cols} but the story "{story}" has {columns} columns',
    "OFF-GRID.host-lines": '{lines} but "{story}" has {rows} lines of text there',
    "PICTURE-COARSE.pixels": (
        "{file}: {dpi:.0f} pixels an inch at {width_pt:.0f} × {height_pt:.0f} pt; at least "
        "{least_dpi:.0f} are wanted",
        "a picture of more pixels, or one at most {most_pt:.0f} pt wide",
    ),
    "PICTURE-FRAMES.first": "{file} holds {pictures} pictures; the first of them is shown",
    "PICTURE-INKS.converted": "{files}{more}: converted to CMYK",
    "PICTURE-INKS.no-profile": "{files}{more}: separated without a profile",
    "PICTURE-ROOM.caption": (
        "{width_pt:.1f} × {height_pt:.1f} pt are left for the picture beside a caption "
        "{caption_pt:.1f} pt high",
        "give it more lines, or a shorter caption",
    ),
    "PICTURE-ROOM.moved-out": (
        "{file} is moved out of its frame by {across_pt:.4g} pt across and {down_pt:.4g} pt down",
        "a smaller shift",
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
    "PLACING.left-empty": (
        '{lines} lines of {kind} "{group}" are left empty at its foot',
        "`lines: fill` on a block takes them",
    ),
    "PLACING.too-many": (
        '{kind} "{group}" needs {needed_lines} lines and has {room_lines}: {over_lines} too many '
        "({parts})",
        "take lines from a block, or make the group deeper",
    ),
    "RENDERER.unknown": ('no renderer "{name}"', "{hint}"),
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
    "SPREAD-ALONE.page": "without spreads: {page} is the only page",
    "SPREAD-BLANK.half": "{pages} pages: the last half of the spreads stay blank",
    "SPREAD-BLANK.halves": "{pages} pages: the last {halves} halves of the spreads stay blank",
    "SPREAD-SIZES.pages": (
        "without spreads: {page} is {size} and {other} {other_size}; the pages of a spread are of "
        "one size"
    ),
    "STANDS-IN.picture": "{file} stands in for the picture",
    "STANDS-IN.text": "the text of {story} stands in for the true one",
    "STANDS-IN.tint": "a tint stands in for a picture",
    "STANDS-IN.words": 'the words of "{block}" stand in for the true ones',
    "SUBSETTER.missing": (
        "WeasyPrint does not find libharfbuzz-subset (4.1 or later) and cuts the faces down with "
        "fontTools: a page of Chinese takes a quarter longer, and its PDF may be a few hundred "
        "bytes larger",
        "Debian, Ubuntu: apt install libharfbuzz-subset0; it comes with harfbuzz elsewhere",
    ),
    "TOO-LARGE.text": "the text is larger than {most_bytes:,} bytes",
    "WEASYPRINT.says": "WeasyPrint says: {text}",
    "WORKER.died": (
        "{file}: the process that made it {end}",
        "too little memory, or a fault of a library; --jobs 1 makes pages one by one",
    ),
    "WRAP.no-outline": "{why}",
    "part.and-more": " and {count} more",
    "part.display-line": "the line",
    "part.display-text": "the display text",
    "part.ended-by": "was ended by {signal}",
    "part.ended-by-signal": "was ended by signal {number}",
    "part.ended-status": "ended with status {status}",
    "part.face-name-role": "name a role ({roles}), or {rare} for characters that others lack",
    "part.face-nameless": "without a name",
    "part.face-no-fangsong": (
        "no freely licensed 仿宋 covers the table; give your own under faces:"
    ),
    "part.face-number": "{number} {title}",
    "part.face-numbers": "give its number: index: {faces}",
    "part.face-numbers-more": "give its number: index: {faces} …",
    "part.face-own": "faces.{names} ({file}, {title})",
    "part.face-shipped": "the shipped {role} ({face})",
    "part.face-shipped-other": "the shipped face ({face})",
    "part.fit-empty": "the nearest leaves {empty_lines:#line} empty",
    "part.fit-nearest": ": the nearest {count:?is|are} {lines:and}",
    "part.fit-nothing": "nothing may move",
    "part.fit-over": "the nearest leaves {over_lines:#line} over",
    "part.fit-over-or-empty": (
        "the nearest leaves {over_lines:#line} over or {empty_lines:#line} empty"
    ),
    "part.fitted-before": " instead of {lines}",
    "part.fitted-gutter": "gutter {gutter_pt:.2f} pt instead of {before_pt:.2f}",
    "part.fitted-headline": "headline {lines} lines{before}",
    "part.fitted-leading": "leading {leading_pt:.2f} pt instead of {before_pt:.2f}",
    "part.fitted-lines": "{lines} lines{before}",
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
    "part.font-no-glyph": "{face} has {glyphs} glyphs, none numbered {number}",
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
    "part.font-table-count": "is damaged: it names {count} tables",
    "part.font-type-1": "a PostScript font (Type 1)",
    "part.font-unread": "{file}: {reason}",
    "part.font-wild-outlines": "{file} is damaged: it has outlines that no font holds",
    "part.font-woff": "a font for web pages (WOFF)",
    "part.font-woff2": "a font for web pages (WOFF2)",
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
    "part.in-lines": " in {lines} lines",
    "part.index-entry": "an entry",
    "part.index-label": "the label",
    "part.index-page": "a page number",
    "part.lent-char": "“{text}”{times}",
    "part.lent-give": "give a face that has {count:?it|them} under faces: {role}",
    "part.lent-high-low": ("write {marks} for {text}: then the face itself has it, set small"),
    "part.lent-long": "its own is no rule of two em, or dots that are not even",
    "part.lent-more": " and {chars:,} more characters, {total:,} in all",
    "part.lent-times": " ({count} times)",
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
    "part.no-face": "there is no face {role}",
    "part.no-face-but": "there is no face {role}; {meant}",
    "part.page-named": "page {page}",
    "part.page-size": "{width_mm:.4g} × {height_mm:.4g} mm with {bleed_mm:.4g} mm bleed",
    "part.pdf-empty": "a PDF needs at least one page",
    "part.pdf-no-page": "the PDF has {pages} pages; there is no page {page}",
    "part.pdf-unopened": "the PDF cannot be opened ({reason})",
    "part.picture-16-bits-clear": (
        "{file} has 16 bits and one gray that is transparent, which is not read: save it with an "
        "alpha channel, or with 8 bits"
    ),
    "part.picture-32-bits": (
        "{file} has samples of 32 bits (mode {mode}), and nothing says which of them is white: "
        "save it with 8 or 16 bits a channel"
    ),
    "part.picture-avif": "an AVIF picture",
    "part.picture-damaged": "{file} is damaged ({fault})",
    "part.picture-damaged-or-cut": "{file} is damaged or cut short ({reason})",
    "part.picture-header": "{file} is damaged: its header gives no size or colours",
    "part.picture-heic": "a HEIC photograph",
    "part.picture-jpeg-2000": "a JPEG 2000",
    "part.picture-memory": "{file} does not fit into memory",
    "part.picture-metafile": "a Windows metafile",
    "part.picture-mode": "{file} has pixels of a kind that is not known ({mode})",
    "part.picture-no-end": "{file} is damaged or cut short (no end marker)",
    "part.picture-no-outline": (
        "{file} has no outline: nothing in it is opaque (alpha ≥ {alpha:g})"
    ),
    "part.picture-not-clear": (
        "{file} has no transparency ({format}, {mode}), so its outline is not known: expected a "
        "PNG, TIFF or WebP with an alpha channel, or give a polygon"
    ),
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
    "part.picture-unknown": "{file} is not a picture of a known kind ({known})",
    "part.placing-gaps": "gaps {lines}",
    "part.placing-part": "{name} {lines}",
    "part.png-bounds": "a picture of {width_px} × {height_px} pixels is out of bounds",
    "part.png-check-sum": "the check sum of its part {part} is wrong",
    "part.press-codes": "one face has more than 65,535 different glyphs and meanings",
    "part.profile-path": "the profile {profile} {why}",
    "part.proof-baseline": "baseline",
    "part.proof-block": "block",
    "part.proof-column": "column",
    "part.proof-empty": "left empty 欠文",
    "part.proof-faces": "Faces",
    "part.proof-fifth-line": "every fifth line",
    "part.proof-findings": "Findings",
    "part.proof-frame": "frame: reading order, lines/room",
    "part.proof-frames": "{frames} frames, {lines} of {room} lines filled",
    "part.proof-grid": "{columns} columns × {lines} lines",
    "part.proof-gutter": "gutter",
    "part.proof-in-order": "Frames, in reading order",
    "part.proof-lines": "{loose} loose and {squeezed} squeezed of {lines} lines",
    "part.proof-loose-12": "over 12 %",
    "part.proof-loose-5": "loose: gaps over 5 % of an em",
    "part.proof-loose-8": "over 8 %",
    "part.proof-loose-lines": "Loose and squeezed lines",
    "part.proof-name": "{page} 大样",
    "part.proof-none": "none",
    "part.proof-overset": "overset 溢文",
    "part.proof-size": "{width_mm:.4g} × {height_mm:.4g} mm",
    "part.proof-squeezed": "stops squeezed (s7)",
    "part.render-clusters": "the clusters of the run {text} do not cover it in order",
    "part.render-face": "the page uses the face {face}, which is not open",
    "part.render-lone-glyph": "the run {text} has a glyph that no character stands for",
    "part.render-no-html": "the run {text} holds U+{number}, which HTML cannot",
    "part.render-no-page": "a facsimile needs at least one page",
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
    "part.schemas": "there are: {names}",
    "part.stderr": "standard error",
    "part.stdout": "standard output",
    "part.stream-closed": "{what} is closed",
    "part.term-end": "end",
    "part.term-gaps": "gaps above {percent:g} %",
    "part.term-line": "line",
    "part.term-neighbours": "neighbours",
    "part.term-opened": "opened",
    "part.term-runt": "one character (孤字)",
    "part.term-squeezed": "squeezed",
    "part.the-book": "the book",
    "part.the-caption": "the caption",
    "part.the-credits": "the credits",
    "part.the-folio": "the folio",
    "part.the-header": "the header",
    "part.the-headline": "the headline",
    "part.the-spreads": "the spreads",
    "part.watch-not": "cannot watch: {reason}; looking every {look_ms} ms",
    "part.watch-not-made": "{file}: not made ({ms:.0f} ms); what was made before is kept",
    "part.watch-stopped": "stopped watching",
    "part.watching": "watching {folders} folders; Ctrl-C stops",
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
}
