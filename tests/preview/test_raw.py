"""What stands in a page spec, as the panel of a block shows it."""

from layout.preview.raw import (
    data_of,
    entry,
    leaf_at,
    named_in,
    places_of,
    raw_blocks,
    span_of,
)
from layout.spec.model.story import StoryBlock
from layout.spec.reader.fields import record_schema
from layout.spec.reader.nodes import Mapping, parse_text

SPEC = """\
page: A1
blocks:
  - id: lead
    story: a.md
    headline: {lines: 6, style: big, summary: gist}
    body: brief
    at: {cols: 1-3, lines: 5–12}
  - stack:
      - text: [{text: "一", style: small}]
        lines: 3
      - {id: inner, picture: b.jpg, advert: true}
    at: {cols: 4, lines: 7}
  - {row: [{rule: thin}], at: {cols: 5-6, lines: 1-2}}
"""
ROOT = parse_text(SPEC, "A1.yaml")


def test_every_block_has_a_name_and_the_keys_that_lead_to_it() -> None:
    found = [(one.id, ".".join(map(str, one.path)), one.kind, one.of) for one in raw_blocks(ROOT)]
    assert found == [
        ("lead", "blocks.1", "story", ""),
        ("block-2", "blocks.2", "stack", ""),
        ("block-2.stack.1", "blocks.2.stack.1", "text", "block-2"),
        ("inner", "blocks.2.stack.2", "picture", "block-2"),
        ("block-3", "blocks.3", "row", ""),
        ("block-3.row.1", "blocks.3.row.1", "rule", "block-3"),
    ]


def test_a_value_is_what_was_written() -> None:
    node = parse_text('{a: 13, b: 0.5, c: "13", d: true, e: NO, f: , g: [1zi, 2], h: -3}', "x")
    assert data_of(node) == {
        "a": 13,
        "b": 0.5,
        "c": "13",
        "d": True,
        "e": "NO",
        "f": None,
        "g": ["1zi", 2],
        "h": -3,
    }


def test_a_span_has_two_ends() -> None:
    lead, stack = list(raw_blocks(ROOT))[:2]
    at = entry(lead.node, "at")
    assert (span_of(entry(at, "cols")), span_of(entry(at, "lines"))) == ([1, 3], [5, 12])
    assert span_of(entry(entry(stack.node, "at"), "cols")) == [4, 4]
    assert span_of(entry(lead.node, "story")) == []


def test_the_place_of_each_key() -> None:
    lead = next(iter(raw_blocks(ROOT)))
    places = dict(places_of(lead.node, ("blocks", "lead")))
    assert places["blocks.lead.headline.style"] == (5, 26)
    assert places["blocks.lead.at.cols"] == (7, 10)


def test_the_styles_that_a_block_names() -> None:
    lead = next(iter(raw_blocks(ROOT)))
    found = {".".join(map(str, p)): n for p, n in named_in(lead.node, _schema(), "style-name")}
    assert found == {"headline.style": "big", "headline.summary": "gist", "body": "brief"}


def _schema() -> dict[str, object]:
    return record_schema(StoryBlock)


def test_the_leaf_that_a_place_is_in() -> None:
    assert isinstance(ROOT, Mapping)
    found = leaf_at(ROOT, 9, 25)
    assert found is not None
    assert (found[0], found[1].text) == (("blocks", 2, "stack", 1, "text", 1, "text"), "一")
    assert leaf_at(ROOT, 1, 1) is None
