"""Stories and the edition as their files' text. Values are JSON strings: YAML reads them as they
are, whatever they hold."""

import json
import re
from collections.abc import Container
from typing import Final

from layout.importer.model import Facts, SourceRole, SourceStory

HEADS: Final = ("#", "---", "- ", "-\u3000", "{", ":::", ">", "| ", "|\u3000")
"""What at the head of a paragraph would be read as markup."""
_VERSE: Final = "|"
"""What alone in a paragraph would be read as an empty row of verse."""
_FIGURES: Final = re.compile(r"[0-9]{1,3}\.(?=[ \u3000])")
_BOLD = re.compile(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*")


def quoted(text: str) -> str:
    """A value for YAML: a double-quoted string, Chinese as it is."""
    return json.dumps(text, ensure_ascii=False)


def story_text(story: SourceStory) -> str:
    """A story as Markdown with front matter: a paragraph a block, each on one line."""
    head = [
        f"{key}: {quoted(value)}"
        for key, value in (
            ("label", story.label),
            ("kicker", story.kicker),
            ("title", story.title),
            ("subtitle", story.subtitle),
            ("byline", story.byline),
            ("notes", story.notes),
        )
        if value
    ]
    body = [
        paragraph.written or ("### " if paragraph.subhead else "") + escaped(paragraph.text)
        for paragraph in story.paragraphs
    ]
    return "\n".join(["---", *head, "---", "", "\n\n".join(body)]) + "\n"


def escaped(text: str) -> str:
    """A paragraph's words so that Markdown reads them back as they are; `**bold**` stays."""
    marks = _marks(text)
    out: list[str] = []
    at = 0
    for match in _BOLD.finditer(text):
        if at and match.start() == at:
            out.pop()  # **甲****乙** is one bold: four asterisks are no mark
        else:
            out += (literal(text[at : match.start()], marks), "**")
        out += (literal(match[1], marks), "**")
        at = match.end()
    out.append(literal(text[at:], marks))
    return no_markup("".join(out))


def no_markup(row: str, heads: tuple[str, ...] = HEADS) -> str:
    """A row whose beginning is none of some heads of a paragraph, nor that of an item."""
    figures = _FIGURES.match(row)
    if figures is not None:  # the full stop of 1. 甲, which would begin an item of a list
        return f"{row[: figures.end() - 1]}\\{row[figures.end() - 1 :]}"
    return "\\" + row if row.startswith(heads) or row == _VERSE else row


def _marks(text: str) -> str:
    """What may be markup in a paragraph: a mark alone in it has no partner, and is read as text."""
    marks = "\\*"
    marks += "^" if text.count("^") > 1 else ""
    marks += "~" if text.count("~") > 1 else ""
    marks += "[" if "](" in text else ""
    return marks + ("<" if "<" in text and ":" in text else "")


def literal(text: str, marks: Container[str]) -> str:
    """Words with a backslash before each of some marks."""
    return "".join(["\\" + c if c in marks else c for c in text])


def edition_text(facts: Facts, pages: tuple[str, ...]) -> str:
    """edition.yaml: what the pages of the issue share, with comments that say what to do."""
    rows = ["# What the pages of this issue share, as the text of the page gives it."]
    if facts.paper:
        rows.append(f"name: {quoted(facts.paper)}")
    else:
        rows.append('# name: "…"          the paper\'s name is not in the text: write it here')
    if facts.date:
        rows.append(f"date: {facts.date}")
    else:
        rows.append("# date: 2019-09-20   the date is not in the text: write it here")
    if facts.weekday:
        rows.append(f"weekday: {facts.weekday}    # as printed; checked against the date")
    if facts.phone:
        rows.append(f"phone: {quoted(facts.phone)}")
    rows += _roles("staff", facts.staff, "named in the header (报眉)")
    rows += _roles("credits", facts.credits, "named under the main headline")
    rows += ["pages:", *(f"  - {quoted(page)}" for page in pages)]
    return "\n".join(rows) + "\n"


def _roles(key: str, roles: tuple[SourceRole, ...], purpose: str) -> list[str]:
    if not roles:
        return []
    rows = [f"{key}:    # {purpose}"]
    for role in roles:
        names = ", ".join(quoted(name) for name in role.names)
        rows.append(f"  - {{role: {quoted(role.role)}, names: [{names}]}}")
    return rows
