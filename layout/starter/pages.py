"""The files of a new edition as bytes, by their names in its folder."""

from pathlib import Path
from typing import Final

from layout.starter.comments import in_language
from layout.starter.date import date_in
from layout.starter.template import fill
from layout.words.said import Language

FORMATS: Final = ("broadsheet", "tabloid")
MOST_PAGES: Final = 32
STORIES: Final = {
    "broadsheet": ("brief", "lead", "headline", "picture"),
    "tabloid": ("brief", "lead", "headline"),
}
"""The stories of the front page; `inner` and `note` are those of the others."""
DATE: Final = "2025-01-01"
"""Of issue, where the folder's name has none: a day to be changed. No clock is read, so that the
same command makes the same bytes."""
MOST_IN_GUIDE: Final = 3
"""Lines of the front page's 导读: what its place has room for."""
PICTURES: Final = ("type-case.jpg", "loupe.jpg")
"""Of the front page, and of the pages behind it."""
_TITLES: Final = (
    ("一版一版往下做", "一篇一篇往里填"),
    ("题有轻重分先后", "文有短长见疏密"),
    ("看样莫嫌三遍少", "付印须知一字难"),
)
"""Main headlines of the pages after the first, in turn, until there are true ones."""


def templates() -> Path:
    """Where the templates are: beside this module, in a checkout and in an installed wheel."""
    return Path(__file__).with_name("templates")


def shipped_pictures() -> Path:
    """Where the drawn picture is: inside an installed wheel, or assets/ of a checkout."""
    inside = Path(__file__).with_name("pictures")
    return inside if inside.is_dir() else Path(__file__).parents[2] / "assets"


def files_of(name: str, *, kind: str, pages: int, lang: Language = "en") -> dict[str, bytes]:
    """Every file of an edition of `pages` pages, by its path in the folder, with slashes.

    `kind` is one of `FORMATS`, `lang` the language of the comments. A date in `name`
    (special-2026-05-04) is the date of issue. Raises `OSError` where the package is not whole.
    """
    names = [f"A{number}" for number in range(1, pages + 1)]
    true = {kind, lang} | ({"many"} if pages > 1 else set())
    titles = {page: _TITLES[at % len(_TITLES)] for at, page in enumerate(names[1:])}
    shared = {
        "date": day.isoformat() if (day := date_in(name)) else DATE,
        "list": "\n".join(f"  - {page}.yaml" for page in names),
        "guide": "\n".join(
            f"          - {{page: {page}, title: {' | '.join(titles[page])}}}"
            for page in names[1 : MOST_IN_GUIDE + 1]
        ),
    }

    def made(template: str, **more: str) -> bytes:
        text = in_language((templates() / template).read_text(encoding="utf-8"), lang)
        return fill(text, true=true, values={**shared, **more}).encode()

    files = {file: made(file) for file in ("banxin.yaml", "edition.yaml", "styles.yaml")}
    files["A1.yaml"] = made(f"{kind}/front.yaml")
    for at, page in enumerate(names[1:], 2):
        right, left = titles[page]
        files[f"{page}.yaml"] = made(
            f"{kind}/inner.yaml",
            page=page,
            right=right,
            left=left,
            outer="right" if at % 2 else "left",
        )
        files[f"stories/{page}.md"] = made("stories/inner.md")
        files[f"stories/{page}-note.md"] = made("stories/note.md")
    for story in STORIES[kind]:
        files[f"stories/{story}.md"] = made(f"stories/{story}.md")
    for picture in PICTURES[: min(pages, 2)]:
        files[f"assets/{picture}"] = (shipped_pictures() / picture).read_bytes()
    return files
