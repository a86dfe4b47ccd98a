"""What a worker does with an order: nothing for who has another Banxin, nothing of old files."""

from hashlib import sha256
from pathlib import Path

import pytest

from layout.archive.bundle import BundleError, pack
from layout.archive.inputs import FileDigests
from layout.archive.maker import Bench
from layout.archive.order import Answer, Order, read_answer
from layout.archive.shelf import Shelf
from layout.record import replace
from tests.conftest import Project
from tests.papers import ME, catalogue, way_of

SPEC = "d1/T1.yaml"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    (tmp_path / "bench").mkdir()
    return Bench(tmp_path / "bench")


@pytest.fixture
def order(project: Project) -> Order:
    catalogue(project, days=1, names=("T1",))
    return Order(
        root=str(project.root), specs=(SPEC,), heads=FileDigests().inputs(project.root, [SPEC]),
        recipe=way_of(("pages",)).recipe, identity=ME,
    )  # fmt: skip


def made(bench: Bench, order: Order, bundle: bytes = b"") -> Answer:
    return read_answer(*bench.make(order.packed(), bundle))


def test_an_order_is_carried_out_and_nothing_stays(
    bench: Bench, order: Order, tmp_path: Path
) -> None:
    (page,) = made(bench, order).pages
    assert [file.name for file in page.files] == ["T1.pdf"]
    assert page.inputs[SPEC] == order.heads[SPEC]
    assert list((tmp_path / "bench").iterdir()) == []


def test_what_is_made_is_laid_on_a_shelf_that_is_found(
    bench: Bench, order: Order, tmp_path: Path
) -> None:
    (sent,) = made(bench, order).pages
    shelf = Shelf(tmp_path / "out")
    shelf.put_up()
    place = shelf.place()
    words, bodies = bench.make(replace(order, place=str(place), word=shelf.word).packed(), b"")
    assert bodies == []
    (page,) = read_answer(words, bodies, place).pages
    assert replace(page, files=()) == replace(sent, files=())
    for here, there in zip(page.files, sent.files, strict=True):
        assert (here.name, here.digest) == (there.name, there.digest)
        assert isinstance(here.data, Path)
        assert here.data.read_bytes() == there.data
    assert made(bench, replace(order, place=str(place), word="another")).pages == (sent,)


def test_another_program_is_refused(bench: Bench, order: Order) -> None:
    answer = made(bench, replace(order, identity={**ME, "reportlab": "0"}))
    assert (answer.pages, answer.refused) == ((), ME)


def test_another_spec_is_not_set(bench: Bench, order: Order, project: Project) -> None:
    project.change(SPEC, "page: T1", "page: T9")
    answer = made(bench, order)
    assert (answer.pages, answer.unlike) == ((), SPEC)


def test_a_face_that_is_another_one_now_is_opened_anew(
    bench: Bench, order: Order, project: Project
) -> None:
    """A worker holds faces from page to page: what it made with the old one would be wrong."""
    faces = Path(__file__).parents[2] / "fonts"
    one, two = (faces / f"NotoSansSC-{weight}.ttf" for weight in ("Regular", "Bold"))
    own = project.path("fonts/own.ttf")
    own.parent.mkdir()
    own.write_bytes(one.read_bytes())
    project.write(
        "d1/styles.yaml", "faces: {house: fonts/own.ttf}\nstyles: {body: {face: house}}\n"
    )
    first = made(bench, order)
    assert not [d for d in first.pages[0].facts.found if d.severity == "error"]
    own.write_bytes(two.read_bytes())
    second = made(bench, order)
    assert second.pages[0].inputs["fonts/own.ttf"] == sha256(two.read_bytes()).hexdigest()
    fresh = made(Bench(bench._folder), order)
    assert second.pages[0].files == fresh.pages[0].files != first.pages[0].files


def test_a_bundle_is_used_and_a_damaged_one_is_not(
    bench: Bench, order: Order, project: Project
) -> None:
    page = made(bench, order).pages[0]
    bundle = pack(project.root, [name for name, d in page.inputs.items() if d])
    sent = replace(order, root="/nowhere/paper", bundle=sha256(bundle).hexdigest())
    assert made(bench, sent, bundle).pages == (page,)
    with pytest.raises(BundleError):
        made(bench, sent, bundle + b"x")
