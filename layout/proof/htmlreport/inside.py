"""What the report holds besides its pages: pictures of the plates as data, its style sheet, and the
policy by which it may load what is inside it and nothing else."""

import base64
from hashlib import sha256
from pathlib import Path
from typing import Final

from layout.proof.layers.catalogue import LAYERS
from layout.proof.proofed import PlatePictures
from layout.words.said import Language, said

FOLDER: Final = Path(__file__).parent


def plate_rows(plates: PlatePictures | None, lang: Language) -> list[dict[str, str]]:
    """Small pictures of the plates, as data."""
    if plates is None:
        return []
    rows: list[tuple[str, bytes]] = []
    if plates.small_soft is not None:
        rows.append((said("part.plate-soft").words(lang), plates.small_soft))
    rows.append((said("part.plate-total").words(lang), plates.small_total))
    rows += [(said("part.plate-ink", ink=ink).words(lang), data) for ink, data in plates.small]
    return [
        {
            "title": title,
            "larger": said("part.html-large", title=title).words(lang),
            "data": f"data:image/jpeg;base64,{base64.b64encode(data).decode('ascii')}",
        }
        for title, data in rows
    ]


def style_sheet() -> str:
    """The style sheet, with a rule for each overlay: it is seen where its box is ticked."""
    rules = [
        f'.page:has(.show[data-layer="{name}"]:checked) .layer.{name},'
        f" .sheet.show-{name} .layer.{name} {{ display: inline; }}\n"
        f'.page:has(.show[data-layer="{name}"]:checked) .keys [data-layer="{name}"]'
        " { display: list-item; }\n"
        for name in LAYERS
    ]
    return (FOLDER / "report.css").read_text(encoding="utf-8") + "".join(rules)


def policy_of(css: str, js: str) -> str:
    """What the report may load: what is inside it."""
    style, script = (
        f"'sha256-{base64.b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
        for text in (css, js)
    )
    return (
        f"default-src 'none'; img-src data:; style-src {style}; script-src {script};"
        " base-uri 'none'; form-action 'none'"
    )
