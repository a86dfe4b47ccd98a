"""COLLIDE against a raster: on pages made by chance, what overlaps is told, and nothing else."""

from pathlib import Path

from layout.api import Session
from layout.check.makeup.collisions import TOUCHES, collisions
from layout.check.makeup.gather import gather
from layout.diagnostics import StopError
from tests.check.randompages import edition, write
from tests.check.rasters import Key, Outlines, inked, judged
from tests.conftest import Project

SEEDS = range(6)


def compared(
    session: Session, spec: Path
) -> tuple[set[Key], set[Key], dict[Key, str], set[Key]] | None:
    """What the check tells, and what only touches, what it must tell, what it may; None for a page
    that is refused."""
    try:
        page = session.page(spec)
    except StopError:
        return None
    told: set[Key] = set()
    touching: set[Key] = set()
    for met in collisions(gather(page.composed)):
        if "type" in (met.one.kind, met.other.kind) and met.one is not met.other:
            key = (met.one.node.rstrip("0123456789"), met.other.node.rstrip("0123456789"))
            (touching if met.what == TOUCHES else told).add(key)
    oracle = judged(inked(page.display, Outlines(page.composed.catalog)), both(told))
    return told, touching, oracle.must, oracle.may


def both(keys: set[Key]) -> set[frozenset[str]]:
    """Pairs in whichever order."""
    return {frozenset(key) for key in keys}


def test_random_pages(project: Project) -> None:
    edition(project)
    session = Session()
    made = told = 0
    for seed in SEEDS:
        result = compared(session, write(project, seed))
        if result is None:
            continue
        says, touching, must, may = result
        made += 1
        told += len(says)
        missed = both(set(must)) - both(says | touching)
        assert not missed, (seed, missed)
        assert both(says) <= both(may), (seed, both(says) - both(may))
    assert made >= len(SEEDS) // 2
    assert told >= made  # else the pages are too well behaved to show anything
