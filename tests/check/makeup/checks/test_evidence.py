"""What a spec states of the print against what is drawn."""

from layout.check.makeup.checks import evidence
from layout.check.makeup.subject import Subject
from layout.diagnostics import Place
from layout.spec.model.evidence import Evidence
from tests.check.pages import (
    Row,
    column,
    found,
    frame,
    messages,
    rect,
    story,
    story_block,
    subject,
)


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


def test_a_column_that_ends_with_the_words_meets_them() -> None:
    made = stated("丙，")
    assert not messages(evidence.CHECK, made)
    assert [(s.met, s.column, s.line) for s in evidence.statements(made)] == [(True, 1, 2)]
    assert not messages(evidence.CHECK, stated("寅卯甲乙丙，"))  # over two lines


def test_nothing_is_ignored() -> None:
    assert messages(evidence.CHECK, stated("丙")) == [
        "s: no column ends with “丙”: they end in line 2 of column 1, 1 character before the end "
        "of a column"
    ]


def test_words_in_the_next_column_are_after_the_end() -> None:
    broken = found(evidence.CHECK, stated("丁戊"))
    assert broken[0].message.endswith(
        "they end in line 1 of column 2, 2 characters after the end of a column"
    )
    assert broken[0].spot is not None
    assert str(broken[0].where) == "T.yaml:4:9"


def test_words_that_stand_twice_are_met_by_either() -> None:
    assert not messages(evidence.CHECK, stated("子丑寅卯", left="子丑寅卯"))


def test_what_is_not_required_is_only_reported() -> None:
    made = stated("丁戊", required=False)
    assert not messages(evidence.CHECK, made)
    assert [s.as_json()["characters_off"] for s in evidence.statements(made)] == [2]


def test_words_that_are_not_in_the_text_are_always_told() -> None:
    for required in (True, False):
        assert messages(evidence.CHECK, stated("天干", required=required)) == [
            "s: no column ends with “天干”: the words are not in the text that is set"
        ]
