"""What is known of a page beside its files: what a worker sends and a manifest keeps."""

from typing import Any

from layout.archive.plain import plain_findings, plain_place, read_findings, read_place
from layout.diagnostics import Diagnostic, Place
from layout.record import record


@record
class MadeFacts:
    """A page that was made, `ready` where it can stand in the edition's own files; of an edition,
    what was `found` alone."""

    found: tuple[Diagnostic, ...] = ()
    name: str = ""
    place: Place | None = None
    halves: tuple[str, ...] = ()
    stands_in: tuple[str, ...] = ()
    ready: bool = False


def plain_facts(facts: MadeFacts) -> dict[str, Any]:
    """Facts as values of JSON."""
    return {
        "name": facts.name,
        "place": plain_place(facts.place),
        "halves": facts.halves,
        "stands_in": facts.stands_in,
        "ready": facts.ready,
        "found": plain_findings(facts.found),
    }


def read_facts(row: Any) -> MadeFacts:
    """What `plain_facts` wrote, among other things. Raises `ValueError`, `KeyError` or `TypeError`
    for anything else."""
    if not all(isinstance(text, str) for text in (row["name"], *row["halves"], *row["stands_in"])):
        raise TypeError
    return MadeFacts(
        found=read_findings(row["found"]), name=row["name"], place=read_place(row["place"]),
        halves=tuple(row["halves"]), stands_in=tuple(row["stands_in"]), ready=bool(row["ready"]),
    )  # fmt: skip
