"""Marks of other markup languages, as they stand in the texts that people paste.

What Word, pandoc, mammoth, wikis, forums and web pages leave in a text. Sources: CommonMark 0.31
and GitHub's additions to it, the manuals of pandoc (3.6), mammoth (1.9), MediaWiki, BBCode, Djot,
AsciiDoc and reStructuredText, HTML (tags by name). Each row is as narrow as it can be: $100
and $200, 5~10天, a_b, 3*5, <<书>> and [1] are words of a newspaper.
"""

from typing import Final, NamedTuple

_TAGS: Final = """
a abbr article aside audio b big blockquote body br button canvas center cite code col dd
del details div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head
header hr html i iframe img input ins kbd li link main mark meta nav object ol option p pre
q rp rt ruby s samp script section select small source span strike strong style sub summary
sup svg table tbody td textarea tfoot th thead title tr tt u ul var video wbr
"""
TAGS: Final = frozenset(_TAGS.split())

WRITTEN: Final = {
    "sub": "low type is H~2~O", "sup": "high type is m^2^",
    "br": "\\ at the end of a row ends a line",
    "p": "an empty row ends a paragraph", "div": "an empty row ends a paragraph",
    "a": "a link is [words](https://…)", "img": "the page spec places pictures",
} | dict.fromkeys(("b", "strong"), "**words** are bold") | dict.fromkeys(
    ("i", "em"), "*words* are emphasis"
)  # fmt: skip
"""What is written here for a tag."""


class Dialect(NamedTuple):
    """A mark of another language. `needle` stands in every text that has it, and is looked for
    before the pattern is compiled; `noun` names it, `hint` says what to do."""

    needle: str
    pattern: str
    noun: str
    hint: str


_NONE: Final = "a story has none"
_HIGH_LOW: Final = "m^2^ is high type, H~2~O low type, **words** bold and *words* emphasis"
_HAN: Final = r"\u3400-\u9fff，。、；：？！“”‘’（）《》"

ROWS: Final = (
    Dialect("|", r"\|(?:[^|]*\|){2,}$|\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$"
            r"|\|\s*:?-{2,}:?\s*\|$",
            "a table", "a story has none; write sentences, or set it as a picture"),
    Dialect("-", r"\+(?:[-=:]{2,}\+)+$|-{2,}(?: +-{2,})+$",
            "a table", "a story has none; write sentences, or set it as a picture"),
    Dialect("#", r"#{1,2}[ \u3000]|#{5,6} |#{2,6}(?=[^\s#]|\u3000)",
            "a heading", "### and a space begin one on its own line, #### one in the line"),
    Dialect("=", r"={3,}$", "a heading's underline", "### before a heading's words begins one"),
    Dialect("=", r"={2,6} (?=\S)", "a heading", "### and a space begin one on its own line"),
    Dialect(". ", r"h[1-6]\. ", "a heading", "### and a space begin one on its own line"),
    Dialect(">", r">", "a quotation", "a story has none; write “ ”"),
    Dialect("[", r"[-*+] \[[ xX]\] ", "a task", "a story has no lists; write paragraphs"),
    Dialect("", r"(?:[-_*] ?){3,}$", "a rule", "a story has none; leave it out"),
    Dialect(" ", r"[-*+] ", "a list", "a story has no lists; write paragraphs"),
    Dialect("", r"```|~~~", "code", _NONE),
    Dialect("+", r"\+{3,}$", "front matter", "it stands between two rows of --- at the top"),
    Dialect(": ", r":\s+\S", "a definition list", "a story has no lists; write paragraphs"),
    Dialect("[^", r"\[\^[^\]\s]{1,40}\]:", "a footnote", "^[1]^ is a high number; write the note "
            "as a paragraph"),
    Dialect("]:", r"\[[^\]\[^]{1,80}\]:\s*(?:<|https?:|mailto:|[./#])",
            "a link", "a link is [words](https://…)"),
    Dialect(" ", r"(?:!!!|\?\?\?\+?) [a-z]+", "a block of its own",
            "a block is one of the page spec"),
    Dialect(".. ", r"\.\. [\w-]+::", "a directive", _NONE),
    Dialect("[", r"\[(?:toc|TOC)\]$", "a table of contents", _NONE),
)  # fmt: skip
"""What a row begins with, after its blanks; the first that fits counts."""

