"""What comparing with a scan says in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "SCAN-LAY.coarse": (
        "the scan has {dpi:.0f} pixels on an inch of the page: too few to measure, at least "
        "{least_dpi:.0f}",
        "scan it again at 150 dpi or more",
    ),
    "SCAN-LAY.empty": (
        "our page has too little on it to find it in a scan",
        "a page with text or pictures",
    ),
    "SCAN-LAY.framed": (
        "it looks like another page under the same frame: {count:#block} {count:?is|are} not found "
        "in the scan, and what is found lies up to {apart_mm:.1f} mm away from each other",
        "compare with the page that was printed; if it is this one, lay the sheet flat and scan it "
        "again",
    ),
    "SCAN-LAY.mirrored": (
        "the scan is mirrored: left and right are exchanged",
        "turn it over; a film was scanned from its back",
    ),
    "SCAN-LAY.neighbour": (
        "the scan shows {other}, not {page}: {other_percent:.0f} % of the former is found in it",
        "banxin compare {file} with this scan",
    ),
    "SCAN-LAY.other": (
        "the scan does not show this page: {agreed} of {features} features of ours lie together "
        "in it",
        "compare with the page that was printed; where it is, give three or four points of both "
        "with --points",
    ),
    "SCAN-LAY.part": (
        "the scan shows too little of the page: {shown_percent:.0f} % of it, with {pieces:#piece} "
        "to measure",
        "a scan of the whole page, or of a larger part",
    ),
    "SCAN-LAY.points-flat": (
        "the points of --points lie on one line or in one place",
        "three or four points far from each other: the corners of the type area",
    ),
    "SCAN-LAY.points-nothing": (
        "at the points of --points the scan is not this page: {pieces:#piece} of it found there",
        "look at the points again: mm from the left and the top of the trim = pixels of the scan",
    ),
    "SCAN-LAY.slanted": (
        "the scan is seen too much from the side to be measured",
        "photograph it from straight above, or put it on a scanner",
    ),
    "SCAN-LAY.stretched": (
        "the paper is stretched by up to {stretch_mm:.1f} mm, two places by {apart_mm:.1f} mm "
        "away from each other: over {most_mm:.1f} mm what was moved in print and what the paper "
        "did are not to be told apart",
        "lay the sheet flat under the lid, dry, and scan it again",
    ),
    "SCAN-LAY.undrawn": (
        "{name} is a dump, which cannot be drawn without its faces",
        "the spec, or the PDF of the same build",
    ),
    "SCAN-LAY.unlike": (
        "only {found_percent:.0f} % of the page is found in the scan: it shows another page, or "
        "another day's",
        "compare with the page that was printed",
    ),
    "SCAN-POINTS.count": (
        "{count:#pair} of points: between {least} and {most} are needed",
        '--points "20,30=118,177; 370,30=2185,180; 370,520=2183,3071; 20,520=117,3070"',
    ),
    "SCAN-POINTS.one": (
        "the scan has {pages:#page}: --points is for one",
        "save that page as a file of its own",
    ),
    "SCAN-POINTS.pair": (
        '"{text}" is no pair of points',
        "mm from the left and the top of the page = pixels of the scan: 20,30=118,177",
    ),
    "SCAN-TOOLS.missing": (
        "comparing with a scan needs {packages:and}",
        "pip install 'banxin[scan]'",
    ),
    "part.scan-bare": "{block}: nothing on it can be measured",
    "part.scan-block": "{block}",
    "part.scan-bottom": "bottom",
    "part.scan-down-by": "{mm:.2f} ± {error_mm:.2f} mm down",
    "part.scan-dpi": "the file says {told_dpi:.0f} dpi; by our page it has {dpi:.1f}",
    "part.scan-field": "field {column} of row {row}",
    "part.scan-good": "nothing is more than {tolerance_mm:g} mm off",
    "part.scan-head": "{block}: headline “{text}” {shift}",
    "part.scan-is-fair": "fair",
    "part.scan-is-good": "good",
    "part.scan-is-poor": "poor",
    "part.scan-kind-good": "in its place",
    "part.scan-kind-off": "off",
    "part.scan-kind-unseen": "not compared",
    "part.scan-left": "left",
    "part.scan-left-by": "{mm:.2f} ± {error_mm:.2f} mm to the left",
    "part.scan-lies": (
        "{name} in {scan}: turned by {turn:.2f}°, {dpi_x:.1f} × {dpi_y:.1f} pixels an inch, "
        "keystone {keystone_mm:.1f} mm"
    ),
    "part.scan-line": "{block}: column {column}, line {line}, “{text}” {shift}",
    "part.scan-missing": "there is no scan of {page}",
    "part.scan-moved": "{block}: {shift}",
    "part.scan-negative": "the scan is a negative; it was taken as its positive",
    "part.scan-no-page": "{file} has no page {page}: it has {pages}",
    "part.scan-none": "{scan}: {why}",
    "part.scan-off": (
        "{count:#block} {count:?lies|lie} more than {tolerance_mm:g} mm off, or "
        "{count:?looks|look} otherwise"
    ),
    "part.scan-other": "{block}: not found, {share} of it looks otherwise in print",
    "part.scan-out": "{block}: not in the scan",
    "part.scan-page": "{file}, page {page}",
    "part.scan-part-only": (
        "{came}; {percent:.0f} % of the page is not on the scan, {count:#block} not compared whole"
    ),
    "part.scan-partly": "{block}: {share} of it is on the scan",
    "part.scan-percent": "{percent:.0f} %",
    "part.scan-pixels": (
        "{file} has {million:.0f} million pixels; at most {most_million:.0f} million are read"
    ),
    "part.scan-print": "the print of {page}, scanned",
    "part.scan-right": "right",
    "part.scan-right-by": "{mm:.2f} ± {error_mm:.2f} mm to the right",
    "part.scan-set": (
        "{pages:#page} of scans: {good} good, {off} off or not compared whole, {lost} not compared"
        ", {other} of no page here"
    ),
    "part.scan-shift": "{parts:and}",
    "part.scan-shown": "the scan shows {percent:.0f} % of the page",
    "part.scan-side": "{block}: {side} edge {shift}",
    "part.scan-small": "{file} has {width_px} × {height_px} pixels: too few for a page",
    "part.scan-sure": (
        "paper stretched by up to {stretch_mm:.2f} mm; places are sure to {error_mm:.2f} mm, "
        "{found_percent:.0f} % of what it shows found: {confidence}"
    ),
    "part.scan-top": "top",
    "part.scan-unknown": "{file} is no scan that can be read: PNG, JPEG, TIFF, JPEG 2000 or PDF",
    "part.scan-unlike": "{block}: {share} of it looks otherwise in print",
    "part.scan-up-by": "{mm:.2f} ± {error_mm:.2f} mm up",
}
