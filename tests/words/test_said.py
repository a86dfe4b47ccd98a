"""What is told, as a key and values: its words, its hints, what it is compared by."""

import json
import pickle

import pytest

from layout.diagnostics import Place, Spot, error, warning
from layout.geometry import Rect
from layout.words.said import Named, Said, Value, fill, said


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{n:#line} of {w:.1f} pt", "2 lines of 1.5 pt"),
        ("{one:#entry|entries}, {n:#entry|entries}", "1 entry, 2 entries"),
        ("{one:?is|are} {n:?is|are}", "is are"),
        ("{row:?line|lines} {row}, {rows:?line|lines} {rows}", "line 5, lines 5–9"),
        ("{names}; {names:and}; {few:and}", "a, b, c; a, b and c; a"),
        ("{name:quoted}; {names:quoted}", '"a"; "a", "b", "c"'),
        ("{told:hint}; {part:hint}", "take jump_to out; "),
        ("{{{name}: x}}", "{a: x}"),
        ("{part}", "by-line"),
    ],
)
def test_forms(template: str, filled: str):
    values: dict[str, Value] = {
        "n": 2, "one": 1, "w": 1.52, "names": ("a", "b", "c"), "few": ("a",), "name": "a",
        "row": "5", "rows": "5–9",
        "part": said("part.byline"), "told": said("JUMP-EMPTY.left", story="s", page="2"),
    }  # fmt: skip
    assert fill(template, values, "en") == filled


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{n}行，{w:.1f}pt", "2行，1.5pt"),
        ("{names}；{names:and}；{few:and}", "甲、乙、丙；甲、乙和丙；甲"),
        ("{name:quoted}；{names:quoted}", "“甲”；“甲”“乙”“丙”"),
        ("{part}", "作者署名"),
    ],
)
def test_forms_in_chinese(template: str, filled: str):
    values: dict[str, Value] = {
        "n": 2, "w": 1.52, "names": ("甲", "乙", "丙"), "few": ("甲",), "name": "甲",
        "part": said("part.byline"),
    }  # fmt: skip
    assert fill(template, values, "zh") == filled


def test_a_finding_in_both_languages():
    found = error("END-MARK.room", Place("a.yaml", 3), text="■", path="blocks.2.end")
    assert str(found) == (
        "a.yaml:3:1: error: blocks.2.end: “■” has no room after the last character [END-MARK]"
    )
    assert found.line("zh") == (
        "a.yaml:3:1: 错误：blocks.2.end：最后一个字后面排不下“■” [END-MARK]"
    )
    hinted = warning("JUMP-EMPTY.left", Spot("B1", Rect(0, 0, 72, 72)), story="a.md", page="B2")
    assert hinted.line("zh") == (
        "B1版左0.0 mm、上0.0 mm（25.4×25.4 mm）: 警告：a.md在本版已经排完，没有文字可转B2版"
        "（去掉jump_to） [JUMP-EMPTY]"
    )
    assert hinted.as_json("zh")["message"] == hinted.said.words("zh")
    assert hinted.as_json()["message"] == hinted.message


def test_a_value_that_is_missing_is_a_defect():
    with pytest.raises(KeyError):
        fill("{gone}", {}, "en")


def test_it_is_known_by_its_key_and_values():
    one = said("OVERSET.homeless", what=said("part.foot"), text="注", characters=1)
    assert (one.code, one.sub, one["characters"]) == ("OVERSET", "homeless", 1)
    assert one == Said(one.key, one.values)
    assert hash(one) == hash(Said(one.key, one.values))
    assert one.having(characters=2) != one


def test_the_keys_that_lead_to_a_value_stand_before_what_is_told_of_it():
    told = said("END-MARK.room", text="■", path="blocks.2.end")
    assert str(told) == "blocks.2.end: “■” has no room after the last character"


def test_what_it_quotes_is_found_in_any_of_its_values():
    part = said("part.doubt-heading", role="引题")
    told = said("OVERSET.homeless", what=part, text="早市的河", characters=1, names=("甲", "乙"))
    assert told.quotes("河")
    assert told.quotes("引")
    assert told.quotes("乙")
    assert not told.quotes("湖")
    assert not told.quotes("1")


def test_json_has_the_sub_code_and_the_values():
    given = said("OVERSET.homeless", what=said("part.foot"), text="注", characters=1)
    out = error(given, Place("a.yaml", 3)).as_json()
    assert (out["code"], out["sub"]) == ("OVERSET", "homeless")
    assert out["values"] == {"what": "note at the foot", "text": "注", "characters": 1}


def test_a_hint_that_is_not_given_is_empty():
    told = said("UNKNOWN-KEY.key", key="titel")
    assert (told.words(), told.hint()) == ('unknown key "titel"', "")
    assert told.having(hint=said("part.did-you-mean", word="title")).hint() == (
        'did you mean "title"?'
    )


def test_a_length_is_told_in_millimetres() -> None:
    assert fill("{a:mm}", {"a": 8.5}, "zh") == "3.00 mm"
    assert fill("{a:in_mm}×{b:mm}", {"a": 256.0, "b": 0.5}, "zh") == "90.3×0.18 mm"
    # Two numbers that were written apart stay apart.
    assert fill("{a:mm}、{b:mm}", {"a": "300.1", "b": "300.0"}, "zh") == "105.87 mm、105.83 mm"


def test_an_ink_and_a_colour_space_are_told_as_an_editor_calls_them() -> None:
    assert fill("{ink:term}版", {"ink": "Cyan"}, "zh") == "青版"
    assert fill("{ink:term}版", {"ink": "PANTONE 871 C"}, "zh") == "PANTONE 871 C版"
    spaces = ("DeviceGray", "DeviceCMYK", "ICCCMYK", "Separation", "DeviceN")
    assert fill("{s:term}", {"s": spaces}, "zh") == "灰度、CMYK、专色"
    assert fill("{s:term}", {"s": "DeviceRGB"}, "en") == "RGB"


def test_a_block_is_told_by_its_name_and_machines_by_its_id() -> None:
    lead = Named("lead", said("part.called-headline", title="河边的早市"))
    assert lead == "lead"
    assert fill("{a:block}", {"a": lead}, "zh") == "《河边的早市》"
    assert fill("{a}", {"a": lead}, "zh") == "lead"
    assert (
        fill("{a:blocks}", {"a": (lead, "side", "block-3")}, "zh")
        == "《河边的早市》、“side”和第3块"
    )
    assert fill("{a:block}", {"a": "block-3.stack.2"}, "zh") == "第3块里的第2块"
    assert json.dumps({"a": lead}) == '{"a": "lead"}'
    again = pickle.loads(pickle.dumps(lead))
    assert (again, again.called) == (lead, lead.called)
    told = said("FITTED.block", block=lead, changes="x")
    assert told.quotes("lead")
    assert told.quotes("河边的早市")
