"""What is told of a comparison, in both languages."""

from layout.compare.changes import Comparison, PageChange, PageResult, Where, by
from layout.compare.report import MOST_TOLD, as_json, labelled, lines
from layout.compare.run import CompareOptions
from layout.geometry import Rect
from layout.record import replace
from layout.units import mm
from layout.words.said import said

GONE = PageChange(
    kind="text", what="gone", block="main", after=Where("B1", Rect(mm(10), mm(20), mm(3), mm(4))),
    said=said("COMPARE.text-gone", old="甲", new="", before="前", after="后", count=1),
    place=said("part.proof-place", columns="2", lines="8"),
)  # fmt: skip


def result(*changes: PageChange, name: str = "B1") -> PageResult:
    return PageResult(a=name, b=name, way="list", changes=changes)


def test_what_a_person_reads() -> None:
    found = Comparison(
        a="one", b="other", pages=(result(GONE), result(name="B2")), only_a=("B3",),
        notes=(said("part.compare-book-left", file="b.pdf"),),
    )  # fmt: skip
    assert list(lines(found, "en")) == [
        "only in A: page B3",
        "page B1: 1 text",
        "  col 2, line 8 [main] 1 character taken out: 前[甲]后",
        "page B2: the same",
        "b.pdf: not compared, its pages stand alone beside it",
        "2 pages compared, 1 differs; 1 without a partner",
    ]
    assert list(lines(found, "zh"))[1:4] == [
        "B1版：文字1处", "  第2栏 第8行 [main] 删1字：前[甲]后", "B2版：相同",
    ]  # fmt: skip


def test_of_many_changes_the_first_are_told() -> None:
    found = Comparison(a="a", b="b", pages=(result(*[GONE] * (MOST_TOLD + 5)),))
    told = list(lines(found, "en"))
    assert len(told) == MOST_TOLD + 3
    assert told[-2] == "  … and 5 more"
    assert len(as_json(found, CompareOptions(), (), "en")["pages"][0]["changes"]) == (  # type: ignore[index]
        MOST_TOLD + 5
    )


def test_a_block_is_named_once() -> None:
    moved = PageChange(
        kind="block", what="moved", block="main",
        said=said(
            "COMPARE.block-moved", block="main", way=by(mm(3), 0, 0.1), at=said("part.compare-none")
        ),
    )  # fmt: skip
    assert labelled(moved, "en") == '"main" moved 3.00 mm right: nothing'
    assert labelled(replace(GONE, place=None), "en").startswith("[main] ")


def test_json_is_in_mm() -> None:
    made = GONE.as_json("en")
    assert made["after"] == {"page": "B1", "rect_mm": [10.0, 20.0, 3.0, 4.0]}
    assert made["before"] is None


def test_ways_in_words() -> None:
    assert by(mm(12.5), -mm(8.17), 0.1, mm(4.085)).words("en") == (
        "12.50 mm right and 8.17 mm up (2 lines)"
    )
    assert by(0.0, mm(1), 0.1, mm(4.085)).words("zh") == "下移1.00 mm"
    assert by(mm(0.04), mm(0.04), mm(0.05)).words("en") == "0.06 mm"