INSIDE: Final = (
    Dialect("<!--", r"<!--", "a comment", "leave it out, or write it under notes: in the head"),
    Dialect("<", r"</?([A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>]{0,400})?/?>|<\?\w|<!\w|</?\w+:\w+[ >/]",
            "HTML", _HIGH_LOW),
    Dialect("&", r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
            "an entity of HTML", "write the character itself"),
    Dialect("[^", r"\[\^[^\]\[\s^]{1,40}\](?!:)", "a footnote",
            "^[1]^ is a high number; write the note as a paragraph"),
    Dialect("^[", r"\^\[[^\]^]{1,400}\](?!\^)", "a footnote",
            "^[1]^ is a high number; write the note as a paragraph"),
    Dialect("[[", r"\[\[[^\[\]\n]{1,80}\]\]", "a link of a wiki", "a link is [words](https://…)"),
    Dialect("][", r"(?<!\!)\[[^\[\]\n]{1,80}\]\[[^\[\]\n]{0,80}\](?!\()", "a link",
            "a link is [words](https://…)"),
    Dialect("~~", r"~~(?=[^\s~])(?<!\d~~)[^~\n]{1,200}?(?<!\s)~~(?!~)",
            "a deletion", "leave out what is deleted"),
    Dialect("==", r"==(?=[^\s=])[^=\n]{1,200}?(?<!\s)==(?!=)", "a highlight", _HIGH_LOW),
    Dialect("++", r"(?<![A-Za-z0-9+])\+\+(?=[^\s+])[^+\n]{1,80}\+\+", "an underline", _HIGH_LOW),
    Dialect("__", r"(?<!_)_{2,3}(?=[^\s_])[^_\n]{1,200}?(?<![\s_])_{2,3}(?!_)",
            "bold", "**words** are bold"),
    Dialect("_", r"(?<![\w_^])_(?=[\w“‘（《])[^_\n]{1,200}?(?<=[\w”’）》。！？，])_(?![\w_^])",
            "emphasis", "*words* are emphasis"),
    Dialect("''", r"'{2,3}(?=[^\s'])[^'\n]{1,200}?'{2,3}", "bold", "**words** are bold"),
    Dialect("`", r"`[^`\n]{1,200}`", "code", _NONE),
    Dialect("$$", r"\$\$", "a formula of TeX", _HIGH_LOW),
    Dialect("$", r"\$(?=[^\s$\d])[^$\n]{0,200}?(?<![\s$])\$(?!\d)"
            r"|\$\d[^$\n]{0,80}[\\^_{][^$\n]{0,200}?(?<![\s$])\$(?!\d)",
            "a formula of TeX", _HIGH_LOW),
    Dialect("\\", r"(?<![A-Za-z0-9_:\\])\\[a-zA-Z]{2,}(?![a-zA-Z])", "a formula of TeX", _HIGH_LOW),
    Dialect("{", r"\{[^{}|\n]{1,40}\|[^{}\n]{1,80}\}", "a reading of Han", _NONE),
    Dialect("{", r"\{[.#=][\w-][^{}\n]{0,200}\}|(?<=\])\{[^{}\n]{1,200}\}", "an attribute", _NONE),
    Dialect("\\", r"(?<![A-Za-z0-9:\\])\\(?:[nrt](?![a-zA-Z])|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})",
            "an escape of a program", "write the character itself, or end the row"),
    Dialect("\\ ", r"\\ (?=\S)", "a space that no line ends at", "write a space"),
    Dialect("{", r"\{(?:\+\+|--|~~|==|>>)", "a reviewer's mark", "take it in or out"),
    Dialect("{{", r"\{\{[^{}\n]{1,200}\}\}", "a template's field", _NONE),
    Dialect("{%", r"\{%", "a template's field", _NONE),
    Dialect(":::", r":{3,}", "a block of its own", "a block is one of the page spec"),
    Dialect("[/", r"\[/[a-zA-Z]{1,10}\]", "BBCode", _HIGH_LOW),
    Dialect(":", r"(?<![A-Za-z0-9:]):[a-z][a-z_+-]{1,30}:(?![A-Za-z0-9:])", "a picture by its name",
            "a story has none"),
    Dialect("---", rf"(?<=[{_HAN}\w])-{{3,}}(?=[{_HAN}\w])|(?<=[{_HAN}])-{{3,}}", "a dash",
            "the dash of Chinese is ——"),
    Dialect("......", r"\.{6,}", "an ellipsis", "the ellipsis of Chinese is ……"),
    Dialect("-{", r"-\{[^{}\n]{1,200}\}-", "a variant of a wiki", _NONE),
)  # fmt: skip
"""What may stand anywhere in a paragraph."""
