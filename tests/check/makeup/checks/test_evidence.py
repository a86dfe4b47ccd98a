"""What a spec states of the print against what is drawn."""

from layout.check.makeup.checks import evidence
from layout.check.makeup.subject import Subject
from layout.diagnostics import Place
from layout.spec.model.evidence import Evidence
from layout.words.said import Said, said
from tests.check.pages import (
    Row,
    column,
    found,
    frame,
    rect,
    story,
    story_block,
    subject,
    told_by,
)
from tests.told import Told, told


def stated(words: str, *, required: bool = True, left: str = "甲乙丙，") -> Subject:
    """Two columns of two lines: 子丑寅卯 / LEFT, 丁戊己庚 / 辛壬癸。"""
    rows: list[Row] = [("子丑寅卯", 1, False), (left, 1, False)]
    rest: list[Row] = [("丁戊己庚", 1, False), ("辛壬癸。", 1, True)]
    text = "".join(row[0] for row in (*rows, *rest))
    statement = Evidence(
        place=Place("T.yaml", 4, 9), places={}, column_ends=words, required=required
    )
    return subject(
        [*column(rows, 50, 1, "s"), *column(rest, 260, 1, "s")],
        frames=[frame("s", 50, 1, 2), frame("s", 260, 1, 2, order=2)],
        blocks=[story_block("s", rect(50, 1, 400, 2))],
        stories=(story(text, evidence=(statement,)),),
    )


def no_column_ends_with(text: str, stands: Said) -> Told:
    return "EVIDENCE.column-end", {"node": "s", "text": text, "stands": stands}


def test_a_column_that_ends_with_the_words_meets_them() -> None:
    made = stated("丙，")
    assert not told_by(evidence.CHECK, made)
    assert [(s.met, s.column, s.line) for s in evidence.statements(made)] == [(True, 1, 2)]
    assert not told_by(evidence.CHECK, stated("寅卯甲乙丙，"))  # over two lines


def test_nothing_is_ignored() -> None:
    before = said("part.words-before", line=2, column=1, characters=1)
    assert told_by(evidence.CHECK, stated("丙")) == [no_column_ends_with("丙", before)]


def test_words_in_the_next_column_are_after_the_end() -> None:
    broken = found(evidence.CHECK, stated("丁戊"))
    after = said("part.words-after", line=1, column=2, characters=2)
    assert told(broken[0]) == no_column_ends_with("丁戊", after)
    assert broken[0].spot is not None
    assert str(broken[0].where) == "T.yaml:4:9"


def test_words_that_stand_twice_are_met_by_either() -> None:
    assert not told_by(evidence.CHECK, stated("子丑寅卯", left="子丑寅卯"))


def test_what_is_not_required_is_only_reported() -> None:
    made = stated("丁戊", required=False)
    assert not told_by(evidence.CHECK, made)
    assert [s.as_json()["characters_off"] for s in evidence.statements(made)] == [2]


def test_words_that_are_not_in_the_text_are_always_told() -> None:
    for required in (True, False):
        made = stated("天干", required=required)
        assert told_by(evidence.CHECK, made) == [
            no_column_ends_with("天干", said("part.words-nowhere"))
        ]
        (lost,) = [s.as_json() for s in evidence.statements(made)]
        assert (lost["column"], lost["line"], lost["characters_off"]) == (0, 0, None)
