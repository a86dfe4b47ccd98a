"""Part of the table of words while messages are moved into it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "ACCEPT-IDLE.nothing": (
        'checks.accept: {check} has found nothing at "{at}"',
        "take it out, or name the block's id or words of the message",
    ),
    "CAPTION.far": (
        "“{text}” stands {lines:.1f} lines from its picture (at most {most_lines:g})",
        "set it in more lines, or beside the picture it belongs to",
    ),
    "CAPTION.wide": (
        "“{text}” is {width_mm:.1f} mm wide, its picture {picture_mm:.1f} mm",
        "set it in more lines, or beside the picture it belongs to",
    ),
    "CHECK.fault": "{file}: {fault}",
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
        "let it end before what it crosses",
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
        "give it more lines or columns, smaller type, or a place of its own",
    ),
    "COLLIDE.touches": (
        "{one} touches {other}: {white_pt} pt between (at least {least_pt} pt){more}",
        "give it more white: lines, an inset, a standoff",
    ),
    "COLLIDE.unchecked": "not checked: {why}",
    "CROPPED.share": (
        "{file}: {percent:.0f} % of it is cut off{sides}; at most {most_percent:g} % may be",
        "`fit: whole` shows all of it, `focus` says what stays in view; `checks: accept` where "
        "it is meant",
    ),
    "EVIDENCE.column-end": (
        "{node}: no column ends with “{text}”: {stands}",
        "try another measure, other columns, or `fit: first` in the style of its text",
    ),
    "FACES.many": (
        "{families} families of type (at most {most}): {names}",
        "weights of one family make more of a page than another family",
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
    "IMPORT-BINARY.byte": "byte 0x{byte} at offset {offset}: this is not a text",
    "IMPORT-BINARY.kind": (
        "the file is {kind}, not a text",
        "{hint}",
    ),
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
    "IMPORT-READ.file": "the file: {fault}",
    "IMPORT-SIZE.bytes": (
        "the text has {bytes:,} bytes; the limit is {most:,}",
        "import a page at a time",
    ),
    "IMPORT-UNDO.log": "cannot be undone: {fault}",
    "IMPORT-WRITE.write": "{fault}",
    "INVISIBLE.unchecked": "not checked: {why}",
    "INVISIBLE.words": (
        "“{text}” of {block}: words in {ink} on {ground} can hardly be seen: lightness "
        "{lightness} against {ground_lightness} (at least {least_apart:g} apart){lost}{more}",
        "{hint}",
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
    "LENGTH.text": (
        "{fault}",
        "{fault:hint}",
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
    "OUT.thing": (
        "the {thing} of “{node}” reaches {out_mm:.2f} mm out of the type area (at most "
        "{most_mm:.2g} mm)",
        "move it in, or make its block larger",
    ),
    "OUT.words": (
        "“{text}” reaches {out_mm:.2f} mm out of the type area (at most {most_mm:.2g} mm)",
        "move it in, or make its block larger",
    ),
    "PAGE-CUT.line": (
        "a line cuts the page above line {line}: {percent:.0f} % of the type width is clear "
        "between {above:quoted} and {below:quoted} (from {from_percent:g} %)",
        "let an article or a picture reach across it",
    ),
    "PROOF.fault": "{file}: {fault}",
    "READ.closed": "the text: standard input is closed",
    "READ.text": "the text: {fault}",
    "RUNT.last-line": (
        "the last line “{text}” has {characters:#character} (at least {least})",
        "take a character out of the paragraph, or put one in",
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
    "USE.choice": "{option} takes {known}, not {given}",
    "USE.command": (
        'no command "{name}"',
        "{hint}",
    ),
    "USE.face": "--face: {fault}",
    "USE.face-list": "--face: {fault}; see `banxin fonts`: 报宋 黑 楷 …",
    "USE.fault": (
        "{fault}",
        "see {command} --help",
    ),
    "USE.length": (
        "{option}: {fault}",
        "{fault:hint}",
    ),
    "USE.mark": (
        '--show: no mark "{name}"',
        "{hint}",
    ),
    "USE.measures": "--measure takes up to {most} widths, not {given}",
    "USE.no-edition": "the book and the spreads are made of an edition; give its folder",
    "USE.no-mark": "--show takes some of {names}",
    "USE.one-file": "{pages} pages do not go into one file; end the name with /",
    "USE.option": (
        'does not know "{name}"',
        "{hint}",
    ),
    "USE.out": "-o FOLDER is missing: where shall it go?",
    "USE.page": "--page {page}: a page number such as B1 is expected",
    "USE.press-only": "the book and the spreads are press PDFs; --to and --renderer ask for others",
    "USE.range": "{option} goes from {least:g} to {most:g}, not {value:g}",
    "USE.watch-pages": "--watch makes pages; build the book and the spreads when they are done",
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
    "part.also-in": "also in {count:?line|lines} {lines}",
    "part.also-in-more": "also in {count:?line|lines} {lines} …",
    "part.bare-paper": "bare paper",
    "part.both": "{one}; {other}",
    "part.check-fault": "a fault in the check itself: {kind}: {text}",
    "part.commands": "commands: {names}",
    "part.cut-foot": "{percent:.0f} % foot",
    "part.cut-left": "{percent:.0f} % left",
    "part.cut-right": "{percent:.0f} % right",
    "part.cut-sides": " ({sides})",
    "part.cut-top": "{percent:.0f} % top",
    "part.doubt-abroad": "the list is counted as foreign and one member is not",
    "part.doubt-again": "the same words again",
    "part.doubt-all-metal": (
        "“all” straight before a bare metal makes no sense: a misread compound, such as a 羰基 "
        "metal?"
    ),
    "part.doubt-before": "these words stand on the page before",
    "part.doubt-bold": "bold by underscores: write **bold**",
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
    "part.doubt-unfinished": (
        "the paragraph stops inside a sentence, and what follows does not go on"
    ),
    "part.doubt-unpaired": "{mark} without its {other} in the paragraph",
    "part.doubt-unread": "a character that the OCR could not read",
    "part.doubt-weekday": "{date} was a 星期{weekday}",
    "part.ground-no-ink": "a ground in no ink",
    "part.ground-of": "a ground of {color}",
    "part.headlines": "its headlines: {texts}",
    "part.import-yours": "{file} is yours: the new version is {file}.new",
    "part.join-goes-on": "a number or a word goes on",
    "part.join-hyphen": "a word is hyphenated at the row's end",
    "part.join-inside": "stops inside a sentence",
    "part.join-line": "a print line kept by the scan",
    "part.join-mark": "the rest begins with a mark",
    "part.join-opening": "ends with an opening mark",
    "part.join-quotation": "a quotation is open",
    "part.lost-of": ", {count} of {characters} characters",
    "part.marks": "marks: {names}",
    "part.meant": ": {marks:and} {count:?is|are} meant",
    "part.meant-colon": ": or ∶",
    "part.meant-dash": "—— (between clauses) or — (between two places, times or numbers)",
    "part.meant-one": "one of them",
    "part.meant-quote": "“ or ”",
    "part.meant-stop": "。, or · in a foreign name,",
    "part.mend-level": "columns: {{level: true}}, or change the text by a line or two",
    "part.mend-text": "change the text by a line or two",
    "part.more": "{count} more",
    "part.more-like-it": ", and {count} more like it",
    "part.no-fit": "{rule} at byte {byte} does not fit the text",
    "part.no-headlines": "it has none",
    "part.no-ink": "no ink",
    "part.no-other-page": "the edition lists no other page",
    "part.no-outlines": "the outlines of the faces are not at hand",
    "part.no-picture": "the caption of “{block}” has no picture on the page",
    "part.not-whole": "banxin is not whole: {file} is missing",
    "part.not-written": "{path} cannot be written: {reason}",
    "part.note-bold": "bold as a whole",
    "part.note-breaks": "line breaks between blocks",
    "part.note-bullet": "a list's bullet",
    "part.note-closing": "closing marks",
    "part.note-couplet": "set as 1 em",
    "part.note-cut": "a column's foot cut the paragraph here: evidence of the print's measure",
    "part.note-decimal": "a decimal point: {number}",
    "part.note-decimals": "{figures} figures would each be plausible after one lost decimal point",
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
    "part.option-zi": "{option} in 字",
    "part.overlay": "overlay",
    "part.page-date": "the page is {page}, as the header says beside the date{also}",
    "part.page-file": "the page is {page}, after the file's name {file}; it is not in the text",
    "part.page-file-says": "; the file's name {file} says {page}",
    "part.page-header": "the page is {page}, as the header says{also}",
    "part.page-line": "the page is {page}, as the text says",
    "part.page-nowhere": (
        "the page's number is not in the text: {page} stands for it (--page tells it)"
    ),
    "part.page-told": "the page is {page}, as told by --page; the header's line says {header_page}",
    "part.page-told-alone": "the page is {page}, as told by --page; it is not in the text",
    "part.page-unread": "{file} cannot be read: {fault}",
    "part.pages": "pages: {pages}",
    "part.pages-only": "pages only; the book and the spreads are press PDFs",
    "part.panel": "panel",
    "part.picture": "picture",
    "part.reads-as-gbk": "it reads as GBK (GB 18030): iconv -f GB18030 -t UTF-8 {file}",
    "part.rule": "rule",
    "part.see-caption": (
        "`caption_fill` behind it, a darker ground, or black type (`reverse: false`)"
    ),
    "part.see-dark": "a lighter ground, or `reverse: true`",
    "part.see-help": "see {command} --help",
    "part.see-light": "a darker `fill`, or black type (`reverse: false`, another `color`)",
    "part.see-on-paper": "another `color`, or a `fill` behind it",
    "part.see-on-picture": "a `fill` behind it, a darker part of the picture, or black type",
    "part.stopped": "stopped",
    "part.thing-of": "the {thing} of {node}",
    "part.times": " ({count} times)",
    "part.tint": "tint",
    "part.title-elsewhere": "it stands on {pages}",
    "part.unwritten": "{path} is not written",
    "part.utf-8-only": "only UTF-8 text is read",
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
}
