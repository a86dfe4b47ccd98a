"""Orders and answers: the same after the way, and nothing believed of one that came."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from layout.archive.facts import MadeFacts
from layout.archive.order import (
    Answer,
    AnsweredPage,
    AnsweredVolume,
    MadeFile,
    Order,
    read_answer,
    read_order,
)
from layout.diagnostics import Place, warning
from layout.editions import EditionFile
from layout.record import replace
from tests.papers import ME, way_of

ORDER = Order(
    root="/paper", specs=("d1/T1.yaml", "d1/第二版.yaml"), heads={"d1/T1.yaml": "d", "x": None},
    recipe=way_of(set=["format=tabloid"]).recipe, identity=ME, bundle="b",
)  # fmt: skip


def file(name: str, data: bytes) -> MadeFile:
    return MadeFile(name, sha256(data).hexdigest(), data)


PAGE = AnsweredPage(
    inputs={"d1/T1.yaml": "d", "no.md": None}, files=(file("T1.pdf", b"%PDF"), file("T1.txt", b"")),
    facts=MadeFacts(
        found=(warning("STANDS-IN.text", Place("a", 1, 2), story="b"),), name="T1",
        place=Place("a"), halves=("A", "B"), stands_in=("b",), ready=True,
    ),
)  # fmt: skip
VOLUME = AnsweredVolume(files=(("book", file("d1.pdf", b"%PDF book")),), found=PAGE.facts.found)


def test_an_order_is_the_same_afterwards() -> None:
    edition = EditionFile(
        path=Path("d1/edition.yaml"), place=Place("d1/edition.yaml", 3, 8), stem="d1", title="晚报",
        date="2024-05-06", gutter=12.5, pages=(Path(), Path()), strip=Path(),
    )  # fmt: skip
    for order in (ORDER, replace(ORDER, edition=edition), replace(ORDER, bundle="")):
        assert read_order(order.packed()).packed() == order.packed()
        assert read_order(order.packed()).edition == order.edition


@pytest.mark.parametrize("name", ["/etc/passwd", "../a.yaml", "d1/../../a", "", "a\0b"])
@pytest.mark.parametrize("key", ["specs", "heads", "edition"])
def test_a_file_outside_of_the_root_is_refused(name: str, key: str) -> None:
    row: dict[str, Any] = json.loads(ORDER.packed())
    edition = {
        "path": name, "place": ["a", 1, 1], "stem": "a", "title": "", "date": "", "gutter": 0,
        "pages": 1, "strip": False,
    }  # fmt: skip
    row[key] = {"specs": [name], "heads": {name: "d"}, "edition": edition}[key]
    with pytest.raises(ValueError, match="not below"):
        read_order(json.dumps(row).encode())


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b'{"root": 3}'])
def test_what_is_no_order_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no order|Expecting"):
        read_order(data)


def test_an_answer_is_the_same_afterwards() -> None:
    for answer in (
        Answer(pages=(PAGE, replace(PAGE, facts=replace(PAGE.facts, name="T2"))), volume=VOLUME),
        Answer(refused={"Banxin": "0"}),
        Answer(unlike="a.yaml"),
    ):
        assert read_answer(*answer.packed()) == answer


def test_bytes_that_are_not_those_of_their_digest_are_refused() -> None:
    words, bodies = Answer(pages=(PAGE,), volume=VOLUME).packed()
    for at in range(len(bodies)):
        with pytest.raises(ValueError, match="not as it was made"):
            read_answer(words, [*bodies[:at], b"%PDF other", *bodies[at + 1 :]])
    with pytest.raises(ValueError, match="no answer"):
        read_answer(words, bodies[:-1])


def test_files_that_lie_on_a_shelf_are_believed_by_their_digest(tmp_path: Path) -> None:
    laid = tmp_path / ".T1.pdf.0.part"
    laid.write_bytes(b"%PDF")
    one = MadeFile("T1.pdf", sha256(b"%PDF").hexdigest(), laid)
    answer = Answer(pages=(replace(PAGE, files=(one, *PAGE.files[1:])),))
    words, bodies = answer.packed()
    assert bodies == [b""]  # of the other one alone
    assert read_answer(words, bodies, tmp_path) == answer
    for place in (None, tmp_path / "elsewhere"):
        with pytest.raises(ValueError, match=r"lies nowhere|not as it was made"):
            read_answer(words, bodies, place)
    for name in ("../a", "/etc/passwd", ".."):
        with pytest.raises(ValueError, match="lies nowhere"):
            read_answer(words.replace(laid.name.encode(), name.encode()), bodies, tmp_path)
    laid.write_bytes(b"%PDG")
    with pytest.raises(ValueError, match="not as it was made"):
        read_answer(words, bodies, tmp_path)


@pytest.mark.parametrize("name", ["../T1.pdf", "/T1.pdf", "a/T1.pdf", ".."])
def test_a_file_that_would_be_written_elsewhere_is_refused(name: str) -> None:
    answer = Answer(pages=(replace(PAGE, files=(file(name, b"%PDF"),)),))
    with pytest.raises(ValueError, match="not as it was made"):
        read_answer(*answer.packed())


@pytest.mark.parametrize("name", ["/etc/passwd", "../../etc/passwd"])
def test_a_worker_is_sent_nothing_from_outside_however_it_asks(name: str) -> None:
    """What is unlike is sent along."""
    asked = Answer(pages=(AnsweredPage(inputs={name: None}, files=(), facts=MadeFacts()),))
    for answer in (asked, Answer(unlike=name)):
        with pytest.raises(ValueError, match="not below"):
            read_answer(*answer.packed())
