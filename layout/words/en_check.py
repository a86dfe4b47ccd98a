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
    "part.check-fault": "a fault in the check itself: {kind}: {text}",
    "part.cut-foot": "{percent:.0f} % foot",
    "part.cut-left": "{percent:.0f} % left",
    "part.cut-right": "{percent:.0f} % right",
    "part.cut-sides": " ({sides})",
    "part.cut-top": "{percent:.0f} % top",
    "part.ground-no-ink": "a ground in no ink",
    "part.ground-of": "a ground of {color}",
    "part.headlines": "its headlines: {texts}",
    "part.lost-of": ", {count} of {characters} characters",
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
    "part.no-headlines": "it has none",
    "part.no-ink": "no ink",
    "part.no-other-page": "the edition lists no other page",
    "part.no-outlines": "the outlines of the faces are not at hand",
    "part.no-picture": "the caption of “{block}” has no picture on the page",
    "part.overlay": "overlay",
    "part.page-unread": "{file} cannot be read: {fault}",
    "part.pages": "pages: {pages}",
    "part.panel": "panel",
    "part.picture": "picture",
    "part.rule": "rule",
    "part.see-caption": (
        "`caption_fill` behind it, a darker ground, or black type (`reverse: false`)"
    ),
    "part.see-dark": "a lighter ground, or `reverse: true`",
    "part.see-light": "a darker `fill`, or black type (`reverse: false`, another `color`)",
    "part.see-on-paper": "another `color`, or a `fill` behind it",
    "part.see-on-picture": "a `fill` behind it, a darker part of the picture, or black type",
    "part.thing-of": "the {thing} of {node}",
    "part.times": " ({count} times)",
    "part.tint": "tint",
    "part.title-elsewhere": "it stands on {pages}",
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
