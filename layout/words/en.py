"""What every message says in English: by key, a message or a message and its hint.

Keys are in the order of the alphabet. A key begins with the code of a finding; those of parts of
messages begin with `part.`. `layout.words.said` says what may stand in a template.
"""

from typing import Final

_ANOTHER_WORD: Final = "change a word in the paragraph, or the measure"
_GIVE: Final = "give a face that has it in the style sheet: faces: {{{role}: fonts/NAME.ttf}}"

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "END-MARK.room": "“{text}” has no room after the last character",
    "JUMP-EMPTY.left": (
        "nothing is left of {story} to go on on page {page}",
        "take jump_to out",
    ),
    "KINSOKU.bond": (
        "“{text}” ends inside what belongs together: every other way is looser than ¼ em"
    ),
    "KINSOKU.end": (
        "“{text}” ends with {mark} , which may not stand at a line's end (level {level})",
        _ANOTHER_WORD,
    ),
    "KINSOKU.no-end": (
        "“{text}” ends where no line may: no other end fits {measure:g} em",
        _ANOTHER_WORD,
    ),
    "KINSOKU.parted": (
        "“{text}” ends inside what should stay together: no other end fits",
        _ANOTHER_WORD,
    ),
    "KINSOKU.row": "“{text}” ends in a row of marks, where the rules of line ends give way",
    "KINSOKU.start": (
        "“{text}” is followed by a line that begins with {mark} , which may not (level {level})",
        _ANOTHER_WORD,
    ),
    "KINSOKU.word": (
        "“{text}” ends inside a word: “{before}” and “{after}” are parted (level {level})",
        _ANOTHER_WORD,
    ),
    "KINSOKU.word-cut": (
        "a word wider than the measure is cut after “{text}”",
        _ANOTHER_WORD,
    ),
    "LINE-WIDE.squeezed": (
        "“{text}” is {width:.2f} em wide, squeezed, in {measure:g} em",
        "give the column more characters",
    ),
    "LOOSE.address": (
        "“{text}” does not fill {measure:g} em: the address in it is not opened{why}",
        "change a word before the address, or the measure",
    ),
    "LOOSE.gaps": (
        "a loose line: gaps of {percent:.1f} % of an em{limit} in “{text}”{why}",
        _ANOTHER_WORD,
    ),
    "LOOSE.no-place": (
        "“{text}” does not fill its measure: it has no place that can open{why}",
        _ANOTHER_WORD,
    ),
    "NO-GLYPH.char": ("no face has “{char}” (U+{number}){often}", "{hint}"),
    "NO-GLYPH.more": (
        "no face has {chars:,} more characters, which stand {count:,} times; the first of them "
        "stands here",
        _GIVE,
    ),
    "NO-VARIANT.form": (
        "no face has the form of “{char}” that U+{selector} asks for; its usual form is set{often}",
        f"take the selector out, or {_GIVE}",
    ),
    "OVERSET.block": (
        "{node}: {characters:#character} ({columns:#column}) over (溢文); {of:#column} of text, "
        "room for {room}",
        "make the block wider, or cut the text",
    ),
    "OVERSET.down": (
        "{node}: {characters:#character} ({lines:#line}) over (溢文); {of:#line} of text, "
        "room for {room}",
        "make the block {deeper:#line} wider, or cut the text",
    ),
    "OVERSET.homeless": (
        "the {what} “{text}”: {characters:#character} over (溢文); no line is left for it"
    ),
    "OVERSET.lost": (
        "{node}: {characters} characters of paragraph {paragraph} are not on the page, and no line "
        "is told to be over"
    ),
    "OVERSET.narrow": (
        "the {what} “{text}”: {characters:#character} over (溢文); no line is left for it that is "
        "wide enough: it is {wide:.1f} pt wide, they are {narrow:.1f} pt"
    ),
    "OVERSET.story": (
        "{node}: {characters:#character} ({lines:#line}) over (溢文); {of:#line} of text, "
        "room for {room}",
        "make the block {deeper:#line} deeper, or cut the text",
    ),
    "UNDERSET.columns": (
        "{node}: {lines:#line}, about {characters} characters, left empty (欠文) in "
        "{columns:#column}{limit}",
        "make the block less deep, its headline or a picture larger",
    ),
    "UNDERSET.tiers": (
        "{node}: {lines:#line}, about {characters} characters, left empty (欠文) in "
        "{columns:#tier}{limit}",
        "make the block less deep, its headline or a picture larger",
    ),
    "part.at-most": " (at most {most:g})",
    "part.at-most-percent": " (at most {most:g} %)",
    "part.byline": "by-line",
    "part.foot": "note at the foot",
    "part.glyph-emoji": f"an emoji, which faces for print have not: take it out, or {_GIVE}",
    "part.glyph-form": (
        "a compatibility form that stands for “{plain}” (U+{number}): type that character"
    ),
    "part.glyph-give": _GIVE,
    "part.glyph-high-low": (
        "write {marks} (as in CO~2~, 10^-3^): the face itself has it, set small"
    ),
    "part.glyph-lost": (
        "it stands for bytes that were no text when the file was made: look at its source"
    ),
    "part.glyph-none": "no character of Unicode: take it out",
    "part.glyph-private": (
        "a private-use code (造字), which means a character only in the font it was made with: "
        "type the character itself, or give that font: faces: {{{role}: fonts/NAME.ttf}}"
    ),
    "part.glyph-radical": (
        "a radical (部首) that stands for “{plain}” (U+{number}): type that character"
    ),
    "part.jump-line": "jump line",
    "part.often": ": {count:,} times, first here",
    "part.often-in-files": ": {count:,} times in {files} files, first here",
    "part.over": "{characters:#character} ({lines:#line}) over (溢文)",
    "part.over-line": "the {what} “{text}”: {characters:#character} over (溢文)",
    "part.why-bond": ": “{piece}” after it, {width:.3g} em, should not be parted",
    "part.why-ends": ": “{piece}” after it stays together by the rules of line ends (禁则)",
    "part.why-looser": ": with “{piece}” in it the lines after it would be looser",
    "part.why-mark": ": “{piece}” after it, {width:.3g} em, is one mark",
    "part.why-runt": ": with “{piece}” in it the last line would be one character (孤字)",
    "part.why-stiff": ": “{piece}” does not go into it, and it has few places that can open",
    "part.why-word": ": “{piece}” after it, {width:.3g} em, may not be parted",
}
