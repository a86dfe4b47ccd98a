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
    "sub": "part.way-low", "sup": "part.way-high",
    "br": "part.way-row-end",
    "p": "part.way-empty-row", "div": "part.way-empty-row",
    "a": "part.way-link", "img": "part.way-picture-of-page",
} | dict.fromkeys(("b", "strong"), "part.way-bold") | dict.fromkeys(
    ("i", "em"), "part.way-emphasis"
)  # fmt: skip
"""The keys of what is written here for a tag."""


class Dialect(NamedTuple):
    """A mark of another language. `needle` stands in every text that has it, and is looked for
    before the pattern is compiled; `noun` is the key of its name, `hint` of what to do."""

    needle: str
    pattern: str
    noun: str
    hint: str


_NONE: Final = "part.way-none"
_HIGH_LOW: Final = "part.way-high-low"
_HAN: Final = r"\u3400-\u9fff，。、；：？！“”‘’（）《》"

ROWS: Final = (
    Dialect("|", r"\|(?:[^|]*\|){2,}$|\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$"
            r"|\|\s*:?-{2,}:?\s*\|$",
            "part.mark-table", "part.way-no-table"),
    Dialect("-", r"\+(?:[-=:]{2,}\+)+$|-{2,}(?: +-{2,})+$",
            "part.mark-table", "part.way-no-table"),
    Dialect("#", r"#{1,2}[ \u3000]|#{5,6} |#{2,6}(?=[^\s#]|\u3000)",
            "part.mark-heading", "part.way-heading"),
    Dialect("＃", r"＃{1,6}[ \u3000]|[#＃]{2,6}(?=[^\s#＃])|#+＃+[ \u3000]", "part.mark-heading",
            "part.way-heading-half-width"),
    Dialect("=", r"={3,}$", "part.mark-underlined-heading", "part.way-heading-before"),
    Dialect("=", r"={2,6} (?=\S)", "part.mark-heading", "part.way-heading-own-line"),
    Dialect(". ", r"h[1-6]\. ", "part.mark-heading", "part.way-heading-own-line"),
    Dialect(">", r">", "part.mark-quotation", "part.way-quotation"),
    Dialect("[", r"[-*+] \[[ xX]\] ", "part.mark-task", "part.way-no-lists"),
    Dialect("", r"(?:[-_*] ?){3,}$|[-－—]{3,}$|—{2}$", "part.mark-rule", "part.way-leave-out"),
    Dialect("－", r"－[ \u3000]+(?=\S)", "part.mark-list", "part.way-list-half-width"),
    Dialect(" ", r"[-*+] ", "part.mark-list", "part.way-no-lists"),
    Dialect("", r"```|~~~", "part.mark-code", _NONE),
    Dialect("+", r"\+{3,}$", "part.mark-front-matter", "part.way-front-matter"),
    Dialect(": ", r":\s+\S", "part.mark-definition-list", "part.way-no-lists"),
    Dialect("[^", r"\[\^[^\]\s]{1,40}\]:", "part.mark-footnote", "part.way-footnote"),
    Dialect("]:", r"\[[^\]\[^]{1,80}\]:\s*(?:<|https?:|mailto:|[./#])",
            "part.mark-link", "part.way-link"),
    Dialect(" ", r"(?:!!!|\?\?\?\+?) [a-z]+", "part.mark-own-block",
            "part.way-block"),
    Dialect(".. ", r"\.\. [\w-]+::", "part.mark-directive", _NONE),
    Dialect("[", r"\[(?:toc|TOC)\]$", "part.mark-contents", _NONE),
)  # fmt: skip
"""What a row begins with, after its blanks; the first that fits counts."""

