"""A comparison in words and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from layout.compare.changes import Comparison, PageChange, PageResult, called
from layout.compare.keys import PART
from layout.compare.run import CompareOptions
from layout.words.said import Language, Named, Said, said

VERSION: Final = 1
"""Of the JSON: what is there stays as it is, what is new comes beside it."""
MOST_TOLD: Final = 60
"""Changes of a page that are told in a line each; JSON and HTML have all."""


def lines(found: Comparison, lang: Language) -> Iterator[str]:
    """The comparison as lines for a person: each page, its changes below it, a sum at the end."""
    for name in found.only_a:
        yield said("part.compare-alone", side="A", page=called(name)).words(lang)
    for name in found.only_b:
        yield said("part.compare-alone", side="B", page=called(name)).words(lang)
    for page in found.pages:
        if not page.changes:
            yield said("part.compare-same", page=page.name).words(lang)
        else:
            counts = said("part.compare-differ", page=page.name, counts=tuple(counted(page)))
            yield counts.words(lang)
        for change in page.changes[:MOST_TOLD]:
            yield f"  {labelled(change, lang)}"
        if len(page.changes) > MOST_TOLD:
            more = said("part.compare-more", number=len(page.changes) - MOST_TOLD)
            yield f"  {more.words(lang)}"
        if page.pixels:
            yield f"  {numbers(page).words(lang)}"
        for note in page.notes:
            yield f"  {note.words(lang)}"
    for note in found.notes:
        yield note.words(lang)
    yield end(found).words(lang)


def labelled(change: PageChange, lang: Language) -> str:
    """A change in words, with the columns and lines and the block in which it is where its words do
    not name them."""
    words = change.said.words(lang)
    block = block_name(change, lang)
    if block and block not in words:
        words = f"[{block}] {words}"
    return words if change.place is None else f"{change.place.words(lang)} {words}"


def block_name(change: PageChange, lang: Language) -> str:
    """What the block of a change is called; empty where it is in none."""
    block = change.block
    return block.called.words(lang) if isinstance(block, Named) else block


def counted(page: PageResult) -> Iterator[Said]:
    """How many changes of each kind a page has."""
    totals = Comparison(a="", b="", pages=(page,)).totals()
    for kind, number in totals.items():
        yield said("part.compare-count", number=number, kind=kind_said(kind, number))


def kind_said(kind: str, number: int = 2) -> Said:
    """What changes of a kind are called: `line` where it is one, `lines` of many, or of any."""
    return said(PART[f"kind-{kind}"], number=number)


def numbers(page: PageResult) -> Said:
    """What was measured of pixels, in words."""
    return said(
        "part.compare-numbers", pixels=round(page.pixels["pixels"]),
        percent=page.pixels["percent"], area=page.pixels["area_mm2"],
    )  # fmt: skip


def end(found: Comparison) -> Said:
    """How it came out, in a sentence."""
    different = sum(1 for page in found.pages if page.changes)
    alone = len(found.only_a) + len(found.only_b)
    if not different and not alone:
        return said("part.compare-end-same", pages=len(found.pages))
    if alone:
        return said(
            "part.compare-end-alone", pages=len(found.pages), different=different, alone=alone
        )
    return said("part.compare-end", pages=len(found.pages), different=different)


def as_json(
    found: Comparison, options: CompareOptions, written: Sequence[str], lang: Language
) -> Mapping[str, object]:
    """The comparison as JSON has it: lengths in mm from the trim's top left."""
    return {
        "version": VERSION,
        "a": found.a,
        "b": found.b,
        "differs": found.differs,
        "tolerance_mm": options.tolerance,
        "dpi": options.dpi,
        "pages": [
            {
                "a": page.a,
                "b": page.b,
                "way": page.way,
                "changes": [change.as_json(lang) for change in page.changes],
                "pixels": dict(page.pixels) or None,
                "notes": [note.words(lang) for note in page.notes],
            }
            for page in found.pages
        ],
        "only_a": list(found.only_a),
        "only_b": list(found.only_b),
        "totals": found.totals(),
        "notes": [note.words(lang) for note in found.notes],
        "written": list(written),
    }
