"""What of a .docx has no counterpart in a story: told once a kind, how many and where first."""

from collections.abc import Callable
from typing import Final

from layout.diagnostics import Diagnostic, info, shown, warning, whole_file
from layout.words.said import Said, said

_KINDS: Final = {
    "blank": "part.word-blank",
    "chart": "part.word-chart",
    "chunk": "part.word-chunk",
    "colour": "part.word-colour",
    "combined": "part.word-combined",
    "comment": "part.word-comment",
    "control": "part.word-control",
    "crop": "part.word-crop",
    "deleted": "part.word-deleted",
    "drop-cap": "part.word-drop-cap",
    "equation": "part.word-equation",
    "field": "part.word-field",
    "footer": "part.word-footer",
    "frame": "part.word-frame",
    "gallery": "part.word-gallery",
    "head-mark": "part.word-head-mark",
    "header": "part.word-header",
    "hidden": "part.word-hidden",
    "highlight": "part.word-highlight",
    "inserted": "part.word-inserted",
    "italic": "part.word-italic",
    "large-table": "part.word-large-table",
    "mark": "part.word-mark",
    "nested": "part.word-nested",
    "note": "part.word-note",
    "note-picture": "part.word-note-picture",
    "object": "part.word-object",
    "page-break": "part.word-page-break",
    "picture": "part.word-picture",
    "picture-damaged": "part.word-picture-damaged",
    "picture-kind": "part.word-picture-kind",
    "picture-outside": "part.word-picture-outside",
    "placeholder": "part.word-placeholder",
    "reading": "part.word-reading",
    "script": "part.word-script",
    "strike": "part.word-strike",
    "symbol": "part.word-symbol",
    "table": "part.word-table",
    "textbox": "part.word-textbox",
    "word-art": "part.word-art",
}
"""The key of the words for each kind."""
_SEVERE: Final = frozenset(
    [
        "chunk",
        "chart",
        "picture-outside",
        "picture-kind",
        "picture-damaged",
        "object",
        "symbol",
        "field",
        "reading",
        "script",
        "nested",
        "mark",
        "control",
        "large-table",
    ]
)
"""Kinds by which something of the copy is not on the page as it was sent."""
_WORDS: Final = 14


class WordTold:
    """Gathers what is to be told of one .docx."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[str, tuple[int, int, str]] = {}  # how many, paragraph, words

    def note(self, kind: str, paragraph: int, words: str = "", count: int = 1) -> None:
        """Something of a kind in a paragraph; `words` are what it holds, where that is not in the
        paragraph's own."""
        many, first, held = self._found.get(kind, (0, paragraph, words))
        self._found[kind] = (many + count, first, held or words)

    def diagnostics(self, words_of: Callable[[int], str]) -> list[Diagnostic]:
        """One for each kind, in the order of their first places; `words_of` gives the words of a
        paragraph by its number."""
        out = []
        for kind, (many, first, held) in sorted(self._found.items(), key=lambda f: f[1][1]):
            if first < 0:
                where: Said | str = ""
            else:
                begins = shown(words_of(first)[:_WORDS], _WORDS)
                key = "part.word-place" if begins else "part.word-place-empty"
                where = said(key, paragraph=first + 1, words=begins)
            what = said(_KINDS[kind], count=many, words=shown(held, 40))
            message = said("IMPORT-WORD.kind", what=what, place=where)
            make = warning if kind in _SEVERE else info
            out.append(make(message, whole_file(self._file)))
        return out
