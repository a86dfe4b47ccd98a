"""What proofs say in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "part.layer-baselines": "baselines",
    "part.layer-blocks": "blocks",
    "part.layer-class-close": "closing marks",
    "part.layer-class-digit": "digits",
    "part.layer-class-latin": "Latin",
    "part.layer-class-open": "opening marks",
    "part.layer-class-other": "dashes, ellipses, points, signs",
    "part.layer-class-pause": "pauses ，、；：",
    "part.layer-class-stop": "stops 。？！",
    "part.layer-classes": "classes of characters",
    "part.layer-correction": "correction",
    "part.layer-corrections": "corrections",
    "part.layer-findings": "findings",
    "part.layer-frames": "frames",
    "part.layer-gave-half": "mark gave up over ¼ em",
    "part.layer-gave-quarter": "up to ¼ em",
    "part.layer-grid": "columns",
    "part.layer-jump-from": "from {page}",
    "part.layer-jump-to": "to {page}",
    "part.layer-lines": "every fifth line",
    "part.layer-loose": "looseness",
    "part.layer-numbers": "line numbers",
    "part.layer-squeezes": "squeezes",
    "part.layer-thread": "thread: where the text goes on",
    "part.layer-threads": "threads",
}
