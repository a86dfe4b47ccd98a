"""What a browser says is read as what anyone may have written."""

import json

import pytest

from layout.preview.received import (
    MOST_DEEP,
    StrangeMessageError,
    number_of,
    read_message,
    text_of,
    texts_of,
)


def deep(levels: int) -> str:
    return '{"type": "open", "x": ' + "[" * levels + "]" * levels + "}"


def test_a_message_is_what_it_says():
    assert read_message('{"type": "open", "pages": ["B1"]}')["pages"] == ["B1"]
    assert read_message(deep(MOST_DEEP - 1))


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "5", '"open"', "[]", "{", '{"type": null}', '{"type": "__class__"}',
        '{"type": ["open"]}', '{"type": "edit"}', '{"type": "edit", "op": []}',
        '{"type": "where", "page": 5, "block": "b"}', "{}", "NaN",
        deep(MOST_DEEP), deep(100_000),
    ],
)  # fmt: skip
def test_a_strange_one_is_told(text: str):
    with pytest.raises(StrangeMessageError) as told:
        read_message(text)
    assert told.value.args[0].words("zh")


@pytest.mark.parametrize("kind", ["launch", "where", "ask", "edit", "undo", "redo"])
@pytest.mark.parametrize(
    ("given", "back"),
    [
        ("seven", "seven"), (7.5, 7.5), (None, None), (True, True), ([7], None), ({}, None),
        ("x" * 500, None), (1 << 40, 1 << 40), (1 << 90, None), (float("nan"), None),
    ],
)  # fmt: skip
def test_a_request_whose_id_is_no_number_is_told_under_it(kind: str, given: object, back: object):
    fields = {"file": "a", "page": "T1", "block": "b", "what": "block", "op": {}}
    with pytest.raises(StrangeMessageError) as told:
        read_message(json.dumps({"type": kind, "id": given, **fields}))
    assert told.value.id == back
    assert "编号" in told.value.args[0].words("zh")
    assert read_message(json.dumps({"type": kind, "id": 7, **fields}))["id"] == 7


def test_what_lacks_something_is_told_under_its_own_id():
    for text, own in (('{"type": "edit", "id": 9}', 9), ('{"type": "no", "id": 5}', 5), ("[]", 0)):
        with pytest.raises(StrangeMessageError) as told:
            read_message(text)
        assert told.value.id == own


@pytest.mark.parametrize(
    ("value", "number"),
    [(7, 7), (-1, -1), (True, 0), ("7", 0), (7.5, 0), (None, 0), (1 << 40, 0), ([], 0)],
)
def test_a_number_is_one_or_nought(value: object, number: int):
    assert number_of({"id": value}, "id") == number


def test_texts_are_cut_and_others_passed_over():
    assert text_of({"name": "x" * 1000}, "name", 40) == "x" * 40
    assert text_of({"name": 5}, "name") == ""
    given = {"pages": ["B1", 5, None, "B1", "B2", *map(str, range(100))]}
    assert texts_of(given, "pages", 6) == ("B1", "B2", "0")
    assert texts_of(json.loads('{"pages": "B1"}'), "pages") == ()
