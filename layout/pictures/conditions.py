"""Printing conditions by their names in the ICC's registry, and which of them a profile is of.

Source: International Color Consortium, CMYK Characterization Data,
https://registry.color.org/cmyk-registry/ (names, process, material, designation).
"""

from typing import Final

from layout.record import record

REGISTRY: Final = "http://www.color.org"
"""How an output intent calls the registry of the ICC (ISO 32000-1, table 365)."""
CUSTOM: Final = "Custom"
"""The identifier of a condition that no registry has: its Info says what it is."""

REGISTERED: Final[dict[str, str]] = {
    # Newsprint.
    "CGATS TR 002": "Offset, uncoated groundwood (US-SNAP)",
    "IFRA26": "Offset, newsshade newsprint (NW)",
    "JCN2002": "Offset, newsprint (Japan Color 2002)",
    "FOGRA42": "Offset, standard newsprint (OFCOM)",
    "FOGRA48": "Offset, improved newsprint (OFCOM)",
    "CGATS21-2-CRPC1": "Universal, newsprint (CGATS21-2)",
    "CGATS21-2-CRPC2": "Universal, improved newsprint (CGATS21-2)",
    # Magazine and job papers.
    "FOGRA27": "Offset, gloss or matt coated, 115 g/m2 (OFCOM)",
    "FOGRA28": "Offset, gloss coated web, 60 g/m2 (OFCOM)",
    "FOGRA29": "Offset, uncoated white, 120 g/m2 (OFCOM)",
    "FOGRA30": "Offset, uncoated slightly yellowish, 120 g/m2 (OFCOM)",
    "FOGRA39": "Offset, gloss or matt coated, 115 g/m2 (OFCOM)",
    "FOGRA40": "Offset, super calendered, 60 g/m2 (OFCOM)",
    "FOGRA41": "Offset, machine finished coated (OFCOM)",
    "FOGRA43": "Offset, gloss or matt coated, 115 g/m2 (OFCOM)",
    "FOGRA44": "Offset, uncoated white, 115 g/m2 (OFCOM)",
    "FOGRA45": "Offset, improved LWC (OFCOM)",
    "FOGRA46": "Offset, standard LWC (OFCOM)",
    "FOGRA47": "Offset, uncoated white, 115 g/m2 (OFCOM)",
    "FOGRA51": "Offset, premium coated, 115 g/m2 (OFCOM)",
    "FOGRA52": "Offset, uncoated white, 120 g/m2 (OFCOM)",
    "FOGRA53": "Universal, large gamut exchange space",
    "FOGRA54": "Offset, super calendered, uncoated (OFCOM)",
    "CGATS TR 001": "Offset, gloss coated web (SWOP)",
    "CGATS TR 003": "Offset and gravure, US grade 3 coated web (SWOP)",
    "CGATS TR 005": "Offset and gravure, US grade 5 coated web (SWOP)",
    "CGATS TR 006": "Offset and gravure, US grade 1 coated sheetfed (GRACoL)",
    "CGATS21-2-CRPC3": "Universal, premium uncoated (CGATS21-2)",
    "CGATS21-2-CRPC4": "Universal, super calendered (CGATS21-2)",
    "CGATS21-2-CRPC5": "Universal, publication coated (CGATS21-2)",
    "CGATS21-2-CRPC6": "Universal, premium coated (CGATS21-2)",
    "CGATS21-2-CRPC7": "Universal (CGATS21-2)",
    "JC200103": "Offset, gloss or matt coated, 105 g/m2 (Japan Color 2001)",
    "JC200104": "Offset, uncoated white, 105 g/m2 (Japan Color 2001)",
    "JCW2003": "Offset, gloss coated web, 70 g/m2 (Japan Color 2003)",
    "JCS2011": "Offset, premium coated, 127.9 g/m2 (Japan Color 2011)",
    "EUROSB104": "Offset, gloss or matt coated, 115 g/m2 (Eurostandard)",
    "EUROSB204": "Offset, gloss coated web, 80 g/m2 (Eurostandard)",
}
"""What each is, by its reference name."""

_BY_PROFILE: Final[tuple[tuple[str, str], ...]] = (
    ("cgats/snap tr 002", "CGATS TR 002"),
    ("isonewspaper26v4", "IFRA26"),
    ("pso coated v3", "FOGRA51"),
    ("pso uncoated v3", "FOGRA52"),
    ("japan color 2002 newspaper", "JCN2002"),
)
"""Words of a profile's description, in small letters and blanks, and the condition whose data it
was made of."""
_ITSELF: Final = ("fogra", "ifra")
"""What begins a name that descriptions hold as the registry has it: `Coated FOGRA39`."""


@record
class OutputCondition:
    """A printing condition as an output intent names it; `registry` is empty of one that no
    registry has."""

    identifier: str
    info: str
    registry: str


def condition_of(
    profile: str, identifier: str = "", info: str = "", registry: str = ""
) -> OutputCondition:
    """The condition that a file is for: what is stated of it, and what is not by the description of
    its `profile`. One that nothing is known of is `CUSTOM`, with that description."""
    if not identifier:
        identifier = _of_profile(profile) or CUSTOM
    known = REGISTERED.get(identifier, "")
    return OutputCondition(
        identifier=identifier,
        info=info or known or profile or identifier,
        registry=registry or (REGISTRY if known else ""),
    )


def _of_profile(description: str) -> str:
    words = description.lower().replace("_", " ")
    for said, identifier in _BY_PROFILE:
        if said in words:
            return identifier
    for begins in _ITSELF:
        _, found, after = words.partition(begins)
        digits = after[: len(after) - len(after.lstrip("0123456789"))]
        name = (found + digits).upper()
        if name in REGISTERED:
            return name
    return ""
