"""Names of elements and attributes, as expat gives them: the namespace in braces before the name.

ECMA-376 part 1 (wordprocessingml, drawingml), [MS-DOCX] for what Word has added since; VML is that
of part 4.
"""

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V: Final = "{urn:schemas-microsoft-com:vml}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL: Final = f"{W}val"
PARAGRAPH: Final = f"{W}p"
RUN: Final = f"{W}r"
TEXT: Final = f"{W}t"
TABLE: Final = f"{W}tbl"
BOX: Final = f"{W}txbxContent"
CHOICE: Final = f"{MC}Choice"
FALLBACK: Final = f"{MC}Fallback"
ALTERNATE: Final = f"{MC}AlternateContent"
WORD_ART: Final = f"{V}textpath"

SHUT: Final = frozenset({"del", "moveFrom"})
"""What holds text that is deleted, or stands elsewhere by now."""
OFF: Final = frozenset({"0", "false", "off", "none"})


def local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]
