"""What a comparison of pages says in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "COMPARE.block-gone": "{block:block} is gone ({at}, {size})",
    "COMPARE.block-moved": "{block:block} moved {way}: {at}",
    "COMPARE.block-new": "{block:block} is new: {at}, {size}",
    "COMPARE.block-page": "{block:block} went from {page} to {other}: {at}",
    "COMPARE.block-renamed": "what was in {block:block} is in {other:block}",
    "COMPARE.block-resized": "{block:block} is {parts}: {size} → {other}",
    "COMPARE.block-swapped": "{block:block} and {other:block} have changed places",
    "COMPARE.columns-count": "{block:block}: {old} → {new:#column}",
    "COMPARE.columns-width": "{block:block}: width of columns {old} → {new} mm",
    "COMPARE.fault": ("{why}", "{why:hint}"),
    "COMPARE.fit-story": "{block:block}: {old} → {new}",
    "COMPARE.lines-block": "{lines:#line} went from {block:block} to {other:block}: {first:quoted}",
    "COMPARE.lines-broken": "{lines:#line} broken anew, from {first:quoted} to {last:quoted}",
    "COMPARE.lines-column": (
        "{lines:#line} went from column {column} to column {other}: {first:quoted}"
    ),
    "COMPARE.lines-moved": "{lines:#line} moved {way}, from {first:quoted} to {last:quoted}",
    "COMPARE.lines-one-broken": "1 line broken anew: {first:quoted}",
    "COMPARE.lines-one-moved": "1 line moved {way}: {first:quoted}",
    "COMPARE.lines-page": "{lines:#line} went from {page} to {other}: {first:quoted}",
    "COMPARE.order-painted": "the same things are painted in another order",
    "COMPARE.page-area": "type area {size} → {other}",
    "COMPARE.page-bleed": "bleed {old:.2f} → {new:.2f} mm",
    "COMPARE.page-columns": "columns of the page {old} → {new}, or otherwise divided",
    "COMPARE.page-date": "date {old:quoted} → {new:quoted}",
    "COMPARE.page-fold": "fold at {old:.2f} → {new:.2f} mm",
    "COMPARE.page-grid": (
        "grid of {lines:#line} at {pitch:g} pt → {other_lines:#line} at {other_pitch:g} pt"
    ),
    "COMPARE.page-press": "press: {key} {old} → {new}",
    "COMPARE.page-rotated": "turned by {old}° → {new}°",
    "COMPARE.page-size": "page size {size} → {other}",
    "COMPARE.page-title": "title {old:quoted} → {new:quoted}",
    "COMPARE.picture-content": "{file} shows another picture",
    "COMPARE.picture-crop": "{file} is cropped otherwise: {old} → {new}",
    "COMPARE.picture-file": "picture {file} is replaced by {other}",
    "COMPARE.picture-gone": "picture {file} is gone ({at})",
    "COMPARE.picture-new": "picture {file} is new: {at}",
    "COMPARE.picture-outline": "{file} has another outline or other corners",
    "COMPARE.picture-placed": "picture {file} {parts}",
    "COMPARE.pixels-both": "{area:.2f} mm² drawn otherwise, {at}, {size}{lies}",
    "COMPARE.pixels-gone": "{area:.2f} mm² gone, {at}, {size}{lies}",
    "COMPARE.pixels-new": "{area:.2f} mm² new, {at}, {size}{lies}",
    "COMPARE.pixels-tint": "{area:.1f} mm² in another tone, {at}, {size}{lies}",
    "COMPARE.shape-color": "{thing} {at}: {old} → {new}",
    "COMPARE.shape-drawn": "{thing} {at} is drawn otherwise",
    "COMPARE.shape-gone": "{thing} of {color} gone, {count} of them, {at}",
    "COMPARE.shape-new": "{thing} of {color} new, {count} of them, {at}",
    "COMPARE.shape-placed": "{thing} {at}: {parts}",
    "COMPARE.spacing-glyphs": (
        "{lines:#line} spaced otherwise, glyphs by up to {mm:.2f} mm, from {first:quoted} on"
    ),
    "COMPARE.text-blank-gone": "blank taken out: {before}[·]{after}",
    "COMPARE.text-blank-new": "blank put in: {before}[·]{after}",
    "COMPARE.text-fits": (
        "{count:#character} at the end are on the page again ({over} were over): {before}[{new}]"
    ),
    "COMPARE.text-gone": "{count:#character} taken out: {before}[{old}]{after}",
    "COMPARE.text-joined": "two paragraphs are one: {before}[¶]{after}",
    "COMPARE.text-moved": "text moved, {count:#character}: {before}[{words}]",
    "COMPARE.text-new": "{count:#character} put in: {before}[{new}]{after}",
    "COMPARE.text-over": (
        "{count:#character} at the end are not on the page ({over} over): {before}[{old}]"
    ),
    "COMPARE.text-parted": "a paragraph is two: {before}[¶]{after}",
    "COMPARE.text-replaced": "text: {before}[{old} → {new}]{after}",
    "COMPARE.type-color": "{count:#character} {first:quoted}: colour {old} → {new}",
    "COMPARE.type-face": "{count:#character} {first:quoted}: face {old} → {new}",
    "COMPARE.type-glyph": "{count:#character} {first:quoted}: another form of the glyph",
    "COMPARE.type-h-scale": "{count:#character} {first:quoted}: width {old:g} → {new:g}",
    "COMPARE.type-hollow": "{count:#character} {first:quoted}: hollow {old} → {new}",
    "COMPARE.type-size": "{count:#character} {first:quoted}: size {old:g} → {new:g} pt",
    "COMPARE.type-stroke-em": "{count:#character} {first:quoted}: weight {old:g} → {new:g} em",
    "COMPARE.type-turned": "{count:#character} {first:quoted}: turned {old} → {new}",
    "COMPARE.type-vertical": "{count:#character} {first:quoted}: vertical {old} → {new}",
    "USE.compare-one": (
        "there is nothing to compare {file} with",
        "give B as well, or --at with a state of git",
    ),
    "USE.compare-points": "--points goes with a scan as B",
    "part.compare-a-box": "a box",
    "part.compare-a-code": "a code",
    "part.compare-a-keyline": "a keyline",
    "part.compare-a-overlay": "an overlay",
    "part.compare-a-panel": "a panel",
    "part.compare-a-path": "a drawn line",
    "part.compare-a-quiet": "the quiet zone of a code",
    "part.compare-a-rule": "a rule",
    "part.compare-a-tint": "a tint",
    "part.compare-alone": "only in {side}: {page}",
    "part.compare-at": "{left:.1f} mm from the left, {top:.1f} mm down",
    "part.compare-at-lines": "{place} ({left:.1f} mm from the left, {top:.1f} mm down)",
    "part.compare-book-left": "{file}: not compared, its pages stand alone beside it",
    "part.compare-both": "{parts:and}",
    "part.compare-both-names": "{page} → {other}",
    "part.compare-contents": (
        "the content of pictures is not compared: there are no PDFs beside the dumps"
    ),
    "part.compare-count": "{number} {kind}",
    "part.compare-counts": "{counts}",
    "part.compare-crop": "cut off: {sides}",
    "part.compare-differ": "{page}: {counts}",
    "part.compare-down": "{mm:.2f} mm down",
    "part.compare-down-lines": "{mm:.2f} mm down ({lines:#line})",
    "part.compare-end": "{pages:#page} compared, {different} {different:?differs|differ}",
    "part.compare-end-alone": (
        "{pages:#page} compared, {different} {different:?differs|differ}; {alone} without a partner"
    ),
    "part.compare-end-same": "{pages:#page} compared: the same",
    "part.compare-fits": "fits",
    "part.compare-git-fault": "git: {text}",
    "part.compare-git-file": "there is no {file} in {rev}",
    "part.compare-git-large": "{file} of {rev} is larger than {most} bytes",
    "part.compare-git-left-link": "{file} of {rev} is a link and is left out",
    "part.compare-git-left-module": "{file} of {rev} is a submodule and is left out",
    "part.compare-git-left-name": "a file of {rev} is left out: {file} is no name for a file",
    "part.compare-git-lfs": (
        "{file} of {rev} is in Git LFS and not on this machine: its pointer stands in"
    ),
    "part.compare-git-many": "{rev} has more than {most} files under {folder}",
    "part.compare-git-missing": (
        "git is not here, and reads {rev}: the package git brings it (`apt install git`)"
    ),
    "part.compare-git-none": "{folder} is in no git repository: there is no {rev}",
    "part.compare-git-rev": "git knows no {rev} here: the name of a branch, a tag or a commit",
    "part.compare-git-slow": "git took more than {seconds} seconds",
    "part.compare-higher": "{mm:.2f} mm higher",
    "part.compare-higher-lines": "{mm:.2f} mm higher ({lines:#line})",
    "part.compare-jumps": "{count:#character}, {lines:#line} continued on {page}",
    "part.compare-kind-block": "{number:?block|blocks}",
    "part.compare-kind-columns": "columns",
    "part.compare-kind-fit": "fit",
    "part.compare-kind-lines": "{number:?line|lines}",
    "part.compare-kind-order": "order",
    "part.compare-kind-page": "page",
    "part.compare-kind-picture": "{number:?picture|pictures}",
    "part.compare-kind-pixels": "{number:?place|places}",
    "part.compare-kind-shape": "{number:?rule or tint|rules and tints}",
    "part.compare-kind-spacing": "spacing",
    "part.compare-kind-text": "text",
    "part.compare-kind-type": "type",
    "part.compare-left": "{mm:.2f} mm left",
    "part.compare-left-out": "{first}〔{count} left out〕{last}",
    "part.compare-lies-block": " in {block}",
    "part.compare-lies-block-text": " in {block}, “{text}”",
    "part.compare-lies-nothing": "",
    "part.compare-lies-text": " “{text}”",
    "part.compare-lone-dump": (
        "{file} is a dump without a PDF beside it: it can be compared with a spec or another dump"
    ),
    "part.compare-lower": "{mm:.2f} mm lower",
    "part.compare-lower-lines": "{mm:.2f} mm lower ({lines:#line})",
    "part.compare-more": "… and {number} more",
    "part.compare-moved": "moved {way}",
    "part.compare-narrower": "{mm:.2f} mm narrower",
    "part.compare-no": "no",
    "part.compare-no-pages": (
        "{folder} has no pages: a folder of a build with PDFs or dumps is expected, or an edition"
    ),
    "part.compare-no-scans": (
        "{folder} has no scans: PNG, JPEG, TIFF, JPEG 2000 or PDF are expected"
    ),
    "part.compare-none": "nothing",
    "part.compare-not-there": (
        "{file} does not exist: a page spec, an edition, a PDF, a dump, or a folder with PDFs or"
        " dumps is expected"
    ),
    "part.compare-numbers": "{pixels} pixels, {percent:.3f} % of the page, {area:.2f} mm²",
    "part.compare-over": "{count:#character}, {lines:#line} over",
    "part.compare-page": "went to {page}",
    "part.compare-page-name": "{page}",
    "part.compare-page-number": "page {page}",
    "part.compare-page-short": "page {page}",
    "part.compare-pages-many": "{file} has {pages:#page}: at most {most} are compared",
    "part.compare-resized": "{size} → {other}",
    "part.compare-right": "{mm:.2f} mm right",
    "part.compare-same": "{page}: the same",
    "part.compare-short": "{count:#character}, {lines:#line} short",
    "part.compare-size": "{width:.1f} × {height:.1f} mm",
    "part.compare-small": (
        "the display lists differ in what is not printed or lies below the tolerance"
    ),
    "part.compare-strange": (
        "{file} is nothing that can be compared: a page spec, an edition, a PDF or a dump"
        " is expected"
    ),
    "part.compare-too-large": (
        "a page of {width_mm:.0f} × {height_mm:.0f} mm at {dpi:g} dpi has too many pixels:"
        " a smaller --dpi"
    ),
    "part.compare-uncropped": "nothing cut off",
    "part.compare-unmade": "{file} cannot be made: {fault}",
    "part.compare-up": "{mm:.2f} mm up",
    "part.compare-up-lines": "{mm:.2f} mm up ({lines:#line})",
    "part.compare-way": "{mm:.2f} mm",
    "part.compare-web-beside": "Side by side",
    "part.compare-web-blend": "Blend",
    "part.compare-web-fit": "Whole page",
    "part.compare-web-gone": "only in A",
    "part.compare-web-keys": (
        "Keys: 1–5 view, space A/B, ← → slide or blend, n p next and last change, + − 0 zoom,"
        " m marks, Page Up and Page Down pages"
    ),
    "part.compare-web-marks": "Marks",
    "part.compare-web-new": "only in B",
    "part.compare-web-nothing": "Nothing differs.",
    "part.compare-web-overlay": "Overlay",
    "part.compare-web-slide": "Slide",
    "part.compare-web-title": "Comparison",
    "part.compare-web-toggle": "A / B",
    "part.compare-web-undrawn": (
        "These pages cannot be drawn: there are no PDFs beside their dumps."
    ),
    "part.compare-wider": "{mm:.2f} mm wider",
    "part.compare-yes": "yes",
}
