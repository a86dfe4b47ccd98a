"""banxin fonts --used: the faces that pages are set in, and which characters each draws."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from layout.api import Session
from layout.cli.report import say, say_json, tell
from layout.cli.specs import Specs
from layout.cli.table import table
from layout.diagnostics import StopError, shown
from layout.faces.survey import FaceUse
from layout.making.fromhere import from_here
from layout.proof.report import face_json, face_rows
from layout.words.said import Language, in_words, said

_HEADS: Final = (
    "part.head-character", "part.head-code", "part.head-face", "part.head-file", "part.head-times",
    "part.head-pages",
)  # fmt: skip
Pages = dict[str, tuple[FaceUse, ...]]


def faces_used(
    session: Session, given: Sequence[str], text: str | None, lang: Language, *, as_json: bool
) -> int:
    """Print the faces of the pages; with `text`, of its characters only. Returns the status."""
    specs = Specs(session, given, lang, quiet=True)
    pages: Pages = {}
    for spec in specs:
        try:
            page = session.page(spec)
        except StopError as stop:
            tell(from_here(stop.diagnostics, spec), lang, quiet=True)
            specs.judge(stop.diagnostics)
            continue
        of_faces = [d for d in page.diagnostics if d.code.startswith(("FACE", "NO-GLYPH"))]
        tell(from_here(of_faces, spec), lang)
        specs.judge(page.diagnostics)
        pages[page.name] = page.faces()
    if as_json:
        say_json({"pages": [_as_json(name, faces, text) for name, faces in pages.items()]})
    elif text is not None:
        for line in table(_asked(pages, text, lang)):
            say(line)
    elif pages:
        for line in table(face_rows(_together(pages), lang)):
            say(line)
    return specs.status


def _as_json(name: str, faces: Sequence[FaceUse], text: str | None) -> dict[str, object]:
    made = [face_json(face) for face in faces]
    if text is not None:
        for face, one in zip(made, faces, strict=True):
            face["characters"] = {c: n for c, n in one.characters.items() if c in text}
        made = [face for face in made if face["characters"]]
    return {"page": name, "faces": made}


def _together(pages: Pages) -> list[FaceUse]:
    """The faces of all pages, each once, with its characters counted over all of them."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    faces: dict[tuple[str, str], FaceUse] = {}
    for uses in pages.values():
        for use in uses:
            key = (use.face, use.file)
            faces.setdefault(key, use)
            counts.setdefault(key, Counter()).update(use.characters)
    return [
        FaceUse(
            face=use.face,
            title=use.title,
            file=use.file,
            roles=use.roles,
            shipped=use.shipped,
            characters=dict(counts[key].most_common()),
        )
        for key, use in faces.items()
    ]


def _asked(pages: Pages, text: str, lang: Language) -> list[tuple[str, ...]]:
    """A row for each character asked for and each face that draws it."""
    rows: list[tuple[str, ...]] = [in_words(_HEADS, lang)]
    nowhere = said("part.on-no-page").words(lang)
    for char in dict.fromkeys(text):
        if char.isspace():
            continue
        found = False
        for use in _together(pages):
            times = use.characters.get(char, 0)
            if times:
                found = True
                at = [n for n, uses in pages.items() if any(
                    u.face == use.face and u.file == use.file and char in u.characters for u in uses
                )]  # fmt: skip
                rows.append(
                    (
                        shown(char),
                        f"U+{ord(char):04X}",
                        use.face,
                        use.file,
                        f"{times:,}",
                        " ".join(at),
                    )
                )
        if not found:
            rows.append((shown(char), f"U+{ord(char):04X}", nowhere, "", "", ""))
    return rows
