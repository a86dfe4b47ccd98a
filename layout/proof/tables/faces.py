"""The faces of a page: which draws what, and how it stands in the press file."""

from collections.abc import Mapping
from typing import Final

from layout.api import ComposedPage
from layout.check.press.run import FileReport
from layout.faces.survey import FaceUse
from layout.proof.report import face_rows
from layout.proof.tables.table import ProofRow, ProofTable
from layout.words.said import Language, said

_EMBEDDED: Final = {
    "subset": "part.face-subset", "whole": "part.face-whole", "none": "part.face-not-embedded",
    "unknown": "part.table-not-run",
}  # fmt: skip


def faces_table(page: ComposedPage, press: FileReport | None, lang: Language) -> ProofTable:
    """Each face with its characters; whether the press file has it, where `press` has read it."""
    faces = page.faces()
    heads, *rows = face_rows(faces, lang)
    known = embedding(press) if press is not None else {}
    states = [_state(face, known, read=press is not None) for face in faces]
    return ProofTable(
        key="faces",
        title=said("part.table-faces").words(lang),
        heads=(*heads[:3], said("part.head-embedded").words(lang), *heads[3:]),
        rows=tuple(
            ProofRow(
                cells=(*row[:3], said(_EMBEDDED[state]).words(lang), *row[3:]),
                bad=state == "none",
            )
            for row, state in zip(rows, states, strict=True)
        ),
        numbers=frozenset({4, 5}),
        paths=frozenset({1, 2}),
    )


def embedding(press: FileReport) -> dict[str, str]:
    """Of each font of a press file, by its name: `subset`, `whole` or `none`."""
    out: dict[str, str] = {}
    for page in press.subject.pages if press.subject is not None else ():
        for used in page.contents.fonts if page.contents is not None else ():
            font = used.font
            state = "none" if not font.embedded else "subset" if font.subset else "whole"
            out[font.base_name.partition("+")[2] if font.subset else font.base_name] = state
    return out


def _state(face: FaceUse, known: Mapping[str, str], *, read: bool) -> str:
    return known.get(face.face, "none") if read else "unknown"
