"""What stands round each printed sheet of a report: a page of paper that lies about alone is known
by it. It is CSS of margin boxes (CSS Paged Media 3, 5), with a named page for each page proofed."""

from collections.abc import Sequence

from layout.proof.heading import PageHeading
from layout.words.said import Language, said


def printed_css(headings: Sequence[PageHeading], title: str, made: str, lang: Language) -> str:
    """What stands at the head and the foot of every printed sheet: whose page it is, which proof,
    when it was made, which sheet of how many. A sheet that lies about alone is known by it."""
    when = said("part.html-made", when=made).words(lang) if made else ""
    first, middle, last = (
        said(key).words(lang)
        for key in ("part.html-sheet", "part.html-sheet-of", "part.html-sheet-end")
    )
    of = f"{_css_text(first)} counter(page) {_css_text(middle)} counter(pages) {_css_text(last)}"
    margins = "margin: 15mm 10mm 12mm;"
    rules = [_page_rule("", margins, title, when, of)]
    for number, heading in enumerate(headings, 1):
        head = said("part.html-running", whole=heading.whole).words(lang)
        rules.append(_page_rule(f"sheet-{number}", margins, head, when, of))
        rules.append(f"@media print {{ .sheet-{number} {{ page: sheet-{number}; }} }}\n")
    return "".join(rules)


def _page_rule(name: str, margins: str, head: str, when: str, of: str) -> str:
    font = 'font: 8pt "Noto Sans SC", "Source Han Sans SC", sans-serif; color: #333;'
    return (
        f"@page {name} {{ {margins}"
        f" @top-left {{ content: {_css_text(head)}; {font} white-space: nowrap; }}"
        f" @top-right {{ content: {_css_text(when)}; {font} white-space: nowrap; }}"
        f" @bottom-right {{ content: {of}; {font} }} }}\n"
    )


def _css_text(text: str) -> str:
    """A text as a string of CSS; what could end it, or the style sheet, stands as its number."""
    safe = "".join(
        c if c.isalnum() or c in " \u3000-_./:·、，（）＿" else f"\\{ord(c):x} " for c in text
    )
    return f'"{safe}"'