INSIDE: Final = (
    Dialect("<!--", r"<!--", "part.mark-comment", "part.way-comment"),
    Dialect("<", r"</?([A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>]{0,400})?/?>|<\?\w|<!\w|</?\w+:\w+[ >/]",
            "part.mark-html", _HIGH_LOW),
    Dialect("&", r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
            "part.mark-entity", "part.way-character"),
    Dialect("[^", r"\[\^[^\]\[\s^]{1,40}\](?!:)", "part.mark-footnote",
            "part.way-footnote"),
    Dialect("^[", r"\^\[[^\]^]{1,400}\](?![\^{])", "part.mark-footnote",
            "part.way-footnote"),
    Dialect("[[", r"\[\[[^\[\]\n]{1,80}\]\]", "part.mark-wiki-link", "part.way-link"),
    Dialect("][", r"(?<!\!)\[(?!\^)[^\[\]\n]{1,80}\]\[(?!\^)[^\[\]\n]{0,80}\](?![({])",
            "part.mark-link", "part.way-link"),
    Dialect("~~", r"~~(?=[^\s~])(?<!\d~~)[^~\n]{1,200}?(?<!\s)~~(?!~)",
            "part.mark-deletion", "part.way-deletion"),
    Dialect("==", r"==(?=[^\s=])[^=\n]{1,200}?(?<!\s)==(?!=)", "part.mark-highlight", _HIGH_LOW),
    Dialect("++", r"(?<![A-Za-z0-9+])\+\+(?=[^\s+])[^+\n]{1,80}\+\+",
            "part.mark-underline", _HIGH_LOW),
    Dialect("__", r"(?<!_)_{2,3}(?=[^\s_])[^_\n]{1,200}?(?<![\s_])_{2,3}(?!_)",
            "part.mark-bold", "part.way-bold"),
    Dialect("_", r"(?<![\w_^])_(?=[\w“‘（《])[^_\n]{1,200}?(?<=[\w”’）》。！？，])_(?![\w_^])",
            "part.mark-emphasis", "part.way-emphasis"),
    Dialect("''", r"'{2,3}(?=[^\s'])[^'\n]{1,200}?'{2,3}", "part.mark-bold", "part.way-bold"),
    Dialect("`", r"`[^`\n]{1,200}`", "part.mark-code", _NONE),
    Dialect("$$", r"\$\$", "part.mark-tex", _HIGH_LOW),
    Dialect("$", r"\$(?=[^\s$\d])[^$\n]{0,200}?(?<![\s$])\$(?!\d)"
            r"|\$\d[^$\n]{0,80}[\\^_{][^$\n]{0,200}?(?<![\s$])\$(?!\d)",
            "part.mark-tex", _HIGH_LOW),
    Dialect("\\", r"(?<![A-Za-z0-9_:\\])\\[a-zA-Z]{2,}(?![a-zA-Z])", "part.mark-tex", _HIGH_LOW),
    Dialect("{", r"\{[^{}|\n]{1,40}\|[^{}\n]{1,80}\}", "part.mark-reading", _NONE),
    Dialect("{", r"\{[.#=][\w-][^{}\n]{0,200}\}|(?<=\])\{[^{}\n]{1,200}\}",
            "part.mark-attribute", _NONE),
    Dialect("{", r"(?<![\]］{-])\{([^{}|\n]{1,80})\}",
            "part.mark-words", "part.way-brace-head"),
    Dialect("｛", r"(?<=[\]］])｛[^｛｝\n]{1,200}｝", "part.mark-attribute", "part.way-half-width"),
    Dialect("]{", r"(?m:(?<=\])\{[^{}\n]{0,40}(?=$|\{))", "part.mark-words",
            "part.way-close-brace"),
    Dialect("］{", r"(?<=］)\{[^{}\n]{1,200}\}", "part.mark-words", "part.way-half-width"),
    Dialect("＊＊", r"(?<![＊\d])＊{2,3}(?=[^\s＊])[^＊\n]{1,200}?(?<!\s)＊{2,3}(?!＊)",
            "part.mark-bold", "part.way-bold-half-width"),
    Dialect("＼", r"(?m:＼$)", "part.mark-row-end", "part.way-row-end"),
    Dialect("［", r"［[\^＾][^\]\[\s^＾:：［］]{1,8}[\]］]", "part.mark-footnote",
            "part.way-footnote"),
    Dialect("[＾", r"\[＾[^\]\[\s^＾:：［］]{1,8}[\]］]", "part.mark-footnote",
            "part.way-footnote"),
    Dialect("\\", r"(?<![A-Za-z0-9:\\])\\(?:[nrt](?![a-zA-Z])|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})",
            "part.mark-escape", "part.way-character-or-row"),
    Dialect("\\ ", r"\\ (?=\S)", "part.mark-hard-space", "part.way-space"),
    Dialect("{", r"\{(?:\+\+|--|~~|==|>>)", "part.mark-review", "part.way-review"),
    Dialect("{{", r"\{\{[^{}\n]{1,200}\}\}", "part.mark-field", _NONE),
    Dialect("{%", r"\{%", "part.mark-field", _NONE),
    Dialect(":::", r":{3,}", "part.mark-own-block", "part.way-block"),
    Dialect("[/", r"\[/[a-zA-Z]{1,10}\]", "part.mark-bbcode", _HIGH_LOW),
    Dialect(":", r"(?<![A-Za-z0-9:]):[a-z][a-z_+-]{1,30}:(?![A-Za-z0-9:])",
            "part.mark-named-picture", "part.way-none"),
    Dialect("---", rf"(?<=[{_HAN}\w])-{{3,}}(?=[{_HAN}\w])|(?<=[{_HAN}])-{{3,}}", "part.mark-dash",
            "part.way-dash"),
    Dialect("......", r"\.{6,}", "part.mark-ellipsis", "part.way-ellipsis"),
    Dialect("-{", r"-\{[^{}\n]{1,200}\}-", "part.mark-wiki-variant", _NONE),
)  # fmt: skip
"""What may stand anywhere in a paragraph."""
