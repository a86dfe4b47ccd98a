"""Kinds of characters as colour."""

import pytest

from layout.api import Session
from layout.display.items import Box
from layout.faces.catalog import Catalog
from layout.geometry import hull
from layout.proof.cells import cells, cells_of_page
from layout.proof.facts import proof_facts
from layout.proof.layers import classes
from layout.proof.marks import CLASSES
from tests import toypage
from tests.conftest import Project


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("“", "open"), ("（", "open"), ("”", "close"), ("》", "close"), ("，", "pause"),
        ("、", "pause"), ("。", "stop"), ("！", "stop"), ("—", "other"), ("…", "other"),
        ("·", "other"), ("A", "latin"), ("%", "latin"), ("é", "latin"), ("7", "digit"),
        ("国", ""), ("々", ""), ("　", ""), ("α", "latin"), ("①", "latin"), ("㎡", "other"),
    ],
)  # fmt: skip
def test_a_character_has_its_kind(char: str, kind: str) -> None:
    faces = Catalog()
    (cell,) = cells([toypage.run(faces.face("报宋"), char)], faces)
    assert classes.kind_of(cell) == kind
    assert kind in {"", *CLASSES}


def test_neighbours_of_one_kind_are_one_place(project: Project) -> None:
    project.write("stories/one.md", "---\ntitle: 题\n---\n\n共2019年ABC，完。\n")
    page = Session().page(project.spec)
    (row,) = [
        [c for c in row if c.text in "2019ABC，。"]
        for row in cells_of_page(page.display, page.composed.catalog)
        if "".join(c.text for c in row).startswith("共2019")
    ]
    made = classes.layer(proof_facts(page, "zh"))
    assert made.over == ()
    whole = hull([one.rect for one in row])
    boxes = [i for i in made.under if isinstance(i, Box) and i.rect.meets(whole)]
    assert [b.fill for b in boxes] == [CLASSES[k] for k in ("digit", "latin", "pause", "stop")]
    assert boxes[0].rect.x == row[0].rect.x
    assert boxes[0].rect.right == pytest.approx(row[3].rect.right)
