"""The layout checks in the order in which they are told: headlines, page, columns, lines, facts."""

from typing import Final

from layout.check.engine import Check
from layout.check.makeup.checks import (
    caption,
    colbal,
    collide,
    cropped,
    evidence,
    faces,
    folio,
    grid,
    gutter_run,
    invisible,
    jump,
    kinsoku,
    loose,
    marks,
    out,
    overset,
    page_cut,
    runt,
    tight,
    title_abut,
    title_orphan,
    title_stack,
    underset,
    widow,
)
from layout.check.makeup.subject import Subject

CHECKS: Final[tuple[Check[Subject], ...]] = (
    title_abut.CHECK,
    title_stack.CHECK,
    title_orphan.CHECK,
    page_cut.CHECK,
    gutter_run.CHECK,
    widow.CHECK,
    runt.CHECK,
    overset.CHECK,
    underset.CHECK,
    colbal.CHECK,
    grid.CHECK,
    jump.CHECK,
    out.CHECK,
    collide.CHECK,
    invisible.CHECK,
    cropped.CHECK,
    tight.CHECK,
    loose.CHECK,
    kinsoku.CHECK,
    marks.CHECK,
    faces.CHECK,
    caption.CHECK,
    folio.CHECK,
    evidence.CHECK,
)
