"""Blocks with their tags."""

from layout.display.items import BlockPlace, GlyphRun
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers import blocks, frames
from layout.proof.layers.layer import ProofFacts
from layout.proof.marks import Letters
from layout.record import replace
from tests import toypage


def place(name: str, *rect: float) -> BlockPlace:
    return BlockPlace(id=name, kind="text", rect=Rect(*rect), node=name)


def test_a_tag_says_which_block_encloses_it() -> None:
    whole, part, own = (
        place("pile", 60, 90, 100, 100),
        place("upper", 60, 90, 100, 40),
        place("own", 180, 90, 50, 50),
    )
    twin = place("twin", 180, 90, 50, 50)
    all_of = (whole, part, own, twin)
    assert blocks.enclosing(part, all_of) == whole
    assert [blocks.enclosing(one, all_of) for one in (whole, own, twin)] == [None] * 3
    page = replace(toypage.page(), blocks=(whole, part))
    facts = ProofFacts(page=page, letters=Letters(Catalog()), lang="zh")
    told = [
        "".join(i.text for i in label.items if isinstance(i, GlyphRun))
        for label in blocks.layer(facts).labels
    ]
    assert told[0].startswith("pile")
    assert told[1].replace(" ", "").startswith("pile›upper")


def test_a_block_without_an_id_is_called_by_what_it_is() -> None:
    ruled = BlockPlace(id="block-7", kind="rule", rect=Rect(0, 0, 9, 9), node="block-7")
    assert [blocks.name_of(ruled, lang) for lang in ("zh", "en")] == ["线", "rule"]
    assert blocks.name_of(replace(ruled, id="spine"), "zh") == "spine"
    assert blocks.name_of(replace(ruled, kind="other"), "zh") == "block-7"


def test_labels_are_told_from_marks_and_lie_over_them() -> None:
    page = replace(toypage.page(), blocks=(place("one", 60, 90, 100, 100),))
    facts = ProofFacts(page=page, letters=Letters(Catalog()), lang="en")
    for made in (blocks.layer(facts), frames.layer(facts)):
        assert not [i for i in made.marks if isinstance(i, GlyphRun)]
        assert made.over == (*made.marks, *(i for one in made.labels for i in one.items))
        assert all(one.size > 0 for one in made.labels)
